"""Decisions of people, kept as a log, and found again for the entries that they are about, whatever these are now called."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, func, insert, or_, select, update

from dateline.ledger.reports import rows_in
from dateline.ledger.rows import Row
from dateline.ledger.tables import anchors, decisions, events, relations, reports, spans, statements
from dateline.model.errors import UnknownEntryError
from dateline.model.evidence import Span
from dateline.model.judgement import (
    Anchor,
    AnchorKind,
    Judgement,
    Ruling,
    corrected_marks,
    is_rejected,
    named_speaker,
    relation_mark,
    speaker_mark,
    succeeds,
)

__all__ = [
    "anchors_of", "any_decisions", "fastened", "held", "judged", "judgement_named", "judgements",
    "latest_of", "put_judgement", "reports_now", "rulings", "since", "stood_by", "ties", "undo", "words_about",
]  # fmt: skip


KINDS: Mapping[AnchorKind, tuple[Table, str]] = {
    "report": (reports, "mention"),
    "statement": (statements, "content"),
    "event": (events, "trigger"),
    "relation": (relations, "relation"),
}
"""Kind of entry -> its table, and the part that its main words have."""


def anchors_of(connection: Connection, ids: Iterable[str], kind: AnchorKind = "report") -> tuple[Anchor, ...]:
    """Where a judgement on these entries is to be fastened."""
    wanted, (table, role) = sorted(set(ids)), KINDS[kind]
    main = select(spans).where(spans.c.role == role, spans.c.ordinal == 0)
    words = {row["entry"]: row for row in rows_in(connection, main, spans.c.entry, wanted)}
    found = rows_in(connection, select(table), table.c.id, wanted)
    return tuple(
        Anchor(row["id"], row["text"], span_of(words.get(row["id"])), kind, mark_of(row), tie_of(row))
        for row in sorted(found, key=lambda row: str(row["id"]))
    )


def mark_of(row: Any) -> str | None:
    """The mark of who makes a statement."""
    return speaker_mark(row["speaker"]) if "speaker" in row else None


def tie_of(row: Any) -> str | None:
    """The mark of a relation."""
    return relation_mark(row["kind"], row["source"], row["target"]) if "target" in row else None


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
        "kind": anchor.kind, "speaker": anchor.speaker, "relation": anchor.relation,
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
        held[row["decision"], row["role"]].append(anchor_from(row))
    return [
        Judgement(
            verb=row["verb"], by=row["by"], at=row["at"], one=tuple(held[row["id"], "one"]),
            other=tuple(held[row["id"], "other"]), field=row["field"], value=row["value"], note=row["note"],
            undone_at=row["undone_at"], undone_by=row["undone_by"],
        )
        for row in rows
    ]  # fmt: skip


def latest_of(connection: Connection, by: str) -> list[Judgement]:
    """What somebody decided last, at one moment, as far as it stands."""
    mine = (decisions.c.by == by, decisions.c.undone_at.is_(None))
    newest = select(func.max(decisions.c.at)).where(*mine).scalar_subquery()
    return judgements(connection, connection.execute(select(decisions.c.id).where(*mine, decisions.c.at == newest)).scalars())


def anchor_from(row: Any) -> Anchor:
    """An anchor of a row."""
    return Anchor(row["report"], row["text"], span_of(row), row["kind"], row["speaker"], row["relation"])


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
    """The judgements on meetings that are fastened to these texts."""
    query = select(anchors).where(anchors.c.kind == "report")
    return sorted({row["decision"] for row in rows_in(connection, query, anchors.c.text, texts)})


def rulings(connection: Connection, members: Sequence[str]) -> list[Ruling]:
    """The standing judgements about these reports, oldest first, each with all reports that it is about."""
    if not any_decisions(connection):
        return []
    texts = {row["text"] for row in rows_in(connection, select(reports.c.text), reports.c.id, members)}
    found = [each for each in judgements(connection, fastened(connection, texts)) if each.stands]
    if not found:
        return []
    now = present(connection, found)
    return [
        Ruling(
            each,
            frozenset(name for anchor in each.one for name in now[anchor]),
            frozenset(name for anchor in each.other for name in now[anchor]),
        )
        for each in found
    ]


def reports_now(connection: Connection, judgement: Judgement) -> list[str]:
    """The entries that a judgement is about, as far as the ledger has them."""
    now = present(connection, [judgement])
    return sorted({name for names in now.values() for name in names})


def held(connection: Connection, text: str) -> set[str]:
    """The reports of a text that people stand by: no newer rules may lose them."""
    found = rulings(connection, list(connection.execute(select(reports.c.id).where(reports.c.text == text)).scalars()))
    return {name for each in found if each.judgement.verb != "reject" for name in (*each.one, *each.other)}


def stood_by(connection: Connection, text: str) -> set[str]:
    """The statements, events and relations of a text that people stand by: no newer rules may lose them."""
    found: set[str] = set()
    kinds: tuple[AnchorKind, ...] = ("statement", "event", "relation")
    for kind in kinds:
        table, _ = KINDS[kind]
        mine = set(connection.execute(select(table.c.id).where(table.c.text == text)).scalars())
        found |= {
            name
            for name, decided in judged(connection, kind, texts=[text]).items()
            if name in mine and not is_rejected(decided)
        }
    return found


def ties(connection: Connection, names: Iterable[str]) -> list[frozenset[str]]:
    """The reports that people's words tie together, where some of these are among them: they are to be looked at as one."""
    found = rulings(connection, sorted(set(names)))
    return [each.one | each.other for each in found if each.judgement.verb == "same-as"]


