"""Records keep the reading contract: those of the bundled stories, and of whatever a hostile hand may give."""

import json
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.app.pipeline import readings
from dateline.intake.file import from_bytes, from_path
from dateline.model.document import Document, Text
from dateline.model.event import Event
from dateline.model.evidence import Sourced
from dateline.model.problem import Refusal
from dateline.model.relation import Relation
from dateline.reading.parse import Parser
from dateline.views.brief import brief
from dateline.views.brief_text import plain
from dateline.views.record import failure, record
from tests.contract import violations
from tests.views.build import READING, cut, seen

STORIES = sorted((Path(__file__).parents[1] / "examples" / "stories").glob("*.txt"))
HOSTILE = {
    "emoji": "🇷🇺🇺🇦 Talks 🌍 in Geneva on Jan. 10 👩🏽‍💻, said Sergei Lavrov 🎉.",
    "white space": "\u2028Moscow\u00a0denies\tthat\u3000it\x85met \u200bNATO.\x0b\x0c In  May.",
    "open quotation": '"We will meet on Monday, said the minister. “And ‘then',
    "marks only": '"" “” ‘’ «» … — – ---',
    "one word": "Talks",
    "no stop": "the ministers of Russia and Ukraine met in " * 100,
    "digits": "12/13/2022 99:99 1.1.1 31 February 0000 in 9999 and 2022-13-45 on Jan. 99",
    "brackets": "(((((Russia))))) [[[NATO]]] {{{Ukraine}}} <b>EU</b> &amp; %s {0} \\n",
    "right to left": "اجتمع الوزراء in Geneva \u202eevoL\u202c on Friday",
    "combining": "Z̴̡̛a͢k̷h͏a̵r̸o̶v̢a said: N̷A̸T̵O̶ will meet",
    "capitals": "RUSSIA AND NATO TO MEET IN BRUSSELS ON JAN. 12, STOLTENBERG SAYS",
    "title only": "",
    "long word": "a" * 50_000 + " met Russia.",
    "lines": "Russia\nmet\n\n\nNATO\r\n\r\nin\rBrussels\n" * 20,
}


def outcome_of(text: str, parser: Parser, title: str = "Ministers meet") -> dict[str, Any]:
    (reading,) = readings([Document(name="x", text=Text(title, text))], parser)
    assert not isinstance(reading, Refusal)
    plain(brief(reading))
    return record(reading, with_document=True)


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_bundled_stories(path: Path, parser: Parser) -> None:
    (outcome,) = readings(from_path(path), parser)
    assert not isinstance(outcome, Refusal)
    value = record(outcome, with_document=True)
    assert violations(value) == []
    assert not [problem for problem in value["problems"] if "could not be read" in problem["what"]]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_stories(name: str, parser: Parser) -> None:
    value = outcome_of(HOSTILE[name], parser)
    assert violations(value) == []
    assert not [problem for problem in value["problems"] if "could not be read" in problem["what"]]


