"""What the parse says of an expression of time: the verb of the past that governs it, what happens then, who says so."""

from dateline.knowledge.lists import listed
from dateline.knowledge.times import lean
from dateline.model.evidence import Span
from dateline.reading.dating.clue import Clue
from dateline.reading.desk import Found, Story

__all__ = ["is_adverbial_of_past", "nouns_about", "said_then"]

PARTS = ("nsubj", "nsubjpass", "dobj", "obj", "attr")


def is_adverbial_of_past(story: Story, found: Found) -> bool:
    """ "was signed in 2022": does a finite verb of the past govern the expression itself, not a noun beside it?"""
    span = Span.of(story.document.text, found.start, found.end, found.field)
    sentence = story.sentence_at(span)
    tokens = sentence.tokens_in(span) if sentence else []
    inside = {token.i for token in tokens}
    head = next((token for token in tokens if token.head.i not in inside), None)
    if head is None:
        return False
    if head.dep_ == "pobj" and head.head.lower_ in listed("dating/lists", "held by"):
        head = head.head
    elif head.dep_ != "npadvmod":
        return False
    verb = head.head
    forms = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.pos_ not in ("VERB", "AUX") or forms & lean().conditional:
        return False
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and not forms.isdisjoint(listed("dating/lists", "past helpers")))


def nouns_about(story: Story, clue: Clue) -> frozenset[str]:
    """The nouns of what happens at that time: the one it belongs to, and subject and objects of its verb."""
    if clue.kind not in ("fact", "relative") or not isinstance(clue.evidence.ground, Span):
        return frozenset()
    sentence = story.sentence_at(clue.evidence.ground)
    tokens = sentence.tokens_in(clue.evidence.ground) if sentence else []
    if not tokens:
        return frozenset()
    inside = {token.i for token in tokens}
    current, found = tokens[-1], set()
    for _ in range(5):
        if current.i not in inside and current.pos_ == "NOUN":
            found.add(current.lemma_.lower())
        if current.i not in inside and current.pos_ in ("VERB", "AUX"):
            found |= {child.lemma_.lower() for child in current.children if child.dep_ in PARTS and child.pos_ == "NOUN"}
            break
        current = current.head
    return frozenset(found)


def said_then(story: Story, found: Found) -> bool:
    """Does the weekday say when somebody said something?"""
    span = Span.of(story.document.text, found.start, found.end, found.field)
    sentence = story.sentence_at(span)
    tokens = sentence.tokens_in(span) if sentence else []
    if not tokens:
        return False
    head = tokens[0].head
    for _ in range(2):
        if head.lemma_.lower() in lean().reporting:
            return True
        head = head.head
    return False
