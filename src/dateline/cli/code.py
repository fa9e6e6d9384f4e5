"""`dateline code`: what one side does to another, in a sentence or where both are marked already."""

from typing import Annotated, Literal

import typer

from dateline.cli.options import Model, Out
from dateline.cli.output import is_terminal, json_line, json_page, opened, stdin
from dateline.model.problem import Refusal

__all__ = ["code"]


def code(
    words: Annotated[
        str | None, typer.Argument(metavar="SENTENCE", help="A sentence in which nobody marked the sides.")
    ] = None,
    jsonl: Annotated[
        str | None,
        typer.Option(
            "--jsonl",
            metavar="IN",
            help='Lines of {"id", "text", "source", "target"}, sides as [start, end]; - for standard input.',
        ),
    ] = None,
    scheme: Annotated[
        Literal["plover", "plv"],
        typer.Option("--scheme", help="plover: the manual's codes; plv: as the PLV set labels (sanctions imposed are COERCE)."),
    ] = "plover",
    json: Annotated[bool, typer.Option("--json", help="The events of the sentence as one object, for programs.")] = False,
    out: Out = None,
    model: Model = None,
) -> None:
    """Code what one side does to another by PLOVER and CAMEO.

    Of a sentence it gives its events, who to whom, or NONE and the reason; with --jsonl the event between two marked sides, one
    answer a line, whatever the text.

    Exit codes: 0 all is well, also where a sentence has no event; 1 some lines were none (their records say why); 2 the
    command could not be carried out (usage, input not found, model missing).

    Examples:

    * `dateline code "Norway imposed sanctions on Belarus."`
    * `dateline code --jsonl marked.jsonl --scheme plv`
    """
    if (words is None) == (jsonl is None):
        raise typer.BadParameter("give a SENTENCE or --jsonl IN")
    if words is not None:
        if scheme != "plover":
            raise typer.BadParameter("--scheme is for marked sides (--jsonl)")
        code_sentence(words, model, out, json=json)
    elif jsonl is not None:
        if json:
            raise typer.BadParameter("--json is for a sentence; answers to --jsonl are JSON already")
        code_lines(jsonl, scheme, model, out)


def code_sentence(words: str, model: str | None, out: str | None, *, json: bool) -> None:
    """Write the events of a sentence."""
    from dateline.app.code import sentence
    from dateline.app.settings import read_settings
    from dateline.views.coding import sentence_json, sentence_lines

    settings = read_settings(model=model)
    told = sentence(words, settings)
    answer = told.reading, told.events, told.why
    with opened(out, settings.database_file) as stream:
        if json:
            page = out is None and is_terminal()
            stream.write((json_page if page else json_line)(sentence_json(*answer)).encode("utf-8", "replace"))
        else:
            stream.write("".join(f"{line}\n" for line in sentence_lines(*answer)).encode("utf-8", "replace"))


def code_lines(jsonl: str, scheme: Literal["plover", "plv"], model: str | None, out: str | None) -> None:
    """Write the coding of each line."""
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
