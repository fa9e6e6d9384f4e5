"""The files below a folder."""

import os
from pathlib import Path

import pytest

from dateline.intake import folder
from dateline.intake.file import from_path
from dateline.model.document import Document


def story(path: Path, words: str = "Talks are due.") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")


def found(path: Path) -> dict[str, str | None]:
    return {each.relative_to(path).as_posix(): wrong for each, wrong in folder.below(path)}


def test_links_in_circles(tmp_path: Path) -> None:
    story(tmp_path / "a.txt")
    story(tmp_path / "sub" / "b.txt")
    (tmp_path / "sub" / "above").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path / "sub")
    assert found(tmp_path) == {"a.txt": None, "sub/b.txt": None}


def test_a_folder_behind_a_link(tmp_path: Path) -> None:
    story(tmp_path / "elsewhere" / "deep" / "b.txt")
    story(tmp_path / "given" / "a.txt")
    (tmp_path / "given" / "link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "given" / "other").symlink_to(tmp_path / "elsewhere")
    assert found(tmp_path / "given") == {"a.txt": None, "link/deep/b.txt": None}


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    story(tmp_path / "a.txt")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "null.txt").symlink_to("/dev/null")
    assert found(tmp_path) == {
        "a.txt": None, "dangling.txt": "a link that leads nowhere", "self": "a link that leads nowhere",
        "pipe.txt": "no plain file", "null.txt": "no plain file",
    }  # fmt: skip
    assert {each.name: isinstance(each, Document) for each in from_path(tmp_path)} == {
        "a.txt": True, "dangling.txt": False, "self": False, "pipe.txt": False, "null.txt": False,
    }  # fmt: skip


def test_a_folder_that_may_not_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    story(tmp_path / "a.txt")
    story(tmp_path / "shut" / "b.txt")

    def scandir(path: Path) -> object:
        if path.name == "shut":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path)

    opened = os.scandir
    monkeypatch.setattr(folder.os, "scandir", scandir)
    assert found(tmp_path) == {"a.txt": None, "shut": "this folder cannot be opened: Permission denied"}


@pytest.mark.parametrize(
    ("raw", "name"),
    [(b"new\nline.txt", "new\nline.txt"), (b"caf\xe9.txt", "caf\\xe9.txt"), ("café.txt".encode(), "café.txt")],
)
def test_names_that_can_be_kept(tmp_path: Path, raw: bytes, name: str) -> None:
    story(tmp_path / os.fsdecode(raw))
    for given in (tmp_path, tmp_path / os.fsdecode(raw)):
        (document,) = from_path(given)
        assert document.name == name
        document.name.encode()
