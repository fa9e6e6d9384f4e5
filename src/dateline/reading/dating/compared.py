"""Years that are set against each other tell the story's own: last year against a year before it, seasons over two years."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from dateline.knowledge.lists import either
from dateline.knowledge.rules import rule
from dateline.model.document import Text
from dateline.model.evidence import Evidence, Span
from dateline.reading.dating.clue import Clue
from dateline.reading.dating.periods import near_words

__all__ = ["compared_years"]

SEASON = re.compile(r"\b(?P<first>(?:19|20)\d\d)(?:/|[-–](?=\d\d\b))(?P<last>(?:19|20)?\d\d)\b(?![-/]\d)")
SAME = r"(?:[^.;?!]|\.(?=\d)|(?<=\b[A-Z])\.)"


@cache
def against() -> re.Pattern[str]:
    """ "Last year, against 79 in 1985", "this year's 4.2, up from 3.1 in 1985"."""
    return re.compile(
        rf"\b(?P<which>last|this) year\b{SAME}{{0,90}}?\b{either('dating/lists', 'against')}\s{SAME}{{0,60}}?"
        r"(?<![\d.,-])(?P<year>(?:19|20)\d\d)\b(?![-/\d])",
        re.IGNORECASE,
    )


def compared_years(text: Text) -> Iterator[Clue]:
    """Both kinds; of the seasons only the last."""
    for match in near_words(against(), "(?:last|this) year", text.body, 190):
        year = int(match["year"]) + (2 if match["which"].lower() == "last" else 1)
        window = (date(year, 1, 1), date(year, 12, 31))
        evidence = Evidence(Span.of(text, *match.span()), rule("dating", "against a year"))
        yield Clue("counted", evidence, strong=match["which"].lower() == "last", terms=(window,))
    seasons = [(last_year(match), match) for match in SEASON.finditer(text.body)]
    known = [(year, match) for year, match in seasons if year == int(match["first"]) + 1]
    if known:
        year, match = max(known, key=lambda each: (each[0], -each[1].start()))
        window = (date(year - 1, 4, 1), date(year, 12, 31))
        evidence = Evidence(Span.of(text, *match.span()), rule("dating", "season over two years"))
        yield Clue("counted", evidence, strong=False, terms=(window,))


def last_year(match: re.Match[str]) -> int:
    """The second year of "1986/87" or "1999/2000"."""
    first, last = int(match["first"]), match["last"]
    return int(last) if len(last) == 4 else (first + 1) // 100 * 100 + int(last)
