"""How the time of a whole reading grows with its input, on texts made to be hard: written to `growth.json`.

    python bench/growth.py [--sizes 10000 20000 40000 80000] [--only WORDS]

Processor time of reading one text of so many characters, and how many times more it is for each doubling.
"""

import argparse
import json
import resource
import sys
import time
from itertools import pairwise
from pathlib import Path

from dateline.model.document import Document, Text
from dateline.reading.parse import Parser
from dateline.reading.read import read

OUT = Path(__file__).parent / "growth.json"
SIZES = (10_000, 20_000, 40_000, 80_000)
BOUND = 2.3
"""At most so many times the time for twice the text."""

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
}
"""What is repeated."""


def seconds(parser: Parser, words: str, size: int) -> float:
    """Processor time of reading a text of that size."""
    text = (words * (size // len(words) + 1))[:size]
    document = Document(name="growth", text=Text("", text))
    start = time.process_time()
    read(parser.parse(document))
    return time.process_time() - start


def main() -> int:
    """Measure and write."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    options.add_argument("--only", help="texts whose name holds these words")
    given = options.parse_args()
    parser = Parser()
    seconds(parser, TEXTS["plain sentences"], 2_000)
    table = {}
    for name, words in TEXTS.items():
        if given.only and given.only not in name:
            continue
        times = [round(seconds(parser, words, size), 2) for size in given.sizes]
        ratios = [round(after / before, 2) if before >= 0.2 else None for before, after in pairwise(times)]
        table[name] = {"seconds": dict(zip(map(str, given.sizes), times, strict=True)), "ratios": ratios}
        bad = any(ratio is not None and ratio > BOUND for ratio in ratios)
        print(f"{'SLOW' if bad else 'ok':>4} {name:<24} {times} {ratios}", flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory {peak} MB")
    if not given.only and tuple(given.sizes) == SIZES:
        OUT.write_text(json.dumps({"bound": BOUND, "peak_mb": peak, "texts": table}, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
