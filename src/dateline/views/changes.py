"""What changed, as text, for programs, and as an Atom feed."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, tzinfo
from typing import Any
from xml.etree import ElementTree

from rich.text import Text as Words

from dateline.model.change import Changed, Changes, Ruled, Turn
from dateline.model.party import Party
from dateline.model.when import in_zone
from dateline.views.agenda import (
    COLOURS,
    address_lines,
    brief_days,
    decision_json,
    decision_words,
    folded,
    heading_of,
    headline,
    moment,
    row_json,
    source_words,
)
from dateline.views.outward import legible, link, one_line, styled
from dateline.views.wording import name_of

__all__ = ["atom", "changes_json", "changes_lines", "ruled_words", "turn_words"]

ATOM = "http://www.w3.org/2005/Atom"
NAME = "tag:dateline.invalid,2022"
"""Names of feed and entries: a ledger has no address of its own, and says so."""


def changes_lines(found: Changes, width: int = 100, zone: tzinfo = UTC, *, heading: bool = True) -> Iterator[Words]:
    """What changed, meeting by meeting: its day and what it is now, and under it each change with its words and the address of
    the story that brought it, each address once."""
    if heading:
        through = f" for {found.watch.name}" if found.watch else ""
        yield styled(Words(f"Changes{through} since {shown_moment(found.since, zone)}", "bold"))
        yield Words()
    day = found.at.astimezone(zone).date()
    for changed in found.rows:
        dated = Words.assemble(
            (f"{heading_of(changed.row)}: ", "bold blue"), headline(changed.row, day, found.names, zone=zone)
        )
        yield from folded(dated, width, "  ", "     ")
        followed: set[str | None] = set()
        for turn in changed.turns:
            line = Words.assemble((f"{turn.kind}: ", COLOURS.get(turn.kind, "bold yellow")), turn_words(turn, found.names))
            yield from folded(line, width, "     ", "       ")
            if (told := told_by(turn)) is not None:
                yield from folded(told, width, "       ", "         ")
            if (url := turn.source.url if turn.source else None) not in followed:
                followed.add(url)
                yield from address_lines(url, "         ")
        yield from folded(Words(changed.row.id[:8], "dim"), width, "     ", "     ")
    for ruled in found.ruled:
        yield from folded(Words(ruled_words(ruled)), width, "  ", "     ")


def ruled_words(ruled: Ruled) -> str:
    """`statement “Exports go on.”: decided by Ana: correct kind promise (abcd1234)`."""
    judgement = ruled.judgement
    said = f" “{one_line(ruled.words)}”" if ruled.words else ""
    undone = f", undone by {one_line(judgement.undone_by)}" if judgement.undone_by else ""
    return f"{judgement.kind}{said}: {decision_words(judgement)}{undone} ({judgement.one[0].report[:8]})"


def shown_moment(at: datetime, zone: tzinfo) -> str:
    """A moment in the reader's zone."""
    if at.year < 1000:
        return "the beginning"
    local = in_zone(at, zone)
    return f"{local.day} {local:%B %Y, %H:%M %Z}"


def turn_words(turn: Turn, names: Mapping[str, Party]) -> str:
    """From what to what."""
    if turn.kind == "contradicted":
        return f"{turn.field} {brief_days(turn.value or '')}, not {brief_days(turn.before or '')}"
    if turn.kind == "merged":
        return f"found to be one with {(turn.value or '')[:8]}"
    if turn.kind == "withdrawn":
        return "no story or person stands by it any more"
    before, value = (shown(turn.field, each, names) for each in (turn.before, turn.value))
    return f"{before} → {value}" if before and value else value or before or ""


def shown(field: str, value: str | None, names: Mapping[str, Party]) -> str | None:
    """A value in words."""
    if not value:
        return None
    if field == "date":
        return brief_days(value)
    if field == "parties":
        return ", ".join(name_of(party, names) for party in value.split(", "))
    return one_line(value)


def told_by(turn: Turn) -> Words | None:
    """The words that brought a change, and whose they are."""
    if turn.decision is not None:
        note = f": {one_line(turn.decision.note)}" if turn.decision.note else ""
        return Words(f"decided by {one_line(turn.decision.by)}{note}")
    return source_words(turn.source) if turn.source is not None and turn.source.quote else None


