"""Every frame of events reads its examples and leaves its leaves, through the real reader, on the example day."""

from collections.abc import Mapping

import pytest

from dateline.knowledge.codes import cameo_codes, modes
from dateline.knowledge.events import EventExample, EventFrame, event_words
from dateline.model.document import Document, Text
from dateline.model.event import Event
from dateline.model.reading import DOUBTFUL
from dateline.reading.parse import Parser
from dateline.reading.read import read
from tests.conftest import EXAMPLE_DAY

FRAMES = event_words().frames
EXAMPLES = [(frame, example) for frame in FRAMES for example in frame.examples]
LEAVES = [(frame, text) for frame in FRAMES for text in frame.leaves]

Readings = Mapping[str, tuple[Event, ...]]


@pytest.fixture(scope="module")
def readings(parser: Parser) -> Readings:
    """The events of every example and leaf, parsed together."""
    texts = [example.text for _, example in EXAMPLES] + [text for _, text in LEAVES]
    stories = parser.parse_all(Document(name=text, text=Text("", text), published=EXAMPLE_DAY) for text in texts)
    return {text: read(story).events for text, story in zip(texts, stories, strict=True)}


def shown(event: Event) -> tuple[str, set[str], set[str]]:
    return event.type.value, {each.value for each in event.actors}, {each.value for each in event.recipients}


@pytest.mark.parametrize(("frame", "example"), EXAMPLES, ids=[example.text[:60] for _, example in EXAMPLES])
def test_the_frame_reads_its_example(readings: Readings, frame: EventFrame, example: EventExample) -> None:
    found = readings[example.text]
    assert (frame.type, set(example.actors), set(example.recipients)) in [shown(event) for event in found]


@pytest.mark.parametrize(("frame", "text"), LEAVES, ids=[text[:60] for _, text in LEAVES])
def test_the_frame_leaves_its_leaves(readings: Readings, frame: EventFrame, text: str) -> None:
    sure = [event for event in readings[text] if event.confidence >= DOUBTFUL and event.status.value == "happened"]
    assert [shown(event) for event in sure if event.type.value == frame.type] == []


def test_every_frame_shows_both_sides() -> None:
    assert [frame.name for frame in FRAMES if not (frame.examples and frame.leaves)] == []


def test_the_frames_are_many_and_of_every_type() -> None:
    entries = {(frame.name, word) for frame in FRAMES for word in (*frame.verbs, *frame.nouns)}
    assert len(entries) >= 1500
    told = {(frame.type, frame.mode) for frame in FRAMES}
    lacking = {
        kind
        for kind in {frame.type for frame in FRAMES}
        if not set(modes(kind)) <= {mode for type_, mode in told if type_ == kind}
    }
    assert lacking <= {"THREATEN", "REQUEST", "REJECT", "MOBILIZE", "RETREAT"}


def test_every_shift_gives_codes_that_exist() -> None:
    for shift in event_words().shifts.values():
        assert {code for code in shift.cameo.values() if code != "="} <= cameo_codes()
        for target in shift.to.values():
            type_, _, mode = target.partition(" ")
            assert not mode or mode in modes(type_)  # type: ignore[arg-type]
