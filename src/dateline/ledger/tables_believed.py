"""What is believed of meetings: it can be made anew from what documents say, at any time."""

from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Index, Integer, String, Table, Text

from dateline.ledger.columns import ID, Moment, metadata, of, when_columns

__all__ = ["anchors", "changes", "keys", "matches", "meeting_parties", "meeting_reports", "meetings", "steps"]

keys = Table(
    "keys",
    metadata,
    of("reports", primary=True),
    Column("ordinal", Integer, primary_key=True),
    Column("anchor", Text, nullable=False),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Index(None, "anchor", "first", "last"),
)

matches = Table(
    "matches",
    metadata,
    Column("one", ID, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    Column("other", ID, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("score", Float, nullable=False),
    Column("reasons", Text, nullable=False),
)

meetings = Table(
    "meetings",
    metadata,
    Column("id", ID, primary_key=True),
    Column("founder", ID, nullable=False, unique=True),
    Column("merged_into", ID),
    Column("withdrawn", Boolean, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("status", String(20), nullable=False),
    Column("title", Text, nullable=False),
    Column("forum", Text),
    Column("level", Text),
    Column("convener", Text),
    Column("place", Text),
    Column("country", Text),
    Column("venue", Text),
    Column("topic", Text),
    Column("outcome", Text),
    *when_columns("held"),
    *when_columns("previous"),
    Column("claims", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("credibility", Integer, nullable=False, server_default="6"),
    Column("stories", Integer, nullable=False),
    Column("newest", Date),
    Column("revision", Integer, nullable=False),
    Column("first_seen", Moment, nullable=False),
    Column("last_changed", Moment, nullable=False, index=True),
    Column("first_day", Date),
    Column("last_day", Date),
    Index(None, "first_day", "last_day"),
)

meeting_reports = Table(
    "meeting_reports",
    metadata,
    Column("report", ID, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    of("meetings", index=True),
    Column("ordinal", Integer, nullable=False),
    Column("score", Float),
    Column("reasons", Text, nullable=False),
)

meeting_parties = Table(
    "meeting_parties",
    metadata,
    of("meetings", primary=True),
    Column("role", String(16), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("party", Text, nullable=False, index=True),
    Column("of", Text),
    Column("side", Text, index=True),
)

steps = Table(
    "steps",
    metadata,
    of("meetings", primary=True),
    Column("ordinal", Integer, primary_key=True),
    Column("day", Date),
    Column("report", ID, nullable=False),
    Column("field", String(16), nullable=False),
    Column("value", Text),
    Column("before", Text),
    Column("quote", Text, nullable=False),
)

changes = Table(
    "changes",
    metadata,
    of("meetings", primary=True),
    Column("revision", Integer, primary_key=True),
    Column("field", String(16), primary_key=True),
    Column("at", Moment, nullable=False, index=True),
    Column("document", ID, nullable=False),
    Column("before", Text),
    Column("value", Text),
)

anchors = Table(
    "anchors",
    metadata,
    of("decisions", primary=True),
    Column("role", String(8), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("report", ID, nullable=False, index=True),
    Column("text", ID, nullable=False, index=True),
    Column("field", String(8)),
    Column("start", Integer),
    Column("end", Integer),
    Column("kind", String(16), nullable=False, server_default="report"),
    Column("speaker", ID),
    Column("relation", Text),
)
