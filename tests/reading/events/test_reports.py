"""What other readers found: statements that do something to their target, and meetings; each told once, no list changed."""

from dataclasses import replace
from datetime import date
from typing import cast

import pytest

from dateline.model.document import Document, Text
from dateline.model.entry import Meeting, MeetingKind, Statement, StatementKind, Status
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.place import Place
from dateline.model.when import When
from dateline.reading.desk import End, Findings, Story
from dateline.reading.events.drafts import Draft
from dateline.reading.events.reports import end_of, is_near, is_told, parted, with_meetings, with_statements
from dateline.reading.parse import Parser
from dateline.reading.parties import find_parties
from tests.conftest import EXAMPLE_DAY

TEXT = "Norway accused Turkey of theft. Norway and Turkey met in Oslo."


def span(words: str) -> Span:
    return Span("text", TEXT.index(words), TEXT.index(words) + len(words), words)


def sourced(value: str, words: str) -> Sourced[str]:
    return Sourced(value, (Evidence(span(words), "a test"),))


@pytest.fixture(scope="module")
def told(parser: Parser) -> tuple[Story, Findings]:
    story = parser.parse(Document(name="example", text=Text("", TEXT), published=EXAMPLE_DAY))
    return story, find_parties(story, Findings())


def statement(kind: str = "accuse", confidence: float = 0.9, target: tuple[str, ...] = ("TUR",)) -> Statement:
    return Statement(
        text="text", content=(span("Turkey of theft"),), speaker=sourced("NOR", "Norway"), of=(sourced("NOR", "Norway"),),
        kind=Sourced(cast("StatementKind", kind), sourced(kind, "accused").evidence), cue=span("accused"),
        target=tuple(sourced(each, "Turkey") for each in target), confidence=confidence,
    )  # fmt: skip


def meeting(status: str = "held", kind: str = "talks", place: str | None = "Oslo") -> Meeting:
    ground = (Evidence(span("met"), "a test"),)
    return Meeting(
        text="text", spans=(span("met"),), kind=Sourced(cast("MeetingKind", kind), ground),
        status=Sourced(cast("Status", status), ground),
        parties=(sourced("NOR", "Norway"), sourced("TUR", "Turkey")), place=sourced(place, "Oslo") if place else None,
        when=Sourced(When(date(2019, 5, 13), date(2019, 5, 13)), ground), confidence=0.9,
    )  # fmt: skip


def draft(told: tuple[Story, Findings], trigger: str, **changes: object) -> Draft:
    words = span(trigger)
    sentence = told[0].sentence_at(words)
    assert sentence is not None
    norway = end_of(told[1], sourced("NOR", "Norway"), words)
    first = Draft(sentence=sentence, trigger=words, type="ACCUSE", cameo="112", rule="a test", actors=(norway,))
    return replace(first, **changes)  # type: ignore[arg-type]


def ids(ends: tuple[End, ...]) -> list[str]:
    return [end.id for end in ends]


@pytest.mark.parametrize(
    ("kind", "type_", "mode", "cameo"),
    [
        ("accuse", "ACCUSE", "allege", "112"), ("condemn", "ACCUSE", "disapprove", "111"),
        ("threaten", "THREATEN", None, "130"), ("reject", "REJECT", None, "120"),
    ],
)  # fmt: skip
def test_a_statement_is_an_act(told: tuple[Story, Findings], kind: str, type_: str, mode: str | None, cameo: str) -> None:
    story, findings = told
    (found,) = with_statements(story, replace(findings, statements=(statement(kind),)), [])
    assert (found.type, found.mode, found.cameo, found.confidence) == (type_, mode, cameo, 0.2)
    assert (ids(found.actors), ids(found.recipients)) == (["NOR"], ["TUR"])


@pytest.mark.parametrize("made", [statement("assert"), statement(confidence=0.59), statement(target=())])
def test_other_statements_are_none(told: tuple[Story, Findings], made: Statement) -> None:
    story, findings = told
    assert with_statements(story, replace(findings, statements=(made,)), []) == []


def test_a_statement_told_already_lends_its_target_and_changes_no_list(told: tuple[Story, Findings]) -> None:
    story, findings = told
    findings = replace(findings, statements=(statement(),))
    before = [draft(told, "theft")]
    kept = list(before)
    (after,) = with_statements(story, findings, before)
    assert (ids(after.recipients), after.trigger) == (["TUR"], span("theft"))
    assert before == kept
    assert before[0].recipients == ()
    assert with_statements(story, findings, [draft(told, "accused", type="AID")])[0].recipients == ()
    itself = draft(told, "theft", recipients=before[0].actors)
    assert ids(with_statements(story, findings, [itself])[0].recipients) == ["NOR"]


def test_what_is_turned_down_lends_nothing(told: tuple[Story, Findings]) -> None:
    story, findings = told
    (after,) = with_statements(
        story, replace(findings, statements=(statement("reject"),)), [draft(told, "theft", type="REJECT")]
    )
    assert after.recipients == ()


