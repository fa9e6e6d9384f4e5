"""Relations between parties: members, allies, disputes, offices."""

from dateline.reading.relations.ends import Scene, reaches, scenes
from dateline.reading.relations.read import find_relations

__all__ = ["Scene", "find_relations", "reaches", "scenes"]
