"""What the readers of a story have found so far: each takes it and gives it back with its own part filled."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property

from dateline.model.entry import Meeting, Statement
from dateline.model.event import Event
from dateline.model.evidence import Span
from dateline.model.place import Place
from dateline.model.problem import Problem
from dateline.model.quoted import Answer, ReadBy
from dateline.model.relation import Relation
from dateline.model.when import Dating, TimeExpression
from dateline.reading.desk.cast import Cast
from dateline.reading.desk.sense import Found
from dateline.reading.desk.signals import Signals
from dateline.reading.desk.spread import Spread

__all__ = ["Findings"]


def clock_day() -> date:
    """The day that the clock of this machine shows."""
    return datetime.now(UTC).astimezone().date()


@dataclass(frozen=True, kw_only=True, eq=False)
class Findings:
    """What has been found so far. A reader takes story and findings and gives findings with its own part filled.

    `timex` holds the senses of `times`, before they were reckoned from a day.
    `day` is the day the readers reckon from: as given, or inferred by `dating`; None when unknown.
    `today` is the day that the clock shows: a story that gives no day of its own is no later, all else never asks for it.
    `signals` is what the trained reader says of the words; None where the rules read alone. `answers` are those of a language
    model about the story, `by` who reads it.
    """

    today: date = field(default_factory=clock_day)
    cast: Cast | None = None
    dating: Dating = Dating(None, given=False)
    signals: Signals | None = None
    answers: tuple[Answer, ...] = ()
    by: ReadBy = "rules"
    places: tuple[Place, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    timex: tuple[Found, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    problems: tuple[Problem, ...] = field(default=())

    @cached_property
    def places_on(self) -> Spread[tuple[Place, Span]]:
        """The places on the words of the text that name them."""
        named = ((place, span) for place in self.places for span in place.mentions)
        return Spread((span.field, span.start, span.end, (place, span)) for place, span in named)

    @cached_property
    def times_on(self) -> Spread[TimeExpression]:
        """The times on the words of the text that name them."""
        return Spread((time.span.field, time.span.start, time.span.end, time) for time in self.times)

    @cached_property
    def said_on(self) -> Spread[tuple[Span, Statement]]:
        """The statements on the words that they say."""
        said = ((span, statement) for statement in self.statements for span in statement.content)
        return Spread((span.field, span.start, span.end, (span, statement)) for span, statement in said)

    @property
    def day(self) -> date | None:
        """The day the readers reckon from."""
        return self.dating.value
