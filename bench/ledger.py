"""What the ledger costs: adding synthetic reports one by one, and asking the agenda.

    python bench/ledger.py [--reports 10000] [--database sqlite:///FILE]

Reports speak of random occasions of 25 parties in 1,000 days, three of each on average, a quarter of them undated.
Prints one JSON line a step: milliseconds per added story by the size of the ledger, then milliseconds per question.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from dateline.app import ask
from dateline.app.keep import keep, open_ledger
from dateline.ledger.database import Ledger
from dateline.model.document import Document, Text
from dateline.model.entry import Meeting, MeetingKind, Status
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.party import Party
from dateline.model.reading import Reading
from dateline.model.when import Dating, When

PARTIES = [
    "RUS",
    "USA",
    "UKR",
    "CHN",
    "FRA",
    "DEU",
    "GBR",
    "ISR",
    "EGY",
    "IRN",
    "IND",
    "PAK",
    "JPN",
    "KOR",
    "PRK",
    "TUR",
    "SYR",
    "SAU",
    "NATO",
    "EU",
    "UN",
    "POL",
    "ITA",
    "ESP",
    "BRA",
]
PLACES = ["Geneva", "Vienna", "Brussels", "Cairo", "Paris", "Berlin", "London", "Doha", "Istanbul", "Tokyo"]
KINDS: tuple[MeetingKind, ...] = ("talks", "visit", "summit", "call")
STATUSES: tuple[Status, ...] = ("scheduled", "scheduled", "confirmed", "held", "proposed")
FIRST = date(2020, 1, 1)


@dataclass(frozen=True)
class Truth:
    """An occasion that stories tell of."""

    day: date
    parties: tuple[str, str]
    place: str
    kind: MeetingKind


def stories(number: int, chance: random.Random) -> Iterator[Reading]:
    """So many stories, each with one report of a meeting."""
    truths = [
        Truth(
            FIRST + timedelta(days=chance.randrange(1000)),
            (chance.choice(PARTIES[::2]), chance.choice(PARTIES[1::2])),
            chance.choice(PLACES),
            chance.choice(KINDS),
        )
        for _ in range(number // 3)
    ]
    for count in range(number):
        yield story(count, chance.choice(truths), chance)


def story(number: int, truth: Truth, chance: random.Random) -> Reading:
    """A story of an occasion, before or after it."""
    status = chance.choice(STATUSES)
    after = chance.randrange(1, 3) if status == "held" else -chance.randrange(1, 12)
    told = truth.day + timedelta(days=after)
    text = Text("", f"{' and '.join(truth.parties)}, {truth.kind} in {truth.place}, story {number}.")
    words = (Evidence(Span.of(text, 0, len(text.body)), "synthetic"),)
    meeting = Meeting(
        text=text.id,
        spans=(Span.of(text, 0, len(text.body)),),
        kind=Sourced(truth.kind, words),
        status=Sourced(status, words),
        title=f"{truth.kind} in {truth.place}",
        parties=tuple(Sourced(party, words) for party in truth.parties),
        place=Sourced(truth.place, words) if chance.random() < 0.7 else None,
        when=Sourced(When.on(truth.day), words) if chance.random() < 0.75 else None,
        confidence=0.8,
    )
    return Reading(
        document=Document(name=f"story {number}", text=text, published=told, source=chance.choice("ABCD")),
        dating=Dating(told, given=True, earliest=told, latest=told),
        parties=tuple(Party(party, party, "state") for party in truth.parties),
        meetings=(meeting,),
    )


def tell(**figures: Any) -> None:
    """One line of figures."""
    sys.stdout.write(json.dumps(figures) + "\n")
    sys.stdout.flush()


def measure(ledger: Ledger, number: int) -> None:
    """Add the stories and ask the agenda, timing both."""
    portion = max(1, number // 10)
    start, spent = time.perf_counter(), time.process_time()
    for count, reading in enumerate(stories(number, random.Random(1)), 1):
        keep(ledger, reading, "bench")
        if count % portion == 0:
            passed, worked = time.perf_counter() - start, time.process_time() - spent
            tell(reports=count, ms_per_story=round(passed / portion * 1000, 2), ms_of_cpu=round(worked / portion * 1000, 2))
            start, spent = time.perf_counter(), time.process_time()
    tell(meetings=ask.totals(ledger).meetings)
    january = {"first": date(2021, 1, 1), "last": date(2021, 1, 31)}
    then = datetime(2021, 1, 1, tzinfo=UTC)
    for name, question in (
        ("everything", {}), ("a month", january), ("a month of a party", january | {"party": "RUS"}),
        ("a month, as of its start", january | {"as_of": then}),
    ):  # fmt: skip
        start = time.perf_counter()
        rows = ask.agenda(ledger, **question).rows
        tell(question=name, rows=len(rows), ms=round((time.perf_counter() - start) * 1000, 1))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--database", help="an empty ledger to fill; by default a file that is thrown away")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = open_ledger(chosen.database or f"sqlite:///{Path(folder, 'ledger.db')}")
        measure(ledger, chosen.reports)
        ledger.close()


if __name__ == "__main__":
    main()
