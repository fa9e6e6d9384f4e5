"""The learnt scorer of kinds: statements of our own, what it does not see, and the size of what it learnt."""

from importlib.resources import files

import numpy as np
import pytest
from spacy.vocab import Vocab

from dateline.model.entry import Form
from dateline.reading.desk.signals import KINDS
from dateline.reading.parse import DEFAULT_MODEL, load_model
from dateline.reading.statements.scorer import features, scored_kinds, words_of
from training.statements import train


@pytest.fixture(scope="module")
def vocab() -> Vocab:
    return load_model(DEFAULT_MODEL).vocab


@pytest.mark.parametrize(
    ("content", "cue", "kind"),
    [
        ("the army must leave the valley before the snow", "said", "demand"),
        ("they have burned our villages and shot the herdsmen", "said", "accuse"),
        ("the decision was a disgrace", "said", "condemn"),
        ("we are grateful to Norway for its help", "said", "praise"),
        ("the ministry will send two ships in May", "said", "announce"),
        ("there is a danger that the truce will not last", "said", "warn"),
        ("about forty trucks had crossed by noon", "said", "assert"),
        ("the raid", "condemned", "condemn"),
        ("the charges", "denied", "deny"),
    ],
)
def test_kinds_by_words(vocab: Vocab, content: str, cue: str, kind: str) -> None:
    shares = scored_kinds(vocab, content, cue, "indirect")
    assert set(shares) == set(KINDS)
    assert sum(shares.values()) == pytest.approx(1, abs=1e-4)
    assert max(shares, key=lambda each: shares[each]) == kind


def test_names_and_numbers_are_all_alike(vocab: Vocab) -> None:
    one = scored_kinds(vocab, "the 40 boats of Norway must leave", "said", "indirect")
    other = scored_kinds(vocab, "the 9 boats of El Salvador must leave", "said", "indirect")
    assert one == other
    assert words_of("We told Anna Berg in 1994: I'm late") == ["we", "told", "Xx", "in", "#", "I'm".lower(), "late"]


@pytest.mark.parametrize("form", ["direct", "indirect", "mixed"])
def test_nothing_said_is_scored_too(vocab: Vocab, form: Form) -> None:
    seen = features(vocab, "", "", form)
    assert np.isfinite(seen.zones).all()
    assert sum(scored_kinds(vocab, "", "", form).values()) == pytest.approx(1, abs=1e-4)


def test_it_was_learnt_from_the_statements_as_they_are() -> None:
    with files("dateline.knowledge").joinpath("statement_scorer.npz").open("rb") as source:
        assert str(np.load(source)["sentences"]) == train.digest_of([*train.examples("train")])


def test_it_is_small() -> None:
    assert len(files("dateline.knowledge").joinpath("statement_scorer.npz").read_bytes()) < 5_000_000
