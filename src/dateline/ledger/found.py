"""Parties by how often they are named, and stories by their words."""

from collections.abc import Sequence
from datetime import date
from string import ascii_lowercase, ascii_uppercase

from sqlalchemy import Connection, func, or_, select

from dateline.ledger.tables import documents, meeting_parties, parties, statements, stories, texts
from dateline.model.judgement import ORIGIN

__all__ = ["parties_named", "texts_with"]

SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)
"""Capitals of ASCII, each with the small letter."""


def parties_named(connection: Connection, limit: int) -> list[tuple[str, str, str, int, int]]:
    """The parties that are named most: id, name, kind, in how many meetings, and how many statements they made."""
    met = select(meeting_parties.c.party, func.count(meeting_parties.c.meeting.distinct()).label("often"))
    often = met.group_by(meeting_parties.c.party).subquery()
    said = select(statements.c.speaker, func.count().label("often")).group_by(statements.c.speaker).subquery()
    meetings, spoken = func.coalesce(often.c.often, 0), func.coalesce(said.c.often, 0)
    query = (
        select(parties.c.id, parties.c.name, parties.c.kind, meetings, spoken)
        .join(often, often.c.party == parties.c.id, isouter=True)
        .join(said, said.c.speaker == parties.c.id, isouter=True)
        .where(meetings + spoken > 0)
        .order_by((meetings + spoken).desc(), parties.c.id)
        .limit(limit)
    )
    return [(row[0], row[1], row[2], row[3], row[4]) for row in connection.execute(query)]


def texts_with(connection: Connection, terms: Sequence[str], limit: int) -> list[tuple[str, str, str]]:
    """The stories that hold all of these words, whatever their case, the newest first: document, title and body."""
    held = [
        or_(
            *(
                func.lower(column).contains(form, autoescape=True)
                for column in (texts.c.title, texts.c.body)
                for form in forms(term)
            )
        )
        for term in terms
    ]
    told = or_(documents.c.origin.is_(None), documents.c.origin != ORIGIN)
    query = (
        select(func.min(documents.c.id), texts.c.title, texts.c.body)
        .join(stories, stories.c.text == texts.c.id)
        .join(documents, documents.c.text == texts.c.id)
        .where(stories.c.read_as == texts.c.id, told, *held)
        .group_by(texts.c.id, texts.c.title, texts.c.body)
        .order_by(func.coalesce(func.max(documents.c.day), date.min).desc(), texts.c.id)
        .limit(limit)
    )
    return [(row[0], row[1], row[2]) for row in connection.execute(query)]


def forms(term: str) -> set[str]:
    """How a word may stand in a text whose ASCII letters alone are made small, as SQLite does it.

    >>> sorted(forms("ÉLYSÉE"))
    ['ÉlysÉe', 'Élysée', 'élysée']
    """
    return {form.translate(SMALL) for form in (term, term.lower(), term.title(), term.upper())}
