"""Two witnesses, weighed: what the trained reader is surer of is likelier, and nothing is made that neither has seen."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge.load import tables
from dateline.knowledge.rules import rule
from dateline.model.document import Document, Text
from dateline.model.entry import Status
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.party import Party
from dateline.model.place import Place
from dateline.model.when import TimeExpression, When
from dateline.reading.desk import Actor, Around, logit
from dateline.reading.meetings import weigh
from dateline.reading.meetings.dates import Dates
from dateline.reading.meetings.heard import Candidate, Heard
from dateline.reading.meetings.roles import Mention
from dateline.reading.meetings.status import Stance
from dateline.reading.meetings.weigh import (
    EVEN,
    share,
    weighed_dates,
    weighed_place,
    weighed_sides,
    weighed_status,
)
from dateline.reading.parse import build_story
from tests.reading.build import parsed

TABLE = """
Chad Chad PROPN NNP nsubj 2
hosted host VERB VBD ROOT 2
Mali Mali PROPN NNP dobj 2
in in ADP IN prep 2
Bamako Bamako PROPN NNP pobj 4
on on ADP IN prep 2
Monday Monday PROPN NNP pobj 6
"""
DOC = parsed(TABLE)
[SENTENCE] = build_story(Document(name="story", text=Text("", DOC.text)), [("text", 0, DOC)]).body
LIKELY = st.floats(0, 1)
HEARD = rule("meetings", "heard")
STATUSES = get_args(Status)

PLAIN = {
    "side": {"heard": 1.0},
    "time": {"heard": 1.0},
    "place": {"heard": 1.0},
    "status": {"heard": 1.0, "reckoned": 1.0, "firm": 2.0},
}
"""Weights by which the trained reader alone is believed, but for the status."""


def span(words: str) -> Span:
    start = DOC.text.index(words)
    return Span("text", start, start + len(words), words)


def actor(name: str, *sectors: str, kind: str = "state") -> Actor:
    party = Party(name, name, kind, sectors=sectors)  # type: ignore[arg-type]
    return Actor(party, name, "name", span(name), Evidence(span(name), "a name"))


CHAD, MALI = actor("Chad"), actor("Mali")
MONDAY = TimeExpression(span("Monday"), "DATE", "2019-05-13", earliest=date(2019, 5, 13), latest=date(2019, 5, 13))
LATER = TimeExpression(span("on Monday"), "DATE", "2019-05-20", earliest=date(2019, 5, 20), latest=date(2019, 5, 20))
BAMAKO = Place("Bamako", "MLI", feature="PPLC")


def mention(*sides: Actor) -> Mention:
    head = SENTENCE.words[1]
    return Mention(SENTENCE, head, "talks", "a rule", Stance(None, head), sides)


def heard(
    sides: Iterable[tuple[Actor, float]] = (),
    times: Iterable[tuple[TimeExpression, float]] = (),
    places: Iterable[tuple[Place, float]] = (),
    likely: float = 0.9,
) -> Heard:
    """What the reader says of the sentence."""
    return Heard(
        (0, 1),
        likely,
        Around(),
        tuple(Candidate(each, each.span, 0, sure) for each, sure in sides),
        tuple(Candidate(each, each.span, 0, sure) for each, sure in times),
        tuple(Candidate(each, span(each.name), 0, sure) for each, sure in places),
    )


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weigh.SCALE, "weights", PLAIN)


# ---- the weights that were learnt


@pytest.mark.parametrize("what", ["side", "time", "place", "meeting"])
@given(one=LIKELY, other=LIKELY)
def test_what_is_heard_better_is_likelier(what: str, one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert 0 <= share(what, {"heard": logit(less)}) <= share(what, {"heard": logit(more)}) <= 1


@given(st.dictionaries(st.sampled_from(["heard", "far", "no such trait"]), st.floats(-1e6, 1e6)))
def test_a_share_is_one_whatever_the_traits(traits: dict[str, float]) -> None:
    assert all(0 <= share(what, traits) <= 1 for what in tables("meetings/weights"))


def test_statuses_have_weights_by_their_names() -> None:
    named = {name.removeprefix("is ") for name in tables("meetings/weights")["status"] if name.startswith("is ")}
    assert named <= set(STATUSES)


@given(st.floats(0, 1))
def test_a_likelihood_in_logits_has_bounds(likely: float) -> None:
    assert -6 <= logit(likely) <= 6
    assert logit(likely) == pytest.approx(-logit(1 - likely), abs=1e-3)


# ---- what is chosen, by weights that are not learnt


@pytest.mark.usefixtures("plain")
@pytest.mark.parametrize(
    ("sides", "kept"),
    [
        ([(CHAD, 0.9), (MALI, 0.2)], ["Chad"]),
        ([(CHAD, 0.9), (MALI, 0.7)], ["Chad", "Mali"]),
        ([(MALI, 0.3), (MALI, 0.8)], ["Mali"]),
        ([(actor("Chad", "JRN"), 0.9)], []),
        ([], []),
    ],
)
def test_sides(sides: list[tuple[Actor, float]], kept: list[str]) -> None:
    assert [each.party.id for each in weighed_sides(heard(sides), EVEN)] == kept


@pytest.mark.usefixtures("plain")
def test_what_is_beside_a_mention_stands_in_its_sentence() -> None:
    here, before = heard([(CHAD, 0.9)]), heard([(CHAD, 0.9)])
    before = replace(before, sides=tuple(replace(each, where=-1) for each in before.sides))
    assert [len(weighed_sides(each, EVEN, beside=True)) for each in (here, before)] == [1, 0]
    assert len(weighed_sides(before, EVEN)) == 1


def ruled_date(time: TimeExpression) -> Dates:
    assert time.earliest is not None
    return Dates(Sourced(When.on(time.earliest), (Evidence(time.span, "a rule"),)))


@pytest.mark.usefixtures("plain")
def test_a_date_of_the_rules_that_is_heard_too_stays_as_it_is() -> None:
    dates = ruled_date(MONDAY)
    assert weighed_dates(dates, heard())[0] == dates
    assert weighed_dates(dates, heard(times=[(MONDAY, 0.9)]))[0] == dates


@pytest.mark.usefixtures("plain")
def test_a_date_that_only_the_reader_hears() -> None:
    dates, sure = weighed_dates(Dates(), heard(times=[(MONDAY, 0.9)]))
    assert dates.when is not None
    assert sure == pytest.approx(0.9)
    assert dates.when.value == When.on(date(2019, 5, 13))
    assert [(each.rule, each.ground) for each in dates.when.evidence] == [(HEARD, MONDAY.span)]
    assert weighed_dates(Dates(), heard(times=[(MONDAY, 0.4)]))[0].when is None


@given(st.lists(st.tuples(st.sampled_from([MONDAY, LATER]), LIKELY)), st.sampled_from([Dates(), ruled_date(MONDAY)]))
def test_no_date_is_made(times: list[tuple[TimeExpression, float]], dates: Dates) -> None:
    """It is one of the expressions of time that were found, or none, whatever was learnt."""
    found, _ = weighed_dates(dates, heard(times=times))
    allowed = {When.on(time.earliest) for time, _ in times if time.earliest} | {dates.when.value if dates.when else None, None}
    assert (found.when.value if found.when else None) in allowed


@pytest.mark.usefixtures("plain")
def test_places() -> None:
    ruled = Sourced("Bamako", (Evidence(span("Bamako"), "a rule"),))
    assert weighed_place(ruled, BAMAKO, heard())[:2] == (ruled, BAMAKO)
    assert weighed_place(ruled, BAMAKO, heard(places=[(BAMAKO, 0.9)]))[:2] == (ruled, BAMAKO)
    assert weighed_place(None, None, heard(places=[(BAMAKO, 0.2)]))[:2] == (None, None)
    place, city, _ = weighed_place(None, None, heard(places=[(Place("Mali", "MLI"), 0.6), (BAMAKO, 0.9)]))
    assert place == Sourced("Bamako", (Evidence(span("Bamako"), HEARD),))
    assert city == BAMAKO


@given(st.lists(st.floats(0.001, 1), min_size=9, max_size=9), st.sampled_from(STATUSES), st.booleans())
def test_shares_of_statuses_sum_to_one(points: list[float], reckoned: Status, firm: bool) -> None:
    told = {status: value / sum(points) for status, value in zip(STATUSES, points, strict=True)}
    shares = weighed_status(reckoned, told, firm=firm)
    assert shares.keys() == told.keys()
    assert sum(shares.values()) == pytest.approx(1)
    assert weighed_status(reckoned, told, firm=True)[reckoned] >= weighed_status(reckoned, told, firm=False)[reckoned]


@pytest.mark.usefixtures("plain")
@pytest.mark.parametrize(
    ("likely", "firm", "status"),
    [(0.6, False, "held"), (0.9, False, "scheduled"), (0.9, True, "held"), (0.99, True, "scheduled")],
)
def test_a_status(likely: float, firm: bool, status: Status) -> None:
    shares = weighed_status("held", {"held": 1 - likely, "scheduled": likely}, firm=firm)
    assert max(shares, key=lambda each: shares[each]) == status
    assert shares[status] >= EVEN
