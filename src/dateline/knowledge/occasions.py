"""What tells one occasion from another: words of rounds, of days and of what is not real, and ranks of those who meet."""

from datetime import date
from functools import cache, lru_cache

from dateline.knowledge.lists import listed, word_lists
from dateline.knowledge.load import tables
from dateline.knowledge.parties import holders

__all__ = ["numbers_of_months", "ordinals", "rank_of_level", "rank_of_person", "weights_of_pairs", "words"]

TOPIC = "matching/occasions"
RANK = "rank of "


def words(id: str) -> frozenset[str]:
    """The words of a list."""
    return listed(TOPIC, id)


@cache
def ordinals() -> tuple[str, ...]:
    """Ordinals in words, in their order."""
    return word_lists(TOPIC)["ordinals"].words


@cache
def numbers_of_months() -> dict[str, int]:
    """Names of months, long and short, each with its number."""
    full = word_lists(TOPIC)["months"].words[:12]
    return {word: number for word in words("months") for number, name in enumerate(full, 1) if name.startswith(word[:3])}


@cache
def ranks() -> dict[str, str]:
    """Words of rank and office, each with the rank that they are of."""
    return {word: each.id for each in word_lists(TOPIC).values() if each.id.startswith(RANK) for word in each.words}


def rank_of_level(level: str | None) -> str | None:
    """The rank that a level is, as "rank of heads"; None for one that says little ("officials", "delegations").

    >>> rank_of_level("foreign ministers"), rank_of_level("officials")
    ('rank of foreign ministers', None)
    """
    return ranks().get(level) if level else None


@cache
def offices_held() -> dict[str, tuple[tuple[date, date | None, str], ...]]:
    """Person -> the terms of offices that have a rank: first day, last day, rank."""
    found: dict[str, list[tuple[date, date | None, str]]] = {}
    for held in holders():
        if (rank := ranks().get(held.office)) is not None:
            found.setdefault(held.person.casefold(), []).append((held.from_, held.until, rank))
    return {person: tuple(terms) for person, terms in found.items()}


@lru_cache(maxsize=4096)
def rank_of_person(person: str, day: date) -> str | None:
    """The rank of the office that a person held on a day, None for nobody of whom that is known."""
    terms = offices_held().get(person.casefold(), ())
    return next((rank for first, last, rank in terms if first <= day and (last is None or day <= last)), None)


@cache
def weights_of_pairs() -> dict[str, float]:
    """Trait of two reports -> its weight in logits, as they were learnt."""
    return dict(tables("matching/weights")["pair"])
