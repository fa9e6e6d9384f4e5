"""The ledger from Python answers as the command line does."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from typer.testing import CliRunner

import dateline
from dateline import InputError, Ledger, LedgerError, Reader, SettingsError, UnknownEntryError
from dateline.cli.main import app

STORIES = Path(__file__).parents[2] / "examples" / "stories"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> str:
    path = tmp_path_factory.mktemp("door") / "ledger.db"
    with dateline.open(path, reader=reader) as ledger:
        assert ledger.add(STORIES).new == 6
    return f"sqlite:///{path}"


@pytest.fixture
def ledger(address: str, reader: Reader) -> Iterator[Ledger]:
    with dateline.open(address, create=False, reader=reader) as opened:
        yield opened


def of_command(address: str, *arguments: str) -> Any:
    return json.loads(CliRunner().invoke(app, [*arguments, "--json", "--database", address]).stdout)


def test_counts_are_those_of_the_command(tmp_path: Path, reader: Reader) -> None:
    with dateline.open(tmp_path / "here.db", reader=reader) as ledger:
        counts, again = ledger.add(STORIES), ledger.add(STORIES)
    other = f"sqlite:///{tmp_path / 'there.db'}"
    assert counts.to_dict() == of_command(other, "add", str(STORIES))
    assert again.to_dict() == of_command(other, "add", str(STORIES))


def test_stories_are_added_in_every_way(tmp_path: Path, reader: Reader) -> None:
    given: list[Any] = [
        "Envoys of Norway and Chile met in Oslo on 7 May 2019.",
        {"id": "x", "text": "Envoys of Peru and Ghana will meet in Accra on June 3, 2019.", "published": date(2019, 5, 16)},
        STORIES / "1-geneva-1991.txt",
        7,
    ]
    with dateline.open(tmp_path / "here.db", reader=reader) as ledger:
        counts = ledger.add(given)
        assert (counts.stories, counts.new, len(counts.troubles)) == (4, 3, 1)
        assert counts.troubles[0][0] == "story 4"
        assert [row.occasion.place for row in ledger.agenda("2019-06-01", "2019-06-30")] == ["Accra"]


@pytest.mark.parametrize(
    ("asked", "options"),
    [
        ({}, ()),
        ({"start": "2022-01-01", "end": "2022-01-31"}, ("--from", "2022-01-01", "--to", "2022-01-31")),
        ({"start": date(2022, 1, 1), "party": "Russia"}, ("--from", "2022-01-01", "--party", "Russia")),
        ({"as_of": "2020-09-01", "doubtful": True}, ("--as-of", "2020-09-01", "--all")),
        ({"as_of": date(2020, 9, 1)}, ("--as-of", "2020-09-01")),
        ({"as_of": datetime(2020, 9, 1, 12, tzinfo=UTC)}, ("--as-of", "2020-09-01T12:00:00+00:00")),
        ({"as_of": datetime(2020, 9, 1, 12)}, ("--as-of", "2020-09-01T12:00:00")),  # noqa: DTZ001
    ],
)
def test_the_agenda(ledger: Ledger, address: str, asked: dict[str, Any], options: tuple[str, ...]) -> None:
    rows = ledger.agenda(**asked)
    assert [row.to_dict() for row in rows] == of_command(address, "agenda", *options)["rows"]
    assert all(row.to_dict()["status"] == row.status for row in rows)


@pytest.mark.parametrize(
    ("asked", "options"),
    [
        ({}, ()),
        ({"words": "sanctions", "limit": 2}, ("--about", "sanctions", "--limit", "2")),
        ({"target": "Turkey", "kind": "demand"}, ("--target", "Turkey", "--kind", "demand")),
        ({"speaker": "Borrell", "end": "2020-12-31"}, ("--speaker", "Borrell", "--to", "2020-12-31")),
    ],
)
def test_statements(ledger: Ledger, address: str, asked: dict[str, Any], options: tuple[str, ...]) -> None:
    rows = ledger.statements(**asked)
    assert rows
    assert [row.to_dict() for row in rows] == of_command(address, "statements", *options)["rows"]


def test_positions(ledger: Ledger, address: str) -> None:
    found = ledger.positions(party="Turkey", as_of="2020-12-31", rows=3)
    wanted = of_command(address, "positions", "--party", "Turkey", "--as-of", "2020-12-31", "--rows", "3")
    assert found.to_dict() == wanted
    assert list(found.sides) == [side["id"] for side in wanted["sides"]]
    assert (len(found.issues), found.hidden) == (len(wanted["rows"]), wanted["hidden"])


def test_explanations(ledger: Ledger, address: str) -> None:
    for name in (ledger.agenda()[0].id, ledger.statements()[0].id):
        tree = ledger.explain(name)
        assert {"ok": True, **tree.to_dict()} == of_command(address, "explain", name)
        assert str(tree).startswith(f"{tree.label}: ")
        assert ledger.explain(name[:10]) == tree


def test_rows_make_tables(ledger: Ledger) -> None:
    agenda, said = ledger.agenda(), ledger.statements()
    assert len(pd.DataFrame(row.to_dict() for row in agenda)) == len(agenda)
    assert list(pd.DataFrame(row.to_dict() for row in said)["speaker"]) == [row.speaker for row in said]


def test_what_is_asked_wrongly_is_said(ledger: Ledger) -> None:
    with pytest.raises(UnknownEntryError):
        ledger.explain("ffff0000")
    with pytest.raises(InputError, match="no party is known by 'Nowhere'"):
        ledger.agenda(party="Nowhere")
    with pytest.raises(InputError, match="a day is wanted"):
        ledger.agenda(7)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="a moment is wanted"):
        ledger.agenda(as_of=7)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="no date: 'soon'"):
        ledger.statements(start="soon")
    with pytest.raises(InputError, match="no kind of statement"):
        ledger.statements(kind="shout")
    with pytest.raises(InputError, match=r"words.*party"):
        ledger.positions()
    with pytest.raises(InputError, match="list"):
        ledger.add("A text by itself.")  # type: ignore[arg-type]


def test_where_a_ledger_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: Reader) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_DATABASE", "sqlite:///default.db")
    for given in (None, "named.db", Path("by-path.db"), "sqlite:///by-address.db"):
        with dateline.open(given, reader=reader) as ledger:
            assert ledger.agenda() == []
            assert ".db" in repr(ledger)
    assert {path.name for path in tmp_path.glob("*.db")} == {"default.db", "named.db", "by-path.db", "by-address.db"}
    with pytest.raises(LedgerError, match="no ledger at"):
        dateline.open("nothing.db", create=False)
    with pytest.raises(SettingsError, match="no database address"):
        dateline.open("mysql://host/name")
    for wrong in ("", 7, "what?.db"):
        with pytest.raises(InputError, match="path"):
            dateline.open(wrong)  # type: ignore[arg-type]
    (tmp_path / "text.db").write_text("no database " * 100, encoding="utf-8")
    with pytest.raises(LedgerError, match="no ledger"):
        dateline.open("text.db")


def test_the_reader_is_loaded_only_for_new_stories(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.app.door.ledger.load", lambda: pytest.fail("loaded"))
    with dateline.open(address) as ledger:
        assert ledger.add(STORIES).known == 6
