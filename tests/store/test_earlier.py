"""Ledgers of every earlier schema, filled, are brought up to date when they are opened, and say what they said.

`earlier/0001.sql` holds three stories of two meetings as the first Dateline kept them, each further file what the revision of
its name made room for. A ledger of a revision is its schema with these files up to its own.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from dateline.app import ask, days, export, follow, outlets, positions, relations
from dateline.app.judge import decisions, undo
from dateline.app.keep import keep
from dateline.app.stories import stories
from dateline.ledger import database
from dateline.ledger.database import HEAD, REVISIONS, Ledger, open_ledger, revision_of
from dateline.ledger.migrate import upgrade
from dateline.model.kept import Carried, KeptMeeting
from dateline.views.explain import explanation, tree_lines
from tests.ledger.build import Told, story

EARLIER = Path(__file__).with_name("earlier")

COUNCIL, TALKS = "dc3b7695bba267b7", "677c4eec1fff4a9e"
REPORT, STATEMENT, EVENT = "0e2005266f853762", "c83465e613176810", "cee969da53c363dc"
DOCUMENT, RELATION = "4960479740fd3b14", "dca83d8d4937074b"

NO_ROOM = ("0011",)
"""Revisions that made views of what was there, and room for nothing new."""

Address = Callable[[str], str]


def commands(revision: str) -> list[str]:
    """What fills the room that a revision made."""
    found = EARLIER / f"{revision}.sql"
    assert found.is_file() == (revision not in NO_ROOM)
    words = found.read_text(encoding="utf-8").split(";\n") if found.is_file() else []
    return [each for each in words if each.strip()]


def filled(address: str, revision: str) -> Ledger:
    """A ledger as the Dateline of a revision left it, opened by this one."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(database, "bring_up_to_date", lambda ledger: None)
        old = open_ledger(address)
    with old.writing() as connection:
        upgrade(connection, revision)
        for each in REVISIONS[: REVISIONS.index(revision) + 1]:
            for command in commands(each):
                connection.exec_driver_sql(command)
    assert revision_of(old) == revision
    old.close()
    return open_ledger(address)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Address:
    """A function from a name to the address of a database that is not there yet."""
    if request.param == "sqlite":
        folder = tmp_path_factory.mktemp("earlier")
        return lambda name: f"sqlite:///{folder / name}.db"
    return request.getfixturevalue("server")


@pytest.fixture(scope="module", params=REVISIONS)
def revision(request: pytest.FixtureRequest) -> str:
    """A state that the schema has had."""
    return str(request.param)


@pytest.fixture(scope="module")
def earlier(fresh: Address, revision: str) -> Any:
    """A ledger of that revision, to be asked only."""
    opened = filled(fresh(f"earlier_{revision}"), revision)
    yield opened
    opened.close()


def text(ledger: Ledger, name: str) -> str:
    return "\n".join(line.plain for line in tree_lines(explanation(ask.explained(ledger, name))))


def test_the_schema_is_the_newest(earlier: Ledger) -> None:
    assert revision_of(earlier) == HEAD


def test_the_agenda(earlier: Ledger, revision: str) -> None:
    council, talks = ask.agenda(earlier).rows
    assert (council.id, council.occasion.status, council.revision) == (COUNCIL, "scheduled", 2)
    assert council.occasion.when is not None
    assert council.occasion.when.edtf == "2022-01-14"
    assert council.occasion.previously is not None
    assert council.occasion.previously.edtf == "2022-01-12"
    assert (council.occasion.parties, council.occasion.people[0].id) == (("NATO", "RUS"), "Sergei Ryabkov")
    assert [(line.source, line.quote, line.reliability) for line in council.sources] == [
        ("Wire", "The council meets on Jan. 12 in Brussels.", "A" if revision >= "0002" else None),
        ("Paper", "It was moved to Jan. 14.", None),
    ]
    assert (talks.id, talks.occasion.place, talks.occasion.credibility) == (TALKS, "Cairo", 1 if revision >= "0002" else 6)
    assert [row.id for row in ask.agenda(earlier, first=date(2022, 2, 1), party="Egypt").rows] == [TALKS]


def test_the_agenda_as_of_a_day(earlier: Ledger) -> None:
    (row,) = ask.agenda(earlier, as_of=days.moment("2022-01-07")).rows
    assert row.occasion.when is not None
    assert (row.id, row.occasion.when.edtf, len(row.sources)) == (COUNCIL, "2022-01-12", 1)


def test_statements(earlier: Ledger, revision: str) -> None:
    (row,) = positions.statements(earlier, about="plans").rows
    kind, judges = ("reject", ["Ben"]) if revision >= "0009" else ("deny", [])
    assert [each.by for each in row.judgements] == judges
    assert (row.id, row.kind, row.quote, row.sides, row.day) == (
        STATEMENT, kind, ("It plans nothing.",), ("RUS",), date(2022, 1, 4),
    )  # fmt: skip
    assert positions.statements(earlier, of="Egypt").rows == ()


def test_explanations(earlier: Ledger) -> None:
    document = ask.explained(earlier, DOCUMENT)
    assert isinstance(document, Carried)
    assert (document.name, document.rules, document.dating.value, document.problems) == (
        "one.txt",
        "0.0.9",
        date(2022, 1, 4),
        (),
    )
    assert ([each.id for each in document.reports], [each.id for each in document.statements]) == ([REPORT], [STATEMENT])
    meeting = ask.explained(earlier, COUNCIL)
    assert isinstance(meeting, KeptMeeting)
    assert [change.field for change in meeting.changes if change.revision == 2] == ["date", "previously"]
    found = text(earlier, COUNCIL)
    assert "the same parties, NATO and RUS: +2.0" in found
    assert "2022-01-12 (1): no contradiction, moved from this date" in found
    assert "words “The council meets on Jan. 12 in Brussels.” (text 0–41) by on <date>" in text(earlier, REPORT)
    assert "words said “It plans nothing.” (text 42–59)" in text(earlier, STATEMENT)