@pytest.mark.parametrize(
    ("changes", "kind", "confidence"),
    [
        ({}, "accuse", 0.72),
        ({}, "condemn", 0.2),
        ({"type": "AID"}, "accuse", 0.2),
        ({"status": "planned"}, "accuse", 0.2),
        ({"confidence": 0.5}, "accuse", 0.2),
        ({"reported_by": "another"}, "accuse", 0.2),
    ],
)
def test_an_accusation_is_sure_of_a_deed_that_it_tells(
    told: tuple[Story, Findings], changes: dict[str, object], kind: str, confidence: float
) -> None:
    story, findings = told
    made = statement(kind)
    turkey = end_of(findings, sourced("TUR", "Turkey"), span("Turkey"))
    deed = draft(told, "theft", **{"type": "ASSAULT", "actors": (turkey,), "reported_by": made.id, "confidence": 0.6} | changes)
    *_, new = with_statements(story, replace(findings, statements=(made,)), [deed])
    assert new.confidence == confidence


@pytest.mark.parametrize(
    ("status", "kind", "type_", "mode", "cameo", "state", "dated"),
    [
        ("held", "talks", "CONSULT", None, "046", "happened", True),
        ("ongoing", "summit", "CONSULT", "multilateral", "040", "ongoing", True),
        ("held", "call", "CONSULT", "phone", "041", "happened", True),
        ("suspended", "other", "CONSULT", None, "040", "happened", True),
        ("scheduled", "visit", "AGREE", None, "036", "happened", False),
        ("postponed", "talks", "AGREE", None, "036", "happened", False),
        ("refused", "talks", "REJECT", "meet", "125", "happened", False),
        ("cancelled", "summit", "REJECT", "meet", "125", "happened", False),
    ],
)
def test_a_meeting_is_an_act(
    told: tuple[Story, Findings], status: str, kind: str, type_: str, mode: str | None, cameo: str, state: str, dated: bool
) -> None:
    story, findings = told
    (found,) = with_meetings(story, replace(findings, meetings=(meeting(status, kind),)), [])
    assert (found.type, found.mode, found.cameo, found.status) == (type_, mode, cameo, state)
    assert (found.when is not None, found.confidence, ids(found.actors)) == (dated, 0.72, ["NOR", "TUR"])


def test_acts_of_meeting_give_way_to_it_and_others_stay(told: tuple[Story, Findings]) -> None:
    story, findings = told
    findings = replace(findings, meetings=(meeting(),))
    before = [draft(told, "met", type="CONSULT"), draft(told, "accused")]
    kept = list(before)
    after = with_meetings(story, findings, before)
    assert [each.type for each in after] == ["ACCUSE", "CONSULT"]
    assert ids(after[1].actors) == ["NOR", "TUR"]
    assert before == kept


def test_a_refusal_to_meet_stays_and_one_by_nobody_gives_way(told: tuple[Story, Findings]) -> None:
    story, findings = told
    findings = replace(findings, meetings=(meeting("refused"),))
    refusal = draft(told, "met", type="REJECT", mode="meet")
    assert with_meetings(story, findings, [refusal]) == [refusal]
    (new,) = with_meetings(story, findings, [replace(refusal, actors=())])
    assert ids(new.actors) == ["NOR", "TUR"]


def test_a_visit_keeps_its_roles_and_takes_day_and_place(told: tuple[Story, Findings]) -> None:
    story, findings = told
    turkey = end_of(findings, sourced("TUR", "Turkey"), span("Turkey"))
    visit = draft(told, "met", type="CONSULT", mode="visit", recipients=(turkey,))
    (after,) = with_meetings(story, replace(findings, meetings=(meeting(),)), [visit])
    assert (ids(after.actors), ids(after.recipients)) == (["NOR"], ["TUR"])
    assert after.place is not None
    assert after.place.value == "Oslo"
    assert after.when is not None
    assert visit.when is None


def test_guests_and_hosts(told: tuple[Story, Findings]) -> None:
    findings = replace(told[1], places=(Place("Oslo", "NOR", mentions=(span("Oslo"),)),))
    ends = tuple(end_of(findings, sourced(each, words), span(words)) for each, words in (("NOR", "Norway"), ("TUR", "Turkey")))
    guests, hosts = parted(meeting(kind="visit"), ends, findings)
    assert (ids(guests), ids(hosts)) == (["TUR"], ["NOR"])
    for other in (
        meeting(),
        meeting("scheduled", "visit"),
        meeting(kind="visit", place=None),
        meeting(kind="visit", place="Bergen"),
    ):
        assert parted(other, ends, findings) == (ends, ())


@pytest.mark.parametrize(
    ("changes", "mine"),
    [
        ({"type": "CONSULT"}, True),
        ({"type": "AGREE", "cameo": "036"}, True),
        ({"type": "AGREE", "cameo": "033"}, False),
        ({"type": "REJECT", "mode": "meet"}, True),
        ({"type": "AID"}, False),
    ],
)
def test_which_acts_are_the_meeting(told: tuple[Story, Findings], changes: dict[str, object], mine: bool) -> None:
    assert is_told(draft(told, "met", **changes), meeting()) is mine
    assert not is_told(draft(told, "accused", **changes), meeting())


def test_words_beside_each_other() -> None:
    first = Span("text", 10, 14, "talk")
    assert is_near(first, Span("text", 17, 20, "set"))
    assert not is_near(first, Span("text", 18, 20, "at"))
    assert is_near(first, Span("text", 5, 8, "big"))
    assert not is_near(first, Span("title", 15, 18, "set"))


def test_an_end_of_what_is_no_party(told: tuple[Story, Findings]) -> None:
    end = end_of(told[1], sourced("MLI:army", "theft"), span("theft"))
    assert (end.camp, end.known, end.kind, end.word) == ("MLI", False, None, None)
    assert end_of(told[1], sourced("NOR", "Norway"), span("theft")).known
