"""Events with all that Dateline knows of them: JSON Lines, CSV and Parquet, one row an event."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from dateline.knowledge import codes
from dateline.knowledge.actors import country_name
from dateline.model.coded import Coded, Side
from dateline.model.errors import InputError
from dateline.views.export_days import is_background
from dateline.views.export_sides import cameo_actor, country_of, name_of, sectors_of
from dateline.views.outward import as_json, cell

__all__ = ["event_object", "write_csv", "write_json_lines", "write_parquet"]

Json = dict[str, Any]

COLUMNS = (
    "id", "date", "date_earliest", "date_latest", "background", "status", "plover_type", "plover_mode", "plover_quad",
    "intensity", "contexts", "cameo", "cameo_root", "cameo_quad", "goldstein", "actors", "actor_names", "actor_sides",
    "actor_countries", "actor_sectors", "actor_cameo", "recipients", "recipient_names", "recipient_sides",
    "recipient_countries", "recipient_sectors", "recipient_cameo", "place", "country", "country_name", "admin1", "geonames",
    "latitude", "longitude", "trigger", "start", "end", "in", "sentence", "sentence_text", "reported_by", "confidence",
    "story", "title", "story_date", "source", "url", "carriers", "decided_by",
)  # fmt: skip
NUMBERS = {"plover_quad", "cameo_quad", "start", "end", "sentence", "carriers"}
TRUTHS = {"background"}
SHARES = {"intensity", "goldstein", "latitude", "longitude", "confidence"}
LISTS = {"contexts"} | {name for name in COLUMNS if name.startswith(("actor", "recipient"))}

PARQUET_ROWS = 10_000


def event_object(event: Coded) -> Json:
    """One event by the names of `COLUMNS`; codes are text, what is not known is null."""
    when, place, carrier = event.when, event.place, event.carriers[0] if event.carriers else None
    return {
        "id": event.id,
        "date": when.edtf if when else None,
        "date_earliest": iso(when and when.earliest),
        "date_latest": iso(when and when.latest),
        "background": is_background(event),
        "status": event.status,
        "plover_type": event.type,
        "plover_mode": event.mode,
        "plover_quad": codes.quad(event.type),
        "intensity": codes.intensity(event.type, event.mode),
        "contexts": list(event.contexts),
        "cameo": event.cameo,
        "cameo_root": event.cameo[:2],
        "cameo_quad": codes.cameo_quad(event.cameo),
        "goldstein": codes.goldstein(event.cameo),
        **side_columns("actor", event.actors),
        **side_columns("recipient", event.recipients),
        "place": place and place.name,
        "country": place and place.country,
        "country_name": place and country_name(place.country),
        "admin1": place and place.admin1,
        "geonames": place.id.rpartition(":")[2] if place and place.id else None,
        "latitude": place and place.lat,
        "longitude": place and place.lon,
        "trigger": event.trigger.quote,
        "start": event.trigger.start,
        "end": event.trigger.end,
        "in": event.trigger.field,
        "sentence": event.sentence,
        "sentence_text": event.words or None,
        "reported_by": event.reported_by,
        "confidence": round(event.confidence, 3),
        "story": carrier.name if carrier else event.text,
        "title": event.title or None,
        "story_date": iso(event.day),
        "source": carrier and carrier.source,
        "url": carrier and carrier.url,
        "carriers": len(event.carriers),
        "decided_by": "; ".join(dict.fromkeys(each.by for each in event.judgements)) or None,
    }


def iso(day: Any) -> str | None:
    """A day in ISO 8601, None where there is none."""
    return day.isoformat() if day else None


def side_columns(role: str, sides: tuple[Side, ...]) -> Json:
    """Six lists in the same order."""
    return {
        f"{role}s": [side.party for side in sides],
        f"{role}_names": [name_of(side) for side in sides],
        f"{role}_sides": [side.side for side in sides],
        f"{role}_countries": [country_of(side) for side in sides],
        f"{role}_sectors": [" ".join(sectors_of(side)) or None for side in sides],
        f"{role}_cameo": [cameo_actor(side) for side in sides],
    }


def write_json_lines(events: Iterable[Coded], out: IO[str]) -> None:
    """An object a line."""
    for event in events:
        out.write(as_json(event_object(event)) + "\n")


def write_csv(events: Iterable[Coded], out: IO[str]) -> None:
    """A table with a header; lists are joined by "; ", no cell starts a formula."""
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for event in events:
        row = event_object(event)
        writer.writerow([in_cell(row[name]) for name in COLUMNS])


def in_cell(value: Any) -> Any:
    """A value as a cell: text made harmless, lists joined with their places kept."""
    if isinstance(value, list):
        return cell("; ".join("" if each is None else cell(str(each)) for each in value)) if any(value) else None
    if isinstance(value, bool):
        return "true" if value else "false"
    return cell(value) if isinstance(value, str) else value


def write_parquet(events: Iterable[Coded], path: Path) -> None:
    """A Parquet file; codes are text, lists are lists."""
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError as error:
        raise InputError("Parquet needs pyarrow: pip install 'dateline[datasets]'") from error
    kinds = {
        **dict.fromkeys(COLUMNS, arrow.string()),
        **dict.fromkeys(NUMBERS, arrow.int64()),
        **dict.fromkeys(SHARES, arrow.float64()),
        **dict.fromkeys(TRUTHS, arrow.bool_()),
        **dict.fromkeys(LISTS, arrow.list_(arrow.string())),
    }
    schema = arrow.schema([(name, kinds[name]) for name in COLUMNS])
    with parquet.ParquetWriter(path, schema) as writer:
        for batch in batches(map(event_object, events)):
            writer.write_table(arrow.Table.from_pylist(batch, schema=schema))


def batches(rows: Iterable[Json]) -> Iterator[list[Json]]:
    """Rows by the thousand."""
    batch: list[Json] = []
    for row in rows:
        batch.append(row)
        if len(batch) == PARQUET_ROWS:
            yield batch
            batch = []
    yield batch
