"""People decide: judgements on entries of every kind, meetings that no story told of, and the log of all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from dateline.app.added import from_json, put_added, take_back
from dateline.app.judged import event_values, tie_values
from dateline.app.keep import now, renew
from dateline.app.parties import known_place, party_known, party_meant
from dateline.app.values import checked, field_meant, people_meant
from dateline.ledger import events, lookup, relations
from dateline.ledger import judge as log
from dateline.ledger.database import Connection, Ledger
from dateline.matching.decided import attendees
from dateline.model.errors import InputError, UnknownEntryError
from dateline.model.judgement import AnchorKind, Judgement, Verb

__all__ = ["Judged", "add_meeting", "decisions", "decisions_told", "judge", "undo", "undo_last", "undone", "undone_named"]


@dataclass(frozen=True)
class Judged:
    """A judgement that was made or undone, and the meetings that this changed; `entry` is what else it is about.

    `joined` is the meeting of which stories told already, and of which an added one became part.
    """

    judgement: Judgement
    meetings: tuple[str, ...]
    entry: str | None = None
    joined: str | None = None


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
    """Decide of an entry (or of two meetings), keep the decision, and put together anew what it touches."""
    with ledger.writing() as connection:
        at = clock()
        kind, one = subject(connection, words)
        if kind != "report":
            return judge_entry(connection, kind, one[0], verb, by=by, at=at, field=field, value=value, note=note)
        others = other_subject(connection, words, one, verb, other) if other is not None else ()
        field = field_meant("report", field) if field is not None else None
        judgement = Judgement(
            verb=verb, by=by, at=at, one=log.anchors_of(connection, one), other=log.anchors_of(connection, others),
            field=field, value=checked(connection, "report", field, value) if field and value is not None else None, note=note,
        )  # fmt: skip
        log.put_judgement(connection, judgement)
        changed = renew(connection, (*one, *others), judgement.id, at)
    return Judged(judgement, changed)


def judge_entry(
    connection: Connection, kind: AnchorKind, name: str, verb: Verb, *, by: str, at: datetime, field: str | None,
    value: str | None, note: str,
) -> Judged:  # fmt: skip
    """Decide of a statement, event or relation; it is laid over what was read whenever that is asked for."""
    if verb not in ("confirm", "reject", "correct"):
        raise InputError(
            f"{name} is a{'n' if kind == 'event' else ''} {kind}: confirm, reject or correct it; {verb} is for meetings"
        )
    if verb == "correct" and field is not None and value is not None:
        field = field_meant(kind, field)
        value = checked(connection, kind, field, value, type_=type_of(connection, kind, name))
    judgement = Judgement(
        verb=verb, by=by, at=at, one=log.anchors_of(connection, (name,), kind), field=field, value=value, note=note
    )
    log.put_judgement(connection, judgement)
    return Judged(judgement, (), name)


def type_of(connection: Connection, kind: AnchorKind, name: str) -> str | None:
    """The type of an event, or the kind of a relation, as it was read or decided."""
    if kind == "event":
        return (event_values(connection, [name]) or events.among(connection, [name]))[0].type
    if kind == "relation":
        return (tie_values(connection, [name]) or relations.among(connection, [name]))[0].kind
    return None


def subject(connection: Connection, words: str) -> tuple[AnchorKind, tuple[str, ...]]:
    """The kind of entry of this id, and the entries that a judgement on it is about: of a meeting its reports."""
    kind, name = lookup.locate(connection, words)
    if kind != "document" and kind != "meeting":
        return kind, (name,)
    if kind == "document":
        raise InputError(f"{words} is a document: judge what it says; `dateline explain {words}` shows the ids")
    found = lookup.reports_of(connection, name)
    if not found:
        raise InputError(f"meeting {name} has no reports any more; `dateline explain {name}` says why")
    return "report", found


def other_subject(connection: Connection, words: str, one: Sequence[str], verb: Verb, other: str) -> tuple[str, ...]:
    """The reports of the other meeting of a judgement on two."""
    kind, others = subject(connection, other)
    if kind != "report":
        raise InputError(f"{other} is a{'n' if kind == 'event' else ''} {kind}: {verb} is for meetings and reports of them")
    others = tuple(name for name in others if name not in one) if verb == "not-same" else others
    if not others or set(one) & set(others):
        raise InputError(f"{words} and {other} are one and the same already; give the id of a report to part them")
    return others


def add_meeting(
    ledger: Ledger,
    *,
    parties: Sequence[str],
    people: Sequence[str] = (),
    fields: Mapping[str, str | None],
    by: str,
    note: str = "",
    as_given: bool = False,
    clock: Callable[[], datetime] = now,
) -> Judged:
    """Keep a meeting that a person knows of; stories that tell of it later join it. Parties and places that nobody knows
    are an error, unless they are to be kept `as_given`."""
    with ledger.writing() as connection:
        given = {name: checked(connection, "report", name, value) for name, value in fields.items() if value}
        named = attendees(people_meant(connection, ";".join(people)))
        sides = [party_known(connection, party) or party if as_given else party_meant(connection, party) for party in parties]
        if given.get("place") and not as_given:
            known_place(connection, given["place"])
        added = from_json({**given, "parties": sides, "people": [(each.id, each.of) for each in named]})
        judgement, changed = put_added(connection, added, by, note, clock())
        joined = company(connection, judgement)
    return Judged(judgement, changed, joined=joined)


def company(connection: Connection, judgement: Judgement) -> str | None:
    """The meeting that an added one became part of, where others tell of it too."""
    mine = {anchor.report for anchor in judgement.one}
    meetings = (lookup.kept_report(connection, name)[1] for name in sorted(mine))
    return next((each for each in meetings if each and set(lookup.reports_of(connection, each)) - mine), None)


def undo(ledger: Ledger, words: str, *, by: str, clock: Callable[[], datetime] = now) -> Judged:
    """Take a decision back; it stays in the log."""
    with ledger.writing() as connection:
        return undone_named(connection, words, by, clock())


def undone_named(connection: Connection, words: str, by: str, at: datetime) -> Judged:
    """Take back the decision of this id or beginning of one."""
    judgement = log.judgement_named(connection, words)
    if not judgement.stands:
        raise UnknownEntryError(f"decision {judgement.id} was undone already, by {judgement.undone_by}")
    return Judged(judgement, undone(connection, judgement, by, at), entry_of(judgement))


def undo_last(ledger: Ledger, words: str, *, by: str, clock: Callable[[], datetime] = now) -> Judged:
    """Take the last decision on an entry back."""
    with ledger.writing() as connection:
        at = clock()
        kind, names = subject(connection, words)
        if kind == "report":
            found = [each.judgement for each in log.rulings(connection, names) if set(names) & (each.one | each.other)]
        else:
            texts = [anchor.text for anchor in log.anchors_of(connection, names, kind)]
            found = list(log.judged(connection, kind, texts=texts).get(names[0], ()))
        if not found:
            raise UnknownEntryError(f"nothing was decided of {words} that stands; `dateline decisions list` shows what was")
        changed = undone(connection, found[-1], by, at)
    return Judged(found[-1], changed, entry_of(found[-1]))


def entry_of(judgement: Judgement) -> str | None:
    """The statement, event or relation that a judgement is about."""
    return judgement.one[0].report if judgement.kind != "report" else None


def undone(connection: Connection, judgement: Judgement, by: str, at: datetime) -> tuple[str, ...]:
    """Note that a decision is taken back, and put together anew what it touched."""
    log.undo(connection, judgement.id, by, at)
    if judgement.verb == "meeting add":
        return take_back(connection, judgement, at)
    if judgement.kind != "report":
        return ()
    return renew(connection, log.reports_now(connection, judgement), judgement.id, at)


def decisions(ledger: Ledger) -> list[Judgement]:
    """The log, oldest first."""
    with ledger.reading() as connection:
        return log.judgements(connection)


def decisions_told(ledger: Ledger) -> list[tuple[Judgement, str]]:
    """The log, oldest first, each decision with the main words of what it is about."""
    with ledger.reading() as connection:
        found = log.judgements(connection)
        words = log.words_about(connection, found)
    return [(each, words.get(each.id, "")) for each in found]
