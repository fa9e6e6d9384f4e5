"""Positions as columns of text, Markdown, HTML and JSON."""

import re

import pytest

from dateline.matching.issues import board
from dateline.model.position import Board
from dateline.views.positions import positions_html, positions_json, positions_lines, positions_markdown, sheet, sides_more
from tests.matching.sayings import NAMES, said

SAYINGS = (
    said("DEU", "reject", "to deliver battle tanks", "2023-01-24", topic="battle tanks"),
    said(
        "DEU", "agree", "to deliver fourteen battle tanks", "2023-02-02", topic="battle tanks", url="https://wire.example/?a=1"
    ),
    said("UKR", "demand", "battle tanks for the spring", "2023-01-20", to="DEU", topic="battle tanks"),
    said("RUS", "condemn", "battle tanks as an escalation", "2023-01-25", to="DEU", topic="battle tanks"),
    said("PER", "accuse", "moving border markers", "2022-01-04", to="CHL", topic="border markers"),
    said("CHL", "deny", "that border markers were moved", "2022-01-05", to="PER", topic="border markers"),
    said(
        "USA", "praise", "battle tanks <script>alert(1)</script> | a_b", "2023-01-26", topic="battle tanks", url="javascript:x"
    ),
)


@pytest.fixture(scope="module")
def laid() -> Board:
    return board(SAYINGS)


def text(laid: Board, width: int = 100) -> str:
    return "\n".join(line.plain for line in positions_lines(laid, NAMES, "Positions", "7 statements", width))


def test_text(laid: Board) -> None:
    shown = text(laid)
    assert "BATTLE TANKS  5 statements of 5 stories; they share “battle tanks”" in shown
    assert re.search(r"^  Germany$", shown, re.MULTILINE)
    assert "CLAIM  4 January 2022 Peru accuses Chile: “moving border markers” – Wire" in shown
    assert "DENIAL 5 January 2022 Chile denies to Peru: “that border markers were moved” – Wire" in shown
    assert max(map(len, shown.splitlines())) <= 100


@pytest.mark.parametrize("width", [20, 40, 80, 160])
def test_every_width(laid: Board, width: int) -> None:
    shown = text(laid, width)
    for side in ("Germany", "Ukraine", "Russia", "Peru", "Chile"):
        assert side in shown


def test_the_newest_stance_first_and_the_change_marked(laid: Board) -> None:
    made = sheet(laid, NAMES, title="", under="", columns=5)
    row = next(row for row in made.rows if row.name == "battle tanks")
    cell = row.cells[made.columns.index("Germany")]
    assert cell is not None
    newest, oldest = cell.entries
    assert (newest.day, newest.act, oldest.act) == ("2 February 2023", "agrees", "rejects")
    assert newest.before == "before, 24 January 2023: rejects: “to deliver battle tanks” (Wire)"


def test_sides_without_a_column_are_not_lost(laid: Board) -> None:
    made = sheet(laid, NAMES, title="", under="", columns=1)
    row = next(row for row in made.rows if row.name == "battle tanks")
    assert {cell.side for cell in row.others} | {made.columns[0]} >= {"Germany", "Ukraine", "Russia", "United States"}


def test_html_is_safe(laid: Board) -> None:
    page = positions_html(laid, NAMES, "Positions", "7 statements")
    assert "<script>" not in page
    assert "javascript:" not in page
    assert 'href="https://wire.example/?a=1"' in page
    assert page.count("<tr>") == 3


def test_markdown_is_one_table(laid: Board) -> None:
    page = positions_markdown(laid, NAMES, "Positions", "7 statements")
    rows = [line for line in page.splitlines() if line.startswith("|")]
    assert len(rows) == 4
    assert len({len(re.findall(r"(?<!\\)\|", line)) for line in rows}) == 1
    assert "<script>" not in page
    assert "## Claims and denials" in page


def test_json(laid: Board) -> None:
    value = positions_json(laid, NAMES, about=("tanks",), party=None, as_of=None)
    assert value["ok"]
    row = next(row for row in value["rows"] if row["issue"] == "battle tanks")
    germany = next(each for each in row["positions"] if each["side"] == "DEU")
    assert germany["name"] == "Germany"
    assert germany["stances"][0]["changed_from"]["kind"] == "reject"
    assert all(stance["sources"] for each in row["positions"] for stance in each["stances"])
    (pair,) = next(row for row in value["rows"] if row["issue"] == "border markers")["pairs"]
    assert (pair["claim"]["kind"], pair["denial"]["kind"]) == ("accuse", "deny")
    assert pair["reasons"]


def test_sides_that_are_not_shown_are_counted() -> None:
    assert [sides_more(number) for number in (1, 2, 12)] == ["1 more side", "2 more sides", "12 more sides"]
