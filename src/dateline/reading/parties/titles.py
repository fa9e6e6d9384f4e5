"""Titles before and after the names of persons, and the office and side that they give."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from dateline.knowledge.lists import listed
from dateline.knowledge.parties import titles
from dateline.knowledge.rules import rule
from dateline.model.evidence import Span
from dateline.reading.desk import Sentence
from dateline.reading.parties.lexicon import Hit, known
from dateline.reading.parties.persons import Name

__all__ = ["Title", "find_title", "title_after", "title_words"]

LONGEST_TITLE = 14
LONGEST_APPOSITION = 22


@dataclass(frozen=True)
class Title:
    """What the words around a name say of the person: office, side, and the words that say so."""

    words: str
    side: str | None
    span: Span
    rule: str
    first: int
    last: int


@cache
def title_words() -> frozenset[str]:
    """All single words that can end a title."""
    lists = titles()
    return frozenset(word.split()[-1] for word in (*lists.offices, *lists.ranks))


def find_title(sentence: Sentence, name: Name, hits: Sequence[Hit]) -> Title | None:
    """The title of a named person: before the name, after it in apposition, or a party's possessive straight before."""
    return title_before(sentence, name, hits) or title_after(sentence, name, hits) or side_before(sentence, name, hits)


def title_before(sentence: Sentence, name: Name, hits: Sequence[Hit]) -> Title | None:
    """ "Russian Deputy Foreign Minister NAME", "the EU's top diplomat, NAME"."""
    doc = sentence.tokens.doc
    last = name.first - 1
    comma = last > sentence.tokens.start and doc[last].text == ","
    if comma:
        last -= 1
    while last >= sentence.tokens.start and doc[last].lower_ in titles().forms:
        last -= 1
    end = last
    if comma and (linked := linked_party(doc, last, hits)) and linked >= sentence.tokens.start:
        last = linked
    if last < sentence.tokens.start or doc[last].lower_ not in title_words() or (comma and doc[last].tag_ == "NNS"):
        return None
    first = last
    while first > sentence.tokens.start and last - first < LONGEST_TITLE and continues(doc, first - 1, last, hits):
        first -= 1
    inside = [hit for hit in hits if first <= hit.first and hit.last <= last and hit.role not in ("person", "place")]
    office = office_words(doc, first, last, inside)
    if not inside and last < end and doc[last + 1].lower_ != "to":
        inside = [hit for hit in hits if last < hit.first and hit.last <= end]
    if comma and not inside and doc[first].lower_ not in ("the", "a", "an", "its", "his", "her"):
        return None
    side = side_of(inside)
    way = rule("parties", "title before comma") if comma else rule("parties", "title before")
    return Title(office, side, sentence.span(doc[first], doc[end]), way, first, end)


def linked_party(doc: Doc, last: int, hits: Sequence[Hit]) -> int | None:
    """The title word before "of", "for", "to" or "in" and the name of a party that ends at `last`."""
    for hit in hits:
        if hit.last == last and hit.role in ("name", "capital"):
            index = hit.first - 1
            if doc[index].lower_ == "the":
                index -= 1
            if (
                index > 0
                and doc[index].lower_ in listed("parties/words", "linking a party")
                and doc[index - 1].lower_ in title_words()
            ):
                return index - 1
    return None


def continues(doc: Doc, index: int, last: int, hits: Sequence[Hit]) -> bool:
    """Can the title that ends at `last` reach back over this token?"""
    token = doc[index]
    if any(hit.first <= index <= hit.last and hit.role not in ("person", "place") for hit in hits):
        return True
    word = token.lower_
    if word in ("'s", "’s"):
        return any(hit.first <= index - 1 <= hit.last for hit in hits) or doc[index - 1].pos_ == "NOUN"
    if word == "the" and doc[index + 1].dep_ in ("poss", "compound", "amod"):
        return True
    if token.ent_type_ in ("DATE", "TIME", "PERSON"):
        return False
    if word in titles().modifiers or word in title_words() or word in titles().ranks:
        return True
    if word == "and":
        return doc[index - 1].lower_ in titles().offices | titles().ranks
    if word in ("of", "for", "-"):
        return (
            doc[index - 1].lower_ in title_words()
            or word == "-"
            or doc[index - 1].lower_ in listed("parties/words", "ministries")
        )
    if token.tag_ in ("JJ", "VBN") and not token.text.istitle() and token.dep_ in ("amod", "compound"):
        return True
    return (
        token.pos_ in ("NOUN", "PROPN", "ADJ")
        and token.dep_ in ("compound", "amod", "nmod", "poss")
        and index < token.head.i <= last
    )


