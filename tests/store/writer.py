"""One of several writers of a ledger, with the readers played by what is known of the stories. Run by test_writers."""

import random
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from dateline.app import follow as following
from dateline.app import gather as gathering
from dateline.app.gather import Gathered
from dateline.app.judge import judge
from dateline.intake import follow as asking
from dateline.intake.feed import Feed
from dateline.ledger import query
from dateline.ledger.database import Ledger, open_ledger
from dateline.model.agenda import Question
from dateline.model.document import Document, Text
from dateline.model.errors import InputError, UnknownEntryError
from dateline.model.problem import Refusal
from dateline.model.reading import Reading
from tests.ledger.build import Told, story

SIDES = ("USA", "RUS", "UKR", "EGY", "ISR")
PLACES = ("Geneva", "Vienna", "Cairo", "Brussels")
SYLLABLES = ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu")
FIRST = date(2022, 1, 1)
GROUP = 4
"""So many stories are read together; others write meanwhile."""


def read(document: Document, told: Told) -> Reading:
    """What a document says: the one meeting of its event."""
    made = story(document.day and document.day.isoformat(), told, source=document.source, body=document.text.body)
    return replace(
        made, document=document, meetings=tuple(replace(each, text=document.text.id) for each in made.meetings)
    )  # fmt: skip


def occasions(number: int) -> Iterator[list[Reading]]:
    """Every event as four stories tell it: the first, a copy, one that was edited a little, one that adds to it."""
    chance = random.Random(5)
    for count in range(number):
        one, other = chance.sample(SIDES, 2)
        day = FIRST + timedelta(days=chance.randrange(60))
        held, place = day + timedelta(days=chance.randrange(1, 9)), chance.choice(PLACES)
        quote = f"Envoys of {one} and {other} meet in {place} on {held:%B} {held.day}, number {count}."
        told = Told(quote, (one, other), held.isoformat(), place=place)
        words = ["".join(chance.choices(SYLLABLES, k=4)) for _ in range(90)]
        body = f"{quote} {' '.join(words)}."
        edited = f"{quote} {' '.join([*words[:-1], 'elsewhere'])}."
        longer = f"{body} Later {' '.join(''.join(chance.choices(SYLLABLES, k=4)) for _ in range(60))}."
        tellings = (
            (body, day, "Wire"), (body, day, "Post"), (edited, day + timedelta(days=1), "Herald"),
            (longer, day + timedelta(days=1), "Wire"),
        )  # fmt: skip
        yield [
            read(
                Document(name=f"{count} {source} {ordinal}", text=Text("", text), published=told_on, source=source), told
            )
            for ordinal, (text, told_on, source) in enumerate(tellings)
        ]  # fmt: skip


def stories(number: int) -> list[Reading]:
    """So many stories, four an event."""
    return [reading for each in occasions(number // 4) for reading in each]


def play(number: int, wait: float) -> list[Document]:
    """Let the readers be played; gives the stories."""
    known = {reading.document.text.id: reading for reading in stories(number)}

    def readings(given: Iterable[Document | Refusal], parser: object, **_: object) -> Iterator[Reading | Refusal]:
        left = iter(given)
        while group := list(islice(left, GROUP)):
            time.sleep(wait)
            for each in group:
                yield each if isinstance(each, Refusal) else said(each, known[each.text.id])

    gathering.readings = readings  # type: ignore[assignment]
    return [reading.document for reading in stories(number)]


def said(document: Document, reading: Reading) -> Reading:
    """The reading of the text, as this document carries it."""
    day = document.day
    return replace(reading, document=document, dating=replace(reading.dating, value=day, earliest=day, latest=day))


def add(ledger: Ledger, documents: list[Document]) -> None:
    """As `dateline add` does."""
    gathered = Gathered()
    for _ in gathering.gather(ledger, documents, lambda: None, gathered):  # type: ignore[arg-type,return-value]
        pass
    assert not gathered.troubles, gathered.troubles
    assert gathered.given == gathered.new + gathered.known == len(documents), gathered


def follow(ledger: Ledger, documents: list[Document]) -> None:
    """As `dateline follow` does, the stories being the entries of a feed."""
    asking.ask = lambda *given: asking.Asked(feed=Feed(title="Wire", stories=tuple(documents)))  # type: ignore[assignment]
    plan = following.Plan(at_once=True)
    for _ in range(3):
        for outcome in following.follow(ledger, ["https://example.org/feed"], None, lambda: None, Gathered(), plan):  # type: ignore[arg-type,return-value]
            assert outcome.trouble is None, outcome.trouble


def reread(ledger: Ledger, documents: list[Document]) -> None:
    """As `dateline reread --all` does, again and again."""
    for _ in range(4):
        gathered = Gathered()
        for _ in gathering.reread(ledger, lambda: None, gathered, everything=True):  # type: ignore[arg-type,return-value]
            pass
        assert not gathered.troubles, gathered.troubles
        time.sleep(0.1)


def decide(ledger: Ledger, documents: list[Document]) -> None:
    """As `dateline judge` does: confirm what the ledger has, meeting by meeting."""
    for _ in range(30):
        time.sleep(0.03)
        with ledger.reading() as connection:
            rows = query.agenda(connection, Question())
        for row in random.sample(rows, min(len(rows), 1)):
            try:
                judge(ledger, row.id, "confirm", by="tester")
            except (InputError, UnknownEntryError):  # it was merged with another one meanwhile
                continue


TASKS = {"add": add, "follow": follow, "reread": reread, "judge": decide}

if __name__ == "__main__":
    address, task, number, seed = sys.argv[1:]
    documents = play(int(number), 0.02)
    random.Random(int(seed)).shuffle(documents)
    opened = open_ledger(address)
    TASKS[task](opened, documents)
    opened.close()
