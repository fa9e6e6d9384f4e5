"""Extents: how far a content reaches, and where the report turns away from it."""

from dataclasses import dataclass, replace

from dateline.knowledge.statements import word_list
from dateline.reading.desk import Word
from dateline.reading.statements.cues import known

__all__ = ["Hold", "comma_between", "has_to", "held", "infinitive_of", "is_finite", "opening_to", "with_rest", "with_terms"]

DASHES = ("—", "–", "--")
NEAR, SHORT = 3, 2
"""How far behind the content that may stand which is added to it."""


@dataclass(frozen=True, eq=False)
class Hold:
    """Where the content of a frame stands: words `first` through `last`, its main word, and who is spoken to or of."""

    first: Word
    last: Word
    head: Word
    objects: tuple[Word, ...] = ()


def held(head: Word, objects: tuple[Word, ...] = (), start: Word | None = None) -> Hold:
    """All that stands beneath a word, without the word that introduces it."""
    words = [word for word in head.subtree() if start is None or word.i >= start.i]
    words = before_turn(head, words)
    while len(words) > 1 and not words[0].is_quote and (words[0].is_mark or words[0].is_blank or opens_only(words[0])):
        words = words[1:]
    while len(words) > 1 and (words[-1].is_blank or words[-1].text in (",", ".", ";", ":", "—", "–")):
        words = words[:-1]
    return Hold(words[0], words[-1], head, objects)


# ---- where the report turns away ---------------------------------------------------------------


def before_turn(head: Word, words: list[Word]) -> list[Word]:
    """The words up to where the report turns to another speaker (", while Oslo said …") or adds a remark (", which …")."""
    for word in words:
        if word.i > head.i and word.i - words[0].i >= NEAR and (stop := turn_at(word, words)) is not None:
            return [item for item in words if item.i < stop] or words
    return words


def turn_at(word: Word, words: list[Word]) -> int | None:
    """Where the report turns away with this word: the place of the first word that belongs to the content no more."""
    if word.dep in ("advcl", "conj", "ccomp") and turns(word):
        return word.left_edge.i
    if word.dep in ("prep", "advcl") and afterthought(word, words):
        return word.left_edge.i
    if word.follows(*DASHES) and dashed(word, words):
        return word.i - 1
    if word.dep == "relcl" and remarks(word, words):
        return word.left_edge.i
    if word.dep == "prep" and is_setting(word, words):
        return word.i
    return word.left_edge.i - 1 if word.dep == "appos" and explains(word, words) else None


def is_setting(preposition: Word, words: list[Word]) -> bool:
    """Does it tell, at the end, where it was said ("in an interview on Monday", "in a tweet")?"""
    noun = preposition.child("pobj")
    if preposition.lower not in ("in", "during", "at", "on") or noun is None or noun.lemma not in word_list("settings"):
        return False
    end = preposition.right_edge.i
    rest = [item for item in words if item.i > end and not item.is_mark]
    quoted = any(item.is_quote for item in words if item.i > preposition.i)
    return not quoted and all(item.ent in ("DATE", "TIME") or item.dep == "prep" for item in rest)


def explains(noun: Word, words: list[Word]) -> bool:
    """Is it the reporter's explanation of a name at the end, behind a comma (", a law of 1976", ", the former mayor")?"""
    left = noun.left_edge
    if left.i - words[0].i < SHORT or not left.follows(",") or noun.head.pos != "PROPN" or left.lower not in ("a", "an", "the"):
        return False
    return noun.right_edge.i >= words[-1].i - 1 and not holds_quotes(noun)


def turns(verb: Word) -> bool:
    """Is it a clause of another speaker, set against the one before?"""
    subject = verb.child("nsubj")
    if subject is None:
        return False
    joined = verb.dep == "conj" and verb.tag in ("VBD", "VBZ", "VBP") and verb.lemma in word_list("plainly said")
    if joined and subject.pos in ("NOUN", "PROPN", "NUM"):
        return True
    if not subject.is_noun or not known(verb, "verb"):
        return False
    return verb.left_edge.lower in ("while", "whereas", "although", "though") and verb.any("ccomp")


def dashed(word: Word, words: list[Word]) -> bool:
    """Does the reporter's own description start here, behind a dash ("— a message that …", "— adding that …")?"""
    later = any(item.text in DASHES for item in words if item.i > word.i)
    reports = word.tag == "VBG" and bool(known(word, "verb"))
    return (word.lower in ("a", "an", "the") or reports) and not later and word.i - words[0].i > NEAR


