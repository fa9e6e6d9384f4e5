"""How true is what a reader of the agenda sees? Draw rows of a ledger to judge them by hand, and tally the verdicts kept.

    dateline add --jsonl STORIES --database sqlite:///l.db
    python bench/agenda_audit.py draw sqlite:///l.db --seed 7 --size 60
    python bench/agenda_audit.py tally

`draw` prints for each row what it says and the words of its stories. A row is right when who, when and status are true by
the stories. `agenda_audit.json` keeps ids and verdicts, and for each wrong row the kind of mistake; no words of stories.
"""

import argparse
import json
import math
import random
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from dateline.app.ask import agenda
from dateline.app.keep import open_ledger
from dateline.views.agenda import agenda_json

VERDICTS = Path(__file__).with_suffix(".json")


def drawn(rows: list[dict[str, Any]], seed: int, size: int) -> list[dict[str, Any]]:
    """Some rows at random, the same for the same seed and ledger."""
    ordered = sorted(rows, key=lambda row: str(row["id"]))
    return random.Random(seed).sample(ordered, min(size, len(ordered)))


def draw(database: str, seed: int, size: int) -> None:
    """Print the rows to judge."""
    ledger = open_ledger(database)
    found = agenda(ledger)
    rows = agenda_json(found.rows, found.day)["rows"]
    ledger.close()
    for row in drawn(rows, seed, size):
        told = {"parties": row["parties"], "people": [each["id"] for each in row["people"]], "sources": row["sources"]}
        shown = {key: row[key] for key in ("id", "title", "date", "dates", "status", "place", "confidence")} | told
        sys.stdout.write(json.dumps(shown, ensure_ascii=False) + "\n")


def interval(right: int, of: int) -> tuple[float, float]:
    """Wilson's bounds of a share, 95 %.

    >>> [round(bound, 2) for bound in interval(36, 60)]
    [0.47, 0.71]
    """
    z, share = 1.96, right / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return middle - half, middle + half


def tally() -> None:
    """The share of rows that are right in each draw, and what was wrong with the others."""
    for each in json.loads(VERDICTS.read_text(encoding="utf-8"))["draws"]:
        right, of = sum(row["right"] for row in each["rows"]), len(each["rows"])
        low, high = interval(right, of)
        sys.stdout.write(f"{each['drawn']}: {right} of {of} right, {right / of:.0%} ({low:.0%} to {high:.0%})\n")
        for cause, count in Counter(row["cause"] for row in each["rows"] if "cause" in row).most_common():
            sys.stdout.write(f"  {count} {cause}\n")


def main() -> None:
    """Draw or tally."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw", help="print rows to judge")
    drawing.add_argument("database")
    drawing.add_argument("--seed", type=int, default=1)
    drawing.add_argument("--size", type=int, default=60)
    commands.add_parser("tally", help="count the verdicts kept")
    given = parser.parse_args()
    if given.command == "draw":
        draw(given.database, given.seed, given.size)
    else:
        tally()


if __name__ == "__main__":
    main()
