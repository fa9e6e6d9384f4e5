"""People decide: judgements on meetings and reports, meetings that no story told of, and the log of both."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from dateline.app.added import from_json, put_added, take_back
from dateline.app.ask import party_known
from dateline.app.days import day
from dateline.app.keep import now, renew
from dateline.ledger import judge as log
from dateline.ledger import lookup
from dateline.ledger.database import Connection, Ledger
from dateline.matching.decided import attendees
from dateline.model.entry import MeetingKind, Status
from dateline.model.errors import InputError, UnknownEntryError
from dateline.model.judgement import FIELDS, Judgement, Verb
from dateline.model.when import When

__all__ = ["Judged", "add_meeting", "day_words", "decisions", "judge", "parties_meant", "undo"]

NONE = ("", "none", "-")
"""What a person writes for no value."""


@dataclass(frozen=True)
class Judged:
    """A judgement that was made or undone, and the meetings that this changed."""

    judgement: Judgement
    meetings: tuple[str, ...]


def judge(
    ledger: Ledger,
    words: str,
    verb: Verb,
    *,
    by: str,
    other: str | None = None,
    field: str | None = None,
    value: str | None = None,
    note: str = "",
    clock: Callable[[], datetime] = now,
) -> Judged:
    """Decide of a meeting or report (or of two), keep the decision, and put together anew what it touches."""
    with ledger.writing() as connection:
        at = clock()
        one = subject(connection, words)
        others = subject(connection, other) if other is not None else ()
        if other is not None:
            others = tuple(name for name in others if name not in one) if verb == "not-same" else others
            if not others or set(one) & set(others):
                raise InputError(f"{words} and {other} are one and the same already; give the id of a report to part them")
        judgement = Judgement(
            verb=verb, by=by, at=at, one=log.anchors_of(connection, one), other=log.anchors_of(connection, others),
            field=field, value=checked(connection, field, value), note=note,
        )  # fmt: skip
        log.put_judgement(connection, judgement)
        changed = renew(connection, (*one, *others), judgement.id, at)
    return Judged(judgement, changed)


def subject(connection: Connection, words: str) -> tuple[str, ...]:
    """The reports that a judgement on this id is about."""
    kind, name = lookup.locate(connection, words)
    if kind == "report":
        return (name,)
    if kind == "meeting":
        found = lookup.reports_of(connection, name)
        if found:
            return found
        raise InputError(f"meeting {name} has no reports any more; `dateline explain {name}` says why")
    raise InputError(f"{words} is a {kind}: judge a meeting, or a report of one")


def checked(connection: Connection, field: str | None, value: str | None) -> str | None:
    """The value as it is kept, in the ledger's own terms."""
    if field is None or value is None:
        return None
    if field not in FIELDS:
        raise InputError(f"{field!r} is no field; one of {', '.join(FIELDS)} can be corrected")
    value = value.strip()
    if value.lower() in NONE:
        if field in ("status", "kind"):
            raise InputError(f"a meeting always has a {field}")
        return ""
    if field in ("status", "kind"):
        return one_of(field, value, get_args(Status if field == "status" else MeetingKind))
    if field == "date":
        return day_words(value)
    if field == "parties":
        return "; ".join(parties_meant(connection, value.replace(",", ";").split(";")))
    if field == "people":
        return "; ".join(person_meant(connection, part) for part in value.replace(",", ";").split(";") if part.strip())
    return " ".join(value.split())


def one_of(field: str, value: str, known: Sequence[str]) -> str:
    """A value of a closed list."""
    if value.lower() not in known:
        raise InputError(f"{value!r} is no {field}; it is one of {', '.join(known)}")
    return value.lower()


def day_words(words: str) -> str:
    """A date as a person gives it, as the ledger writes it."""
    try:
        when = When.parsed(words)
    except ValueError:
        return day(words).isoformat()
    return when.starts.isoformat() if when.starts else when.edtf


def parties_meant(connection: Connection, words: Sequence[str]) -> list[str]:
    """The ids of parties given by id or name; what is not known is taken for a name."""
    given = [part.strip() for part in words if part.strip()]
    return [party_known(connection, part) or part for part in given]


def person_meant(connection: Connection, words: str) -> str:
    """`Name (party)`, the party by its id."""
    name, bracket, of = words.strip().partition("(")
    side = parties_meant(connection, [of.rstrip(") ")]) if bracket else []
    return f"{name.strip()} ({side[0]})" if side else name.strip()


def add_meeting(
    ledger: Ledger,
    *,
    parties: Sequence[str],
    people: Sequence[str] = (),
    fields: Mapping[str, str | None],
    by: str,
    note: str = "",
    clock: Callable[[], datetime] = now,
) -> Judged:
    """Keep a meeting that a person knows of; stories that tell of it later join it."""
    with ledger.writing() as connection:
        given = {name: checked(connection, name, value) for name, value in fields.items() if value}
        named = attendees(checked(connection, "people", ";".join(people)) or "")
        sides = parties_meant(connection, parties)
        added = from_json({**given, "parties": sides, "people": [(each.id, each.of) for each in named]})
        judgement, changed = put_added(connection, added, by, note, clock())
    return Judged(judgement, changed)


def undo(ledger: Ledger, words: str, *, by: str, clock: Callable[[], datetime] = now) -> Judged:
    """Take a decision back; it stays in the log."""
    with ledger.writing() as connection:
        at = clock()
        judgement = log.judgement_named(connection, words)
        if not judgement.stands:
            raise UnknownEntryError(f"decision {judgement.id} was undone already, by {judgement.undone_by}")
        changed = undone(connection, judgement, by, at)
    return Judged(judgement, changed)


def undone(connection: Connection, judgement: Judgement, by: str, at: datetime) -> tuple[str, ...]:
    """Note that a decision is taken back, and put together anew what it touched."""
    log.undo(connection, judgement.id, by, at)
    if judgement.verb == "meeting add":
        return take_back(connection, judgement, at)
    return renew(connection, log.reports_now(connection, judgement), judgement.id, at)


def decisions(ledger: Ledger) -> list[Judgement]:
    """The log, oldest first."""
    with ledger.reading() as connection:
        return log.judgements(connection)