def office_words(doc: Doc, first: int, last: int, inside: Sequence[Hit]) -> str:
    """The title without the names of parties, articles and possessives."""
    covered = {index for hit in inside for index in range(hit.first, hit.last + 1)}
    words = [
        doc[index].text.lower()
        for index in range(first, last + 1)
        if index not in covered and doc[index].lower_ not in ("the", "a", "an", "'s", "’s", "its", "his", "her", "their")
    ]
    while words and words[0] in ("and", "of", "-", "for"):
        words.pop(0)
    return " ".join(words).replace(" - ", "-")


def side_of(inside: Sequence[Hit]) -> str | None:
    """The state or body that the hits of a title speak of: the first, or the parent of an organ."""
    for hit in inside:
        if hit.joined:
            continue
        party = known()[hit.terms[0].id]
        return party.of if party.kind == "organ" and party.of else party.id
    return None


def title_after(sentence: Sentence, name: Name, hits: Sequence[Hit]) -> Title | None:
    """ "NAME, Russia's foreign ministry spokesperson,", "NAME, who heads ..." is none."""
    doc = sentence.tokens.doc
    first = name.last + 1
    if first + 1 >= sentence.tokens.end or doc[first].text not in (",", "(", "-", "–", "—"):
        return None
    first += 1
    last = first
    noun: int | None = None
    while last < sentence.tokens.end and last - first < LONGEST_APPOSITION:
        token = doc[last]
        if token.text in ",;:.()—–" and not (noun is None and token.text == ","):
            break
        if token.pos_ in ("VERB", "AUX", "PRON", "SCONJ") and token.dep_ != "amod" and token.tag_ != "PRP$":
            break
        if (
            token.lower_ in title_words()
            and not token.lower_.endswith(".")
            and (noun is None or doc[last - 1].lower_ not in listed("parties/words", "links"))
        ):
            noun = last if noun is None or joined_to(doc, noun, last) else noun
        last += 1
    if noun is None or not starts_apposition(doc, first, noun, hits):
        return None
    inside = [hit for hit in hits if first <= hit.first and hit.last < last and hit.role not in ("person", "place")]
    ahead = [hit for hit in inside if hit.last < noun] or [hit for hit in inside if follows_link(doc, noun, hit)]
    words = office_words(doc, first, noun, [hit for hit in inside if hit.last <= noun])
    return Title(words, side_of(ahead), sentence.span(doc[first], doc[last - 1]), rule("parties", "title after"), first, noun)


def joined_to(doc: Doc, earlier: int, later: int) -> bool:
    """Is the later title word the end of the same title ("ministry press secretary")?"""
    return all(doc[index].pos_ in ("NOUN", "PROPN", "ADJ") or doc[index].text in "'s-" for index in range(earlier + 1, later))


def starts_apposition(doc: Doc, first: int, noun: int, hits: Sequence[Hit]) -> bool:
    """Do the words before the title noun allow an apposition (article, modifiers, names of parties)?"""
    for index in range(first, noun):
        token = doc[index]
        inside = any(hit.first <= index <= hit.last and hit.role not in ("person", "place") for hit in hits)
        if not inside and token.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PART", "CCONJ", "ADP", "NUM", "ADV", "PUNCT"):
            return token.dep_ == "amod" or token.tag_ == "PRP$"
        if token.text == "," or (token.pos_ == "ADP" and index == first):
            return False
    return True


def follows_link(doc: Doc, noun: int, hit: Hit) -> bool:
    """Does a party follow the title noun by way of "of", "for", "at" or "in"?"""
    between = [doc[index] for index in range(noun + 1, hit.first)]
    links = [token.lower_ for token in between if token.pos_ in ("ADP", "PART") and token.lower_ not in ("'s", "’s")]
    return len(between) <= 6 and bool(links) and links[0] in listed("parties/words", "sided by") and "to" not in links


def side_before(sentence: Sentence, name: Name, hits: Sequence[Hit]) -> Title | None:
    """ "The EU's NAME", "Russia's NAME"."""
    doc = sentence.tokens.doc
    if name.first - 2 < sentence.tokens.start or doc[name.first - 1].lower_ not in ("'s", "’s"):
        return None
    for hit in hits:
        if hit.last in (name.first - 1, name.first - 2) and hit.role in ("name", "capital", "seat"):
            span = sentence.span(doc[hit.first], doc[name.first - 1])
            return Title("", side_of([hit]), span, rule("parties", "owner before"), hit.first, name.first - 1)
    return None
