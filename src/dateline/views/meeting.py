"""A meeting for a page of its own: what is believed, how that came about, what speaks against it, and the words behind it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from itertools import groupby

from dateline.model.agenda import AgendaRow, SourceLine
from dateline.model.document import Text
from dateline.model.judgement import Judgement
from dateline.model.kept import KeptMeeting
from dateline.model.occasion import Claim, Report, Step
from dateline.model.party import Party
from dateline.views.agenda import brief_days, hours, shown_status, title
from dateline.views.clashes import clashes
from dateline.views.excerpts import Words, excerpts
from dateline.views.explain import CREDIBILITY, Branch
from dateline.views.outward import link, one_line
from dateline.views.timeline import step_words
from dateline.views.wording import days, name_of, short_day, until

__all__ = ["Carrying", "Contradiction", "Moment", "Sheet", "decided", "flattened", "sheet"]

Names = Mapping[str, Party]


@dataclass(frozen=True, kw_only=True)
class Carrying:
    """A source beside the others: who carried the story and when, and its sentences with the words marked."""

    document: str
    source: str
    told: str
    reliability: str
    url: str | None
    passages: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Contradiction:
    """A value that is not believed, beside what is."""

    field: str
    value: str
    believed: str
    why: str
    stories: int
    rating: str


@dataclass(frozen=True, kw_only=True)
class Moment:
    """What a story or decision brought: when, what changed, in which words, and where these stand."""

    day: str
    what: str
    quote: str
    by: str
    document: str | None


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A meeting ready to be laid out."""

    id: str
    title: str
    status: str
    was: str
    facts: tuple[tuple[str, str], ...]
    parties: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str], ...]
    gone: str
    into: str | None
    history: tuple[Moment, ...]
    contradicts: tuple[Contradiction, ...]
    clashes: tuple[tuple[str, str, str], ...]
    sources: tuple[Carrying, ...]
    decisions: tuple[tuple[str, str, str], ...]


def sheet(
    meeting: KeptMeeting, texts: Mapping[str, Text], names: Names, same_days: Sequence[AgendaRow], opened: date, zone: tzinfo
) -> Sheet:
    """A meeting on the day on which its page is opened."""
    row = meeting.row
    status = shown_status(row, opened)
    return Sheet(
        id=row.id,
        title=title(row, names),
        status=status.replace("-", " "),
        was=row.occasion.status if status != row.occasion.status else "",
        facts=tuple(facts(row, zone)),
        parties=tuple((party, name_of(party, names)) for party in row.occasion.parties),
        people=tuple((each.id, name_of(each.of, names) if each.of else "") for each in row.occasion.people),
        gone=gone(meeting),
        into=meeting.merged_into,
        history=tuple(moments(meeting, names)),
        contradicts=tuple(contradictions(row)),
        clashes=tuple((name_of(each.who, names), each.place, each.meeting) for each in clashes(same_days).get(row.id, ())),
        sources=tuple(carryings(row.sources, {report.id: report for report, _ in meeting.reports}, texts)),
        decisions=tuple(decided(row.judgements or meeting.judgements)),
    )


def facts(row: AgendaRow, zone: tzinfo) -> Iterator[tuple[str, str]]:
    """What is believed, field by field; what is not known is left out."""
    occasion = row.occasion
    last, at = until(occasion.when), hours(row, zone)
    yield "When", "".join((days(occasion.when), f" {last}" if last else "", f", {at}" if at else ""))
    if occasion.previously:
        yield ("Put off from" if occasion.when is None else "Moved from"), brief_days(occasion.previously.edtf)
    named = (
        ("Where", ", ".join(part for part in (occasion.venue, occasion.place) if part)), ("Forum", occasion.forum),
        ("Kind", occasion.kind), ("Level", occasion.level), ("Convener", occasion.convener), ("Topic", occasion.topic),
        ("Outcome", occasion.outcome),
    )  # fmt: skip
    yield from ((name, one_line(value)) for name, value in named if value)
    told = f"{occasion.stories} {'story' if occasion.stories == 1 else 'stories'}"
    yield "Sure", f"{occasion.confidence:.0%}; {CREDIBILITY[occasion.credibility]}; {told}; revision {row.revision}"


