"""Whom a person's name means: somebody of the story, or of knowledge, as far as the day allows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.knowledge.lists import listed
from dateline.knowledge.parties import Holder, terms
from dateline.knowledge.rules import rule
from dateline.reading.parties.lexicon import careful_names, fold, surnames
from dateline.reading.parties.roster import Roster

__all__ = ["Name", "canonical"]

FEW_YEARS = timedelta(days=4 * 365)


@dataclass(frozen=True)
class Name:
    """A person's name in a sentence: tokens (inclusive), code points, and the words themselves."""

    first: int
    last: int
    start: int
    end: int
    words: str
    known: tuple[str, ...] = ()
    """The persons of knowledge whose full name the words are."""


def canonical(roster: Roster, name: Name) -> tuple[str, str]:
    """The id of the person a name means, and the rule that says so."""
    if name.known:
        return in_office(roster, name.known) or nearest_in_time(roster, name.known), rule("parties", "known person")
    words = " ".join(name.words.replace("’", "'").split())
    words = words.title() if words.isupper() and len(words) > 2 else words
    if " " not in words:
        if earlier := roster.person_called(words):
            return earlier, rule("parties", "short name")
        bearers = surnames().get(fold(words), ())
        if candidate := in_office(roster, bearers, careful=fold(words) in careful_names()):
            return candidate, rule("parties", "in office")
        return words, rule("parties", "person")
    if earlier := roster.person_called(words):
        given = roster.drafts[earlier].mentions
        return earlier, rule("parties", "given before") if given else rule("parties", "person")
    return same_person(roster, words) or words, rule("parties", "person")


def same_person(roster: Roster, words: str) -> str | None:
    """A person of the story or of knowledge with the same first and last name, middle names and initials aside."""
    parts = fold(words).split()
    if bearer := roster.bearers.get((parts[0], parts[-1])):
        return bearer
    for who in surnames().get(parts[-1], ()):
        other = fold(who).split()
        if other[0] == parts[0] or (len(parts[0]) > 3 and other[0][:3] == parts[0][:3] and parts[-1] not in careful_names()):
            return who
    return None


def in_office(roster: Roster, ids: Sequence[str], *, careful: bool = False) -> str | None:
    """The one of several persons of the same name whose term covers the day, or the only one there is.

    A bare name means the only one there is where a term is near the day. Where the day is unknown, the one who was head
    of state or government. With `careful` the only one there is must have been in office too.
    """
    day = roster.day
    if len(ids) > 1 and day is None:
        ids = [id_ for id_ in ids if any(term.office in listed("parties/words", "heads") for term in terms(id_))]
    elif day is not None and (len(ids) > 1 or careful):
        ids = [id_ for id_ in ids if any(term.holds(day) for term in terms(id_))]
    elif day is not None:
        ids = [id_ for id_ in ids if not terms(id_) or any(is_about(term, day) for term in terms(id_))]
    return ids[0] if len(ids) == 1 and not (careful and day is None) else None


def is_about(term: Holder, day: date) -> bool:
    """Did the term cover the day, or a day less than four years from it? Later the short name alone is somebody else's."""
    return term.from_ - FEW_YEARS <= day and (term.last is None or day <= term.last + FEW_YEARS)


def nearest_in_time(roster: Roster, ids: Sequence[str]) -> str:
    """The person named in the story already, else whose last known term began before the day, else the first."""
    for id_ in ids:
        if id_ in roster.drafts:
            return id_
    day = roster.day
    if day is None:
        return ids[0]
    begun = [id_ for id_ in ids if any(term.from_ <= day for term in terms(id_))]
    return begun[-1] if begun else ids[0]
