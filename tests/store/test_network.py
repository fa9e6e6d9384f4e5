"""Who deals with whom, counted in a ledger."""

from dataclasses import replace

from dateline.app import judge
from dateline.app.keep import keep
from dateline.app.network import network
from dateline.ledger.database import Ledger
from dateline.model.evidence import Sourced
from tests.ledger.build import story
from tests.store.test_relations import PARTIES, reading, tie

CALLS = (("RUS", "accuse", "Kenya lies."), ("RUS", "accuse", "Kenya lies again."))


def pairs(ledger: Ledger) -> list[tuple[str, str, str, int]]:
    return sorted((each.dealing, each.source, each.target, each.number) for each in network(ledger).pairs)


def test_what_is_so_from_both_sides_counts_both_ways(ledger: Ledger) -> None:
    told = reading()
    text = told.document.text
    backs = tie(text, "backs", "LVA", "KEN", "backs Kenya")
    ally = tie(text, "ally", "LVA", "KEN", "Latvia")
    dispute = tie(text, "dispute", "KEN", "LVA", "Kenya")
    keep(ledger, replace(told, relations=(backs, ally, dispute), parties=PARTIES), "1")
    assert pairs(ledger) == [
        ("accuses", "KEN", "LVA", 1), ("accuses", "LVA", "KEN", 1), ("backs", "KEN", "LVA", 1), ("backs", "LVA", "KEN", 2),
    ]  # fmt: skip


def test_statements_count_as_people_have_them(ledger: Ledger) -> None:
    told = story("2022-01-04", said=CALLS)
    aimed = tuple(replace(each, target=(Sourced("KEN", each.evidence),)) for each in told.statements)
    keep(ledger, replace(told, statements=aimed, parties=PARTIES), "1")
    assert pairs(ledger) == [("accuses", "RUS", "KEN", 2)]
    judge.judge(ledger, aimed[0].id, "reject", by="Ana")
    assert pairs(ledger) == [("accuses", "RUS", "KEN", 1)]
    judge.judge(ledger, aimed[1].id, "correct", field="kind", value="praise", by="Ana")
    assert pairs(ledger) == [("backs", "RUS", "KEN", 1)]
