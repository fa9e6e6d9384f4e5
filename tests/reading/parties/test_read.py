"""The cast of a story: who each noun phrase stands for, through the real parser."""

from datetime import date

import pytest

from dateline.model.document import Document, Text
from dateline.reading.desk.cast import Actor, Cast
from dateline.reading.desk.findings import Findings
from dateline.reading.desk.story import Story
from dateline.reading.parse import Parser
from dateline.reading.parties.read import find_parties, settle_parties
from tests.conftest import EXAMPLE_DAY


def cast_of(parser: Parser, text: str, day: date | None = EXAMPLE_DAY, title: str = "") -> Cast:
    story = parser.parse(Document(name="example", text=Text(title, text), published=day))
    cast = find_parties(story, Findings()).cast
    assert cast is not None
    return cast


def actors_at(cast: Cast, word: str) -> tuple[Actor, ...]:
    """Whom the last token spelled `word` stands for."""
    places = [(sentence, token) for sentence in cast.story.sentences for token in sentence.tokens if token.text == word]
    return cast.actors(*places[-1])


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("U.S. and Russian officials held talks.", "officials", [("USA", "USA"), ("RUS", "RUS")]),
        ("A NATO official said so.", "official", [("NATO:official", "NATO")]),
        ("A senior State Department official said so.", "official", [("USA:official", "USA")]),
        ("EU foreign ministers will meet.", "ministers", [("EU", "EU")]),
        ("Chile, Peru and Bolivia signed the text.", "Chile", [("CHL", "CHL"), ("PER", "PER"), ("BOL", "BOL")]),
        ("Russian Deputy Foreign Minister Oleg Belov left.", "Belov", [("Oleg Belov", "RUS")]),
        ("The EU's Borrell left.", "Borrell", [("Josep Borrell", "EU")]),
        ("The state news agency SANA said so.", "SANA", [("SYR:SANA", "SYR")]),
        ("The West has lost patience.", "West", [("West", "West")]),
        ("The French and German leaders met.", "leaders", [("FRA", "FRA"), ("DEU", "DEU")]),
        ("Hezbollah fired rockets.", "Hezbollah", [("Hezbollah", "Hezbollah")]),
        ("The UN Security Council met.", "Council", [("UN:Security Council", "UN")]),
        ("Iran's nuclear negotiators left Vienna.", "negotiators", [("IRN", "IRN")]),
        ("Kenya recalled its ambassadors.", "ambassadors", [("KEN", "KEN")]),
    ],
)
def test_a_noun_phrase_gives_its_actors(parser: Parser, text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert [(actor.party.id, actor.side) for actor in actors_at(cast_of(parser, text, date(2022, 1, 4)), word)] == expected


def test_coordination_can_be_left_aside(parser: Parser) -> None:
    cast = cast_of(parser, "Chile and Peru signed the text.")
    sentence = cast.story.sentences[0]
    token = sentence.tokens[0]
    assert [actor.party.id for actor in cast.actors(sentence, token, coordinated=False)] == ["CHL"]


def test_within_gives_each_party_once_in_text_order(parser: Parser) -> None:
    cast = cast_of(parser, "Peru told Chile that Peru and the OAS would wait.")
    sentence = cast.story.sentences[0]
    span = sentence.span(sentence.tokens[0], sentence.tokens[-1])
    assert [actor.party.id for actor in cast.within(sentence, span)] == ["PER", "CHL", "OAS"]
    assert [actor.party.id for actor in cast.mentions_in(sentence)] == ["PER", "CHL", "PER", "OAS"]


def test_titles_given_in_the_text_are_listed(parser: Parser) -> None:
    cast = cast_of(parser, "Zambian Foreign Minister John Phiri left.")
    assert [(each.person, each.office, each.side, each.span.quote) for each in cast.titled] == [
        ("John Phiri", "foreign minister", "ZMB", "Zambian Foreign Minister")
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2004, 5, 20), "Vladimir Putin"),
        (date(2010, 5, 20), "Dmitry Medvedev"),
        (date(1996, 5, 20), "Boris Yeltsin"),
        (None, "RUS:president"),
    ],
)
def test_an_office_is_held_by_whoever_held_it_on_the_day(parser: Parser, day: date | None, expected: str) -> None:
    assert [actor.party.id for actor in actors_at(cast_of(parser, "The Russian president left.", day), "president")] == [
        expected
    ]


@pytest.mark.parametrize(("day", "expected"), [(date(1988, 5, 20), "SUN"), (date(1995, 5, 20), "RUS"), (None, "RUS")])
def test_moscow_is_whose_capital_it_was(parser: Parser, day: date | None, expected: str) -> None:
    assert [actor.party.id for actor in actors_at(cast_of(parser, "Moscow rejected the plan.", day), "Moscow")] == [expected]


@pytest.mark.parametrize(("day", "expected"), [(date(1990, 5, 20), "George H. W. Bush"), (date(2003, 5, 20), "George W. Bush")])
def test_of_two_persons_of_one_name_the_one_in_office(parser: Parser, day: date, expected: str) -> None:
    assert actors_at(cast_of(parser, "President Bush left.", day), "Bush")[0].party.id == expected


