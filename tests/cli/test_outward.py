"""What leaves: a hostile ledger and a hostile document through every command, in every form that it has."""

import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.main import COMMANDS, GROUPS, app
from tests.app.second.server import RECORDED, Reply
from tests.app.second.server import STORY as LOME

STORY = {
    "id": "hostile", "title": "Russia and NATO to meet in Brussels", "published": "2022-01-04", "source": "Wire",
    "url": "https://wire.example/1",
    "text": "MOSCOW, Jan 4 - Russia and NATO will hold talks in Brussels on January 12, Foreign Minister Sergei Lavrov said on "
    "Tuesday. Russia demands that NATO end its expansion, Lavrov said. Russia accused Ukraine of shelling Donetsk on Monday. "
    "Ukraine denied shelling Donetsk. The United States imposed sanctions on Russia on Monday.",
}  # fmt: skip

POISON = '=HYPERLINK("http://evil.example")\x1b]0;x\x07\x9b31m\u202egnip\u2066\u200f\x7f\r\nURL:javascript:alert(1)\n'
POISONED = frozenset(
    ("title", "name", "source", "origin", "place", "venue", "topic", "outcome", "note", "what", "office",
     "level", "convener", "forum", "wire", "dated_by", "rule", "by")
)  # fmt: skip
QUOTED = frozenset(("body", "quote", "words"))
NOT_IN = frozenset(("watches", "alembic_version", "stories"))

HARMFUL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff]|\r(?!\n)")
LINKED = re.compile(r"(?:href\s*=\s*[\"']?|xlink:href=[\"']?|\]\(<?|<link>|<)\s*javascript:", re.I)
FORMULA = re.compile(r"[\s\"]*[=+\-@]")
NUMBER = re.compile(r"-?\d+(\.\d+)?")

TEXTS = (
    "agenda --all", "agenda --all --html", "changes --since 2021-01-01 --all",
    "changes --since 2021-01-01 --all --atom", "timeline --all", "timeline --all --html",
    "digest all --peek --since 2021-01-01", "digest all --peek --since 2021-01-01 --html", "stories",
    "brief --from 2021-01-01 --to 2022-01-06", "brief --from 2021-01-01 --to 2022-01-06 --md",
    "brief --from 2021-01-01 --to 2022-01-06 --html",
    "stories --as rss", "stories --as atom", "statements --all", "positions --all --party Russia",
    "positions --all --party Russia --markdown", "positions --all --party Russia --html", "export --all --as graphml",
    "dyads --all", "source", "watch list", "decisions list", "follow --list", "agenda --all --ics",
    "review --list", "relations",
    "read --jsonl FILE --brief", "read --jsonl FILE --markdown", "read --jsonl FILE --html",
    "add --jsonl FILE --dry-run",
)  # fmt: skip
JSONS = (
    "agenda --all --json", "changes --since 2021-01-01 --all --json", "timeline --all --json", "stories --as jsonfeed",
    "statements --all --json", "positions --all --party Russia --json", "export --all --as jsonl", "dyads --all --json",
    "source --json", "watch list --json", "decisions export", "doctor --json", "read --jsonl FILE --json", "code --jsonl FILE",
    "twins --jsonl FILE", "review --json", "relations --json", "export --relations --as jsonl", "ask --jsonl FILE",
)  # fmt: skip
TABLES = (
    "statements --all --csv", "export --all --as csv", "export --all --as polecat", "export --all --as icews",
    "export --relations --as csv", "export --all --as gdelt-events", "export --all --as gdelt-mentions", "dyads --all --csv",
)  # fmt: skip
ELSEWHERE = frozenset(
    (
        "explain",
        "show",
        "judge",
        "forget",
        "reread",
        "meeting",
        "backup",
        "restore",
        "serve",
        "redate",
        "knowledge",
        "take",
        "mcp",
        "teach",
    )
)
"""Asked for an id, in tests of their own below; or they say nothing but counts, ids, files and names that were typed, and facts
of packs. The pages of `serve` and the tools of `mcp` have tests of their own (tests/web, tests/assistants)."""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "good.jsonl").write_text(json.dumps(STORY) + "\n", encoding="utf-8")
    hostile = {**STORY, "id": "x" + POISON, "title": POISON + STORY["title"], "source": POISON, "url": "javascript:alert(1)",
               "text": STORY["text"].replace("Lavrov", "\u202eLav\x9brov\x1b[2J")}  # fmt: skip
    (folder / "bad.jsonl").write_text(json.dumps(hostile) + "\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATELINE_DATABASE", f"sqlite:///{folder / 'ledger.db'}")
        run("add", "--jsonl", str(folder / "good.jsonl"))
        run("watch", "add", "all", "--party", "Russia")
        run("source", "Wire", "B", "--note", POISON, "--by", POISON)
        run("judge", meeting(), "correct", "venue", "Palace", "--note", POISON, "--by", POISON)
        poison(folder / "ledger.db")
        yield folder


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code in (0, 1), result.stderr
    assert HARMFUL.search(result.stderr) is None
    return result.stdout_bytes.decode("utf-8")


def meeting() -> str:
    return str(json.loads(run("agenda", "--all", "--json"))["rows"][0]["id"])


