"""Hand-built parses: a reader's unit test needs no trained model."""

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

VOCAB: Vocab = spacy.blank("en").vocab


def parsed(table: str) -> Doc:
    """A Doc from lines of "word lemma POS TAG label head" (the head's number, counted from one; the root names itself)."""
    rows = [line.split() for line in table.strip().splitlines()]
    words, lemmas, pos, tags, labels, heads = zip(*rows, strict=True)
    return Doc(
        VOCAB, words=list(words), lemmas=list(lemmas), pos=list(pos), tags=list(tags), deps=list(labels),
        heads=[int(head) - 1 for head in heads],
    )  # fmt: skip
