"""What the tables of cases share: a text, read on the example day, as rows of the slots asked for."""

from typing import Any

from dateline.model.document import Document, Text
from dateline.reading.parse import Parser
from dateline.reading.read import read
from dateline.views.record import record
from tests.conftest import EXAMPLE_DAY

__all__ = ["rows"]


def rows(parser: Parser, text: str, *slots: str) -> list[Any]:
    """Each meeting as a tuple of its slots, or as its only slot; `after` by the numbers of other rows."""
    document = Document(name="example", text=Text("", text), published=EXAMPLE_DAY)
    entries = record(read(parser.parse(document)))["meetings"]
    numbers = {entry["id"]: number for number, entry in enumerate(entries)}
    found = []
    for entry in entries:
        entry["after"] = [numbers[other] for other in entry["after"]]
        entry["parties"] = " ".join(entry["parties"])
        found.append(tuple(entry[slot] for slot in slots) if len(slots) > 1 else entry[slots[0]])
    return found
