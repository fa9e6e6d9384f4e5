"""Which frames the words of a sentence fit: a word that names an act, and how much of the frame stands around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.events import EventFrame, Pattern, class_of, event_words
from dateline.knowledge.parties import states
from dateline.reading.desk import Word, helpers, subjects
from dateline.reading.events.objects import done_to

__all__ = ["Match", "matches", "named"]

PHRASE = 1.5
OBJECT = 2.0
AFTER_PREPOSITION = 0.4
SUBJECT = 2.0
SPECIFIC = 0.5
"""What a short list of objects counts more than a long one."""
NAMED_IN_FULL = 0.2
"""What an object counts more that the list names by two words ("travel ban", not "ban")."""
LONG = 60
BESIDE = ("advmod", "prep", "dobj", "nsubjpass", "nsubj", "xcomp")
AFTER = ("prep", "agent", "dative", "prt")
COMPLEMENTS = ("xcomp", "ccomp", "oprd")
NOUN = 0.8


@dataclass(frozen=True, eq=False)
class Match:
    """A word that names an act by a frame; `objects` are those that the frame asked for; `fit` says how much of it is there."""

    word: Word
    frame: EventFrame
    fit: float
    objects: tuple[Word, ...] = ()


def matches(words: Sequence[Word]) -> list[Match]:
    """All frames that the words of a sentence fit, in text order, several for a word where several do."""
    known = event_words()
    found: list[Match] = []
    for word in words:
        if word.pos in ("VERB", "AUX") or word.tag in ("VBN", "VBD"):
            found += verbal(word, known.verbs.get(word.lemma, ()))
        elif word.pos in ("NOUN", "PROPN") and word.dep != "compound" and not is_month(word):
            found += nominal(words, word, known.nouns.get(word.lemma, ()))
    return found


def verbal(word: Word, patterns: tuple[Pattern, ...]) -> list[Match]:
    """The frames of a verb."""
    objects: list[tuple[Word, frozenset[str]]] | None = None
    found: list[Match] = []
    for pattern in patterns:
        if (pattern.rest and not follows(word, pattern.rest)) or (not pattern.rest and is_phrasal(word, pattern)):
            continue
        if objects is None:
            objects = [(each, named(each)) for each in done_to(word)]
        wanted = sought(word, pattern, objects)
        if wanted is None or (pattern.never and ruled_out(word, pattern, objects)):
            continue
        fit = 1.0 + PHRASE * len(pattern.rest) + fit_of_objects(pattern, wanted)
        if needs_surroundings(pattern):
            surroundings = fit_of_surroundings(word, pattern)
            if surroundings is None:
                continue
            fit += surroundings
        found.append(Match(word, pattern.frame, fit, tuple(wanted)))
    return found


def is_phrasal(word: Word, pattern: Pattern) -> bool:
    """Does a particle make another verb of it, that the frame does not know ("let up", "hit off")?"""
    particles = {child.lower for child in word.below if child.dep == "prt"}
    return bool(particles) and word.lemma in class_of("phrasal") and not particles & set(pattern.frame.via)


def needs_surroundings(pattern: Pattern) -> bool:
    """Does the frame ask for more than objects?"""
    frame = pattern.frame
    return bool(frame.beside or frame.apart or frame.alone or frame.clause or pattern.subjects)


def is_told_to(word: Word) -> bool:
    """Does an infinitive or a subjunctive beneath the verb say what is to be done?"""
    for child in word.below:
        if child.dep in ("xcomp", "ccomp", "advcl") and child.i > word.i and child.is_verb:
            marks = {helper.lower for helper in helpers(child)}
            if "to" in marks or (child.tag == "VB" and not marks & class_of("finite")):
                return True
    return False


def fit_of_objects(pattern: Pattern, wanted: list[Word]) -> float:
    """What the objects count that a frame asked for: those of a short list more."""
    after = 0.0 if "" in pattern.frame.via else AFTER_PREPOSITION
    if not wanted:
        return after
    loose = 4.0 if "@any" in pattern.objects else min(1.0, len(pattern.objects) / LONG)
    phrase = any(" " in name for word in wanted for name in named(word) & pattern.objects)
    return OBJECT + after + SPECIFIC * (1 - loose) + (NAMED_IN_FULL if phrase else 0.0)


def fit_of_surroundings(word: Word, pattern: Pattern) -> float | None:
    """What the subject and further words count that a frame asked for; None where they are missing."""
    frame, fit = pattern.frame, 0.0
    if frame.alone and word.any(*COMPLEMENTS):
        return None
    if frame.clause and not is_told_to(word):
        return None
    if frame.apart and any(each.lemma in frame.apart or each.lower in frame.apart for each in word.subtree()):
        return None
    if frame.beside:
        if not any(each.lemma in frame.beside or each.lower in frame.beside for each in word.subtree()):
            return None
        fit += 1.0
    if pattern.subjects:
        if not any(named(each) & pattern.subjects for each in subjects(word)):
            return None
        fit += SUBJECT
    return fit


def sought(word: Word, pattern: Pattern, objects: list[tuple[Word, frozenset[str]]]) -> list[Word] | None:
    """The objects that the frame asks for, [] where it asks for none, None where they are missing."""
    via = pattern.frame.via
    if not pattern.objects:
        bases = (word, *(each for each, _ in objects if word.lemma != "call"))  # "called it a call for peace" is none
        after = any(child.lower in via for base in bases for child in base.children(*AFTER))
        return [] if "" in via or after else None
    found = [each for each, names in objects if names & pattern.objects] if "" in via else []
    if not found and via != ("",):
        for preposition in word.below:
            if preposition.lower in via and preposition.dep in ("prep", "prt", "agent", "advmod", "dative"):
                found += [noun for noun in preposition.children("pobj") if named(noun) & pattern.objects]
    return found or None


def ruled_out(word: Word, pattern: Pattern, objects: list[tuple[Word, frozenset[str]]]) -> bool:
    """Does a word stand there with which it is something else?"""
    if any(names & pattern.never for _, names in objects):
        return True
    beside = [child for child in word.below if child.dep in BESIDE]
    beside += [noun for child in beside if child.lower == "to" for noun in child.children("pobj")]
    return any(child.lower in pattern.never for child in beside)


def follows(word: Word, rest: tuple[str, ...]) -> bool:
    """Do the further words of an expression depend on the verb, as particle, object or complement?"""
    below = {child.lemma for child in word.below if child.i > word.i} | {
        child.lower for child in word.below if child.i > word.i
    }
    if len(rest) > 1:
        below |= {each.lemma for child in word.below if child.i > word.i for each in child.below}
    return all(each in below for each in rest)


def is_month(word: Word) -> bool:
    """Is it the name of a month that is a verb too?"""
    return word.pos == "PROPN" and word.lower in class_of("months")


KINDS = {
    "NORP": frozenset(("@people",)), "GPE": frozenset(("@place", "@state")), "LOC": frozenset(("@place",)),
    "FAC": frozenset(("@place",)),
}  # fmt: skip
"""What the model takes a name for -> the kinds by which frames ask for it."""


@cache
def peoples() -> frozenset[str]:
    """The words for those of a state, one of them each."""
    return frozenset(word for state in states() for word in state.adjectives)


def named(noun: Word) -> frozenset[str]:
    """The words by which a noun phrase is known: its head, what is compounded with it, both together, and what it is of."""
    if is_month(noun):
        return frozenset()
    found = {noun.lemma, noun.lower, "@any"}
    if noun.pos == "PROPN":
        found.add("@name")
    found |= KINDS.get(noun.ent, frozenset())
    if noun.text.removesuffix("s") in peoples():
        found.add("@people")
    for child in noun.below:
        if child.dep in ("compound", "amod", "nmod") and child.i < noun.i:
            found |= {f"{child.lemma} {noun.lemma}", f"{child.lower} {noun.lemma}", f"{child.lower} {noun.lower}"}
            if child.lemma not in class_of("adjectives"):
                found.add(child.lemma)
        elif child.lower == "of":
            contains = noun.lemma in class_of("containers") or noun.pos == "NUM"
            for inner in child.children("pobj"):
                found.add(f"{noun.lemma} of {inner.lemma}")
                if not contains:
                    continue
                found.add(inner.lemma)
                found |= {f"{part.lemma} {inner.lemma}" for part in inner.below if part.dep in ("compound", "amod")}
        elif child.lower == "in" and noun.lemma in class_of("containers"):
            found |= {inner.lemma for inner in child.children("pobj")}
        elif child.dep == "nummod":
            found.add("number")
    return frozenset(found)


def nominal(words: Sequence[Word], word: Word, patterns: tuple[Pattern, ...]) -> list[Match]:
    """The frames of a noun."""
    found = []
    for pattern in patterns:
        rest = pattern.rest
        if rest:
            at = word.i - words[0].i
            before = words[max(0, at - len(rest)) : at]
            if len(before) < len(rest) or any(each not in (w.lower, w.lemma) for each, w in zip(rest, before, strict=True)):
                continue
        if pattern.never and {child.lemma for child in word.below} & pattern.never:
            continue
        found.append(Match(word, pattern.frame, NOUN + PHRASE * len(rest)))
    return found
