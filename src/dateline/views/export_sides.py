"""What data sets say of the sides of an event: codes, countries, sectors, and the pairs that dyadic sets want."""

from collections.abc import Iterator
from itertools import product

from dateline.knowledge import actors
from dateline.model.coded import Coded, Side

__all__ = ["cameo_actor", "country_of", "deeds", "name_of", "pairs", "place_words", "primary_sector", "roles", "sectors_of"]

ROLES = 3
"""Roles that GDELT has columns for."""

DEFAULT_SECTORS = {"state": "GOV", "organisation": "IGO", "organ": "GOV"}
"""PLOVER's sector of a party of a kind whose sector nobody states: a state in the news is its government."""

VISITS = ("042", "043")


def country_of(side: Side) -> str | None:
    """ISO 3166-1 alpha-3 of the state that a side stands for, None for bodies and groups."""
    code = side.side
    return code if len(code) == 3 and code.isupper() and actors.is_state(code) else None


def sectors_of(side: Side) -> tuple[str, ...]:
    """PLOVER's sectors of a side."""
    if side.sectors:
        return side.sectors
    if side.kind == "person" and side.office:
        return (sector_of_office(side),)
    default = DEFAULT_SECTORS.get(side.kind)
    return (default,) if default else ()


def sector_of_office(side: Side) -> str:
    """The sector of a person by the words of the office."""
    return actors.office_sector(side.office or "") or ("GOV" if country_of(side) else "IGO")


def name_of(side: Side) -> str:
    """What to call a side; a state that no story named in full by its English name."""
    return side.name if side.name != side.party else actors.country_name(side.party) or side.name


def primary_sector(side: Side) -> str | None:
    """The first of its sectors."""
    return next(iter(sectors_of(side)), None)


def roles(side: Side) -> tuple[str, ...]:
    """CAMEO's roles of a side; a state by itself has none, as in the sets."""
    if side.kind == "state" and not side.sectors:
        return ()
    found = (actors.cameo_role(sector) for sector in sectors_of(side))
    return tuple(dict.fromkeys(role for role in found if role))[:ROLES]


def cameo_actor(side: Side) -> str | None:
    """CAMEO's code of a side: RUSGOV, IGOUNO, AFGREB; None where nothing of it is known."""
    state = country_of(side)
    if state is not None:
        return actors.cameo_state(state) + ("" if side.party == state else "".join(roles(side)))
    code = actors.body_code(side.side)
    if code is not None:
        return code
    return "".join(roles(side)) or None


def pairs(event: Coded) -> Iterator[tuple[str, Side | None, Side | None]]:
    """(CAMEO code, source, target) of an event as dyadic sets have it.

    Equals act on each other, in both directions. A visit is two events: the visitor makes it (042), the host has it (043).
    """
    code = event.cameo
    if code in VISITS and event.actors and event.recipients:
        for one, other in product(event.actors, event.recipients):
            yield "042", one, other
            yield "043", other, one
    elif event.recipients:
        sources: tuple[Side | None, ...] = event.actors or (None,)
        yield from ((code, source, other) for source, other in product(sources, event.recipients))
    elif len(event.actors) > 1:
        for one, other in product(event.actors, event.actors):
            if one != other:
                yield code, one, other
    else:
        for one in event.actors:
            yield code, one, None


def deeds(event: Coded, *, collapse: bool) -> Iterator[tuple[str, tuple[Side, ...], tuple[Side, ...]]]:
    """(CAMEO code, sources, targets) of the rows of a dyadic set: one for each pair, or with `collapse` one for the event.

    Collapsed, a visit is that of the visitors (042); of equals the first by name is the source, the others are its targets.
    """
    if not collapse:
        yield from ((code, (one,) if one else (), (other,) if other else ()) for code, one, other in pairs(event))
    elif event.recipients or len(event.actors) < 2:
        visited = event.cameo in VISITS and event.actors and event.recipients
        if event.actors or event.recipients:
            yield "042" if visited else event.cameo, event.actors, event.recipients
    else:
        first, *others = sorted(event.actors, key=lambda side: side.party)
        yield event.cameo, (first,), tuple(others)


def place_words(event: Coded) -> str | None:
    """A place with its region and country, as a map would caption it."""
    place = event.place
    if place is None:
        return None
    return ", ".join(part for part in (place.name, place.admin1, actors.country_name(place.country)) if part)
