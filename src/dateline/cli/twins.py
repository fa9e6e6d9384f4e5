"""`dateline twins`: which stories tell the same."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.options import Out
from dateline.cli.output import complain, json_line, opened, progress, stdin

if TYPE_CHECKING:
    from dateline.model.problem import Refusal
    from dateline.model.twin import Twin

__all__ = ["twins"]


def twins(
    jsonl: Annotated[
        str, typer.Option("--jsonl", metavar="IN", help="Stories as JSON Lines, an object a line; - for standard input.")
    ],
    out: Out = None,
) -> None:
    """Find the stories that tell the same: copies, edited or not, excerpts, and later versions.

    One object a line, in the order of the stories: `twin_of` is the one that was published first of those that tell the same
    (null for that one and for those that stand alone), `kind` what this one is to it, `overlap` how much they share.

    Exit codes: 0 all stories were compared; 1 some lines are no stories (their objects say why); 2 the command could not
    be carried out (usage, input not found).

    Example:

    * `dateline twins --jsonl stories.jsonl --out twins.jsonl`
    """
    from dateline.app import pipeline
    from dateline.app.settings import read_settings
    from dateline.app.twins import same_stories
    from dateline.model.problem import Refusal

    stories = progress(pipeline.line_stories(jsonl, stdin()), pipeline.count_lines(jsonl), wanted=True)
    refused = given = 0
    with opened(out, jsonl, read_settings().database_file) as stream:
        for outcome in same_stories(stories):
            given += 1
            refused += isinstance(outcome, Refusal)
            stream.write(json_line(as_json(outcome)).encode())
    if refused:
        complain(f"{refused} of {given} stories could not be read; their records say why")
        raise typer.Exit(1)


def as_json(outcome: "Twin | Refusal") -> dict[str, Any]:
    """The object of one story."""
    from dateline.model.problem import Refusal

    if isinstance(outcome, Refusal):
        problems = [{"room": problem.room, "what": problem.what, "where": None} for problem in outcome.problems]
        return {"id": outcome.name, "twin_of": None, "kind": None, "overlap": 0.0, "problems": problems}
    return {"id": outcome.id, "twin_of": outcome.twin_of, "kind": outcome.kind, "overlap": outcome.overlap}