def poison(path: Path) -> None:
    """Every free text of the ledger begins with what should never leave, and every address is a script."""
    with sqlite3.connect(path) as base:
        tables = [
            name for (name,) in base.execute("select name from sqlite_master where type = 'table' and sql not like '%VIRTUAL%'")
        ]
        for table in tables:
            for _, column, *_ in base.execute(f"pragma table_info({table})").fetchall():
                if table in NOT_IN or "search" in table or "fts" in table:
                    continue
                if column in POISONED:
                    base.execute(f"update or ignore {table} set {column} = ? || {column} where {column} is not null", (POISON,))
                if column in QUOTED:  # quotes must stand where they are said to stand
                    base.execute(f"update {table} set {column} = replace(replace({column}, 'e', '\u202e'), 'i', '\x1b')")
                if column == "url":
                    base.execute(f"update or ignore {table} set url = ?", ("javascript:alert(1)",))
    base.close()


def asked(words: str, folder: Path) -> str:
    given = words.replace("FILE", str(folder / "bad.jsonl")).split()
    if given[0] != "export":
        return run(*given)
    run(*given, "--out", str(folder / "exported"))  # on standard output it wants a real one
    return (folder / "exported").read_bytes().decode()


@pytest.mark.parametrize("words", TEXTS)
def test_text_and_pages(words: str, ledger: Path) -> None:
    found = asked(words, ledger)
    assert HARMFUL.search(found) is None
    assert LINKED.search(found) is None


@pytest.mark.parametrize("words", JSONS)
def test_json_is_data_that_steers_nothing(words: str, ledger: Path) -> None:
    found = asked(words, ledger)
    assert HARMFUL.search(found) is None
    for piece in [found] if found.startswith("{\n") else found.splitlines():
        json.loads(piece)


@pytest.mark.parametrize("words", TABLES)
def test_tables(words: str, ledger: Path) -> None:
    found = asked(words, ledger)
    assert HARMFUL.search(found) is None
    tabs = "csv" not in words
    lines = [line.split("\t") for line in found.splitlines()] if tabs else list(csv.reader(io.StringIO(found, newline="")))
    assert len({len(line) for line in lines}) == 1
    assert [each for line in lines for each in line if FORMULA.match(each) and not NUMBER.fullmatch(each)] == []


def test_a_calendar_holds_what_it_is_to_hold(ledger: Path) -> None:
    lines = run("agenda", "--all", "--ics").replace("\r\n ", "").split("\r\n")
    assert [line for line in lines if line.startswith("URL")] == []
    assert sum(line.startswith("BEGIN:VEVENT") for line in lines) == len(json.loads(run("agenda", "--all", "--json"))["rows"])


def test_explanations(ledger: Path) -> None:
    rows = json.loads(run("statements", "--all", "--json"))["rows"]
    events = [json.loads(line)["id"] for line in asked("export --all --as jsonl", ledger).splitlines()]
    documents = [each["id"] for row in rows for each in row["sources"]]
    for name in {meeting(), *events, *documents, *(row["id"] for row in rows)}:
        assert HARMFUL.search(run("explain", name)) is None
        assert HARMFUL.search(run("explain", name, "--json")) is None
    for name in {*events, *documents}:
        assert HARMFUL.search(run("show", name)) is None
        assert HARMFUL.search(run("show", name, "--json")) is None


def test_a_document_that_is_forgotten(ledger: Path) -> None:
    run("add", "--jsonl", str(ledger / "bad.jsonl"))
    with sqlite3.connect(ledger / "ledger.db") as base:
        ((document,),) = base.execute("select id from documents where name like 'x=%'").fetchall()
    base.close()
    assert "forgotten: x" in (found := run("forget", document))
    assert HARMFUL.search(found) is None


@pytest.mark.parametrize("content", [json.dumps(RECORDED | {"title": POISON}), POISON])
def test_questions_and_answers(content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    answers, stories = tmp_path / "answers.jsonl", tmp_path / "stories.jsonl"
    told = {**STORY, "id": "x" + POISON, "title": POISON, "text": LOME.replace("Lome", "L\u202eome\x1b[2J") + POISON}
    stories.write_text(json.dumps(told), encoding="utf-8")
    (question,) = run("ask", "--jsonl", str(stories)).splitlines()
    assert HARMFUL.search(question) is None
    response = {"status_code": 200, "body": json.loads(Reply(content=content).bytes)}
    answer = {"custom_id": json.loads(question)["custom_id"], "response": response, "error": None}
    answers.write_text(json.dumps(answer) + "\n" + json.dumps({**answer, "custom_id": POISON}) + "\n", encoding="utf-8")
    for words in (("take",), ("take", "--json"), ("take", "--out", "-"), ("teach",)):
        assert HARMFUL.search(run(words[0], str(answers), *words[1:])) is None


def test_names_in_a_table_are_no_markup(capsys: pytest.CaptureFixture[str]) -> None:
    from dateline.cli.dyads import show

    counts = dict.fromkeys(("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"), 1)
    row = {"period": "2022", "source": "a", "target": "b", "events": 1, "goldstein_mean": 0.0, "target_name": "b", **counts}
    show([{**row, "source_name": "[b]A[/b]"}])
    assert "[b]A[/b]" in capsys.readouterr().out


def test_every_command_is_asked() -> None:
    known = {command.__name__ for command in COMMANDS} | {name for name, _ in GROUPS}
    asked_here = {words.split()[0] for words in (*TEXTS, *JSONS, *TABLES)}
    assert known - asked_here <= ELSEWHERE
