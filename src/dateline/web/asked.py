"""What pages can be asked for, as a reader types it into an address."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Annotated, Any, ClassVar, Protocol, get_args

from fastapi import Depends, Query

from dateline.app.ask import Agenda, agenda
from dateline.app.days import moment, period, span
from dateline.model.errors import InputError
from dateline.model.occasion import OccasionStatus
from dateline.model.reading import LIKELY
from dateline.web.desk import Desk

__all__ = ["STATUSES", "Chosen", "Wanted", "day_typed", "days_typed", "filled", "form_of", "found_in", "moment_typed", "typed"]

NAMED: Mapping[str, str] = {"first": "from", "last": "to", "following": "next"}
"""What an address calls a field, where that cannot be its name here."""

STATUSES: tuple[OccasionStatus, ...] = get_args(OccasionStatus)


class Parameters(Protocol):
    """What a page may be asked for: a dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


def filled(words: str | None) -> str | None:
    """What was typed, None for nothing."""
    return (words or "").strip() or None


def day_typed(desk: Desk, words: str | None) -> date:
    """A day as it was typed, or that of the desk."""
    return span(words, at=desk.day)[0] if words else desk.day


def days_typed(desk: Desk, first: str | None, last: str | None, *, ahead: bool = False) -> tuple[date | None, date | None]:
    """The first and the last day as they were typed, reckoned from the day of the desk."""
    return period(filled(first), filled(last), ahead=ahead, at=desk.day)


def moment_typed(desk: Desk, words: str | None) -> datetime | None:
    """A moment as it was typed, None for nothing."""
    given = filled(words)
    return moment(given, at=desk.day) if given else None


def form_of(chosen: Parameters) -> dict[str, str]:
    """What a form shows: all that can be asked for, by the names in the address, with what was typed or nothing."""
    values = {NAMED.get(each.name, each.name): getattr(chosen, each.name) for each in fields(chosen)}
    return {name: filled(None if given is None else str(given)) or "" for name, given in values.items()}


def typed(chosen: Parameters) -> dict[str, str]:
    """What was asked for, by the names in the address."""
    return {name: words for name, words in form_of(chosen).items() if words}


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
        as_of=moment_typed(desk, chosen.as_of),
        day=desk.day,
    )
