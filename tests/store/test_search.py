"""The full-text index: kept by adding and forgetting, made anew for ledgers of before, the same in both databases."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import text

from dateline.app.forget import forget
from dateline.app.keep import keep
from dateline.ledger.database import Ledger
from dateline.ledger.migrations.versions import r0003_sayings
from dateline.ledger.search import find, parties_called, terms
from dateline.model.position import Saying, Sought
from dateline.model.then import Then
from tests.ledger.build import Told, story

TALKS = Told("Envoys meet in Vienna.", ("RUS", "UKR"), "2022-01-10", people=(("Anna Petrova", "RUS"),))
GRAIN = story(
    "2022-01-04",
    TALKS,
    said=(("RUS", "demand", "Exports of grain must be resumed."), ("Anna Petrova", "deny", "Nobody blocks the port.")),
    source="Wire",
)
LATER = story("2022-02-01", said=(("UKR", "reject", "We export no grain under fire."),), source="Paper")


def found(ledger: Ledger, **sought: Any) -> list[str]:
    return [each.words for each in sayings(ledger, **sought)]


def sayings(ledger: Ledger, **sought: Any) -> list[Saying]:
    with ledger.reading() as connection:
        return find(connection, Sought(**sought))


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    for reading in (GRAIN, LATER):
        keep(ledger, reading, "1")
    return ledger


DEMAND, DENIAL, REFUSAL = "Exports of grain must be resumed.", "Nobody blocks the port.", "We export no grain under fire."


@pytest.mark.parametrize(
    ("sought", "expected"),
    [
        ({}, [REFUSAL, DEMAND, DENIAL]),
        ({"about": ("grain", "exporting")}, [REFUSAL, DEMAND]),
        ({"about": ("GRAIN MUST",)}, [DEMAND]),
        ({"about": ("under fire", "grain")}, [REFUSAL]),
        ({"about": ("ports",)}, [DENIAL]),
        ({"about": ("wheat",)}, []),
        ({"speakers": ("RUS",)}, [DEMAND]),
        ({"sides": ("UKR", "RUS")}, [REFUSAL, DEMAND, DENIAL]),
        ({"party": "UKR"}, [REFUSAL]),
        ({"kind": "deny"}, [DENIAL]),
        ({"first": date(2022, 1, 5)}, [REFUSAL]),
        ({"last": date(2022, 1, 5)}, [DEMAND, DENIAL]),
        ({"then": Then(date(2022, 1, 4))}, [DEMAND, DENIAL]),
        ({"confidence": 0.9}, []),
    ],
    ids=str,
)
def test_questions(filled: Ledger, sought: dict[str, Any], expected: list[str]) -> None:
    assert found(filled, **sought) == expected


@pytest.mark.parametrize("words", ['"', "(", "*", "AND", "OR grain", "NEAR(", "a:b", "'", "--", "\\", "grain)"])
def test_words_are_never_commands(filled: Ledger, words: str) -> None:
    found(filled, about=terms(words))


def test_what_was_known_then(filled: Ledger) -> None:
    moment = datetime.now(UTC)
    assert len(found(filled, then=Then(date.max, moment))) == 3
    assert found(filled, then=Then(date.max, moment - timedelta(hours=1))) == []


def test_carriers(filled: Ledger) -> None:
    copy = story("2022-01-06", TALKS, said=(("RUS", "demand", DEMAND), ("Anna Petrova", "deny", DENIAL)), source="Copy")
    keep(filled, copy, "1")
    (said,) = sayings(filled, about=("resumed",))
    assert [each.source for each in said.carriers] == ["Wire", "Copy"]
    (then,) = sayings(filled, about=("resumed",), then=Then(date(2022, 1, 5)))
    assert [each.source for each in then.carriers] == ["Wire"]


def test_names(filled: Ledger) -> None:
    with filled.reading() as connection:
        assert parties_called(connection, "petrova") == ("Anna Petrova",)
        assert parties_called(connection, "petrov") == ()


def test_forgotten_words_are_not_found(filled: Ledger) -> None:
    forget(filled, GRAIN.document.id, by="Ana", read=lambda document: pytest.fail("no copy"))
    assert found(filled, about=("grain",)) == [REFUSAL]
    with filled.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM sayings")).scalar() == 1
        if connection.dialect.name == "sqlite":
            stored = connection.execute(text("SELECT block FROM search_sayings_data")).scalars().all()
            assert not any(word in block for block in stored for word in (b"resum", b"nobodi", b"block"))


def test_a_ledger_of_before_is_indexed(filled: Ledger) -> None:
    with filled.writing() as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(text("DROP TABLE search_sayings"))
        connection.execute(text("DROP TABLE sayings"))
        with Operations.context(MigrationContext.configure(connection)):
            r0003_sayings.upgrade()
    assert found(filled, about=("grain", "export")) == [REFUSAL, DEMAND]


def test_the_index_holds_what_the_migration_would_put_there(filled: Ledger) -> None:
    def rows() -> list[Any]:
        with filled.reading() as connection:
            return sorted(connection.execute(text("SELECT statement, words FROM sayings")).all())

    before = rows()
    test_a_ledger_of_before_is_indexed(filled)
    assert rows() == before
