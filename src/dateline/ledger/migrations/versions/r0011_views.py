"""Views for whoever opens the ledger with other programs; their columns are promised (docs/sql.md).

Views stand on tables: a later revision that makes a table anew or takes a column away drops them first and makes them again.
The SQL is what SQLite and PostgreSQL both take, and DuckDB, which reads the definition of a view out of an SQLite file.
"""

from alembic import op

revision = "0011"
down_revision = "0010"

NAMED = """(SELECT {joined}(found.name, '; ') FROM
    (SELECT COALESCE(y.name, z.party) AS name FROM {table} z LEFT JOIN parties y ON y.id = z.party
     WHERE z.{entry} = {id} AND z.role = '{role}' ORDER BY z.ordinal) found)"""

LISTED = """(SELECT {joined}(found.party, '; ') FROM
    (SELECT z.party AS party FROM {table} z WHERE z.{entry} = {id} AND z.role = '{role}' ORDER BY z.ordinal) found)"""

QUOTED = """(SELECT {joined}(found.quote, ' … ') FROM
    (SELECT w.quote AS quote FROM spans w WHERE w.entry = {id} AND w.role = '{role}' ORDER BY w.ordinal) found)"""

OF_ENTRY = "SELECT a.decision FROM anchors a WHERE a.kind = '{kind}' AND a.role = 'one' AND a.report = {id}"
OF_MEETING = "SELECT a.decision FROM anchors a JOIN meeting_reports b ON b.report = a.report WHERE b.meeting = m.id"

DECIDED = """(SELECT {joined}(found.what, '; ') FROM
    (SELECT c.verb || COALESCE(' ' || c.field, '') || COALESCE(' ' || c.value, '') AS what FROM decisions c
     WHERE c.undone_at IS NULL AND c.id IN ({about}) ORDER BY c.at, c.id) found)"""

REJECTED = """COALESCE((SELECT c.verb FROM decisions c
    WHERE c.undone_at IS NULL AND c.id IN ({about}) ORDER BY c.at DESC, c.id DESC LIMIT 1), '') = 'reject'"""

TOLD = "d.source AS outlet, d.url AS url, COALESCE(d.day, r.day) AS published, d.id AS story"
"""Where it was told: the document that was read."""

READ = "LEFT JOIN readings r ON r.text = {text} LEFT JOIN documents d ON d.id = r.document"


def views(joined: str) -> dict[str, str]:
    """View -> what it selects; `joined` is the database's function that puts words together."""

    def of(template: str, id: str, role: str, table: str = "entry_parties", entry: str = "entry") -> str:
        return template.format(joined=joined, id=id, role=role, table=table, entry=entry)

    def judged(about: str) -> str:
        return f"{DECIDED.format(joined=joined, about=about)} AS decided, {REJECTED.format(about=about)} AS rejected"

    def taking_part(template: str, role: str) -> str:
        return of(template, "m.id", role, "meeting_parties", "meeting")

    return {
        "v_meetings": f"""
            SELECT m.id, m.title, m.kind, m.status, m.forum, m.level, m.convener,
                {taking_part(LISTED, "parties")} AS parties, {taking_part(NAMED, "parties")} AS party_names,
                {taking_part(NAMED, "people")} AS people,
                m.place, m.country, m.venue, m.topic, m.outcome,
                m.held_earliest AS earliest, m.held_latest AS latest, m.held_bearing AS bearing,
                m.held_starts AS starts, m.held_ends AS ends,
                m.previous_earliest, m.previous_latest, m.stories, m.newest, m.confidence, m.credibility,
                w.quote AS quote, {TOLD}, {DECIDED.format(joined=joined, about=OF_MEETING)} AS decided,
                m.revision, m.first_seen, m.last_changed
            FROM meetings m LEFT JOIN reports f ON f.id = m.founder {READ.format(text="f.text")}
            LEFT JOIN spans w ON w.entry = m.founder AND w.role = 'mention' AND w.ordinal = 0
            WHERE m.merged_into IS NULL AND NOT m.withdrawn""",
        "v_statements": f"""
            SELECT s.id, CASE WHEN s.said_earliest = s.said_latest THEN s.said_latest ELSE r.day END AS day, s.kind, s.form,
                s.speaker, COALESCE(q.name, s.speaker) AS speaker_name, s.via,
                {of(LISTED, "s.id", "of")} AS sides, {of(NAMED, "s.id", "of")} AS side_names,
                {of(LISTED, "s.id", "target")} AS targets, {of(NAMED, "s.id", "target")} AS target_names,
                {of(LISTED, "s.id", "addressee")} AS addressees, s.topic,
                {of(QUOTED, "s.id", "content")} AS quote, {of(QUOTED, "s.id", "cue")} AS cue,
                s.said_earliest, s.said_latest, s.said_bearing, s.same_as, s.inside, s.confidence,
                {TOLD}, {judged(OF_ENTRY.format(kind="statement", id="s.id"))}
            FROM statements s LEFT JOIN parties q ON q.id = s.speaker {READ.format(text="s.text")}""",
        "v_events": f"""
            SELECT e.id, COALESCE(e.done_earliest, e.done_latest, r.day) AS day, e.type, e.mode, e.cameo, e.status, e.contexts,
                {of(LISTED, "e.id", "actors")} AS actors, {of(NAMED, "e.id", "actors")} AS actor_names,
                {of(LISTED, "e.id", "recipients")} AS recipients, {of(NAMED, "e.id", "recipients")} AS recipient_names,
                e.done_earliest AS earliest, e.done_latest AS latest, e.done_bearing AS bearing,
                e.place, e.country, e.admin1, e.lat, e.lon, {of(QUOTED, "e.id", "trigger")} AS quote, e.confidence,
                {TOLD}, {judged(OF_ENTRY.format(kind="event", id="e.id"))}
            FROM events e {READ.format(text="e.text")}""",
        "v_relations": f"""
            SELECT t.id, r.day AS day, t.kind, t.source, COALESCE(p.name, t.source) AS source_name,
                t.target, COALESCE(q.name, t.target) AS target_name, t.office,
                t.from_earliest, t.from_latest, t.until_earliest, t.until_latest, {of(QUOTED, "t.id", "relation")} AS quote,
                {TOLD}, {judged(OF_ENTRY.format(kind="relation", id="t.id"))}
            FROM relations t LEFT JOIN parties p ON p.id = t.source LEFT JOIN parties q ON q.id = t.target
            {READ.format(text="t.text")}""",
        "v_stories": """
            SELECT d.id, d.name, x.title, x.body, d.source AS outlet, d.url, d.wire, d.language,
                COALESCE(d.day, r.day) AS published, r.given, r.earliest, r.latest, d.predecessor, d.added_at, r.read_at,
                r.rules AS read_by,
                (SELECT COUNT(*) FROM stories k JOIN documents c ON c.text = k.text WHERE k.read_as = r.text) AS carriers,
                (SELECT COUNT(*) FROM reports n WHERE n.text = r.text) AS meetings,
                (SELECT COUNT(*) FROM statements n WHERE n.text = r.text) AS statements,
                (SELECT COUNT(*) FROM events n WHERE n.text = r.text) AS events,
                (SELECT COUNT(*) FROM relations n WHERE n.text = r.text) AS relations
            FROM readings r JOIN texts x ON x.id = r.text JOIN documents d ON d.id = r.document""",
    }


def upgrade() -> None:
    """Make the views."""
    joined = "GROUP_CONCAT" if op.get_bind().dialect.name == "sqlite" else "STRING_AGG"
    for name, selected in views(joined).items():
        op.execute(f"CREATE VIEW {name} AS {selected}")
