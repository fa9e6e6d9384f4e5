"""Events counted by pair of sides and period: a table, a plot of it, and the graph of who acts on whom."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any, Literal

from dateline.knowledge import codes
from dateline.model.coded import Coded, Side
from dateline.model.errors import InputError
from dateline.views.export_days import Choice, set_day, told_day
from dateline.views.export_sides import pairs
from dateline.views.outward import legible, named

__all__ = ["COLUMNS", "Dyad", "Period", "chart", "dyads", "graph", "table"]

Period = Literal["day", "week", "month", "year", "all"]

COLUMNS = (
    "period", "source", "source_name", "target", "target_name", "events", "verbal_cooperation", "material_cooperation",
    "verbal_conflict", "material_conflict", "goldstein_mean", "intensity_mean",
)  # fmt: skip
QUADS = (1, 2, 3, 4)
MARKS = 16
"""Marks on an axis of time at most."""

TOLD = Choice(told=True)
"""Acts without a day of their own count on that of their story."""


@dataclass
class Dyad:
    """What one side did to another in a period."""

    period: str
    source: str
    target: str
    goldstein: list[float] = field(default_factory=list)
    intensity: list[float] = field(default_factory=list)
    quads: dict[int, int] = field(default_factory=lambda: dict.fromkeys(QUADS, 0))


def dyads(events: Iterable[Coded], period: Period, choice: Choice = TOLD) -> list[Dyad]:
    """Pairs of sides by period, oldest first; sides are states, bodies and groups, not the persons who act for them.

    An act of which no day is told counts in the period that it is told to lie in, else in that of its story (`told`) or not
    at all; one outside the days asked for does not count. Acts within one side are left out. Quads are PLOVER's; the mean
    of Goldstein's scores is over CAMEO codes.
    """
    found: dict[tuple[str, str, str], Dyad] = {}
    for event in events:
        day = counted_on(event, period, choice)
        if day is None or not choice.holds(day):
            continue
        label = period_of(day, period)
        for source, target, code in sorted(between(event)):
            dyad = found.setdefault((label, source, target), Dyad(label, source, target))
            dyad.goldstein.append(codes.goldstein(code))
            dyad.intensity.append(codes.intensity(event.type, event.mode))
            dyad.quads[codes.quad(event.type)] += 1
    return [found[key] for key in sorted(found)]


def counted_on(event: Coded, period: Period, choice: Choice) -> date | None:
    """A day of the period in which an act counts."""
    day, when = told_day(event), event.when
    if day is None and when and when.earliest and when.latest and choice.holds(when.earliest) and choice.holds(when.latest):
        day = when.earliest if period_of(when.earliest, period) == period_of(when.latest, period) else None
    return day or set_day(event, told=choice.told)


def between(event: Coded) -> set[tuple[str, str, str]]:
    """(source, target, CAMEO code) by the sides of an event, each pair once."""
    return {(one.side, other.side, code) for code, one, other in pairs(event) if one and other and one.side != other.side}


def period_of(day: date, period: Period) -> str:
    """The period of a day by ISO 8601.

    >>> period_of(date(2022, 1, 4), "month"), period_of(date(2022, 1, 1), "week")
    ('2022-01', '2021-W52')
    """
    year, week, _ = day.isocalendar()
    labels = {"day": day.isoformat(), "week": f"{year}-W{week:02}", "month": f"{day:%Y-%m}", "year": f"{day:%Y}", "all": ""}
    return labels[period]


def first_day(label: str) -> date:
    """The day on which a period begins.

    >>> first_day("2022-W01").isoformat(), first_day("2022-02").isoformat(), first_day("2022").isoformat()
    ('2022-01-03', '2022-02-01', '2022-01-01')
    """
    if "W" in label:
        return date.fromisocalendar(int(label[:4]), int(label[-2:]), 1)
    year, month, day = (*map(int, label.split("-")), 1, 1)[:3]
    return date(year, month, day)


def table(found: Sequence[Dyad], names: dict[str, str]) -> Iterator[dict[str, Any]]:
    """A row for each dyad by the names of `COLUMNS`."""
    for dyad in found:
        row = (
            dyad.period or None, dyad.source, names.get(dyad.source, dyad.source), dyad.target,
            names.get(dyad.target, dyad.target), len(dyad.goldstein), *(dyad.quads[quad] for quad in QUADS),
            round(mean(dyad.goldstein), 3), round(mean(dyad.intensity), 3),
        )  # fmt: skip
        yield dict(zip(COLUMNS, row, strict=True))


def mean(values: Sequence[float]) -> float:
    """The mean of at least one value."""
    return sum(values) / len(values)


def graph(found: Sequence[Dyad], sides: Iterable[Side]) -> str:
    """GraphML: sides as nodes, dyads over all time as directed edges."""
    try:
        import networkx
    except ImportError as error:
        raise InputError("GraphML needs networkx: pip install 'dateline[datasets]'") from error
    net = networkx.DiGraph()
    known = {side.party: side for side in sides}
    for party in sorted({name for dyad in found for name in (dyad.source, dyad.target)}):
        side = known.get(party)
        net.add_node(legible(party), label=legible(side.name) if side else legible(party), kind=side.kind if side else "other",
                     wikidata=(side.wikidata or "") if side else "")  # fmt: skip
    for dyad in found:
        net.add_edge(
            legible(dyad.source), legible(dyad.target), events=len(dyad.goldstein), goldstein=round(mean(dyad.goldstein), 3),
            cooperation=dyad.quads[1] + dyad.quads[2], conflict=dyad.quads[3] + dyad.quads[4],
        )  # fmt: skip
    return "\n".join(networkx.generate_graphml(net, named_key_ids=True)) + "\n"


def chart(found: Sequence[Dyad], names: dict[str, str], most: int) -> Any:
    """An Altair chart: the mean of Goldstein's scores by period, for the pairs with most events."""
    try:
        import altair
    except ImportError as error:
        raise InputError("plots need altair and vl-convert-python: pip install 'dateline[datasets]'") from error
    count: dict[str, int] = {}
    rows = []
    for row in table(found, names):
        pair = named(f"{row['source_name']} → {row['target_name']}")
        count[pair] = count.get(pair, 0) + row["events"]
        score = {"goldstein": row["goldstein_mean"], "events": row["events"]}
        rows.append(
            {"period": row["period"], "start": row["period"] and first_day(row["period"]).isoformat(), "pair": pair, **score}
        )
    busiest = sorted(count, key=lambda pair: (-count[pair], pair))[:most]
    data = altair.InlineData(values=[row for row in rows if row["pair"] in busiest])
    base = altair.Chart(data).encode(
        x=axis_of_time(altair, [row["period"] or "" for row in rows]),
        y=altair.Y("goldstein:Q", title="mean score", scale=altair.Scale(domain=[-10, 10])),
        color=altair.Color("pair:N", sort=busiest, title="source → target", legend=altair.Legend(labelLimit=320)),
        tooltip=["pair:N", "period:O", "goldstein:Q", "events:Q"],
    )
    circles = base.mark_circle(opacity=0.85).encode(
        size=altair.Size("events:Q", title="events", scale=altair.Scale(range=[50, 500]), legend=altair.Legend(tickCount=3))
    )
    title = "Mean of Goldstein's scores (−10 conflict to 10 cooperation)"
    return (base.mark_line(strokeWidth=1.5) + circles).properties(width=720, height=380, title=title)


def axis_of_time(altair: Any, periods: Sequence[str]) -> Any:
    """An axis on which periods lie as far from each other as in time, with marks at some of their beginnings."""
    if not any(periods):
        return altair.X("period:O", title=None)
    starts = sorted({first_day(each) for each in periods})
    written = {len("2022"): "%Y", len("2022-01"): "%b %Y"}.get(len(periods[0]), "%-d %b %Y")
    marks = [datetime.combine(each, time(), UTC).timestamp() * 1000 for each in starts[:: -(-len(starts) // MARKS)]]
    axis = altair.Axis(format=written, labelAngle=-45, labelOverlap="greedy", values=marks)
    return altair.X("start:T", title=None, scale=altair.Scale(type="utc"), axis=axis)
