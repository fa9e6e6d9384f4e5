"""Roles: who acts and on whom, the day and the place, as the words about an act say."""

from datetime import date

import pytest

from dateline.model.document import Document, Text
from dateline.model.event import Event
from dateline.reading.desk import Findings, Scene, Sentence, Word, scenes
from dateline.reading.events.ends import ends_at, ends_in, is_agent, is_such_as, listed
from dateline.reading.events.objects import deed, done_to
from dateline.reading.events.roles import owning, phrase
from dateline.reading.parse import Parser
from dateline.reading.parties import find_parties
from dateline.reading.read import read
from tests.conftest import EXAMPLE_DAY

SIDES = [
    ("Sudan, which Chad attacked, fell silent.", "attacked", ["TCD"], ["SDN"]),
    ("An attack by Chad on Sudan killed six.", "attack", ["TCD"], ["SDN"]),
    ("Chadian jets bombed Sudan.", "bombed", ["TCD"], ["SDN"]),
    ("Sudan was bombed by Chadian jets.", "bombed", ["TCD"], ["SDN"]),
    ("Turkish jets bombed a market in Damascus.", "bombed", ["TUR"], ["SYR"]),
    ("Turkish jets bombed a market in Ankara.", "bombed", ["TUR"], []),
    ("Rebels shelled the Syrian town of Idlib.", "shelled", [], ["SYR"]),
    ("Ghana arrested its own minister.", "arrested", ["GHA"], ["GHA:minister"]),
    ("Ghana's president visited Togo.", "visited", ["Nana Akufo-Addo"], ["TGO"]),
    ("Norway urged allies such as Chad to release the prisoners.", "release", ["NOR"], ["TCD"]),
    ("Norway urged allies including Mali to release the prisoners.", "release", ["NOR"], ["MLI"]),
    ("Norway urged Chad and Mali to release the prisoners.", "release", ["NOR"], ["TCD", "MLI"]),
    ("Ghana supported its ally Togo against Benin.", "supported", ["GHA"], ["TGO"]),
    ("Ghana summoned Togo's ambassador over remarks by Benin.", "summoned", ["GHA"], ["TGO"]),
    ("Ghana imposed a travel ban on officials of Togo.", "imposed", ["GHA"], ["TGO"]),
    ("Ghana began its offensive against Togo.", "began", ["GHA"], ["TGO"]),
    ("Cyprus haggled with Turkey over fish.", "haggled", ["CYP", "TUR"], []),
    ("Ghana condemned the raid on Togo.", "condemned", ["GHA"], []),
    ("Chad launched missiles targeting Malian troops.", "targeting", ["TCD"], ["MLI"]),
    ("Mali thanked Niger and Chad for the loan.", "thanked", ["MLI"], ["NER", "TCD"]),
]


def told(parser: Parser, text: str, trigger: str) -> Event:
    story = parser.parse(Document(name="example", text=Text("", text), published=EXAMPLE_DAY))
    return next(event for event in read(story).events if event.trigger.quote == trigger)


@pytest.mark.parametrize(("text", "trigger", "actors", "recipients"), SIDES)
def test_sides(parser: Parser, text: str, trigger: str, actors: list[str], recipients: list[str]) -> None:
    event = told(parser, text, trigger)
    assert ([each.value for each in event.actors], [each.value for each in event.recipients]) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last", "bearing", "status"),
    [
        ("Ghana shelled Togo on Monday.", "shelled", date(2019, 5, 13), date(2019, 5, 13), None, "happened"),
        ("Ghana shelled Togo in 1994.", "shelled", date(1994, 1, 1), date(1994, 12, 31), "within", "historical"),
        ("Ghana has shelled Togo since 2 May 2019.", "shelled", date(2019, 5, 2), None, "since", "happened"),
        ("On Monday Ghana launched an attack on Togo.", "launched", date(2019, 5, 13), date(2019, 5, 13), None, "happened"),
        ("Ghana shelled Togo in April 2018.", "shelled", date(2018, 4, 1), date(2018, 4, 30), "within", "happened"),
    ],
)
def test_days(
    parser: Parser, text: str, trigger: str, first: date, last: date | None, bearing: str | None, status: str
) -> None:
    event = told(parser, text, trigger)
    assert event.when is not None
    assert (event.when.value.earliest, event.when.value.latest, event.when.value.bearing) == (first, last, bearing)
    assert event.status.value == status


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Turkish troops struck Syrian positions near Idlib.", "struck", "Idlib"),
        ("Ghana arrested two men in Lisbon.", "arrested", "Lisbon"),
        ("Ghana arrested two men from Lisbon.", "arrested", None),
        ("Ghana shelled Togo.", "shelled", None),
    ],
)
def test_places(parser: Parser, text: str, trigger: str, place: str | None) -> None:
    event = told(parser, text, trigger)
    assert (event.place.value if event.place else None) == place


