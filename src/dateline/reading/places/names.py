"""Names of places in a story: known ones, what the model takes for one, counties, datelines, names with their state behind."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from dateline.knowledge.atlas import cities_called, counties_called, plain_name
from dateline.knowledge.lists import either, listed
from dateline.knowledge.places import blockers, careful
from dateline.model.evidence import Span
from dateline.reading.desk import Findings, Sentence, head_of
from dateline.reading.parties import Hit, acts, describes, lost_apostrophes, metonymy_words
from dateline.reading.places.longer import (
    before_service,
    is_free,
    is_shortened,
    is_street,
    longer_names,
    spans_of_parties,
    whole_name,
    within_longer,
)
from dateline.reading.places.spot import Spot, abbreviations, areas_called, atlas, qualified, state_names, text_of

__all__ = ["names_again", "names_in"]

GEOGRAPHIC = frozenset(("GPE", "LOC"))
UNPLACED = frozenset(("DATE", "TIME", "EVENT", "NORP", "PERSON"))
COUNTY = re.compile(r"\b[A-Z][\w'’]+(?:[ ][A-Z][\w'’]+){0,2} (?:County|Parish)\b")
COUNTIES = re.compile(r"\b(?:[A-Z][\w'’]+(?:[ ][A-Z][\w'’]+)?,? (?:and )?){2,6}(?=(?:[Cc]ounties|[Pp]arishes)\b)")
LISTED = re.compile(r"[A-Z][\w'’]+(?:[ ][A-Z][\w'’]+)?")
CONSTITUENCY = re.compile(r"(?<=[ (,])[DRI]-(?P<words>[A-Z][\w.]+(?:[ ][A-Z][\w.]+){0,2})")
DATELINE = re.compile(
    r"(?P<before>\W*+|.{10,140}?[.?!\"”]\s+)(?P<city>[A-Z][A-Z .'’-]{2,30}?)(?:,\s[A-Z][\w. ]{1,40}?)?\s*+(?:\(|-|–|—|_)"
)


@cache
def at_home() -> re.Pattern[str]:
    """The words before the town where somebody lives."""
    return re.compile(rf"(?:\b\d{{1,2}},|\b{either('places/words', 'at home')}) of $", re.I)


def names_in(sentence: Sentence, findings: Findings, hits: Sequence[Hit]) -> list[Spot]:
    """The names of places in a sentence in text order."""
    taken, longer = spans_of_parties(findings, sentence), longer_names(sentence)
    found: list[Spot] = []
    certain = (*counties(sentence), *counties_together(sentence), *constituencies(sentence))
    for spot in (
        *certain,
        *datelines(sentence, hits),
        *known_names(sentence, hits),
        *located_names(sentence),
        *model_names(sentence),
        *served_names(sentence),
    ):
        spot = spot if spot in certain or not spot.name else whole_name(spot)
        if spot.name in blockers() or any(spot.span.overlaps(other.span) for other in found):
            continue
        if spot not in certain and spot.name and is_street(spot):
            continue
        if spot not in certain and (not is_free(spot, taken) or (spot.name and within_longer(spot, longer))):
            continue
        areas, start, end = qualified(sentence, spot.span.end)
        found.append(Spot(spot.span, spot.name, sentence, spot.known, spot.state, areas, spot.county))
        if areas and end <= sentence.end and (short := abbreviations().get(text_of(sentence, start, end))):
            found.append(Spot(sentence.cut(start, end), short.name, sentence, (short,)))
    listed_too = [spot for spot in beside(sentence, found) if is_free(spot, taken) and not within_longer(spot, longer)]
    found += [replace(spot, areas=qualified(sentence, spot.span.end)[0]) for spot in listed_too]
    return sorted((spot for spot in found if spot.name), key=lambda spot: spot.span)


def beside(sentence: Sentence, found: Sequence[Spot]) -> Iterator[Spot]:
    """Names of towns in one list with a place ("Alton, Barre and Dorset")."""
    doc, at = sentence.tokens.doc, {token.i for spot in found if spot.name for token in sentence.tokens_in(spot.span)}
    taken = [spot.span for spot in found]
    for token in sentence.tokens:
        joined = token.dep_ in ("conj", "appos") and token.head.i in at
        joined |= any(child.dep_ in ("conj", "appos") and child.i in at for child in token.children)
        if not joined or token.pos_ != "PROPN" or token.ent_type_ in UNPLACED or not token.text[0].isupper():
            continue
        first = token.i
        while first > sentence.tokens.start and doc[first - 1].pos_ == "PROPN" and doc[first - 1].dep_ == "compound":
            first -= 1
        span = sentence.span(doc[first], token)
        following = doc[token.i + 1] if token.i + 1 < sentence.tokens.end else None
        longer = following is not None and following.text[0].isupper()
        if cities_called(span.quote) and not longer and not any(span.overlaps(other) for other in taken):
            at.add(token.i)
            yield Spot(span, " ".join(span.quote.split()), sentence)


def counties(sentence: Sentence) -> Iterator[Spot]:
    """Counties by their name."""
    text = sentence.document.text.field(sentence.field)
    for match in COUNTY.finditer(text, sentence.start, sentence.end):
        words, start = match[0], match.start()
        while words.count(" ") > 1 and not counties_called(words):
            first, _, words = words.partition(" ")
            start += len(first) + 1
        yield Spot(sentence.cut(start, match.end()), words, sentence, county=True)


def counties_together(sentence: Sentence) -> Iterator[Spot]:
    """Counties that share the word ("Lake and Cook counties")."""
    text = sentence.document.text.field(sentence.field)
    for match in COUNTIES.finditer(text, sentence.start, sentence.end):
        for name in LISTED.finditer(text, match.start(), match.end()):
            if known := next(
                (f"{name[0]} {kind}" for kind in ("County", "Parish") if counties_called(f"{name[0]} {kind}")), None
            ):
                yield Spot(sentence.cut(name.start(), name.end()), known, sentence, county=True)


def constituencies(sentence: Sentence) -> Iterator[Spot]:
    """Where American lawmakers are from ("D-Springfield", "R-N.Y."), where the name is one of a place."""
    text = sentence.document.text.field(sentence.field)
    for match in CONSTITUENCY.finditer(text, sentence.start, sentence.end):
        words, start = match["words"], match.start("words")
        if words not in areas_called() and words.endswith("."):
            words = words[:-1]
        span = sentence.cut(start, start + len(words))
        if known := abbreviations().get(words):
            yield Spot(span, words, sentence, (known,))
        elif counties_called(f"{words} County") or cities_called(words):
            yield Spot(span, words, sentence)


def datelines(sentence: Sentence, hits: Sequence[Hit]) -> Iterator[Spot]:
    """A town in capitals before the first sentence of a story or part."""
    text = sentence.document.text.field(sentence.field)
    if (match := DATELINE.match(text, sentence.start, sentence.end)) and sentence.field == "text":
        words = match["city"].strip()
        start = match.start("city")
        if all(hit.start != start for hit in hits) and cities_called(words):
            yield Spot(sentence.cut(start, start + len(words)), words.title(), sentence)


def known_names(sentence: Sentence, hits: Sequence[Hit]) -> Iterator[Spot]:
    """Known places, and states that do not act; other known names as spots without a name, which nothing can overlap."""
    for hit in hits:
        span = sentence.cut(hit.start, hit.end)
        if spot := spot_of(sentence, hit, span):
            yield spot
        elif hit.role != "place":
            yield Spot(span, "", sentence)


def spot_of(sentence: Sentence, hit: Hit, span: Span) -> Spot | None:
    """The place a known name means where it is one: a state that does not act, a city or region."""
    head = sentence.tokens.doc[head_of(sentence, hit.first, hit.last)]
    if head.pos_ == "VERB" or (hit.words in careful() and not is_geographic(sentence, hit)):
        return None
    if hit.role == "seat" and head.dep_ in ("compound", "nmod", "poss"):
        return None
    if hit.words.upper() in listed("places/words", "street trades") and head.head.lower_ not in listed(
        "places/words", "along a street"
    ):
        return None
    known = tuple(atlas()[term.id] for term in hit.terms if term.role == "place")
    state = hit.terms[0].id if hit.role == "name" and hit.terms[0].id in state_names() and not hit.joined else None
    if state and not known and describes(hit, head) and head.head.lemma_.lower() not in metonymy_words("grounds"):
        return None
    territory = bool(known) and hit.role in ("name", "adjective") and not state
    if ((state and not known) or territory) and acts(head):
        return None
    return Spot(span, " ".join(span.quote.split()), sentence, known, state) if known or state else None


def is_geographic(sentence: Sentence, hit: Hit) -> bool:
    """Does the model take the words for a place?"""
    doc = sentence.tokens.doc
    return all(doc[index].ent_type_ in GEOGRAPHIC or doc[index].ent_type_ == "FAC" for index in range(hit.first, hit.last + 1))


def model_names(sentence: Sentence) -> Iterator[Spot]:
    """What the model takes for a place."""
    doc = sentence.tokens.doc
    bare = lost_apostrophes(sentence.document.text.field(sentence.field))
    for entity in sentence.entities:
        if entity.label not in GEOGRAPHIC:
            continue
        first = entity.first + (doc[entity.first].lower_ == "the" and entity.last > entity.first)
        last = entity.last - ((doc[entity.last].lower_ in ("'s", "’s") or doc[entity.last].is_punct) and entity.last > first)
        span = sentence.span(doc[first], doc[last])
        name = " ".join(span.quote.split())
        if name in abbreviations():
            yield Spot(span, name, sentence, (abbreviations()[name],))
        elif is_name(name) and not (bare and name.endswith("s") and not cities_called(name)):
            yield Spot(span, name.title() if name.isupper() and len(name) > 3 else name, sentence)


def is_name(words: str) -> bool:
    """Can the words be the name of a place that nobody listed?"""
    code = words.isupper() and (len(words) <= 6 or "." in words) and not cities_called(words)
    return (
        len(words) > 2
        and words[0].isupper()
        and not code
        and not words.endswith(".")
        and not any(sign.isdigit() for sign in words)
    )


def located_names(sentence: Sentence) -> Iterator[Spot]:
    """Names of towns after a preposition of place ("in Mansfield"), of somebody's home, or with their state behind."""
    doc = sentence.tokens.doc
    for token in sentence.tokens:
        if token.pos_ != "PROPN" or not token.text[0].isupper():
            continue
        first = token.i
        while first > sentence.tokens.start and doc[first - 1].pos_ == "PROPN" and doc[first - 1].dep_ == "compound":
            first -= 1
        span = sentence.span(doc[first], token)
        located = (
            token.dep_ == "pobj"
            and token.head.lower_ in listed("places/words", "locative")
            and token.ent_type_ not in ("DATE", "TIME", "EVENT")
        )
        behind = qualified(sentence, span.end)[0] if not located and token.i + 1 < sentence.tokens.end else ()
        sure = located_surely(sentence, first, token)
        if (located or behind or sure) and token.i - first < 3 and cities_called(span.quote):
            yield Spot(span, " ".join(span.quote.split()), sentence, sure=bool(sure or behind))


