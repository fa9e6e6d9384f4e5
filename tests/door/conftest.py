"""One reader for all tests of the door."""

import pytest

from dateline import Reader
from dateline.reading.parse import Parser


@pytest.fixture(scope="session")
def reader(parser: Parser) -> Reader:
    return Reader(parser)
