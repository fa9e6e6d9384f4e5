"""Positions: sides in columns, issues in rows, the newest stance first; what is denied beside the denial."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Any

from rich.console import Console
from rich.text import Text as Words

from dateline.model.party import Party
from dateline.model.position import Board, Issue, Pair, Saying, Stance
from dateline.views.agenda import decision_words, folded
from dateline.views.outward import link, one_line, styled
from dateline.views.statements import act_of, quoted_words, saying_json, source_of
from dateline.views.templating import environment
from dateline.views.wording import name_of, short_day

__all__ = [
    "Cell",
    "Entry",
    "Row",
    "Sheet",
    "positions_html",
    "positions_json",
    "positions_lines",
    "positions_markdown",
    "sheet",
]

Json = dict[str, Any]
Names = Mapping[str, Party]

WIDEST = 160
NARROWEST = 30
GAP = 2
IN_TEXT, IN_PAGES = 2, 3
"""Stances of one side that a cell shows."""

COLUMNS_OF_PAGES = 5
FEW_OTHERS = 4
SHORT_QUOTE, LONG_QUOTE = 130, 260


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A stance in a cell: who (empty for the side itself), the act, the words, the source; what was said before."""

    who: str
    act: str
    words: str
    day: str
    source: str
    url: str | None
    again: str
    before: str
    id: str


@dataclass(frozen=True, kw_only=True)
class Cell:
    """What a side says on an issue: its newest stances, and how many more there are."""

    side: str
    entries: tuple[Entry, ...]
    more: int = 0


@dataclass(frozen=True, kw_only=True)
class Row:
    """An issue: a cell for each column (None where the side is silent), other sides, claims with their denials."""

    name: str
    detail: str
    cells: tuple[Cell | None, ...]
    others: tuple[Cell, ...]
    unshown: int
    pairs: tuple[tuple[str, Entry, str, Entry], ...]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A board ready to be laid out."""

    title: str
    under: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    hidden: int = 0


def sheet(
    board: Board, names: Names, *, title: str, under: str, columns: int, each: int = IN_PAGES, longest: int = LONG_QUOTE
) -> Sheet:
    """A board with so many columns, and so many stances in each cell."""
    sides = board.sides[:columns]
    return Sheet(
        title=title,
        under=under,
        columns=tuple(one_line(name_of(side, names)) for side in sides),
        rows=tuple(row(issue, sides, names, each, longest) for issue in board.issues),
        hidden=board.hidden,
    )


def row(issue: Issue, sides: Sequence[str], names: Names, each: int, longest: int) -> Row:
    """An issue as a row."""
    known = dict(issue.sides)
    others = [side for side, _ in issue.sides if side not in sides]
    aimed = f", aimed at {name_of(issue.aimed, names)}" if issue.aimed else ""
    return Row(
        name=one_line(f"{issue.name}{aimed}"),
        detail="; ".join(issue.because),
        cells=tuple(cell(side, known[side], names, each, longest) if side in known else None for side in sides),
        others=tuple(cell(side, known[side], names, 1, longest) for side in others[:FEW_OTHERS]),
        unshown=len(others[FEW_OTHERS:]),
        pairs=tuple(pair_words(pair, names, longest) for pair in issue.pairs),
    )


def cell(side: str, stances: Sequence[Stance], names: Names, each: int, longest: int) -> Cell:
    """A side's newest stances; plain assertions give way to others, and a change is never left out."""
    first = sorted(range(len(stances)), key=lambda number: (stances[number].saying.kind == "assert", number))[:each]
    shown = [stance for number, stance in enumerate(stances) if number in first or stance.shift]
    entries = tuple(entry(stance.saying, side, names, longest, stance) for stance in shown)
    return Cell(side=one_line(name_of(side, names)), entries=entries, more=len(stances) - len(shown))


def entry(saying: Saying, side: str, names: Names, longest: int, stance: Stance | None = None) -> Entry:
    """One statement as a cell shows it."""
    first = saying.carriers[0] if saying.carriers else None
    speaker = one_line(name_of(saying.speaker, names))
    return Entry(
        who=speaker.removeprefix(one_line(name_of(side, names))).lstrip(", "),
        act=act_of(saying, names),
        words=quoted_words(saying, longest),
        day=dated(saying.day),
        source="; ".join((source_of(saying), *map(decision_words, saying.judgements))),
        url=link(first.url) if first else None,
        again=again(stance) if stance else "",
        before=before(stance, names) if stance else "",
        id=saying.id[:8],
    )


def again(stance: Stance) -> str:
    """How often and since when the same was told before."""
    if not stance.again:
        return ""
    days = [each.day for each in (stance.saying, *stance.again) if each.day]
    since = f" since {dated(min(days))}" if days and min(days) != max(days) else ""
    return f"told {len(stance.again) + 1} times{since}"


def before(stance: Stance, names: Names) -> str:
    """What the side said earlier, where it says otherwise now."""
    if stance.shift is None:
        return ""
    old = stance.shift.before
    return f"before, {dated(old.day)}: {act_of(old, names)}: “{quoted_words(old, SHORT_QUOTE)}” ({source_of(old)})"


def dated(day: date | None) -> str:
    """ "4 January 2022"."""
    return f"{short_day(day)} {day.year}" if day else "no date"


def pair_words(pair: Pair, names: Names, longest: int) -> tuple[str, Entry, str, Entry]:
    """The claim and its denial, each with its side."""
    found: list[Any] = []
    for saying in (pair.claim, pair.denial):
        side = saying.sides[0] if saying.sides else saying.speaker
        found += [one_line(name_of(side, names)), entry(saying, side, names, longest)]
    return found[0], found[1], found[2], found[3]


