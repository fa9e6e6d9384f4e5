"""Asides, "according to" and labels: what stands outside of them is what is said."""

import pytest

from dateline.reading.parse import Parser
from dateline.reading.statements.asides import has_relative_subject, name_in, trimmed
from tests.reading.statements.build import Row, rows, sentence_of, word_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam was full, Nepal said.", [("NPL", "assert", "The dam was full")]),
        ("The dam was full, Nepal's minister told parliament.", [("NPL:minister", "assert", "The dam was full")]),
        ("As Nepal's minister noted, the dam was full.", [("NPL:minister", "assert", "the dam was full")]),
        ("The dam, as Nepal's minister noted, was full.", [("NPL:minister", "assert", "The dam … was full")]),
        ("The dam — Nepal said — was full.", [("NPL", "assert", "The dam … was full")]),
        ("Nepal, it said, would open the dam.", [("NPL", "announce", "Nepal … would open the dam")]),
        ("The talks, Oslo said, were over.", [("NOR", "assert", "The talks … were over")]),
        ("The pipeline, Chad said in a statement, had not burst.", [("TCD", "assert", "The pipeline … had not burst")]),
        ("A dam, Nepal said.", []),
        ("According to Nepal, the dam was full.", [("NPL", "assert", "the dam was full")]),
        ("The dam was full, according to Nepal.", [("NPL", "assert", "The dam was full")]),
        ("It was, according to a Nepalese spokesman, full to the brim.", [("NPL:spokesperson", "assert", "full to the brim")]),
        ("The guests sat according to rank.", []),
        ("Sudan: The bridge is shut for good.", [("SDN", "assert", "The bridge is shut for good")]),
        ("Sudan: The bridge is shut. It will not open.", [("SDN", "assert", "The bridge is shut. It will not open")]),
        ("MODERATOR: What does the court want?", [("MODERATOR", "assert", "What does the court want?")]),
        ("Sudan: we.", []),
        ("Prices in Sudan rose: bread by a tenth.", []),
        ("Bread, rice: both cost more than a year ago.", []),
        ("Ten ministers: none of them came to the hall.", []),
    ],
)
def test_aside(parser: Parser, text: str, expected: list[Row]) -> None:
    assert rows(parser, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (", and the dam was full.", "the dam was full"),
        ("“The dam” was full;", '" The dam " was full'),
        ("The dam (of Nepal)", "The dam ( of Nepal )"),
        (", .", ""),
    ],
)
def test_edges_are_cut(parser: Parser, text: str, expected: str) -> None:
    assert " ".join(word.text for word in trimmed(list(sentence_of(parser, text).words))) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [("Sudan", "Sudan"), ("The minister", "minister"), ("Sudan said", None), ("Ten men", None)],
)
def test_name_in_a_label(parser: Parser, label: str, expected: str | None) -> None:
    words = list(sentence_of(parser, f"{label}: it was so.").words)
    name = name_in(words[: next(number for number, word in enumerate(words) if word.text == ":")])
    assert (name.text if name is not None else None) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The envoy, who spoke, left.", "spoke", True),
        ("The envoy, Nepal said, left.", "said", False),
        ("Left alone, the envoy spoke.", "Left", True),
    ],
)
def test_relative_subject(parser: Parser, text: str, verb: str, expected: bool) -> None:
    assert has_relative_subject(word_of(parser, text, verb)) is expected
