"""`dateline add`, with the readers played by hand-made readings."""

import json
import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from dateline.app import gather, pipeline
from dateline.cli.main import app
from dateline.model.document import Document
from dateline.model.errors import LedgerError
from dateline.model.problem import Problem, Refusal
from dateline.model.reading import Reading
from tests.ledger.build import Told, meeting
from tests.ledger.chains import NRC


def played(stories: Iterable[Document | Refusal], parser: object, **others: object) -> Iterator[Reading | Refusal]:
    """A story of the sentence "Council." tells of a meeting; one of "Bonjour." cannot be read."""
    for story in stories:
        if isinstance(story, Refusal):
            yield story
        elif "Bonjour" in story.text.body:
            yield Reading(document=story, problems=(Problem("intake", "language not read yet: fr"),))
        else:
            yield Reading(document=story, meetings=(meeting(story.text, Told("Council", **NRC, date="2022-01-12"), ()),))


@pytest.fixture(autouse=True)
def readers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(gather, "readings", played)
    monkeypatch.setattr(pipeline, "open_parser", lambda model: None)
    monkeypatch.setenv("DATELINE_DATABASE", f"sqlite:///{tmp_path / 'data' / 'ledger.db'}")


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "a.txt").write_text("Talks due\nThe NATO-Russia Council meets in Brussels on Jan. 12, an official said there.\n")
    (folder / "b.txt").write_text("Envoys\nA second Council story, which tells of the same day once more, in English.\n")
    return folder


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments], input=stdin)


def test_a_folder(stories: Path) -> None:
    result = run("add", stories)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:2] == ["2 stories: 2 new", "1 meeting new or changed, 0 statements"]


def test_again(stories: Path) -> None:
    run("add", stories)
    result = run("add", stories, "--json")
    assert json.loads(result.stdout) == {
        "ok": True, "stories": 2, "new": 0, "copies": 0, "known": 2, "mended": 0, "unread": 0, "meetings": [], "reports": 0,
        "statements": 0, "problems": 0, "undated": 2, "textless": 0,
    }  # fmt: skip
    assert run("add", stories).stdout.startswith("2 stories: 2 already known\nledger: sqlite:///")


MISSING = [
    {"id": "a", "text": "The Council meets."},
    {"title": "The Council will meet in Brussels", "seendate": "20220104T083000Z"},
    {"body": "A visit to Oslo.", "date": "07.01.2022"},
]


@pytest.mark.parametrize(
    ("more", "warnings"),
    [
        ([], ["1 story has a date in figures", "1 story without a date", "1 story without a text"]),
        (["--dates", "dmy"], ["1 story without a date", "1 story without a text"]),
        (["--published", "2022-01-04"], ["1 story without a text"]),
        (["--map", "text=title"], ["1 story has a date in figures", "1 story without a date"]),
        (["--dry-run"], ["1 story has a date in figures", "1 story without a date", "1 story without a text"]),
    ],
)
def test_what_is_missing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: list[str], warnings: list[str]) -> None:
    monkeypatch.setattr(gather, "readings", lambda given, parser, **others: (Reading(document=story) for story in given))
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in MISSING))
    result = run("add", path, *more)
    assert result.exit_code == 0
    lines = result.stderr.splitlines()
    assert len(lines) == len(warnings)
    assert all(line.startswith(f"dateline: {words}") for line, words in zip(lines, warnings, strict=True))


def test_a_copy_is_counted_apart(stories: Path) -> None:
    run("add", stories / "a.txt")
    words = (stories / "a.txt").read_text()
    line = {"id": "c", "title": "Talks due", "text": words.partition("\n")[2], "source": "Daily Example"}
    (stories / "c.jsonl").write_text(json.dumps(line) + "\n")
    assert run("add", "--jsonl", stories / "c.jsonl").stdout.splitlines()[0] == "1 story: 1 new (1 copy of others)"


def test_again_needs_no_model(stories: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", stories)
    monkeypatch.setattr(pipeline, "open_parser", lambda model: pytest.fail("the model was loaded"))
    assert run("add", stories).exit_code == 0


def test_lines_with_one_that_is_broken(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "one", "text": "The Council will meet soon.", "published": "2022-01-04", "source": "Wire"}),
        '{"id": "two", "text": ',
        json.dumps({"id": "three", "text": "The Council will meet soon.", "published": "2022-01-04", "source": "Wire"}),
        json.dumps({"id": "four", "text": "Bonjour. Les ministres se rencontrent à Genève.", "language": "fr"}),
    ]
    result = run("add", "--jsonl", "-", stdin="\n".join(lines))
    assert result.exit_code == 1
    assert result.stdout.startswith("4 stories: 2 new, 1 already known, 1 could not be added\n")
    assert "1 problem" in result.stdout
    assert "two: line 2: no JSON" in result.stderr
    rows = json.loads(run("agenda", "--json").stdout)["rows"]
    assert [[source["document"] for source in row["sources"]] for row in rows] == [["one"]]


def test_stories_in_other_languages_are_kept_with_that_problem(tmp_path: Path) -> None:
    (tmp_path / "fr.txt").write_text(
        "Bonjour. Les ministres se rencontrent demain à Genève pour en parler, a dit un porte-parole."
    )
    first = json.loads(run("add", tmp_path / "fr.txt", "--json").stdout)
    assert (first["new"], first["problems"], first["unread"]) == (1, 1, 0)
    assert json.loads(run("add", tmp_path / "fr.txt", "--json").stdout)["known"] == 1
    assert json.loads(run("agenda", "--json").stdout) == {"ok": True, "rows": []}
    assert run("reread", "--all").exit_code == 0


