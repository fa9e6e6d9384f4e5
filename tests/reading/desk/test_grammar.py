"""Questions of grammar, on hand-built parses."""

import pytest

from dateline.reading.desk.grammar import clause_verb, conjuncts, negated, subjects, subtree, tense
from tests.reading.build import parsed

CONTROL = parsed("""
Iran Iran PROPN NNP nsubj 2
agreed agree VERB VBD ROOT 2
to to PART TO aux 4
meet meet VERB VB xcomp 2
Iraq Iraq PROPN NNP dobj 4
""")
PASSIVE = parsed("""
Talks talk NOUN NNS nsubjpass 3
were be AUX VBD auxpass 3
held hold VERB VBN ROOT 3
by by ADP IN agent 3
Iran Iran PROPN NNP pobj 4
and and CCONJ CC cc 5
Iraq Iraq PROPN NNP conj 5
""")
OBJECT_CONTROL = parsed("""
Paris Paris PROPN NNP nsubj 2
urged urge VERB VBD ROOT 2
Kyiv Kyiv PROPN NNP dobj 2
to to PART TO aux 5
attend attend VERB VB xcomp 2
""")
RELATIVE = parsed("""
envoys envoy NOUN NNS ROOT 1
who who PRON WP nsubj 4
will will AUX MD aux 4
meet meet VERB VB relcl 1
""")


@pytest.mark.parametrize(
    ("doc", "verb", "expected"),
    [
        (CONTROL, 1, ["Iran"]),
        (CONTROL, 3, ["Iran"]),
        (PASSIVE, 2, ["Iran", "Iraq"]),
        (OBJECT_CONTROL, 4, ["Kyiv"]),
        (RELATIVE, 3, ["envoys"]),
    ],
    ids=["own", "control", "passive agent", "object control", "relative"],
)
def test_subjects(doc, verb, expected):  # type: ignore[no-untyped-def]
    assert [token.text for token in subjects(doc[verb])] == expected


TENSES = {
    "past": "met meet VERB VBD ROOT 1",
    "present": "meets meet VERB VBZ ROOT 1",
    "future": "will will AUX MD aux 2\nmeet meet VERB VB ROOT 2",
    "modal": "could could AUX MD aux 2\nmeet meet VERB VB ROOT 2",
    "progressive": "is be AUX VBZ aux 2\nmeeting meet VERB VBG ROOT 2",
    "infinitive": "to to PART TO aux 2\nmeet meet VERB VB ROOT 2",
    "none": "meeting meet VERB VBG ROOT 1",
}


@pytest.mark.parametrize(("expected", "table"), TENSES.items())
def test_tense(expected: str, table: str) -> None:
    doc = parsed(table)
    assert tense(doc[len(doc) - 1]) == expected


def test_perfect_is_past() -> None:
    assert tense(parsed("has have AUX VBZ aux 2\nmet meet VERB VBN ROOT 2")[1]) == "past"


def test_negation() -> None:
    doc = parsed("did do AUX VBD aux 3\nnot not PART RB neg 3\nmeet meet VERB VB ROOT 3")
    assert negated(doc[2])
    assert not negated(CONTROL[1])


def test_the_clause_above() -> None:
    verb = clause_verb(CONTROL[4])
    assert verb is not None
    assert verb.text == "meet"
    assert clause_verb(CONTROL[1]) is None


def test_conjuncts_and_subtree() -> None:
    assert [token.text for token in conjuncts(PASSIVE[4])] == ["Iran", "Iraq"]
    assert [token.text for token in subtree(PASSIVE[3], without=("cc", "conj"))] == ["by", "Iran"]
