"""A damaged ledger is found out; copies are whole, and bring back what was there."""

import os
import shutil
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from dateline.app import backup
from dateline.app.doctor import examine
from dateline.app.keep import keep
from dateline.app.settings import Settings
from dateline.ledger import backup as copies
from dateline.ledger import tables
from dateline.ledger.check import faults
from dateline.ledger.database import Ledger, open_ledger
from dateline.model.errors import InputError, LedgerError
from tests.ledger.chains import CHAINS
from tests.store.killed import stories
from tests.store.test_keep import content

AT = datetime(2022, 1, 4, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of forty stories in a file, which nobody changes."""
    found = tmp_path_factory.mktemp("whole") / "ledger.db"
    ledger = open_ledger(f"sqlite:///{found}")
    for reading in stories(40):
        keep(ledger, reading, "1")
    ledger.close()
    return found


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copy(whole, tmp_path / "ledger.db"))


def settings(path: Path) -> Settings:
    return Settings(f"sqlite:///{path}")


def zero(path: Path, size: int = 200_000, at: float = 0.5) -> None:
    """Zeros in a file, at a share of its length."""
    with path.open("rb+") as stream:
        stream.seek(int(path.stat().st_size * at) - size // 2)
        stream.write(bytes(size))


def database(path: Path, *, full: bool = False) -> tuple[bool, str, str]:
    found = examine(settings(path), full=full)[-1]
    return found.well, found.found, found.mend


def held(path: Path) -> list[str]:
    ledger = open_ledger(f"sqlite:///{path}")
    found = content(ledger)
    ledger.close()
    return found


@pytest.mark.parametrize("full", [False, True])
def test_a_ledger_that_is_whole(ledger: Ledger, full: bool) -> None:
    for reading in CHAINS[0].stories:
        keep(ledger, reading, "1")
    assert faults(ledger, full=full) == []


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize(("size", "at"), [(200_000, 0.5), (4_096, 0.9), (20_000, 0.8), (20_000, 0.7)])
def test_a_ledger_with_zeros_in_it(path: Path, full: bool, size: int, at: float) -> None:
    assert database(path, full=full)[0]
    zero(path, size, at)
    well, found, mend = database(path, full=full)
    assert not well
    assert "damaged" in found
    assert "dateline restore FILE" in mend


def test_rows_that_belong_to_none(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DELETE FROM texts WHERE id = (SELECT text FROM documents LIMIT 1)")
        raw.commit()
    well, found, _ = database(path)
    assert not well
    assert "belongs to one of texts that is not there" in found


def test_an_index_that_says_something_else(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE hidden (a, b)")
        raw.execute("CREATE INDEX wrong ON hidden (a)")
        raw.execute("INSERT INTO hidden VALUES (1, 2)")
        raw.execute("PRAGMA writable_schema=ON")
        raw.execute("UPDATE sqlite_master SET sql = 'CREATE INDEX wrong ON hidden (b)' WHERE name = 'wrong'")
        raw.commit()
    assert database(path)[0]
    well, found, _ = database(path, full=True)
    assert not well
    assert "index wrong" in found


def test_there_and_back(path: Path, tmp_path: Path) -> None:
    copy, before = tmp_path / "copy.db", held(path)
    assert backup.back_up(settings(path), copy).documents == 40
    assert sorted(each.name for each in tmp_path.iterdir()) == ["copy.db", "ledger.db"]
    ledger = open_ledger(f"sqlite:///{path}")
    keep(ledger, CHAINS[0].stories[1], "1")
    ledger.close()
    after = held(path)
    done = backup.restore(settings(path), copy, lambda: AT)
    assert (done.documents, done.former) == (40, tmp_path / "ledger.db.20220104T120000")
    assert done.former is not None
    assert (held(path), held(done.former)) == (before, after)
    assert after != before


def test_a_damaged_ledger_is_brought_back(path: Path, tmp_path: Path) -> None:
    copy, before = tmp_path / "copy.db", held(path)
    backup.back_up(settings(path), copy)
    zero(path)
    damaged = path.read_bytes()
    with pytest.raises(LedgerError, match="damaged"):
        backup.back_up(settings(path), copy)
    done = backup.restore(settings(path), copy, lambda: AT)
    assert held(path) == before
    assert database(path, full=True)[0]
    assert done.former is not None
    assert done.former.read_bytes() == damaged


def test_a_file_that_is_no_database_is_moved_out_of_the_way(path: Path, tmp_path: Path) -> None:
    copy, before = tmp_path / "copy.db", held(path)
    backup.back_up(settings(path), copy)
    path.write_bytes(b"nothing of a ledger is left here" * 400)
    assert backup.restore(settings(path), copy, lambda: AT).former is not None
    assert held(path) == before


def test_where_there_was_none(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    backup.back_up(settings(path), copy)
    assert backup.restore(settings(tmp_path / "deep" / "new.db"), copy).former is None
    assert held(tmp_path / "deep" / "new.db") == held(path)


def test_others_write_meanwhile(path: Path, tmp_path: Path) -> None:
    ledger = open_ledger(f"sqlite:///{path}")
    writer = threading.Thread(target=lambda: [keep(ledger, each, "1") for chain in CHAINS[:4] for each in chain.stories])
    writer.start()
    for number in range(4):
        assert backup.back_up(settings(path), tmp_path / f"{number}.db").documents >= 40
        assert database(tmp_path / f"{number}.db")[0]
    writer.join()
    backup.restore(settings(path), tmp_path / "0.db", lambda: AT)
    with ledger.reading() as connection:  # who has it open sees what was brought back
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        assert connection.execute(select(func.count()).select_from(tables.documents)).scalar_one() < 40 + 14
    ledger.close()


def documents(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as raw:
        return {row[0] for row in raw.execute("SELECT name FROM documents")}


def test_nobody_writes_between_setting_aside_and_taking_the_place(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, set_aside, turns = tmp_path / "copy.db", copies.set_aside, []

    def with_a_writer(ledger: Path, former: Path) -> object:
        done = set_aside(ledger, former)
        with closing(sqlite3.connect(ledger, timeout=0)) as raw:
            try:
                raw.execute("UPDATE documents SET name = 'written late' WHERE name = 'story 1'")
                raw.commit()
            except sqlite3.OperationalError as error:
                turns.append(str(error))
        return done

    backup.back_up(settings(path), copy)
    monkeypatch.setattr(copies, "set_aside", with_a_writer)
    done = backup.restore(settings(path), copy, lambda: AT)
    assert turns == ["database is locked"]
    assert done.former is not None
    assert documents(path) == documents(done.former) == documents(copy)


def test_stories_added_beside_a_restore_are_in_the_ledger_or_in_the_former_one(path: Path, tmp_path: Path) -> None:
    ledger = open_ledger(f"sqlite:///{path}")
    backup.back_up(settings(path), tmp_path / "copy.db")
    kept: list[str] = []

    def write() -> None:
        for chain in CHAINS[:6]:
            for each in chain.stories:
                keep(ledger, each, "1")
                kept.append(each.document.name)

    writer = threading.Thread(target=write)
    writer.start()
    formers = []
    while writer.is_alive() or not formers:
        formers.append(backup.restore(settings(path), tmp_path / "copy.db", lambda: AT).former)
    writer.join()
    ledger.close()
    assert len(set(formers)) == len(formers)  # of one moment, and none took the place of another
    assert set(kept) <= documents(path).union(*(documents(each) for each in formers if each))


def test_a_ledger_in_use_is_not_taken_for_a_damaged_one(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backup.back_up(settings(path), tmp_path / "copy.db")
    monkeypatch.setattr(copies, "PATIENCE", 0.1)
    before = documents(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="another program has been writing"):
            backup.restore(settings(path), tmp_path / "copy.db", lambda: AT)
    assert documents(path) == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["copy.db", "ledger.db"]


def test_a_ledger_made_while_a_damaged_one_is_moved_stays(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy, moved = tmp_path / "copy.db", copies.moved
    backup.back_up(settings(path), copy)
    path.write_bytes(b"nothing of a ledger is left here" * 400)

    def and_made_anew(ledger: Path, former: Path) -> object:
        done = moved(ledger, former)
        made = open_ledger(f"sqlite:///{ledger}")
        keep(made, CHAINS[0].stories[1], "1")
        made.close()
        return done

    monkeypatch.setattr(copies, "moved", and_made_anew)
    with pytest.raises(LedgerError, match="made a ledger there meanwhile"):
        backup.restore(settings(path), copy, lambda: AT)
    assert documents(path) == {CHAINS[0].stories[1].document.name}


def test_what_is_no_ledger(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as raw:
        raw.execute("CREATE TABLE recipes (id INTEGER)")
    (tmp_path / "notes.txt").write_text("only notes " * 999)
    before, recipes = path.read_bytes(), other.read_bytes()
    for wrong, words in (("other.db", "another program"), ("notes.txt", "no ledger"), ("absent.db", "no such file")):
        with pytest.raises(LedgerError, match=words):
            backup.restore(settings(path), tmp_path / wrong)
    with pytest.raises(LedgerError, match="another program"):
        backup.back_up(settings(other), tmp_path / "copy.db")
    backup.back_up(settings(path), tmp_path / "copy.db")
    with pytest.raises(LedgerError, match="another program"):
        backup.restore(settings(other), tmp_path / "copy.db")
    assert (path.read_bytes(), other.read_bytes()) == (before, recipes)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["copy.db", "ledger.db", "notes.txt", "other.db"]


def test_a_copy_of_a_newer_dateline(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    backup.back_up(settings(path), copy)
    with closing(sqlite3.connect(copy)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
    with pytest.raises(LedgerError, match=r"newer Dateline \(schema 9999\)"):
        backup.restore(settings(path), copy)


def test_names(path: Path, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is the ledger itself"):
        backup.back_up(settings(path), path)
    with pytest.raises(LedgerError, match="is the ledger itself"):
        backup.restore(settings(path), path)
    with pytest.raises(LedgerError, match=r"No such file or directory|unable to open"):
        backup.back_up(settings(path), tmp_path / "absent" / "copy.db")
    with pytest.raises(InputError, match="no ledger at"):
        backup.back_up(settings(tmp_path / "none.db"), tmp_path / "copy.db")
    with pytest.raises(InputError, match="pg_dump"):
        backup.back_up(Settings("postgresql+psycopg://host/name"), tmp_path / "copy.db")
    ledger = open_ledger(f"sqlite:///{tmp_path / 'used.db'}")
    with ledger.reading(), pytest.raises(LedgerError, match="in use as a ledger"):
        backup.back_up(settings(path), tmp_path / "used.db")
    ledger.close()


def test_devices_and_links_stay_what_they_are(path: Path, tmp_path: Path) -> None:
    pipe, link, copy = tmp_path / "pipe", tmp_path / "link.db", tmp_path / "copies" / "copy.db"
    os.mkfifo(pipe)
    copy.parent.mkdir()
    link.symlink_to(copy)
    for made in (lambda: backup.back_up(settings(path), pipe), lambda: backup.restore(settings(pipe), path)):
        with pytest.raises(LedgerError, match="is no plain file"):
            made()
    assert pipe.is_fifo()
    backup.back_up(settings(path), link)
    assert link.is_symlink()
    assert documents(copy) == documents(path)
    path.rename(tmp_path / "moved.db")
    path.symlink_to(tmp_path / "moved.db")
    assert backup.restore(settings(path), copy, lambda: AT).former == tmp_path / "moved.db.20220104T120000"
    assert path.is_symlink()
