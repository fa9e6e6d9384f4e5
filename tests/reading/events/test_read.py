"""Events: voice, governing words, status, and one event for one act."""

import pytest

from dateline.model.document import Document, Text
from dateline.model.event import Event
from dateline.model.reading import DOUBTFUL
from dateline.reading.parse import Parser
from dateline.reading.read import read
from tests.conftest import EXAMPLE_DAY


def events_of(parser: Parser, text: str) -> list[Event]:
    events = read(parser.parse(Document(name="example", text=Text("", text), published=EXAMPLE_DAY))).events
    return [event for event in events if event.confidence >= DOUBTFUL]


def shown(event: Event) -> tuple[str, str | None, str, str, str]:
    sides = (",".join(each.value for each in ends) for ends in (event.actors, event.recipients))
    return (event.type.value, event.mode.value if event.mode else None, event.cameo.value, *sides)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Turkish warplanes bombed Syria.", ("ASSAULT", "aerial", "195", "TUR", "SYR")),
        ("Syria was bombed by Turkey.", ("ASSAULT", "aerial", "195", "TUR", "SYR")),
        ("Serbia agreed to send medicine to Kosovo.", ("AGREE", None, "033", "SRB", "XKX")),
        ("Germany threatened to cut aid to Hungary.", ("THREATEN", "relations", "1311", "DEU", "HUN")),
        ("Spain urged Cuba to release the prisoners.", ("REQUEST", "yield", "0253", "ESP", "CUB")),
        ("Iran refused to meet Iraq.", ("REJECT", "meet", "125", "IRN", "IRQ")),
        ("France promised to lift sanctions on Mali.", ("CONCEDE", None, "0354", "FRA", "MLI")),
        ("Italy said Egypt must lift sanctions on Libya.", ("REQUEST", "yield", "0254", "ITA", "EGY")),
        ("Italy summoned the Egyptian ambassador.", ("ACCUSE", "disapprove", "114", "ITA", "EGY")),
        ("Hungary drew criticism from Poland.", ("ACCUSE", "disapprove", "111", "POL", "HUN")),
        ("Somalia received food from Turkey.", ("AID", None, "070", "TUR", "SOM")),
        ("Russia launched strikes on Odessa.", ("ASSAULT", None, "190", "RUS", "UKR")),
        ("Iran attacked a Ukrainian power plant.", ("ASSAULT", None, "190", "IRN", "UKR")),
        ("Poland urged allies such as Chad to release the prisoners.", ("REQUEST", "yield", "0253", "POL", "TCD")),
    ],
)
def test_what_is_done_and_to_whom(parser: Parser, text: str, wanted: tuple[str, ...]) -> None:
    assert wanted in [shown(event) for event in events_of(parser, text)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Armenia attacked Georgia.", "happened"),
        ("Armenia will attack Georgia.", "planned"),
        ("Armenia decided to impose sanctions on Georgia.", "planned"),
        ("Armenia is shelling Georgia.", "ongoing"),
        ("Armenia attacked Georgia in 1918.", "historical"),
        ("Armenia may impose sanctions on Georgia.", "hypothetical"),
        ("If Armenia imposes sanctions on Georgia, trade will suffer.", "hypothetical"),
    ],
)
def test_status(parser: Parser, text: str, status: str) -> None:
    assert status in [event.status.value for event in events_of(parser, text)]


@pytest.mark.parametrize(
    "text",
    [
        "The club attacked from the left.",
        "Armenia has the means to attack Georgia.",
        "Armenia left without attacking Georgia.",
        "Ukraine's military declined to comment.",
        "The bill to feed the town grew.",
        "Will Armenia attack Georgia?",
        "Analysts weighed the consequences of Armenia breaking the treaty with Georgia.",
        "Whatever step Armenia takes, Georgia is calm.",
        "Georgia would like to see Armenia support the treaty.",
        "Texan oil firm Brandoil fights a legal battle with Pipeco.",
    ],
)
def test_no_event_out_of_thin_air(parser: Parser, text: str) -> None:
    assert [shown(event) for event in events_of(parser, text)] == []


def test_an_act_told_twice_is_one_event(parser: Parser) -> None:
    found = events_of(parser, "Turkey invaded Syria. Turkey invaded Syria on Monday, officials said.")
    assert [shown(event)[0] for event in found] == ["ASSAULT"]


def test_a_reported_event_names_its_statement(parser: Parser) -> None:
    story = parser.parse(Document(name="example", text=Text("", "Norway said Turkey had bombed Syria."), published=EXAMPLE_DAY))
    reading = read(story)
    reports = {statement.id for statement in reading.statements}
    assert [event.reported_by in reports for event in reading.events if event.type.value == "ASSAULT"] == [True]


def test_equals_who_meet_are_all_actors(parser: Parser) -> None:
    (event,) = [each for each in events_of(parser, "Serbia held talks with Kosovo.") if each.type.value == "CONSULT"]
    assert ({each.value for each in event.actors}, event.recipients) == ({"SRB", "XKX"}, ())


def test_sentences_are_counted_from_one_and_the_title_is_zero(parser: Parser) -> None:
    text = "Rain fell. Chad attacked Sudan.\n\nIt was cold. Egypt condemned Chad."
    titled = read(parser.parse(Document(name="titled", text=Text("Chad attacks. War is near.", text), published=EXAMPLE_DAY)))
    assert [(event.type.value, event.sentence) for event in titled.events] == [("ASSAULT", 2), ("ACCUSE", 4)]
    alone = Document(name="title alone", text=Text("Chad attacked Sudan.", ""), published=EXAMPLE_DAY)
    assert [event.sentence for event in read(parser.parse(alone)).events] == [0]
