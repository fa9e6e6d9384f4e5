"""How the time of a whole reading grows with its input, on texts made to be hard: written to `growth.json`.

    python bench/growth.py [--sizes 10000 20000 40000 80000] [--only WORDS]

Processor time of reading one text of so many characters, and how many times more it is for each doubling.
"""

import argparse
import json
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import combinations, count, cycle, pairwise, product
from pathlib import Path
from typing import Any

from dateline.knowledge.parties import states
from dateline.model.document import Document, Text
from dateline.reading.parse import Parser
from dateline.reading.read import read

OUT = Path(__file__).parent / "growth.json"
SIZES = (10_000, 20_000, 40_000, 80_000)
BOUND = 2.3
"""At most so many times the time for twice the text."""

LEAST = 0.2
"""Seconds below which a ratio says nothing."""

AGAIN = 3
"""How often is measured what seems too slow."""

MONTHS = ("January", "March", "May", "June", "July", "August", "October", "December", "April", "June", "September", "November")
GIVEN = ("Anna", "Boris", "Carla", "David", "Elena", "Felix", "Greta", "Henry", "Irina", "Jonas", "Katja", "Lukas")
SYLLABLES = ("ak", "bel", "cor", "dun", "em", "fal", "gor", "hin", "ir", "jas", "kel", "lom")
NAMES = ("Ander", "Bergman", "Castell", "Doran", "Engel", "Farkas", "Gruber", "Hallman", "Ivers", "Jansen", "Keller", "Lindgr")

TEXTS = {
    "plain sentences": "Envoys of Norway and Chile met in Oslo on Monday. The Chilean minister denied the report.\n",
    "he said that": "he said that ",
    "U.S.": "U.S. ",
    "a date a sentence": "They met on Jan. 4. ",
    "short sentences": "It ended. ",
    "list of states": "Russia, France, China, ",
    "mixed quotation marks": "“Yes,' he \"said. ‘No,” they «asked» ",
    "nested parentheses": "(a ",
    "closing parentheses": "a) ",
    "emoji": "😀",
    "commas": ",",
    "quotation marks": '"',
    "and": "Norway and ",
    "of the": "of the ministry ",
    "who said": "who said ",
    "names": "Sergei Lavrov ",
    "hyphens": "Russia-",
    "digits": "12.01.2022 ",
    "no space": "a",
    "line breaks": "Envoys met\n",
    "apostrophes": "the envoys' ",
    "prepositions": "of the talks on the plan for ",
    "after and before": "after talks before ",
    "it and he": "It said he would. He said it did. ",
    "one clause": "said Norway, ",
    "blanks": "a    \t   ",
}
"""What is repeated."""


def different_meetings() -> Iterator[str]:
    """Each pair of states meets, on days that go on."""
    names = [state.name for state in states()]
    for number, (one, other) in enumerate(combinations(names, 2)):
        yield f"{one} met {other} on {1 + number % 28} {MONTHS[number % 12]}. "


def different_persons() -> Iterator[str]:
    """Thousands of persons, each named once, who say different things."""
    for number, (given, middle, name) in enumerate(product(GIVEN, SYLLABLES, NAMES)):
        yield f"Minister {given} {name}{middle} said {middle}{name.lower()} {SYLLABLES[number % 7]} would end the treaty. "


def one_quotation() -> Iterator[str]:
    """A quotation that is opened and never closed, in one paragraph."""
    yield "“"
    while True:
        yield "We will sign, said Chile, and "


def paragraphs_with_quotations() -> Iterator[str]:
    """A quotation a paragraph, each with a speaker."""
    for number in count():
        yield f"“We reject point {number} of the plan of Chile,” the envoy of Norway said on Monday.\n\n"


def deep_clauses() -> Iterator[str]:
    """Clauses inside clauses, with all that makes a clause different."""
    while True:
        yield "the envoy whom Norway accused of urging Chile to promise that "


MADE = {
    "different meetings": different_meetings,
    "different persons": different_persons,
    "one quotation": one_quotation,
    "paragraphs with quotations": paragraphs_with_quotations,
    "deep clauses": deep_clauses,
}
"""What is made piece by piece."""


def text_of(name: str, size: int) -> str:
    """A text of that size; what comes to an end begins again."""
    pieces = cycle(MADE[name]() if name in MADE else [TEXTS[name]])
    made: list[str] = []
    length = 0
    for piece in pieces:
        made.append(piece)
        length += len(piece)
        if length >= size:
            break
    return "".join(made)[:size]


def seconds(parser: Parser, name: str, size: int) -> float:
    """Processor time of reading a text of that size."""
    document = Document(name="growth", text=Text("", text_of(name, size)))
    start = time.process_time()
    read(parser.parse(document))
    return time.process_time() - start


def measured(parser: Parser, name: str, sizes: Sequence[int]) -> tuple[list[float], list[float | None]]:
    """The times and how they grow; what seems to grow too fast is measured again, for other programs run meanwhile."""
    times = [seconds(parser, name, size) for size in sizes]
    for _ in range(AGAIN):
        if all(ratio is None or ratio <= BOUND for ratio in ratios_of(times)):
            break
        times = [min(taken, seconds(parser, name, size)) for taken, size in zip(times, sizes, strict=True)]
    return [round(taken, 2) for taken in times], ratios_of(times)


def ratios_of(times: Sequence[float]) -> list[float | None]:
    """How many times more each size takes than the one before; None where both take next to nothing."""
    return [round(after / before, 2) if before >= LEAST else None for before, after in pairwise(times)]


def main() -> int:
    """Measure and write."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    options.add_argument("--only", help="texts whose name holds these words; the others keep what was measured before")
    given = options.parse_args()
    parser = Parser()
    seconds(parser, "plain sentences", 2_000)
    known: dict[str, Any] = {"peak_mb": 0, "texts": {}}
    if given.only and OUT.is_file():
        known = json.loads(OUT.read_text(encoding="utf-8"))
    table, slow = known["texts"], False
    for name in (*TEXTS, *MADE):
        if given.only and given.only not in name:
            continue
        times, ratios = measured(parser, name, given.sizes)
        table[name] = {"seconds": dict(zip(map(str, given.sizes), times, strict=True)), "ratios": ratios}
        bad = any(ratio is not None and ratio > BOUND for ratio in ratios)
        slow = slow or bad
        print(f"{'SLOW' if bad else 'ok':>4} {name:<24} {times} {ratios}", flush=True)
    peak = max(known["peak_mb"], resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    print(f"peak memory {peak} MB")
    if tuple(given.sizes) == SIZES:
        OUT.write_text(json.dumps({"bound": BOUND, "peak_mb": peak, "texts": table}, indent=1) + "\n", encoding="utf-8")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
