"""The dependency tree of a sentence as statements need it: coordination mended, subjects followed to where they stand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.knowledge.statements import words
from dateline.reading.desk import Sentence

__all__ = ["Grammar", "grammar_of", "lemma_of"]

SUBJECTS = ("nsubj", "nsubjpass")
COMPLEMENTS = ("ccomp", "xcomp", "acl", "advcl", "pcomp", "relcl", "conj", "dobj", "prep", "pobj")
FINITE = ("VBD", "VBZ", "VBP")


@dataclass(frozen=True, eq=False)
class Grammar:
    """A sentence's tree. `heads` gives the head of every token (of itself for the root), `below` its dependents in order."""

    sentence: Sentence
    heads: dict[int, Token]
    below: dict[int, tuple[Token, ...]]

    def head(self, token: Token) -> Token:
        """The word that governs the token, the token itself at the top."""
        return self.heads.get(token.i, token)

    def children(self, token: Token, *labels: str) -> list[Token]:
        """The direct dependents, those with one of these labels where labels are given."""
        return [child for child in self.below.get(token.i, ()) if not labels or child.dep_ in labels]

    def subtree(self, token: Token) -> list[Token]:
        """The token and all beneath it, in text order."""
        found, open_ = [], [token]
        while open_:
            item = open_.pop()
            found.append(item)
            open_ += self.below.get(item.i, ())
        return sorted(found, key=lambda each: each.i)

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The words above the token, nearest first."""
        seen = {token.i}
        while (head := self.head(token)).i not in seen:
            seen.add(head.i)
            yield head
            token = head

    def is_passive(self, verb: Token) -> bool:
        """Is the verb in the passive voice (also the bare participle after a noun)?"""
        if self.children(verb, "auxpass", "nsubjpass"):
            return True
        if verb.dep_ == "conj" and verb.tag_ == "VBN" and not self.children(verb, "nsubj", "aux"):
            above = self.head(verb)
            return above.tag_ == "VBN" and self.is_passive(above)
        return verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and not self.children(verb, "aux", "nsubj", "dobj")

    def subject(self, verb: Token, *, depth: int = 6) -> Token | None:
        """The head word of whoever does what the verb says; None where the sentence does not tell."""
        if depth == 0:
            return None
        if self.is_passive(verb):
            agents = [noun for agent in self.children(verb, "agent") for noun in self.children(agent, "pobj")]
            if not agents and verb.dep_ == "conj":
                return None
            return agents[0] if agents else None
        if own := self.own_subject(verb):
            return self.antecedent(own, verb)
        return self.inherited(verb, depth) or self.neighbour(verb)

    def neighbour(self, verb: Token) -> Token | None:
        """Who stands right before a finite verb to which the parser gave no subject ("Ann Lee, the envoy, said")."""
        if verb.tag_ not in FINITE or verb.dep_ in ("acl", "relcl", "amod"):
            return None
        place = verb.i - 1
        while place > self.sentence.tokens.start and (verb.doc[place].pos_ in ("ADV", "AUX") or verb.doc[place].text == ","):
            place -= 1
        noun = verb.doc[place]
        if place < self.sentence.tokens.start or noun.dep_ in ("pobj", "dobj") or noun.ent_type_ in ("DATE", "TIME"):
            return None
        return noun if noun.pos_ in ("NOUN", "PROPN", "PRON") and can_speak(noun) else None

    def own_subject(self, verb: Token) -> Token | None:
        """The subject among the verb's own dependents; an inverted one ("said the envoy") wins."""
        own = [child for child in self.children(verb, *SUBJECTS) if child.text.lower() not in ("there",)]
        after = [child for child in own if child.i > verb.i]
        return after[-1] if after else own[-1] if own else None

    def antecedent(self, subject: Token, verb: Token) -> Token:
        """What a relative pronoun stands for; any other subject itself."""
        if subject.tag_ in ("WDT", "WP") or (subject.lower_ == "that" and verb.dep_ == "relcl"):
            for above in (verb, *self.ancestors(verb)):
                if above.dep_ == "relcl":
                    return self.head(above)
        return subject

    def inherited(self, verb: Token, depth: int) -> Token | None:
        """The subject that a verb without one takes from the clause it hangs on."""
        head = self.head(verb)
        if head == verb:
            return None
        describes = verb.dep_ == "acl" or (verb.dep_ == "relcl" and verb.tag_ == "VBG")
        if describes and head.pos_ in ("NOUN", "PROPN", "PRON"):
            above = next((item for item in self.ancestors(head) if item.pos_ == "VERB"), None)
            outer = self.subject(above, depth=depth - 1) if above is not None and not can_speak(head) else None
            return outer if outer is not None and can_speak(outer) else head
        if verb.dep_ == "pcomp":
            above = next((item for item in self.ancestors(head) if item.pos_ in ("VERB", "AUX")), None)
            return self.subject(above, depth=depth - 1) if above is not None else None
        if head.pos_ in ("VERB", "AUX"):
            if verb.dep_ == "xcomp" and self.children(head, "dobj") and verb.i > head.i and head.lemma_ not in ("use", "take"):
                return None
            if verb.dep_ in ("advcl", "xcomp") and self.is_passive(head):
                return next(iter(self.children(head, "nsubjpass")), None)
            return self.subject(head, depth=depth - 1)
        if head.pos_ == "ADJ" and verb.dep_ in ("xcomp", "conj", "advcl"):
            return self.subject(self.head(head), depth=depth - 1)
        if head.pos_ in ("NOUN", "PROPN") and verb.dep_ == "advcl":
            return head
        return None

    def is_negated(self, verb: Token) -> bool:
        """Is the verb denied (not, never, no longer; nobody as its subject)?"""
        if self.children(verb, "neg"):
            return True
        if any(
            child.lower_ in ("never", "neither", "nor", "hardly", "barely")
            for child in self.children(verb, "advmod", "preconj", "cc")
        ):
            return True
        subject = self.own_subject(verb)
        return subject is not None and (
            subject.lower_ in ("nobody", "none")
            or any(child.lower_ in ("no", "neither") for child in self.children(subject, "det"))
        )

    def cue_words(self, verb: Token) -> tuple[Token, Token]:
        """First and last word of a verb with its auxiliaries and particle, where these stand together."""
        first = last = verb
        helpers = {child.i: child for child in self.children(verb, "aux", "auxpass", "neg", "advmod", "prt")}
        doc = verb.doc
        while first.i - 1 in helpers and first.i - 1 >= self.sentence.tokens.start:
            first = doc[first.i - 1]
        while first.dep_ == "advmod" and first.i < verb.i:
            first = doc[first.i + 1]
        while last.i + 1 in helpers and helpers[last.i + 1].dep_ == "prt":
            last = doc[last.i + 1]
        return first, last


