"""`dateline judge`: a person decides."""

import sys
from typing import Annotated

import typer

from dateline.cli.options import Database
from dateline.cli.output import json_line, whoami

__all__ = ["judge"]

WORDS = {"confirm": 0, "reject": 0, "correct": 2, "same-as": 1, "not-same": 1}
"""Verdict -> how many words it takes."""


def judge(
    entry: Annotated[str, typer.Argument(metavar="ID", help="Id, or its beginning, of a meeting or of a report of one.")],
    verdict: Annotated[str, typer.Argument(metavar="VERDICT", help="confirm, reject, correct, same-as or not-same.")],
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[FIELD VALUE | ID]", help="What to correct and how; or the other meeting.")
    ] = None,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="Why.")] = "",
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides, if not you.")] = None,
    json: Annotated[bool, typer.Option("--json", help="What came of it as an object, for programs.")] = False,
    database: Database = None,
) -> None:
    """Decide of a meeting; what people decide holds against every rule and story, also when the stories are read again.

    `confirm`: it is as the ledger has it. `reject`: it is none; it goes from the agenda. `correct FIELD VALUE`: a field
    (status, date, place, kind, forum, parties, people, level, convener, venue, topic, outcome, title) has this value,
    `none` for no value. `same-as ID` and `not-same ID`: two meetings are one; or are not, for which a report can be named.
    `dateline decisions` lists what was decided and takes it back.

    Exit codes: 0 it is decided; 2 there is no such entry, or the command could not be carried out.

    Examples:

    * `dateline judge 2092d33f correct date 2022-01-13 --note "the host told us"`
    * `dateline judge 2092d33f same-as 71be0c55`
    """
    from dateline.app.judge import judge as decide
    from dateline.app.keep import open_ledger
    from dateline.app.settings import read_settings

    given = list(words or ())
    if verdict not in WORDS:
        raise typer.BadParameter(f"{verdict!r} is no verdict; it is one of {', '.join(WORDS)}")
    if len(given) != WORDS[verdict]:
        raise typer.BadParameter(f"{verdict} takes {('no word', 'one id', 'a field and a value')[WORDS[verdict]]} after it")
    ledger = open_ledger(read_settings(database=database).database, create=False)
    try:
        made = decide(
            ledger,
            entry,
            verdict,  # type: ignore[arg-type]
            by=by or whoami(),
            note=note,
            other=given[0] if verdict.endswith(("-as", "-same")) else None,
            field=given[0] if verdict == "correct" else None,
            value=given[1] if verdict == "correct" else None,
        )
    finally:
        ledger.close()
    report(made.judgement.id, made.meetings, json=json)


def report(decision: str, meetings: tuple[str, ...], *, json: bool) -> None:
    """Say what came of a decision."""
    if json:
        sys.stdout.write(json_line({"ok": True, "decision": decision, "meetings": sorted(meetings)}))
    else:
        changed = ", ".join(sorted(name[:8] for name in meetings)) or "none"
        sys.stdout.write(f"decision {decision}\nmeetings changed: {changed}\n")
