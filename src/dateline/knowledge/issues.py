"""What is known of issues: words that name none, and which kinds of statements answer or contradict each other."""

from functools import cache
from typing import cast

from dateline.knowledge.load import tables
from dateline.model.entry import StatementKind

__all__ = ["claiming", "claims_by_name", "denying", "light", "no", "stop", "yes"]

Kinds = frozenset[StatementKind]


@cache
def stop() -> frozenset[str]:
    """Words that are in every text: nobody looks for them."""
    return frozenset(tables("issues")["stop"].split())


@cache
def light() -> frozenset[str]:
    """Words that may be part of what is said but name no matter."""
    return frozenset(tables("issues")["light"].split())


@cache
def claims_by_name() -> frozenset[str]:
    """Words that name a claim as such ("the accusations")."""
    return frozenset(tables("issues")["denied"]["words"].split())


def kinds(table: str, key: str) -> Kinds:
    """A set of kinds of statements."""
    return frozenset(cast("list[StatementKind]", tables("issues")[table][key]))


@cache
def yes() -> Kinds:
    """Kinds that are a yes to a matter."""
    return kinds("stances", "yes")


@cache
def no() -> Kinds:
    """Kinds that are a no to it."""
    return kinds("stances", "no")


@cache
def claiming() -> Kinds:
    """Kinds that a denial can answer."""
    return kinds("answers", "claims")


@cache
def denying() -> Kinds:
    """Kinds that answer a claim."""
    return kinds("answers", "denials")
