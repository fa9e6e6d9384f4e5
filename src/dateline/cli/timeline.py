"""`dateline timeline`: a crisis, watch or party day by day."""

import sys
from typing import Annotated

import typer

from dateline.cli.options import Database, Following, Past
from dateline.cli.output import WIDTH, complain, is_terminal, json_line, json_page, write_lines

__all__ = ["timeline"]


def timeline(
    watch: Annotated[str | None, typer.Option("--watch", metavar="NAME", help="Only what this watch is for.")] = None,
    party: Annotated[
        str | None, typer.Option("--party", metavar="P", help="With this party: an id (RUS, NATO) or a name (Russia).")
    ] = None,
    first: Annotated[str | None, typer.Option("--from", metavar="DATE", help="From this day on.")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Up to and with this day.")] = None,
    following: Following = None,
    past: Past = None,
    doubtful: Annotated[bool, typer.Option("--all", help="Unlikely meetings too (confidence below 0.5).")] = False,
    json: Annotated[bool, typer.Option("--json", help="The entries as one object, for programs.")] = False,
    html: Annotated[bool, typer.Option("--html", help="A page of HTML that prints well.")] = False,
    database: Database = None,
) -> None:
    """Print what became known of meetings day by day, each step with its words, and the meetings on their days (`==`).

    Exit codes: 0 all is well, even if there is nothing to print; 2 the command could not be carried out.

    Example: `dateline timeline --party Russia --from 2022-01-01 --to 2022-01-31`
    """
    from dateline.app import ask
    from dateline.app.days import period
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings
    from dateline.views.timeline import entries, timeline_html, timeline_json, timeline_lines

    if json and html:
        raise typer.BadParameter("choose one of --json and --html")
    settings = read_settings(database=database)
    zone = settings.tzinfo
    days = period(first, last, following=following, past=past)
    ledger = open_ledger(settings.database, create=False)
    try:
        found = ask.agenda(ledger, party=party, watch=watch, doubtful=doubtful)
        history = ask.history(ledger, found)
    finally:
        ledger.close()
    lines = entries(found.rows, history, *days)
    if json:
        value = timeline_json(lines, found.day, found.names)
        sys.stdout.buffer.write((json_page if is_terminal() else json_line)(value).encode("utf-8", "replace"))
    elif html:
        heading = f"Timeline: {watch or party}" if watch or party else "Timeline"
        sys.stdout.buffer.write(timeline_html(lines, found.day, found.names, zone, heading).encode("utf-8", "replace"))
    elif lines:
        write_lines(lambda width: timeline_lines(lines, found.day, found.names, width, zone), WIDTH)
    else:
        complain("nothing became known of such meetings in these days")
