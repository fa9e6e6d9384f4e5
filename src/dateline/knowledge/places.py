"""What is known of places."""

from functools import cache

from dateline.knowledge.load import tables

__all__ = ["blockers"]


@cache
def blockers() -> tuple[str, ...]:
    """Names that only look like those of states and bodies ("South China Sea", "Paris Club")."""
    return tuple(tables("places")["blockers"])
