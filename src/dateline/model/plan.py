"""Deciding which reports are of one occasion: what is to be known for it, and what is to be written in the end.

Under its `Keys` a new report finds the reports that are `Near`. Comparing them gives `Links` between blocks of reports; what
the ledger has `Known` of these blocks is put into `Pile`s, a pile an occasion; and the piles that are to be laid anew, laid
over each other report by report, make the `Plan`. None of it says where it is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from dateline.model.judgement import Judgement, Ruling
from dateline.model.occasion import Facts, Match, Occasion
from dateline.model.text import digest

__all__ = ["LONGEST", "Block", "Founded", "Keys", "Known", "Links", "Near", "Pile", "Plan", "Put", "meeting_id"]

LONGEST = 400
"""No reach is longer than so many days; an interval that is says too little to be compared by."""


@dataclass(frozen=True)
class Keys:
    """Where a report is to be found: under which anchors, and in which intervals of days."""

    anchors: tuple[str, ...] = ()
    reaches: tuple[tuple[date, date], ...] = ()

    def meet(self, other: "Keys") -> bool:
        """Do the two share an anchor and a day?"""
        return bool(set(self.anchors) & set(other.anchors)) and any(
            first <= end and begin <= last for first, last in self.reaches for begin, end in other.reaches
        )


@dataclass(frozen=True, kw_only=True)
class Near:
    """New reports, the reports of the ledger found under the keys of each, the blocks of all, and which of them people have
    tied together."""

    arrived: tuple[Facts, ...] = ()
    fellows: Mapping[str, tuple[Facts, ...]] = field(default_factory=dict)
    blocks: Mapping[str, str] = field(default_factory=dict)
    ties: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Links:
    """What comparing gives: new matches, and the blocks that are touched, each as the names of those that it is made of, the
    one whose name it keeps first. `keys` are those of the new reports, `apart` the comparisons that only a veto ends."""

    keys: Mapping[str, Keys] = field(default_factory=dict)
    matches: tuple[Match, ...] = ()
    apart: tuple[Match, ...] = ()
    blocks: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Founded:
    """A meeting that the ledger has, with the report that it is known by and the reports that belong to it now."""

    id: str
    founder: str
    first_seen: datetime
    reports: frozenset[str]
    live: bool = True


@dataclass(frozen=True, kw_only=True)
class Block:
    """Reports that comparisons link, directly or through others, with these comparisons and what people decided of them."""

    facts: tuple[Facts, ...]
    matches: tuple[Match, ...] = ()
    rulings: tuple[Ruling, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Known:
    """Blocks, and all meetings that have or had a report of them, oldest first."""

    blocks: tuple[Block, ...] = ()
    founded: tuple[Founded, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Pile:
    """Reports of one occasion that are to be laid over each other anew, ids sorted.

    `known` are the meetings that go on in it, the one that gives its name first, `matches` the comparisons of its block; a
    meeting that is `rejected` is kept out of sight.
    """

    reports: tuple[str, ...]
    founder: str
    known: tuple[Founded, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    matches: tuple[Match, ...] = ()
    rejected: bool = False

    @property
    def name(self) -> str:
        """The meeting that it makes: the one that goes on in it, or a new one."""
        return self.known[0].id if self.known else meeting_id(self.founder)


@dataclass(frozen=True, kw_only=True)
class Put:
    """A meeting as it is to be believed from now on; `links` holds the comparison that ties each report best to another one,
    `absorbs` are living meetings that turned out to be this one."""

    id: str
    founder: str
    occasion: Occasion
    links: Mapping[str, Match] = field(default_factory=dict)
    rejected: bool = False
    absorbs: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Plan:
    """All that is to be written: keys and matches of new reports, blocks to be made one, meetings whose reports are taken
    away before they are put together anew, meetings to be put, and meetings that no report is left of."""

    keys: Mapping[str, Keys] = field(default_factory=dict)
    matches: tuple[Match, ...] = ()
    joins: tuple[tuple[str, ...], ...] = ()
    detached: tuple[str, ...] = ()
    meetings: tuple[Put, ...] = ()
    withdrawn: tuple[str, ...] = ()


def meeting_id(founder: str) -> str:
    """The name of the meeting founded on a report."""
    return digest("meeting in the ledger", founder)
