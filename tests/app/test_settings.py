"""Settings: an option, then the environment, then the default."""

from pathlib import Path

import pytest

from dateline.app.settings import DEFAULT_MODEL, Settings, data_directory, read_settings
from dateline.model.errors import SettingsError
from dateline.reading.budget import BUDGET
from dateline.reading.parse import DEFAULT_MODEL as PARSERS_MODEL


def test_order() -> None:
    environment = {"DATELINE_DATABASE": "sqlite:///b.db", "DATELINE_MODEL": "b"}
    assert read_settings("sqlite:///a.db", "a", environment=environment) == Settings("sqlite:///a.db", "a")
    assert read_settings(environment=environment) == Settings("sqlite:///b.db", "b")


def test_default_is_a_file_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    found = read_settings(environment={"XDG_DATA_HOME": "/somewhere"})
    assert found == Settings("sqlite:////somewhere/dateline/ledger.db", DEFAULT_MODEL)
    assert found.database_file == Path("/somewhere/dateline/ledger.db")
    assert found.model == PARSERS_MODEL


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {}, ".local/share/dateline"),
        ("darwin", {}, "Library/Application Support/dateline"),
        ("win32", {"LOCALAPPDATA": "X"}, "X/dateline"),
    ],
)
def test_data_directory(monkeypatch: pytest.MonkeyPatch, platform: str, environment: dict[str, str], folder: str) -> None:
    monkeypatch.setattr("sys.platform", platform)
    assert data_directory(environment).as_posix().endswith(folder)


@pytest.mark.parametrize("address", ["ledger.db", "mysql://host/name", "postgresql://host/name", "http://example.org"])
def test_no_address(address: str) -> None:
    with pytest.raises(SettingsError, match="write sqlite:///FILE"):
        read_settings(address, environment={})


@pytest.mark.parametrize(
    ("address", "shown", "file"),
    [
        ("postgresql+psycopg://ann:secret@host/name", "postgresql+psycopg://ann:***@host/name", None),
        ("sqlite:///a/b.db?timeout=1", "sqlite:///a/b.db?timeout=1", Path("a/b.db")),
        ("sqlite:///:memory:", "sqlite:///:memory:", None),
        ("sqlite://", "sqlite://", None),
    ],
)
def test_what_is_shown_and_where(address: str, shown: str, file: Path | None) -> None:
    settings = read_settings(address, environment={})
    assert settings.shown_database == shown
    assert settings.database_file == file


def test_how_long_a_story_is_read() -> None:
    assert read_settings(environment={}).seconds == BUDGET.seconds
    assert read_settings(environment={"DATELINE_SECONDS": "2.5"}).seconds == 2.5


@pytest.mark.parametrize("value", ["soon", "0", "-1", "nan", "inf"])
def test_no_number_of_seconds(value: str) -> None:
    with pytest.raises(SettingsError, match="DATELINE_SECONDS"):
        read_settings(environment={"DATELINE_SECONDS": value})
