"""The learnt scorer of events: sentences of our own, both schemes, and the size of what it learnt."""

from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from dateline.reading.events.scorer import Range, score, score_mode
from dateline.reading.parse import DEFAULT_MODEL, load_model
from training.events import train
from training.events.generate import cores, examples


def sides(marked: str) -> tuple[object, Range | None, Range | None]:
    """The parsed sentence and the token ranges of [source] and {target}."""
    words = marked.translate(str.maketrans("", "", "[]{}"))
    doc = load_model(DEFAULT_MODEL)(words)
    found: list[Range | None] = []
    for opened, closed in ("[]", "{}"):
        if opened not in marked:
            found.append(None)
            continue
        before = marked[: marked.index(opened)].translate(str.maketrans("", "", "[]{}"))
        inside = marked[marked.index(opened) + 1 : marked.index(closed)]
        span = doc.char_span(len(before), len(before) + len(inside), alignment_mode="expand")
        found.append((span.start, span.end))
    return doc[:], found[0], found[1]


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("[Norway] condemned {Belarus} for closing the newspaper.", "ACCUSE"),
        ("{Belarus} was condemned by [Norway] on Tuesday.", "ACCUSE"),
        ("[Norway] agreed to send food to {Chad}.", "AGREE"),
        ("[Norway] sent food to {Chad} after the drought.", "AID"),
        ("[Norway] threatened to impose sanctions on {Belarus}.", "THREATEN"),
        ("[Norway] urged {Belarus} to release the prisoners.", "REQUEST"),
        ("[Belarus] refused to meet {Norway}'s envoy.", "REJECT"),
        ("[The rebels] shelled {government troops} near the river.", "ASSAULT"),
        ("[Thousands of students] marched against {the government} in Lima.", "PROTEST"),
        ("[Police] arrested {two journalists} in Minsk.", "COERCE"),
        ("[Finland] withdrew its soldiers from {Mali}.", "RETREAT"),
        ("[Finland] deployed troops to the border with {Russia}.", "MOBILIZE"),
        ("[Finland] apologized to {the Sami} for the schools of the past.", "CONCEDE"),
        ("[Iceland] and {Ireland} held joint naval exercises.", "COOPERATE"),
    ],
)
def test_own_sentences(marked: str, kind: str) -> None:
    shares = score(*sides(marked))  # type: ignore[arg-type]
    assert max(shares, key=shares.__getitem__) == kind
    assert sum(shares.values()) == pytest.approx(1.0, abs=1e-3)


@pytest.mark.parametrize(
    ("marked", "plover", "plv"),
    [
        ("[Norway] imposed sanctions on {Belarus}.", "SANCTION", "COERCE"),
        ("[A court in Oslo] convicted {a banker} of fraud.", "SANCTION", "ACCUSE"),
    ],
)
def test_habits_of_the_two_schemes(marked: str, plover: str, plv: str) -> None:
    for scheme, kind in (("plover", plover), ("plv", plv)):
        shares = score(*sides(marked), scheme)  # type: ignore[arg-type]
        assert max(shares, key=shares.__getitem__) == kind


def test_a_mode() -> None:
    assert score_mode(*sides("[The rebels] kidnapped {two engineers}."), "ASSAULT") == "abduct"  # type: ignore[arg-type]
    assert score_mode(*sides("[Norway] gave tents to {Chad}."), "AID") is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "marked",
    ["[Norway] protested.", "{Norway} was invaded.", "It rained in Oslo.", "Oslo", "[The minister].", "Talks with {Oslo}."],
)
def test_missing_sides_are_no_error(marked: str) -> None:
    assert len(score(*sides(marked))) == 16  # type: ignore[arg-type]


def test_weights_are_small() -> None:
    assert len(files("dateline.knowledge").joinpath("event_scorer.npz").read_bytes()) < 5_000_000


def test_weights_were_learnt_from_the_sentences_as_they_are() -> None:
    with files("dateline.knowledge").joinpath("event_scorer.npz").open("rb") as source:
        assert str(np.load(source)["sentences"]) == train.digest_of(examples())


def test_training_gives_the_same_bytes_again(tmp_path: Path) -> None:
    folder = tmp_path / "cores"
    folder.mkdir()
    (folder / "few.txt").write_text("# AID\nS *{give|send} {food|tents} to T\n# ASSAULT\nS *{bomb|shell} T\n", encoding="utf-8")
    found = examples(folder, least=8)
    rows, kinds = train.matrix(train.read(found)), [each.kind for each in found]
    digests = {train.save(train.fit(rows, kinds), tmp_path / name, train.digest_of(found)) for name in ("one", "two")}
    assert len(digests) == 1


def test_every_class_is_of_plover_and_well_fed() -> None:
    kinds = [core.kind for core in cores()]
    assert {kind.partition("/")[0] for kind in kinds} == set(score(*sides("It rained.")))  # type: ignore[arg-type]
    sentences = [each.kind for each in examples()]
    assert min(sentences.count(kind) for kind in set(kinds)) >= 60
