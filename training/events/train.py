"""Fit the event scorer: `python -m training.events.train [--out FILE] [--folds]`.

Cores -> marked sentences (`generate`) -> parses -> `event_scorer.features` -> multinomial logistic regression -> weights in
whole numbers of eight bits. Same files, same libraries: same bytes. `--folds` measures instead: five folds that hold out whole
lines of cores, then five that hold out whole verbs.
"""

import argparse
import hashlib
import os
import sys
import warnings
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one thread: sums in one order

import numpy as np
import scipy.sparse as sparse
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

from dateline.reading.event_scorer import BUCKETS, Features, features
from dateline.reading.parse import DEFAULT_MODEL, load_model, mended, parseable
from training.events.generate import Example, examples

OUT = Path(__file__).parents[2] / "src" / "dateline" / "knowledge" / "event_scorer.npz"
PENALTY = 1.0
STEPS = 60


def read(found: Sequence[Example]) -> list[Features]:
    """The features of the sentences, parsed as the package parses."""
    docs = load_model(DEFAULT_MODEL).pipe((parseable(each.text) for each in found), batch_size=128)
    result = []
    for each, doc in zip(found, docs, strict=True):
        sides = [doc.char_span(*side, alignment_mode="expand") if side else None for side in (each.source, each.target)]
        source, target = ((side.start, side.end) if side is not None else None for side in sides)
        result.append(features(mended(doc)[:], source, target))
    return result


def matrix(seen: Sequence[Features]) -> Any:
    """One row a sentence: hashed traits, then the zones' vectors."""
    ends = np.cumsum([0, *(len(each.traits) for each in seen)])
    weights = np.concatenate([each.weights for each in seen])
    traits = sparse.csr_matrix((weights, np.concatenate([each.traits for each in seen]), ends), (len(seen), BUCKETS))
    return sparse.hstack([traits, sparse.csr_matrix(np.stack([each.zones.ravel() for each in seen]))]).tocsr()


def balance(kinds: Sequence[str]) -> Any:
    """A weight for each sentence: rarer types count more, by the root of their rarity."""
    types = [kind.partition("/")[0] for kind in kinds]
    counts = Counter(types)
    return np.array([(len(types) / len(counts) / counts[each]) ** 0.5 for each in types])


def fit(rows: Any, kinds: Sequence[str]) -> LogisticRegression:
    """The model; `STEPS` steps are enough, more only learn the templates."""
    model = LogisticRegression(C=PENALTY, max_iter=STEPS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return model.fit(rows, np.array(kinds), sample_weight=balance(kinds))


def eighths(table: Any) -> tuple[Any, Any]:
    """The table in eight bits, and the size of one step for each class."""
    step = np.abs(table).max(axis=0) / 127
    return np.round(table / step).astype(np.int8), step.astype(np.float32)


def save(model: LogisticRegression, path: Path) -> str:
    """Write the weights; their digest."""
    table = model.coef_.T
    traits, traits_step = eighths(table[:BUCKETS])
    zones, zones_step = eighths(table[BUCKETS:])
    with path.open("wb") as file:
        np.savez_compressed(
            file, classes=np.array(model.classes_, dtype=str), traits=traits, traits_scale=traits_step, zones=zones,
            zones_scale=zones_step, bias=model.intercept_.astype(np.float32),
        )  # fmt: skip
    return hashlib.sha256(path.read_bytes()).hexdigest()


def measure(rows: Any, found: Sequence[Example]) -> None:
    """Macro-F1 over types and over modes when whole lines, and when whole verbs, are held out."""
    kinds = np.array([each.kind for each in found])
    types = np.array([kind.partition("/")[0] for kind in kinds])
    for name, groups in (("lines", [str(each.line) for each in found]), ("verbs", [each.verb for each in found])):
        guesses = np.empty(len(kinds), dtype=object)
        for kept, held in GroupKFold(5).split(rows, kinds, groups):
            guesses[held] = fit(rows[kept], kinds[kept]).predict(rows[held])
        guessed = [guess.partition("/")[0] for guess in guesses]
        by_type = f1_score(types, guessed, average="macro")
        by_mode = f1_score(kinds, list(guesses), average="macro")
        sys.stdout.write(f"held-out {name}: macro-F1 of types {by_type:.3f}, of modes {by_mode:.3f}\n")


def main(arguments: Sequence[str]) -> None:
    """Train and write, or measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--folds", action="store_true")
    options = parser.parse_args(arguments)
    found = examples()
    rows = matrix(read(found))
    if options.folds:
        measure(rows, found)
        return
    digest = save(fit(rows, [each.kind for each in found]), options.out)
    sys.stdout.write(f"{len(found)} sentences, sha256 {digest}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
