"""What the rules of meetings read is tested without the trained reader; `test_heard` and `test_weigh` test what it adds."""

import pytest


@pytest.fixture(autouse=True)
def rules_alone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Turn the trained reader off."""
    if request.module.__name__.rpartition(".")[2] not in ("test_heard", "test_weigh"):
        monkeypatch.setenv("DATELINE_READER", "rules")
