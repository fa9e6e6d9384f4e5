"""The pass of the encoder over a story, by onnxruntime on one thread."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from dateline.reading.desk import Around, Findings, Key, Signals, Story, softmax, statuses
from dateline.reading.encoder.opening import OUTPUTS, biases, is_off, network, tokenizer
from dateline.reading.encoder.windows import Piece, Window, marks_of, pieces_of, window_around, windows

__all__ = ["listen"]

BATCH = 4
"""Windows that pass at once; more take more memory and no less time."""

FAINT = 0.02
"""Below this likelihood nothing is kept of a word."""


def listen(story: Story, findings: Findings) -> Findings:
    """Fill `signals` with what the encoder says of the body of a story; with `DATELINE_READER=rules` leave it empty."""
    if is_off():
        return findings
    pieces = pieces_of(story.body, tokenizer())
    signals = Signals(bias=biases(), again=partial(listen_again, pieces))
    asked = list(windows(pieces, tokenizer()))
    for n, out in passed(asked, [()] * len(asked)):
        mention, tagged = softmax(out["anchor"]), sigmoid(out["tags"])
        heard, said = 1 - mention[:, 0] >= FAINT, tagged.max(axis=1) >= FAINT
        for sentence, token, at in asked[n].tokens():
            key = (sentence.number, token)
            if heard[at]:
                signals.mentions[key] = mention[at].copy()
            if said[at]:
                signals.kinds[key] = out["kind"][at].copy()
                signals.tags[key] = tagged[at].copy()
                signals.asks[key] = out["asks"][at].copy()
                signals.answers[key] = out["answers"][at].copy()
    return replace(findings, signals=signals)


def listen_again(pieces: Sequence[Piece], keys: Sequence[Key]) -> list[Around]:
    """What the encoder says around each mention, its word marked."""
    numbers = {piece.sentence.number: number for number, piece in enumerate(pieces)}
    marked = [window_around(pieces, numbers[number], tokenizer()) for number, _ in keys]
    marks = [marks_of(window, token) for window, (_, token) in zip(marked, keys, strict=True)]
    found: dict[int, Around] = {}
    for n, out in passed(marked, marks):
        every = marked[n].tokens_of(range(len(marked[n].pieces)))
        likely = sigmoid(out["roles"])
        roles = {(sentence.number, token): likely[at] for sentence, token, at in every}
        found[n] = Around(roles, statuses(softmax(out["status"][marks[n][0]])) if marks[n] else {})
    return [found[n] for n in range(len(keys))]


def passed(asked: Sequence[Window], marks: Sequence[Sequence[int]]) -> Iterator[tuple[int, dict[str, np.ndarray]]]:
    """The number of each window, its `marks` marked, and what the network gives for its pieces; like lengths together."""
    ordered = sorted(range(len(asked)), key=lambda n: len(asked[n].ids))
    for start in range(0, len(ordered), BATCH):
        batch = ordered[start : start + BATCH]
        ids = np.zeros((len(batch), max(len(asked[n].ids) for n in batch)), np.int64)
        mask, marked = np.zeros_like(ids), np.zeros_like(ids)
        for row, n in enumerate(batch):
            ids[row, : len(asked[n].ids)] = asked[n].ids
            mask[row, : len(asked[n].ids)] = 1
            marked[row, list(marks[n])] = 1
        out = network().run(list(OUTPUTS), {"ids": ids, "mask": mask, "marks": marked})
        for row, n in enumerate(batch):
            yield n, {name: each[row] for name, each in zip(OUTPUTS, out, strict=True)}


def sigmoid(points: np.ndarray) -> np.ndarray:
    """Likelihoods."""
    likely: np.ndarray = 1 / (1 + np.exp(-points))
    return likely
