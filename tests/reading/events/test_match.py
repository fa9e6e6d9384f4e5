"""Frames and the words they fit: objects, particles, names, what must and must not stand beside."""

from dataclasses import replace

import pytest

from dateline.knowledge.events import event_words
from dateline.model.document import Document, Text
from dateline.reading.desk import Word
from dateline.reading.events.acts import acts
from dateline.reading.events.drafts import chosen, is_told_by
from dateline.reading.events.match import follows, is_phrasal, is_told_to, matches, named
from dateline.reading.parse import Parser


def words_of(parser: Parser, text: str) -> tuple[Word, ...]:
    return parser.parse(Document(name="example", text=Text("", text), published=None)).body[0].words


def word(words: tuple[Word, ...], form: str) -> Word:
    return next(each for each in words if each.text == form)


BEST = [
    ("Ghana imposed sanctions on Togo.", "imposed", "<party> imposes sanctions on <other>"),
    ("Ghana imposed a travel ban on Togo.", "imposed", "<party> imposes sanctions on <other>"),
    ("Ghana expelled Togo's ambassador.", "expelled", "<party> expels <diplomats>"),
    ("Ghana recalled its ambassador from Togo.", "recalled", "<party> closes its embassy in <other>"),
    ("Ghana took two hostages.", "took", "<party> abducts <people>"),
    ("Ghana sought aid from Togo.", "sought", "<party> seeks aid from <other>"),
    ("Ghana demanded an explanation from Togo.", "demanded", "<party> demands <thing> of <other>"),
    ("Ghana threatened Togo with war.", "threatened", "<party> threatens force"),
    ("Workers of Ghana staged a rally.", "staged", "<people> hold a protest"),
    ("Ghana staged an exercise.", "staged", "<party> drills with <other>"),
]


@pytest.mark.parametrize(("text", "trigger", "frame"), BEST)
def test_the_fuller_frame_wins(parser: Parser, text: str, trigger: str, frame: str) -> None:
    found = [each for each in matches(words_of(parser, text)) if each.word.text == trigger]
    assert max(found, key=lambda each: each.fit).frame.name == frame


@pytest.mark.parametrize(
    "text",
    [
        "She took the bus.",
        "Rain fell in March.",
        "The chef cut a cake.",
        "The scorer hit form.",
        "A bus stop closed.",
        "The team let up.",
    ],
)
def test_no_frame_fits(parser: Parser, text: str) -> None:
    assert [each.frame.name for each in matches(words_of(parser, text))] == []


@pytest.mark.parametrize(
    ("text", "noun", "names"),
    [
        ("Ghana signed a peace treaty.", "treaty", {"treaty", "peace treaty", "peace"}),
        ("Ghana sent thousands of tents.", "thousands", {"thousand", "tent", "thousand of tent"}),
        ("Ghana met a round of talks.", "round", {"round", "talk", "round of talk"}),
        ("Ghana thanked Togo.", "Togo", {"togo", "@name", "@any"}),
        ("Ghana held six people.", "people", {"people", "number"}),
        ("Ghana held a military court.", "court", {"court", "military court"}),
    ],
)
def test_by_what_a_noun_phrase_is_known(parser: Parser, text: str, noun: str, names: set[str]) -> None:
    assert names <= named(word(words_of(parser, text), noun))


def test_a_noun_is_not_known_by_words_that_only_describe_it(parser: Parser) -> None:
    assert "military" not in named(word(words_of(parser, "Ghana held a military court."), "court"))
    assert named(word(words_of(parser, "Rain fell in March."), "March")) == frozenset()


def test_particles(parser: Parser) -> None:
    words = words_of(parser, "Ghana ruled out talks and carried out a raid.")
    assert follows(word(words, "ruled"), ("out",))
    assert not follows(word(words, "ruled"), ("off",))
    assert follows(word(words, "carried"), ())


def test_what_somebody_is_told_to_do(parser: Parser) -> None:
    told = [is_told_to(words_of(parser, text)[1]) for text in (
        "Ghana asked Togo to leave.", "Ghana asked that Togo leave.", "Ghana said Togo would leave.", "Ghana asked Togo.",
    )]  # fmt: skip
    assert told == [True, True, False, False]


def test_a_particle_makes_another_verb(parser: Parser) -> None:
    plain = next(pattern for pattern in event_words().verbs["pull"] if not pattern.rest)
    off, alone, other = ("The army pulled off a coup.", "The army pulled the troops.", "The army shelled off a coup.")
    assert [is_phrasal(word(words_of(parser, text), "pulled"), plain) for text in (off, alone)] == [True, False]
    assert not is_phrasal(word(words_of(parser, other), "shelled"), plain)


def test_one_act_for_a_verb_and_its_noun(parser: Parser) -> None:
    found = acts(words_of(parser, "Ghana launched an attack on Togo."))
    assert {each.trigger.text for each in found} == {"launched", "attack"}
    (kept,) = chosen(found)
    assert kept.trigger.text == "launched"
    attack = next(each for each in found if each.trigger.text == "attack")
    assert is_told_by(attack, kept)
    assert not is_told_by(kept, attack)
    assert is_told_by(replace(attack, type="AID"), kept)
    assert not is_told_by(replace(attack, type="AID", fit=9.0), kept)
