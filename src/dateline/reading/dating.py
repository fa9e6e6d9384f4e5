"""The day of a story: as given, or inferred from its words."""

from dateline.reading.story import Findings, Story

__all__ = ["find_day"]


def find_day(story: Story, findings: Findings) -> Findings:
    """Fill `dating`."""
    return findings
