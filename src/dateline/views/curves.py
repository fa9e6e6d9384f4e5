"""Cooperation and conflict of a side with each other one, month by month, as small pictures that need no script."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.model.party import Party
from dateline.views.dyads import Dyad, first_day
from dateline.views.wording import name_of

__all__ = ["Curve", "Month", "curves"]

WIDTH, HEIGHT = 360, 110
LEFT, TOP = 32, 10
MOST = 12
"""Counterparts that have a picture, those with most events."""

HIGHEST = 10.0
"""Goldstein's scores go from so much conflict to so much cooperation."""


@dataclass(frozen=True, kw_only=True)
class Month:
    """What the two did to each other in a month: how often, how much of it cooperation, and the mean of Goldstein's scores."""

    label: str
    events: int
    cooperation: int
    conflict: int
    mean: float
    x: float
    y: float


@dataclass(frozen=True, kw_only=True)
class Curve:
    """The months of two sides, and the line through them."""

    other: str
    name: str
    events: int
    months: tuple[Month, ...]
    line: str
    since: str
    until: str
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    zero: float = HEIGHT / 2


def curves(found: Sequence[Dyad], side: str, names: Mapping[str, Party]) -> list[Curve]:
    """The curves of a side, those with most events first; all have one axis of time."""
    together: dict[str, dict[str, list[Dyad]]] = defaultdict(lambda: defaultdict(list))
    often: Counter[str] = Counter()
    for each in found:
        if side in (each.source, each.target):
            other = each.target if each.source == side else each.source
            together[other][each.period].append(each)
            often[other] += len(each.goldstein)
    labels = sorted({label for months in together.values() for label in months})
    ranked = sorted(together, key=lambda other: (-often[other], other))[:MOST]
    return [curve(other, together[other], labels, often[other], names) for other in ranked]


def curve(
    other: str, told: Mapping[str, Sequence[Dyad]], labels: Sequence[str], events: int, names: Mapping[str, Party]
) -> Curve:  # fmt: skip
    """One curve."""
    months = tuple(month(label, told[label], across(label, labels)) for label in sorted(told))
    line = " ".join(f"{each.x},{each.y}" for each in months)
    return Curve(
        other=other, name=name_of(other, names), events=events, months=months, line=line, since=labels[0], until=labels[-1]
    )  # fmt: skip


def month(label: str, told: Sequence[Dyad], x: float) -> Month:
    """One month, both directions together."""
    scores = [score for each in told for score in each.goldstein]
    mean = sum(scores) / len(scores)
    return Month(
        label=label,
        events=len(scores),
        cooperation=sum(each.quads[1] + each.quads[2] for each in told),
        conflict=sum(each.quads[3] + each.quads[4] for each in told),
        mean=round(mean, 1),
        x=x,
        y=round(HEIGHT / 2 - mean / HIGHEST * (HEIGHT / 2 - TOP), 1),
    )


def across(label: str, labels: Sequence[str]) -> float:
    """Where a month stands from left to right, among all."""
    first, last, here = (first_day(each).toordinal() for each in (labels[0], labels[-1], label))
    share = (here - first) / (last - first) if last > first else 0.5
    return round(LEFT + 8 + share * (WIDTH - LEFT - 20), 1)
