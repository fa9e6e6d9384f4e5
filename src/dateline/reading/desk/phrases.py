"""Noun phrases and names as the parse gives them."""

from dataclasses import dataclass

from spacy.tokens import Token

from dateline.reading.desk.story import Sentence

__all__ = ["Entity", "entities", "head_of", "is_plural", "lemma_of"]


@dataclass(frozen=True)
class Entity:
    """What the model calls by a name: its first and last token, and its label."""

    first: int
    last: int
    label: str


def entities(sentence: Sentence) -> list[Entity]:
    """The model's named entities of a sentence (spaCy's own `ents` walks the whole paragraph each time)."""
    found: list[Entity] = []
    for token in sentence.tokens:
        if token.ent_iob_ == "I" and found and found[-1].last == token.i - 1:
            found[-1] = Entity(found[-1].first, token.i, found[-1].label)
        elif token.ent_type_:
            found.append(Entity(token.i, token.i, token.ent_type_))
    return found


def head_of(sentence: Sentence, first: int, last: int) -> int:
    """The token of a stretch whose own head lies outside of it."""
    doc = sentence.tokens.doc
    for index in range(last, first - 1, -1):
        if not first <= doc[index].head.i <= last or doc[index].head.i == index:
            return index
    return last


def is_plural(token: Token) -> bool:
    """Is the noun in the plural?"""
    return token.tag_ in ("NNS", "NNPS")


def lemma_of(token: Token) -> str:
    """The singular in lower case ("Officials" -> "official")."""
    word = token.lower_
    if token.tag_ in ("NNS", "NNPS"):
        if word.endswith("men"):
            return word[:-3] + "man"
        if word.endswith("ies"):
            return word[:-3] + "y"
        return token.lemma_.lower() if token.lemma_.lower() != word else word.removesuffix("s")
    return word
