"""Every class of words of the view of a clause reads its examples, and leaves the same construction with another word."""

import pytest

from dateline.knowledge.clauses import ClauseExample, classes, lemmas
from dateline.model.document import Document, Text
from dateline.reading.desk.clause import subjects
from dateline.reading.desk.polarity import is_negated
from dateline.reading.desk.tree import Word
from dateline.reading.desk.voice import is_passive
from dateline.reading.parse import Parser

EXAMPLES = [pytest.param(example, id=f"{each.id}: {example.text}") for each in classes() for example in each.examples]
LEAVES = [pytest.param(leaf, id=f"{each.id}: {leaf.text}") for each in classes() for leaf in each.leaves]


def verb_of(parser: Parser, example: ClauseExample) -> Word:
    story = parser.parse(Document(name="example", text=Text("", example.text)))
    return next(word for sentence in story.sentences for word in sentence.words if word.text == example.verb)


def check(parser: Parser, example: ClauseExample) -> None:
    verb = verb_of(parser, example)
    if example.subjects is not None:
        assert tuple(word.text for word in subjects(verb)) == example.subjects
    if example.passive is not None:
        assert is_passive(verb) == example.passive
    if example.negated is not None:
        assert is_negated(verb) == example.negated


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_class_decides_its_example(parser: Parser, example: ClauseExample) -> None:
    check(parser, example)


@pytest.mark.parametrize("leaf", LEAVES)
def test_other_words_decide_otherwise(parser: Parser, leaf: ClauseExample) -> None:
    check(parser, leaf)


def test_every_class_shows_both_sides_and_no_word_twice() -> None:
    assert [each.id for each in classes() if not (each.examples and each.leaves)] == []
    assert [each.id for each in classes() if len(set(each.words)) != len(each.words)] == []


def test_verbs_that_the_model_mistakes_have_their_lemmas(parser: Parser) -> None:
    """Each form in a sentence of its own, as far as the parse takes it for a verb."""
    for form, lemma in lemmas().items():
        story = parser.parse(Document(name=form, text=Text("", f"They were {form} it."), published=None))
        found = [word for word in story.body[0].words if word.lower == form and word.pos == "VERB"]
        assert [word.lemma for word in found] in ([], [lemma])
    hoped = parser.parse(Document(name="hoped", text=Text("", "Chad hoped that Mali staged a rally."), published=None))
    assert [word.lemma for word in hoped.body[0].words if word.pos == "VERB"] == ["hope", "stage"]
