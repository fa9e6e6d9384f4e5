"""Whatever the bytes of feeds, pages, tables, PDF files and calendars: stories or refusals, never anything else."""

# ruff: noqa: E501 (pieces of formats are easier to compare on long lines)
import gzip
import re
from collections import Counter
from io import BytesIO
from time import process_time

import nh3
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.intake import pdf
from dateline.intake.clean_html import words_of
from dateline.intake.csv_lines import from_table
from dateline.intake.feed import read_feed
from dateline.intake.feed_calendar import read_calendar
from dateline.intake.file import from_data, from_stream
from dateline.intake.opml import feeds_in
from dateline.intake.packed import unpack
from dateline.intake.page import read_page
from dateline.intake.pdf import text_of_pdf
from dateline.intake.robots import read_robots
from dateline.model.document import Document
from dateline.model.errors import InputError
from dateline.model.problem import Refusal

MARKUP = [
    "<rss version='2.0'>", "<channel>", "<item>", "<title>", "</title>", "</item>", "<description>", "<![CDATA[", "]]>", "<link>",
    "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "<content type='html'>", "<content type='xhtml'>", "</content>",
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>", "<pubDate>", "</pubDate>", "Tue, 04 Jan 2022 08:30:00 GMT",
    "2022-01-04T08:30:00Z", "9999-99-99", "0000-00-00T00:00:00Z", "<dc:date>", "<georss:point>", "1 2 3", "xml:base='http://['",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "&#0;", "&#xD800;", "&#1114112;", "&nbsp;", "&lt;script&gt;", "<!--", "-->", "<?xml ",
    "encoding='utf-16'?>", "<html>", "<head>", "<meta property='og:title' content='", "'>", "<h1>", "<p>", "<time datetime='",
    "<script type='application/ld+json'>", '{"@type": "NewsArticle", "datePublished": ', "}", "[", '"', "</script>", "<table>", "<td>",
    "<opml>", "<outline xmlUrl='", "http://", "https://[::1", "javascript:", "\x00", "\x1b[31m", "\ud800", "\u202e", "é", "🌍", "Envoys meet",
    '{"version": "https://jsonfeed.org/version/1.1", "items": [', "{}", '{"id": 1}', "null", "1e999", "]}",
]  # fmt: skip
CALENDAR = [
    "BEGIN:VCALENDAR\r\n", "END:VCALENDAR\r\n", "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "SUMMARY:Talks\r\n", "DTSTART:20220104T083000Z\r\n",
    "DTSTART;TZID=Nowhere/None:20220104T083000\r\n", "DTSTART;VALUE=DATE:20229999\r\n", "DTSTAMP:x\r\n", "RRULE:FREQ=SECONDLY\r\n",
    "URL:javascript:x\r\n", " folded\r\n", "X;Y=\"Z:\r\n", "LAST-MODIFIED;X=Y:00000000T000000Z\r\n", "LOCATION:\\n\\,\\;\r\n", "BEGIN:VTIMEZONE\r\n",
    "TZOFFSETTO:+9999\r\n", "BEGIN:DAYLIGHT\r\n", "END:\r\n", ":", ";", "\x00", "DURATION:P1D\r\n", "STATUS:CANCELLED\r\n",
]  # fmt: skip
ROWS = [
    "id",
    "text",
    "title",
    "date",
    ",",
    ";",
    "\t",
    '"',
    '""',
    "\n",
    "\r\n",
    "\r",
    "a",
    "2022-01-04",
    "\x00",
    "é",
    "\ud800",
    "  ",
]
PDF = ["%PDF-1.7\n", "1 0 obj\n", "<<", ">>", "/Type /Catalog", "/Pages 2 0 R", "/Type /Pages", "/Kids [3 0 R]", "/Count 1", "endobj\n",
       "stream\n", "endstream\n", "/Length 10", "/Filter /FlateDecode", "xref\n0 1\n", "trailer\n", "/Root 1 0 R", "startxref\n", "9\n",
       "%%EOF", "2 0 obj\n", "3 0 obj\n", "/Type /Page", "/Contents 4 0 R", "/Parent 2 0 R", "BT (x) Tj ET", "/Encrypt 5 0 R", "[", "]", "(", ")"]  # fmt: skip


