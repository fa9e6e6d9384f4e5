"""When a relation began or ended."""

from datetime import date

import pytest

from dateline.model.document import Text
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.when import When
from dateline.reading.parse import Parser
from dateline.reading.relations.dates import Dates, both, bound
from tests.reading.relations.build import told

CASES: list[tuple[str, list[str]]] = [
    ("Latvia has been a member of NATO since 2004.", ["LVA member NATO, from 2004"]),
    ("Croatia, a member of the EU since July 2013, objected.", ["HRV member EU, from 2013-07"]),
    ("Qatar was a member of OPEC until 2019.", ["QAT member OPEC, until 2019"]),
    ("On Monday Latvia, a member of NATO, objected.", ["LVA member NATO"]),
    ("Latvia joined NATO in 2004 and the EU in the same year.", ["LVA member NATO, from 2004"]),
    ("Gabon left OPEC last year.", ["GAB member OPEC, until 2018"]),
    ("Gabon left OPEC in January and rejoined it in March.", ["GAB member OPEC, until 2019-01"]),
    ("Latvia's membership of NATO since 2004 is popular.", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_the_text_tells(parser: Parser, text: str, wanted: list[str]) -> None:
    assert told(parser, text) == wanted


EVIDENCE = Evidence(Span.of(Text("", "in May 2004"), 0, 2, "text"), "rule")


@pytest.mark.parametrize(
    ("preposition", "dated", "wanted"),
    [
        ("since", None, "from"),
        ("from", "until", "from"),
        ("until", None, "until"),
        ("through", "from", "until"),
        ("in", "from", "from"),
        ("on", "until", "until"),
        ("", "from", "from"),
        ("in", None, None),
        ("before", "from", None),
        ("after", "until", None),
    ],
)
def test_which_end_a_date_tells(preposition: str, dated: str | None, wanted: str | None) -> None:
    assert bound(preposition, dated) == wanted


def test_either_gives_its_dates_and_the_first_wins() -> None:
    one, other = (Sourced(When(day, day), (EVIDENCE,)) for day in (date(2004, 5, 1), date(2007, 1, 1)))
    assert both(Dates(one, None), Dates(other, other)) == Dates(one, other)
