"""What changed since a moment, by both clocks, and watches."""

from datetime import UTC, date, datetime

import pytest

from dateline.app import changes as changing
from dateline.app import judge, watches
from dateline.app.ask import agenda
from dateline.app.changes import changes
from dateline.app.days import moment
from dateline.app.forget import forget
from dateline.app.keep import keep
from dateline.ledger.database import Ledger
from dateline.model.errors import InputError
from dateline.model.reading import Reading
from tests.ledger.build import Told, story
from tests.ledger.chains import CHAINS, GENEVA, NRC
from tests.store.test_forget import never


def add(ledger: Ledger, reading: Reading, words: str) -> None:
    keep(ledger, reading, "1", clock=lambda: datetime.fromisoformat(words).replace(tzinfo=UTC))


def turns(ledger: Ledger, since: str | None, **more: str) -> list[tuple[str, str | None, str | None]]:
    found = changes(ledger, moment(since) if since else None, **more)  # type: ignore[arg-type]
    return [(turn.kind, turn.before, turn.value) for each in found.rows for turn in each.turns]


MOVED = CHAINS[1].stories


def test_by_the_days_of_stories(ledger: Ledger) -> None:
    for reading in MOVED:
        add(ledger, reading, "2023-05-01")
    assert turns(ledger, None) == [("new", None, "held")]
    assert turns(ledger, "2022-01-03") == [("new", None, "held")]
    assert turns(ledger, "2022-01-04") == [("held", "scheduled", "held"), ("moved", "2022-01-12", "2022-01-14")]
    assert turns(ledger, "2022-01-08") == [("held", "scheduled", "held")]
    assert turns(ledger, "2022-01-15") == []


def test_by_the_clock_of_the_ledger(ledger: Ledger) -> None:
    for reading, at in zip(MOVED, ("2022-01-05", "2022-01-09", "2022-01-16"), strict=True):
        add(ledger, reading, at)
    assert turns(ledger, "2022-01-05") == [("held", "scheduled", "held"), ("moved", "2022-01-12", "2022-01-14")]
    assert turns(ledger, "2022-01-05T12:00:00Z") == [("held", "scheduled", "held"), ("moved", "2022-01-12", "2022-01-14")]
    assert turns(ledger, "2022-01-09") == [("held", "scheduled", "held")]
    assert turns(ledger, "2022-01-16") == []


def test_each_change_has_its_words(ledger: Ledger) -> None:
    for reading in MOVED:
        add(ledger, reading, "2023-05-01")
    (changed,) = changes(ledger, moment("2022-01-04")).rows
    assert [turn.quote for turn in changed.turns] == ["It took place on Friday.", "Moved from Jan. 12 to Jan. 14."]
    assert all(turn.source is not None and turn.source.source == "Wire" for turn in changed.turns)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (Told("It is confirmed.", **NRC, date="2022-01-12", status="confirmed"), ("confirmed", "scheduled", "confirmed")),
        (Told("It is off.", **NRC, status="cancelled"), ("cancelled", "scheduled", "cancelled")),
        (Told("It is put off.", **NRC, status="postponed"), ("postponed", "scheduled", "postponed")),
        (Told("It is on Jan. 13.", **NRC, date="2022-01-13"), ("contradicted", "2022-01-13", "2022-01-12")),
        (Told("In Brussels.", **NRC, date="2022-01-12", place="Brussels"), ("place", None, "Brussels")),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_kinds(ledger: Ledger, told: Told, expected: tuple[str, str, str]) -> None:
    add(ledger, story("2022-01-04", Told("Council on Jan. 12.", **NRC, date="2022-01-12")), "2022-01-04T10:00")
    add(ledger, story("2022-01-06", told, source="Paper"), "2022-01-06T10:00")
    assert expected in turns(ledger, "2022-01-05")


def test_a_date_that_becomes_exact_is_not_moved(ledger: Ledger) -> None:
    add(ledger, story("2022-01-04", Told("Council this month.", **NRC, date="2022-01")), "2022-01-04T10:00")
    add(ledger, story("2022-01-06", Told("Council on Jan. 12.", **NRC, date="2022-01-12")), "2022-01-06T10:00")
    assert turns(ledger, "2022-01-05") == [("dated", "2022-01", "2022-01-12")]


def test_what_people_decide_is_a_change(ledger: Ledger) -> None:
    add(ledger, MOVED[0], "2022-01-05")
    (row,) = agenda(ledger).rows
    judge.judge(
        ledger, row.id, "correct", field="date", value="2022-01-13", by="Ana", note="she knows",
        clock=lambda: datetime(2022, 1, 7, tzinfo=UTC),
    )  # fmt: skip
    (changed,) = changes(ledger, moment("2022-01-06")).rows
    moved = next(turn for turn in changed.turns if turn.kind == "moved")
    assert (moved.value, moved.decision and moved.decision.by) == ("2022-01-13", "Ana")


