"""A brief of the ledger: whole sentences with their sources, cut to pages."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dateline.app import brief as gathering
from dateline.app import watches
from dateline.app.keep import keep
from dateline.ledger.database import Ledger, open_ledger
from dateline.model.errors import InputError
from dateline.model.reading import Reading
from dateline.views.ledger_brief import Sheet, brief_html, brief_lines, brief_markdown, sheet
from tests.ledger.build import Told, story

BETWEEN = "talks between Russia and the United States"
FIRST, LAST = date(2022, 1, 10), date(2022, 1, 16)
TALKS = {"parties": ("RUS", "USA"), "place": "Geneva", "people": (("Anna Petrova", "RUS"),)}
STORIES = (
    story(
        "2022-01-04",
        Told("Talks are to open in Geneva on Jan. 20.", date="2022-01-20", **TALKS),
        Told("A council will sit on Jan. 12.", ("NATO", "RUS"), "2022-01-12", kind="council", forum="Northern Council"),
        said=(("RUS", "demand", "Exports of grain must be resumed at once."),),
        source="Wire",
        url="https://wire.example/1",
    ),
    story(
        "2022-01-11",
        Told("The council of Jan. 12 was moved to Jan. 19.", ("NATO", "RUS"), "2022-01-19", previously="2022-01-12",
             kind="council", forum="Northern Council"),
        said=(
            ("RUS", "demand", "Exports of grain must be resumed at once."),
            ("UKR", "reject", "No grain export under fire."),
        ),
        source="Post",
        name="post.txt",
    ),
    story(
        "2022-01-13",
        Told("Talks are to open in Geneva on Jan. 21, the host says.", date="2022-01-21", **TALKS),
        Told("Leaders of Egypt and Israel will meet in Cairo on Jan. 25.", ("EGY", "ISR"), "2022-01-25", kind="summit",
             place="Cairo", status="confirmed"),
        source="Herald",
        url="https://herald.example/3",
    ),
    story("2022-01-18", Told("The Cairo summit of Jan. 25 was cancelled.", ("EGY", "ISR"), "2022-01-25", kind="summit",
                             place="Cairo", status="cancelled"), source="Post"),
)  # fmt: skip


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return filled(tmp_path, STORIES)


def filled(folder: Path, stories: tuple[Reading, ...]) -> Ledger:
    opened = open_ledger(f"sqlite:///{folder / 'ledger.db'}")
    for reading in stories:
        keep(opened, reading, "1", clock=lambda: datetime(2023, 1, 1, tzinfo=UTC))
    return opened


def made(ledger: Ledger, pages: int = 2, **asked: object) -> Sheet:
    found = gathering.brief(ledger, **{"first": FIRST, "last": LAST, **asked})  # type: ignore[arg-type]
    return sheet(found, UTC, pages)


def told(made: Sheet, section: int) -> list[str]:
    return [f"{line.mark}: {line.text}" for line in made.sections[section].lines]


def test_what_changed(ledger: Ledger) -> None:
    assert told(made(ledger), 0) == [
        "Moved: The Northern Council meeting is scheduled for 19 January 2022. It was planned for 12 January 2022 before.",
        f"Moved: The {BETWEEN} in Geneva are scheduled for 21 January 2022. They were planned for 20 January 2022 before.",
        "New: The summit between Egypt and Israel in Cairo is confirmed for 25 January 2022.",
    ]


def test_a_brief_of_later_days_knows_more(ledger: Ledger) -> None:
    later = made(ledger, first=date(2022, 1, 17), last=date(2022, 1, 18))
    assert told(later, 0) == [
        "Cancelled: The summit between Egypt and Israel in Cairo, planned for 25 January 2022, has been cancelled."
    ]


def test_what_lies_ahead(ledger: Ledger) -> None:
    ahead = made(ledger).sections[1]
    assert ahead.title == "What lies ahead until 30 January 2022"
    assert [heading for heading, _ in ahead.days] == [
        "Wednesday 19 January 2022", "Friday 21 January 2022", "Tuesday 25 January 2022"
    ]  # fmt: skip
    assert told(made(ledger), 1)[2] == "CAIRO: The summit between Egypt and Israel; confirmed."
    assert told(made(ledger, ahead=3), 1) == told(made(ledger), 1)[:1]


def test_positions_that_moved_and_those_only_repeated(ledger: Ledger) -> None:
    assert told(made(ledger), 2) == [": Ukraine rejects: “No grain export under fire.”."]


def test_where_sources_disagree(ledger: Ledger) -> None:
    (line,) = made(ledger).sections[3].lines
    assert line.text == (
        "Sources disagree on the day of the talks between Russia and the United States in Geneva: Herald has 21 January 2022; "
        "Wire has 20 January 2022. This brief goes by the first."
    )


def test_each_line_has_its_sources(ledger: Ledger) -> None:
    whole = made(ledger)
    assert all(line.sources for section in whole.sections for line in section.lines)
    council, talks, _ = whole.sections[0].lines
    assert [(each.told, each.where, each.url) for each in council.sources] == [("Post, 11 January 2022", "post.txt", None)]
    assert talks.sources[0].url == "https://herald.example/3"


def test_no_ids(ledger: Ledger) -> None:
    whole = made(ledger)
    for words in (brief_html(whole), brief_markdown(whole), "\n".join(line.plain for line in brief_lines(whole))):
        assert re.search(r"[0-9a-f]{8,}", words) is None
        assert "RUS" not in words


def test_forms(ledger: Ledger) -> None:
    whole = made(ledger)
    text = "\n".join(line.plain.rstrip() for line in brief_lines(whole, 70))
    assert text.startswith("Brief\nMonday 10 January 2022 to Sunday 16 January 2022; hours in UTC\n\nWHAT CHANGED\n  Moved: ")
    assert max(map(len, text.splitlines())) <= 75
    assert "     (Post, 11 January 2022, post.txt)" in text
    page = brief_html(whole)
    assert '<a href="https://herald.example/3" rel="noreferrer">https://herald.example/3</a>' in page
    assert "@media print" in page
    assert (
        "- **New:** The summit between Egypt and Israel in Cairo is confirmed for 25 January 2022. (Herald"
        in brief_markdown(whole)
    )
    assert "### Tuesday 25 January 2022" in brief_markdown(whole)


def test_what_does_not_fit_is_counted(tmp_path: Path) -> None:
    many = (
        story(
            "2022-01-12",
            Told(f"Envoys meet in Vienna in round {number}.", ("EGY", "ISR"), f"2022-01-{number}", place="Vienna"),
            source=f"Outlet {number}",
        )
        for number in range(17, 31)
    )  # fmt: skip
    ledger = filled(tmp_path, (*STORIES, *many))
    long, short = made(ledger, pages=5), made(ledger, pages=1)
    assert [section.rest for section in long.sections] == ["", "", "", ""]
    for section, whole in zip(short.sections, long.sections, strict=True):
        assert len(section.lines) + section.left_out == len(whole.lines)
        assert len(section.lines) >= min(2, len(whole.lines))
    left = short.sections[1].left_out
    assert left > 0
    assert f"{left} further entries are left out for want of room." in brief_html(short)
    assert "Moved" in [line.mark for line in short.sections[0].lines]


def test_watches(ledger: Ledger) -> None:
    watches.add(ledger, "egypt", parties=["EGY"])
    watches.add(ledger, "grain", about=["grain"])
    egypt, grain = made(ledger, watch="egypt"), made(ledger, watch="grain")
    assert [len(section.lines) for section in egypt.sections] == [1, 1, 0, 0]
    assert [len(section.lines) for section in grain.sections] == [0, 0, 1, 0]
    assert egypt.title == "Brief: egypt"
    assert "No new position is known of." in brief_html(egypt)


def test_days_that_end_before_they_start(ledger: Ledger) -> None:
    with pytest.raises(InputError, match="would end before it starts"):
        made(ledger, first=LAST, last=FIRST)
