"""What the trained reader hears: mentions where no rule finds one, and who, when and where belongs to a mention."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from dateline.knowledge.meetings import words
from dateline.knowledge.rules import rule
from dateline.knowledge.statements import cues_by_word
from dateline.model.evidence import Span
from dateline.model.place import Place
from dateline.model.when import TimeExpression
from dateline.reading.desk import Actor, Around, Cast, Findings, Role, Sentence, Signals, Word
from dateline.reading.meetings.roles import Mention, verb_of
from dateline.reading.meetings.status import Stance

__all__ = ["Candidate", "Heard", "hear", "heard_mentions", "is_heard_only"]

LEAST = 0.3
"""How likely a word must be to mention a meeting, if no rule says so."""

BEFORE, AFTER = 2, 1
"""Sentences before and after its own in which what belongs to a mention is looked for."""

NEAR = 3
"""Words within which two heads are of one mention."""

STEPS = 8
"""Steps of the parse from a party up to a mention; from further away it does not hang on it."""

APART = ("relcl", "ccomp", "advcl", "acl", "appos", "parataxis")
"""Steps that lead out of a clause or past a name beside another."""

SAID = ("nsubj", "nsubjpass", "npadvmod", "pobj", "tmod", "advmod")
"""How who says something, and when, hang on the verb; what hangs there is not of the meeting."""

MOST = 150
"""Mentions of a story around which is read again; the longest stories of news have a hundred."""

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Candidate(Generic[T]):
    """What may belong to a mention: a party, a time or a place, the words, how many sentences after the mention's they stand
    (0 in its own, negative before it), and how likely the trained reader takes it to belong; in its own sentence how
    they hang on it (`tied`)."""

    value: T
    span: Span
    where: int
    likely: float
    tied: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Heard:
    """What the trained reader says of one mention: how likely it is one at its `word`, and all that may belong to it."""

    word: tuple[int, int]
    likely: float
    around: Around
    sides: tuple[Candidate[Actor], ...]
    times: tuple[Candidate[TimeExpression], ...]
    places: tuple[Candidate[Place], ...]


def heard_mentions(sentence: Sentence, signals: Signals, known: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions that only the trained reader finds, each at the word where it is surest."""
    taken = [mention.head for mention in known]
    for token, _ in sorted(signals.mentioned(sentence, LEAST), key=lambda pair: -pair[1]):
        word = sentence.words[token - sentence.tokens.start]
        if any(abs(word.i - other.i) <= NEAR or other.head is word or word.head is other for other in taken):
            continue
        taken.append(word)
        told = rule("meetings", "heard")
        yield Mention(sentence, word, signals.kind(sentence, token), told, Stance(None, word, told), sides=())


def is_heard_only(mention: Mention) -> bool:
    """Does no rule find it?"""
    return mention.rule == rule("meetings", "heard")


def hear(mentions: Sequence[Mention], findings: Findings) -> list[Heard | None]:
    """What the trained reader says of each mention, of the first `MOST` of a story; None where the rules read alone."""
    signals, cast = findings.signals, findings.cast
    if signals is None or cast is None:
        return [None] * len(mentions)
    asked = mentions[:MOST]
    keys = [(mention.sentence.number, ear(mention, signals).i) for mention in asked]
    found: list[Heard | None] = [
        heard(mention, key, signals.likelihood(mention.sentence, key[1]), around, findings, cast)
        for mention, key, around in zip(asked, keys, signals.around(keys), strict=True)
    ]
    return found + [None] * (len(mentions) - len(asked))


def heard(mention: Mention, key: tuple[int, int], likely: float, around: Around, findings: Findings, cast: Cast) -> Heard:
    """All that may belong to a mention, as likely as the reader takes it to."""
    sides, times, places = [], [], []
    for near in nearby(mention.sentence, cast.story.sentences):
        for actor in cast.mentions_in(near):
            role: Role = "person" if actor.party.kind == "person" else "party"
            sides.append(found_near(actor, actor.span, role, mention, near, around))
        dated = [time for time in findings.times_on.on(near.whole) if time.span in near and is_day(time)]
        times += [found_near(time, time.span, "time", mention, near, around) for time in dated]
        named = [(place, span) for place, span in findings.places_on.on(near.whole) if span in near]
        places += [found_near(place, span, "place", mention, near, around) for place, span in named]
    return Heard(key, likely, around, tuple(sides), tuple(times), tuple(places))


def found_near(value: T, span: Span, role: Role, mention: Mention, near: Sentence, around: Around) -> Candidate[T]:
    """What may belong to a mention, found in its sentence or one near."""
    where = near.number - mention.sentence.number
    tied = ties(mention, span) if where == 0 else {}
    return Candidate(value, span, where, inside(around, role, near, span), tied)


def ties(mention: Mention, span: Span) -> dict[str, float]:
    """How words of its sentence hang on a mention: by which steps of the parse, past which prepositions, how far away."""
    line, verb = mention.sentence.words, verb_of(mention.head)
    inside_it = [word for word in line if span.start <= mention.sentence.place(word) < span.end]
    numbers = {word.i for word in inside_it}
    word = next((word for word in inside_it if word.head.i not in numbers), inside_it[-1] if inside_it else None)
    if word is None:
        return {}
    first, passed, steps = word, list[str](), 0
    above = word.head.head if word.dep == "pobj" else word.head
    saying = word.dep in SAID and is_saying(above) and above != verb
    while word not in (mention.head, verb) and not word.is_top and steps < STEPS:
        passed += [word.lower] if word.pos == "ADP" else [word.dep] if word.dep in APART else []
        word, steps = word.head, steps + 1
    return {
        "tied": float(word in (mention.head, verb)),
        "steps": steps / STEPS,
        "gap": min(abs(first.i - mention.head.i), 30) / 10,
        "after it": float(first.i > mention.head.i),
        "subject": float(first.dep in ("nsubj", "nsubjpass")),
        "owner": float(first.dep in ("poss", "compound", "amod", "nmod")),
        "met": float(any(each in words("naming sides") for each in passed)),
        "topic": float(any(each in words("topics") for each in passed)),
        "apart": float(any(each in APART for each in passed)),
        "of saying": float(saying),
    }


def is_saying(word: Word) -> bool:
    """Is it a verb by which something is said?"""
    return word.is_verb and bool(cues_by_word().get(("verb", word.lemma)))


def is_day(time: TimeExpression) -> bool:
    """Does it name a day or more that we know?"""
    return time.type in ("DATE", "TIME") and (time.earliest is not None or time.latest is not None)


def inside(around: Around, role: Role, near: Sentence, span: Span) -> float:
    """How likely the words of a span stand in a role."""
    last = near.tokens_in(span)
    return around.likely(role, (near.number, last[-1].i)) if last else 0.0


def ear(mention: Mention, signals: Signals) -> Word:
    """The word at which the trained reader hears a mention best: the head, the verb above it or a word beside them."""
    head = mention.head
    near = [word for word in mention.sentence.words if abs(word.i - head.i) <= NEAR]
    around = [word for word in (head, verb_of(head), head.head, *near) if word in mention.sentence.words]
    return max(around, key=lambda word: signals.likelihood(mention.sentence, word.i), default=head)


def nearby(sentence: Sentence, story: Sequence[Sentence]) -> list[Sentence]:
    """The sentence and those around it, of the same field."""
    first, last = max(sentence.number - BEFORE, 0), sentence.number + AFTER
    return [each for each in story[first : last + 1] if each.field == sentence.field]
