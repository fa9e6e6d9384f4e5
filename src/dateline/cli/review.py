"""`dateline review`: a person goes through what is doubtful, key by key."""

import sys
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, get_args

import click
import typer
from rich.text import Text as Words

from dateline.cli.options import Database, Following, Past
from dateline.cli.output import WIDTH, complain, is_terminal, json_line, json_page, whoami, write_lines
from dateline.model.errors import InputError, UnknownEntryError
from dateline.model.review import Doubtful, DoubtKind, Queue

if TYPE_CHECKING:
    from dateline.app.judge import Judged
    from dateline.app.review.queue import Ledger

__all__ = ["review"]

FEW = 20
"""Entries that `--list` prints, and that are looked up at once."""

KEYS = {
    "c": ("confirm", "it is as the ledger has it, and none of those that it may be the same as"),
    "r": ("reject", "it is none; it goes from every listing"),
    "s": ("same-as", "it and the possible double are one meeting"),
    "p": ("split", "the report that belongs to it by little is of another meeting"),
    "e": ("correct", "a field has another value, which is asked for; the entry stays, to correct more or go on"),
    "n": ("skip", "not now: it comes again in the next review (the space bar, too)"),
    "u": ("undo", "take the last decision of this review back, and the one before it, and so on"),
    "q": ("quit", "leave; what was decided is kept"),
    "?": ("help", "this list"),
}
"""Key -> the word that can be written in its place where keys come as lines, and what it does."""

ACTS = ("confirm", "reject", "same-as", "split")
"""Decisions that need nothing more than the key, and maybe which one."""

ALSO = {" ": "skip", "\r": "skip", "\n": "skip", "\x03": "quit", "\x04": "quit", "h": "help"}


def review(
    party: Annotated[
        str | None, typer.Option("--party", metavar="P", help="Of this party: an id (RUS, NATO) or a name (Russia).")
    ] = None,
    watch: Annotated[str | None, typer.Option("--watch", metavar="NAME", help="Only what this watch is for.")] = None,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", metavar="KIND", help="meeting, statement or event; can be repeated.")
    ] = None,
    first: Annotated[str | None, typer.Option("--from", metavar="DATE", help="From this day on: 2022-01-04, today.")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Up to and with this day.")] = None,
    following: Following = None,
    past: Past = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", min=1, metavar="N", help=f"At most so many ({FEW} in a list, else all)."),
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help="Print the queue and ask nothing.")] = False,
    json: Annotated[bool, typer.Option("--json", help="The queue as one object, for programs.")] = False,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides, if not you.")] = None,
    database: Database = None,
) -> None:
    """Go through what is doubtful, what matters most first, and decide of it with single keys.

    Doubtful are meetings on which stories disagree, of which one side only is named, that are hardly likely, that may be
    told of twice, or to which a report belongs by little; statements and events that are hardly likely or contradict others;
    and what two readers of a story read differently.
    What matters is reckoned from the parties, the nearness of the day and the doubt. Each comes with its reason, its
    sentences and outlets. What was decided does not come again.

    Keys: `c` confirm, `r` reject, `s` same-as, `p` split, `e` correct, `n` or space skip, `u` undo, `q` quit, `?` help. Where
    standard input is no terminal, each line is a key or its word.

    Exit codes: 0 all is well, even if nothing is doubtful; 2 the command could not be carried out.

    Examples:

    * `dateline review --party Russia --next 14d`
    * `dateline review --list --kind meeting --limit 5`
    * `printf 'confirm\\nskip\\nquit\\n' | dateline review --by Ana`
    """
    from dateline.app.days import period, today
    from dateline.app.opening import open_ledger
    from dateline.app.review.queue import queue
    from dateline.app.settings import read_settings
    from dateline.views.review import queue_json, queue_lines

    if json and listing:
        raise typer.BadParameter("choose one of --list and --json")
    days = period(first, last, following=following, past=past, ahead=True)
    chosen = kinds_of(kind or ())
    ledger = open_ledger(read_settings(database=database).database, create=False)

    def doubtful(number: int, without: Collection[str] = ()) -> Queue:
        return queue(
            ledger, limit=number, kinds=chosen, party=party, watch=watch, first=days[0], last=days[1], without=without
        )  # fmt: skip

    try:
        if json:
            value = queue_json(doubtful(limit or FEW), today())
            sys.stdout.buffer.write((json_page if is_terminal() else json_line)(value).encode("utf-8", "replace"))
        elif listing:
            found = doubtful(limit or FEW)
            write_lines(lambda width: queue_lines(found, today(), width), WIDTH)
            if not found.entries:
                complain("nothing is doubtful there")
        else:
            Walk(ledger, doubtful, by or whoami(), limit).go()
    finally:
        ledger.close()


def kinds_of(words: Iterable[str]) -> tuple[DoubtKind, ...]:
    """The kinds that are meant."""
    known: tuple[DoubtKind, ...] = get_args(DoubtKind)
    for each in words:
        if each not in known:
            raise typer.BadParameter(f"{each!r} is no kind of entry; it is one of {', '.join(known)}")
    return tuple(each for each in known if each in words)


def tell(*lines: str | Words) -> None:
    """Lines to the person, folded nowhere."""
    write_lines(lambda _: (each if isinstance(each, Words) else Words(each) for each in lines), WIDTH)


def line() -> str | None:
    """What a person writes; None at the end of the input."""
    sys.stdout.flush()
    words = sys.stdin.readline()
    return words.strip() if words else None


def in_terminal() -> bool:
    """Does a person both read and write here?"""
    return sys.stdin.isatty() and is_terminal()


