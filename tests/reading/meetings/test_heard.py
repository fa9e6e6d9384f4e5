"""What the trained reader hears of a mention: its word, and who, when and where may belong to it."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from dateline.knowledge.rules import rule
from dateline.model.document import Document, Text
from dateline.reading.desk import Around, Findings, Signals, Story
from dateline.reading.desk.signals import MEETINGS, ROLES
from dateline.reading.meetings import heard as module
from dateline.reading.meetings.gather import gather
from dateline.reading.meetings.heard import LEAST, hear, heard_mentions
from dateline.reading.meetings.mentions import find_mentions
from dateline.reading.parse import Parser
from dateline.reading.read import read
from tests.conftest import EXAMPLE_DAY
from tests.reading.meetings.tables import read_before
from tests.rules import rules_behind

HEARD = rule("meetings", "heard")
TEXT = (
    "The weather in Lima was fine. Angola and Zambia will hold talks in Lusaka on May 20, an envoy said. "
    "Malawi is not invited. It rained in Luanda."
)


def said(**words: float) -> np.ndarray:
    """Shares of the kinds of meeting at a word, "none" first."""
    shares = np.array([0.0, *(words.get(kind, 0.0) for kind in MEETINGS)], np.float32)
    shares[0] = 1 - shares.sum()
    return shares


def with_signals(parser: Parser, text: str, heard: dict[str, float], roles: dict[str, str]) -> tuple[Story, Findings]:
    """The story as meetings see it, where the trained reader hears these words, and takes these for that role around each."""
    story, findings = read_before(parser, text)
    words = {word.text: (sentence.number, word.i) for sentence in story.body for word in sentence.words}
    likely = {words[word]: (np.array([role == each for each in ROLES], np.float32) * 0.9) for word, role in roles.items()}

    def again(keys: Sequence[tuple[int, int]]) -> list[Around]:
        return [Around(likely, {"scheduled": 1.0}) for _ in keys]

    return story, replace(findings, signals=Signals({words[w]: said(visit=sure) for w, sure in heard.items()}, again=again))


def test_who_when_and_where_may_belong_to_it(parser: Parser) -> None:
    roles = {"Angola": "party", "Zambia": "party", "20": "time", "Lusaka": "place"}
    story, findings = with_signals(parser, TEXT, {"talks": 0.8}, roles)
    assert findings.cast is not None
    [mention] = find_mentions(story.body[1], findings.cast)
    [heard] = hear([mention], findings)
    assert heard is not None
    assert heard.likely == pytest.approx(0.8)
    assert heard.word == (1, mention.head.i)
    sides = {(each.value.party.id, each.where): each.likely for each in heard.sides}
    assert sides["AGO", 0] == sides["ZMB", 0] == pytest.approx(0.9)
    assert ("MWI", 1) not in sides
    assert [(each.span.quote, each.likely) for each in heard.times] == [("May 20", pytest.approx(0.9))]
    places = {(each.value.name, each.where): each.likely for each in heard.places}
    assert places["Lusaka", 0] == pytest.approx(0.9)
    assert not {("Lima", -1), ("Luanda", 2)} & places.keys()


def test_the_word_is_the_one_heard_best_near_the_head(parser: Parser) -> None:
    story, findings = with_signals(parser, TEXT, {"hold": 0.7, "talks": 0.2, "rained": 0.9}, {})
    assert findings.cast is not None
    [mention] = find_mentions(story.body[1], findings.cast)
    [heard] = hear([mention], findings)
    assert heard is not None
    assert (mention.head.text, story.body[1].words[heard.word[1] - story.body[1].tokens.start].text) == ("talks", "hold")


def test_where_rules_read_alone_nothing_is_heard(parser: Parser) -> None:
    story, findings = with_signals(parser, TEXT, {"talks": 0.8}, {})
    alone = replace(findings, signals=None)
    assert alone.cast is not None
    mentions = [mention for sentence in story.body for mention in find_mentions(sentence, alone.cast)]
    assert hear(mentions, alone) == [None] * len(mentions)


def test_around_no_more_than_so_many_mentions_is_read_again(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    story, findings = with_signals(parser, "Angola and Zambia will hold talks. " * 4, {"talks": 0.8}, {})
    assert findings.cast is not None
    mentions = [mention for sentence in story.body for mention in find_mentions(sentence, findings.cast)]
    assert [heard is not None for heard in hear(mentions, findings)] == [True, True, False, False]


@pytest.mark.parametrize(
    ("heard", "found"),
    [
        ({"rained": LEAST + 0.1}, ["rained"]),
        ({"rained": LEAST - 0.1}, []),
        ({"rained": 0.9, "Luanda": 0.8}, ["rained"]),
        ({}, []),
    ],
)
def test_mentions_that_no_rule_finds(parser: Parser, heard: dict[str, float], found: list[str]) -> None:
    story, findings = with_signals(parser, TEXT, heard, {})
    assert findings.signals is not None
    mentions = list(heard_mentions(story.body[3], findings.signals, ()))
    assert [mention.head.text for mention in mentions] == found
    assert all((mention.kind, mention.rule, mention.sides) == ("visit", HEARD, ()) for mention in mentions)


def test_a_mention_of_the_rules_is_not_heard_twice(parser: Parser) -> None:
    story, findings = with_signals(parser, TEXT, {"talks": 0.9, "hold": 0.9, "Lusaka": 0.8}, {})
    assert findings.cast is not None
    assert findings.signals is not None
    known = list(find_mentions(story.body[1], findings.cast))
    assert list(heard_mentions(story.body[1], findings.signals, known)) == []
    assert len(list(heard_mentions(story.body[1], findings.signals, []))) >= 1


ONLY_HEARD = "Chad and Mali will come face to face in Bamako on Monday for the first time since the war."
"""No word of it is one of meeting to the rules."""


def test_a_meeting_that_only_the_trained_reader_finds(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    story = parser.parse(Document(name="example", text=Text("", ONLY_HEARD), published=EXAMPLE_DAY))
    [meeting] = read(story).meetings
    assert HEARD in {evidence.rule for evidence in meeting.kind.evidence}
    assert [side.value for side in meeting.parties] == ["TCD", "MLI"]
    assert (meeting.when and meeting.when.value.edtf, meeting.place and meeting.place.value) == ("2019-05-20", "Bamako")
    monkeypatch.setenv("DATELINE_READER", "rules")
    assert read(story).meetings == ()


def test_rules_alone_rest_on_rules_alone(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_READER", "rules")
    reading = read(parser.parse(Document(name="example", text=Text("", TEXT), published=EXAMPLE_DAY)))
    assert len(reading.meetings) == 1
    assert HEARD not in rules_behind(reading.meetings)


@pytest.mark.parametrize(
    ("text", "word", "sides", "told"),
    [
        ("Angola will hold talks on Monday in which Zambia takes part.", "talks", {"AGO", "ZMB"}, False),
        ("Angola will hold talks with Malawi on Monday in which Zambia takes part.", "talks", {"AGO", "MWI"}, True),
        ("NATO will hold a summit on Monday in which Zambia takes part.", "summit", {"NATO"}, True),
    ],
)
def test_whom_the_reader_lends(parser: Parser, text: str, word: str, sides: set[str], told: bool) -> None:
    """Where it takes two and rules name one, the reader lends another; a session of a body is whole."""
    story, findings = with_signals(parser, text, {word: 0.9}, {"Zambia": "party"})
    assert findings.cast is not None
    [occasion] = gather(list(find_mentions(story.body[0], findings.cast)), findings)
    assert set(occasion.parties) == sides
    assert occasion.told is told
