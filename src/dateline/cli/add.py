"""`dateline add`: stories into the ledger."""

import logging
import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import (
    By,
    Columns,
    Database,
    Dates,
    Engine,
    Feed,
    Jobs,
    MaxCost,
    Model,
    Paths,
    Published,
    Shards,
    Table,
    Urls,
)
from dateline.cli.output import complain, complain_of, counted, json_line, progress, stdin

if TYPE_CHECKING:
    from dateline.app.gather import Gathered

__all__ = ["add"]


log = logging.getLogger(__name__)


def add(
    sources: Paths = None,
    jsonl: Shards = None,
    urls: Urls = None,
    feed: Feed = None,
    table: Table = None,
    columns: Columns = None,
    dates: Dates = None,
    dry: Annotated[bool, typer.Option("--dry-run", help="Say what would be added; read and keep nothing.")] = False,
    database: Database = None,
    json: Annotated[bool, typer.Option("--json", help="The summary as an object, for programs.")] = False,
    published: Published = None,
    model: Model = None,
    jobs: Jobs = None,
    engine: Engine = "local",
    again: Annotated[bool, typer.Option("--again", help="Let in again what `dateline forget` took out.")] = False,
    reader: By = "rules",
    max_cost: MaxCost = None,
) -> None:
    """Add stories to the ledger: what they say of meetings, laid over what it knows of them, and who said what.

    Stories can come in any order, and again: what the ledger has is not read twice and changes nothing. Each story is
    kept whole or not at all. One in a language that is not read yet is kept with that problem and says nothing.

    Exit codes: 0 all stories are in the ledger; 1 some could not be read, or were forgotten and stay out (standard error says
    which and why); 2 the command could not be carried out (usage, input not found, model or database missing).

    Examples:

    * `dateline add stories/` adds a folder
    * `dateline add --jsonl stories.jsonl` adds many
    * `dateline add --engine ray --jsonl stories.jsonl` has them read by a Ray cluster
    * `dateline add --csv table.csv --map text=words,published=day --dates dmy` adds the rows of a table
    * `dateline add --url https://example.org/story.html` adds a page
    * `dateline add story.txt --again` lets in what was forgotten
    * `dateline add --reader both stories/` reads with a language model too (DATELINE_MODEL_URL)
    """
    from dateline.app import pipeline
    from dateline.app.door.rows import Counts
    from dateline.app.engine import check
    from dateline.app.follow import preview
    from dateline.app.gather import Gathered, gather
    from dateline.app.missing import Missing
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings
    from dateline.app.sources import Sources, told_of

    told = told_of(columns, dates)
    given = Sources(paths=sources or (), jsonl=jsonl or (), table=table, feed=feed, urls=urls or (), told=told)
    if given.ways != 1:
        raise typer.BadParameter("give stories to add in one way: FILE, FOLDER or -, --jsonl, --csv, --feed or --url")
    settings = read_settings(database=database, model=model)
    day = pipeline.day_of(published) if published else None
    stories = given.stories(settings, stdin())
    second = pipeline.open_second(reader, max_cost)
    check(engine, second)
    there = settings.database_file is None or settings.database_file.exists()
    ledger, gathered = open_ledger(settings.database) if there or not dry else None, Gathered()
    missing = Missing()
    try:
        stories = missing.count(pipeline.published(stories, day))
        if ledger is None or dry:
            names = preview(ledger, stories, gathered)
        else:
            parser = partial(pipeline.open_parser, settings)
            names = gather(ledger, stories, parser, gathered, again=again, second=second, jobs=jobs, engine=engine)
        for name in progress(names, given.total, wanted=True):
            log.debug("%s %s", "not kept" if dry else "kept", name)
    finally:
        if ledger is not None:
            ledger.close()
    if second is not None:
        complain(second.told)
    complain_of(gathered.troubles, "stories that could not be added")
    for warning in missing.warnings():
        complain(warning)
    if json:
        sys.stdout.write(json_line(Counts.of(gathered, missing).to_dict()))
    else:
        sys.stdout.write(in_words(gathered, settings.shown_database, dry=dry))
    if gathered.troubles:
        raise typer.Exit(1)


def in_words(gathered: "Gathered", database: str, *, dry: bool) -> str:
    """What came of it, for a person."""
    copies = f" ({counted(gathered.copies, 'copy', 'copies')} of others)" if gathered.copies else ""
    stories = [f"{gathered.new} new{copies}"] if gathered.new or not gathered.given else []
    if gathered.mended:
        stories.append(f"{gathered.mended} dated that had no date")
    if gathered.known:
        stories.append(f"{gathered.known} already known")
    if gathered.troubles:
        stories.append(f"{len(gathered.troubles)} could not be added")
    lines = [f"{counted(gathered.given, 'story', 'stories')}: {', '.join(stories)}"]
    if (gathered.new or gathered.mended) and not dry:
        found = [
            f"{counted(len(gathered.meetings), 'meeting')} new or changed",
            counted(gathered.statements, "statement"),
            *([counted(gathered.problems, "problem")] if gathered.problems else []),
        ]
        lines.append(", ".join(found))
    return "\n".join([*lines, "nothing was kept (--dry-run)" if dry else f"ledger: {database}"]) + "\n"
