"""How many documents a second the time reader reads alone, without a parse, on one core.

Usage: python bench/times_speed.py FOLDER|STORIES.jsonl [--floor 400]
"""

import argparse
import json
import sys
import time
from datetime import date
from pathlib import Path

from dateline.model.document import Document, Text
from dateline.model.when import Dating
from dateline.reading.desk import Findings, Story
from dateline.reading.times import anchor_times, find_times

DAY = date(2019, 5, 16)


def texts(path: Path) -> list[str]:
    """The texts of a folder of files, or of JSON lines with a `text`."""
    if path.is_dir():
        return [file.read_text(encoding="utf-8", errors="replace") for file in sorted(path.rglob("*")) if file.is_file()]
    return [str(json.loads(line)["text"]) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read_all(stories: list[Story]) -> int:
    """The number of expressions found and anchored."""
    start = Findings(dating=Dating(DAY, given=True))
    return sum(len(anchor_times(story, find_times(story, start)).times) for story in stories)


def main() -> int:
    """Measure the best of three runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--floor", type=float, default=0.0, help="fail below so many documents a second")
    options = parser.parse_args()
    stories = [Story(Document(name=str(number), text=Text("", text)), ()) for number, text in enumerate(texts(options.path))]
    read_all(stories[:1])
    best, count = float("inf"), 0
    for _ in range(3):
        start = time.perf_counter()
        count = read_all(stories)
        best = min(best, time.perf_counter() - start)
    characters = sum(len(story.document.text.body) for story in stories)
    speed = len(stories) / best
    size = characters / len(stories)
    print(f"{len(stories)} documents of {size:.0f} characters, {count} expressions, {speed:.0f} documents a second")
    return 0 if speed >= options.floor else 1


if __name__ == "__main__":
    sys.exit(main())
