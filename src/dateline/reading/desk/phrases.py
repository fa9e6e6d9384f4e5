"""Noun phrases and names as the parse gives them."""

from spacy.tokens import Token

from dateline.reading.desk.story import Sentence

__all__ = ["head_of", "is_plural", "lemma_of"]


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