def located_surely(sentence: Sentence, first: int, last: Token) -> bool:
    """Does the sentence leave no doubt that the name is one of a place ("of Alton, 34", "Alton police", "in Alton")?"""
    doc = sentence.tokens.doc
    if (
        last.dep_ == "pobj"
        and last.head.lower_ in listed("places/words", "within")
        and last.ent_type_ not in ("DATE", "TIME", "EVENT", "WORK_OF_ART")
    ):
        return True
    if last.dep_ == "pobj" and at_home().search(text_of(sentence, sentence.start, sentence.place(doc[first]))):
        return True
    following = doc[last.i + 1] if last.i + 1 < sentence.tokens.end else None
    alone = first == sentence.tokens.start or not (doc[first - 1].text[0].isupper() and doc[first - 1].pos_ == "PROPN")
    return following is not None and following.lower_ in listed("places/words", "civic nouns") and following.is_lower and alone


def served_names(sentence: Sentence) -> Iterator[Spot]:
    """Names of towns at the head of the name of a local service ("Gainesville Police Department")."""
    doc = sentence.tokens.doc
    for entity in sentence.entities:
        end = sentence.place(doc[entity.last]) + len(doc[entity.last])
        for length in (3, 2, 1) if entity.label in ("ORG", "FAC") else ():
            first = entity.first + (doc[entity.first].lower_ == "the")
            if first + length > entity.last or not doc[first].text[0].isupper():
                continue
            span = sentence.span(doc[first], doc[first + length - 1])
            spot = Spot(span, " ".join(span.quote.split()), sentence)
            if cities_called(span.quote) and before_service(spot, end, ends=False):
                yield spot
                break


def names_again(sentence: Sentence, findings: Findings, names: frozenset[str], spots: Iterable[Spot]) -> Iterator[Spot]:
    """Names that the story uses as places elsewhere: plain names of one to three capitalised words, outside other names."""
    taken, doc, longer = spans_of_parties(findings, sentence), sentence.tokens.doc, longer_names(sentence)
    there = [spot.span for spot in spots]
    for token in sentence.tokens:
        if token.pos_ not in ("PROPN", "NOUN", "ADJ") or not token.text[0].isupper():
            continue
        for length in (3, 2, 1):
            if token.i + length > sentence.tokens.end:
                continue
            span = sentence.span(token, doc[token.i + length - 1])
            if plain_name(span.quote) not in names or any(span.overlaps(other) for other in there):
                continue
            spot = Spot(span, " ".join(span.quote.split()), sentence, sure=True)
            if is_free(spot, taken) and not within_longer(spot, longer) and not is_shortened(spot, findings):
                there.append(span)
                yield spot
            break
