"""What the tests of statements share: the statements of a text through the real reader, and the words of a sentence."""

from functools import cache

from dateline.model.document import Document, Text
from dateline.model.entry import Statement
from dateline.reading.desk import Sentence, Word
from dateline.reading.parse import Parser
from dateline.reading.read import read
from tests.conftest import EXAMPLE_DAY

Row = tuple[str, str, str]


@cache
def statements_of(parser: Parser, text: str) -> tuple[Statement, ...]:
    return read(parser.parse(Document(name="example", text=Text("", text), published=EXAMPLE_DAY))).statements


def words_of(statement: Statement) -> str:
    return " … ".join(span.quote for span in statement.content)


def rows(parser: Parser, text: str) -> list[Row]:
    """(speaker, kind, content) of every statement, sorted."""
    return sorted((each.speaker.value, each.kind.value, words_of(each)) for each in statements_of(parser, text))


def contents(parser: Parser, text: str) -> list[str]:
    return sorted(words_of(each) for each in statements_of(parser, text))


def sentence_of(parser: Parser, text: str) -> Sentence:
    return parser.parse(Document(name="example", text=Text("", text), published=EXAMPLE_DAY)).sentences[0]


def word_of(parser: Parser, text: str, word: str) -> Word:
    return next(each for each in sentence_of(parser, text).words if each.text == word)
