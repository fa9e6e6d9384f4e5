"""The order in which a story is read, and the reading that comes of it."""

from collections.abc import Callable

from dateline.model.reading import Reading
from dateline.reading.dating import find_day
from dateline.reading.desk import Findings, Story
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
    find_statements,
    find_meetings,
    find_relations,
    find_events,
)
"""Each reader takes the story and what was found before it, and gives the findings with its own part filled."""


def read(story: Story) -> Reading:
    """All that the story says."""
    findings = Findings(problems=story.document.problems)
    for reader in ORDER:
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
