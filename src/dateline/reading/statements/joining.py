"""Joining: doubles, echoes and relays among the statements of a story, and how they nest."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from dateline.knowledge.statements import phrase_list, word_list
from dateline.model.entry import Form, Statement
from dateline.model.evidence import Span
from dateline.reading.desk import Spread
from dateline.reading.statements.drafts import Draft
from dateline.reading.statements.kinds import highest_verb
from dateline.reading.statements.speakers import Speaker, source_span

__all__ = ["Found", "join_relays", "link", "without_doubles", "without_echoes"]

REPEATED, SAME = 0.6, 0.8
"""Share of words or characters from which on two contents are alike, or the same."""
STEM, FEWEST_WORDS = 6, 3


@dataclass(frozen=True, eq=False)
class Found:
    """A draft with its speakers and statement values."""

    draft: Draft
    speakers: tuple[Speaker, ...]
    content: tuple[Span, ...]
    form: Form


def without_doubles(found: list[Found]) -> list[Found]:
    """Where two drafts give nearly the same content to the same speaker, the first, more certain one stays."""
    kept: list[Found] = []
    laid: Spread[Found] = Spread()
    for item in sorted(found, key=lambda each: -each.draft.rule.sure - each.draft.quoted):
        near = dict.fromkeys(other for span in item.content for other in laid.on(span))
        if not any(same_words(item, other) > SAME and names(item) & names(other) for other in near):
            kept.append(item)
            for span in item.content:
                laid.lay(span.field, span.start, span.end, item)
    return sorted(kept, key=lambda each: each.content[0].start)


def without_echoes(found: list[Found]) -> list[Found]:
    """Without the acts that a speaker reports inside his own statement ("said it had offered help" is one)."""
    beside = by_sentence(found)
    return [item for item in found if not any(is_echo(item, other) for other in beside[item.draft.sentence.number])]


def by_sentence(found: list[Found]) -> dict[int, list[Found]]:
    """The drafts by the number of the sentence in which their cue stands."""
    beside: defaultdict[int, list[Found]] = defaultdict(list)
    for item in found:
        beside[item.draft.sentence.number].append(item)
    return beside


def is_echo(item: Found, other: Found) -> bool:
    """Does a speaker, or his state, act inside his own statement?"""
    if other is item or other.draft.rule is item.draft.rule or not within_outer(item, other):
        return False
    own_state = len(item.speakers) == 1 and bool(sides(item) & names(item) & sides(other))
    return own_state or bool(names(item) & names(other))


def names(item: Found) -> set[str]:
    """Ids of the speakers."""
    return {speaker.id for speaker in item.speakers}


def sides(item: Found) -> set[str]:
    """The sides of the speakers."""
    return {speaker.side for speaker in item.speakers if speaker.side}


def same_words(item: Found, other: Found) -> float:
    """Share of characters that two contents have in common."""
    mine, theirs = sum(span.end - span.start for span in item.content), sum(span.end - span.start for span in other.content)
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in item.content for b in other.content)
    return shared / (mine + theirs - shared)


def join_relays(found: list[Found]) -> tuple[list[Found], dict[int, Speaker]]:
    """A position relayed by an office or spokesman of the same side: the principal speaks, the other is `via`."""
    relayed: dict[int, Speaker] = {}
    dropped: set[int] = set()
    beside = by_sentence(found)
    for outer in found:
        for inner in beside[outer.draft.sentence.number]:
            if inner is not outer and id(inner) not in dropped and is_relay(inner, outer):
                relayed[id(inner)] = outer.speakers[0]
                dropped.add(id(outer))
    return [item for item in found if id(item) not in dropped], relayed


def is_relay(inner: Found, outer: Found) -> bool:
    """Does the outer speaker only pass on what the inner one says: a spokesman, an office of the same side, an agency?"""
    draft, via = inner.draft, outer.draft
    if via.rule.kind is not None or via.quoted or draft.sentence is not via.sentence or not within_outer(inner, outer):
        return False
    main = highest_verb([word for span in outer.content for word in draft.sentence.words_in(span)])
    if main is None or main is not draft.verb:
        return False
    mine, other = inner.speakers[0], outer.speakers[0]
    if via.way == "aside":
        return (mine.side is not None and mine.side == other.side) or is_messenger(outer)
    return other.relays and mine.known and mine.side == other.side and mine.id != mine.side


def is_messenger(found: Found) -> bool:
    """Do the words that name the speaker show that he passes on what others say ("a spokesman", "state television")?"""
    draft = found.draft
    words = source_span(draft.sentence, draft.subject).quote.lower() if draft.subject is not None else ""
    return any(word in words for word in phrase_list("messengers"))


def within_outer(inner: Found, outer: Found) -> bool:
    """Does the inner cue stand in the outer content?"""
    if inner.draft.verb is None or inner.draft.sentence.number != outer.draft.sentence.number:
        return False
    place = inner.draft.sentence.place(inner.draft.verb)
    return any(span.start <= place < span.end for span in outer.content)


def link(statements: list[Statement]) -> list[Statement]:
    """Each statement once, with what it stands in and what it repeats."""
    return nest(repeated(list({statement.id: statement for statement in statements}.values())))


def repeated(statements: list[Statement]) -> list[Statement]:
    """Later words of a speaker that say again what an earlier statement says (the lead's paraphrase) name it."""
    told = [telling_words(statement) for statement in statements]
    by_speaker: defaultdict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        by_speaker[statement.speaker.value].append(number)
    result: list[Statement] = []
    for statement, mine in zip(statements, told, strict=True):
        own = by_speaker[statement.speaker.value] if len(mine) >= FEWEST_WORDS else []
        first = next(
            (
                statements[number]
                for number in own
                if statements[number].content[-1].end <= statement.content[0].start and alike(mine, told[number])
            ),
            None,
        )
        result.append(replace(statement, same_as=first.id) if first else statement)
    return result


def telling_words(statement: Statement) -> frozenset[str]:
    """The longer words of a content, cut to their stems."""
    words = re.findall(r"[a-z]{4,}", " ".join(span.quote for span in statement.content).lower())
    return frozenset(word[:STEM] for word in words if word not in word_list("in every story"))


def alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Do two contents share most of the words of the shorter one?"""
    return min(len(mine), len(theirs)) >= FEWEST_WORDS and len(mine & theirs) >= REPEATED * min(len(mine), len(theirs))


def nest(statements: list[Statement]) -> list[Statement]:
    """Statements whose cue stands in another's content know that they do."""
    laid = Spread((span.field, span.start, span.end, place) for place, other in enumerate(statements) for span in other.content)
    result = []
    for statement in statements:
        cue = statement.cue
        near = sorted(set(laid.on(cue))) if cue is not None else ()
        outer = [statements[place] for place in near if stands_in(statement, statements[place])]
        nearest = min(outer, key=lambda each: sum(span.end - span.start for span in each.content), default=None)
        result.append(replace(statement, inside=nearest.id) if nearest else statement)
    return result


def stands_in(statement: Statement, other: Statement) -> bool:
    """Do cue and content stand in the content of another statement?"""
    if other is statement or statement.cue is None or statement.content == other.content:
        return False
    cue, start = statement.cue, statement.content[0]
    return any(span.covers(cue) for span in other.content) and any(span.covers(start) for span in other.content)
