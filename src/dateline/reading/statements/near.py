"""The parties to whom a statement may be made: all that are named in it, around it, and in the sentences before."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, takewhile

from dateline.model.evidence import Span
from dateline.reading.desk import Actor, Cast, Findings, Key, Sentence, Story
from dateline.reading.statements.joining import Found
from dateline.reading.statements.targets import Way, aim, is_pronoun

__all__ = ["Named", "around", "keys_in", "named_near"]

SENTENCES = 4
"""Sentences of a content in which targets are looked for."""

LONGEST = 150
"""Words of a content of which the trained reader is asked; what comes after them is more of the same."""

BACK = 15
"""Sentences before these in which a counterpart may be named."""


@dataclass(frozen=True)
class Named:
    """A naming of a party: the sentence, whether it stands in the content, in which order the party comes among so many others
    and how often the story names it (0 for the most named), whether it is of the speaker's side, and how rules take it to be
    meant."""

    sentence: Sentence
    actor: Actor
    inside: bool
    place: int
    rivals: int
    rank: int
    own: bool
    way: Way | None
    apart: bool
    """Is it only told in a sentence further up?"""


def keys_in(story: Story, span: Span) -> Iterator[Key]:
    """The first words of a span, which may run over several sentences."""
    before = bisect_right(story.sentences, span.start, key=lambda each: each.start if each.field == span.field else -1)
    within = takewhile(lambda each: each.start < span.end, islice(story.sentences, max(0, before - 1), None))
    found = ((each.number, token.i) for each in within for token in each.tokens_in(span) if not token.is_punct)
    yield from islice(found, LONGEST)


def around(story: Story, item: Found) -> list[Sentence]:
    """The sentence of the cue, the first ones of the content, and the one before them."""
    field = item.content[0].field
    numbers = [item.draft.sentence.number, *(key[0] for span in item.content for key in keys_in(story, span))]
    first = min(numbers)
    return [
        each for each in story.sentences[max(first - 1, 0) : min(max(numbers), first + SENTENCES) + 1] if each.field == field
    ]


def named_near(story: Story, findings: Findings, item: Found, own: set[str], ways: Mapping[str, Way]) -> dict[str, list[Named]]:
    """Every party near a statement but the speaker's own side with its namings, of one only told further up the last."""
    cast = findings.cast
    if cast is None:
        return {}
    found: dict[str, list[tuple[Sentence, Actor]]] = {}
    beside = around(story, item)
    for near in beside:
        for actor in others(cast, near, own):
            found.setdefault(aim(actor), []).append((near, actor))
    for near in above(story, beside):
        for actor in others(cast, near, own):
            found.setdefault(aim(actor), [(near, actor)])
    often = frequencies(cast)
    ranked = sorted(found, key=lambda name: -often[name])
    return {
        name: [
            Named(
                near, actor, any(span.covers(actor.span) for span in item.content), place, len(found) - 1, ranked.index(name),
                actor.side in own, ways.get(name), near not in beside,
            )
            for near, actor in namings
        ]
        for place, (name, namings) in enumerate(found.items())
    }  # fmt: skip


def above(story: Story, beside: list[Sentence]) -> Iterator[Sentence]:
    """The sentences before these, the nearest first."""
    first = beside[0].number if beside else 0
    return (each for each in reversed(story.sentences[max(0, first - BACK) : first]) if each.field == beside[0].field)


def others(cast: Cast, sentence: Sentence, own: set[str]) -> Iterator[Actor]:
    """Who is named in a sentence and is neither of these nor unknown."""
    for actor in cast.mentions_in(sentence):
        if not ({actor.party.id, aim(actor)} & own or actor.party.kind == "other" or is_pronoun(actor.party.id)):
            yield actor


@lru_cache(maxsize=1)
def frequencies(cast: Cast) -> Counter[str]:
    """How often a story names each party."""
    return Counter(aim(actor) for sentence in cast.story.sentences for actor in cast.mentions_in(sentence))
