"""Relations between parties: members, allies, disputes, offices."""

from dateline.reading.relations.read import find_relations

__all__ = ["find_relations"]