def pieces(words: list[str], most: int = 40) -> st.SearchStrategy[bytes]:
    """Bytes put together of these pieces and of others."""
    each = st.one_of(st.sampled_from(words), st.text(max_size=12))
    encodings = st.sampled_from(["utf-8", "utf-8", "utf-8", "utf-16", "cp1252"])
    return st.builds(
        lambda parts, encoding: "".join(parts).encode(encoding, "surrogatepass" if encoding == "utf-8" else "ignore"),
        st.lists(each, max_size=most),
        encodings,
    )


def shown(words: str) -> None:
    """Can these words be shown?"""
    assert words.encode()


FAST = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def sound(story: Document | Refusal) -> bool:
    """Can it be written, and shown?"""
    if isinstance(story, Refusal):
        return bool(story.problems[0].what.encode()) and bool(story.name.encode())
    (story.text.title + story.text.body + (story.url or "") + (story.source or "") + story.name).encode()
    assert story.published is None or story.published.isoformat()
    assert "\x00" not in story.text.body + story.text.title
    return bool(story.id)


@FAST
@given(st.one_of(pieces(MARKUP), st.binary(max_size=300)))
def test_feeds(data: bytes) -> None:
    try:
        assert all(sound(story) for story in read_feed(data, "x").stories)
    except InputError as error:
        shown(str(error))


@FAST
@given(st.one_of(pieces(MARKUP), st.binary(max_size=300)))
def test_pages(data: bytes) -> None:
    assert sound(read_page(data, "x", "https://example.org/2022/01/04/x"))


@FAST
@given(st.one_of(pieces(CALENDAR), st.binary(max_size=300)))
def test_calendars(data: bytes) -> None:
    try:
        assert all(sound(story) for story in read_calendar(b"BEGIN:VCALENDAR\r\n" + data, "x").stories)
    except InputError as error:
        shown(str(error))


@FAST
@given(st.one_of(pieces(ROWS), st.binary(max_size=300)))
def test_tables(data: bytes) -> None:
    assert all(sound(story) for story in from_table(BytesIO(data), "x"))


def test_a_pdf_file_is_not_searched_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = (
        b"%PDF-1.4\n"
        + b"".join(b"%d 0 obj\n<< /Kids [ %d 0 R ] >>\n" % (n, n + 1) for n in range(40))
        + b"trailer\n<< /Root 1 0 R >>"
    )
    reads: list[int] = []

    class Counted(pdf.Bounded):
        def read(self, size: int | None = -1, /) -> bytes:
            reads.append(1)
            return super().read(size)

    monkeypatch.setattr(pdf, "Bounded", Counted)
    monkeypatch.setattr(pdf, "MOST_READS", len(broken))
    with pytest.raises(InputError, match="cannot be read"):
        text_of_pdf(broken)
    assert 0 < len(reads) <= len(broken) + 10


