"""The one view of a clause: who does what a verb says, on whom and to whom, wherever in the sentence that stands."""

from dateline.knowledge.clauses import words
from dateline.reading.desk.tree import Word
from dateline.reading.desk.voice import HELPERS, SURFACE, agents, can_act, is_infinitive, is_passive

__all__ = ["recipients", "stated_subject", "subject", "subjects", "surface_subjects", "undergoers"]

SUBJECTS = ("nsubj", "csubj")
FINITE = ("VBD", "VBZ", "VBP")
RELATIVE = ("which", "who", "that", "whom")
CONTROLLERS = ("on", "upon", "to", "for", "with", "in")
DEEPEST = 8
ASKED = ("on", "upon", "to", "for", "from")
NEAR = 3
"""How many words apart two coordinated participles share an agent."""


def subject(verb: Word) -> Word | None:
    """The first of `subjects`."""
    return next(iter(subjects(verb)), None)


def subjects(verb: Word, depth: int = DEEPEST) -> list[Word]:
    """The head words of whoever does what the verb says, coordinated ones apart; empty where the sentence does not tell.

    Relative pronouns stand for their antecedent; coordination, control ("agreed to meet", "urged Chad to stop"),
    participles and gerunds are followed to where the doer stands; that of a passive is in its by-phrase.
    """
    if depth == 0:
        return []
    if verb.dep in HELPERS:
        return surface_subjects(verb.head, depth - 1)
    if is_passive(verb):
        return agents(verb)
    if (own := own_subject(verb)) is not None:
        return [each for top in antecedents(own, verb) for each in top.conjuncts()]
    return inherited(verb, depth) or neighbour(verb)


def surface_subjects(verb: Word, depth: int = DEEPEST) -> list[Word]:
    """The subjects as they stand: of a passive those it is done to ("Ryabkov is expected to attend")."""
    if not is_passive(verb):
        return subjects(verb, depth)
    on_top = verb.children("nsubjpass", "csubjpass")
    if on_top:
        return [each for top in antecedents(on_top[-1], verb) for each in top.conjuncts()]
    if verb.dep in ("acl", "amod", "relcl") and verb.head.is_noun:
        return [verb.head]
    if verb.dep in ("conj", "advcl", "xcomp", "ccomp") and verb.head.is_verb and depth:
        return surface_subjects(verb.head, depth - 1)
    if verb.dep == "pcomp" and depth:
        return of_gerund(verb, depth - 1)
    return []


def stated_subject(verb: Word) -> Word | None:
    """The subject that stands with the verb itself, of a passive whom it is done to; one that follows the verb wins."""
    own = [child for child in verb.children("nsubj", "nsubjpass") if child.lower != "there"]
    after = [child for child in own if child.i > verb.i]
    return after[-1] if after else own[-1] if own else None


def own_subject(verb: Word) -> Word | None:
    """The subject among the verb's own dependents: one that follows it ("said the envoy") wins, "there" is none."""
    own = [child for child in verb.below if child.dep in SUBJECTS and child.lower != "there"]
    if not own:
        return verb.child("attr") if verb.any("expl") and verb.lemma == "be" else None
    after = [child for child in own if child.i > verb.i]
    return after[-1] if after else own[-1]


def antecedents(pronoun: Word, verb: Word) -> list[Word]:
    """What a relative pronoun stands for; any other word itself."""
    if pronoun.tag not in ("WDT", "WP") and not (pronoun.lower == "that" and verb.dep == "relcl"):
        return [pronoun]
    for above in (verb, *verb.ancestors()):
        if above.dep == "relcl":
            return [antecedent(above, pronoun)]
        if not above.is_verb:
            break
    return [pronoun]


def antecedent(clause: Word, pronoun: Word) -> Word:
    """The noun that a relative clause is about: one that can act for "who", one of the number that its verb shows."""
    noun = clause.head
    if fits(noun, clause, pronoun):
        return noun
    other = noun
    for _ in range(4):
        if other.dep not in ("pobj", "prep", "appos", "conj", "compound", "poss"):
            break
        other = other.head
        if other.is_noun and other.i < clause.i and fits(other, clause, pronoun):
            return other
    return noun


def fits(noun: Word, clause: Word, pronoun: Word) -> bool:
    """Could the noun be what a relative pronoun stands for?"""
    if pronoun.lower == "who" and noun.pos == "NOUN" and not can_act(noun) and noun.tag == "NN":
        return False
    singular = any(word.tag == "VBZ" or word.lower == "was" for word in (clause, *clause.children(*HELPERS)))
    return not (singular and noun.tag in ("NNS", "NNPS") and not noun.any("cc"))


