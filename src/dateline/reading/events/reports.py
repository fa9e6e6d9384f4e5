"""Events that other readers found already: what statements do to the one they are about, and meetings."""

from collections.abc import Iterator

from dateline.model.entry import Meeting, Statement, StatementKind
from dateline.model.event import PloverType
from dateline.model.evidence import Sourced, Span
from dateline.reading.desk import End, Findings, Sentence, Story
from dateline.reading.events.drafts import Draft

__all__ = ["from_meetings", "from_statements"]

KINDS: dict[StatementKind, tuple[PloverType, str | None, str]] = {
    "accuse": ("ACCUSE", "allege", "112"),
    "condemn": ("ACCUSE", "disapprove", "111"),
    "threaten": ("THREATEN", None, "130"),
    "reject": ("REJECT", None, "120"),
}
"""Statements that do something to their target, by kind."""

UNSURE, FIRM = 0.2, 0.55
DONE = ("happened", "ongoing")
WRONGS = ("ASSAULT", "COERCE", "MOBILIZE", "SANCTION")
"""Types of act that one is accused of."""
LEAST = 0.6
"""Statements below this confidence are no ground for an event."""
SHARE = 0.8
"""How much of a statement's or meeting's confidence its event keeps."""
AHEAD = ("scheduled", "confirmed", "proposed", "postponed")
REFUSED = ("cancelled", "refused")
KINDS_OF_MEETING: dict[str, tuple[str | None, str]] = {
    "visit": ("visit", "042"), "call": ("phone", "041"), "council": ("multilateral", "040"),
    "summit": ("multilateral", "040"), "conference": ("multilateral", "040"), "negotiation": (None, "046"),
    "talks": (None, "046"),
}  # fmt: skip


def end_of(findings: Findings, value: Sourced[str], words: Span) -> End:
    """A party's id, with what is known of it, as an end; `words` stand for it where its evidence has none."""
    party = findings.cast.party(value.value) if findings.cast else None
    evidence = value.evidence[0]
    span = evidence.ground if isinstance(evidence.ground, Span) else words
    side = party.of if party else value.value.partition(":")[0]
    known = party is not None and "JRN" not in party.sectors and (party.kind != "person" or party.of is not None)
    return End(value.value, party.kind if party else None, side, "name", span, evidence, known=known)


def from_statements(story: Story, findings: Findings, drafts: list[Draft]) -> Iterator[Draft]:
    """The accusations, demands and the like that statements make of a named other, where no act tells them yet."""
    for statement in findings.statements:
        if statement.kind.value not in KINDS or statement.confidence < LEAST or not statement.target:
            continue
        type_, mode, cameo = KINDS[statement.kind.value]
        trigger = statement.cue or statement.content[0]
        sentence = story.sentence_at(trigger)
        speaker = speaker_of(findings, statement, trigger)
        if sentence is None or speaker is None or any(draft.trigger == trigger for draft in drafts):
            continue
        targets = [end_of(findings, each, trigger) for each in statement.target]
        told = [
            draft
            for draft in drafts
            if draft.sentence is sentence and draft.type == type_ and speaker.camp in sides(draft.actors)
        ]
        if told:
            named = [end for end in targets if end.camp != speaker.camp and end.evidence.ground in sentence]
            for draft in told if type_ != "REJECT" else ():  # what is said no to is seldom the one it is about
                draft.recipients = draft.recipients or named
            continue
        yield Draft(
            sentence=sentence,
            trigger=trigger,
            type=type_,
            mode=mode,
            cameo=cameo,
            rule=f"a statement that does so: {statement.kind.value}",
            actors=[speaker],
            recipients=[end for end in targets if end.id != speaker.id],
            confidence=sure(statement, speaker, targets, drafts),
        )


def sure(statement: Statement, speaker: End, targets: list[End], drafts: list[Draft]) -> float:
    """How sure it is that the speaker accuses the target: only where the words tell of an act of conflict by it."""
    blamed = sides(targets)
    acts = [draft for draft in drafts if draft.reported_by == statement.id and draft.confidence >= FIRM]
    told = any(act.type in WRONGS and act.status in DONE and sides(act.actors) & blamed for act in acts)
    stands = told and statement.kind.value == "accuse" and speaker.known and speaker.kind != "unnamed"
    return round(SHARE * statement.confidence, 2) if stands and outer(targets, speaker) else UNSURE


