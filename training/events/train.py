"""Fit the event scorer: `python -m training.events.train [--out FILE] [--folds]`.

Cores -> marked sentences (`generate`) -> parses -> `events.scorer.features` -> networks of one hidden layer, averaged ->
weights in whole numbers of eight bits. Same files, same libraries: same bytes. `--folds` measures instead: five folds that
hold out whole lines of cores, then five that hold out whole verbs.
"""

import argparse
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

from dateline.reading.desk import Features
from dateline.reading.events.scorer import features
from dateline.reading.parse import DEFAULT_MODEL, load_model, mended, parseable
from training.events.generate import Example, examples
from training.network import fit, guess, matrix, save

OUT = Path(__file__).parents[2] / "src" / "dateline" / "knowledge" / "event_scorer.npz"


def read(found: Sequence[Example]) -> list[Features]:
    """The features of the sentences, parsed as the package parses."""
    docs = load_model(DEFAULT_MODEL).pipe((parseable(each.text) for each in found), batch_size=128)
    result = []
    for each, doc in zip(found, docs, strict=True):
        sides = [doc.char_span(*side, alignment_mode="expand") if side else None for side in (each.source, each.target)]
        source, target = ((side.start, side.end) if side is not None else None for side in sides)
        result.append(features(mended(doc)[:], source, target))
    return result


def digest_of(found: Sequence[Example]) -> str:
    """The digest of the sentences, by which a test knows that the stored weights were learnt from the files as they are."""
    return hashlib.sha256("\n".join(f"{each.kind}\t{each.text}" for each in found).encode()).hexdigest()


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
