"""Events: the acts between parties that a story tells of, each once, coded by PLOVER and by CAMEO."""

from dataclasses import replace

from dateline.reading.desk import Findings, Story, scenes
from dateline.reading.events.drafts import Draft, finished, told_in
from dateline.reading.events.merge import collapsed
from dateline.reading.events.reports import from_meetings, from_statements
from dateline.reading.events.roles import places_of, scene_of

__all__ = ["find_events"]

LONGEST_SENTENCE = 120
"""Tokens; longer ones are lists or have lost their stops, so that their grammar says nothing."""


def find_events(story: Story, findings: Findings) -> Findings:
    """Fill `events`, each act once with all its actors and recipients, in text order."""
    cast = findings.cast
    if cast is None:
        return findings
    places = places_of(findings)
    dated = {id(each.sentence): each for each in scenes(story, cast, findings)}
    drafts: list[Draft] = []
    for sentence in story.body:
        if 2 < len(sentence.tokens) <= LONGEST_SENTENCE:
            scene = scene_of(sentence, cast, places)
            drafts += told_in(scene, findings, dated.get(id(sentence)))
    drafts += from_statements(story, findings, drafts)
    drafts += from_meetings(story, findings, drafts)
    return replace(findings, events=tuple(collapsed(story, [finished(story, draft) for draft in drafts])))
