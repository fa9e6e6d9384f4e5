"""The derivation of entries as a tree."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dateline.app.ask import explained
from dateline.app.keep import keep
from dateline.ledger.database import Ledger, open_ledger
from dateline.model.errors import UnknownEntryError
from dateline.model.evidence import Evidence, Span
from dateline.views.explain import Branch, branch_json, explanation, of_evidence, tree_lines
from tests.ledger.build import Told, story
from tests.ledger.chains import CHAINS, NRC
from tests.store.test_events import reading as acts

STORY = story(
    "2022-01-04",
    Told("The council meets on Jan. 12 in Brussels.", **NRC, date="2022-01-12", place="Brussels"),
    said=(("RUS", "deny", "It plans nothing."),),
    name="one.txt",
)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    opened = open_ledger(f"sqlite:///{tmp_path / 'ledger.db'}")
    keep(opened, STORY, "1", clock=lambda: datetime(2022, 1, 5, tzinfo=UTC))
    return opened


def tree(ledger: Ledger, words: str) -> Branch:
    return explanation(explained(ledger, words))


def text(branch: Branch) -> str:
    return "\n".join(line.plain for line in tree_lines(branch))


def find(branch: Branch, label: str) -> Branch:
    return next(each for each in branch.beneath if each.label == label)


def test_a_report(ledger: Ledger) -> None:
    report = STORY.meetings[0].id
    found = text(tree(ledger, report))
    words = "“The council meets on Jan. 12 in Brussels.” (text 0–41)"
    assert found.splitlines()[0] == f"report {report}: NATO-Russia Council council"
    assert f"├── mention {words}" in found
    assert (
        f"""\
