"""Answers of a language model about a story become entries: in place of those of the rules, or laid over them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.model.entry import Meeting, Statement
from dateline.model.evidence import Span
from dateline.model.problem import Problem
from dateline.model.quoted import Answer
from dateline.model.text import Text
from dateline.reading.desk import Findings, Story
from dateline.reading.quoted.find import Quotes, Tally
from dateline.reading.quoted.held import Desk
from dateline.reading.quoted.lay import lay_meetings, lay_statements, same_words, told
from dateline.reading.quoted.meetings import meetings_of
from dateline.reading.quoted.statements import statements_of
from dateline.reading.statements import link

__all__ = ["hold_quotes", "tally_of"]

SHOWN = 3
"""So many quotes that do not stand in the text are told."""


def hold_quotes(story: Story, findings: Findings) -> Findings:
    """Fill `meetings` and `statements` with what the answers quote; with both readers lay the two over each other."""
    if findings.by == "rules":
        return findings
    tally = Tally()
    meetings: list[Meeting] = []
    statements: list[Statement] = []
    for answer in findings.answers:
        desk = Desk(story, findings, answer, Quotes(story.document.text, answer.start, answer.end, tally))
        tally.refused += add_meetings(meetings, meetings_of(desk))
        add_statements(statements, statements_of(desk))
        tally.refused += answer.left_out
    meetings.sort(key=lambda each: each.spans[0])
    statements.sort(key=lambda each: (each.content, each.speaker.value))
    both = findings.by == "both"
    return replace(
        findings,
        meetings=lay_meetings(findings.meetings, meetings) if both else tuple(meetings),
        statements=tuple(link([*(lay_statements(findings.statements, statements) if both else statements)])),
        problems=(*findings.problems, *problems_of(tally)),
    )


def add_meetings(known: list[Meeting], found: list[Meeting]) -> int:
    """Add those of an answer, and count those that have no words of their own.

    One that an overlapping part told already adds its words to it. Several of one answer in the same words stay apart.
    """
    earlier, refused = len(known), 0
    for each in found:
        alike = (n for n, other in enumerate(known) if is_told(each, other, again=n < earlier))
        if (same := next(alike, None)) is not None:
            known[same] = replace(known[same], spans=tuple(dict.fromkeys((*known[same].spans, *each.spans))))
        elif (apart := on_own_words(each, known)) is not None:
            known.append(apart)
        else:
            refused += 1
    return refused


def is_told(each: Meeting, other: Meeting, *, again: bool) -> bool:
    """Is it the other one: in its words, with a side or person of it where another part tells it `again`, else alike in all?"""
    if each.spans[0] not in other.spans and other.spans[0] not in each.spans:
        return False
    mine, theirs = ({*who(one)} for one in (each, other))
    same = mine == theirs and told(each.place) == told(other.place) and told(each.when) == told(other.when)
    return bool(mine & theirs) if again else same


def who(meeting: Meeting) -> Iterator[str]:
    """Its sides and people."""
    yield from (each.value for each in meeting.parties)
    yield from (each.value.id for each in meeting.people)


def on_own_words(meeting: Meeting, known: Sequence[Meeting]) -> Meeting | None:
    """It, on words that no other one rests on: its own, else those that name who or where; None where it has none."""
    taken = {span for other in known for span in words_in(other)}
    free = next((span for span in words_in(meeting) if span not in taken), None)
    own = meeting.spans[0] if all(meeting.spans[0] not in other.spans for other in known) else free
    return None if own is None else replace(meeting, spans=tuple(dict.fromkeys((own, *meeting.spans))))


def words_in(meeting: Meeting) -> Iterator[Span]:
    """The words that it is stated in, and those of its people, sides and place."""
    yield from meeting.spans
    named = (*meeting.people, *meeting.parties, *([meeting.place] if meeting.place else ()))
    yield from (each.ground for one in named for each in one.evidence if isinstance(each.ground, Span))


def add_statements(known: list[Statement], found: list[Statement]) -> None:
    """Add those of an answer that are not told already."""
    for each in found:
        doubles = (
            other for other in known if other.speaker.value == each.speaker.value and other.kind.value == each.kind.value
        )
        if not any(same_words(each, other) for other in doubles):
            known.append(each)


def problems_of(tally: Tally) -> tuple[Problem, ...]:
    """What of the answers does not stand in the story."""
    found = []
    if tally.dropped:
        some = "; ".join(f"“{quote[:80]}”" for quote in tally.dropped[:SHOWN])
        more = ", …" if len(tally.dropped) > SHOWN else ""
        count = f"{len(tally.dropped)} of {tally.given} quotes"
        found.append(Problem("reading", f"{count} of the model do not stand in the story and were left out: {some}{more}"))
    if tally.refused:
        found.append(
            Problem("reading", f"{tally.refused} entries of the model had no words of the story, or named nobody in it")
        )
    return tuple(found)


def tally_of(text: Text, answer: Answer) -> Tally:
    """How many quotes of an answer stand in a text, without reading it."""
    quotes = Quotes(text, answer.start, answer.end)
    for meeting in answer.meetings:
        sides = [words for side in meeting.sides for words in (side.words, side.name)]
        single = (meeting.span, meeting.status_words, meeting.place_words, meeting.forum_words)
        for words in (*single, *meeting.mentions, *meeting.date_words, *sides, *meeting.people):
            quotes.find(words)
    for statement in answer.statements:
        sides = [words for side in statement.targets for words in (side.words, side.name)]
        for words in (statement.content, statement.source, statement.speaker, statement.cue, *statement.of, *sides):
            quotes.find(words)
    return quotes.tally
