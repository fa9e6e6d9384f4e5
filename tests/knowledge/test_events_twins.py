"""No rule of events knows a state by name: other states in every example and leaf are coded as those that stand there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest

from dateline.knowledge.events import event_words
from dateline.knowledge.parties import states
from dateline.model.document import Document, Text
from dateline.model.reading import Reading
from dateline.reading.parse import Parser
from dateline.reading.read import read
from tests.conftest import EXAMPLE_DAY
from tests.knowledge.test_events import FRAMES_SHOWN, Shown, broken

TURNS = (("Peru", "Peruvian", "PER"), ("Kenya", "Kenyan", "KEN")), (("Norway", "Norwegian", "NOR"), ("Chile", "Chilean", "CHL"))
"""The states that are put in, twice: for the first and the second that a text names, each as the state and as of it."""


@dataclass(frozen=True)
class Twin:
    """A text of a frame, with other states, and those that were put in: code there -> code here."""

    frame: str
    type: str
    text: str
    codes: Mapping[str, str]
    actors: frozenset[str]
    recipients: frozenset[str]


NAMES = {word: (state.id, True) for state in states() for word in state.adjectives}
NAMES |= {name: (state.id, False) for state in states() for name in (state.name, *state.names)}
PARTY = re.compile(rf"\b({'|'.join(sorted(map(re.escape, NAMES), key=len, reverse=True))})(?P<many>s)?\b")


def swapped(text: str, turn: tuple[tuple[str, str, str], ...]) -> tuple[str, dict[str, str]]:
    """The text with other states, and which code stands for which; no codes where it names none, or more than there are."""
    codes = list(dict.fromkeys(NAMES[match[1]][0] for match in PARTY.finditer(text)))
    if not 0 < len(codes) <= len(turn) or set(codes) & {code for _, _, code in turn}:
        return text, {}
    place = dict(zip(codes, turn, strict=False))

    def put(match: re.Match[str]) -> str:
        code, adjective = NAMES[match[1]]
        return place[code][adjective] + (match["many"] or "")

    text = re.sub(r"\b([Aa])n? (?=[A-Z])", r"\1 ", PARTY.sub(put, text))
    return text, {code: new for code, (_, _, new) in place.items()}


def twins() -> Iterator[Twin]:
    """The twins of every example with a state in it."""
    for frame in event_words().frames:
        for example in frame.examples:
            for turn in TURNS:
                text, codes = swapped(example.text, turn)
                ends = [
                    frozenset(codes.get(each, each) for each in sides or ()) for sides in (example.actors, example.recipients)
                ]
                if codes and "president" not in text and all(":" not in each for side in ends for each in side):
                    yield Twin(frame.name, frame.type, text, codes, *ends)


def leaves() -> Iterator[tuple[Shown, str]]:
    """The twins of every leaf with a state in it, each with its frame."""
    for frame in FRAMES_SHOWN:
        for leaf in frame.leaves:
            for turn in TURNS:
                text, codes = swapped(leaf, turn)
                if codes:
                    yield frame, text


WEAK = {"Peru aligned with Kenya.", "Norway aligned with Chile.", "Norway tortured Chilean prisoners."}
"""Twins in which the parser takes the participle for one that describes the state."""

TWINS, LEAVES = list(twins()), list(leaves())


@pytest.fixture(scope="module")
def readings(parser: Parser) -> Mapping[str, Reading]:
    """The readings of all twins, parsed together."""
    texts = list(dict.fromkeys([twin.text for twin in TWINS] + [text for _, text in LEAVES]))
    stories = parser.parse_all(Document(name=text, text=Text("", text), published=EXAMPLE_DAY) for text in texts)
    return {text: read(story) for text, story in zip(texts, stories, strict=True)}


MARKED = [
    pytest.param(
        twin,
        id=twin.text[:60],
        marks=[pytest.mark.xfail(reason="the parser takes the verb for a participle", strict=True)]
        if twin.text in WEAK
        else [],
    )
    for twin in TWINS
]


@pytest.mark.parametrize("twin", MARKED)
def test_other_states_are_coded_the_same(readings: Mapping[str, Reading], twin: Twin) -> None:
    found = [
        (event.type.value, {each.value for each in event.actors}, {each.value for each in event.recipients})
        for event in readings[twin.text].events
    ]
    assert any(
        type_ == twin.type and (not twin.actors or twin.actors == actors) and (not twin.recipients or twin.recipients == others)
        for type_, actors, others in found
    ), found


@pytest.mark.parametrize(("frame", "text"), LEAVES, ids=[text[:60] for _, text in LEAVES])
def test_what_a_frame_leaves_it_leaves_of_other_states(readings: Mapping[str, Reading], frame: Shown, text: str) -> None:
    assert broken(readings[text], frame) == []


def test_the_twins_are_many() -> None:
    assert len(TWINS) > 150
