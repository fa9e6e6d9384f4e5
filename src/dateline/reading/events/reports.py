"""Events that other readers found already: what statements do to the one they are about, and meetings."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dateline.knowledge.events import StatementReport, meeting_reports, sessions, statement_reports
from dateline.model.entry import Meeting, Statement
from dateline.model.evidence import Sourced, Span
from dateline.reading.desk import End, Findings, Sentence, Spread, Story
from dateline.reading.events.confidence import camps
from dateline.reading.events.drafts import Draft

__all__ = ["with_meetings", "with_statements"]

UNSURE, FIRM = 0.2, 0.55
DONE = ("happened", "ongoing")
WRONGS = ("ASSAULT", "COERCE", "MOBILIZE", "SANCTION")
"""Types of act that one is accused of."""
LEAST = 0.6
"""Statements below this confidence are no ground for an event."""
SHARE = 0.8
"""How much of a statement's or meeting's confidence its event keeps."""
NEAR = 3
"""How many characters apart words stand beside each other."""
SOME_MEETING = ("036", "030")
"""CAMEO's codes for what is agreed on where it may be a meeting."""


class Told:
    """The drafts of a story in their order, found again by their sentence, by their words and by the statement around them."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.drafts: dict[int, Draft] = {}
        self.count = 0
        self.in_sentence: defaultdict[int, list[int]] = defaultdict(list)
        self.triggers: Spread[int] = Spread()
        self.reported: defaultdict[str | None, list[Draft]] = defaultdict(list)
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        """One draft more, the last."""
        self.drafts[self.count] = draft
        self.in_sentence[draft.sentence.number].append(self.count)
        self.triggers.lay(draft.trigger.field, draft.trigger.start, draft.trigger.end, self.count)
        self.reported[draft.reported_by].append(draft)
        self.count += 1

    def beside(self, sentence: Sentence) -> list[tuple[int, Draft]]:
        """The drafts of a sentence, with their numbers."""
        return [(number, self.drafts[number]) for number in self.in_sentence[sentence.number] if number in self.drafts]

    def around(self, spans: Sequence[Span]) -> list[tuple[int, Draft]]:
        """The drafts whose words stand on these or close by, with their numbers."""
        found = {
            number for span in spans for number in self.triggers.over(span.field, span.start - NEAR - 1, span.end + NEAR + 1)
        }
        return [(number, self.drafts[number]) for number in sorted(found) if number in self.drafts]


def end_of(findings: Findings, value: Sourced[str], words: Span) -> End:
    """A party's id, with what is known of it, as an end; `words` stand for it where its evidence has none."""
    party = findings.cast.party(value.value) if findings.cast else None
    evidence = value.evidence[0]
    span = evidence.ground if isinstance(evidence.ground, Span) else words
    side = party.of if party else value.value.partition(":")[0]
    known = party is not None and "JRN" not in party.sectors and (party.kind != "person" or party.of is not None)
    return End(value.value, party.kind if party else None, side, "name", span, evidence, known=known)


# ---- statements --------------------------------------------------------------------------------


