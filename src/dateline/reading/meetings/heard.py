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
from dateline.reading.desk import Actor, Around, Cast, Findings, Key, Role, Sentence, Signals, Word, top_of
from dateline.reading.meetings.lookup import effect_of, is_other_thing
from dateline.reading.meetings.roles import Mention, verb_of
from dateline.reading.meetings.status import Stance

__all__ = ["Candidate", "Heard", "hear", "heard_mentions", "is_heard_only"]

LEAST = 0.3
"""How likely a word must be to mention a meeting, if no rule says so."""

BEFORE, AFTER = 2, 1
"""Sentences before and after its own in which what belongs to a mention is looked for."""

NEAR = 3
"""Words within which two heads are of one mention."""

OWN = 3
"""Clauses from a verb of beginning up to the mention that it belongs to."""

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

    word: Key
    likely: float
    around: Around
    sides: tuple[Candidate[Actor], ...]
    times: tuple[Candidate[TimeExpression], ...]
    places: tuple[Candidate[Place], ...]


def heard_mentions(sentence: Sentence, signals: Signals, known: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions that only the trained reader finds, each at the word where it is surest.

    No "intelligence gathering" is a conference; of other nouns it hears what rules pass over ("a trade delegation").
    """
    taken = [mention.head for mention in known]
    for token, _ in sorted(signals.mentioned(sentence, LEAST), key=lambda pair: -pair[1]):
        word = sentence.words[token - sentence.tokens.start]
        known_already = any(abs(word.i - other.i) <= NEAR or other.head is word or is_of(word, other) for other in taken)
        if known_already or (is_other_thing(word) and signals.kind(sentence, token) == "conference"):
            continue
        taken.append(word)
        told = rule("meetings", "heard")
        yield Mention(sentence, word, signals.kind(sentence, token), told, Stance(None, word, told), sides=())


def is_of(word: Word, other: Word) -> bool:
    """Does a word hang on another mention, or tell when that begins or ends ("talks, which were to start", "starting on")?"""
    if word.head is other:
        return True
    if not word.is_verb or effect_of(word) not in ("begun", "held"):
        return False
    above, steps = word, 0
    while above.dep in ("xcomp", "relcl", "acl", "advcl") and steps < OWN:
        above, steps = above.head, steps + 1
        if above is other or (above.is_verb and above is other.head):
            return True
    return False


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
    named: dict[int, Named] = {}
    found: list[Heard | None] = []
    for mention, key, around in zip(asked, keys, signals.around(keys), strict=True):
        near = nearby(mention.sentence, cast.story.sentences)
        for each in near:
            if each.number not in named:
                named[each.number] = named_in(each, findings, cast)
        likely = signals.likelihood(mention.sentence, key[1])
        found.append(heard(mention, key, likely, around, [named[each.number] for each in near]))
    return found + [None] * (len(mentions) - len(asked))


@dataclass(frozen=True, eq=False)
class Held(Generic[T]):
    """What may belong to a mention, in which role, its words and the last of them."""

    value: T
    role: Role
    span: Span
    last: Key


@dataclass(frozen=True, eq=False)
class Named:
    """What a sentence names that may belong to a mention."""

    sentence: Sentence
    sides: list[Held[Actor]]
    times: list[Held[TimeExpression]]
    places: list[Held[Place]]


def named_in(sentence: Sentence, findings: Findings, cast: Cast) -> Named:
    """The parties, days and places of a sentence; a place that is talked about is none where anybody meets."""

    def held(value: T, role: Role, span: Span) -> Iterator[Held[T]]:
        if tokens := sentence.tokens_in(span):
            yield Held(value, role, span, (sentence.number, tokens[-1].i))

    times = [time for time in findings.times_on.on(sentence.whole) if time.span in sentence and is_day(time)]
    places = [(place, span) for place, span in findings.places_on.on(sentence.whole) if span in sentence]
    return Named(
        sentence,
        [each for actor in cast.mentions_in(sentence) for each in held(actor, role_of(actor), actor.span)],
        [each for time in times for each in held(time, "time", time.span)],
        [each for place, span in places if not is_topic(sentence, span) for each in held(place, "place", span)],
    )


def role_of(actor: Actor) -> Role:
    """The role in which a party may belong to a mention."""
    return "person" if actor.party.kind == "person" else "party"


def is_topic(sentence: Sentence, span: Span) -> bool:
    """Is it what a meeting is about ("a session on Aleppo")?"""
    head = top_of(sentence.words_in(span))
    return head is not None and head.dep == "pobj" and head.head.lower in words("topics")


def heard(mention: Mention, key: Key, likely: float, around: Around, near: Sequence[Named]) -> Heard:
    """All that may belong to a mention, as likely as the reader takes it to."""
    sides = [each for named in near for each in candidates(named.sides, mention, named.sentence, around)]
    times = [each for named in near for each in candidates(named.times, mention, named.sentence, around)]
    places = [each for named in near for each in candidates(named.places, mention, named.sentence, around)]
    return Heard(key, likely, around, tuple(sides), tuple(times), tuple(places))


def candidates(held: Sequence[Held[T]], mention: Mention, sentence: Sentence, around: Around) -> Iterator[Candidate[T]]:
    """What of a sentence may belong to a mention, as far as the reader hears."""
    where = sentence.number - mention.sentence.number
    for each in held:
        if each.last in around.roles:
            tied = ties(mention, each.span) if where == 0 else {}
            yield Candidate(each.value, each.span, where, around.likely(each.role, each.last), tied)


def ties(mention: Mention, span: Span) -> dict[str, float]:
    """How words of its sentence hang on a mention: by which steps of the parse, past which prepositions, how far away."""
    verb = verb_of(mention.head)
    word = top_of(mention.sentence.words_in(span))
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
