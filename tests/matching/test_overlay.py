"""Reports laid over each other: status, date, place, parties and their history."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.matching.overlay import overlay
from dateline.model.judgement import Judgement
from dateline.model.occasion import Occasion, Report, side_of
from tests.ledger.build import COUNTRIES, Told, feature, story, when

NRC = {"parties": ("NATO", "RUS"), "kind": "council", "forum": "NATO-Russia Council"}


def told(*stories: tuple[str | None, Told], judged: tuple[Judgement, ...] = ()) -> Occasion:
    """What is believed of reports, each in a story of its own; the words of each are made its own too."""
    found = []
    for number, (published, each) in enumerate(stories):
        quote = f"{each.quote} {number}"
        reading = story(published, Told(**{**vars(each), "quote": quote}), source=f"Wire {number}")
        (meeting,) = reading.meetings
        sides = frozenset(side_of(party) for party in each.parties)
        found.append(
            Report(
                meeting=meeting, day=reading.dating.value, document=reading.document.id, source=reading.document.source,
                country=COUNTRIES.get(each.place or ""), sides=sides,
                feature=feature(each.place) if each.place else None,
            )
        )  # fmt: skip
    return overlay(found, judged)


def at(published: str | None, status: str, date: str | None = "2022-01-12", **more: object) -> tuple[str | None, Told]:
    return published, Told("Words", **NRC, status=status, date=date, **more)


LIVES = {
    "a plan, then held": ([at("2022-01-04", "scheduled"), at("2022-01-13", "held")], "held", "2022-01-12"),
    "sought in the background of a later story": (
        [at("2022-01-04", "scheduled"), at("2022-01-05", "proposed", None)], "scheduled", "2022-01-12",
    ),
    "confirmed, then told again as a plan": (
        [at("2022-01-04", "confirmed"), at("2022-01-05", "scheduled")], "confirmed", "2022-01-12",
    ),
    "called off, then looked back on": (
        [at("2022-01-04", "scheduled"), at("2022-01-08", "cancelled"), at("2022-01-09", "scheduled")],
        "cancelled", "2022-01-12",
    ),
    "called off, then confirmed after all": (
        [at("2022-01-04", "scheduled"), at("2022-01-08", "cancelled", None), at("2022-01-10", "confirmed")],
        "confirmed", "2022-01-12",
    ),
    "put off": (
        [at("2022-01-04", "scheduled"), at("2022-01-08", "postponed", None)], "postponed", None,
    ),
    "put off, then given a date": (
        [at("2022-01-04", "scheduled"), at("2022-01-08", "postponed", None), at("2022-01-20", "scheduled", "2022-02-01")],
        "scheduled", "2022-02-01",
    ),
    "moved twice": (
        [
            at("2022-01-04", "scheduled"),
            at("2022-01-06", "scheduled", "2022-01-14", previously="2022-01-12"),
            at("2022-01-08", "scheduled", "2022-01-19", previously="2022-01-14"),
        ],
        "scheduled", "2022-01-19",
    ),
    "moved, and told by another with the old date": (
        [
            at("2022-01-04", "scheduled"),
            at("2022-01-06", "scheduled", "2022-01-14", previously="2022-01-12"),
            at("2022-01-07", "scheduled"),
        ],
        "scheduled", "2022-01-14",
    ),
    "first a week, then a day": (
        [at("2022-01-04", "scheduled", "~2022-01-10/2022-01-16"), at("2022-01-05", "scheduled")], "scheduled", "2022-01-12",
    ),
    "first a day, then a week": (
        [at("2022-01-04", "scheduled"), at("2022-01-05", "scheduled", "~2022-01-10/2022-01-16")], "scheduled", "2022-01-12",
    ),
    "offered and refused": ([at("2022-01-04", "proposed", None), at("2022-01-05", "refused", None)], "refused", None),
    "refused, then agreed": (
        [at("2022-01-04", "proposed", None), at("2022-01-05", "refused", None), at("2022-01-09", "confirmed", "2022-01-12")],
        "confirmed", "2022-01-12",
    ),
    "under way, then broken off": ([at("2022-01-12", "ongoing"), at("2022-01-12", "suspended")], "ongoing", "2022-01-12"),
    "broken off a day later": ([at("2022-01-12", "ongoing"), at("2022-01-13", "suspended")], "suspended", "2022-01-12"),
    "two stories of one day": ([at("2022-01-04", "scheduled"), at("2022-01-04", "cancelled")], "cancelled", "2022-01-12"),
    "a plan told after its day": ([at("2022-01-12", "ongoing"), at("2022-01-14", "scheduled")], "ongoing", "2022-01-12"),
    "a story without a day": ([at(None, "scheduled"), at("2022-01-13", "held")], "held", "2022-01-12"),
}  # fmt: skip


@pytest.mark.parametrize("name", LIVES)
def test_life(name: str) -> None:
    stories, status, date = LIVES[name]
    occasion = told(*stories)
    assert (occasion.status, occasion.when and occasion.when.edtf) == (status, date)


def test_history_tells_who_moved_what() -> None:
    occasion = told(
        at("2022-01-04", "scheduled"),
        at("2022-01-06", "scheduled", "2022-01-14", previously="2022-01-12"),
        at("2022-01-15", "held", None),
    )  # fmt: skip
    steps = [(step.day and step.day.isoformat(), step.field, step.before, step.value, step.quote) for step in occasion.history]
    assert steps == [
        ("2022-01-04", "status", None, "scheduled", "Words 0"),
        ("2022-01-04", "date", None, "2022-01-12", "Words 0"),
        ("2022-01-06", "date", "2022-01-12", "2022-01-14", "Words 1"),
        ("2022-01-15", "status", "scheduled", "held", "Words 2"),
    ]
    assert occasion.newest is not None
    assert occasion.newest.isoformat() == "2022-01-15"
    assert {(claim.value, claim.believed, claim.why) for claim in occasion.claims} == {
        ("2022-01-12", False, "moved from this date"),
        ("2022-01-14", True, "the date it was moved to"),
    }


def test_the_date_that_most_give_is_believed() -> None:
    occasion = told(
        at("2022-01-04", "scheduled", "2022-01-13"), at("2022-01-05", "scheduled"), at("2022-01-06", "scheduled")
    )  # fmt: skip
    assert occasion.when is not None
    assert occasion.when.edtf == "2022-01-12"


def test_a_city_is_believed_before_its_country() -> None:
    place = {"parties": ("EU", "UKR"), "kind": "visit"}
    occasion = told(
        ("2022-01-04", Told("Words", **place, place="Ukraine")),
        ("2022-01-04", Told("Words", **place, place="Ukraine")),
        ("2022-01-05", Told("Words", **place, place="Kyiv")),
    )
    assert occasion.place == "Kyiv"
    assert [claim.value for claim in occasion.claims if claim.believed] == ["Kyiv"]


def test_a_party_that_hardly_any_story_names_is_left_out() -> None:
    stories = [("2022-01-04", Told("Words", ("NATO", "RUS"))) for _ in range(5)]
    occasion = told(*stories, ("2022-01-04", Told("Words", ("NATO", "RUS", "FRA"))))
    assert occasion.parties == ("NATO", "RUS")
    assert told(*stories[:2], ("2022-01-04", Told("Words", ("NATO", "FRA")))).parties == ("FRA", "NATO", "RUS")


def test_more_stories_make_surer() -> None:
    single, double = told(at("2022-01-04", "scheduled")), told(at("2022-01-04", "scheduled"), at("2022-01-05", "scheduled"))
    assert single.confidence < double.confidence < 1


def test_nothing_is_no_occasion() -> None:
    with pytest.raises(ValueError, match="needs a report"):
        overlay(())


@pytest.mark.parametrize(
    ("value", "status", "date", "previous"),
    [
        ("meeting cancel", "cancelled", "2022-01-12", None),
        ("meeting confirm", "confirmed", "2022-01-12", None),
        ("meeting move 2022-01-20", "scheduled", "2022-01-20", "2022-01-12"),
        ("meeting move", "postponed", None, "2022-01-12"),
    ],
)
def test_a_person_knows_better(value: str, status: str, date: str | None, previous: str | None) -> None:
    occasion = told(at("2022-01-04", "scheduled"), judged=(decision(value, "2022-01-05"),))
    assert (occasion.status, occasion.when and occasion.when.edtf) == (status, date)
    assert (occasion.previously and occasion.previously.edtf) == previous
    assert occasion.history[-1].day is not None


def test_what_a_later_story_brings_counts_again() -> None:
    stories = (at("2022-01-04", "scheduled"), at("2022-01-08", "scheduled", "2022-01-20", previously="2022-01-12"))
    occasion = told(*stories, judged=(decision("meeting move 2022-01-14", "2022-01-05"),))
    assert occasion.when is not None
    assert occasion.when.edtf == "2022-01-20"
    assert told(*stories, judged=(decision("meeting move 2022-01-14", "2022-01-09"),)).when == when("2022-01-14")


@pytest.mark.parametrize(
    ("field", "value", "attribute", "found"),
    [
        ("date", "2022-01-15", "when", "2022-01-15"), ("status", "held", "status", "held"),
        ("place", "Vienna", "place", "Vienna"),
        ("parties", "RUS; EU", "parties", "('EU', 'RUS')"), ("forum", "", "forum", "None"),
        ("people", "Ana Lopes (PRT)", "people", "(Attendee(id='Ana Lopes', of='PRT'),)"),
    ],
)  # fmt: skip
def test_a_correction_holds_whatever_stories_say(field: str, value: str, attribute: str, found: str) -> None:
    ruling = decision("correct", "2022-01-05", field=field, value=value)
    occasion = told(at("2022-01-04", "scheduled"), at("2022-02-04", "scheduled"), judged=(ruling,))
    got = getattr(occasion, attribute)
    assert (got.edtf if attribute == "when" else str(got)) == found
    assert all(not claim.believed or claim.why == "decided by Ana" for claim in occasion.claims if claim.field == field)
    assert occasion.history[-1].field == field


def test_what_is_undone_does_not_count() -> None:
    ruling = replace(decision("meeting cancel", "2022-01-05"), undone_at=datetime(2022, 1, 6, tzinfo=UTC))
    assert told(at("2022-01-04", "scheduled"), judged=(ruling,)).status == "scheduled"


def decision(words: str, day: str, **more: str) -> Judgement:
    verb = " ".join(words.split()[:2])
    value = more.pop("value", None) or (words.split()[2] if len(words.split()) > 2 else None)
    return Judgement(verb=verb, by="Ana", at=datetime.fromisoformat(f"{day}T12:00:00+00:00"), one=(), value=value, **more)


def test_the_title_of_the_report_that_says_most() -> None:
    forum = Told("Words", (), "2022-01-12", kind="council", forum="NATO-Russia Council", title="a council")
    sides = Told("Words", ("NATO", "RUS"), "2022-01-12", kind="council", place="Brussels", title="the two in Brussels")
    assert told(("2022-01-04", forum), ("2022-01-05", sides)).title == "the two in Brussels"
    assert told(("2022-01-04", forum), ("2022-01-05", replace(sides, place=None))).title == "a council"
