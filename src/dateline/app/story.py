"""A story with all that stands around it: its words, the names in it, the meetings it tells of, its copies and versions."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.app.ask import parties_in
from dateline.ledger import carriers, lookup, query, twins
from dateline.ledger.database import Ledger
from dateline.model.document import Text
from dateline.model.entry import Statement
from dateline.model.event import Event
from dateline.model.kept import Carried
from dateline.model.occasion import side_of
from dateline.model.party import Party
from dateline.model.relation import Relation
from dateline.model.story import Carrier

__all__ = ["Beside", "beside", "parties_of", "version_before"]


@dataclass(frozen=True, kw_only=True)
class Beside:
    """What stands beside a story: `text` is the one that was read for it, `own` that of the document where it is another."""

    text: Text
    own: Text | None
    names: Mapping[str, Party]
    homes: Mapping[str, str]
    copies: tuple[Carrier, ...]
    before: tuple[Carrier, ...]
    after: tuple[Carrier, ...]


def beside(ledger: Ledger, document: Carried) -> Beside:
    """What stands beside a story."""
    with ledger.reading() as connection:
        homes = query.meetings_of(connection, [report.id for report in document.reports])
        rows = query.rows_of(connection, homes.values())
        entries = [each.entry for each in document.judged.values() if not isinstance(each.entry, Relation)]
        named = parties_in(row.occasion for row in rows) | {
            party for each in (*document.statements, *document.events, *entries) for party in parties_of(each)
        }
        named |= {each.value for report in document.reports for each in report.meeting.parties}
        named |= {each.value.id for report in document.reports for each in report.meeting.people}
        own = carriers.text_of(connection, document.id)
        texts = twins.texts_of(connection, {document.text, own})
        return Beside(
            text=texts[document.text],
            own=texts[own] if own != document.text else None,
            names=lookup.names_of(connection, named | {side_of(party) for party in named}),
            homes=homes,
            copies=carriers.carriers_called(connection, document.others),
            before=carriers.carriers_called(connection, [document.predecessor] if document.predecessor else []),
            after=carriers.followers(connection, document.id),
        )


def parties_of(entry: Statement | Event) -> set[str]:
    """The parties that a statement or event names."""
    if isinstance(entry, Event):
        return {each.value for each in (*entry.actors, *entry.recipients)}
    relayed = {entry.via.value} if entry.via else set()
    return {entry.speaker.value, *relayed, *(each.value for each in (*entry.of, *entry.target, *entry.addressee))}


def version_before(ledger: Ledger, document: Carried) -> tuple[Carrier, Text, Text] | None:
    """The document that one updates, its words, and those of the update; None where it updates nothing that is kept."""
    if document.predecessor is None:
        return None
    with ledger.reading() as connection:
        found = carriers.carriers_called(connection, [document.predecessor])
        if not found:
            return None
        before, now = carriers.text_of(connection, document.predecessor), carriers.text_of(connection, document.id)
        texts = twins.texts_of(connection, {before, now})
    return found[0], texts[before], texts[now]
