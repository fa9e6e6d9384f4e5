"""Text to tokens of time: one pass of one regular expression, each token one character that stands for its classes.

A token that no rule knows is a blank; runs of other characters are the windows in which rules are tried. All
repetitions of the expression are over single classes of characters, so that it reads any text in linear time.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dateline.knowledge import times as knowledge
from dateline.reading.desk import Sense

__all__ = ["OTHER", "Lexicon", "Token", "composite_classes", "cut", "windows"]

OTHER = " "
MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tues|Tue|Wed|Thurs|Thu|Fri|Sat|Sun"
TOKEN = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]))"
    r"|(?P<slash>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/])|9/11(?![\d/]))"
    r"|(?P<decade>\d{3}0'?s\b|['’‘`]\d0s\b|\b\d0s\b)"
    r"|(?P<short>['’‘`]\d\d(?![\d\w]))"
    r"|(?P<clock>(?:[01]?\d|2[0-4])(?::[0-5]\d){1,2}(?:[ap]m\b)?(?!\d)|\d{1,2}(?:\.[0-5]\d)?[ap]m\b)"
    r"|(?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,9})?(?![\d])|\d{1,9}(?:\.\d{1,9})?(?![\d])|\d+)"
    r"|(?P<initials>(?:[A-Za-z]\.){2,6}|[ap]\.m\b|B\.C\b)"
    rf"|(?P<abbr>(?:{MONTHS}|Mrs?|Ms|Dr|St|[Cc]a?|[Nn]o)\.)"
    r"|(?P<own>['’]s\b)"
    r"|(?P<word>Q[1-4]\b|[^\W\d_]+)"
    r"|(?P<stop>\n[ \t\r\f]*\n\s*)"
    r"|(?P<mark>\S)"
)
STOPS = frozenset(".;:?!")
"""Marks that end a window, themselves still seen by its rules."""
GRAINS = "T D WE W M S Q H Y E C NI TH TM TS FN L AF EV MO"
COMPOSITES = (
    *({"date", f"g{grain}", known} for grain in GRAINS.split(" ") for known in ("dated", "open")),
    *({"date", f"g{grain}", "open", "simple"} for grain in ("D", "M", "S")),
    {"time", "parttime"}, {"time", "clocktime"}, {"dur"}, {"dur", "oneunit"}, {"dur", "somedur"}, {"vague"}, {"set"},
)  # fmt: skip


class Token(NamedTuple):
    """A token of a window: where it stands, its words in lower case, its character, its number or sense if it has one."""

    start: int
    end: int
    low: str
    char: str
    value: float | Sense | str | None = None


@dataclass(frozen=True)
class Lexicon:
    """Which characters stand for which classes: `chars` by word as written, `classes` by name, `sets` by set of classes."""

    chars: dict[str, str]
    classes: dict[str, str]
    sets: dict[frozenset[str], str]
    core: frozenset[str]

    @classmethod
    def build(cls, literals: Iterable[str]) -> "Lexicon":
        """The lexicon of the knowledge files, with the plain words that rules use."""
        small: dict[str, set[str]] = {}
        capital: dict[str, set[str]] = {}
        for group in knowledge.words():
            for word in (*group.words, *group.values):
                (capital if group.capital else small).setdefault(word, set()).add(group.class_)
        for word in literals:
            small.setdefault(word, set()).add(f"={word}")
        sets: dict[frozenset[str], str] = {}
        chars: dict[str, str] = {}
        for word in sorted({*small, *capital}):
            lower, upper = frozenset(small.get(word, ())), frozenset(small.get(word, set()) | capital.get(word, set()))
            for form, classes in ((word, lower), (word.capitalize(), upper), (word.upper(), upper)):
                if classes:
                    chars[form] = sets.setdefault(classes, chr(0xE000 + len(sets)))
        for names in (*number_sets(), *COMPOSITES):
            sets.setdefault(frozenset(names), chr(0xE000 + len(sets)))
        by_class: dict[str, str] = {}
        for names, char in sets.items():
            for name in names:
                by_class[name] = by_class.get(name, "") + char
        core = frozenset(char for names, char in sets.items() if not all(is_quiet(name) for name in names))
        return cls(chars, by_class, sets, core)

    def char(self, classes: Iterable[str]) -> str:
        """The character of a set of classes."""
        return self.sets.get(frozenset(classes), OTHER)


def is_quiet(name: str) -> bool:
    """Does a word of this class start nothing by itself?"""
    classes, words = knowledge.quiet()
    return name in classes or (name.startswith("=") and name[1:] in words)


@cache
def number_classes(written: str) -> frozenset[str]:
    """The classes of a number written in figures."""
    found = {"num", "digits"}
    if not written.isdigit():
        return frozenset(found)
    value = int(written[:9])
    if len(written) <= 2:
        found |= {name for name, low, high in (("dd", 1, 31), ("mm", 1, 12), ("hh", 0, 24)) if low <= value <= high}
        found |= {"yr2"} if len(written) == 2 else set()
    elif len(written) == 3:
        found.add("num3")
    elif len(written) == 4:
        found |= {"year4"} if 1000 <= value <= 2199 else set()
        found |= {"modern"} if 1700 <= value <= 2099 else set()
        found |= {"hhmm"} if value < 2400 and value % 100 < 60 else set()
    elif len(written) > 8:
        return frozenset()
    return frozenset(found)


@cache
def number_sets() -> tuple[frozenset[str], ...]:
    """All sets of classes that numbers come in."""
    figures = {
        number_classes(str(value).rjust(width, "0")) for width in (1, 2, 3, 4, 5) for value in range(10 ** min(width, 4))
    }
    others = ("iso", "slash", "decade", "short", "clock", "clockampm", "fraction")
    words = (
        {"num", "numword"}, {"num", "numword", "hh"}, {"year4", "modern", "yearword"}, {"ord", "ordday"}, {"ord"},
        {"num", "numword", "year4"},
    )  # fmt: skip
    return (*figures, *(frozenset({name}) for name in others), *map(frozenset, words))


def cut(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str, str, str]]:
    """(start, end, words, kind, character) of every token."""
    chars = lexicon.chars
    for match in TOKEN.finditer(text):
        kind = match.lastgroup or ""
        words = match[0]
        if kind in ("word", "abbr", "initials", "mark", "own"):
            char = chars.get("'s" if kind == "own" else words, OTHER)
        elif kind == "number":
            char = lexicon.char(number_classes(words))
        elif kind == "ordinal":
            char = lexicon.char({"ord", "ordday"} if int(words[:-2]) <= 31 else {"ord"})
        elif kind == "clock":
            char = lexicon.char({"clockampm" if words[-1] in "mM" else "clock"})
        elif kind == "stop":
            char = OTHER
        else:
            char = lexicon.char({kind})
        yield match.start(), match.end(), words, kind, char


def windows(text: str, lexicon: Lexicon) -> Iterator[list[Token]]:
    """Runs of tokens that rules know and that hold something which may be a time."""
    run: list[Token] = []
    core, has_core = lexicon.core, False
    for start, end, words, kind, char in cut(text, lexicon):
        if char == OTHER:
            if has_core:
                yield run
            if run:
                run, has_core = [], False
            continue
        run.append(Token(start, end, "'s" if kind == "own" else words.lower(), char, number_value(words, kind)))
        has_core = has_core or char in core
        if kind == "mark" and words in STOPS:
            if has_core:
                yield run
            run, has_core = [], False
    if has_core:
        yield run


def number_value(words: str, kind: str) -> float | None:
    """The number that figures say."""
    if kind == "number":
        return float(words.replace(",", "")) if len(words) < 20 else None
    return float(words[:-2]) if kind == "ordinal" else None


def composite_classes(sense: Sense) -> set[str]:
    """The classes of an expression that an earlier round found."""
    if sense.kind == "vague":
        return {"vague"}
    if sense.kind == "set":
        return {"set"}
    if sense.kind == "duration":
        return {"dur", "somedur"} if sense.count == "X" else {"dur", "oneunit"} if sense.count == 1 else {"dur"}
    grain = sense.grain
    based = sense.year is not None or sense.decade is not None or sense.century is not None or sense.shift is not None
    if grain == "T" and not (based or sense.weekday or sense.day or sense.holiday or sense.iso or sense.month):
        return {"time", "parttime" if sense.hour is None else "clocktime"}
    known = "dated" if based or sense.iso else "open"
    simple = known == "open" and sense.step is None and sense.mod is None and grain in ("D", "M", "S")
    return {"date", f"g{grain}", known} | ({"simple"} if simple else set())
