"""Web archives: the stories of the pages that a WARC file holds, packed or not, one record after another.

A record that is cut off or spoilt is a refusal, and reading goes on with the next one that can be found.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, BinaryIO

from dateline.intake.page import LARGEST_PAGE, read_page
from dateline.model.document import Document
from dateline.model.problem import Problem, Refusal

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

__all__ = ["from_warc"]

PAGES = ("text/html", "application/xhtml+xml")
STARTS = re.compile(rb"\x1f\x8b\x08|WARC/1\.[01]\r?\n|\x28\xb5\x2f\xfd|\x04\x22\x4d\x18")
"""How a packed or plain record begins."""

MOST_SPOILT = 100
"""Records that cannot be read, after which a file is given up."""

BLOCK = 1 << 20
CHARSET = re.compile(rb"<meta[^>]{0,200}charset|<\?xml[^>]{0,100}encoding", re.IGNORECASE)
HEAD = 4_000
KNOWN = re.compile(r"[A-Za-z0-9_.:-]{2,30}")


def from_warc(stream: BinaryIO, name: str) -> Iterator[Document | Refusal]:
    """The stories of an archive; `stream` must be one that can be sought in."""
    start: int | None = 0
    spoilt = 0
    while start is not None:
        last = start
        try:
            for record, offset in records(stream, start):
                last = offset
                yield from story(record, name, offset)
        except (OSError, ValueError) as error:
            spoilt += 1
            yield refused(f"{name}@{last}", f"a record after byte {last:,} cannot be read: {error}")
            start = next_start(stream, last + 1) if spoilt < MOST_SPOILT else None
            if spoilt == MOST_SPOILT:
                yield refused(name, f"given up after {MOST_SPOILT} records that cannot be read")
            continue
        return


def records(stream: BinaryIO, start: int) -> Iterator[tuple["WarcRecord", int]]:
    """The responses from a byte of the file on, each with the byte at which it starts."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    stream.seek(start)
    found = ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True, auto_decode="all")
    for record in found:
        yield record, start + record.stream_pos


def story(record: "WarcRecord", name: str, offset: int) -> Iterator[Document | Refusal]:
    """The story of one response; what is no page, or was no success, is passed over."""
    http = record.http_headers
    if http is None or http.status_code != 200 or kind_of(record) not in PAGES:
        return
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    called = url or f"{name}@{offset}"
    declared = record.content_length
    body = record.reader.read(LARGEST_PAGE + 1)
    if len(body) > LARGEST_PAGE:
        yield refused(called, f"longer than {LARGEST_PAGE:,} bytes: no page that can be read")
        return
    plain = not (http.get("Content-Encoding") or http.get("Transfer-Encoding"))
    found = read_page(in_utf8(body, record.http_charset), called, url or None, now=day_of(record))
    if plain and len(body) < declared and isinstance(found, Document):
        what = f"cut off in the archive: {len(body):,} of {declared:,} bytes are there"
        found = replace(found, problems=(*found.problems, Problem("intake", what)))
    yield found


def kind_of(record: "WarcRecord") -> str:
    """The media type, in small letters, without its parameters."""
    return (record.http_content_type or "").partition(";")[0].strip().lower()


def day_of(record: "WarcRecord") -> date | None:
    """The day on which the page was fetched: nothing on it was published later."""
    try:
        return datetime.fromisoformat(record.headers.get("WARC-Date") or "").date()
    except ValueError:
        return None


def in_utf8(body: bytes, charset: str | None) -> bytes:
    """A page in UTF-8 where only the server said how it is written; one that says so itself is left as it is."""
    if not charset or not KNOWN.fullmatch(charset) or CHARSET.search(body[:HEAD]):
        return body
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return body.decode(charset, "replace").encode("utf-8", "replace")
        except (LookupError, ValueError):
            return body
    return body


def next_start(stream: BinaryIO, start: int) -> int | None:
    """The byte from `start` on at which a record may begin."""
    stream.seek(start)
    before, at = b"", start
    while block := stream.read(BLOCK):
        if found := STARTS.search(before + block):
            return at - len(before) + found.start()
        before = block[-8:]
        at += len(block)
    return None


def refused(name: str, what: str) -> Refusal:
    """A record that is no story."""
    return Refusal(name, (Problem("intake", what),))
