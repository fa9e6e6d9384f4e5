"""Frames around an object: urged Oslo to talk, accused Oslo of lying, called the offer a sham, denied the charge."""

from dataclasses import replace

from dateline.knowledge.statements import Cue, word_list
from dateline.reading.desk import Word, agents, is_passive
from dateline.reading.statements.clauses import clause
from dateline.reading.statements.complements import noun_frames
from dateline.reading.statements.cues import PLAIN_OBJECTS, known
from dateline.reading.statements.extents import Hold, comma_between, has_to, held, infinitive_of, opening_to, with_terms

__all__ = ["addressed", "object_about", "object_as", "object_infinitive", "object_predicate", "plain_object"]


def objects_of(cue: Word) -> tuple[Word, ...]:
    """The objects behind the cue."""
    return tuple(child for child in cue.children(*PLAIN_OBJECTS) if child.i > cue.i)


def from_object(objects: tuple[Word, ...], last: Word, head: Word) -> Hold:
    """The content that begins with the object."""
    return Hold(objects[0].left_edge, last, head, objects)


def object_infinitive(cue: Word, rule: Cue) -> Hold | None:
    """Urged Oslo to talk; was urged to talk; wants Oslo talking."""
    verb = infinitive_of(cue) or (object_gerund(cue) if rule.object_gerund else None)
    if verb is None:
        return None
    own = tuple(child for child in verb.children("nsubj", "nsubjpass") if child.i > cue.i)
    passive = is_passive(cue)
    objects = own or tuple(child for child in cue.children(*PLAIN_OBJECTS, "dative") if child.i < verb.i)
    if passive:
        objects = tuple(cue.children("nsubjpass"))
    if not objects:
        return None
    if rule.target != "object" or (own and rule.kind != "demand"):
        hold = held(verb, objects)
        return hold if passive else from_object(objects, hold.last, verb)
    return held(verb, objects, opening_to(verb))


def object_gerund(cue: Word) -> Word | None:
    """The gerund with a subject of its own that completes the cue."""
    return next((item for item in cue.children("ccomp") if item.tag == "VBG" and item.any("nsubj")), None)


def addressed(cue: Word, rule: Cue) -> Hold | None:
    """Called on Oslo to talk."""
    for preposition in cue.children("prep", "prt", "advmod"):
        if preposition.lower not in rule.addressed or preposition.i < cue.i:
            continue
        for noun in preposition.children("pobj"):
            verb = infinitive_of(cue) or infinitive_of(noun) or infinitive_of(preposition)
            verb = verb or next((item for item in noun.children("acl", "relcl") if has_to(item)), None)
            if verb is not None:
                return held(verb, (noun,), opening_to(verb))
    return None


def object_about(cue: Word, rule: Cue) -> Hold | None:
    """Accused Oslo of lying; criticised Oslo for the delay."""
    objects, passive = objects_of(cue), is_passive(cue)
    if passive:
        objects = tuple(cue.children("nsubjpass")) or ((cue.head,) if cue.dep == "acl" else ())
    if not objects or (rule.kind is None and clause(cue, rule) is not None):
        return None
    if any(child.lower.endswith(("self", "selves")) for child in objects) != rule.reflexive:
        return None
    loose = not rule.reflexive and (rule.kind is not None or rule.target != "object")
    for carrier in (cue, *objects) if loose else (cue,):
        for preposition in carrier.children("prep"):
            if preposition.lower not in rule.object_about or preposition.i < cue.i:
                continue
            parts = [noun for noun in preposition.children("pobj", "pcomp") if noun.ent not in ("DATE", "TIME")]
            if parts:
                last = max((held(part).last for part in parts), key=lambda each: each.i)
                hold = with_terms(cue, replace(held(parts[0], objects), last=last))
                return from_object(objects, hold.last, parts[0]) if rule.whole and not passive else hold
    return None


