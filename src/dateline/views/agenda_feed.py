"""The agenda as an Atom feed: a meeting an entry, at its revision, the one that changed last first."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, tzinfo
from xml.etree import ElementTree

from dateline.model.agenda import AgendaRow
from dateline.model.party import Party
from dateline.views.agenda import changes, heading_of, headline, moment, source_words, who
from dateline.views.changes import ATOM, NAME, add
from dateline.views.outward import link, one_line

__all__ = ["agenda_atom"]

MOST = 500
"""Entries of a feed; a reader of feeds asks again and again."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def agenda_atom(
    rows: Sequence[AgendaRow], day: date, names: Mapping[str, Party], zone: tzinfo, name: str = "agenda"
) -> bytes:  # fmt: skip
    """The feed (RFC 4287)."""
    ElementTree.register_namespace("", ATOM)
    newest = sorted(rows, key=lambda row: (row.last_changed, row.id), reverse=True)[:MOST]
    feed = ElementTree.Element(f"{{{ATOM}}}feed")
    add(feed, "id", f"{NAME}:agenda:{one_line(name)}")
    add(feed, "title", f"Dateline: {one_line(name)}")
    add(feed, "updated", moment(newest[0].last_changed if newest else EPOCH))
    add(ElementTree.SubElement(feed, f"{{{ATOM}}}author"), "name", "Dateline")
    for row in newest:
        entry = ElementTree.SubElement(feed, f"{{{ATOM}}}entry")
        add(entry, "id", f"{NAME}:meeting:{row.id}:{row.revision}")
        add(entry, "title", one_line(headline(row, day, names, zone=zone).plain))
        add(entry, "updated", moment(row.last_changed))
        add(entry, "published", moment(row.first_seen))
        for url in dict.fromkeys(url for line in row.sources if (url := link(line.url))):
            ElementTree.SubElement(entry, f"{{{ATOM}}}link", {"rel": "related", "href": url})
        lines = [heading_of(row), who(row, names), *changes(row), *(source_words(line).plain for line in row.sources)]
        add(entry, "content", "\n".join(one_line(line) for line in lines if line)).set("type", "text")
    return bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"
