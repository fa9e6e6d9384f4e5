"""Feeds in UTF-8: what they may hold is counted in what their parser reads, not in their bytes."""

import codecs
import re
from collections.abc import Mapping
from typing import Any

from dateline.model.errors import InputError

__all__ = ["in_utf_8"]

MOST_STEPS = 100_000_000
"""So many steps the parser may take to look for the encoding in the first line."""

BEGINNINGS = (
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF8, "utf-8"),
    *(("<?xm".encode(encoding)[:4], encoding) for encoding in ("cp037", "utf-16-be", "utf-16-le", "utf-32-be", "utf-32-le")),
)
"""How a feed may begin, and as what the parser then reads its first line."""

FIRST_ELEMENT = re.compile(r"<\w", re.ASCII)
ENCODING = re.compile(r"encoding=['\"]")
QUOTE = re.compile(r"['\"]")
SLOW = re.compile(r"(?:encoding=['\"]|charset=)\W*(?:punycode|idna)\b", re.IGNORECASE)
"""Encodings of names, which take the square of a text."""


def in_utf_8(data: bytes, headers: Mapping[str, str]) -> tuple[bytes, object]:
    """A feed in UTF-8, as its parser would read it that was sent with these headers, and what is odd about its encoding."""
    from feedparser.encodings import convert_to_utf8

    if SLOW.search(headers.get("content-type") or ""):
        raise InputError("in an encoding of names: no feed that can be read")
    told: dict[str, Any] = {}
    return convert_to_utf8(dict(headers), with_short_declaration(data), told), told.get("bozo_exception")


def with_short_declaration(data: bytes) -> bytes:
    """The feed with its first line ended before its first element: the parser takes the cube of that line.

    It looks for the encoding in it, up to the last line break, and would take one of a story in a feed of one line.
    """
    encoding = next((encoding for mark, encoding in BEGINNINGS if data.startswith(mark)), "latin-1")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:  # the parser does not look either
        return data
    if not text.startswith(("<?", "\ufeff<?")):
        return data
    line = text.partition("\n")[0]
    element = FIRST_ELEMENT.search(line)
    head = line[: element.start()] if element else line
    if sum(1 for _ in ENCODING.finditer(head)) * sum(1 for _ in QUOTE.finditer(head)) * len(head) > MOST_STEPS:
        raise InputError("an XML declaration without end: no feed that can be read")
    if SLOW.search(head):
        raise InputError("in an encoding of names: no feed that can be read")
    return (head + "\n" + text[len(head) :]).encode(encoding) if element else data
