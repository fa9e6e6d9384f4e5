"""A web page to a story: its text without what stands around it, its title, author, outlet, day and language."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from dateline.intake.clean import origin_of
from dateline.intake.clean_html import address, legible, one_line, words_of
from dateline.intake.decode import LONGEST_STORY
from dateline.intake.language import language_of, tag
from dateline.intake.page_date import page_date, today
from dateline.intake.page_head import Head, head_of, plain
from dateline.intake.page_title import same, title_of
from dateline.model.document import Document, Text
from dateline.model.errors import InputError
from dateline.model.problem import Problem, Refusal

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["LARGEST_PAGE", "is_page", "read_page"]

LARGEST_PAGE = 15_000_000
"""Bytes of a page, unpacked."""

ENOUGH, MOST_ELEMENTS = 4_500, 20_000
"""Elements up to which all ways to the text are gone, and up to which one is: beyond, only its paragraphs are taken."""

CROWD = 2_000
"""Elements beside each other, beyond which the small ones (a word in bold) are taken apart: readers take their square."""

WITHIN = 1_000
"""Elements within a paragraph, beyond which it is a crowd; those of news hold a hundred. HTML knows no paragraph in another,
but `<p><b><p>` makes one, and readers take the square of what they hold."""

MANY = 5_000
"""Small elements of a page (but links, which tell what is no story), beyond which all are taken apart."""

NESTED = 12
"""Tables around a table, beyond which none is taken for one: readers take the square of them; old layouts have some."""

INLINE = (
    "a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "ins", "label", "mark", "s", "small", "span", "strong", "sub",
    "sup", "time", "u",
)  # fmt: skip

DROPPED = ("button", "embed", "iframe", "map", "noscript", "object", "script", "select", "style", "svg", "textarea")
"""What holds none of the words of a story, and is taken out of crowds."""

PARAGRAPHS = ("p", "li", "blockquote", "h2", "h3", "pre")
MOST_TAGS = 50_000
PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|div|p|h1|table|meta)\b", re.IGNORECASE)
HEAD = 4_000


def is_page(data: bytes) -> bool:
    """Does it look like a web page?"""
    return PAGE.search(data[:HEAD].replace(b"\x00", b"")) is not None


def read_page(data: bytes, name: str, url: str | None = None, *, now: date | None = None) -> Document | Refusal:
    """The story of a page. `url` is where it was found, `now` the day after which nothing was published."""
    try:
        return story_of(data, name, url, now or today())
    except InputError as error:
        return Refusal(name, (Problem("intake", str(error)),))


def story_of(data: bytes, name: str, url: str | None, now: date) -> Document:
    """The story of a page, else an `InputError` that says what is wrong with it."""
    tree = tree_of(data)
    head = head_of(tree)
    url = address(url) or address(head.first("og:url")) or address(head.canonical)
    host = urlsplit(url).hostname or "" if url else ""
    published, problems = page_date(head, url, tree, now)
    site = outlet_of(head)
    title = title_of(head, site, host)[:500]
    text = beneath(title, text_of(tree, url))
    if not text and not title:
        raise InputError("no story on this page: neither a text nor a title was found")
    if len(text) > LONGEST_STORY:
        raise InputError(f"longer than {LONGEST_STORY:,} characters: no story but a collection")
    if not text:
        problems = (*problems, Problem("intake", "no text was found on this page, only its title"))
    origin = origin_of(text)
    author = author_of(head)
    body = text[: origin.start].rstrip() if origin else text
    return Document(
        name=name,
        text=Text(title, body or text),
        published=published[0] if published else None,
        source=site or (host.removeprefix("www.") or None),
        url=url,
        origin=f"by {author}" if author else None,
        language=language_of(body or title) or (tag(head.language) if head.language else None),
        dated_by=published[1] if published else None,
        problems=problems,
    )


def tree_of(data: bytes) -> "HtmlElement":
    """The page as a tree, within limits; elements deep in each other (more than 250) are the parser's to refuse."""
    from trafilatura.utils import load_html

    if len(data) > LARGEST_PAGE:
        raise InputError(f"longer than {LARGEST_PAGE:,} bytes: no page that can be read")
    data = (
        data.replace(b"\x00", b"")
        if not data.startswith((b"\xff\xfe", b"\xfe\xff"))
        else data.decode("utf-16", "replace").encode()
    )
    if data.count(b"<") > 2 * MOST_TAGS:  # at both ends of each
        raise too_many()
    try:
        tree = load_html(data)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise InputError(f"no page that can be read: {one_line(str(error))[:200]}") from error
    if tree is None:
        raise InputError("no page that can be read: there is no HTML in it")
    if more(tree.iter(), MOST_TAGS):  # in an encoding without the sign "<"
        raise too_many()
    return tree


def too_many() -> InputError:
    """The refusal of a page of more elements than are read in good time."""
    return InputError(f"more than {MOST_TAGS:,} elements: no page that can be read")


