"""The names of the rules by which readers read: code asks for them by id, so that nothing hangs on how they are worded."""

from functools import cache

from dateline.knowledge.load import tables
from dateline.model.errors import KnowledgeError

__all__ = ["rule", "rule_names"]


@cache
def rule_names(topic: str) -> dict[str, str]:
    """Id -> name of the rules of `en/TOPIC/rules.toml`; what else they hold is checked by the topic's own loader.

    Each shows `examples`, which are read by that rule, and `leaves`, which are not; one test runs them all.
    """
    names: dict[str, str] = {}
    for row in tables(f"{topic}/rules").get("rule", []):
        if "id" not in row or row["id"] in names:
            raise KnowledgeError(f"knowledge/en/{topic}/rules.toml: {row.get('name')!r} needs an id of its own")
        names[row["id"]] = row["name"]
    return names


def rule(topic: str, id: str) -> str:
    """The name of a rule, as evidence shows it."""
    try:
        return rule_names(topic)[id]
    except KeyError:
        raise KnowledgeError(f"knowledge/en/{topic}/rules.toml: no rule {id!r}") from None
