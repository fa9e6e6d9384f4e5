"""Statements as lines of a page."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from dateline.model.party import Party
from dateline.model.position import Saying
from dateline.views.agenda import decision_words
from dateline.views.outward import link, one_line
from dateline.views.statements import act_of, quoted_words, source_of, who_says
from dateline.views.wording import full_day

__all__ = ["Line", "lines_by_day", "said_line"]

LONGEST = 400


@dataclass(frozen=True, kw_only=True)
class Line:
    """A statement: who does what, in which words, where they stand, and what people decided of it."""

    id: str
    speaker: str
    who: str
    act: str
    words: str
    topic: str
    source: str
    document: str | None
    url: str | None
    decided: tuple[str, ...]


def said_line(row: Saying, names: Mapping[str, Party]) -> Line:
    """One statement."""
    first = row.carriers[0] if row.carriers else None
    return Line(
        id=row.id,
        speaker=row.speaker,
        who=who_says(row, names),
        act=act_of(row, names),
        words=quoted_words(row, LONGEST),
        topic=one_line(row.topic) if row.topic and row.topic.casefold() not in row.words.casefold() else "",
        source=source_of(row),
        document=first.id if first else None,
        url=link(first.url) if first else None,
        decided=tuple(decision_words(each) for each in row.judgements),
    )


def lines_by_day(rows: Iterable[Saying], names: Mapping[str, Party]) -> Iterator[tuple[str, list[Line]]]:
    """The statements under their days, in the order they are given."""
    for day, found in groupby(rows, key=lambda row: row.day):
        yield full_day(day) if day else "No date", [said_line(row, names) for row in found]
