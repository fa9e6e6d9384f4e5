"""`dateline dyads`: events counted by pair of sides and period."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.cli.options import Database, Following, Past
from dateline.cli.output import WIDTH, complain, is_terminal, json_line, json_page

__all__ = ["dyads"]

FEW = 60
"""Rows that are printed for a person."""


def dyads(
    by: Annotated[str, typer.Option("--by", metavar="PERIOD", help="day, week, month, year or all.")] = "month",
    first: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Done on this day or later: 2022-01-04.")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Done on this day or earlier.")] = None,
    following: Following = None,
    past: Past = None,
    party: Annotated[str | None, typer.Option("--party", metavar="P", help="With this party as source or target.")] = None,
    types: Annotated[
        str | None, typer.Option("--type", metavar="TYPES", help="Only these types of PLOVER: SANCTION,THREATEN.")
    ] = None,
    undated: Annotated[
        bool,
        typer.Option("--told/--missing", help="Acts without a day count in the period of their story (default), or not."),
    ] = True,
    doubtful: Annotated[bool, typer.Option("--all", help="Unlikely events too (confidence below 0.5).")] = False,
    json: Annotated[bool, typer.Option("--json", help="The rows as one object, for programs.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="The rows as a table, for spreadsheets.")] = False,
    plot: Annotated[
        str | None, typer.Option("--plot", metavar="FILE", help="Draw the mean scores: FILE.png, .svg or .html.")
    ] = None,
    most: Annotated[int, typer.Option("--most", min=1, metavar="N", help="Pairs in a plot, those with most events.")] = 8,
    database: Database = None,
) -> None:
    """Count what sides did to each other: events by quad, and the means of Goldstein's and PLOVER's scores.

    Sides are states, bodies and groups; only what happened or goes on counts, each act once for each pair, in the period in
    which it was done; what was done outside of the days asked for is left out. A plot has these periods on an axis of time.

    Exit codes: 0 all is well, even if there is nothing to print; 2 the command could not be carried out.

    Examples:

    * `dateline dyads --by month --party Russia`
    * `dateline dyads --by week --plot dyads.svg`
    """
    from dateline.app import export as exporting
    from dateline.app.days import period
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings

    if json and csv:
        raise typer.BadParameter("choose one of --json and --csv")
    grouped = exporting.one_of(by, exporting.PERIODS, "period")
    start, end = period(first, last, following=following, past=past)
    ledger = open_ledger(read_settings(database=database).database, create=False)
    try:
        found = exporting.coded(
            ledger,
            first=start,
            last=end,
            party=party,
            types=exporting.types_of(types),
            doubtful=doubtful,
        )
        choice = exporting.Choice(first=start, last=end, told=undated)
        rows = exporting.aggregated(ledger, found, grouped, choice)
        if plot is not None:
            exporting.plot(ledger, found, grouped, Path(plot), most, choice)
            complain(f"the {most} busiest pairs by {grouped} in {plot}")
    finally:
        ledger.close()
    if json:
        value = {"ok": True, "rows": rows, "truncated": False}
        sys.stdout.buffer.write((json_page if is_terminal() else json_line)(value).encode("utf-8", "replace"))
    elif csv:
        sys.stdout.buffer.write(exporting.as_csv(rows).encode("utf-8", "replace"))
    elif not rows:
        complain("no events between two sides; `dateline add` reads stories into the ledger")
    elif plot is None:
        show(rows)


def show(rows: list[dict[str, Any]]) -> None:
    """A table for a person: the busiest pairs of each period."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text as Words

    from dateline.views.outward import one_line

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, right in (
        ("period", False), ("source", False), ("target", False), ("events", True), ("verbal +", True), ("material +", True),
        ("verbal −", True), ("material −", True), ("Goldstein", True),
    ):  # fmt: skip
        table.add_column(name, justify="right" if right else "left")
    counted = ("events", "verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
    shown = sorted(rows, key=lambda row: (str(row["period"]), -row["events"], row["source"], row["target"]))
    for row in shown[:FEW]:
        table.add_row(
            row["period"] or "", Words(one_line(row["source_name"])), Words(one_line(row["target_name"])),
            *(str(row[name] or "·") for name in counted),
            f"{row['goldstein_mean']:+.1f}",
        )  # fmt: skip
    console = Console() if is_terminal() else Console(width=WIDTH, color_system=None)
    console.print(table)
    if len(rows) > FEW:
        complain(f"{len(rows) - FEW:,} more rows: narrow them by --party or dates, or take --csv")
