"""Two readings laid over each other: what agrees is surer, what differs says so, what one alone has keeps its due."""

from dataclasses import replace
from typing import Any

import pytest

from dateline.knowledge.rules import rule
from dateline.model.entry import Attendee, Meeting, Statement
from dateline.model.evidence import Evidence, Sourced, Span, Stamp
from dateline.model.text import Text
from dateline.reading.quoted.lay import lay_meetings, lay_statements, told
from tests.rules import evidence_in

TEXT = Text("Envoys meet", "Envoys of Chad, Togo and Ghana met in Lome. Chad said the road was shut. Afi Mensa left.")


def span(words: str, field: Any = "text") -> Span:
    start = TEXT.field(field).index(words)
    return Span.of(TEXT, start, start + len(words), field)


def sourced(value: Any, by: str = "model") -> Sourced[Any]:
    return Sourced(value, (Evidence(span("met in Lome"), by),))


def meeting(
    *parties: str,
    people: tuple[str, ...] = (),
    place: str = "Lome",
    status: Any = "held",
    words: str = "met in Lome",
    field: Any = "text",
) -> Meeting:
    return Meeting(
        text=TEXT.id,
        spans=(span(words, field),),
        kind=sourced("talks"),
        status=sourced(status),
        parties=tuple(map(sourced, parties)),
        people=tuple(sourced(Attendee(name, "TGO")) for name in people),
        place=sourced(place),
        confidence=0.6,
    )


def statement(speaker: str = "TCD", words: str = "the road was shut", target: tuple[str, ...] = ()) -> Statement:
    return Statement(
        text=TEXT.id,
        content=(span(words),),
        speaker=sourced(speaker),
        kind=sourced("assert"),
        target=tuple(map(sourced, target)),
        confidence=0.6,
    )


def otherwise(entry: Meeting | Statement) -> list[str]:
    """What the other reader is said to read."""
    found = [each.ground for each in evidence_in(entry) if each.rule == rule("quoted", "differs")]
    return [ground.value for ground in found if isinstance(ground, Stamp)]


def test_both_alike() -> None:
    (laid,) = lay_meetings([meeting("TGO", "TCD", people=("Afi Mensa",))], [meeting("TCD", "TGO", people=("Afi Mensa",))])
    assert laid.confidence == 0.95
    assert laid.sure == dict.fromkeys(("kind", "status", "date", "place", "parties", "people"), 0.95)
    assert otherwise(laid) == []


@pytest.mark.parametrize(
    ("ruled", "field", "says"),
    [
        (meeting("TCD", "TGO", "GHA", people=("Afi Mensa",)), "parties", "GHA, TCD, TGO"),
        (meeting("TCD", people=("Afi Mensa",)), "parties", "TCD"),
        (meeting("TCD", "TGO"), "people", "nothing"),
        (meeting("TCD", "TGO", people=("Afi Mensa", "Kojo Asante")), "people", "Afi Mensa, Kojo Asante"),
        (meeting("TCD", "TGO", people=("Afi Mensa",), place="Accra"), "place", "Accra"),
        (meeting("TCD", "TGO", people=("Afi Mensa",), status="scheduled"), "status", "scheduled"),
    ],
)
def test_a_field_in_which_they_differ(ruled: Meeting, field: str, says: str) -> None:
    quoted = meeting("TCD", "TGO", people=("Afi Mensa",))
    (laid,) = lay_meetings([ruled], [quoted])
    assert laid.confidence == 0.88
    assert {name for name, share in laid.sure.items() if share < 0.95} == {field}
    assert otherwise(laid) == [says]
    assert told(getattr(laid, field)) == told(getattr(quoted, field))


def test_what_only_the_rules_give_is_told_at_the_kind() -> None:
    (laid,) = lay_meetings([meeting("TCD", "TGO", people=("Afi Mensa",))], [meeting("TCD", "TGO")])
    assert otherwise(laid) == ["people: Afi Mensa"]
    assert laid.people == ()


def test_what_one_alone_found() -> None:
    (apart,) = lay_meetings([], [meeting("TCD", "TGO")])
    (doubted,) = lay_meetings([meeting("TCD", "TGO")], [])
    (title,) = lay_meetings([meeting("TCD", "TGO", words="Envoys meet", field="title")], [])
    assert [each.confidence for each in (apart, doubted, title)] == [0.6, 0.18, 0.6]
    assert [otherwise(each) for each in (apart, doubted, title)] == [["nothing"], ["nothing"], []]


@pytest.mark.parametrize(
    ("ruled", "count"),
    [
        (meeting("TCD", "GHA"), 1),
        (meeting("PER", "NOR", words="Togo and Ghana met in Lome"), 2),
        (meeting("TCD", "TGO", words="Envoys of Chad"), 2),
        (meeting("PER", people=("Afi Mensa",)), 1),
        (meeting("TCD:Ministry of Defence"), 1),
    ],
)
def test_which_are_of_one_occasion(ruled: Meeting, count: int) -> None:
    assert len(lay_meetings([ruled], [meeting("TCD", "TGO", people=("Afi Mensa",))])) == count


def test_what_leads_to_a_joined_meeting_leads_to_it_still() -> None:
    first, talks = meeting("TCD", "TGO"), meeting("GHA", "NER", words="Afi Mensa left")
    told_of = replace(talks, after=(first.id, "gone"), part_of=first.id)
    quoted = replace(meeting("TCD", "TGO"), spans=(span("Togo and Ghana met in Lome"),))
    joined, after = lay_meetings([first, told_of], [quoted])
    assert joined.id == quoted.id
    assert (after.after, after.part_of) == ((quoted.id,), quoted.id)


@pytest.mark.parametrize(
    ("ruled", "confidences"),
    [
        (statement(), [0.95]),
        (statement(words="said the road was shut"), [0.95]),
        (statement(speaker="TGO"), [0.88]),
        (statement(target=("TGO",)), [0.88]),
        (statement(words="shut"), [0.6, 0.18]),
        (statement(words="Afi Mensa left"), [0.6, 0.18]),
    ],
)
def test_statements_of_the_same_words_are_one(ruled: Statement, confidences: list[float]) -> None:
    assert [each.confidence for each in lay_statements([ruled], [statement()])] == confidences


def test_of_several_the_one_of_the_same_speaker_is_joined() -> None:
    ruled = [statement("TGO"), statement("TCD")]
    laid = lay_statements(ruled, [statement("TCD")])
    assert [(each.speaker.value, each.confidence) for each in laid] == [("TCD", 0.95), ("TGO", 0.18)]
