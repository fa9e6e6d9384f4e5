"""Calendars of one ledger: each gives what it is asked for, follows what it gave, and leaves the others alone."""

import pytest
from fastapi.testclient import TestClient
from icalendar import Calendar

from dateline.app.judge import judge, undo
from dateline.model.errors import LedgerError
from dateline.web.desk import Desk


def events(ask: TestClient, asked: str = "") -> list[str]:
    """The summaries of a calendar's events."""
    answer = ask.get(f"/agenda.ics{asked}")
    assert answer.status_code == 200
    return sorted(str(event["summary"]) for event in Calendar.from_ical(answer.content).walk("VEVENT"))


def test_calendars_of_one_ledger_keep_apart(ask: TestClient) -> None:
    everything = events(ask, "?confidence=0")
    assert len(everything) == 3
    for asked in ("?party=Egypt", "?forum=NATO", "?place=Geneva", "?watch=alliance", "?status=confirmed"):
        assert len(events(ask, asked)) == 1, asked


def test_a_calendar_follows_what_moved_and_ended(ask: TestClient, desk: Desk, council: str) -> None:
    events(ask)
    assert len(events(ask, "?party=NATO&from=2022-01-13&to=2022-01-13")) == 1
    moved = judge(desk.ledger, council, "correct", by="Ana", field="date", value="2022-02-20")
    assert events(ask, "?party=NATO&from=2022-01-13&to=2022-01-13") == ["NATO-Russia Council council"]
    rejected = judge(desk.ledger, council, "reject", by="Ana")
    assert events(ask, "?forum=NATO") == ["Withdrawn: NATO-Russia Council council"]
    assert not events(ask, "?party=Israel")
    for made in (rejected, moved):
        undo(desk.ledger, made.judgement.id, by="Ana")


def test_a_ledger_that_may_not_be_written_gives_calendars(ask: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise LedgerError("it may not be written")

    monkeypatch.setattr("dateline.web.agenda.publishing.note", refused)
    assert events(ask, "?party=Egypt")
