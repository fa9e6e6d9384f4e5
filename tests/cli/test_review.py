"""`dateline review`: keys, as lines and in a terminal, and lists."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from dateline.app.keep import keep
from dateline.cli.main import app
from dateline.cli.review import KEYS, meant
from dateline.ledger.database import open_ledger
from tests.store.test_review import DAY, FAINT, FIRM, LONE, OTHER_DAY, TWIN

ALL = {"one-sided", "unlikely", "double", "contested", "join"}


@pytest.fixture(autouse=True)
def database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'ledger.db'}"
    monkeypatch.setenv("DATELINE_DATABASE", address)
    ledger = open_ledger(address)
    for reading in (FIRM, TWIN, LONE, FAINT, DAY, OTHER_DAY):
        keep(ledger, reading, "1")
    ledger.close()


def run(*arguments: str, keys: str | None = None) -> Result:
    result = CliRunner().invoke(app, arguments, input=keys)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def rows(*arguments: str) -> list[dict[str, Any]]:
    return list(json.loads(run("review", "--json", *arguments).stdout)["rows"])


def reasons() -> set[str]:
    return {reason["cause"] for row in rows() for reason in row["reasons"]}


def log() -> str:
    return run("decisions", "list").stdout


def walk(*keys: str, only: tuple[str, ...] = ()) -> Result:
    return run("review", "--by", "Ana", *only, keys="".join(f"{key}\n" for key in keys))


def test_lists() -> None:
    assert reasons() == ALL
    found = run("review", "--list").stdout
    assert "? the day is contested: 2022-04-10 (Daily) or 2022-04-09 (Wire)" in found
    assert "“A minister goes to Cairo.” – Wire, 1 February 2022" in found
    (row,) = rows("--party", "Egypt")
    assert (row["kind"], row["day"], row["parties"]) == ("meeting", "2022-02-03", ["EGY"])
    assert row["sentences"][0]["sentence"] == "A minister goes to Cairo."
    assert len(rows("--limit", "2")) == 2
    assert "nothing is doubtful there" in run("review", "--list", "--kind", "event").stderr


@pytest.mark.parametrize(
    ("keys", "gone"),
    [
        (("c",), {"one-sided"}), (("confirm", "q"), {"one-sided"}), (("r", "quit"), {"one-sided"}),
        (("n",), set()), (("skip",), set()), (("?", "x", "", "q", "c"), set()), ((), set()),
        (("c", "u", "q"), set()), (("c", "undo", "r"), {"one-sided"}),
    ],
    ids=str,
)  # fmt: skip
def test_keys(keys: tuple[str, ...], gone: set[str]) -> None:
    result = walk(*keys, only=("--party", "Egypt"))
    assert result.exit_code == 0
    assert reasons() == ALL - gone


def test_help_names_every_key() -> None:
    found = walk("?", "z", only=("--party", "Egypt"))
    assert all(f"  {key}  {word}" in found.stdout for key, (word, _) in KEYS.items())
    assert "'z' is no key here" in found.stderr


def test_same_as_and_undo_several_times() -> None:
    result = walk("same-as", "confirm", "u", "u", "q", only=("--to", "2022-02-28"))
    assert "undone: confirm" in result.stdout
    assert "undone: same-as" in result.stdout
    assert "the place is contested: Geneva (Paper) or Brussels (Wire)" in result.stdout
    assert "0 decisions kept; 3 looked at" in result.stdout
    assert log().count("undone by Ana") == 2
    assert reasons() == ALL


def test_undo_of_a_confirmed_double() -> None:
    result = walk("confirm", "u", "q", only=("--from", "2022-01-12", "--to", "2022-01-12"))
    assert "undone: not-same, confirm" in result.stdout
    assert log().count("undone by Ana") == 2
    assert reasons() == ALL


def test_same_as_makes_one() -> None:
    walk("s", only=("--from", "2022-01-12", "--to", "2022-01-12"))
    assert "Ana: same-as" in log()
    assert len([row for row in json.loads(run("agenda", "--json").stdout)["rows"] if row["date"] == "2022-01-12"]) == 1


def test_a_correction_asks_what_was_meant() -> None:
    result = walk(
        "e", "plce", "parties", "Egipt; France", "Egypt; France", "c", only=("--party", "Egypt")
    )  # fmt: skip
    assert "'plce' is no field of a meeting" in result.stderr
    assert "did you mean Egypt (EGY)?" in result.stderr
    assert "Ana: correct parties EGY; FRA" in log()
    assert "Ana: confirm" in log()
    assert "2 decisions kept; 1 looked at" in result.stdout


def test_a_correction_that_is_left() -> None:
    result = walk("e", "", "e", "place", "", "c", only=("--party", "Egypt"))
    assert "1 decision kept" in result.stdout


def test_what_is_not_to_be_decided_here() -> None:
    result = walk("s", "u", "q", only=("--party", "Egypt"))
    assert "there is no possible double here" in result.stderr
    assert "nothing was decided in this review" in result.stderr


def test_a_limit() -> None:
    result = walk("n", "n", "n", "n", "n", only=("--limit", "2"))
    assert "2 looked at" in result.stdout


@pytest.mark.parametrize(
    ("key", "word"),
    [("c", "confirm"), ("C", "confirm"), (" ", "skip"), ("\r", "skip"), ("\x03", "quit"), ("same-as", "same-as"), ("2", "2")],
)
def test_meant(key: str, word: str) -> None:
    assert meant(key) == word


def test_single_keys_in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = iter("rq")
    monkeypatch.setattr("dateline.cli.review.in_terminal", lambda: True)
    monkeypatch.setattr("click.getchar", lambda: next(keys))
    assert "1 decision kept" in walk(only=("--party", "Egypt")).stdout
    assert reasons() == ALL - {"one-sided"}


@pytest.mark.parametrize("words", [("--kind", "rumour"), ("--list", "--json"), ("--limit", "0")], ids=str)
def test_usage(words: tuple[str, ...]) -> None:
    assert run("review", *words).exit_code == 2
