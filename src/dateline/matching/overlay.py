"""Reports laid over each other: what is believed of the occasion, how it came about, and what else was said."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from math import prod
from typing import Any

from dateline.matching.claims import Votes, credible, date_claims, exactness, place_claims, standing, stories, votes
from dateline.matching.days import EXACT, gap, length
from dateline.matching.decided import decided, pinned
from dateline.matching.fields import counted, people, superseded, told_of
from dateline.matching.life import Life, lived, precise, told
from dateline.model.entry import Meeting
from dateline.model.evidence import Sourced, Span
from dateline.model.judgement import Judgement
from dateline.model.occasion import Occasion, Report, Step
from dateline.model.when import When

__all__ = ["overlay"]

AGAIN = 0.3
"""How much of what was left in doubt a further story that says the same takes away, at full confidence."""


def overlay(reports: Iterable[Report], judgements: Iterable[Judgement] = ()) -> Occasion:
    """What the reports of one occasion say together, and what people decided of it; the order of neither matters."""
    every = sorted(reports, key=told)
    gone = superseded(every)
    ordered = counted(sorted(every, key=lambda report: (report.day or date.min, report.id not in gone, *told(report))))
    rulings = sorted((each for each in judgements if each.stands), key=lambda each: (each.at, each.id))
    history, life = steps(ordered, rulings)
    present = who_was_there(ordered, life)
    sides = told_of(present, "parties", lambda report: (each.value for each in report.meeting.parties))
    attending = told_of(present, "people", lambda report: (each.value for each in report.meeting.people))
    places = votes(in_force(ordered, gone, lambda meeting: meeting.place), lambda meeting: meeting.place)
    place = chosen(places, lambda value: exactness(places[value]), "place")
    dates = votes(in_force(ordered, gone, lambda meeting: meeting.when), lambda meeting: meeting.when)
    occasion = Occasion(
        kind=chosen(votes(ordered, lambda meeting: meeting.kind), lambda value: (value != "other",)),
        status=life.status,
        title=title(ordered, life),
        forum=believed(ordered, lambda meeting: meeting.forum),
        parties=tuple(sorted(sides.believed)),
        people=people(attending),
        level=believed(ordered, lambda meeting: meeting.level),
        convener=believed(ordered, lambda meeting: meeting.convener),
        place=place,
        country=country_of(ordered, place),
        venue=believed(ordered, lambda meeting: meeting.venue),
        when=life.when,
        previously=life.previously,
        topic=believed(ordered, lambda meeting: meeting.topic),
        outcome=chosen(votes(ordered, lambda meeting: meeting.outcome)),
        confidence=confidence(ordered),
        stories=stories(ordered),
        newest=max((step.day for step in history if step.day), default=None),
        reports=tuple(report.id for report in every),
        history=history,
        claims=(*date_claims(dates, life), *place_claims(places, place), *sides.claims, *attending.claims),
    )
    contested = any(claim.rival for claim in occasion.claims)
    occasion = replace(occasion, credibility=credible(ordered, believed=True, contested=contested))
    return pinned(occasion, rulings)


def chosen(found: Votes, first: Callable[[Any], tuple[Any, ...]] = lambda value: (), field: str = "") -> Any:
    """The value that stands best: by what it says, who confirms it, how many and how good the sources, how sure, how new."""
    ranked = sorted(found, key=str)
    return max(ranked, key=lambda value: standing(found[value], first(value), field).rank, default=None)


def believed(reports: Sequence[Report], field: Callable[[Any], Sourced[Any] | None]) -> Any:
    """The value of a field that most stories give; of equals the one that was first, for wording alone is no news."""
    found = votes(reports, field)
    return max(found, key=lambda value: stories(found[value]), default=None)


def country_of(reports: Sequence[Report], place: str | None) -> str | None:
    """The country that the reports of this place give it."""
    found = Counter(report.country for report in reports if report.country and value_of(report.meeting.place) == place)
    return min(found, key=lambda name: (-found[name], name), default=None)


def value_of(sourced: Sourced[Any] | None) -> Any:
    """What is said, without why."""
    return None if sourced is None else sourced.value


def in_force(
    reports: Sequence[Report], gone: Collection[str], field: Callable[[Meeting], Sourced[Any] | None]
) -> Sequence[Report]:
    """The reports whose word on a field stands: not those of earlier versions of a story that gives it anew."""
    anew = {report.told_in for report in reports if report.id not in gone and field(report.meeting) is not None}
    return [report for report in reports if report.id not in gone or report.told_in not in anew]


def who_was_there(reports: Sequence[Report], life: Life) -> Sequence[Report]:
    """Of a meeting that took place those stories that tell so and name its sides, where several do: plans name others too."""
    if life.status not in ("held", "ongoing"):
        return reports
    present = [report for report in reports if report.meeting.status.value in ("held", "ongoing") and len(report.sides) > 1]
    return present if stories(present) > 1 else reports


def confidence(reports: Sequence[Report]) -> float:
    """That of the best story, and a little more for each other one, for outlets repeat each other's mistakes."""
    best: dict[str, float] = {}
    for report in reports:
        best[report.told_in] = max(best.get(report.told_in, 0.0), report.meeting.confidence)
    first, *others = sorted(best.values(), reverse=True)
    return round(min(0.99, 1 - (1 - first) * prod(1 - AGAIN * each for each in others)), 3)


