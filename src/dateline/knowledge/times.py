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
    "Dating",
    "Example",
    "Examples",
    "Lean",
    "NamedDay",
    "Rule",
    "Series",
    "Thing",
    "Words",
    "examples",
    "lean",
    "named_days",
    "phrases",
    "preferences",
    "rule_files",
    "rules",
    "series",
    "things",
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
    """A sentence with the expression in square brackets, and how it is read on Thursday 2019-05-16.

    `days` is the interval, `2019-05-14` or `2019-05-13/2019-05-19`; left out where it does not matter.
    """

    text: str
    value: str
    type: Literal["DATE", "TIME", "DURATION", "SET"] = "DATE"
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    days: str | None = None


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


@cache
def lean() -> Lean:
    """The words of `en/times/direction.toml`."""
    lists = tables("times/direction")["direction"]
    return Lean(**{name: frozenset(some) for name, some in lists.items()})


@dataclass(frozen=True)
class Dating:
    """The preferences of `en/dating/preferences.toml`."""

    first_year: int
    last_year: int
    years_after_named_year: tuple[float, ...]
    years_after_loose_year: tuple[float, ...]
    years_after_dated_month: tuple[float, ...]
    years_before_named_year: tuple[float, ...]
    further_year: float
    year_ahead: float
    days_after_weekday: tuple[float, ...]
    days_after_weekday_if_today: tuple[float, ...]
    days_after_saying: tuple[float, ...]
    days_before_weekday: tuple[float, ...]
    months_after_month: tuple[float, ...]
    months_before_month: tuple[float, ...]
    half_days_past: float
    half_days_future: float
    within_week_beside_weekdays: float
    weekdays_of_publication: tuple[float, ...]
    wrong_side: float
    wrong_weekday: float
    outside_term: float
    before_named_year: float
    outside_counted: float
    outside_loosely_counted: float
    gain_on_day: float
    days_about_day: float
    before_founding: float
    after_ending: float
    years_to_halve: float
    fits_relative: float
    further_fact: float
    weekday_further_down: float
    year_from_office: float
    furthest_from_office: float
    needed_share: float
    needed_share_of_day: float
    longest_cluster: int
    kept_share: float


@cache
def preferences() -> Dating:
    """How much each kind of evidence says about the day of a story."""
    raw = tables("dating/preferences")["dating"]
    return build(Dating, raw, "knowledge/en/dating/preferences.toml [dating]")


@dataclass(frozen=True)
class Thing:
    """A thing whose name dates a text: it can be written of from a day on, and is history after another.

    A happening `fades`: after so many years it is named half as often.
    """

    names: tuple[str, ...]
    from_: date | None = None
    until: date | None = None
    fades: float | None = None


@cache
def things() -> tuple[Thing, ...]:
    """All things that date a text, the vocabulary of their time, and all happenings."""
    topics = (("dating/things", "thing"), ("dating/vocabulary", "thing"), ("dating/happenings", "happening"))
    return tuple(thing for topic, table in topics for thing in load(topic, table, Thing))


@dataclass(frozen=True)
class Series:
    """Numbered gatherings: number n opens in the year `base` + n * `every`, a year later from number `moved` on.

    `per` of them share a year; the count holds from number `least` on.
    """

    words: str
    base: int
    month: int
    months: int
    every: int = 1
    moved: int = 0
    per: int = 1
    least: int = 1

    def year_of(self, number: int) -> int | None:
        """The year in which that number opens, None where the count does not reach."""
        if number < self.least:
            return None
        late = bool(self.moved and number >= self.moved)
        return min(max(self.base + number * self.every // self.per + late, 1), 9000)

    @property
    def landmark(self) -> str:
        """Words without which a text cannot name one."""
        return max(self.words.split("{n}"), key=len).strip()


@cache
def series() -> tuple[Series, ...]:
    """All numbered gatherings."""
    return load("dating/series", "series", Series)


@cache
def examples() -> tuple[Examples, ...]:
    """The examples and leaves of all rules and named days."""
    return load("times/examples", "rule", Examples)
