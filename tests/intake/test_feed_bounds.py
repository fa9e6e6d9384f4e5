# ruff: noqa: E501 (pieces of formats are easier to compare on long lines)
"""What of a feed its parser is given."""

import contextlib
from time import process_time

import feedparser
import pytest

from dateline.intake.feed import read_feed
from dateline.model.errors import InputError


def test_an_ill_formed_feed_of_many_tags_is_read_in_part_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = "".join(
        f"<item><title>Talks {number}</title><description><p>a</p></description></item>" for number in range(5_000)
    )
    given: list[bytes] = []
    monkeypatch.setattr(feedparser, "parse", lambda stream, **_: given.append(stream.getvalue()) or {"version": "rss20"})
    for end in ("</channel></rss>", "<br></channel></rss>", "&nbsp"):
        read_feed(f"<rss version='2.0'><channel><title>t</title>{entries}{end}".encode(), "x")
    whole, *parts = given
    assert whole.count(b"<") > 40_000
    for part in parts:
        assert part.count(b"<") <= 10_000
        assert part.endswith(b"</item>")  # no entry by half
        assert part.count(b"<item>") > 1_000


def test_the_part_of_an_ill_formed_feed() -> None:
    entries = "".join(
        f"<item><title>Talks {number}</title><description><p>a</p></description></item>" for number in range(9_000)
    )
    feed = read_feed(f"<rss version='2.0'><channel><title>t</title>{entries}".encode(), "x")
    assert 1_000 < len(feed.stories) < 2_000
    assert "only its first 10,000 are read" in feed.unread[0].what


def test_content_of_many_tags_does_not_count() -> None:
    content = f"<![CDATA[{'<p>Envoys met.</p>' * 9_000}]]>"
    feed = f"<rss version='2.0'><channel><item><title>a & b</title><description>{content}</description></item><item><title>c</title></item>"
    assert len(read_feed(feed.encode(), "x").stories) == 2


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (f"<feed xml:base='http://e.org/{'a' * 3_000}'><entry/></feed>", "bases of addresses"),
        ("<feed>" + "<entry base='aaaaaaaaaaa/'>" * 300, "bases of addresses"),
        (f"<rss><channel><item><dc:creator>{'a' * 200_000}</dc:creator></item></channel></rss>", "endless names"),
        (f"<rss><item><author>{'a' * 2_000}</author></item>{'</author>' * 900}</rss>", "endless names"),
        (f"<!DOCTYPE a [<!ENTITY b '{'a' * 60}'>]><rss><item><author>{'&b;' * 400}</author></item></rss>", "endless names"),
        (f"<rss><item><author>{'&#97;' * 9_000}</author></item></rss>", "endless names"),
    ],
)
def test_what_no_parser_is_given(data: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feedparser, "parse", lambda *_, **__: pytest.fail("given to the parser"))
    for encoding in ("utf-8", *(() if "ENTITY" in data else ("utf-16",))):
        with pytest.raises(InputError, match=words):
            read_feed(data.encode(encoding), "x")


def test_half_a_feed_in_utf_16(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feedparser, "parse", lambda *_, **__: pytest.fail("given to the parser"))
    data = "<feed xmlns='http://www.w3.org/2005/Atom'><title>t</title>".encode("utf-16") + b"\n" * 100_001 + b"<entry/></feed>"
    with pytest.raises(InputError, match="no element in the first"):
        read_feed(data, "x")


