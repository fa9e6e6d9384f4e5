"""What is known of issues: words that name none, and which kinds of statements answer or contradict each other."""

from functools import cache
from typing import cast

from dateline.knowledge.load import tables
from dateline.knowledge.parties import states
from dateline.model.entry import StatementKind

__all__ = ["claiming", "claims_by_name", "denying", "light", "names_of_states", "opposites", "stop"]

Kinds = frozenset[StatementKind]


@cache
def stop() -> frozenset[str]:
    """Words that are in every text: nobody looks for them."""
    return frozenset(tables("matching/issues")["stop"].split())


@cache
def light() -> frozenset[str]:
    """Words that may be part of what is said but name no matter."""
    return frozenset(tables("matching/issues")["light"].split())


@cache
def claims_by_name() -> frozenset[str]:
    """Words that name a claim as such ("the accusations")."""
    return frozenset(tables("matching/issues")["denied"]["words"].split())


def kinds(table: str, key: str) -> Kinds:
    """A set of kinds of statements."""
    return frozenset(cast("list[StatementKind]", tables("matching/issues")[table][key]))


@cache
def opposites() -> frozenset[tuple[StatementKind, StatementKind]]:
    """Kinds between which a side changes its stance, in both directions."""
    pairs = [(one, other) for one, other in tables("matching/issues")["opposites"]]
    return frozenset((*pairs, *((other, one) for one, other in pairs)))


@cache
def names_of_states() -> frozenset[str]:
    """Every word, in lower case, of the names, adjectives and capitals of states: parties, not matters."""
    called = (name for state in states() for name in (state.name, *state.names, *state.adjectives, *state.capitals))
    return frozenset(word for name in called for word in name.casefold().replace("-", " ").split())


@cache
def claiming() -> Kinds:
    """Kinds that a denial can answer."""
    return kinds("answers", "claims")


@cache
def denying() -> Kinds:
    """Kinds that answer a claim."""
    return kinds("answers", "denials")
