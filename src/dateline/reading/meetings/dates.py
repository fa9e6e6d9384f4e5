"""When a mentioned meeting is: the time expressions that hang on it, its length, the date it was moved from."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from re import fullmatch, match

from dateline.knowledge.meetings import words
from dateline.knowledge.rules import rule
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.when import TimeExpression, When
from dateline.reading.desk import Findings, Sentence, Word, tense, top_of
from dateline.reading.meetings.lookup import effect_of, governor_of, is_departure, meeting_noun
from dateline.reading.meetings.roles import Mention, verb_above

__all__ = [
    "Dates", "Length", "alternative", "dates_of", "days_of", "direction_of", "is_ending", "is_rough", "joined", "lengthened",
    "narrowest", "roughly", "sourced", "stretched", "widened", "width",
]  # fmt: skip

Length = tuple[int, Span]
"""How many days a meeting lasts, and the words that say so."""


@dataclass(frozen=True)
class Dates:
    """The date of a mention, the one it had `before`, its length; `rough` where the words give the date only roughly."""

    when: Sourced[When] | None = None
    before: Sourced[When] | None = None
    length: Length | None = None
    rough: bool = False


SPANNING = (("from", "to"), ("from", "until"), ("from", "through"), ("between", "between"))
FIRST_LINE = 60
"""A dateline stands within so many code points."""

MODIFIERS = ("compound", "amod", "nummod", "nmod", "poss")

MOVING_EFFECTS = ("scheduled", "postponed", "proposed", "cancelled", "suspended")


def dates_of(mention: Mention, findings: Findings) -> Dates:
    """The date of a mention, the one it was moved from, and how long it lasts; from the time expressions that hang on it."""
    near = findings.times_on.on(mention.sentence.whole)
    here = [time for time in near if time.span in mention.sentence and not is_dateline(mention.sentence, time.span)]
    attached = [(time, preposition) for time in here for preposition in attachment(mention, time)]
    dated = [
        (roughly(mention.sentence, time), preposition)
        for time, preposition in attached
        if time.type in ("DATE", "TIME") and (time.earliest or time.latest)
    ]
    length = next(
        (days_of(time) for time, _ in attached if time.type == "DURATION" and days_of(time) and is_length(mention, time)), None
    )
    if length is not None and not dated:
        dated = [(time, "") for time in here if is_day_of_leaving(mention, time)]
    leaving = days_left(mention, dated)
    before = joined(mention.sentence, continued(leaving, dated)) or (sourced(*leaving[0]) if leaving else None)
    rest = [pair for pair in dated if before is None or not any(pair[0].span == each.ground for each in before.evidence)]
    if (either := alternative(mention.sentence, rest)) is not None:
        return Dates(either, before, length)
    best = narrowest(rest)
    if best is not None and is_moved(mention) and best[1] in words("to the new day"):
        best = (best[0], "for")
    extent = joined(mention.sentence, rest)
    if best is None and mention.stance.status == "postponed":
        return Dates(before, before, length)
    if best is None or extent is not None:
        return Dates(extent, before, length)
    when = sourced(*best)
    return Dates(when, before, length, is_rough(best[0], when.value))


def roughly(sentence: Sentence, time: TimeExpression) -> TimeExpression:
    """The expression, marked as approximate where the word before it says so ("about two weeks ago")."""
    before = sentence.document.text.field(time.span.field)[max(0, time.span.start - 8) : time.span.start].lower().split()
    loose = bool(before) and (before[-1] in words("roughly") or (before[-1] in words("more than") and is_count(time)))
    return replace(time, mod="APPROX") if loose and time.mod is None else time


def is_count(time: TimeExpression) -> bool:
    """Does it count ("two weeks ago") rather than name a time ("the weekend")?"""
    return time.span.quote.split()[0].lower() not in words("pointing back")


def is_dateline(sentence: Sentence, span: Span) -> bool:
    """Does it stand in the line that says where and when the story was written ("MINSK, 26 September (BelTA) -")?"""
    text = sentence.document.text.field(span.field)
    return (
        span.start < FIRST_LINE and match(r"\s*(\([^)\n]{1,30}\)\s*)?[-–—]{1,2}\s", text[span.end : span.end + 40]) is not None
    )


def direction_of(mention: Mention, findings: Findings) -> str | None:
    """ "past" or "future" by the words of time that hang on the mention, even where the story's own day is unknown."""
    for time in findings.times_on.on(mention.sentence.whole):
        if time.span in mention.sentence and attachment(mention, time):
            told = time.span.quote.lower().split()
            if told[0] in words("first words of the past") or told[-1] in words("last words of the past"):
                return "past"
            if told[0] in words("first words of the future") or told[-1] in words("last words of the future"):
                return "future"
            if told[-1] in words("weekdays") and is_timetable(mention):
                return "future"
    return None


