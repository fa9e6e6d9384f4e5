"""Dateline reads the news and keeps the diplomatic ledger. This is its door for programmers; docs/api.md has the promise.

    reader = dateline.load()
    reading = reader.read("Envoys of Norway and Chile will meet in Oslo on May 20.", published="2019-05-16")
    with dateline.open("ledger.db") as ledger:
        ledger.add([...])

Nothing is loaded before it is asked for: `import dateline` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.app.door.ledger import Ledger, open  # noqa: A004
    from dateline.app.door.reader import Reader, load
    from dateline.app.door.rows import AgendaRow, Counts, Positions, Reading, Saying
    from dateline.model.document import Document, Text
    from dateline.model.entry import Attendee, Meeting, Statement
    from dateline.model.errors import (
        DatelineError,
        InputError,
        LedgerError,
        ModelError,
        SettingsError,
        UnknownEntryError,
    )
    from dateline.model.event import Event
    from dateline.model.evidence import Evidence, Sourced, Span
    from dateline.model.occasion import Occasion
    from dateline.model.party import Mention, Party
    from dateline.model.place import Place
    from dateline.model.position import Carrier, Issue, Stance
    from dateline.model.problem import Problem
    from dateline.model.relation import Relation
    from dateline.model.when import Dating, TimeExpression, When
    from dateline.views.explain import Branch

__all__ = [
    "AgendaRow", "Attendee", "Branch", "Carrier", "Counts", "DatelineError", "Dating", "Document", "Event", "Evidence",
    "InputError", "Issue", "Ledger", "LedgerError", "Meeting", "Mention", "ModelError", "Occasion", "Party", "Place",
    "Positions", "Problem", "Reader", "Reading", "Relation", "Saying", "SettingsError", "Sourced", "Span", "Stance",
    "Statement", "Text", "TimeExpression", "UnknownEntryError", "When", "__version__", "load", "open",
]  # fmt: skip

__version__ = "0.1.0"

HOMES = {
    "app.door.ledger": ("Ledger", "open"),
    "app.door.reader": ("Reader", "load"),
    "app.door.rows": ("AgendaRow", "Counts", "Positions", "Reading", "Saying"),
    "model.document": ("Document", "Text"),
    "model.entry": ("Attendee", "Meeting", "Statement"),
    "model.errors": ("DatelineError", "InputError", "LedgerError", "ModelError", "SettingsError", "UnknownEntryError"),
    "model.event": ("Event",),
    "model.evidence": ("Evidence", "Sourced", "Span"),
    "model.occasion": ("Occasion",),
    "model.party": ("Mention", "Party"),
    "model.place": ("Place",),
    "model.position": ("Carrier", "Issue", "Stance"),
    "model.problem": ("Problem",),
    "model.relation": ("Relation",),
    "model.when": ("Dating", "TimeExpression", "When"),
    "views.explain": ("Branch",),
}  # fmt: skip
"""Module -> the names that it gives to the door."""

HOME_OF = {name: home for home, names in HOMES.items() for name in names}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        """A name of the door, from the module that holds it; imported when it is first asked for."""
        if name not in HOME_OF:
            raise AttributeError(f"module 'dateline' has no attribute {name!r}")
        found = getattr(import_module(f"dateline.{HOME_OF[name]}"), name)
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    """The names of the door."""
    return sorted(__all__)
