"""The tables of the ledger, in SQL that SQLite and PostgreSQL both speak.

What a document said lies in `texts` … `statements` and is never rewritten by merging; what is believed of a meeting lies
in `meetings` … `changes` and can be made anew from the former at any time.
"""

from dateline.ledger.columns import metadata
from dateline.ledger.tables_believed import anchors, changes, keys, matches, meeting_parties, meeting_reports, meetings, steps
from dateline.ledger.tables_kept import decisions, feeds, looks, outlets, published, tombstones, watches
from dateline.ledger.tables_said import (
    documents,
    entry_parties,
    event_sides,
    events,
    evidence,
    parties,
    problems,
    readings,
    relations,
    reports,
    sayings,
    sketches,
    spans,
    statements,
    stories,
    texts,
    twins,
)

__all__ = [
    "anchors", "changes", "decisions", "documents", "entry_parties", "event_sides", "events", "evidence", "feeds", "keys",
    "looks", "matches", "meeting_parties", "meeting_reports", "meetings", "metadata", "outlets", "parties", "problems",
    "published", "readings", "relations", "reports", "sayings", "sketches", "spans", "statements", "steps", "stories",
    "texts", "tombstones", "twins", "watches",
]  # fmt: skip
