"""What the mentions of an occasion say together, and which sides an actor stands for."""

from datetime import date

import pytest

from dateline.knowledge.parties import bodies
from dateline.reading.meetings.gather import is_passing
from dateline.reading.meetings.occasion import FEW, formats, is_known, members_of, richness, state_then
from dateline.reading.meetings.report import has_substance, report, statewide
from dateline.reading.parse import Parser
from tests.reading.meetings.tables import mentions, occasions, read_before


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya and Somalia held talks on Monday. The summit ended.", "summit"),
        ("Kenya and Somalia held negotiations on Monday. The talks ended.", "negotiation"),
        ("The Kenyan president visited Somalia on Monday. The visit ended.", "visit"),
    ],
)
def test_the_most_telling_kind_stands(parser: Parser, text: str, kind: str) -> None:
    [occasion], _ = occasions(parser, text)
    assert len(occasion.slots) == 2
    assert occasion.kind == kind


def test_the_finest_date_stands(parser: Parser) -> None:
    [occasion], _ = occasions(parser, "Kenya and Somalia will hold talks in May. The talks on May 20 will be short.")
    assert occasion.when is not None
    assert occasion.when.value.earliest == date(2019, 5, 20)
    assert not occasion.rough


def test_a_length_stretches_the_date(parser: Parser) -> None:
    [occasion], _ = occasions(parser, "Kenya and Somalia will hold talks on May 20. The three-day talks will be short.")
    assert occasion.when is not None
    assert (occasion.when.value.earliest, occasion.when.value.latest) == (date(2019, 5, 20), date(2019, 5, 22))


def test_a_date_told_roughly(parser: Parser) -> None:
    [occasion], _ = occasions(parser, "Kenya and Somalia held talks about two weeks ago.")
    assert occasion.rough


def test_a_city_stands_before_a_country(parser: Parser) -> None:
    [occasion], _ = occasions(parser, "Kenya and Somalia held talks in Somalia. The talks in Mogadishu ended.")
    assert occasion.place is not None
    assert occasion.place.value == "Mogadishu"


def test_the_first_words_that_name_a_side_are_kept(parser: Parser) -> None:
    [occasion], _ = occasions(parser, "Kenya and Somalia held talks on Monday. The talks between Kenya and Somalia ended.")
    assert occasion.parties["KEN"].ground.start == 0


@pytest.mark.parametrize(
    ("text", "rich"),
    [
        ("Kenya and Somalia held talks.", 2),
        ("Kenya and Somalia held talks on Monday.", 3),
        ("Kenya and Somalia held talks in Nairobi on Monday.", 4),
        ("Kenya, Chad and Somalia held talks.", 2),
        ("The talks between Kenya and Somalia ended.", 1.5),
        ("The UN Security Council met.", 2),
    ],
)
def test_how_much_a_mention_says(parser: Parser, text: str, rich: float) -> None:
    [occasion], _ = occasions(parser, text)
    assert richness(occasion.slots[0]) == rich


def test_a_small_forum_is_named_by_its_members(parser: Parser) -> None:
    _, findings = read_before(parser, "The G7, the Normandy format and Kenya met.")
    assert findings.cast is not None
    actors = findings.cast.mentions_in(findings.cast.story.sentences[-1])
    members = {actor.party.id: set(members_of(actor)) for actor in actors}
    assert members["KEN"] == {"KEN"}
    assert members["G7"] == {"G7"}
    small = [body for body in bodies() if body.id in formats() and 1 < len(body.member_ids) <= FEW]
    assert small
    for actor in actors:
        if actor.party.id in {body.id for body in small}:
            assert members[actor.party.id] == set(formats()[actor.party.id].member_ids)


@pytest.mark.parametrize(
    ("day", "members"),
    [(date(1975, 5, 1), {"LBR", "SLE"}), (date(1998, 5, 1), {"LBR", "SLE", "GIN"}), (None, {"LBR", "SLE", "GIN", "CIV"})],
)
def test_a_small_forum_has_the_members_of_its_day(parser: Parser, day: date | None, members: set[str]) -> None:
    _, findings = read_before(parser, "The Mano River Union met.")
    assert findings.cast is not None
    [actor] = findings.cast.mentions_in(findings.cast.story.sentences[-1])
    assert set(members_of(actor, day)) == members


