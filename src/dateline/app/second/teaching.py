"""What held of a model's answers, as lessons: what both readers read alike, or people confirmed."""

from collections.abc import Iterator

from dateline.app.second.kept import KeptAnswers
from dateline.app.second.taking import Taken, read_taken
from dateline.app.settings import Settings
from dateline.knowledge.rules import rule
from dateline.ledger import judge
from dateline.ledger.database import Ledger
from dateline.ledger.rows import meeting_evidence, statement_evidence
from dateline.model.entry import Meeting, Statement
from dateline.model.problem import Refusal
from dateline.views.lesson import lesson

__all__ = ["agreed", "lessons"]


def lessons(kept: KeptAnswers, taken: Taken, settings: Settings, ledger: Ledger | None) -> Iterator[str]:
    """The lessons of the stories whose answers were taken; with a ledger what people stand by counts too."""
    for reading in read_taken(kept, taken, settings, "both"):
        if isinstance(reading, Refusal) or reading.is_unread:
            continue
        sure: set[str] = set()
        if ledger is not None:
            with ledger.reading() as connection:
                text = reading.document.text.id
                sure = {*judge.stood_by(connection, text), *judge.held(connection, text)}
        made = lesson(reading, reading.document.name, lambda entry, sure=sure: entry.id in sure or agreed(entry))  # type: ignore[misc]
        if made is not None:
            yield made


def agreed(entry: Meeting | Statement) -> bool:
    """Did both readers read it, and alike?"""
    fields = meeting_evidence(entry) if isinstance(entry, Meeting) else statement_evidence(entry)
    rules = {each.rule for _, _, evidence in fields for each in evidence}
    return rule("quoted", "model") in rules and rule("quoted", "differs") not in rules and bool(entry.sure)
