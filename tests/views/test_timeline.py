"""The timeline as text, JSON and a page."""

from datetime import date
from pathlib import Path

import pytest

from dateline.app.ask import agenda, history
from dateline.app.keep import keep
from dateline.ledger.database import Ledger, open_ledger
from dateline.views.timeline import Entry, entries, timeline_html, timeline_json, timeline_lines
from tests.ledger.chains import CHAINS


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    opened = open_ledger(f"sqlite:///{tmp_path / 'ledger.db'}")
    for reading in CHAINS[1].stories:
        keep(opened, reading, "1")
    return opened


def found(ledger: Ledger, first: date | None = None, last: date | None = None) -> list[Entry]:
    rows = agenda(ledger)
    return entries(rows.rows, history(ledger, rows), first, last)


def test_text(ledger: Ledger) -> None:
    rows = agenda(ledger)
    name = rows.rows[0].id[:8]
    text = "\n".join(line.plain.rstrip() for line in timeline_lines(found(ledger), date(2022, 2, 1), rows.names))
    assert (
        text
        == f"""\
Tuesday 4 January 2022
  NATO-Russia Council council: scheduled; date 12 January ({name})
     “Council on Jan. 12.” – Wire, 4 January 2022

Saturday 8 January 2022
  NATO-Russia Council council: date 12 January → 14 January ({name})
     “Moved from Jan. 12 to Jan. 14.” – Wire, 8 January 2022

Friday 14 January 2022
  == NATO-Russia Council council – held

Saturday 15 January 2022
  NATO-Russia Council council: scheduled → held ({name})
     “It took place on Friday.” – Wire, 15 January 2022"""
    )


def test_days(ledger: Ledger) -> None:
    assert [each.day.day for each in found(ledger, date(2022, 1, 8), date(2022, 1, 14))] == [8, 14]


def test_json(ledger: Ledger) -> None:
    rows = timeline_json(found(ledger), date(2022, 2, 1), agenda(ledger).names)["rows"]
    assert [(row["day"], row["kind"], len(row["changes"])) for row in rows] == [
        ("2022-01-04", "told", 2), ("2022-01-08", "told", 1), ("2022-01-14", "meeting", 0), ("2022-01-15", "told", 1),
    ]  # fmt: skip


def test_page(ledger: Ledger) -> None:
    page = timeline_html(found(ledger), date(2022, 2, 1), agenda(ledger).names)
    assert "<h3>Friday 14 January 2022</h3>" in page
    assert "@media print" in page