@pytest.mark.parametrize(
    ("data", "stories"),
    [
        (f"<?xml version='1.0' encoding='utf<guid is?><rss version={chr(39) * 100_000}><item><title>a</title></item></rss>", 1),
        (f"<?xml version='1.0'?><rss version='2.0'><item><title>a</title><description>{'encoding= `encoding=`' * 600}", 1),
        (f"<?xml version='1.0' ,{' encoding=`utf-8`' * 900}><rss version='2.0'><item><title>a</title></item></rss>", None),
    ],
    ids=["ends-in-a-tag", "one-line", "attributes"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp037"])
def test_the_first_line_costs_no_more_than_the_others(data: str, stories: int | None, encoding: str) -> None:
    start = process_time()
    try:
        found: int | None = len(read_feed(data.replace("`", '"').encode(encoding), "x").stories)
    except InputError:
        found = None
    assert process_time() - start < 2
    assert found == stories or encoding not in {"utf-8", "utf-8-sig"}


def test_the_encoding_of_a_feed_of_one_line_is_that_of_its_declaration() -> None:
    head = "<?xml version='1.0' encoding='iso-8859-2'?><!DOCTYPE rss [<!ENTITY c 'c'>]><rss version='2.0'>"
    item = "<item><title>Łódź &c;</title><description><![CDATA[<?xml encoding='utf-16'?>]]></description></item>"
    assert [item.title for item in read_feed(f"{head}{item}</rss>".encode("iso-8859-2"), "x").items] == ["Łódź c"]


def test_what_a_feed_in_another_encoding_holds_is_counted_too() -> None:
    entries = "".join(f"<item><title>Gespräch {number}</title><b><br/></b></item>" for number in range(9_000))
    data = f"<rss version='2.0'><channel><title>t</title>{entries}"
    for encoding in ("utf-16", "utf-16-be", "utf-32", "utf-16-le"):
        feed = read_feed(data.encode(encoding), "x")
        assert 1_000 < len(feed.stories) < 2_500
        assert "only its first 10,000 are read" in feed.unread[0].what
    with pytest.raises(InputError, match="deep in each other"):
        read_feed(("<rss>" + "<ä>" * 3_000 + "</ä>" * 3_000).encode("utf-16"), "x")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "iso-8859-2"])
@pytest.mark.parametrize("head", ["", "<?xml version='1.0' encoding='{}'?>"])
def test_feeds_in_encodings_that_are_as_they_should_be(head: str, encoding: str) -> None:
    data = f"{head.format(encoding.removesuffix('-le'))}<rss version='2.0'><channel><item><title>Łódź, środa</title></item></channel></rss>"
    sent = {"content-type": f"application/rss+xml; charset={encoding.removesuffix('-le')}"}
    for headers in (sent, {}) if head or encoding.startswith("utf") else (sent,):
        feed = read_feed(data.encode(encoding), "x", headers)
        assert [item.title for item in feed.items] == ["Łódź, środa"]


@pytest.mark.parametrize("name", ["punycode", "-Punycode", "idna"])
def test_encodings_of_names_are_none_of_feeds(name: str) -> None:
    data = b"<rss version='2.0'><channel><item><title>a</title></item></channel></rss>"
    with pytest.raises(InputError, match="encoding of names"):
        read_feed(data, "x", {"content-type": f"application/rss+xml; charset={name}"})
    with pytest.raises(InputError, match="encoding of names"):
        read_feed(f"<?xml version='1.0' encoding='{name}'?>".encode() + data, "x")


def test_a_well_formed_feed_of_too_many_elements_is_read_in_part_and_says_so() -> None:
    entry = "<item><title>a</title><description><b/>"
    feed = read_feed(
        f"<rss><channel>{entry}</description></item>{entry}{'<br/>' * 80_000}</description></item></channel></rss>".encode(),
        "x",
    )
    assert len(feed.stories) == 1
    assert "only its first entries are read" in feed.unread[0].what
    written = f"<rss><channel>{entry}<![CDATA[{'<p>a</p>' * 40_000}]]></description></item>{entry}</description></item></channel></rss>"
    assert not read_feed(written.encode(), "x").unread


A = "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://e.org/a/'><entry><title>Talks</title><content>met</content></entry>"


