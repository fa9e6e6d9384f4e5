"""The words of a sentence as the event reader walks them: plain values, read from the parse once."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Span as TokenSpan

from dateline.knowledge.events import class_of

__all__ = ["Word", "conjuncts", "flat", "nearby", "subjects", "tree", "undergoers"]

DEEPEST = 8
LONGEST_LIST = 20
COLUMNS: list[int | str] = ["LOWER", "LEMMA", "POS", "TAG", "DEP", "HEAD"]
RELATIVE = ("which", "who", "that", "whom")


@dataclass(slots=True, eq=False)
class Word:
    """A token with its place `i` in the Doc, and the words that depend on it."""

    i: int
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: "Word" = field(init=False)
    below: list["Word"] = field(default_factory=list)

    def children(self, *labels: str) -> list["Word"]:
        """The direct dependents with one of these labels, in text order."""
        return [child for child in self.below if child.dep in labels]

    def any(self, *labels: str) -> bool:
        """Has it a dependent with one of these labels?"""
        return any(child.dep in labels for child in self.below)

    @property
    def is_verb(self) -> bool:
        """Is it a verb, or a participle that is used as an adjective?"""
        return self.pos in ("VERB", "AUX")

    @property
    def is_passive(self) -> bool:
        """Is it a verb in the passive, or a bare participle of the passive after a noun?"""
        if self.any("auxpass", "nsubjpass"):
            return True
        if self.tag == "VBN" and self.dep == "conj" and not self.any("nsubj", "aux"):
            return self.head.tag == "VBN" and self.head.any("auxpass", "nsubjpass")
        return self.tag in ("VBN", "VBD") and self.dep in ("acl", "amod") and not self.any("aux", "nsubj", "dobj")

    def ancestors(self) -> Iterator["Word"]:
        """The words above, nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word


def tree(tokens: TokenSpan) -> list[Word]:
    """The words of a sentence, linked."""
    strings = tokens.doc.vocab.strings
    start = tokens.start
    rows = tokens.doc.to_array(COLUMNS)[start : tokens.end].tolist()
    words = [
        Word(start + number, strings[lower], strings[lemma].lower(), strings[pos], strings[tag], strings[dep])
        for number, (lower, lemma, pos, tag, dep, _) in enumerate(rows)
    ]
    for number, row in enumerate(rows):
        offset = row[5] - (1 << 64) if row[5] >= (1 << 63) else row[5]
        word, head = words[number], words[number + offset]
        word.head = head
        if head is not word:
            head.below.append(word)
    return words


def flat(word: Word, depth: int = DEEPEST) -> Iterator[Word]:
    """The word and all beneath it, to a depth."""
    yield word
    if depth:
        for child in word.below:
            yield from flat(child, depth - 1)


def conjuncts(word: Word) -> Iterator[Word]:
    """The word and what is coordinated after it."""
    for _ in range(LONGEST_LIST):
        yield word
        following = next((child for child in word.below if child.dep == "conj" and child.i > word.i), None)
        if following is None:
            return
        word = following


def nearby(words: list[Word], word: Word, before: int = 0, after: int = 0) -> list[Word]:
    """The words that stand right before and after."""
    at = word.i - words[0].i
    return words[max(0, at - before) : at] + words[at + 1 : at + 1 + after]


def subjects(verb: Word, depth: int = DEEPEST) -> list[Word]:
    """The head words of whoever does what the verb says, coordinated ones apart; empty where the sentence hides it."""
    if depth == 0:
        return []
    if verb.is_passive:
        agents = [noun for by in verb.below if by.dep == "agent" for noun in by.children("pobj")]
        return [each for agent in agents for each in conjuncts(agent)]
    own = verb.children("nsubj", "csubj")
    if own:
        first = own[-1] if own[-1].i > verb.i and len(own) > 1 else own[0]
        return [each for subject in antecedent(first, verb) for each in conjuncts(subject)]
    return inherited(verb, depth)


