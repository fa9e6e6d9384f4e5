"""Knowledge of parties: what it must never say, and every rule with its examples and leaves through the real reader."""

import re
from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from dateline.knowledge.atlas import cities_called
from dateline.knowledge.lists import word_lists
from dateline.knowledge.parties import (
    Body,
    Example,
    Office,
    bodies,
    bound,
    check_bodies,
    groups,
    holders,
    offices,
    party_rules,
    people,
    states,
    terms,
    titles,
)
from dateline.model.document import Document, Text
from dateline.model.errors import KnowledgeError
from dateline.reading.desk.cast import Cast
from dateline.reading.desk.findings import Findings
from dateline.reading.parse import Parser
from dateline.reading.parties.lexicon import fold, known, surnames
from dateline.reading.parties.read import find_parties
from tests.conftest import EXAMPLE_DAY
from tests.rules import SOURCE, lists_asked_for, rules_asked_for, rules_behind, worded_rules

STORIES = sorted((SOURCE.parents[1] / "examples/stories").glob("*.txt"))
EXAMPLES = [(rule.name, example) for rule in party_rules() for example in rule.examples]
LEAVES = [(rule.name, text) for rule in party_rules() for text in rule.leaves]
SINGLE = [office for office in offices() if office.single]


def cast_of(parser: Parser, text: str, day: date = EXAMPLE_DAY) -> Cast:
    story = parser.parse(Document(name="example", text=Text("", text), published=day))
    cast = find_parties(story, Findings()).cast
    assert cast is not None
    return cast


def readings(cast: Cast) -> set[tuple[str, str, str]]:
    """(words, party, rule) of every mention and title."""
    mentions = (
        (mention.span.quote, party.id, each.rule)
        for party in cast.parties
        for mention in party.mentions
        for evidence in mention.evidence
        for _, each in evidence.walk()
    )
    roles = (
        (words, actor.party.id, actor.evidence.rule)
        for sentence in cast.story.sentences
        for token in sentence.tokens
        for actor in cast.actors(sentence, token, coordinated=False)
        for words in (token.text, actor.span.quote)
    )
    return {*mentions, *roles}


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[example.text[:60] for _, example in EXAMPLES])
def test_the_rule_reads_its_example(parser: Parser, rule: str, example: Example) -> None:
    cast = cast_of(parser, example.text, example.day or EXAMPLE_DAY)
    assert (example.words, example.party, rule) in readings(cast)
    if example.side:
        found = {(each.person, each.side, each.office) for each in cast.titled}
        assert (example.party, example.side, example.office) in found
        party = cast.party(example.party)
        assert party is not None
        assert party.of == example.side


@pytest.mark.parametrize(("rule", "text"), LEAVES, ids=[text[:60] for _, text in LEAVES])
def test_the_rule_leaves_its_leaves(parser: Parser, rule: str, text: str) -> None:
    assert [(words, party) for words, party, name in readings(cast_of(parser, text)) if name == rule] == []


def test_every_rule_shows_both_sides() -> None:
    assert [rule.name for rule in party_rules() if not (rule.examples and rule.leaves)] == []


def test_the_code_asks_for_the_rules_of_the_file_and_words_none_itself() -> None:
    assert rules_asked_for("reading/parties") == {("parties", rule.id) for rule in party_rules()}
    assert worded_rules("reading/parties", "reading/places", callees=("Evidence", "Title", "note", "one")) == []


@pytest.mark.parametrize("path", STORIES, ids=[path.stem for path in STORIES])
def test_every_rule_behind_a_story_is_known(parser: Parser, path: Path) -> None:
    found = cast_of(parser, path.read_text(encoding="utf-8"))
    names = {rule for _, _, rule in readings(found)} | rules_behind(found.titled)
    assert names <= {rule.name for rule in party_rules()}


