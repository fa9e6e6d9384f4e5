"""The agenda as iCalendar, parsed back."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from dateline.app.ask import agenda
from dateline.app.keep import keep
from dateline.ledger.database import Ledger, open_ledger
from dateline.views.calendar import calendar
from tests.ledger.build import Told, story
from tests.ledger.chains import CHAINS, NRC


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return open_ledger(f"sqlite:///{tmp_path / 'ledger.db'}")


def exported(ledger: Ledger) -> bytes:
    found = agenda(ledger)
    return calendar(found.rows, found.names)


def events(ledger: Ledger) -> list[Any]:
    return list(Calendar.from_ical(exported(ledger)).walk("VEVENT"))


def test_the_calendar_itself(ledger: Ledger) -> None:
    made = Calendar.from_ical(exported(ledger))
    assert (made["method"], made["version"], made["name"], made["x-wr-calname"]) == ("PUBLISH", "2.0", "Dateline", "Dateline")
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" in exported(ledger)


def test_an_event(ledger: Ledger) -> None:
    told = Told(
        "Envoys, among them Mr Ryabkov; meet\nin Geneva.", ("USA", "RUS"), "2022-01-10", place="Geneva",
        people=(("Sergei Ryabkov", "RUS"),), status="confirmed",
    )  # fmt: skip
    at = datetime(2022, 1, 4, 9, 30, 15, 999, tzinfo=UTC)
    keep(ledger, story("2022-01-04", told, url="https://wire.example/1"), "1", clock=lambda: at)
    (event,) = events(ledger)
    (row,) = agenda(ledger).rows
    assert event["uid"] == f"{row.id}@dateline.invalid"
    assert event["sequence"] == 1
    assert event["status"] == "CONFIRMED"
    assert event["transp"] == "TRANSPARENT"
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2022, 1, 10), date(2022, 1, 11))
    moment = at.replace(microsecond=0)
    assert [event.decoded(name) for name in ("dtstamp", "last-modified", "created")] == [moment] * 3
    assert event["location"] == "Geneva"
    assert event["url"] == "https://wire.example/1"
    assert str(event["organizer"]).endswith(".invalid")
    assert "attendee" not in event
    assert event["description"].splitlines() == [
        "Status: confirmed",
        "Parties: Russia, United States",
        "With: Sergei Ryabkov",
        "Confidence: 80%; stories: 1",
        "Sources:",
        "- Wire, 2022-01-04: “Envoys, among them Mr Ryabkov; meet in Geneva.” https://wire.example/1",
    ]


def test_the_same_ledger_gives_the_same_bytes(ledger: Ledger) -> None:
    keep(ledger, CHAINS[0].stories[1], "1")
    assert exported(ledger) == exported(ledger)


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("2022-01-10", date(2022, 1, 10), date(2022, 1, 11)),
        ("2022-01-10/2022-01-13", date(2022, 1, 10), date(2022, 1, 14)),
        ("2022-01-10T11:00:00+02:00", datetime(2022, 1, 10, 9, tzinfo=UTC), None),
        ("2022-01-10T11:00:00", date(2022, 1, 10), date(2022, 1, 11)),
    ],
)
def test_days_and_hours(ledger: Ledger, told: str, first: date, last: date | None) -> None:
    keep(ledger, story("2022-01-04", Told("a b.", ("USA", "RUS"), told)), "1")
    (event,) = events(ledger)
    assert event.decoded("dtstart") == first
    assert (event.decoded("dtend") if "dtend" in event else None) == last


@pytest.mark.parametrize(
    "told",
    [
        Told("a b.", ("USA", "RUS")),
        Told("a b.", ("USA", "RUS"), "2022-01"),
        Told("a b.", ("USA", "RUS"), "~2022-01-10/2022-01-16"),
        Told("a b.", ("USA", "RUS"), "2022-01-10", status="refused"),
    ],
    ids=str,
)
def test_what_stays_out(ledger: Ledger, told: Told) -> None:
    keep(ledger, story("2022-01-04", told), "1")
    assert not events(ledger)


@pytest.mark.parametrize(
    ("status", "shown"),
    [("proposed", "TENTATIVE"), ("scheduled", "TENTATIVE"), ("ongoing", "CONFIRMED"), ("held", "CONFIRMED"),
     ("suspended", "CONFIRMED"), ("cancelled", "CANCELLED")],
)  # fmt: skip
def test_status(ledger: Ledger, status: str, shown: str) -> None:
    keep(ledger, story("2022-01-04", Told("a b.", ("USA", "RUS"), "2022-01-10", status=status)), "1")
    (event,) = events(ledger)
    assert event["status"] == shown


def test_a_published_meeting_is_followed_through_delay_and_new_date(ledger: Ledger) -> None:
    seen = []
    for reading in CHAINS[3].stories:
        keep(ledger, reading, "1")
        (event,) = events(ledger)
        seen.append((event["uid"], event["sequence"], event["status"], event.decoded("dtstart"), event["summary"][:10]))
    assert len({uid for uid, *_ in seen}) == 1
    assert [rest for _, *rest in seen] == [
        [1, "TENTATIVE", date(2022, 3, 10), "NATO-Russi"],
        [2, "CANCELLED", date(2022, 3, 10), "Postponed:"],
        [3, "TENTATIVE", date(2022, 4, 2), "NATO-Russi"],
    ]


def test_a_move_raises_the_sequence(ledger: Ledger) -> None:
    for reading in CHAINS[1].stories[:2]:
        keep(ledger, reading, "1")
    (event,) = events(ledger)
    assert (event["sequence"], event.decoded("dtstart")) == (2, date(2022, 1, 14))
    assert "Moved from: 2022-01-12" in event["description"]


def test_hostile_words_stay_inside(ledger: Ledger) -> None:
    words = "Talks\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:a@b.example"
    keep(ledger, story("2022-01-04", Told(words, **NRC, date="2022-01-12"), source="A\r\nB;C"), "1")
    (event,) = events(ledger)
    assert "attendee" not in event
