"""No pattern of the program takes more than a moment over any text: repetitions that run over each other are found here."""

import ast
import gc
import importlib
import pkgutil
import re
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import dateline
from tests.hostile import attacks

SOURCE = Path(dateline.__file__).parent
WAYS: dict[str, Callable[[re.Pattern[Any], Any], Any]] = {
    "match": lambda pattern, text: pattern.match(text),
    "fullmatch": lambda pattern, text: pattern.fullmatch(text),
    "search": lambda pattern, text: pattern.search(text),
    "finditer": lambda pattern, text: deque(pattern.finditer(text), maxlen=0),
    "findall": lambda pattern, text: deque(pattern.finditer(text), maxlen=0),
    "sub": lambda pattern, text: deque(pattern.finditer(text), maxlen=0),
    "split": lambda pattern, text: deque(pattern.finditer(text), maxlen=0),
}
SIZE, LIMIT = 16_000, 0.5
"""Signs of a hostile string, and the seconds of processor time that all ways of asking may take over it."""


def patterns_in(value: Any, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    """The compiled patterns inside a value of a module."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 4 and isinstance(value, (tuple, list, set, frozenset)):
        for each in value:
            yield from patterns_in(each, depth + 1)
    elif depth < 4 and isinstance(value, dict):
        for each in value.values():
            yield from patterns_in(each, depth + 1)


def methods() -> dict[str, set[str]]:
    """Name of a pattern -> the ways in which the program asks it."""
    found: dict[str, set[str]] = {}
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr in WAYS:
                found.setdefault(node.value.id, set()).add(node.attr)
    return found


def compiled() -> dict[tuple[Any, int], tuple[str, frozenset[str]]]:
    """Pattern and flags -> the module that holds it and the ways in which it is asked; those written inside functions too."""
    found: dict[tuple[Any, int], tuple[str, frozenset[str]]] = {}
    asked = methods()
    for module in pkgutil.walk_packages(dateline.__path__, "dateline."):
        if module.name.endswith("__main__") or ".migrations" in module.name:
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for pattern in patterns_in(value):
                ways = asked.get(name, WAYS) if isinstance(value, re.Pattern) else WAYS
                found.setdefault((pattern.pattern, pattern.flags), (module.name, frozenset(ways)))
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args and is_re(node.func):
                first = node.args[0]
                if isinstance(first, ast.Constant) and first.value not in {pattern for pattern, _ in found}:
                    way = {node.func.attr} if node.func.attr in WAYS else set(WAYS)
                    found.setdefault((first.value, re.compile(first.value).flags), (path.stem, frozenset(way)))
    return found


def is_re(function: ast.Attribute) -> bool:
    """Is it a function of `re`?"""
    return isinstance(function.value, ast.Name) and function.value.id == "re" and function.attr != "escape"


PATTERNS = compiled()


class TooSlowError(Exception):
    """The limit is over."""


def stop(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlowError


def worst(pattern: re.Pattern[Any], ways: set[str]) -> tuple[float, str]:
    """The longest time that the pattern takes over a hostile string, and how that string begins; a slow one is asked twice."""
    slowest = 0.0, ""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    gc.disable()  # in a large process its pauses are longer than the limit
    previous = signal.signal(signal.SIGVTALRM, stop)
    try:
        for attack in attacks(source, pattern.flags & ~re.UNICODE, SIZE):
            text: Any = attack if isinstance(pattern.pattern, str) else attack.encode("latin-1", "replace")
            seconds = taken(pattern, ways, text)
            if seconds >= LIMIT:
                seconds = min(seconds, taken(pattern, ways, text))
            slowest = max(slowest, (seconds, attack[:80]))
            if seconds >= LIMIT:
                break
    finally:
        signal.signal(signal.SIGVTALRM, previous)
        gc.enable()
    return slowest


def taken(pattern: re.Pattern[Any], ways: set[str], text: Any) -> float:
    """Processor time of asking in all ways, at most the limit."""
    start = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
    try:
        for way in ways:
            WAYS[way](pattern, text)
    except TooSlowError:
        return LIMIT
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return min(time.process_time() - start, LIMIT)


@pytest.mark.parametrize("key", PATTERNS, ids=[f"{place}: {str(key[0])[:60]}" for key, (place, _) in PATTERNS.items()])
def test_the_pattern_is_quick_over_anything(key: tuple[Any, int]) -> None:
    seconds, attack = worst(re.compile(*key), set(PATTERNS[key][1]))
    assert seconds < LIMIT, f"{key[0]!r} takes {seconds:.1f} s over {SIZE} signs that begin {attack!r}"


def test_the_search_finds_what_is_slow() -> None:
    assert worst(re.compile(r"(?:\w+\s?)+!"), {"search"})[0] >= LIMIT
    assert len(PATTERNS) > 100