def test_settling_reads_offices_on_the_day_inferred(parser: Parser) -> None:
    story = parser.parse(Document(name="example", text=Text("", "The French president left.")))
    findings = find_parties(story, Findings())
    assert findings.cast is not None
    assert findings.cast.party("FRA:president") is not None
    findings = settle_parties(story, on(findings, date(2013, 3, 1)))
    assert findings.cast is not None
    assert findings.cast.party("François Hollande") in findings.cast.parties


def on(findings: Findings, day: date) -> Findings:
    """Findings whose day is known."""
    from dataclasses import replace

    from dateline.model.when import Dating

    return replace(findings, dating=Dating(day, given=False))


def test_a_short_name_in_the_title_is_whose_full_name_follows(parser: Parser) -> None:
    cast = cast_of(parser, "Swedish envoy Anna Berg left on Monday.", title="Berg leaves talks")
    party = cast.party("Anna Berg")
    assert party is not None
    assert [(mention.span.field, mention.span.quote) for mention in party.mentions] == [
        ("title", "Berg"),
        ("text", "Anna Berg"),
    ]


def test_a_rare_name_that_the_model_misreads_is_the_person_named_before(parser: Parser) -> None:
    cast = cast_of(parser, "Swedish envoy Anna Qvistgaard left. On Tuesday Qvistgaard denied the report.")
    assert actors_at(cast, "Qvistgaard")[0].party.id == "Anna Qvistgaard"


def test_mentions_stand_where_they_say(parser: Parser) -> None:
    text = "“Ireland’s” envoy — Síle Ní Bhriain — told the U.N.’s chief:\n\n  It’s over 🕊 for Oslo."
    story: Story = parser.parse(Document(name="example", text=Text("", text), published=EXAMPLE_DAY))
    cast = find_parties(story, Findings()).cast
    assert cast is not None
    mentions = [mention for party in cast.parties for mention in party.mentions]
    assert mentions
    assert all(mention.span.holds_in(story.document.text) for mention in mentions)


def test_an_empty_story_has_no_parties(parser: Parser) -> None:
    assert cast_of(parser, "").parties == ()


def test_a_party_of_knowledge_can_be_asked_for(parser: Parser) -> None:
    party = cast_of(parser, "It rained.").party("NATO")
    assert party is not None
    assert (party.kind, party.mentions) == ("organisation", ())
    assert cast_of(parser, "It rained.").party("nobody") is None


def test_a_team_is_no_government(parser: Parser) -> None:
    cast = cast_of(parser, "The striker scored twice in the semifinal as Denmark beat Austria.")
    parties = {party.id: (party.kind, party.of) for party in cast.parties if "team" in party.id}
    assert parties == {"Denmark team": ("other", None), "Austria team": ("other", None)}
    assert cast.party("DNK") not in cast.parties


def test_a_rare_surname_without_a_full_name_is_whoever_is_in_office(parser: Parser) -> None:
    cast = cast_of(parser, "Kenya sent an envoy. Stoltenberg welcomed him.", date(2022, 5, 5))
    assert [actor.party.id for actor in actors_at(cast, "Stoltenberg")] == ["Jens Stoltenberg"]


def test_a_surname_long_after_the_last_term_is_somebody_else(parser: Parser) -> None:
    cast = cast_of(parser, "Solana told reporters that India would wait.", date(2022, 5, 5))
    assert cast.party("Javier Solana") not in cast.parties


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("French wine is cheap.", []),
        ("Canadian officials left.", [("Canadian officials", "CAN", "office")]),
        ("Canada and Peruvian officials left.", [("Canada", "CAN", "name"), ("Peruvian officials", "PER", "office")]),
        ("The Danes want more time.", [("Danes", "DNK", "demonym")]),
        ("Ghana's cocoa is cheap.", [("Ghana", "GHA", "name")]),
        ("An Iran-made engine failed.", []),
    ],
)
def test_a_word_that_only_describes_is_no_mention(parser: Parser, text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(mention, party.id) for party in cast_of(parser, text).parties for mention in party.mentions]
    assert sorted((each.span.quote, id_, each.how) for each, id_ in found) == sorted(expected)


def test_a_name_of_a_building_is_no_person(parser: Parser) -> None:
    cast = cast_of(parser, "Flights from Charles de Gaulle Airport were late.")
    assert all(party.kind != "person" for party in cast.parties)


def test_an_s_that_lost_its_apostrophe_still_names_the_state(parser: Parser) -> None:
    filler = "The talks went on for many hours in a small hotel on the coast and ended late. " * 7
    cast = cast_of(parser, f"{filler}Envoys praised Chiles role.")
    assert [actor.party.id for actor in actors_at(cast, "Chiles")] == ["CHL"]


@pytest.mark.parametrize(
    ("text", "wikidata"),
    [
        ("West Germany signed. West German officials smiled.", "Q713750"),
        ("West Germany signed in 1987. Germany signed again in 2001.", "Q183"),
    ],
)
def test_a_state_that_was_parted_has_the_id_of_that_time(parser: Parser, text: str, wikidata: str) -> None:
    assert [party.wikidata for party in cast_of(parser, text).parties if party.id == "DEU"] == [wikidata]
