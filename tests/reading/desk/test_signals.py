"""What the numbers of the trained reader mean: shares sum to one, a word that it says nothing of has no likelihood."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.document import Document, Text
from dateline.reading.desk import Around, Sentence, Signals, softmax, statuses
from dateline.reading.desk import signals as names
from dateline.reading.desk.signals import KINDS, MEETINGS, ROLES, STATUSES
from dateline.reading.parse import build_story
from tests.reading.build import parsed
from training.encoder import labels

POINTS = st.lists(st.floats(-50, 50, width=32), min_size=2, max_size=12)
VECTORS = st.lists(st.floats(-5, 5, width=32), min_size=8, max_size=8)
TWO = """
they they PRON PRP nsubj 2
met meet VERB VBD ROOT 2
"""


def sentence_of(table: str) -> Sentence:
    doc = parsed(table)
    [sentence] = build_story(Document(name="story", text=Text("", doc.text)), [("text", 0, doc)]).body
    return sentence


def mention(kind: str, likely: float) -> np.ndarray:
    shares = np.full(len(MEETINGS) + 1, 0.01 * likely, np.float32)
    shares[0] = 1 - likely
    shares[MEETINGS.index(kind) + 1] = likely * (1 - 0.01 * (len(MEETINGS) - 1))  # type: ignore[arg-type]
    return shares


@given(POINTS)
def test_shares_sum_to_one_and_keep_their_order(points: list[float]) -> None:
    shares = softmax(np.array(points, np.float32))
    assert shares.sum() == pytest.approx(1, abs=1e-5)
    assert shares.min() >= 0
    assert all(shares[n] <= shares[m] + 1e-6 for n in range(len(points)) for m in range(len(points)) if points[n] <= points[m])


@given(POINTS, st.floats(-50, 50, width=32))
def test_shares_hang_on_differences_alone(points: list[float], more: float) -> None:
    plain = np.array(points, np.float64)
    assert softmax(plain + more) == pytest.approx(softmax(plain), abs=1e-6)


def test_shares_of_rows() -> None:
    shares = softmax(np.array([[0.0, 0.0], [100.0, 0.0]], np.float32))
    assert shares == pytest.approx(np.array([[0.5, 0.5], [1.0, 0.0]]))


def test_a_word_that_mentions_a_meeting() -> None:
    sentence = sentence_of(TWO)
    signals = Signals(mentions={(0, 1): mention("summit", 0.75)})
    assert signals.likelihood(sentence, 1) == pytest.approx(0.75)
    assert signals.likelihood(sentence, 0) == 0
    assert signals.kind(sentence, 1) == "summit"
    assert [token for token, _ in signals.mentioned(sentence, 0.7)] == [1]
    assert [token for token, _ in signals.mentioned(sentence, 0.8)] == []


@given(st.floats(0, 1), st.floats(0, 1))
def test_what_is_asked_for_is_what_is_likely_enough(likely: float, least: float) -> None:
    sentence = sentence_of(TWO)
    signals = Signals(mentions={(0, 1): mention("talks", likely)})
    for token, found in signals.mentioned(sentence, least):
        assert found == signals.likelihood(sentence, token) >= least


def test_statuses_and_roles_by_name() -> None:
    around = Around({(0, 1): np.arange(len(ROLES), dtype=np.float32)}, statuses(np.eye(len(STATUSES), dtype=np.float32)[4]))
    assert [around.likely(role, (0, 1)) for role in ROLES] == list(range(len(ROLES)))
    assert around.likely("party", (0, 0)) == 0
    assert [status for status, share in around.statuses.items() if share] == ["held"]


def test_the_kind_of_a_statement_is_that_of_its_words() -> None:
    deny, accuse = (np.eye(len(KINDS), dtype=np.float32)[KINDS.index(kind)] * 9 for kind in ("deny", "accuse"))
    signals = Signals(kinds={(0, 0): deny, (0, 1): deny, (0, 2): accuse})
    shares = signals.statement([(0, 0), (0, 1), (0, 2), (7, 7)])
    assert sum(shares.values()) == pytest.approx(1, abs=1e-5)
    assert sorted(shares, key=shares.__getitem__)[-2:] == ["accuse", "deny"]
    assert signals.statement([(7, 7)]) == {}


@given(VECTORS, VECTORS)
def test_words_stand_in_a_relation_as_likely_as_their_vectors_agree(asks: list[float], answers: list[float]) -> None:
    one, other = np.array(asks, np.float32), np.array(answers, np.float32)
    signals = Signals(asks={(0, 0): one}, answers={(0, 1): other})
    target, speaker = signals.related("target", (0, 0), (0, 1)), signals.related("speaker", (0, 0), (0, 1))
    assert target == pytest.approx(1 / (1 + np.exp(-float(one[:4] @ other[:4]) / 2)), abs=1e-4)
    assert speaker == pytest.approx(1 / (1 + np.exp(-float(one[4:] @ other[4:]) / 2)), abs=1e-4)


def test_a_bias_bears_on_its_relation_alone() -> None:
    vectors = {(0, 0): np.zeros(8, np.float32)}
    signals = Signals(asks=vectors, answers=vectors, bias=np.array([-2.0, 0.0], np.float32))
    assert signals.related("target", (0, 0), (0, 0)) < signals.related("speaker", (0, 0), (0, 0)) == 0.5
    assert signals.related("target", (0, 0), (0, 1)) == signals.related("target", (0, 1), (0, 0)) == 0


def test_nothing_is_read_again_for_nobody() -> None:
    def again(keys: object) -> list[Around]:
        raise AssertionError(keys)

    assert Signals(again=again).around([]) == []
    assert Signals().around([(0, 0)])[0].roles == {}


@pytest.mark.parametrize("name", ["MEETINGS", "STATUSES", "KINDS", "ROLES", "RELATIONS"])
def test_what_is_taught_is_what_is_read(name: str) -> None:
    assert getattr(labels, name) == getattr(names, name)
