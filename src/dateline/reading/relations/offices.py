"""Offices: who holds which for which side by a title beside the name, and who speaks for whom."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.knowledge.parties import titles
from dateline.knowledge.relations import RelationRule, relation_words, words_for
from dateline.model.evidence import Evidence, Sourced
from dateline.model.party import Party
from dateline.model.relation import Relation
from dateline.reading.desk import Cast, Scene, Titled
from dateline.reading.relations.dates import Dates, both, dates_at, office_over
from dateline.reading.relations.ends import word_at
from dateline.reading.relations.titles import office_words

__all__ = ["offices"]

NEXT = 2
"""Code points between a title and the name that follows it."""


def offices(scenes: Sequence[Scene], cast: Cast) -> Iterator[Relation]:
    """The offices that titles give to named persons, and for whom spokespersons speak."""
    ordered = sorted(scenes, key=lambda scene: (scene.sentence.field, scene.sentence.start))
    starts = [(scene.sentence.field, scene.sentence.start) for scene in ordered]
    rules = relation_words().rules
    before = [title for title in cast.titled if stands_before(cast, title)]
    for title in cast.titled:
        if title not in before and any(is_borrowed(title, each) for each in before):
            continue
        place = bisect_right(starts, (title.span.field, title.span.start)) - 1
        if place >= 0 and (made := from_title(ordered[place], rules["office"], title)) is not None:
            yield made
            if speaks_for(rules["speaks"], made):
                yield replace(made, kind=Sourced("speaks-for", by_rule(made, rules["speaks"])), office=None)
    for party in cast.parties:
        yield from spokesperson(rules["speaks"], party)


def stands_before(cast: Cast, title: Titled) -> bool:
    """Is the person's name the next word behind the title?"""
    party = cast.party(title.person)
    places = [mention.span for mention in party.mentions] if party else []
    return any(place.field == title.span.field and 0 <= place.start - title.span.end <= NEXT for place in places)


def is_borrowed(title: Titled, before: Titled) -> bool:
    """Is the title behind a name that of the next name ("Nancy Pelosi, United States President Donald Trump" is a list)?"""
    same = title.office.endswith(before.office) or before.office.startswith(title.office)
    return same and title.span.covers(before.span)


def spokesperson(rule: RelationRule, party: Party) -> Iterator[Relation]:
    """That a party which is only called a spokesperson speaks for its side."""
    mentions = [mention for mention in party.mentions if mention.how == "office"]
    mention = next((each for each in mentions if set(each.span.quote.lower().split()) & set(rule.words)), None)
    if mention is not None and party.kind in ("unnamed", "person") and party.of:
        because = (Evidence(mention.span, rule.name, mention.evidence),)
        yield Relation(
            kind=Sourced("speaks-for", because), source=Sourced(party.id, because), target=Sourced(party.of, because)
        )


def speaks_for(rule: RelationRule, made: Relation) -> bool:
    """Is the office that of a spokesperson?"""
    return made.office is not None and made.office.value.endswith(rule.words)


def by_rule(made: Relation, rule: RelationRule) -> tuple[Evidence, ...]:
    """The evidence of an office as that of speaking."""
    return tuple(replace(evidence, rule=rule.name) for evidence in made.kind.evidence)


def from_title(scene: Scene, rule: RelationRule, title: Titled) -> Relation | None:
    """The office that a title gives, None where its words are none or nobody says of whom."""
    party = scene.cast.party(title.person)
    side = title.side or (party.of if party else None)
    words, ended = office_words(full_words(title))
    named = scene.sentence.words_in(title.span)
    before = word_at(scene, named[0].i - 1) if named else None
    if before is not None and before.dep in ("amod", "compound") and before.lower in words_for("not yet"):
        return None
    if not words or not side or side == title.person or party is None or party.kind != "person":
        return None
    heads = [word for word in named if word.lemma in titles().offices] or named[-1:]
    dates = both(dates_at(scene, heads[-1], None), dates_at(scene, named[-1], None)) if named else Dates()
    evidence = Evidence(title.span, rule.name, (title.evidence,))
    if ended and not dates.until:
        dates = Dates(dates.from_, office_over(scene, title))
    return Relation(
        kind=Sourced("holds-office", (evidence,)),
        source=Sourced(title.person, (evidence,)),
        target=Sourced(side, (evidence,)),
        office=Sourced(words, (evidence,)),
        from_=dates.from_,
        until=dates.until,
    )


def full_words(title: Titled) -> str:
    """The words of a title, with the "-general" that a hyphen has cut off."""
    last = title.office.rsplit(" ", 1)[-1]
    cut = bool(last) and title.span.quote.lower().endswith(f"{last}-general")
    return f"{title.office}-general" if cut else title.office
