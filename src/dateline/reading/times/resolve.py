"""From what the words mean to a value and days: reckoned from the day of the story, or from the time spoken of."""

from dataclasses import replace
from datetime import date, timedelta

from dateline.knowledge.rules import rule
from dateline.model.when import TimexType
from dateline.reading.desk import Sense
from dateline.reading.times.anchors import Anchors, Ask, Resolved, side
from dateline.reading.times.calendar import Period, century_of, day_of, decade_of, later, shifted, unknown_period, year_of
from dateline.reading.times.lengths import resolve_duration, set_value
from dateline.reading.times.open import open_period, weekend
from dateline.reading.times.refine import UNDER, refine, underspecified

__all__ = ["resolve"]

SUNDAY = 7
CLOCK_UNITS = ("TH", "TM", "TS")


def resolve(sense: Sense, anchors: Anchors, direction: Ask) -> Resolved:
    """The value and days of a sense."""
    if sense.kind == "vague":
        return Resolved("DATE", sense.vague or "PRESENT_REF", mod=sense.mod)
    if sense.kind == "duration":
        return resolve_duration(sense, anchors)
    if sense.kind == "set":
        return Resolved("SET", set_value(sense), quant=sense.quant, freq=sense.freq)
    notes: list[str] = []
    period = date_period(sense, anchors, direction, notes)
    period, type_ = with_time(period, sense, anchors)
    mod = sense.mod if sense.mod not in ("EARLIER", "LATER") else None
    return Resolved(type_, period.value, narrowed(period, sense.mod, anchors), mod, assumed=tuple(notes))


def narrowed(period: Period, mod: str | None, anchors: Anchors) -> Period:
    """ "later this month" is what remains of it, "earlier this month" what has gone."""
    if (
        mod not in ("EARLIER", "LATER")
        or anchors.day is None
        or period.first is None
        or period.last is None
        or period.grain == "D"
    ):
        return period
    if not period.first <= anchors.day <= period.last:
        return period
    if mod == "LATER":
        return replace(period, first=min(later(anchors.day, 1), period.last))
    return replace(period, last=anchors.day)


def with_time(period: Period, sense: Sense, anchors: Anchors) -> tuple[Period, TimexType]:
    """The period with the part of the day or the hour that the words name."""
    day = period.value.split("T")[0]
    if sense.hour is not None:
        clock = f"{sense.hour:02d}:{sense.minute or 0:02d}" + (f":{sense.second:02d}" if sense.second is not None else "")
        zone = "Z" if sense.zone == "Z" else ""
        return replace(period, value=f"{day}T{clock}{zone}"), "TIME"
    if sense.part and period.grain == "D":
        return replace(period, value=f"{day}T{sense.part}"), "TIME"
    if sense.part:
        return replace(period, value=f"{day}T{sense.part}"), "TIME"
    return period, "TIME" if "T" in period.value and "_REF" not in period.value else "DATE"


def date_period(sense: Sense, anchors: Anchors, direction: Ask, notes: list[str]) -> Period:
    """The period of a date, without its time of day."""
    if sense.iso:
        return iso_period(sense.iso)
    if sense.other is not None:
        return beside(sense, anchors, direction, notes)
    if sense.plain == "year before":
        return year_before(sense, anchors)
    if sense.unit == "WE" and sense.shift == 0 and sense.anchor == "day" and anchors.day:
        return weekend(replace(sense, step=None), anchors.day, direction, notes, ahead=True)
    base = base_of(week_ahead(sense, anchors, direction, notes), anchors)
    if base is not None:
        return refine(base, sense)
    if sense.shift is not None:
        return underspecified(sense)
    return open_period(sense, anchors, direction, notes)


def week_ahead(sense: Sense, anchors: Anchors, direction: Ask, notes: list[str]) -> Sense:
    """ "This week", told on a Sunday of what is still to come, is the week that begins on the day after."""
    bare = sense.shift == 0 and sense.unit == "W" and sense.anchor == "day" and sense.weekday is None
    if not bare or anchors.day is None or anchors.day.isoweekday() != SUNDAY or side(direction, []) <= 0:
        return sense
    notes.append(rule("times", "week ahead"))
    return replace(sense, shift=1)


