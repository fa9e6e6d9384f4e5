"""A small learnt scorer of what one side does to another: PLOVER types and modes with a weight each.

It sees what lies on the dependency path between the two sides, the complements of that path, and the rest of the
sentence: as hashed lemmas and as the parser's word vectors. Its weights are learnt by `training/events/train.py` from
sentences written for it; nothing but numpy is needed to run it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal, cast, get_args

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, LOWER, POS  # type: ignore[import-not-found]
from spacy.strings import get_string_id
from spacy.tokens import Span as TokenSpan

from dateline.model.event import PloverType
from dateline.reading.desk import Features, bucket, learnt_network, mean_vector

__all__ = ["Scheme", "features", "score", "score_mode", "score_modes"]

Scheme = Literal["plover", "plv"]
"""`plv`: as the PLV set codes, with imposed sanctions as COERCE, convictions and calls for sanctions as ACCUSE, promised
concessions as AGREE, and blockade, occupation and cyberattack as ASSAULT."""

Range = tuple[int, int]
"""First token and the one after the last, as indices of the Doc."""

Sides = tuple[range | None, range | None]
"""The source's and the target's tokens, counted from the sentence's first."""

TYPES: tuple[PloverType, ...] = get_args(PloverType)
ZONES = ("path", "first", "last", "complement", "rest", "source", "target")
"""The parts of a sentence, each a mean of word vectors: the path between the sides, its first verb, its last governor,
what depends on the path, all else, and the sides themselves."""

PLV_HABITS: Mapping[str, PloverType] = {
    "SANCTION/impose": "COERCE", "SANCTION/convict": "ACCUSE", "CONCEDE/promise": "AGREE", "REQUEST/sanctions": "ACCUSE",
    "COERCE/blockade": "ASSAULT", "COERCE/occupy": "ASSAULT", "COERCE/cyber": "ASSAULT",
}  # fmt: skip
OWN_MODES: Mapping[str, str | None] = {
    "impose": "discontinue", "promise": None, "sanctions": "change", "blockade": "restrict", "occupy": "seize",
}  # fmt: skip
"""Classes that are learnt apart because the two schemes code them differently, and PLOVER's mode for them."""


def ids(*strings: str) -> frozenset[int]:
    """The parser's numbers of these strings."""
    return frozenset(get_string_id(each) for each in strings)


VERBS = ids("VERB", "AUX")
CONTENT = ids("VERB", "NOUN", "ADJ", "ADV", "PROPN")
NAMES = ids("PROPN", "NUM", "PUNCT", "SPACE", "SYM", "X", "DET")
INSIDE = ids(
    "dobj", "xcomp", "ccomp", "prt", "acomp", "attr", "oprd", "dative", "prep", "pobj", "pcomp", "acl", "amod",
    "compound", "nmod", "neg", "aux", "auxpass", "conj", "poss", "agent", "advmod", "nsubj", "nsubjpass", "relcl",
)  # fmt: skip
ASIDE = ids("nsubj", "nsubjpass", "relcl", "conj", "poss")
"""Dependents that count as complements only right below the path."""
CONJ = get_string_id("conj")
SUBJECTS = ids("nsubj", "nsubjpass", "csubj")
PREPOSITIONS = ids("ADP", "SCONJ", "PART")
MARKERS = {get_string_id(word): number for number, word in enumerate(
    ("not", "no", "never", "n't", "will", "would", "could", "may", "might", "should", "must", "can", "to", "if",
     "unless", "until", "by", "against", "between", "with", "from", "on", "for", "over", "was", "were", "be", "been"), 1
)}  # fmt: skip
DEEPEST = 3


@dataclass(frozen=True, eq=False)
class Parse:
    """One sentence as plain lists, indices from its first token."""

    heads: list[int]
    deps: list[int]
    pos: list[int]
    lemmas: list[int]
    lowers: list[int]
    children: list[list[int]]


def read_parse(sentence: TokenSpan) -> Parse:
    """The sentence's columns; one call into the parser's arrays, since asking token by token is slow."""
    table = cast(Any, sentence).to_array([HEAD, DEP, POS, LEMMA, LOWER])
    count = len(sentence)
    heads = [number + offset for number, offset in enumerate(table[:, 0].astype(np.int64).tolist())]
    heads = [head if 0 <= head < count else number for number, head in enumerate(heads)]
    children: list[list[int]] = [[] for _ in range(count)]
    for number, head in enumerate(heads):
        if head != number:
            children[head].append(number)
    _, deps, pos, lemmas, lowers = table.T.tolist()
    return Parse(heads, deps, pos, lemmas, lowers, children)


