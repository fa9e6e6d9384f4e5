"""What of a feed its parser is given: it takes the square of what nobody writes, and is slow to mend what is ill-formed."""

import re
from itertools import islice
from xml.parsers.expat import ExpatError, ParserCreate

from dateline.intake.attributes import check_attributes
from dateline.model.errors import InputError
from dateline.model.problem import Problem

__all__ = ["bounded"]

MOST_TAGS = 100_000
MOST_ELEMENTS = 50_000
MOST_AMPERSANDS = 50_000
MOST_MENDED = 10_000
"""More tags and ampersands than the last two a feed has only if it is well-formed: what mends others is slow."""

DEEPEST = 1_000
"""Elements inside each other; beyond it a feed is an attack."""

LONGEST_HEAD = 20_000
BLANKS = re.compile(rb"\s{500,}")
LONGEST_BASE = 2_000
MOST_STEPS = 100_000_000
"""So many steps the parser may take to look for the addresses of authors."""

ENTITY = re.compile(rb"<!ENTITY\b(?:\s++|[^\s\"'>]++|\"[^\"]*+\"|'[^']*+')*+>")
SHORT_ENTITY = re.compile(rb"<!ENTITY\s+[\w.-]+\s+(?:\"(?:[^\"&%<]|&#\w+;){0,64}\"|'(?:[^'&%<]|&#\w+;){0,64}')\s*>")
LONGEST_ENTITY = 64
ELEMENT = re.compile(rb"<\w")
TAG = re.compile(rb"<!\[CDATA\[(?:.*?\]\]>|.*)|<[\w:/\x80-\xff]", re.DOTALL)
ENTRY = re.compile(rb"<(?:\w+:)?(?:item|entry)\b", re.IGNORECASE)
BASE = re.compile(rb"\bbase\s*+=\s*+(?:\"([^\"]*+)|'([^']*+)|([^\s\"'>]++))", re.IGNORECASE)
ABSOLUTE = re.compile(rb"\w+:")
WRITER = rb"(?:[\w.-]++:)?(?:author|creator|managingeditor|publisher|webmaster|owner)"
WRITER_START = re.compile(rb"<" + WRITER + rb"\b[^<>]*+(?<!/)>", re.IGNORECASE)
WRITER_END = re.compile(rb"</" + WRITER + rb"\b", re.IGNORECASE)
REFERENCE = re.compile(rb"&\w++;")
RUN = re.compile(rb"[\w.+&#;-]+")


def bounded(data: bytes) -> tuple[bytes, tuple[Problem, ...]]:
    """A feed without what could swell or fetch, as far as its parser may be given it, and what was left out.

    A feed that no parser may be given is an `InputError`.
    """
    plain = data.replace(b"\x00", b"")
    check_head(data, plain)
    check_number(data)
    check_depth(data)
    check_attributes(data, "feed")
    check_bases(plain)
    check_writers(plain)
    data = without_blanks(data)
    part = mendable(data)
    why = f"{data.count(b'<'):,} tags, ill-formed or of more than {MOST_ELEMENTS:,} elements"
    left = f"a feed of {why}: only its first {MOST_MENDED:,} are read, its last entries are not"
    return without_entities(part), () if len(part) == len(data) else (Problem("intake", left),)


def without_entities(data: bytes) -> bytes:
    """The feed without entities of its own making that could swell or fetch; short ones stay."""
    if b"<!ENTITY" not in data.replace(b"\x00", b""):
        return data
    if b"<!ENTITY" not in data:
        raise InputError("entities declared with gaps: no feed that can be read")
    return ENTITY.sub(lambda match: match[0] if SHORT_ENTITY.fullmatch(match[0]) else b"", data)