@pytest.mark.parametrize(
    ("text", "trigger", "confidence"),
    [
        ("Ghana imposed sanctions on Togo.", "imposed", 0.75),
        ("Ghana attacked Togo.", "attacked", 0.6),
        ("An attack by Chad on Sudan killed six.", "attack", 0.5),
        ("Ghana arrested a man.", "arrested", 0.6),
        ("Ghana attacked.", "attacked", 0.25),
        ("The Norwegian economy accused Chad of theft.", "accused", 0.25),
        ("Ghanaian actors condemned Togo.", "condemned", 0.05),
        ("Reuters accused Togo of theft.", "accused", 0.1),
        ("Rebels shelled the Syrian town of Idlib.", "shelled", 0.15),
        ("Ghana may attack Togo.", "attack", 0.25),
        ("Ghana ended the war.", "ended", 0.25),
        ("Ghana attacked Ghana.", "attacked", 0.25),
        ("Ghana condemned.", "condemned", 0.15),
    ],
)
def test_how_sure(parser: Parser, text: str, trigger: str, confidence: float) -> None:
    assert told(parser, text, trigger).confidence == confidence


# ---- the small questions -----------------------------------------------------------------------


def scene_of(parser: Parser, text: str) -> Scene:
    story = parser.parse(Document(name="example", text=Text("", text), published=EXAMPLE_DAY))
    findings = find_parties(story, Findings())
    assert findings.cast is not None
    return scenes(story, findings.cast, findings)[-1]


def word(sentence: Sentence, form: str) -> Word:
    return next(each for each in sentence.words if each.text == form)


def test_a_relative_clause_may_be_about_a_deed(parser: Parser) -> None:
    text = "The raid on Chad, which Mali condemned, went on."
    sentence = parser.parse(Document(name="example", text=Text("", text), published=None)).body[0]
    assert deed(word(sentence, "Chad")).text == "raid"
    assert deed(word(sentence, "raid")).text == "raid"
    assert [each.text for each in done_to(word(sentence, "condemned"))] == ["raid"]


def test_what_belongs_to_whom(parser: Parser) -> None:
    text = "Mali moved its fleet to the port of Chad with tanks made by Peru."
    sentence = parser.parse(Document(name="example", text=Text("", text), published=None)).body[0]
    assert [each.text for each in owning(word(sentence, "fleet"))] == []
    assert [each.text for each in owning(word(sentence, "port"))] == ["Chad"]
    assert [each.text for each in owning(word(sentence, "tanks"))] == ["Peru"]
    assert [each.text for each in phrase(word(sentence, "port"), 1)] == ["port", "the", "of"]
    assert [is_agent(word(sentence, form)) for form in ("Mali", "port", "fleet")] == [True, False, True]


def test_examples_are_given_by_such_as(parser: Parser) -> None:
    text = "Allies such as Chad, states including Mali, and a man as king came."
    sentence = parser.parse(Document(name="example", text=Text("", text), published=None)).body[0]
    assert [is_such_as(each) for each in sentence.words if each.text in ("as", "including")] == [True, True, False]


def test_ends_of_noun_phrases(parser: Parser) -> None:
    scene = scene_of(parser, "Chadian troops and Mali met a team from Peru, a friend of nobody and Reuters.")
    troops, team, reuters = (word(scene.sentence, form) for form in ("troops", "team", "Reuters"))
    assert [end.id for end in listed(scene, [troops])] == ["TCD", "MLI"]
    assert [(end.id, end.direct) for end in ends_in(scene, team)] == [("PER", True)]
    assert [(end.id, end.known) for end in ends_at(scene, reuters)] == [("Reuters", False)]
    assert ends_in(scene, word(scene.sentence, "met")) == []
    assert ends_in(scene, word(scene.sentence, "friend"), 0) == []
