"""What an act is done to, as its words say."""

from dateline.knowledge.events import class_of
from dateline.reading.desk import Word, undergoers

__all__ = ["done_to"]


def done_to(verb: Word) -> list[Word]:
    """The head words of what it is done to; of "the attack on Chad, which Mali condemned" the attack."""
    return [deed(word) if verb.dep == "relcl" and word is verb.head else word for word in undergoers(verb)]


def deed(noun: Word) -> Word:
    """What a relative clause tells of where its noun closes a phrase: the deed before "against", "on" or "of"."""
    above = noun.head.head
    if noun.dep == "pobj" and noun.head.lower in ("against", "on", "of") and above.lemma in class_of("hostilities"):
        return above
    return noun
