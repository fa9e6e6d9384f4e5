"""Does a sentence say that an act happens at all, or is it asked, wished, a means, an end, any at all?"""

from dateline.knowledge.clauses import words as clause_words
from dateline.knowledge.events import class_of
from dateline.reading.desk import Word, is_infinitive, is_passive
from dateline.reading.events.act import Act
from dateline.reading.events.governors import first_of

__all__ = ["is_real"]

BENEATH = ("pcomp", "xcomp", "ccomp", "advcl", "acl")


def is_real(act: Act) -> bool:
    """Does the sentence say that it happens at all: not merely what is done in order to, or kept from?"""
    verb = act.top
    if is_asked(act) or is_whatever(verb):
        return False
    if not verb.is_verb:
        return True
    if is_wished(verb) or is_proposed(verb) or (verb.tag == "VBG" and is_beneath(verb)):
        return False
    marks = {child.lower for child in verb.children("aux", "auxpass")}
    first = first_of(verb)
    if shares_governor(verb, first):
        verb = first
        marks |= {child.lower for child in verb.children("aux")}
    if verb.tag == "VB" and "to" in marks and verb.dep != "ROOT" and not act.effects:
        return verb.dep == "xcomp" and verb.head.lemma in class_of("carried out")
    if verb.dep == "pcomp" and (is_kept_from(verb) or is_means(verb)):
        return False
    return not (verb.dep in ("amod", "compound") and not is_passive(verb))


def is_proposed(verb: Word) -> bool:
    """Is it "let us", or what somebody shall be let do?"""
    let = verb.head if verb.dep in ("ccomp", "xcomp") else verb
    return let.lemma == "let" and let.tag == "VB" and not let.any("aux", "nsubj")


def shares_governor(verb: Word, first: Word) -> bool:
    """Does a coordinated verb stand under what governs the first one?"""
    return first is not verb and first.is_verb and first.tag == verb.tag and first.dep in BENEATH and not verb.any("nsubj")


def is_asked(act: Act) -> bool:
    """Does the sentence ask whether it will happen ("Will Chad attack?"), and not merely why or when?"""
    root = next((word for word in (act.top, *act.top.ancestors()) if word.is_top), act.top)
    if not any(child.lower == "?" for child in root.below):
        return False
    told = root.is_verb and root.lemma in class_of("saying")
    return not told and root.left_edge.lower not in class_of("asking how")


def is_whatever(verb: Word) -> bool:
    """Is its object any at all, or asked for ("whatever step Chad takes", "did not say whom it would back")?"""
    objects = verb.children("dobj")
    if any(thing.has("det", *class_of("whatever")) for thing in objects):
        return True
    return verb.dep == "ccomp" and any(word.lower in class_of("whoever") for word in objects)


def is_beneath(verb: Word) -> bool:
    """Does a gerund hang on a noun by which it is only thought of ("the consequences of breaking", "trouble paying")?"""
    over = verb.head.head if verb.dep == "pcomp" else verb.head if verb.dep in ("acl", "advcl") else None
    if over is None:
        return False
    feared = verb.dep == "pcomp" and over.lemma in class_of("fearing")
    return feared or (not over.is_verb and over.lemma in class_of("imagining"))


def is_wished(verb: Word) -> bool:
    """Is it part of what somebody would like, or of an end ("to make the West stop sending arms")?"""
    node = verb
    while node.dep in ("xcomp", "ccomp", "pcomp") and not node.is_top:
        above = node.head if node.head.is_verb else node.head.head
        if node.tag not in ("VB", "VBG") or not above.is_verb or above is node:
            return False
        if above.lemma in class_of("wishing"):
            return True
        node = above
        if node.dep in ("advcl", "acl") and is_infinitive(node):
            return True
    return False


def is_kept_from(verb: Word) -> bool:
    """Is it a gerund that is not done ("without attacking", "stopped short of attacking")?"""
    preposition = verb.head
    return preposition.lower in class_of("kept from") or (preposition.lower == "of" and preposition.head.lower == "short")


def is_means(verb: Word) -> bool:
    """Is it a means or an end of something, not done itself yet ("urged Chad to help by sending", "the price for breaking")?"""
    above = verb.head.head
    if verb.head.lower == "for" and above.lemma not in clause_words("blaming"):
        return True
    return verb.head.lower in class_of("by means of") and is_infinitive(above)
