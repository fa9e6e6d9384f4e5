"""Lists of feeds: OPML, or one address a line."""

import re
from typing import Any

from dateline.intake.attributes import check_attributes
from dateline.intake.clean_html import address, one_line
from dateline.model.errors import InputError

__all__ = ["feeds_in", "is_opml"]

LARGEST = 15_000_000
MOST = 10_000
MOST_LINES = 100_000
"""Lines with anything on them that a plain list may have; with more it is none."""

BREAKS = re.compile(rb"(?:\r?\n)++")
OPML = re.compile(rb"<opml\b", re.IGNORECASE)


def is_opml(data: bytes) -> bool:
    """Does it look like OPML?"""
    return OPML.search(data[:4000].replace(b"\x00", b"")) is not None


def feeds_in(data: bytes) -> list[str]:
    """The addresses of the feeds in a list, each once, in its order."""
    if len(data) > LARGEST:
        raise InputError(f"longer than {LARGEST:,} bytes: no list of feeds")
    found = outlines(data) if is_opml(data) else lines(data)
    addresses = [each for each in dict.fromkeys(address(value) for value in found) if each]
    if not addresses:
        raise InputError("no feeds in this list: OPML with xmlUrl, or one address a line is wanted")
    if len(addresses) > MOST:
        raise InputError(f"{len(addresses):,} feeds: more than {MOST:,} are not followed, take the list apart")
    return addresses


def lines(data: bytes) -> list[str]:
    """The lines of a plain list; what follows a # is a note."""
    text = BREAKS.sub(b"\n", data).decode("utf-8-sig", "replace")
    given = [line for line in text.split("\n") if line[:1] != "#" and line.strip()]
    if len(given) > MOST_LINES:
        raise InputError(f"{len(given):,} lines: no list of feeds")
    return [one_line(line.partition(" #")[0]) for line in given]


def outlines(data: bytes) -> list[str]:
    """The `xmlUrl` of every outline, without following what the file itself declares."""
    from lxml import etree

    check_attributes(data, "OPML")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, load_dtd=False, huge_tree=False)
    try:
        tree: Any = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"no OPML that can be read: {one_line(str(error))[:200]}") from error
    if tree is None:
        raise InputError("no OPML that can be read")
    found = []
    for element in tree.iter("{*}outline"):
        try:
            values = {str(key).lower(): value for key, value in element.attrib.items()}
        except UnicodeDecodeError:  # half of a surrogate pair, which a mended file may hold
            continue
        found.append(
            values.get("xmlurl") or (values.get("url", "") if values.get("type", "").lower() in ("rss", "atom") else "")
        )
    return found
