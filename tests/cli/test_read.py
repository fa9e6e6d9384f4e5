"""`dateline read`."""

import json
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dateline.app import pipeline
from dateline.cli.main import app
from dateline.ledger.database import open_ledger
from dateline.model.errors import InputError
from tests.contract import violations

STORY = (
    "Envoys to meet in Vienna\n"
    "Published: 2022-01-04\n\n"
    "Russian Foreign Minister Sergei Lavrov will meet U.S. Secretary of State Antony Blinken in Vienna on Friday, Moscow "
    "said.\n\nThe United States denies that it has set conditions.\n"
)
FRENCH = (
    "Le ministre des affaires étrangères a déclaré mardi que son pays ne participerait pas aux pourparlers de la semaine "
    "prochaine, selon plusieurs sources diplomatiques.\n"
)
runner = CliRunner()


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_brief(story: Path) -> None:
    result = runner.invoke(app, ["read", str(story)])
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("Envoys to meet in Vienna\nTuesday 4 January 2022 – as given\n")
    assert "\x1b" not in result.stdout
    assert runner.invoke(app, ["read", "--brief", str(story)]).stdout == result.stdout


def test_json(story: Path) -> None:
    result = runner.invoke(app, ["read", "--json", str(story)])
    assert result.exit_code == 0
    value = json.loads(result.stdout)
    assert violations(value) == []
    assert (value["id"], value["document"]["title"]) == ("story.txt", "Envoys to meet in Vienna")
    assert value["published"]["value"] == "2022-01-04"


def test_standard_input() -> None:
    result = runner.invoke(app, ["read", "-", "--json"], input=STORY.encode("utf-16"))
    assert result.exit_code == 0
    assert json.loads(result.stdout)["document"]["text"].startswith("Russian Foreign Minister")


def test_published(story: Path) -> None:
    result = runner.invoke(app, ["read", str(story), "--published", "2021-05-06"])
    assert "Thursday 6 May 2021 – as given" in result.stdout
    result = runner.invoke(app, ["read", str(story), "--published", "soon"])
    assert result.exit_code != 0


@pytest.mark.parametrize(("option", "start"), [("--markdown", "# Envoys to meet"), ("--html", "<!doctype html>")])
def test_markup(story: Path, option: str, start: str) -> None:
    result = runner.invoke(app, ["read", option, str(story)])
    assert result.exit_code == 0
    assert result.stdout.startswith(start)


def test_a_folder(story: Path) -> None:
    (story.parent / "empty.txt").write_bytes(b"")
    (story.parent / "french.txt").write_text(FRENCH, encoding="utf-8")
    (story.parent / "picture.png").write_bytes(b"\x89PNG\x00\x01")
    result = runner.invoke(app, ["read", "--json", str(story.parent)])
    assert result.exit_code == 1
    values = [json.loads(line) for line in result.stdout.splitlines()]
    assert [value["id"] for value in values] == ["empty.txt", "french.txt", "picture.png", "story.txt"]
    assert [len(value["problems"]) for value in values[:3]] == [1, 1, 1]
    assert values[1]["problems"][0]["what"] == "language not read yet: fr"
    assert values[3]["meetings"]
    assert all(violations(value) == [] for value in values)
    assert "3 of 4 stories could not be read" in result.stderr


def test_a_folder_of_briefs(story: Path) -> None:
    (story.parent / "empty.txt").write_bytes(b"")
    (story.parent / "z.txt").write_text(STORY, encoding="utf-8")
    result = runner.invoke(app, ["read", str(story.parent)])
    assert result.exit_code == 1
    assert result.stdout.count("Envoys to meet in Vienna\n") == 2
    assert "dateline: empty.txt: the file is empty" in result.stderr


LINES = (
    b'{"id": "a", "text": "Russia denies it.", "published": "2022-01-04"}\n'
    b'{"id": "b", "te\n\n'
    b'{"id": "c", "text": "Talks\\u2028are due."}\n'
)


