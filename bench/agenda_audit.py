"""How true is what a reader of the agenda sees? Draw rows of a ledger to judge them by hand, and tally the verdicts kept.

    dateline add --jsonl STORIES --database sqlite:///l.db
    python bench/agenda_audit.py draw sqlite:///l.db --seed 7 --size 60
    python bench/agenda_audit.py tally

`draw` prints for each row what it says and the words of its stories. A row is right when who, when and status are true by
the stories. `agenda_audit.json` keeps ids and verdicts, and for each wrong row the kind of mistake; no words of stories.
"""

import argparse
import json
import random
import sys
from pathlib import Path
from typing import Any

from verdicts import tally

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
        tally(VERDICTS)


if __name__ == "__main__":
    main()
