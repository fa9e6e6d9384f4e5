"""`dateline brief`: one or two pages of what changed, what lies ahead, and what is said and disputed."""

from typing import Annotated

import typer

from dateline.cli.options import Database, Out
from dateline.cli.output import WIDTH, is_terminal, opened, write_lines

__all__ = ["brief"]


def brief(
    watch: Annotated[str | None, typer.Option("--watch", metavar="NAME", help="Only what this watch is for.")] = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help='Changes from this day on: 2022-01-04, monday, "last week".')
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Changes up to and with this day, as it was known at its end.")
    ] = None,
    past: Annotated[
        str | None, typer.Option("--last", metavar="LENGTH", help="Changes of so many days until today or --to (default 7d).")
    ] = None,
    following: Annotated[str, typer.Option("--next", metavar="LENGTH", help="How far the diary looks ahead: 14d, 2w.")] = "14d",
    pages: Annotated[int, typer.Option("--pages", metavar="N", min=1, max=20, help="At most so many printed pages.")] = 2,
    text: Annotated[bool, typer.Option("--text", help="As text (the default).")] = False,
    markdown: Annotated[bool, typer.Option("--md", help="As Markdown.")] = False,
    html: Annotated[bool, typer.Option("--html", help="As a page of HTML that prints on A4 or Letter.")] = False,
    docx: Annotated[bool, typer.Option("--docx", help="As a document of Word, on A4 paper.")] = False,
    out: Out = None,
    database: Database = None,
) -> None:
    """Write a brief to hand on: what changed, what lies ahead, positions that moved, where sources disagree.

    It is cut to one or two pages by the weight of its lines, and says what is left out. Each line names its sources.

    Exit codes: 0 all is well, even if nothing changed; 2 the command could not be carried out.

    Examples:

    * `dateline brief` is the last week, and the fourteen days to come
    * `dateline brief --watch arms --from monday --pages 1`
    * `dateline brief --from 2022-01-03 --to 2022-01-09 --html --out brief.html`
    * `dateline brief --last 7d --docx --out brief.docx`
    """
    from dateline.app import brief as gathering
    from dateline.app.days import length, period
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings
    from dateline.views.ledger_brief import brief_html, brief_lines, brief_markdown, sheet

    if text + markdown + html + docx > 1:
        raise typer.BadParameter("choose one of --text, --md, --html and --docx")
    if docx and out is None and is_terminal():
        raise typer.BadParameter("a document of Word is not for a terminal: give --out FILE")
    settings = read_settings(database=database)
    zone = settings.tzinfo
    start, end = period(first, last, past=past)
    ledger = open_ledger(settings.database, create=False)
    try:
        found = gathering.brief(ledger, first=start, last=end, ahead=length(following), watch=watch)
    finally:
        ledger.close()
    made = sheet(found, zone, pages)
    if out is None and not (markdown or html or docx):
        write_lines(lambda width: brief_lines(made, width), WIDTH)
        return
    if docx:
        from dateline.views.ledger_brief_docx import brief_docx

        data = brief_docx(made)
    else:
        plain = "".join(f"{line.plain.rstrip()}\n" for line in brief_lines(made, WIDTH)) if not (markdown or html) else ""
        data = (brief_html(made) if html else brief_markdown(made) if markdown else plain).encode("utf-8", "replace")
    with opened(out, settings.database_file) as stream:
        stream.write(data)
