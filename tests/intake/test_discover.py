"""The feeds that a page names, whatever it says of its own address."""

import pytest

from dateline.intake.discover import feeds_on

LINK = '<link rel="alternate" type="application/rss+xml" href="feed.xml" title="News">'


@pytest.mark.parametrize(
    ("base", "feed"),
    [
        ("", "https://example.org/a/feed.xml"),
        ('<base href="/b/">', "https://example.org/b/feed.xml"),
        ('<base href="https://example.com/">', "https://example.com/feed.xml"),
        ('<base href="http://[bad">', "https://example.org/a/feed.xml"),
        ('<base href="javascript:0">', "https://example.org/a/feed.xml"),
        ('<base href=""><base href="/b/">', "https://example.org/b/feed.xml"),
    ],
)
def test_where_a_feed_is(base: str, feed: str) -> None:
    page = f"<html><head>{base}{LINK}</head><body><p>News.</p></body></html>".encode()
    assert [(offer.url, offer.title) for offer in feeds_on(page, "https://example.org/a/page.html")] == [(feed, "News")]


def test_a_link_that_is_no_address_names_no_feed() -> None:
    page = f"<html><head>{LINK.replace('feed.xml', 'http://[bad')}</head><body></body></html>".encode()
    assert feeds_on(page, "https://example.org/") == ()
