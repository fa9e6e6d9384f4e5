"""Keeping readings: idempotent, atomic, and the same in every order of arrival."""

from itertools import islice, permutations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, select

from dateline.app.keep import keep, read_again
from dateline.ledger import query, tables
from dateline.ledger.database import Ledger, open_ledger
from dateline.model.agenda import AgendaRow, Question
from dateline.model.reading import Reading
from tests.ledger.build import Told, story
from tests.ledger.chains import CHAINS, Chain


def rows(ledger: Ledger, **question: Any) -> list[AgendaRow]:
    with ledger.reading() as connection:
        return query.agenda(connection, Question(**question))


def believed(ledger: Ledger) -> list[tuple[str, str | None, int]]:
    found = [(row.occasion.status, row.occasion.when and row.occasion.when.edtf, row.occasion.stories) for row in rows(ledger)]
    return sorted(found, key=str)


def content(ledger: Ledger) -> list[str]:
    """All that is believed, without the names and revisions, which tell the order of arrival."""
    return sorted(f"{row.occasion} {[line.document for line in row.sources]}" for row in rows(ledger))


def emptied(ledger: Ledger) -> Ledger:
    with ledger.writing() as connection:
        for table in reversed(tables.metadata.sorted_tables):
            connection.execute(delete(table))
    return ledger


def counts(ledger: Ledger) -> dict[str, int]:
    with ledger.reading() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in tables.metadata.sorted_tables
        }


@pytest.mark.parametrize("chain", CHAINS, ids=lambda chain: chain.name)
def test_chains_in_every_order(ledger: Ledger, chain: Chain) -> None:
    """In PostgreSQL in every fourth: what is believed does not hang on the database."""
    seen, step = set(), 1 if ledger.engine.dialect.name == "sqlite" else 4
    for order in islice(permutations(chain.stories), 0, None, step):
        for reading in order:
            keep(emptied(ledger) if reading is order[0] else ledger, reading, "1")
        assert believed(ledger) == sorted(chain.believed, key=str), [reading.document.day for reading in order]
        seen.add(tuple(content(ledger)))
    assert len(seen) == 1


@pytest.fixture(scope="module")
def shared() -> Ledger:
    return open_ledger("sqlite://")


STORIES = tuple(reading for chain in CHAINS for reading in chain.stories)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(STORIES), unique=True, min_size=2, max_size=12), st.randoms())
def test_any_stories_in_any_order(shared: Ledger, stories: list[Reading], random: Any) -> None:
    outcomes = []
    for _ in range(2):
        emptied(shared)
        for reading in stories:
            keep(shared, reading, "1")
        outcomes.append(content(shared))
        random.shuffle(stories)
    assert outcomes[0] == outcomes[1]


def test_the_same_document_again_changes_nothing(ledger: Ledger) -> None:
    reading = CHAINS[0].stories[1]
    assert keep(ledger, reading, "1").new
    before, numbers = rows(ledger), counts(ledger)
    again = keep(ledger, reading, "1")
    assert not again.new
    assert again.meetings == ()
    assert rows(ledger) == before
    assert counts(ledger) == numbers


def test_revisions_follow_what_a_reader_sees(ledger: Ledger) -> None:
    seen = []
    for reading in CHAINS[1].stories:
        keep(ledger, reading, "1")
        (row,) = rows(ledger)
        seen.append((row.id, row.revision))
    assert len({name for name, _ in seen}) == 1
    assert [revision for _, revision in seen] == [1, 2, 3]


def test_a_story_that_adds_nothing_makes_no_revision(ledger: Ledger) -> None:
    keep(ledger, story("2022-01-04", Told("Council Jan. 12.", ("NATO", "RUS"), "2022-01-12")), "1")
    keep(ledger, story("2022-01-05", Told("Yes, on Jan. 12.", ("NATO", "RUS"), "2022-01-12")), "1")
    (row,) = rows(ledger)
    assert row.revision == 1
    assert row.occasion.stories == 2
    assert row.first_seen == row.last_changed


def test_two_meetings_that_turn_out_to_be_one(ledger: Ledger) -> None:
    told = {"parties": ("USA", "RUS"), "kind": "summit"}
    first = story("2021-05-01", Told("A summit on June 16.", date="2021-06-16", **told))
    second = story("2021-05-20", Told("A summit on July 1.", date="2021-07-01", **told))
    bridge = story("2021-05-19", Told("From June 16 to July 1.", date="2021-07-01", previously="2021-06-16", **told))
    keep(ledger, first, "1")
    keep(ledger, second, "1")
    older, younger = (row.id for row in rows(ledger))
    kept = keep(ledger, bridge, "1")
    (row,) = rows(ledger)
    assert row.id == older
    assert set(kept.meetings) == {older, younger}
    with ledger.reading() as connection:
        ended = connection.execute(select(tables.meetings).where(tables.meetings.c.id == younger)).mappings().one()
    assert (ended["merged_into"], ended["revision"]) == (older, 2)


