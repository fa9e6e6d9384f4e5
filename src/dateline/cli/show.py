"""`dateline show`: a story with its marks."""

import sys
from typing import Annotated

import typer

from dateline.cli.options import Database
from dateline.cli.output import WIDTH, is_terminal, json_line, json_page, write_lines

__all__ = ["show"]


def show(
    document: Annotated[
        str,
        typer.Argument(
            metavar="DOCUMENT", help="Id, or its beginning, of a document or of an entry in it; or its name or address."
        ),
    ],
    doubtful: Annotated[
        bool, typer.Option("--all", help="Doubtful entries too (confidence below 0.3, statements 0.44, events 0.5).")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Words, marks and entries as one object, for programs.")] = False,
    database: Database = None,
) -> None:
    """Print a story of the ledger, in a terminal with the words of meetings, statements, events, parties and times in colours;
    under it the entries with their ids. Relations are not among them: `dateline relations` lists those.

    The words are those that were read for the story: of several texts that tell it, the one that the ledger goes by.

    Exit codes: 0 all is well; 2 the ledger has no such document, or the command could not be carried out.

    Examples:

    * `dateline show 8663a5f4` shows the story that `dateline stories` lists under this id
    * `dateline show https://example.org/story.html --json`
    """
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings
    from dateline.app.show import shown
    from dateline.views.show import show_json, show_lines

    ledger = open_ledger(read_settings(database=database).database, create=False)
    try:
        found = shown(ledger, document, doubtful=doubtful)
    finally:
        ledger.close()
    if json:
        sys.stdout.buffer.write((json_page if is_terminal() else json_line)(show_json(found)).encode("utf-8", "replace"))
    else:
        write_lines(lambda width: show_lines(found, width, coloured=is_terminal()), WIDTH)
