"""From bytes to characters: UTF-8, UTF-16 and UTF-32 by their mark, Windows-1252 where UTF-8 does not fit.

Nothing is replaced: bytes that make no sense are an `InputError` that says where, and what to do.
"""

import codecs
import re

from dateline.model.errors import InputError

__all__ = ["LONGEST_STORY", "check_characters", "decode"]

LONGEST_STORY = 1_000_000
"""Code points a story may have at most; a longer one is refused (it is a collection, or no text at all)."""

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
FORMATS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a rich-text file"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "a database"),
)
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
SURROGATE = re.compile(r"[\ud800-\udfff]")
FEW, SHARE = 4, 0.02  # control characters that a text may have, by number or share: wires end takes with them
FOREIGN = 0.3  # share of accented letters above which Windows-1252 is the wrong guess


def decode(data: bytes) -> str:
    """The characters of a text file, without its byte order mark."""
    if not data.strip():
        raise InputError("the file is empty: give a file with a story in it")
    for start, what in FORMATS:
        if data.startswith(start):
            raise InputError(f"this is {what}, not text: save its text as a UTF-8 file")
    text = characters(data)
    if not text.strip():
        raise InputError("the file is empty: give a file with a story in it")
    check_characters(text)
    return text


def characters(data: bytes) -> str:
    """`data` by its byte order mark, else as UTF-8, else as Windows-1252."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return strictly(data.removeprefix(mark), encoding)
    if b"\x00" in data:
        at = data.index(b"\x00")
        raise InputError(f"NUL byte at {at}: a binary file, or UTF-16 without its mark; save the text as UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if len(MULTIBYTE.findall(data)) > len(re.findall(rb"[\x80-\xff]", MULTIBYTE.sub(b"", data))):
            raise InputError(f"damaged UTF-8: no character at byte {error.start}; save the text as UTF-8 again") from error
    return windows(data)


def windows(data: bytes) -> str:
    """`data` as Windows-1252, unless that gives what no one writes."""
    text = strictly(data, "cp1252")
    letters = sum(character.isalpha() for character in text)
    accented = sum(character.isalpha() and not character.isascii() for character in text)
    if accented > FOREIGN * letters or not letters:
        raise InputError("unknown encoding: neither UTF-8 nor UTF-16 nor Windows-1252; save the text as UTF-8")
    return text


def strictly(data: bytes, encoding: str) -> str:
    """`data` in this encoding, or the place where it fails."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = {"cp1252": "unknown encoding: neither UTF-8 nor Windows-1252"}.get(encoding, f"damaged {encoding[:6].upper()}")
        raise InputError(f"{name}: no character at byte {error.start}; save the text as UTF-8") from error


def check_characters(text: str) -> None:
    """Refuse what is no text: NUL, halves of surrogate pairs, many control characters, more than a story can be."""
    if len(text) > LONGEST_STORY:
        raise InputError(f"longer than {LONGEST_STORY:,} characters: give one story a file (or a line of JSON Lines)")
    if (at := text.find("\x00")) >= 0:
        raise InputError(f"NUL character at {at}: not a text; take it out")
    if match := SURROGATE.search(text):
        raise InputError(
            f"half of a surrogate pair (U+{ord(match[0]):04X}) at {match.start()}: write the whole character, or take it out"
        )
    if len(CONTROL.findall(text)) > max(FEW, SHARE * len(text)):
        raise InputError("full of control characters: a binary file, not a text; save the text as UTF-8")
