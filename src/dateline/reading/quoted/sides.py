"""Quoted words for a party, resolved: by the cast of the story, by what knowledge has under the words, else by themselves."""

from collections import Counter
from dataclasses import dataclass

from dateline.knowledge.lists import listed
from dateline.knowledge.rules import rule
from dateline.model.evidence import Evidence, Span
from dateline.model.quoted import Named
from dateline.reading.desk import Actor, Findings, Story
from dateline.reading.parties import known, meant
from dateline.reading.quoted.find import Quotes

__all__ = ["Resolved", "Sides", "full_name", "plain"]

SEVERAL = 12
"""Places of a name that are looked at."""


@dataclass(frozen=True)
class Resolved:
    """A party of a story: its id, the state or body it is or speaks for, the words, and how they were resolved."""

    id: str
    side: str | None
    kind: str
    span: Span
    because: tuple[Evidence, ...] = ()


class Sides:
    """Who the quoted words of one story stand for."""

    def __init__(self, story: Story, findings: Findings, quotes: Quotes) -> None:
        self.story, self.findings, self.quotes = story, findings, quotes
        parties = findings.cast.parties if findings.cast else ()
        self.present = Counter({party.id: len(party.mentions) for party in parties})
        self.people = {party.id: party for party in parties if party.kind == "person"}

    def side(self, quoted: Named, near: Span) -> Resolved | None:
        """The state, body or group that takes part: by its name, by the words near, else by the name as it stands."""
        words = self.quotes.find(quoted.words, near) if quoted.words else None
        named = self.named(quoted.name, words or near) if quoted.name else None
        if named is not None and named.side is not None and named.kind != OWN:
            return Resolved(named.side, named.side, "side", words or named.span, named.because)
        if words is not None and (near_by := self.by_words(words)) is not None and near_by.side is not None:
            return Resolved(near_by.side, near_by.side, "side", words, near_by.because)
        return named

    def named(self, name: str, near: Span) -> Resolved | None:
        """The party that a name of the story stands for; one that nobody knows stands for itself."""
        span = self.quotes.find(name, near)
        if span is None:
            return None
        ordered = sorted(self.quotes.places(name)[0], key=lambda each: abs(each.start - span.start))[:SEVERAL]
        for each in ordered:
            if (found := self.by_words(each)) is not None and found.side is not None:
                return Resolved(found.id, found.side, found.kind, span, found.because)
        own = plain(span.quote)
        return Resolved(own, own, OWN, span) if is_name(own) and not self.is_person(span) else None

    def by_words(self, span: Span) -> Resolved | None:
        """The party that words stand for where they stand: as the cast has it, else as knowledge has it."""
        sentence = self.story.sentence_at(span)
        if sentence is None:
            return None
        actor = self.actor(span)
        if actor is not None and actor.party.kind != "person" and actor.side is not None:
            return Resolved(actor.party.id, side_of(actor), actor.party.kind, span, (actor.evidence,))
        found = meant(sentence, span, self.findings.day, self.present)
        if found is not None and found.kind != "person":
            side = found.of if found.kind == "organ" and found.of else found.id
            return Resolved(found.id, side, found.kind, span, (Evidence(span, rule("quoted", "known")),))
        if actor is not None:
            return Resolved(actor.party.id, side_of(actor), actor.party.kind, span, (actor.evidence,))
        return None

    def actor(self, span: Span) -> Actor | None:
        """Whom the cast sees in words: a person before an official, an official before a state."""
        sentence, cast = self.story.sentence_at(span), self.findings.cast
        if sentence is None or cast is None:
            return None
        inside = [each for each in cast.mentions_in(sentence) if span.overlaps(each.span)]
        covered = [each for each in inside if span.covers(each.span)] or inside
        covered = [each for each in covered if each.party.kind != "other"]
        return min(covered, key=lambda each: (RANK.get(each.party.kind, 9), each.span.start), default=None)

    def person(self, name: str, near: Span) -> tuple[str, Span, Evidence | None, str | None] | None:
        """A named person: the id, the words, and why; as the cast has him, else by the name as it stands."""
        span = self.quotes.find(name, near)
        if span is None:
            return None
        actor = self.actor(span)
        if actor is not None and actor.party.kind == "person":
            return full_name(actor, span), span, actor.evidence, actor.side
        own = plain(span.quote)
        return (own, span, None, None) if own and own[0].isupper() and not self.is_side(span) else None

    def is_person(self, span: Span) -> bool:
        """Does the cast see a person in words?"""
        actor = self.actor(span)
        return actor is not None and actor.party.kind == "person"

    def is_side(self, span: Span) -> bool:
        """Do words name a state or body, and no person?"""
        sentence = self.story.sentence_at(span)
        return sentence is not None and meant(sentence, span, self.findings.day, self.present) is not None


RANK = {"person": 0, "unnamed": 1, "organ": 2, "group": 3, "organisation": 4, "state": 5}
"""Of several parties in words for one speaker the first in this order is meant."""


OWN = "own words"
"""The kind of a party that stands for itself."""


def is_name(words: str) -> bool:
    """Can words be the name of a group by themselves: with a capital somewhere, and no pronoun?"""
    return any(word[0].isupper() for word in words.split()) and words.lower() not in listed("quoted/words", "pronouns")


def side_of(actor: Actor) -> str | None:
    """The state, body or group itself rather than its organ."""
    if actor.side is not None:
        return actor.side
    return actor.party.id if actor.party.kind in ("state", "organisation", "group") and actor.party.id in known() else None


def full_name(actor: Actor, span: Span) -> str:
    """What to call somebody of the cast: by the name that is quoted, where it has one name more than the cast knows."""
    own = plain(span.quote)
    longer = len(own.split()) == len(actor.party.id.split()) + 1
    named = actor.party.kind == "person" and longer and all(word[0].isupper() for word in own.split())
    return own if named and own.endswith(f" {actor.party.id}") else actor.party.id


def plain(words: str) -> str:
    """A name without its article and marks."""
    parts = words.strip(" \"'“”‘’,.;:()").split()
    while parts and parts[0].lower() in listed("quoted/words", "before a name"):
        parts = parts[1:]
    return " ".join(parts)
