"""Frames: what each takes as content and speaker, and what it leaves; cues with particles, objects and denials."""

import pytest

from dateline.reading.parse import Parser
from dateline.reading.statements.frames import match, unreal
from tests.reading.statements.build import Row, rows, word_of

VERBS: list[tuple[str, list[Row]]] = [
    # urged Oslo to talk
    ("Bolivia begged Chile to reopen the port.", [("BOL", "demand", "to reopen the port")]),
    ("Chile was begged to reopen the port.", [("unnamed", "demand", "to reopen the port")]),
    ("Bolivia urged Chile not to close the port.", [("BOL", "demand", "not to close the port")]),
    ("Togo wants Ghana paying its debts.", [("TGO", "demand", "Ghana paying its debts")]),
    ("Togo wants Ghana to pay its debts.", [("TGO", "demand", "Ghana to pay its debts")]),
    # called on Oslo to talk
    ("The bloc appealed to Sudan to spare the city.", [("bloc", "demand", "to spare the city")]),
    ("Bhutan called on its neighbours to share the water.", [("BTN", "demand", "to share the water")]),
    # sees Oslo as a partner
    ("Lima branded the envoy as a spy.", [("PER", "assert", "the envoy as a spy")]),
    ("The ministry referred to the raid as an accident.", [("ministry", "assert", "the raid as an accident")]),
    # accused Oslo of lying
    ("Gabon thanked Cuba for the doctors.", [("GAB", "praise", "Cuba for the doctors")]),
    ("Gabon accused Cuba of hiding the ship.", [("GAB", "accuse", "hiding the ship")]),
    ("Cuba was accused by Gabon of hiding the ship.", [("GAB", "accuse", "hiding the ship")]),
    ("Malawi distanced itself from the boycott.", [("MWI", "reject", "the boycott")]),
    ("Malawi distanced the fence from the road.", []),
    ("Peru warned Chile against closing the port.", [("PER", "warn", "closing the port")]),
    ("Iran threatened Qatar with a blockade.", [("IRN", "threaten", "Qatar with a blockade")]),
    # called the offer a sham
    ("Cyprus called the map a provocation.", [("CYP", "condemn", "the map a provocation")]),
    ("Cyprus called the map “a clear provocation”.", [("CYP", "condemn", "the map “a clear provocation”")]),
    ("Cyprus considers the map illegal.", [("CYP", "condemn", "the map illegal")]),
    # agreed to talk
    ("Nepal promised to open the pass.", [("NPL", "promise", "to open the pass")]),
    ("Nepal refused to open the pass.", [("NPL", "reject", "to open the pass")]),
    ("Nepal vowed never to open the pass.", [("NPL", "promise", "never to open the pass")]),
    ("Nepal refused to comment.", []),
    ("Nepal's envoy declined to be named.", []),
    ("Nepal is expected to announce a ban.", []),
    ("Nepal failed to condemn the raid.", []),
    # ruled out talking
    ("Laos ruled out damming the river.", [("LAO", "reject", "damming the river")]),
    ("Laos ruled out talks on the dam.", [("LAO", "reject", "talks on the dam")]),
    ("Laos rejected talk of a new dam.", [("LAO", "deny", "talk of a new dam")]),
    ("Laos denied damming the river.", [("LAO", "deny", "damming the river")]),
    # denied the charge
    ("Kuwait rejected the border plan.", [("KWT", "reject", "the border plan")]),
    ("The border plan was rejected by Kuwait.", [("KWT", "reject", "The border plan")]),
    ("The border plan, rejected by Kuwait, is dead.", [("KWT", "reject", "The border plan")]),
    ("The border plan was rejected.", []),
    ("Kuwait blames itself.", []),
    # called for calm
    ("Ghana called for Togo to stay calm.", [("GHA", "demand", "Togo to stay calm")]),
    ("Ghana warned of a war.", [("GHA", "warn", "a war")]),
    ("Ghana appealed for ships to reach the islands.", [("GHA", "demand", "ships to reach the islands")]),
    ("Ghana called for Monday.", []),
    ("Peru cast doubt on the count.", [("PER", "condemn", "the count")]),
    # words with particles and objects
    ("Kenya made it clear that the bridge would stay shut.", [("KEN", "assert", "the bridge would stay shut")]),
    ("Kenya made clear that the bridge would stay shut.", [("KEN", "assert", "the bridge would stay shut")]),
    ("Kenya spelled out that the bridge would stay shut.", [("KEN", "assert", "the bridge would stay shut")]),
    ("Kenya backed away from its threat to shut the bridge.", [("KEN", "announce", "its threat to shut the bridge")]),
    ("Kenya ruled that the bridge was unsafe.", [("KEN", "assert", "the bridge was unsafe")]),
    ("Kenya voted down the bill.", []),
]
CLAUSES: list[tuple[str, list[Row]]] = [
    ("Fiji said the reef was dying.", [("FJI", "assert", "the reef was dying")]),
    ("Fiji asked whether the reef was dying.", [("FJI", "assert", "whether the reef was dying")]),
    ("Fiji told the crowd in Suva that the reef was dying.", [("FJI", "assert", "the reef was dying")]),
    ("Fiji said in a statement that the reef was dying.", [("FJI", "assert", "the reef was dying")]),
    ("Fiji demands guarantees that the reef will live.", [("FJI", "demand", "guarantees that the reef will live")]),
    ("Fiji knows how the reef was killed.", [("FJI", "assert", "how the reef was killed")]),
]
CLAUSES += [
    ("Fiji told the crews how the toll was set.", [("FJI", "assert", "how the toll was set")]),
    ("Fiji asked why the toll was so high.", [("FJI", "assert", "why the toll was so high")]),
    ("Fiji said on Monday in Suva that the toll was high.", [("FJI", "assert", "the toll was high")]),
    ("Fiji said, without naming it, that a port was closed.", [("FJI", "assert", "a port was closed")]),
    ("Fiji said that if the toll rose, it would leave.", [("FJI", "condition", "if the toll rose, it would leave")]),
    (
        "Fiji stressed the toll was high but said ships were few.",
        [("FJI", "assert", "ships were few"), ("FJI", "assert", "the toll was high")],
    ),
    ("Fiji's envoy was asked about the toll.", [("unnamed", "assert", "the toll")]),
]
NOUNS: list[tuple[str, list[Row]]] = [
    ("Gambia repeated its claim that the vote was stolen.", [("GMB", "accuse", "the vote was stolen")]),
    (
        "The court dismissed Gambia's claim that the vote was stolen.",
        [("GMB", "accuse", "the vote was stolen"), ("court", "deny", "Gambia's claim that the vote was stolen")],
    ),
    ("The claim that Gambia made was false.", []),
    ("Markets shrugged off Angola's threat to cut exports.", [("AGO", "threaten", "to cut exports")]),
    ("Angola's offer to mediate surprised the rebels.", [("AGO", "propose", "to mediate")]),
    ("The court heard Nauru's demand for compensation from the miners.", [("NRU", "demand", "compensation from the miners")]),
    ("Samoa voiced its dismay at the ruling on whales.", [("WSM", "condemn", "the ruling on whales")]),
    ("Samoa voiced dismay at the ruling on whales.", [("WSM", "condemn", "the ruling on whales")]),
    ("Lesotho, a critic of the dam project, stayed away.", [("LSO", "condemn", "the dam project")]),
    ("Benin spoke as a critic of the dam project.", [("BEN", "condemn", "the dam project")]),
    ("The raid drew condemnation from Norway.", [("NOR", "condemn", "The raid")]),
    ("The raid drew large crowds from Norway.", []),
    ("Tonga repeated the same demands.", [("TON", "demand", "the same demands")]),
    ("Tonga dropped the same crates.", []),
    ("Tonga faces criticism over the toll.", []),
    ("Tonga met the plan with criticism of the toll.", [("TON", "condemn", "the toll")]),
    ("Tonga came out in support of the toll.", [("TON", "praise", "the toll")]),
    ("Tonga published a statement in opposition to the toll.", [("TON", "reject", "the toll")]),
    ("Tonga was met with criticism from Chile.", [("CHL", "condemn", "Tonga")]),
    ("Tonga's fear is that the toll will rise.", [("TON", "warn", "the toll will rise")]),
    ("Tonga did not voice support for the toll.", [("TON", "assert", "the toll")]),
    ("Tonga has no plans to raise the toll.", []),
]
ADJECTIVES: list[tuple[str, list[Row]]] = [
    ("Estonia is worried about the cable in the gulf.", [("EST", "warn", "the cable in the gulf")]),
    ("Estonia is not worried about the cable in the gulf.", [("EST", "assert", "the cable in the gulf")]),
    ("Estonia was alarmed at the cable cut.", [("EST", "warn", "the cable cut")]),
    ("Worried about the cable, Estonia sent a ship.", [("EST", "warn", "the cable")]),
    ("Estonia is ready to share its radar data.", [("EST", "propose", "to share its radar data")]),
    ("Estonia is ready.", []),
]


