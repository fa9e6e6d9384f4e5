"""Offices: who holds which for which side by a title beside the name, who speaks for whom, and when terms began and ended."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.knowledge.parties import titles
from dateline.knowledge.relations import RelationRule, relation_words
from dateline.model.evidence import Evidence, Sourced
from dateline.model.relation import Relation
from dateline.reading.desk import Cast, End, Scene, Titled, Word
from dateline.reading.relations.dates import Dates, both, dates_at, over
from dateline.reading.relations.ends import doers, done_to, owners, words_between
from dateline.reading.relations.facts import stated

__all__ = ["offices", "terms"]


def offices(scenes: Sequence[Scene], cast: Cast) -> Iterator[Relation]:
    """The offices that titles give to named persons, and for whom spokespersons speak."""
    held, speaks = relation_words().named("title")
    ordered = sorted(scenes, key=lambda scene: (scene.sentence.field, scene.sentence.start))
    starts = [(scene.sentence.field, scene.sentence.start) for scene in ordered]
    before = {title.span for title in cast.titled if "before" in title.evidence.rule}
    for title in cast.titled:
        if title.span in before and "before" not in title.evidence.rule:
            continue  # "Nancy Pelosi, United States President Donald Trump" is a list: the title is that of the second
        place = bisect_right(starts, (title.span.field, title.span.start)) - 1
        if place >= 0 and (made := from_title(ordered[place], held, title)) is not None:
            yield made
            if speaks_for(speaks, made):
                yield replace(made, kind=Sourced("speaks-for", renamed_rule(made, speaks)), office=None)
    for party in cast.parties:
        mentions = [mention for mention in party.mentions if mention.how == "office"]
        mention = next((each for each in mentions if set(each.span.quote.lower().split()) & set(speaks.words)), None)
        if mention is not None and party.kind in ("unnamed", "person") and party.of:
            because = (Evidence(mention.span, speaks.name, mention.evidence),)
            yield Relation(
                kind=Sourced("speaks-for", because), source=Sourced(party.id, because), target=Sourced(party.of, because)
            )


def speaks_for(rule: RelationRule, made: Relation) -> bool:
    """Is the office that of a spokesperson?"""
    return made.office is not None and made.office.value.endswith(rule.words)


def renamed_rule(made: Relation, rule: RelationRule) -> tuple[Evidence, ...]:
    """The evidence of an office as that of speaking."""
    return tuple(replace(evidence, rule=rule.name) for evidence in made.kind.evidence)


def from_title(scene: Scene, rule: RelationRule, title: Titled) -> Relation | None:
    """The office that a title gives, None where its words are none or nobody says of whom."""
    party = scene.cast.party(title.person)
    side = title.side or (party.of if party else None)
    words, ended = office_words(full_words(title))
    if not words or not side or side == title.person or party is None or party.kind != "person":
        return None
    named = scene.sentence.words_in(title.span)
    heads = [word for word in named if word.lemma in titles().offices] or named[-1:]
    dates = both(dates_at(scene, heads[-1], None), dates_at(scene, named[-1], None)) if named else Dates()
    evidence = Evidence(title.span, rule.name, (title.evidence,))
    if ended and not dates.until:
        dates = Dates(dates.from_, over(scene, Evidence(title.span, "an office called former")))
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


def office_words(words: str) -> tuple[str, bool]:
    """A title as an office, without "former" and "new", and whether it is over; no words where it is no office."""
    lists = relation_words().lists
    parts = words.replace("ex-", "ex ").split()
    ended = any(part in lists["over"] for part in parts)
    if any(part in lists["not yet"] or part.endswith(("-elect", "-designate")) for part in parts):
        return "", False
    parts = [part for part in parts if part not in lists["over"] and part not in lists["passing"]]
    if (
        len(parts) > 1
        and not is_office(parts)
        and titles().ranks & {" ".join(parts[-size:]).replace(" .", ".") for size in (1, 2, 3)}
    ):
        spoken = [place for place, part in enumerate(parts) if part in titles().offices]
        parts = parts[: spoken[-1] + 1] if spoken else parts
    office = " ".join(parts)
    known = titles()
    endings = (" ".join(parts[-size:]) for size in range(min(4, len(parts)), 0, -1))
    last = next((ending for ending in endings if ending in known.offices), "")
    last = last or next((part for part in parts if part in known.offices), "")
    return ("", False) if not last or last in lists["no offices"] else (office, ended)


def is_office(parts: list[str]) -> bool:
    """Do the last words name an office ("secretary general", though "general" is a rank)?"""
    return any(" ".join(parts[-size:]) in titles().offices for size in range(1, len(parts) + 1))


def terms(scenes: Iterable[Scene], found: Iterable[Relation]) -> Iterator[Relation]:
    """When terms of office began and ended ("who took office in May", "resigned as foreign minister on Monday")."""
    held: dict[str, list[Relation]] = {}
    for each in found:
        if each.kind.value == "holds-office":
            held.setdefault(each.source.value, []).append(each)
    for scene in scenes:
        for word in scene.sentence.words:
            for rule in relation_words().by_word.get(word.lemma, ()) if word.is_verb else ():
                if rule.frame == "term" and complete(rule, word):
                    yield from term(scene, rule, word, held)


def complete(rule: RelationRule, verb: Word) -> bool:
    """Does the rest of an expression stand about its verb ("take office", "swear in", "step down")?"""
    beside = {child.lower for child in verb.below}
    words = [words.split() for words in rule.words if words.split()[0] == verb.lemma]
    return any(set(rest) <= beside or verb.head.lower in rest for _, *rest in words)


def term(scene: Scene, rule: RelationRule, verb: Word, held: dict[str, list[Relation]]) -> Iterator[Relation]:
    """The offices of whoever a verb of beginning or ending is about, with the date beside it."""
    if not stated(verb) or verb.dep == "amod":
        return
    dates = dates_at(scene, verb, rule.dated)
    nouns = office_nouns(verb)
    if rule.target == "office" and not nouns:
        return
    for noun in nouns:
        own = dates_at(scene, noun, rule.dated)
        dates = Dates(dates.from_ or own.from_, dates.until or own.until)
    if not (dates.from_ or dates.until):
        return
    ends = doers(scene, verb) if rule.source == "subject" else done_to(scene, verb)
    for person in [end for end in ends if end.kind == "person"][:1]:
        evidence = Evidence(scene.sentence.span(verb), rule.name, (person.evidence,))
        for office, side in offices_of(scene, person, nouns, held):
            yield Relation(
                kind=Sourced("holds-office", (evidence,)),
                source=Sourced(person.id, (person.evidence,)),
                target=Sourced(side, (evidence,)),
                office=Sourced(office, (evidence,)),
                from_=dates.from_,
                until=dates.until,
            )


def office_nouns(verb: Word) -> list[Word]:
    """The office that a verb names: "became president", "appointed (as) foreign minister"."""
    nouns = verb.children("oprd", "attr", "appos")
    nouns += [
        each for preposition in verb.children("prep") if preposition.lower == "as" for each in preposition.children("pobj")
    ]
    return [noun for noun in nouns if noun.lemma in titles().offices]


def offices_of(scene: Scene, person: End, nouns: list[Word], held: dict[str, list[Relation]]) -> list[tuple[str, str]]:
    """The office with its side that the words name, else the one that the story gives the person."""
    for noun in nouns:
        words, _ = office_words(phrase(scene, noun))
        side = next(
            (end.id for end in owners(scene, noun, ("of", "for")) if end.kind in ("state", "organisation")), person.side
        )
        return [(words, side)] if words and side else []
    known = [(each.office.value, each.target.value) for each in held.get(person.id, ()) if each.office and each.target]
    party = scene.cast.party(person.id)
    if not known and party is not None and party.office and party.of:
        words, _ = office_words(party.office)
        known = [(words, party.of)] if words else []
    return known[:1]


def phrase(scene: Scene, noun: Word) -> str:
    """The words of an office in lower case: its noun and what modifies it."""
    known = titles()
    words = [noun.lower]
    for before in reversed(words_between(scene, scene.sentence.tokens.start, noun.i)):
        if before.lower not in known.modifiers and before.lower not in known.offices:
            break
        words.insert(0, before.lower)
    return " ".join(words)
