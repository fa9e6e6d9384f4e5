"""What is doubtful of entries: meetings that are contested, one-sided, unlikely, joined by little, or told of twice; statements
and events that are unlikely or contradict another one."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import combinations

from dateline.knowledge.parties import states
from dateline.matching.compare import ENOUGH, START, compare
from dateline.matching.days import gap
from dateline.model.agenda import AgendaRow
from dateline.model.brief import Dispute
from dateline.model.coded import Coded
from dateline.model.kept import Link
from dateline.model.occasion import Facts, Match, Occasion, side_of
from dateline.model.position import Stance
from dateline.model.review import Reason
from dateline.model.when import When, days_after

__all__ = ["contested", "denied", "doubles", "joins", "one_sided", "readers_differ", "reversals", "same_after_all", "unlikely"]

BELOW, ABOVE = 0.2, 0.15
"""Entries so far below or above the confidence from which they are shown are unlikely enough to be looked at."""

NEARLY = -0.7
"""Two meetings whose comparison comes to so much, but not to `ENOUGH`, may be one: some third of them are."""

LITTLE = 0.8
"""A report tied to its meeting by so little more than `ENOUGH` may belong to another one."""

WEEK = 7
"""Days of a meeting under each of which others are looked for."""

FIELDS = {"date": "the day", "place": "the place", "status": "whether it is on"}
HELD = ("happened", "ongoing")
TOLD = 3


def unlikely(confidence: float, shown: float) -> Iterator[Reason]:
    """It is not sure at all that it is one; `shown` is the confidence from which it is shown."""
    if shown - BELOW <= confidence < shown + ABOVE:
        doubt = 0.8 - abs(confidence - shown)
        hidden = "" if confidence >= shown else ", and left out of listings as it is"
        yield Reason(
            cause="unlikely", words=f"it is right in about {round(100 * confidence)} of 100 cases{hidden}", doubt=doubt
        )


def readers_differ(told: Iterable[tuple[str, str, str]]) -> Iterator[Reason]:
    """Two readers of a story differ: (field, reader, what that one gives), each once."""
    found = []
    for field, reader, value in dict.fromkeys(told):
        who = "the rules read" if reader == "rules" else "the model reads"
        name = "" if value == "nothing" or ": " in value else f"{'date' if field == 'when' else field}: "
        found.append(f"{who} {name}{value}")
    if found:
        words = f"two readers differ: {'; '.join(dict.fromkeys(found))}"
        yield Reason(cause="readers", words=words, doubt=0.6)


def one_sided(occasion: Occasion) -> Iterator[Reason]:
    """Only one side is named of a meeting that is no session of a body."""
    sides = sides_of(occasion)
    if len(sides) < 2 and occasion.forum is None and occasion.kind not in ("council", "conference"):
        words = f"only {', '.join(sides)} is named, no other side" if sides else "no side is named"
        yield Reason(cause="one-sided", words=words, doubt=0.4)


def sides_of(occasion: Occasion) -> frozenset[str]:
    """The states and bodies that come together."""
    return frozenset([*map(side_of, occasion.parties), *(side_of(each.id, each.of) for each in occasion.people if each.of)])


def contested(row: AgendaRow, found: Iterable[Dispute]) -> Iterator[Reason]:
    """Stories contradict each other."""
    outlets = {line.report: line.source or line.name for line in row.sources}
    for dispute in found:
        told = [
            f"{each.value} ({', '.join(dict.fromkeys(outlets[name] for name in each.reports if name in outlets))})"
            for each in dispute.values
        ]
        yield Reason(cause="contested", words=f"{FIELDS[dispute.field]} is contested: {' or '.join(told)}", doubt=0.7)


def joins(row: AgendaRow, links: Mapping[str, Link], settled: Collection[tuple[str, str]] = ()) -> Iterator[Reason]:
    """Reports that are tied to it by little; those of pairs that people have `settled` belong to it."""
    lines = {line.report: line for line in row.sources}
    sure = {name for pair in settled for name in pair if set(pair) <= set(links)}
    founder = row.sources[0].report if row.sources else None
    for name, link in sorted(links.items()):
        if link.score is None or link.score >= ENOUGH + LITTLE or name == founder or name not in lines or name in sure:
            continue
        told = f"the report of {lines[name].source or lines[name].name} belongs to it by little: {reasons_of(link.reasons)}"
        yield Reason(cause="join", words=told, doubt=0.5, other=name)


def reasons_of(reasons: Iterable[tuple[str, float]]) -> str:
    """What speaks most for and against, in words."""
    ranked = sorted((each for each in reasons if each[0] != START), key=lambda each: -abs(each[1]))
    against = [words for words, weight in ranked if weight < 0][:TOLD]
    found = ", ".join(words for words, weight in ranked if weight > 0) or "little"
    return f"{found}" + (f"; but {', '.join(against)}" if against else "")


def same_after_all(match: Match, other: str) -> Reason:
    """Two reports of them speak of one occasion, and others held them apart."""
    return Reason(cause="double", words=reasons_of(match.reasons), doubt=0.7, other=other)


def doubles(rows: Sequence[AgendaRow]) -> Iterator[tuple[str, Reason]]:
    """Meetings that nearly are one, each pair once: the id of the one, and the reason with that of the other."""
    days: dict[date, set[int]] = defaultdict(set)
    facts = [facts_of(row) for row in rows]
    for number, each in enumerate(facts):
        for day in days_of(each.when):
            days[day].add(number)
    pairs = {pair for found in days.values() for pair in combinations(sorted(found), 2)}
    for one, other in sorted(pairs):
        mine, theirs = facts[one], facts[other]
        if not alike(mine, theirs):
            continue
        if {line.text for line in rows[one].sources} & {line.text for line in rows[other].sources}:
            continue  # a story that tells of both knows them apart
        match = compare(mine, theirs)
        if match.score >= NEARLY:
            doubt = min(0.8, 0.35 + 0.15 * (match.score - NEARLY))
            yield mine.id, Reason(cause="double", words=reasons_of(match.reasons), doubt=doubt, other=theirs.id)


def alike(one: Facts, other: Facts) -> bool:
    """Do two meetings share two sides, a side and the place, or the forum?"""
    shared = len(one.sides & other.sides)
    placed = one.place is not None and other.place is not None and one.place.casefold() == other.place.casefold()
    return shared > 1 or (shared == 1 and placed) or (one.forum is not None and one.forum == other.forum)


def days_of(when: When | None) -> list[date]:
    """The days of a meeting, and those beside it; none where they are too many to say when it is."""
    if when is None or when.earliest is None or when.latest is None or (when.latest - when.earliest).days >= WEEK:
        return []
    span = (when.latest - when.earliest).days
    return [days_after(when.earliest, number) for number in range(span + 2)]


def facts_of(row: AgendaRow) -> Facts:
    """What of a meeting decides whether it is the same as another one."""
    occasion = row.occasion
    return Facts(
        id=row.id, text=row.id, day=occasion.newest, kind=occasion.kind, status=occasion.status, forum=occasion.forum,
        sides=sides_of(occasion), people=frozenset(occasion.people), level=occasion.level, place=occasion.place,
        country=occasion.country, feature="PCLI" if occasion.place in countries() else None, when=occasion.when,
        previously=occasion.previously,
    )  # fmt: skip


@cache
def countries() -> frozenset[str]:
    """The names of all states."""
    return frozenset(name for each in states() for name in (each.name, *each.names))


def reversals(stances: Iterable[Stance]) -> Iterator[tuple[str, Reason]]:
    """Statements by which a side goes back on what it said: one of the two may be misread."""
    for stance in stances:
        if stance.shift is not None:
            before = stance.shift.before
            told = f"on {before.day} it had said the opposite of {', '.join(stance.shift.shared)}: “{before.words}”"
            yield stance.saying.id, Reason(cause="contradiction", words=told, doubt=0.5, other=before.id)


def denied(rows: Iterable[Coded]) -> Iterator[tuple[str, Reason]]:
    """Events that one story tells as done, and another one of the same days denies."""
    acts: dict[tuple[object, ...], list[Coded]] = defaultdict(list)
    for row in rows:
        acts[row.type, frozenset(side.side for side in row.actors), frozenset(side.side for side in row.recipients)].append(row)
    for found in acts.values():
        for one, other in combinations(found, 2):
            done, refused = (one, other) if other.status == "denied" else (other, one)
            if done.status not in HELD or refused.status != "denied" or not near(done, refused):
                continue
            outlet = next((each.source or each.name for each in refused.carriers), "another story")
            told = f"{outlet} has it as denied: “{refused.trigger.quote}”"
            yield done.id, Reason(cause="contradiction", words=told, doubt=0.5, other=refused.id)


def near(one: Coded, other: Coded) -> bool:
    """Are two acts of the same days, or a day apart?"""
    return one.span is not None and other.span is not None and gap(When(*one.span), When(*other.span)) <= 1