def days_left(mention: Mention, dated: list[tuple[TimeExpression, str]]) -> list[tuple[TimeExpression, str]]:
    """The days that a meeting is moved from ("from Monday"), or that it was planned for before it was put off."""
    leaving = [pair for pair in dated if pair[1] == "from"] if is_moved(mention) else []
    put_off = mention.stance.status == "postponed"
    return leaving or [pair for pair in dated if put_off and is_of_plan(mention, pair[0])]


def is_of_plan(mention: Mention, time: TimeExpression) -> bool:
    """Does a time stand in the clause that tells how a meeting was planned ("the trip that was to begin on Monday")?"""
    plans = mention.head.children("acl", "relcl")
    words_of = mention.sentence.words_in(time.span)
    return any(word in clause.subtree() for clause in plans for word in words_of)


def is_timetable(mention: Mention) -> bool:
    """Is it told in the simple present, as what begins on a day ("the visit starts on Sunday")?"""
    verb = mention.head if mention.head.pos == "VERB" else verb_above(mention.head)[0]
    return verb is not None and tense(verb) == "present" and effect_of(verb) in (None, "tense", "begun")


def is_length(mention: Mention, time: TimeExpression) -> bool:
    """A duration is how long the meeting lasts, unless it measures a distance ("two days after …")."""
    text = mention.sentence.document.text.field(time.span.field)
    before = text[max(0, time.span.start - 12) : time.span.start].split()
    rest = text[time.span.end : time.span.end + 10].split()
    if rest[:1] == ["from"] and before[-1:] == ["for"]:
        return True  # "for two days from Monday"
    return not rest or rest[0].lower().strip(",.") not in words("at a distance")


def continued(
    leaving: list[tuple[TimeExpression, str]], dated: list[tuple[TimeExpression, str]]
) -> list[tuple[TimeExpression, str]]:
    """The dates of "from Sept. 24-25 to …" that belong to the "from": the expression itself and the one that ends its range."""
    if not leaving:
        return []
    first = leaving[0]
    after = [pair for pair in dated if pair[0].span.start >= first[0].span.end and pair[1] not in ("to", "until", "for")]
    return [first, *after[:1]]


def attachment(mention: Mention, time: TimeExpression) -> list[str]:
    """The preposition through which a time hangs on the mention ("" for none); an empty list where it does not."""
    head = top_of(mention.sentence.words_in(time.span))
    if head is None:
        return []
    preposition = ""
    above = head
    if head.dep in MODIFIERS and head.head != mention.head and is_thing(head.head):
        return []  # "talks on the 1987 budget"
    while not above.is_top:
        above = above.head
        if above == mention.head:
            return [preposition]
        if above.pos in ("ADP", "SCONJ"):
            if preposition and above.lower in words("other times"):
                return []
            preposition = preposition or above.lower
        if above.is_verb:
            return [preposition] if carries(mention, above, preposition, after=head.i > mention.head.i) else []
        if above.pos in ("NOUN", "PROPN") and meeting_noun(above) is not None and above.dep != "compound":
            return []
    return []


def is_thing(noun: Word) -> bool:
    """Is it a noun that is no meeting and no stretch of time?"""
    known = meeting_noun(noun) is not None
    return noun.pos == "NOUN" and not known and noun.ent not in ("DATE", "TIME") and noun.lemma not in words("passing on")


