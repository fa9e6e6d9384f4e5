"""Fit the scorer of kinds: `python -m training.statements.train [--out FILE] [--measure]`.

Statements of our own (`corpus/sentences`, `corpus/lessons`, the train part of `corpus/stories`) ->
`statements.scorer.features` -> networks of one hidden layer, averaged -> weights in whole numbers of eight bits. Same files,
same libraries: same bytes. `--measure` says how many of the dev part are right.
"""

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.model.entry import Form
from dateline.reading.parse import DEFAULT_MODEL, load_model
from dateline.reading.statements.scorer import features
from training.corpus.form import ROOT
from training.encoder.lessons import lessons
from training.network import fit, guess, matrix, save

OUT = Path(__file__).parents[2] / "src" / "dateline" / "knowledge" / "statement_scorer.npz"


@dataclass(frozen=True)
class Example:
    """A statement and its kind."""

    kind: str
    content: str
    cue: str
    form: Form


def examples(split: str) -> Iterator[Example]:
    """The statements of a part of the corpus' stories; lessons and single sentences belong to the train part."""
    for path in sorted((ROOT / "stories").glob("*.json")):
        marked = json.loads(path.read_text(encoding="utf-8"))
        if marked["readers"] and marked["split"] == split:
            yield from statements_of(marked)
    taught = (*sorted((ROOT / "sentences").glob("*.txt")), *sorted((ROOT / "lessons").glob("*.txt")))
    for path in taught if split == "train" else ():
        for marked in lessons(path):
            yield from statements_of(marked)


def statements_of(marked: dict[str, Any]) -> Iterator[Example]:
    """The statements of a story."""
    text = marked["text"]
    for said in marked["statements"] or ():
        (start, end), cue = said["content"][:2], said["cue"]
        yield Example(said["kind"], text[start:end], text[cue[0] : cue[1]] if cue else "", form_of(text, start, end))


def form_of(text: str, start: int, end: int) -> Form:
    """Whether a content stands between marks, holds some, or neither."""
    if re.search(r'["“”]', text[max(start - 2, 0) : start]):
        return "direct"
    return "mixed" if re.search(r'["“”]', text[start:end]) else "indirect"


def rows_of(found: Sequence[Example]) -> Any:
    """The features of the statements, a row each."""
    vocab = load_model(DEFAULT_MODEL).vocab
    return matrix([features(vocab, each.content, each.cue, each.form) for each in found])


def digest_of(found: Sequence[Example]) -> str:
    """The digest of the statements, by which a test knows that the stored weights were learnt from the files as they are."""
    return hashlib.sha256("\n".join(f"{each.kind}\t{each.cue}\t{each.content}" for each in found).encode()).hexdigest()


def main(arguments: Sequence[str]) -> None:
    """Train and write, or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--measure", action="store_true")
    options = parser.parse_args(arguments)
    found = [*examples("train")]
    models = fit(rows_of(found), [each.kind for each in found], UNITS)
    if options.measure:
        held = [*examples("dev")]
        right = sum(kind == each.kind for kind, each in zip(guess(models, rows_of(held)), held, strict=True))
        sys.stdout.write(f"{len(found)} statements; of {len(held)} others {right / len(held):.3f} right\n")
        return
    digest = save(models, options.out, digest_of(found))
    sys.stdout.write(f"{len(found)} statements, sha256 {digest}\n")


UNITS = 64
"""Hidden units of each network."""

if __name__ == "__main__":
    main(sys.argv[1:])
