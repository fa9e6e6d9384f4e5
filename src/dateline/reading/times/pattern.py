"""From the patterns of the rules to regular expressions over one character a token, and the search with them.

Every pattern is a bounded string of classes, so that a search is linear in the length of the text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.knowledge import times as knowledge
from dateline.model.errors import KnowledgeError
from dateline.reading.times.tokens import Lexicon, Token

__all__ = ["Grammar", "Match", "Pattern", "grammar"]

ELEMENT = re.compile(r"!?<[\w:]+>\??|\(|\)\??|\||\[|\]|[^\s()\[\]]+")


@dataclass(frozen=True)
class Pattern:
    """A rule ready to be matched: its slots by group, each with the class it must be of, and how many expressions it marks."""

    rule: knowledge.Rule
    regex: re.Pattern[str]
    slots: Mapping[str, tuple[str, str, int]]
    marks: int
    first: frozenset[str]


@dataclass(frozen=True)
class Match:
    """A rule matched: for every expression it marks the tokens [start, end), and its slots (slot -> class, token)."""

    rule: knowledge.Rule
    spans: tuple[tuple[int, int], ...]
    slots: tuple[Mapping[str, tuple[str, Token]], ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Grammar:
    """All rules, by level and by the character that a match may start with."""

    lexicon: Lexicon
    levels: tuple[Mapping[str, tuple[Pattern, ...]], ...]

    def matches(self, level: int, tokens: Sequence[Token]) -> Iterator[Match]:
        """From left to right the longest match at each place (the earlier rule where two are equally long)."""
        table = self.levels[level]
        line = "".join(token.char for token in tokens)
        at = 0
        while at < len(line):
            best = longest(table, line, at)
            if best and (start := best[1].start("span0")) > at:
                inner = longest(table, line, start)
                best = inner if inner and inner[0][0] > best[0][0] else best
            if best is None:
                at += 1
                continue
            match = read_match(best[1], best[2], tokens)
            yield match
            at = max(match.spans[-1][1], at + 1)


def longest(
    table: Mapping[str, tuple["Pattern", ...]], line: str, at: int
) -> tuple[tuple[int, int], re.Match[str], "Pattern"] | None:
    """The match at that place which reaches furthest, the earlier rule's where two reach equally far."""
    best: tuple[tuple[int, int], re.Match[str], Pattern] | None = None
    for pattern in table.get(line[at], ()):
        found = pattern.regex.match(line, at)
        if found and found.end() > at:
            size = reach(found, pattern), -found.start("span0")
            if best is None or size > best[0]:
                best = size, found, pattern
    return best


def reach(found: re.Match[str], pattern: Pattern) -> int:
    """Where the last marked expression ends: what comes after is context."""
    return max(found.end(f"span{number}") for number in range(pattern.marks))


def read_match(found: re.Match[str], pattern: Pattern, tokens: Sequence[Token]) -> Match:
    """The match with its slots sorted to the expressions they stand in."""
    spans = tuple(found.span(f"span{number}") for number in range(pattern.marks))
    slots: list[dict[str, tuple[str, Token]]] = [{} for _ in spans]
    for group, (slot, class_, mark) in pattern.slots.items():
        if found.start(group) >= 0:
            slots[mark][slot] = (class_, tokens[found.start(group)])
    words = tuple(" ".join(token.low for token in tokens[start:end]) for start, end in spans)
    return Match(pattern.rule, spans, tuple(slots), words)


