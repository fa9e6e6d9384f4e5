"""The answers of `dateline code`: as the reading contract has it, and as lines for a person."""

from collections.abc import Iterator, Sequence
from typing import Any

from dateline.knowledge import codes
from dateline.model.event import Coding, Event
from dateline.model.reading import Reading
from dateline.views.marks import event_words
from dateline.views.outward import one_line
from dateline.views.record import event, evidence, party

__all__ = ["coding", "sentence_json", "sentence_lines"]


def coding(id: str, item: Coding) -> dict[str, Any]:
    """The codes of what one side does to the other, with their scores and words."""
    return {
        "id": id,
        "plover": {
            "type": item.type,
            "mode": item.mode,
            "contexts": list(item.contexts),
            "intensity": codes.intensity(item.type, item.mode),
            "quad": codes.quad(item.type),
        },
        "cameo": item.cameo,
        "cameo_quad": codes.cameo_quad(item.cameo),
        "goldstein": codes.goldstein(item.cameo),
        "status": item.status,
        "confidence": item.confidence,
        "evidence": [evidence(reason) for reason in item.evidence],
    }


def sentence_lines(reading: Reading, events: Sequence[Event], why: str | None) -> Iterator[str]:
    """A line for each event of a sentence, with the words that name it; NONE and the reason where there is none."""
    names = {each.id: each for each in reading.parties}
    for each in events:
        yield one_line(f"{event_words(each, names)} (“{each.trigger.quote}”)")
    if why is not None:
        yield one_line(f"NONE: {why}")


def sentence_json(reading: Reading, events: Sequence[Event], why: str | None) -> dict[str, Any]:
    """The events of a sentence as the contract has them; `none` is the reason where there are none."""
    return {
        "ok": True,
        "text": reading.document.text.body,
        "events": [event(each) for each in events],
        "none": why,
        "parties": [party(each) for each in reading.parties],
    }
