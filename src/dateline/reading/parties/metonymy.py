"""Does the name of a place act, speak or get addressed (a government), or does something happen there (a place)?"""

from spacy.tokens import Token

from dateline.knowledge.lists import listed, word_lists
from dateline.knowledge.parties import titles
from dateline.reading.desk import lemma_of
from dateline.reading.parties.lexicon import Hit, known

__all__ = ["acts", "describes", "metonymy_words"]

TOPIC = "parties/metonymy"


def metonymy_words(id: str) -> frozenset[str]:
    """A list of verbs (or nouns, prepositions) of the metonymy file."""
    return listed(TOPIC, id)


def acts(token: Token) -> bool:
    """Does the place name headed by this token stand for those who govern it (or play for it)?

    It does as subject, unless the sentence says what or where the place is; as object, unless one goes there or takes
    it; after "with", "between" or "by", unless of ways and borders; with the prepositions and as owner of the things
    that the knowledge file lists; and when coordinated with a name that does.
    """
    while token.dep_ in ("conj", "appos") and token.head.i < token.i:
        token = token.head
    role, head = token.dep_, token.head
    if role in ("nsubj", "csubj"):
        return subject_acts(head)
    if role == "nsubjpass":
        return head.lemma_ not in metonymy_words("undergone")
    if role in ("dobj", "dative", "iobj"):
        return head.pos_ in ("VERB", "AUX") and head.lemma_ not in metonymy_words("gone to")
    if role == "pobj":
        return object_acts(head)
    if role == "poss":
        return head.lemma_.lower() in metonymy_words("owned")
    if role in ("compound", "nmod", "amod"):
        following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else head
        return head.i > token.i and not metonymy_words("before").isdisjoint((head.lemma_.lower(), following.lower_))
    return False


def subject_acts(verb: Token) -> bool:
    """Is the verb one of people's doing, rather than a word of what or where the place is?"""
    if verb.lemma_ != "be":
        return verb.pos_ in ("VERB", "AUX") and verb.lemma_ not in metonymy_words("happening")
    for child in verb.children:
        if child.dep_ == "attr" and child.lemma_.lower() in metonymy_words("sites"):
            return False
        if child.dep_ in ("acomp", "advmod") and child.lower_ in metonymy_words("located"):
            return False
        if child.dep_ == "prep" and child.lower_ in metonymy_words("places beside"):
            return False
    return True


def object_acts(preposition: Token) -> bool:
    """Does the preposition (with what it hangs on) make the place a party?"""
    word, head = preposition.lemma_.lower(), preposition.head
    if word in metonymy_words("parties beside"):
        return head.lemma_.lower() not in metonymy_words("whereabouts")
    addressed = f"addressed {'toward' if word == 'towards' else word}"
    return addressed in word_lists(TOPIC) and head.lemma_.lower() in metonymy_words(addressed)


def describes(hit: Hit, token: Token) -> bool:
    """Does the word for a state only describe a noun ("French wine", "U.S. tariffs") or part of a word ("Iran-made")?

    Whoever is meant by "French officials" or "U.S. troops" is those words together. A name before an office or another
    name ("U.S. President Joe Biden") stands for the state, but not as the first word of a name ("U.S. Navy").
    """
    if hit.role not in ("name", "adjective") or known()[hit.terms[0].id].kind != "state":
        return False
    if hit.joined:
        return True
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    noun = token.head
    if token.dep_ not in ("amod", "compound", "nmod") or noun.i <= token.i:
        return False
    if hit.role == "adjective":
        return True
    if acts(token):
        return False
    if noun.pos_ == "PROPN":
        return noun.ent_type_ == "ORG" and token.ent_type_ == "ORG"
    return lemma_of(noun) not in titles().offices
