"""The tags of a piece of HTML, in one pass: what the cleaner takes the square of is taken out, or done without it."""

import re
from collections import Counter

__all__ = ["BLOCKS", "MOST_TAGS", "UNSAID", "blocks_of", "flat"]

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
UNSAID = frozenset({"script", "style", "noscript", "template", "svg", "math", "title", "select", "button", "textarea"})
"""Elements whose content is no part of what is written."""

MOST_TAGS = 5_000
"""Tags of a piece that the cleaner is given: it takes the square of what stands in tables where it may not, and of more."""

DEEP = 256
"""Elements inside each other that a piece may have; beyond it nesting is an attack, and its tags are dropped."""

SHORT = 20_000
"""Characters of a piece of few tags that the cleaner is given as it is: few attributes fit, of which it takes the square."""

EMPTY = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
NAME = re.compile(r"[a-z][a-z0-9:_-]*+")
SPACE = r"[ \t\n\f\r]"
VALUE = r"(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|(?![>\"'])[^ \t\n\f\r>]++)"
INSIDE = rf"(?:[ \t\n\f\r/]++|(?:=[^ \t\n\f\r/>=]*+|[^ \t\n\f\r/>=]++)(?:{SPACE}*+={SPACE}*+{VALUE}?+)?+)*+"
"""What may stand in a tag behind its name: a mark that ends it does not where it is quoted."""

TOKEN = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))|<(?:[!?]|/(?![a-z]))[^>]*+(?:>|\Z)"
    rf"|<(script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[ \t\n\f\r/>]){INSIDE}(?<!/)>"
    rf"(.*?)(?:</\1(?=[ \t\n\f\r/>]){INSIDE}(?:>|\Z)|\Z)"
    rf"|<(/?)([a-z][^ \t\n\f\r/>]*+){INSIDE}(>|\Z)|<",
    re.DOTALL | re.IGNORECASE,
)
"""A comment, what has no tags in it, a tag, or a mark that is none. What has no end goes on to that of the piece."""


def flat(markup: str) -> str:
    """The markup without the tags of elements that lie absurdly deep, and without attributes.

    Parsers take the square of the depth and of the attributes. Pieces of the usual length are left as they are.
    """
    if markup.count("<") <= DEEP and len(markup) <= SHORT:
        return markup
    depth, open_now = 0, Counter[str]()

    def kept(match: re.Match[str]) -> str:
        nonlocal depth
        if match[4] is None:
            return untagged(match)
        name, closes = match[4].lower(), bool(match[3])
        if not match[5] or not NAME.fullmatch(name):
            return ""
        tag = f"<{match[3]}{name}{'/' if match[0].endswith('/>') else ''}>"
        if name in EMPTY or (closes and not open_now[name]):  # what closes nothing makes nothing less deep
            return tag if depth <= DEEP else " "
        depth += -1 if closes else 1
        open_now[name] += -1 if closes else 1
        return tag if depth + closes <= DEEP else " "

    return TOKEN.sub(kept, markup)


def untagged(match: re.Match[str]) -> str:
    """What is said by something that is no tag."""
    if match[0] == "<":
        return "&lt;"
    return (match[2] or "").replace("<", "&lt;") if match[1] and match[1].lower() not in UNSAID else ""


def blocks_of(markup: str) -> str:
    """The markup with no tags but those of its blocks, and nothing of what is left unsaid, taken as they stand.

    >>> blocks_of("<p class='a>b'>Envoys<script>alert('<p>')</script> <b>meet</b><select><option>1</select> if 1 < 2</p>")
    '<p>Envoys meet if 1 &lt; 2</p>'
    """
    lower, said, unsaid, at = markup.lower(), list[str](), "", 0
    last_end = {name: lower.rfind(f"</{name}") for name in UNSAID}
    for match in TOKEN.finditer(markup):
        name, closes = (match[4] or "").lower(), bool(match[3])
        if unsaid:
            unsaid = "" if closes and name == unsaid else unsaid
        else:
            said.append(markup[at : match.start()])
            if name in BLOCKS:
                said.append(f"<{match[3]}{name}>")
            elif name in UNSAID and not closes and last_end[name] >= match.end() and not match[0].endswith("/>"):
                unsaid = name
            elif not name:
                said.append(untagged(match))
        at = match.end()
    return "".join([*said, "" if unsaid else markup[at:]])
