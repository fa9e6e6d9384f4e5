"""The budget of a reading: what is cut, what is left unread, what is said of it, and that news is never touched by it."""

from collections.abc import Iterator

import pytest

from dateline.model.document import Document, Text
from dateline.reading.budget import Budget, runs
from dateline.reading.desk import Story
from dateline.reading.parse import Parser
from dateline.reading.read import ORDER, read


def story(text: str, **budget: float) -> Story:
    return Parser(budget=Budget(**budget)).parse(document(text))  # type: ignore[arg-type]


def document(text: str) -> Document:
    return Document(name="example", text=Text("", text))


def words_of(read: Story) -> str:
    return "".join(read.document.text.body[each.start : each.end] for each in read.sentences).replace(" ", "")


def test_a_long_sentence_is_read_in_pieces_and_the_record_says_so() -> None:
    text = "Envoys of " + "Norway, Chile, " * 60 + "met."
    found = story(text, sentence=40)
    assert max(len(each.tokens) for each in found.sentences) <= 40
    assert words_of(found) == text.replace(" ", "")
    [problem] = found.problems
    assert problem.room == "reading"
    assert problem.what == "a sentence of 244 words: read in pieces of 40 at most"
    assert problem.where is not None
    assert problem.where.quote.startswith("Envoys of Norway")
    assert problem in read(found).problems


def test_pieces_end_at_marks() -> None:
    found = story("Envoys of " + "Norway, Chile, " * 60 + "met.", sentence=40)
    assert found.sentences[0].tokens[-1].text == ","


def test_the_sentences_beside_a_long_one_stay_as_they_are() -> None:
    found = story("Oslo agreed. Envoys of " + "Norway, Chile, " * 60 + "met. Lima left.", sentence=40)
    assert found.sentences[0].tokens.text == "Oslo agreed."
    assert found.sentences[-1].tokens.text == "Lima left."


def test_what_lies_beyond_the_sentences_is_left_and_named() -> None:
    found = story("Oslo agreed. Lima left. Chile stayed.", sentences=2)
    assert [each.tokens.text for each in found.sentences] == ["Oslo agreed.", "Lima left."]
    [problem] = found.problems
    assert problem.what == "more than 2 sentences: nothing is read from character 24 of the text on"
    assert problem.where is not None
    assert problem.where.quote == "Chile stayed."


def test_what_lies_beyond_the_words_is_left_and_named() -> None:
    found = story("Oslo agreed.\n\nLima left.\n\nChile stayed.", tokens=6)
    assert [each.tokens.text for each in found.sentences] == ["Oslo agreed.", "Lima left."]
    assert [each.what for each in found.problems] == ["more than 6 words: nothing is read from character 26 of the text on"]


@pytest.mark.parametrize("budget", [{"sentences": 2}, {"tokens": 6}])
def test_no_reader_finds_anything_in_what_is_left(budget: dict[str, float]) -> None:
    found = read(story("Oslo left on May 4.\n\nLima left.\n\nChile stayed on May 5.\n\nPeru left on May 6.", **budget))
    assert [time.span.quote for time in found.times] == ["May 4"]
    assert {party.id for party in found.parties} <= {"NOR", "PER"}


def test_out_of_time_later_readers_do_not_start_and_nothing_is_lost(parser: Parser) -> None:
    def clock() -> Iterator[float]:
        yield from (0.0, 1.0, 2.0, 99.0)

    ticks = clock()
    found = read(parser.parse(document("Norway met Chile on Monday.")), 10, lambda: next(ticks))
    assert {party.id for party in found.parties} == {"NOR", "CHL"}
    [problem] = found.problems
    left = ", ".join(reader.__name__.replace("_", " ") for reader in ORDER[2:])
    assert problem.what == f"not read in 10 seconds (DATELINE_SECONDS): {left}"


def test_a_run_of_signs_is_cut_only_where_it_is_longer_than_any_word() -> None:
    assert runs("Envoys met " + "-" * 200 + " in Oslo") == ["Envoys met " + "-" * 200 + " in Oslo"]
    assert list(map(len, runs("-" * 450))) == [200, 200, 50]
    assert "".join(runs("a " + "-" * 450 + " b")) == "a " + "-" * 450 + " b"


@pytest.mark.parametrize("sign", [",", '"', "😀", "-", "a"])
def test_no_piece_of_a_run_is_long(parser: Parser, sign: str) -> None:
    asked: list[int] = []
    tokenizer = parser.nlp.tokenizer
    try:
        parser.nlp.tokenizer = lambda words: asked.append(len(words)) or tokenizer(words)  # type: ignore[assignment]
        found = parser.parse(document(sign * 1_000))
    finally:
        parser.nlp.tokenizer = tokenizer
    assert max(asked) <= 200
    assert words_of(found) == sign * 1_000


def test_paragraphs_of_very_many_tokens_are_parsed_apart(parser: Parser) -> None:
    text = "a) " * 5_000
    found = parser.parse(document(text))
    assert max(len(each.tokens.doc) for each in found.sentences) <= 8_000
    assert words_of(found) == text.replace(" ", "")


def test_news_is_read_whole(parser: Parser) -> None:
    text = "Envoys of Norway and Chile met in Oslo on Monday. The Chilean minister denied the report.\n" * 60
    found = parser.parse(document(text))
    assert (len(found.sentences), found.problems) == (120, ())
