"""From the slots of a matched rule to what the words mean: the functions that rules name in `make`."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from dateline.knowledge import times as knowledge
from dateline.reading.desk import FIELDS, Sense
from dateline.reading.times.pattern import Match
from dateline.reading.times.tokens import Token

__all__ = [
    "Maker",
    "Slots",
    "calendar_day",
    "century",
    "clock",
    "decade",
    "duration",
    "every",
    "fields",
    "iso",
    "merged",
    "nothing",
    "offset",
    "senses_from",
    "slash",
    "two_figure_year",
    "value_of",
    "whole_half",
]

Slots = Mapping[str, tuple[str, Token]]
Maker = Callable[[Slots, Mapping[str, Any], str], Sense | None]
PARENT = {"weekday": "W", "month": "Y", "season": "Y", "quarter": "Y", "half": "Y", "holiday": "Y", "day": "M", "part": "D"}


@cache
def values() -> Mapping[tuple[str, str], float | int | str]:
    """The value of a word in a class."""
    return {(group.class_, word): value for group in knowledge.words() for word, value in group.values.items()}


def value_of(class_: str, token: Token) -> Any:
    """What the token stands for as one of that class."""
    if token.value is not None:
        number = token.value
        return int(number) if isinstance(number, float) and number.is_integer() else number
    return values().get((class_, token.low), token.low)


def senses_from(match: Match, make: Maker) -> tuple[Sense | None, ...]:
    """The sense of every expression that a match marks; where they share words, the missing fields too."""
    found = [make(slots, match.rule.give, words) for slots, words in zip(match.slots, match.words, strict=True)]
    if len(found) == 2 and found[0] and found[1]:
        if found[1].plain == "tail" and found[0].year and found[1].year is not None:
            found[1] = Sense(year=found[0].year // 100 * 100 + found[1].year)
        if match.rule.share in ("forward", "both"):
            found[1] = inherit(found[1], found[0])
        if match.rule.share in ("backward", "both"):
            found[0] = inherit(found[0], found[1])
    return tuple(found)


def inherit(sense: Sense, source: Sense) -> Sense:
    """The sense with the coarser fields of the source that it does not name itself."""
    names = ("century", "decade", "year", "era", "month", "unit", "shift", "anchor", "part", "zone", "mod")
    own = {name: getattr(source, name) for name in names if getattr(sense, name) is None}
    if sense.month is not None and sense.day is None:
        own.pop("part", None)
    return century_fixed(replace(sense, **own)) if sense.era is None else replace(sense, **own)


def fields(slots: Slots, give: Mapping[str, Any], words: str) -> Sense | None:
    """Every slot named like a field fills it; a slot that holds a sense is the base that the others refine."""
    base = next((value_of(*slot) for slot in slots.values() if isinstance(slot[1].value, Sense)), Sense())
    named = {name: value_of(*slot) for name, slot in slots.items() if name in FIELDS and not isinstance(slot[1].value, Sense)}
    if base.mod and "mod" in named and base.mod != named["mod"]:
        named.pop("mod")
    sense = replace(base, **named, **give)
    return century_fixed(sense)


def century_fixed(sense: Sense) -> Sense:
    """Years before our era counted on from 0 downwards; "BC" and "AD" applied."""
    if sense.era == -1 and sense.year is not None and sense.year > 0:
        return replace(sense, year=1 - sense.year)
    return sense


def calendar_day(slots: Slots, give: Mapping[str, Any], words: str) -> Sense | None:
    """A month-day that the calendar has."""
    sense = fields(slots, give, words)
    if sense is None or (sense.day or 1) > (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[sense.month or 1]:
        return None
    return sense


def merged(slots: Slots, give: Mapping[str, Any], words: str) -> Sense | None:
    """Two senses as one: the second slot's fields over the first's."""
    base = Sense()
    for slot in slots.values():
        value = value_of(*slot)
        if isinstance(value, Sense):
            own = {name: getattr(value, name) for name in FIELDS if name != "kind" and getattr(value, name) is not None}
            base = replace(base, **{name: field for name, field in own.items() if getattr(base, name) is None})
    named = {name: value_of(*slot) for name, slot in slots.items() if name in FIELDS and not isinstance(slot[1].value, Sense)}
    if base.part in ("AF", "EV", "NI") and base.hour is not None and 5 <= base.hour < 12:
        base = replace(base, hour=base.hour + 12)
    return replace(base, **{**named, **give})


def duration(slots: Slots, give: Mapping[str, Any], words: str) -> Sense | None:
    """A length of time: count and unit; "few" words count as X, an article as one."""
    named = {name: value_of(*slot) for name, slot in slots.items() if name in FIELDS}
    count = named.get("count", give.get("count", 1))
    if isinstance(count, str) and count.isdigit():
        count = int(count)
    if count in ("a", "an", "one"):
        count = 1
    if isinstance(count, int | float) and count > 20_000:
        return None
    return Sense(**{"kind": "duration", **named, **give, "count": count})


def whole_half(slots: Slots, give: Mapping[str, Any], words: str) -> Sense | None:
    """ "a year and a half", "half an hour"."""
    unit = value_of(*slots["unit"])
    return Sense(kind="duration", unit=unit, count=0.5 if give.get("alone") else 1.5)


def offset(slots: Slots, give: Mapping[str, Any], words: str) -> Sense | None:
    """A length of time counted from an anchor: "two days ago"; of vague length it is the past or the future."""
    length: Sense = value_of(*slots["dur"])
    steps = int(give["shift"])
    if length.count == "X" or length.count is None:
        return Sense(kind="vague", vague="PAST_REF" if steps < 0 else "FUTURE_REF", mod=length.mod)
    if length.unit in ("TH", "TM", "TS") and give.get("anchor") == "ref":
        return length
    other = value_of(*slots["date"]) if "date" in slots else None
    count = float(length.count)
    unit, count = whole_steps(length.unit or "D", count)
    if unit in ("E", "C"):
        unit, count = "Y", count * (10 if unit == "E" else 100)
    constant = {name: value for name, value in give.items() if name in FIELDS and name != "shift"}
    part = value_of(*slots["part"]) if "part" in slots else None
    fields_ = {
        "unit": unit,
        "shift": steps * round(count),
        "mod": length.mod,
        "other": other,
        "loose": unit != "D" or None,
        "part": part,
    }
    return Sense(**{**fields_, **constant})


def whole_steps(unit: str, count: float) -> tuple[str, float]:
    """A unit of which there are whole steps: a year and a half is eighteen months."""
    if count.is_integer():
        return unit, count
    smaller = {"Y": ("M", 12), "W": ("D", 7), "E": ("Y", 10), "C": ("Y", 100), "D": ("TH", 24), "TH": ("TM", 60)}
    if unit in smaller:
        return smaller[unit][0], round(count * smaller[unit][1])
    return unit, round(count)


def two_figure_year(slots: Slots, give: Mapping[str, Any], words: str) -> Sense | None:
    """'98, '06: the year of which the last two figures are given, up to ten years ahead of the present century's count."""
    figures = int(slots["yr2"][1].low.lstrip("'’‘`"))
    others = {name: value_of(*slot) for name, slot in slots.items() if name in FIELDS}
    return Sense(**{"year": figures + (1900 if figures > 35 else 2000), **others, **give})


