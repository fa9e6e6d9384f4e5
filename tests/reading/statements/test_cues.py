"""Cues: lemmas the parser spoils, parts of speech, expressions word for word, and where a cue begins and ends."""

import pytest

from dateline.knowledge.statements import word_list
from dateline.reading.parse import Parser
from dateline.reading.statements.cues import cue_words, known, lemma_of, part_of, phrase_end, rules_of
from tests.reading.statements.build import word_of


def test_a_lemma_that_is_known_wins(parser: Parser) -> None:
    word = word_of(parser, "Fiji hopes for rain.", "hopes")
    assert lemma_of(word, {"hope", "hop"}.__contains__) == "hope"
    word.lemma = "hop"
    assert lemma_of(word, {"hope", "hop"}.__contains__) == "hop"
    assert lemma_of(word, {"hope"}.__contains__) == "hope"


@pytest.mark.parametrize(
    ("word", "known_word"),
    [("denies", "deny"), ("denied", "deny"), ("pushes", "push"), ("urged", "urg"), ("urging", "urge"), ("backing", "back")],
)
def test_lemma_cut_off_the_word(parser: Parser, word: str, known_word: str) -> None:
    token = word_of(parser, f"They {word} it.", word)
    token.lemma = "spoilt"
    assert lemma_of(token, lambda each: each == known_word) == known_word
    assert lemma_of(token, lambda each: False) == "spoilt"


@pytest.mark.parametrize(
    ("text", "word", "part"),
    [
        ("Fiji said so.", "said", "verb"),
        ("The claim failed.", "claim", "noun"),
        ("Fiji is happy.", "happy", "adjective"),
        ("Fiji said so quickly.", "quickly", None),
    ],
)
def test_part(parser: Parser, text: str, word: str, part: str | None) -> None:
    assert part_of(word_of(parser, text, word)) == part


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Kenya made it clear that it would leave.", "clear"),
        ("Kenya made clear that it would leave.", "clear"),
        ("Kenya made plain that it would leave.", "plain"),
        ("Kenya made it.", None),
        ("Kenya made it late.", None),
    ],
)
def test_words_that_follow_word_for_word(parser: Parser, text: str, end: str | None) -> None:
    found = phrase_end(word_of(parser, text, "made"))
    assert (found.text if found is not None else None) == end


def test_a_particle_makes_another_word(parser: Parser) -> None:
    assert [rule.kind for rule in rules_of(word_of(parser, "Malta ruled out a blockade.", "ruled"), "verb")] == ["reject"]
    assert rules_of(word_of(parser, "Malta called off the strike.", "called"), "verb") == ()
    assert rules_of(word_of(parser, "Malta spoke up for the crew.", "spoke"), "verb") != ()


def test_known_asks_for_the_plain_word(parser: Parser) -> None:
    assert known(word_of(parser, "Malta ruled out a blockade.", "ruled"), "verb") != ()
    assert known(word_of(parser, "Malta ruled out a blockade.", "blockade"), "noun") == ()


@pytest.mark.parametrize(
    ("text", "word", "cue"),
    [
        ("Malta has repeatedly denied the charge.", "denied", ("has", "denied")),
        ("Malta did not accept the loan.", "accept", ("did", "accept")),
        ("Malta repeatedly denied the charge.", "denied", ("denied", "denied")),
        ("Malta ruled out a blockade.", "ruled", ("ruled", "out")),
        ("Malta made it clear that it would leave.", "made", ("made", "clear")),
        ("Denied twice, the charge was dropped.", "Denied", ("Denied", "Denied")),
    ],
)
def test_first_and_last_word_of_a_cue(parser: Parser, text: str, word: str, cue: tuple[str, str]) -> None:
    first, last = cue_words(word_of(parser, text, word))
    assert (first.text, last.text) == cue


def test_lists_are_asked_for_by_id() -> None:
    assert "say" in word_list("plainly said")
    with pytest.raises(KeyError):
        word_list("no such list")
