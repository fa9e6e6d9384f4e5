"""Drafts: what the cues of a sentence report, before the words are resolved to parties."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.knowledge.statements import Cue, cue_rules, word_list
from dateline.model.entry import Form
from dateline.model.evidence import Span
from dateline.reading.desk import Quotation, Sentence, Spread, Word, is_negated, stated_subject
from dateline.reading.statements.asides import according, asides, labels
from dateline.reading.statements.cues import cue_words, known
from dateline.reading.statements.frames import FrameName, Match, matches_in
from dateline.reading.statements.headlines import headlines
from dateline.reading.statements.speech import Pieces, Speech, Way

__all__ = ["Draft", "content_spans", "draft_of_speech", "drafts_in", "key", "worth_saying"]

SAME_PLACE = 2
"""How many characters apart a content and a quotation may end that are the same."""
FARTHEST = 200
"""How many characters behind its sentence a quotation may end that belongs to it."""


@dataclass(frozen=True, eq=False)
class Draft:
    """A statement before its words are resolved; `how` names the rule that found its content."""

    sentence: Sentence
    rule: Cue
    verb: Word | None
    first: Word | None
    last: Word | None
    subject: Word | None
    pieces: Pieces
    way: Way
    how: str
    head: Word | None = None
    objects: tuple[Word, ...] = ()
    frame: FrameName = "clause"
    negated: bool = False

    @property
    def quoted(self) -> bool:
        """Is it a quotation with a reporting clause, or a free one?"""
        return self.way == "quotation"


def draft_of_speech(speech: Speech) -> Draft:
    """The draft of a quotation or an aside."""
    first, last = cue_words(speech.verb) if speech.verb is not None else (speech.first, speech.last)
    return Draft(
        speech.sentence, speech.rule, speech.verb, first, last, speech.subject, speech.pieces, speech.way, speech.how,
        objects=speech.objects, negated=speech.verb is not None and is_negated(speech.verb),
    )  # fmt: skip


def drafts_in(
    sentence: Sentence, quotations: Spread[Quotation], taken: set[int], spoken: Spread[Draft], stop: int | None
) -> Iterator[Draft]:
    """What the cues of one sentence report, those in direct speech left out; `stop`: where the paragraph it opens ends."""
    used = set(taken)
    marked = (*according(sentence, phrase_rule("according to")), *labels(sentence, phrase_rule(":"), stop))
    for speech in (*asides(sentence), *marked):
        word = speech.verb or speech.first
        if word is None or key(sentence, word) in used or in_speech(sentence, word, spoken):
            continue
        used.add(key(sentence, word))
        pieces = tuple(whole_quotes(piece, quotations, sentence) for piece in speech.pieces)
        yield replace(draft_of_speech(speech), pieces=pieces)
    for match in (*matches_in(sentence), *headlines(sentence)):
        if key(sentence, match.cue) not in used and not in_speech(sentence, match.cue, spoken):
            yield draft_of_match(sentence, match, quotations)


def phrase_rule(words: str) -> Cue:
    """The rule of "according to", or of a name with a colon."""
    return next(rule for rule in cue_rules() if rule.part == "phrase" and words in rule.words)


def key(sentence: Sentence, word: Word) -> int:
    """A number for a word of the story."""
    return word.i + sentence.offset * 100_000


def in_speech(sentence: Sentence, word: Word, spoken: Spread[Draft]) -> bool:
    """Does the word stand in somebody's direct speech?"""
    place = sentence.place(word)
    return bool(spoken.over(sentence.field, place, place + 1))


def draft_of_match(sentence: Sentence, match: Match, quotations: Spread[Quotation]) -> Draft:
    """The draft of a cue in a frame."""
    hold = match.hold
    pieces: Pieces = ((sentence.place(hold.first), sentence.place(hold.last) + len(hold.last)),)
    if hold.first.i <= match.cue.i <= hold.last.i and match.frame != "carried":
        pieces = split(sentence, hold.first, hold.last, match)
    pieces = tuple(whole_quotes(piece, quotations, sentence, match.last) for piece in pieces)
    if match.frame in ("clause", "object about", "object") and match.rule.part == "verb":
        pieces = (*pieces[:-1], past_mark(sentence, match, pieces[-1], quotations))
    return Draft(
        sentence, match.rule, match.cue, match.first, match.last, match.subject, pieces, "frame", match.rule.name,
        hold.head, hold.objects, match.frame, match.negated,
    )  # fmt: skip


