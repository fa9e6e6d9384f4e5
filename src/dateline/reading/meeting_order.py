"""Which meeting of a story comes after which, and the dates that follow from it ("two days after …")."""

from datetime import date, timedelta
from itertools import permutations

from spacy.tokens import Token

from dateline.model.evidence import Evidence, Sourced
from dateline.model.when import When
from dateline.reading.grammar import children
from dateline.reading.meeting_occasions import Occasion
from dateline.reading.meeting_roles import Mention, verb_of
from dateline.reading.meeting_slots import days_of
from dateline.reading.story import Findings

__all__ = ["order"]

AFTER = ("after", "following")
BEFORE = ("before", "ahead")
GOING_ON = ("continue", "resume", "reconvene", "proceed")


def order(occasions: list[Occasion], findings: Findings) -> dict[int, list[int]]:
    """For the number of each occasion the numbers of those it follows; a date known by distance is filled in."""
    follows: dict[int, list[int]] = {number: [] for number in range(len(occasions))}
    for later, earlier in permutations(range(len(occasions)), 2):
        for word, says_after in links(occasions[later], occasions[earlier]):
            if says_after:
                follows[later].append(earlier)
                infer_date(occasions[later], occasions[earlier], word, findings, -1)
            else:
                follows[earlier].append(later)
                infer_date(occasions[later], occasions[earlier], word, findings, 1)
    for number, occasion in enumerate(occasions):
        if not follows[number] and goes_on(occasion):
            follows[number] = predecessor(occasions, number)
    return {number: sorted(set(each)) for number, each in follows.items()}


def links(main: Occasion, framed: Occasion) -> list[tuple[Token, bool]]:
    """The words "after" or "before" by which a mention of one hangs on a mention of the other, and which of both it is."""
    found = []
    for outer in (slots.mention for slots in main.slots):
        for inner in (slots.mention for slots in framed.slots):
            if outer.sentence is inner.sentence and outer.head != inner.head:
                word = link_above(inner, outer)
                if word is not None:
                    found.append((word, word.lower_ in AFTER))
    return found


def link_above(inner: Mention, outer: Mention) -> Token | None:
    """The "after" or "before" between a mention and one further up in the same sentence."""
    tops = {outer.head, verb_of(outer.head)}
    token = inner.head
    while token.head != token:
        for mark in children(token, "mark"):
            if mark.lower_ in (*AFTER, *BEFORE) and hangs_on(token, tops):
                return mark
        if token.lower_ in (*AFTER, *BEFORE) and token.dep_ in ("prep", "advmod", "mark") and hangs_on(token, tops):
            return token
        if token in tops:
            return None
        token = token.head
    return None


def hangs_on(token: Token, tops: set[Token]) -> bool:
    """Does the clause or phrase hang on one of these words, at most through a noun or a verb of being ready?"""
    above, steps = token.head, 0
    while steps < 3:
        if above in tops:
            return True
        above, steps = above.head, steps + 1
    return False


def infer_date(later: Occasion, earlier: Occasion, word: Token, findings: Findings, sign: int) -> None:
    """ "Jan. 12, two days after X": X gets the day that lies so far from the known one."""
    sentence = next(slots.mention.sentence for slots in earlier.slots if word in list(slots.mention.sentence.tokens))
    for time in findings.times:
        tokens = sentence.tokens_in(time.span) if time.span in sentence else []
        length = days_of(time)
        if length is None or not tokens or not 0 < word.i - tokens[-1].i <= 1:
            continue
        known, other = (later, earlier) if later.when else (earlier, later)
        if known.when is None or other.when is not None or not known.when.value.is_day:
            return
        day: date | None = known.when.value.earliest
        if day is None:
            return
        step = timedelta(days=length[0] * sign * (1 if known is later else -1))
        evidence = Evidence(length[1], "date so far from that of another meeting", known.when.evidence)
        other.slots[0].when = Sourced(When.on(day + step), (evidence,))
        return


def goes_on(occasion: Occasion) -> bool:
    """Does its verb say that something earlier goes on?"""
    return any(verb_of(slots.mention.head).lemma_ in GOING_ON for slots in occasion.slots)


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
