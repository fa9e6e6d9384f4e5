"""Reports laid over each other: what is believed of the occasion, how it came about, and what else was said."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from math import prod
from typing import Any

from dateline.matching.days import EXACT, gap, length
from dateline.matching.life import Life, lived, precise, told
from dateline.model.entry import Attendee
from dateline.model.evidence import Sourced, Span
from dateline.model.occasion import Claim, Occasion, Report, Step
from dateline.model.when import When

__all__ = ["overlay"]

SHARE = 4
"""A party is believed to take part when one story in so many names it."""

AGAIN = 0.3
"""How much of what was left in doubt a further story that says the same takes away, at full confidence."""

Votes = dict[Any, list[Report]]


def overlay(reports: Iterable[Report]) -> Occasion:
    """What the reports of one occasion say together; their order does not matter."""
    ordered = sorted(reports, key=told)
    history, life = steps(ordered)
    places = votes(ordered, lambda meeting: meeting.place)
    place = chosen(places, lambda value: (not is_country(places[value]),))
    dates = votes(ordered, lambda meeting: meeting.when)
    return Occasion(
        kind=chosen(votes(ordered, lambda meeting: meeting.kind), lambda value: (value != "other",)),
        status=life.status,
        title=title(ordered, life),
        forum=believed(ordered, lambda meeting: meeting.forum),
        parties=parties(ordered),
        people=people(ordered),
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
        stories=len({report.meeting.text for report in ordered}),
        newest=max((step.day for step in history if step.day), default=None),
        reports=tuple(report.id for report in ordered),
        history=history,
        claims=(*date_claims(dates, life), *place_claims(places, place)),
    )


def votes(reports: Sequence[Report], field: Callable[[Any], Sourced[Any] | None]) -> Votes:
    """The values of a field, each with the reports that give it."""
    found: Votes = {}
    for report in reports:
        if (sourced := field(report.meeting)) is not None:
            found.setdefault(sourced.value, []).append(report)
    return found


def stories(reports: Iterable[Report]) -> int:
    """Copies of a text are one story."""
    return len({report.meeting.text for report in reports})


def newest(reports: Iterable[Report]) -> date:
    """Day of the last story among them."""
    return max(report.day or date.min for report in reports)


def chosen(found: Votes, first: Callable[[Any], tuple[Any, ...]] = lambda value: ()) -> Any:
    """The value that says most, that most stories give, that the newest gives, and the lowest of equals."""
    ranked = sorted(found, key=str)
    return max(ranked, key=lambda value: (*first(value), stories(found[value]), newest(found[value])), default=None)


def believed(reports: Sequence[Report], field: Callable[[Any], Sourced[Any] | None]) -> Any:
    """The value of a field that most stories give; of equals the one that was first, for wording alone is no news."""
    found = votes(reports, field)
    return max(found, key=lambda value: stories(found[value]), default=None)


def country_of(reports: Sequence[Report], place: str | None) -> str | None:
    """The country that the reports of this place give it."""
    found = Counter(report.country for report in reports if report.country and value_of(report.meeting.place) == place)
    return min(found, key=lambda name: (-found[name], name), default=None)


def is_country(reports: Sequence[Report]) -> bool:
    """Do the reports of a place take it for a whole country?"""
    return any(report.facts.is_country for report in reports)


def value_of(sourced: Sourced[Any] | None) -> Any:
    """What is said, without why."""
    return None if sourced is None else sourced.value


def backed(reports: Sequence[Report], values: Callable[[Report], Iterable[Any]]) -> list[Any]:
    """The values that one story in `SHARE` names at least, those named by most first."""
    tellers: dict[Any, set[str]] = {}
    for report in reports:
        for value in values(report):
            tellers.setdefault(value, set()).add(report.meeting.text)
    least = stories(reports) / SHARE
    ranked = sorted(tellers, key=lambda value: (-len(tellers[value]), str(value)))
    return [value for value in ranked if len(tellers[value]) >= least]


def parties(reports: Sequence[Report]) -> tuple[str, ...]:
    """Who takes part: the union of what the reports name, without what too few of them do."""
    return tuple(sorted(backed(reports, lambda report: (each.value for each in report.meeting.parties))))


def people(reports: Sequence[Report]) -> tuple[Attendee, ...]:
    """Who is named as taking part; of one person under two parties that which more stories give."""
    known: dict[str, Attendee] = {}
    for attendee in backed(reports, lambda report: (each.value for each in report.meeting.people)):
        name = attendee.id.casefold()
        if name not in known or known[name].of is None:
            known[name] = attendee
    return tuple(known[name] for name in sorted(known))


def confidence(reports: Sequence[Report]) -> float:
    """That of the best story, and a little more for each other one, for outlets repeat each other's mistakes."""
    best: dict[str, float] = {}
    for report in reports:
        best[report.meeting.text] = max(best.get(report.meeting.text, 0.0), report.meeting.confidence)
    first, *others = sorted(best.values(), reverse=True)
    return round(min(0.99, 1 - (1 - first) * prod(1 - AGAIN * each for each in others)), 3)


