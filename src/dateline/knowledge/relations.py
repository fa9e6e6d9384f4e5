"""What the reader of relations knows: the words that state one, and which parties can stand at its ends."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.knowledge.load import load
from dateline.model.errors import KnowledgeError
from dateline.model.party import PartyKind
from dateline.model.relation import RelationKind

__all__ = ["Ends", "RelationExample", "RelationRule", "RelationWords", "relation_words"]

Frame = Literal["joined", "verb", "noun", "goal", "status", "between", "claim", "home", "title", "term"]
"""How the words stand to the ends: `joined` a participle after a hyphen, `verb`, `noun` with an owner and a bearer,
`goal` a word that governs joining, `status` one that is given, `between` a noun with both ends about it, `claim` a verb by
which two sides want the same, `home` a noun for a seat, `title` an office beside a name, `term` how one began or ended."""


@dataclass(frozen=True)
class Ends:
    """Which kinds of party can be the source and the target of a relation."""

    id: RelationKind
    sources: tuple[PartyKind, ...]
    targets: tuple[PartyKind, ...] = ()


@dataclass(frozen=True)
class RelationExample:
    """A text with the relation that the rule reads in it."""

    text: str
    source: str
    target: str | None = None
    office: str | None = None
    from_: str | None = None
    until: str | None = None


@dataclass(frozen=True)
class RelationRule:
    """A rule of the reader: words of one relation in one frame.

    `source` and `target` are roles or prepositions; `dated` the field that a date beside the words fills; `needs` words
    of which one must stand beside, `never` words that turn it into something else.
    """

    name: str
    kind: RelationKind
    frame: Frame
    examples: tuple[RelationExample, ...]
    leaves: tuple[str, ...]
    words: tuple[str, ...] = ()
    source: str = "subject"
    target: str = "object"
    dated: Literal["from", "until"] | None = None
    needs: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True)
class Doubt:
    """Words before a noun that make of the relation another (`kind`), none at all (None), or one that is over."""

    words: tuple[str, ...]
    kind: RelationKind | None = None
    over: bool = False


@dataclass(frozen=True)
class RelationWords:
    """All of it; `by_word` gives the rules that the first word of theirs belongs to."""

    rules: tuple[RelationRule, ...]
    ends: dict[RelationKind, Ends]
    by_word: dict[str, tuple[RelationRule, ...]]
    doubts: dict[str, Doubt]
    lists: dict[str, frozenset[str]]

    def named(self, frame: Frame) -> tuple[RelationRule, ...]:
        """The rules of one frame."""
        return tuple(rule for rule in self.rules if rule.frame == frame)


@dataclass(frozen=True)
class WordList:
    """Words of one use, by its name."""

    id: str
    words: tuple[str, ...]


@cache
def relation_words() -> RelationWords:
    """The knowledge of `en/relations/relations.toml`."""
    rules = load("relations/relations", "rule", RelationRule)
    by_word: dict[str, tuple[RelationRule, ...]] = {}
    for rule in rules:
        for first in dict.fromkeys(words.split()[0] for words in rule.words):
            by_word[first] = (*by_word.get(first, ()), rule)
    ends = {each.id: each for each in load("relations/relations", "ends", Ends)}
    if missing := sorted({rule.kind for rule in rules} - set(ends)):
        raise KnowledgeError(f"knowledge/en/relations/relations.toml: no [[ends]] for {', '.join(missing)}")
    doubts = {word: doubt for doubt in load("relations/relations", "doubt", Doubt) for word in doubt.words}
    lists = {each.id: frozenset(each.words) for each in load("relations/relations", "list", WordList)}
    return RelationWords(rules, ends, by_word, doubts, lists)
