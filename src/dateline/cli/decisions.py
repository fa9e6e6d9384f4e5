"""`dateline decisions`: what people decided, as a log that can be taken elsewhere, and taken back."""

import sys
from typing import Annotated

import typer

from dateline.cli.judge import report
from dateline.cli.options import Database, Out
from dateline.cli.output import json_line, opened, opened_text, say, whoami

__all__ = ["group"]

LONGEST = 120
"""Characters of what a decision is about that are printed."""

group = typer.Typer(help="What people decided: the log, and taking decisions back.", no_args_is_help=True)


@group.command("list")
def list_(database: Database = None) -> None:
    """List what was decided, oldest first, each with the words of what it is about, and with what was undone.

    Exit codes: 0 all is well; 2 the command could not be carried out.

    Example: `dateline decisions list`
    """
    from dateline.app import judge
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings

    ledger = open_ledger(read_settings(database=database).database, create=False)
    try:
        found = judge.decisions_told(ledger)
    finally:
        ledger.close()
    for each, words in found:
        what = " ".join(part for part in (each.verb, each.field, each.value) if part)
        note = f" ({each.note})" if each.note else ""
        undone = f" – undone by {each.undone_by}, {each.undone_at:%Y-%m-%d}" if each.undone_at else ""
        kind = "meeting" if each.kind == "report" else each.kind
        about = f"; {kind} “{shortened(words)}”" if words else f"; a {kind} that the ledger does not have"
        say(f"{each.id} {each.at:%Y-%m-%d %H:%M} {each.by}: {what}{note}{undone}{about}")


def shortened(words: str) -> str:
    """Words on a line, cut where they are too many."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[:LONGEST].rpartition(" ")[0] + " […]"


@group.command("export")
def export(
    out: Out = None,
    database: Database = None,
) -> None:
    """Write the log as JSON Lines, a decision a line, without words of stories.

    Exit codes: 0 all is well; 2 the command could not be carried out.

    Example: `dateline decisions export --out decisions.jsonl`
    """
    from dateline.app import judge
    from dateline.app.decisions import decision_json
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings

    settings = read_settings(database=database)
    ledger = open_ledger(settings.database, create=False)
    try:
        found = judge.decisions(ledger)
    finally:
        ledger.close()
    with opened(out, settings.database_file) as stream:
        for each in found:
            stream.write(json_line(decision_json(each)).encode())


@group.command("import")
def import_(
    log: Annotated[str, typer.Argument(metavar="LOG", help="A log as `export` writes it; - for standard input.")],
    database: Database = None,
) -> None:
    """Take in a log: all of it, or nothing if a line is broken. What the ledger has already changes nothing.

    Decisions on stories that the ledger does not have yet wait for them.

    Exit codes: 0 all is well; 2 the command could not be carried out.

    Example: `dateline decisions import decisions.jsonl`
    """
    from dateline.app.decisions import take_in
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings

    lines = opened_text(log)
    ledger = open_ledger(read_settings(database=database).database)
    try:
        new, changed = take_in(ledger, lines)
    finally:
        ledger.close()
    sys.stdout.write(f"{new} new decisions; {len(changed)} meetings changed\n")


@group.command("undo")
def undo(
    decision: Annotated[str, typer.Argument(metavar="ID", help="Id of the decision, or its beginning.")],
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who takes it back, if not you.")] = None,
    json: Annotated[bool, typer.Option("--json", help="What came of it as an object, for programs.")] = False,
    database: Database = None,
) -> None:
    """Take a decision back. It stays in the log, and what it changed is as the stories have it.

    Exit codes: 0 it is undone; 2 there is no such decision, or the command could not be carried out.

    Example: `dateline decisions undo 5d1f00aa`
    """
    from dateline.app import judge
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings

    ledger = open_ledger(read_settings(database=database).database, create=False)
    try:
        made = judge.undo(ledger, decision, by=by or whoami())
    finally:
        ledger.close()
    report(made, json=json)
