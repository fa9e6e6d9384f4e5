"""What the day of a story is told by: what happened, was born, founded or held when, and how much each clue says."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from dateline.knowledge.lines import bound
from dateline.knowledge.load import build, load, tables
from dateline.knowledge.parties import people

__all__ = [
    "ClueExample",
    "Cycle",
    "DatingRule",
    "Edition",
    "Held",
    "Known",
    "Office",
    "Preferences",
    "Series",
    "Thing",
    "births",
    "cycles",
    "dating_rules",
    "editions",
    "extent",
    "happenings",
    "independence",
    "offices",
    "preferences",
    "running",
    "series",
    "things",
    "words_of",
]

EXAMPLE = re.compile(r"(?P<day>\d{4}(?:-\d\d){0,2}) (?P<words>.+)")


@dataclass(frozen=True)
class Known:
    """Something dated: the first and last day on which it may have been or begun, and its words as a pattern."""

    first: date
    last: date
    words: str

    @property
    def exact(self) -> bool:
        """Is the day itself known?"""
        return self.first == self.last


@dataclass(frozen=True)
class Held:
    """One gathering of a kind: where it was held and its first day."""

    place: str
    day: date


@dataclass(frozen=True)
class Edition:
    """Gatherings of a kind known by their places: `words` hold {place}; in the news from `before` to
    `after` days around. A text that names one has one of the words `near`."""

    words: tuple[str, ...]
    near: tuple[str, ...]
    before: int
    after: int
    held: tuple[str, ...]

    @property
    def gatherings(self) -> tuple[Held, ...]:
        """Those held, in the order of the file."""
        return tuple(Held(place, date.fromisoformat(day)) for day, _, place in (each.partition(" ") for each in self.held))


@dataclass(frozen=True)
class Cycle:
    """What comes every `every` years around a day; `year` where its being named tells the year, not only the season."""

    words: str
    first: int
    month: int
    day: int
    before: int
    after: int
    every: int = 1
    year: bool = False


def extent(day: str) -> tuple[date, date]:
    """The first and last day of "1949", "1949-04" or "1949-04-04"."""
    return bound(day, last=False), bound(day, last=True)


def words_of(pattern: str) -> str:
    """The regular expression of words in which `(a|b)` is either: no group of it is kept."""
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", pattern)


def known(name: str) -> tuple[Known, ...]:
    """The dated things of one list of `en/dating/known.toml`."""
    matches = (EXAMPLE.fullmatch(line) for line in tables("dating/known")[name])
    return tuple(Known(*extent(found["day"]), words_of(found["words"])) for found in matches if found)


@cache
def happenings() -> tuple[Known, ...]:
    """All happenings of `en/dating/known.toml`."""
    return known("events")


@cache
def running() -> tuple[Known, ...]:
    """Wars by the day on which they began."""
    return known("running")


@cache
def births() -> dict[str, date]:
    """The days of birth of persons."""
    same = people().same
    return {same.get(person, person): day for person, day in tables("dating/births")["births"].items()}


@cache
def editions() -> tuple[Edition, ...]:
    """All gatherings known by their places."""
    return load("dating/editions", "edition", Edition)


@cache
def cycles() -> tuple[Cycle, ...]:
    """All votes and gatherings known by their time."""
    return load("dating/editions", "cycle", Cycle)


@cache
def independence() -> dict[str, date]:
    """Since when states are independent, or are at all."""
    return dict(tables("dating/editions")["independence"])


@dataclass(frozen=True)
class Office:
    """An office with the words for it and those who held it, each as "FIRST-MONTH/LAST-MONTH NAME"."""

    titles: tuple[str, ...]
    held: tuple[str, ...]

    @property
    def terms(self) -> tuple[tuple[str, date, date | None], ...]:
        """Name, first and last day of each term, None where it has no known end."""
        found = []
        for line in self.held:
            period, _, name = line.partition(" ")
            since, _, until = period.partition("/")
            found.append((name, extent(since)[0], extent(until)[1] if until else None))
        return tuple(found)


@cache
def offices() -> tuple[Office, ...]:
    """All offices of `en/dating/incumbents.toml`."""
    return load("dating/incumbents", "office", Office)


@dataclass(frozen=True)
class Preferences:
    """The preferences of `en/dating/preferences.toml`."""

    first_year: int
    common_from: int
    older: float
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
    before_term: float
    after_term: float
    before_named_year: float
    outside_counted: float
    outside_loosely_counted: float
    gain_on_day: float
    days_about_day: float
    before_founding: float
    after_ending: float
    fits_relative: float
    further_fact: float
    weekday_further_down: float
    year_from_office: float
    furthest_from_office: float
    needed_share_of_day: float
    ahead_of_rivals: float
    kept_share: float
    year_steps: tuple[int, ...]
    years: dict[str, tuple[float, ...]]
    weights: dict[str, float]


@cache
def preferences() -> Preferences:
    """How much each kind of evidence says about the day of a story."""
    raw = tables("dating/preferences")["dating"]
    return build(Preferences, raw, "knowledge/en/dating/preferences.toml [dating]")


@cache
def beginning_with(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words, or one that begins so; capitals alone ("EU") are whole words."""
    return re.compile("|".join(rf"\b{re.escape(word)}" + (r"(?!\w)" if word.isupper() else "") for word in words))


@dataclass(frozen=True)
class Thing:
    """A thing whose name dates a text: it can be written of from a day on, and is history after another.

    A happening `fades`: after so many years it is named half as often. Where the name alone is too plain, it counts only in
    a text that holds one of the words `near` ("Oct. 7 attacks" beside "Hamas").
    """

    names: tuple[str, ...]
    from_: date | None = None
    until: date | None = None
    fades: float | None = None
    near: tuple[str, ...] = ()

    def counts_in(self, text: str) -> bool:
        """Does the text hold one of the words that tell the name from older ones, or a longer one that begins so?"""
        return not self.near or bool(beginning_with(self.near).search(text))


@cache
def things() -> tuple[Thing, ...]:
    """All things that date a text, the vocabulary of their time, pacts and other names of several words, and all happenings."""
    named = ("dating/things", "dating/vocabulary", "dating/pacts", "dating/names", "dating/topics")
    topics = (*((topic, "thing") for topic in named), ("dating/happenings", "happening"))
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


@dataclass(frozen=True)
class ClueExample:
    """A text with the words of a clue in square brackets, and what the clue says.

    `day` is one it allows and `other` one that it does not; `kind` is its kind, `side` the side grammar puts it on, `names`
    the fields of a date that it names. `given` is an example of a document that has its day, and no words of a clue.
    """

    text: str
    day: date | None = None
    other: date | None = None
    kind: str | None = None
    side: int | None = None
    names: dict[str, int] = field(default_factory=dict)
    given: bool = False


@dataclass(frozen=True)
class DatingRule:
    """A rule by which words tell the day of a story: texts that it reads, and texts in which it reads nothing."""

    id: str
    name: str
    examples: tuple[ClueExample, ...]
    leaves: tuple[str, ...]


@cache
def dating_rules() -> tuple[DatingRule, ...]:
    """The rules of `en/dating/rules.toml`."""
    return load("dating/rules", "rule", DatingRule)
