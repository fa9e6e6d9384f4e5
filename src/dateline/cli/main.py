"""`dateline`: the commands, and what becomes of errors."""

import logging
import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import Annotated, Any, NoReturn

import typer

from dateline import __version__
from dateline.cli import decisions, knowledge, meeting, watch
from dateline.cli.add import add
from dateline.cli.agenda import agenda
from dateline.cli.ask import ask
from dateline.cli.backup import backup
from dateline.cli.brief import brief
from dateline.cli.changes import changes
from dateline.cli.code import code
from dateline.cli.digest import digest
from dateline.cli.doctor import doctor
from dateline.cli.dyads import dyads
from dateline.cli.explain import explain
from dateline.cli.export import export
from dateline.cli.follow import follow
from dateline.cli.forget import forget
from dateline.cli.judge import judge
from dateline.cli.mcp import mcp
from dateline.cli.output import complain
from dateline.cli.positions import positions
from dateline.cli.read import read
from dateline.cli.redate import redate
from dateline.cli.relations import relations
from dateline.cli.reread import reread
from dateline.cli.restore import restore
from dateline.cli.review import review
from dateline.cli.serve import serve
from dateline.cli.show import show
from dateline.cli.source import source
from dateline.cli.statements import statements
from dateline.cli.stories import stories
from dateline.cli.take import take
from dateline.cli.teach import teach
from dateline.cli.timeline import timeline
from dateline.cli.twins import twins
from dateline.model.errors import DatelineError

__all__ = ["COMMANDS", "GROUPS", "app", "run"]

COMMANDS: tuple[Callable[..., Any], ...] = (
    read, code, add, follow, serve, mcp, ask, take, teach, agenda, timeline, changes, digest, brief, stories, show, statements,
    positions, relations, export, dyads, explain, judge, review, forget, redate, reread, source, twins, doctor, backup, restore,
)  # fmt: skip
"""Every command, in the order of `dateline --help`; each is a function of its own module, which bears its name."""

GROUPS: tuple[tuple[str, typer.Typer], ...] = (
    ("meeting", meeting.group),
    ("watch", watch.group),
    ("decisions", decisions.group),
    ("knowledge", knowledge.group),
)
"""Commands of several words, each group a module of its own."""

app = typer.Typer(
    name="dateline",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in COMMANDS:
    app.command()(command)
for name, group in GROUPS:
    app.add_typer(group, name=name)


def show_version(wanted: bool) -> None:
    """Print the version and leave."""
    if wanted:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback(epilog="Example: **dateline read story.txt** prints what a story says, and where it says it.")
def main(
    show: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Print the version and leave.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Tell everything, with tracebacks, on standard error.")] = False,
) -> None:
    """Reads the news and keeps the diplomatic ledger: who met, who is to meet, who said what, each with its source.

    Exit codes: 0 all is well; 1 a story could not be read, or `doctor` found something wrong; 2 the command could not
    be carried out (usage, input not found, model or database missing).
    """
    logging.basicConfig(stream=sys.stderr, format="%(name)s: %(message)s", level=logging.WARNING)
    logging.getLogger("dateline").setLevel(logging.DEBUG if debug else logging.WARNING)


def run() -> None:
    """Run `dateline`; what a person can mend is said in one line, with exit code 2."""
    give_streams()
    try:
        try:
            app()
        finally:
            sys.stdout.flush()  # here, where a full disk or a closed pipe can still be told
    except DatelineError as error:
        fail(str(error))
    except BrokenPipeError:
        hush()
        sys.exit(0)
    except SystemExit as end:
        if not isinstance(end.__context__, BrokenPipeError):
            raise
        hush()
        sys.exit(0)  # whoever read along had enough; the libraries call that an error
    except OSError as error:
        hush()
        what = error.filename or "standard output"
        fail(f"{what}: {error.strerror or error}; see that there is room, and that it may be read and written")


def give_streams() -> None:
    """Where a program was started without standard output or error, what it says goes nowhere; what their encoding has no
    characters for (bytes of a file's name, often) is written as an escape."""
    sys.stdout = sys.stdout or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    sys.stderr = sys.stderr or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def hush() -> None:
    """Let go of a standard output that takes nothing, or the interpreter complains when it flushes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def fail(why: str) -> NoReturn:
    """Say what went wrong and leave; with `--debug` the error goes on, with all that led to it."""
    if logging.getLogger("dateline").isEnabledFor(logging.DEBUG):
        raise
    complain(why)
    sys.exit(2)
