# ruff: noqa: E501 (pieces of formats are easier to compare on long lines)
"""Tables, JSON of other programs, PDF files: what a file holds is told by its bytes."""

import json
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from dateline.intake.csv_lines import from_table
from dateline.intake.figures import Order, order_of
from dateline.intake.file import from_path, from_stream
from dateline.intake.formats import Declared, declared
from dateline.intake.lines import from_lines
from dateline.model.document import Document, Text
from dateline.model.errors import InputError
from dateline.model.problem import Refusal, UndecidedDate


def one(stories: object) -> Document:
    (story,) = stories  # type: ignore[misc]
    assert isinstance(story, Document)
    return story


@pytest.mark.parametrize(
    "table",
    [
        b"id,headline,body,date\n1,Talks,\"Envoys \"\"meet\"\".\",4 Jan 2022\n",
        b"id;Headline;BODY;date\r\n1;Talks;\"Envoys \"\"meet\"\".\";2022-01-04\r\n",
        b"\xef\xbb\xbfid\theadline\tbody\tdate\n1\tTalks\t\"Envoys \"\"meet\"\".\"\t20220104\n",
    ],
)  # fmt: skip
def test_tables(table: bytes) -> None:
    story = one(from_table(BytesIO(table), "x"))
    assert (story.name, story.text.title, story.text.body, story.day) == ("1", "Talks", 'Envoys "meet".', date(2022, 1, 4))


def test_a_map_of_columns() -> None:
    story = one(from_table(BytesIO(b"a,b\nTalks,Envoys meet.\n"), "x", Declared(declared(["text=b,title=a"]))))
    assert (story.name, story.text.title, story.text.body) == ("x#2", "Talks", "Envoys meet.")


@pytest.mark.parametrize(
    ("value", "titles"),
    [
        ({"id": "a", "text": "", "title": "Envoys meet", "data": []}, ["Envoys meet"]),
        ({"headline": "Envoys meet", "data": []}, ["Envoys meet"]),
        ({"headline": "Envoys meet", "results": [{"score": 1}]}, ["Envoys meet"]),
        ({"title": "The Daily", "articles": [{"headline": "Envoys meet"}, {"headline": "Envoys leave"}]}, ["Envoys meet", "Envoys leave"]),
        ({"title": "The Daily", "items": [{"id": "a", "text": "", "title": "Envoys meet"}]}, ["Envoys meet"]),
        ({"status": "ok", "articles": []}, []),
    ],
)  # fmt: skip
def test_a_record_with_a_list_is_told_from_a_list_of_records(value: object, titles: list[str]) -> None:
    stories = list(from_lines(BytesIO(json.dumps(value).encode())))
    assert [story.text.title for story in stories if isinstance(story, Document)] == titles


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1641285000", date(2022, 1, 4)),
        ("1641285000123", date(2022, 1, 4)),
        ("964512000", date(2000, 7, 25)),
        ("2022010408", date(2022, 1, 4)),
        ("202201040830", date(2022, 1, 4)),
        ("20220104083000", date(2022, 1, 4)),
        ("2022130408", None),
        ("9999999999", None),
        ("9999999999999", None),
    ],
)
def test_figures_in_one(written: str, day: date | None) -> None:
    story = one(from_table(BytesIO(f"id,text,date\n1,Envoys meet.,{written}\n".encode()), "x"))
    assert story.day == day
    assert bool(story.problems) is (day is None)


@pytest.mark.parametrize("written", ["text", "text=", "words=body", "=x", ""])
def test_no_map(written: str) -> None:
    with pytest.raises(InputError, match="no map of fields"):
        declared([written])


def test_rows_that_hold_no_story() -> None:
    stories = list(from_table(BytesIO(b"id,text\n1,a\n1,b\n\n3\n4,\n5,\xff\n6,c\n"), "x"))
    assert [isinstance(story, Refusal) for story in stories] == [False, True, True, True, False, False]
    assert "no column of text" in next(from_table(BytesIO(b"a,b\n1,2\n"), "x")).problems[0].what
    assert "no column 'c'" in next(from_table(BytesIO(b"a,b\n1,2\n"), "x", Declared({"text": "c"}))).problems[0].what


