"""`dateline changes`: what changed since a moment."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import Database
from dateline.cli.output import WIDTH, complain, is_terminal, json_line, json_page, write_lines

if TYPE_CHECKING:
    from dateline.app.changes import Changes

__all__ = ["changes"]


def changes(
    since: Annotated[
        str | None, typer.Option("--since", metavar="WHEN", help="This day or moment: 2022-01-04, yesterday.")
    ] = None,
    last: Annotated[bool, typer.Option("--last-look", help="Since you last asked so; remembers that you did.")] = False,
    watch: Annotated[str | None, typer.Option("--watch", metavar="NAME", help="Only what this watch is for.")] = None,
    doubtful: Annotated[bool, typer.Option("--all", help="Unlikely meetings too (confidence below 0.5).")] = False,
    json: Annotated[bool, typer.Option("--json", help="The changes as one object, for programs.")] = False,
    atom: Annotated[bool, typer.Option("--atom", help="The changes as an Atom feed.")] = False,
    database: Database = None,
) -> None:
    """Print what is new, moved, confirmed, cancelled or contradicted since a moment, each with the words that brought it.

    What is believed now is held against what was known then, as `dateline agenda --as-of` has it: by the ledger's own clock
    for moments at which it was kept already, by the days of the stories for earlier ones. A day means its end.

    Exit codes: 0 all is well, even if nothing changed; 2 the command could not be carried out.

    Examples:

    * `dateline changes --since 2022-01-04`
    * `dateline changes --last-look --watch arms` for whoever asks every morning
    """
    from dateline.app import changes as changing
    from dateline.app.days import moment
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings
    from dateline.views.changes import atom as feed
    from dateline.views.changes import changes_json, changes_lines

    if (since is None) == (not last):
        raise typer.BadParameter("give one of --since WHEN and --last-look")
    if json and atom:
        raise typer.BadParameter("choose one of --json and --atom")
    settings = read_settings(database=database)
    zone = settings.tzinfo
    ledger = open_ledger(settings.database, create=False)
    try:
        start = moment(since) if since else changing.last_look(ledger, "changes", watch)
        found = changing.changes(ledger, start, watch=watch, doubtful=doubtful)
        if json:
            value = changes_json(found)
            sys.stdout.buffer.write((json_page if is_terminal() else json_line)(value).encode("utf-8", "replace"))
        elif atom:
            sys.stdout.buffer.write(feed(found, zone))
        elif found.rows or found.ruled:
            write_lines(lambda width: changes_lines(found, width, zone), WIDTH)
        else:
            nothing(found)
        if last:
            sys.stdout.flush()  # what could not be written was not looked at
            changing.look(ledger, "changes", found.at, watch)
    finally:
        ledger.close()


def nothing(found: "Changes") -> None:
    """Say that nothing changed."""
    complain("nothing changed" + (f" for {found.watch.name}" if found.watch else ""))
