"""Who takes part, as the reports of one occasion give it: believed by how many tell so independently, and how surely."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

from dateline.matching.claims import WEIGHT, best_of, credible, voices
from dateline.matching.vetoes import is_bare
from dateline.model.entry import Attendee
from dateline.model.occasion import Claim, Report

__all__ = ["Told", "counted", "people", "superseded", "told_of"]

SILENCE = 0.3
"""How much it speaks against a party that a report names others, but not this one, beside what speaks for one that it names."""

USUAL = 0.7
"""How sure a report is of a field of which it does not say it."""


@dataclass(frozen=True)
class Told:
    """The values of a field with many: those believed, those named by most first, and what others name beside them."""

    believed: tuple[Any, ...]
    claims: tuple[Claim, ...] = ()


def counted(reports: Sequence[Report]) -> list[Report]:
    """The reports that count as sources: bare words ("the talks") only point to what others tell, an offer is an act."""
    told = [report for report in reports if report.meeting.status.value == "proposed" or not is_bare(report.facts)]
    return told or list(reports)


def superseded(reports: Iterable[Report]) -> frozenset[str]:
    """The reports of stories of which a later version tells of the occasion too."""
    known = list(reports)
    before = {report.predecessor for report in known if report.predecessor}
    return frozenset(report.id for report in known if report.document in before)


def surely(report: Report, field: str) -> float:
    """How sure a report is of a field, all in all."""
    return report.meeting.confidence * report.meeting.sure.get(field, USUAL) * min(1.0, WEIGHT[report.reliability])


def told_of(reports: Sequence[Report], field: str, values: Callable[[Report], Iterable[Any]]) -> Told:
    """What is believed of a field with many values, and what is contested.

    Reports of one voice count once, by the surest. A report that names two sides or more speaks, a little, against those that
    it does not name; one that names a single side, or a body, says nothing of others.
    """
    named: dict[Any, list[Report]] = {}
    for report in reports:
        for value in dict.fromkeys(values(report)):
            named.setdefault(value, []).append(report)
    of = voices(reports)
    full = [report for report in reports if len(report.sides) > 1]
    believed, contested = [], []
    for value in sorted(named, key=lambda value: (-len({of[each.id] for each in named[value]}), str(value))):
        tellers = named[value]
        telling = {of[each.id] for each in tellers}
        others = [each for each in full if of[each.id] not in telling]
        if belief(tellers, of, field) >= belief(others, of, field, SILENCE):
            believed.append(value)
        else:
            contested.append(claim_of(field, value, tellers, len(set(of.values()))))
    return Told(tuple(believed), tuple(contested))


def belief(tellers: Iterable[Report], of: Mapping[str, str], field: str, share: float = 1.0) -> float:
    """How likely it is that one of these independent voices is right."""
    surest: dict[str, float] = {}
    for report in tellers:
        surest[of[report.id]] = max(surest.get(of[report.id], 0.0), surely(report, field))
    return 1 - prod(1 - share * each for each in surest.values())


def claim_of(field: str, value: Any, tellers: Sequence[Report], told: int) -> Claim:
    """A value that too few name to be believed."""
    count = len({report.told_in for report in tellers})
    return Claim(
        field=field,
        value=value.id if isinstance(value, Attendee) else str(value),
        stories=count,
        believed=False,
        why=f"named by too few of {told}",
        reliability=best_of(tellers),
        credibility=credible(tellers, believed=False, contested=True),
        reports=tuple(sorted(report.id for report in tellers)),
    )


def people(told: Told) -> tuple[Attendee, ...]:
    """Who is named as taking part; of one person under two parties that which more stories give."""
    known: dict[str, Attendee] = {}
    for attendee in told.believed:
        name = attendee.id.casefold()
        if name not in known or known[name].of is None:
            known[name] = attendee
    return tuple(known[name] for name in sorted(known))
