"""A sentence as a scene: its dates hang on words, its places stand by their last word, its words stand for parties."""

import pytest

from dateline.model.document import Document, Text
from dateline.model.evidence import Evidence, Span
from dateline.model.place import Place
from dateline.reading.desk import End, Findings, Scene, Word, reaches, scenes
from dateline.reading.parse import Parser
from dateline.reading.parties import find_parties
from dateline.reading.read import read
from tests.conftest import EXAMPLE_DAY


def scenes_of(parser: Parser, text: str, places: tuple[Place, ...] = ()) -> tuple[Scene, ...]:
    story = parser.parse(Document(name="example", text=Text("Chad", text), published=EXAMPLE_DAY))
    findings = find_parties(story, Findings(times=read(story).times, places=places))
    assert findings.cast is not None
    return scenes(story, findings.cast, findings)


def word(scene: Scene, form: str) -> Word:
    return next(each for each in scene.sentence.words if each.text == form)


@pytest.mark.parametrize(
    ("text", "date", "preposition", "governor"),
    [
        ("Chad shelled Mali on Monday.", "Monday", "on", "shelled"),
        ("Chad has shelled Mali since Monday.", "Monday", "since", "shelled"),
        ("Chad shelled Mali last week.", "last week", "", "shelled"),
        ("The raid of 2 May on Mali went on.", "2 May", "of", "raid"),
        ("In 2018 Chad shelled Mali.", "2018", "in", "shelled"),
        ("Chad shelled Mali between Monday and Tuesday.", "Monday", "between", "shelled"),
        ("Chad will shell Mali by Friday.", "Friday", "by", "shell"),
    ],
)
def test_dates_hang_on_words(parser: Parser, text: str, date: str, preposition: str, governor: str) -> None:
    *_, scene = scenes_of(parser, text)
    found = [(hung.time.span.quote, hung.preposition, hung.governor.text) for hung in scene.times]
    assert next(each for each in found if date in each[0])[1:] == (preposition, governor)


def test_durations_and_sets_are_no_dates(parser: Parser) -> None:
    *_, scene = scenes_of(parser, "Chad shelled Mali for three hours every day.")
    assert scene.times == ()


def test_each_sentence_has_its_own_dates_and_places(parser: Parser) -> None:
    text = "Chad shelled Mali on Monday. Niger slept in Paris, Texas."
    start = text.index("Paris")
    place = Place("Paris", "USA", mentions=(Span("text", start, start + 12, "Paris, Texas"),))
    title, first, second = scenes_of(parser, text, (place,))
    assert [len(scene.times) for scene in (title, first, second)] == [0, 1, 0]
    assert [list(scene.places) for scene in (title, first)] == [[], []]
    ((number, placed),) = second.places.items()
    assert (number, placed.place.country) == (word(second, "Texas").i, "USA")


def test_a_place_that_ends_inside_a_word_is_none(parser: Parser) -> None:
    text = "Niger slept in Parisville."
    start = text.index("Paris")
    *_, scene = scenes_of(parser, text, (Place("Paris", "FRA", mentions=(Span("text", start, start + 5, "Paris"),)),))
    assert scene.places == {}


def test_words_that_run_over_two_sentences_are_of_neither(parser: Parser) -> None:
    text = "Niger slept. Paris woke."
    place = Place("Paris", "FRA", mentions=(Span("text", 6, 18, text[6:18]),))
    assert [scene.named for scene in scenes_of(parser, text, (place,))] == [(), (), ()]


def test_what_a_date_reaches(parser: Parser) -> None:
    *_, scene = scenes_of(parser, "Chad launched a raid of Monday and left Mali on Tuesday.")
    monday, tuesday = scene.times
    assert reaches(monday.governor, word(scene, "raid"))
    assert reaches(monday.governor, word(scene, "launched"))
    assert not reaches(monday.governor, word(scene, "left"))
    assert reaches(word(scene, "launched"), word(scene, "raid"))
    assert not reaches(word(scene, "launched"), word(scene, "Chad"))
    assert reaches(tuesday.governor, word(scene, "left"))
    assert not reaches(tuesday.governor, word(scene, "launched"))
    assert scene.hanging(word(scene, "left")) == [tuesday]
    assert scene.hanging(word(scene, "raid"), word(scene, "left")) == [monday, tuesday]


def test_words_stand_for_parties(parser: Parser) -> None:
    *_, scene = scenes_of(parser, "Chadian and Malian troops met.")
    (end,) = scene.ends(word(scene, "Chadian"))
    assert (end.id, end.kind, end.how, end.word) == ("TCD", "state", "demonym", word(scene, "Chadian"))
    assert (end.span.quote, end.sourced.value, end.camp) == ("Chadian", "TCD", "TCD")
    assert scene.ends(word(scene, "met")) == []


def test_a_camp_is_the_side_or_itself() -> None:
    span = Span("text", 0, 4, "army")
    army = End("TCD:army", "organ", "TCD", "name", span, Evidence(span, "a test"))
    alone = End("Tuareg", "group", None, "name", span, Evidence(span, "a test"))
    assert (army.camp, alone.camp) == ("TCD", "Tuareg")
