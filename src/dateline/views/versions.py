"""What an update of a story changed: its words with those that went and those that came."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from dateline.views.outward import visible

__all__ = ["Piece", "difference"]

MOST = 4_000
"""So many words are compared one by one, of more of them so many sentences; what follows is compared as a whole."""

WORDS = re.compile(r"(?<!\s)\s*\S+")
SENTENCES = re.compile(r"\S(?:.*?[.!?](?=\s)|.*$)\s*", re.MULTILINE)


@dataclass(frozen=True)
class Piece:
    """Words that stayed, went or came."""

    kind: Literal["same", "gone", "new"]
    words: str


def difference(before: str, after: str) -> list[Piece]:
    """The words of a text, with those of the one before.

    >>> [(each.kind, each.words) for each in difference("They meet on Monday.", "They meet on Friday.")]
    [('same', 'They meet on'), ('gone', ' Monday.'), ('new', ' Friday.')]
    """
    one, other = WORDS.findall(before), WORDS.findall(after)
    if max(len(one), len(other)) > MOST:
        one, other = headed(SENTENCES.findall(before)), headed(SENTENCES.findall(after))
    plain, plainly = [" ".join(each.split()) for each in one], [" ".join(each.split()) for each in other]
    found: list[Piece] = []
    for tag, low, high, start, end in SequenceMatcher(None, plain, plainly, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece("same", visible("".join(other[start:end]))))
            continue
        if high > low:
            found.append(Piece("gone", visible("".join(one[low:high]))))
        if end > start:
            found.append(Piece("new", visible("".join(other[start:end]))))
    return found


def headed(pieces: list[str]) -> list[str]:
    """The first pieces, those that are compared, and all the rest as one more."""
    rest = "".join(pieces[MOST:])
    return [*pieces[:MOST], *([rest] if rest else [])]
