"""What pages can be asked for, as a reader types it into an address."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, get_args

from fastapi import Depends, Query

from dateline.app.ask import Agenda, agenda
from dateline.app.days import moment, period, span
from dateline.model.errors import InputError
from dateline.model.occasion import OccasionStatus
from dateline.model.reading import LIKELY
from dateline.web.desk import Desk

__all__ = ["FILTERS", "STATUSES", "Chosen", "Wanted", "day_typed", "filled", "found_in"]

FILTERS = ("party", "forum", "place", "status", "watch", "confidence", "as_of")
"""What an agenda can be asked for besides days."""

STATUSES: tuple[OccasionStatus, ...] = get_args(OccasionStatus)


def filled(words: str | None) -> str | None:
    """What was typed, None for nothing."""
    return (words or "").strip() or None


def day_typed(desk: Desk, words: str | None) -> date:
    """A day as it was typed, or that of the desk."""
    return span(words, at=desk.day)[0] if words else desk.day


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """The filters of an agenda as they were typed; each may be missing."""

    first: Annotated[str | None, Query(alias="from", max_length=60, description="From this day on: 2022-01-04, today.")] = None
    last: Annotated[str | None, Query(alias="to", max_length=60, description="Up to and with this day.")] = None
    party: Annotated[str | None, Query(max_length=200, description="With this party: an id (RUS) or a name.")] = None
    forum: Annotated[str | None, Query(max_length=200, description="Part of the name of a forum.")] = None
    place: Annotated[str | None, Query(max_length=200, description="A city, a venue or a country.")] = None
    status: Annotated[str | None, Query(max_length=30, description="A status, as it is shown.")] = None
    watch: Annotated[str | None, Query(max_length=200, description="Only what this watch is for.")] = None
    confidence: Annotated[str | None, Query(max_length=6, description="At least so sure, from 0 to 1; 0.5 if not said.")] = None
    as_of: Annotated[str | None, Query(max_length=60, description="As it was known on this day or at this moment.")] = None

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day asked for."""
        return period(filled(self.first), filled(self.last), ahead=True)

    @property
    def moment(self) -> datetime | None:
        """As of when."""
        given = filled(self.as_of)
        return moment(given) if given else None

    @property
    def least(self) -> float:
        """The least confidence."""
        given = filled(self.confidence)
        try:
            least = float(given) if given else LIKELY
        except ValueError:
            least = -1.0
        if not 0 <= least <= 1:
            raise InputError(f"no confidence: {given!r}; write a share from 0 to 1, such as 0.5")
        return least

    @property
    def state(self) -> str | None:
        """The status asked for."""
        given = filled(self.status)
        if given is not None and given not in STATUSES:
            raise InputError(f"no status is called {given!r}; there are {', '.join(STATUSES)}")
        return given

    @property
    def typed(self) -> dict[str, str]:
        """What was asked for besides days, by the names in the address."""
        return {name: words for name in FILTERS if (words := filled(getattr(self, name)))}


Wanted = Annotated[Chosen, Depends()]


def found_in(desk: Desk, chosen: Chosen, first: date | None, last: date | None) -> Agenda:
    """The agenda of these days by the filters."""
    return agenda(
        desk.ledger,
        first=first,
        last=last,
        party=filled(chosen.party),
        watch=filled(chosen.watch),
        forum=filled(chosen.forum),
        place=filled(chosen.place),
        status=chosen.state,
        confidence=chosen.least,
        as_of=chosen.moment,
        day=desk.day,
    )
