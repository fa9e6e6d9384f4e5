"""`dateline judge`: a person decides."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import Database
from dateline.cli.output import json_line, whoami

if TYPE_CHECKING:
    from dateline.app.judge import Judged

__all__ = ["judge", "report"]

WORDS = {"confirm": 0, "reject": 0, "correct": 2, "same-as": 1, "not-same": 1, "undo": 0}
"""Verdict -> how many words it takes."""


def judge(
    entry: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="Id, or its beginning, of a meeting, a report of one, a statement, an event or a relation."
        ),
    ],
    verdict: Annotated[str, typer.Argument(metavar="VERDICT", help="confirm, reject, correct, same-as, not-same or undo.")],
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[FIELD VALUE | ID]", help="What to correct and how; or the other meeting.")
    ] = None,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="Why.")] = "",
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides, if not you.")] = None,
    json: Annotated[bool, typer.Option("--json", help="What came of it as an object, for programs.")] = False,
    database: Database = None,
) -> None:
    """Decide of an entry; what people decide holds against every rule and story, also when the stories are read again.

    `confirm`: it is as the ledger has it. `reject`: it is none; it goes from every listing. `correct FIELD VALUE`: a field
    has this value, `none` for no value. `undo` takes the last decision on it back.

    Fields of a meeting: status, date, place, kind, forum, parties, people, level, convener, venue, topic, outcome, title. Of
    a statement: speaker (an id, a name, or "Name (RUS)" for whom no story names), of, kind, target, said. Of an event:
    actors (or source), recipients, type, mode, cameo, date, status. Of a relation: kind, source, target, office, from,
    until. A new speaker speaks for his own side and a new type has its own codes, unless these are corrected too.

    `same-as ID` and `not-same ID`: two meetings are one; or are not, for which a report can be named. `dateline decisions`
    lists what was decided and takes it back.

    Exit codes: 0 it is decided; 2 there is no such entry, or the command could not be carried out.

    Examples:

    * `dateline judge 2092d33f correct date 2022-01-13 --note "the host told us"`
    * `dateline judge 2092d33f same-as 71be0c55`
    * `dateline judge 5b1e77c0 correct speaker "Ana Lopes (PRT)"`
    """
    from dateline.app.judge import judge as decide
    from dateline.app.judge import undo_last
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings

    given = list(words or ())
    if verdict not in WORDS:
        raise typer.BadParameter(f"{verdict!r} is no verdict; it is one of {', '.join(WORDS)}")
    if len(given) != WORDS[verdict]:
        raise typer.BadParameter(f"{verdict} takes {('no word', 'one id', 'a field and a value')[WORDS[verdict]]} after it")
    ledger = open_ledger(read_settings(database=database).database, create=False)
    try:
        if verdict == "undo":
            made = undo_last(ledger, entry, by=by or whoami())
        else:
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
    report(made, json=json)


def report(made: "Judged", *, json: bool) -> None:
    """Say what came of a decision."""
    judgement = made.judgement
    if json:
        told = {"ok": True, "decision": judgement.id, "meetings": sorted(made.meetings), "entry": made.entry}
        added = {"report": judgement.one[0].report, "joined": made.joined} if judgement.verb == "meeting add" else {}
        sys.stdout.write(json_line(told | added))
        return
    changed = ", ".join(sorted(name[:8] for name in made.meetings)) or "none"
    what = f"{judgement.kind} changed: {made.entry[:8]}" if made.entry else f"meetings changed: {changed}"
    sys.stdout.write(f"decision {judgement.id}\n{what}\n")
    if made.joined:
        mine, other = judgement.one[0].report[:8], made.joined[:8]
        parting = f"dateline judge {mine} not-same {other}"
        sys.stdout.write(f"it joined meeting {other}, which the ledger had already; if they are two: {parting}\n")
