"""Relations that stories state: kept, asked for, judged, explained, read again, and gone with their documents."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from dateline.app import judge
from dateline.app.ask import explained, totals
from dateline.app.changes import changes
from dateline.app.days import moment
from dateline.app.decisions import decision_json, take_in
from dateline.app.forget import forget
from dateline.app.keep import keep, read_again
from dateline.app.relations import relations
from dateline.ledger.database import Ledger
from dateline.model.errors import InputError, MisquotedError, UnknownEntryError
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.party import Party
from dateline.model.reading import Reading
from dateline.model.related import Related
from dateline.model.relation import Relation, RelationKind
from dateline.model.text import Text
from dateline.model.when import When
from dateline.views.changes import changes_lines
from dateline.views.explain import explanation
from tests.ledger.build import story
from tests.store.test_forget import never

AT = datetime(2022, 1, 5, 12, tzinfo=UTC)
BODY = (
    "Latvia, a NATO member since 2004, sent envoys. Ana Lopes, the Latvian trade minister, backs Kenya.\n\nNATO sits in Oslo."
)
PARTIES = (
    Party("LVA", "Latvia", "state"), Party("NATO", "NATO", "organisation"), Party("KEN", "Kenya", "state"),
    Party("Ana Lopes", "Ana Lopes", "person", of="LVA", office="trade minister"),
)  # fmt: skip


def sourced(text: Text, value: Any, words: str, rule: str = "words say so") -> Sourced[Any]:
    start = text.body.index(words)
    return Sourced(value, (Evidence(Span.of(text, start, start + len(words)), rule),))


def tie(text: Text, kind: RelationKind, source: str, target: str | None, words: str, **more: Sourced[Any]) -> Relation:
    """A relation that these words state."""
    return Relation(
        text=text.id,
        kind=sourced(text, kind, words),
        source=sourced(text, source, words),
        target=sourced(text, target, words) if target else None,
        **more,
    )


def reading(name: str = "one", published: str = "2022-01-04", source: str = "Wire") -> Reading:
    """A story that states four relations."""
    told = story(published, body=BODY, name=name, source=source, url=f"https://wire.example/{name}")
    text = told.document.text
    since = sourced(text, When.year(2004), "since 2004")
    office = sourced(text, "trade minister", "trade minister")
    found = (
        tie(text, "member", "LVA", "NATO", "Latvia, a NATO member", from_=since),
        tie(text, "holds-office", "Ana Lopes", "LVA", "the Latvian trade minister", office=office),
        tie(text, "backs", "Ana Lopes", "KEN", "Ana Lopes, the Latvian trade minister, backs Kenya"),
        tie(text, "seat", "NATO", "Oslo", "NATO sits in Oslo"),
    )
    return replace(told, relations=found, parties=PARTIES)


ONE = reading()
MEMBER, OFFICE, BACKING, SEAT = ONE.relations


@pytest.fixture
def told(ledger: Ledger) -> Ledger:
    keep(ledger, ONE, "1", lambda: AT)
    keep(ledger, reading("two", "2022-01-05", "Daily"), "1", lambda: AT)
    return ledger


def found(ledger: Ledger, **asked: Any) -> list[Related]:
    return list(relations(ledger, **asked).rows)


def ids(ledger: Ledger, **asked: Any) -> list[str]:
    return [row.id for row in found(ledger, **asked)]


def decide(ledger: Ledger, words: str, verb: Any, field: str | None = None, value: str | None = None) -> judge.Judged:
    return judge.judge(ledger, words, verb, by="Ana", field=field, value=value)


def test_what_goes_in_comes_out(told: Ledger) -> None:
    member, office, backing, seat = found(told)
    assert (member.kind, member.source, member.target, member.from_, member.until) == (
        "member", "LVA", "NATO", When.year(2004), None,
    )  # fmt: skip
    assert (member.words and member.words.quote, member.sentence) == (
        "Latvia, a NATO member", "Latvia, a NATO member since 2004, sent envoys.",
    )  # fmt: skip
    assert (member.day, [each.name for each in member.carriers]) == (date(2022, 1, 4), ["one", "two"])
    assert (office.office, office.source_side, office.target_side) == ("trade minister", "LVA", "LVA")
    assert (backing.target, seat.target, seat.target_side) == ("KEN", "Oslo", None)
    assert totals(told).relations == 4


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        ({"party": "Latvia"}, ["member", "holds-office", "backs"]), ({"party": "NATO"}, ["member", "seat"]),
        ({"party": "Lopes"}, ["holds-office", "backs"]), ({"party": "Ana Lopes", "kinds": ("backs",)}, ["backs"]),
        ({"kinds": ("seat", "member")}, ["member", "seat"]), ({"first": date(2022, 1, 5)}, []),
        ({"first": date(2022, 1, 4), "last": date(2022, 1, 4), "kinds": ("seat",)}, ["seat"]),
        ({"last": date(2022, 1, 3)}, []), ({"as_of": moment("2022-01-03")}, []),
        ({"as_of": moment("2022-01-06"), "kinds": ("member",)}, ["member"]),
    ],
)  # fmt: skip
def test_questions(told: Ledger, asked: dict[str, Any], kinds: list[str]) -> None:
    assert [row.kind for row in found(told, **asked)] == kinds


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"party": "Latwia"}, r"did you mean Latvia \(LVA\)"),
        ({"first": date(2022, 2, 1), "last": date(2022, 1, 1)}, "end before"),
    ],
)
def test_what_cannot_be_asked(told: Ledger, asked: dict[str, Any], words: str) -> None:
    with pytest.raises(InputError, match=words):
        found(told, **asked)


@pytest.mark.parametrize(
    ("entry", "field", "value", "asked", "shown"),
    [
        (MEMBER, "kind", "Candidate", {"kinds": ("candidate",)}, {"kind": "candidate"}),
        (MEMBER, "source", "Kenya", {"kinds": ("member",), "party": "KEN"}, {"source": "KEN", "source_side": "KEN"}),
        (MEMBER, "target", "UN", {"party": "UN"}, {"target": "UN", "target_side": "UN"}),
        (MEMBER, "since", "2005-05", {"kinds": ("member",)}, {"from_": When.month(2005, 5)}),
        (MEMBER, "from", "none", {"kinds": ("member",)}, {"from_": None}),
        (MEMBER, "until", "2021-12-31", {"kinds": ("member",)}, {"until": When.on(date(2021, 12, 31))}),
        (OFFICE, "office", "foreign minister", {"kinds": ("holds-office",)}, {"office": "foreign minister"}),
        (OFFICE, "source", "Eva Berg (Kenya)", {"party": "KEN", "kinds": ("holds-office",)}, {"source": "Eva Berg"}),
        (SEAT, "target", "Bergen", {"kinds": ("seat",)}, {"target": "Bergen"}),
    ],
)  # fmt: skip
def test_corrected(told: Ledger, entry: Relation, field: str, value: str, asked: dict[str, Any], shown: dict[str, Any]) -> None:
    made = decide(told, entry.id, "correct", field, value)
    (row,) = found(told, **asked)
    assert (row.id, {name: getattr(row, name) for name in shown}) == (entry.id, shown)
    assert [each.id for each in row.judgements] == [made.judgement.id]
    judge.undo(told, made.judgement.id, by="Ben")
    assert [getattr(each, name) for each in found(told) if each.id == entry.id for name in shown] != list(shown.values())


def test_a_corrected_party_is_not_found_under_the_former_one(told: Ledger) -> None:
    decide(told, BACKING.id, "correct", "target", "NATO")
    assert (ids(told, party="KEN"), BACKING.id in ids(told, party="NATO")) == ([], True)


def test_rejected_confirmed_undone(told: Ledger) -> None:
    decide(told, SEAT.id, "reject")
    assert ids(told) == [MEMBER.id, OFFICE.id, BACKING.id]
    assert SEAT.id in ids(told, as_of=moment("2022-01-06"))
    assert "rejected: it is left out of every listing" in str(explanation(explained(told, SEAT.id)))
    decide(told, SEAT.id, "confirm")
    assert SEAT.id in ids(told)
    judge.undo_last(told, SEAT.id, by="Ben")
    assert judge.undo_last(told, SEAT.id, by="Ben").entry == SEAT.id
    assert SEAT.id in ids(told)
    with pytest.raises(UnknownEntryError, match="nothing was decided"):
        judge.undo_last(told, SEAT.id, by="Ben")


@pytest.mark.parametrize(
    ("verb", "field", "value", "words"),
    [
        ("correct", "forum", "x", "no field of a relation; one of kind, source, target"),
        ("correct", "kind", "friend", "is no kind; it is one of member"),
        ("correct", "source", "none", "a relation is never without source"),
        ("correct", "target", "Kenia", r"did you mean Kenya \(KEN\)"),
        ("correct", "until", "soon", "no date"),
        ("same-as", None, None, "is a relation: confirm, reject or correct it"),
    ],
)
def test_what_cannot_be_decided(told: Ledger, verb: Any, field: str | None, value: str | None, words: str) -> None:
    with pytest.raises(InputError, match=words):
        decide(told, MEMBER.id, verb, field, value)
    assert judge.decisions(told) == []


def test_why(told: Ledger) -> None:
    decide(told, MEMBER.id, "correct", "from", "2005")
    tree = str(explanation(explained(told, MEMBER.id[:8])))
    for words in (
        f"relation {MEMBER.id}: LVA member NATO", "(Wire, 2022-01-04)", "address: https://wire.example/one",
        "(Daily, 2022-01-05", "sentence “Latvia, a NATO member since 2004, sent envoys.”",
        "stated by “Latvia, a NATO member” (text 0–21)",
        "from: 2005", "decision: Ana, ", "words “since 2004” (text 22–32) by words say so",
    ):  # fmt: skip
        assert words in tree
    assert f"relation {SEAT.id}: NATO seat Oslo" in str(explanation(explained(told, ONE.document.id)))


def test_words_that_do_not_stand_there_any_more(told: Ledger) -> None:
    with told.writing() as connection:
        connection.exec_driver_sql("UPDATE texts SET body = 'Latvia left.'")
    with pytest.raises(MisquotedError, match="rests on the words"):
        explained(told, MEMBER.id)


def test_a_log_in_another_ledger(told: Ledger, file_ledger: Ledger) -> None:
    decide(told, MEMBER.id, "correct", "target", "UN")
    decide(told, SEAT.id, "reject")
    assert [words for _, words in judge.decisions_told(told)] == ["Latvia, a NATO member", "NATO sits in Oslo"]
    log = [json.dumps(decision_json(each)) for each in judge.decisions(told)]
    assert "Latvia" not in "".join(log)
    assert take_in(file_ledger, log) == (2, ())
    keep(file_ledger, ONE, "1", lambda: AT)
    keep(file_ledger, reading("two", "2022-01-05", "Daily"), "1", lambda: AT)
    assert found(file_ledger) == found(told)
    assert take_in(file_ledger, log) == (0, ())
    broken = json.loads(log[0])
    broken["one"][0]["relation"] = "member"
    with pytest.raises(InputError, match="no mark of a relation"):
        take_in(file_ledger, [json.dumps(broken)])


def test_what_changed(told: Ledger) -> None:
    at = datetime(2022, 1, 8, tzinfo=UTC)
    judge.judge(told, SEAT.id, "reject", by="Ana", clock=lambda: at)
    (line,) = (each.plain for each in changes_lines(changes(told, moment("2022-01-07")), width=300) if "Oslo" in each.plain)
    assert line.strip().startswith("relation “NATO sits in Oslo”: decided by Ana: reject")


def test_it_goes_with_its_documents(told: Ledger) -> None:
    decide(told, SEAT.id, "reject")
    for document in ("one", "two"):
        forget(told, document, by="tester", read=lambda found: replace(ONE, document=found))
    assert found(told) == []
    keep(told, ONE, "1", lambda: AT, again=True)
    assert ids(told) == [MEMBER.id, OFFICE.id, BACKING.id]


def test_forgotten_people_leave_the_register(ledger: Ledger) -> None:
    keep(ledger, ONE, "1", lambda: AT)
    forget(ledger, ONE.document.id, by="tester", read=never)
    with pytest.raises(InputError, match="no party is known"):
        found(ledger, party="Lopes")


TEXT = ONE.document.text
WIDER = "Latvia, a NATO member since 2004"


@pytest.mark.parametrize(
    ("again", "shown"),
    [
        ((), [("candidate", "NATO")]),  # people stand by it
        ((MEMBER, SEAT), [("candidate", "NATO")]),
        ((tie(TEXT, "candidate", "LVA", "NATO", WIDER), SEAT), [("candidate", "NATO")]),  # read as people have it
        ((tie(TEXT, "backs", "LVA", "NATO", WIDER), SEAT), [("backs", "NATO"), ("candidate", "NATO")]),
        ((tie(TEXT, "member", "LVA", "KEN", WIDER), SEAT), [("candidate", "NATO"), ("member", "KEN")]),
    ],
    ids=["nothing", "the same", "as decided", "another kind", "another party"],
)  # fmt: skip
def test_decisions_survive_newer_rules(told: Ledger, again: tuple[Relation, ...], shown: list[tuple[str, str]]) -> None:
    decide(told, MEMBER.id, "correct", "kind", "candidate")
    decide(told, SEAT.id, "reject")
    read_again(told, replace(ONE, relations=again), "2")
    assert sorted((row.kind, row.target) for row in found(told)) == shown
    (row,) = found(told, kinds=("candidate",))
    assert [each.by for each in row.judgements] == ["Ana"]


def test_allies_are_so_from_both_sides(told: Ledger) -> None:
    ally, other = (
        tie(TEXT, "ally", *ends, "Ana Lopes, the Latvian trade minister, backs Kenya")
        for ends in (("LVA", "KEN"), ("KEN", "LVA"))
    )
    read_again(told, replace(ONE, relations=(ally,)), "2")
    decide(told, ally.id, "reject")
    read_again(told, replace(ONE, relations=(other,)), "3")
    assert found(told) == []


def test_who_was_rejected_is_not_another_one_in_the_same_words(told: Ledger) -> None:
    both = tie(TEXT, "backs", "Ana Lopes", "NATO", "Ana Lopes, the Latvian trade minister, backs Kenya")
    read_again(told, replace(ONE, relations=(BACKING, both)), "2")
    decide(told, BACKING.id, "reject")
    read_again(told, replace(ONE, relations=(both,)), "3")
    assert ids(told) == [both.id]
