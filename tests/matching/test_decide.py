"""What is decided of reports and meetings, from what is known alone: no database, a plan is a value."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import combinations, permutations

import pytest

from dateline.matching.compare import ENOUGH, compare
from dateline.matching.decide import connected, decide, keys_of, link, pile, tie
from dateline.model.judgement import Anchor, Judgement, Ruling, Verb
from dateline.model.occasion import Facts, Match, Report, side_of
from dateline.model.plan import Block, Founded, Known, Links, Near, Plan, Put, meeting_id
from tests.ledger.build import Told, story

NRC = {"parties": ("NATO", "RUS"), "kind": "council", "forum": "NATO-Russia Council"}
SUMMIT = {"parties": ("USA", "RUS"), "kind": "summit"}
AT = datetime(2022, 1, 9, 12, tzinfo=UTC)


def report(name: str, published: str, told: Told) -> Report:
    """A report that is called by the letter with which its words begin."""
    (meeting,) = (reading := story(published, replace(told, quote=f"{name} {told.quote}"), source=name)).meetings
    sides = frozenset(side_of(party) for party in told.parties)
    return Report(meeting=meeting, day=reading.dating.value, document=reading.document.id, source=name, sides=sides)


A = report("a", "2022-01-04", Told("Council on Jan. 12.", **NRC, date="2022-01-12"))
B = report("b", "2022-01-05", Told("The council meets on Jan. 12.", **NRC, date="2022-01-12"))
C = report("c", "2022-01-06", Told("Council, Jan. 12.", **NRC, date="2022-01-12", status="confirmed"))
ELSEWHERE = report("e", "2022-01-05", Told("Talks in Cairo.", ("EGY", "ISR"), date="2022-01-12", place="Cairo"))
JUNE = report("j", "2021-05-01", Told("A summit on June 16.", **SUMMIT, date="2021-06-16"))
JULY = report("k", "2021-05-20", Told("A summit on July 1.", **SUMMIT, date="2021-07-01"))
BRIDGE = report("m", "2021-05-19", Told("From June 16 to July 1.", **SUMMIT, date="2021-07-01", previously="2021-06-16"))
ALL = (A, B, C, ELSEWHERE, JUNE, JULY, BRIDGE)
LETTER = {each.id: str(each.source) for each in ALL}


def meeting(*reports: Report, founder: Report | None = None, live: bool = True, minute: int = 0) -> Founded:
    """A meeting that the ledger has, founded on the first of its reports."""
    first = (founder or reports[0]).id
    return Founded(
        id=meeting_id(first), founder=first, first_seen=AT.replace(minute=minute),
        reports=frozenset(each.id for each in reports), live=live,
    )  # fmt: skip


def ruling(verb: Verb, *one: Report, other: Iterable[Report] = ()) -> Ruling:
    """What somebody decided of some reports, or of these and others."""
    mine, others = tuple(one), tuple(other)
    judgement = Judgement(verb=verb, by="Ann", at=AT, one=anchors(mine), other=anchors(others))
    return Ruling(judgement, frozenset(each.id for each in mine), frozenset(each.id for each in others))


def anchors(reports: Iterable[Report]) -> tuple[Anchor, ...]:
    return tuple(Anchor(each.id, each.meeting.text) for each in reports)


@dataclass(frozen=True)
class Shelf:
    """A ledger in memory: the reports that it has, its meetings, and what people decided."""

    reports: tuple[Report, ...] = ()
    founded: tuple[Founded, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()

    @property
    def matches(self) -> tuple[Match, ...]:
        """The comparisons that speak for one occasion."""
        found = (compare(one.facts, other.facts) for one, other in combinations(self.reports, 2))
        return tuple(each for each in found if each.score >= ENOUGH and (each.one, each.other) not in self.apart)

    def blocks(self) -> dict[str, str]:
        """Report -> its block."""
        linked = [{each.id} for each in self.reports] + [{each.one, each.other} for each in self.matches]
        return {name: names[0] for names in connected(linked) for name in names}

    def near(self, new: Sequence[Report]) -> Near:
        """What is near to new reports: everything."""
        others = tuple(each.facts for each in self.reports)
        return Near(
            arrived=tuple(each.facts for each in new),
            fellows={each.id: others for each in new},
            blocks={each.id: each.id for each in new} | self.blocks(),
            ties=tuple(each.one | each.other for each in self.rulings if each.judgement.verb == "same-as"),
        )

    def known(self, links: Links, new: Sequence[Report] = ()) -> Known:
        """What it has of the blocks that are touched."""
        block = {each.id: each.id for each in new} | self.blocks()
        facts = {each.id: each.facts for each in (*self.reports, *new)}
        return Known(
            blocks=tuple(
                Block(facts=tuple(sorted(held, key=lambda each: each.id)), matches=self.matches, rulings=self.rulings)
                for names in links.blocks
                if (held := [facts[name] for name in facts if block[name] in names])
            ),
            founded=tuple(sorted(self.founded, key=lambda each: (each.first_seen, each.id))),
        )


def settled(shelf: Shelf, *new: Report, shaken: Sequence[Founded] = ()) -> Plan:
    """The plan for new reports, or for meetings that have lost some."""
    facts: list[Facts] = [each.facts for each in new]
    keys = keys_of(facts)
    lost = [shelf.blocks()[name] for each in shaken for name in each.reports]
    links = link(shelf.near(new), keys, lost)
    known, names = shelf.known(links, new), [each.id for each in shaken]
    piles = pile(known, links, [each.id for each in new], names)
    return decide(known, links, piles, {each.id: each for each in (*shelf.reports, *new)}, names)


def renewed(shelf: Shelf) -> Plan:
    """The plan for all that it has, once people have decided something."""
    links = tie(replace(shelf.near(()), blocks=shelf.blocks()))
    known = shelf.known(links)
    return decide(known, links, pile(known, links), {each.id: each for each in shelf.reports})


def told(plan: Plan) -> list[tuple[str, str, str]]:
    """Of each meeting that is put the letters of its founder, its reports, and those founded on which it absorbs."""
    return sorted((LETTER[each.founder], letters(each.occasion.reports), absorbed(each)) for each in plan.meetings)


def letters(reports: Iterable[str]) -> str:
    return "".join(sorted(LETTER[name] for name in reports))


def absorbed(put: Put) -> str:
    return letters(each.id for each in ALL if meeting_id(each.id) in put.absorbs)


CASES = {
    "a report founds a meeting": (Shelf(), (A,), [("a", "a", "")]),
    "two of one occasion found one": (Shelf(), (A, B), [("a", "ab", "")]),
    "two of two occasions found two": (Shelf(), (A, ELSEWHERE), [("a", "a", ""), ("e", "e", "")]),
    "a report joins a meeting, which keeps its name": (Shelf((B,), (meeting(B),)), (A,), [("b", "ab", "")]),
    "a report of something else leaves the others alone": (Shelf((A, B), (meeting(A, B),)), (ELSEWHERE,), [("e", "e", "")]),
    "two meetings that a report shows to be one: the older keeps the name": (
        Shelf((JUNE, JULY), (meeting(JUNE, minute=1), meeting(JULY, minute=2))), (BRIDGE,), [("j", "jkm", "k")],
    ),
    "two meetings that were one before": (
        Shelf((JUNE, JULY), (meeting(JUNE, minute=2), meeting(founder=JULY, live=False))), (BRIDGE,), [("j", "jkm", "")],
    ),
    "what people keep apart stays apart": (
        Shelf((A,), (meeting(A),), (ruling("not-same", A, other=[B]),)), (B,), [("b", "b", "")],
    ),
    "a report that people tie to another one joins it, whatever it says": (
        Shelf((A,), (meeting(A),), (ruling("same-as", A, other=[ELSEWHERE]),)), (ELSEWHERE,), [("a", "ae", "")],
    ),
    "a report of what people rejected stands alone": (
        Shelf((A,), (meeting(A),), (ruling("reject", A),)), (B,), [("b", "b", "")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_new_reports(case: str) -> None:
    shelf, new, expected = CASES[case]
    assert all(told(settled(shelf, *each)) == expected for each in permutations(new))


def test_a_plan_for_a_report_that_joins() -> None:
    plan = settled(Shelf((A,), (meeting(A),)), B)
    (match,), (put,) = plan.matches, plan.meetings
    assert (letters((match.one, match.other)), plan.joins) == ("ab", (tuple(sorted((A.id, B.id))),))
    assert set(plan.keys) == {B.id}
    assert plan.detached == (meeting_id(A.id),)
    assert (put.id, put.rejected, put.occasion.stories, put.links) == (meeting_id(A.id), False, 2, {A.id: match, B.id: match})
    assert plan.withdrawn == ()


def test_a_plan_for_a_report_that_founds() -> None:
    plan = settled(Shelf((ELSEWHERE,), (meeting(ELSEWHERE),)), A)
    (put,) = plan.meetings
    assert (put.id, put.links, put.absorbs) == (meeting_id(A.id), {}, ())
    assert (plan.matches, plan.joins, plan.detached, plan.withdrawn) == ((), (), (), ())


RENEWED = {
    "a meeting is split": (
        Shelf((A, B), (meeting(A, B),), (ruling("not-same", A, other=[B]),)), [("a", "a", ""), ("b", "b", "")],
    ),
    "the judgement that split it is withdrawn": (
        Shelf((A, B), (meeting(A, minute=1), meeting(B, minute=2))), [("a", "ab", "b")],
    ),
    "two are made one": (
        Shelf((A, ELSEWHERE), (meeting(A, minute=2), meeting(ELSEWHERE, minute=1)), (ruling("same-as", A, other=[ELSEWHERE]),)),
        [("e", "ae", "a")],
    ),
    "the later of two judgements counts": (
        Shelf((A, B), (meeting(A, B),), (ruling("not-same", A, other=[B]), ruling("same-as", A, other=[B]))), [("a", "ab", "")],
    ),
    "one of three is rejected": (
        Shelf((A, B, C), (meeting(A, B, C),), (ruling("reject", B),)), [("a", "ac", ""), ("b", "b", "")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", RENEWED)
def test_judged_reports(case: str) -> None:
    shelf, expected = RENEWED[case]
    assert told(renewed(shelf)) == expected


def test_what_people_rejected_is_kept_out_of_sight() -> None:
    shelf = Shelf((A, B), (meeting(A, B),), (ruling("reject", A, B),))
    assert [each.rejected for each in renewed(shelf).meetings] == [True]
    assert [each.rejected for each in renewed(replace(shelf, rulings=())).meetings] == [False]


def test_a_judgement_goes_where_most_of_its_reports_are() -> None:
    shelf = Shelf((A, B, C), (meeting(A, B, C),), (ruling("not-same", A, B, other=[C]), ruling("confirm", A, B, C)))
    sure = {letters(each.occasion.reports): each.occasion.confidence == 1.0 for each in renewed(shelf).meetings}
    assert sure == {"ab": True, "c": False}


def test_a_meeting_that_lost_a_report_is_put_together_anew() -> None:
    left = replace(meeting(A, B), reports=frozenset({B.id}))
    plan = settled(Shelf((B,), (left,)), shaken=[left])
    assert [(each.id, letters(each.occasion.reports)) for each in plan.meetings] == [(meeting_id(A.id), "b")]
    assert (plan.detached, plan.withdrawn) == ((meeting_id(A.id),), ())


def test_a_meeting_that_lost_all_its_reports_is_withdrawn() -> None:
    empty = meeting(founder=A)
    assert settled(Shelf((), (empty,)), shaken=[empty]) == Plan(withdrawn=(meeting_id(A.id),))
    merged = replace(empty, live=False)
    assert settled(Shelf((), (merged,)), shaken=[merged]) == Plan()


def test_a_meeting_whose_report_comes_back_lives_again() -> None:
    gone = meeting(founder=A, live=False)
    (put,) = settled(Shelf((), (gone,)), A).meetings
    assert (put.id, put.absorbs) == (meeting_id(A.id), ())


def test_a_meeting_follows_the_report_it_was_founded_on_and_the_others_go_on_without_it() -> None:
    left = replace(meeting(ELSEWHERE, A, B), reports=frozenset({A.id, B.id}))
    shelf = Shelf((A, B), (left,))
    links = link(shelf.near([ELSEWHERE]), keys_of([ELSEWHERE.facts]), [shelf.blocks()[A.id]])
    known = shelf.known(links, [ELSEWHERE])
    piles = pile(known, links, [ELSEWHERE.id])
    plan = decide(known, links, piles, {each.id: each for each in ALL})
    assert told(plan) == [("a", "ab", ""), ("e", "e", "")]
    assert plan.detached == (left.id,)


@pytest.mark.parametrize(
    ("linked", "expected"),
    [
        ([], ()),
        ([{"a"}, set(), {"b"}], (("a",), ("b",))),
        ([{"b", "a"}, {"c"}, {"c", "b"}], (("a", "b", "c"),)),
        ([{"a", "b"}, {"c", "d"}, {"d", "b"}, {"e"}], (("a", "b", "c", "d"), ("e",))),
    ],
)
def test_blocks_that_share_a_name_become_one(linked: list[set[str]], expected: tuple[tuple[str, ...], ...]) -> None:
    assert connected(linked) == expected
