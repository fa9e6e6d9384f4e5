# ruff: noqa: E501 (pieces of formats are easier to compare on long lines)
"""Feeds to stories."""

import json
from base64 import b64encode
from datetime import UTC, date, datetime, timedelta, timezone
from time import process_time

import pytest

from dateline.intake.feed import is_feed, read_feed
from dateline.intake.feed_calendar import read_calendar
from dateline.intake.opml import feeds_in
from dateline.model.document import Document
from dateline.model.errors import InputError
from dateline.model.problem import Refusal

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Example Wire</title><link>https://example.org/</link>
<item><title>Envoys &amp;amp; hosts</title><link>https://example.org/1</link><guid>tag:1</guid>
<description>Short.</description><dc:creator>Ann Example</dc:creator>
<content:encoded><![CDATA[<p>Envoys meet in <b>Paris</b>.</p><script>steal()</script><p>They talk.</p>]]></content:encoded>
<pubDate>Tue, 04 Jan 2022 08:30:00 +0100</pubDate></item>
<item><title>No words</title></item><item><link>javascript:alert(1)</link><description>A link that is none.</description></item>
<item><link>https://example.org/picture</link></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/"><title type="html">Exa&lt;i>mple&lt;/i></title>
<entry><id>urn:1</id><title>Talks</title><link href="a/b"/><updated>2022-01-04T08:30:00Z</updated>
<source><title>Original Wire</title></source><summary>Envoys meet.</summary></entry></feed>"""

JSON = {
    "version": "https://jsonfeed.org/version/1.1", "title": "Example", "home_page_url": "https://example.org/", "items": [
        {"id": "1", "url": "https://example.org/1", "title": "Talks", "content_html": "<p>Envoys <i>meet</i>.</p>",
         "date_published": "2022-01-04T08:30:00+01:00", "authors": [{"name": "Ann"}], "language": "en-GB"},
        {"id": 2, "content_text": "Plain."}, "no item", {"id": "3"},
    ],
}  # fmt: skip


def documents(data: str | bytes) -> list[Document]:
    feed = read_feed(data.encode() if isinstance(data, str) else data, "x")
    return [story for story in feed.stories if isinstance(story, Document)]


def test_rss() -> None:
    first, second, third = documents(RSS)
    assert (first.name, first.text.title, first.text.body) == ("tag:1", "Envoys & hosts", "Envoys meet in Paris.\n\nThey talk.")
    assert (first.source, first.url, first.origin) == ("Example Wire", "https://example.org/1", "by Ann Example")
    assert first.published == datetime(2022, 1, 4, 8, 30, tzinfo=timezone(timedelta(hours=1)))
    assert first.dated_by == "feed: published"
    assert (second.text.title, second.text.body, second.published, second.dated_by) == ("No words", "", None, None)
    assert third.url is None


def test_an_entry_without_words() -> None:
    *_, last = read_feed(RSS.encode(), "x").stories
    assert isinstance(last, Refusal)
    assert "without words" in last.problems[0].what


def test_atom() -> None:
    (story,) = documents(ATOM)
    assert (story.source, story.url) == ("Original Wire", "https://example.org/a/b")
    assert (story.published, story.dated_by) == (datetime(2022, 1, 4, 8, 30, tzinfo=UTC), "feed: updated")
    assert read_feed(ATOM.encode(), "x").title == "Example"


def test_json_feed() -> None:
    first, second = documents(json.dumps(JSON))
    assert (first.text.body, first.origin, first.language) == ("Envoys meet.", "by Ann", "en")
    assert (first.published, first.dated_by) == (
        datetime(2022, 1, 4, 8, 30, tzinfo=timezone(timedelta(hours=1))), "feed: date_published",
    )  # fmt: skip
    assert (second.name, second.text.body) == ("2", "Plain.")


def test_the_line_that_tells_the_origin() -> None:
    text = "<p>Envoys meet.</p><p>from latest - Other Post https://other.example/1</p>"
    (story,) = documents(
        f"<rss version='2.0'><channel><item><description><![CDATA[{text}]]></description></item></channel></rss>"
    )
    assert (story.text.body, story.source, story.url) == ("Envoys meet.", "Other Post", "https://other.example/1")


def test_a_date_that_cannot_be_read_is_a_problem() -> None:
    (story,) = documents("<rss version='2.0'><channel><item><title>a</title><pubDate>soon</pubDate></item></channel></rss>")
    assert story.published is None
    assert "soon" in story.problems[0].what


@pytest.mark.parametrize("given", ["soon", "9999-99-99", "5021-01-04", 20220104, ["2022-01-04"], {"day": 4}, True])
def test_a_date_of_a_json_feed_that_cannot_be_read_is_a_problem(given: object) -> None:
    item = {"id": "1", "content_text": "Envoys meet.", "date_published": given, "date_modified": "2022-01-04"}
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [item, {**item, "date_modified": None}]}
    modified, undated = documents(json.dumps(feed).encode())
    assert (modified.day, modified.dated_by, undated.published) == (date(2022, 1, 4), "feed: date_modified", None)
    assert modified.problems == undated.problems
    assert "no date that can be read in the feed's date_published" in undated.problems[0].what


def test_a_date_of_a_calendar_that_cannot_be_read_is_a_problem() -> None:
    lines = [
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        "SUMMARY:Talks",
        "DTSTART:soon",
        "DTSTAMP:20229999",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    (story,) = read_calendar("\r\n".join(lines).encode(), "x").stories
    assert isinstance(story, Document)
    assert story.published is None
    assert [each.what[:51] for each in story.problems] == [
        "no date that can be read in the feed's DTSTAMP: '20",
        "no date that can be read in the feed's DTSTART: 'so",
    ]


@pytest.mark.parametrize("kind", ["rss", "json", "calendar"])
def test_entries_that_are_not_read_are_told(kind: str) -> None:
    if kind == "calendar":
        events = "BEGIN:VEVENT\r\nSUMMARY:a\r\nEND:VEVENT\r\n" * 5_001
        feed = read_calendar(f"BEGIN:VCALENDAR\r\n{events}END:VCALENDAR".encode(), "x")
    elif kind == "rss":
        feed = read_feed(f"<rss version='2.0'><channel>{'<item><title>a</title></item>' * 5_001}</channel></rss>".encode(), "x")
    else:
        items = [{"title": "a"}] * 5_001
        feed = read_feed(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode(), "x")
    assert len(feed.stories) == 5_000
    assert [each.what for each in feed.unread] == ["5,001 entries: the first 5,000 are read"]


def test_a_calendar_of_too_many_lines_ends_with_a_whole_event() -> None:
    event = "BEGIN:VEVENT\r\nSUMMARY:a\r\n" + "COMMENT:b\r\n" * 7 + "END:VEVENT\r\n"
    feed = read_calendar(f"BEGIN:VCALENDAR\r\n{event * 2_500}END:VCALENDAR".encode(), "x")
    assert len(feed.stories) == 1_999
    assert [each.what for each in feed.unread] == ["2,500 entries: the first 1,999 are read"]


def test_lines_without_end_cost_no_more_than_the_calendar_may() -> None:
    data = b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 60_000
    before = process_time()
    with pytest.raises(InputError, match="without events"):
        read_calendar(data, "x")
    assert process_time() - before < 3


def test_an_ill_formed_feed_is_read_as_far_as_it_goes() -> None:
    feed = read_feed(b"<rss version='2.0'><channel><title>t</title><item><title>a & b</title>", "x")
    assert [story.text.title for story in feed.stories if isinstance(story, Document)] == ["a & b"]
    assert "ill-formed" in feed.problems[0].what


def test_the_same_id_twice() -> None:
    items = "<item><guid>1</guid><title>a</title></item>" * 2
    assert [story.name for story in documents(f"<rss version='2.0'><channel>{items}</channel></rss>")] == ["1", "1 (2)"]


@pytest.mark.parametrize("data", [b"", b"words", b"<html><body>x</body></html>", b'{"a": 1}', b"\x00" * 50, b"<x/>"])
def test_no_feed(data: bytes) -> None:
    assert not is_feed(data)
    with pytest.raises(InputError):
        read_feed(data, "x")


def test_encodings() -> None:
    text = "<rss version='2.0'><channel><item><title>Žižkov café</title></item></channel></rss>"
    for data in (
        text.encode("utf-16"),
        text.encode("utf-8-sig"),
        f"<?xml version='1.0' encoding='iso-8859-2'?>{text}".encode("iso-8859-2"),
    ):
        assert is_feed(data)
        assert documents(data)[0].text.title == "Žižkov café"


def test_a_calendar() -> None:
    lines = [
        "BEGIN:VCALENDAR", "X-WR-CALNAME:Council", "BEGIN:VEVENT", "UID:1", "SUMMARY:Council meets", "LOCATION:Brussels",
        "DTSTART:20220112T090000Z", "DTSTAMP:20220104T083000Z", "DESCRIPTION:A special session.", "END:VEVENT", "END:VCALENDAR",
    ]  # fmt: skip
    feed = read_calendar("\r\n".join(lines).encode(), "x")
    (story,) = feed.stories
    assert isinstance(story, Document)
    assert story.text.body == "Council meets, in Brussels, on Wednesday, 12 January 2022, 09:00 UTC.\n\nA special session."
    assert (story.day, story.source) == (date(2022, 1, 4), "Council")


def test_lists() -> None:
    opml = b"""<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml version="2.0"><body>
    <outline text="&x;"><outline xmlUrl="https://a.example/1"/><outline xmlurl="https://a.example/1"/></outline>
    <outline type="link" url="https://a.example/page"/><outline type="rss" url="https://a.example/2"/>
    <outline xmlUrl="javascript:x"/></body></opml>"""
    assert feeds_in(opml) == ["https://a.example/1", "https://a.example/2"]
    assert feeds_in(b"# mine\nhttps://a.example/1 # note\n\nnot one\n") == ["https://a.example/1"]
    assert feeds_in(b"<opml><outline xmlUrl='&#xD800;'/><outline xmlUrl='https://a.example/1'/></opml>") == [
        "https://a.example/1"
    ]
    with pytest.raises(InputError, match="no feeds"):
        feeds_in(b"<opml/>")


def test_a_list_of_feeds_of_blank_lines_or_of_too_many() -> None:
    start = process_time()
    assert feeds_in(b"\n" * 7_000_000 + b"https://a.example/1" + b"\n" * 7_000_000) == ["https://a.example/1"]
    with pytest.raises(InputError, match="lines: no list of feeds"):
        feeds_in(b"https://a.example/1\n" * 100_001)
    assert process_time() - start < 2


@pytest.mark.parametrize(
    ("kind", "content", "words"),
    [
        ("application/octet-stream", b"Envoys met in Paris.", "Envoys met in Paris."),
        ("application/octet-stream", b"<p>Envoys <b>met</b>.</p><p>They talked.</p>", "Envoys met.\n\nThey talked."),
        ("image/png", b"\x89PNG\r\n\x1a\n\xff\xfe", ""),
    ],
)
def test_packed_content(kind: str, content: bytes, words: str) -> None:
    body = b64encode(content).decode()
    feed = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>t</title><entry><id>a:1</id><title>Talks</title><content type='{kind}'>{body}</content></entry></feed>"
    (story,) = read_feed(feed.encode(), "x").stories
    assert isinstance(story, Document)
    assert story.text.body == words


def test_an_element_of_absurdly_many_attributes() -> None:
    many = " ".join(f"a{number}='v'" for number in range(24_000))
    start = process_time()
    with pytest.raises(InputError, match="more than 100 attributes"):
        read_feed(
            f"<rss version='2.0'><channel><title>t</title><item {many}><title>u</title></item></channel></rss>".encode(), "x"
        )
    with pytest.raises(InputError, match="more than 100 attributes"):
        feeds_in(f"<opml><outline xmlUrl='http://e.org/f' {many}/></opml>".encode())
    assert process_time() - start < 2


def test_equals_signs_in_words_are_no_attributes() -> None:
    words = "<![CDATA[" + "a = b; " * 300 + "]]>"
    feed = f"<rss version='2.0'><channel><title>t</title><item><title>u</title><description>{words}</description></item></channel></rss>"
    (story,) = read_feed(feed.encode(), "x").stories
    assert isinstance(story, Document)


@pytest.mark.parametrize(
    "before", ["\n" * 400_000, "<!ENTITY\n" * 40_000, "<!DOCTYPE\n" * 40_000], ids=["lines", "entities", "doctypes"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_what_goes_on_before_the_first_element(before: str, encoding: str) -> None:
    start = process_time()
    with pytest.raises(InputError, match="no element in the first"):
        read_feed(f"{before}<rss version='2.0'><channel><title>t</title></channel></rss>".encode(encoding), "x")
    assert process_time() - start < 2


def test_a_calendar_whose_zone_is_no_name() -> None:
    data = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Talks\r\nDTSTART;TZID=Europe/{'a' * 5_000}:20220104T083000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    with pytest.raises(InputError, match="no calendar that can be read"):
        read_calendar(data.encode(), "x")
