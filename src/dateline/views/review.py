"""The review queue: entries with their reasons and sentences, as lines for a person or rows for programs."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from rich.text import Text as Words

from dateline.model.agenda import AgendaRow
from dateline.model.coded import Coded, Side
from dateline.model.party import Party
from dateline.model.position import Saying
from dateline.model.review import Doubtful, Passage, Queue, Reason, Subject
from dateline.views.agenda import folded, headline
from dateline.views.outward import link, one_line
from dateline.views.statements import line as said_line
from dateline.views.wording import SHORT_ID, days, full_day, joined, name_of, short_day

__all__ = ["entry_lines", "queue_json", "queue_lines"]

Json = dict[str, Any]
Names = Mapping[str, Party]

SENTENCES = 3
CHOSEN = ("double", "join")
"""Causes of reasons of which one can be meant: they are numbered where there are several."""


def queue_lines(queue: Queue, day: date, width: int) -> Iterator[Words]:
    """The entries, the weightiest first."""
    for number, entry in enumerate(queue.entries, 1):
        if number > 1:
            yield Words()
        yield from entry_lines(entry, queue.names, day, width, number)


def entry_lines(entry: Doubtful, names: Names, day: date, width: int, number: int) -> Iterator[Words]:
    """An entry: what it is, why it is doubtful, and the sentences that it rests on."""
    told = heading(entry.subject)
    yield Words.assemble((f"{number}. {entry.kind} {entry.id[:SHORT_ID]}", "bold blue"), (f"  {told}" if told else "", "blue"))
    yield from folded(in_a_line(entry.subject, names, day), width, "  ", "     ")
    for reason, mark in marked(entry):
        words = Words.assemble((f"? {mark}", "yellow"), reason_words(entry, reason, names, day))
        yield from folded(words, width, "     ", "       ")
        for each in entry.passages:
            if each.beside is not None and (each.beside, "double") == (reason.other, reason.cause):
                yield from folded(passage_words(each), width, "       ", "         ")
    own = [each for each in entry.passages if each.beside is None]
    for each in own[:SENTENCES]:
        yield from folded(passage_words(each), width, "     ", "       ")
    if (more := len(own) - SENTENCES) > 0:
        yield Words(f"     and {more} more {'story' if more == 1 else 'stories'}", "dim")


def heading(subject: Subject) -> str:
    """The days of an entry."""
    if isinstance(subject, AgendaRow):
        return days(subject.occasion.when or subject.occasion.previously)
    found = subject.day if isinstance(subject, Saying) else subject.span[0] if subject.span else None
    return full_day(found) if found else ""


def in_a_line(subject: Subject, names: Names, day: date) -> Words:
    """What an entry is."""
    if isinstance(subject, AgendaRow):
        sides = joined([name_of(party, names) for party in subject.occasion.parties])
        return headline(subject, day, names).append(f" – {sides}" if sides else "")
    return said_line(subject, names) if isinstance(subject, Saying) else act_line(subject)


def act_line(event: Coded) -> Words:
    """`Russia – ACCUSE (112), happened – Ukraine: “accuses”`."""
    words = Words.assemble((sides(event.actors), "bold"), " – ", (event.type, "cyan"), f" ({event.cameo}), {event.status}")
    aimed = f" – {sides(event.recipients)}" if event.recipients else ""
    return words.append(f"{aimed}: “{one_line(event.trigger.quote)}”")


def sides(found: tuple[Side, ...]) -> str:
    """The names of the sides of an event."""
    return one_line(joined([each.name for each in found])) or "nobody named"


def marked(entry: Doubtful) -> Iterator[tuple[Reason, str]]:
    """The reasons, those of which one can be meant with their numbers where there are several."""
    for reason in entry.reasons:
        others = entry.others(reason.cause)
        numbered = reason.cause in CHOSEN and len(others) > 1 and reason.other in others
        yield reason, f"[{others.index(str(reason.other)) + 1}] " if numbered else ""


def reason_words(entry: Doubtful, reason: Reason, names: Names, day: date) -> str:
    """A reason in words; of a possible double with what that is."""
    words = one_line(reason.words)
    if reason.cause != "double" or reason.other is None:
        return words
    beside = entry.beside.get(reason.other)
    named = f"{heading(beside)}, {in_a_line(beside, names, day).plain}" if beside else "another meeting"
    return f"perhaps the same as {reason.other[:SHORT_ID]} ({named}): {words}"


def passage_words(passage: Passage) -> Words:
    """`“They meet on Jan. 12.” – Wire, 4 January 2022`."""
    told = f"{short_day(passage.day)} {passage.day.year}" if passage.day else ""
    by = ", ".join(part for part in (one_line(passage.outlet or passage.document), told) if part)
    return Words.assemble(f"“{one_line(passage.sentence)}”", (f" – {by}", "dim"))


def queue_json(queue: Queue, day: date) -> Json:
    """The entries of `dateline review --json`."""
    return {
        "ok": True,
        "rows": [entry_json(each, queue.names, day) for each in queue.entries],
        "names": {party: name_of(party, queue.names) for party in sorted(queue.names)},
    }


def entry_json(entry: Doubtful, names: Names, day: date) -> Json:
    """One entry."""
    return {
        "kind": entry.kind,
        "id": entry.id,
        "title": one_line(in_a_line(entry.subject, names, day).plain),
        "day": entry.day.isoformat() if entry.day else None,
        "parties": list(entry.parties),
        "weight": round(entry.weight, 3),
        "doubt": round(entry.doubt, 2),
        "reasons": [
            {"cause": each.cause, "words": one_line(reason_words(entry, each, names, day)), "other": each.other}
            for each in entry.reasons
        ],
        "sentences": [
            {
                "entry": each.entry, "sentence": each.sentence, "document": each.document, "source": each.outlet,
                "published": each.day.isoformat() if each.day else None, "url": link(each.url), "beside": each.beside,
            }
            for each in entry.passages
        ],
    }  # fmt: skip
