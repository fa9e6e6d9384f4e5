"""Several programs that write one ledger at once: each finishes, and the ledger is that of one run."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from sqlalchemy import func, select

from dateline.app.forget import forget
from dateline.app.keep import Kept, carry, keep, read_again, read_late
from dateline.ledger import tables
from dateline.ledger.database import Ledger, open_ledger
from tests.store.test_crash import ROOT
from tests.store.test_keep import content
from tests.store.writer import stories


def run(address: str, tasks: tuple[str, ...], number: int) -> None:
    """Let writers do their tasks at once; each must come to its end."""
    programs = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.store.writer", address, task, str(number), str(seed)],
            stderr=subprocess.PIPE, text=True, cwd=ROOT,
        )
        for seed, task in enumerate(tasks)
    ]  # fmt: skip
    ends = [(program.communicate(timeout=300)[1], program.returncode) for program in programs]
    assert [(code, told[-2000:]) for told, code in ends if code] == []


def held(address: str) -> tuple[list[str], dict[str, object]]:
    """All that is believed, and who is read for whom."""
    ledger = open_ledger(address)
    with ledger.reading() as connection:
        told = connection.execute(select(tables.stories.c.text, tables.stories.c.read_as, tables.stories.c.story)).all()
        read = connection.execute(select(tables.readings.c.text, tables.readings.c.document)).all()
        documents = connection.execute(select(func.count()).select_from(tables.documents)).scalar_one()
    found = content(ledger), {"told": set(told), "read": set(read), "documents": documents}
    ledger.close()
    return found


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], tuple[list[str], dict[str, object]]]:
    """The ledger that one run makes of so many stories."""

    @cache
    def made(number: int) -> tuple[list[str], dict[str, object]]:
        address = f"sqlite:///{tmp_path_factory.mktemp('alone') / 'ledger.db'}"
        run(address, ("add",), number)
        return held(address)

    return made


@pytest.mark.parametrize(
    ("tasks", "number"),
    [(("add",) * 4, 60), (("add", "follow", "add", "reread"), 28), (("add", "reread", "follow", "judge"), 28)],
    ids=str,
)
def test_writers_at_once(
    address: str, alone: Callable[[int], tuple[list[str], dict[str, object]]], tasks: tuple[str, ...], number: int
) -> None:
    open_ledger(address).close()
    run(address, tasks, number)
    believed, told = held(address)
    one_believed, one_told = alone(number)
    assert told["documents"] == number
    if "judge" not in tasks:  # what people have judged is read, whoever else tells the same
        assert told == one_told
        assert believed == one_believed


def test_what_another_writer_did_since_it_was_read(ledger: Ledger) -> None:
    first, copy = sorted(stories(4)[:2], key=lambda each: each.document.id)
    keep(ledger, first, "1")
    assert carry(ledger, copy.document) == Kept(new=True)
    assert carry(ledger, copy.document) == Kept(new=False)
    assert read_late(ledger, replace(first, document=copy.document), "2") == Kept(new=False)
    assert read_again(ledger, replace(first, document=copy.document), "2") is None


def test_a_text_that_is_carried_meanwhile_is_not_read_late(ledger: Ledger) -> None:
    first, _, edited, _ = stories(4)
    keep(ledger, first, "1")
    keep(ledger, edited, "1")
    assert not read_late(ledger, edited, "1").new
    with ledger.reading() as connection:
        assert connection.execute(select(tables.readings.c.text)).scalars().all() == [first.document.text.id]


def test_what_was_forgotten_meanwhile_stays_out(ledger: Ledger) -> None:
    first, copy, *_ = stories(4)
    for each in (first, copy):
        keep(ledger, each, "1")
    forget(ledger, copy.document.id, by="tester", read=lambda document: first)
    found = carry(ledger, copy.document)
    assert found is not None
    assert found.forgotten is not None


def test_a_reader_sees_one_state(ledger: Ledger) -> None:
    first, *_ = stories(4)
    with ledger.reading() as connection:
        assert connection.execute(select(func.count()).select_from(tables.documents)).scalar_one() == 0
        keep(ledger, first, "1")
        assert connection.execute(select(func.count()).select_from(tables.documents)).scalar_one() == 0
