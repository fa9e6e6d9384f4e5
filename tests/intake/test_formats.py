# ruff: noqa: E501 (pieces of formats are easier to compare on long lines)
"""Tables, JSON of other programs, PDF files: what a file holds is told by its bytes."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from dateline.intake.csv_lines import column_map, from_table
from dateline.intake.file import from_path, from_stream
from dateline.intake.lines import from_lines
from dateline.model.document import Document
from dateline.model.errors import InputError
from dateline.model.problem import Refusal


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
    story = one(from_table(BytesIO(b"a,b\nTalks,Envoys meet.\n"), "x", column_map("text=b,title=a")))
    assert (story.name, story.text.title, story.text.body) == ("x#2", "Talks", "Envoys meet.")


@pytest.mark.parametrize("written", ["text", "text=", "words=body", "=x", ""])
def test_no_map(written: str) -> None:
    with pytest.raises(InputError, match="no map of columns"):
        column_map(written)


def test_rows_that_hold_no_story() -> None:
    stories = list(from_table(BytesIO(b"id,text\n1,a\n1,b\n\n3\n4,\n5,\xff\n6,c\n"), "x"))
    assert [isinstance(story, Refusal) for story in stories] == [False, True, True, True, False, False]
    assert "no column of text" in next(from_table(BytesIO(b"a,b\n1,2\n"), "x")).problems[0].what
    assert "no column 'c'" in next(from_table(BytesIO(b"a,b\n1,2\n"), "x", {"text": "c"})).problems[0].what


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
