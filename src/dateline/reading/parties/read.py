"""Who stands behind the words: names, offices, descriptions and pronouns of a story, resolved to parties.

`find_parties` fills `Findings.cast` before the day of the story is known, `settle_parties` again once it is. The work
is done in `lexicon` (known names), `person_names` and `persons` (persons), `titles`, `roles` (officials,
ministries), `metonymy` (places that act) and `resolve` (what refers back); the `Cast` of the desk is the
interface for the other readers.
"""

from dataclasses import replace
from datetime import date

from dateline.reading.desk import Actor, Cast, Findings, Story, Titled
from dateline.reading.parties.casting import read_cast

__all__ = ["Actor", "Cast", "Titled", "find_parties", "settle_parties"]


def find_parties(story: Story, findings: Findings) -> Findings:
    """Fill `cast` with what names, titles and references say; offices are resolved only where the day was given."""
    return replace(findings, cast=read_cast(story, story.document.day))


def settle_parties(story: Story, findings: Findings) -> Findings:
    """Read the cast again where the day was inferred: holders of offices and former states depend on it."""
    day: date | None = findings.day
    if day is None or day == story.document.day:
        return findings
    return replace(findings, cast=read_cast(story, day))
