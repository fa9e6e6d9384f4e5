"""News agencies and where stories credit them, the furniture around stories, and what is put into addresses."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from dateline.knowledge.load import load

__all__ = [
    "Cache", "CreditRule", "Furniture", "Redirector", "Wire", "caches", "credit_rules", "credit_words", "furniture",
    "furniture_rules", "redirectors", "small_words", "tracking", "wire_named", "wire_of_host", "wires",
]  # fmt: skip

LONG = 4
"""Signs of so many letters are not taken for anything else where no bracket holds them."""


@dataclass(frozen=True)
class Wire:
    """An agency: how credits name it, its short signs, its own sites."""

    name: str
    names: tuple[str, ...]
    signs: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True)
class CreditRule:
    """A form of words by which a story shows who wrote it: at its `start`, on a line of its `head` or `end`.

    A `weak` credit names one who only helped. `wire` is set where the form alone gives the agency away.
    """

    name: str
    place: Literal["start", "head", "end"]
    pattern: str
    wire: str | None = None
    weak: bool = False
    examples: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern with the names of all agencies in it."""
        return compiled(self.pattern)


@dataclass(frozen=True)
class Furniture:
    """Lines, or words before the first sentence (`start`), that are no part of a story."""

    name: str
    pattern: str
    start: bool = False
    examples: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()


@dataclass(frozen=True)
class Small:
    """Words that say nothing of what a text is about."""

    words: tuple[str, ...]


@dataclass(frozen=True)
class Parameters:
    """Names of parameters that only follow readers, whole or by how they begin."""

    names: tuple[str, ...]
    prefixes: tuple[str, ...]


@dataclass(frozen=True)
class Redirector:
    """Hosts that carry the address they lead to in a parameter; `*` stands for every path."""

    hosts: tuple[str, ...]
    paths: tuple[str, ...]
    parameters: tuple[str, ...]
    examples: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cache:
    """A host that holds copies of pages under their address; `path` lists what stands before it."""

    host: str
    path: str
    examples: tuple[str, ...] = ()


@cache
def wires() -> tuple[Wire, ...]:
    """Every agency."""
    return load("intake/wires", "wire", Wire)


@cache
def wire_names() -> dict[str, str]:
    """What an agency is called in a credit, in small letters -> its name."""
    return {called.casefold(): wire.name for wire in wires() for called in (*wire.signs, *wire.names, wire.name)}


def wire_named(words: str) -> str | None:
    """The agency that these words of a credit name.

    >>> wire_named("The Associated Press"), wire_named("/TASS/"), wire_named("Example Post")
    ('AP', 'TASS', None)
    """
    called = " ".join(words.split()).casefold().strip("/")
    names = wire_names()
    return names.get(called) or names.get(called.removeprefix("the "))


@cache
def credit_words() -> frozenset[str]:
    """Words of which a credit holds one: the longest of each name and sign, and those of forms that name no agency."""
    called = [name for wire in wires() for name in (*wire.signs, *wire.names, wire.name)]
    longest = {max(re.findall(r"[^\W\d_]+", name), key=len) for name in called}
    forms = " ".join(rule.name for rule in credit_rules() if rule.wire)
    return frozenset(longest).union(*((word, word.capitalize()) for word in re.findall(r"[A-Za-z]{7,}", forms)))


@cache
def wire_hosts() -> dict[str, str]:
    """Host of an agency's own site -> its name."""
    return {host: wire.name for wire in wires() for host in wire.hosts}


def wire_of_host(host: str) -> str | None:
    """The agency whose own site this is."""
    parts = host.casefold().split(".")
    return next((found for n in range(len(parts) - 1) if (found := wire_hosts().get(".".join(parts[n:])))), None)


def either(words: set[str]) -> str:
    """A pattern for one of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of a credit with {sign}, {long} and {name} filled in."""
    signs = {sign.strip("/") for wire in wires() for sign in wire.signs}
    names = {name for wire in wires() for name in (*wire.names, wire.name) if len(name) > 2}
    long = {sign for sign in signs | names if len(sign) >= LONG}
    filled = pattern.replace("{sign}", either(signs)).replace("{long}", either(long)).replace("{name}", either(names))
    return re.compile(filled)


@cache
def credit_rules() -> tuple[CreditRule, ...]:
    """The forms of credits, most trusted first."""
    return load("intake/credits", "rule", CreditRule)


@cache
def furniture_rules() -> tuple[Furniture, ...]:
    """The rules for what stands around stories."""
    return load("intake/furniture", "rule", Furniture)


@cache
def furniture(*, start: bool = False) -> re.Pattern[str]:
    """One pattern for all furniture: of whole lines, or of words at the start of a story."""
    parts = "|".join(rule.pattern for rule in furniture_rules() if rule.start == start)
    return re.compile(rf"(?:{parts})") if start else re.compile(rf"^[^\S\n]*(?:{parts})[^\S\n]*$", re.MULTILINE | re.IGNORECASE)


@cache
def small_words() -> frozenset[str]:
    """Words that say nothing of what a text is about."""
    return frozenset(word for small in load("intake/furniture", "small", Small) for word in small.words)


@cache
def tracking() -> tuple[frozenset[str], tuple[str, ...]]:
    """Names of parameters that only follow readers, and how others begin."""
    found = load("intake/trackers", "parameters", Parameters)
    names = frozenset(name for each in found for name in each.names)
    return names, tuple(prefix for each in found for prefix in each.prefixes)


@cache
def redirectors() -> tuple[Redirector, ...]:
    """Hosts that lead elsewhere by a parameter."""
    return load("intake/trackers", "redirector", Redirector)


@cache
def caches() -> tuple[Cache, ...]:
    """Hosts that hold copies of pages."""
    return load("intake/trackers", "cache", Cache)
