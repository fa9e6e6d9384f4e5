"""Reports of a text that is read again."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.matching.heirs import heir_of, is_told_again
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.judgement import Judgement
from dateline.model.relation import Relation
from tests.ledger.build import Told, story

TEXT = "Envoys meet in Vienna. Ministers talk in Cairo."
(OLD,) = story("2022-01-04", Told("Envoys meet in Vienna.", ("RUS", "USA")), body=TEXT).meetings
SAME = replace(OLD, title="otherwise told")
SHORTER = replace(OLD, spans=(Span("text", 0, 11, "Envoys meet"),))
ELSEWHERE = replace(OLD, spans=(Span("text", 23, 47, "Ministers talk in Cairo."),))
LATER = replace(ELSEWHERE, spans=(*ELSEWHERE.spans, *SHORTER.spans))


@pytest.mark.parametrize(
    ("new", "heir"),
    [
        ((), None),
        ((ELSEWHERE,), None),
        ((SHORTER, SAME), OLD.id),
        ((ELSEWHERE, SHORTER), SHORTER.id),
        ((LATER,), LATER.id),
    ],
)
def test_who_takes_the_place(new: tuple[object, ...], heir: str | None) -> None:
    assert heir_of(OLD, new) == heir


WORDS = "Latvia, a member of NATO and an ally of Kenya, sent envoys to Oslo."


def tie(kind: str, source: str, target: str, words: str = "a member of NATO") -> Relation:
    start = WORDS.index(words)
    reason = (Evidence(Span("text", start, start + len(words), words), "words say so"),)
    given = {"kind": kind, "source": source, "target": target}
    return Relation(text="t", **{name: Sourced(value, reason) for name, value in given.items()})


def decided(field: str, value: str) -> Judgement:
    return Judgement(verb="correct", by="Ana", at=datetime(2022, 1, 8, tzinfo=UTC), one=(), field=field, value=value)


MEMBER, ALLY = tie("member", "LVA", "NATO"), tie("ally", "LVA", "KEN", "an ally of Kenya")


@pytest.mark.parametrize(
    ("relation", "new", "judgements", "again"),
    [
        (MEMBER, (), (), False),
        (MEMBER, (tie("member", "LVA", "NATO", "envoys"),), (), True),  # the same, stated elsewhere
        (MEMBER, (tie("backs", "LVA", "NATO"),), (), False),
        (MEMBER, (tie("backs", "LVA", "NATO"),), (decided("kind", "backs"),), True),
        (MEMBER, (tie("backs", "LVA", "NATO", "envoys"),), (decided("kind", "backs"),), False),  # in other words
        (MEMBER, (tie("member", "KEN", "NATO"),), (decided("source", "KEN"),), True),
        (MEMBER, (tie("member", "NATO", "LVA"),), (), False),
        (ALLY, (tie("ally", "KEN", "LVA", "an ally of Kenya"),), (), True),
        (ALLY, (tie("ally", "KEN", "NATO", "an ally of Kenya"),), (decided("target", "NATO"),), False),
    ],
)  # fmt: skip
def test_relations_told_again(
    relation: Relation, new: tuple[Relation, ...], judgements: tuple[Judgement, ...], *, again: bool
) -> None:
    assert is_told_again(relation, new, judgements) is again
