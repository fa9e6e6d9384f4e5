"""Columns that several tables of the ledger share: moments, ids of other rows, dates with their bearing."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Column, Date, Dialect, ForeignKey, String, TypeDecorator

from dateline.model.when import When, in_zone

__all__ = ["ID", "Moment", "of", "when_columns", "when_from", "when_row"]


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, kept as text that sorts by time in every database."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """`2022-01-04T12:00:00.000000Z`."""
        return None if value is None else in_zone(value, UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """A zoned datetime."""
        return None if value is None else datetime.fromisoformat(value)


ID = String(16)


def of(table: str, *, primary: bool = False, index: bool = False) -> Column[Any]:
    """A column that belongs to a row of another table and goes with it."""
    name = table.rstrip("s")
    return Column(
        name, ID, ForeignKey(f"{table}.id", ondelete="CASCADE"), primary_key=primary, nullable=False, index=index or None
    )


def when_columns(prefix: str) -> list[Column[Any]]:
    """Five columns that hold a `When`."""
    return [
        Column(f"{prefix}_earliest", Date),
        Column(f"{prefix}_latest", Date),
        Column(f"{prefix}_bearing", String(8)),
        Column(f"{prefix}_starts", String(40)),
        Column(f"{prefix}_ends", String(40)),
    ]


def when_row(prefix: str, when: When | None) -> dict[str, Any]:
    """The five columns of a `When`."""
    return {
        f"{prefix}_earliest": when.earliest if when else None,
        f"{prefix}_latest": when.latest if when else None,
        f"{prefix}_bearing": when.bearing if when else None,
        f"{prefix}_starts": when.starts.isoformat() if when and when.starts else None,
        f"{prefix}_ends": when.ends.isoformat() if when and when.ends else None,
    }


def when_from(prefix: str, row: Any) -> When | None:
    """The `When` of five columns, None where they hold none."""
    earliest: date | None = row[f"{prefix}_earliest"]
    latest: date | None = row[f"{prefix}_latest"]
    if earliest is None and latest is None:
        return None
    starts, ends = row[f"{prefix}_starts"], row[f"{prefix}_ends"]
    return When(
        earliest,
        latest,
        row[f"{prefix}_bearing"],
        datetime.fromisoformat(starts) if starts else None,
        datetime.fromisoformat(ends) if ends else None,
    )
