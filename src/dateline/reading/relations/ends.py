"""Who stands at the ends of a relation: questions asked of one sentence."""

from collections.abc import Iterable, Sequence

from dateline.knowledge.relations import words_for
from dateline.knowledge.rules import rule
from dateline.model.evidence import Evidence
from dateline.model.party import PartyKind
from dateline.reading.desk import (
    End,
    Scene,
    Word,
    agents,
    is_passive,
    subjects,
    surface_subjects,
    undergoers,
)

__all__ = [
    "doers",
    "done_to",
    "ends_at",
    "fits",
    "once",
    "opening",
    "owners",
    "plain",
    "renamed",
    "sides",
    "undergone",
    "word_at",
    "words_between",
]

LONGEST_LIST = 30
"""Members of a coordination that are followed."""

ABOUT = ("of", "for", "to", "in")
"""Prepositions that bring in whose member, ally or ambition it is."""

NEAR = 6
"""Words before a noun among which the beginning of its phrase is looked for."""

LEFT_PARTS = ("amod", "compound")


def words_between(scene: Scene, first: int, last: int) -> tuple[Word, ...]:
    """The words of the sentence numbered from `first` up to but not including `last`."""
    start = scene.sentence.tokens.start
    return scene.sentence.words[max(0, first - start) : max(0, last - start)]


def word_at(scene: Scene, number: int) -> Word | None:
    """The word of that number, None outside of the sentence."""
    return next(iter(words_between(scene, number, number + 1)), None) if number >= scene.sentence.tokens.start else None


def opening(words: Sequence[Word], expressions: Iterable[str]) -> int:
    """How many of the words the longest of the expressions takes with which they begin."""
    said = [word.lower for word in words]
    return max((len(each.split()) for each in expressions if said[: len(each.split())] == each.split()), default=0)


def once(ends: Iterable[End]) -> list[End]:
    """Each party once, where it is first named."""
    found: dict[str, End] = {}
    for end in ends:
        found.setdefault(end.id, end)
    return list(found.values())


def ends_at(scene: Scene, word: Word) -> list[End]:
    """The parties a noun phrase stands for; a relative pronoun stands for what is before it."""
    return antecedents(scene, word) if is_relative(word) else scene.ends(word)


def is_relative(word: Word) -> bool:
    """Is it "which", "who" or "that" as the subject or object of a clause?"""
    return word.tag in ("WDT", "WP") or (word.lower == "that" and word.dep in ("nsubj", "nsubjpass"))


def sides(scene: Scene, word: Word) -> list[End]:
    """The parties of a noun phrase and of those coordinated with it, each once."""
    return once(end for each in word.conjuncts()[:LONGEST_LIST] for end in ends_at(scene, each))


def antecedents(scene: Scene, pronoun: Word) -> list[End]:
    """Whom a relative pronoun stands for: the party right before it, else whatever the grammar says.

    Where the verb is plural, or its form does not tell, those coordinated with the party count too.
    """
    verb = pronoun.head if pronoun.head.is_verb else pronoun.head.head
    last = before_clause(scene, pronoun)
    found = scene.ends(last) if last is not None else []
    if not found or last is None:
        nouns = surface_subjects(verb) if pronoun.dep in ("nsubj", "nsubjpass") else verb.head.conjuncts()
        return [end for noun in nouns if verb.dep == "relcl" for end in scene.ends(noun)]
    for _ in range(LONGEST_LIST):
        more = scene.ends(last.head) if last.dep == "conj" and not is_singular(verb) else []
        if not more:
            break
        found, last = more + found, last.head
    return once(found)


def before_clause(scene: Scene, pronoun: Word) -> Word | None:
    """The last word before a relative clause, without its comma and preposition."""
    before = words_between(scene, scene.sentence.tokens.start, pronoun.i)
    return next((word for word in reversed(before) if word.pos != "PUNCT"), None)


def is_singular(verb: Word) -> bool:
    """Does the verb, or its auxiliary, agree with one only?"""
    return any(form.tag == "VBZ" or form.lower == "was" for form in (verb, *verb.children("aux", "auxpass")))


def doers(scene: Scene, verb: Word) -> list[End]:
    """Whoever does what the verb says."""
    if is_bare(scene, verb):
        return once(end for noun in agents(verb) for end in ends_at(scene, noun))
    if not is_passive(verb) and (pronoun := relative_subject(verb)) is not None:
        return antecedents(scene, pronoun)
    return once(end for word in subjects(verb)[:LONGEST_LIST] for end in ends_at(scene, word))


def relative_subject(verb: Word) -> Word | None:
    """The relative pronoun that is the verb's subject, or that of the verb which it completes or goes on from."""
    above = verb
    while (own := above.child("nsubj", "nsubjpass")) is None:
        if above.is_top or above.dep not in ("xcomp", "conj"):
            return None
        above = above.head
    return own if is_relative(own) and (above is verb or not above.any("dobj")) else None


