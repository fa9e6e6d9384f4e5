"""What is doubtful of entries, and why, in words."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from dateline.matching.doubts import doubles, joins, one_sided, unlikely
from dateline.model.agenda import AgendaRow, SourceLine
from dateline.model.entry import Attendee
from dateline.model.kept import Link
from dateline.model.occasion import Occasion
from dateline.model.when import When

AT = datetime(2022, 1, 1, tzinfo=UTC)
COUNCIL: dict[str, Any] = {
    "kind": "council", "status": "scheduled", "parties": ("NATO", "RUS"), "when": When.on(date(2022, 1, 12)),
    "place": "Brussels",
}  # fmt: skip


def line(report: str, text: str) -> SourceLine:
    return SourceLine(
        document=f"document {report}", name=f"story {report}", text=text, report=report, source=f"Outlet {report}", url=None,
        published=date(2022, 1, 4), added_at=AT, quote="They meet.",
    )  # fmt: skip


def row(name: str, text: str | None = None, **values: Any) -> AgendaRow:
    occasion = Occasion(**{**COUNCIL, **values})
    sources = (line(name, text or f"text {name}"),)
    return AgendaRow(id=name, occasion=occasion, revision=1, first_seen=AT, last_changed=AT, sources=sources)


@pytest.mark.parametrize(
    ("confidence", "words"),
    [
        (0.2, []),
        (0.35, ["it is right in about 35 of 100 cases, and left out of listings as it is"]),
        (0.55, ["it is right in about 55 of 100 cases"]),
        (0.7, []),
    ],
)
def test_unlikely(confidence: float, words: list[str]) -> None:
    assert [each.words for each in unlikely(confidence, 0.5)] == words


def test_the_nearer_to_what_is_shown_the_more_doubtful() -> None:
    doubts = [next(unlikely(each, 0.5)).doubt for each in (0.5, 0.45, 0.62)]
    assert doubts == sorted(doubts, reverse=True)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"parties": ("RUS",), "kind": "visit"}, ["only RUS is named, no other side"]),
        ({"parties": ("RUS", "RUS:Foreign Ministry"), "kind": "talks"}, ["only RUS is named, no other side"]),
        ({"parties": (), "kind": "talks"}, ["no side is named"]),
        ({"parties": ("RUS",), "people": (Attendee("Ana Lopes", "PRT"),), "kind": "visit"}, []),
        ({"parties": ("UN",), "kind": "talks", "forum": "UN:Security Council"}, []),
        ({"parties": ("NATO",)}, []),
    ],
    ids=str,
)
def test_one_sided(values: dict[str, Any], words: list[str]) -> None:
    assert [each.words for each in one_sided(row("a", **values).occasion)] == words


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ({"place": "Geneva"}, ["b"]),
        ({"when": When.on(date(2022, 1, 13))}, ["b"]),
        ({"when": When.on(date(2022, 1, 14))}, []),
        ({"parties": ("RUS", "UKR"), "place": None}, []),
        ({"parties": ("RUS", "UKR")}, ["b"]),
        ({"parties": ("UKR", "USA")}, []),
        ({"kind": "call", "place": None}, []),
        ({"when": When(date(2022, 1, 10), date(2022, 1, 14), "within"), "place": None}, ["b"]),
        ({"when": When.month(2022, 1)}, []),
        ({"when": None}, []),
        ({"text": "text a"}, []),
    ],
    ids=str,
)
def test_doubles(other: dict[str, Any], found: list[str]) -> None:
    assert [reason.other for _, reason in doubles([row("a"), row("b", **other)])] == found


def test_a_city_is_no_other_place_than_its_country() -> None:
    words = [each.words for _, each in doubles([row("a", country="BEL"), row("b", place="Belgium", country="BEL")])]
    assert words == ["the same day, the same parties, NATO and RUS, both council, both tell what is planned"]


@pytest.mark.parametrize(
    ("score", "settled", "found"),
    [
        (1.3, (), ["b"]),
        (1.9, (), []),
        (None, (), []),
        (1.3, {("a", "b")}, []),
        (1.3, {("b", "elsewhere")}, ["b"]),
    ],
    ids=str,
)
def test_joins(score: float | None, settled: Any, found: list[str]) -> None:
    occasion = row("m").occasion
    told = AgendaRow(
        id="m", occasion=occasion, revision=1, first_seen=AT, last_changed=AT, sources=(line("a", "x"), line("b", "y"))
    )
    why = (("the same parties", 2.0), ("two places", -2.2))
    links = {"a": Link(score=score, reasons=()), "b": Link(score=score, reasons=why)}
    reasons = list(joins(told, links, settled))
    assert [each.other for each in reasons] == found
    for each in reasons:
        assert each.words == "the report of Outlet b belongs to it by little: the same parties; but two places"
