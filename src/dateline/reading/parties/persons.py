"""Persons: their names, the titles before and after them, and the side these give them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from spacy.tokens import Doc, Token

from dateline.knowledge.atlas import cities_called
from dateline.knowledge.parties import Holder, people, terms, titles
from dateline.knowledge.places import careful
from dateline.model.evidence import Evidence, Span
from dateline.reading.desk import Sentence, entities, head_of
from dateline.reading.parties.lexicon import Hit, fold, known, surnames
from dateline.reading.parties.roster import Roster

__all__ = ["Name", "Title", "canonical", "find_names", "find_title", "title_words"]

FEW_YEARS = timedelta(days=4 * 365)
LONGEST_TITLE = 14
LONGEST_APPOSITION = 22
MISREAD = frozenset(("ORG", "GPE", "LOC", "NORP", "PRODUCT", "FAC", "WORK_OF_ART"))
LINKS = frozenset(("of", "for", "and", "to", "in", "on", "at", "from", "with", "-"))


@dataclass(frozen=True)
class Name:
    """A person's name in a sentence: tokens (inclusive), code points, and the words themselves."""

    first: int
    last: int
    start: int
    end: int
    words: str
    known: tuple[str, ...] = ()
    """The persons of knowledge whose full name the words are."""


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
    for entity in entities(sentence):
        tokens = [doc[index] for index in range(entity.first, entity.last + 1)]
        if entity.label not in ("ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "NORP") or not 2 <= len(tokens) <= 4:
            continue
        if any(token.i in known_tokens or not token.text[0].isupper() or token.pos_ != "PROPN" for token in tokens):
            continue
        last = tokens[-1].lower_
        if last in titles().organ_nouns or last in titles().enterprises or last in ("group", "party", "union", "movement"):
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
    for entity in entities(sentence):
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
    if day is None or word in people().careful or cities_called(word):
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


def canonical(roster: Roster, name: Name) -> tuple[str, str]:
    """The id of the person a name means, and the rule that says so."""
    if name.known:
        return in_office(roster, name.known) or nearest_in_time(roster, name.known), "a known name of a person"
    words = " ".join(name.words.replace("’", "'").split())
    words = words.title() if words.isupper() and len(words) > 2 else words
    if " " not in words:
        if earlier := roster.person_called(words):
            return earlier, "a short name means the person whose full name the story gives"
        bearers = surnames().get(fold(words), ())
        if candidate := in_office(roster, bearers, careful=words in people().careful):
            return candidate, "a short name means the known person in office"
        return words, "a name of a person"
    if earlier := roster.person_called(words):
        given = roster.drafts[earlier].mentions
        return earlier, "a name given before" if given else "a name of a person"
    return same_person(roster, words) or words, "a name of a person"


def same_person(roster: Roster, words: str) -> str | None:
    """A person of the story or of knowledge with the same first and last name, middle names and initials aside."""
    parts = fold(words).split()
    for draft in roster.persons():
        other = fold(draft.id).split()
        if len(other) > 1 and (other[0], other[-1]) == (parts[0], parts[-1]):
            return draft.id
    for who in surnames().get(parts[-1], ()):
        other = fold(who).split()
        if other[0] == parts[0] or (len(parts[0]) > 3 and other[0][:3] == parts[0][:3] and parts[-1] not in people().careful):
            return who
    return None


def in_office(roster: Roster, ids: Sequence[str], *, careful: bool = False) -> str | None:
    """The one of several persons of the same name whose term covers the day, or the only one there is.

    A bare name means the only one there is where a term is near the day. Where the day is unknown, the one who was head
    of state or government. With `careful` the only one there is must have been in office too.
    """
    day = roster.day
    if len(ids) > 1 and day is None:
        ids = [id_ for id_ in ids if any(term.office in ("president", "prime minister") for term in terms(id_))]
    elif day is not None and (len(ids) > 1 or careful):
        ids = [id_ for id_ in ids if any(term.holds(day) for term in terms(id_))]
    elif day is not None:
        ids = [id_ for id_ in ids if not terms(id_) or any(is_about(term, day) for term in terms(id_))]
    return ids[0] if len(ids) == 1 and not (careful and day is None) else None


def is_about(term: Holder, day: date) -> bool:
    """Did the term cover the day, or a day less than four years from it? Later the short name alone is somebody else's."""
    return term.from_ - FEW_YEARS <= day and (term.until is None or day <= term.until + FEW_YEARS)


def nearest_in_time(roster: Roster, ids: Sequence[str]) -> str:
    """The person named in the story already, else whose last known term began before the day, else the first."""
    for id_ in ids:
        if id_ in roster.drafts:
            return id_
    day = roster.day
    if day is None:
        return ids[0]
    begun = [id_ for id_ in ids if any(term.from_ <= day for term in terms(id_))]
    return begun[-1] if begun else ids[0]


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
    rule = "a title before a name after a comma" if comma else "a title before a name"
    return Title(office, side, sentence.span(doc[first], doc[end]), rule, first, end)


def linked_party(doc: Doc, last: int, hits: Sequence[Hit]) -> int | None:
    """The title word before "of", "for", "to" or "in" and the name of a party that ends at `last`."""
    for hit in hits:
        if hit.last == last and hit.role in ("name", "capital"):
            index = hit.first - 1
            if doc[index].lower_ == "the":
                index -= 1
            if index > 0 and doc[index].lower_ in ("of", "for", "to", "in") and doc[index - 1].lower_ in title_words():
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
        return doc[index - 1].lower_ in title_words() or word == "-" or doc[index - 1].lower_ in ("ministry", "department")
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
            and (noun is None or doc[last - 1].lower_ not in LINKS)
        ):
            noun = last if noun is None or joined_to(doc, noun, last) else noun
        last += 1
    if noun is None or not starts_apposition(doc, first, noun, hits):
        return None
    inside = [hit for hit in hits if first <= hit.first and hit.last < last and hit.role not in ("person", "place")]
    ahead = [hit for hit in inside if hit.last < noun] or [hit for hit in inside if follows_link(doc, noun, hit)]
    words = office_words(doc, first, noun, [hit for hit in inside if hit.last <= noun])
    return Title(words, side_of(ahead), sentence.span(doc[first], doc[last - 1]), "a title after a name", first, noun)


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
    return len(between) <= 6 and bool(links) and links[0] in ("of", "for", "at", "in", "with", "from") and "to" not in links


def side_before(sentence: Sentence, name: Name, hits: Sequence[Hit]) -> Title | None:
    """ "The EU's NAME", "Russia's NAME"."""
    doc = sentence.tokens.doc
    if name.first - 2 < sentence.tokens.start or doc[name.first - 1].lower_ not in ("'s", "’s"):
        return None
    for hit in hits:
        if hit.last in (name.first - 1, name.first - 2) and hit.role in ("name", "capital", "seat"):
            span = sentence.span(doc[hit.first], doc[name.first - 1])
            return Title("", side_of([hit]), span, "a party's name and 's before a name", hit.first, name.first - 1)
    return None


def evidence_of(title: Title, *because: Evidence) -> Evidence:
    """The evidence that a title is."""
    return Evidence(title.span, title.rule, because)


def head_token(sentence: Sentence, name: Name) -> int:
    """The head of a name."""
    return head_of(sentence, name.first, name.last)
