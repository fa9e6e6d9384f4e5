"""Drafts: what the cues of a sentence report, before the words are resolved to parties."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dateline.knowledge.statements import Cue, cue_rules, cues_by_word
from dateline.model.entry import Form
from dateline.model.evidence import Span
from dateline.reading.desk import Quotation, Sentence
from dateline.reading.statements.frames import Match, matches_in
from dateline.reading.statements.grammar import Grammar
from dateline.reading.statements.headlines import headlines
from dateline.reading.statements.speech import Pieces, Speech, according, asides, labels

__all__ = ["Draft", "content_spans", "draft_of_speech", "drafts_in", "key", "worth_saying"]

DUMB = ("it", "this", "that", "which", "what", "these", "those", "something", "anything", "nothing")


@dataclass(frozen=True, eq=False)
class Draft:
    """A statement before its words are resolved."""

    grammar: Grammar
    rule: Cue
    verb: Token | None
    first: Token | None
    last: Token | None
    subject: Token | None
    pieces: Pieces
    how: str
    head: Token | None = None
    objects: tuple[Token, ...] = ()
    frame: str = "clause"
    negated: bool = False
    quoted: bool = False

    @property
    def sentence(self) -> Sentence:
        """The sentence of the cue."""
        return self.grammar.sentence


def draft_of_speech(speech: Speech) -> Draft:
    """The draft of a quotation or an aside."""
    first, last = speech.grammar.cue_words(speech.verb) if speech.verb is not None else (speech.first, speech.last)
    return Draft(
        speech.grammar, speech.rule, speech.verb, first, last, speech.subject, speech.pieces, speech.how,
        objects=speech.objects, quoted=speech.quoted,
        negated=speech.verb is not None and speech.grammar.is_negated(speech.verb),
    )  # fmt: skip


def drafts_in(
    grammar: Grammar, quotations: tuple[Quotation, ...], taken: set[int], spoken: list[tuple[int, int]], stop: int | None
) -> Iterator[Draft]:
    """What the cues of one sentence report, those in direct speech left out; `stop`: where the paragraph it opens ends."""
    sentence = grammar.sentence
    used = set(taken)
    marked = (*according(grammar, phrase_rule("according to")), *labels(grammar, phrase_rule(":"), stop))
    for speech in (*asides(grammar), *marked):
        token = speech.verb or speech.first
        if token is None or key(sentence, token) in used or in_speech(sentence, token, spoken):
            continue
        used.add(key(sentence, token))
        yield replace(
            draft_of_speech(speech), pieces=tuple(whole_quotes(piece, quotations, sentence) for piece in speech.pieces)
        )
    for match in (*matches_in(grammar), *headlines(grammar)):
        if key(sentence, match.cue) in used or in_speech(sentence, match.cue, spoken):
            continue
        yield draft_of_match(grammar, match, quotations)


def phrase_rule(words: str) -> Cue:
    """The rule of "according to", or of a name with a colon."""
    return next(rule for rule in cue_rules() if rule.part == "phrase" and words in rule.words)


def key(sentence: Sentence, token: Token) -> int:
    """A number for a token of the story."""
    return token.i + sentence.offset * 100_000


def in_speech(sentence: Sentence, token: Token, spoken: list[tuple[int, int]]) -> bool:
    """Does the token stand in somebody's direct speech?"""
    place = sentence.place(token)
    return any(start <= place < end for start, end in spoken)


def draft_of_match(grammar: Grammar, match: Match, quotations: tuple[Quotation, ...]) -> Draft:
    """The draft of a cue in a frame."""
    sentence, hold = grammar.sentence, match.hold
    pieces: Pieces = ((sentence.place(hold.first), sentence.place(hold.last) + len(hold.last)),)
    if hold.first.i <= match.cue.i <= hold.last.i and match.frame != "carried":
        pieces = split(sentence, hold.first, hold.last, match)
    pieces = tuple(whole_quotes(piece, quotations, sentence, match.last) for piece in pieces)
    if match.frame in ("clause", "object about", "object") and match.rule.part == "verb":
        pieces = (*pieces[:-1], past_mark(grammar, match, pieces[-1], quotations))
    return Draft(
        grammar,
        match.rule,
        match.cue,
        match.first,
        match.last,
        match.subject,
        pieces,
        match.rule.name,
        hold.head,
        hold.objects,
        match.frame,
        match.negated,
    )


