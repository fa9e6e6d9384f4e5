"""What all tests share: one language model, one day on which examples are read, and who reads."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import gettempdir

import pytest

from dateline.reading.parse import Parser

EXAMPLE_DAY = date(2019, 5, 16)
"""The Thursday on which every example of the knowledge files is read."""

# what is known is what the package knows: packs of whoever runs the tests stay out
os.environ.pop("DATELINE_KNOWLEDGE", None)
os.environ["XDG_DATA_HOME"] = str(Path(gettempdir()) / "dateline-tests")

RULES_ALONE = ("tests.reading.", "tests.knowledge.", "tests.store.")
"""Tests of what rules read, or of what is done with it."""

TRAINED = (
    "tests.reading.encoder.",
    "tests.reading.meetings.test_heard",
    "tests.knowledge.test_meetings",
    "tests.knowledge.test_statements",
)
"""Of these such as want the trained reader; all others have it too."""


@pytest.fixture(scope="module", autouse=True)
def who_reads(request: pytest.FixtureRequest) -> Iterator[None]:
    """Turn the trained reader off in tests of rules, in which it would only take time."""
    name = request.module.__name__
    with pytest.MonkeyPatch.context() as patch:
        if name.startswith(RULES_ALONE) and not name.startswith(TRAINED):
            patch.setenv("DATELINE_READER", "rules")
        yield


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The language model, loaded once."""
    return Parser()
