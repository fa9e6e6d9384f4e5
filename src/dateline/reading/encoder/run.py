"""The pass of the encoder over a story, by onnxruntime on one thread."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from dateline.reading.desk import Around, Findings, Signals, Story, softmax, statuses
from dateline.reading.encoder.opening import OUTPUTS, biases, is_off, network, tokenizer
from dateline.reading.encoder.windows import Piece, Window, marks_of, pieces_of, window_around, windows

__all__ = ["listen"]

BATCH = 8
"""Windows that pass at once."""

Key = tuple[int, int]

FAINT = 0.02
"""Below this likelihood nothing is kept of a word."""


def listen(story: Story, findings: Findings) -> Findings:
    """Fill `signals` with what the encoder says of the body of a story; with `DATELINE_READER=rules` leave it empty."""
    if is_off():
        return findings
    pieces = pieces_of(story.body, tokenizer())
    signals = Signals(bias=biases(), again=partial(listen_again, pieces))
    for window, out in passed([(window, ()) for window in windows(pieces, tokenizer())]):
        for sentence, token, at in window.tokens():
            key = (sentence.number, token)
            mention, tagged = softmax(out["anchor"][at]), sigmoid(out["tags"][at])
            if 1 - mention[0] >= FAINT:
                signals.mentions[key] = mention
            if tagged.max() >= FAINT:
                signals.kinds[key] = out["kind"][at].copy()
                signals.tags[key] = tagged
                signals.asks[key] = out["asks"][at].copy()
            signals.answers[key] = out["answers"][at].astype(np.float16)
    return replace(findings, signals=signals)


def listen_again(pieces: Sequence[Piece], keys: Sequence[Key]) -> list[Around]:
    """What the encoder says around each mention, its word marked."""
    numbers = {piece.sentence.number: number for number, piece in enumerate(pieces)}
    marked = [window_around(pieces, numbers[number], tokenizer()) for number, _ in keys]
    found: dict[int, Around] = {}
    asked = [(window, marks_of(window, token)) for window, (_, token) in zip(marked, keys, strict=True)]
    places = {id(window): n for n, window in enumerate(marked)}
    for window, out in passed(asked):
        n = places[id(window)]
        every = window.tokens_of(range(len(window.pieces)))
        roles = {(sentence.number, token): sigmoid(out["roles"][at]) for sentence, token, at in every}
        marks = asked[n][1]
        found[n] = Around(roles, statuses(softmax(out["status"][marks[0]])) if marks else {})
    return [found[n] for n in range(len(keys))]


def passed(asked: Sequence[tuple[Window, Sequence[int]]]) -> Iterator[tuple[Window, dict[str, np.ndarray]]]:
    """Each window, with the places marked in it, and what the network gives for its pieces, in batches of like length."""
    ordered = sorted(asked, key=lambda pair: len(pair[0].ids))
    for start in range(0, len(ordered), BATCH):
        batch = ordered[start : start + BATCH]
        width = max(len(window.ids) for window, _ in batch)
        ids, marks = np.zeros((len(batch), width), np.int64), np.zeros((len(batch), width), np.int64)
        for n, (window, places) in enumerate(batch):
            ids[n, : len(window.ids)] = window.ids
            marks[n, list(places)] = 1
        mask = (np.arange(width)[None, :] < np.array([[len(window.ids)] for window, _ in batch])).astype(np.int64)
        out = network().run(list(OUTPUTS), {"ids": ids, "mask": mask, "marks": marks})
        for n, (window, _) in enumerate(batch):
            yield window, {name: each[n] for name, each in zip(OUTPUTS, out, strict=True)}


def sigmoid(points: np.ndarray) -> np.ndarray:
    """Likelihoods."""
    likely: np.ndarray = 1 / (1 + np.exp(-points))
    return likely
