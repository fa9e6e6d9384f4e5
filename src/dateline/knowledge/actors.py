"""What data sets call parties: codes of states, bodies and sectors, and the names of CAMEO's codes."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.knowledge import parties
from dateline.knowledge.load import load

__all__ = [
    "body_code",
    "cameo_label",
    "cameo_role",
    "cameo_state",
    "country_name",
    "cow",
    "fips",
    "icews_country",
    "icews_sector",
    "is_state",
    "office_sector",
]

Scheme = Literal["fips", "cow", "cameo"]


@dataclass(frozen=True)
class StateCodes:
    """Codes of states in one scheme, each as "ISO CODE"."""

    scheme: Scheme
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Codes:
    """Codes, each as "KEY CODE"; the key may hold blanks."""

    codes: tuple[str, ...]


@dataclass(frozen=True)
class Labels:
    """Names of codes, each as "CODE NAME"."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class OfficeWords:
    """Words of an office by which its holder belongs to a sector."""

    sector: str
    pattern: str


@cache
def states() -> dict[Scheme, dict[str, str]]:
    """Scheme -> state -> code."""
    return {each.scheme: dict(pair.split() for pair in each.codes) for each in load("events/actors", "states", StateCodes)}


@cache
def keyed(table: str) -> dict[str, str]:
    """The codes of bodies or sectors."""
    pairs = (pair.rpartition(" ") for pair in load("events/actors", table, Codes)[0].codes)
    return {key: code for key, _, code in pairs}


@cache
def labels(table: str = "labels") -> dict[str, str]:
    """CAMEO code -> name; in table `icews`, sector -> name."""
    pairs = (name.partition(" ") for name in load("events/actors", table, Labels)[0].names)
    return {code: name for code, _, name in pairs}


def fips(state: str) -> str | None:
    """FIPS 10-4 code of a state given by ISO 3166-1 alpha-3."""
    return states()["fips"].get(state)


def cow(state: str) -> str | None:
    """Number of a state in the Correlates of War."""
    return states()["cow"].get(state)


def cameo_state(state: str) -> str:
    """CAMEO's code of a state, which is that of ISO 3166-1 alpha-3 for most."""
    return states()["cameo"].get(state, state)


def body_code(body: str) -> str | None:
    """CAMEO's code of an international body: IGOUNO for the UN."""
    return keyed("bodies").get(body)


def cameo_role(sector: str) -> str | None:
    """CAMEO's role for a sector of PLOVER: MED for JRN, HLH for MED."""
    return keyed("sectors").get(sector)


def cameo_label(code: str) -> str:
    """What CAMEO calls a code; the name of the next higher code where the list has none."""
    names = labels()
    return next((names[code[:end]] for end in range(len(code), 1, -1) if code[:end] in names), names.get(f"{code}0", code))


def is_state(code: str) -> bool:
    """Is this the ISO code of a state or territory?"""
    return any(code in codes for codes in states().values())


@cache
def state_names() -> dict[str, str]:
    """State -> English name."""
    return {state.id: state.name for state in parties.states()}


def country_name(state: str | None) -> str | None:
    """The English name of a state given by ISO 3166-1 alpha-3; the code where it has none here."""
    return None if state is None else state_names().get(state, state)


def icews_country(state: str | None) -> str | None:
    """ICEWS's name of a state, where it is another than ours: Russian Federation, Holy See."""
    return None if state is None else labels("icews_countries").get(state) or country_name(state)


@cache
def offices() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Sectors with the words of their offices."""
    rows = load("events/actors", "offices", OfficeWords)
    return tuple((row.sector, re.compile(rf"(?<![-\w])(?:{row.pattern})\b", re.IGNORECASE)) for row in rows)


def office_sector(office: str) -> str | None:
    """PLOVER's sector by the words of an office: MIL for "chief of the army staff"; None for any other."""
    return next((sector for sector, words in offices() if words.search(office)), None)


def icews_sector(sector: str) -> str | None:
    """ICEWS's words for a sector of PLOVER."""
    return labels("icews").get(sector)
