"""From ends to relations: kinds of party checked, the same said twice is one."""

from datetime import date

import pytest

from dateline.model.document import Document, Text
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.relation import Relation, RelationKind
from dateline.model.when import When
from dateline.reading.parse import Parser
from dateline.reading.relations.links import merged
from tests.reading.relations.build import told

CASES: list[tuple[str, list[str]]] = [
    ("Fiji is an ally of Samoa. Samoa is an ally of Fiji.", ["FJI ally WSM"]),
    ("Samoa joined the Commonwealth. Samoa joined the Commonwealth in 1970.", ["WSM member Commonwealth, from 1970"]),
    ("The EU is a member of the EU.", []),
    ("Shell joined OPEC in 2015.", []),
    (
        "The U.N. Security Council includes Peru and Ghana.",
        ["PER member UN:Security Council", "GHA member UN:Security Council"],
    ),
    ("Chad is an ally of Chad.", []),
    ("Potential NATO ally Kuwait sent a note.", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_the_text_tells(parser: Parser, text: str, wanted: list[str]) -> None:
    assert told(parser, text) == wanted


def evidence(start: int, end: int, field: str = "text") -> Evidence:
    document = Document(name="example", text=Text("Chad joined.", "Chad joined ECOWAS in 1975."), published=None)
    return Evidence(Span.of(document.text, start, end, "title" if field == "title" else "text"), "rule")


def relation(source: str, target: str, ground: Evidence, day: date | None = None, kind: RelationKind = "member") -> Relation:
    from_ = Sourced(When(day, day), (ground,)) if day else None
    return Relation(
        kind=Sourced(kind, (ground,)), source=Sourced(source, (ground,)), target=Sourced(target, (ground,)), from_=from_
    )


def test_what_is_said_twice_keeps_both_words_and_the_date_of_either() -> None:
    first, second = evidence(0, 4), evidence(5, 11)
    made = merged([relation("TCD", "ECOWAS", first), relation("TCD", "ECOWAS", second, date(1975, 5, 28))])
    assert [each.kind.evidence for each in made] == [(first, second)]
    assert [each.from_.value.earliest for each in made if each.from_] == [date(1975, 5, 28)]


def test_the_same_words_count_once() -> None:
    (made,) = merged([relation("TCD", "ECOWAS", evidence(0, 4)), relation("TCD", "ECOWAS", evidence(0, 4))])
    assert made.kind.evidence == (evidence(0, 4),)


def test_allies_are_so_from_both_sides_and_members_are_not() -> None:
    pair = [("FJI", "WSM"), ("WSM", "FJI")]
    assert len(merged([relation(*each, evidence(0, 4), kind="ally") for each in pair])) == 1
    assert len(merged([relation(*each, evidence(0, 4), kind="member") for each in pair])) == 2


def test_relations_stand_in_text_order_the_title_first() -> None:
    given = [
        relation("A", "X", evidence(5, 11)),
        relation("B", "X", evidence(0, 4)),
        relation("C", "X", evidence(5, 11, "title")),
    ]
    assert [each.source.value for each in merged(given)] == ["C", "B", "A"]
