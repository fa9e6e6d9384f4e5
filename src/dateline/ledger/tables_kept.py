"""What people decided, what is watched, and what was sent or taken out."""

from sqlalchemy import Column, Date, Integer, String, Table, Text

from dateline.ledger.columns import ID, Moment, metadata, of

__all__ = ["decisions", "feeds", "looks", "outlets", "published", "tombstones", "watches"]

tombstones = Table(
    "tombstones",
    metadata,
    Column("document", ID, primary_key=True),
    Column("text", ID, nullable=False, index=True),
    Column("source", Text),
    Column("at", Moment, nullable=False),
    Column("by", Text, nullable=False),
    Column("note", Text, nullable=False),
)

outlets = Table(
    "outlets",
    metadata,
    Column("key", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("reliability", String(1), nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", Text, nullable=False),
    Column("note", Text, nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", ID, primary_key=True),
    Column("verb", String(16), nullable=False),
    Column("field", String(16)),
    Column("value", Text),
    Column("by", Text, nullable=False),
    Column("at", Moment, nullable=False, index=True),
    Column("note", Text, nullable=False),
    Column("undone_at", Moment),
    Column("undone_by", Text),
)

watches = Table(
    "watches",
    metadata,
    Column("name", Text, primary_key=True),
    Column("asked", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
)

looks = Table(
    "looks",
    metadata,
    Column("name", Text, primary_key=True),
    Column("at", Moment, nullable=False),
)

published = Table(
    "published",
    metadata,
    of("meetings", primary=True),
    Column("sequence", Integer, nullable=False),
    Column("first", Date, nullable=False, index=True),
    Column("last", Date, nullable=False),
    Column("starts", String(40)),
    Column("ends", String(40)),
)

feeds = Table(
    "feeds",
    metadata,
    Column("url", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("etag", Text),
    Column("modified", Text),
    Column("asked_at", Moment),
    Column("changed_at", Moment),
    Column("next_try", Moment),
    Column("failures", Integer, nullable=False),
    Column("trouble", Text),
)
