"""The stories of a ledger or watch, each once, with all that carry it."""

from dateline.app.ask import agenda
from dateline.ledger import carriers
from dateline.ledger.database import Ledger
from dateline.model.judgement import ORIGIN
from dateline.model.story import Story

__all__ = ["Story", "stories"]


def stories(ledger: Ledger, *, watch: str | None = None, limit: int = 100) -> tuple[Story, ...]:
    """The stories that the ledger learnt of last; with a watch those that tell of a meeting in it."""
    among = None
    if watch:
        among = {line.text for row in agenda(ledger, watch=watch).rows for line in row.sources}
    with ledger.reading() as connection:
        return carriers.newest_stories(connection, limit, ORIGIN, among)
