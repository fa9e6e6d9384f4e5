"""`--jobs`: several processes give what one gives; a killed one loses nothing, Ctrl-C ends all."""

import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.main import app
from tests.cli.test_read import Spoken, line_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what a process has started is looked up in /proc")

NAMES = [str(number) for number in range(14)]


def workers_of(process: int) -> list[int]:
    """The processes that a process has started."""
    tasks = Path(f"/proc/{process}/task")
    return [int(child) for task in tasks.iterdir() for child in (task / "children").read_text().split()]


def wait_for_workers(process: int, number: int) -> list[int]:
    """The workers of a process, once there are so many."""
    for _ in range(600):
        if len(found := workers_of(process)) == number:
            return found
        time.sleep(0.05)
    raise AssertionError(f"{len(found)} workers, not {number}")


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> Iterator[Spoken]:
    monkeypatch.setenv("DATELINE_READER", "rules")
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # tests that run in the background were told to ignore it
    made = Spoken("--jobs", "2")
    signal.signal(signal.SIGINT, before)
    with made.process:
        yield made
        made.process.kill()


def test_a_killed_worker_and_the_end_by_ctrl_c(spoken: Spoken, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lines = [*map(line_of, NAMES[:-1]), b"no json\n"]
    (tmp_path / "in.jsonl").write_bytes(b"".join(lines))
    monkeypatch.setenv("DATELINE_READER", "rules")
    alone = CliRunner().invoke(app, ["read", "--jobs", "1", "--jsonl", str(tmp_path / "in.jsonl")]).stdout.splitlines()
    spoken.write(b"".join(lines))
    first, second = wait_for_workers(spoken.process.pid, 2)
    os.kill(first, signal.SIGKILL)
    assert [spoken.answer() for _ in lines] == [json.loads(line) for line in alone]
    spoken.write(line_of("later"))
    assert spoken.answer()["id"] == "later"
    left = workers_of(spoken.process.pid)
    assert second in left
    assert first not in left
    spoken.process.send_signal(signal.SIGINT)
    assert spoken.process.wait(60) not in (0, -signal.SIGINT)
    assert not any(Path(f"/proc/{worker}").exists() for worker in left)
    assert spoken.process.stderr is not None
    assert b"Traceback" not in spoken.process.stderr.read()


@pytest.mark.parametrize("command", ["read", "add", "reread"])
def test_no_less_than_one(command: str) -> None:
    assert CliRunner().invoke(app, [command, "--jobs", "0"]).exit_code == 2
