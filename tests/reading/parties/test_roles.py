"""Role nouns with the name of a state or body before or behind them."""

import pytest

from dateline.reading.parse import Parser
from dateline.reading.parties.lexicon import find_hits
from dateline.reading.parties.roles import organ_before, read_role
from tests.reading.parties.reading import sentence_of

ROLES = [
    ("Kenyan officials left.", "officials", ["KEN"], "Kenyan officials"),
    ("A Kenyan official left.", "official", ["KEN:official"], "Kenyan official"),
    ("The Kenyan foreign ministry spoke.", "ministry", ["KEN:Foreign Ministry"], "Kenyan foreign ministry"),
    ("The Ministry of Defence of Kenya spoke.", "Ministry", ["KEN:Defence Ministry"], "Ministry of Defence of Kenya"),
    ("The government of Kenya fell.", "government", ["KEN"], "government of Kenya"),
    ("A Kenyan spokeswoman spoke.", "spokeswoman", ["KEN:spokesperson"], "Kenyan spokeswoman"),
    ("Kenyan lawmakers voted.", "lawmakers", ["KEN:lawmakers"], "Kenyan lawmakers"),
    ("The NATO alliance grew.", "alliance", ["NATO"], "NATO alliance"),
    ("The envoys of Kenya met.", "envoys", ["KEN"], "envoys of Kenya"),
    ("Kenyan soldiers left.", "soldiers", ["KEN"], "Kenyan soldiers"),
    ("The president of Kenya spoke.", "president", ["KEN:president"], "president of Kenya"),
    ("Kenyan and Chadian envoys met.", "envoys", ["KEN", "TCD"], "Kenyan and Chadian envoys"),
]


@pytest.mark.parametrize(("text", "word", "parties", "words"), ROLES)
def test_a_role_stands_for(parser: Parser, text: str, word: str, parties: list[str], words: str) -> None:
    sentence = sentence_of(parser, text)
    (head,) = (token for token in sentence.tokens if token.text == word)
    role = read_role(sentence, head, find_hits(sentence))
    assert role is not None
    assert ([each[0] for each in role.parties], role.span.quote) == (parties, words)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The officials left.", "officials"),
        ("Kenyan wine is rare.", "wine"),
        ("Kenya-backed troops left.", "troops"),
        ("Officials left as Kenya waited.", "Officials"),
    ],
)
def test_other_nouns_stand_for_nobody(parser: Parser, text: str, word: str) -> None:
    sentence = sentence_of(parser, text)
    (head,) = (token for token in sentence.tokens if token.text == word)
    assert read_role(sentence, head, find_hits(sentence)) is None


def test_a_possessive_lends_its_side(parser: Parser) -> None:
    sentence = sentence_of(parser, "Its negotiators left.")
    role = read_role(sentence, sentence.tokens[1], (), owners=("KEN",))
    assert role is not None
    assert role.parties[0][0] == "KEN"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The foreign ministry spoke.", "ministry", ("Foreign Ministry", 1)),
        ("The Ministry of Defence spoke.", "Ministry", ("Defence Ministry", 1)),
        ("The ministry spoke.", "ministry", None),
    ],
)
def test_an_organ_ends_or_begins_at_its_noun(parser: Parser, text: str, word: str, expected: tuple[str, int] | None) -> None:
    sentence = sentence_of(parser, text)
    (head,) = (token for token in sentence.tokens if token.text == word)
    assert organ_before(sentence, head) == expected
