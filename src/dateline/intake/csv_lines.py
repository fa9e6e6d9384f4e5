"""Stories from tables: a row a story, its columns known by their names or by a map."""

import csv
import io
from codecs import getincrementaldecoder
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from dateline.intake.clean_html import one_line
from dateline.intake.decode import LONGEST_STORY
from dateline.intake.formats import NOTHING, Declared
from dateline.intake.lines import from_record, refused, told_once
from dateline.knowledge.fields import names_of, plain_name
from dateline.model.document import Document
from dateline.model.errors import InputError
from dateline.model.problem import Refusal

__all__ = ["from_table"]

DELIMITERS = ",;\t|"
SAMPLE = 1 << 20


def from_table(stream: BinaryIO, name: str, told: Declared = NOTHING) -> Iterator[Document | Refusal]:
    """The stories of a table with a header, in order; a row that holds none is a refusal."""
    csv.field_size_limit(2 * LONGEST_STORY)
    head = stream.read(SAMPLE)
    whole = io.BufferedReader(Joined(head, stream))
    text = io.TextIOWrapper(whole, encoding=encoding_of(head), errors="surrogateescape", newline="")
    rows = csv.reader(text, delimiter=delimiter_of(head))
    try:
        header = [column.strip() for column in next(rows, [])]
    except (csv.Error, UnicodeError) as error:
        yield refused(name, f"no table that can be read: {error}")
        return
    try:
        places = placed(header, told.names)
    except InputError as error:
        yield refused(name, str(error))
        return
    seen: dict[str, str] = {}
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield refused(f"{name}#{rows.line_num}", f"line {rows.line_num}: {error}")
            continue
        except UnicodeError as error:  # UTF-16 that is damaged or cut off: there is no going on behind it
            yield refused(f"{name}#{rows.line_num}", f"after line {rows.line_num}: {error}")
            return
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield story_of(row, header, places, f"{name}#{rows.line_num}", seen, told)


def story_of(
    row: list[str], header: list[str], places: Mapping[str, int], name: str, seen: dict[str, str], told: Declared
) -> Document | Refusal:
    """The story of a row."""
    if len(row) < len(header) and max(places.values()) >= len(row):
        return refused(name, f"a row of {len(row)} cells where the header has {len(header)}")
    value = {ours: row[place] for ours, place in places.items() if place < len(row) and row[place].strip()}
    story = from_record(value, name, Declared({ours: ours for ours in value}, told.order))
    return told_once(story, name, seen)


def placed(header: list[str], columns: Mapping[str, str]) -> dict[str, int]:
    """Our field -> the number of its column."""
    lower = [column.casefold() for column in header]
    found: dict[str, int] = {}
    for ours, theirs in columns.items():
        if theirs.casefold() not in lower:
            raise InputError(f"no column {theirs!r}: there are {named(header)}")
        found[ours] = lower.index(theirs.casefold())
    plain = [plain_name(column) for column in header]
    for ours, names in names_of().items():
        if ours not in found and (place := next((plain.index(each) for each in names if each in plain), None)) is not None:
            found[ours] = place
    if "text" not in found and "title" not in found:
        raise InputError(f"no column of text among {named(header)}; say which with --map text=COLUMN")
    return found


def named(header: list[str]) -> str:
    """The names of the columns, for a person."""
    return one_line(", ".join(header))[:300] or "none"


def delimiter_of(head: bytes) -> str:
    """What stands between the names of the header."""
    line = head.split(b"\n", 1)[0].decode("utf-8", "replace")
    return max(DELIMITERS, key=line.count)


def encoding_of(head: bytes) -> str:
    """UTF-8 by its mark or by what is in it, UTF-16 by its mark, else Windows-1252."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        getincrementaldecoder("utf-8")().decode(head, final=len(head) < SAMPLE)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


class Joined(io.RawIOBase):
    """What was read of a stream already, and then the rest of it."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self.head, self.rest = memoryview(head), rest

    def readable(self) -> bool:
        """It is read."""
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        """The next bytes."""
        if self.head:
            size = min(len(buffer), len(self.head))
            buffer[:size] = self.head[:size]
            self.head = self.head[size:]
            return size
        block = self.rest.read(len(buffer))
        buffer[: len(block)] = block
        return len(block)
