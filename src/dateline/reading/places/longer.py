"""Longer names that hold that of a place: those of persons and companies take it, those of a town's own services leave it."""

import re
from collections.abc import Iterable
from functools import cache

from dateline.knowledge.atlas import cities_called
from dateline.knowledge.lists import either, listed
from dateline.knowledge.parties import titles
from dateline.model.evidence import Span
from dateline.reading.desk import Actor, Findings, Sentence
from dateline.reading.parties import known
from dateline.reading.places.spot import Spot, text_of

__all__ = [
    "before_service",
    "is_free",
    "is_shortened",
    "is_street",
    "longer_names",
    "spans_of_parties",
    "whole_name",
    "within_longer",
]


@cache
def chartered() -> re.Pattern[str]:
    """The words before a place that is part of the name of a bank or school."""
    return re.compile(rf"\b{either('places/words', 'chartered')} of (?:the )?$")


@cache
def seated() -> re.Pattern[str]:
    """The words before a town to which something belongs."""
    return re.compile(rf"{either('places/words', 'seats')} of $")


def spans_of_parties(findings: Findings, sentence: Sentence) -> tuple[tuple[Span, str], ...]:
    """The words of a sentence that are persons, bodies, or places that act, with the kind of party.

    The kind is "unlisted" for the names of persons and bodies that only the model knows and that are given no longer.
    """
    if findings.cast is None:
        return ()
    actors = findings.cast.mentions_in(sentence)
    return tuple(
        (actor.span, "metonym" if actor.how == "metonym" else "unlisted" if is_unlisted(actor) else actor.party.kind)
        for actor in actors
        if actor.how == "metonym" or (actor.how == "name" and actor.party.kind in ("person", "organisation", "organ"))
    )


def is_unlisted(actor: Actor) -> bool:
    """Is the party one that knowledge lacks, with all of its name in the mention?"""
    return actor.party.id not in known() and " ".join(actor.span.quote.split()) == actor.party.name


def is_free(spot: Spot, taken: Iterable[tuple[Span, str]]) -> bool:
    """Are the words no party of their own? A place before the word for a local service stays a place."""
    if chartered().search(text_of(spot.sentence, spot.sentence.start, spot.span.start)):
        return False
    for span, kind in taken:
        if not span.overlaps(spot.span) or (spot.sure and kind == "unlisted" and spot.span.covers(span)):
            continue
        inside = span.start <= spot.span.start and spot.span.end < span.end
        served = inside and before_service(spot, span.end)
        if kind not in ("organisation", "organ", "unlisted") or not (served or after_seat(spot, span.start)):
            return False
    return True


def after_seat(spot: Spot, start: int) -> bool:
    """Do the words before the place, from there on, say that something belongs there ("Town of Alton")?"""
    return bool(seated().search(text_of(spot.sentence, start, spot.span.start)))


def before_service(spot: Spot, end: int, ends: bool = True) -> bool:
    """Do the words behind the place, up to there, name a local service (`ends`: or school, society) and no company or paper?"""
    words = re.findall(r"\w[\w-]*", text_of(spot.sentence, spot.span.end, max(end, spot.span.end)).lower())
    words = [word for word in words if word != "s"]
    if not words or words[0] in listed("places/words", "own names"):
        return False
    serves = words[0] in listed("places/words", "services")
    if ends and words[-1] in listed("places/words", "civic ends") and (len(words) > 1 or serves):
        return True
    return (serves or words[0] in titles().offices) and words[-1] not in titles().enterprises


def is_shortened(spot: Spot, findings: Findings) -> bool:
    """Is the name, in this story, short for that of a person or company?"""
    for party in findings.cast.parties if findings.cast else ():
        words = party.name.split()
        if party.kind == "person" and len(words) > 1 and spot.name in (words[0], words[-1]):
            return True
        longer = party.kind == "organisation" and party.name.startswith(spot.name + " ")
        if longer and words[-1].lower() in titles().enterprises:
            return True
    return False


BEFORE = re.compile(r"(?<![\w.])(?P<word>[A-Z][\w.]*) $")
BEHIND = re.compile(r" (?P<word>[A-Z][\w'’]+)")


def whole_name(spot: Spot) -> Spot:
    """The spot, or that of the longer name of a town in which it stands ("New London", "Iowa City")."""
    sentence, start, end = spot.sentence, spot.span.start, spot.span.end
    before = BEFORE.search(text_of(sentence, max(sentence.start, start - 15), start))
    behind = BEHIND.match(text_of(sentence, end, min(sentence.end, end + 20)))
    word = before["word"] if before else ""
    if behind and cities_called(f"{spot.name} {behind['word']}"):
        end += behind.end()
    elif before and (
        cities_called(f"{word} {spot.name}") or (not spot.state and word in listed("places/words", "first words"))
    ):
        start -= len(before[0])
    else:
        return spot
    span = sentence.cut(start, end)
    return Spot(span, " ".join(span.quote.split()), sentence, sure=spot.sure)


def is_street(spot: Spot) -> bool:
    """Is the name that of a street, shop or team ("Vienna Street")?"""
    behind = BEHIND.match(text_of(spot.sentence, spot.span.end, min(spot.sentence.end, spot.span.end + 20)))
    return behind is not None and behind["word"] in listed("places/words", "things called so")


def longer_names(sentence: Sentence) -> list[Span]:
    """What the model takes for bodies, contests and works, without the article."""
    doc, found = sentence.tokens.doc, []
    for entity in sentence.entities:
        if entity.label in ("ORG", "EVENT", "WORK_OF_ART", "PRODUCT", "PERSON"):
            first = entity.first + (doc[entity.first].lower_ == "the" and entity.last > entity.first)
            last = entity.last - (doc[entity.last].lower_ in ("'s", "’s") and entity.last > first)
            found.append(sentence.span(doc[first], doc[last]))
    return found


def within_longer(spot: Spot, longer: Iterable[Span]) -> bool:
    """Are the words part of a longer name that is none of a local service?"""
    for span in longer:
        if span.covers(spot.span) and span != spot.span:
            return not (after_seat(spot, span.start) or (span.start == spot.span.start and before_service(spot, span.end)))
    return False
