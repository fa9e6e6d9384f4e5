"""Role nouns: officials, ministers, ministries and peoples, with or without the name of a state or body."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.knowledge.lists import listed
from dateline.knowledge.parties import titles
from dateline.knowledge.rules import rule
from dateline.knowledge.statements import cues_by_word
from dateline.model.evidence import Evidence, Span
from dateline.model.party import How, PartyKind
from dateline.reading.desk import Sentence, head_of, is_plural, lemma_of
from dateline.reading.parties.lexicon import Hit, known

__all__ = ["Role", "diplomacy_of", "is_put_in", "organ_before", "organ_of", "read_role", "side_id", "sides_around"]

BREAKING = frozenset(("ADP", "VERB", "AUX", "PRON", "SCONJ", "INTJ"))


@dataclass(frozen=True)
class Role:
    """A role noun read: the parties (id, name, kind, side), how, words, rule."""

    parties: tuple[tuple[str, str, PartyKind, str | None], ...]
    how: How
    span: Span
    evidence: Evidence
    first: int
    last: int


def left_edge(sentence: Sentence, head: Token) -> int:
    """The first token of the noun phrase that can still modify the noun."""
    doc = sentence.tokens.doc
    index = head.i
    lowest = max(head.left_edge.i, sentence.tokens.start, head.i - 12)
    while index > lowest:
        token = doc[index - 1]
        if token.pos_ in BREAKING and not (token.tag_ in ("VBN", "VBG", "PRP$") and token.dep_ in ("amod", "poss", "compound")):
            break
        dash = token.text in ("-", "–", "—", "--") and bool(doc[token.i - 1].whitespace_)
        if token.text in '();:"“”' or dash:
            break
        if token.text == "," and not any(other.pos_ == "CCONJ" for other in doc[index : head.i]):
            break
        index -= 1
    return index


def sides_around(sentence: Sentence, head: Token, hits: Sequence[Hit]) -> tuple[list[Hit], list[Hit]]:
    """The parties that modify a noun from the left, and those that follow it with "of", "for", "from", "at" or "in"."""
    first = left_edge(sentence, head)
    inside = [hit for hit in hits if first <= hit.first and hit.last < head.i and hit.role != "person"]
    before = [hit for hit in inside if not hit.joined or is_put_in(sentence, hit)]
    after: list[Hit] = []
    if not before:
        shared = [child for other in head.conjuncts if other.i > head.i for child in other.children]
        for child in (*head.children, *shared):
            if (
                child.dep_ == "prep"
                and child.lower_ in listed("parties/words", "beside a noun")
                and child.i > head.i
                and not after
            ):
                after += [hit for hit in hits if follows(sentence, child, hit)]
    return before, after


def is_put_in(sentence: Sentence, hit: Hit) -> bool:
    """Is it whoever put somebody in ("the Chilean-appointed head"), before a hyphen?"""
    behind = [token.lower_ for token in sentence.tokens.doc[hit.last + 1 : hit.last + 3]]
    return behind[:1] == ["-"] and behind[-1] in listed("parties/words", "put in by")


def follows(sentence: Sentence, preposition: Token, hit: Hit) -> bool:
    """Is the hit the object of the preposition, or coordinated with it?"""
    if hit.role == "person" or hit.joined or hit.role == "adjective":
        return False
    token = sentence.tokens.doc[head_of(sentence, hit.first, hit.last)]
    for _ in range(8):
        if token.dep_ == "pobj":
            return token.head.i == preposition.i
        if token.dep_ not in ("conj", "compound", "case", "poss", "nmod"):
            return False
        token = token.head
    return False


def organ_before(sentence: Sentence, head: Token) -> tuple[str, int] | None:
    """The organ that ends at this noun ("foreign ministry"), and its first token."""
    doc = sentence.tokens.doc
    organs = titles().organs
    for first in range(max(sentence.tokens.start, head.i - 3), head.i + 1):
        if name := organs.get(" ".join(doc[index].lower_ for index in range(first, head.i + 1))):
            return name, first
    for last in range(head.i + 1, min(sentence.tokens.end, head.i + 4)):
        if name := organs.get(" ".join(doc[index].lower_ for index in range(head.i, last + 1))):
            return name, head.i
    return None


def side_id(hit: Hit) -> str:
    """The state or body a hit speaks of: itself, or the parent of an organ of a state."""
    party = known()[hit.terms[0].id]
    return party.of if party.kind == "organ" and party.of else party.id


def distinct(hits: Sequence[Hit]) -> list[str]:
    """The sides of hits, each once."""
    return list(dict.fromkeys(side_id(hit) for hit in hits))


def read_role(sentence: Sentence, head: Token, hits: Sequence[Hit], owners: Sequence[str] = ()) -> Role | None:
    """What a role noun with the name of a state or body stands for; None without such a name.

    `owners` are the sides of a possessive before it that is no name ("its negotiators", "the alliance's chief").
    """
    before, after = sides_around(sentence, head, hits)
    sides = distinct(before or after) or list(owners)
    if not sides:
        return None
    lemma, lists = lemma_of(head), titles()
    first = min([hit.first for hit in before] + [head.i])
    last = max([hit.last for hit in after] + [head.i])
    doc = sentence.tokens.doc
    span = sentence.span(doc[first], doc[last])
    if organ := organ_before(sentence, head):
        evidence = Evidence(span, rule("parties", "organ"))
        parts: list[tuple[str, str, PartyKind, str | None]] = [
            (organ_of(side, organ[0]), f"{organ[0]} of {known()[side].name}", "organ", side) for side in sides
        ]
        return Role(tuple(parts), "office", span, evidence, first, last)
    if len(sides) == 1 and is_itself(sides[0], lemma):
        evidence = Evidence(span, rule("parties", "body itself"))
        return Role((stands_for(sides[0]),), "description", span, evidence, first, last)
    if lemma in lists.governments or (is_plural(head) and lemma in lists.standing_for):
        evidence = Evidence(span, rule("parties", "officials"))
        return Role(tuple(stands_for(side) for side in sides), "office", span, evidence, first, last)
    if is_plural(head) and lemma in listed("parties/words", "members") and before and speaks(head) and all(map(is_body, sides)):
        evidence = Evidence(span, rule("parties", "members"))
        return Role(tuple(stands_for(side) for side in sides), "office", span, evidence, first, last)
    if is_plural(head) and lemma in lists.people:
        evidence = Evidence(span, rule("parties", "people of a side"))
        word = head.lower_
        return Role(tuple(unnamed(side, word) for side in sides), "description", span, evidence, first, last)
    if not is_plural(head) and (bears_title(sentence, head, lemma) or lemma in lists.people or diplomacy_of(head)):
        evidence = Evidence(span, rule("parties", "unnamed holder"))
        return Role(tuple(unnamed(side, lemma) for side in sides), "office", span, evidence, first, last)
    if before and len(sides) == 1 and speaks(head) and acts_for_side(head):
        evidence = Evidence(span, rule("parties", "speaks for a side"))
        return Role((unnamed(sides[0], head.lower_),), "description", span, evidence, first, last)
    return None


def bears_title(sentence: Sentence, head: Token, lemma: str) -> bool:
    """Is it an office ("attorney general"), a throne, or a rank whose bearer speaks?"""
    offices, doc = titles().offices, sentence.tokens.doc
    if lemma in offices or lemma in listed("parties/words", "crowned"):
        return True
    starts = range(max(sentence.tokens.start, head.i - 2), head.i)
    if any(doc[first : head.i + 1].text.lower() in offices for first in starts):
        return True
    return lemma in listed("parties/words", "ranked") and speaks(head)


def acts_for_side(head: Token) -> bool:
    """Is it somebody, or a body, that may speak for a side ("the Chilean operator", "the Chilean mission")?"""
    lemma = lemma_of(head)
    if lemma in listed("parties/words", "own trade") | listed("parties/words", "members") or lemma.endswith("paper"):
        return False
    return lemma in listed("parties/words", "speaking bodies") or lemma.endswith(("er", "or", "ian", "ist", "man", "woman"))


def diplomacy_of(head: Token) -> list[Token]:
    """The word in "head of American diplomacy" that says whose head it is."""
    return [noun for link in head.rights if link.lower_ == "of" for noun in link.children if noun.lower_ == "diplomacy"]


def speaks(head: Token) -> bool:
    """Is it the subject of a verb by which somebody says or does something with words?"""
    return head.dep_ == "nsubj" and bool(cues_by_word().get(("verb", head.head.lemma_)))


def is_body(side: str) -> bool:
    """Is it a body of several states?"""
    return known()[side].kind == "organisation"


def is_itself(side: str, lemma: str) -> bool:
    """Does the noun only say what the body is ("the G7 group", "the NATO alliance")?"""
    party = known()[side]
    what = lemma in listed("parties/words", "alliances") or lemma in party.descriptions
    return what and party.kind in ("organisation", "group")


def organ_of(side: str, name: str) -> str:
    """The id of an organ of a side, as the side itself names it."""
    return titles().organ_names.get(f"{side}:{name}", f"{side}:{name}")


def stands_for(side: str) -> tuple[str, str, PartyKind, str | None]:
    """The state or body itself."""
    party = known()[side]
    return party.id, party.name, party.kind, party.of


def unnamed(side: str, word: str) -> tuple[str, str, PartyKind, str | None]:
    """An unnamed source of a side; spokesmen and spokeswomen are spokespersons."""
    word = "spokesperson" if word in listed("parties/words", "spokespersons") else word
    return f"{side}:{word}", f"{known()[side].name} {word}", "unnamed", side
