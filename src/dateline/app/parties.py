"""Parties and places as a person names them: known to the ledger or to the readers, or else what may have been meant."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from dateline.ledger import query
from dateline.ledger.database import Connection
from dateline.model.errors import InputError
from dateline.model.party import Party

__all__ = ["by_id", "country_named", "known_place", "party_known", "party_meant", "party_of", "perhaps"]

ALIKE = 0.75
"""How much of a name must be the same for it to be what was meant."""

SHORT = 3
"""Letters of ids and abbreviations, which are like too many names: they are never what was meant."""


def party_of(connection: Connection, words: str) -> str:
    """The id of a party given by id or name: as the ledger knows it, or as the readers do."""
    found = party_known(connection, words)
    if found is None:
        hint = perhaps(words, {**names_known(), **query.party_names(connection)}) or ";"
        raise InputError(f"no party is known by {words!r}{hint} give an id (RUS, NATO) or a name as the agenda prints it")
    return found


def party_known(connection: Connection, words: str) -> str | None:
    """The id of a party, None where neither the ledger nor the readers know it."""
    return query.find_party(connection, words) or known_party(words)


def party_meant(connection: Connection, words: str) -> str:
    """The id of a party, or of a part of one that nobody named before (`RUS:Customs Service`)."""
    parent, colon, part = words.partition(":")
    if colon and part.strip() and (known := party_known(connection, parent.strip())):
        return party_known(connection, words) or f"{known}:{part.strip()}"
    return party_of(connection, words)


def known_party(words: str) -> str | None:
    """The id of a state, body or group of this id, name, adjective or capital."""
    from dateline.knowledge.parties import bodies, groups, states

    wanted = words.casefold()
    for state in states():
        if wanted in map(str.casefold, (state.id, state.name, *state.names, *state.adjectives, *state.capitals)):
            return state.id
    named = [(body.id, body.name, body.names) for body in bodies()]
    named += [(group.id, group.name, group.names) for group in groups()]
    return next((party for party, name, names in named if wanted in map(str.casefold, (party, name, *names))), None)


def by_id(party: str) -> Party | None:
    """A state, body or group of the readers' knowledge."""
    from dateline.knowledge.parties import bodies, groups, states

    known = [Party(each.id, each.name, "state", wikidata=each.wikidata) for each in states() if each.id == party]
    known += [Party(each.id, each.name, each.kind, each.of) for each in bodies() if each.id == party]
    known += [Party(each.id, each.name, "group", each.of, each.wikidata) for each in groups() if each.id == party]
    return next(iter(known), None)


def names_known() -> dict[str, str]:
    """Name -> id of the states, bodies and groups that the readers know."""
    from dateline.knowledge.parties import bodies, groups, states

    named = [(each.id, each.name, each.names) for each in states()]
    named += [(each.id, each.name, each.names) for each in bodies()]
    named += [(each.id, each.name, each.names) for each in groups()]
    return {name: party for party, first, names in named for name in (party, first, *names)}


def perhaps(words: str, known: Mapping[str, str]) -> str:
    """`: did you mean Geneva? Else`, by the names that are most like the words, one of each party; empty where none is."""
    words = words.strip()
    folded = {name.casefold(): name for name in known if may_be_meant(name, words)}
    close = [folded[each] for each in get_close_matches(words.casefold(), folded, n=3, cutoff=ALIKE)]
    first = {known[name] or name: name for name in reversed(close)}
    meant = [name if known[name] in ("", name) else f"{name} ({known[name]})" for name in close if name in first.values()]
    return f": did you mean {' or '.join(meant)}? Else" if meant else ""


def may_be_meant(name: str, words: str) -> bool:
    """Is it a name that may be misspelt? An abbreviation only by one who writes capitals."""
    return len(name) > SHORT and (words.isupper() or not name.isupper())


def known_place(connection: Connection, words: str) -> str:
    """The place as it was given, where the readers, the ledger or its parties know it; an error with what may be meant else."""
    from dateline.knowledge.atlas import cities_called
    from dateline.knowledge.places import places

    told = query.place_names(connection)
    given = words.casefold()
    if given in map(str.casefold, told) or cities_called(words) or known_party(words):
        return words
    named = {name for place in places() for name in place.names}
    if given in map(str.casefold, named):
        return words
    hint = perhaps(words, dict.fromkeys(sorted({*named, *told, *country_names()}), ""))
    raise InputError(f"no place is known by {words!r}{hint or ';'} --as-given keeps it as it is")


def country_named(place: str) -> str | None:
    """The code of a country by its name."""
    from dateline.knowledge.parties import states

    wanted = place.strip().casefold()
    return next((each.id for each in states() if wanted in map(str.casefold, (each.id, each.name, *each.names))), None)


def country_names() -> Iterable[str]:
    """The names of all states."""
    from dateline.knowledge.parties import states

    return (name for each in states() for name in (each.name, *each.names))
