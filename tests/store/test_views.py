"""Views of the ledger for other programs: what is in them, what people decided, and that DuckDB takes their definitions."""

from dataclasses import replace
from datetime import date
from typing import Any

import duckdb
import pytest
from sqlalchemy import text

from dateline.app import judge
from dateline.app.ask import agenda
from dateline.app.forget import forget
from dateline.app.judge import undo
from dateline.app.keep import keep
from dateline.app.positions import statements
from dateline.ledger.database import Ledger
from dateline.ledger.tables import metadata
from tests.ledger.build import Told, story
from tests.store.test_events import AT
from tests.store.test_events import reading as acts
from tests.store.test_relations import MEMBER, reading

VIEWS = ("v_meetings", "v_statements", "v_events", "v_relations", "v_stories")

COUNCIL = story(
    "2022-01-04",
    Told("The council meets in Brussels on Jan. 12.", ("NATO", "RUS"), "2022-01-12", "confirmed", "council",
         "NATO-Russia Council", "Brussels", people=(("Anna Petrova", "RUS"), ("Ben Hall", "NATO"))),
    said=(("RUS", "demand", "no more sanctions"), ("UKR", "deny", "it shelled the town")),
    source="Wire", url="https://wire.example/1", name="council",
)  # fmt: skip
LATER = story(
    "2022-01-05",
    Told("The NATO-Russia Council was moved to Jan. 13.", ("NATO", "RUS"), "2022-01-13", "scheduled", "council",
         "NATO-Russia Council", previously="2022-01-12"),
    source="Post", name="later",
)  # fmt: skip
DEMAND, DENIAL = COUNCIL.statements


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    for each in (COUNCIL, LATER, acts(), acts("copy", "2022-01-05", "Daily"), reading()):
        keep(ledger, each, "1", lambda: AT)
    return ledger


def asked(ledger: Ledger, words: str) -> list[dict[str, Any]]:
    with ledger.reading() as connection:
        return [dict(row) for row in connection.execute(text(words)).mappings()]


def day(value: Any) -> date:
    """A day as either database gives it."""
    return value if isinstance(value, date) else date.fromisoformat(value)


def decide(ledger: Ledger, words: str, verb: Any, field: str | None = None, value: str | None = None) -> judge.Judged:
    return judge.judge(ledger, words, verb, by="Ana", field=field, value=value)


def test_a_meeting(filled: Ledger) -> None:
    (found,) = asked(filled, "SELECT * FROM v_meetings")
    (row,) = agenda(filled).rows
    assert (found["id"], found["title"], found["confidence"]) == (row.id, row.occasion.title, row.occasion.confidence)
    assert (found["parties"], found["party_names"], found["people"]) == ("NATO; RUS", "NATO; Russia", "Anna Petrova; Ben Hall")
    assert (found["place"], found["country"], found["forum"], found["stories"]) == (
        "Brussels", "BEL", "NATO-Russia Council", 2,
    )  # fmt: skip
    assert [day(found[each]) for each in ("earliest", "latest", "previous_earliest", "newest", "published")] == [
        date(2022, 1, 13), date(2022, 1, 13), date(2022, 1, 12), date(2022, 1, 5), date(2022, 1, 4),
    ]  # fmt: skip
    assert (found["quote"], found["outlet"], found["url"]) == (
        "The council meets in Brussels on Jan. 12.", "Wire", "https://wire.example/1",
    )  # fmt: skip
    assert (found["decided"], found["story"]) == (None, COUNCIL.document.id)


def test_statements_are_those_of_the_listing(filled: Ledger) -> None:
    found = asked(filled, "SELECT * FROM v_statements ORDER BY speaker")
    rows = sorted(statements(filled, doubtful=True).rows, key=lambda row: row.speaker)
    assert [(each["id"], each["kind"], each["speaker"], each["quote"], day(each["day"])) for each in found] == [
        (row.id, row.kind, row.speaker, " … ".join(row.quote), row.day) for row in rows
    ]
    assert [(each["url"], each["outlet"], each["rejected"]) for each in found] == [
        ("https://wire.example/1", "Wire", False)
    ] * 2
    assert [each["sides"] for each in found] == ["; ".join(row.of) or None for row in rows]


def test_events(filled: Ledger) -> None:
    accused, expels = asked(filled, "SELECT * FROM v_events ORDER BY type")
    assert (accused["type"], accused["actor_names"], accused["recipients"], accused["quote"], day(accused["day"])) == (
        "ACCUSE", "Russia", "UKR", "accused", date(2022, 1, 3),
    )  # fmt: skip
    assert (expels["mode"], expels["actors"], expels["recipients"], expels["lat"], day(expels["day"])) == (
        "expel", "Sergei Lavrov", None, 46.2, date(2022, 1, 4),
    )  # fmt: skip


