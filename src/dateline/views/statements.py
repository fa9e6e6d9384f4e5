"""Statements of the ledger: lines by day for a person, rows for programs and spreadsheets."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from rich.text import Text as Words

from dateline.model.position import Carrier, Saying
from dateline.views.agenda import decision_json
from dateline.views.listing import WIDEST, Names, by_day, page_json
from dateline.views.outward import cell, one_line
from dateline.views.wording import SHORT_ID, act, name_of, short_day

__all__ = [
    "carrier_json", "carrier_words", "quoted_words", "saying_json", "source_of", "statements_csv", "statements_json",
    "statements_lines", "who_says",
]  # fmt: skip

Json = dict[str, Any]

LONGEST_QUOTE = 240
MARK = re.compile('["“”„«»]')

COLUMNS = (
    "date", "speaker", "of", "kind", "target", "quote", "topic", "form", "said", "source", "published", "url", "document",
    "confidence", "decided_by", "id",
)  # fmt: skip


def statements_json(rows: Sequence[Saying], names: Names, total: int) -> Json:
    """The rows of `dateline statements --json`."""
    return page_json(rows, saying_json, names, total)


def saying_json(row: Saying) -> Json:
    """A statement with its sources."""
    return {
        "id": row.id,
        "date": row.day.isoformat() if row.day else None,
        "speaker": row.speaker,
        "of": list(row.of),
        "via": row.via,
        "kind": row.kind,
        "form": row.form,
        "target": list(row.targets),
        "addressee": list(row.addressees),
        "topic": row.topic,
        "said": row.said,
        "quote": row.words,
        "cue": row.cue,
        "same_as": row.same_as,
        "inside": row.inside,
        "confidence": round(row.confidence, 2),
        "decisions": [decision_json(each) for each in row.judgements],
        "sources": [carrier_json(each) for each in row.carriers],
    }


def carrier_json(carrier: Carrier) -> Json:
    """A document that carries the words: `document` is the name under which it was given, `id` the ledger's."""
    return {
        "document": carrier.name,
        "id": carrier.id,
        "source": carrier.source,
        "published": carrier.published.isoformat() if carrier.published else None,
        "url": carrier.url,
    }


def statements_csv(rows: Sequence[Saying], names: Names) -> str:
    """The rows for a spreadsheet: parties by their names, and nothing that a spreadsheet would take for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([cell(each) for each in cells(row, names)] for row in rows)
    return out.getvalue()


def cells(row: Saying, names: Names) -> tuple[str, ...]:
    """The cells of a row, in the order of `COLUMNS`."""
    first = row.carriers[0] if row.carriers else None
    return (
        row.day.isoformat() if row.day else "",
        name_of(row.speaker, names),
        "; ".join(name_of(party, names) for party in row.of),
        row.kind,
        "; ".join(name_of(party, names) for party in row.targets),
        row.words,
        row.topic or "",
        row.form,
        row.said or "",
        (first.source or "") if first else "",
        first.published.isoformat() if first and first.published else "",
        (first.url or "") if first else "",
        first.name if first else "",
        f"{row.confidence:.2f}",
        "; ".join(dict.fromkeys(each.by for each in row.judgements)),
        row.id,
    )


def statements_lines(rows: Sequence[Saying], names: Names, total: int, width: int = WIDEST) -> Iterator[Words]:
    """The statements under their days, the newest day first."""
    return by_day(rows, lambda row: line(row, names), under, total, width, "--from, --kind, --of or --about")


def line(row: Saying, names: Names) -> Words:
    """`Serbia, Aleksandar Vučić rejects, to West: “to join the sanctions”`."""
    words = Words.assemble((who_says(row, names), "bold"), " ", (act_of(row, names), "cyan"), ": ")
    return words.append(f"“{quoted_words(row, LONGEST_QUOTE)}”")


def who_says(row: Saying, names: Names) -> str:
    """The speaker, after the side that he or she speaks for."""
    speaker = name_of(row.speaker, names)
    sides = [name_of(side, names) for side in row.sides if side != row.speaker.partition(":")[0]]
    relayed = f", by {name_of(row.via, names)}" if row.via else ""
    return one_line(f"{sides[0]}, {speaker}" if sides else speaker) + relayed


def act_of(row: Saying, names: Names) -> str:
    """What the speaker does, and to whom."""
    return act(row.kind, [one_line(name_of(party, names)) for party in row.targets])


def under(row: Saying) -> Words:
    """Where it stands, on what, and under which id."""
    topic = f"on {one_line(row.topic)}" if row.topic and row.topic.casefold() not in row.words.casefold() else ""
    said = f"said {row.said}" if row.said and (row.day is None or row.said != row.day.isoformat()) else ""
    return Words("; ".join(part for part in (source_of(row), said, topic, row.id[:SHORT_ID]) if part), "dim")


def source_of(row: Saying) -> str:
    """The outlet and day of the story; how many others carry it."""
    return carrier_words(row.carriers, row.day)


def carrier_words(carriers: Sequence[Carrier], day: date | None) -> str:
    """The first of those who carry a story, its day where it is another one, and how many others there are."""
    if not carriers:
        return ""
    first = carriers[0]
    told = f"{short_day(first.published)} {first.published.year}" if first.published and first.published != day else ""
    more = f" and {len(carriers) - 1} more" if len(carriers) > 1 else ""
    return one_line(", ".join(part for part in (first.source or first.name, told) if part) + more)


def quoted_words(row: Saying, longest: int) -> str:
    """The words said, without outer marks, cut where they are too many."""
    words = one_line(row.words)
    if len(MARK.findall(words)) == 2 and MARK.match(words) and MARK.match(words[-1]):
        words = words[1:-1]
    return words if len(words) <= longest else words[: longest + 1].rpartition(" ")[0] + " […]"
