"""`dateline stories`: the stories of a ledger, out again as a feed."""

from typing import Annotated

import typer

from dateline.cli.options import Database, Out
from dateline.cli.output import is_terminal, json_line, json_page, opened

__all__ = ["stories"]


def stories(
    form: Annotated[
        str | None, typer.Option("--as", metavar="FORM", help="A feed: rss, atom or jsonfeed; without it a list to read.")
    ] = None,
    watch: Annotated[str | None, typer.Option("--watch", metavar="NAME", help="Only stories of its meetings.")] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, max=10_000, help="At most so many, the newest.")] = 100,
    json: Annotated[bool, typer.Option("--json", help="The stories as one object, for programs.")] = False,
    out: Out = None,
    database: Database = None,
) -> None:
    """List the stories that the ledger learnt of last, each once with all that carry it, or write them as a feed.

    Before each stands the id of its document, which `dateline show` and `dateline explain` take.

    Exit codes: 0 all is well; 2 the command could not be carried out.

    Examples:

    * `dateline stories` lists them
    * `dateline stories --limit 20 --json` is for programs
    * `dateline stories --as atom --watch arms --out arms.atom` writes those of a watch as an Atom feed
    """
    from dateline.app.opening import now, open_ledger
    from dateline.app.settings import read_settings
    from dateline.app.stories import stories as found_in
    from dateline.views.feed import FORMS, feed, lines, stories_json

    wanted = next((each for each in FORMS if each == form), None)
    if form and wanted is None:
        raise typer.BadParameter(f"no form of feeds: {form!r}; there are {', '.join(FORMS)}")
    if json and wanted:
        raise typer.BadParameter("choose one of --json and --as")
    settings = read_settings(database=database)
    ledger = open_ledger(settings.database, create=False)
    try:
        found = found_in(ledger, watch=watch, limit=limit)
    finally:
        ledger.close()
    with opened(out, settings.database_file) as stream:
        if wanted:
            stream.write(feed(found, wanted, watch or "all stories", now()))
        elif json:
            page = out is None and is_terminal()
            stream.write((json_page if page else json_line)(stories_json(found)).encode("utf-8", "replace"))
        else:
            stream.write("".join(f"{line}\n" for line in lines(found)).encode("utf-8", "replace"))
