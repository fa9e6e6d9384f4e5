"""Statements made by hand, for what lays them side by side."""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from dateline.model.party import Party
from dateline.model.position import Carrier, Saying

NUMBERS = count()
NAMES = {
    "RUS": Party("RUS", "Russia", "state"),
    "USA": Party("USA", "United States", "state"),
    "UKR": Party("UKR", "Ukraine", "state"),
    "DEU": Party("DEU", "Germany", "state"),
    "CHL": Party("CHL", "Chile", "state"),
    "PER": Party("PER", "Peru", "state"),
    "NATO": Party("NATO", "North Atlantic Treaty Organization", "organisation"),
    "Ana Rojas": Party("Ana Rojas", "Ana Rojas", "person", of="CHL"),
}


def said(
    side: str,
    kind: str,
    words: str,
    day: str | None = "2022-01-04",
    *,
    to: str | None = None,
    text: str | None = None,
    speaker: str | None = None,
    source: str = "Wire",
    url: str | None = None,
    **more: Any,
) -> Saying:
    """A statement of a side, in a story of its own unless one is named."""
    number = next(NUMBERS)
    told = date.fromisoformat(day) if day else None
    name = text or f"text {number}"
    carrier = Carrier(
        id=f"d{number}",
        name=f"story {number}",
        source=source,
        url=url,
        published=told,
        added_at=datetime(2022, 2, 1, tzinfo=UTC),
    )
    aimed = (to,) if to else ()
    values: dict[str, Any] = {
        "id": f"{number:016x}", "text": name, "ordinal": number, "kind": kind, "form": "indirect",
        "speaker": speaker or side, "quote": (words,), "of": (side,), "sides": (side,), "targets": aimed, "partners": aimed,
        "day": told, "carriers": (carrier,),
    }  # fmt: skip
    return Saying(**(values | more))
