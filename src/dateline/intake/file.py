"""Stories from files, folders and standard input: each becomes a document, or a refusal that says why."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from dateline.intake.clean import clean
from dateline.intake.decode import LONGEST_STORY, decode
from dateline.intake.language import language_of, tag
from dateline.intake.lines import from_lines
from dateline.model.document import Document, Text
from dateline.model.errors import InputError
from dateline.model.problem import Problem, Refusal

__all__ = ["from_bytes", "from_path", "from_stream"]

LARGEST = 4 * LONGEST_STORY + 4  # bytes: every encoding writes a code point in four at most, and a mark
LINES = (".jsonl", ".ndjson")
WEB = (".html", ".htm", ".xhtml", ".xml")


def from_path(path: Path) -> Iterator[Document | Refusal]:
    """The story of a file, or those of all files below a folder, by name; hidden ones are left out."""
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.is_file() and not is_hidden(file.relative_to(path)))
        if not files:
            raise InputError(f"no files in {path}: give a folder with stories")
        for file in files:
            yield from from_file(file, file.relative_to(path).as_posix())
    elif path.exists():
        yield from from_file(path, path.name)
    else:
        raise InputError(f"no such file: {path}")


def is_hidden(path: Path) -> bool:
    """Does a part of the path start with a dot?"""
    return any(part.startswith(".") for part in path.parts)


def from_file(path: Path, name: str) -> Iterator[Document | Refusal]:
    """The story of one file, or those of its lines where it is JSON Lines."""
    try:
        with path.open("rb") as stream:
            if path.suffix.lower() in LINES:
                yield from from_lines(stream)
            elif path.suffix.lower() in WEB:
                yield refusal(name, f"web pages ({path.suffix}) are not read yet: save the text of the story")
            else:
                yield from_stream(stream, name)
    except OSError as error:
        yield refusal(name, f"cannot be opened: {error.strerror or error}")


def from_stream(stream: BinaryIO, name: str) -> Document | Refusal:
    """The one story of a byte stream."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        return refusal(name, f"longer than {LONGEST_STORY:,} characters: give each story a file of its own")
    return from_bytes(data, name)


def from_bytes(data: bytes, name: str) -> Document | Refusal:
    """The story in these bytes."""
    try:
        story = clean(decode(data))
    except InputError as error:
        return refusal(name, str(error))
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
    )


def refusal(name: str, what: str) -> Refusal:
    """A story that could not be taken in."""
    return Refusal(name, (Problem("intake", what),))