@pytest.mark.parametrize("way", ["--csv", "--jsonl", "--feed", None])
def test_a_dry_run_keeps_nothing(tmp_path: Path, way: str | None) -> None:
    data = {
        "--csv": "id,text\n1,The Council meets.\n", "--jsonl": '{"id": "1", "text": "The Council meets."}\n',
        None: "The Council meets.",
        "--feed": "<rss version='2.0'><channel><item><description>The Council meets.</description></item></channel></rss>",
    }[way]  # fmt: skip
    path = tmp_path / "in.txt"
    path.write_text(data)
    result = run("add", *([way] if way else []), path, "--dry-run")
    assert result.stdout == "1 story: 1 new\nnothing was kept (--dry-run)\n"
    assert not (tmp_path / "data").exists()
    assert json.loads(run("add", *([way] if way else []), path, "--json").stdout)["new"] == 1


def test_a_day_for_all(stories: Path) -> None:
    run("add", stories, "--published", "2022-01-04")
    (row,) = json.loads(run("agenda", "--json").stdout)["rows"]
    assert {source["published"] for source in row["sources"]} == {"2022-01-04"}


@pytest.mark.parametrize("arguments", [[], ["a.txt", "--jsonl", "b.jsonl"]])
def test_usage(arguments: list[str]) -> None:
    assert run("add", *arguments).exit_code == 2


def test_trouble_with_the_database(stories: Path, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are only my notes. " * 100)
    result = run("add", stories, "--database", f"sqlite:///{path}")
    assert isinstance(result.exception, LedgerError)
    assert "no ledger" in str(result.exception)


def test_what_was_acknowledged_is_kept_when_a_later_story_fails(stories: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(given: Iterable[Any], parser: object, **others: object) -> Iterator[Any]:
        yield next(iter(played(given, parser)))
        raise LedgerError("the disk is full")

    monkeypatch.setattr(gather, "readings", failing)
    assert isinstance(run("add", stories).exception, LedgerError)
    monkeypatch.setattr(gather, "readings", played)
    assert run("add", stories).stdout.startswith("2 stories: 1 new, 1 already known")


def test_a_story_that_cannot_be_kept_stops_no_run(stories: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def poisoned(given: Iterable[Any], parser: object, **others: object) -> Iterator[Any]:
        for reading in played(given, parser):
            yield replace(reading, meetings=(object(),)) if reading.document.name.endswith("a.txt") else reading

    monkeypatch.setattr(gather, "readings", poisoned)
    first = run("add", stories)
    assert first.exit_code == 1
    assert first.stdout.startswith("2 stories: 1 new, 1 could not be added")
    assert "a.txt: could not be kept: AttributeError" in first.stderr
    again = run("add", stories)
    assert (again.exit_code, again.stdout.splitlines()[0]) == (0, "2 stories: 2 already known")
    assert "could not be kept: AttributeError" in run("explain", "a.txt").stdout
    assert len(json.loads(run("agenda", "--json", "--all").stdout)["rows"][0]["sources"]) == 1
    monkeypatch.setattr(gather, "readings", played)
    assert run("reread", "--all").exit_code == 0
    assert len(json.loads(run("agenda", "--json", "--all").stdout)["rows"][0]["sources"]) == 2


def test_a_story_that_cannot_be_read_again_keeps_its_older_reading(stories: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", stories)
    before = run("agenda", "--json").stdout

    def poisoned(given: Iterable[Any], parser: object, **others: object) -> Iterator[Any]:
        return (replace(reading, meetings=(object(),)) for reading in played(given, parser))

    monkeypatch.setattr(gather, "readings", poisoned)
    result = run("reread", "--all")
    assert (result.exit_code, result.stderr.count("could not be kept")) == (1, 2)
    assert run("agenda", "--json").stdout == before


@pytest.mark.parametrize("day", ["9999-06-01", "9999-12-31", "0001-01-01"])
def test_a_meeting_at_the_end_of_the_calendar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    def far(given: Iterable[Any], parser: object, **others: object) -> Iterator[Any]:
        for story in given:
            told = Told("Council", **NRC, date=day)
            yield Reading(document=story, meetings=(meeting(story.text, told, ()),))

    monkeypatch.setattr(gather, "readings", far)
    lines = [{"id": str(number), "text": f"Council, number {number}.", "published": "2022-01-04"} for number in range(3)]
    (tmp_path / "far.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert run("add", "--jsonl", tmp_path / "far.jsonl").stdout.startswith("3 stories: 3 new\n1 meeting new or changed")
    for form in ("--json", "--ics", "--html", "--all"):
        assert run("agenda", form, "--from", "0001-01-01", "--to", "9999-12-31").exit_code == 0


def test_a_day_on_which_nothing_was_published(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a", "text": "The Council meets.", "published": "9999-06-01"}\n{"id": "b", "text": "Council."}\n')
    result = run("add", "--jsonl", path)
    assert (result.exit_code, result.stdout.splitlines()[0]) == (1, "2 stories: 1 new, 1 could not be added")
    assert "a: line 1: no story was published on 9999-06-01: a day from 1600-01-01 to 2199-12-31 is wanted" in result.stderr


def test_each_story_is_named_once_it_is_kept(stories: Path, caplog: pytest.LogCaptureFixture) -> None:
    for arguments, word in ((["--dry-run"], "not kept"), ([], "kept")):
        caplog.clear()
        with caplog.at_level(logging.DEBUG, logger="dateline"):
            run("--debug", "add", stories, *arguments)
        assert [record.getMessage() for record in caplog.records] == [f"{word} a.txt", f"{word} b.txt"]
