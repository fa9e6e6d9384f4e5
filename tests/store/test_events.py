"""Events in the ledger: what goes in comes out, with words and evidence, and goes with its document."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dateline.app import ask, export
from dateline.app.forget import forget
from dateline.app.keep import keep
from dateline.ledger.database import Ledger
from dateline.model.event import Event
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.party import Party
from dateline.model.place import Place
from dateline.model.reading import Reading
from dateline.model.when import When
from dateline.views.explain import explanation, tree_lines
from tests.ledger.build import story

AT = datetime(2022, 1, 5, 12, tzinfo=UTC)
BODY = "Moscow accused Kyiv on Jan. 3.\n\nIn Geneva, Foreign Minister Sergei Lavrov may expel envoys."


def reading(name: str = "one", published: str = "2022-01-04", source: str = "Wire") -> Reading:
    """A story with two events, one of them only possible."""
    told = story(published, body=BODY, name=name, source=source)
    text = told.document.text

    def span(words: str) -> Span:
        start = BODY.index(words)
        return Span.of(text, start, start + len(words))

    def sourced(value: object, words: str) -> Sourced[object]:
        return Sourced(value, (Evidence(span(words), f"{words} says so"),))

    accused = Event(
        text=text.id, trigger=span("accused"), type=sourced("ACCUSE", "accused"), cameo=sourced("112", "accused"),
        status=sourced("happened", "accused"), actors=(sourced("RUS", "Moscow"),), recipients=(sourced("UKR", "Kyiv"),),
        contexts=(sourced("military", "envoys"), sourced("diplomatic", "envoys")), sentence=1, confidence=0.8,
        when=sourced(When.on(date(2022, 1, 3)), "Jan. 3"),
        evidence=(Evidence(span("accused Kyiv"), "<party> accuses <party>"),),
    )  # fmt: skip
    expels = Event(
        text=text.id, trigger=span("expel"), type=sourced("SANCTION", "expel"), mode=sourced("expel", "expel"),
        cameo=sourced("161", "expel"), status=sourced("hypothetical", "may"), actors=(sourced("Sergei Lavrov", "Lavrov"),),
        place=sourced("Geneva", "Geneva"), sentence=2, confidence=0.6,
    )  # fmt: skip
    parties = (
        Party("RUS", "Russia", "state", wikidata="Q159"), Party("UKR", "Ukraine", "state"),
        Party("Sergei Lavrov", "Sergei Lavrov", "person", of="RUS", office="foreign minister", sectors=("GOV",)),
    )  # fmt: skip
    places = (Place("Geneva", "CHE", "geonames:2660646", "Geneva", "PPLA", 46.2, 6.1),)
    return replace(told, events=(accused, expels), parties=parties, places=places)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    keep(ledger, reading(), "1", lambda: AT)
    keep(ledger, reading("two", "2022-01-05", "Daily"), "1", lambda: AT)
    return ledger


def test_what_goes_in_comes_out(filled: Ledger) -> None:
    found = export.coded(filled, statuses=export.ALL)
    assert [(each.type, each.mode, each.cameo, each.status, each.lead, each.sentence) for each in found] == [
        ("ACCUSE", None, "112", "happened", True, 1), ("SANCTION", "expel", "161", "hypothetical", False, 2),
    ]  # fmt: skip
    accused, expels = found
    assert accused.words == "Moscow accused Kyiv on Jan. 3."
    assert expels.words.startswith("In Geneva, Foreign Minister")
    assert [carrier.name for carrier in accused.carriers] == ["one", "two"]
    assert (accused.actors[0].name, accused.actors[0].wikidata, accused.when) == ("Russia", "Q159", When.on(date(2022, 1, 3)))
    assert (accused.actors[0].words, accused.contexts) == (Span("text", 0, 6, "Moscow"), ("military", "diplomatic"))
    lavrov = expels.actors[0]
    assert (lavrov.side, lavrov.office, lavrov.sectors, lavrov.kind) == ("RUS", "foreign minister", ("GOV",), "person")
    assert expels.place == Place("Geneva", "CHE", "geonames:2660646", "Geneva", "PPLA", 46.2, 6.1)
    assert (expels.persons, expels.places) == (("Sergei Lavrov",), ("Geneva",))


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({"statuses": export.HAPPENED}, 1), ({"party": "RUS"}, 2), ({"party": "Ukraine"}, 1), ({"types": ("SANCTION",)}, 1),
        ({"first": date(2022, 1, 4)}, 1), ({"last": date(2022, 1, 3)}, 1), ({"last": date(2022, 1, 2)}, 0),
    ],
)  # fmt: skip
def test_questions(filled: Ledger, asked: dict[str, object], number: int) -> None:
    assert len(export.coded(filled, **{"statuses": export.ALL, **asked})) == number  # type: ignore[arg-type]


def test_explained(filled: Ledger) -> None:
    name = export.coded(filled)[0].id
    lines = [line.plain for line in tree_lines(explanation(ask.explained(filled, name)))]
    assert lines[0] == f"event {name}: ACCUSE, CAMEO 112"
    assert any("“Moscow”" in line for line in lines)
    assert any("<party> accuses <party>" in line for line in lines)


def test_it_goes_with_its_documents(filled: Ledger) -> None:
    for document in ("one", "two"):
        forget(filled, document, by="tester", read=lambda found: replace(reading(), document=found))
    assert export.coded(filled, statuses=export.ALL) == []
