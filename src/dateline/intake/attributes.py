"""Elements of XML with more attributes than anybody writes: parsers take the square of their number."""

import re

from dateline.model.errors import InputError

__all__ = ["check_attributes"]

MOST = 100
NAME = re.compile(rb"[^\s<>/]++")
ATTRIBUTE = re.compile(rb"\s++[^\s=<>/\"']++\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+')")


def check_attributes(data: bytes, what: str) -> None:
    """Refuse `what` where an element of it has absurdly many attributes.

    >>> check_attributes(b"<rss version='2.0'><channel>a = b</channel></rss>", "feed")
    """
    for piece in data.replace(b"\x00", b"").split(b"<"):
        if piece.count(b"=") > MOST and attributes(piece) > MOST:
            raise InputError(f"an element with more than {MOST} attributes: no {what} that can be read")


def attributes(piece: bytes) -> int:
    """How many attributes stand behind the name at the start, counted no further than is asked."""
    found = NAME.match(piece)
    number = 0
    while found is not None and number <= MOST:
        found = ATTRIBUTE.match(piece, found.end())
        number += found is not None
    return number
