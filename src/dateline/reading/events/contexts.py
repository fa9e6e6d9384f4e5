"""PLOVER's contexts of an act, by the words around it."""

import re
from functools import cache

from dateline.knowledge.events import event_words
from dateline.reading.desk import Sentence

__all__ = ["contexts_of", "words_around"]

MOST = 3
"""Contexts of one act at most, those with the most words first."""


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """A pattern of each context's words."""
    return tuple(
        (name, re.compile(r"\b(?:" + "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words) + r")(?!\w)"))
        for name, words in event_words().contexts
    )


def contexts_of(words: str) -> tuple[str, ...]:
    """The contexts that the words speak of, in the manual's order."""
    counts = {name: len(set(pattern.findall(words))) for name, pattern in patterns()}
    kept = sorted((name for name, count in counts.items() if count), key=lambda name: -counts[name])[:MOST]
    return tuple(name for name in counts if name in kept)


def words_around(sentence: Sentence) -> str:
    """The words of a sentence in small letters."""
    return str(sentence.tokens.text).lower()
