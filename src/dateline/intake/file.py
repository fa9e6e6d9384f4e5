"""Stories from files, folders and standard input: each becomes a document, or a refusal that says why.

What a file is, its bytes say where they can (a PDF file, a feed, a page, a calendar), else its name.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from dateline.intake.clean import clean
from dateline.intake.decode import LONGEST_STORY, decode
from dateline.intake.figures import undated
from dateline.intake.folder import below, name_of
from dateline.intake.formats import NOTHING, Declared
from dateline.intake.language import language_of, tag
from dateline.intake.lines import from_lines
from dateline.model.document import Document, Text
from dateline.model.errors import InputError
from dateline.model.problem import Problem, Refusal

__all__ = ["MANY", "from_bytes", "from_data", "from_feed", "from_path", "from_stream"]

LARGEST = 4 * LONGEST_STORY + 4  # bytes: every encoding writes a code point in four at most, and a mark
LARGEST_FILE = 15_000_000  # bytes of a page, feed or PDF file, whose story is a small part of it
LINES = (".jsonl", ".ndjson")
TABLES = (".csv", ".tsv")
FEEDS = (".rss", ".atom", ".rdf", ".xml", ".ics", ".ical")
WEB = (".html", ".htm", ".xhtml")
ARCHIVES = (".warc", ".warc.gz")
MANY = (*LINES, *TABLES, *FEEDS, *ARCHIVES, ".json")
"""Endings of files that may hold more than one story."""

Stories = Iterator[Document | Refusal]


def from_path(path: Path, told: Declared = NOTHING) -> Stories:
    """The story of a file, or those of all files below a folder, by name; hidden ones are left out."""
    if path.is_dir():
        found = below(path)
        if not found:
            raise InputError(f"no files in {path}: give a folder with stories")
        for file, wrong in found:
            name = name_of(file.relative_to(path))
            if wrong:
                yield refusal(name, wrong)
            else:
                yield from from_file(file, name, told)
    elif path.exists():
        yield from from_file(path, name_of(Path(path.name)), told)
    else:
        raise InputError(f"no such file: {path}")


def from_file(path: Path, name: str, told: Declared = NOTHING) -> Stories:
    """The stories of one file."""
    try:
        with path.open("rb") as stream:
            if path.suffix.lower() in LINES:
                yield from from_lines(stream, told)
            elif path.suffix.lower() in TABLES:
                from dateline.intake.csv_lines import from_table

                yield from from_table(stream, name, told)
            elif path.name.lower().endswith(ARCHIVES):
                from dateline.intake.warc import from_warc

                yield from from_warc(stream, name)
            else:
                yield from from_stream(stream, name, told)
    except OSError as error:
        yield refusal(name, f"cannot be opened: {error.strerror or error}")


def from_stream(stream: BinaryIO, name: str, told: Declared = NOTHING) -> Stories:
    """The stories of a byte stream: of a feed, a calendar or a JSON file all, else the one that it is."""
    data = stream.read(LARGEST_FILE + 1)
    ending = Path(name).suffix.lower()
    if data[:1] in (b"{", b"[") and (ending == ".json" or name == "-"):
        yield from json_stories(data, stream, name, told)
    elif len(data) > LARGEST_FILE:
        yield refusal(name, f"longer than {LONGEST_STORY:,} characters: give each story a file of its own")
    else:
        yield from from_data(data, name, told=told)


def json_stories(data: bytes, rest: BinaryIO, name: str, told: Declared) -> Stories:
    """The stories of a JSON file, or of lines that each are an object, or of a JSON Feed."""
    from dateline.intake.feed_json import is_json_feed
    from dateline.intake.formats_json import from_json_file

    first, _, more = data.partition(b"\n")
    if is_json_feed(data):
        yield from from_feed(data + rest.read(), name)
    elif first.strip().endswith(b"}") and more.lstrip()[:1] == b"{":
        yield from from_lines(BytesIO(data + rest.read()), told)
    else:
        yield from from_json_file(data + rest.read(), name, told)


def from_data(data: bytes, name: str, url: str | None = None, told: Declared = NOTHING) -> Stories:
    """The stories in these bytes, by what the bytes say they are."""
    from dateline.intake.feed_calendar import is_calendar
    from dateline.intake.pdf import is_pdf

    ending = Path(name).suffix.lower()
    if is_pdf(data):
        yield from_pdf(data, name)
    elif data.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1] == b"<" or ending in (*WEB, *FEEDS) or is_calendar(data):
        yield from marked_up(data, name, url, ending, told)
    else:
        yield from_bytes(data, name, told)


def marked_up(data: bytes, name: str, url: str | None, ending: str, told: Declared) -> Stories:
    """The stories of a feed, the one of a page; a text that merely begins with a tag is a text."""
    from dateline.intake.feed import is_feed
    from dateline.intake.feed_calendar import is_calendar
    from dateline.intake.opml import is_opml
    from dateline.intake.page import is_page, read_page

    if is_opml(data):
        yield refusal(name, "a list of feeds: `dateline follow` takes it")
    elif is_feed(data) or is_calendar(data) or ending in FEEDS:
        yield from from_feed(data, name)
    elif is_page(data) or ending in WEB:
        yield read_page(data, name, url)
    else:
        yield from_bytes(data, name, told)


def from_feed(data: bytes, name: str) -> Stories:
    """The stories of a feed or calendar; what is wrong with it as a whole is a refusal, as is what of it is not read."""
    from dateline.intake.feed import read_feed
    from dateline.intake.feed_calendar import is_calendar, read_calendar

    try:
        feed = read_calendar(data, name) if is_calendar(data) else read_feed(data, name)
    except InputError as error:
        yield refusal(name, str(error))
        return
    if not feed.stories:
        yield refusal(name, "a feed without entries")
    yield from feed.stories
    if feed.unread:
        yield Refusal(name, feed.unread)


def from_pdf(data: bytes, name: str) -> Document | Refusal:
    """The story of a PDF file."""
    from dateline.intake.pdf import text_of_pdf

    try:
        return story_of(text_of_pdf(data), name)
    except InputError as error:
        return refusal(name, str(error))


def from_bytes(data: bytes, name: str, told: Declared = NOTHING) -> Document | Refusal:
    """The story of a text file."""
    if len(data) > LARGEST:
        return refusal(name, f"longer than {LONGEST_STORY:,} characters: give each story a file of its own")
    try:
        return story_of(decode(data), name, told)
    except InputError as error:
        return refusal(name, str(error))


def story_of(text: str, name: str, told: Declared = NOTHING) -> Document | Refusal:
    """The story of these characters."""
    story = clean(text, told.order)
    if not (story.title or story.body):
        return refusal(name, "there is no story in the file, only notes about one")
    return Document(
        name=name,
        text=Text(story.title, story.body),
        published=story.published,
        source=story.source,
        url=story.url,
        origin=story.origin,
        language=tag(story.language) if story.language else language_of(story.body or story.title),
        problems=(undated(story.undecided),) if story.undecided else (),
    )


def refusal(name: str, what: str) -> Refusal:
    """A story that could not be taken in."""
    return Refusal(name, (Problem("intake", what),))
