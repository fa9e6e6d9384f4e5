"""People decide: what they say holds against stories and rules, in every order, and can be taken back and elsewhere."""

import json
from dataclasses import replace
from typing import Any

import pytest

from dateline.app import judge
from dateline.app.ask import agenda, explained
from dateline.app.decisions import decision_json, take_in
from dateline.app.forget import forget
from dateline.app.gather import Gathered, reread
from dateline.app.keep import keep, read_again
from dateline.ledger.database import Ledger
from dateline.model.agenda import AgendaRow
from dateline.model.errors import InputError, UnknownEntryError
from dateline.model.evidence import Decision, Span
from dateline.model.reading import Reading
from tests.ledger.build import Told, story
from tests.ledger.chains import GENEVA, NRC
from tests.store.test_forget import never
from tests.store.test_keep import content

COUNCIL = story("2022-01-04", Told("Council on Jan. 12.", **NRC, date="2022-01-12"))
AGAIN = story("2022-01-05", Told("The council meets Jan. 12.", **NRC, date="2022-01-12"), source="Paper")
TALKS = story("2022-01-04", Told("Talks in Geneva on Jan. 10.", **GENEVA, date="2022-01-10"))
LATER = story("2022-01-06", Told("Talks on Jan. 30.", **GENEVA, date="2022-01-30"))


def rows(ledger: Ledger) -> list[AgendaRow]:
    return list(agenda(ledger, doubtful=True).rows)


def seen(ledger: Ledger) -> list[tuple[str, str | None, int]]:
    return [(row.occasion.status, row.occasion.when and row.occasion.when.edtf, row.occasion.stories) for row in rows(ledger)]


def decide(ledger: Ledger, words: str, verb: Any, **more: Any) -> judge.Judged:
    return judge.judge(ledger, words, verb, by="Ana", **more)


def correct(ledger: Ledger, words: str, field: str, value: str) -> judge.Judged:
    return decide(ledger, words, "correct", field=field, value=value)


def test_confirm(ledger: Ledger) -> None:
    keep(ledger, COUNCIL, "1")
    (row,) = rows(ledger)
    made = decide(ledger, row.id, "confirm", note="as the host told us")
    (row,) = rows(ledger)
    assert (row.occasion.confidence, row.occasion.credibility) == (1.0, 1)
    assert [(each.id, each.note) for each in row.judgements] == [(made.judgement.id, "as the host told us")]


def test_reject_and_undo(ledger: Ledger) -> None:
    keep(ledger, COUNCIL, "1")
    before = rows(ledger)
    made = decide(ledger, before[0].id, "reject")
    assert made.meetings == (before[0].id,)
    assert rows(ledger) == []
    subject: Any = explained(ledger, before[0].id)
    assert (subject.withdrawn, len(subject.reports), subject.judgements[0].verb) == (True, 1, "reject")
    keep(ledger, AGAIN, "1")
    assert [row.occasion.stories for row in rows(ledger)] == [1]
    judge.undo(ledger, made.judgement.id[:8], by="Ben")
    assert [row.occasion.stories for row in rows(ledger)] == [2]
    with pytest.raises(UnknownEntryError, match="undone already, by Ben"):
        judge.undo(ledger, made.judgement.id, by="Ana")


def test_one_report_rejected(ledger: Ledger) -> None:
    keep(ledger, COUNCIL, "1")
    keep(ledger, AGAIN, "1")
    decide(ledger, AGAIN.meetings[0].id, "reject")
    assert seen(ledger) == [("scheduled", "2022-01-12", 1)]


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("date", "2022-01-13", "2022-01-13"), ("date", "2022-01-13T10:00:00+01:00", "2022-01-13"),
        ("date", "none", None), ("date", "2022-01", "2022-01"), ("date", "2022-01-13/2022-01-14", "2022-01-13/2022-01-14"),
    ],
)  # fmt: skip
def test_dates(ledger: Ledger, field: str, value: str, kept: str | None) -> None:
    keep(ledger, COUNCIL, "1")
    correct(ledger, rows(ledger)[0].id, field, value)
    keep(ledger, AGAIN, "1")
    assert seen(ledger) == [("scheduled", kept, 2)]


