"""Taking documents out again: all that rests on them goes, and they stay out."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import func, select, text

from dateline.app.forget import forget
from dateline.app.keep import keep
from dateline.ledger import query, tables
from dateline.ledger.database import Ledger
from dateline.model.agenda import AgendaRow, Question
from dateline.model.errors import InputError, UnknownEntryError
from dateline.model.reading import Reading
from tests.ledger.build import Told, story
from tests.ledger.chains import NRC
from tests.store.test_keep import content

WORDS = "The envoys of the Xanadu corridor meet in Geneva on Jan. 10."
SECRET = story(
    "2022-01-04",
    Told(WORDS, ("USA", "RUS"), "2022-01-10", place="Geneva", people=(("Xaver Zebedee", "RUS"),), topic="Xanadu corridor"),
    said=(("Xaver Zebedee", "deny", "Xanadu was never ours."),),
    source="Wire",
)
OTHER = story("2022-01-05", Told("Talks in Geneva on Monday.", ("USA", "RUS"), "2022-01-10", place="Geneva"), source="Paper")


def never(document: Any) -> Reading:
    pytest.fail("nothing had to be read again")


def rows(ledger: Ledger) -> list[AgendaRow]:
    with ledger.reading() as connection:
        return query.agenda(connection, Question())


def everything(ledger: Ledger) -> str:
    """All that the ledger holds, as one text."""
    with ledger.reading() as connection:
        return "\n".join(
            str(tuple(row)) for table in tables.metadata.sorted_tables for row in connection.execute(select(table)).all()
        )


def take_out(ledger: Ledger, reading: Reading, read: Any = never) -> Any:
    return forget(ledger, reading.document.id, by="Ana", note="asked for", read=read)


def test_all_that_rests_on_it_goes(ledger: Ledger) -> None:
    keep(ledger, SECRET, "1")
    keep(ledger, OTHER, "1")
    (row,) = rows(ledger)
    assert row.occasion.stories == 2
    gone = take_out(ledger, SECRET)
    assert gone.meetings == (row.id,)
    (left,) = rows(ledger)
    assert (left.id, left.occasion.stories, left.occasion.people, left.occasion.topic) == (row.id, 1, (), None)
    held = everything(ledger)
    for word in ("Xanadu", "Zebedee", "corridor"):
        assert word not in held
    assert SECRET.document.id in held


def test_what_is_left_is_as_if_it_had_never_come(ledger: Ledger) -> None:
    keep(ledger, OTHER, "1")
    before = content(ledger)
    keep(ledger, SECRET, "1")
    take_out(ledger, SECRET)
    assert content(ledger) == before


def test_a_meeting_that_it_alone_told_of(ledger: Ledger) -> None:
    keep(ledger, SECRET, "1")
    (row,) = rows(ledger)
    take_out(ledger, SECRET)
    assert not rows(ledger)
    assert "Xanadu" not in everything(ledger)
    with ledger.reading() as connection:
        kept = connection.execute(select(tables.meetings)).mappings().one()
        assert (kept["id"], kept["withdrawn"], kept["title"], kept["place"], kept["held_earliest"]) == (
            row.id,
            True,
            "",
            None,
            None,
        )
        assert kept["revision"] > row.revision


def test_its_bytes_go_from_the_file(file_ledger: Ledger) -> None:
    keep(file_ledger, SECRET, "1")
    keep(file_ledger, OTHER, "1")
    take_out(file_ledger, SECRET)
    path = file_ledger.engine.url.database
    file_ledger.close()
    from pathlib import Path

    for each in Path(str(path)).parent.glob("file.db*"):
        assert b"Xanadu" not in each.read_bytes(), each


def test_a_report_that_held_two_others_together(ledger: Ledger) -> None:
    told = {"parties": ("USA", "RUS"), "kind": "summit"}
    first = story("2021-05-01", Told("A summit on June 16.", date="2021-06-16", **told))
    second = story("2021-05-20", Told("A summit on July 1.", date="2021-07-01", **told))
    bridge = story("2021-05-19", Told("From June 16 to July 1.", date="2021-07-01", previously="2021-06-16", **told))
    for reading in (first, bridge, second):
        keep(ledger, reading, "1")
    assert len(rows(ledger)) == 1
    take_out(ledger, bridge)
    assert [row.occasion.when and row.occasion.when.edtf for row in rows(ledger)] == ["2021-06-16", "2021-07-01"]


def test_it_stays_out(ledger: Ledger) -> None:
    keep(ledger, SECRET, "1")
    take_out(ledger, SECRET)
    refused = keep(ledger, SECRET, "1")
    assert not refused.new
    assert refused.forgotten is not None
    assert (refused.forgotten.by, refused.forgotten.note) == ("Ana", "asked for")
    crawled = story(
        "2022-01-06", Told(WORDS, ("USA", "RUS"), "2022-01-10"), body=SECRET.document.text.body, url="https://a.b/c"
    )
    assert keep(ledger, crawled, "1").forgotten is not None
    assert not rows(ledger)
    assert keep(ledger, SECRET, "1", again=True).new
    assert len(rows(ledger)) == 1
    assert keep(ledger, crawled, "1").new


def test_a_copy_takes_its_place(ledger: Ledger) -> None:
    early = story("2022-01-04", Told("Talks next Wednesday.", ("USA", "RUS"), "2022-01-05"), source="Wire")
    late = story("2022-01-09", Told("Talks next Wednesday.", ("USA", "RUS"), "2022-01-12"), source="Paper")
    keep(ledger, early, "1")
    keep(ledger, late, "1")
    asked = []

    def read(document: Any) -> Reading:
        asked.append(document)
        return late

    take_out(ledger, early, read)
    assert asked == [late.document]
    (row,) = rows(ledger)
    assert row.occasion.when is not None
    assert (row.occasion.when.edtf, [line.source for line in row.sources]) == ("2022-01-12", ["Paper"])


def test_a_copy_that_does_not_stand_for_the_text(ledger: Ledger) -> None:
    early = story("2022-01-04", Told("Talks next Wednesday.", ("USA", "RUS"), "2022-01-05"), source="Wire")
    late = story("2022-01-09", Told("Talks next Wednesday.", ("USA", "RUS"), "2022-01-12"), source="Paper")
    keep(ledger, early, "1")
    keep(ledger, late, "1")
    take_out(ledger, late)
    (row,) = rows(ledger)
    assert [line.source for line in row.sources] == ["Wire"]
    assert row.revision == 1


def test_an_error_leaves_it_in(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(ledger, SECRET, "1")
    before = everything(ledger)

    def fail(*given: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr("dateline.ledger.forget.scrub", fail)
    with pytest.raises(RuntimeError):
        take_out(ledger, SECRET)
    assert everything(ledger) == before


@pytest.mark.parametrize(("words", "error"), [("no such story", UnknownEntryError), ("meeting", InputError)])
def test_what_cannot_be_forgotten(ledger: Ledger, words: str, error: type[Exception]) -> None:
    keep(ledger, SECRET, "1")
    name = rows(ledger)[0].id if words == "meeting" else words
    with pytest.raises(error):
        forget(ledger, name, by="Ana", read=never)


def test_forgetting_many(ledger: Ledger) -> None:
    told = [story(f"2022-01-0{day}", Told(f"Council on Jan. 12, {day}.", **NRC, date="2022-01-12")) for day in range(1, 6)]
    for reading in told:
        keep(ledger, reading, "1", clock=lambda: datetime(2022, 2, 1, tzinfo=UTC))
    for reading in told:
        take_out(ledger, reading)
    assert not rows(ledger)
    with ledger.reading() as connection:
        for table in ("texts", "documents", "readings", "reports", "evidence", "spans", "keys", "matches", "steps", "changes"):
            count = connection.execute(select(func.count()).select_from(text(table))).scalar()
            assert count == 0 or table == "changes"
