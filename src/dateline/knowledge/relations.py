"""What the reader of relations knows: the words that state one, and which parties can stand at its ends."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.knowledge.lists import listed
from dateline.knowledge.load import load
from dateline.model.errors import KnowledgeError
from dateline.model.party import PartyKind
from dateline.model.relation import RelationKind

__all__ = [
    "Doubt",
    "Ends",
    "PartRule",
    "RelationExample",
    "RelationRule",
    "RelationWords",
    "part_rules",
    "relation_words",
    "words_for",
]

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
    """A text with the relation that the rule reads in it, of the rule's kind where none is given."""

    text: str
    source: str
    target: str | None = None
    office: str | None = None
    from_: str | None = None
    until: str | None = None
    kind: RelationKind | None = None


@dataclass(frozen=True)
class RelationRule:
    """A rule of the reader: words of one relation in one frame.

    `source` and `target` are roles or prepositions; `dated` the field that a date beside the words fills; `needs` words
    of which one must stand beside, `never` words that turn it into something else.
    """

    id: str
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
class PartRule:
    """A rule for what is read beside the words of a relation: its dates, a place, those who are no known party."""

    id: str
    name: str
    examples: tuple[RelationExample, ...]
    leaves: tuple[str, ...]


@dataclass(frozen=True)
class Doubt:
    """Words before a noun that make of the relation another (`kind`), none at all (None), or one that is over."""

    words: tuple[str, ...]
    kind: RelationKind | None = None
    over: bool = False


@dataclass(frozen=True)
class RelationWords:
    """All that states a relation; `by_word` gives the rules that the first word of theirs belongs to."""

    rules: dict[str, RelationRule]
    ends: dict[RelationKind, Ends]
    by_word: dict[str, tuple[RelationRule, ...]]
    doubts: dict[str, Doubt]


@cache
def relation_words() -> RelationWords:
    """The knowledge of `en/relations/rules.toml`, and the doubts of `words.toml`."""
    rules: dict[str, RelationRule] = {}
    by_word: dict[str, tuple[RelationRule, ...]] = {}
    for rule in load("relations/rules", "relation", RelationRule):
        if rule.id in rules:
            raise KnowledgeError(f"knowledge/en/relations/rules.toml [[relation]] ({rule.name}): id {rule.id!r} is given twice")
        rules[rule.id] = rule
        for first in dict.fromkeys(words.split()[0] for words in rule.words):
            by_word[first] = (*by_word.get(first, ()), rule)
    ends = {each.id: each for each in load("relations/rules", "ends", Ends)}
    if missing := sorted({rule.kind for rule in rules.values()} - set(ends)):
        raise KnowledgeError(f"knowledge/en/relations/rules.toml: no [[ends]] for {', '.join(missing)}")
    doubts = {word: doubt for doubt in load("relations/words", "doubt", Doubt) for word in doubt.words}
    return RelationWords(rules, ends, by_word, doubts)


def part_rules() -> tuple[PartRule, ...]:
    """The rules for what is read beside the words."""
    return load("relations/rules", "rule", PartRule)


def words_for(id: str) -> frozenset[str]:
    """The words of a list of `en/relations/words.toml`."""
    return listed("relations/words", id)
