"""The words of statements that name matters, brought to a common form. Names of parties are none: they are compared apart."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from dateline.knowledge.issues import light, names_of_states, stop
from dateline.model.position import Saying

__all__ = ["Terms", "idle", "shared", "stem", "terms_of", "words_of"]

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
VOWEL = re.compile("[aeiouy]")
SHORTEST = 3


@dataclass(frozen=True)
class Terms:
    """The terms of one statement: `heads` end its topic, `topic` are others in it, `content` those of what is said.

    A term is a word in its common form, or two neighbours of them; `surfaces` tells how it was written.
    """

    heads: frozenset[str]
    topic: frozenset[str]
    content: frozenset[str]
    surfaces: tuple[tuple[str, str], ...] = ()

    @cached_property
    def words(self) -> frozenset[str]:
        """All single words."""
        return frozenset(term for term in self.heads | self.topic | self.content if " " not in term)

    def written(self, terms: Iterable[str]) -> tuple[str, ...]:
        """These terms as the statement writes them."""
        spelt = dict(self.surfaces)
        return tuple(spelt.get(term, term) for term in terms)

    @property
    def all(self) -> frozenset[str]:
        """All terms."""
        return self.heads | self.topic | self.content


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The common form of a word: endings of plurals and verbs, and a silent e, are taken off.

    >>> [stem(word) for word in ("Exports", "exporting", "countries", "crisis", "moved", "moves")]
    ['export', 'export', 'country', 'crisis', 'mov', 'mov']
    """
    low = word.casefold().replace("’", "'").removesuffix("'s")
    if low.endswith("ies") and len(low) > 4:
        low = low[:-3] + "y"
    elif low.endswith(("sses", "ches", "shes", "xes")):
        low = low[:-2]
    elif low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        low = low[:-1]
    for ending in ("ing", "ed"):
        root = low.removesuffix(ending)
        if root != low and len(root) > 2 and VOWEL.search(root) and root[-1] not in "aeo":
            return root[:-1] if root[-1] == root[-2] and root[-1] not in "ls" else root
    return low[:-1] if low.endswith("e") and len(low) > 3 else low


@cache
def idle() -> frozenset[str]:
    """The common forms of words that name no matter."""
    return frozenset(map(stem, stop() | light()))


def words_of(text: str, barred: frozenset[str] = frozenset()) -> list[tuple[str, str] | None]:
    """The words that may name a matter, each as (common form, as written); None stands for every other word."""
    found: list[tuple[str, str] | None] = []
    for match in WORD.finditer(text):
        written = match.group()
        low = written.casefold().removesuffix("’s").removesuffix("'s")
        common = stem(written)
        named = low in names_of_states() or (low in barred and written[0].isupper())
        empty = named or common in idle() or len(low) < SHORTEST
        found.append(None if empty else (common, written))
    return found


def terms_in(words: Iterable[tuple[str, str] | None]) -> dict[str, str]:
    """Term -> as written: each word, and each two neighbours."""
    found: dict[str, str] = {}
    before: tuple[str, str] | None = None
    for word in words:
        if word is not None:
            found.setdefault(word[0], word[1])
            if before is not None:
                found.setdefault(f"{before[0]} {word[0]}", f"{before[1]} {word[1]}")
        before = word
    return found


def terms_of(saying: Saying, barred: frozenset[str] = frozenset()) -> Terms:
    """The terms of a statement; `barred` are words that name parties."""
    phrase = words_of(saying.topic or "", barred)
    topic = terms_in(phrase)
    content = terms_in(word for piece in saying.quote for word in (*words_of(piece, barred), None))
    heads = frozenset(list(topic)[-2:] if phrase and phrase[-1] is not None else list(topic)[-1:])
    surfaces = tuple((content | topic).items())
    return Terms(heads, frozenset(topic) - heads, frozenset(content) - frozenset(topic), surfaces)


def shared(one: Terms, other: Terms) -> tuple[str, ...]:
    """Single words that both have, in order."""
    return tuple(sorted(one.words & other.words))
