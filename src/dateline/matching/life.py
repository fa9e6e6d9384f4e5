"""The life cycle of a meeting: which report moves its status, told by rules that a reader would follow."""

from dataclasses import dataclass
from datetime import date

from dateline.model.entry import Status
from dateline.model.occasion import Report
from dateline.model.when import When

__all__ = ["PLANS", "Life", "lived", "told"]

ADVANCE: tuple[Status, ...] = (
    "proposed", "scheduled", "confirmed", "postponed", "cancelled", "refused", "suspended", "ongoing", "held",
)  # fmt: skip
"""Of stories of one day the one with the later of these counts as the newer."""

PLANS: frozenset[Status] = frozenset({"proposed", "scheduled", "confirmed"})
ENDS: frozenset[Status] = frozenset({"postponed", "cancelled", "refused"})


@dataclass(frozen=True)
class Life:
    """Where the occasion stands: status, the date it is set for, and what it was put off or moved from.

    `fixed` is the date that a person set: only a move to another one changes it.
    """

    status: Status
    when: When | None = None
    previously: When | None = None
    fixed: bool = False


def told(report: Report) -> tuple[date, int, str]:
    """Sort key of reports: the story's day, then how far the status has come, then the id. An undated story comes first."""
    return report.day or date.min, ADVANCE.index(report.meeting.status.value), report.id


def passed(when: When | None, day: date | None) -> bool:
    """Does the date lie wholly before the day?"""
    return when is not None and when.latest is not None and day is not None and when.latest < day


def precise(when: When) -> int:
    """Days that it leaves open: the fewer, the more it says."""
    return 9999 if when.days is None else when.days


def lived(life: Life | None, report: Report) -> Life:
    """The life after one more report."""
    meeting = report.meeting
    status = meeting.status.value
    when = meeting.when.value if meeting.when else None
    before = meeting.previously.value if meeting.previously else None
    if life is None:
        return Life(status, when, before)
    if before is not None and when is not None and when != life.when:
        return Life(status if follows(life, status, when, report.day, new=True) else life.status, when, before)
    if status == "postponed" and when is None:
        return Life(status, None, before or life.when or life.previously) if follows(life, status, None, report.day) else life
    new = when is not None and life.when is None and life.status in ENDS
    moved = life.status if not follows(life, status, when, report.day, new=new) else status
    return Life(moved, life.when if life.fixed else later(life, when, new), life.previously, life.fixed)


def later(life: Life, when: When | None, new: bool) -> When | None:
    """The date after a report that declares no move: a first one, a new one, or one that says more exactly the same."""
    if when is None or (life.when is None and life.status in ENDS and not new):
        return life.when
    if life.when is None:
        return when
    return when if life.when.overlaps(when) and precise(when) < precise(life.when) else life.when


def follows(life: Life, status: Status, when: When | None, day: date | None, *, new: bool = False) -> bool:
    """Does a report of this status move the occasion on, or does it only look back?"""
    current = life.status
    if status == current:
        return False
    if current == "held":
        return status == "cancelled"  # told later: who says "held" only did so before
    if status in PLANS:
        if passed(when or life.when, day):
            return False
        if current in ENDS:
            return new or (status == "confirmed" and current != "postponed")
        if current in ("ongoing", "suspended"):
            return False
        return new or ADVANCE.index(status) > ADVANCE.index(current)
    if status in ("refused", "cancelled", "postponed") and current == "ongoing":
        return False
    return not (status == "refused" and current in ENDS)
