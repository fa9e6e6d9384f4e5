"""What stories of one meeting disagree on: its day, its place, or whether it is on."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from dateline.matching.fields import superseded
from dateline.model.brief import Differing, Dispute
from dateline.model.entry import Meeting
from dateline.model.occasion import Occasion, Report

__all__ = ["disputes"]

OFF = ("cancelled", "refused", "postponed", "suspended")
ON = ("scheduled", "confirmed", "ongoing", "held")


def disputes(occasion: Occasion, reports: Iterable[Report]) -> list[Dispute]:
    """The fields on which the reports of a meeting contradict each other, each with who says what."""
    told = sorted(reports, key=lambda report: (report.day or date.min, report.id))
    gone = superseded(told)
    found = [
        claimed(occasion, told, "date", when_of),
        claimed(occasion, told, "place", place_of),
        on_or_off(occasion, [report for report in told if report.id not in gone]),
    ]
    return [dispute for dispute in found if dispute is not None]


def claimed(occasion: Occasion, told: Sequence[Report], field: str, value: Callable[[Meeting], str | None]) -> Dispute | None:
    """The values of a field that contradict the believed one, where that one and another have somebody who gives them; claims
    that were kept long ago do not tell who does."""
    wanted = [each for each in occasion.claims if each.field == field and (each.believed or each.rival)]
    values = [
        Differing(each.value, each.reports or tuple(report.id for report in told if value(report.meeting) == each.value))
        for each in sorted(wanted, key=lambda each: not each.believed)
    ]
    given = tuple(each for each in values if each.reports)
    return Dispute(field=field, values=given) if len(given) > 1 else None


def when_of(meeting: Meeting) -> str | None:
    """The date that a report gives."""
    return meeting.when.value.edtf if meeting.when else None


def place_of(meeting: Meeting) -> str | None:
    """The place that a report gives."""
    return meeting.place.value if meeting.place else None


def on_or_off(occasion: Occasion, told: Sequence[Report]) -> Dispute | None:
    """Outlets that take a meeting to be on, though another one has called it off before or on the same day.

    What an outlet said last counts, earlier versions of its story do not; news of a later day is no contradiction.
    """
    newest = {report.source or report.told_in: report for report in told}
    off = [report for report in newest.values() if report.meeting.status.value in OFF]
    start = min((report.day for report in off if report.day), default=None)
    on = [
        report
        for report in newest.values()
        if report.meeting.status.value in ON and start is not None and report.day is not None and report.day >= start
    ]
    if not off or not on:
        return None
    first, second = (on, off) if occasion.status in ON else (off, on)
    values = (Differing(each[0].meeting.status.value, tuple(report.id for report in each)) for each in (first, second))
    return Dispute(field="status", values=tuple(values))
