"""Events out of a ledger, in the formats that researchers' scripts read."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import IO, Any, Literal, get_args

from dateline.app.files import replaced
from dateline.app.judged import events_found
from dateline.app.parties import party_of
from dateline.knowledge.actors import country_name
from dateline.ledger.database import Ledger
from dateline.model.coded import Coded, Wanted
from dateline.model.errors import InputError
from dateline.model.event import EventStatus, PloverType
from dateline.model.reading import LIKELY
from dateline.views import dyads as pairs
from dateline.views import export_flat, export_gdelt, export_icews, export_polecat
from dateline.views.export_days import Choice, Chosen, chosen
from dateline.views.outward import cell

__all__ = [
    "FLAT", "FORMS", "HAPPENED", "PERIODS", "Choice", "Form", "aggregated", "as_csv", "coded", "draw", "fit", "graph", "one_of",
    "plot", "statuses_of", "types_of", "write", "write_file",
]  # fmt: skip

Form = Literal["polecat", "gdelt-events", "gdelt-mentions", "icews", "jsonl", "csv", "parquet", "graphml"]
FORMS: tuple[Form, ...] = get_args(Form)
PERIODS: tuple[pairs.Period, ...] = get_args(pairs.Period)

FLAT: tuple[Form, ...] = ("jsonl", "csv", "parquet")
"""Our own formats, with columns for all that Dateline knows."""

HAPPENED: tuple[EventStatus, ...] = ("happened", "ongoing")
"""What counts as having happened; the sets of others have no column for anything else."""

ALL: tuple[EventStatus, ...] = get_args(EventStatus)


def coded(
    ledger: Ledger,
    *,
    first: date | None = None,
    last: date | None = None,
    party: str | None = None,
    types: Sequence[PloverType] = (),
    statuses: Sequence[EventStatus] = HAPPENED,
    doubtful: bool = False,
) -> list[Coded]:
    """The events that meet all conditions, by day."""
    if first and last and first > last:
        raise InputError(f"the events would end before they start: {first} to {last}")
    with ledger.reading() as connection:
        wanted = Wanted(
            first=first,
            last=last,
            party=party_of(connection, party) if party else None,
            types=tuple(types),
            statuses=tuple(statuses),
            confidence=0.0 if doubtful else LIKELY,
        )
        return events_found(connection, wanted)


def statuses_of(words: str | None, form: Form) -> tuple[EventStatus, ...]:
    """The statuses asked for, joined by commas; `all`, or what suits the format."""
    if words is None:
        return ALL if form in FLAT else HAPPENED
    if words == "all":
        return ALL
    return tuple(one_of(word, ALL, "status") for word in words.split(","))


def types_of(words: str | None) -> tuple[PloverType, ...]:
    """PLOVER's types asked for, joined by commas."""
    known: tuple[PloverType, ...] = get_args(PloverType)
    return tuple(one_of(word.upper(), known, "type of event") for word in words.split(",")) if words else ()


def one_of(word: str, known: Sequence[Any], what: str) -> Any:
    """A word that must be one of those known."""
    if word.strip() not in known:
        raise InputError(f"no {what} is called {word.strip()!r}; there are {', '.join(known)}")
    return word.strip()


def fit(events: Sequence[Coded], form: Form, choice: Choice) -> Chosen:
    """The events that a format has room for: all in the flat formats; the sets of others want a day of each, a graph none."""
    if form in FLAT:
        return Chosen(tuple(events))
    return chosen(events, replace(choice, untold=True) if form == "graphml" else choice)


def write_file(events: Sequence[Coded], form: Form, path: Path, *, told: bool, collapse: bool = False) -> None:
    """Write events into a file, which is replaced only once all of them are written."""
    with replaced(path) as half:
        if form == "parquet":
            export_flat.write_parquet(events, half)
        else:
            with half.open("w", encoding="utf-8", newline="") as out:
                write(events, form, out, told=told, collapse=collapse)


def write(events: Sequence[Coded], form: Form, out: IO[str], *, told: bool, collapse: bool = False) -> None:
    """Write events as text; `told` gives an act without a day that of its story, where a format wants a day;
    with `collapse` an act of many sides has one row in the dyadic sets."""
    if form == "jsonl":
        export_flat.write_json_lines(events, out)
    elif form == "csv":
        export_flat.write_csv(events, out)
    elif form == "graphml":
        out.write(graph(events))
    elif form == "parquet":
        raise InputError("Parquet is not text: name a file with --out FILE.parquet")
    else:
        write_tabs(events, form, out, told=told, collapse=collapse)


def write_tabs(events: Sequence[Coded], form: Form, out: IO[str], *, told: bool, collapse: bool) -> None:
    """The sets of others: tab-separated; GDELT's without a header."""
    sets: dict[Form, tuple[Sequence[str] | None, Callable[..., Iterable[list[str]]]]] = {
        "polecat": (export_polecat.COLUMNS, export_polecat.rows),
        "icews": (export_icews.COLUMNS, partial(export_icews.rows, collapse=collapse)),
        "gdelt-events": (None, partial(export_gdelt.event_rows, collapse=collapse)),
        "gdelt-mentions": (None, partial(export_gdelt.mention_rows, collapse=collapse)),
    }
    header, rows = sets[form]
    lines = [header] if header else []
    for row in (*lines, *rows(events, told=told)):
        out.write("\t".join(row) + "\n")


def graph(events: Sequence[Coded]) -> str:
    """Who acts on whom, as GraphML."""
    return pairs.graph(pairs.dyads(events, "all"), (side for event in events for side in (*event.actors, *event.recipients)))


def names_in(ledger: Ledger, found: Sequence[pairs.Dyad]) -> dict[str, str]:
    """Side -> name."""
    from dateline.ledger.lookup import names_of

    with ledger.reading() as connection:
        known = names_of(connection, {side for dyad in found for side in (dyad.source, dyad.target)})
    sides = {side for dyad in found for side in (dyad.source, dyad.target)}
    return {side: known[side].name if side in known else country_name(side) or side for side in sides}


def aggregated(ledger: Ledger, events: Sequence[Coded], period: pairs.Period, choice: Choice) -> list[dict[str, Any]]:
    """Events by dyad and period."""
    found = pairs.dyads(events, period, choice)
    return list(pairs.table(found, names_in(ledger, found)))


def plot(ledger: Ledger, events: Sequence[Coded], period: pairs.Period, path: Path, most: int, choice: Choice) -> None:
    """A plot of the dyads with most events into a file."""
    found = pairs.dyads(events, period, choice)
    draw(found, names_in(ledger, found), path, most)


def draw(found: Sequence[pairs.Dyad], names: dict[str, str], path: Path, most: int) -> None:
    """Dyads as a plot; the ending of the file decides its format."""
    if path.suffix.lower() not in (".png", ".svg", ".html"):
        raise InputError(f"{path}: a plot is written as .png, .svg or .html")
    drawing = pairs.chart(found, names, most)
    with replaced(path) as half:
        if path.suffix.lower() == ".html":
            drawing.save(str(half), inline=True)
        else:
            drawing.save(str(half), scale_factor=2)


def as_csv(rows: Sequence[dict[str, Any]]) -> str:
    """Rows of dyads for spreadsheets."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(pairs.COLUMNS)
    writer.writerows([cell(value) if isinstance(value, str) else value for value in row.values()] for row in rows)
    return out.getvalue()
