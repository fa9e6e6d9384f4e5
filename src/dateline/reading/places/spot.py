"""Words that name a place, and what knowledge says of the words behind them: states, provinces, services of a town."""

import re
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.atlas import provinces
from dateline.knowledge.lists import listed
from dateline.knowledge.parties import states
from dateline.knowledge.places import KnownPlace, places
from dateline.model.evidence import Span
from dateline.reading.desk import Sentence

__all__ = ["Area", "Spot", "abbreviations", "areas_called", "atlas", "is_local", "qualified", "state_names", "text_of"]

Area = tuple[str, str | None]
"""A country, and a first-level division of it where one is meant."""

QUALIFIER = re.compile(r"(?:,\s?|\s\()(?P<words>[A-Z][\w.]*(?:[ ][A-Z][\w.]*){0,3})")
NEXT = re.compile(r"(?:['’]s)? (?P<word>[A-Za-z]+)")


@dataclass(frozen=True)
class Spot:
    """Words that name a place: what they may mean, and the state or country written behind them."""

    span: Span
    name: str
    sentence: Sentence
    known: tuple[KnownPlace, ...] = ()
    state: str | None = None
    areas: tuple[Area, ...] = ()
    county: bool = False
    sure: bool = False


@cache
def atlas() -> dict[str, KnownPlace]:
    """The known places by key."""
    return {place.key: place for place in places()}


@cache
def state_names() -> dict[str, str]:
    """The names of states by id."""
    return {state.id: state.name for state in states()}


@cache
def areas_called() -> dict[str, tuple[Area, ...]]:
    """What may stand behind the name of a town: states, provinces, their abbreviations and American codes."""
    found: dict[str, tuple[Area, ...]] = {}
    pairs: list[tuple[str, Area]] = [(name, (state.id, None)) for state in states() for name in (state.name, *state.names)]
    pairs += [(name, (each.country, each.code)) for each in provinces() for name in each.names]
    pairs += [(each.code, (each.country, each.code)) for each in provinces() if each.country == "USA"]
    for name, area in pairs:
        found[name] = (*found.get(name, ()), area)
    return found


@cache
def abbreviations() -> dict[str, KnownPlace]:
    """Provinces by the abbreviations that no sentence needs a town before ("N.D.")."""
    return {
        name: atlas()[f"{each.name} ({each.code}), {each.country}"]
        for each in provinces()
        for name in each.names
        if "." in name and name != each.name
    }


def qualified(sentence: Sentence, end: int) -> tuple[tuple[Area, ...], int, int]:
    """The areas written behind a name that ends there (", Texas"), and where they stand; none and zeros if none."""
    text = sentence.document.text.field(sentence.field)
    if match := QUALIFIER.match(text, end, min(len(text), end + 50)):
        words, start = match["words"], match.start("words")
        while words:
            for form in (words, words.rstrip(".")):
                if areas := areas_called().get(form):
                    return areas, start, start + len(form)
            words = words.rpartition(" ")[0]
    return (), 0, 0


def text_of(sentence: Sentence, start: int, end: int) -> str:
    """The words at code points of the sentence's field."""
    return sentence.document.text.field(sentence.field)[start:end]


def is_local(sentence: Sentence, end: int) -> bool:
    """Is the name that ends there used as that of a town with its own services ("Lebanon High School", "Paris police")?"""
    following = NEXT.match(text_of(sentence, end, end + 30))
    return following is not None and following["word"].lower() in listed("places/words", "local")