def test_stories(earlier: Ledger) -> None:
    assert {(each.body, each.carriers[0].source) for each in stories(earlier)} == {
        ("The council meets on Jan. 12 in Brussels. It plans nothing.", "Wire"),
        ("It was moved to Jan. 14.", "Paper"),
        ("Envoys of Egypt and Israel talk in Cairo.", "Wire"),
    }


def test_what_people_decided(earlier: Ledger, revision: str) -> None:
    known = [(each.verb, each.by, each.one[0].report) for each in decisions(earlier)]
    expected = [("confirm", "Ana", "b6cf4cef6ed71819")] if revision >= "0002" else []
    expected += [("correct", "Ben", STATEMENT)] if revision >= "0009" else []
    expected += [("correct", "Eva", RELATION)] if revision >= "0010" else []
    assert known == expected
    assert [(each.name, each.reliability) for each in outlets.known(earlier)] == ([("Wire", "A")] if known else [])
    if known:
        assert [row.id for row in ask.agenda(earlier, watch="nile").rows] == [TALKS]
        assert "decision 0d9dd77064fec1c2: confirm" in text(earlier, TALKS)


def test_events(earlier: Ledger, revision: str) -> None:
    found = export.coded(earlier, statuses=("planned",))
    assert [(each.id, each.type, each.cameo, each.actors[0].party) for each in found] == (
        [(EVENT, "CONSULT", "036", "EGY")] if revision >= "0005" else []
    )
    if found:
        assert "named by “talk” (text 27–31)" in text(earlier, EVENT)


def test_relations(earlier: Ledger, revision: str) -> None:
    found = relations.relations(earlier, party="Egypt").rows
    assert [(each.id, each.kind, each.source, each.target, each.sentence) for each in found] == (
        [(RELATION, "dispute", "EGY", "ISR", "Envoys of Egypt and Israel talk in Cairo.")] if revision >= "0010" else []
    )
    if found:
        assert "stated by “Egypt and Israel” (text 10–26)" in text(earlier, RELATION)


def test_views(earlier: Ledger, revision: str) -> None:
    def asked(words: str) -> list[tuple[Any, ...]]:
        with earlier.reading() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(words)]

    assert asked("SELECT id, parties, people, place, stories, quote, url, decided FROM v_meetings ORDER BY earliest") == [
        (COUNCIL, "NATO; RUS", "Sergei Ryabkov", "Brussels", 2, "The council meets on Jan. 12 in Brussels.",
         "https://wire.example/1", None),
        (TALKS, "EGY; ISR", None, "Cairo", 1, "Envoys of Egypt and Israel talk in Cairo.", None,
         "confirm" if revision >= "0002" else None),
    ]  # fmt: skip
    decided = "correct kind reject" if revision >= "0009" else None
    assert asked("SELECT id, kind, speaker_name, quote, story, decided, rejected FROM v_statements") == [
        (STATEMENT, "deny", "Russia", "It plans nothing.", DOCUMENT, decided, False)
    ]
    assert asked("SELECT id, type, actor_names, recipients, quote, outlet FROM v_events") == (
        [(EVENT, "CONSULT", "Egypt", "ISR", "talk", "Wire")] if revision >= "0005" else []
    )
    assert asked("SELECT id, kind, source_name, target, quote, decided FROM v_relations") == (
        [(RELATION, "ally", "Egypt", "ISR", "Egypt and Israel", "correct kind dispute")] if revision >= "0010" else []
    )
    assert asked("SELECT name, carriers, meetings, statements FROM v_stories ORDER BY name") == [
        ("one.txt", 1, 1, 1), ("three.txt", 1, 1, 0), ("two.txt", 1, 1, 0),
    ]  # fmt: skip


def test_feeds(earlier: Ledger, revision: str) -> None:
    assert [each.title for each in follow.known(earlier)] == (["The Wire"] if revision >= "0006" else [])


def test_how_sure_reports_are(earlier: Ledger, revision: str) -> None:
    document = ask.explained(earlier, DOCUMENT)
    assert isinstance(document, Carried)
    known = {"parties": 0.9, "date": 0.75} if revision >= "0007" else {}
    assert [(each.meeting.sure, each.meeting.part_of) for each in document.reports] == [(known, None)]


def test_how_sure_statements_are(earlier: Ledger, revision: str) -> None:
    document = ask.explained(earlier, DOCUMENT)
    assert isinstance(document, Carried)
    known = {"kind": 0.8} if revision >= "0008" else {}
    assert {each.id: each.sure for each in document.statements}[STATEMENT] == known


def test_it_goes_on(fresh: Address, revision: str) -> None:
    ledger = filled(fresh(f"goes_on_{revision}"), revision)
    told = Told("The council of NATO and Russia took place.", ("NATO", "RUS"), "2022-01-14", "held", kind="council")
    kept = keep(ledger, story("2022-01-15", told, source="Daily"), "1", lambda: datetime(2022, 1, 16, tzinfo=UTC))
    assert kept.meetings == (COUNCIL,)
    (row,) = ask.agenda(ledger, first=date(2022, 1, 14), last=date(2022, 1, 14)).rows
    assert (row.occasion.status, row.occasion.stories, row.revision) == ("held", 3, 3)
    for decision in decisions(ledger):
        assert undo(ledger, decision.id, by="Ana").meetings == ()
    (row,) = ask.agenda(ledger, party="EGY").rows
    assert (row.occasion.confidence, row.judgements) == (0.8, ())
    ledger.close()
