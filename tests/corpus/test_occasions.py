"""The word of a marked mention by which the trained reader is taught to hear it."""

import pytest

from dateline.model.document import Document, Text
from dateline.reading.parse import Parser
from training.encoder.data import anchors_of, occasion_word

MARKED = [
    ("Envoys of Chile and Peru agreed to hold talks in Lima.", "agreed to hold talks in Lima", "talks"),
    ("Chile spoke of the plan during the meeting in Lima.", "during the meeting in Lima", "meeting"),
    ("The Chilean minister was due to visit Lima on Monday.", "was due to visit Lima", "visit"),
    ("After the summit Chile spoke of progress.", "After the summit", "summit"),
    ("The two ministers met in Lima.", "met in Lima", "met"),
    ("Chile will be in Lima on Monday.", "in Lima", "Lima"),
]


@pytest.mark.parametrize(("text", "span", "word"), MARKED)
def test_the_word_that_names_the_occasion(parser: Parser, text: str, span: str, word: str) -> None:
    [sentence] = parser.parse(Document(name="t", text=Text("", text))).body
    found = occasion_word(sentence, text.index(span), text.index(span) + len(span))
    assert found is not None
    assert found.text == word


def test_what_is_marked_for_another_meeting_is_left_to_it(parser: Parser) -> None:
    text = "Chile announced talks on the eve of the summit."
    story = parser.parse(Document(name="t", text=Text("", text)))
    marks = [(0, len(text) - 1), (text.index("the summit"), len(text) - 1)]
    meetings = [{"span": [start, end, text[start:end]], "mentions": []} for start, end in marks]
    words = {
        story.body[0].words[token].text: number for (_, token), number in anchors_of(story, {"meetings": meetings}).items()
    }
    assert words == {"talks": 0, "summit": 1}
