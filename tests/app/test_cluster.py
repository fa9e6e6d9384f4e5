"""Reading on a Ray cluster: the same bytes as by this process, though an actor is killed meanwhile; what is refused."""

import json
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dateline.app.version import reading_version
from dateline.cli.main import app
from dateline.model.errors import KnowledgeError, SettingsError

ray = pytest.importorskip("ray")

from dateline.app.cluster import STARTS, TRIES, Cluster, Member, Seat, connect  # noqa: E402

SLOW = (os.cpu_count() or 1) < 4 and "DATELINE_TEST_RAY" not in os.environ
"""Ray's own processes start for half a minute or more where they have no processors of their own."""

TOWNS = ("Oslo", "Vienna", "Geneva", "Santiago", "Lima", "Cairo", "Nairobi", "Doha", "Astana", "Quito", "Accra", "Rome")
STORIES = [f"Envoys of Norway and Chile will meet in {town} on Monday. “We are ready,” Norway said." for town in TOWNS]


@pytest.fixture
def nodes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A cluster of this machine with room for two workers."""
    monkeypatch.setenv("DATELINE_READER", "rules")
    monkeypatch.delenv("RAY_ADDRESS", raising=False)
    monkeypatch.setenv("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    connect(2)
    yield
    ray.shutdown()


@pytest.fixture
def killed(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The first actor that is seen with stories in hand; it is killed over them."""
    found: list[Any] = []
    ready = Cluster.ready

    def deadly(crew: Any, workers: Sequence[Any], seconds: float | None) -> Sequence[Any]:
        busy = [worker for worker in workers if worker.has_arrived]
        if busy and not found:
            found.append(busy[0])
            ray.kill(busy[0].actor)
        return ready(crew, workers, seconds)

    monkeypatch.setattr(Cluster, "ready", deadly)
    return found


@pytest.mark.skipif(SLOW, reason="a cluster takes long to start on fewer than four processors; DATELINE_TEST_RAY=1 runs it")
def test_shards_are_read_as_by_this_process_though_an_actor_is_killed(nodes: None, killed: list[Any], tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(number), "text": text}) for number, text in enumerate(STORIES)]
    first, second, out = tmp_path / "a.jsonl", tmp_path / "b.jsonl", tmp_path / "out.jsonl"
    first.write_text("\n".join(lines[:5]) + "\nno json\n", encoding="utf-8")
    second.write_text("\n".join(lines[5:]) + "\n", encoding="utf-8")
    shards = ["--jsonl", str(first), "--jsonl", str(second)]
    alone = CliRunner().invoke(app, ["read", "--jobs", "1", *shards])
    assert (alone.exit_code, len(alone.stdout.splitlines())) == (1, 13)
    result = CliRunner().invoke(app, ["read", "--engine", "ray", *shards, "--out", str(out)])
    assert isinstance(result.exception, SystemExit), result.output
    assert (result.exit_code, len(killed)) == (1, 1)
    assert out.read_bytes() == alone.stdout_bytes


def test_a_start_that_takes_too_long_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    outcomes = iter([TimeoutError("slow"), None, *[TimeoutError("slow")] * STARTS])

    def init(*given: object, **others: object) -> None:
        if (outcome := next(outcomes)) is not None:
            raise outcome

    monkeypatch.delenv("RAY_ADDRESS", raising=False)
    monkeypatch.setattr(ray, "init", init)
    connect(1)
    with pytest.raises(SettingsError, match="Ray did not start on this machine: slow"):
        connect(1)
    assert next(outcomes, "all were asked for") == "all were asked for"


class Opened:
    """A task that takes something to open."""

    def __init__(self, opening: Callable[[], object]) -> None:
        self.opening = opening

    def __reduce__(self) -> tuple[Callable[[], object], tuple[()]]:
        return self.opening, ()


def broken() -> None:
    raise KnowledgeError("unknown key")


def shouted() -> Callable[[Sequence[str]], list[str]]:
    return lambda items: [item.upper() for item in items]


def seat(opening: Callable[[], object], told: dict[str, str | None] | None = None) -> Seat[str, str]:
    return Seat(pickle.dumps(Opened(opening)), told or {})


def test_a_seat_opens_its_task_once_and_does_pieces() -> None:
    made = seat(shouted)
    assert made.open(reading_version()) is None
    assert (made.do(["a", "b"]), made.do(["c"])) == (["A", "B"], ["C"])


def test_what_is_wrong_on_a_node_is_an_answer() -> None:
    error = seat(broken).open(reading_version())
    assert (type(error), str(error)) == (KnowledgeError, "unknown key")


def test_other_rules_on_a_node_are_refused() -> None:
    error = seat(shouted).open("0.0.1")
    assert isinstance(error, SettingsError)
    assert "this machine 0.0.1" in str(error)


def test_a_node_reads_by_the_variables_of_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_READER", "trained")
    monkeypatch.setenv("DATELINE_KNOWLEDGE", "/elsewhere")
    seat(shouted, {"DATELINE_READER": "rules", "DATELINE_KNOWLEDGE": None})
    assert (os.environ["DATELINE_READER"], "DATELINE_KNOWLEDGE" in os.environ) == ("rules", False)


class Actor:
    """An actor that was killed before we heard of it."""

    def __getattr__(self, name: str) -> "Actor":
        return self

    def remote(self, *given: object) -> None:
        return None


def test_workers_that_cannot_begin_are_not_tried_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ray, "kill", lambda actor: None)
    crew: Cluster[str, str] = Cluster(lambda items: list(items), 1, str)
    members: list[Member[str, str]] = [Member(Actor()) for _ in range(2 * TRIES)]
    crew.workers = [*members]
    members[TRIES - 1].has_arrived = True
    for member in members[:-1]:
        crew.dismiss(member)
    with pytest.raises(SettingsError, match="no worker could begin"):
        crew.dismiss(members[-1])