@pytest.mark.parametrize(
    ("side", "known"), [("KEN", True), ("UN:Security Council", True), ("NATO", True), ("Taliban", True), ("Acme Ltd", False)]
)
def test_known_sides(side: str, known: bool) -> None:
    assert is_known(side) == known


def test_meetings_that_are_only_alluded_to(parser: Parser) -> None:
    [occasion], _ = occasions(parser, "Kenya and Somalia held meetings.")
    assert not is_passing(occasion.slots[0])
    assert occasions(parser, "In line with the meetings between Kenya and Somalia, it rained.")[0] == []


@pytest.mark.parametrize(
    ("text", "substance"),
    [
        ("Kenya and Somalia held talks.", True),
        ("Kenya held talks in Nairobi.", False),
        ("EU leaders held talks in Riga.", True),
        ("EU leaders held talks.", False),
        ("Kenya held a summit in Nairobi on Monday.", True),
        ("Kenya held a summit in Nairobi.", False),
        ("The Kenyan president visited Somalia.", True),
        ("Somali officials visited Mogadishu.", False),
        ("A delegation of the African Union visited Mogadishu.", True),
    ],
)
def test_substance(parser: Parser, text: str, substance: bool) -> None:
    for occasion in occasions(parser, text)[0]:
        assert has_substance(occasion) == substance


def test_a_party_of_a_state_is_that_state() -> None:
    assert statewide("KEN") == "KEN"
    assert statewide("Taliban") == "Taliban"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Kenya and Somalia held talks.", "Talks: Kenya, Somalia"),
        ("Kenya and Somalia held talks in Nairobi.", "Talks: Kenya, Somalia, Nairobi"),
        ("The UN Security Council met on Monday.", "UN Security Council"),
        ("Kenyan President Uhuru Kenyatta met Somali ministers.", "Talks: Uhuru Kenyatta"),
    ],
)
def test_titles(parser: Parser, text: str, title: str) -> None:
    [occasion], findings = occasions(parser, text)
    story, _ = read_before(parser, text)
    made = report(story, occasion, findings)
    assert made is not None
    assert made.title == title


def test_a_report_keeps_all_spans_the_best_first(parser: Parser) -> None:
    text = "The talks between Kenya and Somalia ended. Kenya and Somalia held talks in Nairobi on Monday."
    [occasion], findings = occasions(parser, text)
    story, _ = read_before(parser, text)
    made = report(story, occasion, findings)
    assert made is not None
    assert [span.quote for span in made.spans] == [
        "Kenya and Somalia held talks in Nairobi on Monday",
        "The talks between Kenya and Somalia ended",
    ]
    assert len(mentions(parser, text)) == 2


@pytest.mark.parametrize(
    ("state", "day", "then"),
    [
        ("RUS", date(1987, 3, 3), "SUN"), ("RUS", date(1991, 12, 26), "RUS"), ("RUS", None, "RUS"),
        ("CZE", date(1990, 1, 1), "CSK"), ("COD", date(1990, 1, 1), "ZAR"), ("DEU", date(1985, 1, 1), "DEU"),
        ("UKR", date(1987, 3, 3), "UKR"), ("SRB", date(2005, 1, 1), "SCG"), ("FRA", date(1987, 3, 3), "FRA"),
    ],
)  # fmt: skip
def test_the_state_that_a_place_belonged_to(state: str, day: date | None, then: str) -> None:
    assert state_then(state, day) == then


@pytest.mark.parametrize(
    ("party", "known"),
    [("NATO-Russia Council", True), ("UN:Security Council", True), ("USA:State Department", False), ("Acme Ltd", False)],
)
def test_an_organ_of_one_state_is_no_format(party: str, known: bool) -> None:
    assert (party in formats()) is known