def neighbour(verb: Word) -> list[Word]:
    """Who stands right before a finite verb to which the parser gave no subject ("Ann Lee, the envoy, said")."""
    if verb.tag not in FINITE or verb.dep in ("acl", "relcl", "amod"):
        return []
    for word in sorted(words_before(verb), key=lambda each: -each.i):
        if word.pos in ("ADV", "AUX") or word.text == ",":
            continue
        if word.dep in ("pobj", "dobj") or word.ent in ("DATE", "TIME") or not word.is_noun or not can_act(word):
            return []
        return [word]
    return []


def words_before(verb: Word) -> list[Word]:
    """The six words before a verb."""
    top = verb
    for above in verb.ancestors():
        top = above
    return [word for word in top.subtree() if verb.i - 6 <= word.i < verb.i]


# ---- subjects from the clause around -----------------------------------------------------------


def inherited(verb: Word, depth: int) -> list[Word]:
    """The subjects that a verb without one of its own takes from what it hangs on."""
    head = verb.head
    if head is verb:
        return []
    if verb.dep == "pcomp":
        return of_gerund(verb, depth)
    if verb.dep in ("acl", "relcl", "amod", "appos") and head.is_noun:
        return of_noun(verb, head, depth)
    if verb.dep == "conj" and not head.is_verb:
        return surface_subjects(head.head, depth - 1) if head.head.is_verb and head.dep in ("acomp", "attr") else []
    if not head.is_verb:
        return of_complement(verb, head, depth)
    if verb.dep in ("csubj", "csubjpass"):
        return []
    if verb.dep == "xcomp" or (verb.dep in ("advcl", "ccomp", "dobj") and is_infinitive(verb)):
        return of_infinitive(verb, head, depth)
    if verb.dep == "ccomp" and verb.tag not in ("VBG", "VBN"):
        return []
    if verb.tag == "VBG" and verb.dep in ("ccomp", "dobj") and head.lemma in words("anybody"):
        return []
    return surface_subjects(head, depth - 1) if verb.dep != "prep" else []


def of_infinitive(verb: Word, head: Word, depth: int) -> list[Word]:
    """Who does what a complement says: the object of verbs that control it, else the subject of the verb above."""
    objects = [word for word in head.children("dobj", "dative") if word.i < verb.i and word.is_noun]
    if objects and not is_passive(head) and head.lemma in words("object control"):
        return objects[-1].conjuncts()
    if not objects and head.lemma in words("preposition control") and verb.tag == "VB":
        for preposition in head.children("prep"):
            nouns = [noun for noun in preposition.children("pobj") if noun.i < verb.i and can_act(noun)]
            if preposition.lower in CONTROLLERS and nouns:
                return nouns[0].conjuncts()
    if verb.tag == "VBG" and head.lemma in words("anybody"):
        return []
    if asked := asked_before(verb, head):
        return owners(asked, depth)
    above = surface_subjects(head, depth - 1)
    if head.lemma == "be" and above and not can_act(above[0]) and above[0].lemma in words("aims") and verb.tag == "VB":
        return owners(above[0], depth)
    adjective = head.child("acomp", "attr", "oprd")
    if above and above[0].lower == "it" and adjective is not None and head.lemma in ("be", "become", "seem", "remain"):
        return above if adjective.lemma in words("willing") else []
    return above


def of_complement(verb: Word, head: Word, depth: int) -> list[Word]:
    """The subject of what hangs on an adjective or adverb: "ready to meet" is of whoever is ready."""
    above = next((word for word in head.ancestors() if word.is_verb), None)
    if above is None:
        return []
    if head.dep in ("amod", "acl", "relcl", "appos") and head.head.is_noun and head.head.i < head.i:
        return head.head.conjuncts()
    subject_above = surface_subjects(above, depth - 1)
    if subject_above and subject_above[0].lower == "it" and head.pos == "ADJ" and head.lemma not in words("willing"):
        return []
    return subject_above


def of_gerund(verb: Word, depth: int) -> list[Word]:
    """Who does what a gerund behind a preposition says."""
    above = verb.head.head
    while above.pos in ("ADP", "SCONJ", "ADV") and not above.is_top:
        above = above.head
    if above.is_verb:
        blamed = above.children("dobj", "nsubjpass")
        if (
            blamed
            and above.lemma in words("blaming")
            and verb.head.lower in ("of", "for", "from", "with", "against", "into", "over")
        ):
            return blamed[-1].conjuncts()
        if is_passive(above) and verb.head.lower == "by":
            return []
        return surface_subjects(above, depth - 1)
    if above.is_noun:
        return owners(above, depth)
    return of_complement(verb, above, depth)


