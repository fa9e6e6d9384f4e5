"""The day of a story, inferred from its words where it was not given."""

from dateline.reading.dating.read import find_day

__all__ = ["find_day"]
