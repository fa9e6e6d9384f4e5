"""The lessons: stories of our own that teach the trained reader, with their meetings marked in the text."""

import re
from collections import Counter

import pytest

from training.corpus.form import ROOT
from training.encoder.lessons import LessonError, lesson, lessons

FILES = sorted((ROOT / "lessons").glob("*.txt"))
STORY = """t1
source: Daily Meridian
published: 1996-05-14
title: Envoys of Peru and Ecuador meet
---
BRASILIA - Envoys of Peru and Ecuador [m1*: resumed [m1: talks] [m1@: on Tuesday]], Brazil said.
---
m1 | kind=negotiation | status=ongoing | parties=PER, ECU | people= | place=Brasilia | date=1996-05-14 | forum= | in=
"""


def test_what_a_lesson_says() -> None:
    told = lesson(STORY)
    (meeting,) = told["meetings"]
    assert told["text"] == "BRASILIA - Envoys of Peru and Ecuador resumed talks on Tuesday, Brazil said."
    assert meeting["span"][2] == "resumed talks on Tuesday"
    assert [words for _, _, words in meeting["mentions"]] == ["talks"]
    assert meeting["date_words"][2] == "on Tuesday"
    assert [side["id"] for side in meeting["parties"]] == ["PER", "ECU"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("---\nm1", "m1"), "not head, text and meetings"),
        (("status=ongoing", "status=going"), "status 'going'"),
        (("date=1996-05-14 |", "date= |"), "date '' with words"),
        (("PER, ECU", "PER, XYZ"), "unknown codes"),
        (("[m1*: resumed", "resumed"), "a bracket that is no mark"),
        (("place=Brasilia", "place=Lima"), "not in the text"),
        (("m1 | kind", "m2 | kind"), "0 marks with"),
        ((" | forum= | in=", ""), "fields"),
    ],
)
def test_what_is_wrong_is_told(change: tuple[str, str], told: str) -> None:
    with pytest.raises(LessonError, match=re.escape(told)):
        lesson(STORY.replace(*change))


def test_all_lessons_are_whole_and_none_is_there_twice() -> None:
    found = [each for path in FILES for each in lessons(path)]
    assert len(found) == 604
    assert not [name for name, count in Counter(each["id"] for each in found).items() if count > 1]
    assert {meeting["status"] for each in found for meeting in each["meetings"]} == {
        "proposed", "scheduled", "confirmed", "ongoing", "held", "suspended", "postponed", "cancelled", "refused",
    }  # fmt: skip
