"""Events are tested as rules read them, without the meetings that only the trained reader finds."""

import pytest


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Turn the trained reader off."""
    monkeypatch.setenv("DATELINE_READER", "rules")
