"""The files of the trained reader: as recorded, or the mend is named."""

import shutil
from pathlib import Path

import pytest

from dateline.model.errors import ModelError, SettingsError
from dateline.reading.encoder import faults, is_off, opening, ready


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the files, which the program takes for its own."""
    made = tmp_path / "files"
    shutil.copytree(opening.FILES, made)
    monkeypatch.setattr(opening, "FILES", made)
    for each in (opening.network, opening.tokenizer, opening.biases):
        monkeypatch.setattr(opening, each.__name__, each.__wrapped__)
    return made


def test_the_files_are_those_recorded() -> None:
    assert faults() == []
    assert opening.recorded() == opening.sums(opening.FILES)
    assert set(opening.recorded()) == set(opening.NAMES)
    ready()


@pytest.mark.parametrize("name", opening.NAMES)
def test_a_file_that_is_missing(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelError, match=rf"{name} is missing: .*DATELINE_READER=rules"):
        ready()


@pytest.mark.parametrize("name", opening.NAMES)
@pytest.mark.parametrize("content", [b"", b"version https://git-lfs.github.com/spec/v1\n"])
def test_a_file_that_is_broken(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    with pytest.raises(ModelError, match=rf"{name} cannot be opened \(.*DATELINE_READER=rules"):
        ready()


def test_a_network_of_another_version(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "OUTPUTS", (*opening.OUTPUTS, "more"))
    with pytest.raises(ModelError, match="it is that of another version"):
        opening.network()


def test_rules_need_no_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(folder)
    monkeypatch.setenv("DATELINE_READER", "rules")
    ready()


@pytest.mark.parametrize(("value", "off"), [("", False), ("trained", False), ("rules", True)])
def test_the_variable(monkeypatch: pytest.MonkeyPatch, value: str, off: bool) -> None:
    monkeypatch.setenv("DATELINE_READER", value)
    assert is_off() is off


@pytest.mark.parametrize("value", ["RULES", "rules ", "0", "off"])
def test_a_value_that_nobody_knows(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("DATELINE_READER", value)
    with pytest.raises(SettingsError, match="DATELINE_READER"):
        ready()
