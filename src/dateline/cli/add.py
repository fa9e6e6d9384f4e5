"""`dateline add`: stories into the ledger."""

import logging
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.output import complain, json_line, progress, stdin

if TYPE_CHECKING:
    from dateline.app.gather import Gathered

__all__ = ["add"]

SHOWN = 20
"""Stories that could not be read are named up to this number."""

log = logging.getLogger(__name__)


def add(
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="FILE|FOLDER|-", help="Stories, folders of stories, or - for standard input.")
    ] = None,
    jsonl: Annotated[
        str | None,
        typer.Option("--jsonl", metavar="IN", help="Stories as JSON Lines, an object a line; - for standard input."),
    ] = None,
    database: Annotated[
        str | None, typer.Option("--database", metavar="URL", help="The ledger, if not that of DATELINE_DATABASE.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The summary as an object, for programs.")] = False,
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="The day of publication, whatever the stories say: 2022-01-04."),
    ] = None,
    model: Annotated[str | None, typer.Option("--model", metavar="NAME", help="An installed spaCy model to read with.")] = None,
    again: Annotated[bool, typer.Option("--again", help="Let in again what `dateline forget` took out.")] = False,
) -> None:
    """Add stories to the ledger: what they say of meetings, laid over what it knows of them, and who said what.

    Stories can come in any order, and again: what the ledger has is not read twice and changes nothing. Each story is
    kept whole or not at all.

    Exit codes: 0 all stories are in the ledger; 1 some could not be read, or were forgotten and stay out (standard error says
    which and why); 2 the command could not be carried out (usage, input not found, model or database missing).

    Examples:

    * `dateline add stories/` adds a folder
    * `dateline add --jsonl stories.jsonl` adds many
    * `dateline add story.txt --again` lets in what was forgotten
    """
    from dateline.app import pipeline
    from dateline.app.gather import Gathered, gather
    from dateline.app.keep import open_ledger
    from dateline.app.settings import read_settings

    if bool(sources) == bool(jsonl):
        raise typer.BadParameter("give stories to add: FILE, FOLDER or -, or else --jsonl IN")
    settings = read_settings(database=database, model=model)
    day = pipeline.day_of(published) if published else None
    stories = pipeline.line_stories(jsonl, stdin()) if jsonl else pipeline.path_stories(sources or [], stdin())
    ledger, gathered = open_ledger(settings.database), Gathered()
    try:
        kept = gather(
            ledger, pipeline.published(stories, day), lambda: pipeline.open_parser(settings.model), gathered, again=again
        )
        for name in progress(kept, pipeline.count_lines(jsonl) if jsonl else None, wanted=True):
            log.debug("kept %s", name)
    finally:
        ledger.close()
    for name, what in gathered.troubles[:SHOWN]:
        complain(f"{name}: {what}")
    if len(gathered.troubles) > SHOWN:
        complain(f"and {len(gathered.troubles) - SHOWN} more stories that could not be added")
    sys.stdout.write(json_line(summary(gathered)) if json else in_words(gathered, settings.shown_database))
    if gathered.troubles:
        raise typer.Exit(1)


def summary(gathered: "Gathered") -> dict[str, Any]:
    """What came of it, for programs."""
    return {
        "ok": True,
        "stories": gathered.given,
        "new": gathered.new,
        "known": gathered.known,
        "unread": len(gathered.troubles),
        "meetings": sorted(gathered.meetings),
        "reports": gathered.reports,
        "statements": gathered.statements,
        "problems": gathered.problems,
    }


def in_words(gathered: "Gathered", database: str) -> str:
    """What came of it, for a person."""
    stories = [f"{gathered.new} new"] if gathered.new or not gathered.given else []
    if gathered.known:
        stories.append(f"{gathered.known} already known")
    if gathered.troubles:
        stories.append(f"{len(gathered.troubles)} could not be added")
    lines = [f"{counted(gathered.given, 'story', 'stories')}: {', '.join(stories)}"]
    if gathered.new:
        found = [
            f"{counted(len(gathered.meetings), 'meeting', 'meetings')} new or changed",
            counted(gathered.statements, "statement", "statements"),
            *([counted(gathered.problems, "problem", "problems")] if gathered.problems else []),
        ]
        lines.append(", ".join(found))
    return "\n".join([*lines, f"ledger: {database}"]) + "\n"


def counted(number: int, one: str, many: str) -> str:
    """A number and what it counts."""
    return f"{number:,} {one if number == 1 else many}"