def test_the_copy_published_first_stands_for_the_text(ledger: Ledger) -> None:
    late = story("2022-01-09", Told("Talks next Wednesday.", ("USA", "RUS"), "2022-01-12"), source="Paper")
    early = story("2022-01-04", Told("Talks next Wednesday.", ("USA", "RUS"), "2022-01-05"), source="Wire")
    keep(ledger, late, "1")
    (before,) = rows(ledger)
    keep(ledger, early, "1")
    (row,) = rows(ledger)
    assert row.id == before.id
    assert row.occasion.when is not None
    assert row.occasion.when.edtf == "2022-01-05"
    assert [line.source for line in row.sources] == ["Wire", "Paper"]


@pytest.mark.parametrize("late_first", [True, False])
def test_offsets_count_in_the_copy_that_was_read(ledger: Ledger, late_first: bool) -> None:
    told = Told("Talks next", ("USA", "RUS"), "2022-01-05")
    late = story("2022-01-09", told, source="Paper", body="On  the\n agenda: Talks next Wednesday.")
    early = story("2022-01-04", told, source="Wire", body="On the agenda: Talks next Wednesday.")
    assert late.document.text.id == early.document.text.id
    for reading in (late, early) if late_first else (early, late):
        keep(ledger, reading, "1")
    with ledger.reading() as connection:
        body = connection.execute(select(tables.texts.c.body)).scalar_one()
        for span in connection.execute(select(tables.spans)).mappings():
            assert body[span["start"] : span["end"]] == span["quote"]


def test_a_reading_without_meetings_is_kept(ledger: Ledger) -> None:
    kept = keep(ledger, story("2022-01-04", said=(("RUS", "deny", "It plans nothing."),)), "1")
    assert (kept.new, kept.reports, kept.statements, kept.meetings) == (True, 0, 1, ())
    assert not rows(ledger)


def test_a_meeting_that_no_reading_tells_of_any_more_is_withdrawn(ledger: Ledger) -> None:
    words = "Talks on Wednesday."
    keep(ledger, story("2022-01-09", Told(words, ("USA", "RUS"), "2022-01-12"), source="Paper"), "1")
    (row,) = rows(ledger)
    keep(ledger, story("2022-01-04", source="Wire", body=words), "1")
    assert not rows(ledger)
    with ledger.reading() as connection:
        assert connection.execute(select(tables.meetings.c.withdrawn).where(tables.meetings.c.id == row.id)).scalar_one()


@pytest.mark.parametrize("words", ["Council on Jan. 12.", "The council meets on Jan. 12.", "On Jan. 12.", "Jan. 12: council."])
def test_a_report_that_newer_rules_read_as_another_occasion(ledger: Ledger, words: str) -> None:
    nrc = {"kind": "council", "forum": "NATO-Russia Council"}
    first = story("2022-01-04", Told(words, ("NATO", "RUS"), "2022-01-12", **nrc))
    second = story("2022-01-05", Told("Yes, on Jan. 12.", ("NATO", "RUS"), "2022-01-12", **nrc))
    for reading in (first, second):
        keep(ledger, reading, "1")
    (row,) = rows(ledger)
    read_again(ledger, story("2022-01-04", Told(words, ("EGY", "ISR"), "2022-01-12")), "2")
    found = {row.occasion.parties: (row.id, row.occasion.stories) for row in rows(ledger)}
    assert found.keys() == {("EGY", "ISR"), ("NATO", "RUS")}
    assert found["EGY", "ISR"] == (row.id, 1)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ({}, 4),
        ({"first": "2022-01-11"}, 2),
        ({"last": "2022-01-10"}, 2),
        ({"first": "2022-01-10", "last": "2022-01-10"}, 2),
        ({"first": "2022-01-20", "last": "2022-01-20"}, 1),
        ({"party": "RUS"}, 2),
        ({"party": "Wendy Sherman"}, 1),
        ({"party": "FRA"}, 0),
        ({"confidence": 0.5}, 3),
    ],
    ids=str,
)
def test_questions(ledger: Ledger, question: dict[str, Any], found: int) -> None:
    keep(ledger, story("2022-01-04", Told("a b", ("USA", "RUS"), "2022-01-10", people=RYABKOV)), "1")
    keep(ledger, story("2022-01-04", Told("c d", ("NATO", "RUS"), "2022-01-12")), "1")
    keep(ledger, story("2022-01-04", Told("e f", ("EU",), "~2022-01-05/2022-01-31", confidence=0.4)), "1")
    keep(ledger, story("2022-01-04", Told("g h", ("EGY", "ISR"))), "1")
    asked = {key: when_asked(value) for key, value in question.items()}
    assert len(rows(ledger, **asked)) == found


RYABKOV = (("Sergei Ryabkov", "RUS"), ("Wendy Sherman", "USA"))


def when_asked(value: Any) -> Any:
    from datetime import date

    return date.fromisoformat(value) if isinstance(value, str) and value[:1].isdigit() else value


def test_a_meeting_put_off_is_found_under_its_former_date(ledger: Ledger) -> None:
    from datetime import date

    for reading in CHAINS[3].stories[:2]:
        keep(ledger, reading, "1")
    (row,) = rows(ledger, first=date(2022, 3, 10), last=date(2022, 3, 10))
    assert (row.occasion.status, row.occasion.when) == ("postponed", None)
