"""What is read is never written over, and no file is left by half."""

import os
from pathlib import Path

import pytest

from dateline.app.files import half_of, refuse_input, replaced
from dateline.model.errors import InputError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text("a story")
    (tmp_path / "in" / "deep" / "b.txt").write_text("a story")
    (tmp_path / "out.txt").write_text("other words")
    (tmp_path / "link.txt").symlink_to(tmp_path / "in" / "a.txt")
    (tmp_path / "same").symlink_to(tmp_path / "in")
    return tmp_path


@pytest.mark.parametrize(
    ("out", "source"),
    [
        ("in/a.txt", "in"), ("in/a.txt", "in/a.txt"), ("in/deep/b.txt", "in"), ("in/deep/../a.txt", "in/deep/.."),
        ("link.txt", "in"), ("link.txt", "in/a.txt"), ("in/a.txt", "same"), ("same/a.txt", "in"), ("in/a.txt", "link.txt"),
    ],
)  # fmt: skip
def test_an_output_that_is_an_input(folder: Path, out: str, source: str) -> None:
    with pytest.raises(InputError, match="write to"):
        refuse_input(folder / out, ["-", None, str(folder / source)])


@pytest.mark.parametrize(
    ("out", "source"), [("out.txt", "in"), ("in/new.txt", "in"), ("in/a.txt", "in/deep"), ("out.txt", "absent")]
)
def test_an_output_that_is_none(folder: Path, out: str, source: str) -> None:
    refuse_input(folder / out, [str(folder / source)])


def test_a_file_is_replaced_whole(folder: Path) -> None:
    out = folder / "out.txt"
    out.chmod(0o600)
    with replaced(out) as partial:
        partial.write_text("new words")
        assert out.read_text() == "other words"
        assert partial.name.startswith(".")
    assert out.read_text() == "new words"
    assert out.stat().st_mode & 0o777 == 0o600
    assert {each.name for each in folder.iterdir()} == {"in", "out.txt", "link.txt", "same"}


def test_a_link_stays_one(folder: Path) -> None:
    with replaced(folder / "link.txt") as partial:
        partial.write_text("new words")
    assert (folder / "link.txt").is_symlink()
    assert (folder / "in" / "a.txt").read_text() == "new words"


def write(path: Path, words: str, then: BaseException | None = None) -> None:
    """Write words into a file, and break off."""
    with replaced(path) as partial, partial.open("w") as stream:
        stream.write(words)
        stream.flush()
        if then:
            raise then


def test_a_run_that_is_broken_off(folder: Path) -> None:
    out = folder / "out.txt"
    with pytest.raises(KeyboardInterrupt):
        write(out, "new wo", KeyboardInterrupt())
    assert out.read_text() == "other words"
    assert half_of(out).read_text() == "new wo"


@pytest.mark.parametrize("name", ["in", "absent/out.txt", "/dev/full"])
def test_what_cannot_be_written(folder: Path, name: str) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        write(folder / name, "words")
    assert not [each for each in folder.iterdir() if "part" in each.name]


def test_a_device_is_written_itself() -> None:
    with replaced(Path(os.devnull)) as partial:
        assert partial == Path(os.devnull)
