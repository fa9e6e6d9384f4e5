"""What an expression of time means before anybody knows from which day to reckon."""

from dataclasses import dataclass
from dataclasses import fields as fields_of
from typing import Literal

from dateline.model.document import Field

__all__ = ["FIELDS", "Found", "Sense"]

Kind = Literal["date", "duration", "set", "vague", "none"]


@dataclass(frozen=True)
class Sense:
    """The fields that words give; None where they say nothing.

    A date is a base (`year`, `decade`, `century`, or `shift` so many `unit`s from an anchor) made finer by the fields below
    it. `anchor`: `day` the day of the story, `ref` the time spoken of, `now` either. `step`: the nearest such day or
    month before (-1), after (1) or at (0) the anchor. A duration has `count` (or "X") of `unit`, `count2` of `unit2`
    more; `toward` says that it ends (-1) or begins (1) at the anchor. `other` is a sense that this one is reckoned from.
    """

    kind: Kind = "date"
    year: int | None = None
    decade: int | None = None
    century: int | None = None
    era: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    month: int | None = None
    week: int | None = None
    nth: int | None = None
    weekday: int | None = None
    weekend: bool | None = None
    day: int | None = None
    holiday: str | None = None
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    fiscal: bool | None = None
    unit: str | None = None
    shift: int | None = None
    anchor: str | None = None
    step: int | None = None
    count: float | str | None = None
    unit2: str | None = None
    count2: float | None = None
    toward: int | None = None
    vague: str | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    iso: str | None = None
    plain: str | None = None
    loose: bool | None = None
    other: "Sense | None" = None

    @property
    def grain(self) -> str:
        """The finest thing named: T time of day, D, W, WE, M, S season, Q, H, Y, E, C, or "" for none."""
        if self.hour is not None or self.part:
            return "T"
        if self.day or self.weekday or self.holiday or self.iso:
            return "D"
        if self.weekend:
            return "WE"
        for name, grain in COARSE:
            if getattr(self, name) is not None:
                return grain
        return self.unit if self.shift is not None and self.unit else ""


COARSE = (
    ("week", "W"), ("month", "M"), ("season", "S"), ("quarter", "Q"), ("half", "H"), ("year", "Y"), ("decade", "E"),
    ("century", "C"),
)  # fmt: skip
FIELDS = frozenset(field.name for field in fields_of(Sense))


@dataclass(frozen=True)
class Found:
    """An expression where it stands: field, code points, sense and the rule that read it."""

    field: Field
    start: int
    end: int
    sense: Sense
    rule: str
