"""When a relation began or ended: the dates that hang on the words that state it."""

from dataclasses import dataclass

from dateline.knowledge.relations import words_for
from dateline.knowledge.rules import rule
from dateline.model.evidence import Evidence, Sourced
from dateline.model.when import When
from dateline.reading.desk import Hung, Scene, Titled, Word, reaches

__all__ = ["Dates", "both", "dates_at", "left", "office_over", "over"]


@dataclass(frozen=True)
class Dates:
    """When a relation began and ended, as the words say."""

    from_: Sourced[When] | None = None
    until: Sourced[When] | None = None


def dates_at(scene: Scene, word: Word, dated: str | None) -> Dates:
    """The dates that hang on a word, as far as they say when it began or ended; `dated` is what "in" and "on" say."""
    found: dict[str, Sourced[When]] = {}
    for hung in scene.times:
        field = bound(hung.preposition, dated)
        if field and hangs_on(hung, word):
            earliest, latest = hung.time.earliest, hung.time.latest
            when = When(earliest, latest, None if earliest == latest else "within")
            evidence = Evidence(hung.time.span, rule("relations", "date"))
            found.setdefault(field, Sourced(when, (evidence,)))
    return Dates(found.get("from"), found.get("until"))


def hangs_on(hung: Hung, word: Word) -> bool:
    """Does a date tell of the word: behind a preposition by the grammar, without one right beside it?"""
    return reaches(hung.governor, word) if hung.preposition else hung.governor in (word, word.head)


def bound(preposition: str, dated: str | None) -> str | None:
    """Which end of a relation a date tells."""
    if preposition in words_for("since"):
        return "from"
    if preposition in words_for("until"):
        return "until"
    return dated if not preposition or preposition in words_for("on") else None


def both(first: Dates, second: Dates) -> Dates:
    """The dates of either."""
    return Dates(first.from_ or second.from_, first.until or second.until)


def over(scene: Scene, word: Word) -> Sourced[When]:
    """That what a noun says is over by the day of the story, when it ended unknown ("former ally")."""
    return ended(scene, Evidence(scene.sentence.span(word), rule("relations", "former")))


def left(scene: Scene, verb: Word) -> Sourced[When]:
    """That what somebody has left is over by the day of the story, when no day is told ("has quit the bloc")."""
    return ended(scene, Evidence(scene.sentence.span(verb), rule("relations", "left")))


def office_over(scene: Scene, title: Titled) -> Sourced[When]:
    """That an office is over by the day of the story ("former president")."""
    return ended(scene, Evidence(title.span, rule("relations", "former office")))


def ended(scene: Scene, evidence: Evidence) -> Sourced[When]:
    """Some day up to that of the story."""
    return Sourced(When(None, scene.findings.day, "until"), (evidence,))
