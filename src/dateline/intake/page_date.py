"""When a page was published: from what is surest (data about the article) to what is least so (a date in its words)."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dateline.intake.clean_html import one_line
from dateline.intake.day import moment
from dateline.intake.page_head import Head
from dateline.model.problem import Problem

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["Stamped", "page_date"]

Stamped = tuple[date | datetime, str]
"""A day or moment, and the name of the field that gives it."""

META = (
    "article:published_time", "og:published_time", "og:article:published_time", "article:published", "rnews:datepublished",
    "datepublished", "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "publication_date", "publicationdate",
    "published_date", "published-date", "pubdate", "article.published", "article:post_date", "cxenseparse:recs:publishtime",
    "bt:pubdate", "originalpublicationdate", "displaydate", "article_date_original", "dcterms.created", "dc.date.issued",
    "dcterms.issued", "dcterms.date", "dc.date.created", "citation_online_date", "citation_publication_date", "dc.date", "date",
    "article.created", "created", "datecreated", "vr:published_time", "timestamp", "release_date", "publishdate",
    "date_published", "published_time", "publish_time", "publisheddate", "article:published_date", "article:publicationdate",
    "og:article:published", "og:datepublished", "og:publish_date", "og:pubdate", "og:regdate", "twt-published-at", "rbpubdate",
    "shareaholic:article_published_time", "mediator_published_time", "dcsext.articlefirstpublished", "dc.date.publication",
    "dc.created", "dc:date", "dc:created", "citation_date", "dateposted", "doc_date", "content_create_date", "date_created",
    "analyticsattributes.articledate", "gentime", "pdate", "ptime", "field-name-post-date", "video:release_date",
)  # fmt: skip
"""Names of `<meta>` that give the day of publication, the surest first."""

SEARCHED = 20_000
"""Elements of a page all of whose words are searched for a day; pages of news have some thousand."""

IN_ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))(?!\d)"
)
NAMED = re.compile(r"/((?:19|20)\d\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/(\d\d?)(?!\d)", re.IGNORECASE)
LABEL = re.compile(
    r"(?:first |originally )?(?:written|published|posted|publication date|date published|date posted|date)(?: on| at)?\s*:?\s+"
    r"(?P<value>[^|/]{6,60}?)\s*(?:[|/].*)?$", re.IGNORECASE,
)  # fmt: skip
MOST_ELEMENTS = 20_000
LONGEST = 100
FIRST = date(1970, 1, 2)
BROKEN = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What the library is known to raise over what is no date."""

APART = timedelta(days=2)
"""Two fields that differ by more contradict each other; by less they are of different zones."""


def page_date(head: Head, address: str | None, tree: "HtmlElement", today: date) -> tuple[Stamped | None, tuple[Problem, ...]]:
    """When the page was published, the field that says so, and fields that contradict it."""
    found = [each for each in stamps(head, address) if likely(each[0], today)]
    if not found:
        guess = labelled(tree) or guessed(tree, address)
        return (guess if guess and likely(guess[0], today) else None), ()
    best = at_home(found)
    if best[1].startswith("page: <time>") and len({day(each[0]) for each in found}) > 1:
        guess = guessed(tree, address)
        best = next((each for each in found if guess and day(each[0]) == guess[0]), best)
    sure = [each for each in found if not each[1].startswith("page: <time>")]
    other = next((each for each in sure if abs(day(each[0]) - day(best[0])) > APART), None)
    if other is None:
        return best, ()
    what = f"{best[1]} gives {day(best[0])}, {other[1]} {day(other[0])}: the former was taken, check the day of publication"
    return best, (Problem("intake", what),)


def stamps(head: Head, address: str | None) -> Iterator[Stamped]:
    """Every day of publication that is marked as one, the surest first."""
    for value in head.linked("datePublished", pages=False):
        if isinstance(value, str) and (found := stamp(value)):
            yield found, "page: JSON-LD datePublished"
    for name in META:
        for value in head.meta.get(name, ())[:1]:
            if found := stamp(value):
                yield found, f"page: <meta> {name}"
    for marks, value in head.times:
        if ("publish" in marks or "pubdate" in marks) and "modif" not in marks and (found := stamp(value)):
            yield found, "page: <time> published"
    for value in head.linked("datePublished"):
        if isinstance(value, str) and (found := stamp(value)):
            yield found, "page: JSON-LD datePublished"
    if address and (written := in_address(address)):
        yield written, "page: address"


def stamp(value: str) -> date | datetime | None:
    """The day or moment of a field that holds nothing else, in whatever language and order it is written.

    >>> stamp("4. Januar 2022"), stamp("27/09/2019 10:10"), stamp("2022-01-04T08:30:00+01:00").isoformat()
    (datetime.date(2022, 1, 4), datetime.date(2019, 9, 27), '2022-01-04T08:30:00+01:00')
    """
    if (found := moment(value)) is not None:
        return found
    from htmldate.extractors import try_date_expr

    try:
        words = try_date_expr(value[:LONGEST], "%Y-%m-%d", True, at(FIRST), at(today() + timedelta(days=1)))
    except BROKEN:
        return None
    return date.fromisoformat(words) if words else None


def at(day: date) -> datetime:
    """The first moment of a day, as the library counts: without a zone."""
    return datetime.combine(day, time())


def at_home(found: Sequence[Stamped]) -> Stamped:
    """The surest of the stamps; where the address counts the day before or after, that is the outlet's own day."""
    best, written = found[0], found[-1]
    if written[1] == "page: address" and abs((day(written[0]) - day(best[0])).days) == 1:
        return next((each for each in found if day(each[0]) == day(written[0])), written)
    return best


def labelled(tree: "HtmlElement") -> Stamped | None:
    """The day behind a label that says so, where the page shows one."""
    for element in islice(tree.iter("p", "span", "div", "time", "li", "dd", "td", "small", "em", "strong"), MOST_ELEMENTS):
        words = one_line(element.text or "")
        if (match := LABEL.match(words)) and (found := moment(match["value"])):
            return found, "page: a date shown on it"
    return None


def in_address(address: str) -> date | None:
    """The day that stands in the path of an address.

    >>> in_address("https://example.org/2022/01/04/talks.html")
    datetime.date(2022, 1, 4)
    """
    path = urlsplit(address).path
    for pattern in (IN_ADDRESS, NAMED):
        if match := pattern.search(path):
            year, month, number = (part for part in match.groups() if part)
            found = moment(f"{year}-{month:0>2}-{number:0>2}" if pattern is IN_ADDRESS else f"{number} {month} {year}")
            if found is not None:
                return day(found)
    return None


def guessed(tree: "HtmlElement", address: str | None) -> Stamped | None:
    """The day that a page shows somewhere, as far as one can tell."""
    from htmldate import find_date

    thorough = sum(1 for _ in islice(tree.iter(), SEARCHED + 1)) <= SEARCHED
    try:
        found = find_date(tree, original_date=True, extensive_search=thorough, url=address, deferred_url_extractor=False)
    except BROKEN:
        return None
    return (date.fromisoformat(found), "page: a date shown on it") if found else None


def day(value: date | datetime) -> date:
    """The calendar day."""
    return value.date() if isinstance(value, datetime) else value


def likely(value: date | datetime, today: date) -> bool:
    """Can a page have been published then? Not before there were computers to count from, and not in the future."""
    return FIRST <= day(value) <= today + timedelta(days=1)


def today() -> date:
    """The day by the clock, in UTC."""
    return datetime.now(UTC).date()