def title(reports: Sequence[Report], life: Life) -> str:
    """The title of the report that says most of what is believed, the first of equals."""

    def worth(report: Report) -> tuple[Any, ...]:
        meeting = report.meeting
        said = (value_of(meeting.when) == life.when, meeting.forum, meeting.parties, meeting.place, meeting.people)
        return sum(bool(each) for each in said), meeting.status.value == life.status, meeting.confidence

    best = max((report for report in reports if report.meeting.title), key=worth, default=None)
    return best.meeting.title if best else ""


def quote(report: Report, sourced: Sourced[Any]) -> str:
    """The words of the report that speak of the meeting, or, where it has none, those that give the value."""
    grounds = (evidence.ground for evidence in sourced.evidence)
    spans = [*report.meeting.spans, *(ground for ground in grounds if isinstance(ground, Span))]
    return spans[0].quote if spans else ""


def edtf(when: When | None) -> str | None:
    """A date in words of the ledger."""
    return None if when is None else when.edtf


def steps(reports: Sequence[Report], rulings: Sequence[Judgement]) -> tuple[tuple[Step, ...], Life]:
    """The history of status, date and place, each step with the report or decision that brought it, and where it leads.

    A decision counts from its own day on: what a later story brings may move the meeting again.
    """
    if not reports:
        raise ValueError("an occasion needs a report")
    waiting = [each for each in rulings if each.verb.startswith("meeting ")]
    first, *others = reports
    found, life, place = told_steps(first, None, None)
    for report in others:
        while waiting and report.day is not None and waiting[0].at.date() < report.day:
            life = settled(reports, life, before=report.day)
            more, life = decided(waiting.pop(0), life)
            found += more
        more, life, place = told_steps(report, life, place)
        found += more
    life = settled(reports, life)
    for ruling in waiting:
        more, life = decided(ruling, life)
        found += more
    return tuple(found), life


def told_steps(report: Report, before: Life | None, place: str | None) -> tuple[list[Step], Life, str | None]:
    """The steps that a report brings, the life after it, and the first place that was named."""
    meeting, life = report.meeting, lived(before, report)
    found: list[Step] = []
    if before is None or life.status != before.status:
        found.append(step(report, "status", life.status, before.status if before else None, meeting.status))
    if edtf(life.when) != edtf(before.when if before else None):
        source = meeting.when or meeting.previously or meeting.status
        found.append(step(report, "date", edtf(life.when), edtf(before.when if before else None), source))
    if place is None and meeting.place is not None:
        place = meeting.place.value
        found.append(step(report, "place", place, None, meeting.place))
    return found, life, place


def step(report: Report, field: str, value: str | None, before: str | None, source: Sourced[Any]) -> Step:
    """One step of the history."""
    return Step(day=report.day, report=report.id, field=field, value=value, before=before or None, quote=quote(report, source))


def settled(reports: Sequence[Report], life: Life, before: date | None = None) -> Life:
    """The date that stands best among those that no move or delay explains (told before a day, where one is given)."""
    if life.when is None or life.fixed:
        return life
    known = [report for report in reports if before is None or report.day is None or report.day < before]
    told_last = in_force(known, superseded(known), lambda meeting: meeting.when)
    dates = votes(told_last, lambda meeting: meeting.when)
    rivals = {when: tellers for when, tellers in dates.items() if rivals_date(when, life)}
    best = chosen(rivals, lambda when: (-precise(when),), "date") if rivals else life.when
    return Life(life.status, best, life.previously)


def rivals_date(when: When, life: Life) -> bool:
    """Is it a date for the same turn of the occasion as the one it stands at, not one that it was moved from?"""
    if life.when is None or (life.previously and gap(when, life.previously) == 0 and gap(when, life.when) > 0):
        return False
    near = gap(when, life.when) <= 1 or life.previously is None
    return near and (length(when) <= EXACT or length(life.when) > EXACT)
