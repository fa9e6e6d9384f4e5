"""How true are the events that are shown? Draw events of records to judge them by hand, and tally the verdicts kept.

    dateline read --jsonl STORIES --out RECORDS
    python bench/event_audit.py draw STORIES RECORDS --seed 7 --size 60
    python bench/event_audit.py tally

`draw` prints for each event its story, the offsets of its trigger, what it says, and the words around it. An event is
right when type and mode are what the words tell, the actors and the recipients are those who act and are acted on, and
the status is not grossly wrong. `event_audit.json` keeps story, offsets, confidence and verdict, and the cause of each
wrong one; no words of stories.
"""

import argparse
import json
import random
import sys
from pathlib import Path
from typing import Any

from verdicts import tally

VERDICTS = Path(__file__).with_suffix(".json")
SHOWN = 0.5
BEFORE, AFTER = 220, 260


def lines(path: str) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    with Path(path).open(encoding="utf-8") as source:
        return [json.loads(line) for line in source if line.strip()]


def shown(records: list[dict[str, Any]]) -> list[tuple[str, dict[str, Any]]]:
    """The events of records that are not hidden, with the ids of their stories."""
    return [(record["id"], event) for record in records for event in record.get("events", ()) if event["confidence"] >= SHOWN]


def drawn(events: list[tuple[str, dict[str, Any]]], seed: int, size: int) -> list[tuple[str, dict[str, Any]]]:
    """Some events at random, the same for the same seed and records."""
    ordered = sorted(events, key=lambda each: (each[0], each[1]["trigger"]["in"], each[1]["trigger"]["start"], each[1]["id"]))
    return random.Random(seed).sample(ordered, min(size, len(ordered)))


def draw(stories: str, records: str, seed: int, size: int) -> None:
    """Print the events to judge."""
    texts = {story["id"]: story for story in lines(stories)}
    for number, (story, event) in enumerate(drawn(shown(lines(records)), seed, size), 1):
        trigger = event["trigger"]
        start, end = trigger["start"], trigger["end"]
        words = texts[story].get(trigger["in"]) or ""
        around = f"{words[max(0, start - BEFORE) : start]}[[{words[start:end]}]]{words[end : end + AFTER]}"
        plover, day = event["plover"], event["date"]
        told = f"{plover['type']}/{plover['mode'] or '-'} {event['cameo']} {event['status']}"
        sides = f"{', '.join(event['actors'])} -> {', '.join(event['recipients']) or '-'}"
        sys.stdout.write(f"{number}. {story} {trigger['in']} {start}-{end} ({event['confidence']})\n")
        sys.stdout.write(f"   {told} | {sides}{f' | {day}' if day else ''}\n   {' '.join(around.split())}\n")


def main() -> None:
    """Draw or tally."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw", help="print events to judge")
    drawing.add_argument("stories")
    drawing.add_argument("records")
    drawing.add_argument("--seed", type=int, default=1)
    drawing.add_argument("--size", type=int, default=60)
    commands.add_parser("tally", help="count the verdicts kept")
    given = parser.parse_args()
    if given.command == "draw":
        draw(given.stories, given.records, given.seed, given.size)
    else:
        tally(VERDICTS)


if __name__ == "__main__":
    main()
