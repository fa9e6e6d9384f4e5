"""The feeds that a web page names as another form of itself (`<link rel="alternate">`)."""

from urllib.parse import urljoin

from dateline.intake.clean_html import address, one_line
from dateline.intake.feed import is_feed
from dateline.intake.feed_calendar import is_calendar
from dateline.intake.page import is_page, tree_of
from dateline.model.offer import Offer

__all__ = ["feeds_on", "is_plain_page"]

KINDS = ("application/rss+xml", "application/atom+xml", "application/feed+json")
MOST = 50


def is_plain_page(data: bytes) -> bool:
    """Is it a page, and neither feed nor calendar?"""
    return is_page(data) and not is_feed(data) and not is_calendar(data)


def feeds_on(data: bytes, url: str) -> tuple[Offer, ...]:
    """The feeds that a page names, each once, in its order; `url` is where the page was found."""
    tree = tree_of(data)
    base = next((own for each in tree.iter("base") if (own := joined(url, each.get("href") or ""))), url)
    found: dict[str, Offer] = {}
    for link in tree.iter("link"):
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        if "alternate" in (link.get("rel") or "").lower().split() and kind in KINDS:
            where = joined(base, link.get("href") or "")
            if where and len(found) < MOST:
                found.setdefault(where, Offer(where, one_line(link.get("title") or "")[:200]))
    return tuple(found.values())


def joined(base: str, href: str) -> str | None:
    """The whole address of a link, where it is one of the web."""
    try:
        return address(urljoin(base, href.strip())) if href.strip() else None
    except ValueError:
        return None
