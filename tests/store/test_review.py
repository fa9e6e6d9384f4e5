"""The review queue: what comes to it and why, and what becomes of what people decide in it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from dateline.app import judge, watches
from dateline.app.ask import agenda
from dateline.app.keep import keep
from dateline.app.positions import statements
from dateline.app.review.acts import Act, acts_on, decide, field_named, fields_of, last_made, take_back
from dateline.app.review.queue import look_again, queue
from dateline.ledger.database import Ledger
from dateline.model.entry import Statement
from dateline.model.errors import InputError, UnknownEntryError
from dateline.model.reading import Reading
from dateline.model.review import Doubtful
from tests.ledger.build import Told, story
from tests.store.test_events import reading as acts

AT = datetime(2022, 1, 5, 12, tzinfo=UTC)
COUNCIL: dict[str, Any] = {"parties": ("NATO", "RUS"), "kind": "council", "date": "2022-01-12"}

FIRM = story("2022-01-04", Told("Firm: council on Jan. 12.", **COUNCIL, place="Brussels", forum="NATO-Russia Council"))
TWIN = story("2022-01-05", Told("Talks in Geneva on Jan. 12.", ("NATO", "RUS"), "2022-01-12", place="Geneva"), source="Paper")
LONE = story("2022-02-01", Told("A minister goes to Cairo.", ("EGY",), "2022-02-03", kind="visit", place="Cairo"))
FAINT = story("2022-03-01", Told("Maybe they met.", ("ISR", "UKR"), "2022-03-03", confidence=0.45))
DAY = story("2022-04-01", Told("Talks on April 9.", ("USA", "UKR"), "2022-04-09", place="Kyiv"), source="Wire")
OTHER_DAY = story("2022-04-02", Told("Talks on April 10.", ("USA", "UKR"), "2022-04-10", place="Kyiv"), source="Daily")
SPAN = story("2022-05-01", Told("Two negotiate on May 20.", ("RUS", "UKR"), "2022-05-20", kind="negotiation", place="Minsk"))
VAGUE = story("2022-05-02", Told("Talks in May.", ("RUS", "UKR"), "2022-05", place="Minsk"), source="Paper")


SECOND, THIRD = (
    story("2022-07-01", Told(f"The {number} round of talks in Leh is in July.", ("IND", "CHN"), "2022-07", place="Leh"))
    for number in ("second", "third")
)


def said(reading: Reading, **values: Any) -> Reading:
    """The same story, its statements surer or less sure."""
    spoken: list[Statement] = [replace(each, **values) for each in reading.statements]
    return replace(reading, statements=tuple(spoken))


def fill(ledger: Ledger, *stories: Reading) -> Ledger:
    for each in stories:
        keep(ledger, each, "1", lambda: AT)
    return ledger


def doubtful(ledger: Ledger, **asked: Any) -> list[Doubtful]:
    return list(queue(ledger, **{"limit": 20, **asked}).entries)


def causes(ledger: Ledger, **asked: Any) -> list[tuple[str, ...]]:
    return [tuple(reason.cause for reason in each.reasons) for each in doubtful(ledger, **asked)]


@pytest.mark.parametrize(
    ("stories", "found"),
    [
        ((FIRM,), []),
        ((LONE,), [("one-sided",)]),
        ((FAINT,), [("unlikely",)]),
        ((FIRM, TWIN), [("double",)]),
        ((DAY, OTHER_DAY), [("contested", "join")]),
        ((SPAN, VAGUE), [("join",)]),
        ((SECOND, THIRD), []),
    ],
    ids=["firm", "one-sided", "unlikely", "double", "contested", "join", "two rounds"],
)
def test_why_a_meeting_is_doubtful(ledger: Ledger, stories: tuple[Reading, ...], found: list[tuple[str, ...]]) -> None:
    assert causes(fill(ledger, *stories)) == found


def test_sentences_and_outlets(ledger: Ledger) -> None:
    (entry,) = doubtful(fill(ledger, DAY, OTHER_DAY))
    assert entry.reasons[0].words == "the day is contested: 2022-04-10 (Daily) or 2022-04-09 (Wire)"
    assert [(each.sentence, each.outlet) for each in entry.passages] == [
        ("Talks on April 10.", "Daily"), ("Talks on April 9.", "Wire"),
    ]  # fmt: skip


def test_a_double_comes_with_the_words_of_the_other(ledger: Ledger) -> None:
    (entry,) = doubtful(fill(ledger, FIRM, TWIN))
    (other,) = entry.others("double")
    assert {each.beside for each in entry.passages} == {None, other}
    assert {each.sentence for each in entry.passages} == {"Firm: council on Jan. 12.", "Talks in Geneva on Jan. 12."}


@pytest.mark.parametrize("act", ["confirm", "reject", "same-as"])
def test_decided_doubles_do_not_come_again(ledger: Ledger, act: Act) -> None:
    (entry,) = doubtful(fill(ledger, FIRM, TWIN))
    made = decide(ledger, entry, act, by="Ana")
    assert [each.judgement.by for each in made] == ["Ana"] * len(made)
    assert all("double" not in found for found in causes(ledger))
    assert len(agenda(ledger).rows) == {"confirm": 2, "reject": 1, "same-as": 1}[act]
    assert [each.others("double") for each in look_again(ledger, entry).entries] in ([], [()])
    assert take_back(ledger, [each.judgement.id for each in made], by="Ben") == entry.id
    assert [each.id for each in doubtful(ledger)] == [entry.id]
    assert {each.undone_by for each in judge.decisions(ledger)} == {"Ben"}


def test_what_is_decided_at_once_is_taken_back_at_once(ledger: Ledger) -> None:
    (entry,) = doubtful(fill(ledger, FIRM, TWIN))
    decide(ledger, entry, "confirm", by="Ana")
    made = last_made(ledger, "Ana")
    assert made is not None
    assert sorted(each.verb for each in made.judgements) == ["confirm", "not-same"]


def test_what_was_decided_together_is_taken_back_together(ledger: Ledger) -> None:
    (entry,) = doubtful(fill(ledger, FIRM, TWIN))
    ids = [each.judgement.id for each in decide(ledger, entry, "confirm", by="Ana")]
    judge.undo(ledger, ids[0], by="Ana")
    with pytest.raises(UnknownEntryError, match="undone already"):
        take_back(ledger, ids, by="Ben")
    assert {each.undone_by for each in judge.decisions(ledger)} == {"Ana", None}


def test_a_split(ledger: Ledger) -> None:
    (entry,) = doubtful(fill(ledger, SPAN, VAGUE))
    assert acts_on(entry) == ("confirm", "reject", "split", "correct")
    made = decide(ledger, entry, "split", by="Ana")
    assert (len(agenda(ledger).rows), causes(ledger)) == (2, [])
    assert take_back(ledger, [each.judgement.id for each in made], by="Ana") == entry.id
    assert causes(ledger) == [("join",)]


@pytest.mark.parametrize("verb", ["confirm", "correct"])
def test_what_was_decided_elsewhere_does_not_come(ledger: Ledger, verb: Any) -> None:
    (entry,) = doubtful(fill(ledger, LONE))
    given = {"field": "place", "value": "Giza"} if verb == "correct" else {}
    made = judge.judge(ledger, entry.id, verb, by="Ana", **given)
    assert doubtful(ledger) == []
    assert look_again(ledger, entry).entries == ()
    judge.undo(ledger, made.judgement.id, by="Ana")
    assert [each.id for each in doubtful(ledger)] == [entry.id]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, 4), ({"party": "Egypt"}, 1), ({"party": "RUS"}, 1), ({"first": date(2022, 2, 1)}, 3),
        ({"last": date(2022, 2, 28)}, 2), ({"first": date(2022, 3, 1), "last": date(2022, 3, 31)}, 1), ({"limit": 2}, 2),
        ({"kinds": ("statement",)}, 0), ({"watch": "cairo"}, 1),
    ],
    ids=str,
)  # fmt: skip
def test_questions(ledger: Ledger, asked: dict[str, Any], found: int) -> None:
    fill(ledger, FIRM, TWIN, LONE, FAINT, DAY, OTHER_DAY)
    watches.add(ledger, "cairo", places=["Cairo"])
    assert len(doubtful(ledger, **asked)) == found


def test_what_matters_most_comes_first(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.app.review.queue.today", lambda: date(2022, 2, 2))
    fill(ledger, LONE, story("2022-06-01", Told("Another goes to Cairo.", ("EGY",), "2022-06-03", kind="visit")))
    near, far = doubtful(ledger)
    assert (near.day, far.day) == (date(2022, 2, 3), date(2022, 6, 3))
    assert (near.doubt, near.importance) == (far.doubt, far.importance)
    assert near.weight > far.weight


def test_a_decision_lies_apart_from_what_is_passed_over(ledger: Ledger) -> None:
    first = doubtful(fill(ledger, LONE, FAINT))[0]
    assert [each.id for each in doubtful(ledger, without=[first.id])] != [first.id]
    assert len(doubtful(ledger)) == 2


UNSURE = said(story("2022-01-04", said=(("RUS", "demand", "Exports must go on."),)), confidence=0.35)
REFUSES = story("2022-01-04", said=(("UKR", "reject", "to send cargo ships through the northern strait"),))
AGREES = story("2022-01-20", said=(("UKR", "agree", "to send cargo ships through the northern strait now"),))


def test_statements(ledger: Ledger) -> None:
    (unsure,) = doubtful(fill(ledger, UNSURE), kinds=("statement",))
    assert (unsure.reasons[0].cause, unsure.passages[0].sentence) == ("unlikely", "Exports must go on.")
    fill(ledger, said(REFUSES, confidence=0.9), said(AGREES, confidence=0.9))
    found = {each.subject.id: each for each in doubtful(ledger)}
    (turned,) = (each for each in found.values() if each.reasons[0].cause == "contradiction")
    assert turned.id == AGREES.statements[0].id
    assert turned.reasons[0].words.startswith("on 2022-01-04 it had said the opposite of cargo, ")
    decide(ledger, turned, "confirm", by="Ana")
    decide(ledger, unsure, "correct", by="Ana", field=field_named(unsure, "Speaker"), value="Ukraine")
    assert doubtful(ledger) == []
    assert {row.speaker for row in statements(ledger).rows} == {"UKR"}


def test_events(ledger: Ledger) -> None:
    told = acts()
    weak = replace(told, events=(replace(told.events[0], confidence=0.55),))
    (entry,) = doubtful(fill(ledger, weak))
    assert (entry.kind, entry.parties, entry.passages[0].sentence) == (
        "event",
        ("RUS", "UKR"),
        "Moscow accused Kyiv on Jan. 3.",
    )
    assert "mode" in fields_of(entry)
    with pytest.raises(InputError, match="no possible double"):
        decide(ledger, entry, "same-as", by="Ana")
    assert len(doubtful(ledger, party="Ukraine")) == 1
    assert doubtful(ledger, party="USA") == []
    decide(ledger, entry, "reject", by="Ana")
    assert doubtful(ledger) == []


def test_days_that_end_before_they_start(ledger: Ledger) -> None:
    with pytest.raises(InputError, match="end before"):
        queue(ledger, limit=1, first=date(2022, 2, 1), last=date(2022, 1, 1))
