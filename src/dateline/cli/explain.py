"""`dateline explain`: why the ledger says what it says."""

import sys
from typing import Annotated

import typer

from dateline.cli.options import Database
from dateline.cli.output import WIDTH, is_terminal, json_line, json_page, write_lines

__all__ = ["explain"]


def explain(
    entry: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="Id, or its beginning, of a meeting, report, statement, event, relation or document."
        ),
    ],
    json: Annotated[bool, typer.Option("--json", help="The tree as an object, for programs.")] = False,
    database: Database = None,
) -> None:
    """Print the derivation of an entry as a tree: each value, the words it rests on, the rule, and what was assumed.

    Exit codes: 0 all is well; 2 the ledger has no such entry, or the command could not be carried out.

    Example: `dateline explain 2092d33f` explains the meeting that the agenda shows under this id.
    """
    from dateline.app import ask
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings
    from dateline.views.explain import branch_json, explanation, tree_lines

    ledger = open_ledger(read_settings(database=database).database, create=False)
    try:
        tree = explanation(ask.explained(ledger, entry))
    finally:
        ledger.close()
    if json:
        value = {"ok": True, **branch_json(tree)}
        sys.stdout.buffer.write((json_page if is_terminal() else json_line)(value).encode("utf-8", "replace"))
    else:
        write_lines(lambda _: tree_lines(tree), WIDTH)
