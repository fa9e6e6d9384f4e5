"""What English says about time, as data: classes of words, rules of grammar over them, and named days.

`en/times/words.toml` sorts words into classes with values, `en/times/rules_*.toml` holds the rules (patterns over classes),
`en/times/days.toml` holidays and other named days. The arithmetic is in `reading/times`; the files only name it.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Literal

from dateline.knowledge.load import build, load, tables

__all__ = [
    "Example",
    "Examples",
    "Lean",
    "NamedDay",
    "Numbers",
    "Reckoning",
    "Rule",
    "Words",
    "examples",
    "lean",
    "named_days",
    "numbers",
    "phrases",
    "reckonings",
    "rule_files",
    "rules",
    "words",
]

Value = int | float | str | bool


@dataclass(frozen=True)
class Words:
    """Words of one class: a list, or a table that gives each a value; `capital` when only a capitalised one counts."""

    class_: str
    words: tuple[str, ...] = ()
    values: dict[str, int | float | str] = field(default_factory=dict)
    capital: bool = False


@dataclass(frozen=True)
class Example:
    """A sentence with the expression in square brackets, and how it is read on Thursday 2019-05-16, or on another `day`.

    `days` is the interval, `2019-05-14` or `2019-05-13/2019-05-19`; left out where it does not matter.
    """

    text: str
    value: str
    type: Literal["DATE", "TIME", "DURATION", "SET"] = "DATE"
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    days: str | None = None
    day: date | None = None


@dataclass(frozen=True)
class Rule:
    """A pattern over classes of words and what it means.

    `pattern`: `<class>` or `<slot:class>` (the slot is a field of the sense), plain words, `a|b`, `?` after what may be
    absent, `( … | … )` groups, `[ … ]` the words that are the expression where the pattern shows more (a pair of them
    makes two expressions), `!<class>` what must not stand there. `make` names the function that builds the sense,
    `give` adds fields to it, `level` is the round in which the rule is tried: later rounds see what earlier ones found.
    """

    name: str
    pattern: str
    level: int = 1
    make: str = "fields"
    give: dict[str, Value] = field(default_factory=dict)
    share: Literal["", "forward", "backward", "both"] = ""


@dataclass(frozen=True)
class Examples:
    """What the rule (or named day) of that name reads, and sentences in which it must read nothing.

    They stand apart from the rules, in `en/times/examples.toml`, so that a reading need not load them.
    """

    name: str
    examples: tuple[Example, ...] = ()
    leaves: tuple[str, ...] = ()


@dataclass(frozen=True)
class NamedDay:
    """A holiday or other named day: `reckon` names the function that gives its date in a year, with its arguments.

    `words` are the forms of the name, in lower case, as the tokeniser cuts them.
    """

    name: str
    words: tuple[str, ...]
    reckon: Literal["fixed", "weekday", "easter", "once"]
    month: int = 1
    day: int = 1
    weekday: int = 1
    nth: int = 1
    offset: int = 0
    year: int | None = None


def rule_files() -> tuple[str, ...]:
    """The topics that hold rules, in the order in which they are tried."""
    return ("times/rules_dates", "times/rules_periods", "times/rules_lengths", "times/rules_joined")


@cache
def words() -> tuple[Words, ...]:
    """All classes of words."""
    return load("times/words", "class", Words)


@cache
def quiet() -> tuple[frozenset[str], frozenset[str]]:
    """Classes and words that start no expression by themselves."""
    lists = tables("times/words")["quiet"]
    return frozenset(lists["classes"]), frozenset(lists["words"])


@cache
def phrases(name: str) -> dict[str, str]:
    """What phrases of measure (`measure`) or of place in a period (`early`) stand for."""
    return dict(tables("times/words")["phrases"][name])


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of the files."""
    return tuple(rule for topic in rule_files() for rule in load(topic, "rule", Rule))


@cache
def named_days() -> tuple[NamedDay, ...]:
    """All named days."""
    return load("times/days", "day", NamedDay)


@dataclass(frozen=True)
class Numbers:
    """What the words for numbers stand for: `further_ordinals` are those from ten on."""

    ones: dict[str, int]
    tens: dict[str, int]
    sizes: dict[str, int]
    fractions: dict[str, float]
    ordinals: dict[str, int]
    further_ordinals: dict[str, int]


@cache
def numbers() -> Numbers:
    """The words of `en/times/numbers.toml`."""
    return build(Numbers, tables("times/numbers"), "knowledge/en/times/numbers.toml")


@dataclass(frozen=True)
class Reckoning:
    """A rule that puts a time on its side of the day of the story, or supplies what its words leave open."""

    id: str
    name: str
    examples: tuple[Example, ...]
    leaves: tuple[str, ...]


@cache
def reckonings() -> tuple[Reckoning, ...]:
    """The rules of `en/times/rules.toml`."""
    return load("times/rules", "rule", Reckoning)


@dataclass(frozen=True)
class Lean:
    """Words that put a time before or after the day of the story."""

    planning: frozenset[str]
    planning_nouns: frozenset[str]
    setting: frozenset[str]
    future: frozenset[str]
    conditional: frozenset[str]
    reporting: frozenset[str]
    past_prepositions: frozenset[str]
    future_prepositions: frozenset[str]
    forward: frozenset[str]
    planned_at: frozenset[str]
    future_around: frozenset[str]
    past_around: frozenset[str]


@cache
def lean() -> Lean:
    """The words of `en/times/direction.toml`."""
    lists = tables("times/direction")["direction"]
    return Lean(**{name: frozenset(some) for name, some in lists.items()})


@cache
def examples() -> tuple[Examples, ...]:
    """The examples and leaves of all rules and named days."""
    return load("times/examples", "rule", Examples)