def test_corrections(ledger: Ledger) -> None:
    keep(ledger, COUNCIL, "1")
    name = rows(ledger)[0].id
    for field, value in (
        ("place", " Vienna "), ("parties", "Russia, NATO, Ukraine"), ("people", "Ana Lopes (Portugal); X Y"),
        ("status", "Held"), ("kind", "summit"), ("title", "The council"), ("topic", "arms"), ("level", "none"),
    ):  # fmt: skip
        correct(ledger, name, field, value)
    (row,) = rows(ledger)
    occasion = row.occasion
    assert (occasion.place, occasion.parties, occasion.status) == ("Vienna", ("NATO", "RUS", "UKR"), "held")
    assert [(each.id, each.of) for each in occasion.people] == [("Ana Lopes", "PRT"), ("X Y", None)]
    assert (occasion.kind, occasion.title, occasion.topic, occasion.level) == ("summit", "The council", "arms", None)
    assert row.revision == 8


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("colour", "red", "is no field"), ("status", "perhaps", "is no status"), ("status", "none", "never without status"),
        ("date", "soon", "no date"), ("date", "2022-02-30", "no date"),
    ],
)  # fmt: skip
def test_what_cannot_be(ledger: Ledger, field: str, value: str, words: str) -> None:
    keep(ledger, COUNCIL, "1")
    with pytest.raises(InputError, match=words):
        correct(ledger, rows(ledger)[0].id, field, value)
    assert judge.decisions(ledger) == []


def test_the_same(ledger: Ledger) -> None:
    keep(ledger, TALKS, "1")
    keep(ledger, LATER, "1")
    one, other = (row.id for row in rows(ledger))
    made = decide(ledger, other, "same-as", other=one)
    (row,) = rows(ledger)
    assert (row.id, row.occasion.stories) == (one, 2)
    keep(ledger, story("2022-01-07", Told("In Geneva on Jan. 30.", **GENEVA, date="2022-01-30")), "1")
    assert [row.occasion.stories for row in rows(ledger)] == [3]
    judge.undo(ledger, made.judgement.id, by="Ana")
    assert [(row.id, row.occasion.stories) for row in rows(ledger)] == [(one, 1), (other, 2)]


def test_not_the_same(ledger: Ledger) -> None:
    keep(ledger, COUNCIL, "1")
    keep(ledger, AGAIN, "1")
    (row,) = rows(ledger)
    made = decide(ledger, AGAIN.meetings[0].id, "not-same", other=row.id)
    assert [row.occasion.stories for row in rows(ledger)] == [1, 1]
    judge.undo(ledger, made.judgement.id, by="Ana")
    assert [row.occasion.stories for row in rows(ledger)] == [2]


def test_one_thing_is_not_two(ledger: Ledger) -> None:
    keep(ledger, COUNCIL, "1")
    name = rows(ledger)[0].id
    for verb in ("same-as", "not-same"):
        with pytest.raises(InputError, match="one and the same"):
            decide(ledger, name, verb, other=name)
    with pytest.raises(InputError, match="is a document"):
        decide(ledger, COUNCIL.document.id, "confirm")


def test_the_later_word_counts(ledger: Ledger) -> None:
    keep(ledger, TALKS, "1")
    keep(ledger, LATER, "1")
    one, other = (row.id for row in rows(ledger))
    reports = [reading.meetings[0].id for reading in (TALKS, LATER)]
    decide(ledger, one, "same-as", other=other)
    decide(ledger, reports[0], "not-same", other=reports[1])
    assert len(rows(ledger)) == 2
    decide(ledger, reports[0], "reject")
    decide(ledger, reports[0], "confirm")
    assert len(rows(ledger)) == 2
    correct(ledger, one, "date", "2022-01-11")
    correct(ledger, one, "date", "2022-01-12")
    assert seen(ledger)[0][1] == "2022-01-12"


@pytest.mark.parametrize(
    ("verb", "more", "status", "date"),
    [
        ("meeting confirm", {}, "confirmed", "2022-01-12"), ("meeting cancel", {}, "cancelled", "2022-01-12"),
        ("meeting move", {"field": "date", "value": "2022-01-14"}, "scheduled", "2022-01-14"),
        ("meeting move", {"field": "date", "value": "none"}, "postponed", None),
    ],
)  # fmt: skip
def test_what_people_know(ledger: Ledger, verb: str, more: dict[str, str], status: str, date: str | None) -> None:
    keep(ledger, COUNCIL, "1")
    decide(ledger, rows(ledger)[0].id, verb, note="by telephone", **more)
    keep(ledger, AGAIN, "1")
    assert seen(ledger) == [(status, date, 2)]
    subject: Any = explained(ledger, rows(ledger)[0].id)
    assert subject.steps[-1].quote == "by telephone"


