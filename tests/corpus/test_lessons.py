"""The lessons: stories of our own that teach the trained reader, with their meetings marked in the text."""

import re
from collections import Counter
from pathlib import Path

import pytest

from training.corpus.form import KINDS, ROOT
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


SAID = """t1
source: Daily Meridian
published: 1996-05-14
title: Envoys of Peru and Ecuador meet
---
[s1*: Envoys of Peru and Ecuador [m1*: resumed talks [m1@: on Tuesday]]], [s1s: Brazil] [s1c: said].
---
m1 | kind=negotiation | status=ongoing | parties=PER, ECU | people= | place= | date=1996-05-14 | forum= | in=
s1 | kind=assert | speaker=Brazil | of=BRA | target=PER
"""


def test_what_a_lesson_says_of_statements() -> None:
    [said] = lesson(SAID)["statements"]
    text = lesson(SAID)["text"]
    words = {part: text[slice(*said[part])] for part in ("content", "cue", "source")}
    assert words == {"content": "Envoys of Peru and Ecuador resumed talks on Tuesday", "cue": "said", "source": "Brazil"}
    assert (said["kind"], said["speaker"], said["of"], said["target"], said["target_words"]) == (
        "assert",
        "Brazil",
        "BRA",
        ["PER"],
        None,
    )
    assert lesson(STORY)["statements"] is None
    assert lesson(STORY + "s0\n")["statements"] == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("kind=assert", "kind=shout"), "kind 'shout'"),
        (("[s1*: ", "[s1t: "), "no mark *"),
        (("target=PER", "target=XYZ"), "unknown codes"),
        (("[s1c: said]", "[s1s: said]"), "two marks 's'"),
        ((" | of=BRA", ""), "fields"),
        (("[s1c: said]", "[s2c: said]"), "no line for"),
    ],
)
def test_what_is_wrong_with_a_statement_is_told(change: tuple[str, str], told: str) -> None:
    with pytest.raises(LessonError, match=re.escape(told)):
        lesson(SAID.replace(*change))


def test_a_statement_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text(
        "demand | YEM | [s: Oman] [c: said] [*: [t: Yemen] must wait].\n\nnone | | Oman waited.\n", encoding="utf-8"
    )
    first, second = lessons(file)
    assert (first["text"], first["meetings"], second["statements"]) == ("Oman said Yemen must wait.", None, [])
    [said] = first["statements"]
    assert (said["kind"], said["target"], first["text"][slice(*said["target_words"])]) == ("demand", ["YEM"], "Yemen")
    file.write_text("demand Oman waited.\n", encoding="utf-8")
    with pytest.raises(LessonError, match=r"kind . target . sentence"):
        list(lessons(file))


SENTENCES = sorted((ROOT / "sentences").glob("*.txt"))


def test_every_kind_of_statement_has_sentences_of_its_own() -> None:
    found = [each for path in SENTENCES for each in lessons(path)]
    kinds = Counter(said["kind"] for each in found for said in each["statements"])
    assert set(kinds) == set(KINDS)
    assert min(kinds.values()) >= 200
    assert sum(not each["statements"] for each in found) >= 200


def test_all_lessons_are_whole_and_none_is_there_twice() -> None:
    found = [each for path in FILES for each in lessons(path)]
    assert len(found) == 1032
    assert not [name for name, count in Counter(each["id"] for each in found).items() if count > 1]
    assert {meeting["status"] for each in found for meeting in each["meetings"]} == {
        "proposed", "scheduled", "confirmed", "ongoing", "held", "suspended", "postponed", "cancelled", "refused",
    }  # fmt: skip
