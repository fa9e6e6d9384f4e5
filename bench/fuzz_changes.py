"""How `fuzz.py` makes bad inputs of good ones: by changes of bytes, elements, values, lines, encoding and packing."""

import gzip
import json
import random
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from fuzz_seeds import BLOWN, SEEDS, WORDS

__all__ = ["mutants"]

LARGEST = 2_000_000
MARKUP = ("feed", "opml", "page", "html", "any")
VALUES = ("jsonfeed", "jsonl", "json")
LINES = ("calendar", "csv", "text", "robots", "warc", "jsonl", "any")
NUMBERS = (
    b"0",
    b"-1",
    b"1e308",
    b"1e999",
    b"9" * 20,
    b"9" * 5_000,
    b"2147483648",
    b"18446744073709551616",
    b"\xd9\xa3",
    b"0x1F",
)
TAG = re.compile(rb"<(/?)([A-Za-z][\w:.-]*+)[^<>]*+>")
ATTRIBUTE = re.compile(rb"\s[\w:.-]++\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+')")
NUMBER = re.compile(rb"\d+")
TIMES = (2, 3, 30, 300, 3_000)
ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp1252", "iso-8859-2", "shift_jis", "utf-8-sig", "cp037")

MOST = 400_000
BOMBS = tuple(gzip.compress(piece * 4_000_000, 1, mtime=0) for piece in (b"\x00", b"<p>", b"WARC/1.0\r\n", b"a "))

Change = Callable[[bytes, bytes, str, random.Random], bytes]


def mutants(kind: str, chance: random.Random) -> Iterator[bytes]:
    """Inputs near valid ones, without end."""
    seeds = [each for name in SEEDS for each in SEEDS[name]] if kind == "any" else SEEDS[kind]
    ways = changes(kind)
    while True:
        data = chance.choice(seeds)
        for _ in range(chance.choice((1, 1, 2, 3, 5, 8, 20))):
            data = chance.choice(ways)(data, chance.choice(seeds), kind, chance)[:LARGEST]
        yield data


