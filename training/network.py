"""Networks of one hidden layer fitted on hashed traits and word vectors, averaged, and kept in whole numbers of eight bits."""

import hashlib
import os
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one thread: sums in one order

import numpy as np
import scipy.sparse as sparse
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from dateline.reading.desk import BUCKETS, Features

UNITS = 128
SEEDS = (1, 2)
"""One network for each; their logits are averaged, which makes one network of all their units."""
ROUNDS = 8
PENALTY = 2e-2


def matrix(seen: Sequence[Features]) -> Any:
    """One row a sentence: hashed traits, then the zones' vectors."""
    ends = np.cumsum([0, *(len(each.traits) for each in seen)])
    weights = np.concatenate([each.weights for each in seen])
    traits = sparse.csr_matrix((weights, np.concatenate([each.traits for each in seen]), ends), (len(seen), BUCKETS))
    vectors = sparse.csr_matrix(np.stack([each.zones.ravel() for each in seen]))
    return sparse.hstack([traits, vectors]).tocsr().astype(np.float32)


def fit(rows: Any, kinds: Sequence[str], units: int = UNITS) -> list[MLPClassifier]:
    """The networks; `ROUNDS` rounds are enough, more only learn the templates."""
    models = [
        MLPClassifier(
            (units,),
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
    bias = np.mean([model.intercepts_[1] for model in models], axis=0)
    if len(bias) == 1:  # of two classes the library keeps one output: the other's points are none
        tables["output"], bias = np.hstack([0 * tables["output"], tables["output"]]), np.array([0.0, bias[0]])
    stored: dict[str, Any] = {"classes": np.array(models[0].classes_, dtype=str)}
    for name, table in tables.items():
        stored[name], stored[f"{name}_step"] = eighths(table)
    stored["hidden_bias"] = np.concatenate([model.intercepts_[0] for model in models]).astype(np.float32)
    stored["bias"] = bias.astype(np.float32)
    return stored


def save(models: Sequence[MLPClassifier], path: Path, sentences: str) -> str:
    """Write the weights with the digest of their sentences; the digest of the file."""
    with path.open("wb") as file:
        np.savez_compressed(file, sentences=np.array(sentences), **weights(models))
    return hashlib.sha256(path.read_bytes()).hexdigest()


def guess(models: Sequence[MLPClassifier], rows: Any) -> Any:
    """The class of each row."""
    shares = np.sum([np.log(model.predict_proba(rows) + 1e-9) for model in models], axis=0)
    return models[0].classes_[shares.argmax(axis=1)]
