"""Which meeting of a story comes after which, and the dates that follow from it ("two days after …")."""

from collections.abc import Iterator
from datetime import timedelta

from dateline.knowledge.meetings import words
from dateline.knowledge.rules import rule
from dateline.model.evidence import Evidence, Sourced
from dateline.model.when import TimeExpression, When
from dateline.reading.desk import Findings, Sentence, Word
from dateline.reading.meetings.dates import Length, days_of
from dateline.reading.meetings.occasion import Occasion
from dateline.reading.meetings.roles import Mention, verb_of

__all__ = ["order"]


def order(occasions: list[Occasion], findings: Findings) -> dict[int, list[int]]:
    """For the number of each occasion the numbers of those it follows; a date known by distance is filled in."""
    follows: dict[int, list[int]] = {number: [] for number in range(len(occasions))}
    for later, earlier, word, mention in links(occasions):
        follows[later].append(earlier)
        infer_date(occasions[later], occasions[earlier], word, mention.sentence, findings)
    for number, occasion in enumerate(occasions):
        if not follows[number] and goes_on(occasion):
            follows[number] = predecessor(occasions, number)
    return {number: sorted(set(each)) for number, each in follows.items()}


def links(occasions: list[Occasion]) -> Iterator[tuple[int, int, Word, Mention]]:
    """(the later occasion, the earlier one, the "after" or "before" that says so, the mention that hangs on it)."""
    mentions = [(number, slots.mention) for number, occasion in enumerate(occasions) for slots in occasion.slots]
    tops: dict[Word, list[int]] = {}
    for number, mention in mentions:
        for top in {mention.head, verb_of(mention.head)}:
            tops.setdefault(top, []).append(number)
    for inner, mention in mentions:
        found = link_above(mention, tops)
        for outer in tops.get(found[1], ()) if found else ():
            if found and outer != inner:
                later, earlier = (outer, inner) if found[0].lower in words("later than") else (inner, outer)
                yield later, earlier, found[0], mention


def link_above(mention: Mention, tops: dict[Word, list[int]]) -> tuple[Word, Word] | None:
    """The "after" or "before" above a mention, and the word of meeting that the clause or phrase hangs on."""
    word = mention.head
    while not word.is_top:
        marks = [mark for mark in word.children("mark") if is_link(mark)]
        if is_link(word) and word.dep in ("prep", "advmod", "mark"):
            marks.append(word)
        if marks:
            top = hangs_on(word, tops)
            return (marks[0], top) if top is not None else None
        if word in tops and word not in (mention.head, verb_of(mention.head)):
            return None
        word = word.head
    return None


def is_link(word: Word) -> bool:
    """Does the word put one meeting after or before another?"""
    return word.lower in words("later than") or word.lower in words("earlier than")


def hangs_on(word: Word, tops: dict[Word, list[int]]) -> Word | None:
    """The word of meeting that a clause or phrase hangs on, at most through a noun or a verb of being ready."""
    above = word.head
    for _ in range(3):
        if above in tops:
            return above
        above = above.head
    return None


def infer_date(later: Occasion, earlier: Occasion, word: Word, sentence: Sentence, findings: Findings) -> None:
    """ "Jan. 12, two days after X": X gets the day that lies so far from the known one."""
    near = findings.times_on.on(sentence.whole)
    length = next((length for time in near if (length := distance(time, word, sentence)) is not None), None)
    known, other, sign = (later, earlier, -1) if later.when else (earlier, later, 1)
    if length is None or known.when is None or other.when is not None or not known.when.value.is_day:
        return
    day = known.when.value.earliest
    if day is not None:
        evidence = Evidence(length[1], rule("meetings", "date-distance"), known.when.evidence)
        other.slots[0].when = Sourced(When.on(day + timedelta(days=sign * length[0])), (evidence,))


def distance(time: TimeExpression, word: Word, sentence: Sentence) -> Length | None:
    """The duration right before an "after" or "before"."""
    found = sentence.words_in(time.span) if time.span in sentence and time.type == "DURATION" else []
    return days_of(time) if found and 0 < word.i - found[-1].i <= 1 else None


def goes_on(occasion: Occasion) -> bool:
    """Does its verb say that something earlier goes on?"""
    return any(verb_of(slots.mention.head).lemma in words("going on") for slots in occasion.slots)


def predecessor(occasions: list[Occasion], number: int) -> list[int]:
    """The latest dated meeting before this one that shares a side with it."""
    own = occasions[number]
    if own.when is None or own.when.value.earliest is None:
        return []
    start = own.when.value.earliest
    before = [
        (each.when.value.latest, other)
        for other, each in enumerate(occasions)
        if other != number and each.when and each.when.value.latest and each.when.value.latest < start
        and each.parties.keys() & own.parties.keys()
    ]  # fmt: skip
    return [max(before)[1]] if before else []
