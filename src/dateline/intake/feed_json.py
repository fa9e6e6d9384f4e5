"""JSON Feed, versions 1 and 1.1."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from dateline.intake.clean_html import address, legible, one_line, words_of
from dateline.intake.day import moment
from dateline.intake.feed_item import MOST_ENTRIES, Item, undated, unread
from dateline.intake.language import tag
from dateline.model.errors import InputError
from dateline.model.problem import Problem

__all__ = ["from_json", "is_json_feed"]

MARK = b"jsonfeed.org/version/"
HEAD = 20_000
DATES = ("date_published", "date_modified")


def is_json_feed(data: bytes) -> bool:
    """Is it a JSON object that says it is a feed?"""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and (
        MARK in data[:HEAD].replace(b"\\/", b"/") or MARK in data[-HEAD:].replace(b"\\/", b"/")
    )


def from_json(data: bytes, name: str) -> tuple[str, str | None, Iterator[Item], tuple[Problem, ...]]:
    """(title, address of its site, items, what was odd) of a JSON Feed."""
    try:
        value = json.loads(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"a JSON Feed that is no JSON: {one_line(str(error))[:200]}") from error
    items = value.get("items")
    if not isinstance(items, list):
        raise InputError("a JSON Feed without its list of items")
    language = text(value, "language")
    made = (item_of(item, f"{name}#{number}", language) for number, item in enumerate(items[:MOST_ENTRIES], 1))
    return one_line(text(value, "title")), address(value.get("home_page_url")), made, unread(len(items))


def text(value: Any, key: str) -> str:
    """A string of an object, empty where there is none."""
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, str) else ""


def item_of(value: Any, name: str, language: str) -> Item:
    """What an item says."""
    bodies = (
        words_of(text(value, "content_html")),
        legible(text(value, "content_text")).strip(),
        legible(text(value, "summary")),
    )
    authors = value.get("authors") if isinstance(value, dict) else None
    author = text(authors[0], "name") if isinstance(authors, list) and authors else text(value, "author")
    identity = value.get("id") if isinstance(value, dict) else None
    link = address(text(value, "url")) or address(text(value, "external_url"))
    published, dated_by, problems = date_of(value)
    return Item(
        name=one_line(str(identity)) if isinstance(identity, str | int) and str(identity).strip() else link or name,
        title=one_line(text(value, "title")),
        text=next((body for body in bodies if body), ""),
        url=link,
        author=one_line(author) or None,
        language=tag(text(value, "language") or language) or None,
        published=published,
        dated_by=dated_by,
        problems=problems,
    )


def date_of(value: Any) -> tuple[date | datetime | None, str | None, tuple[Problem, ...]]:
    """When an item was published, and which of its fields says so."""
    problems: list[Problem] = []
    for key in DATES:
        given = value.get(key) if isinstance(value, dict) else None
        if given is None or not str(given).strip():
            continue
        found = moment(given) if isinstance(given, str) else None
        if found is not None:
            return found, f"feed: {key}", tuple(problems)
        problems.append(undated(key, str(given)))
    return None, None, tuple(problems)