def add(ledger: Ledger, **fields: str) -> judge.Judged:
    given = {"kind": "council", "forum": "NATO-Russia Council", "date": "2022-01-12", **fields}
    return judge.add_meeting(
        ledger, parties=["NATO", "Russia"], people=["Ana Lopes (PRT)"], fields=given, by="Ana", note="said"
    )


def test_a_meeting_added_to_one_that_stories_tell_of(ledger: Ledger) -> None:
    assert add(ledger).joined is None
    judge.undo_last(ledger, rows(ledger)[0].id, by="Ana")
    keep(ledger, COUNCIL, "1")
    made = add(ledger)
    (row,) = rows(ledger)
    assert (made.joined, row.occasion.stories) == (row.id, 2)
    judge.judge(ledger, made.judgement.one[0].report, "not-same", by="Ana", other=row.id)
    assert len(rows(ledger)) == 2


@pytest.mark.parametrize(
    ("party", "place", "words"),
    [
        ("Rusia", "Geneva", r"did you mean Russia \(RUS\)\? Else give an id"),
        ("Russia", "Genva", r"did you mean Geneva .*Else --as-given"),
        ("Russia", "Nowhere at all", "by 'Nowhere at all'; --as-given"),
    ],
)
def test_what_was_meant(ledger: Ledger, party: str, place: str, words: str) -> None:
    given = {"date": "2022-01-12", "place": place}
    with pytest.raises(InputError, match=words):
        judge.add_meeting(ledger, parties=["NATO", party], fields=given, by="Ana")
    judge.add_meeting(ledger, parties=["NATO", party], fields=given, by="Ana", as_given=True)
    (row,) = rows(ledger)
    assert (set(row.occasion.parties), row.occasion.place) == ({"NATO", "RUS" if party == "Russia" else party}, place)


def test_a_meeting_that_no_story_told_of(ledger: Ledger) -> None:
    made = add(ledger)
    (row,) = rows(ledger)
    assert (made.meetings, row.occasion.parties) == ((row.id,), ("NATO", "RUS"))
    assert (row.occasion.confidence, [line.source for line in row.sources]) == (0.99, ["Ana"])
    subject: Any = explained(ledger, row.id)
    assert isinstance(subject.reports[0][0].meeting.when.evidence[0].ground, Decision)
    keep(ledger, COUNCIL, "1")
    assert [(row.id, row.occasion.stories) for row in rows(ledger)] == [(row.id, 2)]
    judge.undo(ledger, made.judgement.id, by="Ana")
    assert [row.occasion.stories for row in rows(ledger)] == [1]
    add(ledger)
    assert [row.occasion.stories for row in rows(ledger)] == [2]


def test_decisions_do_not_depend_on_when_stories_come(ledger: Ledger) -> None:
    for reading in (COUNCIL, TALKS, LATER):
        keep(ledger, reading, "1")
    names = {row.occasion.when.edtf: row.id for row in rows(ledger) if row.occasion.when}
    decide(ledger, names["2022-01-10"], "same-as", other=names["2022-01-30"])
    correct(ledger, names["2022-01-12"], "place", "Vienna")
    keep(ledger, AGAIN, "1")
    log = [json.dumps(decision_json(each)) for each in judge.decisions(ledger)]
    expected = content(ledger)
    for reading in (COUNCIL, TALKS, LATER, AGAIN):
        forget(ledger, reading.document.id, by="x", read=never)
    assert rows(ledger) == []
    for reading in (AGAIN, LATER, TALKS, COUNCIL):
        keep(ledger, reading, "1", again=True)
    assert content(ledger) == expected
    assert take_in(ledger, log) == (0, ())


def test_a_log_in_another_ledger(ledger: Ledger, file_ledger: Ledger) -> None:
    keep(ledger, COUNCIL, "1")
    keep(ledger, TALKS, "1")
    names = {row.occasion.when.edtf: row.id for row in rows(ledger) if row.occasion.when}
    correct(ledger, names["2022-01-12"], "status", "confirmed")
    decide(ledger, names["2022-01-10"], "reject")
    add(ledger, date="2022-03-01")
    judge.undo(ledger, judge.decisions(ledger)[1].id, by="Ben")
    log = [json.dumps(decision_json(each)) for each in judge.decisions(ledger)]
    assert "Council" not in "".join(log[:2])
    keep(file_ledger, TALKS, "1")
    assert take_in(file_ledger, log)[0] == 3
    keep(file_ledger, COUNCIL, "1")
    assert content(file_ledger) == content(ledger)
    assert take_in(file_ledger, log) == (0, ())
    assert judge.decisions(file_ledger) == judge.decisions(ledger)


