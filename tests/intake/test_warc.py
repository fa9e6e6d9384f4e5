"""Web archives: plain and packed, cut off and spoilt, other than pages, in other letters."""

import gzip
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.intake.file import from_path
from dateline.intake.warc import from_warc
from dateline.model.document import Document
from dateline.model.problem import Refusal

WORDS = "The envoys of both sides met for an hour in the old town hall, the hosts said on Tuesday evening in {city}. "


def page(number: int, city: str = "Vienna") -> str:
    body = "".join(f"<p>{WORDS.format(city=city)} It was meeting {number}, and no other one is planned.</p>" for _ in range(3))
    meta = '<meta property="article:published_time" content="2019-05-14T08:00:00Z">'
    return f"<html><head><title>Meeting {number} of envoys</title>{meta}</head><body><article>{body}</article></body></html>"


def record(
    number: int, body: bytes | None = None, kind: str = "text/html; charset=utf-8", status: str = "200 OK", extra: str = ""
) -> bytes:
    body = page(number).encode() if body is None else body
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{extra}Content-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{0}>\r\nWARC-Date: 2019-05-14T10:00:00Z\r\n"
        "WARC-Target-URI: https://news.example/{0}\r\nContent-Type: application/http; msgtype=response\r\n"
        "Content-Length: {1}\r\n\r\n"
    )
    return head.format(number, len(http)).encode() + http + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    return b"".join(gzip.compress(each, mtime=0) for each in records)


def read(data: bytes) -> list[Document | Refusal]:
    return list(from_warc(BytesIO(data), "news.warc.gz"))


def numbers(found: list[Document | Refusal]) -> list[str]:
    return [each.name.rpartition("/")[2] for each in found if isinstance(each, Document)]


@pytest.mark.parametrize("data", [b"".join(map(record, range(3))), packed(*map(record, range(3)))], ids=["plain", "packed"])
def test_pages(data: bytes) -> None:
    first, *others = read(data)
    assert isinstance(first, Document)
    assert (first.url, first.text.title) == ("https://news.example/0", "Meeting 0 of envoys")
    assert first.published is not None
    assert numbers([first, *others]) == ["0", "1", "2"]


def test_only_pages_that_were_found() -> None:
    info = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:x>\r\nContent-Length: 4\r\n\r\na: b\r\n\r\n"
    data = packed(info, record(0, kind="image/png"), record(1, status="404 Not Found"), record(2))
    assert numbers(read(data)) == ["2"]


def test_a_page_packed_by_its_server() -> None:
    data = packed(record(0, gzip.compress(page(0).encode()), extra="Content-Encoding: gzip\r\n"))
    assert numbers(read(data)) == ["0"]


def test_letters_that_only_the_server_names() -> None:
    (found,) = read(packed(record(0, page(0, "Málaga").encode("cp1252"), kind="text/html; charset=windows-1252")))
    assert isinstance(found, Document)
    assert "Málaga" in found.text.body


def test_a_spoilt_record_does_not_end_the_file() -> None:
    pieces = [bytearray(gzip.compress(record(number), mtime=0)) for number in range(3)]
    pieces[1][60:70] = b"\xff" * 10
    found = read(b"".join(pieces))
    assert "2" in numbers(found)
    assert any(isinstance(each, Refusal) and "cannot be read" in each.problems[0].what for each in found)


def test_a_spoilt_plain_record_does_not_end_the_file() -> None:
    first, second, third = map(record, range(3))
    found = read(first + b"XXXX" + second[4:] + third)
    assert numbers(found)[0] == "0"
    assert numbers(found)[-1] == "2"


def test_a_file_that_is_cut_off() -> None:
    whole = record(0) + record(1)
    *_, last = read(whole[:-60])
    assert isinstance(last, Document)
    assert "cut off" in last.problems[-1].what


def test_too_long() -> None:
    (found,) = read(packed(record(0, gzip.compress(b"<html>" + b" " * 16_000_000), extra="Content-Encoding: gzip\r\n")))
    assert isinstance(found, Refusal)
    assert "longer than" in found.problems[0].what


def test_the_ending_tells(tmp_path: Path) -> None:
    (tmp_path / "CC-NEWS-1.warc.gz").write_bytes(packed(*map(record, range(2))))
    assert numbers(list(from_path(tmp_path))) == ["0", "1"]


@pytest.mark.parametrize("data", [b"", b"hello" * 100, b"\x1f\x8b\x08" * 20, b"WARC/1.0\r\n\r\n"])
def test_no_archive(data: bytes) -> None:
    assert [each for each in read(data) if isinstance(each, Document)] == []


ARCHIVE = packed(*map(record, range(3)))
PLAIN = b"".join(map(record, range(3)))


@settings(max_examples=80, deadline=None)
@given(
    data=st.sampled_from([ARCHIVE, PLAIN]),
    changes=st.lists(st.tuples(st.integers(0, 4_000), st.binary(min_size=0, max_size=6)), max_size=4),
    end=st.integers(0, 4_000),
)
def test_anything_else_is_refused(data: bytes, changes: list[tuple[int, bytes]], end: int) -> None:
    spoilt = bytearray(data)
    for at, new in changes:
        spoilt[at : at + len(new)] = new
    for each in read(bytes(spoilt[:end] if end else spoilt)):
        assert isinstance(each, Document | Refusal)
