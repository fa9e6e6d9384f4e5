"""Titles before and after the names of persons: the office, the side, and the words that say so."""

import pytest

from dateline.reading.parse import Parser
from dateline.reading.parties.hits import look
from dateline.reading.parties.titles import find_title
from tests.conftest import EXAMPLE_DAY
from tests.reading.parties.reading import sentence_of

TITLES = [
    ("Kenyan Trade Minister Paul Otieno left.", "trade minister", "KEN", "Kenyan Trade Minister"),
    ("Kenya's new trade minister, Paul Otieno, left.", "new trade minister", "KEN", "Kenya's new trade minister"),
    ("Paul Otieno, Kenya's trade minister, left.", "trade minister", "KEN", "Kenya's trade minister"),
    ("Paul Otieno, trade minister of Kenya, left.", "trade minister", "KEN", "trade minister of Kenya"),
    ("Paul Otieno, a trade minister, left.", "trade minister", None, "a trade minister"),
    ("Paul Otieno (trade minister) left.", "trade minister", None, "trade minister"),
    ("Paul Otieno, deputy head of the AU mission, left.", "deputy head", "AU", "deputy head of the AU mission"),
    ("The envoy to Kenya, Paul Otieno, left.", "envoy", None, "The envoy to Kenya"),
    ("Kenya's Paul Otieno left.", "", "KEN", "Kenya's"),
    ("Rosa Lim, Peru's deputy minister and party chairman, left.", "deputy minister", "PER", None),
    ("Rosa Lim, ministry press secretary, left.", "ministry press secretary", None, "ministry press secretary"),
    ("Former Kenyan President Paul Otieno left.", "former president", "KEN", "Former Kenyan President"),
    ("NATO Secretary General Paul Otieno left.", "secretary general", "NATO", "NATO Secretary General"),
    ("Major General Paul Otieno left.", "major general", None, "Major General"),
    (
        "Kenyan ministry of defence spokesman Paul Otieno left.",
        "ministry of defence spokesman",
        "KEN",
        "Kenyan ministry of defence spokesman",
    ),
]


@pytest.mark.parametrize(("text", "office", "side", "words"), TITLES)
def test_a_title_gives_office_and_side(parser: Parser, text: str, office: str, side: str | None, words: str | None) -> None:
    sentence = sentence_of(parser, text)
    found = look(sentence, EXAMPLE_DAY)
    (name,) = found.names
    title = find_title(sentence, name, [hit for hit in found.hits if hit.role not in ("person", "place")])
    assert title is not None
    assert (title.words, title.side) == (office, side)
    assert words in (None, title.span.quote)


@pytest.mark.parametrize(
    "text",
    [
        "Paul Otieno, who heads the bank, left.",
        "Mr. Paul Otieno left.",
        "Foreign ministers, Paul Otieno said, would meet.",
        "Paul Otieno, tired and cold, left.",
    ],
)
def test_other_words_give_no_title(parser: Parser, text: str) -> None:
    sentence = sentence_of(parser, text)
    found = look(sentence, EXAMPLE_DAY)
    (name,) = found.names
    assert find_title(sentence, name, found.hits) is None


@pytest.mark.xfail(reason="an age between a name and its title hides the title", strict=True)
def test_a_title_behind_an_age(parser: Parser) -> None:
    sentence = sentence_of(parser, "Paul Otieno, 54, Kenya's trade minister, left.")
    found = look(sentence, EXAMPLE_DAY)
    assert find_title(sentence, found.names[0], found.hits) is not None
