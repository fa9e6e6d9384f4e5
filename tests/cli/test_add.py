"""`dateline add`, with the readers played by hand-made readings."""

import json
from collections.abc import Iterable, Iterator
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


def played(stories: Iterable[Document | Refusal], parser: object) -> Iterator[Reading | Refusal]:
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
        "ok": True, "stories": 2, "new": 0, "copies": 0, "known": 2, "unread": 0, "meetings": [], "reports": 0, "statements": 0,
        "problems": 0,
    }  # fmt: skip
    assert run("add", stories).stdout.startswith("2 stories: 2 already known\nledger: sqlite:///")


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
    def failing(given: Iterable[Any], parser: object) -> Iterator[Any]:
        yield next(iter(played(given, parser)))
        raise LedgerError("the disk is full")

    monkeypatch.setattr(gather, "readings", failing)
    assert isinstance(run("add", stories).exception, LedgerError)
    monkeypatch.setattr(gather, "readings", played)
    assert run("add", stories).stdout.startswith("2 stories: 1 new, 1 already known")
