"""Hostile strings for a regular expression: each repeated part of it pumped, and the runs of signs that break patterns."""

import warnings
from collections.abc import Iterator
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from re import _constants as constants  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]

RUNS = (
    "A", "a", "0", " ", "a ", "A ", "A. ", "a.", "aA", "\"", "'", "“", "(", "<", "<a ", "<a", "-", "--", "-->", "&", "&#1;",
    ".", ",", ", ", "/", "\\", "\n", "\r\n", " \n", "\t", "a\n", "1 ", "1.", "1/", "http://", "é", "ｘ", "\u00a0", "😀", "=",
    ":", ": ", "|", "_", "By A ", "and ", "of the ", "\x00",
)  # fmt: skip
"""What real pages repeat by the thousand, and what patterns stumble over."""

ENDS = ("", "!", "\n", "\x00", "a", '"')


def attacks(pattern: str, flags: int, size: int) -> Iterator[str]:
    """Strings of about `size` signs: what stands before a repeated part, the part pumped, and an end that does not fit."""
    for run in RUNS:
        yield run * (size // len(run))
    tree = parser.parse(pattern, flags)
    for before, body in sorted(set(pumps(list(tree), ""))):
        if body:
            for end in ENDS:
                yield before + body * (size // len(body)) + end


def pumps(nodes: list[Any], before: str) -> Iterator[tuple[str, str]]:
    """(what comes before, what is repeated) of every repetition in a parsed pattern."""
    for operation, argument in nodes:
        inner = inner_of(operation, argument)
        if operation in (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT) and argument[1] > 8:
            whole = list(argument[2])
            parts = [whole, *([each] for each in branches(whole))]
            bodies = {sample(part, least=least) for part in parts for least in (False, True)}
            for body in bodies:
                yield before, body
        for each in inner:
            yield from pumps(each, before)
        before += sample([(operation, argument)])


def branches(nodes: list[Any]) -> Iterator[Any]:
    """The alternatives of a body, else the body's own parts."""
    for operation, argument in nodes:
        if operation is constants.BRANCH:
            for branch in argument[1]:
                yield (constants.SUBPATTERN, (None, 0, 0, branch))
        elif operation is constants.SUBPATTERN:
            yield from branches(list(argument[3]))
        else:
            yield (operation, argument)


def inner_of(operation: Any, argument: Any) -> list[list[Any]]:
    """The parts inside a node."""
    if operation in (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT):
        return [list(argument[2])]
    if operation is constants.SUBPATTERN:
        return [list(argument[3])]
    if operation is constants.BRANCH:
        return [list(each) for each in argument[1]]
    if operation in (constants.ASSERT, constants.ASSERT_NOT):
        return [list(argument[1])]
    return [list(argument)] if operation is constants.ATOMIC_GROUP else []


def sample(nodes: list[Any], *, least: bool = False) -> str:
    """A short string that fits the nodes, as far as that is easily said; with `least` without what may be left out."""
    found = ""
    for operation, argument in nodes:
        if operation is constants.LITERAL:
            found += chr(argument)
        elif operation is constants.NOT_LITERAL:
            found += "b" if argument == ord("a") else "a"
        elif operation is constants.ANY:
            found += "a"
        elif operation is constants.IN:
            found += sign_in(argument)
        elif operation in (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT):
            found += sample(list(argument[2]), least=least) * (argument[0] if least else max(1, min(argument[0], 3)))
        elif operation is constants.BRANCH:
            found += sample(list(argument[1][0]), least=least)
        elif operation in (constants.SUBPATTERN, constants.ATOMIC_GROUP):
            found += sample(list(argument[3] if operation is constants.SUBPATTERN else argument), least=least)
    return found


CATEGORIES = {"CATEGORY_DIGIT": "0", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a", "CATEGORY_NOT_DIGIT": "a",
              "CATEGORY_NOT_SPACE": "a", "CATEGORY_NOT_WORD": "-"}  # fmt: skip


def sign_in(choices: list[Any]) -> str:
    """A sign that a set of signs holds."""
    denied = choices[0][0] is constants.NEGATE
    held = set()
    for operation, argument in choices:
        if operation is constants.LITERAL:
            held.add(chr(argument))
        elif operation is constants.RANGE:
            held |= {chr(argument[0]), chr(argument[1])}
        elif operation is constants.CATEGORY:
            held.add(CATEGORIES[str(argument)])
    if not denied:
        return min(held)
    lows = [argument for operation, argument in choices if operation is constants.RANGE]
    free = (sign for sign in "a 0-.A,;x" if sign not in held and not any(low <= ord(sign) <= high for low, high in lows))
    return next(free, "é")
