"""`dateline meeting`: what people know of meetings themselves."""

from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.judge import report
from dateline.cli.options import Database
from dateline.cli.output import whoami

if TYPE_CHECKING:
    from dateline.model.judgement import Verb

__all__ = ["group"]

group = typer.Typer(
    help="Meetings that no story told of, and what people know of those that stories did.", no_args_is_help=True
)

Entry = Annotated[str, typer.Argument(metavar="ID", help="Id of the meeting, or its beginning.")]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="Why, or from whom you know.")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who says so, if not you.")]
Json = Annotated[bool, typer.Option("--json", help="What came of it as an object, for programs.")]


@group.command()
def add(
    party: Annotated[
        list[str] | None, typer.Option("--party", metavar="P", help="A party, by id or name; several times.")
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="2022-01-12, 2022-01-10/2022-01-13, 2022-01, or a moment.")
    ] = None,
    place: Annotated[str | None, typer.Option("--place", metavar="PLACE", help="The city or country.")] = None,
    forum: Annotated[str | None, typer.Option("--forum", metavar="FORUM", help="The standing format.")] = None,
    person: Annotated[
        list[str] | None, typer.Option("--person", metavar="NAME", help='Who takes part: "Ana Lopes (PRT)"; several times.')
    ] = None,
    kind: Annotated[str, typer.Option("--kind", help="talks, summit, council, visit, call …")] = "talks",
    status: Annotated[str, typer.Option("--status", help="proposed, scheduled, confirmed, held …")] = "scheduled",
    level: Annotated[str | None, typer.Option("--level", help="The rank of those who meet.")] = None,
    topic: Annotated[str | None, typer.Option("--topic", help="What about.")] = None,
    title: Annotated[str | None, typer.Option("--title", help="A line for a person to read.")] = None,
    as_given: Annotated[
        bool, typer.Option("--as-given", help="Keep parties and places that nobody knows as they are given.")
    ] = False,
    note: Note = "",
    by: By = None,
    json: Json = False,
    database: Database = None,
) -> None:
    """Add a meeting that no story told of. Its evidence is your word; stories that tell of it later join it.

    Where it is one that stories told of already, it joins that meeting, and says so with the command that parts the two.

    Exit codes: 0 it is kept; 2 the command could not be carried out.

    Example: `dateline meeting add --party NATO --party Russia --date 2022-01-12 --place Brussels --note "by telephone"`
    """
    from dateline.app import judge
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings

    if not (party or person or forum):
        raise typer.BadParameter("say who meets: --party, --person or --forum")
    ledger = open_ledger(read_settings(database=database).database)
    try:
        made = judge.add_meeting(
            ledger,
            parties=party or [],
            people=person or [],
            fields={"kind": kind, "status": status, "date": date, "forum": forum, "place": place, "level": level,
                    "topic": topic, "title": title},
            by=by or whoami(),
            note=note,
            as_given=as_given,
        )  # fmt: skip
    finally:
        ledger.close()
    report(made, json=json)


@group.command()
def confirm(entry: Entry, note: Note = "", by: By = None, json: Json = False, database: Database = None) -> None:
    """Say that a meeting is confirmed: a party stands by it.

    Exit codes: 0 it is kept; 2 there is no such meeting, or the command could not be carried out.

    Example: `dateline meeting confirm 2092d33f --note "the ministry, by telephone"`
    """
    decide(entry, "meeting confirm", None, note, by, json=json, database=database)


@group.command()
def move(
    entry: Entry,
    date: Annotated[str, typer.Argument(metavar="DATE", help="The new date; none for put off without one.")],
    note: Note = "",
    by: By = None,
    json: Json = False,
    database: Database = None,
) -> None:
    """Say that a meeting is moved to another date, or put off.

    Exit codes: 0 it is kept; 2 there is no such meeting, or the command could not be carried out.

    Example: `dateline meeting move 2092d33f 2022-01-14 --note "the host is ill"`
    """
    decide(entry, "meeting move", date, note, by, json=json, database=database)


@group.command()
def cancel(entry: Entry, note: Note = "", by: By = None, json: Json = False, database: Database = None) -> None:
    """Say that a meeting is called off.

    Exit codes: 0 it is kept; 2 there is no such meeting, or the command could not be carried out.

    Example: `dateline meeting cancel 2092d33f`
    """
    decide(entry, "meeting cancel", None, note, by, json=json, database=database)


def decide(entry: str, verb: "Verb", date: str | None, note: str, by: str | None, *, json: bool, database: str | None) -> None:
    """Keep what a person knows of a meeting."""
    from dateline.app.judge import judge
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings

    ledger = open_ledger(read_settings(database=database).database, create=False)
    try:
        field = "date" if date is not None else None
        made = judge(ledger, entry, verb, by=by or whoami(), note=note, field=field, value=date)
    finally:
        ledger.close()
    report(made, json=json)
