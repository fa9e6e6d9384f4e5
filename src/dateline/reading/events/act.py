"""An act as a sentence tells it: the word that names it, what governs that word, and what was made of it."""

from dataclasses import dataclass

from dateline.knowledge.events import Effect, EventFrame
from dateline.model.event import EventStatus, PloverType
from dateline.reading.desk import Word, subjects

__all__ = ["CONFLICT", "COOPERATIVE", "Act"]

COOPERATIVE = frozenset(("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE"))
"""Types of act that somebody may be willing to do."""
CONFLICT = frozenset(("PROTEST", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE"))
"""Types of act that may be threatened."""


@dataclass(frozen=True, eq=False)
class Act:
    """An act as a sentence tells it.

    `trigger` is the word that names it, `top` the outermost word that governs it (whose subject acts), `asked` the words
    for those who are asked to do it, `speakers` those who act by saying it, where it is not the subject of `top`. `fit` says
    how much of the frame is there, `effects` what was made of it on the way up.
    """

    trigger: Word
    top: Word
    frame: EventFrame
    type: PloverType
    mode: str | None
    cameo: str
    fit: float
    status: EventStatus = "happened"
    effects: tuple[Effect, ...] = ()
    objects: tuple[Word, ...] = ()
    asked: tuple[Word, ...] = ()
    speakers: tuple[Word, ...] | None = None

    @property
    def is_bare(self) -> bool:
        """Is it only what a governing word tells by itself?"""
        return self.frame.bare is not None

    def actors(self) -> list[Word]:
        """The words for whoever acts."""
        if self.speakers is not None:
            return list(self.speakers)
        if self.frame.actor != "subject":
            bases = (self.trigger, *self.objects)
            return [noun for base in bases for p in base.below if p.lower == self.frame.actor for noun in p.children("pobj")]
        return subjects(self.top) if self.top.is_verb or self.top.tag in ("VBN", "VBD") else []
