"""How old what is known is: every file of facts that age says as of which day it holds."""

from datetime import date, timedelta
from functools import cache

from dateline.knowledge.load import package_tables
from dateline.model.errors import KnowledgeError

__all__ = ["AGING", "TRUSTED", "as_of"]

AGING = (
    "parties/states", "parties/bodies", "parties/groups", "parties/holders", "parties/people", "places/cities",
    "places/towns", "places/places", "places/points", "places/provinces", "dating/births", "dating/editions",
    "dating/happenings", "dating/incumbents", "dating/known", "dating/names", "dating/pacts", "dating/things", "dating/topics",
    "dating/vocabulary", "intake/wires", "meetings/venues", "events/actors",
)  # fmt: skip
"""The files of facts that age."""

TRUSTED = timedelta(days=2 * 365)
"""So long after it was last checked an open term of office is assumed to go on; later only the office is known."""


@cache
def as_of(topic: str) -> date:
    """The day as of which a file of the package holds."""
    day = package_tables(topic).get("as_of")
    if type(day) is not date:
        raise KnowledgeError(f"knowledge/en/{topic}.toml, as_of: a day is wanted (as_of = 2026-03-31), not {day!r}")
    return day
