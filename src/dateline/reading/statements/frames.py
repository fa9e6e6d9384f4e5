"""Frames: a word that reports, in the grammar it stands in, gives content, speaker and hearer.

Each frame is a function from a cue and its rule to a `Hold` (where content stands), or None. `match` asks them in the
order of how much they demand, so that "urged Oslo to talk" is not read as "urged Oslo".
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from dateline.knowledge.statements import Cue, Part, word_list
from dateline.reading.desk import Sentence, Word, is_negated, is_passive
from dateline.reading.statements.clauses import clause
from dateline.reading.statements.complements import (
    about,
    carried,
    gerund,
    infinitive,
    noun_clause,
    noun_infinitive,
    received,
)
from dateline.reading.statements.cues import cue_words, part_of, rules_of
from dateline.reading.statements.extents import Hold
from dateline.reading.statements.makers import adjective_subject, doer, giver_of, holder_of, maker_of
from dateline.reading.statements.objects import (
    addressed,
    object_about,
    object_as,
    object_infinitive,
    object_predicate,
    plain_object,
)

__all__ = ["FrameName", "Match", "match", "matches_in"]

FrameName = Literal[
    "object infinitive", "addressed", "object as", "object about", "object predicate", "clause", "infinitive", "gerund",
    "object", "about", "received", "held", "carried",
]  # fmt: skip
Finder = Callable[[Word, Cue], Hold | None]
NEAR_CARRIER, NEAR_COPULA = 4, 3
"""How far from the verb that carries it a noun or adjective stands for both to be the cue."""


@dataclass(frozen=True, eq=False)
class Match:
    """A cue in its frame. `first` and `last` are the words of the cue, `subject` the head word of the speaker."""

    rule: Cue
    cue: Word
    first: Word
    last: Word
    hold: Hold
    subject: Word | None
    frame: FrameName
    negated: bool = False


def matches_in(sentence: Sentence) -> Iterator[Match]:
    """The cues of a sentence in text order, each in the first frame that fits."""
    for word in sentence.words:
        found = match(word)
        if found is not None:
            yield found


def match(word: Word) -> Match | None:
    """The cue at this word, if it is one."""
    part = part_of(word)
    if part is None:
        return None
    rules = rules_of(word, part)
    if not rules and part == "verb" and word.tag in ("VBN", "VBG"):
        part, rules = "adjective", rules_of(word, "adjective")
    if not rules:
        return None
    for name, wanted, finder in FRAMES[part]:
        for rule in rules:
            hold = finder(word, rule) if wanted(rule) else None
            found = FINISH[part](word, rule, hold, name) if hold is not None else None
            if found is not None:
                return found
    return None


def finish_verb(verb: Word, rule: Cue, hold: Hold, frame: FrameName) -> Match | None:
    """The match of a verb with its speaker; none where the act is unreal or its object or subject the wrong one."""
    if unreal(verb) or (rule.nobody and not is_passive(verb)):
        return None
    subject = doer(verb)
    if subject is not None and hold.first.i <= subject.i <= hold.last.i:
        return None
    if rule.objects and frame != "object about" and hold.head.lemma not in rule.objects and hold.head.ent != "PERSON":
        return None
    if rule.subjects and (subject is None or subject.lemma not in rule.subjects):
        return None
    first, last = cue_words(verb)
    return Match(rule, verb, first, last, hold, subject, frame, is_negated(verb))


def finish_adjective(word: Word, rule: Cue, hold: Hold, frame: FrameName) -> Match:
    """The match of an adjective with whoever is worried or ready; the verb before it belongs to the cue."""
    carrier = word.head
    negated = carrier.is_verb and word.dep in ("acomp", "oprd") and is_negated(carrier)
    first = carrier if word.dep == "acomp" and 0 < word.i - carrier.i <= NEAR_COPULA else word
    return Match(rule, word, first, word, hold, adjective_subject(word), frame, negated or is_negated(word))


def finish_noun(noun: Word, rule: Cue, hold: Hold, frame: FrameName) -> Match | None:
    """The match of a noun with whoever makes the claim or demand, if the sentence tells."""
    if frame == "held":
        maker, negated = holder_of(noun)
    elif frame == "received":
        maker, negated = giver_of(noun), is_negated(noun.head)
    else:
        maker, negated = maker_of(noun)
    if maker is None:
        return None
    carrier = noun.head
    carries = carrier.pos == "VERB" and carrier.lemma in word_list("light verbs") and 0 < noun.i - carrier.i <= NEAR_CARRIER
    return Match(rule, noun, carrier if carries else noun, noun, hold, maker, frame, negated)


def unreal(verb: Word) -> bool:
    """Is the act only expected, refused or missed ("is expected to announce", "failed to condemn")?"""
    above = verb.head
    if verb.dep != "xcomp" or verb.tag != "VB":
        return False
    return above.lower in word_list("unreal") or (above.lemma in word_list("unreal") and above.pos in ("VERB", "ADJ"))


FRAMES: dict[Part, tuple[tuple[FrameName, Callable[[Cue], bool], Finder], ...]] = {
    "verb": (
        ("object infinitive", lambda rule: "object infinitive" in rule.takes, object_infinitive),
        ("addressed", lambda rule: bool(rule.addressed), addressed),
        ("object as", lambda rule: "object as" in rule.takes, object_as),
        ("object about", lambda rule: bool(rule.object_about), object_about),
        ("object predicate", lambda rule: "object predicate" in rule.takes, object_predicate),
        ("clause", lambda rule: "clause" in rule.takes, clause),
        ("infinitive", lambda rule: "infinitive" in rule.takes, infinitive),
        ("gerund", lambda rule: "gerund" in rule.takes, gerund),
        ("object", lambda rule: "object" in rule.takes, plain_object),
        ("about", lambda rule: bool(rule.about), about),
    ),
    "noun": (
        ("received", lambda rule: rule.kind in ("praise", "condemn", "demand", "reject", "warn"), received),
        ("held", lambda rule: rule.held, about),
        ("clause", lambda rule: "clause" in rule.takes, noun_clause),
        ("infinitive", lambda rule: "infinitive" in rule.takes, noun_infinitive),
        ("about", lambda rule: bool(rule.about) and not rule.held, about),
        ("carried", lambda rule: rule.kind in ("demand", "threaten", "accuse", "propose"), carried),
    ),
    "adjective": (
        ("clause", lambda rule: "clause" in rule.takes, clause),
        ("infinitive", lambda rule: "infinitive" in rule.takes, infinitive),
        ("about", lambda rule: bool(rule.about), about),
    ),
}
"""The frames of each part of speech, the most demanding first."""

FINISH: dict[Part, Callable[[Word, Cue, Hold, FrameName], Match | None]] = {
    "verb": finish_verb,
    "noun": finish_noun,
    "adjective": finish_adjective,
}
