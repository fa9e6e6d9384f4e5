# ruff: noqa: E501 (pieces of formats are easier to compare on long lines)
"""Web pages to stories."""

from datetime import date, datetime, timedelta, timezone
from time import process_time

import pytest

from dateline.intake import page_date, page_title
from dateline.intake.page import crowded, paragraphs, read_page, tree_of, uncrowded
from dateline.intake.page_date import in_address
from dateline.model.document import Document
from dateline.model.problem import Refusal

BODY = """<article>{0}<p>Envoys of both sides met in Paris for talks that lasted all day, a spokesman said.</p>
<p>They will meet again in Vienna next week, he added, and hope for more.</p></article>"""
TODAY = date(2024, 1, 1)


def page(head: str = "", heading: str = "<h1>Envoys meet in Paris</h1>", url: str | None = None) -> Document:
    data = f"<html lang='en'><head>{head}</head><body><nav>Home News Sport</nav>{BODY.format(heading)}<footer>(c)</footer></body></html>"
    story = read_page(data.encode(), "x", url, now=TODAY)
    assert isinstance(story, Document)
    return story


def test_the_text_without_what_stands_around_it() -> None:
    story = page()
    assert story.text.body.startswith("Envoys of both sides met in Paris")
    assert "Sport" not in story.text.body
    assert story.language == "en"


@pytest.mark.parametrize(
    ("head", "heading", "title"),
    [
        ("<title>Envoys meet in Paris | Example Post</title>", "<h1>Envoys meet in Paris</h1>", "Envoys meet in Paris"),
        ("<title>Envoys meet in Paris - Example Post</title>", "", "Envoys meet in Paris"),
        ("<meta property='og:title' content='Envoys meet - Example'><meta property='og:site_name' content='Example'>", "", "Envoys meet"),
        ("<title>Envoys meet in Paris | Example</title>", "<h1>Example</h1><h1>Envoys meet in Paris</h1>", "Envoys meet in Paris"),
        ("<meta property='og:title' content='Envoys meet in Paris'>", "<h1>World | Envoys meet in Paris</h1>", "Envoys meet in Paris"),
        ("<meta property='og:title' content='Envoys &lt;b&gt;meet&lt;/b&gt;'>", "", "Envoys meet"),
        ("<title>Talks: envoys meet - and part - in Paris today</title>", "", "Talks: envoys meet - and part - in Paris today"),
    ],
)  # fmt: skip
def test_titles(head: str, heading: str, title: str) -> None:
    assert page(head, heading).text.title == title


LINKED = '<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle", {0}}}</script>'


@pytest.mark.parametrize(
    ("head", "url", "day", "field"),
    [
        (LINKED.format('"datePublished": "2022-01-04T08:30:00+01:00"'), None, "2022-01-04T08:30:00+01:00", "page: JSON-LD datePublished"),
        ("<meta property='article:published_time' content='2022-01-04'>", None, "2022-01-04", "page: <meta> article:published_time"),
        ("", "https://example.org/2022/01/04/x", "2022-01-04", "page: address"),
        (LINKED.format('"datePublished": "2022-01-05T02:30:00Z"'), "https://example.org/2022/01/04/x", "2022-01-04", "page: address"),
        (LINKED.format('"datePublished": "2099-01-05"'), "https://example.org/2022/01/04/x", "2022-01-04", "page: address"),
        (LINKED.format('"datePublished": [], "author": 3'), "https://example.org/2022/01/04/x", "2022-01-04", "page: address"),
        ("<meta name='date' content='04.01.2022'>", None, "2022-01-04", "page: <meta> date"),
        ("<meta name='date' content='4. Januar 2022'>", None, "2022-01-04", "page: <meta> date"),
        ("<meta name='date' content='2022/01/04'>", None, "2022-01-04", "page: <meta> date"),
        ("<meta property='og:regdate' content='2022-01-04'>", None, "2022-01-04", "page: <meta> og:regdate"),
        (LINKED.format('"datePublished": "2022-01-04", "headline": "broken " here"'), None, "2022-01-04", "page: JSON-LD datePublished"),
        (LINKED.format('"datePublished": "2022-01-05"'), "https://example.org/2022/01/04/x", "2022-01-04", "page: address"),
    ],
)  # fmt: skip
def test_dates(head: str, url: str | None, day: str, field: str) -> None:
    story = page(head, url=url)
    assert story.published is not None
    assert (story.published.isoformat(), story.dated_by) == (day, field)


