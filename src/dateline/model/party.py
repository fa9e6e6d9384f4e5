"""Parties: states, bodies, organs, persons, groups, unnamed sources; and how a text mentions them."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.evidence import Evidence, Span

__all__ = ["How", "Mention", "Party", "PartyKind"]

PartyKind = Literal["state", "organisation", "organ", "person", "group", "unnamed", "other"]
How = Literal["name", "alias", "demonym", "metonym", "office", "description", "pronoun"]


@dataclass(frozen=True)
class Mention:
    """Words of a text that stand for a party, the way they do so, and the evidence for it."""

    span: Span
    how: How
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Party:
    """Who acts or speaks.

    `id`: ISO 3166-1 alpha-3 (former states 3166-3, Kosovo XKX), an acronym (`NATO`), `PARENT:Part` (`RUS:Foreign
    Ministry`), a person's or group's usual full name, or `NATO:official` for an unnamed source. `of`: the state or
    body it belongs to or speaks for. `sectors`: PLOVER sector codes.
    """

    id: str
    name: str
    kind: PartyKind
    of: str | None = None
    wikidata: str | None = None
    office: str | None = None
    sectors: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
