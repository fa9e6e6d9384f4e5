"""What an effect makes of an act: another type, mode and code, a denial, or nothing that can be coded."""

from dataclasses import replace
from typing import cast

from dateline.knowledge.events import Effect, Shift, event_words
from dateline.model.event import PloverType
from dateline.reading.events.act import Act

__all__ = ["shifted"]


def shifted(act: Act, effect: Effect) -> Act | None:
    """The act beneath an effect; None where the effect leaves nothing that can be coded."""
    if effect == "same":
        return act
    if effect == "deny":
        return replace(act, status="denied")
    shift = event_words().shifts[effect]
    to = shift.to.get(act.type)
    if to is None:
        return None
    type_, _, mode = to.partition(" ")
    same = type_ == act.type
    return replace(
        act,
        type=cast(PloverType, type_),
        mode=act.mode if same else mode_of(act, type_, mode),
        cameo=code_of(act, shift),
        frame=act.frame if same else replace(act.frame, plv=None),
        status="happened" if act.status == "planned" else act.status,
    )


def code_of(act: Act, shift: Shift) -> str:
    """The code that a shift gives for the longest beginning of the act's own; "=" keeps it."""
    beginnings = (act.cameo[:end] for end in range(len(act.cameo), 0, -1))
    code = next((shift.cameo[each] for each in beginnings if each in shift.cameo), "=")
    return act.cameo if code == "=" else code


def mode_of(act: Act, type_: str, mode: str) -> str | None:
    """The mode of the shifted act, finer where the act beneath tells more."""
    if type_ == "THREATEN":
        if act.mode in ("arrest", "expel"):
            return act.mode
        if act.cameo.startswith("192"):
            return "territory"
        if act.cameo.startswith(("163", "166")):
            return "expel" if act.cameo.startswith("166") else "restrict"
    if type_ == "REQUEST" and act.cameo.startswith("083"):
        return "change"
    return mode or None
