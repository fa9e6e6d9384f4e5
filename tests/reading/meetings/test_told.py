"""The days that times of one sentence tell together, where somebody else says that they are those of a meeting."""

import pytest

from dateline.reading.meetings import days_told
from dateline.reading.parse import Parser
from tests.reading.meetings.tables import read_before

TOLD = [
    ("The envoys met on Monday.", "2019-05-13", False),
    ("The envoys met from March 3 to March 5.", "2019-03-03/2019-03-05", False),
    ("The envoys met in Lome on March 3 and in Accra on March 5.", "2019-03-03/2019-03-05", False),
    ("The envoys held two-day talks on March 3.", "2019-03-03/2019-03-04", False),
    ("Two-day talks of the envoys ended on March 3.", "2019-03-02/2019-03-03", True),
    ("The envoys met in March.", "2019-03", False),
    ("The envoys waited for two days.", None, False),
    ("The envoys waited.", None, False),
]


@pytest.mark.parametrize(("text", "days", "ends"), TOLD, ids=lambda value: str(value))
def test_days_of_a_sentence(parser: Parser, text: str, days: str | None, ends: bool) -> None:
    story, findings = read_before(parser, text)
    (sentence,) = story.body
    when = days_told(sentence, sorted(findings.times_on.on(sentence.whole), key=lambda time: time.span), ends=ends)
    assert (when.value.edtf if when else None) == days
