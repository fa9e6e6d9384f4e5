"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make them all."""
    op.create_table(
        "meetings",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("founder", sa.String(length=16), nullable=False),
        sa.Column("merged_into", sa.String(length=16), nullable=True),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("forum", sa.Text(), nullable=True),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("convener", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("venue", sa.Text(), nullable=True),
        sa.Column("topic", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("held_earliest", sa.Date(), nullable=True),
        sa.Column("held_latest", sa.Date(), nullable=True),
        sa.Column("held_bearing", sa.String(length=8), nullable=True),
        sa.Column("held_starts", sa.String(length=40), nullable=True),
        sa.Column("held_ends", sa.String(length=40), nullable=True),
        sa.Column("previous_earliest", sa.Date(), nullable=True),
        sa.Column("previous_latest", sa.Date(), nullable=True),
        sa.Column("previous_bearing", sa.String(length=8), nullable=True),
        sa.Column("previous_starts", sa.String(length=40), nullable=True),
        sa.Column("previous_ends", sa.String(length=40), nullable=True),
        sa.Column("claims", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("stories", sa.Integer(), nullable=False),
        sa.Column("newest", sa.Date(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("first_seen", sa.String(length=27), nullable=False),
        sa.Column("last_changed", sa.String(length=27), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
        sa.UniqueConstraint("founder", name=op.f("uq_meetings_founder")),
    )
    op.create_index(op.f("ix_meetings_first_day_last_day"), "meetings", ["first_day", "last_day"], unique=False)
    op.create_index(op.f("ix_meetings_last_changed"), "meetings", ["last_changed"], unique=False)
    op.create_table(
        "parties",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("of", sa.Text(), nullable=True),
        sa.Column("wikidata", sa.String(length=16), nullable=True),
        sa.Column("office", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parties")),
    )
    op.create_index(op.f("ix_parties_name"), "parties", ["name"], unique=False)
    op.create_table(
        "texts",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_texts")),
    )
    op.create_table(
        "changes",
        sa.Column("meeting", sa.String(length=16), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=16), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("document", sa.String(length=16), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name=op.f("fk_changes_meeting"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("meeting", "revision", "field", name=op.f("pk_changes")),
    )
    op.create_index(op.f("ix_changes_at"), "changes", ["at"], unique=False)
    op.create_table(
        "documents",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("text", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=True),
        sa.Column("language", sa.String(length=16), nullable=True),
        sa.Column("published", sa.String(length=40), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("predecessor", sa.String(length=16), nullable=True),
        sa.Column("added_at", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(["text"], ["texts.id"], name=op.f("fk_documents_text"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    op.create_index(op.f("ix_documents_added_at"), "documents", ["added_at"], unique=False)
    op.create_index(op.f("ix_documents_name"), "documents", ["name"], unique=False)
    op.create_index(op.f("ix_documents_text"), "documents", ["text"], unique=False)
    op.create_table(
        "entry_parties",
        sa.Column("text", sa.String(length=16), nullable=False),
        sa.Column("entry", sa.String(length=16), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.Column("of", sa.Text(), nullable=True),
        sa.Column("side", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["text"], ["texts.id"], name=op.f("fk_entry_parties_text"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entry", "role", "ordinal", name=op.f("pk_entry_parties")),
    )
    op.create_index(op.f("ix_entry_parties_party"), "entry_parties", ["party"], unique=False)
    op.create_index(op.f("ix_entry_parties_text"), "entry_parties", ["text"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("text", sa.String(length=16), nullable=False),
        sa.Column("entry", sa.String(length=16), nullable=False),
        sa.Column("about", sa.String(length=16), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("parent", sa.Integer(), nullable=True),
        sa.Column("ground", sa.String(length=8), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("assumed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["text"], ["texts.id"], name=op.f("fk_evidence_text"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entry", "about", "ordinal", "number", name=op.f("pk_evidence")),
    )
    op.create_index(op.f("ix_evidence_text"), "evidence", ["text"], unique=False)
    op.create_table(
        "meeting_parties",
        sa.Column("meeting", sa.String(length=16), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.Column("of", sa.Text(), nullable=True),
        sa.Column("side", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name=op.f("fk_meeting_parties_meeting"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("meeting", "role", "ordinal", name=op.f("pk_meeting_parties")),
    )
    op.create_index(op.f("ix_meeting_parties_party"), "meeting_parties", ["party"], unique=False)
    op.create_index(op.f("ix_meeting_parties_side"), "meeting_parties", ["side"], unique=False)
    op.create_table(
        "reports",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("text", sa.String(length=16), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("forum", sa.Text(), nullable=True),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("convener", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("feature", sa.String(length=8), nullable=True),
        sa.Column("venue", sa.Text(), nullable=True),
        sa.Column("topic", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("held_earliest", sa.Date(), nullable=True),
        sa.Column("held_latest", sa.Date(), nullable=True),
        sa.Column("held_bearing", sa.String(length=8), nullable=True),
        sa.Column("held_starts", sa.String(length=40), nullable=True),
        sa.Column("held_ends", sa.String(length=40), nullable=True),
        sa.Column("previous_earliest", sa.Date(), nullable=True),
        sa.Column("previous_latest", sa.Date(), nullable=True),
        sa.Column("previous_bearing", sa.String(length=8), nullable=True),
        sa.Column("previous_starts", sa.String(length=40), nullable=True),
        sa.Column("previous_ends", sa.String(length=40), nullable=True),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("block", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["text"], ["texts.id"], name=op.f("fk_reports_text"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
    )
    op.create_index(op.f("ix_reports_block"), "reports", ["block"], unique=False)
    op.create_index(op.f("ix_reports_text"), "reports", ["text"], unique=False)
    op.create_table(
        "spans",
        sa.Column("text", sa.String(length=16), nullable=False),
        sa.Column("entry", sa.String(length=16), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=8), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["text"], ["texts.id"], name=op.f("fk_spans_text"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entry", "role", "ordinal", name=op.f("pk_spans")),
    )
    op.create_index(op.f("ix_spans_text"), "spans", ["text"], unique=False)
    op.create_table(
        "statements",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("text", sa.String(length=16), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("form", sa.String(length=8), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("via", sa.Text(), nullable=True),
        sa.Column("topic", sa.Text(), nullable=True),
        sa.Column("said_earliest", sa.Date(), nullable=True),
        sa.Column("said_latest", sa.Date(), nullable=True),
        sa.Column("said_bearing", sa.String(length=8), nullable=True),
        sa.Column("said_starts", sa.String(length=40), nullable=True),
        sa.Column("said_ends", sa.String(length=40), nullable=True),
        sa.Column("same_as", sa.String(length=16), nullable=True),
        sa.Column("inside", sa.String(length=16), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["text"], ["texts.id"], name=op.f("fk_statements_text"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statements")),
    )
    op.create_index(op.f("ix_statements_speaker"), "statements", ["speaker"], unique=False)
    op.create_index(op.f("ix_statements_text"), "statements", ["text"], unique=False)
    op.create_table(
        "steps",
        sa.Column("meeting", sa.String(length=16), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("report", sa.String(length=16), nullable=False),
        sa.Column("field", sa.String(length=16), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name=op.f("fk_steps_meeting"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("meeting", "ordinal", name=op.f("pk_steps")),
    )
    op.create_table(
        "keys",
        sa.Column("report", sa.String(length=16), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name=op.f("fk_keys_report"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "ordinal", name=op.f("pk_keys")),
    )
    op.create_index(op.f("ix_keys_anchor_first_last"), "keys", ["anchor", "first", "last"], unique=False)
    op.create_table(
        "matches",
        sa.Column("one", sa.String(length=16), nullable=False),
        sa.Column("other", sa.String(length=16), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["one"], ["reports.id"], name=op.f("fk_matches_one"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other"], ["reports.id"], name=op.f("fk_matches_other"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("one", "other", name=op.f("pk_matches")),
    )
    op.create_index(op.f("ix_matches_other"), "matches", ["other"], unique=False)
    op.create_table(
        "meeting_reports",
        sa.Column("report", sa.String(length=16), nullable=False),
        sa.Column("meeting", sa.String(length=16), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name=op.f("fk_meeting_reports_meeting"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name=op.f("fk_meeting_reports_report"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", name=op.f("pk_meeting_reports")),
    )
    op.create_index(op.f("ix_meeting_reports_meeting"), "meeting_reports", ["meeting"], unique=False)
    op.create_table(
        "problems",
        sa.Column("document", sa.String(length=16), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("room", sa.String(length=16), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("field", sa.String(length=8), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_problems_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_problems")),
    )
    op.create_table(
        "readings",
        sa.Column("text", sa.String(length=16), nullable=False),
        sa.Column("document", sa.String(length=16), nullable=False),
        sa.Column("rules", sa.String(length=64), nullable=False),
        sa.Column("read_at", sa.String(length=27), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("rivals", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_readings_document"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["text"], ["texts.id"], name=op.f("fk_readings_text"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("text", name=op.f("pk_readings")),
    )
