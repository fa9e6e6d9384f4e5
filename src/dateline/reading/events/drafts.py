"""From the acts of a sentence to events: one reading of each trigger, with its sides, day, place and status."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.knowledge.events import class_of, operator_of
from dateline.knowledge.rules import rule
from dateline.model.event import Event, EventStatus, PloverType
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.when import Bearing, When
from dateline.reading.desk import End, Findings, Scene, Sentence, Story
from dateline.reading.events.act import Act
from dateline.reading.events.acts import acts
from dateline.reading.events.confidence import confidence_of
from dateline.reading.events.contexts import contexts_of, words_around
from dateline.reading.events.figurative import is_figurative
from dateline.reading.events.real import is_real
from dateline.reading.events.roles import actors_of, place_near, recipients_of

__all__ = ["Draft", "finished", "told_in"]

MATERIAL = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION", "AID", "RETREAT", "COOPERATE", "CONSULT"))
"""Types of what goes on for some time."""
LONG_AGO = timedelta(days=400)


@dataclass(frozen=True, kw_only=True, eq=False)
class Draft:
    """An event in the making."""

    sentence: Sentence
    trigger: Span
    type: PloverType
    cameo: str
    rule: str
    mode: str | None = None
    status: EventStatus = "happened"
    actors: tuple[End, ...] = ()
    recipients: tuple[End, ...] = ()
    when: Sourced[When] | None = None
    place: Sourced[str] | None = None
    reported_by: str | None = None
    confidence: float = 0.5
    evidence: tuple[Evidence, ...] = ()


def told_in(scene: Scene) -> Iterator[Draft]:
    """The events that the words of a sentence tell."""
    for act in chosen(acts(scene.sentence.words)):
        if is_real(act) and not is_figurative(act, scene.sentence.words) and (draft := drafted(scene, act)) is not None:
            yield draft


def chosen(found: list[Act]) -> list[Act]:
    """One act for each trigger, and one for a verb with the noun that it only carries ("launched an attack")."""
    best: dict[int, Act] = {}
    for act in found:
        if act.trigger.i not in best or act.fit > best[act.trigger.i].fit:
            best[act.trigger.i] = act
    kept: list[Act] = []
    for act in sorted(best.values(), key=lambda each: (-each.fit, each.trigger.i)):
        if not any(is_told_by(act, other) for other in kept):
            kept.append(act)
    return sorted(kept, key=lambda act: act.trigger.i)


def is_told_by(act: Act, other: Act) -> bool:
    """Does another act tell this one already, and better?"""
    if act.trigger in other.objects and (other.fit >= act.fit or other.type == act.type):
        return True
    if act.top is other.trigger and not act.trigger.is_verb and act.top is not act.trigger:
        return other.type == act.type or other.fit > act.fit
    if other.top is act.trigger and other.trigger is not act.trigger and other.effects:
        return other.type == act.type or not act.objects
    return False


def drafted(scene: Scene, act: Act) -> Draft | None:
    """The event of an act; None where neither side is known."""
    actors = tuple(actors_of(scene, act))
    recipients = tuple(recipients_of(scene, act, actors))
    if not actors and not recipients:
        return None
    if (act.type == "CONSULT" and act.mode not in ("visit", "third-party")) or act.cameo == "057":
        actors, recipients = (*actors, *recipients), ()
    sentence, findings = scene.sentence, scene.findings
    trigger = sentence.span(act.trigger)
    when = day_of(scene, act)
    return Draft(
        sentence=sentence,
        trigger=trigger,
        type=act.type,
        mode=act.mode,
        cameo=act.cameo,
        rule=act.frame.name,
        status=status_of(act, when, findings.day),
        actors=actors,
        recipients=recipients,
        when=when,
        place=place_near(scene, act),
        reported_by=reporter(findings, trigger),
        confidence=confidence_of(act, actors, recipients),
        evidence=tuple(sentence.evidence(operator_of(effect).name, act.top) for effect in act.effects),
    )


def day_of(scene: Scene, act: Act) -> Sourced[When] | None:
    """The day that hangs on the words of the act."""
    for time, preposition, _ in scene.hanging(act.trigger, act.top):
        if preposition == "since":
            return Sourced(When(time.earliest, None, "since"), (Evidence(time.span, rule("events", "since")),))
        if not preposition or preposition in class_of("dating"):
            bearing: Bearing | None = None if time.earliest == time.latest else "within"
            return Sourced(When(time.earliest, time.latest, bearing), (Evidence(time.span, rule("events", "day")),))
    return None


def status_of(act: Act, when: Sourced[When] | None, today: date | None) -> EventStatus:
    """What became of the act by the day of the story."""
    if act.status != "happened":
        return act.status
    last = when.value.latest if when else None
    if last and today and today - last > LONG_AGO:
        return "historical"
    goes_on = act.top.tag == "VBG" and any(child.lower in class_of("progressive") for child in act.top.children("aux"))
    return "ongoing" if act.type in MATERIAL and goes_on else "happened"


def reporter(findings: Findings, trigger: Span) -> str | None:
    """The statement that tells of it: the narrowest whose words cover the trigger."""
    near = findings.said_on.on(trigger)
    covering = [(content.end - content.start, statement.id) for content, statement in near if content.covers(trigger)]
    return min(covering)[1] if covering else None


def finished(story: Story, draft: Draft) -> Event:
    """The event of a draft."""
    ground = (Evidence(draft.trigger, draft.rule), *draft.evidence)
    context = (Evidence(draft.trigger, rule("events", "context")),)
    return Event(
        text=story.document.text.id,
        trigger=draft.trigger,
        type=Sourced(draft.type, ground[:1]),
        mode=Sourced(draft.mode, ground[:1]) if draft.mode else None,
        cameo=Sourced(draft.cameo, ground[:1]),
        status=Sourced(draft.status, ground[-1:]),
        actors=tuple(end.sourced for end in draft.actors),
        recipients=tuple(end.sourced for end in draft.recipients),
        contexts=tuple(Sourced(name, context) for name in contexts_of(words_around(draft.sentence))),
        when=draft.when,
        place=draft.place,
        reported_by=draft.reported_by,
        sentence=counted(story, draft.sentence),
        confidence=draft.confidence,
        evidence=draft.evidence,
    )


def counted(story: Story, sentence: Sentence) -> int:
    """The number of a sentence among those of the text, from 1; 0 in the title."""
    if sentence.field != "text":
        return 0
    return sentence.number - next(each.number for each in story.sentences if each.field == "text") + 1
