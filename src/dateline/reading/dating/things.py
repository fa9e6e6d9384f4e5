"""Things that a text names date it: what can only be named from a day on, or seldom after one, and what comes again."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from dateline.knowledge.dating import Thing, things
from dateline.knowledge.lists import either
from dateline.knowledge.rules import rule
from dateline.model.document import Text
from dateline.model.evidence import Evidence, Span
from dateline.reading.dating.clue import Clue
from dateline.reading.dating.counted import counted_clues
from dateline.reading.dating.persons import mentions_of, persons_counted
from dateline.reading.dating.recurring import recurring_clues
from dateline.reading.desk import Findings, Story

__all__ = ["things_named"]


@cache
def names_of_things() -> tuple[re.Pattern[str], dict[str, Thing]]:
    """A pattern of all names, and the thing of each."""
    table = {name: thing for thing in things() for name in thing.names}
    by_start: dict[str, list[str]] = {}
    for name in sorted(table, key=lambda name: (-len(name), name)):
        by_start.setdefault(name[:2], []).append(name[2:])
    # sorted by their first letters: the engine tries only what can begin there
    starts = [re.escape(start) + "(?:" + "|".join(map(re.escape, ends)) + ")" for start, ends in by_start.items()]
    names = "|".join(starts).replace("'", "['’]").replace('"', '["“]')
    return re.compile(rf"\b(?:{names})(?!\w)"), table


def as_written(name: str) -> str:
    """A name with the straight marks that the tables have."""
    return name.replace("’", "'").replace("“", '"')


FEARED_WITHIN = 60


@cache
def only_feared() -> re.Pattern[str]:
    """The words before the name of a happening that has not happened yet ("denies that it plans an invasion of")."""
    return re.compile(rf"\b{either('dating/lists', 'feared')}\w*\b[^.!?]*$|\ban?\s+(?:\w+\s+)?$", re.IGNORECASE)


def things_named(story: Story, findings: Findings, newest: int) -> list[Clue]:
    """Things that a text can only name from a day on, or seldom after one, and what comes again until the newest year."""
    text = story.document.text
    found: dict[Thing, list[re.Match[str]]] = {}
    for thing, match in names_in(text.body):
        found.setdefault(thing, []).append(match)
    places = [(match.start(), thing) for thing, matches in found.items() for match in matches]
    again = list(recurring_clues(text, newest))
    mentions = mentions_of(findings)
    counted = [*counted_clues(text, mentions, places), *persons_counted(text, mentions)]
    return [thing_clue(thing, matches, text) for thing, matches in found.items()] + again + counted


def names_in(body: str) -> Iterator[tuple[Thing, re.Match[str]]]:
    """Each name that counts there, with its thing: not what is only feared, nor a plain name without the words beside it."""
    pattern, table = names_of_things()
    counts = cache(lambda thing: thing.counts_in(body))
    for match in pattern.finditer(body):
        thing = table[as_written(match[0])]
        feared = thing.fades and only_feared().search(body, max(0, match.start() - FEARED_WITHIN), match.start())
        if counts(thing) and not feared:
            yield thing, match


def thing_clue(thing: Thing, matches: list[re.Match[str]], text: Text) -> Clue:
    """The clue of a thing that stands in those places."""
    span = Span.of(text, matches[0].start(), matches[0].end())
    way = rule("dating", "happening") if thing.fades else rule("dating", "thing")
    return Clue(
        "thing", Evidence(span, way), terms=((thing.from_ or date.min, thing.until),), fades=thing.fades,
        everywhere=tuple((match.start(), match.end()) for match in matches),
    )  # fmt: skip
