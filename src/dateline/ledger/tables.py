"""The tables of the ledger, in SQL that SQLite and PostgreSQL both speak.

What a document said lies in `texts` … `statements` and is never rewritten by merging; what is believed of a meeting lies
in `meetings` … `changes` and can be made anew from the former at any time.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

from dateline.ledger.columns import ID, Moment, of, when_columns

__all__ = [
    "anchors", "changes", "decisions", "documents", "entry_parties", "event_sides", "events", "evidence", "feeds", "keys",
    "looks", "matches", "meeting_parties", "meeting_reports", "meetings", "metadata", "outlets", "parties", "problems",
    "published", "readings", "reports", "sayings", "sketches", "spans", "statements", "steps", "stories", "texts",
    "tombstones", "twins", "watches",
]  # fmt: skip


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)

texts = Table(
    "texts",
    metadata,
    Column("id", ID, primary_key=True),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", ID, primary_key=True),
    of("texts", index=True),
    Column("name", Text, nullable=False, index=True),
    Column("source", Text),
    Column("url", Text, index=True),
    Column("origin", Text),
    Column("language", String(16)),
    Column("published", String(40)),
    Column("day", Date),
    Column("predecessor", ID, index=True),
    Column("added_at", Moment, nullable=False, index=True),
    Column("wire", Text),
    Column("wire_rule", Text),
    Column("wire_quote", Text),
    Column("dated_by", Text),
)

stories = Table(
    "stories",
    metadata,
    of("texts", primary=True),
    Column("read_as", ID, nullable=False, index=True),
    Column("story", ID, nullable=False, index=True),
    Column("words", Integer),
)

sketches = Table(
    "sketches",
    metadata,
    Column("value", BigInteger, primary_key=True, autoincrement=False),
    of("texts", primary=True, index=True),
)

twins = Table(
    "twins",
    metadata,
    Column("one", ID, ForeignKey("texts.id", ondelete="CASCADE"), primary_key=True),
    Column("other", ID, ForeignKey("texts.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("one_kept", Float, nullable=False),
    Column("other_kept", Float, nullable=False),
    Column("head", Boolean, nullable=False),
    Column("newer", ID),
)

readings = Table(
    "readings",
    metadata,
    of("texts", primary=True),
    of("documents"),
    Column("rules", String(64), nullable=False),
    Column("read_at", Moment, nullable=False),
    Column("day", Date),
    Column("given", Boolean, nullable=False),
    Column("earliest", Date),
    Column("latest", Date),
    Column("rivals", Text, nullable=False),
)

parties = Table(
    "parties",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("of", Text),
    Column("wikidata", String(16)),
    Column("office", Text),
)

reports = Table(
    "reports",
    metadata,
    Column("id", ID, primary_key=True),
    of("texts", index=True),
    Column("ordinal", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("status", String(16), nullable=False),
    Column("title", Text, nullable=False),
    Column("forum", Text),
    Column("level", Text),
    Column("convener", Text),
    Column("place", Text),
    Column("country", Text),
    Column("feature", String(8)),
    Column("venue", Text),
    Column("topic", Text),
    Column("outcome", Text),
    *when_columns("held"),
    *when_columns("previous"),
    Column("after", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("block", ID, nullable=False, index=True),
)

statements = Table(
    "statements",
    metadata,
    Column("id", ID, primary_key=True),
    of("texts", index=True),
    Column("ordinal", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("form", String(8), nullable=False),
    Column("speaker", Text, nullable=False, index=True),
    Column("via", Text),
    Column("topic", Text),
    *when_columns("said"),
    Column("same_as", ID),
    Column("inside", ID),
    Column("confidence", Float, nullable=False),
)

sayings = Table(
    "sayings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("statement", ID, ForeignKey("statements.id", ondelete="CASCADE"), nullable=False, index=True, unique=True),
    Column("words", Text, nullable=False),
)

spans = Table(
    "spans",
    metadata,
    of("texts", index=True),
    Column("entry", ID, primary_key=True),
    Column("role", String(16), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("field", String(8), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
)

entry_parties = Table(
    "entry_parties",
    metadata,
    of("texts", index=True),
    Column("entry", ID, primary_key=True),
    Column("role", String(16), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("party", Text, nullable=False, index=True),
    Column("of", Text),
    Column("side", Text),
)

evidence = Table(
    "evidence",
    metadata,
    of("texts", index=True),
    Column("entry", ID, primary_key=True),
    Column("about", String(16), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("parent", Integer),
    Column("ground", String(8), nullable=False),
    Column("name", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("words", Text, nullable=False),
    Column("note", Text),
    Column("rule", Text, nullable=False),
    Column("assumed", Boolean, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", ID, primary_key=True),
    of("texts", index=True),
    Column("ordinal", Integer, nullable=False),
    Column("type", String(16), nullable=False),
    Column("mode", String(24)),
    Column("cameo", String(4), nullable=False),
    Column("status", String(16), nullable=False),
    Column("contexts", Text, nullable=False),
    *when_columns("done"),
    Column("place", Text),
    Column("place_id", String(32)),
    Column("country", Text),
    Column("admin1", Text),
    Column("feature", String(8)),
    Column("lat", Float),
    Column("lon", Float),
    Column("reported_by", ID),
    Column("sentence", Integer),
    Column("lead", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
)

event_sides = Table(
    "event_sides",
    metadata,
    of("texts", index=True),
    Column("entry", ID, primary_key=True),
    Column("role", String(16), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("office", Text),
    Column("sectors", Text, nullable=False),
    Column("field", String(8)),
    Column("start", Integer),
    Column("end", Integer),
    Column("quote", Text),
)

problems = Table(
    "problems",
    metadata,
    of("documents", primary=True),
    Column("ordinal", Integer, primary_key=True),
    Column("room", String(16), nullable=False),
    Column("what", Text, nullable=False),
    Column("field", String(8)),
    Column("start", Integer),
    Column("end", Integer),
    Column("quote", Text),
)

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
