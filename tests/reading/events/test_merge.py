"""One event for one act: what tells two events apart, and what does not."""

from datetime import date

import pytest

from dateline.model.document import Document, Text
from dateline.model.event import Event
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.when import When
from dateline.reading.desk import Story
from dateline.reading.events.merge import collapsed, fits, same, sides

STORY = Story(Document(name="example", text=Text("", "Chad bombed Sudan. Chad bombed it."), published=None), ())


def because(start: int) -> tuple[Evidence, ...]:
    return (Evidence(Span("text", start, start + 6, "bombed"), "a test"),)


def event(
    start: int = 5,
    *,
    type_: str = "ASSAULT",
    mode: str | None = None,
    status: str = "happened",
    actors: tuple[str, ...] = ("TCD",),
    recipients: tuple[str, ...] = ("SDN",),
    day: date | None = None,
    place: str | None = None,
    confidence: float = 0.6,
) -> Event:
    ground = because(start)
    return Event(
        text="text", trigger=Span("text", start, start + 6, "bombed"), type=Sourced(type_, ground),  # type: ignore[arg-type]
        mode=Sourced(mode, ground) if mode else None, cameo=Sourced("190", ground), status=Sourced(status, ground),  # type: ignore[arg-type]
        actors=tuple(Sourced(each, ground) for each in actors), recipients=tuple(Sourced(each, ground) for each in recipients),
        contexts=(), when=Sourced(When(day, day), ground) if day else None, place=Sourced(place, ground) if place else None,
        reported_by=None, sentence=1, confidence=confidence, evidence=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ({}, {}, True),
        ({}, {"type_": "COERCE"}, False),
        ({}, {"status": "planned"}, False),
        ({}, {"mode": "aerial"}, True),
        ({"mode": "beat"}, {"mode": "aerial"}, False),
        ({"place": "Bol"}, {"place": "Moussoro"}, False),
        ({"place": "Bol"}, {}, True),
        ({"day": date(2019, 5, 1)}, {"day": date(2019, 5, 2)}, False),
        ({"day": date(2019, 5, 1)}, {"day": date(2019, 5, 1)}, True),
        ({"day": date(2019, 5, 1)}, {}, True),
        ({"actors": ("MLI",)}, {}, False),
        ({"actors": ("TCD:army",)}, {}, True),
        ({"recipients": ()}, {}, True),
        ({}, {"recipients": ()}, False),
        ({"actors": ()}, {}, True),
        ({"actors": (), "recipients": ("MLI",)}, {}, False),
        ({"actors": (), "recipients": ()}, {"actors": (), "recipients": ()}, False),
        ({"actors": ("TCD", "MLI")}, {}, False),
        ({}, {"actors": ("TCD", "MLI")}, True),
    ],
)  # fmt: skip
def test_what_is_one_act(first: dict[str, object], second: dict[str, object], one: bool) -> None:
    assert same(event(5, **first), event(24, **second)) is one  # type: ignore[arg-type]


def test_the_surest_is_kept_and_all_stand_in_text_order() -> None:
    sure, unsure, other = event(24, confidence=0.8), event(5), event(30, type_="ACCUSE", confidence=0.9)
    assert collapsed(STORY, [unsure, other, sure]) == [sure, other]
    assert collapsed(STORY, [sure, sure]) == [sure]
    assert collapsed(STORY, []) == []


def test_what_is_unknown_fits() -> None:
    one, two = Sourced("a", because(5)), Sourced("b", because(5))
    assert (fits(None, one), fits(one, None), fits(one, one), fits(one, two)) == (True, True, True, False)
    assert sides((Sourced("TCD:army", because(5)), one)) == {"TCD", "a"}
