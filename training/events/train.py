"""Fit the event scorer: `python -m training.events.train [--out FILE] [--folds]`.

Cores -> marked sentences (`generate`) -> parses -> `events.scorer.features` -> networks of one hidden layer, averaged ->
weights in whole numbers of eight bits. Same files, same libraries: same bytes. `--folds` measures instead: five folds that
hold out whole lines of cores, then five that hold out whole verbs.
"""

import argparse
import hashlib
import os
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one thread: sums in one order

import numpy as np
import scipy.sparse as sparse
from sklearn.exceptions import ConvergenceWarning
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold
from sklearn.neural_network import MLPClassifier

from dateline.reading.events.scorer import BUCKETS, Features, features
from dateline.reading.parse import DEFAULT_MODEL, load_model, mended, parseable
from training.events.generate import Example, examples

OUT = Path(__file__).parents[2] / "src" / "dateline" / "knowledge" / "event_scorer.npz"
UNITS = 128
SEEDS = (1, 2)
"""One network for each; their logits are averaged, which makes one network of all their units."""
ROUNDS = 8
PENALTY = 2e-2


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
    vectors = sparse.csr_matrix(np.stack([each.zones.ravel() for each in seen]))
    return sparse.hstack([traits, vectors]).tocsr().astype(np.float32)


def fit(rows: Any, kinds: Sequence[str]) -> list[MLPClassifier]:
    """The networks; `ROUNDS` rounds are enough, more only learn the templates."""
    models = [
        MLPClassifier(
            (UNITS,),
            alpha=PENALTY,
            max_iter=ROUNDS,
            batch_size=min(128, len(kinds)),
            random_state=seed,
            n_iter_no_change=ROUNDS,
        )
        for seed in SEEDS
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return [model.fit(rows, np.array(kinds)) for model in models]


def eighths(table: Any) -> tuple[Any, Any]:
    """The table in eight bits, and the size of one step for each column."""
    step = np.maximum(np.abs(table).max(axis=0), 1e-9) / 127
    return np.round(table / step).astype(np.int8), step.astype(np.float32)


def weights(models: Sequence[MLPClassifier]) -> dict[str, Any]:
    """The tables of the network that averages the models, as stored."""
    first = np.hstack([model.coefs_[0] for model in models])
    tables = {
        "traits": first[:BUCKETS], "zones": first[BUCKETS:],
        "output": np.vstack([model.coefs_[1] for model in models]) / len(models),
    }  # fmt: skip
    stored: dict[str, Any] = {"classes": np.array(models[0].classes_, dtype=str)}
    for name, table in tables.items():
        stored[name], stored[f"{name}_step"] = eighths(table)
    stored["hidden_bias"] = np.concatenate([model.intercepts_[0] for model in models]).astype(np.float32)
    stored["bias"] = np.mean([model.intercepts_[1] for model in models], axis=0).astype(np.float32)
    return stored


def digest_of(found: Sequence[Example]) -> str:
    """The digest of the sentences, by which a test knows that the stored weights were learnt from the files as they are."""
    return hashlib.sha256("\n".join(f"{each.kind}\t{each.text}" for each in found).encode()).hexdigest()


def save(models: Sequence[MLPClassifier], path: Path, sentences: str) -> str:
    """Write the weights with the digest of their sentences; the digest of the file."""
    with path.open("wb") as file:
        np.savez_compressed(file, sentences=np.array(sentences), **weights(models))
    return hashlib.sha256(path.read_bytes()).hexdigest()


def guess(models: Sequence[MLPClassifier], rows: Any) -> Any:
    """The class of each row."""
    shares = np.sum([np.log(model.predict_proba(rows) + 1e-9) for model in models], axis=0)
    return models[0].classes_[shares.argmax(axis=1)]


def measure(rows: Any, found: Sequence[Example]) -> None:
    """Macro-F1 over types and over modes when whole lines, and when whole verbs, are held out."""
    kinds = np.array([each.kind for each in found])
    types = np.array([kind.partition("/")[0] for kind in kinds])
    for name, groups in (("lines", [str(each.line) for each in found]), ("verbs", [each.verb for each in found])):
        guesses = np.empty(len(kinds), dtype=object)
        for kept, held in GroupKFold(5).split(rows, kinds, groups):
            guesses[held] = guess(fit(rows[kept], kinds[kept]), rows[held])
        guessed = [each.partition("/")[0] for each in guesses]
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
    digest = save(fit(rows, [each.kind for each in found]), options.out, digest_of(found))
    sys.stdout.write(f"{len(found)} sentences, sha256 {digest}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
