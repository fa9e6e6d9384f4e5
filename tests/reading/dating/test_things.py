"""Names that date a text: older sentences with the same words are not bounded, and a year that is told outweighs a name."""

import re
from datetime import date

import pytest

from dateline.knowledge.dating import things
from dateline.knowledge.rules import rule
from dateline.model.document import Document, Text
from dateline.model.evidence import Evidence, Span
from dateline.reading.dating.clue import Clue
from dateline.reading.dating.read import find_day
from dateline.reading.dating.things import names_in
from dateline.reading.dating.told import without_outweighed
from dateline.reading.desk.findings import Findings
from dateline.reading.parse import Parser
from dateline.reading.times.read import find_times

OLDER = {
    "places": {
        "The mayor of Dayton opened the mill.": 1962,
        "Farmers around Srebrenica sold their plums.": 1975,
        "The plant at Three Mile Island will be dear, the senator said.": 1974,
        "The ministry in Darfur dug a well near Abu Ghraib street.": 1983,
        "A train left Chernobyl for Kyiv and Bucha.": 1978,
        "Pilgrims came down from Pahalgam; others sailed to Lahaina.": 1988,
        "The Fukushima governor met the mayor of Bhopal.": 1981,
        "A quake shook Nusra, Uvalde and Butler, Pennsylvania.": 1969,
        "The Zaire flows through Moldova Street, he joked.": 1955,
        "They anchored off Sandy Hook and off Southport.": 1958,
    },
    "surnames": {
        "Sir Anthony Grenfell and Mr Khashoggi sold the yacht.": 1979,
        "Mrs Skripal and Mr Litvinenko danced in the Bolshoi.": 1968,
        "Edward Snowden played centre for the school.": 1984,
        "George Floyd and Taylor Swift ran the bakery.": 1985,
        "Harry Potter, a plumber, and Barney Google drew the crowd.": 1939,
        "Luigi Mangione opened a shop; Monica Lewinsky married him.": 1949,
        "Mr Al-Houthi sat in parliament.": 1994,
    },
    "common words": {
        "Robins twitter and tweets fill the yard; the crew went online.": 1978,
        "A subprime loan, a text message and a cost-of-living crisis, the union said.": 1977,
        "The Soviet withdrawal from Afghanistan brought the fall of Kabul no nearer.": 1988,
        "President Reagan spoke of a war on terrorism and of climate change.": 1985,
        "The German invasion of Ukraine left the war in Ukraine undecided.": 1942,
        "Six-party talks on the wage pact failed; a grain deal came first.": 1983,
        "The Gulf War between Baghdad and Tehran went on; German reunification was far.": 1984,
        "Workmen wore yellow vests at the Capitol riot of the farmers.": 1979,
        "He fears the Oct. 7 attacks on the shop and the Sept. 11 attacks on the ferry will be repeated.": 1986,
        "Let us make America great again, he said: Make America Great Again.": 1980,
    },
    "weapons, phones and letters": {
        "The A380 was closed to lorries, and the M23 to all.": 1992,
        "The Draken F-35 flew over Denmark; the cadets held an FTX.": 1976,
        "The firm sold an iPhone that can send mail.": 1999,
        "The WTO met on tourism, the EADS on radar, the ECB on cricket.": 1998,
        "The Boeing 777 would have three engines.": 1979,
        "The tax office SARS and the bank MERS agreed; the ISIS project ended.": 1999,
        "Nutrient film, or NFT, grew the lettuce.": 1982,
        "The shop of Covid Inc. and Amazon's Alexa, which counts clicks, were sold.": 2001,
    },
    "bodies and laws": {
        "Kenya African Union and the Eurogroup of NATO sent guests.": 1969,
        "They called for an International Criminal Court and for a Paris Agreement on peace.": 1972,
        "The Universal Credit company lends for cars; New Labour rules irk it.": 1947,
        "The Democratic Republic of the Congo and the European Union of Women wrote.": 1966,
        "The Common Market talks and the Group of Five met in a Czech Republic of letters.": 1969,
        "The premier league, then the National Rally of Drivers; En Marche! they sang.": 1971,
        "The Downing Street Declaration of the club was dull.": 1964,
        "Western European Union countries and the Lima Group asked Venezuela to help.": 1985,
        "The Treaty of Lisbon of 1668 was shown in the EUREKA hall.": 1994,
        "The Agreed Framework of the two unions held.": 1970,
    },
    "teams, films and sky": {
        "Washington Nationals beat the Los Angeles Chargers at the fair.": 1955,
        "Houston Texans fans saw the Game of thrones and a cup of Siri tea.": 1974,
        "Hurricane Katrina turned away from Cuba.": 1981,
        "Hurricane Harvey stayed at sea.": 1981,
        "Typhoon Haiyan sank a barge.": 2001,
        "The Sydney Olympics bid was lost; the 1996 Olympics are far.": 1972,
    },
    "operations and uprisings": {
        "Operation Storm of the fire brigade cleared the roofs.": 1961,
        "The Velvet Revolution was a song; the Rose Revolution a garden show.": 1977,
        "The Umbrella Movement of shopkeepers and the Rwanda scheme of the charity went on.": 1983,
        "The Panama Papers, said the editor, sell well in Panama.": 1987,
        "The axis of evil runs through the bottle, the preacher said.": 1951,
        "The Portland Air Force ended Operation Olive Branch.": 1973,
    },
}  # fmt: skip
SENTENCES = [
    pytest.param(text, year, id=f"{kind}: {text[:30]}") for kind, texts in OLDER.items() for text, year in texts.items()
]


