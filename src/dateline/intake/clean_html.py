"""Words out of pieces of HTML that nobody vouches for: made harmless, then written as plain paragraphs."""

import html
import re

from dateline.intake.clean_tags import BLOCKS, MOST_TAGS, UNSAID, blocks_of, flat

__all__ = ["address", "harmless", "legible", "one_line", "words_of"]

TAG = re.compile(r"</?([a-z][a-z0-9]*)[^>]*>")
ZEROS = re.compile(r"(?<=&#)0++(?=[0-9])")
NO_CHARACTER = re.compile(r"&#[0-9]{8,}+;?")
"""Numbers too large for a character; those of thousands of digits are too large for Python."""

UNWRITTEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200b\u2060\ufeff\ufffe\uffff]")
"""What a story has no use for: control characters, halves of pairs, marks without width."""

INLINE = re.compile(r"[ \t\u00a0\f\v]+")
VEILED = "\ue000"
"""Stands for the ampersand while a piece is cleaned: the cleaner takes the square of their number."""
WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
LONGEST_ADDRESS = 4_000


def legible(text: str) -> str:
    """The text without control characters and halves of pairs; line ends are "\\n".

    >>> legible("a\\x1b[31mb\\r\\nc")
    'a[31mb\\nc'
    """
    return UNWRITTEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n"))


def one_line(text: str) -> str:
    """Legible words on one line."""
    return " ".join(legible(text).split())


def harmless(markup: str) -> str:
    """The markup with nothing in it but the breaks between its blocks; scripts and the like go with their content."""
    import nh3

    plain = legible(markup)
    if plain.count("<") > MOST_TAGS:
        return blocks_of(plain)
    veiled = flat(plain).replace(VEILED, "").replace("&", VEILED)
    cleaned = nh3.clean(veiled, tags=set(BLOCKS), attributes={}, clean_content_tags=set(UNSAID), strip_comments=True)
    return cleaned.replace(VEILED, "&")


def words_of(markup: str) -> str:
    """What a piece of HTML says, a line for each block, with entities resolved.

    >>> words_of("<p>Envoys &amp; hosts<script>alert(1)</script> <b>meet</b>.</p><p>Paris&nbsp;waits")
    'Envoys & hosts meet.\\n\\nParis waits'
    """
    text = harmless(markup) if "<" in markup or "&" in markup else legible(markup)
    text = TAG.sub(broken, " ".join(text.split()) if "<" in text else text)
    text = html.unescape(NO_CHARACTER.sub("\ufffd", ZEROS.sub("", text)))
    lines = [INLINE.sub(" ", line).strip() for line in legible(text).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def broken(match: re.Match[str]) -> str:
    """The break that a tag stands for."""
    if match[1] in ("br", "li", "tr", "dt", "dd"):
        return "\n"
    return "\t" if match[1] in ("td", "th") else "\n\n"


def address(value: object) -> str | None:
    """A web address, None for anything else that stands where one should (`javascript:`, a path, a name).

    >>> address(" https://example.org/a "), address("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    if not isinstance(value, str):
        return None
    found = one_line(value)
    return found if len(found) <= LONGEST_ADDRESS and WEB.fullmatch(found) else None
