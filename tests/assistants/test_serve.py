"""The ways to the tools: standard input and output, and HTTP on this machine alone; and what a missing package is told by."""

import asyncio
import os
import sys
from typing import Any

import pytest
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters
from starlette.testclient import TestClient
from typer.testing import CliRunner

from dateline.assistants.serve import over_http, server
from dateline.assistants.tools import Tools
from dateline.cli.main import app
from dateline.model.errors import SettingsError


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_an_assistant_starts_it_and_asks(database: str, mode: str) -> None:
    started = StdioServerParameters(
        command=sys.executable, args=["-m", "dateline", "mcp", "--database", database], env=dict(os.environ)
    )

    async def asked() -> Any:
        async with Client(started, mode=mode) as client:
            assert client.instructions is not None
            assert "where sources disagree" in client.instructions
            return await client.call_tool("agenda", {"party": "NATO"})

    found = asyncio.run(asked())
    assert not found.is_error
    assert "Brussels" in [row["place"] for row in found.structured_content["rows"]]


ASKED = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
ACCEPT = {"accept": "application/json, text/event-stream"}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"origin": "http://127.0.0.1:8766"}, 200),
        ({"host": "desk.example:8766"}, 421),
        ({"host": "127.0.0.1:1"}, 421),
        ({"origin": "https://news.example"}, 403),
        ({"origin": "http://localhost:3000"}, 403),
        ({"origin": "null"}, 403),
    ],
)
def test_over_http_only_this_machine_and_no_page_of_others(tools: Tools, headers: dict[str, str], status: int) -> None:
    with TestClient(server(tools).streamable_http_app(**over_http(8766)), base_url="http://127.0.0.1:8766") as client:
        answer = client.post("/mcp", json=ASKED, headers=ACCEPT | headers)
        assert answer.status_code == status
        if status == 200:
            assert len(answer.json()["result"]["tools"]) == 6


def test_over_http_too_much_is_refused(tools: Tools) -> None:
    with TestClient(server(tools).streamable_http_app(**over_http(8766)), base_url="http://127.0.0.1:8766") as client:
        assert client.post("/mcp", json=ASKED | {"more": "x" * 1_000_000}, headers=ACCEPT).status_code == 413


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("dateline.assistants.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    done = CliRunner().invoke(app, ["mcp"])
    assert isinstance(done.exception, SettingsError)
    assert "pip install 'dateline[mcp]'" in str(done.exception)


def test_a_ledger_that_is_not_there_is_not_made(tmp_path: Any) -> None:
    done = CliRunner().invoke(app, ["mcp", "--database", f"sqlite:///{tmp_path / 'none.db'}"])
    assert "no ledger at" in str(done.exception)
    assert not (tmp_path / "none.db").exists()
