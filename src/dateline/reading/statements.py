"""Statements: who says, demands, denies, accuses, promises or threatens what, to whom, in which words."""

from dateline.reading.story import Findings, Story

__all__ = ["find_statements"]


def find_statements(story: Story, findings: Findings) -> Findings:
    """Fill `statements`."""
    return findings
