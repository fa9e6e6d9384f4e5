"""A small learnt scorer of the kind of a statement, by its words alone: the content, the cue, and whether it is quoted.

Its weights are learnt by `training/statements/train.py` from sentences and stories of our own; names and numbers are
all alike to it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import cast

import numpy as np
from spacy.strings import get_string_id
from spacy.vocab import Vocab

from dateline.knowledge.statements import word_list
from dateline.model.entry import Form, StatementKind
from dateline.reading.desk import Features, bucket, learnt_network, mean_vector

__all__ = ["features", "scored_kinds"]

TOKEN = re.compile(r"[A-Za-z]+(?:'[a-z]+)?|\d+|[?!]")
NAME, NUMBER = "Xx", "#"
FIRST_PERSON = frozenset(("I", "I'm", "I'll", "I've", "I'd"))
LONGEST = 80
"""Words of a content that are looked at."""

OPENING, START = 6, 4
"""How many words open a content; how many of those that carry sense stand for its start."""


def words_of(text: str) -> list[str]:
    """The words of a text in lower case; a name, however long, and a number are a sign each."""
    found: list[str] = []
    for place, match in enumerate(TOKEN.finditer(text.replace("’", "'"))):
        word = match[0]
        if place >= LONGEST:
            break
        if word[0].isdigit():
            found.append(NUMBER)
        elif word[0].isupper() and place and word not in FIRST_PERSON:
            if not found or found[-1] != NAME:
                found.append(NAME)
        else:
            found.append(word.lower())
    return found


def features(vocab: Vocab, content: str, cue: str, form: Form) -> Features:
    """Traits and vectors of a statement: all words, the first ones, those that carry sense, and the cue."""
    words, cued = words_of(content), words_of(cue)
    carrying = [word for word in words if word not in word_list("little words") and word not in (NAME, NUMBER)]
    zones = [carrying, words[:OPENING], carrying[:START], cued]
    vectors = [mean_vector(vocab, (((get_string_id(word),), 1.0) for word in zone)) for zone in zones]
    return Features.of(dict(traits_of(words, cued, form)), np.stack(vectors))


def traits_of(words: Sequence[str], cue: Sequence[str], form: Form) -> Iterator[tuple[int, float]]:
    """(bucket, weight) of each trait: words, pairs and threes, how the content opens, the cue, the form and the length."""
    for word in words:
        yield bucket(1, get_string_id(word)), WEIGHT
    for one, two in pairwise(words):
        yield bucket(2, get_string_id(f"{one} {two}")), WEIGHT
    for one, two, three in zip(words, words[1:], words[2:], strict=False):
        yield bucket(3, get_string_id(f"{one} {two} {three}")), WEIGHT
    for length in (1, 2, 3):
        yield bucket(4, get_string_id(" ".join(words[:length]))), WEIGHT
    for word in words[:OPENING]:
        yield bucket(5, get_string_id(word)), WEIGHT
    for word in cue:
        yield bucket(6, get_string_id(word)), WEIGHT
    yield bucket(7, get_string_id(" ".join(cue))), WEIGHT
    yield bucket(8, get_string_id(form)), WEIGHT
    yield bucket(9, min(len(words) // 5, 6)), WEIGHT


WEIGHT = 0.3
"""What a trait counts beside the vectors."""


def scored_kinds(vocab: Vocab, content: str, cue: str, form: Form) -> dict[StatementKind, float]:
    """The share of each kind."""
    learnt = learnt_network("statement_scorer")
    shares = learnt.shares(features(vocab, content, cue, form)).tolist()
    return {cast(StatementKind, name): share for name, share in zip(learnt.classes, shares, strict=True)}
