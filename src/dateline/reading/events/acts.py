"""The acts of a sentence: what its words name by a frame, beneath all that governs them."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.knowledge.events import class_of, event_words
from dateline.reading.desk import Word, helpers, subjects
from dateline.reading.events.act import Act
from dateline.reading.events.climb import Climb, step
from dateline.reading.events.governors import effect_of
from dateline.reading.events.match import Match, matches
from dateline.reading.events.modality import is_denied, modal, speaker_of

__all__ = ["acts"]

HIGHEST = 7
"""How many words up an act is followed."""

ALONE = 0.7
"""Fit of a governing word without an act that we know beneath it."""


def acts(words: Sequence[Word]) -> list[Act]:
    """The acts of a sentence in text order, for each trigger those of all frames that it fits."""
    found = [act for match in matches(words) if (act := governed(match)) is not None]
    over = {word.i for act in found for word in (way(act) if act.effects else [act.trigger])}
    for word in words:
        if word.i not in over:
            found += [act for act in (obliged(word), bare(word)) if act is not None]
    return sorted(found, key=lambda act: act.trigger.i)


def way(act: Act) -> list[Word]:
    """The words from what names an act up to the outermost that governs it."""
    words = [act.trigger]
    for word in act.trigger.ancestors():
        if words[-1] is act.top:
            break
        words.append(word)
    return words


def bare(word: Word) -> Act | None:
    """A governing word without an act that we know beneath it."""
    effect = effect_of(word) if word.pos == "ADJ" or (word.is_verb and word.lemma in class_of("strict")) else None
    frame = event_words().bare.get(effect) if effect else None
    if frame is None or is_of_one_opinion(word):
        return None
    if effect == "refuse" and any(child.lemma in class_of("unsaid") for child in word.children("xcomp")):
        return None
    return governed(Match(word, frame, ALONE))


def is_of_one_opinion(verb: Word) -> bool:
    """Does one agree with somebody, and on nothing?"""
    after = verb.children("prep", "xcomp", "ccomp")
    return verb.lemma == "agree" and verb.any("prep") and all(child.lower == "with" for child in after)


def obliged(word: Word) -> Act | None:
    """What somebody says that another must do, whatever it is."""
    must = any(helper.dep == "aux" and helper.lower in class_of("obliging") for helper in helpers(word))
    if not (word.is_verb and must) or is_denied(word):
        return None
    speakers = tuple(speaker_of(word))
    if not speakers:
        return None
    frame = event_words().bare["must"]
    asked = () if word.any("nsubjpass") else tuple(subjects(word))
    return Act(
        word, word, frame, frame.type, frame.mode, frame.cameo, ALONE, effects=("request",), asked=asked, speakers=speakers
    )


def governed(match: Match) -> Act | None:
    """The act of a match with all that governs it; None where nothing is left of it."""
    frame, word = match.frame, match.word
    climb = Climb(Act(word, word, frame, frame.type, frame.mode, frame.cameo, match.fit, objects=match.objects), word)
    for _ in range(HIGHEST):
        if not modal(climb):
            return None
        if not step(climb):
            break
    return replace(climb.act, top=climb.node, effects=tuple(climb.applied))