def judged(
    connection: Connection, kind: AnchorKind, at: datetime | None = None, *, texts: Iterable[str] | None = None
) -> dict[str, tuple[Judgement, ...]]:
    """Statement, event or relation -> what was decided of it (until a moment) and stands, oldest first; of all, or of those
    of some texts."""
    query = select(anchors.c.decision).where(anchors.c.kind == kind).distinct()
    if texts is None:
        names = list(connection.execute(query).scalars())
    else:
        names = sorted({row["decision"] for row in rows_in(connection, query, anchors.c.text, texts)})
    known = judgements(connection, names)
    standing = [each for each in known if each.stands and (at is None or each.at <= at)]
    now = present(connection, standing)
    found: dict[str, list[Judgement]] = defaultdict(list)
    for each in standing:
        for name in dict.fromkeys(name for anchor in each.one for name in now[anchor]):
            found[name].append(each)
    return {name: tuple(decided) for name, decided in found.items()}


def present(connection: Connection, found: Sequence[Judgement]) -> dict[Anchor, list[str]]:
    """Anchor -> the entry of its id, or, where that was read anew, the one of its text with the same words."""
    wanted = {anchor for each in found for anchor in (*each.one, *each.other)}
    speakers, ties = speakers_named(found), ties_named(found)
    now: dict[Anchor, list[str]] = {}
    for kind, (table, role) in KINDS.items():
        mine = [anchor for anchor in wanted if anchor.kind == kind]
        texts = {anchor.text for anchor in mine}
        known = {row["id"]: row for row in rows_in(connection, select(table), table.c.text, texts)}
        words: dict[str, list[Any]] = defaultdict(list)
        for row in rows_in(connection, select(spans).where(spans.c.role == role), spans.c.text, texts):
            if row["entry"] in known:
                words[row["text"]].append(row)
        for anchor in mine:
            heirs = [row for row in words[anchor.text] if may_be(anchor, known[row["entry"]], speakers, ties)]
            now[anchor] = [anchor.report] if anchor.report in known else nearest(anchor, heirs)
    return now


def may_be(anchor: Anchor, row: Any, speakers: Mapping[str, set[str]], ties: Mapping[str, tuple[frozenset[str], ...]]) -> bool:
    """May a judgement be about this row: who makes the statement, or between whom is the relation?"""
    if anchor.relation is not None:
        return succeeds(str(tie_of(row)), anchor.relation, ties.get(anchor.report, ()))
    return mark_of(row) in {anchor.speaker, *speakers.get(anchor.report, ())}


def since(connection: Connection, at: datetime) -> list[Judgement]:
    """The judgements on statements, events and relations that were made or undone since a moment, oldest first."""
    query = select(decisions.c.id).join(anchors, anchors.c.decision == decisions.c.id).where(anchors.c.kind != "report")
    newer = or_(decisions.c.at > at, decisions.c.undone_at > at)
    return judgements(connection, connection.execute(query.where(newer).distinct()).scalars().all())


def words_about(connection: Connection, found: Sequence[Judgement]) -> dict[str, str]:
    """Decision -> the main words of the entry that it is about, as far as the ledger has them."""
    now = present(connection, found)
    roles = {role for _, role in KINDS.values()}
    main = select(spans.c.entry, spans.c.quote).where(spans.c.role.in_(roles), spans.c.ordinal == 0)
    names = {name for entries in now.values() for name in entries}
    quotes = {row["entry"]: row["quote"] for row in rows_in(connection, main, spans.c.entry, names)}
    told: dict[str, str] = {}
    for each in found:
        said = [quotes[name] for anchor in (*each.one[:1], *each.other[:1]) for name in now[anchor] if name in quotes]
        if said:
            told[each.id] = " / ".join(said)
    return told


def speakers_named(found: Iterable[Judgement]) -> dict[str, set[str]]:
    """Statement -> the marks of those to whom people gave it."""
    named: dict[str, set[str]] = defaultdict(set)
    for each in found:
        if each.verb == "correct" and each.field == "speaker" and each.value:
            for anchor in each.one:
                named[anchor.report].add(speaker_mark(named_speaker(each.value)[0]))
    return named


def ties_named(found: Iterable[Judgement]) -> dict[str, tuple[frozenset[str], ...]]:
    """Relation -> what people made of its kind, source and target."""
    about: dict[str, list[Judgement]] = defaultdict(list)
    for each in found:
        for anchor in each.one:
            if anchor.relation is not None:
                about[anchor.report].append(each)
    return {name: corrected_marks(decided) for name, decided in about.items()}


def nearest(anchor: Anchor, words: Iterable[Any]) -> list[str]:
    """Of entries by their words the one that shares most of them with an anchor."""
    span = anchor.span
    if span is None:
        return []
    over = [row for row in words if span_from_row(row).overlaps(span)]
    ranked = sorted(over, key=lambda row: (abs(row["start"] - span.start) + abs(row["end"] - span.end), row["entry"]))
    return [row["entry"] for row in ranked[:1]]


def span_from_row(row: Any) -> Span:
    """The place of words."""
    return Span(row["field"], row["start"], row["end"], "")
