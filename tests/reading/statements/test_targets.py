"""Targets: whom a statement is aimed at, and who only hears it."""

import pytest

from dateline.reading.parse import Parser
from dateline.reading.statements.targets import aim, is_pronoun
from tests.reading.parties.reading import cast_of
from tests.reading.statements.build import statements_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali denied Niger's claim that it had shelled the village.", [["NER"], ["MLI"]]),
        ("Mali rejected Nigerien demands.", [["NER"]]),
        ("Mali demanded that Niger pay for the wells.", [["NER"]]),
        ("Mali called for Niger to pay.", [["NER"]]),
        ("Mali told Niger that the wells were safe.", [["NER"]]),
        ("Mali thanked the Nigerien president.", [["NER"]]),
        ("Mali asked its people to save water.", [[]]),
        ("Mali warned of a drought.", [[]]),
        ("Mali and Niger proposed a truce.", [["NER"], ["MLI"]]),
        ("Mali and Niger condemned the raid on the wells.", [[], []]),
        ("Mali said that Niger was dry.", [[]]),
        ("At talks with Niger, Mali rejected the map.", [["NER"]]),
        ("Niger accused Mali of poisoning wells. Mali denied the charge.", [["MLI"], ["NER"]]),
        ("Niger praised Mali for its wells. Mali denied the charge.", [["MLI"], []]),
        ('Niger accused Mali of poisoning wells. "They must be stopped," Niger\'s envoy said.', [["MLI"], ["MLI"]]),
    ],
)
def test_target(parser: Parser, text: str, expected: list[list[str]]) -> None:
    assert [[each.value for each in statement.target] for statement in statements_of(parser, text)] == expected


def test_the_counterpart_is_an_assumption(parser: Parser) -> None:
    _, denial = statements_of(parser, "Niger accused Mali of poisoning wells. Mali denied the charge.")
    assert [evidence.assumed for each in denial.target for evidence in each.evidence] == [True]


def test_hearer_who_is_no_target(parser: Parser) -> None:
    (found,) = statements_of(parser, "Togo wants Ghana to pay its debts.")
    assert [each.value for each in found.addressee] == ["GHA"]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Norwegian envoy Ada Berg left.", "Berg", "Ada Berg"),
        ("Norwegian envoy Ada Berg left. The envoy smiled.", "envoy", "NOR"),
        ("A Norwegian official left.", "official", "NOR"),
        ("Ada Berg left.", "Berg", "Ada Berg"),
        ("The Norwegian navy left.", "navy", "NOR:Navy"),
        ("Norway left.", "Norway", "NOR"),
    ],
)
def test_whom_a_statement_is_aimed_at(parser: Parser, text: str, word: str, expected: str) -> None:
    cast = cast_of(parser, text)
    sentence, token = [(each, token) for each in cast.story.sentences for token in each.tokens if token.text == word][-1]
    assert [aim(actor) for actor in cast.actors(sentence, token)] == [expected]


def test_pronouns_are_no_targets() -> None:
    assert is_pronoun("They")
    assert not is_pronoun("NER")
