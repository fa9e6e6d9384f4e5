"""More functions that rules name in `make`: those that look at the words of a phrase beside its slots."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dateline.knowledge import times as knowledge
from dateline.knowledge.lists import listed
from dateline.reading.desk import Sense
from dateline.reading.times.build import (
    Slots,
    calendar_day,
    century,
    clock,
    decade,
    duration,
    every,
    fields,
    iso,
    merged,
    nothing,
    offset,
    senses_from,
    slash,
    two_figure_year,
    value_of,
    whole_half,
)
from dateline.reading.times.pattern import Match

__all__ = ["MAKERS", "senses_of"]

Give = Mapping[str, Any]


def opening(words: str, phrases: Mapping[str, str]) -> str | None:
    """What the longest of the phrases that the words begin with stands for."""
    fitting = [phrase for phrase in phrases if words.startswith(phrase)]
    return phrases[max(fitting, key=len)] if fitting else None


def approx(words: str) -> str | None:
    """The modifier that a phrase of measure begins with."""
    return opening(words, knowledge.phrases("measure")) or "APPROX"


def early(words: str) -> str | None:
    """The modifier that a phrase begins with."""
    return opening(words, knowledge.phrases("early"))


def season_year(slots: Slots, give: Give, words: str) -> Sense | None:
    """ "2008-09" is two years: the second has the century of the first."""
    if "yr2" in slots:
        return Sense(plain="tail", year=int(words)) if words.isdigit() else None
    return fields(slots, give, words)


def with_mod(slots: Slots, give: Give, words: str) -> Sense | None:
    """A date with the modifier that its first words are."""
    sense = fields(slots, give, words)
    return replace(sense, mod=early(words) or sense.mod) if sense else None


def month_of_year(slots: Slots, give: Give, words: str) -> Sense | None:
    """ "January this year", "June of that year"."""
    anchor = "ref" if "that year" in words or "same year" in words else "day"
    shift = value_of(*slots["shift"]) if "shift" in slots else 0
    return Sense(
        month=value_of(*slots["month"]), day=value_of(*slots["day"]) if "day" in slots else None, unit="Y", shift=shift,
        anchor=anchor, mod=early(words),
    )  # fmt: skip


def past_period(slots: Slots, give: Give, words: str) -> Sense | None:
    """ "the past year", "the last decade": named by the period that ends now, "the current year" by the present one."""
    first = words.split()[1]
    shift = {"last": -1, "past": -1, "coming": 1}.get(first, 0)
    unit = value_of(*slots["unit"])
    return Sense(unit=unit, shift=shift, anchor="now" if first == "last" else "day")


def season_step(slots: Slots, give: Give, words: str) -> Sense | None:
    """ "the next spring"."""
    return Sense(season=value_of(*slots["season"]), step=-1 if "last" in words or "past" in words else 1, anchor="now")


def season_mod(slots: Slots, give: Give, words: str) -> Sense | None:
    """ "early summer"; "early fall" may be a verb's."""
    return Sense(season=value_of(*slots["season"]), mod=early(words), loose=True)


def quarter(slots: Slots, give: Give, words: str) -> Sense | None:
    """One of the four quarters."""
    sense = fields(slots, give, words)
    return sense if sense and 1 <= (sense.quarter or 0) <= 4 else None


def half(slots: Slots, give: Give, words: str) -> Sense | None:
    """One of the two halves."""
    sense = fields(slots, give, words)
    if sense is None or sense.half not in (1, 2):
        return None
    return sense if sense.year or sense.shift is not None else replace(sense, unit="Y", shift=0, anchor="now")


def year_before(slots: Slots, give: Give, words: str) -> Sense | None:
    """A year before the time spoken of, as fine as that: in a report on a quarter it is that quarter a year ago."""
    anchor = "day" if "ago" in words or "last year" in words else "ref"
    loose = "quarter" in words or "period" in words or "year -" in words
    return Sense(unit="Y", shift=-1, anchor=anchor, plain="year before", loose=loose or None)


