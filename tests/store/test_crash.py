"""What was acknowledged survives; what was not is not there by half; a rerun completes."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text

from dateline.app import keep as keeping
from dateline.ledger import meetings
from dateline.ledger.database import Ledger, open_ledger
from tests.ledger.chains import CHAINS
from tests.store.killed import stories

ROOT = Path(__file__).parents[2]


def whole(connection: Connection) -> None:
    """No document is there by half: each has its text, reading, entries with evidence, and each report its meeting."""
    for query in (
        "SELECT count(*) FROM documents WHERE text NOT IN (SELECT text FROM readings)",
        "SELECT count(*) FROM reports WHERE id NOT IN (SELECT report FROM meeting_reports)",
        "SELECT count(*) FROM reports WHERE id NOT IN (SELECT entry FROM evidence)",
        "SELECT count(*) FROM meetings WHERE id NOT IN (SELECT meeting FROM meeting_reports) AND merged_into IS NULL",
    ):
        assert connection.execute(text(query)).scalar() == 0, query


class ThrownError(Exception):
    """What the test throws."""


@pytest.mark.parametrize("place", ["put_parts", "founded_on", "occasion_row"])
def test_an_error_in_the_middle_leaves_nothing(ledger: Ledger, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    first, second = CHAINS[0].stories[1:3]
    keeping.keep(ledger, first, "1")

    def fail(*given: Any) -> None:
        raise ThrownError

    with monkeypatch.context() as patched:
        patched.setattr(meetings, place, fail)
        with pytest.raises(ThrownError):
            keeping.keep(ledger, second, "1")
    with ledger.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM documents")).scalar() == 1
        assert connection.execute(text("SELECT count(*) FROM texts")).scalar() == 1
        whole(connection)
    assert keeping.keep(ledger, second, "1").new


def test_kill_in_the_middle(address: str) -> None:
    number = 40
    command = [sys.executable, "-m", "tests.store.killed", address, str(number)]
    acknowledged: list[str] = []
    for enough in (3, 11):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
            assert process.stdout is not None
            for line in process.stdout:
                acknowledged.append(line.strip())
                if len(acknowledged) >= enough:
                    os.kill(process.pid, signal.SIGKILL)
                    break
            acknowledged += [line.strip() for line in process.stdout if line.endswith("\n")]
            assert process.wait() == -signal.SIGKILL
        ledger = open_ledger(address)
        with ledger.reading() as connection:
            names = set(connection.execute(text("SELECT name FROM documents")).scalars())
            assert set(acknowledged) <= names
            assert len(names) < number
            whole(connection)
            if connection.dialect.name == "sqlite":
                assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        ledger.close()
    ledger = open_ledger(address)
    for reading in stories(number):
        keeping.keep(ledger, reading, "1")
    with ledger.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM documents")).scalar() == number
        whole(connection)
    ledger.close()


def test_two_writers_at_once(address: str) -> None:
    number = 20
    open_ledger(address).close()
    command = [sys.executable, "-m", "tests.store.killed", address, str(number)]
    writers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) for _ in range(2)]
    for writer in writers:
        out, _ = writer.communicate(timeout=120)
        assert writer.returncode == 0
        assert len(out.splitlines()) == number
    ledger = open_ledger(address)
    with ledger.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM documents")).scalar() == number
        assert connection.execute(text("SELECT count(*) FROM statements")).scalar() == number
        whole(connection)
    ledger.close()


def test_two_that_make_the_ledger_at_once(unmade: str) -> None:
    command = [sys.executable, "-m", "tests.store.killed", unmade, "2"]
    writers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) for _ in range(3)]
    assert [(writer.communicate(timeout=120), writer.returncode)[1] for writer in writers] == [0, 0, 0]
