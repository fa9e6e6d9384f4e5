"""Meetings: which forum, who, where, when, and whether it will be, is or was. Mentions of one occasion become one report."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.model.entry import Meeting
from dateline.reading.desk import Cast, Findings, Story
from dateline.reading.meetings.gather import gather
from dateline.reading.meetings.heard import heard_mentions
from dateline.reading.meetings.mentions import find_mentions
from dateline.reading.meetings.order import order
from dateline.reading.meetings.report import report
from dateline.reading.meetings.roles import Mention
from dateline.reading.meetings.visits import lend_from_visits

__all__ = ["find_meetings"]


def find_meetings(story: Story, findings: Findings) -> Findings:
    """Fill `meetings`: mentions of each sentence, gathered into occasions, those with substance reported in text order."""
    cast = findings.cast
    if cast is None:
        return findings
    occasions = gather([*all_mentions(story, findings, cast)], findings)
    follows = order(occasions, findings)
    held = lend_from_visits(occasions)
    reports: dict[int, Meeting] = {}
    known: set[str] = set()
    for number, occasion in enumerate(occasions):
        made = report(story, occasion, findings)
        if made is not None and (own := unlike(made, known)) is not None:
            reports[number] = own
            known.add(own.id)
    ordered = [
        replace(
            made,
            after=tuple(reports[other].id for other in follows[number] if other in reports),
            part_of=reports[held[number]].id if held.get(number) in reports else None,
        )
        for number, made in reports.items()
    ]
    return replace(findings, meetings=tuple(ordered))


def all_mentions(story: Story, findings: Findings, cast: Cast) -> Iterator[Mention]:
    """The mentions of a story in text order: those that rules find, and those that only the trained reader finds."""
    for sentence in story.body:
        found = list(find_mentions(sentence, cast))
        if findings.signals is not None:
            found += heard_mentions(sentence, findings.signals, found)
        yield from sorted(found, key=lambda mention: mention.head.i)


def unlike(made: Meeting, known: set[str]) -> Meeting | None:
    """The report with an id of its own: another mention first where two share their best words; None if there is none."""
    for position in range(len(made.spans)):
        turned = replace(made, spans=(*made.spans[position:], *made.spans[:position]))
        if turned.id not in known:
            return turned
    return None