class Compiler:
    """One pattern on its way to a regular expression."""

    def __init__(self, rule: knowledge.Rule, lexicon: Lexicon) -> None:
        self.rule = rule
        self.lexicon = lexicon
        self.slots: dict[str, tuple[str, str, int]] = {}
        self.mark = 0

    def chars(self, element: str) -> str:
        """The characters that an element allows, as a class of a regular expression."""
        if element.startswith("<"):
            names = [element[1:-1].split(":")[-1]]
        else:
            names = [f"={word}" for word in (element.split("|") if len(element) > 1 else [element])]
        if unknown := [name for name in names if name not in self.lexicon.classes]:
            raise KnowledgeError(f"times rule {self.rule.name!r}: nothing is of class {', '.join(unknown)}")
        return "".join(sorted({char for name in names for char in self.lexicon.classes[name]}))

    def element(self, element: str, *, at_start: bool) -> str:
        """One element of the pattern as regular expression."""
        if element in ("(", "|"):
            return "(?:" if element == "(" else "|"
        if element in (")", ")?"):
            return element
        if element == "[":
            return f"(?P<span{self.mark}>"
        if element == "]":
            self.mark += 1
            return ")"
        if element.startswith("!"):
            look = "(?<!" if at_start else "(?!"
            return f"{look}[{self.chars(element[1:])}])"
        optional = "?" if element.endswith("?") and len(element) > 1 else ""
        bare = element.removesuffix("?") if optional else element
        if not bare.startswith("<"):
            return f"[{self.chars(bare)}]{optional}"
        slot, _, class_ = bare[1:-1].partition(":")
        group = f"g{len(self.slots)}"
        self.slots[group] = (slot, class_ or slot, self.mark)
        return f"(?P<{group}>[{self.chars(bare)}]){optional}"

    def compile(self) -> Pattern:
        """The rule as a pattern."""
        elements = ELEMENT.findall(self.rule.pattern)
        marked = "[" in elements
        parts: list[str] = []
        started = False
        for element in elements:
            parts.append(self.element(element, at_start=not started))
            started = started or not element.startswith("!")
        if not marked:
            looks = [part for part in parts if part.startswith(("(?<!", "(?!"))]
            before = [part for part in looks if part.startswith("(?<!")]
            after: list[str] = []
            while parts and parts[-1].startswith("(?!"):
                after.insert(0, parts.pop())
            parts = [*before, "(?P<span0>", *parts[len(before) :], ")", *after]
        regex = re.compile("".join(parts))
        slots = {group: (slot, class_, min(mark, max(self.mark - 1, 0))) for group, (slot, class_, mark) in self.slots.items()}
        return Pattern(self.rule, regex, slots, max(self.mark, 1), self.first(elements))

    def first(self, elements: Sequence[str]) -> frozenset[str]:
        """The characters that a match may start with."""
        parts = [element for element in elements if element not in ("[", "]") and not element.startswith("!")]
        return frozenset(self.alternatives(parts, 0)[0])

    def alternatives(self, parts: Sequence[str], at: int) -> tuple[set[str], bool, int]:
        """First characters of what stands from `at` to the closing bracket, whether it may be empty, and where it ends."""
        found: set[str] = set()
        empty_somewhere, empty, open_ = False, True, True
        while at < len(parts) and not parts[at].startswith(")"):
            part, at = parts[at], at + 1
            if part == "|":
                empty_somewhere, empty, open_ = empty_somewhere or empty, True, True
                continue
            if part == "(":
                inner, optional, at = self.alternatives(parts, at)
                optional = optional or parts[at] == ")?"
                at += 1
            else:
                bare = part.removesuffix("?") if len(part) > 1 else part
                inner, optional = set(self.chars(bare)), bare != part
            if open_:
                found |= inner
                open_ = optional
            empty = empty and optional
        return found, empty_somewhere or empty, at


def literals(rules: Sequence[knowledge.Rule]) -> set[str]:
    """The plain words of all patterns."""
    found: set[str] = set()
    for rule in rules:
        for element in ELEMENT.findall(rule.pattern):
            bare = element.lstrip("!").removesuffix("?") if len(element) > 1 else element
            if bare and bare not in "()[]|" and not bare.startswith("<"):
                found |= set(bare.split("|"))
    return found


@cache
def grammar() -> Grammar:
    """The rules of the knowledge files, compiled once a process."""
    rules = [*day_rules(), *knowledge.rules()]
    lexicon = Lexicon.build(literals(rules))
    patterns = [Compiler(rule, lexicon).compile() for rule in rules]
    levels = []
    for level in range(1, max(rule.level for rule in rules) + 1):
        table: dict[str, list[Pattern]] = {}
        for pattern in patterns:
            if pattern.rule.level == level:
                for char in pattern.first:
                    table.setdefault(char, []).append(pattern)
        levels.append({char: tuple(some) for char, some in table.items()})
    return Grammar(lexicon, tuple(levels))


def day_rules() -> list[knowledge.Rule]:
    """A rule for every form of every named day, with the year and the steps ("last Thanksgiving") it may have."""
    found = []
    for day in knowledge.named_days():
        for form in day.words:
            pattern = f"<step:rel>? {form} ( ,? of? <year:year4> )?"
            found.append(knowledge.Rule(name=day.name, pattern=pattern, give={"holiday": day.name}))
    return found
