"""A watch: what somebody wants to follow, by name."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model.occasion import Occasion, side_of
from dateline.model.position import Saying

__all__ = ["Watch", "taking_part", "within"]


@dataclass(frozen=True, kw_only=True)
class Watch:
    """Of each kind of condition one must hold: one of the parties, one of the forums, one of the places, one of the words.

    Parties are ids; `countries` are the codes of those places that are countries.
    """

    name: str
    parties: tuple[str, ...] = ()
    forums: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    about: tuple[str, ...] = ()

    def holds(self, occasion: Occasion, quotes: Iterable[str] = ()) -> bool:
        """Is it a meeting that the watch is for? `quotes` are the words of the stories that tell of it."""
        return (
            (not self.parties or bool(taking_part(occasion) & set(self.parties)))
            and (not self.forums or any(within(forum, occasion.forum) for forum in self.forums))
            and (not (self.places or self.countries) or self.is_there(occasion))
            and (not self.about or self.speaks_of(occasion, quotes))
        )

    def hears(self, saying: Saying) -> bool:
        """Is it a statement of or to its parties, in its words? A watch for forums or places alone is for no statements."""
        sides = {saying.speaker, *saying.of, *saying.sides, *saying.targets, *saying.partners}
        spoken = (*saying.quote, saying.topic)
        return (
            bool(self.parties or self.about)
            and (not self.parties or bool(sides & set(self.parties)))
            and (not self.about or any(within(word, each) for word in self.about for each in spoken))
        )

    def is_there(self, occasion: Occasion) -> bool:
        """Is it in one of the places?"""
        where = (occasion.place, occasion.venue)
        return occasion.country in self.countries or any(within(place, each) for place in self.places for each in where)

    def speaks_of(self, occasion: Occasion, quotes: Iterable[str]) -> bool:
        """Is one of the words in its title, topic, outcome or stories?"""
        told = (occasion.title, occasion.topic, occasion.outcome, occasion.forum, *quotes)
        return any(within(word, each) for word in self.about for each in told)


def within(words: str, text: str | None) -> bool:
    """Are the words in the text, whatever the case?"""
    return text is not None and words.casefold() in text.casefold()


def taking_part(occasion: Occasion) -> set[str]:
    """The parties, the people, and the sides of both."""
    people = [(each.id, each.of) for each in occasion.people]
    found: set[str] = set()
    for party, of in (*((party, None) for party in occasion.parties), *people):
        found |= {party, side_of(party, of)}
    return found
