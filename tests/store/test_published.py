"""A calendar that was published is followed: what moved, ended or came back, through a sequence of files."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar

from dateline.app import calendar as publishing
from dateline.app import judge
from dateline.app.ask import agenda
from dateline.app.forget import forget
from dateline.app.keep import keep
from dateline.ledger.database import Ledger
from dateline.views.calendar import calendar, events_of
from tests.ledger.build import Told, story
from tests.ledger.chains import GENEVA, NRC
from tests.store.test_forget import never

COUNCIL = story("2022-01-04", Told("Council on Jan. 12.", **NRC, date="2022-01-12"))


class Client:
    """A calendar program: an event replaces one of its UID when its sequence is not lower, as RFC 5546 has it."""

    def __init__(self) -> None:
        self.events: dict[str, Any] = {}

    def take(self, file: bytes) -> None:
        for event in Calendar.from_ical(file).walk("VEVENT"):
            known = self.events.get(str(event["uid"]))
            assert known is None or event["sequence"] >= known["sequence"]
            if known is not None and event["sequence"] == known["sequence"]:
                assert (event["status"], event.decoded("dtstart")) == (known["status"], known.decoded("dtstart"))
            self.events[str(event["uid"])] = event

    def shown(self) -> list[tuple[date, str, str]]:
        return sorted((each.decoded("dtstart"), str(each["status"]), str(each["summary"])) for each in self.events.values())


def publish(ledger: Ledger, first: date | None = None, last: date | None = None, **more: Any) -> bytes:
    given = publishing.followed(ledger, agenda(ledger, first=first, last=last), first, last)
    rows, names = given.agenda.rows, given.agenda.names
    made = calendar(rows, names, former=given.former, ended=given.ended, **more)
    publishing.note(ledger, given.former, events_of(rows, given.former, given.ended))
    return made


@pytest.fixture
def client() -> Client:
    return Client()


def test_merged(ledger: Ledger, client: Client) -> None:
    told = {"parties": ("USA", "RUS"), "kind": "summit"}
    keep(ledger, story("2021-05-01", Told("A summit on June 16.", date="2021-06-16", **told)), "1")
    keep(ledger, story("2021-05-20", Told("A summit on July 1.", date="2021-07-01", **told)), "1")
    client.take(publish(ledger))
    assert [status for _, status, _ in client.shown()] == ["TENTATIVE", "TENTATIVE"]
    keep(ledger, story("2021-05-19", Told("From June 16 to July 1.", date="2021-07-01", previously="2021-06-16", **told)), "1")
    client.take(publish(ledger))
    assert client.shown() == [
        (date(2021, 7, 1), "CANCELLED", "Entered twice: USA and RUS summit"),
        (date(2021, 7, 1), "TENTATIVE", "USA and RUS summit"),
    ]
    assert publish(ledger) == publish(ledger)


def test_withdrawn_and_back(ledger: Ledger, client: Client) -> None:
    keep(ledger, COUNCIL, "1")
    client.take(publish(ledger))
    (row,) = agenda(ledger).rows
    made = judge.judge(ledger, row.id, "reject", by="Ana")
    client.take(publish(ledger))
    assert client.shown() == [(date(2022, 1, 12), "CANCELLED", "Withdrawn: NATO-Russia Council council")]
    judge.undo(ledger, made.judgement.id, by="Ana")
    client.take(publish(ledger))
    assert client.shown() == [(date(2022, 1, 12), "TENTATIVE", "NATO-Russia Council council")]


def test_forgotten(ledger: Ledger, client: Client) -> None:
    keep(ledger, COUNCIL, "1")
    client.take(publish(ledger))
    forget(ledger, COUNCIL.document.id, by="Ana", read=never)
    made = publish(ledger)
    client.take(made)
    assert client.shown() == [(date(2022, 1, 12), "CANCELLED", "Withdrawn: other")]
    assert b"Council" not in made


def test_what_was_never_published_is_not_called_off(ledger: Ledger, client: Client) -> None:
    keep(ledger, COUNCIL, "1")
    judge.judge(ledger, agenda(ledger).rows[0].id, "reject", by="Ana")
    keep(ledger, story("2022-01-04", Told("No talks on Jan. 10.", **GENEVA, date="2022-01-10", status="refused")), "1")
    client.take(publish(ledger))
    assert client.shown() == []


def test_refused_after_it_was_published(ledger: Ledger, client: Client) -> None:
    keep(ledger, story("2022-01-04", Told("Talks offered.", **GENEVA, date="2022-01-10", status="proposed")), "1")
    client.take(publish(ledger))
    keep(ledger, story("2022-01-05", Told("Talks refused.", **GENEVA, date="2022-01-10", status="refused")), "1")
    client.take(publish(ledger))
    assert client.shown() == [(date(2022, 1, 10), "CANCELLED", "Refused: USA and RUS talks")]


def test_put_off_and_dated_again(ledger: Ledger, client: Client) -> None:
    keep(ledger, COUNCIL, "1")
    client.take(publish(ledger))
    keep(ledger, story("2022-01-08", Told("Council put off.", **NRC, status="postponed")), "1")
    client.take(publish(ledger))
    assert client.shown() == [(date(2022, 1, 12), "CANCELLED", "Postponed: NATO-Russia Council council")]
    keep(ledger, story("2022-01-20", Told("Council on Feb. 2.", **NRC, date="2022-02-02")), "1")
    client.take(publish(ledger))
    assert client.shown() == [(date(2022, 2, 2), "TENTATIVE", "NATO-Russia Council council")]


def test_a_date_that_became_open(ledger: Ledger, client: Client) -> None:
    keep(ledger, COUNCIL, "1")
    client.take(publish(ledger))
    judge.judge(ledger, agenda(ledger).rows[0].id, "correct", field="date", value="2022-02", by="Ana")
    client.take(publish(ledger))
    assert client.shown() == [(date(2022, 1, 12), "CANCELLED", "Date open: NATO-Russia Council council")]


def test_moved_out_of_the_days_asked_for(ledger: Ledger, client: Client) -> None:
    january = {"first": date(2022, 1, 1), "last": date(2022, 1, 31)}
    keep(ledger, COUNCIL, "1")
    client.take(publish(ledger, **january))
    keep(ledger, story("2022-01-08", Told("To Feb. 2.", **NRC, date="2022-02-02", previously="2022-01-12")), "1")
    client.take(publish(ledger, **january))
    assert client.shown() == [(date(2022, 2, 2), "TENTATIVE", "NATO-Russia Council council")]


def test_cancelled_can_be_hidden(ledger: Ledger) -> None:
    keep(ledger, story("2022-01-04", Told("Talks off.", **GENEVA, date="2022-01-10", status="cancelled")), "1")
    assert b"STATUS:CANCELLED" in publish(ledger)
    assert b"VEVENT" not in publish(ledger, with_cancelled=False)


def test_a_ledger_nobody_wrote_to_is_not_written(ledger: Ledger) -> None:
    keep(ledger, COUNCIL, "1", clock=lambda: datetime(2022, 1, 5, tzinfo=UTC))
    publish(ledger)
    given = publishing.followed(ledger, agenda(ledger), None, None)
    assert given.former == events_of(given.agenda.rows, given.former, given.ended)