def past_mark(grammar: Grammar, match: Match, piece: tuple[int, int], quotations: tuple[Quotation, ...]) -> tuple[int, int]:
    """A content that stops at a closing mark, where the parser loses the thread, goes on to the end of the clause."""
    sentence = grammar.sentence
    start, end = piece
    if not any(
        item.field == sentence.field and item.closed and abs(item.end - end) <= 1 and start < item.end for item in quotations
    ):
        return piece
    rest = [token for token in sentence.tokens if sentence.place(token) >= end and not token.is_space]
    if not rest or rest[0].is_punct or (rest[0].dep_ in ("prep", "npadvmod") and match.frame == "clause"):
        return piece
    if any(cues_by_word().get(("verb", token.lemma_.lower())) and grammar.own_subject(token) is not None for token in rest):
        return piece
    if rest[0].tag_ == "VBG" or rest[0].lower_ in ("as", "when", "while", "before", "after", "during"):
        return piece
    if rest[0].dep_ == "cc" and (len(rest) < 2 or rest[1].tag_ in ("VBD", "VBZ", "VBP")):
        return piece
    while rest and rest[-1].is_punct:
        rest = rest[:-1]
    return (start, sentence.place(rest[-1]) + len(rest[-1])) if rest else piece


def split(sentence: Sentence, first: Token, last: Token, match: Match) -> Pieces:
    """A content without the cue that stands in it: the part after the cue."""
    if match.last.i < last.i:
        return ((sentence.place(match.last.nbor(1)), sentence.place(last) + len(last)),)
    return ((sentence.place(first), sentence.place(match.first)),)


def whole_quotes(
    piece: tuple[int, int], quotations: tuple[Quotation, ...], sentence: Sentence, after: Token | None = None
) -> tuple[int, int]:
    """A piece that cuts through a quotation takes in the whole of it, but never the cue before it."""
    start, end = piece
    least = sentence.place(after) + len(after) if after is not None and sentence.place(after) < start else 0
    for quotation in quotations:
        if quotation.field != sentence.field or not quotation.closed or quotation.end <= start or end <= quotation.start:
            continue
        if quotation.start < start <= quotation.last and quotation.start >= least:
            start = quotation.start
        if quotation.first <= end < quotation.end <= sentence.end + 200:
            end = quotation.end
    return start, end


def content_spans(draft: Draft, quotations: tuple[Quotation, ...]) -> tuple[tuple[Span, ...], Form]:
    """The content's spans without the marks and stops around direct speech, and the form."""
    sentence = draft.sentence
    text = sentence.document.text.field(sentence.field)
    direct, marked, spans = True, False, []
    for start, end in draft.pieces:
        start, end = stripped(text, start, end)
        whole = next((item for item in quotations if item.field == sentence.field and covers(item, start, end)), None)
        if whole is not None or draft.quoted:
            first, last = (whole.first, whole.last) if whole is not None else (start, end)
            start, end = without_stop(text, max(first, start), min(last, end))
        else:
            direct = False
            marked = marked or any(item.field == sentence.field and start <= item.start < end for item in quotations)
        if end > start:
            spans.append(sentence.cut(start, end))
    form: Form = "direct" if direct else "mixed" if marked else "indirect"
    return tuple(spans), form


def covers(quotation: Quotation, start: int, end: int) -> bool:
    """Is the stretch just this quotation, with or without its marks?"""
    return abs(quotation.start - start) <= 2 and abs(quotation.end - end) <= 2 and quotation.closed


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Without blanks and joining marks at the ends."""
    while start < end and text[start] in " \t\r\n,;:—–-.":
        start += 1
    while start < end and text[end - 1] in " \t\r\n,;:—–":
        end -= 1
    if text[start:end].endswith(".") and not re.search(r"(?:\b[A-Z]\.|\.\.)$", text[start:end]):
        end -= 1
    return start, end


def without_stop(text: str, start: int, end: int) -> tuple[int, int]:
    """Direct speech without its final comma or full stop; dots that trail off stay."""
    words = text[start:end].rstrip()
    end = start + len(words)
    while words.endswith((",", ".")) and not words.endswith(("..", "U.S.", "U.N.")):
        words, end = words[:-1], end - 1
    return start, end


def worth_saying(draft: Draft, content: tuple[Span, ...]) -> bool:
    """Is the content more than a bare word ("it", "Ukraine")? Direct speech may be short."""
    said = content[0].quote.split()
    if draft.quoted or len(content) > 1 or len(said) > 1 or draft.frame in ("clause", "gerund", "object about", "object as"):
        return bool(said)
    if draft.frame not in ("object", "about", "received", "held") or (draft.rule.part != "verb" and draft.frame == "object"):
        return False
    if said[0][:1].islower():
        return said[0] not in DUMB and draft.frame == "object"
    names = draft.head is not None and draft.head.pos_ in ("PROPN", "PRON")
    if draft.rule.part == "noun":
        return names
    return names and draft.rule.kind in (None, "praise", "condemn", "accuse", "reject")
