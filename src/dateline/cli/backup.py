"""`dateline backup`: a copy of the ledger."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import Database
from dateline.cli.output import json_line

__all__ = ["backup"]


def backup(
    copy: Annotated[str, typer.Argument(metavar="FILE", help="Where the copy goes; an older copy there is replaced.")],
    json: Annotated[bool, typer.Option("--json", help="What came of it as an object, for programs.")] = False,
    database: Database = None,
) -> None:
    """Copy the ledger into one file, while others go on reading and writing it.

    The copy is looked through before it takes the place of an older one: a damaged ledger never replaces a good copy.

    Exit codes: 0 the copy is there; 2 it could not be made (the message says why).

    Example: `dateline backup ledger-monday.db`
    """
    from dateline.app.backup import back_up
    from dateline.app.settings import read_settings

    settings = read_settings(database=database)
    made = back_up(settings, Path(copy))
    if json:
        sys.stdout.write(json_line({"ok": True, "documents": made.documents, "file": copy}))
    else:
        sys.stdout.write(f"{made.documents:,} documents copied from {settings.shown_database} to {copy}\n")
