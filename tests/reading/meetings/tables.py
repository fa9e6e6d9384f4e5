"""What the tables of cases share: a text, read on the example day, as rows of the slots asked for."""

from typing import Any

from dateline.model.document import Document, Text
from dateline.reading.desk import Findings, Story, Word
from dateline.reading.meetings import find_meetings
from dateline.reading.meetings.gather import gather
from dateline.reading.meetings.mentions import find_mentions
from dateline.reading.meetings.occasion import Occasion
from dateline.reading.meetings.roles import Mention
from dateline.reading.parse import Parser
from dateline.reading.read import ORDER, read
from dateline.views.record import record
from tests.conftest import EXAMPLE_DAY

__all__ = ["flags", "mentioned", "mentions", "occasions", "read_before", "rows", "word_in"]


def rows(parser: Parser, text: str, *slots: str) -> list[Any]:
    """Each meeting as a tuple of its slots, or as its only slot; `after` and `part_of` by the numbers of other rows."""
    document = Document(name="example", text=Text("", text), published=EXAMPLE_DAY)
    entries = record(read(parser.parse(document)))["meetings"]
    numbers = {entry["id"]: number for number, entry in enumerate(entries)}
    found = []
    for entry in entries:
        entry["after"] = [numbers[other] for other in entry["after"]]
        entry["part_of"] = None if entry["part_of"] is None else numbers[entry["part_of"]]
        entry["parties"] = " ".join(entry["parties"])
        found.append(tuple(entry[slot] for slot in slots) if len(slots) > 1 else entry[slots[0]])
    return found


def read_before(parser: Parser, text: str) -> tuple[Story, Findings]:
    """The story and what is known when meetings are read."""
    story = parser.parse(Document(name="example", text=Text("", text), published=EXAMPLE_DAY))
    findings = Findings()
    for reader in ORDER[: ORDER.index(find_meetings)]:
        findings = reader(story, findings)
    return story, findings


def mentions(parser: Parser, text: str) -> list[Mention]:
    """The words of meeting of a text."""
    story, findings = read_before(parser, text)
    assert findings.cast is not None
    return [mention for sentence in story.body for mention in find_mentions(sentence, findings.cast)]


def occasions(parser: Parser, text: str) -> tuple[list[Occasion], Findings]:
    """The occasions of a text as they are gathered, and what is known then."""
    _, findings = read_before(parser, text)
    return gather(mentions(parser, text), findings), findings


def flags(mention: Mention) -> str:
    """What holds of a mention, by name."""
    told = {name: getattr(mention, name) for name in ("definite", "plural", "framed", "echo", "habitual", "there")}
    told |= {
        "weak": mention.stance.weak,
        "ahead": mention.stance.ahead,
        "denied": mention.stance.denied,
        "one": not mention.strong,
    }
    return " ".join(name for name, holds in told.items() if holds)


def mentioned(parser: Parser, text: str) -> list[tuple[str, str, str | None, str, str, str]]:
    """(head, kind, status, flags, sides, destination) of each mention."""
    return [
        (
            mention.head.text,
            mention.kind,
            mention.stance.status,
            flags(mention),
            " ".join(dict.fromkeys(actor.side or actor.party.id for actor in mention.sides)),
            mention.destination.text if mention.destination else "",
        )
        for mention in mentions(parser, text)
    ]


def word_in(parser: Parser, text: str, word: str) -> Word:
    """The first word of a text that reads so."""
    story = parser.parse(Document(name="example", text=Text("", text), published=EXAMPLE_DAY))
    return next(each for sentence in story.sentences for each in sentence.words if each.text == word)