def can_speak(noun: Token) -> bool:
    """Is the word a name, a pronoun or a noun for somebody who says things?"""
    named = noun.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or noun.pos_ in ("PROPN", "PRON")
    return named or noun.lemma_.lower() in words("speakers")


def lemma_of(token: Token, known: Callable[[str], bool]) -> str:
    """The lemma of a word; where that is no known word (the parser gives "hop" for "hopes"), one cut off the word itself."""
    lemma, word = token.lemma_.lower(), token.lower_
    if known(lemma):
        return lemma
    for ending, instead in (
        ("s", ""),
        ("es", ""),
        ("ies", "y"),
        ("ed", ""),
        ("d", ""),
        ("ied", "y"),
        ("ing", ""),
        ("ing", "e"),
    ):
        if word.endswith(ending) and known(word.removesuffix(ending) + instead):
            return word.removesuffix(ending) + instead
    return lemma


def grammar_of(sentence: Sentence, reports: frozenset[str]) -> Grammar:
    """The tree of a sentence; `reports` are the lemmas of the verbs that report, whose coordination is mended.

    "denies that it is planning an attack and accuses Oslo": the parser hangs "accuses" on "planning"; its form agrees with
    "denies", so it belongs there.
    """
    heads = {token.i: token.head for token in sentence.tokens}
    for token in sentence.tokens:
        if token.lemma_.lower() not in reports:
            continue
        if token.dep_ == "conj" and token.tag_ in FINITE:
            mend(token, heads, reports)
        elif token.dep_ == "advcl" and token.tag_ == "VBG":
            mend_participle(token, heads, reports)
    below: dict[int, list[Token]] = {}
    for token in sentence.tokens:
        if heads[token.i].i != token.i:
            below.setdefault(heads[token.i].i, []).append(token)
    return Grammar(sentence, heads, {key: tuple(value) for key, value in below.items()})


