"""Adds stories until it is killed; prints the name of each once it is safely kept. Run by test_crash."""

import sys

from dateline.app import keep as keeping
from dateline.ledger.database import open_ledger
from tests.ledger.build import Told, story


def stories(number: int):
    for index in range(number):
        day = f"2022-01-{index % 28 + 1:02d}"
        yield story(
            day,
            Told(f"Talks number {index}.", ("USA", "RUS"), day, place="Geneva"),
            Told(f"Council number {index}.", ("NATO", "RUS"), day, kind="council", forum="NATO-Russia Council"),
            name=f"story {index}",
            said=(("RUS", "deny", f"It plans nothing, number {index}."),),
        )


if __name__ == "__main__":
    ledger = open_ledger(sys.argv[1])
    for reading in stories(int(sys.argv[2])):
        keeping.keep(ledger, reading, "1")
        sys.stdout.write(f"{reading.document.name}\n")
        sys.stdout.flush()
