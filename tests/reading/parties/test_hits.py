"""Known names settled: which meaning fits day and story, which are part of another name, which are a dateline."""

from datetime import date

import pytest

from dateline.reading.parse import Parser
from dateline.reading.parties.hits import count_parties, in_dateline, is_enterprise, look
from tests.reading.parties.reading import cast_of, sentence_of, story_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Air Kenya sold two planes.", True),
        ("The Bank of China opened a branch.", True),
        ("British Airways cancelled flights.", True),
        ("Kenya sold two planes.", False),
        ("The Kenyan Foreign Ministry met.", False),
    ],
)
def test_a_state_in_the_name_of_a_company(parser: Parser, text: str, expected: bool) -> None:
    sentence = sentence_of(parser, text)
    assert [is_enterprise(sentence, hit) for hit in look(sentence).hits] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LIMA (Wire) - The mayor left.", True),
        ("LIMA, May 6 - The mayor left.", True),
        ("Lima - The mayor left.", True),
        ("Lima, tired, gave up.", False),
        ("Lima gave up.", False),
        ("The mayor of Lima (Peru) left.", False),
    ],
)
def test_a_dateline(parser: Parser, text: str, expected: bool) -> None:
    sentence = story_of(parser, text).sentences[0]
    hit = next(hit for hit in look(sentence).hits if hit.words.upper() == "LIMA")
    assert in_dateline(sentence, hit) == expected


def test_georgia_among_american_places_is_no_state(parser: Parser) -> None:
    american = story_of(parser, "Georgia voted. Chicago and Houston waited.")
    assert count_parties([look(sentence) for sentence in american.sentences])["GEO"] == -1
    caucasian = story_of(parser, "Georgia voted. Georgian envoys flew to Chicago.")
    assert count_parties([look(sentence) for sentence in caucasian.sentences])["GEO"] == 2


@pytest.mark.parametrize(
    ("text", "day", "party"),
    [
        ("Moscow rejected it.", date(1985, 3, 1), "SUN"),
        ("Moscow rejected it.", date(2015, 3, 1), "RUS"),
        ("Bonn rejected it.", date(1985, 3, 1), "DEU"),
        ("Soviet envoys met. Moscow rejected it.", None, "SUN"),
    ],
)
def test_the_meaning_that_fits_the_day(parser: Parser, text: str, day: date | None, party: str) -> None:
    assert cast_of(parser, text, day).parties[-1].id == party


def test_a_capital_is_a_party_only_where_it_acts(parser: Parser) -> None:
    assert [party.id for party in cast_of(parser, "Lima rejected it.").parties] == ["PER"]
    assert cast_of(parser, "Rain fell on Lima.").parties == ()
