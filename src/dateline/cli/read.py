"""`dateline read`: what stories say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, BinaryIO, Literal

import typer

from dateline.cli.options import (
    By,
    Columns,
    Dates,
    Engine,
    Feed,
    Jobs,
    MaxCost,
    Model,
    Out,
    Paths,
    Published,
    Shards,
    Table,
    Urls,
)
from dateline.cli.output import WIDTH, complain, is_terminal, json_line, json_page, opened, progress, stdin
from dateline.model.problem import Refusal
from dateline.model.reading import Reading

__all__ = ["read"]

Form = Literal["brief", "json", "lines", "markdown", "html"]


def read(
    sources: Paths = None,
    jsonl: Shards = None,
    urls: Urls = None,
    feed: Feed = None,
    table: Table = None,
    columns: Columns = None,
    dates: Dates = None,
    out: Out = None,
    brief: Annotated[bool, typer.Option("--brief", help="A brief for a person (the default for files).")] = False,
    json: Annotated[bool, typer.Option("--json", help="The record: one object for one file, else one a line.")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="The brief as Markdown.")] = False,
    html: Annotated[bool, typer.Option("--html", help="The brief as an HTML page.")] = False,
    doubtful: Annotated[
        bool, typer.Option("--all", help="Doubtful entries too (confidence below 0.3, events below 0.5).")
    ] = False,
    published: Published = None,
    model: Model = None,
    jobs: Jobs = None,
    engine: Engine = "local",
    reader: By = "rules",
    max_cost: MaxCost = None,
) -> None:
    """Read stories: when published, who meets whom, who said what, each value with its words.

    Exit codes: 0 all stories were read; 1 some could not be (their records, or standard error, say why); 2 the command
    could not be carried out (usage, input not found, model missing).

    Examples:

    * `dateline read story.txt` prints a brief
    * `dateline read --json story.txt` gives the record, for programs
    * `dateline read --jsonl stories.jsonl --out records.jsonl` reads many
    * `dateline read --jsonl -` answers each line as it comes, for as long as another program writes
    * `dateline read --jsonl crawl.jsonl --map text=page.words --dates mdy` names what is called otherwise
    * `dateline read --engine ray --jsonl 2021.jsonl --jsonl 2022.jsonl --out records.jsonl` reads shards on a Ray cluster
    * `dateline read --feed news.xml --json` reads the entries of a feed
    * `dateline read --url https://example.org/story.html` reads a page
    * `dateline read --reader both story.txt` reads with a language model too (DATELINE_MODEL_URL)
    """
    from dateline.app import bulk, pipeline
    from dateline.app.engine import check
    from dateline.app.missing import Missing
    from dateline.app.settings import read_settings
    from dateline.app.sources import Sources, told_of

    told = told_of(columns, dates)
    given = Sources(paths=sources or (), jsonl=jsonl or (), table=table, feed=feed, urls=urls or (), told=told)
    if given.ways != 1:
        raise typer.BadParameter("give stories to read in one way: FILE, FOLDER or -, --jsonl, --csv, --feed or --url")
    many = given.many
    asked: dict[Form, bool] = {"brief": brief, "json": json, "markdown": markdown, "html": html}
    form = chosen_form([name for name, wanted in asked.items() if wanted] or ["json" if jsonl else "brief"], many=many)
    day = pipeline.day_of(published) if published else None
    settings = read_settings(model=model)
    pipe = pipeline.piped(stdin()) if jsonl == ["-"] else None
    stories = given.stories(settings, stdin(), pipe)
    second = pipeline.open_second(reader, max_cost)
    check(engine, second)
    parser = pipeline.open_parser(settings)
    waits = pipe.waits if pipe else pipeline.never
    tally, missing = Tally(), Missing()
    with opened(out, *given.files, settings.database_file) as stream:
        counted = missing.count(pipeline.published(stories, day))
        read_by = bulk.readings(counted, parser, waits, jobs, second, engine)
        outcomes = tally.count(read_by, doubtful=doubtful)
        person = out in (None, "-") and is_terminal()
        write(form, progress(outcomes, given.total, wanted=many and not person), stream, with_document=not jsonl, person=person)
    for warning in missing.warnings() if missing.stories > 1 or missing.undecided else ():
        complain(warning)
    if second is not None:
        complain(second.told)
    tally.finish(each=form != "lines")


def chosen_form(asked: list[Form], *, many: bool) -> Form:
    """The one form asked for; a record of several stories is a line of each."""
    if len(asked) > 1:
        raise typer.BadParameter("choose one of --brief, --json, --markdown and --html")
    return "lines" if asked[0] == "json" and many else asked[0]


@dataclass
class Tally:
    """How many stories were given, and those that could not be read, with the reason."""

    given: int = 0
    unread: int = 0
    refusals: tuple[Refusal, ...] = ()

    def count(self, outcomes: Iterable[Reading | Refusal], *, doubtful: bool) -> Iterator[Reading | Refusal]:
        """The same outcomes, counted; doubtful entries are left out unless wanted."""
        for outcome in outcomes:
            self.given += 1
            if isinstance(outcome, Refusal):
                self.unread += 1
                self.refusals += (outcome,) if len(self.refusals) < 20 else ()
                yield outcome
            else:
                self.unread += outcome.is_unread
                yield outcome if doubtful else outcome.without_doubtful()

    def finish(self, *, each: bool) -> None:
        """Say what could not be read, and leave with the exit code for it."""
        if each:
            for refusal in self.refusals:
                complain(f"{refusal.name}: {'; '.join(problem.what for problem in refusal.problems)}")
        if self.unread and self.given > 1:
            complain(f"{self.unread} of {self.given} stories could not be read" + ("" if each else "; their records say why"))
        if self.unread:
            raise typer.Exit(1)


def write(form: Form, outcomes: Iterable[Reading | Refusal], stream: BinaryIO, *, with_document: bool, person: bool) -> None:
    """Write the outcomes in a form."""
    if form in ("json", "lines"):
        write_records(outcomes, stream, with_document=with_document, pages=form == "json" and person)
    elif form == "brief":
        write_briefs(outcomes, stream, person=person)
    else:
        write_markup(form, outcomes, stream)


def write_records(outcomes: Iterable[Reading | Refusal], stream: BinaryIO, *, with_document: bool, pages: bool) -> None:
    """The contract's records, each for whoever waits for it."""
    from dateline.views.record import failure, record

    for outcome in outcomes:
        if isinstance(outcome, Refusal):
            value = failure(outcome.name, outcome.problems)
        else:
            value = record(outcome, with_document=with_document)
        stream.write((json_page if pages else json_line)(value).encode())
        stream.flush()


def write_briefs(outcomes: Iterable[Reading | Refusal], stream: BinaryIO, *, person: bool) -> None:
    """Briefs as text, in colours where a person reads along."""
    from dateline.views.brief import brief
    from dateline.views.brief_text import plain, show

    first = True
    for outcome in outcomes:
        if isinstance(outcome, Refusal):
            continue
        rule = "" if first else "\n" + "─" * WIDTH + "\n\n"
        first = False
        if person:
            from rich.console import Console

            console = Console()
            console.print(rule, end="", soft_wrap=True)
            show(brief(outcome), console)
        else:
            stream.write((rule + plain(brief(outcome), WIDTH)).encode("utf-8", "replace"))
            stream.flush()


def write_markup(form: Form, outcomes: Iterable[Reading | Refusal], stream: BinaryIO) -> None:
    """Briefs as Markdown or HTML."""
    from dateline.views.brief import brief
    from dateline.views.brief_markup import html, markdown

    briefs = [brief(outcome) for outcome in outcomes if isinstance(outcome, Reading)]
    if briefs:
        stream.write((html if form == "html" else markdown)(briefs).encode("utf-8", "replace"))
