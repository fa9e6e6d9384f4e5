"""What the door gives out: the nouns of the model, which here know how they are written for programs and for people."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from dateline.model.agenda import AgendaRow as KeptRow
from dateline.model.document import Document, Text
from dateline.model.occasion import OccasionStatus
from dateline.model.position import Board, Issue
from dateline.model.position import Saying as KeptSaying
from dateline.model.problem import Refusal
from dateline.model.reading import Reading as PlainReading

if TYPE_CHECKING:
    from dateline.app.ask import Agenda
    from dateline.app.gather import Gathered
    from dateline.app.missing import Missing
    from dateline.app.positions import Positions as Laid

__all__ = ["AgendaRow", "Counts", "Positions", "Reading", "Saying"]

Json = dict[str, Any]


def values_of(noun: Any) -> dict[str, Any]:
    """The fields of a dataclass by name."""
    return {each.name: getattr(noun, each.name) for each in fields(noun)}


@dataclass(frozen=True, kw_only=True, repr=False)
class Reading(PlainReading):
    """All that one story says: `meetings`, `statements`, `events`, `relations`, `parties`, `places`, `times`, in text order.

    `refused` is true of a story that never became a document: then there are only `problems`.
    """

    refused: bool = False

    @classmethod
    def of(cls, outcome: PlainReading | Refusal) -> "Reading":
        """What the pipeline gives, for programmers."""
        if isinstance(outcome, Refusal):
            return cls(document=Document(name=outcome.name, text=Text("", "")), problems=outcome.problems, refused=True)
        return cls(**values_of(outcome))

    @property
    def id(self) -> str:
        """The name of the story: the `id` it was given with, the name of its file, or a hash of its words."""
        return self.document.name

    def to_dict(self, *, document: bool = False) -> Json:
        """The reading contract: the object of `dateline read --jsonl`, with the document that of `dateline read --json`."""
        from dateline.views.record import failure, record

        return failure(self.id, self.problems) if self.refused else record(self, with_document=document)

    def to_html(self) -> str:
        """The story with marks on what was read in it: a piece of HTML that stands alone, every word of it escaped."""
        from dateline.views.marks import marks_html

        return marks_html(self)

    def _repr_html_(self) -> str:
        return self.to_html()

    def __repr__(self) -> str:
        if self.is_unread:
            return f"<Reading {self.id!r}: {'; '.join(problem.what for problem in self.problems)}>"
        found = (f"{len(getattr(self, name))} {name}" for name in ("meetings", "statements", "events"))
        return f"<Reading {self.id!r}, {self.dating.value or 'no date'}: {', '.join(found)}>"


@dataclass(frozen=True, kw_only=True)
class AgendaRow(KeptRow):
    """A meeting of the ledger: what is believed of it (`occasion`), and the stories that tell of it (`sources`).

    `status` is that on the day of asking: a plan whose day has passed, and of which no story says that it was held, is
    `not-reported-held`.
    """

    status: OccasionStatus
    record: Json = field(repr=False, compare=False)

    def to_dict(self) -> Json:
        """The row of `dateline agenda --json`."""
        return dict(self.record)


def agenda_rows(found: "Agenda") -> Iterator[AgendaRow]:
    """The rows of an agenda."""
    from dateline.views.agenda import agenda_json, shown_status

    for row, record in zip(found.rows, agenda_json(found.rows, found.day)["rows"], strict=True):
        yield AgendaRow(**values_of(row), status=shown_status(row, found.day), record=record)


@dataclass(frozen=True, kw_only=True)
class Saying(KeptSaying):
    """A statement of the ledger with the documents that carry it."""

    def to_dict(self) -> Json:
        """The row of `dateline statements --json`."""
        from dateline.views.statements import saying_json

        return saying_json(self)


@dataclass(frozen=True)
class Positions:
    """Positions laid side by side: `issues`, the most important first, each with the stances of its sides, newest first.

    `sides` are the ids of the sides, `hidden` counts the statements on further issues, `statements` those laid out.
    """

    laid: "Laid" = field(repr=False)

    @property
    def board(self) -> Board:
        """The issues in rows and the sides in columns."""
        return self.laid.board

    @property
    def issues(self) -> tuple[Issue, ...]:
        """The matters on which sides speak."""
        return self.board.issues

    @property
    def sides(self) -> tuple[str, ...]:
        """The ids of the sides, those that say most first."""
        return self.board.sides

    @property
    def hidden(self) -> int:
        """How many statements are on issues beyond those asked for."""
        return self.board.hidden

    @property
    def statements(self) -> int:
        """How many statements answer the question."""
        return self.laid.statements

    def to_dict(self) -> Json:
        """The object of `dateline positions --json`."""
        from dateline.views.positions import positions_json

        laid = self.laid
        return positions_json(laid.board, laid.names, about=laid.about, party=laid.party, as_of=laid.as_of)


@dataclass(frozen=True, kw_only=True)
class Counts:
    """What came of adding: how many stories were given, `new`, `copies` of known ones, `known` already, `mended` that were
    known without their date; `troubles` are (story, what was wrong) of those that stay out; `meetings` the ids of those that
    are new or changed; how many came `undated` or `textless`."""

    stories: int
    new: int
    copies: int
    known: int
    mended: int
    reports: int
    statements: int
    problems: int
    meetings: tuple[str, ...]
    troubles: tuple[tuple[str, str], ...]
    undated: int
    textless: int

    @classmethod
    def of(cls, gathered: "Gathered", missing: "Missing") -> "Counts":
        """What was counted."""
        return cls(
            stories=gathered.given,
            new=gathered.new,
            copies=gathered.copies,
            known=gathered.known,
            mended=gathered.mended,
            reports=gathered.reports,
            statements=gathered.statements,
            problems=gathered.problems,
            meetings=tuple(sorted(gathered.meetings)),
            troubles=tuple(gathered.troubles),
            undated=missing.undated,
            textless=missing.textless,
        )

    def to_dict(self) -> Json:
        """The object of `dateline add --json`."""
        return {
            "ok": True,
            "stories": self.stories,
            "new": self.new,
            "copies": self.copies,
            "known": self.known,
            "mended": self.mended,
            "unread": len(self.troubles),
            "meetings": list(self.meetings),
            "reports": self.reports,
            "statements": self.statements,
            "problems": self.problems,
            "undated": self.undated,
            "textless": self.textless,
        }
