"""`dateline relations`: who stands how to whom, in which words."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import Database, Following, Past
from dateline.cli.output import WIDTH, complain, is_terminal, json_line, json_page, write_lines

if TYPE_CHECKING:
    from dateline.app.ask import Totals

__all__ = ["relations"]

FEW = 40
"""Relations that are printed for a person, unless more are asked for."""


def relations(
    party: Annotated[
        str | None, typer.Argument(metavar="[PARTY]", help="Of this party, its organs or its people: Russia, NATO, Lavrov.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KINDS", help="Only these kinds: member,candidate,holds-office …")
    ] = None,
    first: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Told on this day or later: 2022-01-04.")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Told on this day or earlier.")] = None,
    following: Following = None,
    past: Past = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="WHEN", help="As it was known on this day or at this moment, not now.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, metavar="N", help=f"At most so many ({FEW} as text, else all).")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The rows as one object, for programs.")] = False,
    database: Database = None,
) -> None:
    """Print relations of the ledger, the newest first, each with its sentence and source. All conditions must hold.

    Kinds: member, candidate, aspires, ally, dispute, backs, holds-office, speaks-for, seat, founded. `--from` and `--to` are
    days of stories; since and until when a relation holds is printed where words tell it.

    What people decided (`dateline judge`) is shown: a corrected relation has the corrected values, and beneath it who decided;
    a rejected one is left out. `dateline export --relations` writes them as a table.

    Exit codes: 0 all is well, even if there is nothing to print; 2 the command could not be carried out.

    Examples:

    * `dateline relations NATO --kind member,candidate`
    * `dateline relations --kind holds-office --from 2022-01-01 --to 2022-01-31 --json`
    """
    from dateline.app import ask
    from dateline.app import relations as asking
    from dateline.app.days import moment, period
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings
    from dateline.views.relations import relations_json, relations_lines

    days = period(first, last, following=following, past=past)
    ledger = open_ledger(read_settings(database=database).database, create=False)
    try:
        found = asking.relations(
            ledger,
            party=party,
            kinds=asking.kinds_of(kind),
            first=days[0],
            last=days[1],
            as_of=moment(as_of) if as_of else None,
            limit=limit if limit or json else FEW,
        )
        held = None if found.rows else ask.totals(ledger)
    finally:
        ledger.close()
    if json:
        value = relations_json(found.rows, found.names, found.total)
        sys.stdout.buffer.write((json_page if is_terminal() else json_line)(value).encode("utf-8", "replace"))
    elif held is not None:
        nothing(held)
    else:
        write_lines(lambda width: relations_lines(found.rows, found.names, found.total, width), WIDTH)


def nothing(held: "Totals") -> None:
    """Say why there is nothing to print."""
    if held.relations:
        complain(f"no such relation among the {held.relations:,} of the ledger")
    elif held.documents:
        complain("the ledger holds no relations yet; `dateline reread --all` finds those of stories that an older version read")
    else:
        complain("the ledger holds no relations yet; `dateline add` reads stories into it")
