"""What people hold of outlets, and what the ledger believes since."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from dateline.app.keep import now, renew
from dateline.ledger import outlets
from dateline.ledger.database import Ledger
from dateline.ledger.outlets import Outlet
from dateline.model.errors import InputError
from dateline.model.occasion import Reliability

__all__ = ["Outlet", "Rated", "known", "rate"]


@dataclass(frozen=True)
class Rated:
    """An outlet with its letter, how many reports of meetings come from it, and the meetings that this changed."""

    outlet: Outlet
    reports: int
    meetings: tuple[str, ...]


def rate(ledger: Ledger, name: str, letter: str, *, by: str, note: str = "", clock: Callable[[], datetime] = now) -> Rated:
    """Set how far an outlet can be relied on, and weigh anew what it told."""
    found: Reliability | None = next((each for each in get_args(Reliability) if each == letter.strip().upper()), None)
    if found is None:
        raise InputError(
            f"reliability is a letter from A (completely) to E (not at all), or F (cannot be judged), not {letter!r}"
        )
    if not name.strip():
        raise InputError("name the outlet")
    with ledger.writing() as connection:
        at = clock()
        outlet = Outlet(name=" ".join(name.split()), reliability=found, by=by, at=at, note=note)
        outlets.put_outlet(connection, outlet)
        reports = outlets.reports_from(connection, name)
        changed = renew(connection, reports, f"outlet {found}", at)
    return Rated(outlet, len(reports), changed)


def known(ledger: Ledger) -> list[Outlet]:
    """Every outlet that has a letter."""
    with ledger.reading() as connection:
        return outlets.outlets_known(connection)
