"""What a web page says of itself: JSON-LD, `<meta>`, `<time>`, headings; gathered once, judged elsewhere."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from dateline.intake.clean_html import one_line, words_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["Head", "head_of"]

ARTICLES = re.compile(r"(?:News|Opinion|Analysis|Background|Review|Reportage|Satirical|Scholarly|Tech|Advertiser|Ask)?"
                      r"(?:NewsArticle|Article)|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report")  # fmt: skip
COMMENT = re.compile(r"^\s*+(?:<!--|//\s*+<!\[CDATA\[)|(?:-->|//\s*+\]\]>)\s*+(?:;\s*+)?$")
PUBLISHED = re.compile(r'"datePublished"\s*+:\s*+"([^"\n]{4,60})"')
LONGEST_DATA = 2_000_000
DEEPEST = 12
HOLDING = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart")
"""Keys of JSON-LD under which other objects stand."""

MOST_NODES = 2_000


@dataclass
class Head:
    """Fields by name, each with all its values in the order of the page."""

    meta: dict[str, list[str]] = field(default_factory=dict)
    articles: list[dict[str, Any]] = field(default_factory=list)
    pages: list[dict[str, Any]] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    title: str = ""
    times: list[tuple[str, str]] = field(default_factory=list)
    language: str | None = None
    canonical: str | None = None

    def first(self, *names: str) -> str | None:
        """The first value of the first of these `<meta>` names that has one."""
        return next((values[0] for name in names if (values := self.meta.get(name))), None)

    def linked(self, key: str, *, pages: bool = True) -> Iterator[Any]:
        """The values of a key of JSON-LD, those of articles first."""
        for node in [*self.articles, *(self.pages if pages else ())]:
            if node.get(key):
                yield node[key]


def head_of(tree: "HtmlElement") -> Head:
    """What the page says of itself."""
    head = Head(language=tree.get("lang") or tree.get("xml:lang"))
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        if name and (content := one_line(element.get("content") or "")):
            head.meta.setdefault(name.strip().lower(), []).append(content)
    for element in tree.iter("script"):
        if "ld+json" in (element.get("type") or "").lower():
            linked_data(element.text or "", head)
    head.headings = [words for element in tree.iter("h1") if (words := one_line(element.text_content()))]
    title = next(tree.iter("title"), None)
    head.title = one_line(title.text_content()) if title is not None else ""
    head.times = list(times_of(tree))
    canonical = next((link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"), None)
    head.canonical = canonical
    return head


def times_of(tree: "HtmlElement") -> "Iterator[tuple[str, str]]":
    """(what an element is marked as, the moment) of each element that is marked with one."""
    for element in tree.iter("time", "abbr", "span", "div", "p", "meta", "relative-time"):
        marks = (
            f"{element.get('itemprop') or ''} {element.get('class') or ''} {'pubdate' if 'pubdate' in element.attrib else ''}"
        )
        stamp = element.get("datetime") or (element.get("content") if element.get("itemprop") else None)
        if element.tag == "abbr" or (element.tag == "time" and not stamp):
            stamp = element.get("title") or element.text_content()
        if stamp and (element.tag in ("time", "relative-time") or "publish" in marks.lower()):
            yield marks.strip().lower(), one_line(stamp)[:100]


def linked_data(words: str, head: Head) -> None:
    """Put the articles and pages of a block of JSON-LD into `head`; one that is no JSON says at most when it was published."""
    if len(words) > LONGEST_DATA:
        return
    try:
        value = json.loads(COMMENT.sub("", words), strict=False)
    except (ValueError, RecursionError):
        if match := PUBLISHED.search(words):
            head.articles.append({"datePublished": match[1]})
        return
    for number, node in enumerate(nodes(value)):
        if number > MOST_NODES:
            break
        kinds = node.get("@type")
        for kind in kinds if isinstance(kinds, list) else [kinds]:
            if isinstance(kind, str):
                name = kind.rpartition("/")[2]
                if ARTICLES.fullmatch(name):
                    head.articles.append(node)
                elif name.endswith("Page") or name in ("Recipe", "VideoObject", "Product"):
                    head.pages.append(node)


def nodes(value: Any) -> "Iterator[dict[str, Any]]":
    """The objects of JSON-LD, outer before inner."""
    open_ = [(value, 0)]
    while open_:
        value, depth = open_.pop()
        beneath: list[Any] = []
        if isinstance(value, dict):
            yield value
            beneath = [value[key] for key in HOLDING if key in value]
        elif isinstance(value, list):
            beneath = value
        if depth < DEEPEST:
            open_ += [(each, depth + 1) for each in reversed(beneath)]


def plain(value: Any) -> str:
    """The words of a value of JSON-LD: a string, the name of an object, or the first of a list."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name")
    return one_line(words_of(value)) if isinstance(value, str) else ""
