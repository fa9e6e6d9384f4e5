"""The names of persons in a sentence, without what stands around them."""

import pytest

from dateline.reading.parse import Parser
from dateline.reading.parties.hits import look
from tests.conftest import EXAMPLE_DAY
from tests.reading.parties.reading import sentence_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Angela Merkel left.", ["Angela Merkel"]),
        ("President Karin Holm left early.", ["Karin Holm"]),
        ("The envoy, Mr. Paul Otieno, left.", ["Paul Otieno"]),
        ("Anna Berg's envoy left.", ["Anna Berg"]),
        ("Minister Abe spoke.", ["Abe"]),
        ("Gen. Li Wei inspected the border.", ["Li Wei"]),
        ("Kenyan President Uhuru Kenyatta spoke.", ["Uhuru Kenyatta"]),
        ("Stoltenberg spoke.", ["Stoltenberg"]),
        ("Michael Jordan smiled.", ["Michael Jordan"]),
        ("Flights from Charles de Gaulle Airport were late.", []),
        ("The general left.", []),
        ("Room 12 was shut.", []),
    ],
)
def test_names_of_persons(parser: Parser, text: str, expected: list[str]) -> None:
    assert [name.words for name in look(sentence_of(parser, text), EXAMPLE_DAY).names] == expected


def test_a_known_name_inside_a_person_s_is_none(parser: Parser) -> None:
    found = look(sentence_of(parser, "Michael Jordan met Jordan's envoy."), EXAMPLE_DAY)
    assert [(hit.words, hit.terms[0].id) for hit in found.hits] == [("Jordan", "JOR")]


def test_a_name_knows_the_persons_that_it_may_mean(parser: Parser) -> None:
    (name,) = look(sentence_of(parser, "George Bush spoke."), EXAMPLE_DAY).names
    assert set(name.known) == {"George H. W. Bush", "George W. Bush"}
