"""The order in which a story is read, and the reading that comes of it."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dateline.model.reading import Reading
from dateline.reading.budget import BUDGET, unread_readers
from dateline.reading.dating import find_day
from dateline.reading.desk import Findings, Story
from dateline.reading.encoder import listen
from dateline.reading.events import find_events
from dateline.reading.meetings import find_meetings
from dateline.reading.parties import find_parties, settle_parties
from dateline.reading.places import find_places
from dateline.reading.relations import find_relations
from dateline.reading.statements import find_statements
from dateline.reading.times import anchor_times, find_times

__all__ = ["ORDER", "read"]

ORDER: tuple[Callable[[Story, Findings], Findings], ...] = (
    find_parties,
    find_times,
    find_day,
    anchor_times,
    settle_parties,
    find_places,
    listen,
    find_statements,
    find_meetings,
    find_relations,
    find_events,
)
"""Each reader takes the story and what was found before it, and gives the findings with its own part filled."""


def read(
    story: Story, seconds: float = BUDGET.seconds, clock: Callable[[], float] = time.thread_time, today: date | None = None
) -> Reading:
    """All that the story says; what is found in so many seconds of processor time, where it takes longer.

    A reader is never broken off: half of what it would find may be wrong. What the later ones would find is left unread.
    `today` bounds the day of a story that gives none; it is that of the machine's clock where left out.
    """
    findings = Findings(problems=(*story.document.problems, *story.problems))
    findings = replace(findings, today=today) if today else findings
    start = clock()
    for number, reader in enumerate(ORDER):
        if clock() - start > seconds:
            names = [each.__name__.replace("_", " ") for each in ORDER[number:]]
            findings = replace(findings, problems=(*findings.problems, unread_readers(names, seconds)))
            break
        findings = reader(story, findings)
    return Reading(
        document=story.document,
        dating=findings.dating,
        parties=findings.cast.parties if findings.cast else (),
        places=findings.places,
        times=findings.times,
        meetings=findings.meetings,
        statements=findings.statements,
        events=findings.events,
        relations=findings.relations,
        problems=findings.problems,
    )
