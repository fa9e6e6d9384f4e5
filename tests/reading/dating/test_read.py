"""The day of a story: the solver on clues made by hand, and the whole reader on short stories."""

from datetime import date
from functools import partial
from types import SimpleNamespace
from typing import cast

import pytest

from dateline.knowledge.dating import preferences
from dateline.model.document import Document, Text
from dateline.model.evidence import Evidence, Span
from dateline.reading.dating.clue import Clue, ClueKind
from dateline.reading.dating.clues import clues_of
from dateline.reading.dating.read import find_day
from dateline.reading.dating.solve import Belief, believe
from dateline.reading.dating.solve import weigh as weigh_until
from dateline.reading.dating.standing import is_quoted
from dateline.reading.desk.findings import Findings
from dateline.reading.desk.sense import Found
from dateline.reading.parse import Parser
from dateline.reading.parties.read import find_parties
from dateline.reading.times.read import find_times

weigh = partial(weigh_until, newest=2026)

GROUND = Evidence(Span("text", 0, 3, "one"), "by hand")


def clue(kind: ClueKind, side: int = 0, *, strong: bool = True, **what: object) -> Clue:
    return Clue(kind, GROUND, side, strong, **what)  # type: ignore[arg-type]


def belief(*clues: Clue) -> Belief:
    return believe(weigh(clues), preferences())


def years(*clues: Clue) -> dict[int, float]:
    found: dict[int, float] = {}
    for day, share in weigh(clues).items():
        found[day.year] = found.get(day.year, 0.0) + share
    return found


def test_a_dateline_decides() -> None:
    found = belief(clue("lead", day=date(2019, 1, 4), year=2019, month=1, monthday=4), clue("year", -1, year=2002))
    assert (found.best, found.earliest, found.latest) == (date(2019, 1, 4), date(2019, 1, 4), date(2019, 1, 4))
    assert found.sure


def test_a_year_that_a_verb_of_the_past_governs_is_most_often_the_last() -> None:
    found = years(clue("year", -1, year=2005, proved=True))
    assert max(found, key=lambda year: found[year]) == 2006
    assert max(share for year, share in found.items() if year < 2005) < 0.05


def test_a_year_that_no_verb_governs_is_most_often_this_one_or_the_last() -> None:
    found = years(clue("year", year=2005))
    assert set(sorted(found, key=lambda year: -found[year])[:2]) == {2005, 2006}


def test_a_year_that_is_also_still_to_come_is_no_past() -> None:
    found = years(clue("year", year=2008), clue("future year", 1, year=2008), clue("year", -1, year=2006, proved=True))
    assert found[2007] > found.get(2009, 0.0)


def test_a_month_day_beside_bare_weekdays_lies_outside_their_week() -> None:
    fact, weekday = clue("fact", -1, month=4, monthday=29), clue("weekday", -1, weekday=3)
    known = clue("year", -1, year=2024, proved=True)
    near, far = date(2025, 4, 30), date(2025, 5, 7)
    alone, beside = weigh([fact, known]), weigh([fact, weekday, known])
    assert beside[far] / beside[near] > 1.5 * alone[far] / alone[near]


def test_a_year_far_from_the_last_proved_is_doubted() -> None:
    proved, loose = clue("year", -1, year=2009, proved=True), clue("year", year=2024)
    assert years(proved, loose)[2010] > 0.05


def test_the_nearest_of_many_dated_facts_counts_most() -> None:
    month_days = [clue("fact", -1, month=month, monthday=3) for month in (2, 3, 5)]
    found = belief(*month_days, clue("weekday", -1, weekday=6), clue("year", -1, year=2024, proved=True))
    assert found.best is not None
    assert (found.best.month, found.best.day) == (5, 3)


def test_a_happening_draws_the_story_behind_it() -> None:
    found = years(clue("thing", terms=((date(2023, 10, 7), None),), fades=1.5), clue("year", -1, year=2011, proved=True))
    assert max(found, key=lambda year: found[year]) == 2024


def test_early_in_a_year_a_past_year_is_the_last() -> None:
    running = clue("fact", 1, month=1, monthday=12), clue("within month", 1, month=1)
    found = years(clue("year", -1, year=2005, proved=True), *running)
    assert found[2006] > 4 * found.get(2005, 0)


def test_weekday_and_month_day_choose_the_year() -> None:
    found = years(clue("fact", -1, month=5, monthday=14, weekday=2), clue("year", -1, year=2018))
    assert max(found, key=lambda year: found[year]) == 2019


def test_terms_of_office_bound_the_day() -> None:
    term = clue("term", terms=((date(2009, 1, 20), date(2017, 1, 20)),))
    assert min(day for day, share in weigh([term]).items() if share > 1e-5) >= date(2009, 1, 1)


def test_a_thing_cannot_be_named_before_its_time() -> None:
    found = years(clue("thing", terms=((date(2007, 1, 9), None),)), clue("year", -1, year=2004))
    assert found.get(2005, 0.0) < 0.05