def test_what_ended(ledger: Ledger) -> None:
    add(ledger, MOVED[0], "2022-01-05")
    add(ledger, story("2022-01-04", Told("Talks.", **GENEVA, date="2022-01-10")), "2022-01-05")
    council, talks = sorted(agenda(ledger).rows, key=lambda row: row.occasion.kind)
    judge.judge(ledger, talks.id, "reject", by="Ana")
    forget(ledger, MOVED[0].document.id, by="Ana", read=never)
    found = changes(ledger, moment("2022-01-06")).rows
    assert {(each.row.id, each.turns[0].kind) for each in found} == {(council.id, "withdrawn"), (talks.id, "withdrawn")}


def test_looks(ledger: Ledger) -> None:
    add(ledger, MOVED[0], "2022-01-05")
    assert changing.last_look(ledger, "changes") is None
    at = datetime(2022, 1, 6, tzinfo=UTC)
    changing.look(ledger, "changes", at)
    changing.look(ledger, "digest", at, "arms")
    assert changing.last_look(ledger, "changes") == at
    assert changing.last_look(ledger, "changes", "arms") is None
    assert changing.last_look(ledger, "digest", "arms") == at


WATCHES = {
    "Russia": ({"parties": ["Russia"]}, {"council", "talks"}),
    "the council": ({"forums": ["nato-russia"]}, {"council"}),
    "Switzerland": ({"places": ["Switzerland"]}, {"talks"}),
    "a capital": ({"places": ["Bern"]}, set()),
    "Geneva": ({"places": ["geneva"]}, {"talks"}),
    "arms": ({"about": ["Arms", "missiles"]}, {"talks"}),
    "words of a story": ({"about": ["the envoys"]}, {"visit"}),
    "both": ({"parties": ["NATO", "USA"], "about": ["arms"]}, {"talks"}),
    "either": ({"parties": ["NATO", "USA"]}, {"council", "talks"}),
}


@pytest.mark.parametrize("name", WATCHES)
def test_watches(ledger: Ledger, name: str) -> None:
    asked, expected = WATCHES[name]
    add(ledger, MOVED[0], "2022-01-05")
    add(ledger, story("2022-01-04", Told("Talks on arms.", **GENEVA, date="2022-01-10", topic="arms control")), "2022-01-05")
    add(ledger, story("2022-01-04", Told("The envoys go.", ("EGY",), "2022-01-20", kind="visit")), "2022-01-05")
    watches.add(ledger, name, **asked)  # type: ignore[arg-type]
    assert {row.occasion.kind for row in agenda(ledger, watch=name).rows} == expected
    assert {row.occasion.kind for row in agenda(ledger, watch=name, as_of=moment("2022-01-06")).rows} == expected
    assert {each.row.occasion.kind for each in changes(ledger, None, watch=name).rows} == expected


@pytest.mark.parametrize(("place", "kinds"), [("Geneva", ["new"]), ("Vienna", [])])
def test_a_watch_is_asked_of_what_was_believed_until_then(ledger: Ledger, place: str, kinds: list[str]) -> None:
    add(ledger, story("2022-01-04", Told("Talks in Geneva.", ("RUS", "USA"), "2022-01-12", place="Geneva")), "2022-01-05")
    add(
        ledger,
        story("2022-01-08", Told("Confirmed: Vienna.", ("RUS", "USA"), "2022-01-12", status="confirmed", place="Vienna")),
        "2022-01-09",
    )
    watches.add(ledger, "there", places=[place])
    found = changes(ledger, moment("2022-01-01"), watch="there", until=moment("2022-01-07"))
    assert [turn.kind for each in found.rows for turn in each.turns] == kinds


def test_decisions_on_entries_until_a_moment(ledger: Ledger) -> None:
    reading = story("2022-01-04", said=(("RUS", "deny", "It plans nothing."),))
    add(ledger, reading, "2022-01-05")
    judge.judge(ledger, reading.statements[0].id, "confirm", by="Ana", clock=lambda: moment("2022-01-09"))
    assert [len(changes(ledger, None, until=moment(day)).ruled) for day in ("2022-01-08", "2022-01-10")] == [0, 1]


def test_watches_made_and_taken_away(ledger: Ledger) -> None:
    watches.add(ledger, " arms  control ", about=["arms"])
    watches.add(ledger, "arms control", about=["missiles"])
    assert [(each.name, each.about) for each in watches.known(ledger)] == [("arms control", ("missiles",))]
    with pytest.raises(InputError, match="there are: arms control"):
        agenda(ledger, watch="other", first=date(2022, 1, 1))
    watches.remove(ledger, "arms control")
    assert watches.known(ledger) == []
    with pytest.raises(InputError, match="none yet"):
        watches.remove(ledger, "arms control")
    for name, more in (("", {"about": ["x"]}), ("x", {}), ("x", {"parties": ["Ruritania"]})):
        with pytest.raises(InputError):
            watches.add(ledger, name, **more)  # type: ignore[arg-type]
