"""What changed, as text, JSON, Atom and in a digest."""

from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest

from dateline.app.ask import agenda
from dateline.app.changes import changes
from dateline.app.days import moment
from dateline.app.keep import keep
from dateline.ledger.database import Ledger, open_ledger
from dateline.model.change import Changes
from dateline.views.changes import ATOM, atom, changes_json, changes_lines
from dateline.views.digest import digest_html, digest_lines
from dateline.views.pages import agenda_html
from tests.ledger.build import Told, story
from tests.ledger.chains import CHAINS, NRC


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    opened = open_ledger(f"sqlite:///{tmp_path / 'ledger.db'}")
    for reading in CHAINS[1].stories:
        keep(opened, reading, "1", clock=lambda: datetime(2023, 1, 1, tzinfo=UTC))
    return opened


def since(ledger: Ledger, words: str) -> Changes:
    return changes(ledger, moment(words), clock=lambda: datetime(2022, 1, 15, tzinfo=UTC))


def test_text(ledger: Ledger) -> None:
    found = since(ledger, "2022-01-04")
    text = "\n".join(line.plain.rstrip() for line in changes_lines(found))
    assert (
        text
        == f"""\
Changes since 4 January 2022, 23:59 UTC

  Friday 14 January 2022: ** NATO-Russia Council council – held
     held: scheduled → held
       “It took place on Friday.” – Wire, 15 January 2022
     moved: 12 January → 14 January
       “Moved from Jan. 12 to Jan. 14.” – Wire, 8 January 2022
     {found.rows[0].row.id[:8]}"""
    )


def test_json(ledger: Ledger) -> None:
    value = changes_json(since(ledger, "2022-01-04"))
    assert (value["ok"], value["since"], value["until"]) == (True, "2022-01-04T23:59:59Z", "2022-01-15T00:00:00Z")
    (row,) = value["rows"]
    assert row["changes"][1] == {
        "kind": "moved", "field": "date", "before": "2022-01-12", "value": "2022-01-14",
        "quote": "Moved from Jan. 12 to Jan. 14.", "document": CHAINS[1].stories[1].document.name, "source": "Wire",
        "url": None, "published": "2022-01-08", "decision": None,
    }  # fmt: skip
    assert changes_json(changes(ledger, None))["since"] is None


def test_atom(ledger: Ledger) -> None:
    hostile = "Council <b>& co</b>\x00\x1b[2J \ufffe in Brussels."
    keep(
        ledger, story("2022-01-09", Told(hostile, **NRC, date="2022-01-14", place="Brussels"), url="https://a.b/?x=1&y=2"), "1"
    )
    feed = ElementTree.fromstring(atom(since(ledger, "2022-01-08")))
    names = {"a": ATOM}
    assert [each.tag for each in feed][:4] == [f"{{{ATOM}}}{name}" for name in ("id", "title", "updated", "author")]
    (entry,) = feed.findall("a:entry", names)
    assert entry.findtext("a:id", "", names).startswith("tag:dateline.invalid,2022:meeting:")
    assert [each.get("term") for each in entry.findall("a:category", names)] == ["held", "place"]
    assert entry.find("a:link", names).get("href") == "https://a.b/?x=1&y=2"  # type: ignore[union-attr]
    assert "place: Brussels" in entry.findtext("a:content", "", names)


def test_digest(ledger: Ledger) -> None:
    found = since(ledger, "2022-01-08")
    ahead = agenda(ledger).rows
    text = "\n".join(line.plain for line in digest_lines(found, ahead))
    assert "WHAT CHANGED\n  Friday 14 January 2022: ** NATO-Russia Council council – held\n     held: scheduled → held" in text
    assert "WHAT LIES AHEAD\nFriday 14 January 2022" in text
    nothing = "\n".join(line.plain for line in digest_lines(since(ledger, "2022-02-01"), ()))
    assert "  Nothing.\n" in nothing
    assert "  Nothing that is known of." in nothing
    page = digest_html(found, ahead)
    assert '<span class="kind">held</span> scheduled → held' in page
    assert "@media print" in page


def test_pages_escape_what_stories_say(ledger: Ledger) -> None:
    told = Told(
        "<script>alert(1)</script>", ("USA", "RUS"), "2022-01-12T23:30:00+00:00", title="<b>Talks</b>", place="<i>X</i>"
    )
    keep(ledger, story("2022-01-09", told, url="javascript:alert(1)"), "1")
    found = agenda(ledger)
    page = agenda_html(found.rows, found.day, found.names, ZoneInfo("Asia/Tokyo"))
    assert "<script" not in page
    assert "<b>" not in page
    assert "javascript:" not in page
    assert "08:30 JST (13 January)" in page


LONG = "https://wire.example/" + "a-long-name-of-a-story-" * 6
"""An address that is longer than a line."""


@pytest.fixture
def linked(ledger: Ledger) -> Ledger:
    moved = Told("The council was moved to Jan. 20.", **NRC, date="2022-01-20", previously="2022-01-14")
    keep(ledger, story("2022-01-16", moved, source="Post", url=LONG), "1")
    return ledger


def test_days_and_addresses_in_text(linked: Ledger) -> None:
    lines = [line.plain for line in changes_lines(since(linked, "2022-01-15"), 60)]
    assert lines[2].startswith("  Thursday 20 January 2022: ")
    assert lines.count(f"         {LONG}") == 1


@pytest.mark.parametrize("heading", ["WHAT CHANGED", "WHAT LIES AHEAD"])
def test_a_digest_names_days_and_addresses(linked: Ledger, heading: str) -> None:
    text = "\n".join(line.plain for line in digest_lines(since(linked, "2022-01-15"), agenda(linked).rows, 60))
    part = text.partition(heading)[2].partition("WHAT LIES AHEAD")[0]
    assert "Thursday 20 January 2022" in part
    assert LONG in part.split()


def test_addresses_on_pages_and_for_programs(linked: Ledger) -> None:
    found = since(linked, "2022-01-15")
    assert digest_html(found, ()).count(f'<a href="{LONG}" rel="noreferrer">read</a>') >= 1
    (row,) = changes_json(found)["rows"]
    assert LONG in [turn["url"] for turn in row["changes"]]
    assert LONG in [line["url"] for line in row["sources"]]
    titles = [each.text or "" for each in ElementTree.fromstring(atom(found)).iter(f"{{{ATOM}}}title")]
    assert any(title.startswith("Thursday 20 January 2022: ") for title in titles)
