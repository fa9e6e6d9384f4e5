"""What the lexicon says of a word where it stands, together with the particle that belongs to it ("call off", "sit down")."""

from dateline.knowledge.meetings import Effect, Governor, MeetingNoun, MeetingVerb, wording, words
from dateline.reading.desk import Word

__all__ = [
    "effect_of", "governor_of", "is_ahead", "is_departure", "is_journey", "is_other_thing", "meeting_noun", "meeting_verb",
]  # fmt: skip

AT_OBJECT = ("for", "on", "upon")
"""Prepositions that belong to the verb only where it has no object: "called on Chad", but "called a meeting on Monday"."""


def meeting_noun(word: Word) -> MeetingNoun | None:
    """The entry of a noun of meeting."""
    return wording().nouns.get(word.lemma)


def is_other_thing(word: Word) -> bool:
    """Is it a noun of meeting that another word makes something else: a news conference, a cabinet meeting?"""
    known = meeting_noun(word)
    before = word.children("compound", "amod", "nmod") if known is not None else []
    return known is not None and any({child.lower, child.lemma} & set(known.never_with) for child in before)


def meeting_verb(word: Word) -> MeetingVerb | None:
    """The entry of a verb of meeting, that of the verb with its particle first."""
    verbs = wording().verbs
    with_particle = [verbs.get(f"{word.lemma} {child.lower}") for child in word.children("prt", "advmod")]
    found = next((verb for verb in with_particle if verb is not None), None) or verbs.get(word.lemma)
    clipped = found is None and word.lower == f"{word.lemma}ed"
    return verbs.get(f"{word.lemma}e") if clipped else found  # the lemma of "dined" is given as "din"


def governor_of(word: Word) -> Governor | None:
    """The entry of a governing word, that of a verb with its particle ("put off", "call for") first."""
    if not word.is_verb:
        return wording().governors.get(word.lemma) or wording().governors.get(word.lower)
    governors = wording().verb_governors
    for particle in particles(word):
        if f"{word.lemma} {particle}" in governors:
            return governors[f"{word.lemma} {particle}"]
    return governors.get(word.lemma) or governors.get(word.lower)


def particles(verb: Word) -> list[str]:
    """The particles, adverbs and prepositions that may make another word of a verb, the closest kind first."""
    found = [child.lower for label in ("prt", "advmod", "prep") for child in verb.children(label)]
    return [word for word in found if word not in AT_OBJECT] if verb.any("dobj") else found


def effect_of(word: Word) -> Effect | None:
    """What a governing word says of the status, None for a word that the lexicon does not know."""
    governor = governor_of(word)
    return governor.effect if governor is not None else None


def is_ahead(word: Word) -> bool:
    """Is it an adverb that is half a preposition ("ahead of the summit", "prior to it")?"""
    return word.dep == "advmod" and word.lower in words("it is to come") and word.any("prep")


def is_journey(noun: Word) -> bool:
    """Is it a visit that somebody makes ("trip", "tour")?"""
    known = meeting_noun(noun)
    return known is not None and noun.lemma in known.journeys


def is_departure(verb: Word) -> bool:
    """Is it a verb of setting out, so that what it is for is still to come?"""
    known = meeting_verb(verb)
    return known is not None and known.departs
