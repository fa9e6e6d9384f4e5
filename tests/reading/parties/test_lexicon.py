"""Known names in a sentence: the longest at each place, whatever the accents, in capitals or before a hyphen."""

import pytest

from dateline.reading.parse import Parser
from dateline.reading.parties.lexicon import find_hits, fold, lost_apostrophes, surnames
from tests.reading.parties.reading import sentence_of

HITS = [
    ("Côte d'Ivoire and Cote d'Ivoire signed.", ["Côte d'Ivoire CIV name", "Cote d'Ivoire CIV name"]),
    ("NEW ZEALAND and Zambia signed.", ["NEW ZEALAND NZL name", "Zambia ZMB name"]),
    ("Nigeria is not Niger.", ["Nigeria NGA name", "Niger NER name"]),
    ("The Republic of Korea and South Korea signed.", ["Republic of Korea KOR name", "South Korea KOR name"]),
    ("A Kuwait-based clerk wrote.", ["Kuwait KWT name joined"]),
    ("The Kuwait-Iraq panel met.", ["Kuwait KWT name", "Iraq IRQ name"]),
    ("The West met the west.", ["The West West name", "the west West capital"]),
    ("Kofi Annan flew to Accra.", ["Kofi Annan Kofi Annan person", "Accra GHA capital"]),
    ("The Geneva Conventions bind Chad.", ["Chad TCD name"]),
    ("The Danes and the Finns met.", ["Danes DNK people", "Finns FIN people"]),
    ("The Finnish flag flew.", ["Finnish FIN adjective"]),
    ("The UN Security Council met.", ["UN Security Council UN:Security Council name"]),
    ("The Elysee called.", ["Elysee FRA seat"]),
    ("Oslo called Bergen.", ["Oslo NOR capital", "Bergen Bergen, NOR place"]),
    ("North and South Korean clerks met.", ["North PRK adjective", "South Korean KOR adjective"]),
    ("South or North Korea called.", ["South KOR name", "North Korea PRK name"]),
    ("Russia and South Korea signed.", ["Russia RUS name", "South Korea KOR name"]),
    ("The North and South Korea signed.", ["North PRK name", "South Korea KOR name"]),
    ("He polished the poles.", []),
]


@pytest.mark.parametrize(("text", "expected"), HITS)
def test_known_names(parser: Parser, text: str, expected: list[str]) -> None:
    found = find_hits(sentence_of(parser, text))
    assert [f"{hit.words} {hit.terms[0].id} {hit.role}" + " joined" * hit.joined for hit in found] == expected


def test_hits_stand_where_they_say(parser: Parser) -> None:
    text = "Peru told Chile so."
    sentence = sentence_of(parser, text)
    for hit in find_hits(sentence):
        assert text[hit.start : hit.end] == hit.words == sentence.tokens.doc[hit.first : hit.last + 1].text


@pytest.mark.parametrize(
    ("word", "expected"), [("Bogotá", "Bogota"), ("São", "Sao"), ("d’Ivoire", "d'Ivoire"), ("Oslo", "Oslo")]
)
def test_accents_are_folded(word: str, expected: str) -> None:
    assert fold(word) == expected


@pytest.mark.parametrize(
    ("text", "lost"),
    [("Chinas exports grew. " * 30, True), ("China's exports grew. " * 30, False), ("Chinas exports grew.", False)],
)
def test_only_a_text_of_some_length_has_lost_its_apostrophes(text: str, lost: bool) -> None:
    assert lost_apostrophes(text) == lost


def test_who_reigns_is_not_called_by_the_last_word_of_the_name() -> None:
    assert "Francis" not in surnames()
    assert surnames()["Merkel"] == ("Angela Merkel",)
