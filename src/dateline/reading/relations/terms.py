"""When terms of office began and ended, by verbs ("who took office in May", "resigned as foreign minister on Monday")."""

from collections.abc import Iterable, Iterator

from dateline.knowledge.parties import titles
from dateline.knowledge.relations import RelationRule, relation_words, words_for
from dateline.model.evidence import Evidence, Sourced
from dateline.model.relation import Relation
from dateline.reading.desk import End, Scene, Word
from dateline.reading.relations.dates import Dates, both, dates_at, left
from dateline.reading.relations.ends import doers, done_to, owners, words_between
from dateline.reading.relations.facts import is_under_way, stated
from dateline.reading.relations.titles import is_office, office_words

__all__ = ["terms"]


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
    if not stated(verb) or verb.dep == "amod" or (rule.source == "subject" and is_of_another_thing(verb)):
        return
    dates = dates_at(scene, verb, rule.dated)
    nouns = office_nouns(scene, verb)
    beside_title = rule.source == "object" and verb.dep == "acl"
    if rule.target == "office" and not nouns and not beside_title:
        return
    for noun in nouns:
        dates = both(dates, dates_at(scene, noun, rule.dated))
    if rule.dated == "until" and not dates.until and not is_under_way(verb):
        dates = Dates(dates.from_, left(scene, verb))
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


def is_of_another_thing(verb: Word) -> bool:
    """Is what the verb takes or leaves no office of one's own ("quit smoking", "left the mayor's office")?"""
    things = verb.children("dobj", "xcomp", "ccomp")
    posts = titles().offices | words_for("posts")
    return any(thing.lemma not in posts or any(owner.pos != "PRON" for owner in thing.children("poss")) for thing in things)


def office_nouns(scene: Scene, verb: Word) -> list[Word]:
    """The office that a verb names: "became president", "appointed (as) foreign minister"."""
    nouns = verb.children("oprd", "attr", "appos")
    nouns += [noun for each in verb.children("prep") if each.lower == "as" for noun in each.children("pobj")]
    return [noun for noun in nouns if noun.lemma in titles().offices or is_office(phrase(scene, noun).split())]


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