def changes(kind: str) -> Sequence[Change]:
    """The ways to change an input of a kind; those that know its structure come as often as those that do not."""
    knowing: list[Change] = [numbers, rewritten]
    knowing += [elements, elements, attributes] if kind in MARKUP else []
    knowing += [values, values, values] if kind in VALUES else []
    knowing += [lines, lines] if kind in LINES else []
    knowing += [packed] if kind in ("warc", "packed", "pdf", "any") else []
    return [*[each for each in knowing for _ in range(8 // len(knowing))], *[pieces] * 8]


def pieces(data: bytes, other: bytes, kind: str, chance: random.Random) -> bytes:
    """One change: a byte, a piece lost, doubled, moved or taken from elsewhere, a word that hurts, a piece blown up."""
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    near = min(end, start + chance.choice((1, 4, 16, 64)))
    how = chance.randrange(9)
    if how == 0 and data:
        at = start % len(data)
        return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]
    if how == 1:
        return data[:start] + data[near:]
    if how == 2:
        return data[:end] + data[start:end] + data[end:]
    if how == 3:
        at = chance.randrange(len(other) + 1)
        return data[:start] + other[at : at + chance.choice((8, 64, 512))] + data[near:]
    if how in (4, 5):
        return data[:start] + chance.choice(WORDS[kind] + WORDS["every"]) + data[chance.choice((start, near)) :]
    if how == 6:
        piece = data[start:near] or b"a"
        return data[:start] + piece * (chance.choice((10, 1_000, 20_000, 200_000)) // len(piece)) + data[near:]
    if how == 7:
        piece = chance.choice(BLOWN[kind] + BLOWN["every"])
        return data[:start] + piece * (chance.choice((100, 5_000, 100_000, 400_000)) // len(piece)) + data[start:]
    return data[:end]


def often(piece: Sequence[Any], chance: random.Random) -> int:
    """How often a piece is repeated: by the thousand only where it is short."""
    return min(chance.choice(TIMES), MOST // (len(piece) + 1) + 1)


def elements(data: bytes, other: bytes, _kind: str, chance: random.Random) -> bytes:
    """An element doubled by the hundred, taken out, left open, closed too often, put into itself, or that of another input."""
    tags = list(TAG.finditer(data[:200_000]))
    if not tags:
        return data
    opening = chance.choice(tags)
    end = data.find(b"</" + opening[2], opening.end())
    close = data.find(b">", end) + 1 if end >= 0 else 0
    if not close:
        return data[: opening.start()] + opening[0] * chance.choice(TIMES) + data[opening.end() :]
    whole, inner, shut = data[opening.start() : close], data[opening.end() : end], data[end:close]
    foreign = chance.choice([match[0] for match in TAG.finditer(other[:200_000])] or [b""])
    times = often(whole, chance)
    new = chance.choice(
        (
            whole * times, b"", opening[0] + inner, inner + shut * times, opening[0] * times + inner + shut * times,
            opening[0] * times + inner, opening[0] + whole + shut, foreign + inner + shut, b"<!--" + whole,
            b"<![CDATA[" + whole + b"]]>", whole.replace(b"<", b"&lt;"), opening[0] + inner * times + shut,
        )
    )  # fmt: skip
    return data[: opening.start()] + new + data[close:]


def attributes(data: bytes, _other: bytes, _kind: str, chance: random.Random) -> bytes:
    """An attribute twice, without its quotes, with an endless value or none."""
    found = list(ATTRIBUTE.finditer(data[:200_000]))
    if not found:
        return data
    match = chance.choice(found)
    name, _, value = match[0].partition(b"=")
    new = chance.choice(
        (match[0] * chance.choice(TIMES), b"", name, name + b"=" + value.strip(b"\"'"), name + b"=\"",
         name + b"='" + value.strip(b"\"'") * often(value, chance) + b"'", name + b"='" + chance.choice(WORDS["every"]) + b"'")
    )  # fmt: skip
    return data[: match.start()] + new + data[match.end() :]


def values(data: bytes, _other: bytes, _kind: str, chance: random.Random) -> bytes:
    """A value of JSON that is of another type, endless, deep in others, there by the hundred, or gone."""
    head, mark, rest = data.partition(b"\n")
    try:
        return json.dumps(changed_value(json.loads(head), chance)).encode() + mark + rest
    except (ValueError, RecursionError):  # no JSON, or too deep to be written
        return data


def changed_value(value: Any, chance: random.Random) -> Any:
    """The value with a change somewhere in it."""
    if isinstance(value, dict) and value and chance.random() < 0.8:
        key = chance.choice(list(value))
        if chance.random() < 0.15:
            return {each: kept for each, kept in value.items() if each != key}
        return value | {chance.choice((key, key, key, key.upper())): changed_value(value[key], chance)}
    if isinstance(value, list) and value and chance.random() < 0.8:
        at = chance.randrange(len(value))
        return [*value[:at], *[changed_value(value[at], chance)] * chance.choice((0, 1, 1, 1, 2)), *value[at + 1 :]]
    deep: Any = value
    for _ in range(chance.choice((1, 5, 400))):
        deep = chance.choice(([deep], {"name": deep}, {"@graph": [deep]}))
    text = value if isinstance(value, str) and value else "words "
    return chance.choice(
        (
            None, True, 0, -1, 10**400, 1e308, float("nan"), float("inf"), "", "\ud800", "\x00", [], {}, deep,
            text * often(text, chance), text[: len(text) // 2], text.encode("utf-8", "replace").decode("cp1252", "replace"),
            {"name": value}, [value] * often(str(value), chance), "9999-12-31T23:59:59-23:59",
        )
    )  # fmt: skip


def lines(data: bytes, other: bytes, _kind: str, chance: random.Random) -> bytes:
    """Lines there by the hundred, gone, in another order, without an end, from another input; blocks in themselves."""
    held = data.split(b"\n")
    start = chance.randrange(len(held))
    end = min(len(held), start + chance.choice((1, 1, 2, 8)))
    block = held[start:end]
    times = often(b"".join(block), chance)
    new = chance.choice(
        (block * times, [], [*reversed(block)], [b"".join(block)], [*block, *other.split(b"\n")], [b"".join(block) * times],
         [block[0][: len(block[0]) // 2], *block], [block[0] + b"\n"], [b" " + each for each in block * times])
    )  # fmt: skip
    return b"\n".join([*held[:start], *new, *held[end:]])


def numbers(data: bytes, _other: bytes, _kind: str, chance: random.Random) -> bytes:
    """A number that is none, or larger than anything is."""
    found = list(NUMBER.finditer(data[:200_000]))
    if not found:
        return data
    match = chance.choice(found)
    return data[: match.start()] + chance.choice(NUMBERS) + data[match.end() :]


def rewritten(data: bytes, _other: bytes, _kind: str, chance: random.Random) -> bytes:
    """The same in another encoding than it says, in two at once, in one twice, or with half a character."""
    text = data.decode("utf-8", "replace")
    encoding = chance.choice(ENCODINGS)
    new = text.encode(encoding, "replace")
    at = chance.randrange(len(new) + 1)
    return chance.choice((new, new[:at], data[: len(data) // 2] + new[at:], data.decode("latin-1").encode(encoding, "replace")))


def packed(data: bytes, _other: bytes, _kind: str, chance: random.Random) -> bytes:
    """The same packed, packed twice, cut off, spoilt in the middle, without head or end; or what unpacks to very much."""
    new = chance.choice(
        (gzip.compress(data, mtime=0), zlib.compress(data), zlib.compress(data)[2:-4], gzip.compress(data, mtime=0) * 2)
    )
    at = chance.randrange(len(new))
    return chance.choice(
        (
            new, new[:at], new[:at] + b"\xff" + new[at + 1 :], new + data, gzip.compress(new, mtime=0), new[:-8] + b"\xff" * 8,
            data[: len(data) // 2] + new, chance.choice(BOMBS), gzip.compress(chance.choice(BOMBS), mtime=0),
        )
    )  # fmt: skip
