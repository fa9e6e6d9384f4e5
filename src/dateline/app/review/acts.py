"""What people decide of an entry of the queue, kept as other decisions are, and taken back together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Literal

from dateline.app.judge import Judged, judge, undone_named
from dateline.app.opening import now
from dateline.app.values import field_meant
from dateline.ledger import judge as log
from dateline.ledger import query
from dateline.ledger.database import Connection, Ledger
from dateline.model.errors import InputError
from dateline.model.judgement import FIELDS_OF, AnchorKind, Judgement
from dateline.model.review import Doubtful, DoubtKind

__all__ = ["Act", "Made", "acts_on", "decide", "field_named", "fields_of", "last_made", "take_back"]

Act = Literal["confirm", "reject", "same-as", "split", "correct"]


ANCHORS: Mapping[DoubtKind, AnchorKind] = {"meeting": "report", "statement": "statement", "event": "event"}
"""What a decision on an entry of each kind is fastened to."""


def acts_on(entry: Doubtful) -> tuple[Act, ...]:
    """What can be decided of an entry."""
    found: list[Act] = ["confirm", "reject"]
    found += ["same-as"] if entry.others("double") else []
    found += ["split"] if entry.others("join") else []
    return (*found, "correct")


def decide(
    ledger: Ledger,
    entry: Doubtful,
    act: Act,
    *,
    by: str,
    other: str | None = None,
    field: str | None = None,
    value: str | None = None,
    note: str = "",
    clock: Callable[[], datetime] = now,
) -> list[Judged]:
    """Decide of an entry; `other` is the meeting that is the same, or the report that is split off.

    To confirm a meeting is to say that it is as the ledger has it, and none of those that it may double. All that is decided
    at once bears one moment.
    """
    if act not in acts_on(entry):
        raise InputError(f"there is nothing to {act} here" if act != "same-as" else "there is no possible double here")
    at = clock()
    keep = partial(judge, ledger, by=by, note=note, clock=lambda: at)
    if act == "same-as":
        return [keep(entry.id, "same-as", other=one_of(entry.others("double"), other))]
    if act == "split":
        return [keep(one_of(entry.others("join"), other), "not-same", other=entry.id)]
    if act == "correct":
        return [keep(entry.id, "correct", field=field, value=value)]
    doubled = entry.others("double") if act == "confirm" else ()
    return [*(keep(entry.id, "not-same", other=each) for each in doubled), keep(entry.id, act)]


def one_of(known: Sequence[str], other: str | None) -> str:
    """The one that is meant: the only one, where none is named."""
    found = known[0] if other is None and len(known) == 1 else other
    if found is None or found not in known:
        raise InputError(f"say which one: {', '.join(name[:8] for name in known)}")
    return found


def take_back(ledger: Ledger, ids: Sequence[str], *, by: str, clock: Callable[[], datetime] = now) -> str | None:
    """Undo what was decided together, the last first, all or nothing; the entry that it was about, as it is now."""
    with ledger.writing() as connection:
        at = clock()
        made = [undone_named(connection, each, by, at) for each in reversed(ids)]
        about = made[0].judgement.one if made else ()
        homes = query.meetings_of(connection, [anchor.report for anchor in about])
        return made[0].entry or next(iter(homes.values()), None) if made else None


def fields_of(entry: Doubtful) -> tuple[str, ...]:
    """What of an entry can be corrected."""
    return FIELDS_OF[ANCHORS[entry.kind]]


def field_named(entry: Doubtful, words: str) -> str:
    """The field of an entry that a person names."""
    return field_meant(ANCHORS[entry.kind], words)


@dataclass(frozen=True, kw_only=True)
class Made:
    """What somebody decided last, all that was decided at once, and on which words; and what others decided of the same."""

    judgements: tuple[Judgement, ...]
    words: str
    others: tuple[Judgement, ...]


def last_made(ledger: Ledger, by: str) -> Made | None:
    """The last decision of somebody that stands."""
    with ledger.reading() as connection:
        made = log.latest_of(connection, by)
        if not made:
            return None
        words = log.words_about(connection, made).get(made[-1].id, "")
        return Made(judgements=tuple(made), words=words, others=tuple(decided_beside(connection, made[-1])))


def decided_beside(connection: Connection, made: Judgement) -> list[Judgement]:
    """What others decided of the entry of a decision, as far as it stands."""
    names = [anchor.report for anchor in made.one]
    if made.kind == "report":
        found = [each.judgement for each in log.rulings(connection, names)]
    else:
        texts = [anchor.text for anchor in made.one]
        found = [each for name in names for each in log.judged(connection, made.kind, texts=texts).get(name, ())]
    return [each for each in dict.fromkeys(found) if each.by != made.by]
