"""Does the name of a place act, speak or get addressed (a government), or does something happen there (a place)?"""

from functools import cache

from spacy.tokens import Token

from dateline.knowledge.load import tables

__all__ = ["acts"]

PREPOSITIONS_OF_PARTIES = frozenset(("with", "between", "by", "against", "among"))
SUBJECTS = frozenset(("nsubj", "csubj"))


@cache
def verbs(key: str) -> frozenset[str]:
    """A list of verbs (or nouns, prepositions) of the metonymy file."""
    return frozenset(tables("metonymy")[key])


def acts(token: Token) -> bool:
    """Does the place name headed by this token stand for those who govern it?

    It does as subject of a verb that only people do, as its object where only people suffer it, after "with", "between"
    or "by", as owner of a thing that governments have, and when coordinated with a name that does.
    """
    role, head = token.dep_, token.head
    if role in ("conj", "appos") and head.i != token.i:
        return acts(head)
    if role in SUBJECTS:
        return subject_acts(head)
    if role == "nsubjpass":
        return head.lemma_ in verbs("suffered") or head.lemma_ in verbs("done")
    if role in ("dobj", "dative", "iobj"):
        return head.lemma_ in verbs("suffered")
    if role == "pobj":
        return object_acts(token, head)
    if role == "poss":
        return head.lemma_.lower() in verbs("owned") or head.ent_type_ == "PERSON"
    if role in ("compound", "nmod", "amod"):
        return head.i != token.i and head.lemma_.lower() in verbs("owned") and head.i > token.i
    return False


def subject_acts(verb: Token) -> bool:
    """Is the verb one of people's doing?"""
    if verb.lemma_ == "be":
        complement = next((child for child in verb.children if child.dep_ in ("acomp", "attr", "prep")), None)
        return complement is not None and (
            complement.lemma_ in verbs("moods") or (complement.dep_ == "attr" and in_role(complement))
        )
    return verb.pos_ in ("VERB", "AUX") and verb.lemma_ not in verbs("happening")


def in_role(noun: Token) -> bool:
    """Is the noun a role that governments play ("an ally")?"""
    return noun.lemma_ in verbs("roles")


def object_acts(token: Token, preposition: Token) -> bool:
    """Does the preposition (with what it hangs on) make the place a party?"""
    word, head = preposition.lemma_.lower(), preposition.head
    if word in PREPOSITIONS_OF_PARTIES:
        return head.lemma_.lower() not in verbs("whereabouts")
    if word in ("from", "to", "on", "for", "of", "at", "toward", "towards"):
        return head.lemma_.lower() in verbs(f"addressed_{'to' if word.startswith('toward') else word}")
    return False
