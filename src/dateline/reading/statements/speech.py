"""Speech: whose words a quotation is, by the reporting clause after or before it."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from dateline.knowledge.rules import rule
from dateline.knowledge.statements import Cue, cues_by_word, word_list
from dateline.reading.desk import Quotation, Sentence, Word, stated_subject
from dateline.reading.statements.cues import cue_words
from dateline.reading.statements.makers import doer

__all__ = ["Pieces", "Speech", "Way", "block", "hearers_in", "speech_rule", "speeches"]

Pieces = tuple[tuple[int, int], ...]
Way = Literal["quotation", "aside", "label", "frame", "heard"]
ADJUNCTS = ("dobj", "dative", "prep", "npadvmod", "advmod", "agent", "prt", "tmod", "advcl")
TERMINALS = ".?!:,;—–-“”\"'’)]…"
DASHES = ("—", "–", "-", "--")
FARTHEST_TAIL, FARTHEST_LEAD = 40, 30
"""How many words around a quotation its reporting verb may stand."""
BEHIND_COLON, BEHIND_COMMA = 15, 8
"""How many words may stand between a reporting verb and the colon or comma before the quotation."""
BETWEEN = 60
"""How many characters may follow a reporting clause before the quotation goes on."""
FEWEST_WORDS = 5


@dataclass(frozen=True, eq=False)
class Speech:
    """Words and who says them: `how` names the rule by which they were found.

    `verb` is None for a free quotation and for "according to", whose `subject` is the speaker.
    """

    sentence: Sentence
    rule: Cue
    verb: Word | None
    first: Word | None
    last: Word | None
    subject: Word | None
    pieces: Pieces
    way: Way
    how: str
    objects: tuple[Word, ...] = ()


# ---- the reporting clause ----------------------------------------------------------------------


def speech_rule(verb: Word) -> Cue | None:
    """The rule by which a verb can report direct speech."""
    if not verb.is_verb or verb.any("auxpass"):
        return None
    if any(child.lower in ("if", "unless", "because", "whether") for child in verb.children("mark")):
        return None
    keys = [f"{verb.lemma} {child.lower}" for child in verb.children("prt", "advmod")] + [verb.lemma]
    rules = (each for key in keys for each in cues_by_word().get(("verb", key), ()))
    return next((each for each in rules if "quotation" in each.takes), None)


def block(verb: Word) -> tuple[Word, Word] | None:
    """First and last word of the reporting clause without what it reports: "the envoy told reporters on Monday"."""
    subject = stated_subject(verb)
    if subject is None:
        return None
    inside = {word.i for word in subject.subtree() if (word.i < verb.i) == (subject.i < verb.i)} | {verb.i}
    inside |= {child.i for child in verb.children("aux", "neg", "prt", "advmod")}
    first = verb
    while first.before is not None and first.before.i in inside:
        first = first.before
    return (first, block_end(verb, inside)) if first.i <= subject.i else None


def block_end(verb: Word, inside: set[int]) -> Word:
    """The last word of a reporting clause: hearers, days and places behind the verb belong to it, up to the first mark."""
    adjuncts = [child for child in verb.children(*ADJUNCTS) if child.i > verb.i and may_hear(verb, child)]
    after = inside | {word.i for child in adjuncts for word in child.subtree()}
    last = verb
    while (following := last.after) is not None and following.i in after:
        if following.is_quote or (following.is_mark and following.i not in inside and following.text != "-"):
            break
        last = following
    while last.i > verb.i and last.text in (",", ".") and last.before is not None:
        last = last.before
    return last


def may_hear(verb: Word, child: Word) -> bool:
    """Is it no object, or that of a verb which has a hearer ("told reporters")?"""
    return child.dep != "dobj" or verb.lemma in word_list("told to somebody")


def hears(verb: Word, word: Word) -> bool:
    """Does the word belong to the hearer or the subject of the verb ("told reporters", "said the envoy", "said again")?"""
    beside = verb.children("dobj", "dative", "nsubj", "advmod", "npadvmod")
    return any(child.i > verb.i and may_hear(verb, child) and word in child.subtree() for child in beside)


def hearers_in(verb: Word, last: Word) -> tuple[Word, ...]:
    """The objects of a reporting verb inside its clause."""
    return tuple(child for child in verb.children("dobj", "dative") if verb.i < child.i <= last.i)


# ---- quotations --------------------------------------------------------------------------------


def speeches(paragraphs: list[tuple[Sentence, ...]], quotations: tuple[Quotation, ...]) -> list[Speech]:
    """The direct quotations of the story with their speakers; pieces that one clause reports are one speech."""
    found: list[Speech] = []
    waiting: list[Quotation] = []
    by_paragraph = {number: list(items) for number, items in groupby(quotations, key=lambda item: item.paragraph)}
    previous = dict(zip(quotations[1:], quotations, strict=False))
    for before, sentences in zip([(), *paragraphs], paragraphs, strict=False):
        own = by_paragraph.get(sentences[0].paragraph, [])
        here: list[Speech] = []
        for number, quotation in enumerate(own):
            text = sentences[0].document.text.field(quotation.field)
            free = opens(text, quotation.start, sentences[0].start)
            follower = own[number + 1].start if number + 1 < len(own) else None
            speech = tail(sentences, quotation, follower) if free else None
            speech = speech or lead((*before, *sentences), quotation)
            row = here or found
            if speech is not None and here and here[-1].verb is not None and speech.verb is here[-1].verb:
                extend(here, *speech.pieces)
            elif speech is not None:
                here.append(replace(speech, pieces=(*((item.first, item.last) for item in waiting), *speech.pieces)))
                waiting = []
            elif not free:
                continue
            elif row and not number and goes_on(previous.get(quotation), quotation, row[-1]):
                extend(row, (quotation.first, quotation.last))
            elif number and here and follows(text, own[number - 1], quotation, here[-1]):
                extend(here, (quotation.first, quotation.last))
            elif quotation.goes_on:
                waiting.append(quotation)
            elif row and is_sentence(text, quotation) and is_free(sentences, quotation, found, here):
                here.append(free_quotation(row[-1], quotation))
        if not own:
            waiting = []
        found += here
    return found


def extend(row: list[Speech], *pieces: tuple[int, int]) -> None:
    """Let the last speech go on with these pieces."""
    row[-1] = replace(row[-1], pieces=(*row[-1].pieces, *pieces))


def free_quotation(model: Speech, quotation: Quotation) -> Speech:
    """A quotation without a reporting clause, by the speaker of the one before."""
    return replace(
        model, verb=None, first=None, last=None, pieces=((quotation.first, quotation.last),), way="quotation",
        how=rule("statements", "free quotation"),
    )  # fmt: skip


def opens(text: str, start: int, begin: int) -> bool:
    """Does a quotation stand free, at the start of its paragraph or after a stop?"""
    before = text[begin:start].rstrip()
    return not before or before[-1] in TERMINALS


def goes_on(before: Quotation | None, quotation: Quotation, speech: Speech) -> bool:
    """Does the first quotation of a paragraph go on with the one before, which was left open and whose speaker is known?"""
    if before is None or before.field != quotation.field or not before.goes_on:
        return False
    return speech.pieces[-1] == (before.first, before.last)


def is_sentence(text: str, quotation: Quotation) -> bool:
    """Is it a sentence of its own, no title or scare quotes?"""
    words = text[quotation.first : quotation.last].split()
    return len(words) >= FEWEST_WORDS and words[0][:1].isupper() and text[quotation.last - 1 : quotation.last] in ".?!,…"


def is_free(sentences: tuple[Sentence, ...], quotation: Quotation, found: list[Speech], here: list[Speech]) -> bool:
    """Does the quotation stand beside one whose speaker is known: in this paragraph, or the one before?"""
    before = sentences[0].document.text.field(quotation.field)[sentences[0].start : quotation.start].rstrip()
    if before.endswith(":"):
        return False
    starts = quotation.start <= sentences[0].start + 1
    return bool(here) or (starts and found[-1].sentence.paragraph >= sentences[0].paragraph - 1)


def follows(text: str, previous: Quotation, quotation: Quotation, speech: Speech) -> bool:
    """Does only the reporting clause stand between two quotations?"""
    if speech.first is None or speech.last is None:
        return not text[previous.end : quotation.start].strip()
    start, end = speech.sentence.place(speech.first), speech.sentence.place(speech.last) + len(speech.last)
    if not (previous.end <= start and end <= quotation.start):
        return len(text[previous.end : quotation.start].strip()) <= 1
    return len(text[end : quotation.start].strip(" .,:;—–-")) <= BETWEEN


# ---- the clause after a quotation --------------------------------------------------------------


def tail(sentences: tuple[Sentence, ...], quotation: Quotation, follower: int | None) -> Speech | None:
    """A reporting clause right after the quotation: ", said the envoy"."""
    ending = bisect_right(sentences, quotation.end, key=lambda each: each.end)
    sentence = sentences[ending] if ending < len(sentences) else None
    if sentence is None or not quotation.closed:
        return None
    end = follower if follower is not None else sentence.end
    after = [word for word in sentence.words if quotation.end <= sentence.place(word) < end]
    while after and (after[0].text in (",", *DASHES) or after[0].is_blank):
        after = after[1:]
    if not after or after[0].text in (".", ";") or begins_anew(sentence, quotation, after[0]):
        return None
    for verb in after[:FARTHEST_TAIL]:
        cue = speech_rule(verb)
        span = block(verb) if cue else None
        if cue and span and span[0].i - after[0].i <= 1 and not has_clause(verb, after):
            return speech_of(sentence, cue, verb, span, quotation, rule("statements", "quotation first"))
    return None


def begins_anew(sentence: Sentence, quotation: Quotation, word: Word) -> bool:
    """Does a new sentence begin behind a quotation that ends with a stop?"""
    said = sentence.document.text.field(quotation.field)[quotation.first : quotation.last].rstrip()
    anew = said.endswith(".") and word.text[:1].isupper() and word is sentence.words[0]
    return anew and not only_says(sentence)


def only_says(sentence: Sentence) -> bool:
    """Is the sentence nothing but a reporting clause, so that a stop in the quotation before it was a slip for a comma?"""
    words = [word for word in sentence.words if not word.is_mark and not word.is_blank]
    return 2 <= len(words) <= 4 and speech_rule(words[-1]) is not None and words[-1].dep == "ROOT"


def has_clause(verb: Word, after: list[Word]) -> bool:
    """Does the verb report a clause behind it as well, which begins before the next quotation?"""
    clauses = [child for child in verb.children("ccomp") if child.i > verb.i and child.is_verb]
    return any(word.i > verb.i and word in after and not word.is_mark for child in clauses for word in child.subtree())


# ---- the clause before a quotation -------------------------------------------------------------


def lead(sentences: tuple[Sentence, ...], quotation: Quotation) -> Speech | None:
    """A reporting clause right before the quotation: "the envoy said: "."""
    opened = bisect_left(sentences, quotation.start, key=lambda sentence: sentence.start)
    for sentence in reversed(sentences[max(opened - 2, 0) : opened]):
        if not leads_up(sentence, quotation):
            return None
        words = [word for word in sentence.words if sentence.place(word) < quotation.start]
        for number, verb in enumerate(reversed(words[-FARTHEST_LEAD:])):
            cue = speech_rule(verb)
            if cue is not None:
                gap = words[len(words) - number :]
                if not leads(sentence, quotation, verb, words, gap):
                    return None
                span = block(verb) or (cue_words(verb)[0], verb)
                return speech_of(sentence, cue, verb, span, quotation, rule("statements", "quotation last"))
    return None


def leads_up(sentence: Sentence, quotation: Quotation) -> bool:
    """Does the quotation begin in the sentence, or right behind the colon with which it ends?"""
    text = sentence.document.text.field(sentence.field)
    between = text[sentence.end : quotation.start]
    return quotation.start < sentence.end or (text[: quotation.start].rstrip().endswith(":") and not between.strip())


def leads(sentence: Sentence, quotation: Quotation, verb: Word, words: list[Word], gap: list[Word]) -> bool:
    """Does the verb report the quotation: is what stands between them its hearer, or closed by a colon or comma?"""
    rest = [word for word in gap if not word.is_mark and not word.is_blank and not hears(verb, word)]
    if any(word.text == ":" for word in gap):
        return len(rest) < BEHIND_COLON
    if goes_on_plainly(sentence, quotation) or last_word(words).pos in ("DET", "ADP", "ADJ", "CCONJ", "NUM"):
        return False
    only_that = len(rest) == 1 and rest[0].lower == "that"
    return not rest or only_that or (words[-1].text == "," and len(rest) < BEHIND_COMMA)


def last_word(words: list[Word]) -> Word:
    """The last of the words that is no mark."""
    return next((word for word in reversed(words) if not word.is_mark and not word.is_blank), words[-1])


def goes_on_plainly(sentence: Sentence, quotation: Quotation) -> bool:
    """Does the sentence go on after the mark without a stop, so that the quotation is only a part of what was said?"""
    text = sentence.document.text.field(sentence.field)
    return (
        text[quotation.last - 1] not in ".?!"
        and re.match(r" (?!and |but |as |while )\w", text[quotation.end : quotation.end + 8]) is not None
    )


def speech_of(sentence: Sentence, cue: Cue, verb: Word, span: tuple[Word, Word], quotation: Quotation, how: str) -> Speech:
    """The quotation as the speech of the verb's subject."""
    first, last = cue_words(verb)
    left = first if first.i < span[0].i else span[0]
    right = span[1] if span[1].i > last.i else last
    pieces = ((quotation.first, quotation.last),)
    return Speech(sentence, cue, verb, left, right, doer(verb), pieces, "quotation", how, hearers_in(verb, span[1]))
