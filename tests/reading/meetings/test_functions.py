"""Small functions of the reader, one by one."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.model.entry import Status
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.when import TimeExpression, When
from dateline.reading.meetings.dates import days_of, gap, is_rough, narrowest, sourced, stretched, widened, width
from dateline.reading.meetings.fit import completes, score
from dateline.reading.meetings.reckoning import against_the_date, lingers
from dateline.reading.meetings.roles import carrier, further_stops, is_crowd, left_of, verb_above, verb_of
from dateline.reading.meetings.slots import LONGEST_SPAN, span_of
from dateline.reading.meetings.status import is_purpose
from dateline.reading.meetings.verbs import by_phone, is_ground, is_joint, is_private_errand, is_unreal
from dateline.reading.parse import Parser
from tests.conftest import EXAMPLE_DAY
from tests.reading.meetings.tables import mentions, occasions, word_in

SPAN = Span("text", 0, 4, "soon")


def time(value: str, first: date | None = None, last: date | None = None, mod: str | None = None) -> TimeExpression:
    return TimeExpression(SPAN, "DATE", value, mod=mod, earliest=first, latest=last)


MAY_20, MAY_22 = date(2019, 5, 20), date(2019, 5, 22)


@pytest.mark.parametrize(
    ("given", "preposition", "when"),
    [
        (time("2019-05-20", MAY_20, MAY_20), "on", When(MAY_20, MAY_20)),
        (time("2019-05-20", MAY_20, MAY_20), "since", When(MAY_20, None, "since")),
        (time("2019-05-20", MAY_20, MAY_20), "until", When(None, MAY_20, "until")),
        (time("2019-05-20", MAY_20, MAY_20), "till", When(None, MAY_20, "until")),
        (time("2019-05-20", MAY_20, MAY_20), "by", When(None, MAY_20, "until")),
        (time("2019-05", date(2019, 5, 1), date(2019, 5, 31)), "in", When.month(2019, 5)),
        (time("2019-05-20/2019-05-22", MAY_20, MAY_22), "on", When(MAY_20, MAY_22, "extent")),
        (time("2019-W21", MAY_20, date(2019, 5, 26)), "", When(MAY_20, date(2019, 5, 26), "within")),
    ],
)
def test_a_time_as_the_date_of_a_meeting(given: TimeExpression, preposition: str, when: When) -> None:
    assert sourced(given, preposition).value == when


@pytest.mark.parametrize(("value", "days"), [("P2D", 2), ("P1W", 7), ("P2W", 14), ("P1M", None), ("PT2H", None)])
def test_days_of_a_length(value: str, days: int | None) -> None:
    found = days_of(time(value))
    assert (found[0] if found else None) == days


def test_the_narrowest_date_is_the_first_of_equals() -> None:
    week, day, other = time("w", MAY_20, date(2019, 5, 26)), time("d", MAY_20, MAY_20), time("e", MAY_22, MAY_22)
    assert narrowest([(week, ""), (day, "on"), (other, "on")]) == (day, "on")
    assert narrowest([]) is None
    assert [width(each) for each in (week, day, time("x", MAY_20))] == [6, 0, 100_000]


def test_what_stands_between() -> None:
    text = "May 20 To May 22"
    first, second = (
        replace(time("a"), span=Span("text", 0, 6, "May 20")),
        replace(time("b"), span=Span("text", 10, 16, "May 22")),
    )
    assert gap(text, first, second) == "to"


def test_rough_dates() -> None:
    week = When(MAY_20, date(2019, 5, 26), "within")
    assert is_rough(time("w", mod="APPROX"), week)
    assert not is_rough(time("w"), week)
    assert not is_rough(time("w", mod="APPROX"), When.year(2019))
    assert not is_rough(time("w", mod="APPROX"), When.on(MAY_20))
    evidence = (Evidence(SPAN, "a rule"),)
    assert widened(Sourced(week, evidence)).value == When.month(2019, 5)
    assert widened(Sourced(When(MAY_20, None, "since"), evidence)).value == When(MAY_20, None, "since")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Kenya and Somalia ended talks.", date(2019, 5, 18), MAY_20),
        ("Kenya and Somalia began talks.", MAY_20, MAY_22),
        ("Kenya and Somalia will end talks.", MAY_20, MAY_22),
    ],
)
def test_stretched(parser: Parser, text: str, first: date, last: date) -> None:
    [mention] = mentions(parser, text)
    when = stretched(mention, Sourced(When.on(MAY_20), (Evidence(SPAN, "a rule"),)), 3, SPAN)
    assert when.value == When(first, last, "extent")


def test_only_a_day_is_stretched(parser: Parser) -> None:
    [mention] = mentions(parser, "Kenya and Somalia began talks.")
    month = Sourced(When.month(2019, 5), (Evidence(SPAN, "a rule"),))
    assert stretched(mention, month, 3, SPAN) is month


@pytest.mark.parametrize(
    ("text", "status", "coming", "over", "result"),
    [
        ("Kenya and Somalia held talks.", "held", True, False, "scheduled"),
        ("Kenya and Somalia held talks.", "ongoing", True, False, "scheduled"),
        ("Kenya and Somalia held talks.", "cancelled", True, False, "cancelled"),
        ("Kenya and Somalia held talks.", "scheduled", False, True, "held"),
        ("Kenya and Somalia held talks.", "confirmed", False, True, "held"),
        ("Kenya and Somalia held talks.", "ongoing", False, True, "held"),
        ("Kenya and Somalia held talks.", "proposed", False, True, "proposed"),
        ("Kenya and Somalia held talks.", "postponed", False, False, "postponed"),
        ("Kenya and Somalia held talks on May 20.", "postponed", True, False, "scheduled"),
        ("Kenya and Somalia held talks on May 13.", "postponed", False, True, "postponed"),
    ],
)
def test_a_status_in_the_light_of_the_date(
    parser: Parser, text: str, status: Status, coming: bool, over: bool, result: str
) -> None:
    [occasion], _ = occasions(parser, text)
    assert against_the_date(status, occasion, coming=coming, over=over, day=EXAMPLE_DAY) == result


@pytest.mark.parametrize(
    ("text", "status", "there"),
    [
        ("The Kenyan president arrived in Mogadishu on Tuesday.", "ongoing", True),
        ("The Kenyan president arrived in Mogadishu on Tuesday.", "held", False),
        ("The Kenyan president arrived in Mogadishu on May 13.", "ongoing", False),
        ("The Kenyan president met Somali ministers on Tuesday.", "ongoing", False),
        ("The Kenyan president arrived in Mogadishu.", "ongoing", False),
        ("The Kenyan president arrived in Mogadishu last week.", "ongoing", False),
    ],
)
def test_a_visitor_lingers(parser: Parser, text: str, status: Status, there: bool) -> None:
    [occasion], _ = occasions(parser, text)
    assert lingers(occasion, status, EXAMPLE_DAY) == there
    assert not lingers(occasion, status, None)


@pytest.mark.parametrize(
    ("text", "noun", "verb", "preposition"),
    [
        ("Kenya held a series of meetings.", "meetings", "held", ""),
        ("Kenya called for talks.", "talks", "called", "for"),
        ("Kenya spoke after the first day of the talks.", "talks", "spoke", "after"),
        ("Kenya spoke ahead of the talks.", "talks", "spoke", "ahead"),
        ("Kenya made an offer of talks.", "talks", "made", ""),
        ("Talks with Chad.", "Talks", None, ""),
    ],
)
def test_the_verb_above(parser: Parser, text: str, noun: str, verb: str | None, preposition: str) -> None:
    word = word_in(parser, text, noun)
    above, between = verb_above(word)
    assert (above.text if above else None, between) == (verb, preposition)
    assert verb_of(word) is (above or word)


def test_the_noun_that_carries_a_meeting(parser: Parser) -> None:
    assert carrier(word_in(parser, "Kenya held a series of meetings.", "meetings")).text == "series"
    assert carrier(word_in(parser, "Kenya spoke of the house of meetings.", "meetings")).text == "meetings"


def test_the_stops_of_a_visit(parser: Parser) -> None:
    first = word_in(parser, "The premier visited Kenya, Somalia and Chad.", "Kenya")
    assert [stop.text for stop in further_stops(first)] == ["Somalia", "Chad"]
    assert further_stops(word_in(parser, "The premier visited Kumasi, Ghana.", "Kumasi")) == ()
    assert further_stops(None) == ()


def test_words_left_of_a_noun(parser: Parser) -> None:
    noun = word_in(parser, "The long trade talks with Kenya ended.", "talks")
    assert [word.text for word in left_of(noun, "amod", "compound")] == ["long", "trade"]
    assert left_of(noun, "prep") == []


def test_crowds_are_of_no_office(parser: Parser) -> None:
    text = "Farmers and ministers met a minister."
    assert [is_crowd(word_in(parser, text, noun)) for noun in ("Farmers", "ministers", "minister")] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "verb", "unreal"),
    [
        ("Kenya would have met Chad.", "met", True),
        ("Kenya could have met Chad.", "met", True),
        ("Kenya may have met Chad.", "met", False),
        ("Kenya would meet Chad.", "meet", False),
        ("Kenya failed to meet Chad.", "meet", True),
        ("Kenya was unable to meet Chad.", "meet", True),
        ("Kenya is ready to meet Chad.", "meet", False),
        ("Kenya refrained from meeting Chad.", "meeting", True),
        ("Kenya had no plan to meet Chad.", "meet", True),
        ("Kenya had a plan to meet Chad.", "meet", False),
    ],
)
def test_what_is_only_thought_of(parser: Parser, text: str, verb: str, unreal: bool) -> None:
    assert is_unreal(word_in(parser, text, verb)) == unreal


@pytest.mark.parametrize(
    ("text", "word", "check", "holds"),
    [
        ("Kenya flew home for surgery.", "flew", is_private_errand, True),
        ("Kenya flew home on holiday.", "flew", is_private_errand, True),
        ("Kenya flew home with surgery in mind.", "flew", is_private_errand, False),
        ("Kenya spoke by phone with Chad.", "spoke", by_phone, True),
        ("Kenya spoke about phones with Chad.", "spoke", by_phone, False),
        ("Kenya visited the island.", "island", is_ground, True),
        ("Kenya visited the museum.", "museum", is_ground, False),
        ("The ministers of Chad and Mali met.", "ministers", is_joint, True),
        ("The ministers of Chad met.", "ministers", is_joint, False),
        ("The talks aimed at a truce ended.", "aimed", is_purpose, True),
        ("The talks held in Lima ended.", "held", is_purpose, False),
    ],
)
def test_a_question_of_one_word(parser: Parser, text: str, word: str, check: object, holds: bool) -> None:
    assert callable(check)
    assert check(word_in(parser, text, word)) == holds


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Kenya and Somalia held talks in Nairobi on Monday.", ["Kenya and Somalia held talks in Nairobi on Monday"]),
        ("Kenya said it may meet Somalia, which is near.", ["it may meet Somalia, which is near"]),
        ("The talks between Kenya and Somalia pleased Chad.", ["The talks between Kenya"]),
        ("The Kenyan president will visit Somalia and Chad.", ["The Kenyan president will visit Somalia and Chad", "Chad"]),
    ],
)
def test_the_span_that_states_it(parser: Parser, text: str, spans: list[str]) -> None:
    assert [span_of(mention).quote for mention in mentions(parser, text)] == spans


def test_a_span_is_not_too_long(parser: Parser) -> None:
    far = " and ".join(["the old port of the north"] * 8)
    [mention] = mentions(parser, f"Kenya and Somalia will meet on Monday near {far}.")
    assert len(span_of(mention).quote.split()) <= LONGEST_SPAN


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Kenya and Somalia held talks on Monday. The talks ended.", True),
        ("Kenya and Somalia held talks on Monday. Kenya and Somalia met on Tuesday.", False),
        ("Kenya and Somalia held talks on Monday. Kenya and Somalia met.", True),
        ("Kenya and Somalia held talks on Monday. Kenya and Chad met.", False),
        ("Kenya and Somalia held talks in Nairobi. Kenya and Somalia met in Nairobi.", True),
        ("Kenya and Somalia held talks in Nairobi. Kenya and Somalia met in Mogadishu.", False),
        ("The UN Security Council met. The UN General Assembly met.", False),
        ("The Kenyan president visited Somalia on Monday. The Kenyan president phoned the Somali president.", False),
        ("Kenya and Somalia will hold talks. Kenya and Somalia held talks.", False),
    ],
)
def test_a_mention_fits_an_occasion(parser: Parser, text: str, same: bool) -> None:
    found, _ = occasions(parser, text)
    assert (len(found) == 1) == same
    if not same:
        assert score(found[1].slots[0], found[0]) < 1


@pytest.mark.parametrize(
    ("text", "inner", "outer", "holds"),
    [
        ("Kenya flew home to meet Somalia.", "meet", "flew", True),
        ("Kenya met Somalia for talks.", "talks", "met", True),
        ("Kenya met Somalia after talks.", "talks", "met", False),
        ("Kenya visited Chad and met Somalia.", "met", "visited", False),
    ],
)
def test_one_word_only_completes_another(parser: Parser, text: str, inner: str, outer: str, holds: bool) -> None:
    told = {mention.head.text: mention for mention in mentions(parser, text)}
    if inner in told and outer in told:
        assert completes(told[inner], told[outer]) == holds