def changes_json(found: Changes) -> dict[str, Any]:
    """What changed, for programs: the rows of the agenda, each with its `changes`."""
    day = found.at.astimezone(UTC).date()
    return {
        "ok": True,
        "since": None if found.since.year < 1000 else moment(found.since),
        "until": moment(found.at),
        "watch": found.watch.name if found.watch else None,
        "rows": [
            row_json(each.row, day) | {"changes": [turn_json(turn) for turn in each.turns]} for each in found.rows
        ],
        "decided": [
            {"kind": each.judgement.kind, "entry": each.judgement.one[0].report, "quote": each.words or None,
             **decision_json(each.judgement), "undone_by": each.judgement.undone_by}
            for each in found.ruled
        ],
    }  # fmt: skip


def turn_json(turn: Turn) -> dict[str, Any]:
    """One change."""
    source, decision = turn.source, turn.decision
    return {
        "kind": turn.kind,
        "field": turn.field,
        "before": turn.before,
        "value": turn.value,
        "quote": turn.quote or None,
        "document": source.name if source else None,
        "source": source.source if source else None,
        "url": source.url if source else None,
        "published": source.published.isoformat() if source and source.published else None,
        "decision": decision.id if decision else None,
    }


def atom(found: Changes, zone: tzinfo = UTC) -> bytes:
    """What changed as an Atom feed (RFC 4287), an entry for each meeting at its revision, the newest first."""
    ElementTree.register_namespace("", ATOM)
    feed = ElementTree.Element(f"{{{ATOM}}}feed")
    through = found.watch.name if found.watch else "all meetings"
    changed = [each.row.last_changed for each in found.rows]
    changed += [each.judgement.undone_at or each.judgement.at for each in found.ruled]
    newest = max(changed, default=found.at)
    add(feed, "id", f"{NAME}:changes:{through}")
    add(feed, "title", f"Dateline: changes, {through}")
    add(feed, "updated", moment(newest))
    add(ElementTree.SubElement(feed, f"{{{ATOM}}}author"), "name", "Dateline")
    for each in sorted(found.rows, key=lambda each: (each.row.last_changed, each.row.id), reverse=True):
        entry = ElementTree.SubElement(feed, f"{{{ATOM}}}entry")
        add(entry, "id", f"{NAME}:meeting:{each.row.id}:{each.row.revision}")
        told = headline(each.row, found.at.astimezone(zone).date(), found.names, zone=zone).plain
        add(entry, "title", one_line(f"{heading_of(each.row)}: {told}"))
        add(entry, "updated", moment(each.row.last_changed))
        add(entry, "published", moment(each.row.first_seen))
        for url in dict.fromkeys(url for line in each.row.sources if (url := link(line.url))):
            ElementTree.SubElement(entry, f"{{{ATOM}}}link", {"rel": "related", "href": url})
        for kind in dict.fromkeys(turn.kind for turn in each.turns):
            ElementTree.SubElement(entry, f"{{{ATOM}}}category", {"term": kind})
        add(entry, "content", "\n".join(entry_lines(each, found.names))).set("type", "text")
    for ruled in found.ruled:
        entry = ElementTree.SubElement(feed, f"{{{ATOM}}}entry")
        at = ruled.judgement.undone_at or ruled.judgement.at
        add(entry, "id", f"{NAME}:decision:{ruled.judgement.id}:{'undone' if ruled.judgement.undone_at else 'made'}")
        add(entry, "title", ruled_words(ruled))
        add(entry, "updated", moment(at))
        add(entry, "content", ruled_words(ruled)).set("type", "text")
    return bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def entry_lines(changed: Changed, names: Mapping[str, Party]) -> Iterator[str]:
    """The changes of one meeting as lines."""
    for turn in changed.turns:
        yield f"{turn.kind}: {turn_words(turn, names)}"
        if (told := told_by(turn)) is not None:
            yield one_line(told.plain)


def add(parent: ElementTree.Element, name: str, text: str) -> ElementTree.Element:
    """A child with words that XML allows."""
    child = ElementTree.SubElement(parent, f"{{{ATOM}}}{name}")
    child.text = legible(text)
    return child