@pytest.mark.parametrize(
    ("head", "heading"),
    [
        (f"<title>Envoys meet {'| is ' * 50_000}</title>", ""),
        (f"<meta property='og:title' content='Envoys meet {'| is ' * 50_000}'>", ""),
        ("".join(f"<meta property='og:title' content='Talks | {number}'>" for number in range(2_000)), ""),
        ("<title>Talks</title>", f"<h1>Envoys {'meet | ' * 50_000}</h1>"),
        ("<title>Talks</title>", "".join(f"<h1>Talks number {number}</h1>" for number in range(5_000))),
    ],
    ids=["title", "field", "fields", "heading", "headings"],
)
def test_a_title_without_end_is_not_searched_through_again_and_again(
    head: str, heading: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at = [0]

    def counted(words: str) -> str:
        looked_at[0] += len(words)
        return letters(words)

    letters = page_title.letters
    monkeypatch.setattr(page_title, "letters", counted)
    page(head, heading)
    assert looked_at[0] < 3_000_000


def test_a_date_that_the_page_shows() -> None:
    story = page(heading="<h1>Envoys meet in Paris</h1><p class='d'>Published: 4 January 2022 10:15 GMT</p>")
    assert (str(story.day), story.dated_by) == ("2022-01-04", "page: a date shown on it")


def test_dates_that_contradict_each_other_are_a_problem() -> None:
    story = page(LINKED.format('"datePublished": "2022-01-04"'), url="https://example.org/2021/06/01/x")
    assert str(story.day) == "2022-01-04"
    assert "page: address 2021-06-01" in story.problems[0].what


def test_who_and_where() -> None:
    head = LINKED.format('"author": [{"@type": "Person", "name": "Ann Example"}], "publisher": {"name": "Example Post"}')
    story = page(head, url="https://www.example.org/a")
    assert (story.source, story.origin, story.url) == ("Example Post", "by Ann Example", "https://www.example.org/a")
    assert page(url="https://www.example.org/a").source == "example.org"


def test_an_address_of_the_page_itself_that_is_none() -> None:
    assert page("<link rel='canonical' href='javascript:x'>").url is None


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"\x00\x00", b"<html><body><script>x</script></body></html>"])
def test_nothing_to_read(data: bytes) -> None:
    assert isinstance(read_page(data, "x"), Refusal)


def test_days_in_addresses() -> None:
    assert in_address("https://e.org/2022/jan/04/x") == date(2022, 1, 4)
    assert in_address("https://e.org/20220104-x") == date(2022, 1, 4)
    assert in_address("https://e.org/20229999") is None
    assert in_address("https://e.org/2022/13/45") is None


def test_numbers_in_addresses_that_are_no_days() -> None:
    assert in_address("https://e.org/2022123-x") is None
    assert in_address("https://e.org/2022/1/4/x") == date(2022, 1, 4)


def test_of_several_times_the_one_that_the_page_shows_as_its_own() -> None:
    box = "<div class='news'><time class='published' datetime='2023-05-06'>6 May 2023</time></div>"
    story = page(heading="<div class='post-date'>Veröffentlicht am 04.01.2022</div>"
                 f"{box}<h1>Envoys meet</h1><time class='published' datetime='2022-01-04'>4 January 2022</time>")  # fmt: skip
    assert str(story.day) == "2022-01-04"


WORDS = "Envoys of both sides met in Paris for talks that lasted all day, a spokesman said on the steps of the house."


def test_where_one_way_to_the_text_keeps_little_another_is_gone() -> None:
    paragraphs = "".join(f"<p>{number} {WORDS} They will meet again in Vienna next week.</p>" for number in range(20))
    data = f"<html><body><article><p>{WORDS} {WORDS}</p></article><article>{paragraphs}</article></body></html>"
    story = read_page(data.encode(), "x")
    assert isinstance(story, Document)
    assert len(story.text.body) > 2_000


def test_drawings_do_not_count_as_depth() -> None:
    drawing = "<svg><path d='x'/><path d='y'/><use/></svg>"
    story = read_page(f"<html><body>{drawing * 500}<p>{WORDS}</p><p>{WORDS[7:]}</p></body></html>".encode(), "x")
    assert isinstance(story, Document)
    assert WORDS in story.text.body


