"""The order in which a story is read, and the reading that comes of it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from dateline.model.quoted import Answer, ReadBy
from dateline.model.reading import Reading
from dateline.reading.budget import BUDGET, unread_readers
from dateline.reading.dating import find_day
from dateline.reading.desk import Findings, Story
from dateline.reading.encoder import listen
from dateline.reading.events import find_events
from dateline.reading.meetings import find_meetings
from dateline.reading.parties import find_parties, settle_parties
from dateline.reading.places import find_places
from dateline.reading.quoted import hold_quotes
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
    hold_quotes,
    find_relations,
    find_events,
)
"""Each reader takes the story and what was found before it, and gives the findings with its own part filled."""

REPLACED = (listen, find_statements, find_meetings)
"""Those in whose place a language model reads where it reads alone."""


def read(
    story: Story,
    seconds: float = BUDGET.seconds,
    clock: Callable[[], float] = time.thread_time,
    today: date | None = None,
    *,
    by: ReadBy = "rules",
    answers: Sequence[Answer] = (),
) -> Reading:
    """All that the story says; what is found in so many seconds of processor time, where it takes longer.

    `answers` are those of a language model about it, where it reads too.

    A reader is never broken off: half of what it would find may be wrong. What the later ones would find is left unread.
    `today` bounds the day of a story that gives none; it is that of the machine's clock where left out.
    """
    findings = Findings(problems=(*story.document.problems, *story.problems), answers=tuple(answers), by=by)
    findings = replace(findings, today=today) if today else findings
    readers = [each for each in ORDER if by != "model" or each not in REPLACED]
    start = clock()
    for number, reader in enumerate(readers):
        if clock() - start > seconds:
            names = [each.__name__.replace("_", " ") for each in readers[number:]]
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
