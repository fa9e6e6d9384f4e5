"""Reports of a text that is read again."""

from dataclasses import replace

import pytest

from dateline.matching.heirs import heir_of
from dateline.model.evidence import Span
from tests.ledger.build import Told, story

TEXT = "Envoys meet in Vienna. Ministers talk in Cairo."
(OLD,) = story("2022-01-04", Told("Envoys meet in Vienna.", ("RUS", "USA")), body=TEXT).meetings
SAME = replace(OLD, title="otherwise told")
SHORTER = replace(OLD, spans=(Span("text", 0, 11, "Envoys meet"),))
ELSEWHERE = replace(OLD, spans=(Span("text", 23, 47, "Ministers talk in Cairo."),))
LATER = replace(ELSEWHERE, spans=(*ELSEWHERE.spans, *SHORTER.spans))


@pytest.mark.parametrize(
    ("new", "heir"),
    [
        ((), None),
        ((ELSEWHERE,), None),
        ((SHORTER, SAME), OLD.id),
        ((ELSEWHERE, SHORTER), SHORTER.id),
        ((LATER,), LATER.id),
    ],
)
def test_who_takes_the_place(new: tuple[object, ...], heir: str | None) -> None:
    assert heir_of(OLD, new) == heir
