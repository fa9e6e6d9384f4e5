"""The agenda as text and as the contract's rows."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dateline.app.ask import Agenda, agenda
from dateline.app.days import moment
from dateline.app.keep import keep
from dateline.app.positions import statements
from dateline.ledger.database import Ledger, open_ledger
from dateline.model.party import Party
from dateline.views.agenda import agenda_json, agenda_lines, brief_days, is_new, shown_status
from dateline.views.statements import statements_lines
from tests.ledger.build import Told, story
from tests.ledger.chains import CHAINS, NRC

KEYS = {
    "id", "title", "kind", "forum", "parties", "people", "place", "date", "dates", "status", "revision", "reports", "sources",
    "first_seen", "last_changed", "confidence",
}  # fmt: skip
"""What the contract promises of a row."""


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return open_ledger(f"sqlite:///{tmp_path / 'ledger.db'}")


def text(found: Agenda) -> str:
    return "\n".join(line.plain.rstrip() for line in agenda_lines(found.rows, found.day, found.names))


def add(ledger: Ledger, *stories: object) -> None:
    for number, reading in enumerate(stories):
        at = datetime(2022, 2, 1, 12, number, tzinfo=UTC)
        keep(ledger, reading, "1", clock=lambda at=at: at)


def test_the_diary(ledger: Ledger) -> None:
    add(ledger, *CHAINS[1].stories[:2])
    add(
        ledger, story("2022-01-08", Told("Envoys of both go to Cairo.", ("EGY", "ISR"), "2022-01-20/2022-01-22", place="Cairo"))
    )
    add(ledger, story("2022-01-08", Told("Ministers confer this month.", ("EU",), "2022-01")))
    add(
        ledger, story("2022-01-08", Told("A summit is offered.", ("USA", "CHN"), status="proposed", kind="summit"), source=None)
    )
    ids = [row.id[:8] for row in agenda(ledger).rows]
    assert (
        text(agenda(ledger, as_of=moment("2022-01-09")))
        == f"""\
Some time in January 2022
  ** EU talks – scheduled
     EU
     “Ministers confer this month.” – Wire, 8 January 2022
     {ids[0]}

Friday 14 January 2022
  ** NATO-Russia Council council – scheduled
     NATO, Russia
     moved from 12 January
     “Moved from Jan. 12 to Jan. 14.” – Wire, 8 January 2022
     “Council on Jan. 12.” – Wire, 4 January 2022
     {ids[1]}

Thursday 20 January 2022
  ** CAIRO – EGY and ISR talks (to 22 January) – scheduled
     Egypt, Israel
     “Envoys of both go to Cairo.” – Wire, 8 January 2022
     {ids[2]}

