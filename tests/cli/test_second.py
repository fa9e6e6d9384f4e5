"""The second reader from the command line: asked, taken, read with, kept, explained, read again, and taught from."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from dateline.cli.main import app
from tests.app.second.server import RECORDED, STORY, Reply, serving
from training.encoder.lessons import lessons

runner = CliRunner()
LINE = {"id": "lome", "text": STORY, "published": "2019-05-16", "source": "The Gulf Courier"}


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everything be kept in a folder of the test, and no server be set."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("DATELINE_DATABASE", f"sqlite:///{tmp_path / 'ledger.db'}")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.chdir(tmp_path)
    for name in ("URL", "NAME", "KEY", "PRICES"):
        monkeypatch.delenv(f"DATELINE_MODEL_{name}", raising=False)
    Path("stories.jsonl").write_text(json.dumps(LINE) + "\n", encoding="utf-8")


def dateline(*words: str, code: int = 0) -> Result:
    done = runner.invoke(app, list(words))
    assert done.exit_code == code, (done.output, done.exception)
    return done


def answered(content: str = json.dumps(RECORDED)) -> None:
    """Ask, and write the answers that a batch would bring."""
    dateline("ask", "stories.jsonl", "--name", "some-model", "--out", "questions.jsonl")
    lines = []
    for line in Path("questions.jsonl").read_text(encoding="utf-8").splitlines():
        body = json.loads(Reply(content=content).bytes)
        lines.append(
            {"custom_id": json.loads(line)["custom_id"], "response": {"status_code": 200, "body": body}, "error": None}
        )
    Path("answers.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def records(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(name).read_text(encoding="utf-8").splitlines()]


def test_a_batch_is_asked_taken_and_read_with() -> None:
    answered()
    told = dateline("take", "answers.jsonl").stdout
    assert "1 answer about 1 story taken: 1 meeting, 1 statement" in told
    assert "15 quotes: 15 stand in the text, 0 but for marks or blanks, 0 do not" in told
    assert "1,000 tokens asked, 200 answered" in told
    dateline("read", "--jsonl", "stories.jsonl", "--reader", "model", "--out", "records.jsonl")
    (record,) = records("records.jsonl")
    (meeting,) = record["meetings"]
    assert (meeting["date"], meeting["place"], meeting["parties"]) == ("2019-05-20", "Lome", ["TCD", "TGO"])
    assert meeting["evidence"]["date"][0]["rule"] == "read by a model"


def test_records_of_a_batch() -> None:
    answered()
    dateline("take", "answers.jsonl", "--out", "records.jsonl", "--json")
    assert records("records.jsonl")[0]["statements"][0]["kind"] == "demand"


def test_answers_from_elsewhere_need_their_stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answered()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "another"))
    assert "--stories" in dateline("take", "answers.jsonl", code=1).stderr
    dateline("take", "answers.jsonl", "--stories", "stories.jsonl")


def test_what_is_invented_is_counted() -> None:
    answered(json.dumps(RECORDED).replace("on Monday", "on Sunday"))
    told = json.loads(dateline("take", "answers.jsonl", "--json").stdout)
    assert told["quotes"] == {"exact": 13, "near": 0, "dropped": 2}


def test_a_ledger_names_the_reader_and_is_read_again() -> None:
    answered()
    dateline("take", "answers.jsonl")
    dateline("add", "stories.jsonl", "--reader", "both")
    rows = json.loads(dateline("agenda", "--from", "2019-05-20", "--to", "2019-05-20", "--json").stdout)["rows"]
    told = dateline("explain", rows[0]["id"]).stdout
    assert "recorded-1, question 1 by read by a model" in " ".join(told.split())
    dateline("judge", rows[0]["id"], "confirm", "--by", "Ida")
    assert dateline("reread").stdout.startswith("0 stories")
    assert dateline("reread", "--reader", "model").stdout.startswith("1 story")
    after = json.loads(dateline("agenda", "--from", "2019-05-20", "--to", "2019-05-20", "--json").stdout)["rows"]
    assert [row["id"] for row in after] == [rows[0]["id"]]
    assert "confirm" in dateline("explain", rows[0]["id"]).stdout
    dateline("forget", "lome")
    assert not list(Path("data").rglob("*.json"))


def test_where_two_readers_differ_a_person_decides() -> None:
    answered(json.dumps(RECORDED).replace('"scheduled"', '"refused"').replace('"demand"', '"warn"'))
    dateline("take", "answers.jsonl")
    dateline("add", "stories.jsonl", "--reader", "both")
    told = json.loads(dateline("review", "--json").stdout)
    reasons = {each["kind"]: [why["words"] for why in each["reasons"] if why["cause"] == "readers"] for each in told["rows"]}
    assert reasons["meeting"] == ["two readers differ: the rules read status: scheduled"]
    assert reasons["statement"] == ["two readers differ: the rules read kind: demand"]


def test_a_story_without_an_answer_is_not_added() -> None:
    done = dateline("add", "stories.jsonl", "--reader", "model", code=1)
    assert "DATELINE_MODEL_URL is not set" in done.stderr
    assert "1 could not be added" in done.stdout


def test_a_server_that_is_set_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(lambda body, number: Reply()) as told:
        monkeypatch.setenv("DATELINE_MODEL_URL", told.url)
        monkeypatch.setenv("DATELINE_MODEL_NAME", "some-model")
        monkeypatch.setenv("DATELINE_MODEL_PRICES", "1/10")
        done = dateline("read", "--jsonl", "stories.jsonl", "--reader", "model", "--max-cost", "1")
        again = dateline("read", "--jsonl", "stories.jsonl", "--reader", "model")
        dateline("read", "--jsonl", "stories.jsonl")
    assert len(told.bodies) == 1
    assert "1 asked of some-model at 127.0.0.1" in done.stderr
    assert "1,000 tokens there, 200 back, cost 0.0030" in done.stderr
    assert "1 answers were kept" in again.stderr
    assert done.stdout == again.stdout


def test_max_cost_is_for_models() -> None:
    assert runner.invoke(app, ["read", "stories.jsonl", "--max-cost", "1"]).exit_code != 0


def test_lessons_are_of_the_form_that_is_taught() -> None:
    answered()
    dateline("teach", "answers.jsonl", "--out", "lessons.txt")
    (lesson,) = lessons(Path("lessons.txt"))
    assert lesson["text"] in STORY
    for entry in (*lesson["meetings"], *(lesson["statements"] or ())):
        assert entry["kind"] in ("talks", "demand")
