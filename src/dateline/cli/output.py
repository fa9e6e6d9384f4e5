"""How commands write: data as UTF-8 on standard output, everything said to a person on standard error."""

import getpass
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import click

from dateline.app.files import half_of, refuse_input, replaced
from dateline.model.errors import InputError
from dateline.views.outward import as_json, on_a_line, styled

__all__ = [
    "WIDTH", "complain", "complain_of", "counted", "is_terminal", "json_line", "json_page",
    "opened", "opened_text", "plain", "progress", "say", "stdin", "whoami", "write_lines",
]  # fmt: skip

if TYPE_CHECKING:
    from rich.progress import Progress
    from rich.text import Text as Words

T = TypeVar("T")

OFTEN = 0.1
"""Seconds after which a bar is drawn anew."""

SHOWN = 20
"""Troubles that are named; of more, their number is told."""

WIDTH = 100
"""Columns of text that is not written to a terminal."""


def json_line(value: Mapping[str, Any]) -> str:
    """One line of JSON Lines."""
    return as_json(value) + "\n"


def json_page(value: Mapping[str, Any]) -> str:
    """The same, laid out for a person."""
    return as_json(value, indent=2) + "\n"


def whoami() -> str:
    """The name of the person at the machine."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name for this user id
        return "somebody"


def stdin() -> BinaryIO:
    """Standard input, as bytes."""
    if sys.stdin is None:  # a program that was started without one
        raise InputError("standard input is closed: give a file, or something to read")
    return sys.stdin.buffer


def is_terminal() -> bool:
    """Does a person read standard output directly?"""
    return sys.stdout.isatty()


@contextmanager
def opened(path: str | None, *sources: str | Path | None) -> Iterator[BinaryIO]:
    """The stream of `--out`: a file, or standard output for None and `-`. What is read is never overwritten, and a file is
    replaced only once all is written."""
    if path is None or path == "-":
        stream = sys.stdout.buffer
        yield stream
        stream.flush()
        return
    refuse_input(Path(path), sources)
    half = half_of(Path(path))
    half.unlink(missing_ok=True)
    try:
        with replaced(Path(path)) as partial, partial.open("wb") as target:
            yield target
    finally:
        if half.is_file():
            complain(f"broken off: what was written until then is in {half}")


def opened_text(path: str) -> list[str]:
    """The lines of a file, or of standard input for `-`."""
    try:
        data = stdin().read() if path == "-" else Path(path).read_bytes()
        return data.decode("utf-8").splitlines()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8: {error}") from error


def progress(items: Iterable[T], total: int | None, *, wanted: bool) -> Iterable[T]:
    """The same items, with a bar on standard error where a person waits there."""
    if not wanted or not sys.stderr.isatty():
        return items
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    shown = Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
        TimeElapsedColumn(), TimeRemainingColumn(), console=Console(stderr=True), transient=True,
        auto_refresh=False,  # it would take a thread, beside which no worker is forked
    )  # fmt: skip
    return ticked(items, total, shown)


def ticked(items: Iterable[T], total: int | None, shown: "Progress") -> Iterator[T]:
    """The same items, each counted on a bar that also tells the rate."""
    start = drawn = monotonic()
    with shown:
        task = shown.add_task("reading", total=total)
        for number, item in enumerate(items, 1):
            yield item
            now = monotonic()
            rate = number / max(now - start, 0.001)
            shown.update(task, advance=1, description=f"reading {rate:,.1f}/s", refresh=now - drawn > OFTEN)
            drawn = now if now - drawn > OFTEN else drawn


def write_lines(lines: Callable[[int], Iterable["Words"]], width: int) -> None:
    """Lines of text that are made for a width: in colours where a person reads along, plain elsewhere."""
    if is_terminal():
        from rich.console import Console

        console = Console()
        for line in map(styled, lines(min(console.width, width))):
            console.print(line, soft_wrap=True, highlight=False)
    else:
        text = "".join(f"{line.plain.rstrip()}\n" for line in map(styled, lines(width)))
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))


def plain(message: str) -> str:
    """Words for a line of a terminal, without what would steer it."""
    return "".join(character if character.isprintable() else "\ufffd" for character in on_a_line(message))


def say(message: str) -> None:
    """One line on standard output, for a person."""
    sys.stdout.write(f"{on_a_line(message)}\n")


def complain(message: str) -> None:
    """One line to the person at the terminal."""
    click.echo(f"dateline: {plain(message)}", err=True)


def complain_of(troubles: Sequence[tuple[str, str]], what: str) -> None:
    """Name what could not be done, each with its cause; `what` says of the rest what they are."""
    for name, why in troubles[:SHOWN]:
        complain(f"{name}: {why}")
    if len(troubles) > SHOWN:
        complain(f"and {len(troubles) - SHOWN:,} more {what}")


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number and what it counts.

    >>> counted(1, "meeting"), counted(2_000, "story", "stories")
    ('1 meeting', '2,000 stories')
    """
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
