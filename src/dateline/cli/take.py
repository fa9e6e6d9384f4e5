"""`dateline take`: the answers of a batch, held to the words of their stories."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.options import By, Model, Out
from dateline.cli.output import complain_of, counted, json_line, opened, progress, stdin

if TYPE_CHECKING:
    from dateline.app.second.taking import Taken
    from dateline.model.problem import Refusal
    from dateline.model.reading import Reading

__all__ = ["take"]


def take(
    answers: Annotated[
        str, typer.Argument(metavar="ANSWERS", help="The output of a batch, a line an answer; - for standard input.")
    ],
    stories: Annotated[
        str | None,
        typer.Option("--stories", metavar="IN", help="The stories as JSON Lines, where they were asked about elsewhere."),
    ] = None,
    out: Out = None,
    reader: By = "model",
    doubtful: Annotated[bool, typer.Option("--all", help="With --out: doubtful entries too.")] = False,
    json: Annotated[bool, typer.Option("--json", help="The summary as an object, for programs.")] = False,
    model: Model = None,
) -> None:
    """Take the answers to the questions of `dateline ask`: each is kept, and its quotes are counted against the story.

    From then on `read`, `add` and `reread` with `--reader model` or `both` use them, and send nothing. With --out the stories
    are read with them now, and their records written.

    Exit codes: 0 all answers are taken; 1 some could not be (standard error says which and why); 2 the command could not be
    carried out.

    Examples:

    * `dateline take answers.jsonl`
    * `dateline take answers.jsonl --out records.jsonl --reader both`
    * `dateline add --reader both stories.jsonl` afterwards puts them into the ledger
    """
    from dateline.app import pipeline
    from dateline.app.second.kept import KeptAnswers
    from dateline.app.second.questions import MODEL
    from dateline.app.second.taking import expect, lines_of, read_taken
    from dateline.app.second.taking import take as take_in
    from dateline.app.settings import read_server, read_settings

    kept, settings = KeptAnswers(), read_settings(model=model)
    if stories is not None:
        expect(kept, pipeline.published(pipeline.line_stories(stories, stdin()), None), read_server().name or MODEL)
    taken = take_in(kept, lines_of(answers, stdin()))
    if out is not None:
        with opened(out, answers, stories, settings.database_file) as stream:
            outcomes = read_taken(kept, taken, settings, reader)
            for line in progress(record_lines(outcomes, doubtful=doubtful), len(taken.stories), wanted=True):
                stream.write(line)
    complain_of(taken.troubles, "answers that could not be taken")
    target = sys.stderr if out == "-" else sys.stdout
    target.write(json_line(summary(taken)) if json else in_words(taken))
    if taken.troubles:
        raise typer.Exit(1)


def record_lines(outcomes: "Iterable[Reading | Refusal]", *, doubtful: bool) -> Iterator[bytes]:
    """The records of readings by the contract, a line each."""
    from dateline.model.problem import Refusal
    from dateline.views.record import failure, record

    for outcome in outcomes:
        if isinstance(outcome, Refusal):
            yield json_line(failure(outcome.name, outcome.problems)).encode()
        else:
            yield json_line(record(outcome if doubtful else outcome.without_doubtful())).encode()


def summary(taken: "Taken") -> dict[str, Any]:
    """What came of it, for programs."""
    return {
        "ok": True, "answers": taken.answers, "stories": len(taken.stories), "meetings": taken.meetings,
        "statements": taken.statements,
        "quotes": {"exact": taken.exact, "near": taken.near, "dropped": taken.dropped}, "left_out": taken.left_out,
        "tokens": list(taken.tokens), "not_taken": len(taken.troubles),
    }  # fmt: skip


def in_words(taken: "Taken") -> str:
    """What came of it, for a person."""
    formless = f"; {counted(taken.left_out, 'entry', 'entries')} had no form" if taken.left_out else ""
    stories = f"{counted(taken.answers, 'answer')} about {counted(len(taken.stories), 'story', 'stories')} taken"
    quotes = counted(taken.exact + taken.near + taken.dropped, "quote")
    stand = f"{counted(taken.exact, 'stands', 'stand')} in the text, {taken.near:,} but for marks or blanks"
    lines = [
        f"{stories}: {counted(taken.meetings, 'meeting')}, {counted(taken.statements, 'statement')}{formless}",
        f"{quotes}: {stand}, {counted(taken.dropped, 'does not and is', 'do not and are')} left out",
    ]
    if any(taken.tokens):
        lines.append(f"{taken.tokens[0]:,} tokens asked, {taken.tokens[1]:,} answered")
    return "\n".join(lines) + "\n"