def test_a_table_that_is_cut_off() -> None:
    data = "id,text\n1,a\n".encode("utf-16")
    assert [isinstance(story, Refusal) for story in from_table(BytesIO(data + b"0"), "x")][-1]
    assert isinstance(next(from_table(BytesIO(b"\xfe\xff0"), "x")), Refusal)


def test_news_please() -> None:
    line = b'{"maintext": "Envoys meet.", "title": "Talks", "date_publish": "2022-01-04 08:30:00", "source_domain": "e.org", "url": "https://e.org/1", "language": "en", "authors": ["Ann"]}'
    story = one(from_lines(BytesIO(line)))
    assert (story.name, story.text.body, story.day, story.source) == (
        "https://e.org/1",
        "Envoys meet.",
        date(2022, 1, 4),
        "e.org",
    )


@pytest.mark.parametrize(
    ("form", "record"),
    [
        ("CC-News", {"title": "T", "text": "Envoys meet.", "domain": "e.org", "date": "2022-01-04 13:12:05", "description": "d", "url": "https://e.org/1"}),
        ("news-please", {"maintext": "Envoys meet.", "title": "T", "date_publish": "2022-01-04 08:30:00", "source_domain": "e.org", "url": "https://e.org/1"}),
        ("newspaper", {"text": "Envoys meet.", "title": "T", "publish_date": "2022-01-04T00:00:00", "source_url": "https://e.org", "url": "https://e.org/1"}),
        ("trafilatura", {"id": None, "title": "T", "text": "Envoys meet.", "date": "2022-01-04", "hostname": "e.org", "source": "https://e.org/1", "source-hostname": "e.org"}),
        ("NewsAPI", {"source": {"id": None, "name": "e.org"}, "title": "T", "url": "https://e.org/1", "publishedAt": "2022-01-04T08:30:00Z", "content": "Envoys meet."}),
        ("newsdata.io", {"article_id": "7", "title": "T", "link": "https://e.org/1", "content": "Envoys meet.", "pubDate": "2022-01-04 08:30:00", "source_id": "e.org"}),
        ("Event Registry", {"uri": "77", "title": "T", "body": "Envoys meet.", "url": "https://e.org/1", "dateTime": "2022-01-04T08:30:00Z", "source": {"uri": "x", "title": "e.org"}, "lang": "eng"}),
        ("Guardian", {"id": "a/b", "webTitle": "T", "webUrl": "https://e.org/1", "webPublicationDate": "2022-01-04T08:30:00Z", "fields": {"bodyText": "Envoys meet.", "publication": "e.org"}}),
        ("NYT", {"_id": "n", "headline": {"main": "T"}, "body": "Envoys meet.", "web_url": "https://e.org/1", "pub_date": "2022-01-04T08:30:00+0000", "source": "e.org"}),
        ("Bing", {"name": "no field of ours", "headline": "T", "body": "Envoys meet.", "url": "https://e.org/1", "datePublished": "2022-01-04T08:30:00Z", "provider": [{"name": "e.org"}]}),
        ("schema.org", {"@type": "NewsArticle", "headline": "T", "articleBody": "Envoys meet.", "datePublished": "2022-01-04", "publisher": {"@type": "Organization", "name": "e.org"}, "mainEntityOfPage": {"@id": "https://e.org/1"}}),
        ("WordPress", {"id": 12, "date": "2022-01-04T08:30:00", "link": "https://e.org/1", "title": {"rendered": "T"}, "content": {"rendered": "<p>Envoys meet.</p>"}, "site": "e.org"}),
        ("Webz.io", {"uuid": "w", "url": "https://e.org/1", "thread": {"site": "e.org"}, "title": "T", "text": "Envoys meet.", "published": "2022-01-04T08:30:00.000+02:00"}),
        ("Elasticsearch", {"_id": "e", "_source": {"headline": "T", "content": "Envoys meet.", "published_at": 1641285000, "link": "https://e.org/1", "outlet": "e.org"}}),
        ("Fundus", {"title": "T", "body": {"summary": [], "sections": [{"headline": [], "paragraphs": ["Envoys meet."]}]}, "publishing_date": "2022-01-04 08:30:00+00:00", "publisher": "e.org", "url": "https://e.org/1"}),
        ("feedparser", {"title": "T", "link": "https://e.org/1", "content": [{"type": "text/html", "value": "<p>Envoys meet.</p>"}], "published": "Tue, 04 Jan 2022 08:30:00 GMT", "source": {"title": "e.org"}}),
        ("mongoexport", {"_id": {"$oid": "m"}, "Headline": "T", "Body": "Envoys meet.", "Date": {"$date": "2022-01-04T08:30:00Z"}, "URL": "https://e.org/1", "Publication": "e.org"}),
        ("the contract's names in part", {"id": "c", "text": "Envoys meet.", "headline": "T", "date": "04 Jan 2022", "link": "https://e.org/1", "domain": "e.org"}),
    ],
)  # fmt: skip
@pytest.mark.parametrize("way", ["a line", "a list", "a list in an object", "an answer as a line"])
def test_the_usual_names(form: str, record: dict[str, object], way: str) -> None:
    held = {"a line": record, "a list": [record], "a list in an object": {"status": "ok", "response": {"docs": [record]}}}
    data = json.dumps(held.get(way, {"articles": [record]})).encode()
    story = one(from_lines(BytesIO(data)) if way.endswith("a line") else from_stream(BytesIO(data), "x.json"))
    assert (story.text.title, story.text.body) == ("T", "Envoys meet."), form
    assert (story.day, story.source, story.url) == (date(2022, 1, 4), "e.org", "https://e.org/1"), form
    assert story.problems == ()