def head_of(parse: Parse, side: range) -> int:
    """The token of a side that the others of the side hang on."""
    for number in side:
        if parse.heads[number] not in side or parse.heads[number] == number:
            return number
    return side[-1]


def upward(parse: Parse, number: int) -> list[int]:
    """A token and all that it hangs on, up to the root."""
    chain = [number]
    while parse.heads[number] != number and len(chain) <= len(parse.heads):
        number = parse.heads[number]
        chain.append(number)
    return chain


def path_between(parse: Parse, source: range | None, target: range | None) -> list[int]:
    """The tokens between the sides along the tree, from the source's governor to the target's."""
    if source is None and target is None:
        return [next((number for number, head in enumerate(parse.heads) if head == number), 0)]
    if source is None or target is None:
        side = cast(range, source if target is None else target)
        chain = upward(parse, head_of(parse, side))
        verb = next((at for at, number in enumerate(chain) if at and parse.pos[number] in VERBS), len(chain) - 1)
        path = [number for number in chain[1 : verb + 1] if number not in side] or chain[-1:]
        return path if target is None else path[::-1]
    up, down = upward(parse, head_of(parse, source)), upward(parse, head_of(parse, target))
    above = set(down)
    meet = next((number for number in up if number in above), up[-1])
    rising = up[: up.index(meet)] if meet in up else up
    falling = down[: down.index(meet)][::-1] if meet in down else []
    path = own_clause(parse, [*rising, meet, *falling], len(rising))
    return [number for number in path if number not in source and number not in target] or [meet]


def own_clause(parse: Parse, path: list[int], top: int) -> list[int]:
    """The path without the verbs before the last coordinated one: "condemned the raid and urged X" is about urging."""
    for at in range(len(path) - 1, top, -1):
        number = path[at]
        if parse.deps[number] == CONJ and parse.pos[number] in VERBS:
            return path[at:]
    return path


def below(parse: Parse, path: Sequence[int], taken: set[int]) -> Iterator[tuple[int, int]]:
    """(token, depth) of what depends on the path, nearest first, without what is taken."""
    level = list(path)
    for depth in range(1, DEEPEST + 1):
        found = [
            child
            for number in level
            for child in parse.children[number]
            if child not in taken and parse.deps[child] in INSIDE and (depth == 1 or parse.deps[child] not in ASIDE)
        ]
        for child in found:
            yield child, depth
        taken.update(found)
        level = found


def features(sentence: TokenSpan, source: Range | None, target: Range | None) -> Features:
    """Traits and vectors of the act between the two sides of a sentence."""
    parse = read_parse(sentence)
    source_range, target_range = local(sentence, source), local(sentence, target)
    path = path_between(parse, source_range, target_range)
    sides = {*(source_range or ()), *(target_range or ())}
    taken = {*path, *sides}
    complement = list(below(parse, path, taken))
    rest = [number for number in range(len(parse.heads)) if number not in taken and parse.pos[number] in CONTENT]
    zones = (
        [(number, 1.0) for number in path if parse.pos[number] not in NAMES],
        [(first_verb(parse, path), 1.0)],
        [(last_governor(parse, path), 1.0)],
        [(number, 1.0 / depth) for number, depth in complement if parse.pos[number] in CONTENT],
        [(number, 1.0) for number in rest if parse.pos[number] not in NAMES],
        [(number, 1.0) for number in source_range or () if parse.pos[number] in CONTENT],
        [(number, 1.0) for number in target_range or () if parse.pos[number] in CONTENT],
    )
    vectors = [
        mean_vector(sentence.doc.vocab, (((parse.lemmas[number], parse.lowers[number]), weight) for number, weight in zone))
        for zone in zones
    ]
    return Features.of(dict(traits_of(parse, path, complement, rest, (source_range, target_range))), np.stack(vectors))


def local(sentence: TokenSpan, side: Range | None) -> range | None:
    """A side's tokens counted from the sentence's first; None where it lies outside."""
    if side is None:
        return None
    start, end = max(side[0] - sentence.start, 0), min(side[1], sentence.end) - sentence.start
    return range(start, end) if start < end else None


