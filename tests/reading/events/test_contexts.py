"""PLOVER's contexts by the words of a sentence."""

import pytest

from dateline.model.document import Document, Text
from dateline.reading.events.contexts import contexts_of, words_around
from dateline.reading.parse import Parser


@pytest.mark.parametrize(
    ("words", "contexts"),
    [
        ("the troops crossed the river", ("military",)),
        ("the tanker sank", ()),
        ("the tanks sank", ("military",)),
        ("hackers stole emails", ("cyber",)),
        ("the court sentenced the smugglers", ("legal", "crime")),
        ("a vaccine against cholera", ("health",)),
        ("the ambassador and the troops", ("military", "diplomatic")),
        (
            "talks on trade, sanctions and oil between troops, judges and an embassy, an envoy",
            ("military", "economic", "diplomatic"),
        ),
        ("warm words", ()),
        ("a warrior", ()),
    ],
)
def test_words_of_contexts(words: str, contexts: tuple[str, ...]) -> None:
    assert contexts_of(words) == contexts


def test_words_are_compared_in_small_letters(parser: Parser) -> None:
    story = parser.parse(Document(name="x", text=Text("", "TROOPS Crossed."), published=None))
    assert words_around(story.body[0]) == "troops crossed."
