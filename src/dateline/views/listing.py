"""What listings of said or stated things share: rows as one object, and lines under the days of their stories."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Protocol, TypeVar

from rich.text import Text as Words

from dateline.model.judgement import Judgement
from dateline.model.party import Party
from dateline.views.agenda import decision_words, folded
from dateline.views.wording import full_day, name_of

__all__ = ["WIDEST", "Names", "by_day", "page_json"]

Names = Mapping[str, Party]

WIDEST = 100


class Listed(Protocol):
    """A row of a listing: the day of its story, and what people decided of it."""

    @property
    def day(self) -> date | None: ...

    @property
    def judgements(self) -> Sequence[Judgement]: ...


Row = TypeVar("Row", bound=Listed)


def page_json(rows: Sequence[Row], of_row: Callable[[Row], dict[str, Any]], names: Names, total: int) -> dict[str, Any]:
    """The rows of a listing with `--json`, of so many in all."""
    return {
        "ok": True,
        "rows": [of_row(row) for row in rows],
        "truncated": len(rows) < total,
        "names": {party: name_of(party, names) for party in sorted(names)},
    }


def by_day(
    rows: Sequence[Row], line: Callable[[Row], Words], under: Callable[[Row], Words], total: int, width: int, narrower: str
) -> Iterator[Words]:
    """The rows under the days of their stories, the newest day first; of so many in all, and what narrows them."""
    heading = None
    for row in rows:
        now = full_day(row.day) if row.day else "No date"
        if now != heading:
            if heading is not None:
                yield Words()
            yield Words(now, "bold blue")
            heading = now
        yield from folded(line(row), width, "  ", "     ")
        yield from folded(under(row), width, "     ", "     ")
        for each in row.judgements:
            yield from folded(Words(decision_words(each), "dim"), width, "     ", "     ")
    if len(rows) < total:
        yield Words()
        yield Words(f"{total - len(rows):,} more; --limit shows more of them, {narrower} narrow them", "dim")
