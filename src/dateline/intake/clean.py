"""From the characters of a file to a story: title and body as exact slices, all else as metadata.

What a file says about its story stands at its head (front matter, `# Title`, a title line, `Published: 2022-01-04`, a
byline) and in its last line (`from latest-news - SUCH TV https://ift.tt/3JHLxny`). Lines end at "\\n" only.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

from dateline.intake.day import day_in_words
from dateline.intake.figures import Order, in_figures, is_in_figures
from dateline.model.document import Field

__all__ = ["Cleaned", "Origin", "clean", "origin_of"]

LONGEST_TITLE = 200
LONGEST_ORIGIN = 300
HEAD = 40  # lines that front matter may have

KEYS = {
    "title": "title", "headline": "title",
    "published": "published", "date": "published", "pubdate": "published", "posted": "published",
    "publication date": "published",
    "source": "source", "outlet": "source", "publisher": "source",
    "url": "url", "link": "url",
    "language": "language", "lang": "language",
    "author": "", "authors": "", "byline": "", "by": "", "updated": "", "tags": "", "location": "",
}  # fmt: skip
KEY_LINE = re.compile(r"(?P<key>[A-Za-z]+(?: [a-z]+)?)\s*+:\s*+(?P<value>.*\S)\s*")
HEADING = re.compile(r"#{1,3}[ \t]++(?P<title>.*?[^\s#])[ \t]*#*")
UNDERLINE = re.compile(r"={3,}|-{3,}")
BYLINE = re.compile(r"By (?:[A-Z][\w.'’-]*+,?+\s?+|(?:and|of|in|for|the)\s){1,12}+")
UNFINISHED = re.compile(r"\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|that|his|her|its|their|was|were|will|would)$")
ABBREVIATION = re.compile(r"(?<!\b[A-Z]\.)(?:\b[A-Z]\.){2,}+$")
STAMP = re.compile(r"(?:published|posted|updated|date)(?: on)?(?:\s*+:)?+\s++(?P<value>.+)", re.IGNORECASE)
URL = r"(?P<url>https?://[^\s<>\"]+)"
ORIGINS = (
    re.compile(
        rf"(?:from|via)\s{{1,4}}(?P<feed>\S.{{0,100}}?)\s{{1,4}}[-–—|]\s{{1,4}}(?P<outlet>\S.{{0,100}}?)\s{{1,4}}{URL}",
        re.IGNORECASE,
    ),
    re.compile(rf"(?:from|via|source:)\s{{1,4}}(?P<outlet>\S.{{0,100}}?)(?:\s{{1,4}}[-–—|])?\s{{1,4}}{URL}", re.IGNORECASE),
    re.compile(r"source:\s+(?P<outlet>\S.{0,60}?)", re.IGNORECASE),
    re.compile(URL),
)


@dataclass(frozen=True)
class Line:
    """A line of the file that has words: they are `text[start:end]`; `spaced` tells whether a blank line follows."""

    start: int
    end: int
    words: str
    spaced: bool


@dataclass(frozen=True)
class Origin:
    """The line that says where a story comes from, and where the line starts."""

    start: int
    line: str
    source: str | None = None
    url: str | None = None


@dataclass(frozen=True, kw_only=True)
class Cleaned:
    """A story as it lay in a file: `text[map[field] : map[field] + len(words)]` are the words of each field."""

    title: str
    body: str
    map: Mapping[Field, int]
    published: date | datetime | None = None
    source: str | None = None
    url: str | None = None
    origin: str | None = None
    language: str | None = None
    undecided: str | None = None


@dataclass
class Head:
    """What the lines above the body said; `order` is that of dates in figures, `undecided` one whose order is not known."""

    title: tuple[int, int] | None = None
    values: dict[str, str] = field(default_factory=dict)
    published: date | datetime | None = None
    order: Order | None = None
    undecided: str | None = None

    def take(self, key: str, start: int, end: int, value: str) -> bool:
        """Note what a line says of the story; False where it is no such line."""
        name = KEYS.get(key.lower())
        if name is None:
            return False
        if name == "title":
            self.title = self.title or (start, end)
        elif name == "published":
            day = day_in_words(value) or in_figures(value, self.order)
            if day is None:
                self.undecided = value if is_in_figures(value) else self.undecided
                return is_in_figures(value)
            self.published = self.published or day
        elif name:
            self.values.setdefault(name, value)
        return True


def clean(text: str, order: Order | None = None) -> Cleaned:
    """Title, body and metadata of the story in these characters; `order` is that of dates in figures, where it is declared.

    >>> story = clean("Envoys to meet\\nParis, the hosts said, expects them.\\n\\nfrom world - Example Post https://example.org/1")
    >>> story.title, story.body, story.source
    ('Envoys to meet', 'Paris, the hosts said, expects them.', 'Example Post')
    """
    lines = lines_of(text)
    origin = origin_of(text)
    if origin and len(lines) > 1:
        lines = lines[:-1]
    else:
        origin = None
    head = Head(order=order)
    first = read_head(text, lines, head)
    body = (lines[first].start, lines[-1].end) if first < len(lines) else (len(text), len(text))
    title = head.title or (0, 0)
    return Cleaned(
        title=text[slice(*title)],
        body=text[slice(*body)],
        map=MappingProxyType({"title": title[0], "text": body[0]}),
        published=head.published,
        source=head.values.get("source") or (origin.source if origin else None),
        url=head.values.get("url") or (origin.url if origin else None),
        origin=origin.line if origin else None,
        language=head.values.get("language"),
        undecided=head.undecided if head.published is None else None,
    )


def lines_of(text: str) -> list[Line]:
    """The lines that have words."""
    lines: list[Line] = []
    start, blank = 0, False
    for raw in text.split("\n"):
        if words := raw.strip():
            lead = len(raw) - len(raw.lstrip())
            lines.append(Line(start + lead, start + lead + len(words), words, spaced=False))
        else:
            blank = True
        if len(lines) > 1 and words:
            lines[-2] = Line(lines[-2].start, lines[-2].end, lines[-2].words, spaced=blank)
        blank = False if words else blank
        start += len(raw) + 1
    return lines


def origin_of(text: str) -> Origin | None:
    """The last line of a text, where it says whence the story comes and is no prose."""
    end = len(text.rstrip())
    start = text.rfind("\n", 0, end) + 1
    line = text[start:end].strip()
    if not line or len(line) > LONGEST_ORIGIN:
        return None
    for pattern in ORIGINS:
        if match := pattern.fullmatch(line):
            found = match.groupdict()
            return Origin(start, line, found.get("outlet"), found.get("url"))
    return None


def read_head(text: str, lines: list[Line], head: Head) -> int:
    """Read the lines above the body into `head`; the number of the body's first line."""
    number = read_front_matter(lines, head)
    while number < len(lines):
        line, last = lines[number], number == len(lines) - 1
        if head.title is None and (match := HEADING.fullmatch(line.words)):
            head.title = (line.start + match.start("title"), line.start + match.end("title"))
        elif head.title and number and is_underline(text, lines[number - 1], line, head.title):
            pass
        elif last and head.title is None:
            break
        elif not is_note(line, head):
            if head.title is not None or not is_title(line, lines[number + 1]):
                break
            head.title = (line.start, line.end)
        number += 1
    return number