def pressed() -> str:
    """The word of the key that a person presses, or writes on a line where there is no terminal; the end is to quit."""
    if in_terminal():
        sys.stdout.flush()
        try:
            return meant(click.getchar())
        except (EOFError, KeyboardInterrupt):
            return "quit"
    while (words := line()) is not None:
        if words:
            return meant(words)
    return "quit"


def meant(given: str) -> str:
    """The word of a key, or the word itself."""
    low = given.casefold()
    if low in ALSO:
        return ALSO[low]
    return KEYS[low][0] if low in KEYS else low


def keys_for(entry: Doubtful) -> Words:
    """The keys that are for an entry, on a line."""
    from dateline.app.review.acts import acts_on

    can = acts_on(entry)
    shown = (f"{key} {word}" for key, (word, _) in KEYS.items() if word not in ACTS or word in can)
    return Words("  ".join(shown), "dim")


def help_lines() -> Iterator[str]:
    """What each key does."""
    yield from (f"  {key}  {word:<8} {told}" for key, (word, told) in KEYS.items())


@dataclass
class Walk:
    """One review: the entries that wait, the numbers of those seen, and what was decided in it."""

    ledger: "Ledger"
    queue: Callable[..., Queue]
    by: str
    limit: int | None
    waiting: deque[Doubtful] = field(default_factory=deque)
    numbers: dict[str, int] = field(default_factory=dict)
    made: list[tuple[Doubtful, "list[Judged]"]] = field(default_factory=list)

    def go(self) -> None:
        """Show one entry after the other, until the person leaves or none is left and nothing is to be undone."""
        while True:
            entry = self.next()
            if entry is None:
                tell("nothing more is doubtful here" if self.limit != len(self.numbers) else "these were all")
                if not (self.made and self.last_word()):
                    break
            elif not self.ask(entry):
                break
        decided = sum(len(judged) for _, judged in self.made)
        tell(f"{decided} {'decision' if decided == 1 else 'decisions'} kept; {len(self.numbers)} looked at")

    def last_word(self) -> bool:
        """At the end: is the last decision taken back after all?"""
        tell("u undo  q quit")
        while (word := pressed()) != "quit":
            if word == "undo":
                self.undo()
                return True
        return False

    def next(self) -> Doubtful | None:
        """The next entry, as it is after what was decided; those decided with others are passed over."""
        from dateline.app.review.queue import look_again

        while self.waiting or self.fetched():
            entry = self.waiting.popleft()
            if entry.id not in self.numbers and self.limit == len(self.numbers):
                return None
            found = look_again(self.ledger, entry)
            if found.entries:
                self.show(found, self.numbers.setdefault(entry.id, len(self.numbers) + 1))
                return found.entries[0]
        return None

    def fetched(self) -> bool:
        """Are there further entries?"""
        if self.limit != len(self.numbers):
            self.waiting.extend(self.queue(FEW, self.numbers).entries)
        return bool(self.waiting)

    def show(self, found: Queue, number: int) -> None:
        """Print an entry and the keys that are for it."""
        from dateline.app.days import today
        from dateline.views.review import entry_lines

        entry = found.entries[0]
        write_lines(lambda width: [*entry_lines(entry, found.names, today(), width, number), keys_for(entry)], WIDTH)

    def ask(self, entry: Doubtful) -> bool:
        """Ask until the person has decided of an entry or passed it over; False where he or she leaves."""
        while (word := pressed()) != "quit":
            if word == "skip":
                tell("")
            if word == "skip" or (word in ACTS and self.decide(entry, word)):
                return True
            if word == "undo" and self.made:
                self.waiting.appendleft(entry)
                self.undo()
                return True
            if word == "correct":
                self.correct(entry)
            elif word == "undo":
                complain("nothing was decided in this review")
            elif word == "help":
                tell(*help_lines())
            elif word not in ACTS:
                complain(f"{word!r} is no key here; ? shows the keys")
        return False

    def decide(self, entry: Doubtful, act: str, **given: Any) -> bool:
        """Keep a decision; was it possible?"""
        from dateline.app.review.acts import decide

        causes = {"same-as": entry.others("double"), "split": entry.others("join")}
        others = causes.get(act, ())
        if len(others) > 1:
            tell(f"which one? 1 to {len(others)}")
            chosen = pressed()
            if not (chosen.isdecimal() and 1 <= int(chosen) <= len(others)):
                complain(f"{chosen!r} is none of them; nothing is decided")
                return False
            given["other"] = others[int(chosen) - 1]
        try:
            made = decide(self.ledger, entry, act, by=self.by, **given)  # type: ignore[arg-type]
        except (InputError, UnknownEntryError) as error:
            complain(str(error))
            return False
        self.made.append((entry, made))
        tell(f"kept: {act} {' '.join(each for each in (given.get('field'), given.get('value')) if each)}".rstrip(), "")
        return True

    def correct(self, entry: Doubtful) -> None:
        """Ask for a field and its value until both are known, or nothing is given; the entry stays."""
        from dateline.app.review.acts import field_named, fields_of

        tell(f"which field? {', '.join(fields_of(entry))}; nothing to leave it")
        while words := line():
            try:
                name = field_named(entry, words)
                break
            except InputError as error:
                complain(str(error))
        else:
            return
        tell(f"{name}: its value? none for no value, nothing to leave it")
        while words := line():
            if self.decide(entry, "correct", field=name, value=words):
                break
        tell(keys_for(entry))

    def undo(self) -> None:
        """Take the last decision back; what it is about comes again at once."""
        from dateline.app.review.acts import take_back

        entry, judged = self.made.pop()
        take_back(self.ledger, [each.judgement.id for each in judged], by=self.by)
        tell(f"undone: {', '.join(each.judgement.verb for each in judged)}", "")
        if all(each.id != entry.id for each in self.waiting):
            self.waiting.appendleft(entry)
