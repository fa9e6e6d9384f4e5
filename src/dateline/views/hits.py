"""What was found, with the words marked that were looked for."""

import re
from collections.abc import Sequence

from dateline.views.excerpts import Words, highlighted
from dateline.views.outward import one_line

__all__ = ["around_hit", "marked"]

ENDINGS = re.compile(r"(?<=\w{3})(?:ing|ed|es|s|e|y)$")
"""Endings that the index does not look at."""

BEFORE, LONG = 80, 320
"""Code points of a story before the first word that was found, and in all."""


def pattern(terms: Sequence[str]) -> re.Pattern[str]:
    """What is marked: each term, whatever its last word ends in."""
    return re.compile("|".join(rf"\b{re.escape(ENDINGS.sub('', term))}\w*" for term in terms), re.IGNORECASE)


def marked(words: str, terms: Sequence[str]) -> list[Words]:
    """A line with the words marked.

    >>> [each.words for each in marked("New sanctions on exports", ["sanction"]) if each.marked]
    ['sanctions']
    """
    line = one_line(words)
    return highlighted(line, [match.span() for match in pattern(terms).finditer(line)])


def around_hit(body: str, terms: Sequence[str]) -> list[Words]:
    """The stretch of a story around the first word that was found."""
    match = pattern(terms).search(body)
    start = max(0, match.start() - BEFORE) if match else 0
    piece = body[start : start + LONG]
    return marked(f"{'… ' if start else ''}{piece}{' …' if start + LONG < len(body) else ''}", terms)