def afterthought(word: Word, words: list[Word]) -> bool:
    """Is it the reporter's background behind a comma at the end (", after the raid in May", ", despite the build-up")?"""
    left, right = word.left_edge, word.right_edge
    if right.i < words[-1].i - 1 or left.before is None:
        return False
    before = left.before
    if before.is_quote and before.i > words[0].i + 1 and word.dep == "advcl" and not right.is_quote:
        beside = left.lower in ("as", "when", "while", "before", "after") or (left.tag == "VBG" and left.i == word.i)
        return beside and not holds_quotes(word)
    background = left.lower in ("after", "despite", "amid", "following")
    asked = left.lower == "when" and word.lemma in word_list("questioned")
    return (before.text == "," or (before.is_quote and before.follows(","))) and (background or asked)


def remarks(verb: Word, words: list[Word]) -> bool:
    """Is it a relative clause behind a comma at the end, which is the reporter's rather than the speaker's?"""
    left = verb.left_edge
    opening = left.after if left.dep == "prep" else left
    relative = left.tag == "WRB" or (opening is not None and opening.tag in ("WDT", "WP"))
    return left.follows(",") and relative and verb.right_edge.i >= words[-1].i - 1 and not holds_quotes(verb)


def holds_quotes(word: Word) -> bool:
    """Is there a quotation mark in the phrase?"""
    return any(item.is_quote for item in word.subtree())


def opens_only(word: Word) -> bool:
    """Is it the "that" which only opens a clause?"""
    return word.lower == "that" and word.dep in ("mark", "det", "nsubj", "dobj") and word.tag == "IN"


# ---- infinitives -------------------------------------------------------------------------------


def has_to(verb: Word) -> bool:
    """Is it an infinitive with "to", of whatever tense?"""
    if any(child.tag == "TO" for child in verb.children("aux")):
        return True
    return verb.dep == "xcomp" and verb.tag == "VB" and any(child.lower == "to" and child.i < verb.i for child in verb.below)


def opening_to(verb: Word) -> Word:
    """The "to" of an infinitive, or the "not" right before it; else the verb."""
    opening = next((child for child in verb.children("aux") if child.tag == "TO"), verb)
    return next((child for child in verb.children("neg") if child.i == opening.i - 1), opening)


def is_finite(verb: Word) -> bool:
    """Does the verb have a tense or a modal?"""
    return verb.tag in ("VBD", "VBZ", "VBP") or any(item.tag == "MD" for item in verb.children("aux"))


def infinitive_of(cue: Word) -> Word | None:
    """The infinitive that completes the cue."""
    for child in cue.children("xcomp", "ccomp", "advcl"):
        if child.i > cue.i and has_to(child) and (child.dep != "advcl" or not comma_between(cue, child)):
            return child
    return None


def comma_between(left: Word, right: Word) -> bool:
    """Does a comma stand between the two?"""
    return any(word.text == "," for word in left.until(right))


# ---- what the parser hung elsewhere ------------------------------------------------------------


def through(hold: Hold, last: Word) -> Hold:
    """The content up to a later word."""
    return replace(hold, last=last)


def with_rest(cue: Word, hold: Hold) -> Hold:
    """The content with a participle that the parser hung on the cue though it reports nothing (", allowing it to …")."""
    for child in cue.children("conj"):
        left = child.left_edge
        opens = left.tag == "IN" and left.lower in ("that", "whether")
        if opens and child.i > hold.last.i and left.i - hold.last.i <= NEAR:
            hold = through(hold, held(child).last)
    for child in cue.children("prep"):
        left = child.left_edge
        if left.lower in word_list("adding") and child.i > hold.last.i and left.i - hold.last.i <= SHORT:
            hold = through(hold, held(child).last)
    for child in cue.children("advcl"):
        left = child.left_edge
        participle = child.tag == "VBG" and child.i == left.i and not known(child, "verb")
        reason = left.lower in ("because", "if", "unless", "so", "since")
        if child.i > hold.last.i and left.i - hold.last.i <= SHORT and (participle or reason):
            return through(hold, held(child).last)
    return with_terms_after(hold)


def with_terms_after(hold: Hold) -> Hold:
    """The content with terms that open right behind it, wherever the parser hung them ("to act should he win")."""
    opening = hold.last.after
    if opening is None or opening.after is None or opening.head.i <= opening.i:
        return hold
    if opening.lower not in ("if", "unless", "should", "because", "once"):
        return hold
    return through(hold, held(opening.head, (), opening).last)


def with_terms(cue: Word, hold: Hold) -> Hold:
    """The content with the terms that the parser hung on the cue ("promised strikes until …")."""
    for child in cue.children("advcl", "xcomp"):
        opening = child.left_edge
        inverted = opening.lower in ("should", "were", "had") and opening.dep in ("aux", "auxpass") and opening.i < child.i
        terms = inverted or opening.lower in ("if", "until", "unless", "once")
        purpose = opening.tag == "TO" and opening.i == hold.last.i + 1
        if child.i > hold.last.i and ((terms and opening.i - hold.last.i <= NEAR) or purpose):
            return through(hold, held(child).last)
    return hold
