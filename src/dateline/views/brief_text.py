"""The brief as lines of text: in colours for a terminal, plain for everything else."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text as Words

from dateline.views.brief import Brief, Day, Item, Line, Reason, Side
from dateline.views.brief_sources import Quote
from dateline.views.outward import one_line, styled

__all__ = ["plain", "show"]

STATUS = {
    "confirmed": "green", "scheduled": "cyan", "ongoing": "bold green", "held": "dim green", "proposed": "yellow",
    "suspended": "magenta", "postponed": "magenta", "cancelled": "red", "refused": "red",
}  # fmt: skip
WIDEST = 100
LONGEST_QUOTE = 240


def plain(brief: Brief, width: int = WIDEST) -> str:
    """The brief as plain text."""
    return "\n".join(line.plain.rstrip() for line in lines(brief, Console(width=width, file=None))) + "\n"


def show(brief: Brief, console: Console) -> None:
    """The brief on a terminal."""
    narrow = Console(width=min(console.width, WIDEST))
    for line in lines(brief, narrow):
        console.print(line, soft_wrap=True, highlight=False)


def lines(brief: Brief, console: Console) -> Iterator[Words]:
    """The lines of a brief."""
    yield from flow(console, Words(brief.headline, "bold"))
    if under := [*brief.byline, *([brief.url] if brief.url else [])]:
        yield from flow(console, Words(" · ".join(under), "dim"))
    yield from dating(brief, console)
    if brief.diary:
        yield from heading("MEETINGS")
        for number, day in enumerate(brief.diary):
            yield from diary_day(day, console, first=number == 0)
    if brief.sides:
        yield from heading("WHO SAID WHAT")
        for number, side in enumerate(brief.sides):
            yield from side_lines(side, console, first=number == 0)
    if brief.people:
        yield from heading("PEOPLE")
        yield from flow(console, Words("; ".join(brief.people)), "  ")
    if brief.problems:
        yield from heading("PROBLEMS")
        for problem in brief.problems:
            yield from flow(console, Words(problem, "red"), "  ", "    ")
    if brief.quotes:
        yield from heading("SOURCES")
        size = len(str(len(brief.quotes)))
        for quote in brief.quotes:
            yield from flow(console, quote_line(quote, size), "  ", " " * (size + 5))


def heading(words: str) -> Iterator[Words]:
    """A section's name, set off by a blank line."""
    yield Words()
    yield Words(words, "bold blue")


def flow(console: Console, words: Words, first: str = "", rest: str | None = None) -> Iterator[Words]:
    """Words wrapped to the console's width: the first line after `first`, the others after `rest`."""
    rest, words = first if rest is None else rest, styled(words)
    indented = Words(first + " " * max(0, len(rest) - len(first)))
    wrapped = words.wrap(console, console.width - len(rest)) if words.plain else [words]
    for number, line in enumerate(wrapped):
        line.rstrip()
        if number == 0 and len(first) < len(rest):
            yield from outdented(console, words, first, rest)
            return
        yield Words.assemble(indented if number == 0 else rest, line)


def outdented(console: Console, words: Words, first: str, rest: str) -> Iterator[Words]:
    """Words whose first line starts further left than the others."""
    head = words.wrap(console, console.width - len(first))[0]
    head_length = len(head.plain)
    head.rstrip()
    yield Words.assemble(first, head)
    tail = words[head_length:]
    tail = tail[len(tail.plain) - len(tail.plain.lstrip()) :]
    if tail.plain:
        for line in tail.wrap(console, console.width - len(rest)):
            line.rstrip()
            yield Words.assemble(rest, line)


def dating(brief: Brief, console: Console) -> Iterator[Words]:
    """The day of the story, what it rests on, and the other days that it might be."""
    words = Words.assemble((brief.date, "bold"), f" – {brief.basis}")
    if brief.reasons:
        words.append(": ")
        words.append(Words("; ").join(reason_words(reason) for reason in brief.reasons))
    if brief.rivals:
        words.append(f". Or else {', '.join(brief.rivals)}")
    yield from flow(console, words, "", "  ")


def reason_words(reason: Reason) -> Words:
    """A reason for the date: "“Jan. 12” [1], “Jan. 13” [2] (the rule in words)"."""
    quoted = [Words.assemble(f"“{words}” ", marks((mark,))) for words, mark in reason.words]
    if not quoted:
        return Words(reason.rule)
    return Words.assemble(Words(", ").join(quoted), (f" ({reason.rule})", "dim"))


def diary_day(day: Day, console: Console, *, first: bool) -> Iterator[Words]:
    """A day of the diary."""
    if not first:
        yield Words()
    yield styled(Words(f"  {day.heading}", "bold"))
    for item in day.items:
        yield from flow(console, item_words(item), "  ", "      ")
        if item.details:
            yield from flow(console, Words("; ".join(item.details)), "      ")


def item_words(item: Item) -> Words:
    """A meeting's first line: "BRUSSELS – NATO-Russia Council (to 13 January) – confirmed [2]"."""
    words = Words()
    if item.place:
        words.append(item.place, "bold")
        words.append(" – ")
    words.append(item.what)
    if item.until:
        words.append(f" ({item.until})")
    if item.who:
        words.append(f": {item.who}")
    if item.hours:
        words.append(f" – {item.hours}")
    words.append(" – ")
    words.append(item.status, STATUS.get(item.status, ""))
    if item.doubtful:
        words.append(" (doubtful)", "dim")
    words.append(" ")
    words.append(marks(item.marks))
    return words


def side_lines(side: Side, console: Console, *, first: bool) -> Iterator[Words]:
    """A side and its statements."""
    if not first:
        yield Words()
    yield styled(Words(f"  {side.name}", "bold"))
    for line in side.lines:
        yield from flow(console, statement_words(line), "    ", "      ")


def statement_words(line: Line) -> Words:
    """A statement: "Maria Zakharova confirms: Russian officials will attend [9]"."""
    words = Words()
    if line.who:
        words.append(f"{line.who} ")
    words.append(line.act, "italic cyan")
    if line.note:
        words.append(f" ({line.note})")
    words.append(": ")
    words.append(f"“{line.words}”" if line.quoted else line.words)
    words.append(" ")
    words.append(marks(line.marks))
    return words


def quote_line(quote: Quote, size: int) -> Words:
    """A source: its number, the words, and where they stand."""
    spoken = one_line(quote.span.quote)
    if len(spoken) > LONGEST_QUOTE:
        spoken = f"{spoken[: LONGEST_QUOTE - 60].rpartition(' ')[0]} […] {spoken[-50:].partition(' ')[2]}"
    place = f"{quote.span.field}:{quote.span.start}–{quote.span.end}"
    return Words.assemble((f"[{quote.number}]".rjust(size + 2), "blue"), f" {spoken} ", (f"({place})", "dim"))


def marks(numbers: Iterable[int]) -> Words:
    """Numbers of sources: "[2][5]"."""
    return Words("".join(f"[{number}]" for number in numbers), "blue")
