"""Expressions of time, read as TIMEX3 and reckoned from the day of the story."""

from dateline.reading.times.calendar import later, month_of
from dateline.reading.times.direction import Direction, direction_of
from dateline.reading.times.read import anchor_times, find_times

__all__ = ["Direction", "anchor_times", "direction_of", "find_times", "later", "month_of"]
