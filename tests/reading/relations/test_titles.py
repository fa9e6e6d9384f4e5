"""The words of a title as an office."""

import pytest

from dateline.reading.relations.titles import apart, office_words

CASES = [
    ("foreign minister", ("foreign minister", False)),
    ("new foreign minister", ("foreign minister", False)),
    ("former foreign minister", ("foreign minister", True)),
    ("ex-foreign minister", ("foreign minister", True)),
    ("then-president", ("president", True)),
    ("ousted president", ("president", True)),
    ("longtime leader", ("leader", False)),
    ("incoming president", ("", False)),
    ("president-elect", ("", False)),
    ("candidate president", ("", False)),
    ("economist", ("", False)),
    ("chief economist", ("", False)),
    ("secretary general", ("secretary general", False)),
    ("treasury secretary", ("treasury secretary", False)),
    ("defence minister gen.", ("defence minister", False)),
    ("defence minister lt. gen .", ("defence minister", False)),
    ("tall stranger", ("", False)),
    ("former", ("", False)),
    ("", ("", False)),
]


@pytest.mark.parametrize(("words", "wanted"), CASES, ids=[words or "nothing" for words, _ in CASES])
def test_the_office(words: str, wanted: tuple[str, bool]) -> None:
    assert office_words(words) == wanted


@pytest.mark.parametrize(
    ("word", "wanted"), [("ex-king", ["ex", "king"]), ("then-", ["then"]), ("export", ["export"]), ("king", ["king"])]
)
def test_what_is_joined_before_a_word_stands_apart(word: str, wanted: list[str]) -> None:
    assert apart(word) == wanted
