"""A reading: all that one document says, in one value."""

from dataclasses import dataclass

from dateline.model.document import Document
from dateline.model.entry import Meeting, Statement
from dateline.model.party import Party
from dateline.model.place import Place
from dateline.model.problem import Problem
from dateline.model.when import Dating, TimeExpression

__all__ = ["Reading"]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What the readers found in a document; every list is in text order."""

    document: Document
    dating: Dating = Dating(None, given=False)
    parties: tuple[Party, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    statements: tuple[Statement, ...] = ()
    problems: tuple[Problem, ...] = ()
