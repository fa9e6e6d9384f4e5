"""A brief of the ledger: what changed in some days, what lies ahead, which positions moved, what sources disagree on."""

from dataclasses import dataclass
from datetime import date

from dateline.model.agenda import AgendaRow
from dateline.model.change import Changed
from dateline.model.party import Party
from dateline.model.position import Pair, Stance

__all__ = ["Brief", "Differing", "Dispute"]


@dataclass(frozen=True)
class Differing:
    """A value that stories give, and the ids of the reports that do."""

    value: str
    reports: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Dispute:
    """A field of a meeting on which stories differ: the value that is believed first."""

    field: str
    values: tuple[Differing, ...]


@dataclass(frozen=True, kw_only=True)
class Brief:
    """What a brief is made of; `first` to `last` are its days, `ahead` reaches to `horizon`."""

    first: date
    last: date
    horizon: date
    changed: tuple[Changed, ...] = ()
    ahead: tuple[AgendaRow, ...] = ()
    moved: tuple[Stance, ...] = ()
    answered: tuple[Pair, ...] = ()
    disputes: tuple[tuple[AgendaRow, Dispute], ...] = ()
    names: dict[str, Party]
    watch: str | None = None
