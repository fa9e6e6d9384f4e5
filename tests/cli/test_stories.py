"""`dateline stories`: what comes in goes out again, each story once."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dateline.app import gather, pipeline
from dateline.cli.main import app
from dateline.intake.feed import read_feed
from dateline.model.document import Document
from dateline.model.problem import Refusal
from dateline.model.reading import Reading

WORDS = "Envoys of both sides met in Paris & talked of <limits> on arms for a day, the hosts said, and will meet again soon."


def played(stories: Iterable[Document | Refusal], parser: object, **others: object) -> Iterator[Reading | Refusal]:
    for story in stories:
        yield story if isinstance(story, Refusal) else Reading(document=story)


@pytest.fixture(autouse=True)
def ledger(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(gather, "readings", played)
    monkeypatch.setattr(pipeline, "open_parser", lambda model: None)
    monkeypatch.setenv("DATELINE_DATABASE", f"sqlite:///{tmp_path / 'ledger.db'}")
    stories = [
        {"id": "a", "title": "Envoys meet", "text": WORDS, "source": "Wire", "url": "https://w.example/1",
         "published": "2022-01-04"},
        {"id": "b", "title": "Envoys meet", "text": WORDS, "source": "Post", "url": "https://p.example/1",
         "published": "2022-01-05"},
        {"id": "c", "title": "Ministers \x1b[31mpart", "text": "Ministers parted in Vienna.", "url": "javascript:x"},
    ]  # fmt: skip
    lines = "".join(json.dumps(each) + "\n" for each in stories)
    assert CliRunner().invoke(app, ["add", "--jsonl", "-"], input=lines).exit_code == 0


def run(*arguments: str) -> bytes:
    result = CliRunner().invoke(app, ["stories", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout_bytes


@pytest.mark.parametrize("form", ["rss", "atom", "jsonfeed"])
def test_a_feed_that_we_read_ourselves(form: str) -> None:
    stories = [story for story in read_feed(run("--as", form), "x").stories if isinstance(story, Document)]
    assert len(stories) == 2
    envoys = next(story for story in stories if story.text.title == "Envoys meet")
    assert envoys.text.body.startswith(WORDS)
    assert (envoys.url, str(envoys.day)) == ("https://w.example/1", "2022-01-04")
    ministers = next(story for story in stories if story is not envoys)
    assert (ministers.text.title, ministers.url) == ("Ministers [31mpart", None)


def test_carriers() -> None:
    items = json.loads(run("--as", "jsonfeed"))["items"]
    carriers = next(item["_dateline"]["carriers"] for item in items if item["title"] == "Envoys meet")
    assert [each["source"] for each in carriers] == ["Wire", "Post"]
    assert "Carried by 2: Wire, 2022-01-04; Post, 2022-01-05" in run("--as", "atom").decode()


def test_a_list_to_read() -> None:
    text = run().decode()
    envoys = next(row for row in rows() if row["title"] == "Envoys meet")
    first, second = (str(each["id"])[:8] for each in envoys["documents"])
    assert f"{first}  2022-01-04  Envoys meet  (Wire)" in text
    assert f"carried by 2: Wire {first}, Post {second}" in text
    assert "\x1b" not in text


def rows() -> list[dict[str, Any]]:
    value = json.loads(run("--json"))
    assert value["ok"] is True
    return list(value["rows"])


def test_json() -> None:
    envoys, ministers = sorted(rows(), key=lambda row: str(row["title"]))
    assert (envoys["published"], envoys["source"], envoys["url"]) == ("2022-01-04", "Wire", "https://w.example/1")
    assert [(each["document"], each["source"]) for each in envoys["documents"]] == [("a", "Wire"), ("b", "Post")]
    assert (ministers["title"], ministers["url"], ministers["source"]) == ("Ministers [31mpart", None, None)
    assert len(json.loads(run("--json", "--limit", "1"))["rows"]) == 1


def test_ids_that_other_commands_take() -> None:
    shown = [line.split()[0] for line in run().decode().splitlines() if not line.startswith(" ")]
    for name in shown:
        assert CliRunner().invoke(app, ["explain", name]).stdout.startswith(f"document {name}")


@pytest.mark.parametrize("words", [["--as", "pdf"], ["--as", "rss", "--json"]], ids=str)
def test_usage(words: list[str]) -> None:
    assert CliRunner().invoke(app, ["stories", *words]).exit_code == 2
