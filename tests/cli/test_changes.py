"""`dateline changes`, `watch` and `digest`."""

import json
from xml.etree import ElementTree

import pytest

from tests.cli.test_judge import database, run  # noqa: F401


def test_changes() -> None:
    assert "moved: 12 January → 14 January" in run("changes", "--since", "2022-01-04").stdout
    assert json.loads(run("changes", "--since", "2022-01-04", "--json").stdout)["ok"]
    assert ElementTree.fromstring(run("changes", "--since", "2022-01-04", "--atom").stdout).tag.endswith("feed")
    assert "nothing changed" in run("changes", "--since", "2022-02-04").stderr


def test_last_look() -> None:
    assert "new: " in run("changes", "--last-look").stdout
    assert run("changes", "--last-look").stdout == ""
    run("meeting", "add", "--party", "France", "--party", "DEU", "--date", "2032-05-01")
    assert "new: " in run("changes", "--last-look").stdout


def test_a_watch_and_its_digest() -> None:
    assert run("watch", "add", "council", "--forum", "NATO-Russia Council", "--party", "Russia").exit_code == 0
    assert run("watch", "list").stdout == "council: party RUS; forum NATO-Russia Council\n"
    assert json.loads(run("watch", "list", "--json").stdout)["watches"][0]["name"] == "council"
    assert len(json.loads(run("agenda", "--watch", "council", "--json").stdout)["rows"]) == 1
    assert "Agenda: council" in run("agenda", "--watch", "council", "--html").stdout
    first = run("digest", "council", "--peek").stdout
    assert "new: " in first
    assert run("digest", "council").stdout.splitlines()[0] == "Digest: council"
    assert "  Nothing." in run("digest", "council").stdout
    assert "<h2>What changed</h2>" in run("digest", "council", "--html", "--since", "2022-01-04").stdout
    assert run("watch", "remove", "council").exit_code == 0


@pytest.mark.parametrize(
    "words",
    [("changes",), ("changes", "--since", "today", "--last-look"), ("changes", "--since", "today", "--json", "--atom")],
    ids=str,
)
def test_usage(words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_zones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_ZONE", "Asia/Tokyo")
    assert "JST" in run("changes", "--since", "2022-01-04").stdout
    monkeypatch.setenv("DATELINE_ZONE", "Nowhere/City")
    from dateline.model.errors import SettingsError

    with pytest.raises(SettingsError, match="no time zone"):
        run("changes", "--since", "2022-01-04")


def test_timeline() -> None:
    assert "== NATO-Russia Council council" in run("timeline", "--party", "NATO").stdout
    assert len(json.loads(run("timeline", "--from", "2022-01-14", "--to", "2022-01-14", "--json").stdout)["rows"]) == 1
    assert "<h1>Timeline: NATO</h1>" in run("timeline", "--party", "NATO", "--html").stdout
    assert run("timeline", "--from", "2030-01-01").stdout == ""


def test_calendars_are_followed() -> None:
    assert run("agenda", "--ics").stdout.count("BEGIN:VEVENT") == 2
    name = json.loads(run("agenda", "--json").stdout)["rows"][0]["id"]
    run("judge", name, "reject")
    assert run("agenda", "--ics").stdout.count("STATUS:CANCELLED") == 1
    assert run("agenda", "--ics", "--cancelled", "hide").stdout.count("BEGIN:VEVENT") == 1
    assert run("agenda", "--ics", "--cancelled", "perhaps").exit_code == 2
