"""Who holds an office later than anybody looked: a person as an assumption, then nobody."""

from datetime import date, timedelta

import pytest

from dateline.knowledge.freshness import TRUSTED, as_of
from dateline.knowledge.parties import holders
from dateline.reading.parse import Parser
from tests.reading.parties.reading import cast_of, sides

HELD = as_of("parties/holders")
HOLDER = next(term.person for term in holders() if (term.party, term.office, term.until) == ("TUR", "president", None))


@pytest.mark.parametrize(
    ("day", "party", "assumed"),
    [
        (HELD, HOLDER, False),
        (HELD + timedelta(days=1), HOLDER, True),
        (HELD + TRUSTED, HOLDER, True),
        (HELD + TRUSTED + timedelta(days=1), "TUR:president", False),
        (date(2060, 1, 1), "TUR:president", False),
    ],
)
def test_an_office_after_the_day_it_was_checked(parser: Parser, day: date, party: str, assumed: bool) -> None:
    cast = cast_of(parser, "The Turkish president opened the bridge.", day)
    [named] = [each for each in cast.parties if each.kind in ("person", "unnamed")]
    assert (named.id, named.of) == (party, "TUR")
    assert [evidence.assumed for mention in named.mentions for evidence in mention.evidence] == [assumed]


@pytest.mark.parametrize(("days", "party"), [(1, [HOLDER]), (TRUSTED.days + 1, [])])
def test_an_office_that_refers_back(parser: Parser, days: int, party: list[str]) -> None:
    cast = cast_of(parser, "Turkish envoy Anna Berg left. The president smiled.", HELD + timedelta(days=days))
    assert sides(cast, "president") == party


def test_a_person_who_is_named_needs_no_assumption(parser: Parser) -> None:
    cast = cast_of(parser, f"Turkish President {HOLDER} opened the bridge.", date(2060, 1, 1))
    [named] = [each for each in cast.parties if each.kind == "person"]
    assert (named.id, named.office) == (HOLDER, "president")
    assert not any(evidence.assumed for mention in named.mentions for evidence in mention.evidence)
