"""Relations of the ledger: lines by day for a person, rows for programs and spreadsheets."""

import csv
from collections.abc import Iterator, Sequence
from typing import IO, Any

from rich.text import Text as Words

from dateline.model.related import Related
from dateline.model.relation import RelationKind
from dateline.model.when import When
from dateline.views.agenda import decision_json
from dateline.views.listing import WIDEST, Names, by_day, page_json
from dateline.views.outward import as_json, cell, one_line
from dateline.views.statements import carrier_json, carrier_words
from dateline.views.wording import SHORT_ID, name_of

__all__ = ["COLUMNS", "related_json", "relations_json", "relations_lines", "write_csv", "write_json_lines"]

Json = dict[str, Any]

PHRASES: dict[RelationKind, tuple[str, str]] = {
    "member": ("is a member of", "was a member of"),
    "candidate": ("is a candidate for", "was a candidate for"),
    "aspires": ("aspires to", "aspired to"),
    "ally": ("is an ally of", "was an ally of"),
    "dispute": ("has a dispute with", "had a dispute with"),
    "backs": ("backs", "backed"),
    "holds-office": ("holds office for", "held office for"),
    "speaks-for": ("speaks for", "spoke for"),
    "seat": ("has its seat in", "had its seat in"),
    "founded": ("was founded by", "was founded by"),
}
"""Kind of relation -> how a line says it, while it lasts and once it is over."""

COLUMNS = (
    "id", "kind", "source", "source_name", "source_side", "target", "target_name", "target_side", "office", "from", "until",
    "words", "start", "end", "in", "sentence_text", "story", "story_date", "outlet", "url", "carriers", "decided_by",
)  # fmt: skip


def relations_json(rows: Sequence[Related], names: Names, total: int) -> Json:
    """The rows of `dateline relations --json`."""
    return page_json(rows, related_json, names, total)


def related_json(row: Related) -> Json:
    """A relation with its sources."""
    return {
        "id": row.id,
        "date": row.day.isoformat() if row.day else None,
        "kind": row.kind,
        "source": row.source,
        "target": row.target,
        "office": row.office,
        "from": edtf(row.from_),
        "until": edtf(row.until),
        "quote": row.words.quote if row.words else None,
        "sentence": row.sentence or None,
        "decisions": [decision_json(each) for each in row.judgements],
        "sources": [carrier_json(each) for each in row.carriers],
    }


def edtf(when: When | None) -> str | None:
    """A date, null where none is told."""
    return when.edtf if when else None


def relations_lines(rows: Sequence[Related], names: Names, total: int, width: int = WIDEST) -> Iterator[Words]:
    """The relations under the days of the stories that state them, the newest day first."""
    return by_day(rows, lambda row: line(row, names), under, total, width, "a party, --kind or --from")


def under(row: Related) -> Words:
    """Who carries it, its kind, and under which id."""
    return Words("; ".join(part for part in (carrier_words(row.carriers, row.day), row.kind, row.id[:SHORT_ID]) if part), "dim")


def line(row: Related, names: Names) -> Words:
    """`Latvia is a member of NATO, since 2004: “Latvia has been a member of NATO since 2004.”`."""
    lasting, over = PHRASES[row.kind]
    words = Words.assemble((called(row.source, names), "bold"), " ", (doing(row, over if row.until else lasting), "cyan"))
    if row.target is not None:
        words.append(f" {called(row.target, names)}", "bold")
    words.append(period(row))
    quote = one_line(row.sentence or (row.words.quote if row.words else ""))
    return words.append(f": “{quote}”") if quote else words


def called(party: str, names: Names) -> str:
    """The name of a party or place on a line."""
    return one_line(name_of(party, names))


def doing(row: Related, phrase: str) -> str:
    """What a line says between the two: an office by its words, a founding by nobody named without "by"."""
    if row.office is not None and row.kind == "holds-office":
        return f"{'was' if row.until else 'is'} {one_line(row.office)} of"
    return phrase if row.target is not None else phrase.removesuffix(" by")


def period(row: Related) -> str:
    """When it began and ended, as far as it is told: `, since 2004`, `, until 2019`, `, over by 2022-01-04`."""
    first, last = edtf(row.from_), edtf(row.until)
    since = f", since {first}" if first and row.kind != "founded" else f", {first}" if first else ""
    if not last:
        return since
    return since + (f", over by {last.removeprefix('../')}" if last.startswith("../") else f", until {last}")


def flat(row: Related, names: Names) -> Json:
    """One relation by the names of `COLUMNS`; what is not known is null."""
    first, words = row.carriers[0] if row.carriers else None, row.words
    return {
        "id": row.id,
        "kind": row.kind,
        "source": row.source,
        "source_name": name_of(row.source, names),
        "source_side": row.source_side,
        "target": row.target,
        "target_name": name_of(row.target, names) if row.target is not None else None,
        "target_side": row.target_side,
        "office": row.office,
        "from": edtf(row.from_),
        "until": edtf(row.until),
        "words": words and words.quote,
        "start": words and words.start,
        "end": words and words.end,
        "in": words and words.field,
        "sentence_text": row.sentence or None,
        "story": first.name if first else row.text,
        "story_date": row.day.isoformat() if row.day else None,
        "outlet": first and first.source,
        "url": first and first.url,
        "carriers": len(row.carriers),
        "decided_by": "; ".join(dict.fromkeys(each.by for each in row.judgements)) or None,
    }


def write_json_lines(rows: Sequence[Related], names: Names, out: IO[str]) -> None:
    """An object a line."""
    for row in rows:
        out.write(as_json(flat(row, names)) + "\n")


def write_csv(rows: Sequence[Related], names: Names, out: IO[str]) -> None:
    """A table with a header; no cell starts a formula."""
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        values = flat(row, names)
        writer.writerow([cell(value) if isinstance(value := values[name], str) else value for name in COLUMNS])
