"""What of a feed its parser is given: it takes the square of what nobody writes, and is slow to mend what is ill-formed."""

import re
from itertools import islice

from dateline.intake.attributes import check_attributes
from dateline.intake.feed_measure import DEEPEST, measure
from dateline.model.errors import InputError
from dateline.model.problem import Problem

__all__ = ["bounded"]

MOST_TAGS = 100_000
MOST_AMPERSANDS = 50_000
MOST_MENDED = 10_000
MOST_SPELT = 100_000
"""More ampersands and tags than these a feed has only if it is well-formed: what mends others is slow."""

LONGEST_HEAD = 20_000
BLANKS = re.compile(rb"\s{500,}")
LONGEST_BASE = 2_000
MOST_STEPS = 100_000_000
"""So many steps the parser may take to look for the addresses of authors."""

ENTITY = re.compile(rb"<!ENTITY\b(?:\s++|[^\s\"'>]++|\"[^\"]*+\"|'[^']*+')*+>")
SHORT_ENTITY = re.compile(rb"<!ENTITY\s+[\w.-]+\s+(?:\"(?:[^\"&%<]|&#\w+;){0,64}\"|'(?:[^'&%<]|&#\w+;){0,64}')\s*>")
LONGEST_ENTITY = 64
ELEMENT = re.compile(rb"<\w")
TAG = re.compile(rb"<[\w:/\x80-\xff]")
AMPERSAND = re.compile(rb"&")
SECTION = re.compile(rb"<!\[CDATA\[(.*?)(\]\]>|\Z)", re.DOTALL)
OPEN_OR_SHUT = re.compile(rb"<(/?)[A-Za-z_:\x80-\xff][^<>]*?(/?)>")
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
    check_attributes(data, "feed")
    check_bases(plain)
    check_writers(plain)
    data = without_entities(without_blanks(data))
    measured = measure(data)
    if measured is not None:
        check_depth(measured.deepest)
        return measured.data, unread(
            data, "more work than is done in good time: only its first entries are read"
        ) if measured.is_part else ()
    check_mending(data)
    written = without_sections(data)
    part = mendable(written)
    why = f"ill-formed: only its first {MOST_MENDED:,} are read"
    return part, unread(data, why) if len(part) < len(written) else ()


def unread(data: bytes, why: str) -> tuple[Problem, ...]:
    """What is said of a feed that is read in part."""
    return (Problem("intake", f"a feed of {data.count(b'<'):,} tags, {why}, its last entries are not"),)


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
    """Refuse more tags than are read in good time, whatever they are."""
    tags = data.count(b"<")
    if tags > MOST_TAGS:
        raise InputError(f"{tags:,} tags: more than {MOST_TAGS:,} are not read, take the feed apart")


def check_depth(deepest: int) -> None:
    """Refuse elements nested absurdly deep: the parser takes the square of their number."""
    if deepest > DEEPEST:
        raise InputError(f"elements lie {deepest:,} deep in each other: no feed that can be read")


def check_mending(data: bytes) -> None:
    """Refuse an ill-formed feed of very many ampersands, or of elements that are opened and opened."""
    if data.count(b"&") > MOST_AMPERSANDS:
        raise InputError("an ill-formed feed full of stray ampersands: no feed that can be read")
    depth = deepest = 0
    for match in OPEN_OR_SHUT.finditer(without_sections(data)):
        if not match[2]:
            depth += -1 if match[1] else 1
            deepest = max(deepest, depth)
    if deepest > data.count(b"</") // 2:
        check_depth(deepest)


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


def without_sections(data: bytes) -> bytes:
    """An ill-formed feed of many tags with its sections of plain words (CDATA) written as other words are.

    So there is no doubt which tags its parser takes for tags: it sees no section in a comment, nor in quotes.
    """
    return SECTION.sub(spelt_out, data) if data.count(b"<") > DEEPEST else data


def spelt_out(section: re.Match[bytes]) -> bytes:
    """The words of a section, as the parser of ill-formed feeds takes them."""
    words = section[1].replace(b"&#39;", b"'").replace(b"&#34;", b'"')
    return words.replace(b"&", b"&amp;").replace(b"<", b"&lt;")


def mendable(data: bytes) -> bytes:
    """An ill-formed feed, or as much of a huge one as is mended in good time: its first entries, and none by half."""
    after = [
        next(islice(each.finditer(data), most, None), None) for each, most in ((TAG, MOST_MENDED), (AMPERSAND, MOST_SPELT))
    ]
    ends = [match.start() for match in after if match is not None]
    if not ends:
        return data
    entries = [match.start() for match in ENTRY.finditer(data, 0, min(ends))]
    return data[: entries[-1] if len(entries) > 1 else min(ends)]
