"""`dateline watch`: what somebody follows."""

import sys
from typing import Annotated

import typer

from dateline.cli.options import Database
from dateline.cli.output import json_line, say

__all__ = ["group"]

group = typer.Typer(help="Watches: what you follow, by a name that agenda, changes and digest take.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(metavar="NAME", help="The name of the watch.")]


@group.command()
def add(
    name: Name,
    party: Annotated[list[str] | None, typer.Option("--party", metavar="P", help="A party, by id or name.")] = None,
    forum: Annotated[list[str] | None, typer.Option("--forum", metavar="FORUM", help="Part of a forum's name.")] = None,
    place: Annotated[list[str] | None, typer.Option("--place", metavar="PLACE", help="A city, venue or country.")] = None,
    about: Annotated[list[str] | None, typer.Option("--about", metavar="WORDS", help="Words of title, topic or story.")] = None,
    database: Database = None,
) -> None:
    """Keep a watch, in place of one of the same name. Each option can be given several times.

    Of each kind of condition one must hold: `--party RUS --party USA --place Geneva` is for meetings of Russia or the United
    States in Geneva.

    Exit codes: 0 it is kept; 2 the command could not be carried out.

    Example: `dateline watch add arms --party Russia --about "arms control" --about missiles`
    """
    from dateline.app import watches
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings

    ledger = open_ledger(read_settings(database=database).database)
    try:
        made = watches.add(ledger, name, parties=party or [], forums=forum or [], places=place or [], about=about or [])
    finally:
        ledger.close()
    say(f"watching {made.name}")


@group.command("list")
def list_(
    json: Annotated[bool, typer.Option("--json", help="The watches as one object, for programs.")] = False,
    database: Database = None,
) -> None:
    """List the watches.

    Exit codes: 0 all is well; 2 the command could not be carried out.

    Example: `dateline watch list`
    """
    from dataclasses import asdict

    from dateline.app import watches
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings

    ledger = open_ledger(read_settings(database=database).database, create=False)
    try:
        found = watches.known(ledger)
    finally:
        ledger.close()
    if json:
        sys.stdout.write(json_line({"ok": True, "watches": [asdict(each) for each in found]}))
        return
    for each in found:
        asked = {"party": each.parties, "forum": each.forums, "place": each.places, "about": each.about}
        words = "; ".join(f"{kind} {' or '.join(values)}" for kind, values in asked.items() if values)
        say(f"{each.name}: {words}")


@group.command()
def remove(name: Name, database: Database = None) -> None:
    """Take a watch away.

    Exit codes: 0 it is gone; 2 there is no such watch, or the command could not be carried out.

    Example: `dateline watch remove arms`
    """
    from dateline.app import watches
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings

    ledger = open_ledger(read_settings(database=database).database, create=False)
    try:
        watches.remove(ledger, name)
    finally:
        ledger.close()
    say(f"no longer watching {name}")
