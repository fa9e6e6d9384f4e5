"""What the ledger costs: adding synthetic reports one by one, and asking the agenda of a large ledger.

    python bench/ledger.py [--reports 10000] [--meetings 100000] [--on sqlite postgresql] [--out bench/ledger.json]

Reports speak of random occasions of 25 parties, three of each on average, a quarter of them undated; the longer the ledger,
the longer the time that they span. Adding is one transaction a story. The large ledger is filled in bulk, a story a
meeting. `adding` is the course of one ledger, whose days fill up; `scaling` compares ledgers of n stories, the longer ones
over more days: where its time over n log n falls or stays, adding n stories costs O(n log n) at most.
"""

import argparse
import json
import math
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from postgresql import postgresql
from sqlalchemy import Table, insert, text

from dateline.app import ask
from dateline.app.keep import keep, open_ledger
from dateline.ledger import meetings, store, tables
from dateline.ledger.database import Ledger
from dateline.ledger.rows import evidence_rows, meeting_evidence, party_rows, report_row, span_rows
from dateline.matching.overlay import overlay
from dateline.model.document import Document, Text
from dateline.model.entry import Meeting, MeetingKind, Status
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.occasion import Report
from dateline.model.party import Party
from dateline.model.plan import meeting_id
from dateline.model.reading import Reading
from dateline.model.when import Dating, When

