"""The one door for words that leave: to a terminal, a page, a calendar, a table, a feed; and for addresses that one may follow.

JSON stays as it is: what would steer a reader's terminal is written as an escape there, which any reader of JSON undoes.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup
from rich.text import Text as Words

__all__ = ["as_json", "cell", "finished", "legible", "link", "named", "on_a_line", "one_line", "styled", "visible"]

HIDDEN = (
    r"\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff"
    r"\U000e0000-\U000e007f"
)
"""Signs that steer a terminal, turn a line around, end it unseen, or cannot be written; and the ASCII ones beside them."""

HARMFUL = re.compile(rf"[\x00-\x08\x0b-\x1f{HIDDEN}]")
LINE_ENDS = re.compile(r"[\n\t]")
ESCAPED = re.compile(rf"[{HIDDEN}]")
SIGN = "\ufffd"

WEB = re.compile(rf"https?://[^\s<>\"\\^`{{|}}\x00-\x1f{HIDDEN}]+", re.IGNORECASE)
FORMULA = re.compile(r"[\s\"“”«»]*+[=+\-@＝＋－＠]|[\t\r]")
"""A beginning at which a spreadsheet would start to reckon, also where it takes the quotes and blanks before it away."""

NUMBER = re.compile(r"[+-]?\d++(?:\.\d++)?(?:[eE][+-]?\d++)?")


def one_line(words: str) -> str:
    """The words with every white space a single blank, and without what would steer a terminal."""
    return " ".join(HARMFUL.sub("", " ".join(words.split())).split())


def visible(words: str) -> str:
    """The words, letter for letter, with a sign in place of each that would steer a terminal or turn the line around.

    >>> visible("talks\\x1b[31m,\\n\\u202edetcartsid")
    'talks�[31m,\\n�detcartsid'
    """
    return HARMFUL.sub(SIGN, words)


def on_a_line(words: str) -> str:
    """The same, letter for letter too, with a blank for each line end and tab."""
    return LINE_ENDS.sub(" ", visible(words))


def legible(words: str) -> str:
    """The words without anything that XML forbids or no reader sees; lines and tabs stay."""
    return "".join(each for each in words if each in "\n\t" or each.isprintable() or each == "\u00a0")


def styled(words: Words) -> Words:
    """Coloured words for a line of a terminal, made visible; their colours stay where they are."""
    if words.plain.isprintable():
        return words
    return Words(on_a_line(words.plain), words.style, spans=words.spans)


def finished(value: Any) -> Any:
    """A value as a template puts it on a page."""
    if isinstance(value, Markup):
        return Markup(visible(value))
    return visible(value) if isinstance(value, str) else value


def link(url: str | None) -> str | None:
    """An address of the web that one may follow, None for any other scheme and for what only looks like one.

    >>> link("https://example.org/a"), link("javascript:alert(1)"), link(None)
    ('https://example.org/a', None, None)
    """
    return url if url and WEB.fullmatch(url) else None


def cell(words: str) -> str:
    """Words on one line that no spreadsheet takes for a formula; numbers stay numbers.

    >>> cell("=1+1"), cell('"=HYPERLINK(1)"'), cell("-5.0"), cell("talks")
    ("'=1+1", '\\'"=HYPERLINK(1)"', '-5.0', 'talks')
    """
    found = one_line(words)
    return f"'{found}" if (FORMULA.match(found) or FORMULA.match(words)) and not NUMBER.fullmatch(found) else found


def named(words: str) -> str:
    """A name for a drawing, which may be put into a page as it is."""
    return one_line(words).replace("<", "‹").replace(">", "›")


def as_json(value: Mapping[str, Any], indent: int | None = None) -> str:
    """JSON in which what would steer a terminal is written as an escape."""
    return ESCAPED.sub(escape, json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent))


def escape(match: re.Match[str]) -> str:
    """A sign as JSON escapes it."""
    return json.dumps(match[0])[1:-1] if match[0] != "\x7f" else "\\u007f"
