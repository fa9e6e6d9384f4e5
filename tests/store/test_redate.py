"""A day of publication that is learnt later: the story is there once, read anew, and what people decided stays."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import Any

import pytest
from sqlalchemy import func, select

from dateline.app import judge
from dateline.app.ask import agenda, explained
from dateline.app.forget import forget
from dateline.app.gather import Gathered, gather
from dateline.app.keep import keep
from dateline.app.redate import Left, mendable, redated
from dateline.ledger import judge as kept
from dateline.ledger import tables
from dateline.ledger.database import Ledger
from dateline.model.document import Document
from dateline.model.errors import InputError
from dateline.model.problem import Problem, Refusal
from dateline.model.reading import Reading
from tests.ledger.build import Told, story
from tests.ledger.chains import NRC
from tests.store.test_forget import never
from tests.store.test_keep import content


def told(published: str | None, source: str | None = "Wire", url: str | None = None) -> Reading:
    """A story that says "in eight days": its day of publication makes the meeting's."""
    found = f"{published[:8]}{int(published[8:]) + 8:02d}" if published else None
    said = (("Ivo Marek", "deny", "Nothing is agreed."),)
    return story(published, Told("Council in eight days.", **NRC, date=found), source=source, url=url, name="a", said=said)


def read(document: Document) -> Reading:
    return replace(told(document.published.isoformat() if document.published else None), document=document)


def documents(ledger: Ledger) -> list[tuple[Any, ...]]:
    columns = tables.documents.c.published, tables.documents.c.source
    with ledger.reading() as connection:
        return sorted((tuple(row) for row in connection.execute(select(*columns))), key=str)


def days(ledger: Ledger) -> list[str | None]:
    return [row.occasion.when and row.occasion.when.edtf for row in agenda(ledger, doubtful=True).rows]


def add(ledger: Ledger, stories: Iterable[Reading], monkeypatch: pytest.MonkeyPatch) -> Gathered:
    gathered = Gathered()
    monkeypatch.setattr("dateline.app.gather.readings", lambda given, parser, **_: (read(each) for each in given))
    list(gather(ledger, [each.document for each in stories], lambda: None, gathered))  # type: ignore[arg-type,return-value]
    return gathered


def test_a_day_that_is_told_later(ledger: Ledger) -> None:
    before = replace(told(None), problems=(Problem("intake", "the date '07.01.2022' can be read in several ways"),))
    keep(ledger, before, "1")
    assert days(ledger) == [None]
    done = redated(ledger, "a", date(2022, 1, 4), read=read)
    assert (done.before, done.document.day, len(done.meetings)) == (None, date(2022, 1, 4), 1)
    assert documents(ledger) == [("2022-01-04", "Wire")]
    assert days(ledger) == ["2022-01-12"]
    with ledger.reading() as connection:
        assert connection.execute(select(func.count()).select_from(tables.problems)).scalar() == 0
        assert set(connection.execute(select(tables.changes.c.document)).scalars()) == {done.document.id}
    explained(ledger, done.document.id)
    assert redated(ledger, "a", date(2022, 1, 4), read=never).meetings == ()


def test_the_ledger_is_as_if_the_day_had_been_known(ledger: Ledger, file_ledger: Ledger) -> None:
    keep(ledger, told(None), "1")
    redated(ledger, "a", date(2022, 1, 4), read=read)
    keep(file_ledger, told("2022-01-04"), "1")
    assert content(ledger) == content(file_ledger)


def test_what_people_decided_stays(ledger: Ledger) -> None:
    keep(ledger, told(None), "1")
    (row,) = agenda(ledger, doubtful=True).rows
    judge.judge(ledger, row.id, "correct", field="place", value="Vienna", by="Ana")
    said = told(None).statements[0].id
    judge.judge(ledger, said, "reject", by="Ana")
    redated(ledger, "a", date(2022, 1, 4), read=read)
    (after,) = agenda(ledger, doubtful=True).rows
    assert (after.id, after.occasion.place, days(ledger)) == (row.id, "Vienna", ["2022-01-12"])
    assert len(after.judgements) == 1
    with ledger.reading() as connection:
        assert [each.verb for each in kept.judged(connection, "statement")[said]] == ["reject"]