def mend(verb: Token, heads: dict[int, Token], reports: frozenset[str]) -> None:
    """Hang a coordinated verb on the verb it agrees with, where it hangs on one inside that verb's complement."""
    if any(child.dep_ in SUBJECTS for child in verb.children):
        return
    inner = heads[verb.i]
    reporting = (
        any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children) and inner.lemma_.lower() not in reports
    )
    if agrees(verb, inner) and not has_dumb_subject(inner) and not reporting and not has_pronoun(inner):
        return
    if has_pronoun(inner) and agrees(verb, inner) and verb.lemma_.lower() in words("thought rather than said"):
        return
    fellow = agreeing(verb, inner, heads, reports)
    if fellow is None:
        return
    heads[verb.i] = fellow
    for word in inner.children:
        if word.dep_ in ("cc", "punct") and inner.i < word.i < verb.i and word.i >= verb.left_edge.i - 2:
            heads[word.i] = fellow


def agreeing(verb: Token, inner: Token, heads: dict[int, Token], reports: frozenset[str]) -> Token | None:
    """The verb above `inner` that a coordinated verb agrees with; past one whose subject is a pronoun, to one that reports."""
    found, above = None, inner
    while above.head != above and above.dep_ in COMPLEMENTS:
        above = heads[above.i]
        if above.pos_ == "VERB" and agrees(verb, above) and (found is None or above.lemma_.lower() in reports):
            found = above
            if not has_pronoun(above):
                break
    return found


def has_dumb_subject(verb: Token) -> bool:
    """Is the verb's subject a thing that reports nothing ("this was wrong and called for …")?"""
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    return subject is not None and (subject.lower_ in ("this", "that", "these", "those", "there") or subject.dep_ == "expl")


def has_pronoun(verb: Token) -> bool:
    """Is the verb's subject a pronoun, which most often means the speaker himself ("denied that it …, and accused …")?"""
    return any(child.dep_ in SUBJECTS and child.lower_ in ("it", "he", "she", "they") for child in verb.children)


def mend_participle(verb: Token, heads: dict[int, Token], reports: frozenset[str]) -> None:
    """Hang ", saying that" on the verb that reports, where it hangs on one inside that verb's complement which does not."""
    inner = heads[verb.i]
    if inner.lemma_.lower() in reports or not any(token.text == "," for token in verb.doc[max(verb.i - 3, 0) : verb.i]):
        return
    above = inner
    while heads[above.i].i != above.i:
        if above.dep_ not in COMPLEMENTS:
            return
        above = heads[above.i]
        if above.pos_ == "VERB" and above.lemma_.lower() in reports:
            heads[verb.i] = above
            return


def agrees(verb: Token, other: Token) -> bool:
    """Could the two share their subject and tense?"""
    tag = other.tag_
    if tag in ("VBN", "VBG", "VB"):
        helpers = [child.tag_ for child in other.children if child.dep_ in ("aux", "auxpass")]
        if tag == "VBN" and "VBD" not in helpers and not helpers:
            tag = "VBD"
        elif "VBZ" in helpers or "VBP" in helpers:
            tag = verb.tag_ if verb.tag_ in ("VBZ", "VBP") and other.dep_ in ("ROOT",) else tag
    return tag == verb.tag_
