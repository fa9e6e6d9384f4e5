"""Feeds to stories: RSS, Atom and JSON Feed, well-formed or not; and OPML, which lists feeds.

What a feed says is never trusted: it is given to the parser as bytes (a string would be opened as a path or an address),
its markup is taken apart after it was made harmless, and its size, entries and depth are limited.
"""

import re
from calendar import timegm
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any
from xml.sax import SAXException

from dateline.intake.clean import origin_of
from dateline.intake.clean_html import address, legible, one_line, words_of
from dateline.intake.day import can_be, moment
from dateline.intake.decode import LONGEST_STORY
from dateline.intake.feed_bounds import bounded
from dateline.intake.feed_encoding import in_utf_8
from dateline.intake.feed_item import MOST_ENTRIES, Item, undated, unread
from dateline.intake.feed_json import from_json, is_json_feed
from dateline.intake.language import language_of, tag
from dateline.model.document import Document, Text
from dateline.model.errors import InputError
from dateline.model.problem import Problem, Refusal

__all__ = ["LARGEST_FEED", "Feed", "is_feed", "read_feed", "story_of"]

LARGEST_FEED = 15_000_000
"""Bytes of a feed, unpacked."""

LONGEST_TITLE = 1_000

BROKEN = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError, SAXException)
"""What the parser of feeds is known to raise over feeds that are none."""

START = re.compile(rb"<(?:\w+:)?(rss|feed|rdf)\b", re.IGNORECASE)
PAGE = re.compile(rb"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
HEAD = 4_000
DATES = ("published", "updated", "created")
MARKUP = re.compile(r"</?(?:p|div|br|span|a|b|i|em|strong|h[1-6]|ul|ol|li|table|html|body)\b[^<>]*+>", re.IGNORECASE)
UNWRITTEN = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")
MARKED_UP = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, kw_only=True)
class Feed:
    """A feed: its own title and address, its stories in the order it has them, what was odd, and what of it is not read."""

    title: str = ""
    site: str | None = None
    items: tuple[Item, ...] = ()
    stories: tuple[Document | Refusal, ...] = ()
    problems: tuple[Problem, ...] = ()
    unread: tuple[Problem, ...] = ()


def is_feed(data: bytes) -> bool:
    """Does it look like a feed of any kind, and not like a page?"""
    head = plain_head(data)
    start, page = START.search(head), PAGE.search(head)
    return bool(start and (page is None or start.start() < page.start())) or is_json_feed(data)


def plain_head(data: bytes) -> bytes:
    """The beginning of a file, with the gaps of UTF-16 closed."""
    return data[:HEAD].replace(b"\x00", b"")


def read_feed(data: bytes, name: str, headers: Mapping[str, str] | None = None) -> Feed:
    """The feed in these bytes, else an `InputError` that says what is wrong with it.

    `headers` are those it was sent with: `content-type` and `content-location` bear on how it is read.
    """
    if len(data) > LARGEST_FEED:
        raise InputError(f"longer than {LARGEST_FEED:,} bytes: no feed that can be read")
    if is_json_feed(data):
        return feed_of(*from_json(data, name))
    with broken_is_none():
        written, odd = in_utf_8(data, headers or {})
    part, left = bounded(written)
    parsed = parse(part, {**(headers or {}), "content-type": "application/xml; charset=utf-8"})
    entries, head = parsed.get("entries") or [], parsed.get("feed") or {}
    if not (parsed.get("version") or entries or head.get("title")):
        raise InputError("no feed: neither RSS nor Atom nor JSON Feed")
    problems = []
    if parsed.get("bozo") or odd:
        why = one_line(str(parsed.get("bozo_exception") or odd))[:200]
        problems.append(Problem("intake", f"ill-formed feed, read as far as it goes: {why}"))
    spoken = head.get("language")
    items = (item_of(entry, f"{name}#{number}", spoken) for number, entry in enumerate(entries[:MOST_ENTRIES], 1))
    title = one_line(detail(head, "title"))[:LONGEST_TITLE]
    return feed_of(title, address(head.get("link")), items, (*left, *unread(len(entries))), tuple(problems))


def feed_of(
    title: str, site: str | None, items: Iterable[Item], unread: tuple[Problem, ...], problems: tuple[Problem, ...] = ()
) -> Feed:
    """The feed of these items."""
    kept = tuple(items)
    return Feed(title=title, site=site, items=kept, stories=tuple(stories(kept, title)), problems=problems, unread=unread)


def parse(data: bytes, headers: Mapping[str, str]) -> Any:
    """The parser's own object of a feed."""
    import feedparser

    with broken_is_none():
        return feedparser.parse(BytesIO(data), response_headers=dict(headers), resolve_relative_uris=False, sanitize_html=False)