def traits_of(
    parse: Parse, path: Sequence[int], complement: Sequence[tuple[int, int]], rest: Sequence[int], sides: Sides
) -> Iterator[tuple[int, float]]:
    """(bucket, weight) of each trait; a later one of the same bucket wins."""
    lemmas, known = parse.lemmas, [pos not in NAMES for pos in parse.pos]
    for number in rest:
        if known[number]:
            yield bucket(1, lemmas[number]), 0.3
    for number, depth in reversed(complement):
        if known[number]:
            yield bucket(2, lemmas[number]), 1.0 / depth
            yield bucket(3, lemmas[number]), 0.5 / depth
    for side, kind in zip(sides, (4, 5), strict=True):
        for number in side or ():
            if known[number]:
                yield bucket(kind, lemmas[number]), 0.5
    content = [number for number in path if known[number]]
    for number in content:
        yield bucket(6, lemmas[number]), 1.0
        yield bucket(3, lemmas[number]), 0.5
    for one, two in pairwise(content):
        yield bucket(7, lemmas[one] * 31 + lemmas[two]), 0.7
    for number, depth in complement:
        if depth == 1 and known[number]:
            yield bucket(8, lemmas[parse.heads[number]] * 31 + lemmas[number]), 0.7
    yield bucket(9, lemmas[first_verb(parse, path)]), 1.0
    yield bucket(10, lemmas[last_governor(parse, path)]), 1.0
    yield from markers(parse, path, complement, sides)


def markers(
    parse: Parse, path: Sequence[int], complement: Sequence[tuple[int, int]], sides: Sides
) -> Iterator[tuple[int, float]]:
    """The traits of little words and of the sides' places in the clause."""
    source, target = sides
    for number in (*path, *(number for number, depth in complement if depth == 1)):
        if (marker := MARKERS.get(parse.lowers[number])) is not None:
            yield bucket(11, marker), 0.7
    yield bucket(12, parse.deps[head_of(parse, source)] if source else 0), 0.5
    yield bucket(13, parse.deps[head_of(parse, target)] if target else 0), 0.5
    if parse.pos[path[-1]] in PREPOSITIONS:
        yield bucket(14, parse.lowers[path[-1]]), 1.0
    yield bucket(15, int(bool(source and target and source[0] > target[0]))), 0.5


def first_verb(parse: Parse, path: Sequence[int]) -> int:
    """The path's verb nearest to the source."""
    return next((number for number in path if parse.pos[number] in VERBS), path[0])


def last_governor(parse: Parse, path: Sequence[int]) -> int:
    """The path's word of content nearest to the target."""
    return next((number for number in reversed(path) if parse.pos[number] in CONTENT | VERBS), path[-1])


def score_modes(sentence: TokenSpan, source: Range | None, target: Range | None) -> dict[tuple[PloverType, str | None], float]:
    """The probability of each PLOVER type and mode of what `source` does to `target` in the sentence."""
    learnt = learnt_network("event_scorer")
    result: dict[tuple[PloverType, str | None], float] = {}
    shares = learnt.shares(features(sentence, source, target)).tolist()
    for name, share in zip(learnt.classes, shares, strict=True):
        kind, _, mode = name.partition("/")
        key = (cast(PloverType, kind), OWN_MODES.get(mode, mode or None))
        result[key] = result.get(key, 0.0) + share
    return result


def score(
    sentence: TokenSpan, source: Range | None, target: Range | None, scheme: Scheme = "plover"
) -> Mapping[PloverType, float]:
    """The probability of each PLOVER type of what `source` does to `target`; they sum to one.

    `source` and `target` are ranges of token indices of the sentence's Doc; None where a side is not named.
    """
    learnt = learnt_network("event_scorer")
    result: dict[PloverType, float] = dict.fromkeys(TYPES, 0.0)
    habits = PLV_HABITS if scheme == "plv" else {}
    shares = learnt.shares(features(sentence, source, target)).tolist()
    for name, share in zip(learnt.classes, shares, strict=True):
        result[habits.get(name, cast(PloverType, name.partition("/")[0]))] += share
    return result


def score_mode(sentence: TokenSpan, source: Range | None, target: Range | None, kind: PloverType) -> str | None:
    """The likeliest mode of an act whose type is known; None for types without modes."""
    modes = {mode: share for (found, mode), share in score_modes(sentence, source, target).items() if found == kind}
    return max(modes, key=modes.__getitem__) if modes else None
