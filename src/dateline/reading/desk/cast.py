"""The cast of a story: the parties that its readers found, and who each of its words stands for."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.model.evidence import Evidence, Span
from dateline.model.party import How, Party
from dateline.reading.desk.story import Sentence, Story
from dateline.reading.desk.tree import Word

__all__ = ["Actor", "Cast", "Naming", "Titled"]


@dataclass(frozen=True)
class Naming:
    """Tokens `first`-`last` of a paragraph, headed by `head`, that stand for the parties `ids` of the sides `sides`."""

    sentence: Sentence
    first: int
    last: int
    head: int
    ids: tuple[str, ...]
    how: How
    span: Span
    evidence: Evidence
    modifier: bool = False
    """Does it only modify a noun ("Russian tanks") or part of a hyphened word?"""


@dataclass(frozen=True)
class Actor:
    """A noun phrase resolved: the party it stands for, the side it speaks for, how, the words, and why."""

    party: Party
    side: str | None
    how: How
    span: Span
    evidence: Evidence


@dataclass(frozen=True)
class Titled:
    """That the text gives a named person a title: "Deputy Foreign Minister" of RUS, with the words that say so."""

    person: str
    office: str
    side: str | None
    span: Span
    evidence: Evidence


class Cast:
    """The parties of one story, and who each of its words stands for.

    `parties` are in text order with all their mentions; `titled` lists the titles that the text gives named persons.
    `namings` says which words name whom, `at` which naming covers a token (by the paragraph's `id` and the token's index),
    `known` gives a party that is known though the story does not name it.
    """

    def __init__(
        self,
        story: Story,
        parties: tuple[Party, ...],
        titled: tuple[Titled, ...],
        namings: Iterable[Naming],
        at: Mapping[tuple[int, int], Naming],
        known: Callable[[str], Party | None],
    ) -> None:
        self.story = story
        self.parties = parties
        self.titled = titled
        self._by_id = {party.id: party for party in parties}
        self._at = at
        self._namings: defaultdict[int, list[Naming]] = defaultdict(list)
        for naming in sorted(namings, key=lambda naming: naming.span):
            self._namings[naming.sentence.number].append(naming)
        self._known = known

    def party(self, id: str) -> Party | None:
        """The party of that id in this story (or of knowledge, then without mentions), if any."""
        return self._by_id[id] if id in self._by_id else self._known(id)

    def actors(self, sentence: Sentence, token: Token | Word, *, coordinated: bool = True) -> tuple[Actor, ...]:
        """Whoever the noun phrase headed by `token` stands for as an actor, several where it is coordinated.

        "U.S. and Russian officials" gives USA and RUS, "a NATO official" `NATO:official` of NATO, "Russian Deputy
        Foreign Minister Sergei Ryabkov" the person of RUS, "EU foreign ministers" EU, "it" what it refers to. A token
        inside a longer name or title gives whom the name is of.
        """
        found = {actor.party.id: actor for actor in self._read(sentence, token)}
        for other in sentence.words[token.i - sentence.tokens.start].fellows() if coordinated and found else ():
            for actor in self._read(sentence, other):
                found.setdefault(actor.party.id, actor)
        return tuple(found.values())

    def _read(self, sentence: Sentence, token: Token | Word) -> tuple[Actor, ...]:
        """The actors of the naming at a token."""
        naming = self._at.get((id(sentence.tokens.doc), token.i))
        return self._actors_of(naming) if naming else ()

    def _actors_of(self, naming: Naming) -> tuple[Actor, ...]:
        """The actors a naming stands for."""
        parties = (self.party(who) for who in naming.ids)
        return tuple(Actor(party, party.of, naming.how, naming.span, naming.evidence) for party in parties if party)

    def within(self, sentence: Sentence, span: Span) -> tuple[Actor, ...]:
        """All actors named inside the span, in text order, each party once."""
        found: dict[str, Actor] = {}
        for naming in self._namings.get(sentence.number, ()):
            if span.covers(naming.span):
                for actor in self._actors_of(naming):
                    found.setdefault(actor.party.id, actor)
        return tuple(found.values())

    def mentions_in(self, sentence: Sentence) -> tuple[Actor, ...]:
        """Every naming of a party in a sentence in text order, repeated as often as it is made."""
        return tuple(actor for naming in self._namings.get(sentence.number, ()) for actor in self._actors_of(naming))
