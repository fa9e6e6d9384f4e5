"""How much an answer holds: an assistant reads all of it, so that rows come in pages and what is still too much is cut."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from dateline.views.outward import as_json
from dateline.views.paging import place_of, token_of

__all__ = ["DEEPEST", "LARGEST", "bounded", "paging"]

Json = dict[str, Any]
T = TypeVar("T")

LARGEST = 60_000
"""Characters of an answer at most."""

DEEPEST = 24
"""Lists and objects within each other that a cut answer keeps."""

CUTS = ((4_000, 200), (1_000, 100), (800, 60), (600, 40), (400, 30), (400, 20), (200, 8), (100, 3), (40, 1))
"""Characters of a text and items of a list that are kept, the first of these with which the answer is small enough."""

DERIVATIONS = ("because", "evidence")
"""Fields that say how a value was read: the first that an answer can do without."""

WITHOUT = f"this was too much for one answer: how values were read ({', '.join(DERIVATIONS)}) is left out; ask for less"
SHORTENED = "this was too much for one answer: long texts and lists end early ([…]); ask for less"


def paging(rows: Sequence[T], token: str | None, limit: int, laid: Callable[[Sequence[T]], Json]) -> Json:
    """The answer with one page of rows as `laid` lays them out: as many as fit, and the token of the next page."""
    start = place_of(token)
    taken = fitting(laid(rows[start : start + limit]))
    value = laid(rows[start : start + taken])
    end = start + taken
    if end >= len(rows):
        return value | {"next": None}
    return value | {"next": token_of(end), "note": "there are more rows: ask the same again with `next` as it is here"}


def fitting(value: Mapping[str, Any]) -> int:
    """How many of the rows fit into an answer: one at least, where there is one."""
    room = LARGEST - len(as_json({**value, "rows": []}))
    for number, row in enumerate(value["rows"]):
        room -= len(as_json(row)) + 2
        if room < 0:
            return max(1, number)
    return len(value["rows"])


def bounded(value: Json) -> Json:
    """The answer, cut where it is too large for one; what is cut says so."""
    if len(as_json(value)) <= LARGEST:
        return value
    found: Json = {**underived(value), "shortened": WITHOUT}
    if len(as_json(found)) <= LARGEST:
        return found
    for letters, items in CUTS:
        found = {**cut(underived(value), letters, items, DEEPEST), "shortened": SHORTENED}
        if len(as_json(found)) <= LARGEST:
            return found
    return {"ok": value.get("ok", True), "shortened": SHORTENED}


def underived(value: Any) -> Any:
    """A value without its derivations."""
    if isinstance(value, dict):
        return {key: underived(each) for key, each in value.items() if key not in DERIVATIONS}
    return [underived(each) for each in value] if isinstance(value, list) else value


def cut(value: Any, letters: int, items: int, deep: int) -> Any:
    """A value with texts and lists no longer than these, no deeper than that."""
    if isinstance(value, str):
        return value if len(value) <= letters else f"{value[:letters]} […]"
    if isinstance(value, dict):
        return {key: cut(each, letters, items, deep - 1) for key, each in value.items()} if deep else {}
    if isinstance(value, list):
        return [cut(each, letters, items, deep - 1) for each in value[:items]] if deep else []
    return value
