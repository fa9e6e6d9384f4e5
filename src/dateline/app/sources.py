"""Where stories come from, however they are given: files, folders, lines, tables, feeds, addresses, standard input."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from dateline.app.pipeline import Pipe, count_lines, is_many, line_stories, path_stories
from dateline.app.settings import Settings
from dateline.app.web import feed_stories, fetcher_for, is_address, page_stories
from dateline.intake.figures import order_of
from dateline.intake.formats import NOTHING, Declared, declared
from dateline.model.document import Document
from dateline.model.errors import InputError
from dateline.model.problem import Refusal

__all__ = ["Sources", "told_of"]


def told_of(names: Sequence[str] | None, dates: str | None) -> Declared:
    """What the giver says of the stories: `--map` and `--dates`."""
    return Declared(declared(names or ()), order_of(dates))


@dataclass(frozen=True, kw_only=True)
class Sources:
    """One way in which stories are given; `urls` and web addresses among `paths` are fetched."""

    paths: Sequence[str] = ()
    jsonl: Sequence[str] = ()
    table: str | None = None
    feed: str | None = None
    urls: Sequence[str] = ()
    told: Declared = NOTHING

    @property
    def ways(self) -> int:
        """In how many ways stories are given; one is wanted."""
        return sum(map(bool, (self.paths, self.jsonl, self.table, self.feed, self.urls)))

    @property
    def many(self) -> bool:
        """Can more than one story come of it?"""
        one = len(self.paths) + len(self.urls) <= 1
        return bool(self.jsonl or self.table or self.feed) or not one or any(is_many(path) for path in self.paths)

    @property
    def total(self) -> int | None:
        """How many stories there are, where that is known without reading them."""
        if self.jsonl:
            counts = [count_lines(path) for path in self.jsonl]
            return None if None in counts else sum(count or 0 for count in counts)
        return len(self.urls) or (None if any(is_many(path) for path in self.paths) else len(self.paths)) or None

    @property
    def files(self) -> tuple[str, ...]:
        """What is read, where it is a file: it must not be written over."""
        return tuple(path for path in (*self.paths, *self.jsonl, self.table, self.feed) if path and not is_address(path))

    def stories(self, settings: Settings, stdin: BinaryIO, pipe: Pipe | None = None) -> Iterator[Document | Refusal]:
        """The stories, in order. What must exist does, before the first is read. Lines of standard input come by `pipe`."""
        if self.jsonl:
            return chain.from_iterable([line_stories(path, stdin, pipe, self.told) for path in self.jsonl])
        if self.table:
            return table_stories(self.table, stdin, self.told)
        if self.feed:
            return feed_stories(self.feed, lambda: fetcher_for(settings), stdin)
        if self.urls:
            return page_stories(self.urls, fetcher_for(settings))
        if not any(is_address(path) for path in self.paths):
            return path_stories(self.paths, stdin, self.told)
        fetcher = fetcher_for(settings)
        ways = [
            page_stories([path], fetcher) if is_address(path) else path_stories([path], stdin, self.told) for path in self.paths
        ]
        return chain.from_iterable(ways)


def table_stories(given: str, stdin: BinaryIO, told: Declared) -> Iterator[Document | Refusal]:
    """The stories of a table; `-` is standard input."""
    from dateline.intake.csv_lines import from_table

    if given == "-":
        yield from from_table(stdin, "-", told)
        return
    if not Path(given).is_file():
        raise InputError(f"no such file: {given}; --csv takes a table with a header, or - for standard input")
    try:
        with Path(given).open("rb") as stream:
            yield from from_table(stream, Path(given).name, told)
    except OSError as error:
        raise InputError(f"{given}: {error.strerror or error}") from error
