"""Options that several commands share, each written once."""

from typing import Annotated

import typer

from dateline.app import engine
from dateline.model.quoted import ReadBy

__all__ = [
    "By",
    "Columns",
    "Database",
    "Dates",
    "Engine",
    "Feed",
    "Following",
    "Jobs",
    "Lines",
    "MaxCost",
    "Model",
    "Out",
    "Past",
    "Paths",
    "Published",
    "Shards",
    "Table",
    "Urls",
]

Database = Annotated[
    str | None, typer.Option("--database", metavar="URL", help="The ledger, if not that of DATELINE_DATABASE.")
]

Model = Annotated[str | None, typer.Option("--model", metavar="NAME", help="An installed spaCy model to read with.")]

By = Annotated[
    ReadBy,
    typer.Option("--reader", help="Who reads: our rules, a language model held to the words, or both laid over each other."),
]

MaxCost = Annotated[
    float | None,
    typer.Option("--max-cost", metavar="MONEY", help="Ask a model no more than this costs (DATELINE_MODEL_PRICES)."),
]

Out = Annotated[str | None, typer.Option("--out", "-o", metavar="OUT", help="Write to this file instead of standard output.")]

Jobs = Annotated[
    int | None,
    typer.Option("--jobs", min=1, metavar="N", help="Processes that read at once, if not one a processor core."),
]

Engine = Annotated[
    engine.Engine,
    typer.Option("--engine", help="Who reads many: processes of this machine, or workers on a Ray cluster."),
]

Paths = Annotated[
    list[str] | None, typer.Argument(metavar="FILE|FOLDER|-", help="Stories, folders of stories, or - for standard input.")
]

Lines = Annotated[
    str | None, typer.Option("--jsonl", metavar="IN", help="Stories as JSON Lines, an object a line; - for standard input.")
]

Shards = Annotated[
    list[str] | None,
    typer.Option(
        "--jsonl", metavar="IN", help="Stories as JSON Lines, an object a line; - for standard input; can be given again."
    ),
]

Urls = Annotated[
    list[str] | None, typer.Option("--url", "-u", metavar="URL", help="A page, or what lies at an address; can be repeated.")
]

Feed = Annotated[
    str | None, typer.Option("--feed", metavar="FILE|URL", help="A feed or calendar, once (see `dateline follow`).")
]

Table = Annotated[
    str | None, typer.Option("--csv", metavar="IN", help="A table with a header, a story a row; - for standard input.")
]

Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--map", metavar="FIELD=NAME", help="Which field or column is what: text=body,title=head.main; can be repeated."
    ),
]

Dates = Annotated[
    str | None,
    typer.Option("--dates", metavar="dmy|mdy|ymd", help="The order in dates of figures: with dmy 07.01.2022 is 7 January."),
]

Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="The day of publication, whatever the stories say: 2022-01-04."),
]

Following = Annotated[
    str | None, typer.Option("--next", metavar="LENGTH", help="Today and the days after it, or those after --from: 7d, 2w.")
]

Past = Annotated[str | None, typer.Option("--last", metavar="LENGTH", help="The days until today, or until --to: 7d, 2w.")]
