"""The status of an occasion at publication, held against its date; and the days that only the status tells."""

from datetime import date, timedelta

from dateline.knowledge.meetings import words
from dateline.knowledge.rules import rule
from dateline.model.entry import Status
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.when import When
from dateline.reading.desk import Word, tense
from dateline.reading.meetings.dates import is_ending, widened
from dateline.reading.meetings.lookup import effect_of
from dateline.reading.meetings.occasion import Occasion, Slots
from dateline.reading.meetings.weigh import weighed_status

__all__ = ["of_this_week", "status_of", "still_there"]

WEEK = timedelta(days=7)

NEAR = 2
"""Days over which a visitor is still there."""

SAID: tuple[Status, ...] = ("confirmed", "postponed", "cancelled")
"""Statuses that stand where a word says just that ("confirmed", "put off"); tenses and wishes are weighed."""

CLEAR = 0.3
"""By so much must another status be likelier than the one that a firm word tells."""

MARKED = 40
"""The mark of a picture stands within so many code points behind its words."""

MONTH = 28
"""Days of a beginning that is told only by its month or year."""

SETTLED: tuple[Status, ...] = (
    "cancelled",
    "refused",
    "postponed",
    "suspended",
    "held",
    "ongoing",
    "confirmed",
    "scheduled",
    "proposed",
)
"""Of several statuses in one story the earliest in this list is the one that stands."""


def status_of(occasion: Occasion, day: date | None) -> tuple[Sourced[Status], float | None]:
    """The status at publication, weighed with what the trained reader hears, and how sure it is where it hears anything.

    What is said in so many words stands, and what the date makes of it, which the reader does not know.
    """
    ruled, firm = ruled_status(occasion, day)
    if ruled.value in ("ongoing", "scheduled") and (shown := shown_in(occasion, day)) is not None:
        return Sourced("held", (shown,)), None
    heard = heard_status(occasion)
    if not heard:
        return ruled, None
    shares = weighed_status(ruled.value, heard, firm=firm)
    by_date = len(ruled.evidence) > 1
    if by_date or (firm and ruled.value in SAID):
        return ruled, shares[ruled.value]
    best = max(shares, key=lambda status: shares[status])
    if best == ruled.value or (firm and shares[best] - shares[ruled.value] < CLEAR):
        return ruled, shares[ruled.value]
    surest = max(occasion.slots, key=lambda slots: slots.heard.around.statuses.get(best, 0.0) if slots.heard else 0.0).mention
    sentence, head = surest.sentence, surest.head
    return Sourced(best, (sentence.evidence(rule("meetings", "heard"), head),)), shares[best]


def shown_in(occasion: Occasion, day: date | None) -> Evidence | None:
    """The mark of a picture that shows the occasion: its words tell in the present tense what took place."""
    when = occasion.when.value if occasion.when else None
    if occasion.kind == "visit" or (day and when and when.earliest and when.earliest > day):
        return None
    for mention in (slots.mention for slots in occasion.slots):
        whole, text = mention.sentence.whole, mention.sentence.document.text
        said = text.field(whole.field)[whole.start : whole.end + MARKED]
        for mark in sorted(words("marks of a picture")):
            if (at := said.find(mark)) >= 0:
                start = whole.start + at
                return Evidence(Span.of(text, start, start + len(mark), whole.field), rule("meetings", "caption"))
    return None


def heard_status(occasion: Occasion) -> dict[Status, float]:
    """The shares of the statuses that the trained reader hears at its mentions, each as likely as it is one."""
    heard = [slots.heard for slots in occasion.slots if slots.heard is not None and slots.heard.around.statuses]
    weight = [(each.likely + 0.01, each.around.statuses) for each in heard]
    total = sum(likely for likely, _ in weight)
    return (
        {status: sum(likely * shares[status] for likely, shares in weight) / total for status in weight[0][1]} if weight else {}
    )


def ruled_status(occasion: Occasion, day: date | None) -> tuple[Sourced[Status], bool]:
    """What the grammar of the mentions says, held against the date; and does any word say so firmly?"""
    told = [slots.mention for slots in occasion.telling]
    stances = [(mention, mention.stance) for mention in told if mention.stance.status]
    chosen = min(stances, key=lambda pair: (pair[1].weak, SETTLED.index(pair[1].status)), default=None)
    when = occasion.when.value if occasion.when else None
    directions = {slots.direction for slots in occasion.slots} if when is None else set()
    coming = bool(day and when and when.earliest and when.earliest > day) or directions >= {"future"}
    looking_back = any(slots.direction == "past" for slots in occasion.slots) and not coming
    over = looking_back or bool(day and when and when.latest and when.latest < day)
    if chosen is None:
        head = occasion.slots[0].mention
        guess: Status = "scheduled" if coming else "held"
        return Sourced(guess, (head.sentence.evidence(rule("meetings", "date-reckoned"), head.head),)), False
    mention, stance = chosen
    status: Status = stance.status or "scheduled"
    evidence: tuple[Evidence, ...] = (mention.sentence.evidence(stance.rule, stance.word),)
    reckoned = against_the_date(status, occasion, coming=coming, over=over, day=day)
    if reckoned != status and occasion.when is not None:
        evidence = (
            *evidence,
            Evidence(occasion.when.evidence[0].ground, rule("meetings", "date-reckoned"), occasion.when.evidence),
        )
    return Sourced(reckoned, evidence), not stance.weak


