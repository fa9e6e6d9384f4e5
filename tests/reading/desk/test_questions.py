"""The questions asked of a clause, verb by verb: who does it, on whom, to whom, in which voice, denied or not, when."""

import csv
from pathlib import Path
from typing import NamedTuple

import pytest

from dateline.model.document import Document, Text
from dateline.reading.desk.clause import recipients, subjects, surface_subjects, undergoers
from dateline.reading.desk.mood import is_conditional, tense
from dateline.reading.desk.polarity import is_negated
from dateline.reading.desk.tree import Word
from dateline.reading.desk.voice import is_passive
from dateline.reading.parse import Parser


class Row(NamedTuple):
    """A verb of a sentence, and the heads of those in its roles; `surface` is what stands in the subject's place."""

    text: str
    verb: str
    subjects: str
    surface: str
    undergoers: str
    recipients: str
    passive: bool
    negated: bool
    tense: str
    conditional: bool


TABLE = Path(__file__).with_name("clause_questions.tsv")


def rows() -> list[Row]:
    """The rows of the table, judged by eye."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        flags = ("passive", "negated", "conditional")
        return [Row(**{name: cell == "yes" if name in flags else cell for name, cell in row.items()}) for row in table]


def word_of(parser: Parser, row: Row) -> Word:
    story = parser.parse(Document(name="example", text=Text("", row.text)))
    return next(word for sentence in story.sentences for word in sentence.words if word.text == row.verb)


def names(words: list[Word]) -> str:
    return " ".join(word.text for word in words)


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.text} {row.verb}")
def test_the_verb_is_asked_everything(parser: Parser, row: Row) -> None:
    word = word_of(parser, row)
    found = Row(
        row.text, row.verb, names(subjects(word)), names(surface_subjects(word)), names(undergoers(word)),
        names(recipients(word)), is_passive(word), is_negated(word), tense(word), is_conditional(word),
    )  # fmt: skip
    assert found == row
