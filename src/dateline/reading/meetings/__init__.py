"""Meetings: which forum, who, where, when, and whether it will be, is or was."""

from dateline.reading.meetings.read import find_meetings

__all__ = ["find_meetings"]
