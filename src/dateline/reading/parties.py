"""Who stands behind the words: names, offices, descriptions and pronouns of a story, resolved to parties.

Interface for the other readers (to be kept): `find_parties` fills `Findings.cast`.
"""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from dateline.model.evidence import Evidence, Span
from dateline.model.party import How, Party
from dateline.reading.story import Findings, Sentence, Story

__all__ = ["Actor", "Cast", "find_parties", "settle_parties"]


@dataclass(frozen=True)
class Actor:
    """A noun phrase resolved: the party it stands for, the side it speaks for, how, the words, and why."""

    party: Party
    side: str | None
    how: How
    span: Span
    evidence: Evidence


class Cast:
    """The parties of one story, and who each of its words stands for."""

    def __init__(self, story: Story, parties: tuple[Party, ...]) -> None:
        self.story = story
        self.parties = parties

    def party(self, id: str) -> Party | None:
        """The party of that id in this story (or of knowledge), if any."""
        return next((party for party in self.parties if party.id == id), None)

    def actors(self, sentence: Sentence, token: Token, *, coordinated: bool = True) -> tuple[Actor, ...]:
        """Whoever the noun phrase headed by `token` stands for as an actor, several where it is coordinated.

        "U.S. and Russian officials" gives USA and RUS, "a NATO official" `NATO:official` of NATO, "Russian Deputy
        Foreign Minister Sergei Ryabkov" the person of RUS, "EU foreign ministers" EU, "it" what it refers to.
        """
        return ()

    def within(self, sentence: Sentence, span: Span) -> tuple[Actor, ...]:
        """All actors named inside the span, in text order, each party once."""
        return ()


def find_parties(story: Story, findings: Findings) -> Findings:
    """Fill `cast` with what names and titles say, before the day of the story is known."""
    return replace(findings, cast=Cast(story, ()))


def settle_parties(story: Story, findings: Findings) -> Findings:
    """Complete `cast` with what needs the day of the story: holders of offices, and places that acted as parties."""
    return findings
