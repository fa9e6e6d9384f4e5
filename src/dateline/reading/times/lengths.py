"""Lengths of time and what comes again: their values, and the days a length covers where it touches its anchor."""

from dateline.reading.desk import Sense
from dateline.reading.times.anchors import Anchors, Resolved
from dateline.reading.times.calendar import Period, shifted

__all__ = ["resolve_duration", "set_value"]

CLOCK_UNITS = ("TH", "TM", "TS")


def resolve_duration(sense: Sense, anchors: Anchors) -> Resolved:
    """A length of time, and the days it covers where it ends or begins at the anchor."""
    value = length(sense.count if sense.count is not None else 1, sense.unit or "D")
    period = None
    anchor = anchors.of(sense.anchor or "day")
    if sense.toward and anchor and isinstance(sense.count, int | float) and sense.unit in ("D", "W", "M", "Y", "E"):
        other = shifted(anchor, sense.unit, round(sense.count) * sense.toward, "D").first
        if other:
            first, last = sorted((other, anchor))
            period = Period("D", first, last, value)
    return Resolved("DURATION", value, period, sense.mod, sense.quant, sense.freq)


def length(count: float | str, unit: str) -> str:
    """A duration as ISO 8601 has it."""
    if unit == "X":
        return "PXX"
    if unit in ("MO", "AF", "EV", "NI"):
        return f"P{plain(count)}T{unit}" if isinstance(count, str) else f"PT{plain(count)}{unit}"
    times = "T" if unit in CLOCK_UNITS else ""
    letter = {"FN": "W", "L": "ML", "H": "M"}.get(unit, unit[-1] if times else unit)
    if isinstance(count, str):
        return f"P{times}X{letter}"
    factor = {"E": 10, "C": 100, "FN": 2, "H": 6, "L": 1000, "Q": 3}.get(unit, 1)
    letter = {"E": "Y", "C": "Y", "L": "Y", "Q": "M"}.get(unit, letter)
    whole, rest = divmod(count * factor, 1)
    if unit == "D" and rest == 0.5:
        return f"P{int(whole)}DT12H" if whole else "PT12H"
    smaller = {"Y": (12, "M"), "TH": (60, "M"), "TM": (60, "S")}
    if rest and unit in smaller:
        size, small = smaller[unit]
        return f"P{times}" + (f"{int(whole)}{letter}" if whole else "") + f"{round(rest * size)}{small}"
    return f"P{times}{plain(count * factor)}{letter}"


def plain(count: float | str) -> str:
    """A number without a needless point."""
    if isinstance(count, str):
        return count
    return str(int(count)) if float(count).is_integer() else f"{count:g}"


def set_value(sense: Sense) -> str:
    """The value of what comes again."""
    part = f"T{sense.part}" if sense.part else ""
    if sense.weekday:
        return f"XXXX-WXX-{sense.weekday}{part}"
    if sense.month:
        return f"XXXX-{sense.month:02d}"
    if sense.season:
        return f"XXXX-{sense.season}"
    if sense.unit in ("NI", "MO", "AF", "EV"):
        return f"XXXX-XX-XXT{sense.unit}"
    if part:
        return f"XXXX-XX-XX{part}"
    if sense.unit == "WE":
        return "XXXX-WXX-WE"
    return length(sense.count if sense.count is not None else 1, sense.unit or "D")
