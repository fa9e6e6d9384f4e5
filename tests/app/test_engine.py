"""By what stories are read: what is refused, and how many processes there are."""

from typing import Any

import pytest
from typer.testing import CliRunner

from dateline.app import engine
from dateline.app.workers import Crew
from dateline.cli.main import app


@pytest.mark.parametrize("command", ["read", "add"])
def test_without_ray_it_is_said_what_brings_it(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setattr(engine, "find_spec", lambda name: None)
    result = CliRunner().invoke(app, [command, "--engine", "ray", __file__])
    assert result.exit_code != 0
    assert str(result.exception) == "--engine ray needs Ray: pip install 'dateline[ray]'"


def test_a_language_model_is_not_asked_from_a_cluster(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_MODEL_URL", "http://localhost:9/v1")
    monkeypatch.setenv("DATELINE_MODEL_NAME", "any")
    result = CliRunner().invoke(app, ["read", "--engine", "ray", "--reader", "both", __file__])
    assert "--engine ray reads by rules" in str(result.exception)


@pytest.mark.parametrize(("jobs", "size"), [(3, 3), (None, engine.cores())])
def test_as_many_as_asked_for_or_one_a_core(jobs: int | None, size: int) -> None:
    crew: Crew[Any, Any] = engine.crew_of("local", list, jobs, str)
    assert crew.size == size
