"""The tools over a ledger of the six example stories, and an assistant that calls them with the SDK's own client."""

import asyncio
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from mcp.client import Client
from mcp.types import CallToolResult

from dateline.app import pipeline
from dateline.app.door.reader import Reader
from dateline.app.gather import Gathered, gather
from dateline.app.opening import open_ledger
from dateline.app.settings import Settings
from dateline.assistants.serve import server, tools_of
from dateline.assistants.tools import Tools
from dateline.reading.parse import Parser

STORIES = Path(__file__).parents[2] / "examples" / "stories"

Call = Callable[..., CallToolResult]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory, parser: Parser) -> str:
    """The address of a ledger of the example stories."""
    address = f"sqlite:///{tmp_path_factory.mktemp('assistants') / 'ledger.db'}"
    ledger = open_ledger(address, create=True)
    stories = pipeline.published(pipeline.path_stories([str(STORIES)], BytesIO()), None)
    for _ in gather(ledger, stories, lambda: parser, Gathered()):
        pass
    ledger.close()
    return address


@pytest.fixture(scope="module")
def tools(database: str, parser: Parser) -> Iterator[Tools]:
    """The tools, with a language model that is loaded already."""
    with tools_of(Settings(database)) as made:
        made.loaded = Reader(parser)
        yield made


@pytest.fixture(scope="module")
def call(tools: Tools) -> Call:
    """Calls a tool in this process, through the protocol."""

    async def called(name: str, given: dict[str, Any]) -> CallToolResult:
        async with Client(server(tools)) as client:
            return await client.call_tool(name, given)

    return lambda name, **given: asyncio.run(called(name, given))
