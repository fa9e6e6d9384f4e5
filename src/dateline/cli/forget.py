"""`dateline forget`: a document out of the ledger again."""

import sys
from typing import Annotated

import typer

from dateline.cli.options import Database, Model
from dateline.cli.output import complain, json_line, say, whoami

__all__ = ["forget"]


def forget(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its id, the beginning of it, or its name.")],
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="Why; kept beside the tombstone.")] = "",
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who asks for it, if not you.")] = None,
    json: Annotated[bool, typer.Option("--json", help="What came of it as an object, for programs.")] = False,
    model: Model = None,
    database: Database = None,
) -> None:
    """Take a document and all that rests on it out of the ledger, as when its publisher asks for it.

    Its words, what was read in them, and what the log of the meetings says of them go; meetings that other stories tell of
    are put together anew. A tombstone without any of its words stays: the document, and the same words from the same
    outlet, are refused from then on (`dateline add --again` lets them in). Copies in other outlets stay.

    Exit codes: 0 it is gone; 2 there is no such document, or the command could not be carried out.

    Example: `dateline forget story.txt --note "asked for by the publisher"`
    """
    from dateline.app import pipeline
    from dateline.app.forget import forget as take_out
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings

    settings = read_settings(database=database, model=model)
    ledger = open_ledger(settings.database, create=False)
    try:
        gone = take_out(ledger, document, by=by or whoami(), note=note, read=lambda copy: pipeline.reread(copy, settings))
    finally:
        ledger.close()
    if json:
        sys.stdout.write(json_line({"ok": True, "document": gone.document, "meetings": sorted(gone.meetings)}))
    else:
        number = len(gone.meetings)
        say(f"forgotten: {gone.name} ({gone.document}); {number} meetings changed or ended")
    if gone.unmodelled:
        complain("the rules alone read what takes its place: `dateline reread --reader both` lays a model's reading over it")
