"""`dateline ask`: the questions about stories, as a batch file for a language model."""

from typing import Annotated

import typer

from dateline.cli.options import Columns, Dates, Feed, Out, Paths, Published, Shards, Table
from dateline.cli.output import complain, counted, json_line, opened, say, stdin

__all__ = ["ask"]

LETTERS = 4
"""Characters of English to a token, roughly."""


def ask(
    sources: Paths = None,
    jsonl: Shards = None,
    feed: Feed = None,
    table: Table = None,
    columns: Columns = None,
    dates: Dates = None,
    out: Out = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="The model asked, if not that of DATELINE_MODEL_NAME.")
    ] = None,
    published: Published = None,
) -> None:
    """Write the questions of the second reader about stories: one a story, several for a long one. Nothing is sent.

    The file is a batch as OpenAI and servers like it take it; each line holds one request, with the story in it. The stories
    are kept in your data directory, so that `dateline take` can hold the answers to their words.

    Exit codes: 0 all is written; 1 some stories could not be taken in; 2 the command could not be carried out.

    Examples:

    * `dateline ask stories.jsonl --out questions.jsonl`
    * `dateline ask stories/ --name some-model -o questions.jsonl`
    """
    from dateline.app import pipeline
    from dateline.app.second.kept import KeptAnswers
    from dateline.app.second.questions import MODEL, all_questions, batch_line
    from dateline.app.settings import read_server, read_settings
    from dateline.app.sources import Sources, told_of
    from dateline.model.problem import Refusal

    given = Sources(paths=sources or (), jsonl=jsonl or (), table=table, feed=feed, told=told_of(columns, dates))
    if given.ways != 1:
        raise typer.BadParameter("give stories to ask about in one way: FILE, FOLDER or -, --jsonl, --csv or --feed")
    settings, kept = read_settings(), KeptAnswers()
    model = name or read_server().name or MODEL
    day = pipeline.day_of(published) if published else None
    stories = pipeline.published(given.stories(settings, stdin()), day)
    refused = written = letters = 0
    with opened(out, *given.files, settings.database_file) as stream:
        for each in all_questions(stories):
            if isinstance(each, Refusal):
                refused += 1
                complain(f"{each.name}: {'; '.join(problem.what for problem in each.problems)}")
                continue
            kept.ask(each, model)
            stream.write(json_line(batch_line(each, model)).encode())
            written, letters = written + 1, letters + len(each.system) + len(each.user)
    told = say if out not in (None, "-") else complain
    told(f"{counted(written, 'question')} to {model}, about {letters // LETTERS:,} tokens; nothing was sent")
    if refused:
        raise typer.Exit(1)