def with_statements(story: Story, findings: Findings, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the accusations, demands and the like that statements make of a named other, each told once."""
    told = Told(drafts)
    for statement in findings.statements:
        report = statement_reports().get(statement.kind.value)
        if report is not None and statement.confidence >= LEAST and statement.target:
            add_statement(story, findings, told, statement, report)
    return list(told.drafts.values())


def add_statement(story: Story, findings: Findings, drafts: Told, statement: Statement, report: StatementReport) -> None:
    """Add what one statement does: an act of its own, or the other side of those that its words tell."""
    trigger = statement.cue or statement.content[0]
    sentence = story.sentence_at(trigger)
    speaker = speaker_of(findings, statement, trigger)
    if sentence is None or speaker is None or any(draft.trigger == trigger for _, draft in drafts.around([trigger])):
        return
    targets = tuple(end_of(findings, each, trigger) for each in statement.target)
    told = [
        (number, draft)
        for number, draft in drafts.beside(sentence)
        if draft.type == report.type and speaker.camp in camps(draft.actors)
    ]
    if told:
        named = tuple(end for end in targets if end.camp != speaker.camp and end.evidence.ground in sentence)
        drafts.drafts |= {number: lent(draft, named) for number, draft in told if report.lends}
        return
    new = Draft(
        sentence=sentence,
        trigger=trigger,
        type=report.type,
        mode=report.mode,
        cameo=report.cameo,
        rule=report.name,
        actors=(speaker,),
        recipients=tuple(end for end in targets if end.id != speaker.id),
        confidence=sure(statement, report, speaker, targets, drafts),
    )
    drafts.add(new)


def lent(draft: Draft, named: tuple[End, ...]) -> Draft:
    """A draft with an other side, where it has none."""
    return replace(draft, recipients=draft.recipients or named)


def sure(statement: Statement, report: StatementReport, speaker: End, targets: Sequence[End], drafts: Told) -> float:
    """How sure it is that the speaker accuses the target: only where the words tell of an act of conflict by it."""
    blamed = camps(targets)
    acts = [draft for draft in drafts.reported[statement.id] if draft.confidence >= FIRM]
    told = any(act.type in WRONGS and act.status in DONE and camps(act.actors) & blamed for act in acts)
    stands = told and report.sure and speaker.known and speaker.kind != "unnamed"
    return round(SHARE * statement.confidence, 2) if stands and blamed - {speaker.camp} else UNSURE


def speaker_of(findings: Findings, statement: Statement, cue: Span) -> End | None:
    """Who speaks, as a party: the speaker, or else the side spoken for."""
    if findings.cast and findings.cast.party(statement.speaker.value):
        return end_of(findings, statement.speaker, cue)
    return end_of(findings, statement.of[0], cue) if statement.of else None


# ---- meetings ----------------------------------------------------------------------------------


def with_meetings(story: Story, findings: Findings, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the meetings of the story; an act of meeting that is one of them gives way to it, or lends its roles."""
    told = Told(drafts)
    for meeting in findings.meetings:
        sentence = story.sentence_at(meeting.spans[0])
        ends = tuple(end_of(findings, each, meeting.spans[0]) for each in meeting.parties)
        if sentence is not None and len(ends) > 1:
            add_meeting(findings, told, meeting, sentence, ends)
    return list(told.drafts.values())


def add_meeting(findings: Findings, drafts: Told, meeting: Meeting, sentence: Sentence, ends: tuple[End, ...]) -> None:
    """Add one meeting: a visit that the drafts tell, or an act told more surely, takes its day and place."""
    mine = {number: draft for number, draft in drafts.around(meeting.spans) if is_told(draft, meeting)}
    if any(draft.mode == "meet" and draft.actors for draft in mine.values()):
        return
    made = of_meeting(meeting, sentence, *parted(meeting, ends, findings))
    visits = (number for number, draft in mine.items() if draft.mode == "visit" and draft.actors and draft.recipients)
    surer = (number for number, draft in mine.items() if is_surer(draft, made))
    best = next(visits, next(surer, None))
    for number in mine:
        if number != best:
            del drafts.drafts[number]
    if best is None:
        drafts.add(made)
    else:
        act = mine[best]
        drafts.drafts[best] = replace(act, when=meeting.when or act.when, place=meeting.place or act.place)


def is_surer(draft: Draft, made: Draft) -> bool:
    """Is the act as it is told surer than the same one made of the meeting, with all who meet?"""
    same = draft.type == made.type and draft.status == made.status and len(camps(draft.actors)) >= len(camps(made.actors))
    return same and draft.confidence > made.confidence


def is_told(draft: Draft, meeting: Meeting) -> bool:
    """Is the draft the meeting told as an act?"""
    agreed = draft.type == "AGREE" and draft.cameo in SOME_MEETING
    if not (draft.type == "CONSULT" or draft.mode == "meet" or agreed):
        return False
    return any(span.overlaps(draft.trigger) or is_near(span, draft.trigger) for span in meeting.spans)


def is_near(span: Span, trigger: Span) -> bool:
    """Do the words stand right before or after?"""
    return span.field == trigger.field and min(abs(span.start - trigger.end), abs(trigger.start - span.end)) <= NEAR


def parted(meeting: Meeting, ends: tuple[End, ...], findings: Findings) -> tuple[tuple[End, ...], tuple[End, ...]]:
    """Visitors and hosts of a visit by where it is; those who meet elsewhere are equals."""
    held = meeting_reports()[meeting.status.value].type == "CONSULT"
    if meeting.kind.value != "visit" or meeting.place is None or not held:
        return ends, ()
    name = meeting.place.value
    countries = {place.country for place in findings.places if place.name == name}
    countries |= {party.id for party in findings.cast.parties if party.name == name} if findings.cast else set()
    hosts = tuple(end for end in ends if end.camp in countries)
    guests = tuple(end for end in ends if end.camp not in countries)
    return (guests, hosts) if hosts and guests else (ends, ())


def of_meeting(meeting: Meeting, sentence: Sentence, ends: tuple[End, ...], hosts: tuple[End, ...]) -> Draft:
    """The event that a meeting is: held, agreed to, or refused."""
    report, session = meeting_reports()[meeting.status.value], sessions()[meeting.kind.value]
    held = report.type == "CONSULT"
    return Draft(
        sentence=sentence,
        trigger=meeting.spans[0],
        type=report.type,
        mode=session.mode if held else report.mode,
        cameo=report.cameo or session.cameo,
        rule=report.name,
        status="ongoing" if meeting.status.value == "ongoing" else "happened",
        actors=ends,
        recipients=hosts,
        when=meeting.when if held else None,
        place=meeting.place,
        confidence=round(SHARE * meeting.confidence, 2),
    )