def of_noun(verb: Word, noun: Word, depth: int) -> list[Word]:
    """Who does what a participle or an infinitive at a noun says: the noun, or for "a decision to" whose it is."""
    if verb.dep == "amod" or not is_infinitive(verb):
        return noun.conjuncts() if noun.i < verb.i else [noun]
    return owners(asked_before(verb, noun) or noun, depth)


def asked_before(verb: Word, top: Word) -> Word | None:
    """The last noun between two words for what is asked of somebody it names ("spoke of pressure on Chad to open")."""
    if not is_infinitive(verb):
        return None
    nouns = [
        word for word in top.subtree() if top.i < word.i < verb.i and word.is_noun and word.lemma in words("put to others")
    ]
    return next((noun for noun in reversed(nouns) if any(child.lower in ASKED for child in noun.children("prep"))), None)


def owners(noun: Word, depth: int) -> list[Word]:
    """Whose deed a noun names ("Chad's decision to", "pressure on Chad to", "a bid by rebels to"), or the noun that acts."""
    if depth == 0:
        return []
    if (owner := noun.child("poss")) is not None:
        return owner.conjuncts()
    links = ASKED if noun.lemma in words("put to others") else ("by", "of", "from", "for", "among")
    for preposition in noun.children("prep", "agent"):
        nouns = preposition.children("pobj")
        if preposition.lower in links and nouns and can_act(nouns[0]) and not can_act(noun):
            return nouns[0].conjuncts()
    if can_act(noun):
        return noun.conjuncts()
    named = [child for child in noun.children("amod", "compound", "nmod") if child.ent in ("NORP", "GPE", "ORG", "PERSON")]
    if named:
        return [named[-1]]
    if noun.lemma in words("put to others"):
        return []
    return of_governor(noun, depth)


def of_governor(noun: Word, depth: int) -> list[Word]:
    """The doer of what a noun names, taken from the verb that governs it: "made an attempt to", "gave Chad time to"."""
    top = noun
    while top.dep in ("pobj", "prep", "conj") and not top.is_top and not top.head.is_verb:
        top = top.head
        if top.is_noun and top is not noun:
            return owners(top, depth - 1)
    verb = top.head
    if not verb.is_verb or top.dep in SURFACE or verb is top:
        return []
    given = verb.child("dative")
    if given is not None:
        return (given.child("pobj") or given).conjuncts()
    doers = surface_subjects(verb, depth - 1)
    return doers if doers and can_act(doers[0]) and not verb.any("expl") else []


# ---- the other roles ---------------------------------------------------------------------------


def undergoers(verb: Word) -> list[Word]:
    """The head words of what it is done to: objects, the subject of a passive, the noun that a participle follows."""
    found = [word for label in ("dobj", "nsubjpass", "attr", "oprd", "acomp") for word in verb.children(label)]
    for clause in verb.children("ccomp"):
        if not clause.is_verb and clause.i > verb.i:  # "found him guilty"
            found += [clause, *clause.children("nsubj")]
    passive = is_passive(verb)
    if passive and verb.dep in ("acl", "amod") and not verb.any("nsubjpass"):
        found.append(verb.head)
    if passive and not found:
        found += [word for word in surface_subjects(verb) if verb.dep in ("conj", "pcomp")]
    if verb.dep == "relcl" and verb.head.pos in ("NOUN", "PROPN"):
        relative = [word for word in verb.children("dobj", "nsubjpass") if word.lower in RELATIVE]
        if relative or (not verb.any("dobj") and verb.any("nsubj") and not any(w.lower in RELATIVE for w in verb.below)):
            found = [word for word in found if word not in relative] + [verb.head]
    if not found:
        found = shared_objects(verb)
    return [each for word in found for each in word.conjuncts()]


def shared_objects(verb: Word) -> list[Word]:
    """The object that a verb shares with the one coordinated right after it ("sign and ratify the pact")."""
    after = next((word for word in verb.below if word.dep == "conj" and word.tag == verb.tag and word.is_verb), None)
    if after is None or after.any("nsubj", "nsubjpass") or after.i - verb.i > NEAR:
        return []
    return after.children("dobj")


def recipients(verb: Word) -> list[Word]:
    """Whom it is given or told: the indirect object, or the noun behind "to"."""
    found: list[Word] = []
    for child in verb.below:
        if child.dep == "dative":
            found += child.children("pobj") or [child]
    found = found or [
        noun for child in verb.below if child.dep == "prep" and child.lower == "to" for noun in child.children("pobj")
    ]
    return [each for word in found for each in word.conjuncts()]
