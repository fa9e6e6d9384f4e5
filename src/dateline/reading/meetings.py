"""Meetings: which forum, who, where, when, and whether it will be, is or was."""

from dateline.reading.story import Findings, Story

__all__ = ["find_meetings"]


def find_meetings(story: Story, findings: Findings) -> Findings:
    """Fill `meetings`."""
    return findings
