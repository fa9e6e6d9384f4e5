"""Words out of pieces of HTML that nobody vouches for: made harmless, then written as plain paragraphs."""

import html
import re
from collections import Counter

__all__ = ["address", "harmless", "legible", "one_line", "words_of"]

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
UNSAID = frozenset({"script", "style", "noscript", "template", "svg", "math", "head", "title", "select", "button", "textarea"})
"""Elements whose content is no part of what is written."""

TAG = re.compile(r"</?([a-z][a-z0-9]*)[^>]*>")
DEEP = 256
"""Elements inside each other that a piece may have; beyond it nesting is an attack, and its tags are dropped."""

OPENING = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
EMPTY = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
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

    veiled = flat(legible(markup)).replace(VEILED, "").replace("&", VEILED)
    cleaned = nh3.clean(veiled, tags=set(BLOCKS), attributes={}, clean_content_tags=set(UNSAID), strip_comments=True)
    return cleaned.replace(VEILED, "&")


def words_of(markup: str) -> str:
    """What a piece of HTML says, a line for each block, with entities resolved.

    >>> words_of("<p>Envoys &amp; hosts<script>alert(1)</script> <b>meet</b>.</p><p>Paris&nbsp;waits")
    'Envoys & hosts meet.\\n\\nParis waits'
    """
    text = harmless(markup) if "<" in markup or "&" in markup else legible(markup)
    text = html.unescape(TAG.sub(broken, " ".join(text.split()) if "<" in text else text))
    lines = [INLINE.sub(" ", line).strip() for line in legible(text).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def broken(match: re.Match[str]) -> str:
    """The break that a tag stands for."""
    if match[1] in ("br", "li", "tr", "dt", "dd"):
        return "\n"
    return "\t" if match[1] in ("td", "th") else "\n\n"


def flat(markup: str) -> str:
    """The markup without the tags of elements that lie absurdly deep: parsers take the square of the depth for them."""
    if markup.count("<") <= DEEP:
        return markup
    depth, open_now = 0, Counter[str]()

    def kept(match: re.Match[str]) -> str:
        nonlocal depth
        name, closes = match[2].lower(), bool(match[1])
        if name in EMPTY or (closes and not open_now[name]):  # what closes nothing makes nothing less deep
            return match[0] if depth <= DEEP else " "
        depth += -1 if closes else 1
        open_now[name] += -1 if closes else 1
        return match[0] if depth + closes <= DEEP else " "

    return OPENING.sub(kept, markup)


def address(value: object) -> str | None:
    """A web address, None for anything else that stands where one should (`javascript:`, a path, a name).

    >>> address(" https://example.org/a "), address("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    if not isinstance(value, str):
        return None
    found = one_line(value)
    return found if len(found) <= LONGEST_ADDRESS and WEB.fullmatch(found) else None