@pytest.mark.parametrize(("text", "year"), SENTENCES)
def test_an_older_sentence_with_the_same_words_is_not_bounded(text: str, year: int) -> None:
    assert [thing.names[0] for thing, _ in names_in(text) if thing.from_ and thing.from_ > date(year, 12, 31)] == []


NEWER = {
    "The Dayton accords ended it.": 1995,
    "The Srebrenica massacre was denied.": 1993,
    "He read of the Abu Ghraib scandal on WhatsApp.": 2009,
    "The ministers hailed Security Council Resolution 2231.": 2015,
    "Oct. 7 attacks by Hamas changed it all.": 2023,
    "Hurricane Katrina drowned New Orleans.": 2005,
    "The Comprehensive Peace Agreement gave Sudan six years.": 2003,
    "Iraq’s 1990 invasion of Kuwait cost him the post.": 1990,
    "It began what Moscow calls a “special military operation” there.": 2022,
}


@pytest.mark.parametrize(("text", "year"), NEWER.items(), ids=NEWER)
def test_a_name_bounds_the_text(text: str, year: int) -> None:
    assert max(thing.from_.year for thing, _ in names_in(text) if thing.from_) == year


def test_every_name_stands_once_and_is_read_where_it_counts() -> None:
    names = [name for thing in things() for name in thing.names]
    assert len(names) == len(set(names))
    assert len(things()) >= 1000
    unread = [
        name
        for thing in things()
        for name in thing.names
        if thing not in [found for found, _ in names_in(f"{name}: {' '.join(thing.near)}")]
    ]
    assert unread == []


def test_things_begin_before_they_end_and_none_is_of_the_future() -> None:
    assert [thing.names for thing in things() if not (thing.from_ or thing.until)] == []
    assert [thing.names for thing in things() if thing.from_ and thing.until and thing.from_ >= thing.until] == []
    assert [
        thing.names for thing in things() if thing.from_ and not date(1900, 1, 1) <= thing.from_ <= date(2026, 12, 31)
    ] == []


def test_resolutions_follow_their_numbers() -> None:
    numbered = sorted(
        (int(found[1]), thing.from_)
        for thing in things()
        if thing.from_ and (found := re.search(r"Resolution (\d+)$", thing.names[0]))
    )
    assert len(numbered) >= 50
    assert [day for _, day in numbered] == sorted(day for _, day in numbered)


GROUND = Evidence(Span("text", 0, 3, "one"), "by hand")


def thing_since(year: int, until: int | None = None) -> Clue:
    return Clue("thing", GROUND, terms=((date(year, 5, 1), date(until, 5, 1) if until else None),))


TOLD = {
    "copyright": (
        Clue("term", Evidence(GROUND.ground, rule("dating", "copyright")), terms=((date(1989, 1, 1), date(1989, 12, 31)),)),
        [1989],
    ),
    "dateline": (Clue("lead", GROUND, year=1989, day=date(1989, 5, 6)), [1989]),
    "a year to come": (Clue("future year", GROUND, 1, True, year=1990), [1989]),
    "a year to come in a quotation": (Clue("future year", GROUND, 1, True, year=1990, quoted=True), [1989, 2013]),
    "a past year": (Clue("year", GROUND, -1, True, year=1990, proved=True), [1989, 2013]),
}  # fmt: skip


@pytest.mark.parametrize(("told", "kept"), TOLD.values(), ids=TOLD)
def test_a_year_that_is_told_outweighs_a_name(told: Clue, kept: list[int]) -> None:
    clues = without_outweighed([thing_since(1989), thing_since(2013), told])
    assert [clue.terms[0][0].year for clue in clues if clue.kind == "thing"] == kept


def test_a_year_to_come_that_lies_before_a_past_one_is_history() -> None:
    ahead, past = Clue("future year", GROUND, 1, True, year=1990), Clue("year", GROUND, -1, True, year=2014, proved=True)
    assert thing_since(2013) in without_outweighed([ahead, past, thing_since(2013)])


def test_a_past_year_outweighs_the_end_of_a_name() -> None:
    past = Clue("year", GROUND, -1, True, year=2005, proved=True)
    [_, thing] = without_outweighed([past, thing_since(1949, 1991)])
    assert thing.terms == ((date(1949, 5, 1), None),)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("CAIRO, May 6, 1989 (Wire) - The band Euromaidan played with Wikipedia, Netflix and Bitcoin.", 1989),
        ("Saturday, 6 May 1989\n\nThe envoy praised the band Euromaidan and the singer Netflix.", 1989),
    ],
)
def test_a_story_lies_in_the_year_that_it_tells(parser: Parser, text: str, year: int) -> None:
    story = parser.parse(Document(name="story", text=Text("", text)))
    dating = find_day(story, find_times(story, Findings())).dating
    assert dating.earliest is not None
    assert dating.latest is not None
    assert (dating.earliest.year, dating.latest.year) == (year, year)