def nth_week(slots: Slots, give: Give, words: str) -> Sense | None:
    """The nth week of a month."""
    sense = fields(slots, give, words)
    return replace(sense, week=sense.nth, nth=None, unit2=None) if sense else None


def first_day(slots: Slots, give: Give, words: str) -> Sense | None:
    """The first or last day of a month; its first days are its beginning."""
    sense = fields(slots, give, words)
    late = words.startswith(("the last", "the final", "the closing"))
    if sense is None or sense.month is None:
        return None
    if "days" in words:
        return replace(sense, mod="END" if late else "START")
    return replace(sense, day=(31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[sense.month - 1] if late else 1)


def weekday_range(slots: Slots, give: Give, words: str) -> Sense | None:
    """ "from Monday to Thursday": the second is the next such day after the first."""
    if "weekday2" in slots:
        return Sense(weekday=value_of("weekday", slots["weekday2"][1]), anchor="ref", step=0)
    return fields(slots, give, words)


def year_end(slots: Slots, give: Give, words: str) -> Sense | None:
    """ "year-end", "month's end"."""
    unit = {"y": "Y", "m": "M", "w": "W", "q": "Q"}[words[0]]
    return Sense(unit=unit, shift=0, anchor="now", mod="END", plain="end")


def part_mod(slots: Slots, give: Give, words: str) -> Sense | None:
    """ "early morning"."""
    return Sense(part=value_of(*slots["part"]), mod=early(words), loose=True)


def past_word(slots: Slots, give: Give, words: str) -> Sense | None:
    """ "recently"."""
    return Sense(kind="vague", vague="PAST_REF", loose=words in listed("times/lists", "past of a phrase") or None)


def duration_range(slots: Slots, give: Give, words: str) -> Sense | None:
    """ "three to five days": the longer one, about."""
    slots = {name: slot for name, slot in slots.items() if name != "count2"}
    return duration(slots, {**give, "mod": "APPROX"}, words)


def few_units(slots: Slots, give: Give, words: str) -> Sense | None:
    """ "a few days"; a couple is two, a dozen twelve."""
    count: int | str = 2 if "couple" in words else 12 if words.startswith("a dozen") else "X"
    return duration(slots, {**give, "count": count}, words)


def duration_window(slots: Slots, give: Give, words: str) -> Sense | None:
    """A length of time that ends or begins at the anchor: "the past two months"."""
    toward = value_of(*slots["toward"]) if "toward" in slots else value_of(*slots["shift"]) if "shift" in slots else None
    named = {name: slot for name, slot in slots.items() if name not in ("toward", "shift")}
    count = {} if "count" in slots else {"count": "X"}
    anchor = "ref" if "shift" in slots else "day"
    if "count" not in slots and toward == 0:
        return None
    return duration(named, {"toward": toward, "anchor": anchor, **count, **give}, words)


def duration_approx(slots: Slots, give: Give, words: str) -> Sense | None:
    """A length of time with a word of measure."""
    return duration(
        {("count" if name == "article" else name): slot for name, slot in slots.items()}, {**give, "mod": approx(words)}, words
    )


def day_beside(slots: Slots, give: Give, words: str) -> Sense | None:
    """The day before or after a date."""
    return Sense(unit="D", shift=give["shift"], other=value_of(*slots["date"]))


MAKERS = {
    function.__name__: function
    for function in (
        calendar_day,
        century,
        clock,
        day_beside,
        decade,
        duration,
        duration_approx,
        duration_range,
        duration_window,
        every,
        few_units,
        fields,
        first_day,
        half,
        iso,
        merged,
        month_of_year,
        nothing,
        nth_week,
        offset,
        part_mod,
        past_period,
        past_word,
        quarter,
        season_mod,
        season_step,
        season_year,
        slash,
        two_figure_year,
        weekday_range,
        whole_half,
        with_mod,
        year_before,
        year_end,
    )
}


def senses_of(match: Match) -> tuple[Sense | None, ...]:
    """The sense of every expression that a match marks."""
    rule: knowledge.Rule = match.rule
    return senses_from(match, MAKERS[rule.make])
