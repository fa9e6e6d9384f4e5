"""What all pages share: the ledger, the reader's zone, the day on which the desk is opened, and the reader of stories."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, tzinfo
from threading import Lock
from typing import Annotated

from fastapi import Depends, Request

from dateline.app.calendar import Ledger
from dateline.app.days import today
from dateline.app.door.reader import Reader
from dateline.app.opening import now
from dateline.app.pipeline import open_parser
from dateline.app.settings import Settings
from dateline.model.errors import BusyError

__all__ = ["DEMO_DAY", "Asked", "Desk"]

DEMO_DAY = date(2022, 1, 5)
"""The day on which the demonstration is opened: the one after its newest story."""

LONGEST_READING = 30.0
"""Seconds of processor time that a story given to the desk may take."""

PATIENCE = 5.0
"""Seconds that a story waits until another one is read; pages need those who would wait longer."""


@dataclass
class Desk:
    """One ledger at work. `fixed` is the day of a demonstration, whose stories are old; else every day is today."""

    ledger: Ledger
    settings: Settings
    fixed: date | None = None
    turn: Lock = field(default_factory=Lock)
    loaded: Reader | None = None

    @property
    def day(self) -> date:
        """The day on which pages are opened."""
        return self.fixed or today()

    @property
    def clock(self) -> Callable[[], datetime]:
        """What the desk takes for now when it asks what changed."""
        fixed = self.fixed
        return now if fixed is None else lambda: datetime.combine(fixed, time(12), UTC)

    @property
    def zone(self) -> tzinfo:
        """The zone in which hours are shown."""
        return self.settings.tzinfo

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One story is read at a time; who would wait too long is asked to come again."""
        if not self.turn.acquire(timeout=PATIENCE):
            raise BusyError("other stories are being read just now; send this one again in half a minute")
        try:
            yield
        finally:
            self.turn.release()

    def reader(self) -> Reader:
        """The reader, loaded when the first story is to be read; whoever asks is `reading`."""
        if self.loaded is None:
            seconds = min(self.settings.seconds, LONGEST_READING)
            self.loaded = Reader(open_parser(Settings(self.settings.database, self.settings.model, seconds=seconds)))
        return self.loaded


def desk_of(request: Request) -> Desk:
    """The desk that a request has come to."""
    desk: Desk = request.app.state.desk
    return desk


Asked = Annotated[Desk, Depends(desk_of)]
