"""People and parties that are to be in two places at once."""

from pathlib import Path

import pytest

from dateline.app.ask import agenda
from dateline.app.keep import keep
from dateline.ledger.database import Ledger, open_ledger
from dateline.views.agenda import agenda_json, agenda_lines
from dateline.views.clashes import clashes
from tests.ledger.build import Told, story
from tests.ledger.chains import LAVROV


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return open_ledger(f"sqlite:///{tmp_path / 'ledger.db'}")


def found(ledger: Ledger, *told: Told) -> list[tuple[str, str]]:
    for each in told:
        keep(ledger, story("2022-01-04", each), "1")
    rows = agenda(ledger).rows
    return sorted((clash.who, clash.place) for each in clashes(rows).values() for clash in each)


def talks(words: str, parties: tuple[str, ...], place: str, **more: object) -> Told:
    return Told(words, parties, **{"date": "2022-01-10", "place": place, **more})  # type: ignore[arg-type]


GENEVA = talks("Talks of two.", ("USA", "RUS"), "Geneva", people=LAVROV)


def test_a_person_in_two_places(ledger: Ledger) -> None:
    cairo = talks("He is in Cairo.", ("EGY", "RUS"), "Cairo", people=LAVROV[:1])
    assert found(ledger, GENEVA, cairo) == [("Sergei Lavrov", "Cairo"), ("Sergei Lavrov", "Geneva")]
    agenda_found = agenda(ledger)
    row = agenda_json(agenda_found.rows, agenda_found.day)["rows"][0]
    other = agenda_found.rows[1]
    assert row["clashes"] == [{"who": "Sergei Lavrov", "place": other.occasion.place, "meeting": other.id}]
    lines = [line.plain for line in agenda_lines(agenda_found.rows, agenda_found.day, agenda_found.names)]
    assert f"     clash: Sergei Lavrov is also to be in {other.occasion.place} ({other.id[:8]})" in lines


def test_a_party_at_one_level(ledger: Ledger) -> None:
    one = talks("Talks of two.", ("USA", "RUS"), "Geneva", level="foreign ministers")
    two = talks("In Cairo too.", ("EGY", "RUS"), "Cairo", level="foreign ministers")
    assert found(ledger, one, two) == [("RUS", "Cairo"), ("RUS", "Geneva")]


@pytest.mark.parametrize(
    "other",
    [
        talks("Called off.", ("EGY", "RUS"), "Cairo", people=LAVROV[:1], status="cancelled"),
        talks("By telephone.", ("EGY", "RUS"), "Cairo", people=LAVROV[:1], kind="call"),
        talks("Another day.", ("EGY", "RUS"), "Cairo", people=LAVROV[:1], date="2022-01-20"),
        talks("Some time.", ("EGY", "RUS"), "Cairo", people=LAVROV[:1], date="2022-01"),
        talks("Others of it.", ("EGY", "RUS"), "Cairo"),
    ],
    ids=lambda told: told.quote,
)
def test_no_clash(ledger: Ledger, other: Told) -> None:
    assert found(ledger, GENEVA, other) == []
