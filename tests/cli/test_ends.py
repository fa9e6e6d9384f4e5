"""Full disks, closed pipes, missing streams, numbers and days beyond all bounds: a clear word, no traceback."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.app import changes as changing
from dateline.app.keep import keep, open_ledger
from dateline.app.watches import add
from dateline.cli import main
from tests.ledger.chains import CHAINS

Run = Callable[..., subprocess.CompletedProcess[str]]
Here = Callable[[str], tuple[int, str]]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger that holds a few meetings and a watch."""
    found = f"sqlite:///{tmp_path_factory.mktemp('ends') / 'ledger.db'}"
    ledger = open_ledger(found)
    for chain in CHAINS[:4]:
        for reading in chain.stories:
            keep(ledger, reading, "1")
    ledger.close()
    return found


@pytest.fixture
def run(address: str) -> Run:
    def made(words: str, shell: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        line = f"set -o pipefail; {sys.executable} -m dateline {words} {shell}"
        known = {**os.environ, "DATELINE_DATABASE": address, **environment}
        return subprocess.run(["bash", "-c", line], capture_output=True, text=True, env=known, check=False)

    return made


@pytest.fixture
def here(address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Here:
    """The program inside this one: its exit code, and what it says on standard error."""
    monkeypatch.setenv("DATELINE_DATABASE", address)

    def made(words: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.argv", ["dateline", *words.split()])
        try:
            main.run()
        except SystemExit as end:
            return int(end.code or 0), capsys.readouterr().err
        return 0, capsys.readouterr().err

    return made


FULL = (
    "agenda --all",
    "agenda --json",
    "agenda --ics",
    "agenda --html",
    "export --as csv",
    "stories",
    "changes --since 2020-01-01",
)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
@pytest.mark.parametrize("words", [*FULL, "doctor", "--version", "--help"])
def test_a_full_output(run: Run, words: str) -> None:
    done = run(words, "> /dev/full")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith("dateline: standard output: No space left on device; see that there is room")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
@pytest.mark.parametrize("words", ["export --out /dev/full", "stories --out /dev/full"])
def test_a_full_file(run: Run, words: str) -> None:
    done = run(words)
    assert done.returncode in (0, 2)
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
def test_what_was_not_told_was_not_looked_at(run: Run, address: str) -> None:
    ledger = open_ledger(address)
    add(ledger, "nato", forums=("NATO-Russia Council",))
    assert run("digest nato --since 2020-01-01", "> /dev/full").returncode == 2
    assert changing.last_look(ledger, "digest", "nato") is None
    assert run("digest nato --since 2020-01-01", "> /dev/null").returncode == 0
    assert changing.last_look(ledger, "digest", "nato") is not None
    ledger.close()


@pytest.mark.parametrize("words", ["agenda --all", "changes --since 2020-01-01", "stories --as atom", "--help"])
@pytest.mark.parametrize("reader", ["true", "head -c 5"])
def test_a_closed_pipe(run: Run, words: str, reader: str) -> None:
    done = run(words, f"| {reader}")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("shell", [">&-", "2>&-", ">&- 2>&-", "<&-"])
def test_a_closed_stream(run: Run, shell: str) -> None:
    assert run("agenda", shell).returncode == 0


@pytest.mark.parametrize("words", ["add -", "read -", "read --jsonl -", "decisions import -"])
def test_no_standard_input(run: Run, words: str) -> None:
    done = run(words, "<&-")
    assert (done.returncode, done.stderr) == (2, "dateline: standard input is closed: give a file, or something to read\n")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("digest nato --days 999999999", 2), ("digest nato --days -1", 2), ("stories --limit 999999999999999999999", 2),
        ("statements --limit 999999999999999999999", 0), ("positions --rows 999999999999999999999", 2),
        ("agenda --from 9999-12-31", 0), ("agenda --to 0001-01-01", 0), ("agenda --as-of 9999-12-31T23:59:59-12:00", 0),
        ("agenda --as-of 0001-01-01T00:00:00+12:00", 0), ("changes --since 9999-12-31T23:59:59-12:00", 0),
        ("changes --since 0001-01-01", 0), ("agenda --from 99999-01-01", 2),
        ("meeting add --party NATO --party Russia --date 9999-12-31T23:30:00-05:00", 0),
        ("meeting add --party USA --party Russia --date 0001-01-01T00:30:00+05:00", 0),
        ("agenda --all", 0), ("agenda --json", 0), ("agenda --ics", 0), ("agenda --html", 0), ("timeline --party Russia", 0),
    ],
)  # fmt: skip
def test_numbers_and_days_beyond_all_bounds(here: Here, words: str, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_ZONE", "Asia/Tokyo")
    assert here(words)[0] == code


@pytest.mark.parametrize(
    "words",
    ["explain {0}", "timeline --party {0}", "forget {0}", "source {0} A", "judge {0} confirm", "digest {0}", "follow http://{0}/",
     "watch add w --party {0}", "agenda --database sqlite:///{0}.db", "decisions import {0}", "add {0}", "restore {0}"],
)  # fmt: skip
def test_bytes_that_are_no_characters(here: Here, words: str) -> None:
    code, told = here(words.format("\udcff"))
    assert (code, told.count("\n")) == (2, 1)
    assert told.startswith("dateline: ")


def test_a_copy_whose_name_holds_bytes_that_are_no_characters(run: Run, tmp_path: Path) -> None:
    done = run(f"backup {tmp_path}/$'copy\\377.db'", PYTHONIOENCODING="utf-8:strict")
    assert done.returncode == 0
    assert done.stdout.endswith("copy\\udcff.db\n")
    assert [os.fsencode(each.name) for each in tmp_path.iterdir()] == [b"copy\xff.db"]
