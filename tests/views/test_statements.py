"""Statements as lines, rows and tables."""

import csv
import io

import pytest

from dateline.views.outward import cell
from dateline.views.statements import quoted_words, statements_csv, statements_json, statements_lines
from tests.matching.sayings import NAMES, said

DEMAND = said("PER", "demand", "Chile must resume exports", "2022-01-04", to="CHL", topic="copper exports")
DENIAL = said("CHL", "deny", "No port is closed", "2022-01-04", speaker="Ana Rojas", url="https://wire.example/1")
OLDER = said("RUS", "assert", "All is well", "2022-01-02", source=None)


def lines(*rows, total: int | None = None) -> list[str]:
    return [line.plain for line in statements_lines(rows, NAMES, total or len(rows))]


def test_lines() -> None:
    assert lines(DEMAND, DENIAL, OLDER) == [
        "Tuesday 4 January 2022",
        "  Peru demands of Chile: “Chile must resume exports”",
        f"     Wire; on copper exports; {DEMAND.id[:8]}",
        "  Chile, Ana Rojas denies: “No port is closed”",
        f"     Wire; {DENIAL.id[:8]}",
        "",
        "Sunday 2 January 2022",
        "  Russia says: “All is well”",
        f"     {OLDER.carriers[0].name}; {OLDER.id[:8]}",
    ]


def test_what_is_left_out_is_counted() -> None:
    assert lines(DEMAND, total=1_300)[-1].startswith("1,299 more; --limit")


def test_json() -> None:
    value = statements_json([DENIAL], NAMES, 2)
    assert (value["ok"], value["truncated"], value["names"]["PER"]) == (True, True, "Peru")
    (row,) = value["rows"]
    assert (row["speaker"], row["of"], row["kind"], row["date"], row["quote"]) == (
        "Ana Rojas", ["CHL"], "deny", "2022-01-04", "No port is closed",
    )  # fmt: skip
    assert row["sources"][0]["url"] == "https://wire.example/1"


def test_csv_has_names_and_no_formulas() -> None:
    bad = said("PER", "assert", '=HYPERLINK("http://x")', topic="@cmd", to="CHL")
    (row,) = csv.DictReader(io.StringIO(statements_csv([bad], NAMES)))
    assert (row["speaker"], row["target"], row["of"]) == ("Peru", "Chile", "Peru")
    assert (row["quote"], row["topic"]) == ('\'=HYPERLINK("http://x")', "'@cmd")


@pytest.mark.parametrize(
    "words", ["=1+1", "+A1", "-1+1", "@a", "\t=1", "\r=1", "\n=1", '"=1"', " =1", "＝1", "\u202e=1", "\x00=1"]
)
def test_formulas(words: str) -> None:
    assert cell(words).startswith("'")


@pytest.mark.parametrize("words", ["-1", "+1.5", "-0.25e-3", "talks = war", "'=1"])
def test_no_formulas(words: str) -> None:
    assert cell(words) == words


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("“We will not go”", "We will not go"),
        ('We "will" not go', 'We "will" not go'),
        ("“Never” is what he said, “never”", "“Never” is what he said, “never”"),
        ("too many\n words", "too many words"),
        ("word " * 20, "word word word word word word word word […]"),
    ],
)
def test_quotes(words: str, shown: str) -> None:
    assert quoted_words(said("PER", "assert", words), 40) == shown
