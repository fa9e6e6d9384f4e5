"""`dateline code`: what one side does to another, where both are marked already."""

from typing import Annotated, Literal

import typer

from dateline.cli.options import Model, Out
from dateline.cli.output import json_line, opened, stdin
from dateline.model.problem import Refusal

__all__ = ["code"]


def code(
    jsonl: Annotated[
        str,
        typer.Option(
            "--jsonl",
            metavar="IN",
            help='Lines of {"id", "text", "source", "target"}, sides as [start, end]; - for standard input.',
        ),
    ],
    scheme: Annotated[
        Literal["plover", "plv"],
        typer.Option("--scheme", help="plover: the manual's codes; plv: as the PLV set labels (sanctions imposed are COERCE)."),
    ] = "plover",
    out: Out = None,
    model: Model = None,
) -> None:
    """Code the event between two marked sides by PLOVER and CAMEO: one answer a line, whatever the text.

    Exit codes: 0 every line was coded; 1 some lines were none (their records say why); 2 the command could not be
    carried out (usage, input not found, model missing).

    Example: `dateline code --jsonl marked.jsonl --scheme plv`
    """
    from dateline.app import pipeline
    from dateline.app.code import codings, marked_lines
    from dateline.app.settings import read_settings
    from dateline.views.coding import coding
    from dateline.views.record import failure

    settings = read_settings(model=model)
    items = marked_lines(jsonl, stdin())
    parser = pipeline.open_parser(settings)
    refused = False
    with opened(out, jsonl, settings.database_file) as stream:
        for outcome in codings(items, parser, scheme):
            if isinstance(outcome, Refusal):
                refused = True
                stream.write(json_line(failure(outcome.name, outcome.problems)).encode())
            else:
                stream.write(json_line(coding(*outcome)).encode())
    if refused:
        raise typer.Exit(1)