WORDS = [
    "Russia", "NATO", "Moscow", "said", "denies", "will", "meet", "met", "talks", "in", "Geneva", "on", "Tuesday",
    "the", "minister", "and", "that", "it", ",", ".", "U.S.", "officials", "2002", "'s", "(", ")", "postponed", "if",
    "accuses", "of", "Ukraine", "a", "call", "with", "not", "since", "two-day", "visit", "to", "🌍", "Jan. 12",
    "next week", "Sergei Lavrov", '"', "“", "”", "\n\n", "\n",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_words(text: str) -> None:
    value = outcome_of(text or ".", Parser(), "")
    assert violations(value) == []
    assert not [problem for problem in value["problems"] if "could not be read" in problem["what"]]


def test_a_file_and_a_line_say_the_same(parser: Parser) -> None:
    text = "Russia and NATO will meet in Brussels on Wednesday, the alliance said."
    document = from_bytes(text.encode(), "x")
    assert isinstance(document, Document)
    (reading,) = readings([document], parser)
    assert not isinstance(reading, Refusal)
    again = outcome_of(text, parser, "")
    assert {**again, "document": None} == {**record(reading, with_document=True), "document": None}


ACT = Event(
    text=READING.document.text.id, trigger=cut("it delayed"), type=Sourced("REJECT", (seen("it delayed"),)),
    cameo=Sourced("120", (seen("it delayed"),)), status=Sourced("happened", (seen("it delayed"),)), confidence=0.8,
    reported_by=READING.statements[0].id,
)  # fmt: skip
OFFICE = Relation(
    text=READING.document.text.id, kind=Sourced("holds-office", (seen("Ana Lopes"),)),
    source=Sourced("Ana Lopes", (seen("Ana Lopes"),)), target=Sourced("PRT", (seen("Portuguese"),)),
    office=Sourced("foreign minister", (seen("Ana Lopes"),)),
)  # fmt: skip
GOOD = record(replace(READING, events=(ACT,), relations=(OFFICE,)), with_document=True)


def test_what_is_good_is_good() -> None:
    assert violations(GOOD) == []


@pytest.mark.parametrize(
    ("path", "value", "complaint"),
    [
        (("contract",), 2, "contract: not 1"),
        (("id",), "", "id: no name"),
        (("published", "value"), "2022-1-4", "published: value"),
        (("published", "given"), None, "published: given"),
        (("parties", 0, "kind"), "country", "parties: kind"),
        (("parties", 0, "mentions", 0, "quote"), "Lisboa", "'Lisboa' is not at"),
        (("parties", 1, "id"), "PRT", "parties: an id twice"),
        (("meetings", 0, "date"), "2022-03-05/2022-03-01", "meetings: date"),
        (("meetings", 0, "status"), "planned", "meetings: status"),
        (("meetings", 0, "after"), ["nobody"], "meetings: nobody is no entry"),
        (("meetings", 0, "part_of"), "nobody", "meetings: nobody is no entry"),
        (("meetings", 0, "sure"), {"date": 0.123}, "meetings: sure"),
        (("meetings", 0, "sure"), {"title": 0.5}, "meetings: sure"),
        (("meetings", 0, "starts"), "2022-03-03T09:30:00", "meetings: starts"),
        (("meetings", 0, "evidence", "place"), [], "meetings: evidence"),
        (("meetings", 0, "topic"), "trade", "meetings: topic 'trade' without evidence"),
        (("meetings", 0, "spans"), [], "meetings: no words"),
        (("statements", 0, "confidence"), 1.2, "statements: confidence"),
        (("statements", 0, "evidence", 0, "rule"), "", "evidence without a rule"),
        (("events", 0, "plover", "type"), "TALK", "events: plover"),
        (("events", 0, "cameo"), 120, "events: cameo"),
        (("events", 0, "goldstein"), 11, "events: goldstein"),
        (("events", 0, "status"), "held", "events: status"),
        (("events", 0, "date"), "soon", "events: date"),
        (("events", 0, "reported_by"), "nobody", "events: nobody is no entry"),
        (("events", 0, "evidence", 0, "rule"), "", "evidence without a rule"),
        (("relations", 0, "id"), "", "relations: id"),
        (("relations", 0, "kind"), "friend", "relations: kind"),
        (("relations", 0, "until"), "2022-1-4", "relations: until"),
        (("problems", 0, "room"), None, "problems: room"),
    ],
)  # fmt: skip
def test_the_checker_sees_what_is_wrong(path: tuple[str | int, ...], value: Any, complaint: str) -> None:
    broken: Any = deepcopy(GOOD)
    inner = broken
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert any(complaint in found for found in violations(broken)), violations(broken)


def test_failures_say_why() -> None:
    assert violations(failure("x", ())) == ["problems: a failure without a reason"]
    assert json.dumps(failure("x", ()))
