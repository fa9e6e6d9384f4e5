"""Places on the map that a story names."""

from dateline.reading.story import Findings, Story

__all__ = ["find_places"]


def find_places(story: Story, findings: Findings) -> Findings:
    """Fill `places`."""
    return findings