def undergone(scene: Scene, verb: Word) -> list[Word]:
    """The nouns it is done to: objects, the subject of a passive, the noun that a participle follows."""
    if is_bare(scene, verb):
        return [each for subject in verb.children("nsubj") for each in subject.conjuncts()]
    pronouns = [word for word in verb.children("dobj", "nsubjpass") if is_relative(word)]
    if any(ends_at(scene, pronoun) for pronoun in pronouns):
        return pronouns
    shared = verb.dep in ("xcomp", "advcl") and is_passive(verb)
    return undergoers(verb) or (surface_subjects(verb) if shared else [])


def is_bare(scene: Scene, verb: Word) -> bool:
    """Is it a participle of the passive that the parse has taken for the main verb ("OPEC, set up in 1960, meets")?"""
    before = word_at(scene, verb.i - 1)
    open_ = before is not None and before.text in (",", "(")
    return verb.tag == "VBN" and open_ and verb.any("nsubj") and not verb.any("aux", "auxpass")


def done_to(scene: Scene, verb: Word) -> list[End]:
    """The parties it is done to."""
    return once(end for word in undergone(scene, verb)[:LONGEST_LIST] for end in ends_at(scene, word))


def owners(scene: Scene, noun: Word, prepositions: tuple[str, ...] = ABOUT) -> list[End]:
    """Whose a noun is: a possessive, a name before it in its phrase, or what follows "of" and its like."""
    for word in reversed(words_between(scene, noun.i - NEAR, noun.i)):
        if found := ends_at(scene, word):
            return coordinated_before(scene, word, found)
        if word.pos not in ("ADJ", "NOUN", "ADV", "PART", "PROPN", "NUM") and word.text != "-" and word.tag != "VBG":
            break
    behind = [preposition for preposition in noun.children("prep") if preposition.lower in prepositions]
    return once(end for each in behind for thing in each.children("pobj") for end in sides(scene, thing))


def coordinated_before(scene: Scene, word: Word, found: list[End]) -> list[End]:
    """A party before a noun with what "and" or a hyphen joins to it ("India-China dispute", "U.S. and British allies")."""
    before = [each for each in words_between(scene, word.i - NEAR, word.i) if scene.sentence.place(each) < found[0].span.start]
    if len(before) >= 2 and before[-1].lower in ("and", "-", "–") and (more := ends_at(scene, before[-2])):
        return once((*more, *found))
    return found


def plain(scene: Scene, word: Word) -> End | None:
    """The words of a noun phrase that is no party: those who are backed ("separatist rebels"), in lower case but for names."""
    first = word
    for before in reversed(words_between(scene, word.i - 5, word.i)):
        if before.pos not in ("ADJ", "NOUN", "PROPN") or before.head.i < before.i or before.dep not in LEFT_PARTS:
            break
        first = before
    if not first.text[:1].isalnum():
        return None
    span = scene.sentence.span(first, word)
    said = (each.text if is_name(each) else each.lower for each in words_between(scene, first.i, word.i + 1))
    evidence = Evidence(span, rule("relations", "plain words"))
    return End(" ".join(said), None, None, "description", span, evidence, word)


def is_name(word: Word) -> bool:
    """Is the word a name, not one in capitals because the sentence begins?"""
    return (word.pos == "PROPN" or bool(word.ent)) and not {word.lower, word.lower.removesuffix("s")} & words_for("backed")


def fits(ends: Iterable[End], kinds: tuple[PartyKind, ...]) -> list[End]:
    """Those of the kinds that an end of the relation can be."""
    return [end for end in ends if end.kind is None or end.kind in kinds]


def renamed(scene: Scene, noun: Word) -> list[End]:
    """Whom a noun phrase explains: "the council, a format", "Turkey, a NATO member"."""
    if noun.dep == "appos" and (
        found := [end for end in sides(scene, noun.head) if end.word is not None and end.word.i < noun.i]
    ):
        return found
    return set_off(scene, noun) if noun.tag == "NN" else []


def set_off(scene: Scene, head: Word) -> list[End]:
    """Whom a phrase between commas explains, however the parse has hung it ("Botswana, Zambia's longtime ally, …")."""
    inside, last = head.subtree(), head.right_edge
    behind = word_at(scene, last.i + 1)
    if last.text != "," and (behind is None or behind.text not in (",", ".")):
        return []
    for word in reversed(words_between(scene, head.i - NEAR, head.i)):
        explained = word_at(scene, word.i - 1)
        if word.text == ",":
            return scene.ends(explained) if explained is not None else []
        if word not in inside:
            break
    return []
