"""Relations: what words state of members, allies, disputes, backing, offices, seats and beginnings; and what they do not."""

import pytest

from dateline.reading.parse import Parser
from tests.knowledge.test_relations import relations_of, shown

STATED = [
    ("Poland and Hungary, which joined the EU in 2004, protested.", ("member", "HUN", "EU", None, "2004", None)),
    ("Poland and Hungary, which joined the EU in 2004, protested.", ("member", "POL", "EU", None, "2004", None)),
    ("Members of the EU such as Poland and Hungary protested.", ("member", "HUN", "EU", None, None, None)),
    ("The members of NATO include Norway and Iceland.", ("member", "ISL", "NATO", None, None, None)),
    ("Iraq's former ally Iran sent a note.", ("ally", "IRN", "IRQ", None, None, "../2019-05-16")),
    ("The dispute between Bolivia and Chile goes on.", ("dispute", "BOL", "CHL", None, None, None)),
    ("The U.S.-backed Kabul government fell silent.", ("backs", "USA", "AFG", None, None, None)),
    ("The Jakarta-based ASEAN sent observers.", ("seat", "ASEAN", "Jakarta", None, None, None)),
    ("NATO was founded in 1949.", ("founded", "NATO", None, None, "1949", None)),
    ("Ukraine's NATO membership bid angered Moscow.", ("aspires", "UKR", "NATO", None, None, None)),
    ("Moldova has applied for EU membership.", ("candidate", "MDA", "EU", None, None, None)),
]
LEFT = [
    "Ukraine is not a NATO member.",
    "Sweden will not join NATO.",
    "Germany joined France in urging calm.",
    "The United States founded its policy on a mistake in 1949.",
    "The two sides have no dispute.",
    "Rebels who are not backed by Iran left.",
]


@pytest.mark.parametrize(("text", "wanted"), STATED, ids=[f"{wanted[1]}: {text}" for text, wanted in STATED])
def test_a_relation_is_stated(parser: Parser, text: str, wanted: tuple[str | None, ...]) -> None:
    assert wanted in [shown(each) for each in relations_of(parser, text)]


@pytest.mark.parametrize("text", LEFT)
def test_none_is_stated(parser: Parser, text: str) -> None:
    assert [shown(each) for each in relations_of(parser, text)] == []


def test_what_is_said_twice_is_one_relation(parser: Parser) -> None:
    found = relations_of(parser, "NATO member Turkey left. Turkey is a member of NATO.")
    assert [shown(each)[:3] for each in found] == [("member", "TUR", "NATO")]
    assert len(found[0].kind.evidence) == 2


def test_knowledge_alone_states_nothing(parser: Parser) -> None:
    assert relations_of(parser, "Turkey spoke of NATO, and Serbia of the European Union.") == ()


@pytest.mark.parametrize("words", ["Russia joined NATO and ", "Iran-backed rebels, ", "Russia, "])
def test_a_sentence_without_end_is_read(parser: Parser, words: str) -> None:
    found = relations_of(parser, words * (6_000 // len(words)))
    assert all(relation.source.value != relation.target.value for relation in found)
