"""What the tools answer: the rows of the commands, page by page, or an error in words; and that they only read."""

import asyncio
import json
import sqlite3
from typing import Any

import pytest
from mcp.client import Client
from typer.testing import CliRunner

from dateline.assistants.serve import DATA, server
from dateline.assistants.tools import LONGEST_TEXT, Tools
from dateline.cli.main import app
from tests.assistants.conftest import Call

TEXT = "The foreign ministers of Norway and Chile will meet in Oslo on May 20, the Chilean embassy said on Thursday."


def typed(database: str, *words: str) -> dict[str, Any]:
    """What a command prints with `--json`."""
    done = CliRunner().invoke(app, [*words, "--json", "--database", database])
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_tools_say_that_they_only_read_and_that_stories_are_data(tools: Tools) -> None:
    async def listed() -> Any:
        async with Client(server(tools)) as client:
            return await client.list_tools()

    found = asyncio.run(listed()).tools
    assert [each.name for each in found] == ["agenda", "changes", "statements", "positions", "explain", "read"]
    for each in found:
        assert (each.annotations.read_only_hint, each.annotations.destructive_hint) == (True, False)
        assert each.description.endswith(DATA)
        assert "  " not in each.description


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("agenda", {}),
        ("agenda --from 2022-01-01 --to 2022-01-31 --party Russia",
         {"from_day": "2022-01-01", "to_day": "2022-01-31", "party": "Russia"}),
        ("agenda --as-of 2022-01-03 --all", {"as_of": "2022-01-03", "doubtful": True}),
        ("changes --since 2020-09-01", {"since": "2020-09-01"}),
        ("statements", {}),
        ("statements --of Russia --kind deny", {"of": "Russia", "kind": "deny"}),
        ("statements --about sanctions --from 2020-01-01", {"about": "sanctions", "from_day": "2020-01-01"}),
        ("positions --party Turkey --rows 200", {"party": "Turkey"}),
        ("positions --about sanctions --rows 200", {"about": "sanctions"}),
    ],
)  # fmt: skip
def test_rows_are_those_of_the_command(call: Call, database: str, words: str, given: dict[str, Any]) -> None:
    name, *options = words.split()
    found = call(name, **given, limit=100).structured_content
    assert found is not None
    rows = typed(database, name, *options)["rows"]
    assert rows[0]
    assert found["rows"] == rows[: len(found["rows"])]
    assert len(found["rows"]) == len(rows) or found["next"]


def test_the_text_of_an_answer_is_its_object(call: Call) -> None:
    found = call("agenda", limit=3)
    assert json.loads(found.content[0].text) == found.structured_content  # type: ignore[union-attr]
    (row, *_) = (found.structured_content or {})["rows"]
    assert {"id", "sources", "confidence", "also_reported"} <= row.keys()
    assert {"quote", "url", "source", "published"} <= row["sources"][0].keys()


@pytest.mark.parametrize("limit", [1, 7, 100])
def test_tokens_lead_through_all_rows(call: Call, database: str, limit: int) -> None:
    whole = [row["id"] for row in typed(database, "statements")["rows"]]
    token, found = None, []
    while token is not None or not found:
        answer = call("statements", limit=limit, next=token).structured_content or {}
        assert {row["speaker"] for row in answer["rows"]} <= answer["names"].keys()
        assert answer["total"] == len(whole)
        assert ("note" in answer) == (answer["next"] is not None)
        found += [row["id"] for row in answer["rows"]]
        token = answer["next"]
    assert found == whole


def test_explain_gives_the_tree_of_the_command(call: Call, database: str) -> None:
    (meeting, *_) = typed(database, "agenda", "--party", "Russia")["rows"]
    assert call("explain", id=meeting["id"][:8]).structured_content == typed(database, "explain", meeting["id"])


def test_a_text_is_read(call: Call, tools: Tools) -> None:
    found = call("read", text=TEXT, published="2019-05-16").structured_content or {}
    assert [(each["place"], each["date"]) for each in found["meetings"]] == [("Oslo", "2019-05-20")]
    assert found == json.loads(json.dumps({"ok": True, **tools.reader().read(TEXT, published="2019-05-16").to_dict()}))


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("agenda", {"party": "Rusia"}, "did you mean Russia (RUS)?"),
        ("agenda", {"from_day": "soon"}, "no date: 'soon'"),
        ("agenda", {"limit": 101}, "less than or equal to 100"),
        ("agenda", {"next": "e30"}, "no paging token"),
        ("agenda", {"watch": "none"}, "no watch is called 'none'"),
        ("changes", {}, "since"),
        ("statements", {"kind": "sing"}, "Input should be 'assert'"),
        ("statements", {"about": "the"}, "there is nothing to look for"),
        ("positions", {}, "say what the positions are about (`about`) or whose they are (`party`)"),
        ("explain", {"id": "ffffffff"}, "nothing in the ledger is called 'ffffffff'"),
        ("read", {"text": " "}, "text"),
        ("read", {"text": "x" * (LONGEST_TEXT + 1)}, "at most 50000 characters"),
        ("read", {"text": TEXT, "published": "soon"}, "soon"),
        ("read", {"text": "Die Minister der beiden Staaten treffen sich am Montag in Wien, sagte ein Sprecher."}, "language"),
        ("add", {"text": TEXT}, "Unknown tool: add"),
    ],
)
def test_errors_are_told_in_words(call: Call, name: str, given: dict[str, Any], words: str) -> None:
    found = call(name, **given)
    told = found.content[0].text  # type: ignore[union-attr]
    assert found.is_error
    assert words in told
    assert "Traceback" not in told


def test_nothing_is_written(call: Call, database: str) -> None:
    def dumped() -> list[str]:
        with sqlite3.connect(database.removeprefix("sqlite:///")) as connection:
            held = [line for (line,) in connection.execute("SELECT sql FROM sqlite_master ORDER BY name")]
            names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            held += [str(connection.execute(f'SELECT * FROM "{name}"').fetchall()) for name in names]
        connection.close()
        return held

    before = dumped()
    (meeting, *_) = (call("agenda").structured_content or {})["rows"]
    for name, given in (
        ("changes", {"since": "2020-01-01"}), ("statements", {}), ("positions", {"party": "Turkey"}),
        ("explain", {"id": meeting["id"]}), ("read", {"text": TEXT}),
    ):  # fmt: skip
        assert not call(name, **given).is_error
    assert dumped() == before