def antecedent(pronoun: Word, verb: Word) -> list[Word]:
    """What a relative pronoun stands for; any other word itself."""
    if pronoun.tag not in ("WDT", "WP") and not (pronoun.lower == "that" and verb.dep == "relcl"):
        return [pronoun]
    for word in (verb, *verb.ancestors()):
        if word.dep == "relcl":
            return [word.head]
    return []


def inherited(verb: Word, depth: int) -> list[Word]:
    """The subject that a verb without one of its own takes from the clause that it hangs on."""
    head = verb.head
    if head is verb:
        return []
    if verb.dep in ("acl", "relcl") and head.pos in ("NOUN", "PROPN", "PRON"):
        if verb.tag == "VBG" and head.dep not in ("dobj", "pobj"):
            return list(conjuncts(head))
        if verb.tag == "VBG" and (is_agent(head) or not head.head.is_verb):
            return list(conjuncts(head))
        owner = next((child for child in head.below if child.dep == "poss"), None)
        if owner is not None:
            return [owner]
        above = next((word for word in head.ancestors() if word.is_verb), None)
        return subjects(above, depth - 1) if above is not None and head.dep in ("dobj", "pobj", "attr") else []
    if verb.dep == "xcomp" and head.is_verb:
        objects = head.children("dobj") or [noun for p in head.children("prep") for noun in p.children("pobj") if p.i < verb.i]
        if objects and head.lemma in class_of("controlling"):
            return list(conjuncts(objects[0]))
    if verb.dep in ("pcomp", "acomp") or not head.is_verb:
        above = next((word for word in verb.ancestors() if word.is_verb), None)
        if above is not None and verb.dep == "pcomp" and above.lemma in class_of("blaming"):
            blamed = above.children("dobj", "nsubjpass")
            return list(conjuncts(blamed[0])) if blamed else []
        return surface(above, depth) if above is not None else []
    if verb.dep == "ccomp" and (verb.tag not in ("VBG", "VB") or verb.any("expl")):
        return []
    return surface(head, depth) if verb.dep in ("xcomp", "advcl", "ccomp", "conj", "dep", "parataxis", "ROOT") else []


def surface(verb: Word, depth: int) -> list[Word]:
    """The subject of a verb, of a passive the one that it has on the surface ("is expected to attend")."""
    on_top = verb.children("nsubjpass")
    return [each for top in on_top for each in conjuncts(top)] if on_top else subjects(verb, depth - 1)


def is_agent(word: Word) -> bool:
    """Could the noun act by itself?"""
    return word.pos in ("PROPN", "PRON")


def undergoers(verb: Word) -> list[Word]:
    """The head words of what it is done to: objects, the subject of a passive, the noun that a participle follows."""
    found = [word for label in ("dobj", "nsubjpass", "attr", "oprd", "acomp") for word in verb.children(label)]
    for clause in verb.children("ccomp"):
        if not clause.is_verb and clause.i > verb.i:  # "found him guilty"
            found += [clause, *clause.children("nsubj")]
    if verb.is_passive and verb.dep in ("acl", "amod") and not verb.any("nsubjpass"):
        found.append(verb.head)
    if verb.is_passive and verb.dep == "conj" and not found:
        found += verb.head.children("nsubjpass")
    if verb.dep == "relcl" and verb.head.pos in ("NOUN", "PROPN"):
        relative = [word for word in verb.children("dobj", "nsubjpass") if word.lower in RELATIVE]
        if relative or (not verb.any("dobj") and verb.any("nsubj") and not any(w.lower in RELATIVE for w in verb.below)):
            found = [word for word in found if word not in relative] + [deed(verb.head) if relative else verb.head]
    after = next((w for w in verb.below if w.dep == "conj" and w.tag == verb.tag and w.is_verb), None) if not found else None
    if after is not None and not after.any("nsubj", "nsubjpass") and after.i - verb.i <= 3:
        found = after.children("dobj")
    return [each for word in found for each in conjuncts(word)]


def deed(noun: Word) -> Word:
    """What a relative clause tells of where its noun closes a phrase: "the attack on Chad, which Mali condemned"."""
    above = noun.head.head
    if noun.dep == "pobj" and noun.head.lower in ("against", "on", "of") and above.lemma in class_of("hostilities"):
        return above
    return noun