def test_a_wrong_day(ledger: Ledger) -> None:
    keep(ledger, told("2022-01-14"), "1")
    assert redated(ledger, "a", date(2022, 1, 4), read=read).before == date(2022, 1, 14)
    assert (documents(ledger), days(ledger)) == ([("2022-01-04", "Wire")], ["2022-01-12"])


def test_the_copy_that_is_first_now_is_read(ledger: Ledger) -> None:
    keep(ledger, told("2022-01-04"), "1")
    keep(ledger, told("2022-01-06", source="Paper"), "1")
    assert days(ledger) == ["2022-01-12"]
    wire = told("2022-01-04").document.id
    redated(ledger, wire, date(2022, 1, 9), read=read)
    assert days(ledger) == ["2022-01-14"]
    assert documents(ledger) == [("2022-01-06", "Paper"), ("2022-01-09", "Wire")]


FORMS = (told(None), told("2022-01-04", url="https://e.org/1"), told("2022-01-06", source="Paper"), told(None, source=None))


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_added_again_with_its_day(file_ledger: Ledger, order: tuple[int, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    for number in order:
        add(file_ledger, [FORMS[number]], monkeypatch)
    assert documents(file_ledger) == [("2022-01-04", "Wire"), ("2022-01-06", "Paper")]
    assert days(file_ledger) == ["2022-01-12"]


def test_all_at_once(file_ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    gathered = add(file_ledger, FORMS, monkeypatch)
    assert documents(file_ledger) == [("2022-01-04", "Wire"), ("2022-01-06", "Paper")]
    assert (gathered.given, gathered.new + gathered.known + gathered.mended) == (4, 4)


def test_another_outlet_is_another_carrying(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    add(ledger, [told(None), told("2022-01-06", source="Paper")], monkeypatch)
    assert len(documents(ledger)) == 2


def test_only_what_has_no_date_is_mended(ledger: Ledger) -> None:
    keep(ledger, told(None), "1")
    other = story("2022-01-04", Told("Other talks.", ("USA", "RUS")), name="b")
    left = Left()
    given = [told("2022-01-04").document, other.document, told(None).document]
    assert [each.name for each in mendable(ledger, given, left)] == ["a"]
    assert (left.unknown, left.undated) == (["b"], ["a"])


MODELLED = "1 both: a model, question 1"


def test_what_a_model_read_is_not_lost_to_the_rules_unasked(ledger: Ledger) -> None:
    keep(ledger, told(None), MODELLED)
    with pytest.raises(InputError, match="say who reads it now"):
        redated(ledger, "a", date(2022, 1, 4), read=never)
    (refused,) = mendable(ledger, [told("2022-01-04").document], Left())
    assert isinstance(refused, Refusal)
    assert documents(ledger) == [(None, "Wire")]
    given = told("2022-01-04").document
    assert list(mendable(ledger, [given], Left(), by="rules")) == [given]
    redated(ledger, "a", date(2022, 1, 4), read=read, by="both", rules=MODELLED)
    with ledger.reading() as connection:
        assert list(connection.execute(select(tables.readings.c.rules)).scalars()) == [MODELLED]


@pytest.mark.parametrize(("rules", "unmodelled"), [("1", False), (MODELLED, True)])
def test_it_is_told_that_the_rules_alone_read_a_copy(ledger: Ledger, rules: str, unmodelled: bool) -> None:
    keep(ledger, told("2022-01-04"), rules)
    keep(ledger, told("2022-01-06", source="Paper"), rules)
    first = told("2022-01-04").document.id
    assert forget(ledger, first, by="Ana", read=read).unmodelled is unmodelled


def test_it_can_be_forgotten(ledger: Ledger) -> None:
    keep(ledger, told(None), "1")
    redated(ledger, "a", date(2022, 1, 4), read=read)
    forget(ledger, "a", by="Ana", read=never)
    assert (documents(ledger), days(ledger)) == ([], [])
    assert keep(ledger, told("2022-01-04"), "1").forgotten is not None


def test_only_documents_have_a_day_of_publication(ledger: Ledger) -> None:
    keep(ledger, told(None), "1")
    (row,) = agenda(ledger, doubtful=True).rows
    with pytest.raises(InputError, match="is a meeting"):
        redated(ledger, row.id, date(2022, 1, 4), read=never)
