"""Quotation marks of all kinds, also missing ones; paragraphs built by hand, no model needed."""

import pytest
import spacy
from spacy.tokens import Doc

from dateline.model.document import Document, Text
from dateline.reading.desk.quotations import find_quotations
from dateline.reading.desk.story import Story
from dateline.reading.parse import build_story

BLANK = spacy.blank("en")


def story_of(*paragraphs: str) -> Story:
    body = "\n\n".join(paragraphs)
    offset, parsed = 0, []
    for words in paragraphs:
        doc: Doc = BLANK(words)
        for token in doc:
            token.is_sent_start = token.i == 0
        parsed.append(("text", offset, doc))
        offset += len(words) + 2
    return build_story(Document(name="x", text=Text("", body)), parsed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('"We agree," he said. "All of it."', ["We agree,", "All of it."]),
        ("“We agree,” he said.", ["We agree,"]),
        ("„Wir gehen“, said the envoy.", ["Wir gehen"]),
        ("«We agree», he said.", ["We agree"]),
        ("``We agree,'' he said.", ["We agree,"]),
        ("He called it a 'sham' and went.", ["sham"]),
        ("He called it a ‘sham’ and Russia’s offer poor.", ["sham"]),
        ("“He said ‘never’ to us,” she said.", ["He said ‘never’ to us,"]),
        ("Russia's offer isn't new, nor is Iran's.", []),
        ("It is 5' 10\" tall.", []),
        ('A "first mark without end. Then he left with "another" there.', ["first mark without end.", "another"]),
        ("“One. “Two,” he said.", ["One. ", "Two,"]),
        ("No marks at all.", []),
    ],
)
def test_marks(text: str, inner: list[str]) -> None:
    found = [text[item.first : item.last] for item in find_quotations(story_of(text))]
    assert [words.strip() for words in found] == [words.strip() for words in inner]


def test_speech_goes_on_in_the_next_paragraph() -> None:
    story = story_of("“We agree. We always did.", "“And we will,” he said.")
    first, second = find_quotations(story)
    assert (first.closed, first.goes_on) == (False, True)
    assert (second.closed, second.goes_on) == (True, False)
    assert (first.paragraph, second.paragraph) == (0, 1)


def test_an_odd_mark_loses_no_later_paragraph() -> None:
    story = story_of('He left. "Never again.', 'She said: "Yes."')
    assert [story.document.text.body[item.first : item.last] for item in find_quotations(story)][-1] == "Yes."
