"""Topics: the noun phrase in the content that names the issue."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.statements.build import statements_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru demanded a ban on deep trawling.", "ban on deep trawling"),
        ("Peru said it would ban deep trawling.", "deep trawling"),
        ("Peru said it would vote on the fishing quota.", "fishing quota"),
        ("Peru said the fishing quota had expired.", "fishing quota"),
        ("Peru said it hoped to raise the fishing quota.", "fishing quota"),
        ("Peru rejected its neighbour's fishing quota.", "neighbour's fishing quota"),
        ("Peru said it won a lot.", None),
        ("Peru said it was over.", None),
        ("Peru said the port was safe in an interview on Monday.", None),
        ("Peru said the season in the far south of the country with its many islands was over.", None),
        ("Peru demanded ships.", None),
    ],
)
def test_topic(parser: Parser, text: str, expected: str | None) -> None:
    (found, *_) = statements_of(parser, text) or [None]
    assert (found.topic.value if found is not None and found.topic is not None else None) == expected
