"""`dateline statements`: who said what, to whom, in which words."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import Database, Following, Past
from dateline.cli.output import WIDTH, complain, is_terminal, json_line, json_page, write_lines

if TYPE_CHECKING:
    from dateline.app.ask import Totals

__all__ = ["statements"]

FEW = 40
"""Statements that are printed for a person, unless more are asked for."""


def statements(
    speaker: Annotated[
        str | None, typer.Option("--speaker", metavar="WHO", help="Said by this person or party: Lavrov, NATO, RUS.")
    ] = None,
    of: Annotated[str | None, typer.Option("--of", metavar="P", help="Said for this state or body by anybody: Russia.")] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="Of this kind: demand, deny, accuse, promise, threaten …")
    ] = None,
    target: Annotated[str | None, typer.Option("--target", metavar="P", help="Aimed at this party.")] = None,
    about: Annotated[
        str | None,
        typer.Option("--about", metavar="WORDS", help='With all of these words, whatever their endings; "…" keeps a phrase.'),
    ] = None,
    first: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Said on this day or later: 2022-01-04.")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Said on this day or earlier.")] = None,
    following: Following = None,
    past: Past = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="WHEN", help="As it was known on this day or at this moment, not now.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, metavar="N", help=f"At most so many ({FEW} as text, else all).")
    ] = None,
    doubtful: Annotated[bool, typer.Option("--all", help="Doubtful statements too (confidence below 0.44).")] = False,
    json: Annotated[bool, typer.Option("--json", help="The rows as one object, for programs.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="The rows as a table, for spreadsheets.")] = False,
    database: Database = None,
) -> None:
    """Print statements of the ledger, the newest first, each with its words and source. All conditions must hold.

    Kinds: assert, announce, confirm, deny, accuse, condemn, praise, demand, propose, promise, threaten, warn, condition,
    agree, reject.

    What people decided (`dateline judge`) is shown: a corrected statement has the corrected values, and beneath it who
    decided; a rejected one is left out.

    Exit codes: 0 all is well, even if there is nothing to print; 2 the command could not be carried out.

    Examples:

    * `dateline statements --speaker Lavrov --kind demand`
    * `dateline statements --of Russia --target NATO --from 2022-01-01 --to 2022-01-31`
    * `dateline statements --about '"security guarantees"' --csv > guarantees.csv`
    """
    from dateline.app import ask
    from dateline.app import positions as asking
    from dateline.app.days import moment, period
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings
    from dateline.views.statements import statements_csv, statements_json, statements_lines

    if json and csv:
        raise typer.BadParameter("choose one of --json and --csv")
    days = period(first, last, following=following, past=past)
    ledger = open_ledger(read_settings(database=database).database, create=False)
    try:
        found = asking.statements(
            ledger,
            speaker=speaker,
            of=of,
            kind=kind,
            target=target,
            about=about,
            first=days[0],
            last=days[1],
            as_of=moment(as_of) if as_of else None,
            limit=limit if limit or json or csv else FEW,
            doubtful=doubtful,
        )
        held = None if found.rows else ask.totals(ledger)
    finally:
        ledger.close()
    if json:
        value = statements_json(found.rows, found.names, found.total)
        sys.stdout.buffer.write((json_page if is_terminal() else json_line)(value).encode("utf-8", "replace"))
    elif csv:
        sys.stdout.buffer.write(statements_csv(found.rows, found.names).encode("utf-8", "replace"))
    elif held is not None:
        nothing(held)
    else:
        write_lines(lambda width: statements_lines(found.rows, found.names, found.total, width), WIDTH)


def nothing(held: "Totals") -> None:
    """Say why there is nothing to print."""
    if held.statements:
        complain(f"no such statement among the {held.statements:,} of the ledger")
    else:
        complain("the ledger holds no statements yet; `dateline add` reads stories into it")