def check_head(data: bytes, plain: bytes) -> None:
    """Refuse what goes on and on before its first element: the parser takes the square of its lines.

    What is UTF-16 only for a while is looked at with its gaps, as the parser does that cannot decode it.
    """
    first, gappy = ELEMENT.search(plain), ELEMENT.search(data)
    if max(first.start() if first else len(plain), gappy.start() if gappy else 0) > LONGEST_HEAD:
        raise InputError(f"no element in the first {LONGEST_HEAD:,} bytes: no feed that can be read")


def without_blanks(data: bytes) -> bytes:
    """The feed without endless blanks before its first element, of whose lines, too, the parser takes the square."""
    head, first, rest = data.partition(found[0]) if (found := ELEMENT.search(data)) else (data, b"", b"")
    return BLANKS.sub(b"\n", head) + first + rest


def check_number(data: bytes) -> None:
    """Refuse more elements and ampersands than are read in good time."""
    tags = data.count(b"<")
    if tags > MOST_TAGS:
        raise InputError(f"{tags:,} tags: more than {MOST_TAGS:,} are not read, take the feed apart")
    if data.count(b"&") > MOST_AMPERSANDS and not is_well_formed(data):
        raise InputError("an ill-formed feed full of stray ampersands: no feed that can be read")


def check_depth(data: bytes) -> None:
    """Refuse elements nested absurdly deep, before a parser takes the square of their number."""
    if data.count(b"<") <= DEEPEST:
        return
    depth = deepest = 0
    for match in re.finditer(rb"<(/?)[A-Za-z_:\x80-\xff][^<>]*?(/?)>", data):
        if not match[2]:
            depth += -1 if match[1] else 1
            deepest = max(deepest, depth)
    if deepest > DEEPEST and deepest > data.count(b"</") // 2:
        raise InputError(f"elements lie {deepest:,} deep in each other: no feed that can be read")


def check_bases(plain: bytes) -> None:
    """Refuse endless bases of addresses, also such as are made of one another: each element is held against them."""
    bases = [next(filter(None, match.groups()), b"") for match in BASE.finditer(plain)]
    longest = max((len(base) for base in bases), default=0)
    if max(longest, sum(len(base) for base in bases if not ABSOLUTE.match(base))) > LONGEST_BASE:
        raise InputError(f"bases of addresses of more than {LONGEST_BASE:,} characters: no feed that can be read")


def check_writers(plain: bytes) -> None:
    """Refuse names of authors without blanks or end: at each end of one the parser takes the square of the last."""
    steps, position, swells = 0, 0, b"<!ENTITY" in plain
    while start := WRITER_START.search(plain, position):
        end = WRITER_END.search(plain, start.end())
        position = end.start() if end else len(plain)
        name = plain[start.end() : position]
        name = REFERENCE.sub(b"a" * LONGEST_ENTITY, name) if swells else name
        steps = max(steps, sum(len(run) ** 2 for run in RUN.findall(name)))
    if steps * sum(1 for _ in WRITER_END.finditer(plain)) > MOST_STEPS:
        raise InputError("authors with endless names: no feed that can be read")


def mendable(data: bytes) -> bytes:
    """The feed, or as much of an ill-formed or huge one as is read in good time: its first entries, and none by half."""
    if data.count(b"<") <= MOST_MENDED:
        return data
    after = next(islice(TAG.finditer(data), MOST_MENDED, None), None)
    if after is None or (elements(data) <= MOST_ELEMENTS and is_well_formed(data)):
        return data
    entries = [match.start() for match in ENTRY.finditer(data, 0, after.start())]
    return data[: entries[-1] if len(entries) > 1 else after.start()]


def elements(data: bytes) -> int:
    """How many elements a feed has, beside those in words that are none to its parser."""
    return sum(1 for tag in TAG.findall(data) if tag != b"</" and len(tag) == 2)


def is_well_formed(data: bytes) -> bool:
    """Is it XML that needs no mending?"""
    try:
        ParserCreate().Parse(data, True)
    except (ExpatError, ValueError, LookupError):
        return False
    return True
