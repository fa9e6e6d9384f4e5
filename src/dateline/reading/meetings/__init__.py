"""Meetings: which forum, who, where, when, and whether it will be, is or was."""

from dateline.reading.meetings.read import find_meetings
from dateline.reading.meetings.report import in_session, title_of
from dateline.reading.meetings.told import days_told

__all__ = ["days_told", "find_meetings", "in_session", "title_of"]
