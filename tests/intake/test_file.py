"""Stories from files and folders."""

from pathlib import Path

import pytest

from dateline.intake.file import from_bytes, from_path
from dateline.model.document import Document
from dateline.model.errors import InputError
from dateline.model.problem import Refusal


def test_a_file() -> None:
    document = from_bytes("Talks due\n\nThey meet.\n\nfrom feed - Post https://exa.mp/1".encode("utf-8-sig"), "a.txt")
    assert isinstance(document, Document)
    assert (document.name, document.text.title, document.text.body) == ("a.txt", "Talks due", "They meet.")
    assert (document.source, document.url) == ("Post", "https://exa.mp/1")


def test_a_folder_by_name(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b.txt", "a.md", "sub/c.txt", ".hidden", ".git/config"):
        (tmp_path / name).write_text(f"Talks of {name} are due.", encoding="utf-8")
    (tmp_path / "d.bin").write_bytes(b"\x00\x01")
    (tmp_path / "e.html").write_text("<p>Talks</p>", encoding="utf-8")
    (tmp_path / "f.jsonl").write_text('{"id": "line", "text": "Talks."}\n{', encoding="utf-8")
    found = [(story.name, isinstance(story, Document)) for story in from_path(tmp_path)]
    assert found == [
        ("a.md", True), ("b.txt", True), ("d.bin", False), ("e.html", False), ("line", True), ("line 2", False),
        ("sub/c.txt", True),
    ]  # fmt: skip


def test_too_long(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" * 5_000_000)
    (story,) = from_path(path)
    assert isinstance(story, Refusal)
    assert "longer than 1,000,000 characters" in story.problems[0].what


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        list(from_path(tmp_path / "none.txt"))
    with pytest.raises(InputError, match="no files in"):
        list(from_path(tmp_path))


def test_what_of_a_feed_is_not_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(f"<rss version='2.0'><channel>{'<item><title>a</title></item>' * 5_001}</channel></rss>")
    *read, left = from_path(path)
    assert len(read) == 5_000
    assert isinstance(left, Refusal)
    assert left.problems[0].what == "5,001 entries: the first 5,000 are read"
