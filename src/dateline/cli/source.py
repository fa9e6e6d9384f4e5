"""`dateline source`: how far outlets can be relied on."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import Database
from dateline.cli.output import json_line, say, whoami

if TYPE_CHECKING:
    from dateline.app.outlets import Outlet

__all__ = ["source"]

SCALE = {
    "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable", "E": "unreliable",
    "F": "cannot be judged",
}  # fmt: skip


def source(
    outlet: Annotated[str | None, typer.Argument(metavar="OUTLET", help="The outlet, as its stories name it.")] = None,
    letter: Annotated[
        str | None, typer.Argument(metavar="A-F", help="From A, completely reliable, to E; F cannot be judged.")
    ] = None,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="Why.")] = "",
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who says so, if not you.")] = None,
    json: Annotated[bool, typer.Option("--json", help="The outlets as an object, for programs.")] = False,
    database: Database = None,
) -> None:
    """Set how far an outlet can be relied on (letters of the Admiralty scale), or list the outlets that have a letter.

    Where stories contradict each other on a date or place, the letter decides with what is believed. How credible a claim
    is (figures from 1, confirmed by others, to 6) is judged apart from it, by what other stories say.

    Exit codes: 0 all is well; 2 the command could not be carried out.

    Examples:

    * `dateline source "SUCH TV" B --note "its dates have held so far"`
    * `dateline source` lists them
    """
    from dateline.app import outlets
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings

    if (outlet is None) != (letter is None):
        raise typer.BadParameter("give an outlet and a letter, or neither to list them")
    ledger = open_ledger(read_settings(database=database).database, create=False)
    try:
        rated = outlets.rate(ledger, outlet, letter, by=by or whoami(), note=note) if outlet and letter else None
        known = [rated.outlet] if rated else outlets.known(ledger)
    finally:
        ledger.close()
    if json:
        changed = {"meetings": sorted(rated.meetings)} if rated else {}
        sys.stdout.write(json_line({"ok": True, "outlets": [outlet_json(each) for each in known], **changed}))
        return
    for each in known:
        why = f": {each.note}" if each.note else ""
        say(f"{each.reliability}  {each.name} – {SCALE[each.reliability]} ({each.by}, {each.at:%Y-%m-%d}{why})")
    if rated:
        sys.stdout.write(f"{rated.reports} reports of meetings rest on it; {len(rated.meetings)} meetings changed\n")


def outlet_json(outlet: "Outlet") -> dict[str, str]:
    """An outlet for programs."""
    return {
        "name": outlet.name, "reliability": outlet.reliability, "by": outlet.by, "at": outlet.at.isoformat(),
        "note": outlet.note,
    }  # fmt: skip
