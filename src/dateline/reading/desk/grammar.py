"""Questions of grammar over a dependency parse (Universal-like labels of spaCy's English models)."""

from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Token

__all__ = ["Tense", "children", "clause_verb", "conjuncts", "negated", "subjects", "subtree", "tense"]

Tense = Literal["past", "present", "progressive", "future", "modal", "infinitive", "none"]

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
FUTURE = ("will", "shall", "'ll", "wo")
MODAL = ("would", "could", "may", "might", "should", "must", "can", "ca", "'d")


def children(token: Token, *labels: str) -> list[Token]:
    """The direct dependents with one of these labels, in order."""
    return [child for child in token.children if child.dep_ in labels]


def subtree(token: Token, *, without: tuple[str, ...] = ()) -> list[Token]:
    """The token and all beneath it in text order; dependents with a label in `without` are left out whole."""
    kept = [token]
    for child in token.children:
        if child.dep_ not in without:
            kept += subtree(child, without=without)
    return sorted(kept, key=lambda each: each.i)


def conjuncts(token: Token) -> Iterator[Token]:
    """The token and what is coordinated after it."""
    yield token
    for child in children(token, "conj"):
        yield from conjuncts(child)


def clause_verb(token: Token) -> Token | None:
    """The nearest verb above a token."""
    while token.head != token:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def subjects(verb: Token) -> list[Token]:
    """The head tokens of whoever does what the verb says, coordinated ones apart; empty where the sentence hides it.

    Follows coordination, control ("agreed to meet", "after meeting"), relatives and participles ("talks held by");
    the logical subject of a passive is the `by` phrase.
    """
    passive = bool(children(verb, "auxpass", "nsubjpass")) or (verb.dep_ == "acl" and verb.tag_ == "VBN")
    if passive:
        agents = [noun for agent in children(verb, "agent") for noun in children(agent, "pobj")]
        return [each for agent in agents for each in conjuncts(agent)]
    own = [child for child in children(verb, "nsubj") if not (child.tag_ in ("WDT", "WP") and verb.dep_ == "relcl")]
    if own:
        return [each for subject in own for each in conjuncts(subject)]
    return inherited_subjects(verb)


def inherited_subjects(verb: Token) -> list[Token]:
    """Subjects that a verb without one of its own takes from the clause above."""
    head = verb.head
    if head == verb:
        return []
    if verb.dep_ == "acomp":
        return subjects(head)
    if verb.dep_ == "relcl" or (verb.dep_ == "acl" and verb.tag_ == "VBG"):
        return list(conjuncts(head)) if head.pos_ in ("NOUN", "PROPN", "PRON") else []
    if verb.dep_ == "acl":
        above = clause_verb(head)
        return subjects(above) if above is not None and above.dep_ != "acl" else []
    if verb.dep_ == "advcl" and head.lemma_ in PERSUASION and children(head, "dobj") and tense(verb) == "infinitive":
        return [each for item in children(head, "dobj") for each in conjuncts(item)]
    if verb.dep_ == "xcomp":
        objects = children(head, "dobj") or [noun for p in children(head, "prep") for noun in children(p, "pobj")]
        if objects and (head.lemma_ in OBJECT_CONTROL if children(head, "dobj") else head.lemma_ in PREPOSITION_CONTROL):
            return [each for item in objects for each in conjuncts(item)]
        return passive_subjects(head) or subjects(head)
    if verb.dep_ in ("conj", "advcl", "ccomp") and head.pos_ in ("VERB", "AUX"):
        return passive_subjects(head) if verb.dep_ == "advcl" and passive_subjects(head) else subjects(head)
    if verb.dep_ == "pcomp":
        above = clause_verb(verb.head)
        return (passive_subjects(above) or subjects(above)) if above is not None else []
    if verb.dep_ in ("conj", "advcl") or head.pos_ == "ADJ":
        above = head if head.pos_ in ("VERB", "AUX") else clause_verb(head)
        return subjects(above) if above is not None else []
    return []


PREPOSITION_CONTROL = frozenset(("call", "appeal", "prevail", "look"))
"""Verbs whose prepositional object does what the infinitive says ("called on both sides to talk")."""

PERSUASION = frozenset(("convince", "persuade", "urge", "ask", "tell", "press", "dissuade"))
"""Verbs after which even a loosely attached infinitive is for their object ("convinced him to cancel")."""

OBJECT_CONTROL = frozenset(
    [
        "ask",
        "urge",
        "invite",
        "tell",
        "order",
        "persuade",
        "encourage",
        "press",
        "call",
        "force",
        "allow",
        "permit",
        "enable",
        "warn",
        "request",
        "implore",
        "beg",
        "advise",
        "instruct",
        "want",
        "expect",
        "lead",
        "help",
        "pressure",
        "exhort",
        "convince",
        "prompt",
        "dissuade",
    ]
)


def passive_subjects(verb: Token) -> list[Token]:
    """The surface subjects of a passive ("Ryabkov is expected to attend")."""
    return [each for subject in children(verb, "nsubjpass") for each in conjuncts(subject)]


def negated(verb: Token) -> bool:
    """Is the verb, or the modal before it, denied by "not", "never" or "no longer"?"""
    return any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children)


def tense(verb: Token) -> Tense:
    """When the verb says it happens, by its own form and its auxiliaries; `none` for a bare participle or noun."""
    auxiliaries = [child.lower_ for child in children(verb, "aux", "auxpass")]
    if any(word in FUTURE for word in auxiliaries):
        return "future"
    if any(word in MODAL for word in auxiliaries):
        return "modal"
    if "to" in auxiliaries:
        return "infinitive"
    if verb.tag_ in ("VBD",) or any(word in ("had", "did", "was", "were") for word in auxiliaries):
        return "progressive" if verb.tag_ == "VBG" and any(word in ("is", "are") for word in auxiliaries) else "past"
    if any(word in ("has", "have", "'ve") for word in auxiliaries):
        return "past"
    if verb.tag_ == "VBG" and any(word in ("is", "are", "am", "'s", "'re") for word in auxiliaries):
        return "progressive"
    if verb.tag_ in ("VBZ", "VBP") or any(word in ("is", "are", "am", "do", "does") for word in auxiliaries):
        return "present"
    return "none"
