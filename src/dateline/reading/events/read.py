"""Events: the acts between parties that a story tells of, each once, coded by PLOVER and by CAMEO."""

from dataclasses import replace

from dateline.reading.desk import Findings, Story, scenes
from dateline.reading.events.drafts import Draft, finished, told_in
from dateline.reading.events.merge import collapsed
from dateline.reading.events.reports import with_meetings, with_statements

__all__ = ["find_events"]

LONGEST_SENTENCE = 120
"""Tokens; longer ones are lists or have lost their stops, so that their grammar says nothing."""


def find_events(story: Story, findings: Findings) -> Findings:
    """Fill `events`, each act once with all its actors and recipients, in text order."""
    cast = findings.cast
    if cast is None:
        return findings
    body = {sentence.number for sentence in story.body}
    drafts: list[Draft] = []
    for scene in scenes(story, cast, findings):
        if scene.sentence.number in body and 2 < len(scene.sentence.tokens) <= LONGEST_SENTENCE:
            drafts += told_in(scene)
    drafts = with_meetings(story, findings, with_statements(story, findings, drafts))
    return replace(findings, events=tuple(collapsed(story, [finished(story, draft) for draft in drafts])))
