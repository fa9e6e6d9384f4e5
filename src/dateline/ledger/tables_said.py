"""What documents say: it is never rewritten by merging."""

from sqlalchemy import BigInteger, Boolean, Column, Date, Float, ForeignKey, Integer, String, Table, Text

from dateline.ledger.columns import ID, Moment, metadata, of, when_columns

__all__ = [
    "documents",
    "entry_parties",
    "event_sides",
    "events",
    "evidence",
    "parties",
    "problems",
    "readings",
    "relations",
    "reports",
    "sayings",
    "sketches",
    "spans",
    "statements",
    "stories",
    "texts",
    "twins",
]

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
    Column("part_of", ID),
    Column("sure", Text, nullable=False, server_default="{}"),
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
    Column("sure", Text, nullable=False, server_default="{}"),
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

relations = Table(
    "relations",
    metadata,
    Column("id", ID, primary_key=True),
    of("texts", index=True),
    Column("ordinal", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("source", Text, nullable=False, index=True),
    Column("target", Text, index=True),
    Column("office", Text),
    *when_columns("from"),
    *when_columns("until"),
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
