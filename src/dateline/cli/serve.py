"""`dateline serve`: the desk, pages to work at in a browser."""

from typing import Annotated

import typer

from dateline.cli.options import Database
from dateline.cli.output import complain

__all__ = ["serve"]


def serve(
    port: Annotated[int, typer.Option("--port", metavar="N", min=1, max=65535, help="The port to listen on.")] = 8765,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="The address to listen on.")] = "127.0.0.1",
    demo: Annotated[bool, typer.Option("--demo", help="The six example stories, in a ledger that is thrown away.")] = False,
    database: Database = None,
) -> None:
    """Open the desk: the ledger as pages in a browser, and its rows for programs. It listens on this machine alone.

    Exit codes: 0 it was ended; 2 the command could not be carried out.

    Examples:

    * `dateline serve --demo` shows the example stories at http://127.0.0.1:8765/
    * `dateline serve --port 9000` opens the ledger of `DATELINE_DATABASE`
    """
    from dateline.web.serve import serve as open_desk

    open_desk(database, host, port, demo=demo, say=complain)