def test_every_list_of_words_is_asked_for() -> None:
    asked = lists_asked_for("parties/words", "listed", "reading/parties") | {"he", "she"}
    assert set(word_lists("parties/words")) == asked
    asked = lists_asked_for("parties/metonymy", "metonymy_words", "reading/parties", "reading/places")
    assert {id_ for id_ in word_lists("parties/metonymy") if not id_.startswith("addressed ")} == asked


def test_ids_are_given_once() -> None:
    ids = [state.id for state in states()] + [body.id for body in bodies()] + [group.id for group in groups()]
    assert [id_ for id_, count in Counter(ids).items() if count > 1] == []


def test_parents_members_and_parties_of_offices_are_known() -> None:
    named = {body.of for body in bodies() if body.of} | {member for body in bodies() for member in body.member_ids}
    named |= {group.of for group in groups() if group.of} | {heir for state in states() for heir in state.heirs}
    named |= {office.party for office in offices()} | set(titles().led_by_premiers)
    assert named - set(known()) == set()


def test_no_two_living_parties_share_a_name() -> None:
    """A former state or body may share a name with the one that followed it."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for state in states():
        if state.until is None:
            for name in (state.name, *state.names):
                names[name].add(state.id)
    for body in bodies():
        if body.until is None:
            for name in (body.name, *body.names, *body.sure):
                names[name].add(body.id)
    for group in groups():
        for name in (group.name, *group.names):
            names[name].add(group.id)
    assert {name: ids for name, ids in names.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("office", SINGLE, ids=[f"{office.party} {office.title}" for office in SINGLE])
def test_no_office_for_one_has_two_holders_at_once(office: Office) -> None:
    """By the dates as precise as they are given: a term that ends in a month may end on its first day."""
    spans = []
    for words in office.holders:
        match = re.fullmatch(r"(.+?) (\S+)/(\S*)", words)
        assert match, words
        until = bound(match[3], last=False) if match[3] else date.max
        spans.append((bound(match[2], last=True), until, match[1]))
    spans.sort()
    clashes = [(a[2], b[2]) for a, b in pairwise(spans) if a[1] > b[0]]
    assert clashes == []


def test_there_are_as_many_as_the_documentation_promises() -> None:
    assert len(groups()) >= 900
    assert len(bodies()) >= 600
    assert len(holders()) >= 4000


OF_NO_STATE = ("opposition", "dissident", "rebel", "warlord", "cleric", "activist")


def test_no_opponent_holds_an_office_of_a_state() -> None:
    """Who holds one speaks for the party."""
    of_states = [office for office in offices() if known()[office.party].kind == "state"]
    found = {(office.party, title) for office in of_states for title in (office.title, *office.also)}
    assert {(party, title) for party, title in found if set(title.split()) & set(OF_NO_STATE)} == set()


KNOWN_DOUBLES = {
    "Wagner",
    "Dubai",
    "Sharjah",
    "Ajara",
    "al-Hirak",
    "Nato",
    "Commonwealth",
    "Congress",
    "Duma",
    "Xinhua",
    "Asahi",
}
"""Names of parties that small towns, or persons seldom in the news, bear too."""


def test_no_name_of_one_word_is_also_that_of_a_person_or_a_town() -> None:
    given = {name for names in word_lists("parties/given_names").values() for name in names.words}
    words = {name for party in (*groups(), *bodies()) for name in (party.name, *party.names) if " " not in name}
    plain = {name for name in words if not name.isupper()}
    assert {
        name for name in plain if name.casefold() in given or fold(name) in surnames() or cities_called(name)
    } == KNOWN_DOUBLES


def test_every_careful_word_is_the_short_name_of_somebody_without_accents() -> None:
    assert people().careful - set(surnames()) == set()


@pytest.mark.parametrize("word", ["Muñoz", "Munoz"])
def test_a_common_name_is_that_of_a_person_in_office_alone(parser: Parser, word: str) -> None:
    """Whether the story writes its accents or not; Heraldo Muñoz was foreign minister until 2018."""
    text = f"Mr. {word} met officials in Lima."
    assert "Heraldo Muñoz" in {party for _, party, _ in readings(cast_of(parser, text, date(2017, 3, 1)))}
    assert "Heraldo Muñoz" not in {party for _, party, _ in readings(cast_of(parser, text))}


def test_terms_end_after_they_begin() -> None:
    assert [term for term in holders() if term.until is not None and term.until < term.from_] == []


def test_spellings_short_names_and_ids_are_of_office_holders() -> None:
    given = {*people().names, *people().short, *people().wikidata}
    assert given - {term.person for term in holders()} == set()


def test_no_two_persons_share_a_spelling_or_a_wikidata_id() -> None:
    """Save those who were in office at different times under the same name (the two George Bushes)."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for person, names in people().names.items():
        for name in names:
            bearers[name].add(person)
    shared = {name: sorted(persons) for name, persons in bearers.items() if len(persons) > 1}
    assert shared == {"George Bush": ["George H. W. Bush", "George W. Bush"]}
    ids = [party.wikidata for party in known().values() if party.wikidata]
    assert [id_ for id_, count in Counter(ids).items() if count > 1] == []


