"""`dateline teach`: what held of a model's answers, as lessons for the small readers."""

from typing import Annotated

import typer

from dateline.cli.options import Database, Model, Out
from dateline.cli.output import complain, complain_of, counted, opened, progress, say, stdin

__all__ = ["teach"]


def teach(
    answers: Annotated[
        str, typer.Argument(metavar="ANSWERS", help="The output of a batch that was taken; - for standard input.")
    ],
    out: Out = None,
    model: Model = None,
    database: Database = None,
) -> None:
    """Write what held of a model's answers as lessons: stories marked in the form that the training of our readers takes.

    An entry held where its words stand in the story and both readers read it alike, or where people confirmed it in the
    ledger. Paragraphs with an entry in doubt are left out of the lesson, so that nothing is taught to be nothing.

    Exit codes: 0 the lessons are written; 1 some answers could not be taken; 2 the command could not be carried out.

    Example: `dateline teach answers.jsonl --out lessons.txt`
    """
    from dateline.app.opening import open_ledger
    from dateline.app.second.kept import KeptAnswers
    from dateline.app.second.taking import lines_of, take
    from dateline.app.second.teaching import lessons
    from dateline.app.settings import read_settings

    kept, settings = KeptAnswers(), read_settings(database=database, model=model)
    taken = take(kept, lines_of(answers, stdin()))
    there = settings.database_file is None or settings.database_file.exists()
    ledger = open_ledger(settings.database, create=False) if there else None
    written = 0
    try:
        with opened(out, answers, settings.database_file) as stream:
            for each in progress(lessons(kept, taken, settings, ledger), len(taken.stories), wanted=True):
                stream.write((("\n" if written else "") + each).encode("utf-8", "replace"))
                written += 1
    finally:
        if ledger is not None:
            ledger.close()
    complain_of(taken.troubles, "answers that could not be taken")
    told = say if out not in (None, "-") else complain
    told(f"{counted(written, 'lesson')} of {counted(len(taken.stories), 'story', 'stories')}")
    if taken.troubles:
        raise typer.Exit(1)
