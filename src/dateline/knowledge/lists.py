"""Lists of words that readers compare with the words of a text: each has an id and says what its words are."""

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.load import load
from dateline.model.errors import KnowledgeError

__all__ = ["WordList", "either", "listed", "word_lists"]


@dataclass(frozen=True)
class WordList:
    """Words of one kind, in lower case unless it `says` otherwise."""

    id: str
    says: str
    words: tuple[str, ...]


@cache
def word_lists(*topics: str) -> dict[str, WordList]:
    """Id -> list, of the `[[list]]` entries of each `en/TOPIC.toml`; an id given twice, or a word in one list, is an error."""
    found: dict[str, WordList] = {}
    for topic, each in ((name, each) for name in topics for each in load(name, "list", WordList)):
        if each.id in found:
            raise KnowledgeError(f"knowledge/en/{topic}.toml: two lists {each.id!r}")
        if twice := sorted({word for word in each.words if each.words.count(word) > 1}):
            raise KnowledgeError(f"knowledge/en/{topic}.toml [[list]] ({each.id}): {', '.join(twice)} given twice")
        found[each.id] = each
    return found


@cache
def listed(topic: str, id: str) -> frozenset[str]:
    """The words of a list."""
    try:
        return frozenset(word_lists(topic)[id].words)
    except KeyError:
        raise KnowledgeError(f"knowledge/en/{topic}.toml: no list {id!r}") from None


def either(topic: str, id: str) -> str:
    """The words of a list as alternatives inside a pattern, in the order of the file; a word may be a pattern itself."""
    if id not in word_lists(topic):
        raise KnowledgeError(f"knowledge/en/{topic}.toml: no list {id!r}")
    return f"(?:{'|'.join(word_lists(topic)[id].words)})"
