"""What all tests share: one language model, and one day on which examples are read."""

from datetime import date

import pytest

from dateline.reading.parse import Parser

EXAMPLE_DAY = date(2019, 5, 16)
"""The Thursday on which every example of the knowledge files is read."""


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The language model, loaded once."""
    return Parser()