def past_mark(sentence: Sentence, match: Match, piece: tuple[int, int], quotations: Spread[Quotation]) -> tuple[int, int]:
    """A content that stops at a closing mark, where the parser loses the thread, goes on to the end of the clause."""
    start, end = piece
    closed = [item for item in quotations.over(sentence.field, start, end + 1) if item.closed and abs(item.end - end) <= 1]
    rest = [word for word in sentence.words if sentence.place(word) >= end and not word.is_blank] if closed else []
    if not rest or turns_away(rest, match):
        return piece
    while rest and rest[-1].is_mark:
        rest = rest[:-1]
    return (start, sentence.place(rest[-1]) + len(rest[-1])) if rest else piece


def turns_away(rest: list[Word], match: Match) -> bool:
    """Does what follows a closing mark belong to the report rather than to the content?"""
    opening = rest[0]
    if opening.is_mark or opening.tag == "VBG" or (opening.dep in ("prep", "npadvmod") and match.frame == "clause"):
        return True
    if any(known(word, "verb") and stated_subject(word) is not None for word in rest):
        return True
    if opening.lower in ("as", "when", "while", "before", "after", "during"):
        return True
    return opening.dep == "cc" and (len(rest) < 2 or rest[1].tag in ("VBD", "VBZ", "VBP"))


def split(sentence: Sentence, first: Word, last: Word, match: Match) -> Pieces:
    """A content without the cue that stands in it: the part after the cue."""
    if match.last.i < last.i and match.last.after is not None:
        return ((sentence.place(match.last.after), sentence.place(last) + len(last)),)
    return ((sentence.place(first), sentence.place(match.first)),)


def whole_quotes(
    piece: tuple[int, int], quotations: Spread[Quotation], sentence: Sentence, after: Word | None = None
) -> tuple[int, int]:
    """A piece that cuts through a quotation takes in the whole of it, but never the cue before it."""
    start, end = piece
    least = sentence.place(after) + len(after) if after is not None and sentence.place(after) < start else 0
    for quotation in quotations.over(sentence.field, start, end):
        if not quotation.closed:
            continue
        if quotation.start < start <= quotation.last and quotation.start >= least:
            start = quotation.start
        if quotation.first <= end < quotation.end <= sentence.end + FARTHEST:
            end = quotation.end
    return start, end


def content_spans(draft: Draft, quotations: Spread[Quotation]) -> tuple[tuple[Span, ...], Form]:
    """The content's spans without the marks and stops around direct speech, and the form."""
    sentence = draft.sentence
    text = sentence.document.text.field(sentence.field)
    direct, marked, spans = True, False, []
    for start, end in draft.pieces:
        start, end = stripped(text, start, end)
        near = quotations.over(sentence.field, start - SAME_PLACE - 1, end + SAME_PLACE + 1)
        whole = next((item for item in near if covers(item, start, end)), None)
        if whole is not None or draft.quoted:
            first, last = (whole.first, whole.last) if whole is not None else (start, end)
            start, end = without_stop(text, max(first, start), min(last, end))
        else:
            direct = False
            marked = marked or any(start <= item.start < end for item in near)
        if end > start:
            spans.append(sentence.cut(start, end))
    form: Form = "direct" if direct else "mixed" if marked else "indirect"
    return tuple(spans), form


def covers(quotation: Quotation, start: int, end: int) -> bool:
    """Is the stretch just this quotation, with or without its marks?"""
    return abs(quotation.start - start) <= SAME_PLACE and abs(quotation.end - end) <= SAME_PLACE and quotation.closed


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
        return said[0] not in word_list("empty words") and draft.frame == "object"
    names = draft.head is not None and draft.head.pos in ("PROPN", "PRON")
    if draft.rule.part == "noun":
        return names
    return names and draft.rule.kind in (None, "praise", "condemn", "accuse", "reject")