def carries(mention: Mention, verb: Word, preposition: str, *, after: bool) -> bool:
    """Does a time beside this verb belong to the mention, which it stands `after` or before?"""
    if is_edge(verb) and verb.head in edged(mention):
        return True
    if mention.head.is_verb:
        if verb == mention.head.head and mention.head.dep == "advcl" and is_when(mention.head):
            return preposition in words("day of a when")
        if verb != mention.head.head or mention.head.dep != "xcomp" or effect_of(verb) == "report":
            return False
        return after or tense(verb) != "past"  # "agreed on Monday to meet" tells when they agreed
    governing, between = verb_above(mention.head)
    inner = next((clause for clause in mention.head.children("acl", "relcl") if clause == verb), None)
    if inner is not None:
        return effect_of(inner) not in ("suspended", "cancelled", "postponed") or preposition in words("day of undoing")
    if governing is None or not (verb == governing or (governing.dep == "xcomp" and governing.head == verb)):
        return governing is not None and is_due_to(verb, governing)
    governor = governor_of(verb)
    if governor is None and is_departure(verb) and between == "for":
        return False
    if governor is None:
        return between in words("day beside") and tense(verb) != "none" and governing == verb
    if governor.effect == "report":
        return False
    if preposition in words("own day") and governor.effect in MOVING_EFFECTS:
        return True
    return governor.dated or (governor.effect == "scheduled" and tense(verb) in ("future", "present", "none"))


def is_due_to(verb: Word, governing: Word) -> bool:
    """Is it what they are due to do ("the talks are due to restart on May 29")?"""
    due = verb.head
    return (
        verb.dep == "xcomp" and due.dep in ("acomp", "oprd") and due.head == governing and effect_of(verb) in ("tense", "begun")
    )


def is_edge(verb: Word) -> bool:
    """Does a participle name the first or last day ("talks in Vienna, starting on March 23")?"""
    return verb.tag == "VBG" and effect_of(verb) in ("begun", "held")


def edged(mention: Mention) -> list[Word]:
    """The words on which a participle of the first or last day hangs."""
    verb = mention.head if mention.head.is_verb else verb_above(mention.head)[0]
    return [mention.head, *([verb, *verb.children("xcomp")] if verb is not None else [])]


def is_ending(mention: Mention) -> bool:
    """Is the day that is told with it its last one ("ended on", "left at the end of", "flew home after", "ending on")?"""
    stance, of = mention.stance, mention.head.head
    if stance.status == "held" and stance.word.lemma in words("coming to an end"):
        return True
    if of.lower == "of" and of.head.lemma in words("its end"):
        return True
    clauses = [clause for word in edged(mention) for clause in word.children("acl", "advcl")]
    if any(is_edge(clause) and clause.lemma in words("coming to an end") for clause in clauses):
        return True
    return left_behind(mention) is not None


def left_behind(mention: Mention) -> Word | None:
    """The verb by which somebody leaves a meeting behind ("flew home after a two-day visit")."""
    verb, between = verb_above(mention.head)
    return verb if verb is not None and between in words("left behind") and verb.lemma in words("going home") else None


def is_day_of_leaving(mention: Mention, time: TimeExpression) -> bool:
    """Is it the day on which somebody leaves it behind?"""
    verb, head = left_behind(mention), top_of(mention.sentence.words_in(time.span))
    if verb is None or head is None or width(time) > 0:
        return False
    return verb in (head.head, head.head.head if head.dep == "pobj" else None)


def is_when(verb: Word) -> bool:
    """Is it the clause of a "when" ("the debate goes on on Wednesday, when X meets Y")?"""
    return any(child.lower == "when" and child.i < verb.i for child in verb.children("advmod", "mark"))


def is_moved(mention: Mention) -> bool:
    """Does a verb of moving or putting off govern the meeting?"""
    verb, _ = verb_above(mention.head)
    movers = [verb, *mention.head.children("acl")]
    return any(word is not None and word.lemma in words("moving") for word in movers)