def test_jsonl(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(LINES)
    result = runner.invoke(app, ["read", "--jsonl", str(source), "--out", str(target)])
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "1 of 3 stories could not be read; their records say why" in result.stderr
    values = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [value["id"] for value in values] == ["a", "b", "c"]
    assert "document" not in values[0]
    piped = runner.invoke(app, ["read", "--jsonl", "-"], input=LINES)
    assert piped.stdout_bytes == target.read_bytes()


def test_input_is_never_overwritten(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes(LINES)
    result = runner.invoke(app, ["read", "--jsonl", str(source), "--out", str(source)])
    assert result.exit_code != 0
    assert source.read_bytes() == LINES


@pytest.mark.parametrize("out", ["a.txt", "../stories/a.txt"])
def test_a_story_of_a_folder_is_never_overwritten(tmp_path: Path, out: str) -> None:
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY)
    result = runner.invoke(app, ["read", str(folder), "--out", str(folder / out)])
    assert isinstance(result.exception, InputError)
    assert (folder / "a.txt").read_text() == STORY


@pytest.mark.parametrize("command", [["read", "{}/in.jsonl"], ["twins", "--jsonl", "{}/in.jsonl"], ["export"], ["stories"]])
def test_the_ledger_is_never_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    path = tmp_path / "ledger.db"
    open_ledger(f"sqlite:///{path}").close()
    before = path.read_bytes()
    (tmp_path / "in.jsonl").write_bytes(LINES)
    monkeypatch.setenv("DATELINE_DATABASE", f"sqlite:///{path}")
    result = runner.invoke(app, [*(each.format(tmp_path) for each in command), "--out", str(path)])
    assert isinstance(result.exception, InputError)
    assert path.read_bytes() == before


def test_a_new_file_in_the_folder_that_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    out = tmp_path / "records.jsonl"
    assert runner.invoke(app, ["read", "--json", str(tmp_path), "--out", str(out)]).exit_code == 0
    assert [json.loads(line)["id"] for line in out.read_text().splitlines()] == ["a.txt"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b"\x00\x01\x02", "NUL byte at 0"),
        (b"a" * 5_000_000, "longer than 1,000,000 characters"),
        ("Министры встретятся".encode("koi8-r"), "unknown encoding"),
        (b"%PDF-1.4", "a PDF file"),
    ],
)
def test_bad_input(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(content)
    result = runner.invoke(app, ["read", str(path)])
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("dateline: x.txt: ")
    assert reason in result.stderr
    record = runner.invoke(app, ["read", "--json", str(path)])
    assert violations(json.loads(record.stdout)) == []


def test_french_is_said(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(FRENCH, encoding="utf-8")
    result = runner.invoke(app, ["read", str(path)])
    assert result.exit_code == 1
    assert "language not read yet: fr" in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [[], ["x.txt", "--jsonl", "y"], ["--json", "--html", "x.txt"], ["--nonsense"]],
    ids=["nothing", "both", "two forms", "unknown option"],
)
def test_usage(arguments: list[str]) -> None:
    assert runner.invoke(app, ["read", *arguments]).exit_code == 2


def test_doubtful_entries_only_with_all(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.model.reading.DOUBTFUL", 1.1)
    shown = json.loads(runner.invoke(app, ["read", "--json", str(story)]).stdout)
    every = json.loads(runner.invoke(app, ["read", "--json", "--all", str(story)]).stdout)
    assert not shown["statements"]
    assert every["statements"]


class Spoken:
    """`dateline read --jsonl -` beside us: what we write, and what it has answered within a generous time."""

    def __init__(self, *options: str) -> None:
        command = [sys.executable, "-m", "dateline", "read", "--jsonl", "-", *options]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.stdin, self.stdout = self.process.stdin, self.process.stdout

    def write(self, data: bytes) -> None:
        self.stdin.write(data)
        self.stdin.flush()

    def answer(self) -> dict[str, Any]:
        ready, _, _ = select.select([self.stdout], [], [], 120)
        assert ready, "no answer while the input waits"
        value: dict[str, Any] = json.loads(self.stdout.readline())
        return value

    def silent(self) -> bool:
        return not select.select([self.stdout], [], [], 0.2)[0]


@pytest.fixture
def spoken() -> Iterator[Spoken]:
    made = Spoken()
    with made.process:
        yield made
        made.process.kill()


def line_of(name: str) -> bytes:
    return json.dumps({"id": name, "text": "Envoys of Norway and Chile met in Oslo on Monday."}).encode() + b"\n"


def test_a_line_is_answered_while_the_input_waits(spoken: Spoken) -> None:
    for name in ("a", "b"):
        spoken.write(line_of(name))
        value = spoken.answer()
        assert (value["id"], len(value["meetings"])) == (name, 1)
        assert violations(value) == []
    spoken.write(line_of("c") + b"\n" + line_of("d")[:20])
    assert spoken.answer()["id"] == "c"
    assert spoken.silent()
    spoken.write(line_of("d")[20:] + b"no json\n")
    assert [spoken.answer()["id"], spoken.answer()["id"]] == ["d", "line 6"]
    spoken.stdin.close()
    assert spoken.process.wait(60) == 1
    assert spoken.stdout.read() == b""


def test_plenty_is_read_in_full_groups(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    sizes: list[int] = []
    real = pipeline.group_readings

    def counted(group: list[Any], *arguments: Any) -> Any:
        sizes.append(len(group))
        return real(group, *arguments)

    monkeypatch.setattr(pipeline, "group_readings", counted)
    source = tmp_path / "in.jsonl"
    source.write_bytes(b"".join(line_of(str(number)) for number in range(40)))
    whole = runner.invoke(app, ["read", "--jobs", "1", "--jsonl", str(source)]).stdout_bytes
    with source.open("rb") as stream:
        monkeypatch.setattr("dateline.cli.read.stdin", lambda: stream)
        piped = runner.invoke(app, ["read", "--jobs", "1", "--jsonl", "-"])
    assert piped.exit_code == 0, piped.output
    assert sizes == [16, 16, 8, 16, 16, 8]
    assert piped.stdout_bytes == whole


def dateline(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "dateline", *arguments], capture_output=True, text=True, check=False)


def test_what_a_person_can_mend_is_one_line() -> None:
    result = dateline("read", "no-such-story.txt")
    assert result.returncode == 2
    assert result.stderr == "dateline: no such file or folder: no-such-story.txt\n"


def test_debug_tells_everything() -> None:
    assert "Traceback" in dateline("--debug", "read", "no-such-story.txt").stderr


def test_help_does_not_load_the_language_library() -> None:
    code = "import sys, dateline.cli.main; sys.exit(bool({'spacy', 'numpy', 'sqlalchemy', 'jinja2'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