@contextmanager
def broken_is_none() -> Iterator[None]:
    """What the parser raises is an `InputError`."""
    try:
        yield
    except BROKEN as error:
        raise InputError(f"no feed that can be read: {type(error).__name__}: {one_line(str(error))[:200]}") from error


def item_of(entry: Any, name: str, language: object) -> Item:
    """What an entry says."""
    published, dated_by, problems = date_of(entry)
    link = address(entry.get("feedburner_origlink")) or address(entry.get("link"))
    source = entry.get("source")
    spoken = entry.get("language") or language
    return Item(
        name=one_line(str(entry.get("id") or ""))[:LONGEST_TITLE] or link or name,
        title=one_line(detail(entry, "title"))[:LONGEST_TITLE],
        text=longest(entry),
        url=link,
        source=one_line(detail(source, "title")) or None if isinstance(source, dict) else None,
        author=one_line(words_of(str(entry.get("author") or ""))) or None,
        language=tag(str(spoken)) if spoken else None,
        published=published,
        dated_by=dated_by,
        problems=problems,
    )


def detail(holder: Any, key: str) -> str:
    """The words of a field, whatever markup it is given in."""
    value = holder.get(key)
    if not isinstance(value, str):
        return ""
    found = holder.get(f"{key}_detail") or {}
    return in_words({"value": value, "type": found.get("type", "text/html")})


def in_words(content: Mapping[str, Any]) -> str:
    """The words of a piece of content, by its type."""
    value = str(content.get("value") or "")[: 2 * LONGEST_STORY]
    kind = content.get("type") or "text/html"
    if kind in MARKED_UP or (not kind.startswith("text/") and MARKUP.search(value)):
        return words_of(value)
    return legible(value).strip() if kind.startswith("text/") or is_written(value) else ""


def is_written(value: str) -> bool:
    """Are these words, as content of another type (a base64 body, unpacked by the parser) may hold, and not what is packed?"""
    return " " in value.strip() and UNWRITTEN.search(value) is None


def longest(entry: Any) -> str:
    """The fullest text that an entry has: its content or its summary."""
    short = ((entry.get(key), entry.get(f"{key}_detail") or {}) for key in ("summary", "description", "subtitle"))
    pieces = [*(entry.get("content") or []), *({"value": value, "type": how.get("type")} for value, how in short if value)]
    return max((in_words(piece) for piece in pieces if isinstance(piece, Mapping)), key=len, default="")


def date_of(entry: Any) -> tuple[date | datetime | None, str | None, tuple[Problem, ...]]:
    """When an entry was published, and which of its fields says so."""
    problems: list[Problem] = []
    for key in DATES:
        words = dict.get(entry, key)  # the parser's own lookup gives one date for another
        if not isinstance(words, str) or not words.strip():
            continue
        found, parsed = moment(words), dict.get(entry, f"{key}_parsed")
        if found is None and parsed:
            made = datetime.fromtimestamp(timegm(parsed), UTC) if 1 < parsed[0] < 9999 else None
            found = made if made and can_be(made) else None
        if found is not None:
            return found, f"feed: {key}", tuple(problems)
        problems.append(undated(key, words))
    return None, None, tuple(problems)


def stories(items: Iterable[Item], feed: str) -> Iterator[Document | Refusal]:
    """The documents of a feed's items, each name once."""
    seen: dict[str, int] = {}
    for item in items:
        seen[item.name] = count = seen.get(item.name, 0) + 1
        yield story_of(item if count == 1 else replace(item, name=f"{item.name} ({count})"), feed)


def story_of(item: Item, feed: str) -> Document | Refusal:
    """The document of an item; a last line that tells where the story comes from is no part of it."""
    if not (item.title or item.text):
        return Refusal(item.name, (Problem("intake", "an entry without words: neither title nor text"),))
    if len(item.text) > LONGEST_STORY:
        return Refusal(item.name, (Problem("intake", f"longer than {LONGEST_STORY:,} characters"),))
    origin = origin_of(item.text)
    body = item.text[: origin.start].rstrip() if origin else item.text
    if origin and not body:
        origin, body = None, item.text
    known = language_of(body or item.title)
    return Document(
        name=item.name,
        text=Text(item.title, body),
        published=item.published,
        source=item.source or (origin.source if origin else None) or feed or None,
        url=item.url or (origin.url if origin else None),
        origin=origin.line if origin else (f"by {item.author}" if item.author else None),
        language=known or item.language,
        dated_by=item.dated_by,
        problems=item.problems,
    )
