"""From what the words mean to a value and days: reckoned from the day of the story, or from the time spoken of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.model.when import TimexType
from dateline.reading.timex_calendar import (
    Period, century_of, containing, day_of, decade_of, half_of, holiday, later, month_of, months_later, quarter_of, season_of,
    shifted, unknown_period, week_of, weekend_of, year_of,
)  # fmt: skip
from dateline.reading.timex_direction import Direction
from dateline.reading.timex_sense import Sense

__all__ = ["Anchors", "Ask", "Resolved", "resolve"]

Ask = Callable[[], Direction]
UNDER = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "H": "XXXX-HX", "Y": "XXXX", "E": "XXX",
    "C": "XX", "S": "XXXX", "T": "XXXX-XX-XX", "FN": "XXXX-WXX",
}  # fmt: skip
CLOCK_UNITS = ("TH", "TM", "TS")


@dataclass(frozen=True)
class Anchors:
    """What there is to reckon from: the day of the story, the time last spoken of, whether the text tells history, and then
    the time that the tale has reached; and the quarter reported on, if a report on one is near."""

    day: date | None
    ref: Period | None = None
    history: bool = False
    tale: Period | None = None
    quarter: Period | None = None

    def of(self, kind: str | None) -> date | None:
        """The day that an expression of that anchor is reckoned from."""
        if kind == "ref" or (kind != "day" and self.history) or (kind == "now" and self.history):
            return self.ref.first if self.ref and self.ref.first else self.day
        return self.day


@dataclass(frozen=True)
class Resolved:
    """A sense resolved: type, value, modifiers, its period, and the assumptions that were needed."""

    type: TimexType
    value: str
    period: Period | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    assumed: tuple[str, ...] = ()


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
    if mod not in ("EARLIER", "LATER") or anchors.day is None or period.first is None or period.last is None or period.grain == "D":
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
    base = base_of(sense, anchors)
    if base is not None:
        return refine(base, sense)
    if sense.shift is not None:
        return underspecified(sense)
    return open_period(sense, anchors, direction, notes)


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
        anchor = anchors.ref.last if sense.unit != "S" else anchor
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


def refine(base: Period, sense: Sense) -> Period:
    """The part of the base that the finer fields name."""
    if base.first is None:
        return bc_refined(base, sense)
    year = base.first.year
    period = base
    if sense.quarter:
        period = quarter_of(year, sense.quarter)
    elif sense.half and sense.half in (1, 2):
        period = half_of(year, sense.half)
    elif sense.season:
        period = season_of(year, sense.season)
    if sense.month:
        period = month_of(year, sense.month)
    if sense.holiday:
        period = holiday(sense.holiday, year)
    if sense.day and period.first:
        period = safe_day(period.first.year, period.first.month, sense.day)
    elif sense.weekday and period.first and period.last:
        period = weekday_in(period, sense)
    if sense.weekend and period.first:
        period = weekend_of(period.first)
    if sense.week is not None and period.first:
        period = nth_week(period, sense.week)
    return period


def bc_refined(base: Period, sense: Sense) -> Period:
    """A month or season of a year that has no days."""
    if sense.season:
        return unknown_period("S", f"{base.value}-{sense.season}")
    if sense.month:
        day = f"-{sense.day:02d}" if sense.day else ""
        return unknown_period("D" if sense.day else "M", f"{base.value}-{sense.month:02d}{day}")
    return base


def nth_week(period: Period, nth: int) -> Period:
    """The week of a day (0), or the nth or last (-1) week of a month."""
    assert period.first is not None and period.last is not None
    if nth <= 0:
        return week_of(period.last if nth else period.first)
    return week_of(later(period.first, 7 * (nth - 1)))


def weekday_in(period: Period, sense: Sense) -> Period:
    """The first such weekday in a period, or the nth, or the last (-1)."""
    assert period.first is not None and period.last is not None
    if sense.nth is not None and sense.nth < 0:
        return day_of(later(period.last, -((period.last.isoweekday() - (sense.weekday or 1)) % 7)))
    step = ((sense.weekday or 1) - period.first.isoweekday()) % 7
    return day_of(later(period.first, step + 7 * ((sense.nth or 1) - 1)))


def safe_day(year: int, month: int, day: int) -> Period:
    """That day, or an unknown one where the month has no such day."""
    try:
        return day_of(date(year, month, day))
    except ValueError:
        return unknown_period("D", f"{year:04d}-{month:02d}-{day:02d}")


def underspecified(sense: Sense) -> Period:
    """What can be written of a date whose anchor is not known."""
    if sense.month and sense.day:
        return unknown_period("D", f"XXXX-{sense.month:02d}-{sense.day:02d}")
    if sense.month:
        return unknown_period("M", f"XXXX-{sense.month:02d}")
    if sense.season:
        return unknown_period("S", f"XXXX-{sense.season}")
    if sense.quarter:
        return unknown_period("Q", f"XXXX-Q{sense.quarter}")
    if sense.half:
        return unknown_period("H", f"XXXX-H{sense.half}")
    if sense.weekday:
        return unknown_period("D", f"XXXX-WXX-{sense.weekday}")
    if sense.weekend:
        return unknown_period("WE", "XXXX-WXX-WE")
    grain = sense.grain
    return unknown_period(grain or "D", UNDER.get("D" if sense.day else grain, "XXXX-XX-XX"))


def open_period(sense: Sense, anchors: Anchors, direction: Ask, notes: list[str]) -> Period:
    """A date whose year (or week) the words leave open: the candidate that grammar and nearness choose."""
    anchor = anchors.of(sense.anchor)
    if anchor is None:
        return underspecified(sense)
    if sense.hour is not None and sense.grain == "T" and not (sense.weekday or sense.month or sense.holiday or sense.day):
        return day_of(anchor_of_time(anchors, anchor))
    if sense.part and not (sense.weekday or sense.month or sense.holiday or sense.day):
        return day_of(anchor_of_time(anchors, anchor))
    if sense.month or sense.season or sense.quarter or sense.half or sense.holiday:
        return yearly(sense, anchors, anchor, direction, notes)
    if sense.day:
        return monthly(sense, anchor, anchors, direction, notes)
    if sense.weekday:
        return weekly(sense, anchor, anchors, direction, notes)
    if sense.weekend:
        return weekend(sense, anchor, direction, notes)
    return underspecified(sense)


def anchor_of_time(anchors: Anchors, anchor: date) -> date:
    """The day that a bare time of day belongs to: the day spoken of."""
    ref = anchors.ref
    return ref.first if ref and ref.first and ref.grain == "D" else anchor


def yearly(sense: Sense, anchors: Anchors, anchor: date, direction: Ask, notes: list[str]) -> Period:
    """A month, season, quarter, holiday or day of a month without its year."""
    years = [year for year in range(anchor.year - 1, anchor.year + 2) if 1 <= year <= 9998]
    candidates = [refine(year_of(year), sense) for year in years]
    known = [period for period in candidates if period.first is not None]
    if not known:
        candidates = [refine(year_of(year), sense) for year in range(max(anchor.year - 8, 1), min(anchor.year + 8, 9998))]
        known = [period for period in candidates if period.first is not None]
    if not known:
        return underspecified(sense)
    if sense.step is not None:
        return stepped(known, anchor, sense)
    notes.append("the year that grammar and nearness allow")
    if anchors.history and anchors.tale and anchors.tale.first:
        return in_history(sense, anchors.tale, known)
    if sense.weekday and sense.day:
        fitting = [period for period in known if period.first and period.first.isoweekday() == sense.weekday]
        known = fitting or known
    if sense.season and not sense.month:
        return nearest(known, anchor, side(direction, notes) or -1, cost=200)
    return nearest(known, anchor, side(direction, notes), cost=160)


def in_history(sense: Sense, tale: Period, known: Sequence[Period]) -> Period:
    """In a tale the year goes on: that of the time reached, or the next where the month would lie far back."""
    assert tale.first is not None
    year = tale.first.year
    same = refine(year_of(year), sense)
    if same.first is None:
        return min(known, key=lambda period: abs(period.first.year - year) if period.first else 9)
    if tale.grain in ("D", "M") and (tale.first - same.first).days > 240 and year < 9998:
        return refine(year_of(year + 1), sense)
    return same


def stepped(known: Sequence[Period], anchor: date, sense: Sense) -> Period:
    """The nearest before (-1), after (1), or in the year of (0) the anchor."""
    if sense.step == 0:
        return min(known, key=lambda period: abs(((period.first or anchor) - anchor).days) + (200 if (period.first or anchor).year != anchor.year else 0))
    if (sense.step or 0) < 0:
        before = [period for period in known if period.last and period.last < anchor]
        return before[-1] if before else known[0]
    after = [period for period in known if period.first and period.first > anchor]
    return after[0] if after else known[-1]


def distance(period: Period, anchor: date) -> int:
    """Days from the anchor to the period, negative when it lies before, 0 when it holds the anchor."""
    assert period.first is not None and period.last is not None
    return (period.first - anchor).days if period.first > anchor else min((period.last - anchor).days, 0)


def nearest(known: Sequence[Period], anchor: date, direction: int, cost: int) -> Period:
    """The nearest candidate, where one on the wrong side of the anchor is `cost` days further away."""

    def far(period: Period) -> float:
        away = distance(period, anchor)
        wrong = (away > 0 > direction) or (away < 0 < direction)
        return abs(away) + (cost * abs(direction) if wrong else 0) + (0.5 if away > 0 else 0)

    return min(known, key=far)


def side(direction: Ask, notes: list[str]) -> int:
    """The side that grammar puts an expression on, twice as much where tense says so plainly; its rule is noted."""
    found = direction()
    if found.side:
        notes.append(found.rule)
    return found.side * (2 if found.strong else 1)


def monthly(sense: Sense, anchor: date, anchors: Anchors, direction: Ask, notes: list[str]) -> Period:
    """A day without its month: "on the 15th"."""
    if anchors.ref and anchors.ref.first and anchors.ref.grain in ("D", "M"):
        anchor = anchors.ref.first
        return safe_day(anchor.year, anchor.month, sense.day or 1)
    notes.append("the month that grammar and nearness allow")
    months = [months_later(anchor.replace(day=1), step) for step in (-1, 0, 1)]
    known = [period for first in months if (period := safe_day(first.year, first.month, sense.day or 1)).first]
    return nearest(known, anchor, side(direction, notes), 12)


def weekly(sense: Sense, anchor: date, anchors: Anchors, direction: Ask, notes: list[str]) -> Period:
    """A weekday without its week."""
    weekday = sense.weekday or 1
    ahead = (weekday - anchor.isoweekday()) % 7
    if sense.step == 1:
        return day_of(later(anchor, ahead or 7))
    if sense.step == -1:
        return day_of(later(anchor, ahead - 7))
    if sense.step == 0:
        return day_of(later(anchor, weekday - anchor.isoweekday()) if sense.anchor != "ref" else later(anchor, ahead))
    if ahead == 0:
        return day_of(anchor)
    if anchors.history:
        return day_of(later(anchor, ahead))
    notes.append("the week that grammar allows")
    return day_of(later(anchor, ahead if side(direction, notes) > 0 else ahead - 7))


def weekend(sense: Sense, anchor: date, direction: Ask, notes: list[str], *, ahead: bool = False) -> Period:
    """The weekend: this one, or the last where grammar says so ("this weekend" is ahead where it is silent)."""
    if sense.step:
        return weekend_of(later(anchor, 7 * sense.step))
    if anchor.isoweekday() >= 6:
        return weekend_of(anchor)
    towards = side(direction, notes)
    return weekend_of(anchor if towards > 0 or (ahead and towards == 0) else later(anchor, -7))


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