def iso_period(iso: str) -> Period:
    """A date in ISO 8601, with its time of day if it has one."""
    try:
        return replace(day_of(date.fromisoformat(iso[:10])), value=iso)
    except ValueError:
        return unknown_period("D", iso)


def beside(sense: Sense, anchors: Anchors, direction: Ask, notes: list[str]) -> Period:
    """So many units before or after another date."""
    assert sense.other is not None
    other = date_period(sense.other, anchors, direction, notes)
    start = other.first if (sense.shift or 0) <= 0 else other.last
    if start is None:
        return unknown_period(sense.unit or "D", UNDER.get(sense.unit or "D", "XXXX-XX-XX"))
    unit = sense.unit or "D"
    if unit in CLOCK_UNITS:
        return day_of(start + hours(sense))
    return shifted(start, unit, sense.shift or 0, "D" if unit == "W" and other.grain == "D" else unit)


def hours(sense: Sense) -> timedelta:
    """The whole days that a shift of hours or minutes takes."""
    steps = max(min(sense.shift or 0, 1_000_000), -1_000_000)
    return timedelta(days=int(steps / {"TH": 24, "TM": 1440, "TS": 86400}[sense.unit or "TH"]))


def year_before(sense: Sense, anchors: Anchors) -> Period:
    """A year before the day or the time spoken of; of a quarter spoken of, that quarter."""
    ref = anchors.ref
    if anchors.quarter and anchors.quarter.first:
        return shifted(anchors.quarter.first, "Y", -1, "Q")
    if ref and ref.first and sense.anchor == "ref":
        return shifted(ref.first, "Y", -1, ref.grain if ref.grain in ("M", "Q") and sense.loose else "Y")
    day = anchors.of(sense.anchor)
    return shifted(day, "Y", -1) if day else unknown_period("Y", "XXXX")


def base_of(sense: Sense, anchors: Anchors) -> Period | None:
    """The period that the finer fields lie in, if the words name it."""
    if sense.year is not None:
        return year_of(sense.year)
    if sense.decade is not None:
        return decade_of(sense.decade)
    if sense.century is not None:
        return unknown_period("C", f"BC{sense.century:02d}") if sense.era == -1 else century_of(sense.century)
    if sense.shift is None or not sense.unit:
        return None
    anchor = anchors.of(sense.anchor)
    if sense.anchor == "ref" and anchors.ref and anchors.ref.first is None and sense.unit == "Y":
        return bc_shift(anchors.ref, sense.shift)
    if anchor is None:
        return None
    if sense.unit in CLOCK_UNITS:
        return hour_shift(sense, anchor)
    if sense.anchor == "ref" and sense.unit == "Q" and sense.shift == 0:
        return ref_quarter(anchors, anchor)
    if sense.anchor == "ref" and sense.shift > 0 and anchors.ref and anchors.ref.last and sense.unit == anchors.ref.grain:
        anchor = anchors.ref.last
    period = shifted(anchor, sense.unit, sense.shift)
    if sense.plain == "end" and sense.unit == "Y" and period.last:
        return day_of(period.last)
    return period


def ref_quarter(anchors: Anchors, anchor: date) -> Period:
    """The quarter spoken of, else the last one that has ended."""
    if anchors.quarter:
        return anchors.quarter
    return shifted(anchors.day or anchor, "Q", -1)


def bc_shift(ref: Period, steps: int) -> Period | None:
    """Years before our era have no days: they are counted."""
    if not ref.value.startswith("BC") or not ref.value[2:6].isdigit():
        return None
    return year_of(1 - int(ref.value[2:6]) + steps)


def hour_shift(sense: Sense, anchor: date) -> Period:
    """So many hours before or after: the day, and an hour that nobody knows."""
    return day_of(anchor + hours(sense))