├── date: 2022-01-12
│   └── words {words} by on <date>
│       └── words {words} by the year nearest to the story's day, assumed
│           └── published: 2022-01-04 by the day the story gives
├── place: Brussels
"""
        in found
    )


def test_how_sure_a_report_is_and_what_it_is_part_of(ledger: Ledger) -> None:
    told = story(
        "2022-01-04",
        Told("The envoy is in Cairo until Friday.", ("EGY", "ISR"), "2022-01-07", kind="visit", place="Cairo"),
        Told("He sees the minister on Thursday.", ("EGY", "ISR"), "2022-01-06"),
        name="two.txt",
    )
    visit, talks = told.meetings
    talks = replace(talks, part_of=visit.id, sure={"parties": 0.9, "date": 0.815})
    keep(ledger, replace(told, meetings=(visit, talks)), "1")
    assert [each.meeting for each in explained(ledger, told.document.id).reports] == [visit, talks]
    found = tree(ledger, talks.id)
    assert find(found, "part of").value == visit.id
    assert [(each.label, each.value) for each in find(found, "confidence").beneath] == [("parties", "0.90"), ("date", "0.81")]
    assert not find(tree(ledger, visit.id), "confidence").beneath


def test_a_meeting(ledger: Ledger) -> None:
    keep(ledger, CHAINS[1].stories[1], "1", clock=lambda: datetime(2022, 1, 9, tzinfo=UTC))
    from dateline.app.ask import agenda

    (row,) = agenda(ledger).rows
    branch = tree(ledger, row.id)
    history = find(branch, "history").beneath
    assert [(step.label, step.value) for step in history] == [
        ("2022-01-04 status", "scheduled"),
        ("2022-01-04 date", "2022-01-12"),
        ("2022-01-04 place", "Brussels"),
        ("2022-01-08 date", "2022-01-12 → 2022-01-14"),
    ]
    assert history[3].quote == "Moved from Jan. 12 to Jan. 14."
    assert find(branch, "ledger").value == "revision 2"
    reports = [each for each in branch.beneath if each.label.startswith("report ")]
    assert len(reports) == 2
    reasons = {each.label: each.value for each in find(reports[0], "belongs here").beneath}
    assert str(reasons["the same forum, NATO-Russia Council"]) > "+1.0"
    assert str(reasons["one moves it from the date that the other gives"]) > "+1.0"
    assert str(reasons["before anything is compared"]) < "0"


def test_a_statement(ledger: Ledger) -> None:
    found = text(tree(ledger, STORY.statements[0].id))
    assert "words said “It plans nothing.” (text 42–59)" in found
    assert "kind: deny" in found
    assert "by <speaker> says <content>" in found


def test_a_document_by_id_and_name(ledger: Ledger) -> None:
    branch = tree(ledger, STORY.document.id)
    assert branch == tree(ledger, "one.txt")
    assert find(branch, "published").value == "2022-01-04 (as given)"
    assert find(branch, "read").value == "by rules of 1"
    assert {each.label.split()[0] for each in branch.beneath} >= {"report", "statement", "source"}


def test_a_beginning_is_enough(ledger: Ledger) -> None:
    assert tree(ledger, STORY.document.id[:10].upper()) == tree(ledger, STORY.document.id)


@pytest.mark.parametrize("words", ["", "abc", "ffffffffffffffff", "no such story", "%", "____"])
def test_unknown_ids(ledger: Ledger, words: str) -> None:
    with pytest.raises(UnknownEntryError, match="nothing in the ledger"):
        explained(ledger, words)


def test_names_that_several_documents_bear(ledger: Ledger) -> None:
    keep(ledger, story("2022-01-05", said=(("RUS", "deny", "Again."),), name="one.txt"), "1")
    with pytest.raises(UnknownEntryError, match="may be document"):
        explained(ledger, "one.txt")


def test_evidence_keeps_its_shape(ledger: Ledger) -> None:
    span = Span("text", 0, 1, "T")
    leaf = Evidence(span, "leaf", assumed=True)
    evidence = Evidence(span, "top", (Evidence(span, "left", (leaf, leaf)), Evidence(span, "right")))
    branch = of_evidence(evidence)
    assert [each.rule for each in branch.beneath] == ["left", "right"]
    assert [each.assumed for each in branch.beneath[0].beneath] == [True, True]
    assert branch_json(branch)["beneath"][1] == {"label": "words", "quote": "T", "where": "text 0–1", "rule": "right"}


def test_what_was_kept_comes_back(ledger: Ledger) -> None:
    subject = explained(ledger, STORY.document.id)
    assert subject.reports[0].meeting == STORY.meetings[0]
    assert subject.statements == STORY.statements
    assert subject.dating == STORY.dating


CARRIED = [("a.txt", "Wire", "2022-01-04", "https://w.example/1"), ("b.txt", "Post", "2022-01-05", None)]
"""Two carriers of one text."""


@pytest.mark.parametrize("kind", ["statement", "event"])
def test_who_carries_a_statement_or_event(tmp_path: Path, kind: str) -> None:
    opened = open_ledger(f"sqlite:///{tmp_path / 'carried.db'}")
    documents = []
    for name, source, day, url in CARRIED:
        reading = story(day, said=(("RUS", "deny", "It shells nobody."),), name=name, source=source, url=url)
        if kind == "event":
            reading = replace(
                acts(), document=replace(acts().document, name=name, source=source, url=url, published=date.fromisoformat(day))
            )
        keep(opened, reading, "1")
        documents.append(reading.document.id)
    entry = reading.statements[0].id if kind == "statement" else reading.events[0].id
    found = [each for each in tree(opened, entry).beneath if each.label == "document"]
    assert [each.value for each in found] == [f"{documents[0]} (Wire, 2022-01-04)", f"{documents[1]} (Post, 2022-01-05)"]
    assert [(each.label, each.value) for branch in found for each in branch.beneath] == [
        ("address", "https://w.example/1"),
        ("name", "b.txt"),
    ]


def test_a_story_that_many_carry(tmp_path: Path) -> None:
    opened = open_ledger(f"sqlite:///{tmp_path / 'many.db'}")
    for number in range(7):
        reading = story(
            "2022-01-04", said=(("RUS", "deny", "It shells nobody."),), name=f"{number}.txt", source=f"Wire {number}"
        )
        keep(opened, reading, "1")
    found = tree(opened, reading.statements[0].id).beneath
    assert len([each for each in found if each.label == "document"]) == 5
    assert ("carried by", "2 more") in [(each.label, each.value) for each in found]


def test_a_veto_is_named_in_words(ledger: Ledger) -> None:
    talks = {"date": "2022-01-12", "place": "Vienna", "status": "held"}
    one = story(
        "2022-01-13", Told("Ana met Oleg.", ("USA", "RUS"), people=(("Ana Ruiz", "USA"), ("Oleg Sorin", "RUS")), **talks)
    )
    other = story(
        "2022-01-13", Told("Ben met Oleg.", ("USA", "RUS"), people=(("Ben Hale", "USA"), ("Oleg Sorin", "RUS")), **talks)
    )
    for reading in (one, other):
        keep(ledger, reading, "1")
    meeting = find(tree(ledger, one.meetings[0].id), "meeting").value
    apart = find(tree(ledger, str(meeting)), "kept apart")
    assert apart.value == f"report {other.meetings[0].id}"
    assert apart.beneath[0].label == "veto: other people for USA, Ana Ruiz and Ben Hale"
