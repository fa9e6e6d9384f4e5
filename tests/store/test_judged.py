"""People decide of statements and events: listings show what they decided, and it can be taken back and elsewhere."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from dateline.app import export, judge
from dateline.app.ask import explained
from dateline.app.changes import changes
from dateline.app.days import moment
from dateline.app.decisions import decision_json, take_in
from dateline.app.forget import forget
from dateline.app.keep import keep, read_again
from dateline.app.positions import positions, statements
from dateline.ledger.database import Ledger
from dateline.model.coded import Coded
from dateline.model.errors import InputError, UnknownEntryError
from dateline.model.evidence import Decision, Evidence, Sourced, Span
from dateline.model.kept import KeptEntry
from dateline.model.party import Party
from dateline.model.position import Saying
from dateline.model.reading import Reading
from dateline.views.changes import changes_json, changes_lines
from dateline.views.explain import explanation
from tests.ledger.build import Told, story
from tests.store.test_events import AT
from tests.store.test_events import reading as acts
from tests.store.test_forget import never

GRAIN = story(
    "2022-01-04",
    Told("Envoys meet in Vienna.", ("RUS", "UKR"), "2022-01-10", people=(("Anna Petrova", "RUS"),)),
    said=(("RUS", "demand", "Exports of grain must go on."), ("UKR", "reject", "No grain export under fire.")),
)
DEMAND, REFUSAL = GRAIN.statements


@pytest.fixture
def told(ledger: Ledger) -> Ledger:
    for reading in (GRAIN, acts()):
        keep(ledger, reading, "1", lambda: AT)
    return ledger


def said(ledger: Ledger, **asked: Any) -> list[Saying]:
    return list(statements(ledger, **asked).rows)


def done(ledger: Ledger, **asked: Any) -> list[Coded]:
    return export.coded(ledger, **{"statuses": export.ALL, **asked})


def decide(ledger: Ledger, words: str, verb: Any, field: str | None = None, value: str | None = None) -> judge.Judged:
    return judge.judge(ledger, words, verb, by="Ana", field=field, value=value)


@pytest.mark.parametrize(
    ("field", "value", "asked", "shown"),
    [
        ("kind", "Promise", {"kind": "promise"}, {"kind": "promise"}),
        ("speaker", "Anna Petrova", {"speaker": "Petrova"}, {"speaker": "Anna Petrova", "of": ("RUS",), "sides": ("RUS",)}),
        ("speaker", "Ukraine", {"of": "Ukraine", "kind": "demand"}, {"speaker": "UKR", "of": ("UKR",)}),
        ("speaker", "Ana Lopes (Portugal)", {"of": "Portugal"}, {"speaker": "Ana Lopes", "sides": ("PRT",)}),
        ("of", "NATO", {"of": "NATO"}, {"speaker": "RUS", "of": ("NATO",)}),
        ("target", "Ukraine, Turkey", {"target": "TUR"}, {"targets": ("UKR", "TUR"), "partners": ("UKR", "TUR")}),
        ("said", "2022-01-02", {"last": datetime(2022, 1, 2).date()}, {"said": "2022-01-02"}),  # noqa: DTZ001
        ("date", "none", {"kind": "demand"}, {"said": None}),
    ],
)  # fmt: skip
def test_corrected_statements(told: Ledger, field: str, value: str, asked: dict[str, Any], shown: dict[str, Any]) -> None:
    made = decide(told, DEMAND.id, "correct", field, value)
    (row,) = said(told, **asked)
    assert (row.id, {name: getattr(row, name) for name in shown}) == (DEMAND.id, shown)
    assert [each.id for each in row.judgements] == [made.judgement.id]
    assert len(said(told, about="grain")) == 2
    judge.undo(told, made.judgement.id, by="Ben")
    assert said(told, **asked) == [] or shown == {"said": None}


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("kind", "threaten", {"type": "THREATEN", "cameo": "130", "mode": None}),
        ("cameo", "1121", {"type": "ACCUSE", "cameo": "1121"}),
        ("when", "2022-01-02", {"span": (datetime(2022, 1, 2).date(),) * 2}),  # noqa: DTZ001
        ("status", "denied", {"status": "denied"}),
        ("mode", "none", {"mode": None}),
    ],
)  # fmt: skip
def test_corrected_events(told: Ledger, field: str, value: str, shown: dict[str, Any]) -> None:
    name = done(told, types=("ACCUSE",))[0].id
    decide(told, name, "correct", field, value)
    (row,) = (each for each in done(told) if each.id == name)
    assert {key: getattr(row, key) for key in shown} == shown
    assert [each.by for each in row.judgements] == ["Ana"]


def test_sides_of_events(told: Ledger) -> None:
    name = done(told, types=("ACCUSE",))[0].id
    decide(told, name, "correct", "source", "Turkey; Sergei Lavrov")
    decide(told, name, "correct", "recipient", "none")
    (row,) = done(told, party="TUR")
    assert [(each.party, each.name, each.side) for each in row.actors] == [
        ("TUR", "Turkey", "TUR"), ("Sergei Lavrov", "Sergei Lavrov", "RUS"),
    ]  # fmt: skip
    assert (row.id, row.recipients, done(told, party="UKR")) == (name, (), [])


def test_rejected_confirmed_undone(told: Ledger) -> None:
    accused = done(told, types=("ACCUSE",))[0].id
    decide(told, DEMAND.id, "reject")
    decide(told, accused, "reject")
    assert [row.id for row in said(told)] == [REFUSAL.id]
    assert DEMAND.id not in {
        stance.saying.id for issue in positions(told, about="grain").board.issues for stance in issue.stances
    }
    assert [row.type for row in done(told)] == ["SANCTION"]
    subject = explained(told, DEMAND.id)
    assert "rejected: it is left out of every listing" in str(explanation(subject))
    decide(told, DEMAND.id, "confirm")
    (row,) = said(told, kind="demand")
    assert row.confidence == 1.0
    made = judge.undo_last(told, accused, by="Ben")
    assert (made.entry, [row.type for row in done(told)]) == (accused, ["ACCUSE", "SANCTION"])
    with pytest.raises(UnknownEntryError, match="nothing was decided"):
        judge.undo_last(told, accused, by="Ben")


def test_why(told: Ledger) -> None:
    decide(told, DEMAND.id, "correct", "speaker", "Anna Petrova")
    subject = explained(told, DEMAND.id)
    assert isinstance(subject, KeptEntry)
    tree = str(explanation(subject))
    for words in (f"statement {DEMAND.id}: Anna Petrova: demand", "decision: Ana, ", "by <speaker> says <content>"):
        assert words in tree
    evidence = subject.entry.speaker.evidence[0]  # type: ignore[union-attr]
    assert (isinstance(evidence.ground, Decision), evidence.because) == (True, DEMAND.speaker.evidence)
    assert f"statement {DEMAND.id}: Anna Petrova: demand" in str(explanation(explained(told, GRAIN.document.id)))


@pytest.mark.parametrize(
    ("entry", "verb", "field", "value", "words"),
    [
        (DEMAND.id, "correct", "forum", "x", "no field of a statement; one of speaker, of"),
        (DEMAND.id, "correct", "kind", "shout", "is no kind; it is one of assert"),
        (DEMAND.id, "correct", "kind", "none", "a statement is never without kind"),
        (DEMAND.id, "correct", "of", "Ukrane", r"did you mean Ukraine \(UKR\)"),
        (DEMAND.id, "correct", "speaker", "Nobody Atall", "say for whom he or she speaks"),
        (DEMAND.id, "correct", "said", "soon", "no date"),
        (DEMAND.id, "same-as", None, None, "is a statement: confirm, reject or correct it"),
        ("ACCUSE", "correct", "cameo", "999", "no code of CAMEO"),
        ("ACCUSE", "correct", "cameo", "113x", "near it are 11, 110"),
        ("ACCUSE", "correct", "mode", "expel", "no mode of ACCUSE"),
        ("ACCUSE", "correct", "speaker", "RUS", "no field of an event; one of actors"),
    ],
)  # fmt: skip
def test_what_cannot_be(told: Ledger, entry: str, verb: Any, field: str | None, value: str | None, words: str) -> None:
    name = done(told, types=("ACCUSE",))[0].id if entry == "ACCUSE" else entry
    with pytest.raises(InputError, match=words):
        decide(told, name, verb, field, value)
    assert judge.decisions(told) == []


def test_as_of_and_changes(told: Ledger) -> None:
    at = datetime(2022, 1, 8, tzinfo=UTC)
    made = judge.judge(told, DEMAND.id, "correct", by="Ana", field="kind", value="promise", note="heard", clock=lambda: at)
    assert [row.kind for row in said(told, as_of=moment("2022-01-07"))] == ["demand", "reject"]
    assert [row.kind for row in said(told, as_of=moment("2022-01-09"))] == ["promise", "reject"]
    found = changes(told, moment("2022-01-07"))
    assert [(each.judgement.id, each.words) for each in found.ruled] == [(made.judgement.id, "Exports of grain must go on.")]
    line = "statement “Exports of grain must go on.”: decided by Ana: correct kind promise (heard)"
    assert any(line in " ".join(each.plain.split()) for each in changes_lines(found, width=300))
    assert changes_json(found)["decided"][0]["entry"] == DEMAND.id
    assert changes(told, moment("2022-01-09")).ruled == ()


def test_a_log_in_another_ledger(told: Ledger, file_ledger: Ledger) -> None:
    decide(told, DEMAND.id, "correct", "speaker", "Anna Petrova")
    decide(told, REFUSAL.id, "reject")
    decide(told, done(told, types=("ACCUSE",))[0].id, "correct", "type", "REJECT")
    assert [words for _, words in judge.decisions_told(told)] == [
        "Exports of grain must go on.", "No grain export under fire.", "accused",
    ]  # fmt: skip
    log = [json.dumps(decision_json(each)) for each in judge.decisions(told)]
    assert "grain" not in "".join(log)
    assert take_in(file_ledger, log) == (3, ())
    for reading in (GRAIN, acts()):
        keep(file_ledger, reading, "1", lambda: AT)
    assert (said(file_ledger), done(file_ledger)) == (said(told), done(told))
    assert take_in(file_ledger, log) == (0, ())
    forget(told, GRAIN.document.id, by="x", read=never)
    keep(told, GRAIN, "1", lambda: AT, again=True)
    assert said(told) == said(file_ledger)


def newer(reading: Reading, *, speaker: str | None = None, words: int = 0) -> Reading:
    """The same text by newer rules, whose statements begin so many characters later, and which know another speaker."""
    found = []
    for each in reading.statements:
        span = each.content[0]
        later = Span(span.field, span.start + words, span.end, span.quote[words:])
        reason = (Evidence(later, "<speaker> says <content>"),)
        given = Sourced(speaker, reason) if speaker and each.speaker.value == "RUS" else Sourced(each.speaker.value, reason)
        found.append(replace(each, content=(later,), speaker=given))
    return replace(reading, statements=tuple(found), parties=(*reading.parties, Party("TUR", "Turkey", "state")))


@pytest.mark.parametrize(
    ("again", "kinds"),
    [
        (newer(GRAIN, words=3), ["promise"]),  # other words of the same speaker
        (newer(GRAIN, speaker="TUR"), ["demand", "promise"]),  # another speaker: what people stand by is kept beside it
        (replace(GRAIN, statements=()), ["promise"]),
    ],
    ids=["words", "speaker", "nothing"],
)  # fmt: skip
def test_decisions_survive_newer_rules(told: Ledger, again: Reading, kinds: list[str]) -> None:
    decide(told, DEMAND.id, "correct", "kind", "promise")
    decide(told, REFUSAL.id, "reject")
    read_again(told, again, "2")
    assert sorted(row.kind for row in said(told)) == kinds


def test_a_corrected_speaker_that_newer_rules_read_themselves(told: Ledger) -> None:
    decide(told, DEMAND.id, "correct", "kind", "promise")
    decide(told, DEMAND.id, "correct", "speaker", "TUR")
    read_again(told, newer(GRAIN, speaker="TUR"), "2")
    assert [(row.kind, row.speaker) for row in said(told, speaker="TUR")] == [("promise", "TUR")]


def test_a_rejected_one_of_two_who_say_the_same(told: Ledger) -> None:
    both = replace(DEMAND, speaker=Sourced("UKR", DEMAND.speaker.evidence))
    read_again(told, replace(GRAIN, statements=(DEMAND, both)), "2")
    decide(told, DEMAND.id, "reject")
    read_again(told, replace(GRAIN, statements=(both,)), "3")
    assert [row.id for row in said(told)] == [both.id]
