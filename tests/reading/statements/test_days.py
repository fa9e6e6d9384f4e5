"""The day on which something was said: with the cue, in its sentence, or carried on from what was said just before."""

import pytest

from dateline.knowledge.rules import rule
from dateline.model.document import Text
from dateline.model.entry import Statement
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.when import When
from dateline.reading.parse import Parser
from dateline.reading.statements.days import FARTHEST, carried
from tests.conftest import EXAMPLE_DAY
from tests.reading.statements.build import statements_of

SAID = [
    ("Chad said on Monday that Togo had shut the road.", "2019-05-13", "day of saying"),
    ("Speaking on Monday, Chad's envoy said that Togo had shut the road.", "2019-05-13", "day around saying"),
    ("Chad said that Togo had shut the road on Monday.", None, None),
    ("Chad's envoy, who arrived on Monday, said that Togo had shut the road.", None, None),
]


@pytest.mark.parametrize(("text", "day", "why"), SAID)
def test_a_day_told_with_the_cue_or_around_it(parser: Parser, text: str, day: str | None, why: str | None) -> None:
    (found,) = statements_of(parser, text)
    assert (found.said.value.edtf if found.said else None) == day
    assert (found.said.evidence[0].rule if found.said else None) == (rule("statements", why) if why else None)


def saying(start: int, speaker: str = "TCD", *, dated: bool = False) -> Statement:
    text = Text("", "a" * 2000)
    content = Span.of(text, start, start + 10)
    evidence = (Evidence(content, "says"),)
    return Statement(
        text=text.id,
        content=(content,),
        speaker=Sourced(speaker, evidence),
        kind=Sourced("assert", evidence),
        said=Sourced(When(EXAMPLE_DAY, EXAMPLE_DAY), evidence) if dated else None,
    )


@pytest.mark.parametrize(
    ("others", "known"),
    [
        ([saying(20)], [True]),
        ([saying(20), saying(40)], [True, True]),
        ([saying(10 + FARTHEST)], [True]),
        ([saying(11 + FARTHEST)], [False]),
        ([saying(20, "TGO")], [False]),
        ([saying(20, "TGO"), saying(40)], [False, False]),
    ],
)
def test_who_goes_on_speaking_speaks_on_the_same_day(others: list[Statement], known: list[bool]) -> None:
    first, *rest = carried([saying(0, dated=True), *others])
    assert first.said is not None
    assert [each.said is not None for each in rest] == known
