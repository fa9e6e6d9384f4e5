"""Offices below the state: of which state a governor, a mayor or local authorities are, by the town or region they are of."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.knowledge.atlas import cities_called, provinces
from dateline.knowledge.lists import listed
from dateline.reading.desk import Sentence
from dateline.reading.parties.lexicon import fold, known
from dateline.reading.parties.roster import Roster

__all__ = ["is_local", "state_around", "state_near", "state_of_place"]

BEFORE, AFTER = 4, 12
"""Words before and after an office among which its town or region is looked for."""

LONGEST = 3
"""Words of a town's or region's name."""

NAMED = ("PROPN", "NOUN", "ADJ")

LARGE = 100_000
"""People of a town that is meant although the story does not name its state."""


def is_local(office: str) -> bool:
    """Is it an office of a town or region ("regional governor", "mayor")?"""
    return bool(office) and office.split()[-1] in listed("parties/words", "local offices")


def state_of_place(roster: Roster, sentence: Sentence, first: int, last: int) -> str | None:
    """The state of the town or region that is named around these tokens, one that the story names before others."""
    doc = sentence.tokens.doc
    start, end = max(first - BEFORE, sentence.tokens.start), min(last + AFTER, sentence.tokens.end)
    for words in names_in([doc[index] for index in range(start, end)]):
        if found := next((state for state in states_of(words) if state in roster.drafts), None):
            return found
        large = next((city for city in cities_called(words) if city.people >= LARGE and city.country in known()), None)
        if large is not None:
            return large.country
    return None


def state_around(roster: Roster, sentence: Sentence) -> str | None:
    """The state of a town or region that this sentence names, else the one before, else the one before that."""
    lines = (sentence, *reversed(roster.lines[-3:-1]))
    found = (state_of_place(roster, line, line.tokens.start, line.tokens.end - 1) for line in lines)
    return next((state for state in found if state), None)


def state_near(roster: Roster, sentence: Sentence, token: int) -> str | None:
    """The state a story is mostly about, named last not long before, or the only one that this and the two sentences before
    name."""
    seen = roster.recent(sentence, token, reach=3)
    near = [(each.id, each.sentence) for each in seen if roster.drafts[each.id].kind == "state"]
    last = {id_ for id_, number in near if sentence.number - number <= 2}
    if roster.home:
        return roster.home if near and near[0][0] == roster.home else None
    return last.pop() if len(last) == 1 else None


def names_in(tokens: list[Token]) -> Iterator[str]:
    """The names of one to three words among tokens, longer ones first, up to the end of the clause."""
    for at, token in enumerate(tokens):
        if token.text in (";", ":", ".") or token.is_quote:
            return
        for length in range(LONGEST, 0, -1):
            words = tokens[at : at + length]
            if len(words) == length and all(word.text[:1].isupper() and word.pos_ in NAMED for word in words):
                yield " ".join(word.text for word in words)


def states_of(words: str) -> list[str]:
    """The states that have a province or town of that name, the largest town's first."""
    found = [each.country for each in provinces() if fold(words) in {fold(each.name), *map(fold, each.names)}]
    found += [city.country for city in cities_called(words)]
    return [state for state in dict.fromkeys(found) if state in known()]
