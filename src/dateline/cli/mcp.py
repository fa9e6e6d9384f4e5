"""`dateline mcp`: the ledger as tools for assistants."""

from typing import Annotated

import typer

from dateline.cli.options import Database
from dateline.cli.output import complain
from dateline.model.errors import SettingsError

__all__ = ["mcp"]


def mcp(
    http: Annotated[bool, typer.Option("--http", help="Over HTTP, to this machine alone.")] = False,
    port: Annotated[int, typer.Option("--port", metavar="N", min=1, max=65535, help="The port of --http.")] = 8766,
    database: Database = None,
) -> None:
    """Give assistants the ledger as tools (Model Context Protocol): agenda, changes, statements, positions, explain, read.

    Each answers with the rows of its command's `--json`: quotes, ids, addresses. They only read; a text that is read is not
    kept. It needs the package mcp: `pip install 'dateline[mcp]'`.

    Exit codes: 0 it was ended; 2 the command could not be carried out.

    Examples:

    * `dateline mcp` is what an assistant's settings name as the command to start
    * `dateline mcp --http --port 9001` listens at http://127.0.0.1:9001/mcp
    """
    try:
        from dateline.assistants.serve import serve
    except ModuleNotFoundError as error:
        raise SettingsError("tools for assistants need the package mcp: pip install 'dateline[mcp]'") from error
    serve(database, http=http, port=port, say=complain)