@pytest.mark.parametrize("line", ["{", "[]", '{"verb": "sing", "by": "x", "at": "2022-01-01T00:00:00Z"}', '{"verb": 1}'])
def test_broken_logs(ledger: Ledger, line: str) -> None:
    keep(ledger, COUNCIL, "1")
    decide(ledger, rows(ledger)[0].id, "confirm")
    good = json.dumps(decision_json(replace(judge.decisions(ledger)[0], note="other")))
    with pytest.raises(InputError, match="line 3 of the log"):
        take_in(ledger, [good, "", line])
    assert len(judge.decisions(ledger)) == 1


def newer(reading: Reading, *, words: int) -> Reading:
    """The same text by newer rules, that begin a mention so many characters later."""
    found = []
    for meeting in reading.meetings:
        span = meeting.spans[0]
        found.append(replace(meeting, spans=(Span(span.field, span.start + words, span.end, span.quote[words:]),)))
    return replace(reading, meetings=tuple(found))


def test_decisions_survive_newer_rules(ledger: Ledger) -> None:
    keep(ledger, COUNCIL, "1")
    keep(ledger, TALKS, "1")
    names = {row.occasion.when.edtf: row.id for row in rows(ledger) if row.occasion.when}
    correct(ledger, names["2022-01-12"], "place", "Vienna")
    decide(ledger, names["2022-01-10"], "reject")
    for reading in (COUNCIL, TALKS):
        changed = newer(reading, words=4)
        assert changed.meetings[0].id != reading.meetings[0].id
        read_again(ledger, changed, "2")
    (row,) = rows(ledger)
    assert (row.occasion.place, row.id) == ("Vienna", names["2022-01-12"])
    assert row.judgements[0].field == "place"


def test_what_people_stand_by_is_not_lost_to_newer_rules(ledger: Ledger) -> None:
    keep(ledger, COUNCIL, "1")
    keep(ledger, TALKS, "1")
    names = {row.occasion.when.edtf: row.id for row in rows(ledger) if row.occasion.when}
    decide(ledger, names["2022-01-12"], "confirm")
    for reading in (COUNCIL, TALKS):
        read_again(ledger, replace(reading, meetings=()), "2")
    assert [row.id for row in rows(ledger)] == [names["2022-01-12"]]


def test_reading_again(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.app import gather

    keep(ledger, COUNCIL, "older")
    add(ledger, date="2022-03-01")
    monkeypatch.setattr(gather, "readings", lambda stories, parser, **others: iter([COUNCIL for _ in stories]))
    gathered = Gathered()
    before = rows(ledger)
    assert list(reread(ledger, lambda: None, gathered)) == [COUNCIL.document.name]  # type: ignore[arg-type,return-value]
    assert rows(ledger) == before
    assert list(reread(ledger, lambda: pytest.fail("nothing to read"), gathered)) == []
    assert list(reread(ledger, lambda: None, gathered, everything=True)) != []  # type: ignore[arg-type,return-value]


def test_known_then(ledger: Ledger) -> None:
    from datetime import UTC, datetime

    keep(ledger, COUNCIL, "1", clock=lambda: datetime(2022, 1, 4, tzinfo=UTC))
    judge.judge(
        ledger, rows(ledger)[0].id, "meeting cancel", by="Ana", clock=lambda: datetime(2022, 1, 8, tzinfo=UTC)
    )  # fmt: skip
    assert seen(ledger) == [("cancelled", "2022-01-12", 1)]
    (then,) = agenda(ledger, as_of=datetime(2022, 1, 7, tzinfo=UTC)).rows
    assert then.occasion.status == "scheduled"


def test_rejected_since(ledger: Ledger) -> None:
    from datetime import UTC, datetime

    keep(ledger, COUNCIL, "1", clock=lambda: datetime(2022, 1, 4, tzinfo=UTC))
    before = rows(ledger)
    judge.judge(ledger, before[0].id, "reject", by="Ana", clock=lambda: datetime(2022, 1, 8, tzinfo=UTC))
    assert rows(ledger) == []
    then = agenda(ledger, as_of=datetime(2022, 1, 7, tzinfo=UTC), doubtful=True).rows
    assert [(row.id, row.occasion.status) for row in then] == [(before[0].id, "scheduled")]
    assert agenda(ledger, as_of=datetime(2022, 1, 9, tzinfo=UTC), doubtful=True).rows == ()
