"""One entry of a feed, whatever the format."""

from dataclasses import dataclass
from datetime import date, datetime

from dateline.model.problem import Problem

__all__ = ["Item"]


@dataclass(frozen=True, kw_only=True)
class Item:
    """What one entry of a feed says, as plain words."""

    name: str
    title: str = ""
    text: str = ""
    url: str | None = None
    source: str | None = None
    author: str | None = None
    language: str | None = None
    published: date | datetime | None = None
    dated_by: str | None = None
    problems: tuple[Problem, ...] = ()