@pytest.mark.parametrize(("text", "expected"), [*VERBS, *CLAUSES, *NOUNS, *ADJECTIVES])
def test_frame(parser: Parser, text: str, expected: list[Row]) -> None:
    assert rows(parser, text) == expected


@pytest.mark.xfail(strict=True, reason="the parser hangs the by-phrase on the noun beside it")
@pytest.mark.parametrize("text", ["The map was called a provocation by Cyprus.", "The map was described as a lie by Cyprus."])
def test_by_phrase_behind_a_name(parser: Parser, text: str) -> None:
    assert [speaker for speaker, _, _ in rows(parser, text)] == ["CYP"]


@pytest.mark.parametrize(
    ("text", "word", "frame"),
    [
        ("Bolivia urged Chile to reopen the port.", "urged", "object infinitive"),
        ("Bolivia called on Chile to reopen the port.", "called", "addressed"),
        ("Cyprus sees the map as a trap.", "sees", "object as"),
        ("Gabon accused Cuba of hiding the ship.", "accused", "object about"),
        ("Cyprus called the map a provocation.", "called", "object predicate"),
        ("Fiji said the reef was dying.", "said", "clause"),
        ("Nepal promised to open the pass.", "promised", "infinitive"),
        ("Laos ruled out damming the river.", "ruled", "gerund"),
        ("Kuwait rejected the border plan.", "rejected", "object"),
        ("Ghana warned of a war.", "warned", "about"),
        ("The raid drew condemnation from Norway.", "condemnation", "received"),
        ("Lesotho, a critic of the dam, left.", "critic", "held"),
        ("Tonga repeated the same demands.", "demands", "carried"),
    ],
)
def test_name_of_the_frame(parser: Parser, text: str, word: str, frame: str) -> None:
    found = match(word_of(parser, text, word))
    assert found is not None
    assert found.frame == frame


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Nepal is expected to announce a ban.", "announce", True),
        ("Nepal failed to condemn the raid.", "condemn", True),
        ("Nepal began to condemn the raid.", "condemn", False),
        ("Nepal condemned the raid.", "condemned", False),
    ],
)
def test_unreal_acts(parser: Parser, text: str, word: str, expected: bool) -> None:
    assert unreal(word_of(parser, text, word)) is expected


def test_cue_with_the_verb_that_carries_it(parser: Parser) -> None:
    found = match(word_of(parser, "Samoa voiced its dismay at the ruling.", "dismay"))
    assert found is not None
    assert (found.first.text, found.last.text) == ("voiced", "dismay")
    found = match(word_of(parser, "Estonia is worried about the cable.", "worried"))
    assert found is not None
    assert (found.first.text, found.last.text) == ("is", "worried")