def outer(targets: list[End], speaker: End) -> bool:
    """Is the statement about another side?"""
    return any(end.camp != speaker.camp for end in targets)


def speaker_of(findings: Findings, statement: Statement, cue: Span) -> End | None:
    """Who speaks, as a party: the speaker, or else the side spoken for."""
    if findings.cast and findings.cast.party(statement.speaker.value):
        return end_of(findings, statement.speaker, cue)
    return end_of(findings, statement.of[0], cue) if statement.of else None


def sides(ends: list[End]) -> set[str]:
    """The sides of several parties."""
    return {end.camp for end in ends}


def from_meetings(story: Story, findings: Findings, drafts: list[Draft]) -> Iterator[Draft]:
    """The meetings of the story as events; an act of meeting that is one of them gives way to it, or lends it its roles."""
    for meeting in findings.meetings:
        sentence = story.sentence_at(meeting.spans[0])
        ends = [end_of(findings, each, meeting.spans[0]) for each in meeting.parties]
        if sentence is None or len(ends) < 2:
            continue
        mine = [draft for draft in drafts if is_told(draft, meeting)]
        if any(draft.mode == "meet" for draft in mine):
            continue
        visit = next((draft for draft in mine if draft.mode == "visit" and draft.actors and draft.recipients), None)
        drafts[:] = [draft for draft in drafts if draft not in mine or draft is visit]
        if visit is not None:
            visit.when, visit.place = meeting.when or visit.when, meeting.place or visit.place
            continue
        guests, hosts = parted(meeting, ends, findings)
        if (draft := of_meeting(meeting, sentence, guests, hosts)) is not None:
            yield draft


def is_told(draft: Draft, meeting: Meeting) -> bool:
    """Is the draft the meeting told as an act?"""
    if not (draft.type == "CONSULT" or draft.mode == "meet" or (draft.type == "AGREE" and draft.cameo in ("036", "030"))):
        return False
    return any(span.overlaps(draft.trigger) or near(span, draft.trigger) for span in meeting.spans)


def near(span: Span, trigger: Span) -> bool:
    """Do the words stand right before or after?"""
    return span.field == trigger.field and min(abs(span.start - trigger.end), abs(trigger.start - span.end)) <= 3


def parted(meeting: Meeting, ends: list[End], findings: Findings) -> tuple[list[End], list[End]]:
    """Visitors and hosts of a visit by where it is; those who meet elsewhere are equals."""
    if meeting.kind.value != "visit" or meeting.place is None or meeting.status.value in (*AHEAD, *REFUSED):
        return ends, []
    name = meeting.place.value
    countries = {place.country for place in findings.places if place.name == name}
    countries |= {party.id for party in findings.cast.parties if party.name == name} if findings.cast else set()
    hosts = [end for end in ends if end.camp in countries]
    guests = [end for end in ends if end.camp not in countries]
    return (guests, hosts) if hosts and guests else (ends, [])


def of_meeting(meeting: Meeting, sentence: Sentence, ends: list[End], hosts: list[End]) -> Draft | None:
    """The event that a meeting is: held, agreed to, or refused."""
    status = meeting.status.value
    mode, cameo = KINDS_OF_MEETING.get(meeting.kind.value, (None, "040"))
    type_: PloverType = "CONSULT"
    if status in AHEAD:
        type_, mode, cameo = "AGREE", None, "036"
    elif status in REFUSED:
        type_, mode, cameo = "REJECT", "meet", "125"
    return Draft(
        sentence=sentence,
        trigger=meeting.spans[0],
        type=type_,
        mode=mode,
        cameo=cameo,
        rule=f"a meeting that is {status}",
        status="ongoing" if status == "ongoing" else "happened",
        actors=ends,
        recipients=hosts,
        when=meeting.when if type_ == "CONSULT" else None,
        place=meeting.place,
        confidence=round(SHARE * meeting.confidence, 2),
    )
