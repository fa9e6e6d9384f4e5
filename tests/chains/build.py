"""Chains of stories as text, read by the real reader, and how well the ledger puts them together."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dateline.ledger import query
from dateline.ledger.database import Ledger
from dateline.model.agenda import Question
from dateline.model.document import Document, Text
from dateline.model.reading import Reading
from dateline.reading.parse import Parser
from dateline.reading.read import read

FILE = Path(__file__).with_name("stories.toml")
CHAINS: list[dict[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["chain"]


@dataclass(frozen=True)
class Chain:
    """Readings of the stories, and for each report which meeting it is about."""

    name: str
    readings: tuple[Reading, ...]
    about: Mapping[str, str]
    meetings: Mapping[str, Mapping[str, str]]


def chain(given: Mapping[str, Any], parser: Parser) -> Chain:
    """A chain, read."""
    readings, about = [], {}
    for number, story in enumerate(given["stories"]):
        document = Document(
            name=f"{given['name']} {number}",
            text=Text("", story["text"]),
            published=date.fromisoformat(story["published"]),
            source=story["source"],
        )
        reading = read(parser.parse(document))
        readings.append(reading)
        for meeting in reading.meetings:
            for name, words in story["about"].items():
                sentence = story["text"][: meeting.spans[0].end].rpartition(". ")[2] + story["text"][meeting.spans[0].end :]
                if words in sentence.partition(". ")[0]:
                    about[meeting.id] = name
    return Chain(given["name"], tuple(readings), about, given["meetings"])


def grouped(ledger: Ledger) -> dict[str, str]:
    """Report -> its meeting in the ledger."""
    with ledger.reading() as connection:
        rows = query.agenda(connection, Question())
        told = query.reports_told(connection, [row.id for row in rows])
    return {report: meeting for meeting, reports in told.items() for report in reports}


def b_cubed(found: Mapping[str, str], gold: Mapping[str, str]) -> tuple[float, float]:
    """Precision and recall of a grouping, by report; a report that was not found is missed by all of its fellows."""
    precisions = [share(found, gold, name) for name in found if name in gold]
    recalls = [share(gold, found, name) for name in gold]
    return mean(precisions), mean(recalls)


def share(one: Mapping[str, str], other: Mapping[str, str], name: str) -> float:
    """Of the fellows of a report in one grouping, the share that are its fellows in the other."""
    fellows = [each for each in one if one[each] == one[name]]
    return sum(each in other and name in other and other[each] == other[name] for each in fellows) / len(fellows)


def mean(values: Sequence[float]) -> float:
    """Their average; nothing is perfect."""
    return sum(values) / len(values) if values else 1.0


def f1(pairs: Iterable[tuple[float, float]]) -> float:
    """Harmonic mean of the average precision and recall."""
    precisions, recalls = zip(*pairs, strict=True)
    precision, recall = mean(precisions), mean(recalls)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def believed(ledger: Ledger, given: Chain) -> dict[str, tuple[str, str | None]]:
    """Meeting of the chain -> status and date of the one in the ledger that holds most of its reports."""
    with ledger.reading() as connection:
        rows = {row.id: row for row in query.agenda(connection, Question())}
    homes: dict[str, Counter[str]] = defaultdict(Counter)
    for report, meeting in grouped(ledger).items():
        if report in given.about:
            homes[given.about[report]][meeting] += 1
    found = {}
    for name, counted in homes.items():
        occasion = rows[counted.most_common(1)[0][0]].occasion
        found[name] = (occasion.status, occasion.when.edtf if occasion.when else None)
    return found
