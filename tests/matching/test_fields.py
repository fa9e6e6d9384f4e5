"""Who takes part: believed by how many tell so independently, and how surely; what is contested; later versions; bare words."""

from dataclasses import replace

import pytest

from dateline.matching.fields import counted, superseded, told_of
from dateline.matching.overlay import overlay
from dateline.model.occasion import Report, side_of
from tests.ledger.build import Told, story


def report(
    number: int, parties: tuple[str, ...], *, day: str = "2022-01-04", sure: float | None = None, **more: object
) -> Report:
    """A report in a story of its own."""
    told = {key: more.pop(key) for key in ("date", "status", "kind", "place", "forum") if key in more}
    reading = story(day, Told(f"Words {number}", parties, **told), source=f"Wire {number}")  # type: ignore[arg-type]
    (meeting,) = reading.meetings
    if sure is not None:
        meeting = replace(meeting, sure={"parties": sure})
    sides = frozenset(side_of(party) for party in parties)
    made = Report(
        meeting=meeting, day=reading.dating.value, document=reading.document.id, source=reading.document.source, sides=sides
    )
    return replace(made, **more)  # type: ignore[arg-type]


def parties(*reports: Report) -> tuple[str, ...]:
    return tuple(sorted(told_of(reports, "parties", lambda each: (one.value for one in each.meeting.parties)).believed))


PAIR = ("EGY", "ISR")


@pytest.mark.parametrize(
    ("reports", "believed"),
    [
        ([report(n, PAIR) for n in range(3)] + [report(9, (*PAIR, "FRA"))], ("EGY", "FRA", "ISR")),
        ([report(n, PAIR) for n in range(6)] + [report(9, (*PAIR, "FRA"))], PAIR),
        ([report(n, PAIR) for n in range(2)] + [report(9, (*PAIR, "FRA"), sure=0.1)], PAIR),
        ([report(n, ("UN",)) for n in range(9)] + [report(9, ("UN", "FRA"))], ("FRA", "UN")),
        ([report(n, PAIR, wire="Agency") for n in range(6)] + [report(9, (*PAIR, "FRA"))], ("EGY", "FRA", "ISR")),
        ([report(n, PAIR, story="one") for n in range(6)] + [report(9, (*PAIR, "FRA"))], ("EGY", "FRA", "ISR")),
    ],
    ids=["one of four", "one of seven", "hardly sure", "others name no other side", "one agency's text", "copies of one story"],
)
def test_parties(reports: list[Report], believed: tuple[str, ...]) -> None:
    assert parties(*reports) == believed


def test_what_is_contested_is_listed_with_those_who_tell_it() -> None:
    odd = report(9, (*PAIR, "FRA"))
    occasion = overlay([*(report(n, PAIR) for n in range(6)), odd])
    (claim,) = [each for each in occasion.claims if each.field == "parties"]
    assert (claim.value, claim.stories, claim.believed, claim.reports) == ("FRA", 1, False, (odd.id,))
    assert claim.why == "named by too few of 7"


def test_bare_words_are_no_source() -> None:
    full, bare = report(1, PAIR, date="2022-01-12"), report(2, PAIR, day="2022-01-12", status="held")
    assert counted([full, bare]) == [full]
    assert counted([bare]) == [bare]
    occasion = overlay([full, bare])
    assert (occasion.stories, set(occasion.reports), occasion.status) == (1, {full.id, bare.id}, "scheduled")


def test_a_later_version_of_a_story_wins() -> None:
    first = report(1, PAIR, date="2022-01-12", place="Cairo", story="one")
    later = report(2, PAIR, date="2022-01-13", story="one", predecessor=first.document)
    assert superseded([first, later]) == {first.id}
    occasion = overlay([first, later])
    assert (occasion.when and occasion.when.edtf, occasion.place, occasion.stories) == ("2022-01-13", "Cairo", 1)


@pytest.mark.parametrize(
    ("days", "status"), [(("2022-01-13", "2022-01-15"), "cancelled"), (("2022-01-15", "2022-01-13"), "held")]
)
def test_a_cancellation_beats_what_only_an_older_source_takes_for_held(days: tuple[str, str], status: str) -> None:
    held = report(1, PAIR, day=days[0], date="2022-01-12", status="held")
    off = report(2, PAIR, day=days[1], date="2022-01-12", status="cancelled")
    assert overlay([held, off]).status == status
