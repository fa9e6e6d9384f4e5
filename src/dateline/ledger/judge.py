"""Decisions of people, kept as a log, and found again for the reports that they are about, whatever these are now called."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from dateline.ledger.reports import rows_in
from dateline.ledger.rows import Row
from dateline.ledger.tables import anchors, decisions, reports, spans
from dateline.model.errors import UnknownEntryError
from dateline.model.evidence import Span
from dateline.model.judgement import Anchor, Judgement, Ruling

__all__ = [
    "anchors_of", "any_decisions", "fastened", "held", "judgement_named", "judgements",
    "put_judgement", "reports_now", "rulings", "ties", "undo",
]  # fmt: skip


def anchors_of(connection: Connection, ids: Iterable[str]) -> tuple[Anchor, ...]:
    """Where a judgement on these reports is to be fastened."""
    wanted = sorted(set(ids))
    main = select(spans).where(spans.c.role == "mention", spans.c.ordinal == 0)
    words = {row["entry"]: row for row in rows_in(connection, main, spans.c.entry, wanted)}
    found = rows_in(connection, select(reports.c.id, reports.c.text), reports.c.id, wanted)
    return tuple(
        Anchor(row["id"], row["text"], span_of(words.get(row["id"]))) for row in sorted(found, key=lambda row: str(row["id"]))
    )


def span_of(row: Any) -> Span | None:
    """Where the words stand; what they are is for the text to say."""
    return None if row is None or row["start"] is None else Span(row["field"], row["start"], row["end"], "")


def put_judgement(connection: Connection, judgement: Judgement) -> bool:
    """Keep a judgement; was it new?"""
    known = connection.execute(select(decisions.c.id).where(decisions.c.id == judgement.id)).first()
    if known is not None:
        return False
    row = {
        "id": judgement.id, "verb": judgement.verb, "field": judgement.field, "value": judgement.value, "by": judgement.by,
        "at": judgement.at, "note": judgement.note, "undone_at": judgement.undone_at, "undone_by": judgement.undone_by,
    }  # fmt: skip
    connection.execute(insert(decisions), [row])
    rows = [
        anchor_row(judgement.id, role, ordinal, anchor)
        for role, found in (("one", judgement.one), ("other", judgement.other))
        for ordinal, anchor in enumerate(found)
    ]
    if rows:
        connection.execute(insert(anchors), rows)
    return True


def anchor_row(decision: str, role: str, ordinal: int, anchor: Anchor) -> Row:
    """An anchor as a row."""
    span = anchor.span
    return {
        "decision": decision, "role": role, "ordinal": ordinal, "report": anchor.report, "text": anchor.text,
        "field": span.field if span else None, "start": span.start if span else None, "end": span.end if span else None,
    }  # fmt: skip


def undo(connection: Connection, id: str, by: str, at: datetime) -> None:
    """Take a judgement back; it stays in the log."""
    connection.execute(update(decisions).where(decisions.c.id == id).values(undone_at=at, undone_by=by))


def judgements(connection: Connection, ids: Iterable[str] | None = None) -> list[Judgement]:
    """All judgements, or those of these ids, oldest first."""
    query = select(decisions).order_by(decisions.c.at, decisions.c.id)
    if ids is None:
        rows = list(connection.execute(query).mappings())
        fastenings = list(connection.execute(select(anchors).order_by(anchors.c.ordinal)).mappings())
    else:
        rows = sorted(rows_in(connection, select(decisions), decisions.c.id, ids), key=lambda row: (row["at"], row["id"]))
        names = [row["id"] for row in rows]
        fastenings = rows_in(connection, select(anchors).order_by(anchors.c.ordinal), anchors.c.decision, names)
    held: dict[tuple[str, str], list[Anchor]] = defaultdict(list)
    for row in fastenings:
        held[row["decision"], row["role"]].append(Anchor(row["report"], row["text"], span_of(row)))
    return [
        Judgement(
            verb=row["verb"], by=row["by"], at=row["at"], one=tuple(held[row["id"], "one"]),
            other=tuple(held[row["id"], "other"]), field=row["field"], value=row["value"], note=row["note"],
            undone_at=row["undone_at"], undone_by=row["undone_by"],
        )
        for row in rows
    ]  # fmt: skip


def judgement_named(connection: Connection, words: str) -> Judgement:
    """The judgement of this id or beginning of one."""
    alike = select(decisions.c.id).where(decisions.c.id.startswith(words.lower(), autoescape=True)).limit(2)
    found = list(connection.execute(alike).scalars()) if len(words) >= 4 else []
    if len(found) != 1:
        raise UnknownEntryError(f"no single decision is called {words!r}; `dateline decisions list` shows them")
    return judgements(connection, found)[0]


def any_decisions(connection: Connection) -> bool:
    """Did anybody ever decide anything?"""
    return connection.execute(select(anchors.c.decision).limit(1)).first() is not None


def fastened(connection: Connection, texts: Iterable[str]) -> list[str]:
    """The judgements that are fastened to these texts."""
    return sorted({row["decision"] for row in rows_in(connection, select(anchors), anchors.c.text, texts)})


def rulings(connection: Connection, members: Sequence[str]) -> list[Ruling]:
    """The standing judgements about these reports, oldest first, each with all reports that it is about."""
    if not any_decisions(connection):
        return []
    texts = {row["text"] for row in rows_in(connection, select(reports.c.text), reports.c.id, members)}
    found = [each for each in judgements(connection, fastened(connection, texts)) if each.stands]
    if not found:
        return []
    now = present(connection, [anchor for each in found for anchor in (*each.one, *each.other)])
    return [
        Ruling(
            each,
            frozenset(name for anchor in each.one for name in now[anchor]),
            frozenset(name for anchor in each.other for name in now[anchor]),
        )
        for each in found
    ]


def reports_now(connection: Connection, judgement: Judgement) -> list[str]:
    """The reports that a judgement is about, as far as the ledger has them."""
    now = present(connection, [*judgement.one, *judgement.other])
    return sorted({name for names in now.values() for name in names})


def held(connection: Connection, text: str) -> set[str]:
    """The reports of a text that people stand by: no newer rules may lose them."""
    found = rulings(connection, list(connection.execute(select(reports.c.id).where(reports.c.text == text)).scalars()))
    return {name for each in found if each.judgement.verb != "reject" for name in (*each.one, *each.other)}


def ties(connection: Connection, names: Iterable[str]) -> list[frozenset[str]]:
    """The reports that people's words tie together, where some of these are among them: they are to be looked at as one."""
    found = rulings(connection, sorted(set(names)))
    return [each.one | each.other for each in found if each.judgement.verb == "same-as"]


def present(connection: Connection, wanted: Sequence[Anchor]) -> dict[Anchor, list[str]]:
    """Anchor -> the report of its id, or, where that was read anew, those of its text with the same words."""
    texts = {anchor.text for anchor in wanted}
    known = {row["id"]: row["text"] for row in rows_in(connection, select(reports.c.id, reports.c.text), reports.c.text, texts)}
    mentions = select(spans).where(spans.c.role == "mention")
    words: dict[str, list[Any]] = defaultdict(list)
    for row in rows_in(connection, mentions, spans.c.text, texts):
        if row["entry"] in known:
            words[row["text"]].append(row)
    found: dict[Anchor, list[str]] = {}
    for anchor in wanted:
        if anchor.report in known:
            found[anchor] = [anchor.report]
            continue
        over = [row["entry"] for row in words[anchor.text] if anchor.span and span_from_row(row).overlaps(anchor.span)]
        found[anchor] = sorted(set(over))[:1]
    return found


def span_from_row(row: Any) -> Span:
    """The place of words."""
    return Span(row["field"], row["start"], row["end"], "")
