"""Values as people give them when they correct a field, checked, and in the ledger's own terms."""

from collections.abc import Callable, Mapping, Sequence
from typing import get_args

from dateline.app.days import day
from dateline.app.parties import party_known, party_meant
from dateline.knowledge.codes import cameo_codes, modes
from dateline.ledger.database import Connection
from dateline.model.entry import MeetingKind, StatementKind, Status
from dateline.model.errors import InputError
from dateline.model.event import EventStatus, PloverType
from dateline.model.judgement import FIELDS_OF, AnchorKind
from dateline.model.relation import RelationKind
from dateline.model.when import When

__all__ = ["checked", "day_words", "field_meant", "parties_meant", "people_meant"]

NONE = ("", "none", "-")
"""What a person writes for no value."""

CALLED: Mapping[AnchorKind, str] = {
    "report": "a meeting",
    "statement": "a statement",
    "event": "an event",
    "relation": "a relation",
}
"""Kinds of entries as people call them."""

ALSO: Mapping[AnchorKind, Mapping[str, str]] = {
    "report": {"when": "date"},
    "statement": {"date": "said", "when": "said"},
    "event": {"source": "actors", "recipient": "recipients", "target": "recipients", "kind": "type", "when": "date"},
    "relation": {"since": "from", "date": "from"},
}
"""Other names of fields."""

ALWAYS: Mapping[AnchorKind, tuple[str, ...]] = {
    "report": ("status", "kind"),
    "statement": ("speaker", "kind"),
    "event": ("actors", "type", "cameo", "status"),
    "relation": ("kind", "source"),
}
"""Fields that an entry is not without."""

LISTS: Mapping[tuple[AnchorKind, str], tuple[str, ...]] = {
    ("report", "status"): get_args(Status),
    ("report", "kind"): get_args(MeetingKind),
    ("statement", "kind"): get_args(StatementKind),
    ("event", "type"): get_args(PloverType),
    ("event", "status"): get_args(EventStatus),
    ("relation", "kind"): get_args(RelationKind),
}
"""The values of fields that have a closed list."""


def field_meant(kind: AnchorKind, words: str) -> str:
    """The field of an entry that a person names."""
    found = ALSO[kind].get(words.lower(), words.lower())
    if found not in FIELDS_OF[kind]:
        names = ", ".join(FIELDS_OF[kind])
        raise InputError(f"{words!r} is no field of {CALLED[kind]}; one of {names} can be corrected")
    return found


def checked(connection: Connection, kind: AnchorKind, field: str, value: str, *, type_: str | None = None) -> str:
    """The value as it is kept; `type_` is that of the event, or the kind of the relation, of which it is a value."""
    value = " ".join(value.split())
    if value.lower() in NONE:
        if field in ALWAYS[kind]:
            raise InputError(f"{CALLED[kind]} is never without {field}")
        return ""
    if (kind, field) in LISTS:
        return one_of(field, value, LISTS[kind, field])
    if field == "mode":
        return one_of(f"mode of {type_}", value, modes(type_) if type_ else ())  # type: ignore[arg-type]
    if field == "cameo":
        return cameo_meant(value)
    if kind == "relation" and field == "target":
        return value if type_ == "seat" else party_meant(connection, value)
    return READ[field](connection, value) if field in READ else value


def one_of(field: str, value: str, known: Sequence[str]) -> str:
    """A value of a closed list, whatever the case."""
    found = next((each for each in known if each.casefold() == value.casefold()), None)
    if found is None:
        raise InputError(f"{value!r} is no {field}; " + (f"it is one of {', '.join(known)}" if known else "it has none"))
    return found


def cameo_meant(value: str) -> str:
    """A code of CAMEO."""
    if value not in cameo_codes():
        near = [code for code in sorted(cameo_codes()) if code[:2] == value[:2].rjust(2, "0")]
        raise InputError(f"{value!r} is no code of CAMEO; {'near it are ' + ', '.join(near) if near else 'roots are 01 to 20'}")
    return value


def day_words(words: str) -> str:
    """A date as a person gives it, as the ledger writes it."""
    try:
        when = When.parsed(words)
    except ValueError:
        return day(words).isoformat()
    return when.starts.isoformat() if when.starts else when.edtf


def parties_meant(connection: Connection, value: str) -> str:
    """The ids of parties given by id or name, joined as the ledger has them."""
    given = [part.strip() for part in value.replace(",", ";").split(";")]
    return "; ".join(dict.fromkeys(party_meant(connection, part) for part in given if part))


def people_meant(connection: Connection, value: str) -> str:
    """`Name (party); Name (party)`, each party by its id."""
    return "; ".join(person_meant(connection, part) for part in value.replace(",", ";").split(";") if part.strip())


def person_meant(connection: Connection, words: str) -> str:
    """`Name (party)`, the party by its id."""
    name, bracket, of = words.strip().partition("(")
    side = party_meant(connection, of.rstrip(") ").strip()) if bracket else None
    return f"{name.strip()} ({side})" if side else name.strip()


def speaker_meant(connection: Connection, value: str) -> str:
    """A party by its id, or a person whom no story names, with whom he or she speaks for."""
    if "(" in value:
        return person_meant(connection, value)
    try:
        return party_known(connection, value) or party_meant(connection, value)
    except InputError as error:
        raise InputError(f'{error}; of a person say for whom he or she speaks: "{value} (RUS)"') from error


READ: Mapping[str, Callable[[Connection, str], str]] = {
    "date": lambda _, words: day_words(words),
    "said": lambda _, words: day_words(words),
    "from": lambda _, words: day_words(words),
    "until": lambda _, words: day_words(words),
    "parties": parties_meant,
    "of": parties_meant,
    "target": parties_meant,
    "actors": parties_meant,
    "recipients": parties_meant,
    "people": people_meant,
    "speaker": speaker_meant,
    "source": speaker_meant,
}
"""How the value of a field is read; that of others is kept as it is given."""