@pytest.mark.parametrize(
    ("piece", "times"),
    [
        ("<a b='c' d='e'/>", 49_000),
        ("<link href='c' rel='e'/>", 49_000),
        ("<author><name>a</name></author>", 24_000),
        ("<a " + " ".join(f"a{number}='b'" for number in range(30)) + "/>", 40_000),
        ("<a>" * 900 + "</a>" * 900, 50),
        ("a\n", 600_000),
        ("&lt;", 600_000),
        ("<entry><title>a</title></entry>", 24_000),
    ],
    ids=["attributes", "links", "authors", "many-attributes", "deep", "lines", "references", "entries"],
)
def test_a_well_formed_feed_takes_no_more_work_than_is_done_in_good_time(piece: str, times: int) -> None:
    read_feed(f"{A}</feed>".encode(), "x")
    start = process_time()
    feed = read_feed(f"{A}<entry><summary>{piece * times}</summary></entry></feed>".encode(), "x")
    assert process_time() - start < 4  # it took 25 s; a processor may be half as fast as another
    assert "only its first entries are read" in feed.unread[0].what
    assert not feed.problems  # the part is well-formed, too
    assert feed.items[0].text == "met"


def test_the_part_of_a_well_formed_feed_ends_with_an_entry_and_is_as_long_as_it_may_be() -> None:
    entry = "<a:entry><a:title>Talks</a:title><a:content type='xhtml'><a:div><a:b/>\n</a:div></a:content></a:entry>"
    feed = read_feed(
        f"<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>t</a:title>{entry * 9_000}</a:feed>".encode(), "x"
    )
    assert 4_500 < len(feed.stories) < 5_000
    assert {item.title for item in feed.items} == {"Talks"}
    assert not feed.problems


def test_words_of_a_section_lie_in_no_other_element() -> None:
    for odd in ("", "&nbsp;"):  # well-formed and not
        item = f"<item><title>a{odd}</title><description><![CDATA[Envoys met.{'<br>' * 1_500}They agreed: 1 &lt; 2.]]></description></item>"
        (found,) = read_feed(f"<rss version='2.0'><channel>{item}</channel></rss>".encode(), "x").items
        assert found.text.split() == ["Envoys", "met.", "They", "agreed:", "1", "<", "2."]


@pytest.mark.parametrize(
    "start",
    [
        "<!-- <![CDATA[ --><description>&nbsp;",
        "<b a='<![CDATA['/><description>&nbsp;",
        "<a:b/><description>",
        "<description>&c;",
    ],
    ids=["in-a-comment", "in-quotes", "no-namespace", "entity-left-out"],
)
def test_what_looks_like_a_section_or_well_formed_hides_no_tags(start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[bytes] = []
    monkeypatch.setattr(feedparser, "parse", lambda stream, **_: given.append(stream.getvalue()) or {"version": "rss20"})
    data = f"<!DOCTYPE rss [<!ENTITY c 'c'>]><rss><channel><item><title>a</title>{start}{'<p>a</p>' * 24_000}</description></item></channel></rss>"
    read_feed(data.encode(), "x")
    assert given[0].count(b"<") < 10_010
    with contextlib.suppress(InputError):
        read_feed(data.replace("<p>a</p>", "<p>").encode(), "x")
    assert len(given) == 1 or given[1].count(b"<") < 1_000


def test_blank_lines_before_the_first_element() -> None:
    item = "<rss version='2.0'><channel><item><title>a</title></item></channel></rss>"
    start = process_time()
    assert len(read_feed(f"{chr(10) * 19_000}{item}".encode(), "x").stories) == 1
    assert len(read_feed(f"<?xml version='1.0'?>{' ' * 19_000}<!DOCTYPE rss>{item}".encode(), "x").stories) == 1
    assert process_time() - start < 1


def test_many_bases_and_authors_that_are_as_they_should_be() -> None:
    entry = "<entry xml:base='https://example.org/news/2022/'><title>a</title><author><name>A-name-of.some+length</name></author></entry>"
    assert len(read_feed(f"<feed xmlns='http://www.w3.org/2005/Atom'>{entry * 3_000}</feed>".encode(), "x").stories) == 3_000