def against_the_date(status: Status, occasion: Occasion, *, coming: bool, over: bool, day: date | None) -> Status:
    """What a status becomes in the light of the date: no meeting of next week was held, a visit begun may still last."""
    if coming and status in ("held", "ongoing"):
        return "scheduled"
    goes_on = status == "ongoing" and (lingers(occasion, status, day) or is_begun(occasion, day))
    if over and status in ("scheduled", "ongoing", "confirmed") and not goes_on:
        return "held"
    if status == "ongoing" and not over and planned_present(occasion, day):
        return "scheduled"
    when = occasion.when.value if occasion.when else None
    lasting = bool(when and day and when.bearing == "extent" and when.latest and when.latest >= day)
    if (
        status == "held"
        and occasion.kind == "visit"
        and lasting
        and not any(is_ending(each.mention) for each in occasion.telling)
    ):
        return "ongoing"
    before = occasion.before.value if occasion.before else None
    if status == "postponed" and when and when != before and (coming or before):
        return "scheduled"
    return status


def lingers(occasion: Occasion, status: Status, day: date | None) -> bool:
    """A visitor who arrived a day or two ago and of whose leaving nothing is said is still there."""
    when = occasion.when.value if occasion.when else None
    fresh = bool(day and when and when.is_day and when.latest and (day - when.latest).days <= NEAR)
    return status == "ongoing" and occasion.kind == "visit" and fresh


def is_begun(occasion: Occasion, day: date | None) -> bool:
    """Talks of which only the beginning is told go on: of a day or two ago, or negotiations that were opened whenever."""
    told = [slots.mention.stance for slots in occasion.telling if slots.mention.stance.status]
    firm = [stance for stance in told if not stance.weak]
    opened = [stance for stance in firm if stance.status == "ongoing" and is_past(stance.word)]
    if not opened or len(opened) < len(firm) or occasion.kind in ("visit", "call"):
        return False
    when = occasion.when.value if occasion.when else None
    fresh = bool(day and when and when.latest and (day - when.latest).days <= NEAR)
    return fresh or occasion.kind == "negotiation" or bool(when and (when.days or 0) >= MONTH)


def is_past(verb: Word) -> bool:
    """Does the verb tell what began?"""
    return verb.is_verb and tense(verb) == "past"


def still_there(occasion: Occasion, status: Sourced[Status], day: date | None) -> Sourced[When] | None:
    """The date; that of a visitor who arrived lately and has not left lasts to the day of the story."""
    when = widened(occasion.when) if occasion.when and occasion.rough else occasion.when
    if when is None or day is None or when.value.earliest is None or when.value.earliest >= day:
        return when
    if not lingers(occasion, status.value, day):
        return when
    evidence = Evidence(when.evidence[0].ground, rule("meetings", "visitor-stays"), when.evidence, assumed=True)
    return Sourced(When(when.value.earliest, day, "extent"), (evidence,))


def of_this_week(slots: Slots, day: date) -> Sourced[When] | None:
    """ "From Friday to Sunday she is visiting", told on Saturday, is the week that has begun."""
    when, stance = slots.when, slots.mention.stance
    if when is None or when.value.bearing != "extent" or not (when.value.earliest and when.value.latest):
        return when
    first, last = when.value.earliest - WEEK, when.value.latest - WEEK
    if stance.status != "ongoing" or tense(stance.word) not in ("present", "progressive") or not first <= day <= last:
        return when
    evidence = Evidence(when.evidence[0].ground, rule("meetings", "week-begun"), when.evidence, assumed=True)
    return Sourced(When(first, last, "extent"), (evidence,))


def planned_present(occasion: Occasion, day: date | None) -> bool:
    """ "She speaks to him on Friday", said on or before that day, is a plan."""
    when = occasion.when.value if occasion.when else None
    if not (day and when and when.earliest and when.earliest >= day):
        return False
    told = [slots.mention.stance for slots in occasion.slots if not slots.mention.there]
    verbs = [stance.word for stance in told if stance.status == "ongoing"]
    planned = any(tense(verb) == "present" and effect_of(verb) in (None, "tense") for verb in verbs)
    return planned and not any(is_past(verb) for verb in verbs)