def sourced(time: TimeExpression, preposition: str) -> Sourced[When]:
    """A time expression as the date of a meeting; `since` and `until` leave an end open, a coarse one holds it within."""
    earliest, latest = time.earliest, time.latest
    if preposition == "since":
        when = When(earliest, None, "since")
    elif preposition in words("open end") and latest:
        when = When(None, latest, "until")
    elif earliest == latest:
        when = When(earliest, latest)
    elif earliest and earliest.day == 1 and fullmatch(r"\d{4}-\d{2}", time.value) and not time.mod:
        when = When.month(earliest.year, earliest.month)
    else:
        when = When(earliest, latest, "extent" if "/" in time.value else "within")
    told = rule("meetings", "date-roughly") if is_rough(time, when) else rule("meetings", "date-beside")
    return Sourced(when, (Evidence(time.span, told, time.evidence),))


def is_rough(time: TimeExpression, when: When) -> bool:
    """Is it a week or so of which the words say "about"?"""
    return time.mod == "APPROX" and when.bearing == "within" and (when.days or 0) < 28


def widened(when: Sourced[When]) -> Sourced[When]:
    """ "About two weeks ago" is no calendar week: some day of the month that holds it."""
    earliest, latest = when.value.earliest, when.value.latest
    if earliest is None or latest is None:
        return when
    middle = earliest + (latest - earliest) / 2
    return Sourced(When.month(middle.year, middle.month), when.evidence)


def narrowest(dated: list[tuple[TimeExpression, str]]) -> tuple[TimeExpression, str] | None:
    """The finest of several dates; the first of those equally fine."""
    return min(dated, key=lambda pair: width(pair[0]), default=None)


def width(time: TimeExpression) -> int:
    """Days that an expression spans; a large number where an end is open."""
    return (time.latest - time.earliest).days if time.earliest and time.latest else 100_000


def joined(sentence: Sentence, dated: list[tuple[TimeExpression, str]]) -> Sourced[When] | None:
    """Two days of "from X to Y", "between X and Y", "Nov. 18-19" as one extent."""
    text = sentence.document.text.field(sentence.field)
    days = [(time, preposition) for time, preposition in dated if width(time) == 0]
    for (first, before), (second, between) in pairwise(days):
        spans = (before, between) in SPANNING or gap(text, first, second) in ("-", "–", "—", "to", "through", "and")
        if spans and first.earliest and second.latest and first.earliest < second.latest:
            evidence = tuple(Evidence(time.span, rule("meetings", "date-joined"), time.evidence) for time in (first, second))
            return Sourced(When(first.earliest, second.latest, "extent"), evidence)
    return None


def alternative(sentence: Sentence, dated: list[tuple[TimeExpression, str]]) -> Sourced[When] | None:
    """ "In late April or early May": some day from the first to the second."""
    text = sentence.document.text.field(sentence.field)
    for (first, _), (second, _) in pairwise(dated):
        days = [day for time in (first, second) for day in (time.earliest, time.latest) if day]
        if gap(text, first, second) == "or" and days:
            evidence = tuple(Evidence(time.span, rule("meetings", "date-either"), time.evidence) for time in (first, second))
            return Sourced(When(min(days), max(days), "within"), evidence)
    return None


def gap(text: str, first: TimeExpression, second: TimeExpression) -> str:
    """What stands between two expressions."""
    return text[first.span.end : second.span.start].strip().lower()


def days_of(time: TimeExpression) -> Length | None:
    """How many days a duration lasts ("two-day": 2, "week-long": 7), with its words."""
    match = fullmatch(r"P(\d+)([DW])", time.value)
    return (int(match[1]) * (7 if match[2] == "W" else 1), time.span) if match else None


def stretched(mention: Mention, when: Sourced[When], days: int, saying: Span) -> Sourced[When]:
    """A dated meeting of known length: from its day on, or up to it where the words say that it ended then."""
    return lengthened(when, days, saying, ends=is_ending(mention))


def lengthened(when: Sourced[When], days: int, saying: Span, *, ends: bool) -> Sourced[When]:
    """So many days from the one told on, or up to it where it is the last one; what is no single day stays."""
    day = when.value.earliest
    if not when.value.is_day or day is None:
        return when
    first: date = day - timedelta(days=days - 1) if ends else day
    evidence = (*when.evidence, Evidence(saying, rule("meetings", "date-length")))
    return Sourced(When(first, first + timedelta(days=days - 1), "extent"), evidence)
