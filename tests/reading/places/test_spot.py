"""What may stand behind the name of a town: states, provinces, their abbreviations, in commas or brackets."""

import pytest

from dateline.model.document import Document, Text
from dateline.reading.parse import Parser
from dateline.reading.places.spot import Area, abbreviations, areas_called, is_local, qualified
from tests.conftest import EXAMPLE_DAY


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("TX", (("USA", "TX"),)),
        ("Texas", (("USA", "TX"),)),
        ("Georgia", (("GEO", None), ("USA", "GA"))),
        ("Ont.", (("CAN", "08"),)),
        ("Peru", (("PER", None),)),
    ],
)
def test_areas_by_what_they_are_called(words: str, expected: tuple[Area, ...]) -> None:
    assert areas_called()[words] == expected


@pytest.mark.parametrize("words", ["08", "Nowhere", "texas"])
def test_codes_of_other_countries_and_plain_words_are_no_areas(words: str) -> None:
    assert words not in areas_called()


def test_abbreviations_have_a_stop_and_are_not_the_name() -> None:
    assert abbreviations()["N.D."].name == "North Dakota"
    assert abbreviations()["Ont."].name == "Ontario"
    assert all("." in name for name in abbreviations())


@pytest.mark.parametrize(
    ("text", "name", "areas", "words"),
    [
        ("Alton, Ill., is wet.", "Alton", (("USA", "IL"),), "Ill."),
        ("Alton (Ill.) is wet.", "Alton", (("USA", "IL"),), "Ill."),
        ("Alton, Illinois Governor Rosa Lim said.", "Alton", (("USA", "IL"),), "Illinois"),
        ("Alton, New York, is wet.", "Alton", (("USA", "NY"),), "New York"),
        ("Alton Illinois is wet.", "Alton", (), ""),
        ("Alton, Nowhere, is wet.", "Alton", (), ""),
    ],
)
def test_what_stands_behind_a_town(parser: Parser, text: str, name: str, areas: tuple[Area, ...], words: str) -> None:
    sentence = parser.parse(Document(name="example", text=Text("", text), published=EXAMPLE_DAY)).sentences[0]
    found, start, end = qualified(sentence, text.index(name) + len(name))
    assert (found, text[start:end]) == (areas, words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lebanon High School closed.", True),
        ("Lebanon's mayor left.", True),
        ("Lebanon closed.", False),
        ("Lebanon denied it.", False),
    ],
)
def test_a_name_of_a_town_with_its_own_services(parser: Parser, text: str, expected: bool) -> None:
    sentence = parser.parse(Document(name="example", text=Text("", text), published=EXAMPLE_DAY)).sentences[0]
    assert is_local(sentence, len("Lebanon")) == expected