def gone(meeting: KeptMeeting) -> str:
    """Why the agenda does not show it any more."""
    if meeting.merged_into:
        return "It was found to be one with another meeting."
    if meeting.withdrawn:
        rejected = any(each.verb == "reject" for each in meeting.judgements)
        return "It was rejected." if rejected else "No story tells of it any more."
    return ""


def moments(meeting: KeptMeeting, names: Names) -> Iterator[Moment]:
    """The history, oldest first."""
    lines = {line.report: line for line in meeting.row.sources}
    made = {each.id: each for each in meeting.row.judgements}
    for (day, report), steps in groupby(meeting.steps, key=lambda step: (step.day, step.report)):
        line, decision, taken = lines.get(report), made.get(report), list(steps)
        yield Moment(
            day=f"{short_day(day)} {day.year}" if day else "day unknown",
            what="; ".join(told_step(step, names) for step in taken),
            quote=one_line(next((step.quote for step in taken if step.quote), "")),
            by=f"decided by {one_line(decision.by)}" if decision else one_line(line.source or line.name) if line else "",
            document=line.document if line else None,
        )


def told_step(step: Step, names: Names) -> str:
    """A step in words, parties by their names."""
    if step.field != "parties":
        return step_words(step)
    before, value = (
        ", ".join(name_of(party, names) for party in (words or "").split(", ") if party) for words in (step.before, step.value)
    )
    return f"parties {before} → {value}" if before else f"parties {value}"


def contradictions(row: AgendaRow) -> Iterator[Contradiction]:
    """What some stories say and is not believed."""
    believed = {claim.field: claim for claim in row.occasion.claims if claim.believed}
    for claim in row.occasion.claims:
        if claim.rival:
            held = believed.get(claim.field)
            yield Contradiction(
                field=claim.field,
                value=value_of(claim),
                believed=value_of(held) if held else "",
                why=claim.why,
                stories=claim.stories,
                rating=f"{claim.reliability or 'F'}{claim.credibility}, {CREDIBILITY[claim.credibility]}",
            )


def value_of(claim: Claim) -> str:
    """A value in words."""
    return brief_days(claim.value) if claim.field == "date" else one_line(claim.value)


def carryings(lines: Iterable[SourceLine], known: Mapping[str, Report], texts: Mapping[str, Text]) -> Iterator[Carrying]:
    """Each source with the sentences that tell of the meeting, the newest first."""
    for line in sorted(lines, key=lambda each: (each.published or date.min, each.document), reverse=True):
        report, text = known.get(line.report), texts.get(line.text)
        spans = report.meeting.spans if report else ()
        yield Carrying(
            document=line.document,
            source=one_line(line.source or line.name),
            told=f"{short_day(line.published)} {line.published.year}" if line.published else "",
            reliability=line.reliability or "",
            url=link(line.url),
            passages=tuple(tuple(each) for each in excerpts(text, spans)) if text else (),
        )


def decided(judgements: Iterable[Judgement]) -> Iterator[tuple[str, str, str]]:
    """What people decided: its id, what, and by whom and when."""
    for each in judgements:
        value = each.value if each.verb != "meeting add" else None
        what = " ".join(one_line(part) for part in (each.verb, each.field, value) if part)
        note = f": {one_line(each.note)}" if each.note else ""
        yield each.id, what, f"{one_line(each.by)}, {each.at:%Y-%m-%d %H:%M} UTC{note}"


def flattened(branch: Branch) -> Iterator[tuple[int, Branch]]:
    """A tree as lines with their depth."""
    open_ = [(0, branch)]
    while open_:
        depth, each = open_.pop()
        yield depth, each
        open_ += [(depth + 1, beneath) for beneath in reversed(each.beneath)]
