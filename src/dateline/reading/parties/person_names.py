"""The persons' names of a sentence: known ones, what the model calls a person, what a title stands beside."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from spacy.tokens import Doc, Token

from dateline.knowledge.atlas import cities_called
from dateline.knowledge.lists import listed
from dateline.knowledge.parties import terms, titles
from dateline.knowledge.places import careful
from dateline.reading.desk import Sentence
from dateline.reading.parties.lexicon import Hit, careful_names, fold, surnames
from dateline.reading.parties.persons import Name
from dateline.reading.parties.titles import title_after, title_words

__all__ = ["find_names", "form_words"]

MISREAD = frozenset(("ORG", "GPE", "LOC", "NORP", "PRODUCT", "FAC", "WORK_OF_ART"))


@cache
def form_words() -> frozenset[str]:
    """Words before a name that are no part of it."""
    return frozenset(
        {*titles().forms, *(word for rank in titles().ranks for word in rank.split())} | (title_words() - {"major"})
    )


def find_names(sentence: Sentence, hits: Sequence[Hit], day: date | None = None) -> list[Name]:
    """The persons' names of a sentence: known full names first, then what the model calls a person or a title precedes."""
    taken: set[int] = set()
    found: list[Name] = []
    for hit in hits:
        if hit.role == "person":
            ids = tuple(term.id for term in hit.terms)
            found.append(Name(hit.first, hit.last, hit.start, hit.end, hit.words, ids))
            taken.update(range(hit.first, hit.last + 1))
    places = {index for hit in hits if is_no_name(hit) for index in range(hit.first, hit.last + 1)}
    doc = sentence.tokens.doc
    for first, last in (*entity_names(sentence), *surname_tokens(sentence, day), *titled_names(sentence)):
        if name := trimmed(sentence, doc, first, last, places):
            indices = range(name.first, name.last + 1)
            if not taken.intersection(indices):
                found.append(name)
                taken.update(indices)
    for name in apposed_names(sentence, hits):
        indices = range(name.first, name.last + 1)
        if not taken.intersection(indices):
            found.append(name)
            taken.update(indices)
    return sorted(found, key=lambda name: name.start)


def apposed_names(sentence: Sentence, hits: Sequence[Hit]) -> Iterator[Name]:
    """What the model calls an organisation or place but a title in apposition shows to be a person."""
    doc = sentence.tokens.doc
    known_tokens = {index for hit in hits for index in range(hit.first, hit.last + 1)}
    for entity in sentence.entities:
        tokens = [doc[index] for index in range(entity.first, entity.last + 1)]
        if entity.label not in ("ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "NORP") or not 2 <= len(tokens) <= 4:
            continue
        if any(token.i in known_tokens or not token.text[0].isupper() or token.pos_ != "PROPN" for token in tokens):
            continue
        last = tokens[-1].lower_
        if last in titles().organ_nouns or last in titles().enterprises or last in listed("parties/words", "group ends"):
            continue
        start, end = sentence.place(tokens[0]), sentence.place(tokens[-1]) + len(tokens[-1])
        name = Name(entity.first, entity.last, start, end, sentence.cut(start, end).quote)
        if title_after(sentence, name, hits):
            yield name


def is_no_name(hit: Hit) -> bool:
    """Can the known name be no part of a person's name? Some places can ("Austin")."""
    return hit.role != "person" and not (hit.role == "place" and hit.words in careful())


def entity_names(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """What the model calls a person."""
    for entity in sentence.entities:
        if entity.label == "PERSON":
            yield entity.first, entity.last


def surname_tokens(sentence: Sentence, day: date | None) -> Iterator[tuple[int, int]]:
    """Single capitalised words that are the short name of a known person and that the model does not call something else.

    What it does call a body, place or people may be the rare name of somebody in office ("Stoltenberg").
    """
    doc = sentence.tokens.doc
    for token in sentence.tokens:
        bearers = surnames().get(fold(token.text), ()) if token.pos_ == "PROPN" else ()
        alone = token.ent_iob_ == "B" and (token.i + 1 == len(doc) or doc[token.i + 1].ent_iob_ != "I")
        if bearers and (
            not token.ent_type_ or (alone and token.ent_type_ in MISREAD and is_rare_name(token.text, bearers, day))
        ):
            yield token.i, token.i


def is_rare_name(word: str, bearers: Sequence[str], day: date | None) -> bool:
    """Does one known person of the name hold an office on the day, and does no town have it?"""
    if day is None or fold(word) in careful_names() or cities_called(word):
        return False
    return sum(any(term.holds(day) for term in terms(who)) for who in bearers) == 1


def titled_names(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Capitalised words straight after a title ("Gen. Mark Milley", "Foreign Minister Abe")."""
    doc = sentence.tokens.doc
    for token in sentence.tokens if sentence.field == "text" else ():
        if token.text[0].isupper() and token.lower_ in form_words() and token.i + 1 < sentence.tokens.end:
            last = token.i
            while last + 1 < sentence.tokens.end and is_name_part(doc[last + 1]) and last - token.i < 4:
                last += 1
            if last > token.i and doc[last].lower_ not in form_words():
                yield token.i + 1, last


def is_name_part(token: Token) -> bool:
    """Can the word stand inside a name of a person?"""
    return token.pos_ == "PROPN" and token.text[0].isupper() and token.ent_type_ not in ("GPE", "NORP", "DATE", "LOC", "FAC")


def trimmed(sentence: Sentence, doc: Doc, first: int, last: int, places: set[int]) -> Name | None:
    """The name without titles, possessive and nationality; None where nothing that can be a name is left."""
    while first <= last and (doc[first].lower_ in form_words() or first in places or not doc[first].text[0].isupper()):
        if doc[first].text[:1].isupper() and doc[first].lower_ not in form_words() and first not in places:
            break
        first += 1
    while first <= last and doc[first].pos_ in ("ADP", "DET", "PRON", "CCONJ", "SCONJ", "AUX", "PART", "PUNCT"):
        first += 1
    while last >= first and (doc[last].lower_ in ("'s", "’s", "'", "’", ".", ",", "-") or not doc[last].text[0].isalpha()):
        last -= 1
    if first > last or (last in places and (first == last or doc[last].ent_type_ != "PERSON" or first in places)):
        return None
    if any(index in places for index in range(first, last)):
        return None
    words = [doc[index] for index in range(first, last + 1)]
    if len(words) > 6 or any(token.text in ',()"' for token in words) or words[-1].lower_ in form_words() | titles().no_names:
        return None
    start, end = sentence.place(words[0]), sentence.place(words[-1]) + len(words[-1])
    text = sentence.document.text.field(sentence.field)[start:end]
    if not any(sign.isalpha() for sign in text) or any(sign.isdigit() for sign in text) or len(text) < 2:
        return None
    if first == last and (
        text.endswith(".") or words[0].pos_ not in ("PROPN", "NOUN") or words[0].lower_ in titles().organ_nouns
    ):
        return None
    return Name(first, last, start, end, text)