@pytest.mark.parametrize(
    "body",
    [
        "<p>" + "<span>one <b>two</b></span> " * 9_000,
        f"<p>{WORDS}</p>" * 60_000,
        "<div>" * 100_000 + WORDS,
        f"<p>{WORDS}</p>" + "<ul><li>Two</li></ul>" * 9_000,
    ],
    ids=["crowd", "paragraphs", "depth", "short lines"],
)
def test_large_pages_take_no_longer_than_they_are_large(body: str) -> None:
    start = process_time()
    read_page(f"<html><body><article>{body}</article></body></html>".encode(), "x")
    assert process_time() - start < 5


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ("<p>" + "<a href='/x'><p>Envoys met in Paris, said one.</p></a>" * 18_000, 18_000),
        ("<p>" + ("<font>" + "<div><p>Envoys met in Paris, said one.</p></div>" * 50 + "</font>") * 200, 10_000),
        ("<p>" + ("<span>" + "<b>Envoys met in Paris,</b> said one " * 100 + "</span>") * 190, 19_000),
        ("<div>" + ("<span>" + "<b>Envoys met in Paris,</b> said one " * 100 + "</span>") * 190, 19_000),
        ("<p>" + ("<span>" + "Envoys met in Paris <img src='/x'>" * 100 + "</span>") * 200, 20_000),
    ],
    ids=["paragraphs in a paragraph", "boxes in it", "words in words", "words in words of a box", "pictures"],
)
def test_nests_take_no_longer_than_they_are_large(body: str, kept: int) -> None:
    start = process_time()
    story = read_page(f"<html><body><article><p>{WORDS}</p>{body}</article></body></html>".encode(), "x")
    assert process_time() - start < 5
    assert isinstance(story, Document)
    assert story.text.body.count("Envoys met in Paris") == kept


def test_a_paragraph_with_a_thousand_elements_is_a_crowd() -> None:
    some, many = (tree_of(f"<html><body><p>{'<b>a <i>b</i></b> c<br>' * count}".encode()) for count in (300, 900))
    assert (len(crowded(some)), len(crowded(many))) == (0, 1)
    assert len(list(uncrowded(some).iter("b", "i"))) == 600
    assert not list(uncrowded(many).iter("b", "i"))
    assert uncrowded(many).text_content() == many.text_content()


def test_paragraphs_in_each_other_are_said_once() -> None:
    tree = tree_of(
        b"<html><body>no <p>one <b>two<object><p>three <i>four</i></p></object> five</b></p><ul><li>six<li><p>seven</ul> no"
    )
    assert [words for words in paragraphs(tree) if words] == ["one two", "three four", "five", "six", "seven"]


def test_characters_that_a_tree_does_not_take_are_left_out_of_crowds() -> None:
    story = read_page(("<html><body><p>" + "Envoys met&#1; in <b>Paris</b> " * 3_000).encode(), "x")
    assert isinstance(story, Document)
    assert "Envoys met in Paris Envoys met in Paris" in story.text.body


def test_zones_are_kept() -> None:
    story = page("<meta name='date' content='2022-01-04T23:30:00-05:00'>")
    assert story.published == datetime(2022, 1, 4, 23, 30, tzinfo=timezone(timedelta(hours=-5)))


def test_all_words_are_searched_for_a_day_only_on_pages_of_the_size_of_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    def find_date(tree: object, *, extensive_search: bool, **_: object) -> None:
        asked.append(extensive_search)

    monkeypatch.setattr("htmldate.find_date", find_date)
    for items in (100, page_date.SEARCHED):
        page_date.guessed(tree_of(b"<html><body><ul>" + b"<li>a" * items + b"</ul></body></html>"), None)
    assert asked == [True, False]


def test_tables_in_tables_without_end_are_boxes() -> None:
    some, many = (uncrowded(tree_of(b"<html><body>" + b"<table><tr><td>a" * count)) for count in (10, 40))
    assert len(list(some.iter("table"))) == 10
    assert not list(many.iter("table", "tr", "td"))
    assert many.text_content().count("a") == some.text_content().count("a") + 30


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp037"])
def test_a_page_of_too_many_elements_is_refused_in_any_encoding(encoding: str) -> None:
    head = "<html><head><meta charset='cp037'></head><body>" if encoding == "cp037" else "<html><body>"
    data = (head + "<p>It rained." + "<br>" * 60_000).encode(encoding)
    found = read_page(data, "x")
    assert isinstance(found, Refusal)
    assert "50,000 elements" in found.problems[0].what
