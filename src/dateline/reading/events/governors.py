"""The words that govern a word, and the effect that they have on the act beneath them."""

from collections.abc import Iterator

from dateline.knowledge.events import Effect, class_of, event_words, operator_of
from dateline.reading.desk import Word, helpers, is_infinitive
from dateline.reading.events.match import follows

__all__ = ["effect_of", "first_of", "governors", "is_obliging", "is_open"]

CLAUSES = ("xcomp", "ccomp", "pcomp", "acl", "advcl")
PREDICATES = ("acomp", "attr", "oprd")


def effect_of(head: Word) -> Effect | None:
    """The effect of a governing word."""
    part = "verb" if head.is_verb else "adjective" if head.pos == "ADJ" else "noun" if head.pos == "NOUN" else ""
    for effect, rest in event_words().operators.get((part, head.lemma), ()):
        if not rest or follows(head, rest):
            return effect
    return None


def governors(node: Word) -> Iterator[tuple[Word, str]]:
    """The word that governs a node, and how: as its clause, its object, its predicate, or after a preposition."""
    head = node.head
    if node.is_top:
        return
    if node.dep == "conj":
        yield from shared_governors(node)
    elif node.dep == "pcomp":
        if head.lower in class_of("over a gerund"):
            yield head.head, "clause"
    elif node.dep in CLAUSES:
        if node.dep != "advcl" or node.has("aux", "to"):
            yield head, "clause"
    elif node.dep in ("dobj", "nsubjpass", "attr") and not node.is_verb:
        yield head, "object"
    elif node.pos == "ADJ" and node.dep in PREDICATES and head.is_verb and effect_of(node) is not None:
        yield head, "predicate"
    elif node.dep == "pobj" and not node.is_verb and head.lower in operator_of(effect_of(head.head) or "same").after:
        yield head.head, "after"


def shared_governors(node: Word) -> Iterator[tuple[Word, str]]:
    """What governs the first of several coordinated words, where it governs the others too."""
    first = first_of(node)
    if first.is_verb != node.is_verb or first.dep not in (*CLAUSES, "dobj", "pobj") or node.any("nsubj", "nsubjpass"):
        return
    for word, link in governors(first):
        if not (first.dep in ("ccomp", "advcl") and link == "clause"):
            yield word, link


def first_of(node: Word) -> Word:
    """The first of several coordinated words."""
    while node.dep == "conj" and not node.is_top:
        node = node.head
    return node


def is_obliging(head: Word, node: Word) -> bool:
    """Is it "has to" or "needs to" with the verb that must be done? What one "had to" do was done."""
    must = head.lemma in class_of("obliging with to") and head.tag != "VBD"
    return must and node.head is head and node.dep == "xcomp" and is_infinitive(node)


def is_open(node: Word) -> bool:
    """Does the clause tell what is not done yet: an infinitive, or one with "will" or "would"?"""
    marks = {helper.lower for helper in (*helpers(node), *node.children("mark"))}
    return bool(marks & class_of("future")) or "to" in marks or (node.tag == "VB" and not marks)