def decade(slots: Slots, give: Mapping[str, Any], words: str) -> Sense | None:
    """The 1980s, the '80s, the eighties."""
    class_, token = slots["decade"]
    if class_ == "decadeword":
        return Sense(**{"decade": 190 + int(value_of(class_, token)), **give, **mod_of(slots)})
    figures = "".join(char for char in token.low if char.isdigit())
    number = int(figures) // 10
    number = number if len(figures) == 4 else 190 + number if number > 2 else 200 + number
    if len(figures) == 4 and int(figures) % 100 == 0 and give.get("loose"):
        return Sense(century=int(figures) // 100, **mod_of(slots))
    return Sense(**{"decade": number, **{name: value for name, value in give.items() if name != "loose"}, **mod_of(slots)})


def mod_of(slots: Slots) -> dict[str, Any]:
    """The modifier among the slots."""
    return {"mod": value_of(*slots["mod"])} if "mod" in slots else {}


def century(slots: Slots, give: Mapping[str, Any], words: str) -> Sense | None:
    """The 19th century is 18."""
    number = int(value_of(*slots["century"]))
    era = value_of(*slots["era"]) if "era" in slots else None
    return Sense(**{"century": number - 1, "era": era, **give, **mod_of(slots)}) if 1 <= number <= 30 else None


def iso(slots: Slots, give: Mapping[str, Any], words: str) -> Sense | None:
    """2019-05-16, with a time of day or without."""
    return Sense(iso=slots["iso"][1].low.upper().replace(" ", "T"))


def slash(slots: Slots, give: Mapping[str, Any], words: str) -> Sense | None:
    """5/16/2019: month first unless that cannot be; 9/11 is a day of history."""
    words = slots["slash"][1].low
    if words == "9/11":
        return Sense(iso="2001-09-11")
    first, second, year = (int(part) for part in words.split("/"))
    if first > 12 >= second:
        first, second = second, first
    year += 0 if year > 99 else 1900 if year > 68 else 2000
    return calendar_checked(Sense(year=year, month=first, day=second))


def calendar_checked(sense: Sense) -> Sense | None:
    """The sense if its month and day exist."""
    ok = 1 <= (sense.month or 0) <= 12 and 1 <= (sense.day or 0) <= 31
    return sense if ok else None


def clock(slots: Slots, give: Mapping[str, Any], words: str) -> Sense | None:
    """A time of day: "10:30 p.m.", "9 a.m.", "1700 GMT", "10pm", with the zone where it is named."""
    class_, token = slots["hour"]
    minute: int | None
    second: int | None
    figures = token.low.replace("pm", "").replace("am", "").replace(".", ":")
    noon = values().get(("ampm", token.low[-2:])) if token.low[-1] == "m" else None
    if "ampm" in slots:
        noon = value_of(*slots["ampm"])
    if class_ == "hhmm":
        hour, minute, second = int(figures) // 100, int(figures) % 100, None
    elif isinstance(token.value, float):
        hour, minute, second = int(token.value), None, None
    else:
        pieces = [int(piece) for piece in figures.split(":")]
        hour, minute = pieces[0], pieces[1] if len(pieces) > 1 else None
        second = pieces[2] if len(pieces) > 2 else None
    part = value_of(*slots["half"]) if "half" in slots else None
    if part in ("AF", "EV", "NI") and hour < 12 and not (part == "NI" and hour < 5):
        noon = 12
    if noon is not None:
        hour = hour % 12 + int(noon)
    if hour > 24 or (minute or 0) > 59:
        return None
    zone = value_of(*slots["zone"]) if "zone" in slots else None
    return Sense(hour=hour, minute=minute or 0, second=second, zone=zone or None, **mod_of(slots))


def every(slots: Slots, give: Mapping[str, Any], words: str) -> Sense | None:
    """What comes again: "every Tuesday", "twice a year", "annually"."""
    named = {name: value_of(*slot) for name, slot in slots.items() if name in FIELDS and not isinstance(slot[1].value, Sense)}
    if "times" in slots:
        named["freq"] = f"{value_of(*slots['times'])}X"
    count = named.pop("count", 1)
    return Sense(**{"kind": "set", **named, "count": count if count not in ("a", "an") else 1, **give})


def nothing(slots: Slots, give: Mapping[str, Any], words: str) -> Sense | None:
    """Words that look like a time and are none."""
    return None
