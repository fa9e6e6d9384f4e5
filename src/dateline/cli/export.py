"""`dateline export`: the ledger's events, or its relations, in the formats that researchers' scripts read."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.app.files import refuse_input
from dateline.cli.options import Database, Following, Past
from dateline.cli.output import complain

if TYPE_CHECKING:
    from dateline.app.relations import Form, Relations

__all__ = ["export"]


def export(
    form: Annotated[
        str,
        typer.Option(
            "--as", metavar="FORMAT", help="polecat, gdelt-events, gdelt-mentions, icews, jsonl, csv, parquet or graphml."
        ),
    ] = "jsonl",
    first: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Done on this day or later: 2022-01-04.")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Done on this day or earlier.")] = None,
    following: Following = None,
    past: Past = None,
    party: Annotated[str | None, typer.Option("--party", metavar="P", help="With this party as actor or recipient.")] = None,
    types: Annotated[
        str | None,
        typer.Option("--type", metavar="TYPES", help="Only these types of PLOVER (SANCTION,THREATEN), or kinds of relation."),
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(
            "--status",
            metavar="STATUSES",
            help="happened, ongoing, planned, hypothetical, denied, historical, or all. Default: all for jsonl, csv and "
            "parquet, which have a column for it; happened,ongoing for the others.",
        ),
    ] = None,
    told: Annotated[
        bool, typer.Option("--told", help="Where no words tell an act's day: the day of its story (polecat, gdelt, icews).")
    ] = False,
    untold: Annotated[
        bool, typer.Option("--untold", help="Acts whose day no words tell too, without one (polecat, gdelt, icews).")
    ] = False,
    background: Annotated[
        bool, typer.Option("--background", help="Deeds of years before their story too (polecat, gdelt, icews, graphml).")
    ] = False,
    collapse: Annotated[
        bool, typer.Option("--collapse", help="One row for an act of many sides, not one for each pair (gdelt, icews).")
    ] = False,
    ties: Annotated[
        bool, typer.Option("--relations", help="Relations in place of events (jsonl, csv); days are those of stories.")
    ] = False,
    doubtful: Annotated[bool, typer.Option("--all", help="Unlikely events too (confidence below 0.5).")] = False,
    out: Annotated[str | None, typer.Option("--out", "-o", metavar="FILE", help="Write to this file.")] = None,
    database: Database = None,
) -> None:
    """Write coded events: POLECAT, GDELT and ICEWS with exactly their columns, or all that Dateline knows of each.

    A meeting of equals has all as actors in POLECAT; the dyadic sets have a row for each pair. What is not known stays
    missing ("None" in POLECAT, empty in the others), never 0. These sets have rows of acts whose day words tell, and not of
    deeds of years before that a story tells again; the flat formats have all, with a column that marks the latter. Events are
    written as people have them (`dateline judge`), without those that they rejected; who decided is in `decided_by` of csv,
    jsonl and parquet. `--relations` writes relations in place of events, each telling of one a row.

    Exit codes: 0 all is well, even if there are no events; 2 the command could not be carried out.

    Examples:

    * `dateline export --as polecat --from 2022-01-01 --to 2022-01-31 --out events.tsv`
    * `dateline export --as parquet --out events.parquet`
    * `dateline export --as icews --told --collapse > icews.tab`
    * `dateline export --as gdelt-mentions --party Russia > mentions.tsv`
    * `dateline export --relations --type member,candidate --as csv --out members.csv`
    """
    from dateline.app import export as exporting
    from dateline.app import relations as asking
    from dateline.app.days import period
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings

    settings = read_settings(database=database)
    if out is not None:
        refuse_input(Path(out), [settings.database_file])
    start, end = period(first, last, following=following, past=past)
    if ties:
        fitting_to_relations(status=status, told=told, untold=untold, background=background, collapse=collapse, all=doubtful)
        shape = exporting.one_of(form, asking.FORMS, "format of relations")
        ledger = open_ledger(settings.database, create=False)
        try:
            stated = asking.relations(ledger, party=party, kinds=asking.kinds_of(types), first=start, last=end)
        finally:
            ledger.close()
        write_relations(stated, shape, out)
        return
    chosen = exporting.one_of(form, exporting.FORMS, "format")
    ledger = open_ledger(settings.database, create=False)
    try:
        found = exporting.coded(
            ledger,
            first=start,
            last=end,
            party=party,
            types=exporting.types_of(types),
            statuses=exporting.statuses_of(status, chosen),
            doubtful=doubtful,
        )
    finally:
        ledger.close()
    choice = exporting.Choice(first=start, last=end, told=told, untold=untold, background=background)
    fitting = exporting.fit(found, chosen, choice)
    if out is not None:
        exporting.write_file(fitting.events, chosen, Path(out), told=told, collapse=collapse)
        complain(f"{len(fitting.events):,} events as {chosen} in {out}")
    else:
        with open(sys.stdout.fileno(), "w", encoding="utf-8", newline="", errors="replace", closefd=False) as stream:
            exporting.write(fitting.events, chosen, stream, told=told, collapse=collapse)
    if fitting.untold:
        complain(f"{fitting.untold:,} without a told day left out; --told gives them that of their story, --untold none")
    if fitting.background:
        complain(f"{fitting.background:,} of years before their story left out; --background lets them in")
    if not found:
        complain(
            "no such events in the ledger; `dateline add` reads stories into it, `dateline reread` those of older versions"
        )


def fitting_to_relations(**given: str | bool | None) -> None:
    """Refuse what only events have."""
    wrong = [f"--{name}" for name, value in given.items() if value]
    if wrong:
        raise typer.BadParameter(f"{', '.join(wrong)} is for events; relations have --type, --party and days")


def write_relations(found: "Relations", form: "Form", out: str | None) -> None:
    """Write relations into a file, or on standard output."""
    from dateline.app import relations as asking

    if out is not None:
        asking.write_file(found, form, Path(out))
        complain(f"{len(found.rows):,} relations as {form} in {out}")
    else:
        with open(sys.stdout.fileno(), "w", encoding="utf-8", newline="", errors="replace", closefd=False) as stream:
            asking.write(found, form, stream)
    if not found.rows:
        complain("no such relations in the ledger; `dateline reread --all` finds those of stories of older versions")