PARTIES = (
    "RUS", "USA", "UKR", "CHN", "FRA", "DEU", "GBR", "ISR", "EGY", "IRN", "IND", "PAK", "JPN", "KOR", "PRK", "TUR", "SYR",
    "SAU", "NATO", "EU", "UN", "POL", "ITA", "ESP", "BRA",
)  # fmt: skip
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
            FIRST + timedelta(days=chance.randrange(max(50, number // 10))),
            (chance.choice(PARTIES[::2]), chance.choice(PARTIES[1::2])),
            chance.choice(PLACES),
            chance.choice(KINDS),
        )
        for _ in range(number // 3)
    ]
    for count in range(number):
        yield story(count, chance.choice(truths), chance)


def story(number: int, truth: Truth, chance: random.Random, *, dated: bool = False) -> Reading:
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
        when=Sourced(When.on(truth.day), words) if dated or chance.random() < 0.75 else None,
        confidence=0.8,
    )
    return Reading(
        document=Document(name=f"story {number}", text=text, published=told, source=chance.choice("ABCD")),
        dating=Dating(told, given=True, earliest=told, latest=told),
        parties=tuple(Party(party, party, "state") for party in truth.parties),
        meetings=(meeting,),
    )


def adding(ledger: Ledger, number: int) -> list[dict[str, Any]]:
    """Add the stories one by one; milliseconds a story, of the clock and of the processor, by the size of the ledger."""
    portion, curve = max(1, number // 10), []
    first = start = time.perf_counter()
    spent = time.process_time()
    for count, reading in enumerate(stories(number, random.Random(1)), 1):
        keep(ledger, reading, "bench")
        if count % portion == 0:
            now, worked = time.perf_counter(), time.process_time()
            point = {
                "reports": count,
                "ms_per_story": round((now - start) / portion * 1000, 2),
                "ms_of_cpu": round((worked - spent) / portion * 1000, 2),
                "per_n_log_n": round((now - first) * 1e6 / (count * math.log2(count)), 1),
            }
            tell(point)
            curve.append(point)
            start, spent = time.perf_counter(), time.process_time()
    return curve


def scaled(kind: str, number: int) -> dict[str, Any]:
    """Seconds that adding so many stories to an empty ledger takes, in all and over n log n."""
    with new_ledger(kind) as ledger:
        start, spent = time.perf_counter(), time.process_time()
        for reading in stories(number, random.Random(1)):
            keep(ledger, reading, "bench")
        taken, worked = time.perf_counter() - start, time.process_time() - spent
    over = number * math.log2(number)
    point = {
        "reports": number,
        "seconds": round(taken, 2),
        "us_per_n_log_n": round(taken * 1e6 / over, 1),
        "us_of_cpu_per_n_log_n": round(worked * 1e6 / over, 1),
    }
    tell(point)
    return point


def asking(ledger: Ledger) -> list[dict[str, Any]]:
    """Ask the agenda; the median of five times, in milliseconds."""
    week = {"first": date(2021, 1, 4), "last": date(2021, 1, 10)}
    month = {"first": date(2021, 1, 1), "last": date(2021, 1, 31)}
    questions: tuple[tuple[str, dict[str, Any]], ...] = (
        ("a day", {"first": date(2021, 1, 4), "last": date(2021, 1, 4)}),
        ("a week", week),
        ("a month of a party", month | {"party": "RUS"}),
        ("a month", month),
        ("a week, as of its start", week | {"as_of": datetime(2021, 1, 4, tzinfo=UTC)}),
    )
    found = []
    for name, question in questions:
        times = []
        for _ in range(5):
            start = time.perf_counter()
            rows = ask.agenda(ledger, **question).rows
            times.append((time.perf_counter() - start) * 1000)
        point = {"question": name, "rows": len(rows), "ms": round(statistics.median(times), 1)}
        tell(point)
        found.append(point)
    return found


def fill(ledger: Ledger, number: int) -> None:
    """So many meetings in bulk, each told of by one story, over as many days as a tenth of their number."""
    chance, at = random.Random(2), datetime(2020, 1, 1, tzinfo=UTC)
    portion: dict[Table, list[dict[str, Any]]] = {}
    with ledger.writing() as connection:
        parties = [{"id": each, "name": each, "kind": "state"} for each in PARTIES]
        connection.execute(insert(tables.parties), parties)
        for count in range(number):
            day = FIRST + timedelta(days=chance.randrange(max(50, number // 10)))
            truth = Truth(
                day, (chance.choice(PARTIES[::2]), chance.choice(PARTIES[1::2])), chance.choice(PLACES), chance.choice(KINDS)
            )
            for table, rows in rows_of(story(count, truth, chance, dated=True), at).items():
                portion.setdefault(table, []).extend(rows)
            if count % 1000 == 999 or count == number - 1:
                for table in tables.metadata.sorted_tables:
                    if portion.get(table):
                        connection.execute(insert(table), portion[table])
                portion = {}
    with ledger.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as plain:
        plain.execute(text("ANALYZE"))  # as a server does by itself before long


def rows_of(reading: Reading, at: datetime) -> dict[Table, list[dict[str, Any]]]:
    """The rows of a story and of the meeting that it makes, as the ledger would keep them."""
    (report,) = reading.meetings
    document, words = reading.document, reading.document.text
    occasion = overlay([Report(meeting=report, day=document.day, document=document.id, source=document.source)])
    name = meeting_id(report.id)
    span = report.spans[0]
    sides = [each.value for each in report.parties]
    return {
        tables.texts: [store.text_row(document)],
        tables.documents: [store.document_row(document, at)],
        tables.readings: [
            {
                "text": words.id, "document": document.id, "rules": "bench", "read_at": at, "day": document.day, "given": True,
                "earliest": document.day, "latest": document.day, "rivals": "[]",
            }
        ],
        tables.reports: [report_row(report, 0, reading)],
        tables.spans: [*span_rows(words.id, report.id, "mention", [span])],
        tables.entry_parties: party_rows(words.id, report.id, "parties", [(side, None) for side in sides], {}),
        tables.evidence: list(evidence_rows(words.id, report.id, meeting_evidence(report))),
        tables.meetings: [
            {
                "id": name, "founder": report.id, "merged_into": None, "withdrawn": False, "revision": 1, "first_seen": at,
                "last_changed": at, **meetings.occasion_row(occasion),
            }
        ],
        tables.meeting_parties: [
            {"meeting": name, "role": "parties", "ordinal": number, "party": side, "of": None, "side": side}
            for number, side in enumerate(occasion.parties)
        ],
        tables.meeting_reports: [{"report": report.id, "meeting": name, "ordinal": 0, "score": None, "reasons": "[]"}],
    }  # fmt: skip


def tell(figures: dict[str, Any]) -> None:
    """One line of figures."""
    sys.stderr.write(json.dumps(figures) + "\n")
    sys.stderr.flush()


@contextmanager
def new_ledger(kind: str) -> Iterator[Ledger]:
    """An empty ledger that is thrown away."""
    with tempfile.TemporaryDirectory() as folder, postgresql() if kind == "postgresql" else nullcontext() as server:
        ledger = open_ledger(server or f"sqlite:///{Path(folder, 'ledger.db')}")
        try:
            yield ledger
        finally:
            ledger.close()


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--meetings", type=int, default=100_000)
    parser.add_argument("--on", nargs="+", choices=["sqlite", "postgresql"], default=["sqlite", "postgresql"])
    parser.add_argument("--out", type=Path)
    chosen = parser.parse_args()
    figures: dict[str, Any] = {"reports": chosen.reports, "meetings": chosen.meetings}
    for kind in chosen.on:
        figures[kind] = {}
        if chosen.meetings:
            with new_ledger(kind) as ledger:
                fill(ledger, chosen.meetings)
                figures[kind]["asking"] = asking(ledger)
        if chosen.reports:
            with new_ledger(kind) as ledger:
                figures[kind]["adding"] = adding(ledger, chosen.reports)
            figures[kind]["scaling"] = [scaled(kind, chosen.reports // part) for part in (8, 4, 2, 1)]
    written = json.dumps(figures, indent=1) + "\n"
    sys.stdout.write(written)
    if chosen.out:
        chosen.out.write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