def test_two_years_that_fit_equally_leave_the_answer_open() -> None:
    found = belief(clue("fact", -1, month=3, monthday=3), clue("weekday", -1, weekday=2))
    assert not found.sure
    assert found.rivals


def test_next_week_and_the_day_in_it() -> None:
    clues = (
        clue("fact", 1, month=1, monthday=12),
        clue("relative", 1, unit="W", shift=1),
        clue("saying", -1, weekday=2),
        clue("year", -1, year=2021),
    )
    found = belief(*clues, clue("within month", 1, month=1))
    assert found.best == date(2022, 1, 4)


@pytest.mark.parametrize(("shift", "best"), [(-1, date(2022, 1, 13)), (1, date(2022, 1, 11))])
def test_the_day_before_or_after_a_dated_fact(shift: int, best: date) -> None:
    fact, known = clue("fact", month=1, monthday=12), clue("year", -1, year=2021, proved=True)
    beside = weigh([fact, known, clue("relative", unit="D", shift=shift)])
    alone = weigh([fact, known])
    assert beside[best] / beside[date(2022, 1, 12)] > 1.3 * alone[best] / alone[date(2022, 1, 12)]


@pytest.mark.parametrize(("shift", "months"), [(-1, {6}), (1, {4})])
def test_last_and_next_month_beside_one_that_is_named(shift: int, months: set[int]) -> None:
    found = weigh([clue("month", month=5), clue("relative", unit="M", shift=shift), clue("year", -1, year=2021, proved=True)])
    plain = weigh([clue("month", month=5), clue("year", -1, year=2021, proved=True)])

    def share(of: dict[date, float], month: int) -> float:
        return sum(value for day, value in of.items() if (day.year, day.month) == (2022, month))

    assert {month for month in range(1, 13) if share(found, month) > 1.2 * share(plain, month)} == months


def test_last_year_beside_a_year_that_is_named() -> None:
    named = clue("year", -1, year=2005, proved=True)
    plain, last = years(named), years(named, clue("relative", unit="Y", shift=-1))
    assert last[2006] > plain[2006]
    assert last[2005] < plain[2005]


KERRY = (
    "U.S. Secretary of State John Kerry will meet Ukrainian President Viktor Yanukovych next week, a spokesman said on Friday. "
    "The talks will be held in Geneva on Jan. 22. In 2013 the two met eleven times. "
    "The foreign ministers will meet later in January."
)
MERKEL = (
    "German Chancellor Angela Merkel met Ukrainian President Petro Poroshenko on Thursday (February 5), a spokesman said. "
    "In 2014 they had met four times."
)
STORIES = {
    "dateline in the text": ("Monday, 6 May 2013\n\nThe envoy flew to Cairo on Sunday, officials said.", date(2013, 5, 6)),
    "dateline of a wire": ("CAIRO, May 6, 2013 (Wire) - The envoy flew home on Sunday.", date(2013, 5, 6)),
    "weekday beside its date": (MERKEL, date(2015, 2, 5)),
    "terms, weekday and next week": (KERRY, date(2014, 1, 17)),
}


@pytest.mark.parametrize(("text", "day"), STORIES.values(), ids=STORIES.keys())
def test_stories_without_a_date(parser: Parser, text: str, day: date) -> None:
    story = parser.parse(Document(name="story", text=Text("", text)))
    findings = find_times(story, find_parties(story, Findings()))
    dating = find_day(story, findings).dating
    assert dating.value == day
    assert not dating.given
    assert dating.because
    assert all(reason.ground.holds_in(story.document.text) for reason in dating.because if isinstance(reason.ground, Span))


SPOKEN = {
    "Updated 4:31 p.m. EDT, March 3, 2023\n\nThe envoy flew home.": ("lead", "March 3, 2023", 2023),
    "Published: Tuesday, 4 June 2019\n\nThe envoy flew home.": ("lead", "4 June 2019", 2019),
    "Emissions fell by a third on 2005 levels.": ("year", "2005", 2005),
    "The province may yet meet its 2030 emissions target.": ("future year", "2030", 2030),
    "The plant will be closed by 2028.": ("future year", "2028", 2028),
}


@pytest.mark.parametrize(("text", "kind", "words", "year"), [(text, *what) for text, what in SPOKEN.items()], ids=SPOKEN.keys())
def test_what_a_year_is_named_for(parser: Parser, text: str, kind: str, words: str, year: int) -> None:
    story = parser.parse(Document(name="story", text=Text("", text)))
    [found] = [each for each in clues_of(story, find_times(story, Findings())) if each.year]
    assert found.kind == kind
    assert found.year == year
    assert isinstance(found.evidence.ground, Span)
    assert words in found.evidence.ground.quote


def test_the_year_of_copyright(parser: Parser) -> None:
    story = parser.parse(Document(name="story", text=Text("", "The envoy flew home.\n\nCopyright 2016 The Daily Example")))
    [found] = clues_of(story, find_times(story, Findings()))[-1:]
    assert found.terms == ((date(2016, 1, 1), date(2016, 12, 31)),)