CONTRACT = {"id": "a", "text": "Envoys meet."}


@pytest.mark.parametrize(
    ("more", "field", "value"),
    [
        ({"published": None, "date": "2022-01-04"}, "published", None),
        ({"source": None, "domain": "e.org"}, "source", None),
        ({"title": None, "headline": "T"}, "text", Text("", "Envoys meet.")),
        ({"source": "Post", "outlet": "e.org"}, "source", "Post"),
        ({"content": "Other words."}, "text", Text("", "Envoys meet.")),
        ({"date": "soon"}, "published", None),
        ({"date": ""}, "problems", ()),
    ],
)
def test_what_the_contract_names_stands(more: dict[str, object], field: str, value: object) -> None:
    story = one(from_lines(BytesIO(json.dumps(CONTRACT | more).encode())))
    assert (story.name, getattr(story, field)) == ("a", value)


def test_a_page_that_is_listed_twice_is_no_trouble() -> None:
    lines = b"".join(b'{"link": "https://e.org/1", "body": "Envoys meet, part %d."}\n' % number for number in (1, 2))
    assert [story.name for story in from_lines(BytesIO(lines))] == ["https://e.org/1", "line 2"]


@pytest.mark.parametrize("way", ["jsonl", "json", "csv"])
def test_a_map_of_fields(way: str) -> None:
    told = Declared(declared(["text=words.all,published=printed", "source=paper", "id=key"]))
    record = {"key": "k1", "words": {"all": "Envoys meet."}, "printed": "4 Jan 2022", "paper": "Post", "title": "T"}
    table = b"key,words.all,printed,paper,title\nk1,Envoys meet.,4 Jan 2022,Post,T\n"
    data = BytesIO(table if way == "csv" else json.dumps(record).encode())
    if way == "json":
        story = one(from_stream(data, "x.json", told))
    else:
        story = one(from_lines(data, told) if way == "jsonl" else from_table(data, "x", told))
    assert (story.name, story.text, story.source, story.day) == ("k1", Text("T", "Envoys meet."), "Post", date(2022, 1, 4))


def test_a_map_goes_before_the_usual_names() -> None:
    line = json.dumps(CONTRACT | {"published": "2022-02-01", "printed": "2022-01-04"}).encode()
    assert one(from_lines(BytesIO(line), Declared({"published": "printed"}))).day == date(2022, 1, 4)


