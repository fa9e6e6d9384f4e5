"""What the desk asks of a ledger: meetings by forum and place, parties by how often, stories by their words, copies."""

from dataclasses import replace

import pytest

from dateline.app.ask import agenda
from dateline.app.keep import keep
from dateline.app.party import known, most_named
from dateline.app.searching import searched
from dateline.app.story import beside
from dateline.ledger import lookup
from dateline.ledger.database import Ledger
from dateline.ledger.found import texts_with
from dateline.model.judgement import ORIGIN
from tests.ledger.build import Told, day, story

OPENED = day("2022-01-05")


@pytest.fixture
def kept(ledger: Ledger) -> Ledger:
    council = Told(
        "The council meets in Brussels.", ("NATO", "RUS"), "2022-01-12", forum="NATO-Russia Council", place="Brussels"
    )
    talks = Told("Envoys talk in São Tomé.", ("EGY", "ISR"), "2022-01-03", "held", place="São Tomé", forum="Élysée Dialogue")
    keep(ledger, story("2022-01-04", council, name="one", said=(("RUS", "demand", "an end of 100% of_sanctions"),)), "1")
    keep(ledger, story("2022-01-03", talks, name="two"), "1")
    return ledger


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ({"forum": "nato-RUSSIA"}, ["Brussels"]),
        ({"forum": "ÉLYSÉE"}, ["São Tomé"]),
        ({"forum": "100%"}, []),
        ({"place": "brussels"}, ["Brussels"]),
        ({"place": "Belgium"}, ["Brussels"]),
        ({"place": "SÃO"}, ["São Tomé"]),
        ({"place": "_"}, []),
        ({"status": "held"}, ["São Tomé"]),
        ({"status": "not-reported-held"}, []),
        ({"confidence": 0.9}, []),
    ],
)
def test_an_agenda_by_forum_place_and_status(kept: Ledger, asked: dict[str, object], places: list[str]) -> None:
    assert [row.occasion.place for row in agenda(kept, day=OPENED, **asked).rows] == places  # type: ignore[arg-type]


def test_the_day_on_which_it_is_opened_decides_what_is_past(kept: Ledger) -> None:
    assert len(agenda(kept, day=day("2022-01-13"), status="not-reported-held").rows) == 1


def test_parties_by_how_often_they_are_named(kept: Ledger) -> None:
    assert [(each.id, each.meetings, each.statements) for each in most_named(kept)] == [
        ("RUS", 1, 1), ("EGY", 1, 0), ("ISR", 1, 0), ("NATO", 1, 0),
    ]  # fmt: skip
    assert len(most_named(kept, 2)) == 2


def test_a_party_with_what_it_meets_and_says(kept: Ledger) -> None:
    found = known(kept, "russia", OPENED)
    assert (found.party.id, len(found.agenda.rows), found.said.total, found.told.total) == ("RUS", 1, 1, 0)
    assert any(term.title == "foreign minister" and term.runs(OPENED) for term in found.terms)
    person = next(term.person for term in found.terms)
    assert [term.party for term in known(kept, person, OPENED).terms][:1] == ["RUS"]


@pytest.mark.parametrize(
    ("terms", "names"),
    [
        (["COUNCIL"], 1),
        (["council", "brussels"], 1),
        (["envoys talk"], 1),
        (["%"], 1),
        (["of_sanctions"], 1),
        (["ofxsanctions"], 0),
        (["são"], 1),
        (["SÃO TOMÉ"], 1),
    ],
)
def test_stories_by_their_words(kept: Ledger, terms: list[str], names: int) -> None:
    with kept.reading() as connection:
        assert len(texts_with(connection, terms, 10)) == names


def test_the_newest_stories_come_first_and_no_decisions(kept: Ledger) -> None:
    keep(kept, story(None, Told("The council meets, at some time.", ("NATO",)), name="undated"), "1")
    added = story("2022-01-06", Told("The council meets again.", ("NATO",)), name="added")
    keep(kept, replace(added, document=replace(added.document, origin=ORIGIN)), "1")
    with kept.reading() as connection:
        found = [body for _, _, body in texts_with(connection, ["council"], 10)]
    assert [body.partition(".")[0] for body in found] == ["The council meets in Brussels", "The council meets, at some time"]


def test_statements_and_stories_by_their_words(kept: Ledger) -> None:
    found = searched(kept, "end sanctions council")
    assert (found.terms, found.said.total, len(found.stories)) == (("end", "sanctions", "council"), 0, 1)


def test_copies_stand_beside_a_story(kept: Ledger) -> None:
    again = story(
        "2022-01-05",
        Told("Envoys talk in São Tomé.", ("EGY", "ISR"), "2022-01-03", "held", place="São Tomé"),
        name="copy",
        source="B",
    )
    keep(kept, again, "1")
    with kept.reading() as connection:
        found = lookup.kept_document(connection, again.document.id)
    near = beside(kept, found)
    assert [each.name for each in near.copies] == ["two"]
    assert (near.own, near.before, near.after) == (None, (), ())
