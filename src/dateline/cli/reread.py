"""`dateline reread`: the stories of the ledger, by newer rules."""

import sys
from functools import partial
from typing import Annotated

import typer

from dateline.cli.options import By, Database, Jobs, MaxCost, Model
from dateline.cli.output import complain, complain_of, counted, json_line, progress

__all__ = ["reread"]


def reread(
    everything: Annotated[bool, typer.Option("--all", help="All stories, not only those read by older rules.")] = False,
    json: Annotated[bool, typer.Option("--json", help="The summary as an object, for programs.")] = False,
    model: Model = None,
    jobs: Jobs = None,
    reader: By = "rules",
    max_cost: MaxCost = None,
    database: Database = None,
) -> None:
    """Read the stories of the ledger again by the rules of this version. What people decided stays.

    Each story is put in place of its older reading whole or not at all; stop and run again at will. What a language model
    read stays as it is, unless --reader has a model read again, or --all is given.

    Exit codes: 0 all were read; 1 some could not be (their older readings stay); 2 the command could not be carried out.

    Examples:

    * `dateline reread`
    * `dateline reread --reader both --all` lays a language model's reading over that of the rules
    """
    from dateline.app import pipeline
    from dateline.app.gather import Gathered
    from dateline.app.gather import reread as read_again
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings

    settings, second = read_settings(database=database, model=model), pipeline.open_second(reader, max_cost)
    ledger, gathered = open_ledger(settings.database, create=False), Gathered()
    try:
        parser = partial(pipeline.open_parser, settings)
        again = read_again(ledger, parser, gathered, everything=everything, second=second, jobs=jobs)
        for _ in progress(again, None, wanted=True):
            pass
    finally:
        ledger.close()
    if second is not None:
        complain(second.told)
    complain_of(gathered.troubles, "stories that could not be read")
    if json:
        meetings = sorted(gathered.meetings)
        sys.stdout.write(json_line({"ok": True, "stories": gathered.given, "meetings": meetings}))
    else:
        stories, changed = counted(gathered.given, "story", "stories"), counted(len(gathered.meetings), "meeting")
        sys.stdout.write(f"{stories} read again; {changed} new or changed\n")
    if gathered.troubles:
        raise typer.Exit(1)
