"""Relations stated by verbs ("joined the bloc", "which includes", "is based in") and by participles ("Iran-backed")."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from dateline.knowledge.relations import RelationRule, relation_words
from dateline.model.evidence import Evidence
from dateline.model.relation import Relation
from dateline.reading.desk import children, tense
from dateline.reading.relations.ends import (
    Dates,
    End,
    Scene,
    backed_words,
    chain,
    doers,
    ends_at,
    owners,
    plain,
    renamed,
    sides,
    stated,
    undergoer_tokens,
)
from dateline.reading.relations.links import link, relation

__all__ = ["claim", "home", "joined", "verb"]

DASHES = ("-", "–", "‑")
PLACES = ("GPE", "LOC", "FAC")
CAPITAL_REACH = 4
LIST_REACH = 8


def joined(scene: Scene, rule: RelationRule, word: Token) -> list[Relation]:
    """ "Iran-backed rebels", "the Vienna-based OSCE": what is before the hyphen, and the noun after the participle."""
    first = scene.sentence.tokens.start
    if word.i - 2 < first or word.nbor(-1).text not in DASHES:
        return []
    before, noun = word.nbor(-2), word.head
    if noun.i <= word.i or noun.pos_ not in ("NOUN", "PROPN"):
        return []
    if rule.source == "before":
        sources = ends_at(scene, before)
        sides_of = {end.id for end in sources}
        targets = [end for end in backed(scene, word, noun) if end.side not in sides_of]
        own = plain(scene, noun) if not targets and noun.lemma_.lower() in backed_words() else None
        return link(scene, rule, word, sources, targets or ([own] if own else []), Dates())
    place = place_before(scene, before)
    return link(scene, rule, word, ends_at(scene, noun), [place] if place else [], Dates())


def place_before(scene: Scene, last: Token) -> End | None:
    """The name of a place that ends before a hyphen ("Addis Ababa-based")."""
    first = last
    while first.i > scene.sentence.tokens.start and last.i - first.i < CAPITAL_REACH:
        if not (first.nbor(-1).pos_ == "PROPN" and first.nbor(-1).text[:1].isupper()):
            break
        first = first.nbor(-1)
    known = last.ent_type_ in PLACES or place_name(scene, last) is not None
    return place_end(scene, first, last) if known and last.text[:1].isupper() else None


def place_end(scene: Scene, first: Token, last: Token) -> End:
    """A place as an end, by its own name where it is known."""
    span = scene.sentence.span(first, last)
    name = place_name(scene, last) or " ".join(span.quote.split())
    return End(name, None, None, "name", span, Evidence(span, "the name of a place"), last.i)


def place_name(scene: Scene, last: Token) -> str | None:
    """The name of the place whose mention ends with the word, where it is known."""
    return scene.places.get((scene.sentence.field, scene.sentence.place(last) + len(last)))


def backed(scene: Scene, word: Token, noun: Token) -> list[End]:
    """Who is backed: the party of a noun, a name that it describes, or the words for them."""
    if found := [group_of(scene, end) for end in ends_at(scene, noun)]:
        return found
    between = [end for token in noun.lefts if token.i > word.i for end in ends_at(scene, token)]
    if names := [end for end in between if end.how == "name" and end.kind in ("group", "organisation", "person")]:
        return names[-1:]
    if noun.lemma_.lower() in backed_words() and (end := plain(scene, noun)):
        return [end]
    return []


def group_of(scene: Scene, end: End) -> End:
    """The group itself for its unnamed fighters ("Houthi rebels")."""
    side = scene.cast.party(end.side) if end.kind == "unnamed" and end.side else None
    return replace(end, id=side.id, kind=side.kind) if side and side.kind == "group" else end


def verb(scene: Scene, rule: RelationRule, word: Token) -> list[Relation]:
    """A verb with both ends about it."""
    if word.pos_ not in ("VERB", "AUX", "ADJ") or not stated(word) or goes_on(word) or word.dep_ in ("compound",):
        return []
    if rule.kind == "member" and (is_under_way(word) or (rule.source == "object" and is_aside(word))):
        return []
    if rule.never and any(child.lower_ in rule.never for child in word.subtree if abs(child.i - word.i) < LIST_REACH):
        return []
    if rule.needs and not any(preposition.lower_ in rule.needs for preposition in children(word, "prep", "agent")):
        return []
    dates = scene.dates(word, rule.dated)
    sources = ends_of(scene, rule, word, rule.source)
    if rule.kind != "founded":
        return link(scene, rule, word, sources, ends_of(scene, rule, word, rule.target), dates)
    fitting = [end for end in sources if end.kind in relation_words().ends["founded"].sources]
    founders = [] if rule.target == "none" else ends_of(scene, rule, word, rule.target)
    made = link(scene, rule, word, fitting, founders, dates)
    if made or not dates.from_:
        return made
    return [relation(scene, rule, word, rule.kind, source, None, dates) for source in fitting]


def is_under_way(word: Token) -> bool:
    """Is somebody only in the course of it ("is leaving the bloc")?"""
    return tense(word) == "progressive"


def is_aside(word: Token) -> bool:
    """Is it a participle that hangs on the whole clause, so that nobody says what includes ("in the region, comprising")?"""
    return word.tag_ == "VBG" and word.dep_ == "advcl"


def goes_on(word: Token) -> bool:
    """Does a participle say in what one joins ("joined the U.S. in urging")?"""
    return any(children(preposition, "pcomp") for preposition in children(word, "prep"))


def ends_of(scene: Scene, rule: RelationRule, word: Token, role: str) -> list[End]:
    """The parties that stand in a role about a verb."""
    if role == "subject":
        return doers(scene, word) or (of_members(scene, word) if rule.kind == "member" else [])
    if role == "object":
        return objects(scene, rule, word)
    nouns = [
        noun for each in children(word, "prep", "agent") if each.lower_ in role_words(role) for noun in children(each, "pobj")
    ]
    if role == "place":
        return [place_end(scene, name_start(scene, noun), noun) for noun in nouns[:1] if noun.pos_ == "PROPN"]
    return [end for noun in nouns for end in sides(scene, noun)]


def of_members(scene: Scene, word: Token) -> list[End]:
    """The body whose members are the subject ("members of the EU include")."""
    nouns = [noun for noun in children(word, "nsubj") if noun.lemma_.lower() in relation_words().lists["members"]]
    return [end for noun in nouns for end in owners(scene, noun, ("of",))]


def role_words(role: str) -> tuple[str, ...]:
    """The prepositions of a role."""
    return ("in", "at") if role == "place" else tuple(role.split("|"))


def name_start(scene: Scene, noun: Token) -> Token:
    """The first word of a name that ends with the noun."""
    first = noun
    while first.i > scene.sentence.tokens.start and first.nbor(-1).dep_ == "compound" and first.nbor(-1).pos_ == "PROPN":
        first = first.nbor(-1)
    return first


def objects(scene: Scene, rule: RelationRule, word: Token) -> list[End]:
    """The parties that it is done to, unnamed allies of one ("its NATO allies") and those listed after "as well as" too."""
    tokens = [each for token in undergoer_tokens(word) for each in chain(token)]
    found = [end for token in tokens for end in (ends_at(scene, token) or allied(scene, token) or renamed(scene, token))]
    if rule.kind == "backs":
        found = [group_of(scene, end) for end in found] or [
            end for token in tokens if token.lemma_.lower() in backed_words() and (end := plain(scene, token))
        ]
    if rule.kind == "member" and rule.source == "object" and found:
        found += listed_on(scene, max(end.token for end in found))
    return list({end.id: end for end in found}.values())


def allied(scene: Scene, noun: Token) -> list[End]:
    """The unnamed allies or members of a body as a party of their own."""
    if noun.lemma_.lower() not in relation_words().lists["companions"] or noun.tag_ != "NNS":
        return []
    word = noun.lower_
    return [
        replace(end, id=f"{end.id}:{word}", kind="unnamed", token=noun.i) for end in owners(scene, noun, ("of",)) if end.side
    ]


def listed_on(scene: Scene, last: int) -> Sequence[End]:
    """The parties after "as well as" that go on a list."""
    tokens = scene.sentence.tokens
    words = tokens.doc[last + 1 : min(last + LIST_REACH, tokens.end)]
    for index in range(len(words) - 3):
        if [each.lower_ for each in words[index : index + 3]] == ["as", "well", "as"]:
            return next((found for token in words[index + 3 :] if (found := sides(scene, token))), [])
    return []


def claim(scene: Scene, rule: RelationRule, word: Token) -> list[Relation]:
    """Two sides that claim the same: "both claim sovereignty", "claimed by China and Japan"."""
    if word.pos_ != "VERB" or not stated(word):
        return []
    pair = doers(scene, word)
    if not pair and any(child.lower_ in ("both", "each") for child in children(word, "nsubj")):
        pair = two_before(scene, word)
    states = list({end.id: end for end in pair if end.kind == "state"}.values())
    things = undergoer_tokens(word)
    words = {child.lemma_.lower() for noun in things for child in (noun, *noun.children)}
    if len(states) == 1:
        return link(scene, rule, word, states, claimed(scene, rule, word, things, words), Dates())
    two = bool(words & {*rule.needs, "which", "that"}) or word.tag_ == "VBN"
    return link(scene, rule, word, states[:1], states[1:2], scene.dates(word, None)) if two and len(states) == 2 else []


def claimed(scene: Scene, rule: RelationRule, word: Token, things: Sequence[Token], words: set[str]) -> list[End]:
    """What one side claims "as its own", or claims sovereignty over."""
    if words & set(rule.needs):
        over = [child for noun in things for child in children(noun, "prep")] + children(word, "prep")
        return [end for each in over if each.lower_ == "over" for noun in children(each, "pobj") for end in sides(scene, noun)]
    as_ = any(each.lower_ == "as" for each in children(word, "prep"))
    return [end for noun in things for end in sides(scene, noun)] if as_ else []


def home(scene: Scene, rule: RelationRule, word: Token) -> list[Relation]:
    """ "NATO headquarters in Brussels", "OPEC's Vienna headquarters": whose, and the place after or before."""
    if word.pos_ not in ("NOUN", "PROPN") or any(child.lower_ in rule.never for child in word.children):
        return []
    places = [
        place_end(scene, name_start(scene, noun), noun)
        for each in children(word, "prep")
        if each.lower_ in ("in", "at")
        for noun in children(each, "pobj")
        if noun.pos_ == "PROPN"
    ]
    before = [child for child in children(word, "compound", "nmod") if child.pos_ == "PROPN" and not ends_at(scene, child)]
    possessed = [end for child in children(word, "poss") for end in ends_at(scene, child)]
    if before and possessed:
        places = places or [place_end(scene, name_start(scene, before[-1]), before[-1])]
    return link(scene, rule, word, possessed or owners(scene, word, ("of",)), places[:1], Dates())


def two_before(scene: Scene, word: Token) -> list[End]:
    """The last two states named before a word of the sentence."""
    found: dict[str, End] = {}
    for index in range(word.i - 1, scene.sentence.tokens.start - 1, -1):
        for end in ends_at(scene, scene.sentence.tokens.doc[index]):
            if end.kind == "state":
                found.setdefault(end.id, end)
        if len(found) >= 2:
            break
    return list(found.values())[1::-1]
