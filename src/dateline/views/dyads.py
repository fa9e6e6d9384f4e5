"""Events counted by pair of sides and period: a table, a plot of it, and the graph of who acts on whom."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from dateline.knowledge import codes
from dateline.model.coded import Coded, Side
from dateline.model.errors import InputError
from dateline.views.export_sides import pairs
from dateline.views.outward import legible, named

__all__ = ["COLUMNS", "Dyad", "Period", "chart", "dyads", "graph", "table"]

Period = Literal["day", "week", "month", "year", "all"]

COLUMNS = (
    "period", "source", "source_name", "target", "target_name", "events", "verbal_cooperation", "material_cooperation",
    "verbal_conflict", "material_conflict", "goldstein_mean", "intensity_mean",
)  # fmt: skip
QUADS = (1, 2, 3, 4)


@dataclass
class Dyad:
    """What one side did to another in a period."""

    period: str
    source: str
    target: str
    goldstein: list[float] = field(default_factory=list)
    intensity: list[float] = field(default_factory=list)
    quads: dict[int, int] = field(default_factory=lambda: dict.fromkeys(QUADS, 0))


def dyads(events: Iterable[Coded], period: Period, *, told: bool = True) -> list[Dyad]:
    """Pairs of sides by period, oldest first; sides are states, bodies and groups, not the persons who act for them.

    An act without a day of its own counts in the period of its story (`told`) or not at all. Acts within one side are left
    out. Quads are PLOVER's; the mean of Goldstein's scores is over CAMEO codes.
    """
    found: dict[tuple[str, str, str], Dyad] = {}
    for event in events:
        day = (event.when.earliest or event.when.latest if event.when else None) or (event.day if told else None)
        if day is None:
            continue
        label = period_of(day, period)
        for source, target, code in sorted(between(event)):
            dyad = found.setdefault((label, source, target), Dyad(label, source, target))
            dyad.goldstein.append(codes.goldstein(code))
            dyad.intensity.append(codes.intensity(event.type, event.mode))
            dyad.quads[codes.quad(event.type)] += 1
    return [found[key] for key in sorted(found)]


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
        rows.append({"period": row["period"], "pair": pair, "goldstein": row["goldstein_mean"], "events": row["events"]})
    busiest = sorted(count, key=lambda pair: (-count[pair], pair))[:most]
    data = altair.InlineData(values=[row for row in rows if row["pair"] in busiest])
    base = altair.Chart(data).encode(
        x=altair.X("period:O", title=None, axis=altair.Axis(labelAngle=-45)),
        y=altair.Y("goldstein:Q", title="mean score", scale=altair.Scale(domain=[-10, 10])),
        color=altair.Color("pair:N", sort=busiest, title="source → target", legend=altair.Legend(labelLimit=320)),
        tooltip=["pair:N", "period:O", "goldstein:Q", "events:Q"],
    )
    circles = base.mark_circle(opacity=0.85).encode(
        size=altair.Size("events:Q", title="events", scale=altair.Scale(range=[50, 500]), legend=altair.Legend(tickCount=3))
    )
    title = "Mean of Goldstein's scores (−10 conflict to 10 cooperation)"
    return (base.mark_line(strokeWidth=1.5) + circles).properties(width=720, height=380, title=title)
