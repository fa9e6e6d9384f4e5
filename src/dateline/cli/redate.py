"""`dateline redate`: the day of publication of stories that the ledger has without it, or with a wrong one."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import Columns, Database, Dates, Lines, MaxCost, Model, Table
from dateline.cli.output import complain_of, counted, json_line, progress, say, stdin
from dateline.model.quoted import ReadBy

if TYPE_CHECKING:
    from dateline.app.gather import Gathered
    from dateline.app.redate import Left, Redated
    from dateline.app.settings import Settings
    from dateline.app.sources import Sources

__all__ = ["redate"]


def redate(
    what: Annotated[
        str | None,
        typer.Argument(metavar="DOCUMENT|FILE", help="A document by id or name; without DAY a file of stories."),
    ] = None,
    day: Annotated[str | None, typer.Argument(metavar="DAY", help='Its day of publication: 2022-01-04, "last friday".')] = None,
    jsonl: Lines = None,
    table: Table = None,
    columns: Columns = None,
    dates: Dates = None,
    json: Annotated[bool, typer.Option("--json", help="What came of it as an object, for programs.")] = False,
    model: Model = None,
    reader: Annotated[
        ReadBy | None,
        typer.Option("--reader", help="Who reads it now, as `dateline add` has it; asked for where a language model did."),
    ] = None,
    max_cost: MaxCost = None,
    database: Database = None,
) -> None:
    """Give a story of the ledger its day of publication, or put a wrong one right. Its words are read anew.

    The document takes the place of what it was: no copy is made, meetings are put together anew, and what people decided
    stays. A story that a language model read is read anew only where --reader says by whom. A file holds the same stories
    with their dates: those that the ledger has without one are dated, the others left alone. Adding it (`dateline add`) does
    the same, and adds the others.

    Exit codes: 0 all is well; 1 some stories could not be read; 2 there is no such document, or the command could not be
    carried out.

    Examples:

    * `dateline redate story.txt 2022-01-04` dates one story
    * `dateline redate --jsonl stories.jsonl --dates dmy` dates those of a file
    """
    from dateline.app.settings import read_settings
    from dateline.app.sources import Sources, told_of

    settings = read_settings(database=database, model=model)
    if what and day and not jsonl and not table:
        show(one(what, day, settings, reader, max_cost), json=json)
        return
    given = Sources(paths=[what] if what else (), jsonl=[jsonl] if jsonl else (), table=table, told=told_of(columns, dates))
    if day or given.ways != 1:
        raise typer.BadParameter("give a DOCUMENT and its DAY, or the same stories with their dates: FILE, --jsonl or --csv")
    gathered, left = several(given, settings, reader, max_cost)
    complain_of(gathered.troubles, "stories that could not be dated")
    if json:
        sys.stdout.write(json_line(summary(gathered, left)))
    else:
        unknown, undated = len(left.unknown), len(left.undated)
        say(f"{gathered.mended} dated; {unknown} not in the ledger without a date; {undated} given without one")
        say(f"{counted(len(gathered.meetings), 'meeting')} new or changed")
    if gathered.troubles:
        raise typer.Exit(1)


def one(what: str, day: str, settings: "Settings", reader: ReadBy | None, max_cost: float | None) -> "Redated":
    """Date one document."""
    from dateline.app import pipeline
    from dateline.app.days import published
    from dateline.app.gather import Way
    from dateline.app.opening import open_ledger
    from dateline.app.redate import redated

    second = pipeline.open_second(reader or "rules", max_cost)
    way = Way(lambda: pipeline.open_parser(settings), second)
    ledger = open_ledger(settings.database, create=False)
    try:
        return redated(
            ledger, what, published(day), by=reader, rules=way.rules, read=lambda each: pipeline.reread(each, settings, second)
        )
    finally:
        ledger.close()


def several(given: "Sources", settings: "Settings", reader: ReadBy | None, max_cost: float | None) -> tuple["Gathered", "Left"]:
    """Date the stories that are given with their dates."""
    from dateline.app import pipeline
    from dateline.app.gather import Gathered, gather
    from dateline.app.opening import open_ledger
    from dateline.app.redate import Left, mendable

    stories = pipeline.published(given.stories(settings, stdin()), None)
    second = pipeline.open_second(reader or "rules", max_cost)
    ledger, gathered, left = open_ledger(settings.database, create=False), Gathered(), Left()
    try:
        wanted = mendable(ledger, stories, left, reader)
        dated = gather(ledger, wanted, lambda: pipeline.open_parser(settings), gathered, second=second)
        for _ in progress(dated, given.total, wanted=True):
            pass
    finally:
        ledger.close()
    return gathered, left


def show(done: "Redated", *, json: bool) -> None:
    """What came of dating one document."""
    document, before = done.document, done.before.isoformat() if done.before else None
    now = document.published.isoformat() if document.published else None
    if json:
        told = {"document": document.id, "name": document.name, "published": now, "before": before}
        sys.stdout.write(json_line({"ok": True, **told, "meetings": sorted(done.meetings)}))
    elif now == before:
        say(f"{document.name}: published {now}, as it was")
    else:
        changed = counted(len(done.meetings), "meeting")
        say(f"{document.name}: published {now} ({before or 'no date'} before); {changed} new or changed")


def summary(gathered: "Gathered", left: "Left") -> dict[str, object]:
    """What came of dating several, for programs."""
    return {
        "ok": True, "stories": gathered.given, "mended": gathered.mended, "unknown": left.unknown, "undated": left.undated,
        "unread": len(gathered.troubles), "meetings": sorted(gathered.meetings),
    }  # fmt: skip