def object_as(cue: Word, rule: Cue) -> Hold | None:
    """Sees Oslo as a partner; dismissed the offer as empty."""
    objects, passive = objects_of(cue), is_passive(cue)
    if not objects and cue.lemma in word_list("name with to"):
        objects = tuple(noun for item in cue.children("prep") if item.lower == "to" for noun in item.children("pobj"))
    if not objects and not passive:
        return None
    for carrier in (cue, *objects):
        for preposition in carrier.children("prep", "advcl", "mark"):
            if preposition.lower != "as" or preposition.i < cue.i:
                continue
            for noun in preposition.children("pobj", "pcomp", "amod", "advcl"):
                hold = held(noun, tuple(cue.children("nsubjpass")))
                return hold if passive else from_object(objects, hold.last, noun)
    return None


def object_predicate(cue: Word, rule: Cue) -> Hold | None:
    """Called the offer a sham."""
    if is_passive(cue):
        return next((held(item, tuple(cue.children("nsubjpass"))) for item in predicates(cue)), None)
    for predicate in predicates(cue):
        own = tuple(item for item in predicate.children("nsubj") if item.i > cue.i)
        objects = own or objects_of(cue)
        if objects:
            beside = (predicate, *predicate.head.children(predicate.dep))
            last = max((held(each).last for each in beside), key=lambda each: each.i)
            return from_object(objects, last, predicate)
        if any(item.tag == "WP" for item in cue.children(*PLAIN_OBJECTS)):
            return held(predicate)
    return quoted_name(cue)


def predicates(cue: Word) -> list[Word]:
    """What the object may be called: words without a tense behind the cue, and a quoted name beside the object."""
    named = [item for noun in cue.children(*PLAIN_OBJECTS) for item in noun.children("appos")]
    quoted = [item for item in named if after_mark(item.left_edge) and not comma_between(item.head, item)]
    return [
        child
        for child in (*cue.children("oprd", "ccomp", "acomp", "xcomp"), *quoted)
        if child.i > cue.i and not (child.is_verb and child.tag != "VBN")
    ]


def quoted_name(cue: Word) -> Hold | None:
    """Called the pact “a step forward”: a quotation right behind the object, however the parser hung it."""
    objects = objects_of(cue)
    if not objects:
        return None
    left, right = objects[0].left_edge, objects[0].right_edge
    mark = right.after
    if mark is None or not mark.is_quote or mark.after is None or left.i != cue.i + 1:
        return None
    closing = mark.after.after
    while closing is not None and not closing.is_quote:
        closing = closing.after
    return Hold(left, closing, mark.after, objects) if closing is not None else None


def after_mark(word: Word) -> bool:
    """Does a quotation mark stand right before the word?"""
    return word.before is not None and word.before.is_quote


def plain_object(cue: Word, rule: Cue) -> Hold | None:
    """Denied the charge; wants guarantees; was condemned by Oslo."""
    if cue.tag == "VBN" and is_passive(cue):
        return undergoer(cue) if agents(cue) and rule.kind is not None else None
    for child in cue.children(*PLAIN_OBJECTS):
        if child.i < cue.i or child.tag in ("WDT", "WP") or child.lower.endswith("self"):
            continue
        if child.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "VERB") and not (rule.kind is None and is_carried(cue, child)):
            return with_terms(cue, held(child))
    return None


def undergoer(cue: Word) -> Hold | None:
    """What is condemned or welcomed, where the cue is a passive."""
    if cue.dep == "acl":
        return noun_before(cue)
    if cue.dep not in ("relcl", "ROOT", "conj", "ccomp", "advcl"):
        return None
    return next((held(child) for child in cue.children("nsubjpass") if child.tag not in ("WDT", "WP")), None)


def noun_before(cue: Word) -> Hold | None:
    """The noun that a participle describes: "the plan, condemned by Oslo"."""
    words = [word for word in cue.head.subtree() if word.i < cue.i]
    while words and (words[-1].is_mark or words[-1].pos == "ADV"):
        words = words[:-1]
    return Hold(words[0], words[-1], cue.head) if words else None


def is_carried(cue: Word, noun: Word) -> bool:
    """Does the noun report by itself, carried by the verb ("voiced its dismay at")?"""
    return cue.lemma in word_list("light verbs") and any(noun_frames(noun, rule) for rule in known(noun, "noun"))
