"""`dateline positions`: what the sides say, issue by issue, beside each other."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import Database
from dateline.cli.output import complain, is_terminal, json_line, json_page, write_lines

if TYPE_CHECKING:
    from dateline.app.positions import Positions

__all__ = ["positions"]

WIDTH, WIDEST = 100, 160
FEW = 12
"""Statements below which it is said how more may be found."""


def positions(
    about: Annotated[
        str | None,
        typer.Option("--about", metavar="WORDS", help='On what these words name, whatever their endings; "…" keeps a phrase.'),
    ] = None,
    party: Annotated[
        str | None, typer.Option("--party", metavar="P", help="Of this party, and of others towards it: an id or a name.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="WHEN", help="As they were known on this day or at this moment, not now.")
    ] = None,
    rows: Annotated[int, typer.Option("--rows", min=1, metavar="N", help="At most so many issues.")] = 12,
    doubtful: Annotated[bool, typer.Option("--all", help="Doubtful statements too (confidence below 0.4).")] = False,
    json: Annotated[bool, typer.Option("--json", help="All stances as one object, for programs.")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="A table of Markdown.")] = False,
    html: Annotated[bool, typer.Option("--html", help="A page of HTML that prints well.")] = False,
    database: Database = None,
) -> None:
    """Lay positions side by side: sides in columns, issues in rows, the newest stance first, each with quote and source.

    Statements of many stories make one issue when they share the words that their topics turn on. Where a side says
    otherwise than before, the earlier words stand beside the new ones; an accusation stands above its denial.

    Exit codes: 0 all is well, even if there is nothing to print; 2 the command could not be carried out.

    Examples:

    * `dateline positions --about sanctions`
    * `dateline positions --party Russia --as-of 2022-02-01`
    * `dateline positions --about "grain exports" --html > grain.html`
    """
    from dateline.app import positions as asking
    from dateline.app.days import moment
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings

    if json + markdown + html > 1:
        raise typer.BadParameter("choose one of --json, --markdown and --html")
    if about is None and party is None:
        raise typer.BadParameter("give --about WORDS, --party P, or both")
    ledger = open_ledger(read_settings(database=database).database, create=False)
    try:
        at = moment(as_of) if as_of else None
        found = asking.positions(ledger, about=about, party=party, as_of=at, rows=rows, doubtful=doubtful)
    finally:
        ledger.close()
    if json:
        write_json(found)
    elif markdown or html:
        write_page(found, html=html)
    elif found.board.issues:
        write_board(found)
    if about and found.statements < FEW and len(found.about) > 1:
        complain(f"so few statements hold all of {', '.join(found.about)}; fewer words find more")
    elif not found.board.issues:
        complain("no statement of a known side speaks of that; `dateline statements --all` shows doubtful ones")


def heading(found: "Positions") -> tuple[str, str]:
    """A title and the line under it."""
    from dateline.views.wording import name_of, short_day

    matter = " ".join(found.about)
    whose = f"Positions of {name_of(found.party, found.names)} and others towards it" if found.party else "Positions"
    title = f"{whose} on {matter}" if matter else whose
    day = f", as known on {short_day(found.as_of)} {found.as_of.year}" if found.as_of else ""
    number = f"{found.statements:,} statement{'' if found.statements == 1 else 's'}"
    return title, f"{number}{day}; the newest stance of each side first"


def write_json(found: "Positions") -> None:
    """One object."""
    from dateline.views.positions import positions_json

    value = positions_json(found.board, found.names, about=found.about, party=found.party, as_of=found.as_of)
    sys.stdout.buffer.write((json_page if is_terminal() else json_line)(value).encode("utf-8", "replace"))


def write_page(found: "Positions", *, html: bool) -> None:
    """Markdown or HTML."""
    from dateline.views.positions import positions_html, positions_markdown

    made = (positions_html if html else positions_markdown)(found.board, found.names, *heading(found))
    sys.stdout.buffer.write(made.encode("utf-8", "replace"))


def write_board(found: "Positions") -> None:
    """Columns of text, as wide as the terminal allows."""
    from dateline.views.positions import positions_lines

    title, under = heading(found)
    width = WIDEST if is_terminal() else WIDTH
    write_lines(lambda room: positions_lines(found.board, found.names, title, under, room), width)
