"""Places of a story, each with its country and position."""

from dateline.reading.places.read import find_places

__all__ = ["find_places"]
