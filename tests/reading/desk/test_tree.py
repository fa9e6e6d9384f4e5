"""Words as neighbours: what stands beside a word, and what kind of mark it is."""

import pytest

from dateline.model.document import Document, Text
from dateline.reading.desk import Word, stated_subject
from dateline.reading.parse import Parser


def words(parser: Parser, text: str) -> tuple[Word, ...]:
    return parser.parse(Document(name="example", text=Text("", text))).sentences[0].words


def test_neighbours(parser: Parser) -> None:
    first, second, *_, last = words(parser, "Oslo left, then Lima.")
    assert (first.before, last.after) == (None, None)
    assert (first.after, second.before) == (second, first)


def test_follows_and_precedes(parser: Parser) -> None:
    oslo, left, comma, *_ = words(parser, "Oslo left, then Lima.")
    assert left.follows("lima", "oslo")
    assert not oslo.follows("oslo")
    assert left.precedes(",")
    assert not comma.precedes(",")


def test_words_until_another(parser: Parser) -> None:
    found = words(parser, "Oslo left, then Lima.")
    assert [word.text for word in found[0].until(found[3])] == ["left", ","]
    assert found[0].until(found[1]) == []


@pytest.mark.parametrize(
    ("text", "is_mark", "is_quote"),
    [(",", True, False), ('"', True, True), ("’", True, True), ("—", True, False), ("a", False, False)],
)
def test_marks(text: str, is_mark: bool, is_quote: bool) -> None:
    word = Word(0, 0, text, text, text, "X", "X", "dep", "")
    assert (word.is_mark, word.is_quote, word.is_blank) == (is_mark, is_quote, False)
    assert Word(0, 0, "\n", "\n", "\n", "X", "X", "dep", "").is_blank


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Oslo was told so.", "told", "Oslo"),
        ("It rained, said the envoy.", "said", "envoy"),
        ("Oslo agreed to leave.", "leave", None),
    ],
)
def test_the_subject_that_stands_with_the_verb(parser: Parser, text: str, verb: str, expected: str | None) -> None:
    found = stated_subject(next(word for word in words(parser, text) if word.text == verb))
    assert (found.text if found is not None else None) == expected


def test_edges_and_depth_are_those_of_the_phrase(parser: Parser) -> None:
    found = words(parser, "The envoy who met Chad's minister said that Oslo had agreed to talks on the plan, and left.")
    for word in found:
        assert (word.left_edge, word.right_edge) == (word.subtree()[0], word.subtree()[-1])
        assert word.depth == len(list(word.ancestors()))
