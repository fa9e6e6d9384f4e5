"""What people decided, as the putting together of meetings needs it: what belongs together, what does not, what is none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from dateline.matching.overlay import overlay
from dateline.model.judgement import Judgement, Ruling
from dateline.model.occasion import Occasion, Report

__all__ = ["Decided", "Group", "assigned", "believed", "decided"]

Group = tuple[str, ...]
"""The reports of one occasion, ids sorted."""

Pair = tuple[str, str]


@dataclass(frozen=True)
class Decided:
    """Pairs of reports that are, or are not, of one occasion, the reports of none, and what is decided of meetings."""

    rejected: frozenset[str] = frozenset()
    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()
    rulings: tuple[Ruling, ...] = field(default=())


def pairs(one: Iterable[str], other: Iterable[str]) -> set[Pair]:
    """Every pair of the two, the lower id first."""
    return {(min(a, b), max(a, b)) for a, b in product(one, other) if a != b}


def decided(rulings: Sequence[Ruling]) -> Decided:
    """The rulings in their order, a later one undoing what it contradicts."""
    rejected: set[str] = set()
    together: set[Pair] = set()
    apart: set[Pair] = set()
    for ruling in rulings:
        verb, crossing = ruling.judgement.verb, pairs(ruling.one, ruling.other)
        if verb == "reject":
            rejected |= ruling.one
        elif verb == "same-as":
            together, apart = together | crossing, apart - crossing
        elif verb == "not-same":
            together, apart = together - crossing, apart | crossing
        else:
            rejected -= ruling.one
    return Decided(frozenset(rejected), frozenset(together), frozenset(apart), tuple(rulings))


def assigned(groups: Sequence[Group], rulings: Iterable[Ruling]) -> Mapping[Group, list[Judgement]]:
    """Group -> what was decided of it: a judgement goes where most of the reports are that it was about."""
    found: dict[Group, list[Judgement]] = {ids: [] for ids in groups}
    for ruling in rulings:
        if ruling.judgement.verb in ("same-as", "not-same", "reject"):
            continue
        home = max(groups, key=lambda ids: (len(ruling.one & set(ids)), ids), default=None)
        if home is not None and ruling.one & set(home):
            found[home].append(ruling.judgement)
    return found


def believed(groups: Sequence[Group], reports: Mapping[str, Report], rulings: Sequence[Ruling]) -> Mapping[Group, Occasion]:
    """Group -> what is believed of it by its reports and what was decided; those that people rejected are left out."""
    judged, rejected = assigned(groups, rulings), decided(rulings).rejected
    return {ids: overlay((reports[name] for name in ids), judged[ids]) for ids in groups if not rejected.intersection(ids)}
