"""Time: intervals of days with the way an entry lies in them, time expressions (TIMEX3), and the day of a story."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from dateline.model.evidence import Evidence, Span

__all__ = ["Bearing", "Dating", "Rival", "TimeExpression", "TimexType", "When"]

Bearing = Literal["extent", "within", "since", "until"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, order=True)
class When:
    """An interval of days, both ends included; an open end is None.

    `bearing` says how an occasion lies in it: `extent` (it fills the days), `within` (some time inside), `since`,
    `until` (open); None for a single day. `starts` and `ends` are zoned hours where the text gives them.

    >>> When.month(2022, 1).edtf, When.on(date(2022, 1, 12)).edtf
    ('2022-01', '2022-01-12')
    """

    earliest: date | None
    latest: date | None
    bearing: Bearing | None = None
    starts: datetime | None = None
    ends: datetime | None = None

    @classmethod
    def on(cls, day: date) -> "When":
        """A single day."""
        return cls(day, day)

    @classmethod
    def month(cls, year: int, month: int) -> "When":
        """Some day of a calendar month."""
        return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "within")

    @classmethod
    def year(cls, year: int) -> "When":
        """Some day of a calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31), "within")

    @property
    def is_day(self) -> bool:
        """Is it one known day?"""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def days(self) -> int | None:
        """How many days it spans, None when open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    @property
    def edtf(self) -> str:
        """Extended Date/Time Format, level 0 and open intervals of level 1; the shortest form that says the same."""
        first, last = self.earliest, self.latest
        if first is None or last is None:
            return f"{first or '..'}/{last or '..'}"
        if first == last:
            return first.isoformat()
        if (first.month, first.day) == (1, 1) and last == date(first.year, 12, 31):
            return f"{first.year:04d}"
        if first.day == 1 and last == date(first.year, first.month, monthrange(first.year, first.month)[1]):
            return f"{first.year:04d}-{first.month:02d}"
        if (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31):
            return f"{first.year:04d}/{last.year:04d}"
        if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
            return f"{first.year:04d}-{first.month:02d}/{last.year:04d}-{last.month:02d}"
        return f"{first.isoformat()}/{last.isoformat()}"

    @classmethod
    def parsed(cls, words: str) -> "When":
        """The interval of an EDTF date as `edtf` writes it, or of a moment (RFC 3339); ValueError for anything else.

        >>> When.parsed("2022-01").edtf, When.parsed("2022-01-10/2022-01-13").bearing, When.parsed("2022-02-01/..").bearing
        ('2022-01', 'extent', 'since')
        """
        if "/" in words:
            first, last = (None if end in ("..", "") else date.fromisoformat(end) for end in words.split("/"))
            if first is None or last is None:
                return cls(first, last, "until" if first is None else "since")
            if first > last:
                raise ValueError(f"{words} ends before it starts")
            return cls(first, last, "extent" if first < last else None)
        if len(words) == 4:
            return cls.year(int(words))
        if len(words) == 7:
            year, _, month = words.partition("-")
            return cls.month(int(year), int(month))
        if len(words) == 10:
            return cls.on(date.fromisoformat(words))
        moment = datetime.fromisoformat(words)
        if moment.tzinfo is None:
            raise ValueError(f"{words} has no zone")
        return cls(moment.date(), moment.date(), None, moment)

    def contains(self, other: "When") -> bool:
        """Does the other lie wholly inside? An open end contains everything on its side."""
        low = self.earliest is None or (other.earliest is not None and self.earliest <= other.earliest)
        high = self.latest is None or (other.latest is not None and other.latest <= self.latest)
        return low and high

    def overlaps(self, other: "When") -> bool:
        """Do the two share a day?"""
        low = self.latest is None or other.earliest is None or other.earliest <= self.latest
        high = self.earliest is None or other.latest is None or self.earliest <= other.latest
        return low and high


@dataclass(frozen=True)
class TimeExpression:
    """A TIMEX3 (TimeML 1.2.1): the words, their type, value and modifier, and the days they bound.

    `earliest` and `latest` bound the expression alone ("2002" in "since 2002" is that year). `evidence` names the rule
    of grammar that read it, and the assumptions (direction, year) it needed.
    """

    span: Span
    type: TimexType
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    earliest: date | None = None
    latest: date | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Rival:
    """Another day that the evidence allows, with its weight (a share of one)."""

    value: date
    weight: float


@dataclass(frozen=True)
class Dating:
    """The day of a story: given or inferred, with the interval it must lie in, the rivals and the reasons.

    `value` is None when the evidence does not suffice to name a day.
    """

    value: date | None
    given: bool
    earliest: date | None = None
    latest: date | None = None
    rivals: tuple[Rival, ...] = ()
    because: tuple[Evidence, ...] = ()
