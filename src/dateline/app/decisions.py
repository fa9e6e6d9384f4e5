"""The log of decisions as JSON Lines: out of one ledger, into the same one made anew, or into another."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, get_args

from dateline.app.added import from_json, put_added
from dateline.app.judge import undone
from dateline.app.keep import now, renew
from dateline.ledger import judge as log
from dateline.ledger.database import Connection, Ledger
from dateline.model.errors import InputError
from dateline.model.evidence import Span
from dateline.model.judgement import FIELDS_OF, Anchor, Judgement, Verb

__all__ = ["decision_json", "take_in"]


def decision_json(judgement: Judgement) -> dict[str, Any]:
    """One decision as an object; `one` and `other` say where it is fastened."""
    return {
        "id": judgement.id,
        "verb": judgement.verb,
        "field": judgement.field,
        "value": judgement.value,
        "by": judgement.by,
        "at": judgement.at.isoformat(),
        "note": judgement.note,
        "undone_at": judgement.undone_at.isoformat() if judgement.undone_at else None,
        "undone_by": judgement.undone_by,
        "one": [anchor_json(anchor) for anchor in judgement.one],
        "other": [anchor_json(anchor) for anchor in judgement.other],
    }


def anchor_json(anchor: Anchor) -> dict[str, Any]:
    """Where a decision is fastened: offsets only, no words."""
    span = anchor.span
    place = {"field": span.field, "start": span.start, "end": span.end} if span else {}
    kind = {"kind": anchor.kind} if anchor.kind != "report" else {}
    speaker = {"speaker": anchor.speaker} if anchor.speaker else {}
    relation = {"relation": anchor.relation} if anchor.relation else {}
    return {"report": anchor.report, "text": anchor.text, **place, **kind, **speaker, **relation}


def decision_from(value: Mapping[str, Any]) -> Judgement:
    """A decision out of its object."""
    if value["verb"] not in get_args(Verb):
        raise ValueError(f"{value['verb']!r} is no verb")
    ended = value.get("undone_at")
    return Judgement(
        verb=value["verb"],
        by=str(value["by"]),
        at=zoned(value["at"]),
        one=tuple(anchor_from(each) for each in value["one"]),
        other=tuple(anchor_from(each) for each in value.get("other", ())),
        field=value.get("field"),
        value=value.get("value"),
        note=value.get("note") or "",
        undone_at=zoned(ended) if ended else None,
        undone_by=value.get("undone_by"),
    )


def zoned(words: str) -> datetime:
    """A moment with its zone."""
    moment = datetime.fromisoformat(words)
    if moment.tzinfo is None:
        raise ValueError(f"{words} has no zone")
    return moment


def anchor_from(value: Mapping[str, Any]) -> Anchor:
    """Where a decision is fastened."""
    span = Span(value["field"], int(value["start"]), int(value["end"]), "") if value.get("field") else None
    kind = value.get("kind", "report")
    if kind not in FIELDS_OF:
        raise ValueError(f"{kind!r} is no kind of entry")
    relation = value.get("relation")
    if relation is not None and len(str(relation).split()) != 3:
        raise ValueError(f"{relation!r} is no mark of a relation")
    return Anchor(str(value["report"]), str(value["text"]), span, kind, value.get("speaker"), relation)


def parsed(lines: Iterable[str]) -> Iterator[Judgement]:
    """The decisions of a log."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield decision_from(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"line {number} of the log is no decision: {error}") from error


def take_in(ledger: Ledger, lines: Iterable[str], clock: Callable[[], datetime] = now) -> tuple[int, tuple[str, ...]]:
    """Take in a log, all of it or nothing; what is there already is left as it is. Gives the number of new decisions and
    the meetings that changed. Decisions on stories that the ledger does not have yet wait for them."""
    given = sorted(parsed(lines), key=lambda each: (each.at, each.id))
    new = 0
    changed: list[str] = []
    with ledger.writing() as connection:
        at = clock()
        known = {each.id: each for each in log.judgements(connection, [each.id for each in given])}
        for judgement in given:
            if judgement.id in known:
                changed += catch_up(connection, known[judgement.id], judgement, at)
                continue
            new += 1
            changed += taken_in(connection, judgement, at)
    return new, tuple(dict.fromkeys(changed))


def catch_up(connection: Connection, known: Judgement, given: Judgement, at: datetime) -> tuple[str, ...]:
    """Undo what the log says was undone."""
    if given.undone_at is None or not known.stands:
        return ()
    return undone(connection, known, given.undone_by or given.by, at)


def taken_in(connection: Connection, judgement: Judgement, at: datetime) -> tuple[str, ...]:
    """Keep a decision that is new here."""
    if judgement.verb == "meeting add" and judgement.stands:
        return put_added(
            connection, from_json(json.loads(judgement.value or "{}")), judgement.by, judgement.note, judgement.at
        )[1]
    log.put_judgement(connection, judgement)
    if not judgement.stands or judgement.kind != "report":
        return ()
    return renew(connection, log.reports_now(connection, judgement), judgement.id, at)
