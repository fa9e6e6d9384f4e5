"""Sheets: what a reader sees, and what becomes of what they write."""

import pytest

from dateline.reading.parse import Parser
from tests.corpus.test_form import STORY
from training.corpus.form import Json, faults
from training.corpus.sheet import Paper, SheetError, compiled, paper, written

TEXT = (
    "LIMA, March 4 - Envoys of Chile and Norway met here on Monday and again on Wednesday, "
    "the Chilean envoy, Inés Rovira, said.\n\n"
    "She denied that the talks had failed. The talks will go on in Oslo in April, and he said that Norway would pay."
)
MARKS = """
@ x1
M1 s1 | talks | held | - | Lima | 1999-03-01 | on Monday | met | Envoys of Chile … on Monday
 side CHL = s1"Chile"
 side NOR = s1"Norway"
 who Inés Rovira = s1"Inés Rovira"
 + s2 the talks
M2 s3 | talks | scheduled | - | Oslo | 1999-04 | in April | will go on | The talks will … in April
 side CHL = -
 side NOR = s3"Norway"
 in M1
S s2 | She | Inés Rovira | CHL | denied | indirect | deny | - | - | the talks had failed
N s3 | idiom | Norway would pay
C Inés Rovira / CHL = s1"the Chilean envoy" s1"Inés Rovira" s2"She"
"""


@pytest.fixture(scope="module")
def sheet() -> Paper:
    return paper({**STORY, "text": TEXT}, Parser())


def marks(sheet: Paper, text: str = MARKS) -> tuple[Json, list[str]]:
    return compiled(sheet, written(text)["x1"])


def test_a_sheet_numbers_sentences_and_who_may_be_meant(sheet: Paper) -> None:
    shown = sheet.shown()
    assert "published 1999-03-04 (Thursday)" in shown
    assert "s2: She denied that the talks had failed." in shown
    assert "] Inés Rovira" in shown
    assert "] She" in shown
    assert "the talks" not in [sheet.text[start:end] for start, end in sheet.candidates]


def test_lines_become_entries_with_their_words(sheet: Paper) -> None:
    found, wrong = marks(sheet)
    assert wrong == []
    assert list(faults({**STORY, "text": TEXT, **found})) == []
    first, second = found["meetings"]
    assert first["span"][2] == "Envoys of Chile and Norway met here on Monday"
    assert [words for *_, words in first["mentions"]] == ["the talks"]
    assert second["part_of"] == 0
    assert [(side["id"], len(side["words"])) for side in second["parties"]] == [("CHL", 0), ("NOR", 1)]
    (statement,) = found["statements"]
    assert statement["cue"][2] == "denied"
    assert TEXT[slice(*statement["content"][:2])] == "the talks had failed"


def test_words_are_found_nearest_and_whole(sheet: Paper) -> None:
    found, _ = marks(sheet, "@ x1\nS s3 | he | X | NOR | said | indirect | promise | - | - | Norway would pay\n")
    source = found["statements"][0]["source"]
    assert source[0] == TEXT.index("he said that")  # and no "he" of "the"
    assert found["statements"][0]["cue"][0] == TEXT.index("said that")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("S s1 | a | b | c", "3 fields where 9 are due"),
        ("S s9 | - | X | - | - | direct | assert | - | - | the talks", "no sentence s9"),
        ("S s1 | - | X | - | - | direct | assert | - | - | the fish", "not in the story: 'the fish'"),
        (" side CHL = 1", "no line of a known kind"),
        ("Q s1 | x", "no line of a known kind"),
        ("C CHL = 99", "no number 99"),
        ("C CHL = Chile", "mentions are numbers"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(sheet: Paper, line: str, words: str) -> None:
    _, wrong = marks(sheet, f"@ x1\n{line}\n")
    assert [fault for fault in wrong if words in fault and line.strip() in fault]


def test_part_of_a_meeting_that_is_not_there_is_named(sheet: Paper) -> None:
    _, wrong = marks(sheet, MARKS.replace("in M1", "in M7"))
    assert wrong == ["x1: no meeting M7"]


def test_marks_belong_to_a_story() -> None:
    with pytest.raises(SheetError, match="before the first"):
        written("M1 s1 | talks\n")