def test_relations(filled: Ledger) -> None:
    found = asked(filled, "SELECT * FROM v_relations ORDER BY kind")
    assert [(each["kind"], each["source_name"], each["target_name"], each["office"]) for each in found] == [
        ("backs", "Ana Lopes", "Kenya", None), ("holds-office", "Ana Lopes", "Latvia", "trade minister"),
        ("member", "Latvia", "NATO", None), ("seat", "NATO", "Oslo", None),
    ]  # fmt: skip
    member = found[2]
    assert (member["quote"], day(member["from_earliest"]), member["until_latest"], member["url"]) == (
        "Latvia, a NATO member", date(2004, 1, 1), None, "https://wire.example/one",
    )  # fmt: skip


def test_a_story_stands_once_and_counts_its_carriers(filled: Ledger) -> None:
    counts = "carriers, meetings, statements, events, relations"
    found = asked(filled, f"SELECT name, {counts} FROM v_stories ORDER BY name, carriers")
    assert [tuple(each.values()) for each in found] == [
        ("council", 1, 1, 2, 0, 0), ("later", 1, 1, 0, 0, 0), ("one", 1, 0, 0, 0, 4), ("one", 2, 0, 0, 2, 0),
    ]  # fmt: skip


@pytest.mark.parametrize(("view", "entry"), [("v_statements", DEMAND), ("v_events", acts().events[0]), ("v_relations", MEMBER)])
def test_what_people_decided_stands_beside_what_was_read(filled: Ledger, view: str, entry: Any) -> None:
    def shown() -> tuple[Any, ...]:
        (found,) = asked(filled, f"SELECT decided, rejected FROM {view} WHERE id = '{entry.id}'")
        return tuple(found.values())

    assert shown() == (None, False)
    rejected = decide(filled, entry.id, "reject")
    assert shown() == ("reject", True)
    decide(filled, entry.id, "confirm")
    assert shown() == ("reject; confirm", False)
    assert undo(filled, rejected.judgement.id, by="Ana")
    assert shown() == ("confirm", False)


def test_a_correction_names_its_field(filled: Ledger) -> None:
    decide(filled, DENIAL.id, "correct", "kind", "reject")
    (found,) = asked(filled, f"SELECT kind, decided FROM v_statements WHERE id = '{DENIAL.id}'")
    assert found == {"kind": "deny", "decided": "correct kind reject"}


def test_meetings_that_ended_are_left_out(filled: Ledger) -> None:
    (row,) = agenda(filled).rows
    decide(filled, row.id, "confirm")
    assert [each["decided"] for each in asked(filled, "SELECT decided FROM v_meetings")] == ["confirm"]
    decide(filled, row.id, "reject")
    assert asked(filled, "SELECT id FROM v_meetings") == []


def test_what_is_forgotten_is_gone_from_all_views(filled: Ledger) -> None:
    for name in asked(filled, "SELECT id FROM documents"):
        forget(filled, name["id"], by="Ana", read=lambda found: replace(acts(), document=found))
    assert [asked(filled, f"SELECT * FROM {view}") for view in VIEWS] == [[]] * len(VIEWS)


def test_duckdb_takes_their_definitions(file_ledger: Ledger) -> None:
    """As its extension for SQLite does: tables by the types that they declare, views by their SQL."""
    for each in (COUNCIL, LATER, acts(), reading()):
        keep(file_ledger, each, "1", lambda: AT)
    decide(file_ledger, DEMAND.id, "reject")
    with duckdb.connect() as duck, file_ledger.reading() as connection:
        for table in metadata.sorted_tables:
            columns = connection.exec_driver_sql(f"PRAGMA table_info({table.name})").all()
            declared = ", ".join(f'"{each.name}" {each.type.replace("FLOAT", "DOUBLE")}' for each in columns)
            duck.execute(f"CREATE TABLE {table.name} ({declared})")
            rows = [tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table.name}")]
            if rows:
                duck.executemany(f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(columns))})", rows)
        for name, words in connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'view'"):
            duck.execute(words)
            mine = sorted(connection.exec_driver_sql(f"SELECT * FROM {name}").all(), key=str)
            theirs = sorted(duck.execute(f"SELECT * FROM {name}").fetchall(), key=str)
            assert [plain(row) for row in theirs] == [plain(row) for row in mine], name


def plain(row: Any) -> list[Any]:
    return [each.isoformat() if isinstance(each, date) else each for each in row]
