"""What of a feed its parser is given: it takes the square of what nobody writes, and is slow to mend what is ill-formed."""

import codecs
import re
from itertools import islice
from xml.parsers.expat import ExpatError, ParserCreate

from dateline.intake.attributes import check_attributes
from dateline.model.errors import InputError
from dateline.model.problem import Problem

__all__ = ["bounded"]

MOST_TAGS = 100_000
MOST_AMPERSANDS = 50_000
MOST_MENDED = 10_000
"""More elements and ampersands than the last two a feed has only if it is well-formed: what mends others is slow."""

DEEPEST = 1_000
"""Elements inside each other; beyond it a feed is an attack."""

LONGEST_HEAD = 20_000
LONGEST_BASE = 2_000
MOST_STEPS = 100_000_000
"""So many steps the parser may take to look for the addresses of authors, or for the encoding in the first line."""

ENTITY = re.compile(rb"<!ENTITY\b(?:\s++|[^\s\"'>]++|\"[^\"]*+\"|'[^']*+')*+>")
SHORT_ENTITY = re.compile(rb"<!ENTITY\s+[\w.-]+\s+(?:\"(?:[^\"&%<]|&#\w+;){0,64}\"|'(?:[^'&%<]|&#\w+;){0,64}')\s*>")
LONGEST_ENTITY = 64
ELEMENT = re.compile(rb"<\w")
TAG = re.compile(rb"<!\[CDATA\[(?:.*?\]\]>|.*)|<[\w/]", re.DOTALL)
ENTRY = re.compile(rb"<(?:\w+:)?(?:item|entry)\b", re.IGNORECASE)
BASE = re.compile(rb"\bbase\s*+=\s*+(?:\"([^\"]*+)|'([^']*+)|([^\s\"'>]++))", re.IGNORECASE)
ABSOLUTE = re.compile(rb"\w+:")
WRITER = rb"(?:[\w.-]++:)?(?:author|creator|managingeditor|publisher|webmaster|owner)"
WRITER_START = re.compile(rb"<" + WRITER + rb"\b[^<>]*+(?<!/)>", re.IGNORECASE)
WRITER_END = re.compile(rb"</" + WRITER + rb"\b", re.IGNORECASE)
REFERENCE = re.compile(rb"&\w++;")
RUN = re.compile(rb"[\w.+&#;-]+")
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


def bounded(data: bytes) -> tuple[bytes, tuple[Problem, ...]]:
    """A feed without what could swell or fetch, as far as its parser may be given it, and what was left out.

    A feed that no parser may be given is an `InputError`.
    """
    plain = data.replace(b"\x00", b"")
    check_head(data, plain)
    check_depth(data)
    check_attributes(data, "feed")
    check_bases(plain)
    check_writers(plain)
    part = mendable(data)
    left = f"an ill-formed feed of {data.count(b'<'):,} tags: only its first {MOST_MENDED:,} are read, its last entries are not"
    return with_short_declaration(without_entities(part)), () if len(part) == len(data) else (Problem("intake", left),)


def without_entities(data: bytes) -> bytes:
    """The feed without entities of its own making that could swell or fetch; short ones stay."""
    if b"<!ENTITY" not in data.replace(b"\x00", b""):
        return data
    if b"<!ENTITY" not in data:
        raise InputError("entities declared in UTF-16: no feed that can be read")
    return ENTITY.sub(lambda match: match[0] if SHORT_ENTITY.fullmatch(match[0]) else b"", data)


def check_head(data: bytes, plain: bytes) -> None:
    """Refuse what goes on and on before its first element: the parser takes the square of its lines.

    What is UTF-16 only for a while is looked at with its gaps, as the parser does that cannot decode it.
    """
    first, gappy = ELEMENT.search(plain), ELEMENT.search(data)
    if max(first.start() if first else len(plain), gappy.start() if gappy else 0) > LONGEST_HEAD:
        raise InputError(f"no element in the first {LONGEST_HEAD:,} bytes: no feed that can be read")


def check_depth(data: bytes) -> None:
    """Refuse elements nested absurdly deep, before a parser takes the square of their number."""
    tags = data.count(b"<")
    if tags > MOST_TAGS:
        raise InputError(f"{tags:,} elements: more than {MOST_TAGS:,} are not read, take the feed apart")
    if data.count(b"&") > MOST_AMPERSANDS and not is_well_formed(data):
        raise InputError("an ill-formed feed full of stray ampersands: no feed that can be read")
    if tags <= DEEPEST:
        return
    depth = deepest = 0
    for match in re.finditer(rb"<(/?)[A-Za-z_][^<>]*?(/?)>", data):
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
    return (head + "\n" + text[len(head) :]).encode(encoding) if element else data


def mendable(data: bytes) -> bytes:
    """The feed, or as much of an ill-formed one as is mended in good time: its first entries, and none by half."""
    if data.count(b"<") <= MOST_MENDED:
        return data
    after = next(islice(TAG.finditer(data), MOST_MENDED, None), None)
    if after is None or is_well_formed(data):
        return data
    entries = [match.start() for match in ENTRY.finditer(data, 0, after.start())]
    return data[: entries[-1] if len(entries) > 1 else after.start()]


def is_well_formed(data: bytes) -> bool:
    """Is it XML that needs no mending?"""
    try:
        ParserCreate().Parse(data, True)
    except (ExpatError, ValueError, LookupError):
        return False
    return True
