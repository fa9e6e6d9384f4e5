"""How views put things into words: days, names, acts of speech."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from dateline.model.entry import StatementKind
from dateline.model.party import Party
from dateline.model.when import When
from dateline.views.outward import one_line

__all__ = ["SHORT_ID", "act", "days", "days_heading", "full_day", "joined", "name_of", "short_day", "span_of_days", "until"]

NO_DATE = "No date given"
SHORT_ID = 8
"""Letters of an id that a line shows: enough to type."""

ACRONYM = re.compile(r"[A-Z0-9&-]{2,8}")

ACTS: dict[StatementKind, tuple[str, str]] = {
    "assert": ("says", "says of {}"),
    "announce": ("announces", "announces, on {}"),
    "confirm": ("confirms", "confirms, on {}"),
    "deny": ("denies", "denies to {}"),
    "accuse": ("accuses", "accuses {}"),
    "condemn": ("condemns", "condemns {}"),
    "praise": ("praises", "praises {}"),
    "demand": ("demands", "demands of {}"),
    "propose": ("proposes", "proposes to {}"),
    "promise": ("promises", "promises {}"),
    "threaten": ("threatens", "threatens {}"),
    "warn": ("warns", "warns of {}"),
    "condition": ("sets a condition", "sets {} a condition"),
    "agree": ("agrees", "agrees with {}"),
    "reject": ("rejects", "rejects, to {}"),
}
"""Kind of statement -> how a line says it, without and with a target."""


def joined(names: Sequence[str]) -> str:
    """A list as a sentence has it.

    >>> joined(["Russia", "NATO", "Ukraine"])
    'Russia, NATO and Ukraine'
    """
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def act(kind: StatementKind, targets: Sequence[str]) -> str:
    """What a speaker does: "accuses Ukraine"."""
    alone, towards = ACTS[kind]
    return towards.format(joined(targets)) if targets else alone


def name_of(party: str, parties: Mapping[str, Party]) -> str:
    """The name of a party by its id, of a body its acronym; a part that the reading does not name goes by its parent's.

    >>> name_of("RUS:Foreign Ministry", {"RUS": Party("RUS", "Russia", "state")})
    'Russia, Foreign Ministry'
    """
    if party in parties:
        known = parties[party]
        if known.kind == "unnamed" and known.of in parties:
            return f"{name_of(str(known.of), parties)} {party.partition(':')[2] or 'source'}"
        return known.id if known.kind == "organisation" and ACRONYM.fullmatch(known.id) else one_line(known.name)
    parent, colon, part = one_line(party).partition(":")
    if not colon:
        return parent
    return f"{name_of(parent, parties)} {part}" if part[:1].islower() else f"{name_of(parent, parties)}, {part}"


def full_day(day: date) -> str:
    """ "Tuesday 4 January 2022"."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def short_day(day: date) -> str:
    """ "4 January"."""
    return f"{day.day} {day:%B}"


def days(when: When | None) -> str:
    """The heading under which an occasion stands: its first day where it fills several, else the days it lies in."""
    if when is None or (when.earliest is None and when.latest is None):
        return NO_DATE
    if when.earliest is None or when.bearing == "until":
        return f"Until {full_day(when.latest or date.max)}"
    if when.latest is None or when.bearing == "since":
        return f"Since {full_day(when.earliest)}"
    if when.is_day or when.bearing == "extent":
        return full_day(when.earliest)
    return f"Some time in {span_of_days(when.earliest, when.latest, when.edtf)}"


def span_of_days(first: date, last: date, edtf: str) -> str:
    """ "January 2022", "2022", "5–31 January 2022"."""
    if len(edtf) == 4:
        return edtf
    if len(edtf) == 7:
        return f"{first:%B} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {first:%B} {first.year}"
    if first.year == last.year:
        return f"{short_day(first)} – {short_day(last)} {first.year}"
    return f"{short_day(first)} {first.year} – {short_day(last)} {last.year}"


def days_heading(first: date | None, last: date | None) -> str:
    """The days that a page is of; an end may be open, and the first day that there is means one.

    >>> days_heading(date.min, None), days_heading(date(2022, 1, 4), None)
    ('all days', 'from Tuesday 4 January 2022 on')
    """
    since = None if first == date.min else first
    if since is None:
        return f"until {full_day(last)}" if last else "all days"
    return f"{full_day(since)} to {full_day(last)}" if last else f"from {full_day(since)} on"


def until(when: When | None) -> str:
    """The last day of what fills several: "to 5 January"."""
    if when and when.bearing == "extent" and when.latest and not when.is_day:
        return f"to {short_day(when.latest)}"
    return ""
