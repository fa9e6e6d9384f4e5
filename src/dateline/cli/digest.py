"""`dateline digest`: what changed in a watch since the last digest, and what lies ahead."""

import sys
from typing import Annotated

import typer

from dateline.cli.options import Database
from dateline.cli.output import WIDTH, write_lines

__all__ = ["digest"]


def digest(
    watch: Annotated[str, typer.Argument(metavar="WATCH", help="A watch, as `dateline watch add` named it.")],
    since: Annotated[
        str | None, typer.Option("--since", metavar="WHEN", help="Since this day or moment, not the last digest.")
    ] = None,
    days: Annotated[int, typer.Option("--days", metavar="N", min=1, max=36_500, help="How far to look ahead.")] = 14,
    peek: Annotated[bool, typer.Option("--peek", help="Do not count this as a digest.")] = False,
    html: Annotated[bool, typer.Option("--html", help="As a page of HTML.")] = False,
    database: Database = None,
) -> None:
    """Print what changed in a watch since its last digest, and the meetings that lie ahead.

    Exit codes: 0 all is well, even if nothing changed; 2 the command could not be carried out.

    Example: `dateline digest arms --html > digest.html`
    """
    from datetime import timedelta

    from dateline.app import ask
    from dateline.app import changes as changing
    from dateline.app.days import moment
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings
    from dateline.views.digest import digest_html, digest_lines

    settings = read_settings(database=database)
    zone = settings.tzinfo
    ledger = open_ledger(settings.database, create=False)
    try:
        start = moment(since) if since else changing.last_look(ledger, "digest", watch)
        found = changing.changes(ledger, start, watch=watch)
        today = found.at.astimezone(zone).date()
        ahead = ask.agenda(ledger, first=today, last=today + timedelta(days=days), watch=watch)
        found.names.update(ahead.names)
        if html:
            sys.stdout.buffer.write(digest_html(found, ahead.rows, zone).encode("utf-8", "replace"))
        else:
            write_lines(lambda width: digest_lines(found, ahead.rows, width, zone), WIDTH)
        if not peek:
            sys.stdout.flush()  # what could not be written was not looked at
            changing.look(ledger, "digest", found.at, watch)
    finally:
        ledger.close()
