"""Quoted meetings: who, where, when and whether, from the words that a model quotes, reckoned by our own readers."""

import re
from dataclasses import replace
from datetime import date, timedelta

from dateline.knowledge.lists import listed
from dateline.knowledge.meetings import wording, words
from dateline.knowledge.rules import rule
from dateline.model.entry import Attendee, Meeting, Status
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.quoted import QuotedMeeting
from dateline.model.when import TimeExpression, When
from dateline.reading.meetings import days_told, in_session, title_of
from dateline.reading.quoted.held import CONFIDENCE, Desk
from dateline.reading.quoted.sides import Resolved, plain

__all__ = ["meetings_of"]

WEEK = timedelta(days=7)
YEAR = re.compile(r"\d{4}")
OVER: tuple[Status, ...] = ("held",)
AHEAD: tuple[Status, ...] = ("proposed", "scheduled", "confirmed")


def meetings_of(desk: Desk) -> list[Meeting]:
    """The meetings of an answer whose own words stand in the text and that name somebody."""
    made = []
    for quoted in desk.answer.meetings:
        meeting = meeting_of(desk, quoted)
        if meeting is None:
            desk.quotes.tally.refused += 1
        else:
            made.append(meeting)
    return made


def meeting_of(desk: Desk, quoted: QuotedMeeting) -> Meeting | None:
    """One meeting."""
    span = desk.ground(quoted.span, *quoted.mentions)
    if span is None:
        return None
    found = [desk.quotes.find(words, span) for words in quoted.mentions if words != quoted.span]
    spans = tuple(dict.fromkeys((span, *(each for each in found if each is not None))))
    forum = forum_of(desk, quoted, span)
    parties = parties_of(desk, quoted, span, forum)
    people = people_of(desk, quoted, span)
    if not parties and not people:
        return None
    status = status_of(desk, quoted, span)
    when = when_of(desk, quoted, span, status.value)
    place = place_of(desk, quoted, span)
    names = [each.value.id for each in people] or [each.value for each in parties]
    return Meeting(
        text=desk.story.document.text.id,
        spans=spans,
        kind=Sourced(quoted.kind, (desk.evidence(span),)),
        status=status,
        title=title_of(quoted.kind, forum, names, place, desk.findings),
        forum=forum,
        parties=parties,
        people=people,
        place=place,
        when=when,
        confidence=CONFIDENCE,
    )


# ---- who ---------------------------------------------------------------------------------------


def parties_of(desk: Desk, quoted: QuotedMeeting, span: Span, forum: Sourced[str] | None) -> tuple[Sourced[str], ...]:
    """The sides, each once; of a session of an organ of the United Nations the organ."""
    sides: dict[str, Resolved] = {}
    for each in quoted.sides:
        found = desk.sides.side(each, span)
        if found is not None and found.id.lower() not in listed("quoted/words", "pronouns"):
            sides.setdefault(found.id, found)
    return tuple(
        Sourced(in_session(side, forum), (desk.evidence(found.span, *found.because),)) for side, found in sides.items()
    )


def people_of(desk: Desk, quoted: QuotedMeeting, span: Span) -> tuple[Sourced[Attendee], ...]:
    """The named persons, each once."""
    people: dict[str, Sourced[Attendee]] = {}
    for name in quoted.people:
        if (found := desk.sides.person(name, span)) is not None:
            id_, words, why, side = found
            people.setdefault(id_, Sourced(Attendee(id_, side), (desk.evidence(words, *([why] if why else ())),)))
    return tuple(people.values())


def forum_of(desk: Desk, quoted: QuotedMeeting, span: Span) -> Sourced[str] | None:
    """The standing format, where knowledge or the cast has it."""
    words = desk.quotes.find(quoted.forum_words, span) if quoted.forum_words else None
    found = desk.sides.by_words(words) if words is not None else None
    if words is None or found is None or found.kind not in ("organisation", "organ"):
        return None
    return Sourced(found.id, (desk.evidence(words, *found.because),))


# ---- where -------------------------------------------------------------------------------------


def place_of(desk: Desk, quoted: QuotedMeeting, span: Span) -> Sourced[str] | None:
    """The town or country that the words name: as our places have it, that of a known building, else the name as it stands."""
    if quoted.kind == "call" or not quoted.place_words:
        return None
    words = desk.quotes.find(quoted.place_words, span)
    if words is None:
        return None
    near = desk.findings.places_on.on(words)
    known = [pair for pair in near if words.covers(pair[1])] or near
    towns = [pair for pair in known if str(pair[0].feature or "").startswith("PPL")]
    for place, named in [*towns, *known]:
        return Sourced(place.name, (desk.evidence(words, Evidence(named, rule("quoted", "known"))),))
    for building, town in wording().venues.items():
        if building in words.quote:
            return Sourced(town, (desk.evidence(words),))
    own = plain(words.quote)
    return Sourced(own, (desk.evidence(words),)) if own and own[0].isupper() else None


# ---- when, and whether -------------------------------------------------------------------------


def when_of(desk: Desk, quoted: QuotedMeeting, span: Span, status: Status) -> Sourced[When] | None:
    """The days that the quoted words of time tell, reckoned by our calendar."""
    spans = [found for words in quoted.date_words if (found := desk.quotes.find(words, span)) is not None]
    times: list[TimeExpression] = []
    for each in spans:
        times += [time for time in desk.findings.times_on.on(each) if time not in times]
    times.sort(key=lambda time: time.span)
    sentence = desk.story.sentence_at(times[0].span) if times else None
    if sentence is None:
        return None
    ends = status in OVER and any(word.lemma in words("coming to an end") for word in sentence.words)
    when = days_told(sentence, times, ends=ends)
    if when is None:
        return None
    when = turned(when, times, status, desk.findings.day)
    return Sourced(when.value, tuple(desk.evidence(each, *when.evidence) for each in spans[:1]))


def turned(when: Sourced[When], times: list[TimeExpression], status: Status, day: date | None) -> Sourced[When]:
    """The same weekday of another week, or day of another year, where the one assumed lies on the wrong side of the story's."""
    first, last = when.value.earliest, when.value.latest
    if day is None or first is None or last is None or len(times) != 1:
        return when
    step = -1 if status in OVER and first > day else 1 if status in AHEAD and last < day else 0
    told = times[0].span.quote.lower().split()
    if step == 0 or any(word in listed("quoted/words", "not the nearest") for word in told):
        return when
    if told[-1] in words("weekdays") and len(told) <= 2:
        moved = (first + step * WEEK, last + step * WEEK)
    elif any(each.assumed for each in times[0].evidence) and not YEAR.search(times[0].span.quote):
        moved = (in_year(first, first.year + step), in_year(last, last.year + step))
    else:
        return when
    evidence = Evidence(when.evidence[0].ground, rule("quoted", "weekday"), when.evidence, assumed=True)
    return Sourced(replace(when.value, earliest=moved[0], latest=moved[1]), (evidence,))


def in_year(day: date, year: int) -> date:
    """The same day of another year."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day


def status_of(desk: Desk, quoted: QuotedMeeting, span: Span) -> Sourced[Status]:
    """The status that was given, on the words that show it, or else on those that state the meeting."""
    words = desk.quotes.find(quoted.status_words, span) if quoted.status_words else None
    return Sourced(quoted.status, (desk.evidence(words or span),))