def positions_json(board: Board, names: Names, *, about: Sequence[str], party: str | None, as_of: date | None) -> Json:
    """The object of `dateline positions --json`."""
    return {
        "ok": True,
        "about": list(about),
        "party": party,
        "as_of": as_of.isoformat() if as_of else None,
        "sides": [{"id": side, "name": name_of(side, names)} for side in board.sides],
        "rows": [issue_json(issue, names) for issue in board.issues],
        "hidden": board.hidden,
    }


def issue_json(issue: Issue, names: Names) -> Json:
    """An issue with all its stances."""
    return {
        "issue": issue.name,
        "aimed": issue.aimed,
        "because": list(issue.because),
        "newest": issue.newest.isoformat() if issue.newest else None,
        "positions": [
            {"side": side, "name": name_of(side, names), "stances": [stance_json(stance) for stance in stances]}
            for side, stances in issue.sides
        ],
        "pairs": [
            {
                "claim": saying_json(pair.claim),
                "denial": saying_json(pair.denial),
                "score": pair.score,
                "reasons": [{"why": why, "weight": weight} for why, weight in pair.reasons],
            }
            for pair in issue.pairs
        ],
    }


def stance_json(stance: Stance) -> Json:
    """A stance; `changed_from` is an earlier statement that it goes back on."""
    shift = stance.shift
    return {
        **saying_json(stance.saying),
        "again": [saying_json(each) for each in stance.again],
        "changed_from": {**saying_json(shift.before), "shared": list(shift.shared)} if shift else None,
    }


def positions_markdown(board: Board, names: Names, title: str, under: str) -> str:
    """The board as a table of Markdown."""
    made = sheet(board, names, title=title, under=under, columns=COLUMNS_OF_PAGES)
    return environment().get_template("positions.md.j2").render(sheet=made)


def positions_html(board: Board, names: Names, title: str, under: str) -> str:
    """The board as a page of HTML that stands alone."""
    made = sheet(board, names, title=title, under=under, columns=COLUMNS_OF_PAGES)
    return environment().get_template("positions.html.j2").render(sheet=made, title=title)


def positions_lines(board: Board, names: Names, title: str, under: str, width: int = WIDEST) -> Iterator[Words]:
    """The board as columns of text."""
    number = max(1, min(len(board.sides), width // (NARROWEST + GAP)))
    made = sheet(board, names, title=title, under=under, columns=number, each=IN_TEXT, longest=SHORT_QUOTE)
    yield styled(Words(title, "bold"))
    yield from folded(Words(under, "dim"), width, "", "")
    for each in made.rows:
        yield Words()
        yield styled(Words.assemble((each.name.upper(), "bold blue"), (f"  {each.detail}", "dim")))
        yield from columns_of([filled for filled in each.cells if filled], width)
        yield from others_of(each, width)
        for claim_side, claim, denial_side, denial in each.pairs:
            yield from pair_lines(claim_side, claim, denial_side, denial, width)
    if made.hidden:
        yield Words()
        yield Words(f"{made.hidden:,} statements on further issues; --rows shows more", "dim")


def columns_of(cells: Sequence[Cell], width: int) -> Iterator[Words]:
    """Cells beside each other; what is silent takes no room."""
    if not cells:
        return
    room = (width - GAP * len(cells)) // len(cells)
    columns = [list(cell_lines(each, room)) for each in cells]
    for lines in zip_longest(*columns):
        joined = Words("  ")
        for number, line in enumerate(lines):
            piece = line.copy() if line is not None else Words()
            if number < len(lines) - 1:
                piece.pad_right(max(0, room + GAP - piece.cell_len))
            joined.append_text(piece)
        joined.rstrip()
        yield joined


def cell_lines(filled: Cell, room: int) -> Iterator[Words]:
    """The lines of a cell."""
    console = Console(width=max(room, 1))
    yield Words(filled.side, "bold")
    for each in filled.entries:
        for line in styled(entry_words(each)).wrap(console, max(room, 1)):
            line.rstrip()
            yield line
    if filled.more:
        yield Words(f"and {filled.more} more", "dim")


def entry_words(each: Entry, side: str = "") -> Words:
    """`2 May 2024, Vučić rejects, to West: “to join the sanctions” – Reuters; 1234abcd`."""
    words = Words.assemble((f"{each.day} ", "dim"), (f"{side} " if side else "", "bold"), f"{each.who} " if each.who else "")
    words.append(each.act, "cyan").append(f": “{each.words}”").append(f" – {each.source}; {each.id}", "dim")
    if each.again:
        words.append(f"; {each.again}", "dim")
    if each.before:
        words.append(f" CHANGED {each.before}", "yellow")
    return words


def others_of(each: Row, width: int) -> Iterator[Words]:
    """The sides that have no column."""
    for other in each.others:
        for found in other.entries:
            yield from folded(entry_words(found, other.side), width, "  ", "    ")
    if each.unshown:
        yield Words(f"  and {sides_more(each.unshown)}", "dim")


def sides_more(number: int) -> str:
    """ "1 more side"."""
    return f"{number} more side{'s' if number > 1 else ''}"


def pair_lines(claim_side: str, claim: Entry, denial_side: str, denial: Entry, width: int) -> Iterator[Words]:
    """A claim, and under it the denial."""
    yield from folded(Words.assemble(("CLAIM  ", "red"), entry_words(claim, claim_side)), width, "  ", "    ")
    yield from folded(Words.assemble(("DENIAL ", "green"), entry_words(denial, denial_side)), width, "  ", "    ")
