"""Relations stated by verbs ("joined the bloc", "which includes", "is based in") and by participles ("Iran-backed")."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.knowledge.relations import RelationRule, relation_words, words_for
from dateline.knowledge.rules import rule
from dateline.model.evidence import Evidence
from dateline.model.relation import Relation
from dateline.reading.desk import End, Scene, Word
from dateline.reading.relations.dates import Dates, dates_at, left
from dateline.reading.relations.ends import (
    doers,
    ends_at,
    once,
    opening,
    owners,
    plain,
    renamed,
    sides,
    undergone,
    word_at,
    words_between,
)
from dateline.reading.relations.facts import is_single_act, is_under_way, stated
from dateline.reading.relations.links import link, relation

__all__ = ["claim", "home", "joined", "verb"]

DASHES = ("-", "–", "‑")
PLACES = ("GPE", "LOC", "FAC")
CAPITAL_REACH = 4
LIST_REACH = 8


def joined(scene: Scene, rule: RelationRule, word: Word) -> list[Relation]:
    """ "Iran-backed rebels", "the Vienna-based OSCE": what is before the hyphen, and the noun after the participle."""
    before, dash, noun = word_at(scene, word.i - 2), word_at(scene, word.i - 1), word.head
    if before is None or dash is None or dash.text not in DASHES:
        return []
    if noun.i <= word.i or noun.pos not in ("NOUN", "PROPN"):
        return []
    if rule.source == "before":
        sources = ends_at(scene, before)
        sides_of = {end.id for end in sources}
        targets = [end for end in backed(scene, word, noun) if end.side not in sides_of]
        own = plain(scene, noun) if not targets and noun.lemma in words_for("backed") else None
        return link(scene, rule, word, sources, targets or ([own] if own else []), Dates())
    place = place_before(scene, before)
    return link(scene, rule, word, ends_at(scene, noun), [place] if place else [], Dates())


def place_before(scene: Scene, last: Word) -> End | None:
    """The name of a place that ends before a hyphen ("Addis Ababa-based")."""
    first = last
    for before in reversed(words_between(scene, last.i - CAPITAL_REACH, last.i)):
        if before.pos != "PROPN" or not before.text[:1].isupper():
            break
        first = before
    known = last.ent in PLACES or place_name(scene, last) is not None
    return place_end(scene, first, last) if known and last.text[:1].isupper() else None


def place_end(scene: Scene, first: Word, last: Word) -> End:
    """A place as an end, by its own name where it is known."""
    span = scene.sentence.span(first, last)
    name = place_name(scene, last) or " ".join(span.quote.split())
    return End(name, None, None, "name", span, Evidence(span, rule("relations", "place")), last)


def place_name(scene: Scene, last: Word) -> str | None:
    """The name of the place whose mention ends with the word, where it is known."""
    placed = scene.places.get(last.i)
    return placed.place.name if placed else None


def backed(scene: Scene, word: Word, noun: Word) -> list[End]:
    """Who is backed: the party of a noun, a name that it describes, or the words for them."""
    own = [end for end in ends_at(scene, noun) if end.span.start >= scene.sentence.place(noun.left_edge)]
    if own:
        return [group_of(scene, end) for end in own]
    between = [end for each in noun.below if word.i < each.i < noun.i for end in ends_at(scene, each)]
    if names := [end for end in between if end.how == "name" and end.kind in ("group", "organisation", "person")]:
        return names[-1:]
    if noun.lemma in words_for("backed") and (end := plain(scene, noun)):
        return [end]
    return []


def group_of(scene: Scene, end: End) -> End:
    """The group itself for its unnamed fighters ("Houthi rebels")."""
    side = scene.cast.party(end.side) if end.kind == "unnamed" and end.side else None
    return replace(end, id=side.id, kind=side.kind) if side and side.kind == "group" else end


def verb(scene: Scene, rule: RelationRule, word: Word) -> list[Relation]:
    """A verb with both ends about it."""
    if not (word.is_verb or word.pos == "ADJ") or not stated(word) or goes_on(word) or word.dep in ("compound",):
        return []
    if rule.kind == "member" and (is_under_way(word) or (rule.source == "object" and is_aside(word))):
        return []
    if rule.never and any(child.lower in rule.never for child in word.subtree() if abs(child.i - word.i) < LIST_REACH):
        return []
    if rule.needs and not any(preposition.lower in rule.needs for preposition in word.children("prep", "agent")):
        return []
    dates = dates_at(scene, word, rule.dated)
    if rule.dated == "until" and not dates.until:
        dates = Dates(dates.from_, left(scene, word))
    sources = ends_of(scene, rule, word, rule.source)
    if rule.kind != "founded":
        targets = ends_of(scene, rule, word, rule.target)
        if rule.kind == "backs" and is_single_act(word):
            targets = [end for end in targets if end.kind not in ("state", "organisation")]
        return link(scene, rule, word, sources, targets, dates)
    fitting = [end for end in sources if end.kind in relation_words().ends["founded"].sources]
    founders = [] if rule.target == "none" else ends_of(scene, rule, word, rule.target)
    made = link(scene, rule, word, fitting, founders, dates)
    if made or not dates.from_:
        return made
    return [relation(scene, rule, word, rule.kind, source, None, dates) for source in fitting]


def is_aside(word: Word) -> bool:
    """Is it a participle that hangs on the whole clause, so that nobody says what includes ("in the region, comprising")?"""
    return word.tag == "VBG" and word.dep == "advcl"


def goes_on(word: Word) -> bool:
    """Does a participle say in what one joins ("joined the U.S. in urging")?"""
    return any(preposition.children("pcomp") for preposition in word.children("prep"))


def ends_of(scene: Scene, rule: RelationRule, word: Word, role: str) -> list[End]:
    """The parties that stand in a role about a verb."""
    if role == "subject":
        return doers(scene, word) or (of_members(scene, word) if rule.kind == "member" else [])
    if role == "object":
        return objects(scene, rule, word)
    nouns = [
        noun for each in word.children("prep", "agent") if each.lower in role_words(role) for noun in each.children("pobj")
    ]
    if role == "place":
        return [place_end(scene, name_start(scene, noun), noun) for noun in nouns[:1] if noun.pos == "PROPN"]
    return [end for noun in nouns for end in sides(scene, noun)]


def of_members(scene: Scene, word: Word) -> list[End]:
    """The body whose members are the subject ("members of the EU include")."""
    nouns = [noun for noun in word.children("nsubj") if noun.lemma in words_for("members")]
    return [end for noun in nouns for end in owners(scene, noun, ("of",))]


def role_words(role: str) -> tuple[str, ...]:
    """The prepositions of a role."""
    return ("in", "at") if role == "place" else tuple(role.split("|"))


def name_start(scene: Scene, noun: Word) -> Word:
    """The first word of a name that ends with the noun."""
    first = noun
    for before in reversed(words_between(scene, scene.sentence.tokens.start, noun.i)):
        if before.dep != "compound" or before.pos != "PROPN":
            break
        first = before
    return first


def objects(scene: Scene, rule: RelationRule, word: Word) -> list[End]:
    """The parties that it is done to, unnamed allies of one ("its NATO allies") and those listed after "as well as" too."""
    words = undergone(scene, word)
    found = [end for each in words for end in (ends_at(scene, each) or allied(scene, each) or renamed(scene, each))]
    if rule.kind == "backs":
        found = [group_of(scene, end) for end in found] or [
            end for each in words if each.lemma in words_for("backed") and (end := plain(scene, each))
        ]
    if rule.kind == "member" and rule.source == "object" and found:
        found += listed_on(scene, max(end.word.i for end in found if end.word is not None))
    return once(found)


def allied(scene: Scene, noun: Word) -> list[End]:
    """The unnamed allies or members of a body as a party of their own."""
    if noun.lemma not in words_for("companions") or noun.tag != "NNS":
        return []
    whose = [end for end in owners(scene, noun, ("of",)) if end.side]
    return [replace(end, id=f"{end.id}:{noun.lower}", kind="unnamed", word=noun) for end in whose]


def listed_on(scene: Scene, last: int) -> Sequence[End]:
    """The parties after "as well as" that go on a list."""
    words = words_between(scene, last + 1, last + LIST_REACH)
    for place in range(len(words)):
        if taken := opening(words[place:], words_for("going on")):
            return next((found for each in words[place + taken :] if (found := sides(scene, each))), [])
    return []


def claim(scene: Scene, rule: RelationRule, word: Word) -> list[Relation]:
    """Two sides that claim the same: "both claim sovereignty", "claimed by China and Japan"."""
    if word.pos != "VERB" or not stated(word):
        return []
    pair = doers(scene, word)
    if not pair and any(child.lower in ("both", "each") for child in word.children("nsubj")):
        pair = two_before(scene, word)
    states = once(end for end in pair if end.kind == "state")
    things = undergone(scene, word)
    words = {child.lemma for noun in things for child in (noun, *noun.below)}
    if len(states) == 1:
        return link(scene, rule, word, states, claimed(scene, rule, word, things, words), Dates())
    two = bool(words & set(rule.needs)) or any(is_land(thing) for thing in things)
    return link(scene, rule, word, states[:1], states[1:2], dates_at(scene, word, None)) if two and len(states) == 2 else []


def is_land(thing: Word) -> bool:
    """Can it be held by one state only: land, a name, or a pronoun that stands for one?"""
    return thing.pos in ("PROPN", "PRON", "DET") or thing.lemma in words_for("land")


def claimed(scene: Scene, rule: RelationRule, word: Word, things: Sequence[Word], words: set[str]) -> list[End]:
    """What one side claims "as its own", or claims sovereignty over."""
    if words & set(rule.needs):
        over = [child for noun in things for child in noun.children("prep")] + word.children("prep")
        return [end for each in over if each.lower == "over" for noun in each.children("pobj") for end in sides(scene, noun)]
    as_ = any(each.lower == "as" for each in word.children("prep"))
    return [end for noun in things for end in sides(scene, noun)] if as_ else []


def home(scene: Scene, rule: RelationRule, word: Word) -> list[Relation]:
    """ "NATO headquarters in Brussels", "OPEC's Vienna headquarters": whose, and the place after or before."""
    if word.pos not in ("NOUN", "PROPN") or any(child.lower in rule.never for child in word.below):
        return []
    places = [
        place_end(scene, name_start(scene, noun), noun)
        for each in word.children("prep")
        if each.lower in ("in", "at")
        for noun in each.children("pobj")
        if noun.pos == "PROPN"
    ]
    before = [child for child in word.children("compound", "nmod") if child.pos == "PROPN" and not ends_at(scene, child)]
    possessed = [end for child in word.children("poss") for end in ends_at(scene, child)]
    if before and possessed:
        places = places or [place_end(scene, name_start(scene, before[-1]), before[-1])]
    return link(scene, rule, word, possessed or owners(scene, word, ("of",)), places[:1], Dates())


def two_before(scene: Scene, word: Word) -> list[End]:
    """The last two states named before a word of the sentence."""
    before = reversed(words_between(scene, scene.sentence.tokens.start, word.i))
    return once(end for each in before for end in ends_at(scene, each) if end.kind == "state")[1::-1]
