"""An entry of the review queue as a page shows it: why it is doubtful, its sentences with marks, and what it may double."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model.agenda import AgendaRow
from dateline.model.party import Party
from dateline.model.position import Saying
from dateline.model.review import Doubtful, Passage, Queue, Reason, Subject
from dateline.views.excerpts import Words
from dateline.views.hits import marked
from dateline.views.outward import link, one_line
from dateline.views.review import heading, in_a_line, reason_words
from dateline.views.review import marked as numbered
from dateline.views.wording import name_of, short_day

__all__ = ["Card", "Ground", "Heard", "Line", "card", "lines"]

Names = Mapping[str, Party]

SENTENCES = 6
LONGEST = 1200
"""Code points of a sentence that are shown."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """An entry in the list of what waits."""

    kind: str
    id: str
    title: str
    when: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Heard:
    """A sentence, what it is shown for marked, and who tells it."""

    entry: str
    cut: tuple[Words, ...]
    told: str
    story: str
    url: str | None


@dataclass(frozen=True, kw_only=True)
class Ground:
    """A reason, with what it is about beside the entry; `short` is what a button calls that."""

    words: str
    cause: str
    other: str
    short: str
    sentences: tuple[Heard, ...]


@dataclass(frozen=True, kw_only=True)
class Card:
    """An entry to decide of."""

    kind: str
    id: str
    title: str
    when: str
    parties: tuple[tuple[str, str], ...]
    grounds: tuple[Ground, ...]
    sentences: tuple[Heard, ...]
    more: int

    def others(self, cause: str) -> list[Ground]:
        """The reasons of one cause that are about another entry."""
        return [each for each in self.grounds if each.cause == cause and each.other]


def lines(queue: Queue, day: date) -> list[Line]:
    """What waits, each entry on a line."""
    return [
        Line(
            kind=each.kind, id=each.id, when=heading(each.subject),
            title=one_line(in_a_line(each.subject, queue.names, day).plain),
            why=one_line(reason_words(each, each.reasons[0], queue.names, day)),
        )
        for each in queue.entries
    ]  # fmt: skip


def card(entry: Doubtful, names: Names, day: date) -> Card:
    """An entry in full."""
    terms = shown_for(entry.subject, names)
    own = [heard(each, terms) for each in entry.passages if each.beside is None]
    return Card(
        kind=entry.kind,
        id=entry.id,
        title=one_line(in_a_line(entry.subject, names, day).plain),
        when=heading(entry.subject),
        parties=tuple((party, name_of(party, names)) for party in entry.parties),
        grounds=tuple(ground(entry, reason, names, day, mark) for reason, mark in numbered(entry)),
        sentences=tuple(own[:SENTENCES]),
        more=max(0, len(own) - SENTENCES),
    )


def ground(entry: Doubtful, reason: Reason, names: Names, day: date, mark: str) -> Ground:
    """A reason of an entry."""
    beside = entry.beside.get(reason.other or "")
    terms = shown_for(beside, names) if beside else ()
    mine = [each for each in entry.passages if each.beside is not None and each.beside == reason.other]
    joined = [each for each in entry.passages if reason.cause == "join" and each.entry == reason.other]
    return Ground(
        words=f"{mark}{one_line(reason_words(entry, reason, names, day))}",
        cause=reason.cause,
        other=reason.other or "",
        short=next((told_by(each) for each in joined), (reason.other or "")[:8]),
        sentences=tuple(heard(each, terms) for each in mine if reason.cause == "double"),
    )


def shown_for(subject: Subject, names: Names) -> tuple[str, ...]:
    """The words that are marked in the sentences of an entry: of a meeting who meets and where, else its own words."""
    if isinstance(subject, AgendaRow):
        held = subject.occasion
        people = (each.id for each in held.people)
        found: Sequence[str | None] = (held.place, held.forum, *people, *(name_of(party, names) for party in held.parties))
    else:
        found = subject.quote if isinstance(subject, Saying) else (subject.trigger.quote,)
    return tuple(dict.fromkeys(one_line(each) for each in found if each and one_line(each)))


def heard(passage: Passage, terms: Sequence[str]) -> Heard:
    """A sentence with its marks."""
    words = one_line(passage.sentence)
    words = f"{words[:LONGEST]} …" if len(words) > LONGEST else words
    cut = marked(words, terms) if terms else [Words(words, False)]
    return Heard(
        entry=passage.entry, cut=tuple(cut), told=told_by(passage), story=passage.story, url=link(passage.url)
    )  # fmt: skip


def told_by(passage: Passage) -> str:
    """`Wire, 4 January 2022`."""
    told = f"{short_day(passage.day)} {passage.day.year}" if passage.day else ""
    return ", ".join(part for part in (one_line(passage.outlet or passage.document), told) if part)
