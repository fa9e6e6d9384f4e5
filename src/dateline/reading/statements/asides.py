"""Asides: reporting clauses set off by commas, "according to", and names with a colon before what they say."""

from collections.abc import Iterator

from dateline.knowledge.rules import rule
from dateline.knowledge.statements import Cue, word_list
from dateline.reading.desk import Sentence, Word, stated_subject
from dateline.reading.statements.makers import doer
from dateline.reading.statements.speech import Pieces, Speech, block, hearers_in, speech_rule

__all__ = ["according", "asides", "labels"]

DASHES = ("—", "–", "--")
LONGEST_LABEL = 9
FEWEST_WORDS = 3
SHORTEST = 12
"""Below how many characters the words before "according to" are no content of their own."""
FARTHEST = 60


def asides(sentence: Sentence) -> Iterator[Speech]:
    """Reporting clauses set off by commas: "The line, the envoy said, was closed"."""
    for verb in sentence.words:
        cue = speech_rule(verb)
        if cue is None or (cue.kind is not None and verb.i > sentence.words[0].i + FARTHEST):
            continue
        span = opening_aside(verb) or block(verb)
        if span is None or not set_off(sentence, span) or (verb.dep == "relcl" and has_relative_subject(verb)):
            continue
        pieces = outside(sentence, verb, span)
        if pieces:
            how = rule("statements", "aside")
            yield Speech(sentence, cue, verb, *span, doer(verb), pieces, "aside", how, hearers_in(verb, span[1]))


def opening_aside(verb: Word) -> tuple[Word, Word] | None:
    """First and last word of ", as the envoy noted," which may also open its sentence."""
    as_ = next((child for child in verb.children("mark", "advmod") if child.lower == "as" and child.i < verb.i), None)
    span = block(verb) if as_ is not None and verb.dep == "advcl" else None
    if as_ is None or span is None or span[0].i != as_.i + 1 or verb.any("ccomp", "dobj"):
        return None
    last = verb.right_edge if verb.right_edge.precedes(",") else span[1]
    return (as_, last) if last.precedes(",") else None


def has_relative_subject(verb: Word) -> bool:
    """Is the verb's subject a relative pronoun?"""
    subject = stated_subject(verb)
    return subject is None or subject.tag in ("WP", "WDT")


def set_off(sentence: Sentence, span: tuple[Word, Word]) -> bool:
    """Do marks stand on both sides of the clause?"""
    before, after = span[0].before, span[1].after
    if before is None or before is sentence.words[0]:
        return span[0].lower == "as"
    marked = before.text in (",", *DASHES) or before.is_quote
    return marked and (after is None or after.text in (",", ".", ";", *DASHES) or after.is_quote)


def outside(sentence: Sentence, verb: Word, span: tuple[Word, Word]) -> Pieces:
    """What the sentence says outside of the clause: before it, and after it where it goes on."""
    own = {
        word.i
        for child in verb.below
        if child.dep not in ("ccomp", "dep", "nsubj", "parataxis") and child.i > span[1].i and not child.is_mark
        for word in child.subtree()
    }
    before = [word for word in sentence.words if word.i < span[0].i]
    after = [word for word in sentence.words if word.i > span[1].i and word.i not in own]
    if own and max(own) > span[1].i and verb.dep == "ROOT":
        after = [word for word in after if word.i < min(own)]
    parts = [part for part in (trimmed(before), trimmed(after)) if part]
    if sum(part[-1].i - part[0].i + 1 for part in parts) < FEWEST_WORDS:
        return ()
    return places(sentence, parts) if any(word.is_verb for part in parts for word in part) else ()


def places(sentence: Sentence, parts: list[list[Word]]) -> Pieces:
    """Where stretches of words stand in the field."""
    return tuple((sentence.place(part[0]), sentence.place(part[-1]) + len(part[-1])) for part in parts)


def trimmed(words: list[Word]) -> list[Word]:
    """The words without punctuation (quotation marks stay) and words that only join at the edges; none where none is left."""
    while words and (is_edge(words[0]) or (words[0].dep == "cc" and len(words) > 1)):
        words = words[1:]
    while words and is_edge(words[-1]) and words[-1].text not in (")", "]"):
        words = words[:-1]
    return words if any(word.text.isalpha() for word in words) else []


def is_edge(word: Word) -> bool:
    """Is it a blank or a mark other than a quotation mark?"""
    return word.is_blank or (word.is_mark and not word.is_quote)


def according(sentence: Sentence, cue: Cue) -> Iterator[Speech]:
    """According to the ministry, the line was closed."""
    for word in sentence.words:
        to = word.after
        if word.lower != "according" or to is None or to.lower != "to" or to.after is None:
            continue
        speakers = to.children("pobj") or word.children("pobj")
        if not speakers:
            continue
        end = source_end(to, speakers[0])
        before = trimmed([item for item in sentence.words if item.i < word.i])
        after = trimmed([item for item in sentence.words if item.i > end.i])
        pieces = places(sentence, [part for part in (before, after) if part])
        if len(pieces) == 2 and pieces[0][1] - pieces[0][0] < SHORTEST:
            pieces = pieces[1:]
        if pieces:
            yield Speech(sentence, cue, None, word, to, speakers[0], pieces, "aside", cue.name)


def source_end(to: Word, speaker: Word) -> Word:
    """The last word of the source behind "according to": up to the first mark, or to the end of its phrase."""
    end = to
    while end.after is not None and not end.after.is_mark:
        end = end.after
    right = speaker.right_edge
    if right.i > end.i and not any(item.is_quote for item in end.until(right)):
        end = right
    while end.is_mark and end.before is not None and end.i > to.i:
        end = end.before
    return end


# ---- labels ------------------------------------------------------------------------------------


def labels(sentence: Sentence, cue: Cue, stop: int | None) -> Iterator[Speech]:
    """A name and a colon before what is said up to `stop`, the end of the paragraph: "Sweden: no plan to join"."""
    words = [word for word in sentence.words if not word.is_blank]
    colon = next((number for number, word in enumerate(words[: LONGEST_LABEL + 1]) if word.text == ":"), None)
    if stop is None or not colon:
        return
    name = name_in(words[:colon])
    said = trimmed(words[colon + 1 :])
    if name is None:
        return
    if colon == len(words) - 1 and stop > sentence.end + 8:
        pieces: Pieces = ((sentence.end, stop),)
    elif said and len(words) - colon > FEWEST_WORDS:
        (start, end), *_ = places(sentence, [said])
        pieces = ((start, stop if stop > sentence.end else end),)
    else:
        return
    yield Speech(sentence, cue, None, words[colon], words[colon], name, pieces, "label", cue.name)


def name_in(label: list[Word]) -> Word | None:
    """Who speaks in a label: its name or role, if it is nothing but that."""
    if any(word.is_verb or word.pos == "NUM" or word.is_quote or word.text in (",", ".") for word in label):
        return None
    heads = [word for word in label if word.is_top or word.head not in label]
    return next((word for word in heads if word.ent in ("PERSON", "ORG", "GPE", "NORP") or is_role(word)), None)


def is_role(word: Word) -> bool:
    """Does the word name somebody who speaks, by name or by role ("Poll: …", "MODERATOR: …")?"""
    return word.pos == "PROPN" or (word.pos in ("NOUN", "ADJ") and word.lemma in word_list("speakers"))