No date given
  ** USA and CHN summit – proposed
     China, United States
     “A summit is offered.” – {agenda(ledger).rows[3].sources[0].name}, 8 January 2022
     {ids[3]}"""
    )


def test_the_rows(ledger: Ledger) -> None:
    add(ledger, *CHAINS[0].stories)
    found = agenda(ledger, as_of=moment("2022-01-14"))
    value = agenda_json(found.rows, found.day)
    assert value["ok"] is True
    (row,) = value["rows"]
    assert set(row) >= KEYS
    assert {key: row[key] for key in KEYS - {"id", "sources", "title"}} == {
        "kind": "council",
        "forum": "NATO-Russia Council",
        "parties": ["NATO", "RUS"],
        "people": [],
        "place": "Brussels",
        "date": "2022-01-12",
        "dates": None,
        "status": "held",
        "revision": 4,
        "reports": 4,
        "first_seen": "2022-02-01T12:00:00Z",
        "last_changed": "2022-02-01T12:03:00Z",
        "confidence": 0.91,
    }
    assert [source["published"] for source in row["sources"]] == ["2022-01-02", "2022-01-04", "2022-01-06", "2022-01-13"]
    assert row["sources"][1] == {
        "document": CHAINS[0].stories[1].document.name,
        "id": CHAINS[0].stories[1].document.id,
        "source": "Wire",
        "url": None,
        "published": "2022-01-04",
        "quote": "The council meets on Jan. 12 in Brussels.",
        "reliability": None,
    }


@pytest.mark.parametrize(
    ("as_of", "status", "date", "sources"),
    [
        ("2022-01-03", "proposed", None, 1),
        ("2022-01-05", "scheduled", "2022-01-12", 2),
        ("2022-01-12", "confirmed", "2022-01-12", 3),
        ("2022-01-12T18:00:00Z", "confirmed", "2022-01-12", 3),
        ("2022-01-13", "held", "2022-01-12", 4),
    ],
)
def test_as_of(ledger: Ledger, as_of: str, status: str, date: str | None, sources: int) -> None:
    add(ledger, *CHAINS[0].stories)
    found = agenda(ledger, as_of=moment(as_of))
    (row,) = agenda_json(found.rows, found.day)["rows"]
    assert (row["status"], row["date"], len(row["sources"])) == (status, date, sources)


def test_as_of_a_moment_of_the_ledger(ledger: Ledger) -> None:
    add(ledger, *CHAINS[0].stories)
    found = agenda(ledger, as_of=moment("2022-02-01T12:01:30Z"))
    (row,) = agenda_json(found.rows, found.day)["rows"]
    assert (row["status"], len(row["sources"])) == ("not-reported-held", 2)


def test_as_of_narrowed_by_day_and_party(ledger: Ledger) -> None:
    add(ledger, *CHAINS[1].stories, story("2022-01-04", Told("Talks on Jan. 12.", ("EGY", "ISR"), "2022-01-12")))
    then, twelfth, fourteenth = moment("2022-01-05"), date(2022, 1, 12), date(2022, 1, 14)
    assert len(agenda(ledger, as_of=then, first=twelfth, last=twelfth).rows) == 2
    assert len(agenda(ledger, as_of=then, first=fourteenth).rows) == 0
    assert len(agenda(ledger, as_of=then, party="Egypt").rows) == 1
    assert len(agenda(ledger, as_of=moment("2022-01-03")).rows) == 0


@pytest.mark.parametrize(
    ("told", "day", "status"),
    [
        (Told("a b.", **NRC, date="2022-01-12"), "2022-01-12", "scheduled"),
        (Told("a b.", **NRC, date="2022-01-12"), "2022-01-13", "not-reported-held"),
        (Told("a b.", **NRC, date="2022-01-12", status="confirmed"), "2022-01-13", "not-reported-held"),
        (Told("a b.", **NRC, date="2022-01-12", status="proposed"), "2022-01-13", "not-reported-held"),
        (Told("a b.", **NRC, date="2022-01-12", status="cancelled"), "2022-01-13", "cancelled"),
        (Told("a b.", **NRC, date="2022-01-12", status="ongoing"), "2022-01-13", "ongoing"),
        (Told("a b.", **NRC, date="2022-01"), "2022-01-31", "scheduled"),
        (Told("a b.", **NRC, date="2022-01"), "2022-02-01", "not-reported-held"),
        (Told("a b.", **NRC), "2023-02-01", "scheduled"),
    ],
    ids=str,
)
def test_what_has_passed_without_a_report(ledger: Ledger, told: Told, day: str, status: str) -> None:
    add(ledger, story("2022-01-04", told))
    (row,) = agenda(ledger).rows
    assert shown_status(row, date.fromisoformat(day)) == status


@pytest.mark.parametrize(
    ("day", "new"), [("2022-01-04", True), ("2022-01-05", True), ("2022-01-06", False), ("2022-01-03", False)]
)
def test_what_is_new(ledger: Ledger, day: str, new: bool) -> None:
    add(ledger, story("2022-01-04", Told("a b.", **NRC, date="2022-01-12")))
    (row,) = agenda(ledger).rows
    assert is_new(row, date.fromisoformat(day)) is new


def test_rivals_are_shown(ledger: Ledger) -> None:
    add(ledger, *CHAINS[7].stories)
    found = agenda(ledger)
    assert "1 of 3 stories: date 13 January" in text(found)
    (row,) = agenda_json(found.rows, found.day)["rows"]
    assert row["also_reported"] == [
        {
            "field": "date",
            "value": "2022-01-13",
            "reports": 1,
            "why": "fewer stories",
            "contradicts": True,
            "sources": ["Other"],
            "reliability": None,
            "credibility": 5,
        }
    ]


def test_doubtful_meetings_come_when_asked_for(ledger: Ledger) -> None:
    add(ledger, story("2022-01-04", Told("a b.", **NRC, date="2022-01-12", confidence=0.2)))
    assert len(agenda(ledger).rows) == 0
    assert len(agenda(ledger, doubtful=True).rows) == 1


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-01-12", "12 January"),
        ("2020-09-24/2020-09-25", "24–25 September 2020"),
        ("2020-09-30/2020-10-01", "30 September – 1 October 2020"),
        ("2022-01", "2022-01"),
        ("2022-01-12/..", "2022-01-12 to .."),
    ],
)
def test_dates_within_a_line(edtf: str, words: str) -> None:
    assert brief_days(edtf) == words


def test_the_place_is_said_once(ledger: Ledger) -> None:
    add(ledger, story("2022-01-04", Told("a b.", ("USA", "RUS"), "2022-01-10", place="Geneva", title="Talks, Geneva")))
    assert "GENEVA – Talks – not reported held (was scheduled)" in text(agenda(ledger))


@pytest.mark.parametrize("parties", [(), (Party("KOR", "KOR", "state"),)], ids=["not in the register", "by its code alone"])
def test_no_bare_codes(tmp_path: Path, parties: tuple[Party, ...]) -> None:
    told = Told("Envoys meet on Jan. 12.", ("KOR", "PRK:Foreign Ministry"), "2022-01-12", title="Talks")
    ledger = open_ledger(f"sqlite:///{tmp_path / 'bare.db'}")
    keep(ledger, replace(story("2022-01-04", told, said=(("KOR", "deny", "It plans nothing."),)), parties=parties), "1")
    assert "     South Korea, North Korea, Foreign Ministry" in text(agenda(ledger))
    said = statements(ledger)
    assert any("  South Korea denies: " in line.plain for line in statements_lines(said.rows, said.names, said.total))
