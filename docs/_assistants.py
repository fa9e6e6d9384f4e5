"""What the generated part of docs/assistants.md is made of: the tools, as an assistant is told of them."""

import asyncio

from dateline.app.settings import Settings
from dateline.assistants.serve import DATA, server
from dateline.assistants.tools import Tools
from dateline.ledger.database import open_ledger


def tools() -> str:
    """Every tool with what it answers and what it can be asked."""
    settings = Settings("sqlite:///:memory:")
    ledger = open_ledger(settings.database)
    known = asyncio.run(server(Tools(ledger, settings)).list_tools())
    ledger.close()
    rows = ["| tool | what it answers | can be asked for |", "|---|---|---|"]
    for each in known:
        asked = ", ".join(f"`{name}`" for name in each.input_schema["properties"])
        rows.append(f"| `{each.name}` | {(each.description or '').removesuffix(DATA).strip()} | {asked} |")
    return "\n".join(rows)