@pytest.mark.parametrize(
    ("written", "order", "day"),
    [
        ("07.01.2022", "dmy", date(2022, 1, 7)),
        ("01/07/2022", "mdy", date(2022, 1, 7)),
        ("07/01/2022 14:30", "dmy", date(2022, 1, 7)),
        ("01/07/2022, 2:30 PM", "mdy", date(2022, 1, 7)),
        ("7-1-22", "dmy", date(2022, 1, 7)),
        ("22.01.07", "ymd", date(2022, 1, 7)),
        ("2022/01/07", None, date(2022, 1, 7)),
        ("31.01.2022", None, date(2022, 1, 31)),
        ("05.05.2022", None, date(2022, 5, 5)),
        ("2022-01-07", "mdy", date(2022, 1, 7)),
        ("07.01.2022", None, None),
        ("31.01.2022", "mdy", None),
        ("07.01.22", None, None),
        ("45.45.2022", "dmy", None),
    ],
)
@pytest.mark.parametrize("way", ["date", "published", "csv", "head"])
def test_dates_in_figures(written: str, order: Order | None, day: date | None, way: str) -> None:
    told = Declared(order=order)
    if way == "csv":
        story = one(from_table(BytesIO(f'id,text,date\na,Envoys meet.,"{written}"\n'.encode()), "x", told))
    elif way == "head":
        story = one(from_stream(BytesIO(f"Talks\nPublished: {written}\n\nEnvoys meet.".encode()), "x.txt", told))
    else:
        story = one(from_lines(BytesIO(json.dumps(CONTRACT | {way: written}).encode()), told))
    assert (story.published, story.text.body) == (day, "Envoys meet.")
    assert bool(story.problems) == (day is None)


@pytest.mark.parametrize(("written", "undecided"), [("07.01.2022", True), ("45.45.2022", False), ("soon", False)])
def test_a_date_that_is_none_is_named(written: str, undecided: bool) -> None:
    story = one(from_lines(BytesIO(json.dumps({"body": "Envoys meet.", "date": written}).encode())))
    (problem,) = story.problems
    assert written in problem.what
    assert isinstance(problem, UndecidedDate) == undecided


def test_no_order_of_dates() -> None:
    with pytest.raises(InputError, match="write dmy"):
        order_of("dym")


def test_lists_of_articles() -> None:
    data = (
        b'{"articles": [{"url": "https://e.org/1", "title": "Talks held", "seendate": "20220104T083000Z", "domain": "e.org"}]}'
    )
    story = one(from_stream(BytesIO(data), "-"))
    assert (story.text.title, story.day, story.source) == ("Talks held", date(2022, 1, 4), "e.org")


def test_json_of_the_contract(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"id": "1", "text": "Envoys meet."}, {"id": "1", "text": "x"}, 3, {"id": "2"}]')
    assert [isinstance(story, Refusal) for story in from_path(tmp_path)] == [False, True, True, True]


def test_lines_on_standard_input() -> None:
    stories = list(from_stream(BytesIO(b'{"id": "1", "text": "a"}\n{"id": "2", "text": "b"}\n'), "-"))
    assert [story.name for story in stories] == ["1", "2"]


def pdf(words: str) -> bytes:
    """A PDF file of one page, as small as can be."""
    content = f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content), b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]  # fmt: skip
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(data),
    )


def test_a_pdf_file(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf("Envoys meet in Paris."))
    assert one(from_path(tmp_path / "a.pdf")).text.body == "Envoys meet in Paris."
    (tmp_path / "a.pdf").write_bytes(pdf(""))
    (story,) = from_path(tmp_path / "a.pdf")
    assert isinstance(story, Refusal)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"<rss version='2.0'><channel><item><description>Envoys meet.</description></item></channel></rss>"),
        ("a.xml", b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><summary>Envoys meet.</summary></entry></feed>"),
        ("a.html", b"<html><body><article><p>Envoys meet.</p></article></body></html>"),
        ("a", b"<!DOCTYPE html><title>x</title><p>Envoys meet.</p>"),
        ("a.md", b"# Talks\n\nEnvoys meet."),
        ("-", b"Envoys meet."),
    ],
)
def test_what_a_file_is_its_bytes_say(name: str, data: bytes) -> None:
    assert one(from_stream(BytesIO(data), name)).text.body == "Envoys meet."


def test_a_list_of_feeds_is_no_story() -> None:
    (story,) = from_stream(BytesIO(b"<opml><body/></opml>"), "x")
    assert isinstance(story, Refusal)
    assert "dateline follow" in story.problems[0].what