def title(reports: Sequence[Report], life: Life) -> str:
    """The title of the report that says most of what is believed, the first of equals."""

    def worth(report: Report) -> tuple[Any, ...]:
        meeting = report.meeting
        said = (value_of(meeting.when) == life.when, meeting.forum, meeting.forum, meeting.place, meeting.people)
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


def steps(reports: Sequence[Report]) -> tuple[tuple[Step, ...], Life]:
    """The history of status, date and place, each step with the report that brought it, and where it leads."""
    life: Life | None = None
    place: str | None = None
    found: list[Step] = []
    for report in reports:
        meeting = report.meeting
        before, life = life, lived(life, report)
        if before is None or life.status != before.status:
            found.append(step(report, "status", life.status, before.status if before else None, meeting.status))
        if edtf(life.when) != edtf(before.when if before else None):
            source = meeting.when or meeting.previously or meeting.status
            found.append(step(report, "date", edtf(life.when), edtf(before.when if before else None), source))
        if place is None and meeting.place is not None:
            place = meeting.place.value
            found.append(step(report, "place", place, None, meeting.place))
    if life is None:
        raise ValueError("an occasion needs a report")
    return tuple(found), settled(reports, life)


def step(report: Report, field: str, value: str | None, before: str | None, source: Sourced[Any]) -> Step:
    """One step of the history."""
    return Step(day=report.day, report=report.id, field=field, value=value, before=before or None, quote=quote(report, source))


def settled(reports: Sequence[Report], life: Life) -> Life:
    """The date on which most stories agree, among those that no move or delay explains."""
    if life.when is None:
        return life
    dates = votes(reports, lambda meeting: meeting.when)
    rivals = {when: tellers for when, tellers in dates.items() if rivals_date(when, life)}
    best = chosen(rivals, lambda when: (-precise(when),)) if rivals else life.when
    return Life(life.status, best, life.previously)


def rivals_date(when: When, life: Life) -> bool:
    """Is it a date for the same turn of the occasion as the one it stands at, not one that it was moved from?"""
    if life.when is None or (life.previously and gap(when, life.previously) == 0 and gap(when, life.when) > 0):
        return False
    return gap(when, life.when) <= 1 and (length(when) <= EXACT or length(life.when) > EXACT)


def date_claims(found: Votes, life: Life) -> list[Claim]:
    """The dates that were given, where they differ."""
    if len(found) < 2 and not life.previously:
        return []
    return [
        Claim(
            field="date",
            value=when.edtf,
            stories=stories(found[when]),
            believed=when == life.when,
            why=why_date(when, found, life),
        )
        for when in sorted(found, key=lambda when: (-stories(found[when]), when.edtf))
    ]


def why_date(when: When, found: Votes, life: Life) -> str:
    """Why a date is believed, or not."""
    if when == life.when:
        return "the date it was moved to" if life.previously else "the most exact that most stories give"
    if life.when is None:
        return "put off"
    if life.previously and gap(when, life.previously) == 0:
        return "moved from this date"
    return "less exact" if precise(when) > precise(life.when) else "fewer or older stories"


def place_claims(found: Votes, place: str | None) -> list[Claim]:
    """The places that were given, where they differ."""
    if len(found) < 2:
        return []
    return [
        Claim(
            field="place",
            value=name,
            stories=stories(found[name]),
            believed=name == place,
            why="the most exact that most stories give" if name == place else "fewer, older or less exact stories",
        )
        for name in sorted(found, key=lambda name: (-stories(found[name]), name))
    ]
