"""Words that entries rest on are looked up again in their story: a ledger that was changed from outside is not believed."""

import pytest
from sqlalchemy import update

from dateline.app.ask import explained
from dateline.app.keep import keep, read_again
from dateline.ledger import tables
from dateline.ledger.database import Ledger
from dateline.model.errors import MisquotedError
from dateline.model.kept import Carried
from tests.ledger.build import Told, story
from tests.ledger.chains import NRC

SAID = (("RUS", "deny", "It plans nothing."),)
STORY = story("2022-01-04", Told("The council meets on Jan. 12.", **NRC, date="2022-01-12"), said=SAID)
MEETING, STATEMENT = STORY.meetings[0].id, STORY.statements[0].id


@pytest.fixture
def changed(ledger: Ledger) -> Ledger:
    """A ledger whose words somebody has moved."""
    keep(ledger, STORY, "1")
    with ledger.writing() as connection:
        connection.execute(update(tables.texts).values(body="Update: " + STORY.document.text.body))
    return ledger


def problems(ledger: Ledger) -> tuple[str, ...]:
    subject = explained(ledger, STORY.document.id)
    assert isinstance(subject, Carried)
    return subject.problems


def test_words_that_stand_there(ledger: Ledger) -> None:
    keep(ledger, STORY, "1")
    assert problems(ledger) == ()
    for name in (MEETING, STATEMENT):
        explained(ledger, name)


def test_a_document_tells_of_words_that_do_not(changed: Ledger) -> None:
    first, second = problems(changed)
    assert f"{MEETING} rests on the words “The council meets on Jan. 12.”" in first
    assert "do not stand at text 0–29 of its story" in first
    assert "dateline reread --all" in first
    assert f"{STATEMENT} rests on the words “It plans nothing.”" in second


@pytest.mark.parametrize("name", [MEETING, STATEMENT])
def test_an_entry_whose_words_do_not_is_not_explained(changed: Ledger, name: str) -> None:
    with pytest.raises(MisquotedError, match=f"{name} rests on the words"):
        explained(changed, name)


def test_a_meeting_of_such_a_report_is_not_explained(changed: Ledger) -> None:
    with changed.reading() as connection:
        (meeting,) = connection.execute(tables.meetings.select()).mappings()
    with pytest.raises(MisquotedError, match=MEETING):
        explained(changed, meeting["id"])


def test_evidence_counts_too(ledger: Ledger) -> None:
    keep(ledger, STORY, "1")
    with ledger.writing() as connection:
        connection.execute(update(tables.evidence).where(tables.evidence.c.entry == STATEMENT).values(start=5))
    with pytest.raises(MisquotedError, match=STATEMENT):
        explained(ledger, STATEMENT)
    assert len(problems(ledger)) == 1


def test_reading_again_mends_it(changed: Ledger) -> None:
    read_again(changed, STORY, "2")
    assert problems(changed) == ()
    explained(changed, MEETING)
