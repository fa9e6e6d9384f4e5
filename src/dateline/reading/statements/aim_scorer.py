"""A small learnt scorer of whom a statement is made to: each party named in and around it, by its words and grammar.

Its weights are learnt by `training/statements/targets.py` from sentences and stories of our own; names are all alike to it.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

import numpy as np
from spacy.strings import get_string_id
from spacy.vocab import Vocab

from dateline.knowledge.statements import word_list
from dateline.model.entry import StatementKind
from dateline.model.evidence import Span
from dateline.reading.desk import Features, Floats, Sentence, Word, bucket, learnt_network, mean_vector
from dateline.reading.statements.joining import Found
from dateline.reading.statements.near import Named
from dateline.reading.statements.targets import aim

__all__ = ["features", "scored_aim", "telling"]

WITHIN = ("poss", "compound", "amod", "nmod", "nummod", "appos", "case", "npadvmod")
"""How a name hangs on the noun that it only describes: "Russian" on "forces"."""

STEPS, NEAR, LONGEST = 3, 4, 60
"""Steps up to that noun, words to each side that are looked at, and words of a content."""

WEIGHT = 0.3
"""What a trait counts beside the vectors."""


def features(vocab: Vocab, item: Found, named: Named, kind: StatementKind) -> Features:
    """Traits and vectors of a party near a statement of a kind."""
    word = last_word(named.sentence, named.actor.span)
    traits = {bucket(11, get_string_id(trait)): WEIGHT for trait in traits_of(item, named, kind, word)}
    vectors = [vector(vocab, governing(word)), vector(vocab, beside(word)), *words_said(vocab, item)]
    return Features.of(traits, np.stack(vectors))


def vector(vocab: Vocab, words: Sequence[str]) -> Floats:
    """The mean vector of words."""
    return mean_vector(vocab, (((get_string_id(each),), 1.0) for each in words))


@lru_cache(maxsize=1)
def words_said(vocab: Vocab, item: Found) -> tuple[Floats, Floats]:
    """The vectors of content and cue, the same for all parties near a statement."""
    content = [each.lemma for span in item.content for each in words_in(item, span)]
    return vector(vocab, carrying(content)), vector(vocab, cue_of(item))


def last_word(sentence: Sentence, span: Span) -> Word | None:
    """The last word of a name."""
    tokens = sentence.tokens_in(span)
    return sentence.word(tokens[-1]) if tokens else None


def words_in(item: Found, span: Span) -> Iterator[Word]:
    """The first words of a content, as far as it stands in the sentence of its cue."""
    yield from islice(item.draft.sentence.words_in(span), LONGEST)


def carrying(words: Sequence[str]) -> list[str]:
    """Words that carry sense."""
    return [each.lower() for each in words if each.lower() not in word_list("little words")]


def cue_of(item: Found) -> list[str]:
    """The common forms of the words of the cue."""
    draft = item.draft
    if draft.first is None or draft.last is None:
        return []
    return [each.lemma.lower() for each in draft.sentence.words if draft.first.i <= each.i <= draft.last.i]


def noun_of(word: Word) -> Word:
    """The noun that a name describes, or itself."""
    for _ in range(STEPS):
        if word.dep not in WITHIN or word.head is None or word.head.i == word.i:
            break
        word = word.head
    return word


def governing(word: Word | None) -> list[str]:
    """The noun, the preposition and the verb on which a name hangs."""
    if word is None:
        return []
    noun = noun_of(word)
    above = list(islice(noun.ancestors(), 2))
    return [each.lemma.lower() for each in ([noun] if noun.i != word.i else []) + above]


def beside(word: Word | None) -> list[str]:
    """The words beside a name."""
    found: list[str] = []
    for step in ("before", "after"):
        at = word
        for _ in range(NEAR):
            at = getattr(at, step) if at is not None else None
            if at is not None:
                found.append(at.lower)
    return found


def traits_of(item: Found, named: Named, kind: StatementKind, word: Word | None) -> Iterator[str]:
    """What is told apart: kind, place, order, type, how the rules name it, grammar and the words beside."""
    number, own = named.sentence.number, item.draft.sentence.number
    where = "inside" if named.inside else "with the cue" if number == own else far(own - number)
    party = named.actor.party
    sort = f"{party.kind} {'itself' if aim(named.actor) == party.id else 'side'}"
    cue = " ".join(cue_of(item))
    for trait in (
        f"where {where}", f"place {where} {min(named.place, 3)}", f"rivals {min(named.rivals, 4)}", f"sort {sort}",
        f"rank {min(named.rank, 4)} {where}", f"how {named.actor.how}", f"own {named.own}", f"way {named.way}",
        f"cue {cue} {where}", f"form {item.form}", f"frame {item.draft.frame}",
    ):  # fmt: skip
        yield trait
        yield f"{kind} {trait}"
    if word is not None:
        yield from grammar(item, word, kind, where)


def far(sentences: int) -> str:
    """How far before or after the cue a name stands."""
    return "after" if sentences < 0 else "before" if sentences < 2 else "above" if sentences < 6 else "far above"


def grammar(item: Found, word: Word, kind: StatementKind, where: str) -> Iterator[str]:
    """How the name stands in its clause."""
    noun = noun_of(word)
    above = list(islice(noun.ancestors(), 3))
    head = above[0] if above else None
    described = noun.lemma.lower() if noun.i != word.i else "-"
    depth = sum(each.is_verb for each in above)
    told = [
        f"role {noun.dep}",
        f"role {noun.dep} {where} {depth}",
        f"noun {described}",
        f"by {word.dep}",
        f"role by {noun.dep} {word.dep}",
    ]
    if head is not None:
        told += [f"head {head.lemma.lower()}", f"head {noun.dep} {head.lemma.lower()}"]
    if head is not None and head.dep in ("prep", "agent") and len(above) > 1:
        told += [f"prep {head.lower} {above[1].lemma.lower()}", f"prep {head.lower} of {above[1].dep}"]
    for trait in told:
        yield trait
        yield f"{kind} {trait}"
    before, after = word.before, word.after
    yield f"before {before.lower if before is not None else ''}"
    yield f"after {after.lower if after is not None else ''}"
    yield f"{kind} after {after.lower if after is not None else ''}"


def telling(namings: Sequence[Named]) -> Named:
    """The naming of a party that tells most: the first in the content, else the first."""
    return next((each for each in namings if each.inside), namings[0])


def scored_aim(vocab: Vocab, item: Found, named: Named, kind: StatementKind) -> float:
    """How likely the words make a party the target."""
    learnt = learnt_network("target_scorer")
    shares = learnt.shares(features(vocab, item, named, kind))
    return float(shares[learnt.classes.index("yes")])
