"""What programmers hand in: stories as text, object, document or path; days and moments as such or in words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

from dateline.app import days
from dateline.app.pipeline import path_stories, published
from dateline.intake.day import check_day
from dateline.intake.decode import check_characters
from dateline.intake.lines import from_value, refused
from dateline.model.document import Document, Text
from dateline.model.errors import InputError
from dateline.model.problem import Refusal

__all__ = ["Stories", "Story", "day_of", "moment_of", "one_story", "stories_of"]

Story = str | Mapping[str, Any] | Document | Path
"""A story: its text, an object by the reading contract, a document, or the path of a file or folder of stories."""

Stories = Iterable[Story] | Path
"""Several stories, or the path of a file or folder of them."""

KEYS = ("id", "text", "title", "source", "url", "language")


def one_story(story: Mapping[str, Any]) -> Document:
    """The document of one story, given by its fields; what is wrong with it is an `InputError`."""
    (found,) = published([of_fields(story, "story")], None)
    if isinstance(found, Refusal):
        raise InputError("; ".join(problem.what for problem in found.problems))
    return found


def stories_of(stories: Stories) -> Iterator[Document | Refusal]:
    """The documents of several stories, in order; one that is none comes through as a refusal. A path must exist."""
    if isinstance(stories, str | bytes | Mapping | Document):
        raise InputError("one story where several are wanted: give a list of them, [story], or a pathlib.Path for files")
    if not isinstance(stories, Iterable | Path):
        raise InputError(f"stories are wanted, a list or other iterable, not {type(stories).__name__}: {stories!r:.40}")
    if isinstance(stories, Path):
        return published(path_stories([str(stories)], BytesIO()), None)
    return published((found for number, story in enumerate(stories, 1) for found in taken_in(story, f"story {number}")), None)


def taken_in(story: object, name: str) -> Iterator[Document | Refusal]:
    """The documents of one of several stories; `name` is what it is called where it has none."""
    if isinstance(story, Document):
        yield checked(story)
    elif isinstance(story, str):
        yield of_fields({"text": story}, name)
    elif isinstance(story, Mapping):
        yield of_fields(story, name)
    elif isinstance(story, Path):
        yield from of_path(story)
    else:
        yield refused(name, f"{name}: a text, an object, a document or a path is wanted, not {type(story).__name__}")


def of_fields(story: Mapping[str, Any], name: str) -> Document | Refusal:
    """The document of an object by the contract, whose `published` may be a date; without `id` its text is its name."""
    called = story.get("id")
    try:
        value = dict(story) | {"published": as_written(story.get("published"))}
        check_types(value)
        if called is None:
            value["id"] = Text(value.get("title") or "", value["text"]).id
        found = from_value(value, called if isinstance(called, str) else name)
    except InputError as error:
        found = refused(called if isinstance(called, str) else name, str(error))
    return found


def check_types(story: Mapping[str, Any]) -> None:
    """Refuse what is not text, by its name."""
    if story.get("text") is None:
        raise InputError("no 'text': a story needs the words of its body")
    for key in KEYS:
        if story.get(key) is not None and not isinstance(story[key], str):
            raise InputError(f"{key!r} must be a string, not {type(story[key]).__name__}")


def as_written(day: object) -> str | None:
    """A day or moment as the contract writes it."""
    if day is None or isinstance(day, str):
        return day
    if isinstance(day, date):
        return day.isoformat()
    raise InputError(f"'published' must be a date, a datetime or a string such as '2022-01-04', not {type(day).__name__}")


def checked(document: Document) -> Document | Refusal:
    """A document made by hand, where it holds a text."""
    try:
        check_characters(document.text.title)
        check_characters(document.text.body)
        if not (document.text.title.strip() or document.text.body.strip()):
            raise InputError("the text is empty: there is nothing to read")
        if document.published:
            check_day(document.published)
    except InputError as error:
        return refused(document.name, str(error))
    return document if document.name else replace(document, name=document.text.id)


def of_path(path: Path) -> Iterator[Document | Refusal]:
    """The stories of a file or folder among other stories."""
    try:
        yield from path_stories([str(path)], BytesIO())
    except InputError as error:
        yield refused(str(path), str(error))


def day_of(day: date | datetime | str | None) -> date | None:
    """A day that is asked for: a date, or words such as "2022-01-04" and "today"."""
    if day is None or isinstance(day, datetime):
        return day.date() if day else None
    if isinstance(day, date):
        return day
    if isinstance(day, str):
        return days.day(day)
    raise InputError(f"a day is wanted, a date or a string such as '2022-01-04', not {type(day).__name__}: {day!r:.40}")


def moment_of(moment: date | datetime | str | None) -> datetime | None:
    """A moment that is asked for; a day means its end, an hour without a zone that of UTC."""
    if moment is None:
        return None
    if isinstance(moment, datetime):
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    if isinstance(moment, date):
        return datetime.combine(moment, time.max, UTC)
    if isinstance(moment, str):
        return days.moment(moment)
    raise InputError(f"a moment is wanted, a datetime, date or string, not {type(moment).__name__}: {moment!r:.40}")
