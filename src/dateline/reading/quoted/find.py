"""Where quotes stand in a text: letter by letter, else by a stated tolerance, else nowhere.

The tolerance: quotation marks and apostrophes of every kind are the same, and those around a quote do not count; so are dashes
and hyphens; blanks and breaks of any number are one blank; the first letter may be large or small. Nothing else.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property

from dateline.model.evidence import Span
from dateline.model.text import Field, Text

__all__ = ["Quotes", "Tally", "folded"]

MARKS = str.maketrans("‘’‚‛`´“”„‟«»‐‑‒–—―−", "''''''\"\"\"\"\"\"-------")
AROUND = "\"'"
MOST = 64
"""Places of one quote that are looked at."""

SHORTEST = 2
"""Letters of a quote; less names nothing."""


@dataclass
class Tally:
    """How many quotes stood as they were given, how many by the tolerance, and those that do not stand in the text."""

    exact: int = 0
    near: int = 0
    dropped: list[str] = field(default_factory=list)
    refused: int = 0
    """Entries left out: their own words do not stand, speak to a machine, or name nobody."""

    @property
    def given(self) -> int:
        """All quotes."""
        return self.exact + self.near + len(self.dropped)


def folded(text: str) -> tuple[str, list[int]]:
    """The text with marks, dashes and blanks of one kind, and the place in the text of each character that is left."""
    letters: list[str] = []
    places: list[int] = []
    for at, letter in enumerate(text.translate(MARKS)):
        if letter.isspace():
            if letters and letters[-1] == " ":
                continue
            letter = " "
        letters.append(letter)
        places.append(at)
    return "".join(letters), places


@dataclass(frozen=True)
class Passage:
    """The title of a text, or a part of its body."""

    text: Text
    field: Field
    start: int = 0
    end: int | None = None

    @cached_property
    def part(self) -> str:
        """Its words."""
        return self.text.field(self.field)[self.start : self.end]

    @cached_property
    def fold(self) -> tuple[str, list[int]]:
        """They as the tolerance sees them."""
        return folded(self.part)

    def places(self, quote: str) -> tuple[list[Span], bool]:
        """All places of a quote, and whether they are so letter by letter."""
        if exact := [self.span(at, at + len(quote)) for at in occurrences(self.part, quote)]:
            return exact, True
        words, places = self.fold
        wanted = folded(quote.strip())[0].strip(f" {AROUND}")
        if sum(map(str.isalnum, wanted)) < SHORTEST:
            return [], False
        other = wanted[0].swapcase() + wanted[1:]
        starts = [*occurrences(words, wanted), *(occurrences(words, other) if other != wanted else ())]
        return [self.span(places[at], places[at + len(wanted) - 1] + 1) for at in sorted(starts)], False

    def span(self, start: int, end: int) -> Span:
        """Words of the passage as words of the text."""
        return Span.of(self.text, self.start + start, self.start + end, self.field)


@dataclass(frozen=True)
class Quotes:
    """The words of a text, or of a part of its body, in which quotes are looked for, and behind them those of its title.

    `tally` counts what comes of them.
    """

    text: Text
    start: int = 0
    end: int | None = None
    tally: Tally = field(default_factory=Tally)

    @cached_property
    def passages(self) -> tuple[Passage, Passage]:
        """What a question shows: what is looked through first comes first."""
        return Passage(self.text, "text", self.start, self.end), Passage(self.text, "title")

    def find(self, quote: str, near: Span | None = None) -> Span | None:
        """Where a quote stands, the place nearest to other words first; counted either way."""
        found, exact = self.places(quote)
        if not found:
            if quote:
                self.tally.dropped.append(quote)
            return None
        if exact:
            self.tally.exact += 1
        else:
            self.tally.near += 1
        return min(found, key=lambda span: (gap(span, near), span.start))

    def places(self, quote: str) -> tuple[list[Span], bool]:
        """All places of a quote in the body, else in the title, and whether they are so letter by letter."""
        if sum(map(str.isalnum, quote)) < SHORTEST:
            return [], False
        body, title = self.passages
        found = body.places(quote)
        return found if found[0] else title.places(quote)


def occurrences(text: str, words: str) -> list[int]:
    """Where words stand in a text without cutting another word; as part of a hyphened one only if nowhere else."""
    found: list[int] = []
    whole: list[int] = []
    for match in re.finditer(re.escape(words), text):
        before, after = match.start() - 1, match.end()
        cut_before = before >= 0 and text[before].isalnum() and words[0].isalnum()
        cut_after = after < len(text) and text[after].isalnum() and words[-1].isalnum()
        if not cut_before and not cut_after:
            found.append(match.start())
            if "-" not in (text[max(before, 0) : match.start()], text[after : after + 1]):
                whole.append(match.start())
            if len(found) == MOST:
                break
    return whole or found


def gap(span: Span, near: Span | None) -> int:
    """How many characters lie between two spans; none where they touch, or there is no other in the same field."""
    if near is None or span.field != near.field:
        return 0
    return max(0, span.start - near.end, near.start - span.end)
