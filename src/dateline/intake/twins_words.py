"""What of a text counts when texts are compared: the order of its telling words, without the furniture around a story."""

import re
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from dateline.knowledge.wires import furniture, small_words
from dateline.model.document import Text

__all__ = ["MANY", "Imprint", "Runs", "Words", "figures", "imprint", "runs", "sketch"]

Words = NDArray[np.uint32]
Runs = NDArray[np.uint64]

WORD = re.compile(r"[^\W_]+")
SHORTEST = 3
"""Letters that a word must have to tell anything; numbers tell always."""

START = 8
"""So many telling words are the beginning of a text."""

SAMPLED = 4
"""One run of words in so many is kept in a sketch."""

MANY = 8
"""A sample with fewer values says little: one shared is enough to look closer."""

LONGEST_LINE = 300
LONGEST = 20_000
"""Telling words that are looked at."""

MIX = tuple(np.uint64(number) for number in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93))
SHIFT = np.uint64(29)

NUMBERED = re.compile(
    r"\bUPDATE[ -]?(\d{1,2})\b|\b(\d{1,2})(?:st|nd|rd|th) (?:ld|lead)\b|\bLd-?(\d)?-?writethru", re.IGNORECASE
)
CHANGED = re.compile(
    r"^[^\w\n]*+(?:adds|updates?|recasts|refiles?|rewrites|eds|wraps|changes)\b(?: with)?[^.\n]{3,}",
    re.IGNORECASE | re.MULTILINE,
)
CORRECTED = re.compile(
    r"^[^\w\n]*+(?:corrected|correction|corrects|clarifi(?:es|cation)|refile)\b[^.\n]{0,160}", re.IGNORECASE | re.MULTILINE
)
HEAD = 400  # code points in which a text calls itself an update


@dataclass(frozen=True)
class Imprint:
    """The telling words of a text as numbers, in order; its title and beginning as numbers; the edition it says it is."""

    words: Words
    title: int
    start: int
    edition: int = 0

    def __len__(self) -> int:
        return len(self.words)


def imprint(text: Text) -> Imprint:
    """What of a text counts.

    >>> said = Text("", "Envoys of both sides meet in Vienna on Monday, the hosts announced.")
    >>> len(imprint(said)), len(imprint(Text("", "VIENNA (Reuters) - " + said.body + "\\n\\nSign up for our letter.")))
    (8, 8)
    """
    words = telling(text.body or text.title)
    return Imprint(words, number(telling(text.title)), number(words[:START]), edition(text))


def telling(words: str) -> Words:
    """The words that tell something, as numbers: odd ones for figures, even ones for all others."""
    if "\n" in words:
        words = "\n".join(line for line in words.split("\n") if not is_furniture(line))
    words = words.lstrip()
    if opening := furniture(start=True).match(words):
        words = words[opening.end() :]
    found: Words = np.fromiter(map(code, WORD.findall(words.casefold())), np.uint32)
    telling: Words = found[found != 0][:LONGEST]
    return telling


def is_furniture(line: str) -> bool:
    """Is this line no part of a story? A paragraph that is long is."""
    return len(line) <= LONGEST_LINE and furniture().fullmatch(line) is not None


@lru_cache(maxsize=1 << 17)
def code(word: str) -> int:
    """A word as a number, 0 where it tells nothing."""
    if word[0].isdigit():
        return crc32(word.encode()) | 1
    if len(word) < SHORTEST or word in small_words():
        return 0
    return crc32(word.encode("utf-8", "surrogatepass")) & ~1


def figures(words: Words) -> Words:
    """The figures among the words, each once."""
    return np.unique(words[words & np.uint32(1) == 1])


def number(words: Words) -> int:
    """One number for a title or beginning; 0 for one that is too short to tell anything."""
    return crc32(words.tobytes()) if len(words) >= SHORTEST else 0


def edition(text: Text) -> int:
    """Which version of a story it says it is: 0 none, 1 or more an update, 100 a correction."""
    head = f"{text.title}\n{text.body[:HEAD]}"
    if CORRECTED.search(head):
        return 100
    if found := NUMBERED.search(head):
        return int(next((each for each in found.groups() if each), 1))
    return 1 if CHANGED.search(head) else 0


def runs(words: Words) -> Runs:
    """Each three telling words in a row as one number."""
    if len(words) < 3:
        return np.empty(0, np.uint64)
    wide = words.astype(np.uint64)
    mixed: Runs = (wide[:-2] * MIX[0]) ^ (wide[1:-1] * MIX[1] + MIX[2]) ^ (wide[2:] * MIX[3])
    mixed ^= mixed >> SHIFT
    mixed *= MIX[0]
    return mixed ^ (mixed >> SHIFT)


def sketch(words: Words) -> Runs:
    """A sample of a text's runs, the same ones for every text that has them; 63 bits each, sorted."""
    found = runs(words)
    return np.unique(found[found % np.uint64(SAMPLED) == 0] >> np.uint64(1))