def text_of(tree: "HtmlElement", url: str | None) -> str:
    """The words of the story, a paragraph a line with a blank line between: as all ways of the library agree on them."""
    tree = uncrowded(tree)
    if more(tree.iter(), MOST_ELEMENTS) or crowded(tree):
        text = "\n".join(paragraphs(tree))
    else:
        text = (extracted(tree, url, fast=False) if not more(tree.iter(), ENOUGH) else "") or extracted(tree, url, fast=True)
    return "\n\n".join(line.strip() for line in legible(text).split("\n") if line.strip())


def uncrowded(tree: "HtmlElement") -> "HtmlElement":
    """A copy of the page in which crowds of small elements are words of their paragraph, and tables in tables only boxes."""
    from copy import deepcopy

    copy = deepcopy(tree)
    if copy.xpath(f"//table[count(ancestor::table) > {NESTED}]"):
        for element in list(copy.iter("table", "tbody", "tr", "td", "th")):
            element.tag = "div"
    if more(copy.iter(*INLINE[1:]), MANY):
        take_apart(copy, INLINE[1:], ())
    crowds = {element for element in copy.iter() if len(element) > CROWD} | set(crowded(copy))
    for crowd in [each for each in crowds if crowds.isdisjoint(each.iterancestors())]:
        take_apart(crowd, INLINE, DROPPED)
    return copy


def take_apart(crowd: "HtmlElement", small: tuple[str, ...], dropped: tuple[str, ...]) -> None:
    """Make words of what is small within an element, and nothing of what is dropped: in one piece, as the tree takes the square
    of pieces that lie beside each other, and without the characters that it does not take back.
    """
    from lxml.etree import iterwalk, strip_elements, strip_tags

    words: list[str] = []
    places: list[tuple[HtmlElement, str, list[str]]] = []
    walk = iterwalk(crowd, events=("start", "end"))
    for event, element in walk:
        begins, kept = event == "start", element is crowd or element.tag not in (*small, *dropped)
        if kept:
            words = []
            places.append((element, "text" if begins else "tail", words))
        if begins and element is not crowd and element.tag in dropped:
            walk.skip_subtree()
        elif piece := element.text if begins else element.tail:
            words.append(piece)
    strip_elements(crowd, *dropped, with_tail=False)
    strip_tags(crowd, *small)
    for element, where, pieces in places[:-1]:  # but the tail of the whole
        if len(pieces) > 1:
            setattr(element, where, legible("".join(pieces)))


def crowded(tree: "HtmlElement") -> list["HtmlElement"]:
    """The paragraphs, each of them in no other, within which there are more elements than a paragraph has."""
    outer = [each for each in tree.iter("p") if next(each.iterancestors("p"), None) is None]
    return [each for each in outer if more(each.iterdescendants(), WITHIN)]


def more(elements: Iterable["HtmlElement"], count: int) -> bool:
    """Are there more than so many?"""
    return next(islice(elements, count, None), None) is not None


def paragraphs(tree: "HtmlElement") -> Iterator[str]:
    """The words of each paragraph, a line each; those of a paragraph in another are not said twice."""
    from lxml.etree import iterwalk

    inside: list[list[str]] = []
    for event, element in iterwalk(tree, events=("start", "end")):
        begins = event == "start"
        if element.tag in PARAGRAPHS:
            if inside:
                yield one_line("".join(inside[-1]))
                inside[-1].clear()
            if begins:
                inside.append([])
            else:
                inside.pop()
        if inside and (words := element.text if begins else element.tail):
            inside[-1].append(words)


def extracted(tree: "HtmlElement", url: str | None, *, fast: bool) -> str:
    """What the library takes for the text; `fast` asks its own way only, and not those that it holds against it."""
    from copy import deepcopy

    from trafilatura import bare_extraction

    try:
        found: Any = bare_extraction(deepcopy(tree), url=url, fast=fast, include_comments=False, include_tables=True)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return ""
    return (found.text if found is not None else None) or ""


def beneath(title: str, text: str) -> str:
    """The text without its first line where that is the title once more."""
    first, _, others = text.partition("\n\n")
    return others if others and same(first, title) else text


def outlet_of(head: Head) -> str | None:
    """The outlet: who publishes the article, or the name of the site."""
    names = [head.first("og:site_name"), *(plain(each) for each in head.linked("publisher")), head.first("application-name")]
    return next((words for name in names if name and (words := one_line(words_of(name))) and len(words) < 100), None)


def author_of(head: Head) -> str | None:
    """Who wrote the article."""
    names = [
        *(plain(each) for each in head.linked("author")),
        head.first("author", "article:author", "parsely-author", "dc.creator"),
    ]
    found = (one_line(words_of(name)) for name in names if name and not name.startswith("http"))
    return next((name.removeprefix("By ").removeprefix("by ") for name in found if name and len(name) < 100), None)