SAID = {
    "COP28 opened with a quarrel.": ("a numbered gathering", 2023),
    "Leaders gathered for the 77th session of the UN General Assembly.": ("a numbered gathering", 2022),
    "The 118th Congress adjourned.": ("a numbered gathering", 2023),
    "They marked the third anniversary of the invasion of Ukraine.": ("an anniversary of something known", 2025),
    "They marked the 10th anniversary of the 2011 uprising.": ("an anniversary of something known", 2021),
    "Two years after the war of 1999 the bridge stands again.": ("years after something known", 2001),
}


@pytest.mark.parametrize(("text", "rule", "year"), [(text, *what) for text, what in SAID.items()], ids=SAID.keys())
def test_what_comes_again(parser: Parser, text: str, rule: str, year: int) -> None:
    story = parser.parse(Document(name="story", text=Text("", text)))
    [again] = [each for each in clues_of(story, find_times(story, Findings())) if each.evidence.rule == rule]
    first, last = again.terms[0]
    assert last is not None
    assert first <= date(year, 10, 1) <= last or first.year == year


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The panel asked for the papers by May 10.", 1),
        ('"From June 1 we’ll hire more," he told them.', 1),
        ("The panel met on May 10.", -1),
    ],
)
def test_words_that_look_ahead(parser: Parser, text: str, side: int) -> None:
    story = parser.parse(Document(name="story", text=Text("", text)))
    [fact] = [each for each in clues_of(story, find_times(story, Findings())) if each.kind == "fact"]
    assert fact.side == side


def test_a_former_holder_dates_from_the_end_of_the_term(parser: Parser) -> None:
    story = parser.parse(Document(name="story", text=Text("", "Former U.S. President Barack Obama spoke in Berlin.")))
    [term] = [each for each in clues_of(story, find_times(story, find_parties(story, Findings()))) if each.kind == "term"]
    assert term.terms == ((date(2017, 1, 20), None),)


def test_nothing_to_go_by_gives_no_day(parser: Parser) -> None:
    story = parser.parse(Document(name="story", text=Text("", "The ministers spoke of trade and parted as friends.")))
    dating = find_day(story, find_times(story, Findings())).dating
    assert (dating.value, dating.earliest, dating.latest) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Monday, 6 May 2013\n\nThe envoy flew to Cairo.", True),
        ("Thursday, 16 May 2019\n\nThe envoy flew to Cairo.", False),
        ("The envoy flew to Cairo on June 3, 2021.", True),
        ("The envoy flew to Cairo on June 3, 2018.", False),
        ("The envoy flew to Cairo on Tuesday, May 14.", False),
        ("The accord of 2022 was signed in 2022, he said.", True),
        ("The mayor, who was a candidate in the race for the 2020 nomination, ended it on Monday.", False),
        ("He urged more spending after 2025, saying the threat had grown.", False),
        ("The quake struck at 4:53 on Thursday (2053 Wednesday, UTC), the service said.", False),
        ('"We left in 2022," the envoy joked.', False),
        ("His term ran through 2021, the office said.", False),
    ],
)
def test_a_given_day_is_checked(parser: Parser, text: str, wrong: bool) -> None:
    story = parser.parse(Document(name="story", text=Text("", text), published=date(2019, 5, 16)))
    found = find_day(story, find_times(story, Findings()))
    assert found.dating.given
    assert (found.dating.value, found.dating.earliest, found.dating.latest) == (date(2019, 5, 16),) * 3
    assert bool(found.problems) == wrong


def test_an_anniversary_points_at_its_day() -> None:
    window = (date(2019, 8, 26), date(2020, 7, 16))
    found = belief(clue("counted", terms=(window,), peak=date(2019, 11, 9)), clue("saying", -1, weekday=6))
    assert found.best == date(2019, 11, 9)


def test_what_is_counted_bounds_the_story_more_than_what_is_loosely_counted() -> None:
    window = (date(2012, 1, 1), date(2012, 12, 31))
    firm = years(clue("counted", terms=(window,)), clue("year", -1, year=2005))
    loose = years(clue("counted", terms=(window,), strong=False), clue("year", -1, year=2005))
    assert firm[2012] > loose[2012] > years(clue("year", -1, year=2005))[2012]


def test_the_season_of_a_gathering_tells_no_year(parser: Parser) -> None:
    text = "She spoke at the World Economic Forum in Davos. They parted as friends."
    story = parser.parse(Document(name="story", text=Text("", text)))
    assert find_day(story, find_times(story, Findings())).dating.value is None


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ('"We met in ', True),
        ('"We met," he said in ', False),
        ("“We met in ", True),
        ("``We met in ", True),
        ("``We met'' in ", False),
        ('"We left.\nThey met in ', False),
        ("They met in ", False),
    ],
)
def test_between_quotation_marks(parser: Parser, before: str, expected: bool) -> None:
    story = parser.parse(Document(name="example", text=Text("", before + "May 2019.")))
    assert is_quoted(story, cast(Found, SimpleNamespace(field="text", start=len(before)))) is expected