def read_front_matter(lines: list[Line], head: Head) -> int:
    """Read a `---` block at the top; the number of the first line after it."""
    if not lines or lines[0].words != "---":
        return 0
    close = next((number for number, line in enumerate(lines[1:HEAD], 1) if line.words in ("---", "...")), None)
    if close is None:
        return 0
    for line in lines[1:close]:
        if match := KEY_LINE.fullmatch(line.words):
            start, end, value = line.start + match.start("value"), line.start + match.end("value"), match["value"]
            if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
                start, end, value = start + 1, end - 1, value[1:-1]
            head.take(match["key"], start, end, value)
    return close + 1


def is_underline(text: str, above: Line, line: Line, title: tuple[int, int]) -> bool:
    """Is this the `=====` under a Markdown title?"""
    return above.start == title[0] and not above.spaced and bool(UNDERLINE.fullmatch(line.words))


def is_note(line: Line, head: Head) -> bool:
    """Is this a line about the story and none of it? Then `head` takes note."""
    words = line.words
    if len(words) > LONGEST_TITLE:
        return False
    if match := KEY_LINE.fullmatch(words):
        return head.take(match["key"], line.start + match.start("value"), line.start + match.end("value"), match["value"])
    if head.published is None and (match := STAMP.fullmatch(words)) and (day := day_in_words(match["value"])):
        head.published = day
        return True
    if head.published is None and (day := day_in_words(words)):
        head.published = day
        return True
    return head.title is not None and bool(BYLINE.fullmatch(words))


def is_title(line: Line, following: Line) -> bool:
    """Is this first line a headline: short, no full sentence, and not the start of a text wrapped by hand?"""
    words = line.words
    if len(words) > LONGEST_TITLE or words[-1] in ",;:-–—":
        return False
    if words.endswith(".") and not words.endswith("...") and not ABBREVIATION.search(words):
        return False
    if UNFINISHED.search(words):
        return False
    if line.spaced or UNDERLINE.fullmatch(following.words) or is_note(following, Head(title=(line.start, line.end))):
        return True
    wrapped = len(following.words) <= 100 and following.words[-1] not in ".!?\"”’'"
    return not following.words[0].islower() and not wrapped
