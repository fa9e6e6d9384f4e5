"""The errors Dateline raises for what a person can mend; everything else is a bug and raises as it is.

    DatelineError
    ├── InputError            a story or file that cannot be read
    │   └── BusyError         a server, or the desk, that asks to be left alone for a while
    ├── SettingsError         a setting that makes no sense
    ├── KnowledgeError        a knowledge file that says something the loader does not know
    ├── ModelError            the language model or the trained reader is absent or not the one expected
    └── LedgerError           the database cannot be opened, written or understood
        ├── UnkeptError            values that the database does not take, of one story or another
        ├── MisquotedError         an entry whose words do not stand in its story
        └── UnknownEntryError      an id that the ledger does not hold

Each message names the cause and the mend. Inside a run a document's troubles are `Problem` values, not errors.
"""

from datetime import datetime

__all__ = [
    "BusyError", "DatelineError", "InputError", "KnowledgeError", "LedgerError", "MisquotedError", "ModelError",
    "SettingsError", "UnkeptError", "UnknownEntryError",
]  # fmt: skip


class DatelineError(Exception):
    """Base of all: catching it catches whatever Dateline knows how to explain."""


class InputError(DatelineError):
    """A story or file that cannot be read."""


class BusyError(InputError):
    """A server, or the desk, that asks to be left alone for a while; `until` is when it may be asked again, if it says so."""

    def __init__(self, message: str, until: datetime | None = None) -> None:
        super().__init__(message)
        self.until = until


class SettingsError(DatelineError):
    """A setting that makes no sense."""


class KnowledgeError(DatelineError):
    """A knowledge file that says something the loader does not know."""


class ModelError(DatelineError):
    """The language model or the trained reader is absent or not the one expected."""


class LedgerError(DatelineError):
    """The database cannot be opened, written or understood."""


class UnkeptError(LedgerError):
    """Values that the database does not take; they are those of one story, and others may be kept."""


class MisquotedError(LedgerError):
    """An entry whose words do not stand in its story."""


class UnknownEntryError(LedgerError):
    """An id that the ledger does not hold."""
