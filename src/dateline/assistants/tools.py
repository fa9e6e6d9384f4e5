"""The tools: each asks the ledger, or reads a text, and answers with the object of its command's `--json`."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import wraps
from json import loads
from threading import Lock
from typing import Annotated, Any, ParamSpec

from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import CallToolResult, TextContent
from pydantic import Field

from dateline.app import ask
from dateline.app import changes as changing
from dateline.app import positions as asking
from dateline.app.calendar import Ledger
from dateline.app.days import moment, period
from dateline.app.door.reader import Reader
from dateline.app.given import read_story, story_given
from dateline.app.pipeline import open_parser
from dateline.app.settings import Settings
from dateline.assistants.bounds import bounded, paging
from dateline.model.entry import StatementKind
from dateline.model.errors import DatelineError, InputError
from dateline.model.occasion import OccasionStatus
from dateline.views.agenda import agenda_json
from dateline.views.changes import changes_json
from dateline.views.explain import branch_json, explanation
from dateline.views.outward import as_json
from dateline.views.positions import positions_json
from dateline.views.statements import statements_json

__all__ = ["LONGEST_TEXT", "Tools"]

P = ParamSpec("P")

LONGEST_TEXT = 50_000
"""Characters of a text that is read."""

LONGEST_READING = 30.0
"""Seconds of processor time that a text may take."""

MOST_ISSUES = 200
"""Issues that positions are laid out in; of further ones the statements are counted (`hidden`)."""

Party = Annotated[str | None, Field(max_length=200, description="A party: an id (RUS, NATO) or a name (Russia).")]
First = Annotated[str | None, Field(max_length=60, description='From this day on: 2022-01-04, today, "next week".')]
Last = Annotated[str | None, Field(max_length=60, description="Up to and with this day.")]
AsOf = Annotated[str | None, Field(max_length=60, description="As it was known on this day or at this moment, not now.")]
Watch = Annotated[str | None, Field(max_length=200, description="Only what this watch of the ledger is for.")]
About = Annotated[
    str | None,
    Field(max_length=400, description="With all of these words, whatever their endings; quotation marks keep a phrase."),
]
Limit = Annotated[int, Field(ge=1, le=100, description="At most so many rows in this answer.")]
Token = Annotated[str | None, Field(max_length=200, description="`next` of the answer before, for the rows after it.")]
Doubtful = Annotated[bool, Field(description="Doubtful rows too, those of low confidence.")]


def told(tool: Callable[P, dict[str, Any]]) -> Callable[P, CallToolResult]:
    """The tool with its answer as the protocol has answers, and with what a person can mend as the protocol has errors."""

    @wraps(tool)
    def answered(*given: P.args, **named: P.kwargs) -> CallToolResult:
        try:
            value = bounded(tool(*given, **named))
        except DatelineError as error:
            raise ToolError(str(error)) from error
        words = as_json(value)
        return CallToolResult(
            content=[TextContent(type="text", text=words)], structured_content=loads(words), is_error=not value["ok"]
        )

    return answered


@dataclass
class Tools:
    """What an assistant can ask of one ledger. Texts are read one at a time."""

    ledger: Ledger
    settings: Settings
    turn: Lock = field(default_factory=Lock)
    loaded: Reader | None = None

    @told
    def agenda(
        self, from_day: First = None, to_day: Last = None, party: Party = None,
        forum: Annotated[str | None, Field(max_length=200, description="Part of the name of a forum.")] = None,
        place: Annotated[str | None, Field(max_length=200, description="A city, a venue or a country.")] = None,
        status: OccasionStatus | None = None, watch: Watch = None, as_of: AsOf = None, doubtful: Doubtful = False,
        limit: Limit = 20, next: Token = None,
    ) -> dict[str, Any]:  # fmt: skip
        """Meetings of the ledger by day: who meets where and when, proposed, scheduled, held, cancelled or refused.

        Each row has the words of its sources with outlet, day and address, what other stories say (`also_reported`), and an
        `id` that `explain` takes.
        """
        first, last = period(from_day, to_day, ahead=True)
        found = ask.agenda(
            self.ledger, first=first, last=last, party=party, watch=watch, forum=forum, place=place, status=status,
            as_of=moment(as_of) if as_of else None, doubtful=doubtful,
        )  # fmt: skip
        value = agenda_json(found.rows, found.day)
        return paging(value["rows"], next, limit, lambda rows: value | {"rows": list(rows), "total": len(found.rows)})

    @told
    def changes(
        self, since: Annotated[str, Field(max_length=60, description="This day or moment: 2022-01-04, yesterday.")],
        watch: Watch = None, doubtful: Doubtful = False, limit: Limit = 20, next: Token = None,
    ) -> dict[str, Any]:  # fmt: skip
        """What is new, moved, confirmed, cancelled or contradicted since a moment: the meetings, each with its `changes`, the
        words that brought them and their address, and what people decided.

        A day means its end. Days before the ledger was kept are those of the stories.
        """
        found = changing.changes(self.ledger, moment(since), watch=watch, doubtful=doubtful)
        value = changes_json(found)
        return paging(value["rows"], next, limit, lambda rows: value | {"rows": list(rows), "total": len(found.rows)})

    @told
    def statements(
        self, speaker: Annotated[str | None, Field(max_length=200, description="Said by this person or party.")] = None,
        of: Annotated[str | None, Field(max_length=200, description="Said for this state or body by anybody.")] = None,
        kind: StatementKind | None = None,
        target: Annotated[str | None, Field(max_length=200, description="Aimed at this party.")] = None,
        about: About = None, from_day: First = None, to_day: Last = None, as_of: AsOf = None, doubtful: Doubtful = False,
        limit: Limit = 20, next: Token = None,
    ) -> dict[str, Any]:  # fmt: skip
        """Who demands, denies, accuses, promises or threatens what, to whom, the newest first. All conditions must hold.

        Each row has the words said (`quote`), the stories that carry them with day and address, and an `id` that `explain`
        takes. `names` has the names of the parties by their ids.
        """
        first, last = period(from_day, to_day)
        found = asking.statements(
            self.ledger, speaker=speaker, of=of, kind=kind, target=target, about=about, first=first, last=last,
            as_of=moment(as_of) if as_of else None, doubtful=doubtful,
        )  # fmt: skip

        def laid(rows: Any) -> dict[str, Any]:
            named = asking.parties_in(tuple(rows))
            names = {party: each for party, each in found.names.items() if party in named}
            value = statements_json(rows, names, found.total)
            return {"ok": True, "rows": value["rows"], "names": value["names"], "total": found.total}

        return paging(found.rows, next, limit, laid)

    @told
    def positions(
        self, about: About = None, party: Party = None, as_of: AsOf = None, doubtful: Doubtful = False,
        limit: Limit = 12, next: Token = None,
    ) -> dict[str, Any]:  # fmt: skip
        """What the sides say, issue by issue, beside each other: the newest stance of each first, with what it was before
        where it changed, and claims beside their denials. One of `about` and `party` is needed.

        A row is an issue; each statement in it has its words, its stories with day and address, and an `id`.
        """
        if not (about or party):
            raise InputError("say what the positions are about (`about`) or whose they are (`party`)")
        at = moment(as_of) if as_of else None
        found = asking.positions(
            self.ledger, about=about or None, party=party or None, as_of=at, rows=MOST_ISSUES, doubtful=doubtful
        )

        def laid(issues: Any) -> dict[str, Any]:
            board = replace(found.board, issues=tuple(issues))
            return positions_json(board, found.names, about=found.about, party=found.party, as_of=found.as_of)

        return paging(found.board.issues, next, limit, laid)

    @told
    def explain(
        self,
        id: Annotated[str, Field(min_length=1, max_length=2_000, description="An id, its beginning, or a story's address.")],
    ) -> dict[str, Any]:
        """Why the ledger says so: the derivation of a meeting, report, statement, event, relation or story as a tree, each
        value with the words it rests on, where they stand, and the rule that read them."""
        return {"ok": True, **branch_json(explanation(ask.explained(self.ledger, id)))}

    @told
    def read(
        self, text: Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT, description="The story's words, in English.")],
        title: Annotated[str | None, Field(max_length=1_000, description="Its title.")] = None,
        published: Annotated[str | None, Field(max_length=60, description="Its day (2022-01-04); else inferred.")] = None,
        source: Annotated[str | None, Field(max_length=200, description="Its outlet.")] = None,
        doubtful: Doubtful = False,
    ) -> dict[str, Any]:  # fmt: skip
        """Read a story and keep nothing of it: when it was published, its meetings, statements, events, relations and
        parties, each value with its words and where they stand in the text."""
        story = story_given({"text": text, "title": title, "published": published, "source": source})
        with self.turn:
            reading = read_story(story, self.reader(), doubtful=doubtful)
        return {"ok": not reading.is_unread, **reading.to_dict()}

    def reader(self) -> Reader:
        """The reader, loaded when the first text is to be read."""
        if self.loaded is None:
            self.loaded = Reader(open_parser(replace(self.settings, seconds=min(self.settings.seconds, LONGEST_READING))))
        return self.loaded
