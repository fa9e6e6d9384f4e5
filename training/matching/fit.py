"""Learn what signs are worth: `python -m training.matching.fit [--measure] [--out FILE]`.

The table `pairs.tsv` (pairs of reports as traits, with labels by hand; `training.matching.table` makes it) -> a logistic of few
weights, drawn to nothing or, where the pairs hardly tell, to what was known before. What plainly speaks for one occasion never
weighs against it, nor the reverse. `--measure` holds stories out: no story of a pair that is measured is learnt from.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import numpy as np
from scipy.optimize import minimize

from dateline.matching.compare import ENOUGH
from dateline.matching.weighing import BIAS

TABLE = Path(__file__).with_name("pairs.tsv")
OUT = Path(__file__).parents[2] / "src" / "dateline" / "knowledge" / "en" / "matching" / "weights.toml"

HEAD = (
    "# What two reports have in common, in logits; learnt by training/matching/fit.py from its pairs.tsv, not written by hand."
)
PULL, FOLDS, OURS = 1.0, 20, "c"
"""How strongly weights are drawn, in how many parts stories are held out, and how stories of our own chains are called."""

AGAINST = frozenset({
    "a day apart", "a forum and none", "another round", "bare", "call and meeting", "days apart", "far between undated",
    "far from the undated", "gathering and other", "no side shared", "one side of several", "only thought of", "other people",
    "several", "spans overlap", "told apart", "told far apart", "told twice", "two forums", "two levels", "two places",
    "visit and other", "visitor and none",
})  # fmt: skip
"""Traits that plainly speak against one occasion."""

FREE = frozenset({
    BIAS, "both ahead", "both gatherings", "both past", "both undated", "both visits", "days read in two ways",
    "lone side within", "months overlap", "one undated", "people and none", "plan and end", "plan and past",
    "same lone side", "sides overlap",
})  # fmt: skip
"""Traits that may speak for either; all others speak for one occasion."""

BEFORE = {
    "call and meeting": -3.0, "copied": 2.5, "days apart": -2.0, "days overlap": 1.0, "moved": 1.8, "no side shared": -4.0,
    "offer and refusal": 2.0, "one session": 1.5, "one side of several": -1.5, "plan and end": 1.0, "revived": 1.5,
    "same day": 1.0, "same forum": 1.5, "told apart": -2.5, "two forums": -4.0, "two places": -2.0, "weeks overlap": 0.6,
}  # fmt: skip
"""What was known before: the worth of traits that pairs which are hard to tell seldom have."""


@dataclass(frozen=True)
class Row:
    """A pair of reports: label, stories, whether they are compared at all, whether a veto holds, and traits."""

    label: str
    stories: tuple[str, str]
    met: bool
    vetoed: bool
    traits: Mapping[str, float] = field(default_factory=dict)

    @property
    def same(self) -> bool:
        """Are they of one occasion?"""
        return self.label == "y"

    @property
    def ours(self) -> bool:
        """Is it of our own chains?"""
        return self.stories[0].startswith(OURS)


def written(rows: Iterable[Row]) -> str:
    """Rows as lines of the table."""
    lines = ["label\tone\tother\tmet\tvetoed\ttraits"]
    for row in rows:
        traits = "; ".join(f"{name} {value:g}" for name, value in sorted(row.traits.items()))
        lines.append("\t".join((row.label, *row.stories, str(int(row.met)), str(int(row.vetoed)), traits)))
    return "\n".join(lines) + "\n"


def table(text: str) -> list[Row]:
    """Lines of the table as rows."""
    found = []
    for line in text.splitlines()[1:]:
        label, one, other, met, vetoed, told = line.split("\t")
        pairs = (each.rpartition(" ") for each in told.split("; ") if each)
        found.append(Row(label, (one, other), met == "1", vetoed == "1", {name: float(value) for name, _, value in pairs}))
    return found


def bounds_of(name: str) -> tuple[float | None, float | None]:
    """Between what a weight may lie."""
    if name in FREE:
        return None, None
    return (None, 0.0) if name in AGAINST else (0.0, None)


def fit(rows: Sequence[Row], pull: float = PULL) -> dict[str, float]:
    """Weights of traits, in logits."""
    names = [BIAS, *sorted({*BEFORE, *(name for row in rows for name in row.traits)})]
    x = np.array([[1.0, *(row.traits.get(name, 0.0) for name in names[1:])] for row in rows])
    y = np.array([1.0 if row.same else -1.0 for row in rows])
    before = np.array([BEFORE.get(name, 0.0) for name in names])
    drawn = np.array([0.01, *(pull for _ in names[1:])])

    def cost(w: np.ndarray) -> tuple[float, np.ndarray]:
        margins = y * (x @ w)
        wrong = 1 / (1 + np.exp(margins))
        lost = np.logaddexp(0, -margins).sum() + drawn @ (w - before) ** 2 / 2
        return float(lost), -x.T @ (y * wrong) + drawn * (w - before)

    found = minimize(cost, before, jac=True, method="L-BFGS-B", bounds=[bounds_of(name) for name in names]).x
    return {name: round(float(value), 2) for name, value in zip(names, found, strict=True)}


def score(row: Row, weights: Mapping[str, float]) -> float:
    """What the traits of a pair come to."""
    return weights[BIAS] + sum(weights.get(name, 0.0) * value for name, value in row.traits.items())


def held_out(rows: Sequence[Row], taught: Sequence[Row] = (), seed: int = 0) -> list[float]:
    """The score of each row by weights learnt from no pair with a story of its fold; `taught` are learnt from always."""
    stories = sorted({name for row in rows for name in row.stories})
    chance = Random(seed)
    fold = {name: chance.randrange(FOLDS) for name in stories}
    scores = [0.0] * len(rows)
    for number in range(FOLDS):
        tested = [at for at, row in enumerate(rows) if fold[row.stories[0]] == number]
        away = {name for at in tested for name in rows[at].stories}
        weights = fit([*(row for row in rows if row.met and away.isdisjoint(row.stories)), *taught])
        for at in tested:
            scores[at] = score(rows[at], weights)
    return scores


def shares(rows: Sequence[Row], scores: Sequence[float], least: float, *, vetoes: bool = True) -> tuple[float, float]:
    """Precision and recall of joins from a score on."""
    joined = [row for row, each in zip(rows, scores, strict=True) if each >= least and row.met and not (vetoes and row.vetoed)]
    right = sum(row.same for row in joined)
    return right / max(1, len(joined)), right / max(1, sum(row.same for row in rows))


def measured(rows: Sequence[Row], taught: Sequence[Row] = ()) -> Iterable[str]:
    """Precision and recall on stories held out, by several thresholds."""
    runs = [held_out(rows, taught, seed) for seed in range(3)]
    for least in (*np.arange(-1.0, 2.6, 0.25), ENOUGH):
        found = np.mean([shares(rows, each, float(least)) for each in runs], axis=0)
        bare = np.mean([shares(rows, each, float(least), vetoes=False) for each in runs], axis=0)
        told = f"precision {found[0]:.3f}, recall {found[1]:.3f}; without vetoes {bare[0]:.3f}, {bare[1]:.3f}"
        yield f"  from {least:5.2f}: {told}"


def digest(path: Path = TABLE) -> str:
    """The digest of the table, by which a test knows that the stored weights were learnt from it."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def toml(weights: Mapping[str, float], told: str) -> str:
    """Weights as the file that the program reads."""
    lines = (f'"{name}" = {value:.2f}' for name, value in weights.items() if value)
    return "\n".join((HEAD, "", "[learnt]", f'from = "{told}"', "", "[pair]", *lines)) + "\n"


def main(arguments: Sequence[str]) -> None:
    """Learn and write, or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--measure", action="store_true")
    options = parser.parse_args(arguments)
    rows = table(TABLE.read_text(encoding="utf-8"))
    labelled, ours = [row for row in rows if not row.ours], [row for row in rows if row.ours]
    if options.measure:
        for told, taught in (
            ("learnt from labelled pairs alone", ()),
            ("and from our own chains", [row for row in ours if row.met]),
        ):
            sys.stdout.write("\n".join((f"{len(labelled)} labelled pairs, {told}:", *measured(labelled, taught))) + "\n")
        return
    weights = fit([row for row in rows if row.met])
    options.out.write_text(toml(weights, digest()), encoding="utf-8")
    sys.stdout.write(f"{len(rows)} pairs, {len(weights)} weights\n")


if __name__ == "__main__":
    main(sys.argv[1:])
