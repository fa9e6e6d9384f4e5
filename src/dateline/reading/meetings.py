"""Meetings: which forum, who, where, when, and whether it will be, is or was. Mentions of one occasion become one report."""

from dataclasses import replace

from dateline.model.entry import Meeting
from dateline.reading.meeting_mentions import find_mentions
from dateline.reading.meeting_occasions import Occasion, gather, report
from dateline.reading.story import Findings, Story

__all__ = ["find_meetings"]


def find_meetings(story: Story, findings: Findings) -> Findings:
    """Fill `meetings`: mentions of each sentence, gathered into occasions, those with substance reported in text order."""
    if findings.cast is None:
        return findings
    mentions = [mention for sentence in story.body for mention in find_mentions(sentence, findings.cast)]
    occasions: list[Occasion] = gather(mentions, findings)
    reports: list[Meeting] = [made for occasion in occasions if (made := report(story, occasion, findings)) is not None]
    return replace(findings, meetings=tuple(reports))
