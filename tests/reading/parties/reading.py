"""What the tests of the parts of this reader share: a parsed story, its sentences, and a cast."""

from datetime import date

from dateline.model.document import Document, Text
from dateline.reading.desk import Cast, Findings, Sentence, Story
from dateline.reading.parse import Parser
from dateline.reading.parties import find_parties
from tests.conftest import EXAMPLE_DAY

__all__ = ["cast_of", "sentence_of", "sides", "story_of"]


def story_of(parser: Parser, text: str, day: date | None = EXAMPLE_DAY) -> Story:
    return parser.parse(Document(name="example", text=Text("", text), published=day))


def sentence_of(parser: Parser, text: str) -> Sentence:
    (sentence,) = story_of(parser, text).sentences
    return sentence


def cast_of(parser: Parser, text: str, day: date | None = EXAMPLE_DAY) -> Cast:
    cast = find_parties(story_of(parser, text, day), Findings()).cast
    assert cast is not None
    return cast


def sides(cast: Cast, word: str) -> list[str]:
    """The parties that the last token spelled so stands for."""
    places = [(sentence, token) for sentence in cast.story.sentences for token in sentence.tokens if token.text == word]
    return [actor.party.id for actor in cast.actors(*places[-1])]