@pytest.mark.parametrize(
    ("person", "day", "party"),
    [
        ("Vladimir Putin", date(2005, 3, 1), "RUS"),
        ("Norodom Sihanouk", date(1990, 9, 9), "Coalition Government of Democratic Kampuchea"),
        ("Norodom Sihanouk", date(1993, 9, 9), "KHM"),
        ("Khalifa Haftar", date(2019, 4, 4), "Libyan National Army"),
        ("Javier Solana", date(1997, 3, 1), "NATO"),
        ("Javier Solana", date(2003, 3, 1), "EU"),
        ("Nelson Mandela", date(1995, 1, 1), "ZAF"),
        ("Yasushi Akashi", date(1993, 3, 1), "UN"),
        ("Dzhokhar Dudayev", date(1995, 3, 1), "Chechen Republic of Ichkeria"),
        ("Riek Machar", date(2014, 3, 1), "SPLM-IO"),
        ("Riek Machar", date(2021, 3, 1), "SSD"),
        ("Antonio Guterres", date(1999, 3, 1), "PRT"),
    ],
)
def test_terms_of_a_person(person: str, day: date, party: str) -> None:
    assert party in {term.party for term in terms(person) if term.holds(day)}


@pytest.mark.parametrize(
    ("mission", "parent", "ended"),
    [
        ("UN:UNTAC", "UN", date(1993, 9, 24)),
        ("NATO:SFOR", "NATO", date(2004, 12, 2)),
        ("AU:AMISOM", "AU", date(2022, 3, 31)),
        ("UN:UNFICYP", "UN", None),
    ],
)
def test_a_peace_mission_is_an_organ_of_whoever_sent_it_while_it_lasts(mission: str, parent: str, ended: date | None) -> None:
    body = next(body for body in bodies() if body.id == mission)
    assert (body.kind, body.of, body.ended) == ("organ", parent, ended)


@pytest.mark.parametrize(
    ("mistake", "complaint"),
    [
        ({"members": "GIN LBR IVC"}, "members: nobody has the id IVC; write codes with blanks between"),
        ({"members": "Guinea Liberia"}, "nobody has the id Guinea, Liberia"),
        ({"founded": "October 1973"}, "founded: 'October 1973' is no date; write 1973, 1973-10 or 1973-10-03"),
        ({"until": "soon"}, "until: 'soon' is no date"),
        ({"id": "AU"}, "the id 'AU' is given twice"),
    ],
)
def test_a_body_that_is_wrong_is_refused_with_the_mend(mistake: dict[str, str], complaint: str) -> None:
    wrong = Body(**{"id": "Club", "name": "The Club", **mistake})
    with pytest.raises(KnowledgeError, match=re.escape(complaint)):
        check_bodies((*bodies(), wrong))