@pytest.mark.parametrize("piece", ["<<", "<</a", "<61>"])
def test_a_broken_pdf_file_is_not_read_byte_by_byte_for_ever(piece: str) -> None:
    kids = (piece * (800_000 // len(piece))).encode()
    head = b"%PDF-1.3\n1 0 obj\n<< /Type /Pages /Count 1 /Kids " + kids + b" >>\nendobj\n"
    start = process_time()
    with pytest.raises(InputError):
        text_of_pdf(
            head + b"2 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer\n<< /Root 2 0 R >>\nstartxref\n0\n%%EOF"
        )
    assert process_time() - start < 4  # it took for ever; a processor may be half as fast as another


@pytest.mark.parametrize("trailer", [b"/Size 99999", b"/Root 1 0 R /Size 99999"])
def test_a_pdf_file_is_not_searched_for_each_object_that_it_may_have(trailer: bytes) -> None:
    data = b"%PDF-1.4\n1 0 obj\n<< /Type /Pages >>\nendobj\n" + b" \n" * 60_000
    at = len(data)
    start = process_time()
    with pytest.raises(InputError):
        text_of_pdf(data + b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< %s >>\nstartxref\n%d\n%%%%EOF" % (trailer, at))
    assert process_time() - start < 4  # it took 17 s


@FAST
@given(st.one_of(pieces(PDF), st.binary(max_size=300)))
def test_pdf_files(data: bytes) -> None:
    try:
        text_of_pdf(b"%PDF-1.4\n" + data).encode()
    except InputError as error:
        shown(str(error))


@FAST
@given(st.one_of(pieces(MARKUP), pieces(ROWS)), st.sampled_from(["x.json", "x.html", "x.xml", "-", "x", "x.ics"]))
def test_files_of_any_kind(data: bytes, name: str) -> None:
    assert all(sound(story) for story in from_stream(BytesIO(data), name))
    assert all(sound(story) for story in from_data(data, name))


@FAST
@given(st.one_of(pieces(MARKUP), st.binary(max_size=300)))
def test_lists_of_feeds(data: bytes) -> None:
    try:
        assert all(url.startswith(("http://", "https://", "HTTP")) or "://" in url for url in feeds_in(b"<opml>" + data))
    except InputError as error:
        shown(str(error))


@FAST
@given(st.text(max_size=200), st.text(max_size=50))
def test_robots(text: str, path: str) -> None:
    read_robots("User-agent: *\nDisallow: " + text, "dateline").allows("/" + path)


@FAST
@given(st.lists(st.binary(max_size=100), max_size=5), st.sampled_from(["gzip", "deflate", "br", "gzip,gzip", "identity", ""]))
def test_bodies(blocks: list[bytes], encoding: str) -> None:
    try:
        b"".join(unpack([gzip.compress(b"x")[:10], *blocks], encoding))
    except InputError as error:
        shown(str(error))


@FAST
@given(pieces(MARKUP))
def test_markup(data: bytes) -> None:
    text = words_of(data.decode("utf-8", "replace"))
    text.encode()
    assert "\x1b" not in text


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE rss [<!ENTITY a 'xxxxxxxxxx'>" + b"".join(
            b"<!ENTITY %c '%s'>" % (98 + number, b"&%c;" % (97 + number) * 10) for number in range(9)
        ) + b"]><rss version='2.0'><channel><title>&j;</title><item><title>x</title></item></channel></rss>",
        b"<!DOCTYPE rss [<!ENTITY a '" + b"x" * 100_000 + b"'>]><rss version='2.0'><channel><title>" + b"&a;" * 10_000 + b"</title></channel></rss>",
        b"<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss version='2.0'><channel><title>&a;</title><item><title>&a;</title></item></channel></rss>",
        b"<!DOCTYPE rss SYSTEM 'http://127.0.0.1:9/x.dtd'><rss version='2.0'><channel><title>t</title></channel></rss>",
        b"<rss version='2.0'><channel>" + b"<div>" * 100_000,
        b"<rss version='2.0'><channel><item><title>x</title><description>" + b"<" * 500_000,
        b"<rss version='2.0'><channel><item><title>x</title><description>" + b"&" * 500_000 + b"</description></item></channel></rss>",
    ],
    ids=["laughs", "quadratic", "file", "dtd", "deep", "tags", "ampersands"],
)  # fmt: skip
def test_attacks_on_feeds(data: bytes) -> None:
    try:
        feed = read_feed(data, "x")
    except InputError:
        return
    assert len(feed.title) <= 1_000
    assert "root:" not in repr(feed)


def test_attacks_on_pages() -> None:
    for data in (b"<div>" * 100_000 + b"x", b"<p>" * 300_000, b"<html>" + b"<a " * 100_000):
        assert sound(read_page(data, "x"))


@pytest.mark.parametrize("piece", ["<div>a</p>", "<ul><libs>a</p></b>", "<div></span>", "<b></i>"])
def test_what_closes_nothing_makes_nothing_less_deep(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []
    monkeypatch.setattr(nh3, "clean", lambda markup, **_: given.append(markup) or markup)
    words_of(piece * 1_200)
    opened = Counter(re.findall(r"<(\w+)", given[0]))
    closed = Counter(re.findall(r"</(\w+)", given[0]))
    assert sum(max(opened[name] - closed[name], 0) for name in opened) <= 256


def test_text_of_many_small_elements_is_kept_apart() -> None:
    assert words_of("<div><p>a</p><br></div>" * 2_000).split() == ["a"] * 2_000
    assert words_of("<p>a</p></p>" * 2_000).count("\n\n") >= 1_999
