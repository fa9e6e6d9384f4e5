"""Answers hold no more than an assistant can read at once."""

from typing import Any

import pytest

from dateline.assistants.bounds import LARGEST, bounded, paging
from dateline.views.outward import as_json


def laid(rows: Any) -> dict[str, Any]:
    return {"ok": True, "rows": list(rows)}


@pytest.mark.parametrize(("letters", "limit", "taken"), [(10, 5, 5), (10, 100, 50), (20_000, 100, 2), (70_000, 100, 1)])
def test_a_page_has_as_many_rows_as_fit(letters: int, limit: int, taken: int) -> None:
    rows = [{"quote": "x" * letters, "number": number} for number in range(50)]
    found, token = [], None
    while token is not None or not found:
        page = paging(rows, token, limit, laid)
        assert len(page["rows"]) == min(taken, len(rows) - len(found))
        found += page["rows"]
        token = page["next"]
    assert found == rows


def test_no_rows_are_a_page() -> None:
    assert paging([], None, 20, laid) == {"ok": True, "rows": [], "next": None}


def deep(levels: int) -> dict[str, Any]:
    top = node = {"label": "top"}
    for _ in range(levels):
        node["beneath"] = [{"label": "x" * 1_000}, {"label": "last"}]  # type: ignore[assignment]
        node = node["beneath"][1]  # type: ignore[index]
    return {"ok": True, **top}


@pytest.mark.parametrize(
    "value",
    [
        {"ok": True, "words": "x" * 1_000_000},
        {"ok": True, "beneath": [{"label": "x" * 50, "beneath": [{"quote": "y" * 500}] * 300}] * 300},
        {"ok": True, **{f"key {number}": "x" * 200 for number in range(2_000)}},
        deep(200),
    ],
)
def test_what_is_too_large_is_cut_and_says_so(value: dict[str, Any]) -> None:
    found = bounded(value)
    assert len(as_json(found)) <= LARGEST
    assert found["ok"] is True
    assert "ask for less" in found["shortened"]


def test_derivations_go_first() -> None:
    statements = [{"quote": "x" * 80, "evidence": [{"rule": "y" * 200}] * 3} for _ in range(250)]
    found = bounded({"ok": True, "published": {"value": "2022-01-04", "because": []}, "statements": statements})
    assert found["statements"] == [{"quote": "x" * 80}] * 250
    assert found["published"] == {"value": "2022-01-04"}
    assert "because, evidence" in found["shortened"]


def test_what_fits_stays_as_it_is() -> None:
    value = {"ok": True, "rows": [{"quote": "x" * 50_000}]}
    assert bounded(value) == value
