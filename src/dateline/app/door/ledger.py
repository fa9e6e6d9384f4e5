"""The ledger from Python: stories in, and the same questions as on the command line, answered as typed rows."""

from datetime import date, datetime
from os import PathLike
from types import TracebackType
from typing import Self

from dateline.app import ask
from dateline.app import positions as asking
from dateline.app.door.given import Stories, day_of, moment_of, stories_of
from dateline.app.door.reader import Reader, load
from dateline.app.door.rows import AgendaRow, Counts, Positions, Saying, agenda_rows, values_of
from dateline.app.gather import Gathered, gather
from dateline.app.missing import Missing
from dateline.app.opening import open_ledger
from dateline.app.settings import read_settings
from dateline.ledger.database import Ledger as Kept
from dateline.model.errors import InputError
from dateline.views.explain import Branch, explanation

__all__ = ["Ledger", "open"]

When = date | datetime | str


def open(  # noqa: A001
    address: str | PathLike[str] | None = None, *, create: bool = True, reader: Reader | None = None
) -> "Ledger":
    """The ledger in a file ("ledger.db"), or at an address as SQLAlchemy writes it ("postgresql+psycopg://host/name").

    Without an address it is that of `DATELINE_DATABASE`, or the file in the user's data directory. A ledger that is not
    there is made; with `create=False` it is a `LedgerError`, as is a database that is no ledger. `reader` is one that is
    loaded already; else one is loaded when the first story is to be read.
    """
    return Ledger(open_ledger(read_settings(database=address_of(address)).database, create=create), reader)


def address_of(given: str | PathLike[str] | None) -> str | None:
    """The address of a database that is given by it or by its path."""
    if given is None or (isinstance(given, str) and "://" in given):
        return given
    if not isinstance(given, str | PathLike) or not str(given).strip():
        raise InputError(f"a ledger is given by a path or an address, not by {type(given).__name__}: {given!r:.40}")
    if "?" in str(given):
        raise InputError(f"the path of a ledger must be without a question mark: {given}")
    return f"sqlite:///{given}"


class Ledger:
    """An open ledger; a context manager that closes it. Times of asking: `as_of` gives what was known at that moment."""

    def __init__(self, kept: Kept, reader: Reader | None = None) -> None:
        self.kept = kept
        self.reader = reader

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Ledger {self.kept.name}>"

    def close(self) -> None:
        """Let go of the database."""
        self.kept.close()

    def add(self, stories: Stories, *, again: bool = False) -> Counts:
        """Read stories and keep what they say, each whole or not at all; those that the ledger has change nothing.

        Stories are given as to `Reader.read_many`. `again` lets in what `dateline forget` took out. Stories that could not
        be read are named in `Counts.troubles`.
        """
        gathered, missing = Gathered(), Missing()
        for _ in gather(self.kept, missing.count(stories_of(stories)), lambda: self.ready().parser, gathered, again=again):
            pass
        return Counts.of(gathered, missing)

    def ready(self) -> Reader:
        """The reader, loaded when it is first needed."""
        if self.reader is None:
            self.reader = load()
        return self.reader

    def agenda(
        self,
        start: When | None = None,
        end: When | None = None,
        *,
        party: str | None = None,
        watch: str | None = None,
        as_of: When | None = None,
        doubtful: bool = False,
    ) -> list[AgendaRow]:
        """The meetings from the day `start` to the day `end`, both included, by date.

        `party` is an id (`RUS`, `NATO`) or a name, `watch` the name of a watch; unknown ones are an `InputError`.
        `doubtful` gives unlikely meetings too (confidence below 0.5).
        """
        found = ask.agenda(
            self.kept,
            first=day_of(start),
            last=day_of(end),
            party=party,
            watch=watch,
            as_of=moment_of(as_of),
            doubtful=doubtful,
        )
        return list(agenda_rows(found))

    def statements(
        self,
        words: str | None = None,
        *,
        speaker: str | None = None,
        of: str | None = None,
        target: str | None = None,
        kind: str | None = None,
        start: When | None = None,
        end: When | None = None,
        as_of: When | None = None,
        limit: int | None = None,
        doubtful: bool = False,
    ) -> list[Saying]:
        """The statements that meet all conditions, the newest first.

        `words` are looked for in a full-text index, whatever their endings (`"…"` keeps a phrase). `speaker` is a person or
        party, `of` the side spoken for, `target` the party aimed at, `kind` one of the contract's kinds. `doubtful` gives
        doubtful ones too (confidence below 0.3).
        """
        found = asking.statements(
            self.kept,
            speaker=speaker,
            of=of,
            kind=kind,
            target=target,
            about=words,
            first=day_of(start),
            last=day_of(end),
            as_of=moment_of(as_of),
            limit=limit,
            doubtful=doubtful,
        )
        return [Saying(**values_of(row)) for row in found.rows]

    def positions(
        self,
        words: str | None = None,
        *,
        party: str | None = None,
        as_of: When | None = None,
        rows: int = 12,
        doubtful: bool = False,
    ) -> Positions:
        """What the sides say, issue by issue: on some words, or of a party and others towards it. One of both is needed.

        `rows` is the greatest number of issues. `doubtful` gives doubtful statements too (confidence below 0.4).
        """
        if words is None and party is None:
            raise InputError("say what the positions are about (words) or whose they are (party)")
        laid = asking.positions(
            self.kept, about=words, party=party, as_of=moment_of(as_of), rows=rows, doubtful=doubtful
        )  # fmt: skip
        return Positions(laid)

    def explain(self, id: str) -> Branch:
        """Why the ledger says what it says: the derivation of a meeting, report, statement, event or document as a tree.

        `id` is an id or its beginning (four characters at least); an unknown one is an `UnknownEntryError`. `print` shows
        the tree.
        """
        return explanation(ask.explained(self.kept, id))
