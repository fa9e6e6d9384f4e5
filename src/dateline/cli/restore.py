"""`dateline restore`: a ledger back from a copy."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import Database
from dateline.cli.output import json_line

__all__ = ["restore"]


def restore(
    copy: Annotated[str, typer.Argument(metavar="FILE", help="A copy that `dateline backup` made.")],
    json: Annotated[bool, typer.Option("--json", help="What came of it as an object, for programs.")] = False,
    database: Database = None,
) -> None:
    """Put a copy in the place of the ledger. The ledger that was there, whole or damaged, is kept beside it under a new name.

    What was added after the copy was made is not in it: `dateline add` takes the same stories in again.

    Exit codes: 0 the ledger is that of the copy; 2 it could not be brought back (the message says why).

    Example: `dateline restore ledger-monday.db`
    """
    from dateline.app.backup import restore as bring_back
    from dateline.app.settings import read_settings

    settings = read_settings(database=database)
    made = bring_back(settings, Path(copy))
    former = str(made.former) if made.former else None
    if json:
        sys.stdout.write(json_line({"ok": True, "documents": made.documents, "former": former}))
    else:
        sys.stdout.write(f"{made.documents:,} documents brought back from {copy} to {settings.shown_database}\n")
        if former:
            sys.stdout.write(f"the ledger that was there is now {former}\n")
