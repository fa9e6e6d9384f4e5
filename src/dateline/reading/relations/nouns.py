"""Relations stated by nouns: members, candidates and allies and those who bear the word, ambitions, disputes between sides."""

from itertools import combinations

from spacy.tokens import Token

from dateline.knowledge.relations import RelationRule, relation_words
from dateline.model.evidence import Evidence
from dateline.model.relation import Relation, RelationKind
from dateline.reading.desk import children, negated, tense
from dateline.reading.relations.ends import Dates, End, Scene, both, doers, ends_at, owners, renamed, sides, stated
from dateline.reading.relations.links import link, over

__all__ = ["between", "goal", "noun", "status"]

SAME = ("be", "become", "remain")
NEAR = 6


def noun(scene: Scene, rule: RelationRule, word: Token) -> list[Relation]:
    """A noun of belonging, whose it is and who bears it ("NATO member Turkey", "its ally Belarus")."""
    if word.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return []
    kind, ended = doubted(rule, word)
    head = polity(word)
    if kind is None:
        return []
    whose = owners(scene, word) or (owners(scene, head) if head is not word else []) or through(scene, word)
    bearing = bearers(scene, head, whose)
    if not whose and rule.kind == "ally" and len(bearing) == 2:
        whose, bearing = bearing[:1], bearing[1:]
    whose = [end for end in whose if end.how != "office"]
    dates = both(scene.dates(word, rule.dated), scene.dates(head, rule.dated))
    if ended and not dates.until:
        dates = Dates(dates.from_, over(scene, Evidence(scene.sentence.span(word), f"former: {rule.name}")))
    return link(scene, rule, word, bearing, whose, dates, kind)


def doubted(rule: RelationRule, word: Token) -> tuple[RelationKind | None, bool]:
    """What the words before the noun make of the relation, and whether it is over."""
    kind: RelationKind | None = rule.kind
    ended = False
    start = max(word.sent.start, word.i - NEAR)
    before = [each for each in word.doc[start : word.i] if each.head.i in (word.i, word.head.i) or each.i >= word.i - 2]
    for each in before:
        if each.lower_ in rule.never:
            return None, False
        if (doubt := relation_words().doubts.get(each.lower_)) is not None:
            ended = ended or doubt.over
            if not doubt.over:
                kind = doubt.kind if rule.kind == "member" else None
    return kind, ended


def polity(word: Token) -> Token:
    """The noun that really heads "member state", "candidate country"."""
    head = word.head
    return head if word.dep_ in ("compound", "amod") and head.lemma_.lower() in relation_words().lists["polities"] else word


def through(scene: Scene, word: Token) -> list[End]:
    """The body that a candidate is for: "candidate for EU membership", "candidate to join the bloc"."""
    found: list[End] = []
    for preposition in children(word, "prep"):
        for thing in children(preposition, "pobj") if preposition.lower_ in ("for", "to") else ():
            found += belonging(scene, thing)
    for infinitive in children(word, "acl", "relcl", "xcomp"):
        found += belonging(scene, infinitive)
    return found


def belonging(scene: Scene, word: Token) -> list[End]:
    """The body that a verb of joining or a noun of membership is about."""
    lists = relation_words().lists
    lemma = word.lemma_.lower()
    if lemma in lists["joining"] and word.pos_ == "VERB":
        things = children(word, "dobj") + [
            each for prep in children(word, "prep") if prep.lower_ == "to" for each in children(prep, "pobj")
        ]
        return [end for thing in things for end in (sides(scene, thing) or belonging_noun(scene, thing))]
    if word.pos_ in ("VERB", "AUX") and lemma in SAME:
        return [end for thing in children(word, "attr") if lemma_in(thing, "members") for end in owners(scene, thing)]
    return belonging_noun(scene, word)


def belonging_noun(scene: Scene, thing: Token) -> list[End]:
    """The body of a noun of membership."""
    return owners(scene, thing) if lemma_in(thing, "belonging") else []


def lemma_in(word: Token, name: str) -> bool:
    """Is the word of that list?"""
    return word.lemma_.lower() in relation_words().lists[name]


def bearers(scene: Scene, head: Token, whose: list[End]) -> list[End]:
    """Who bears a noun: the name after it, what it explains, the subject of "is", those listed after "such as"."""
    plural = head.tag_ in ("NNS", "NNPS")
    found = after(scene, head, plural) or listed(scene, head, whose) or explained(scene, head, plural)
    return list({end.id: end for end in found}.values())


def after(scene: Scene, head: Token, plural: bool) -> list[End]:
    """The name right after the noun, or after a comma as its apposition."""
    tokens = scene.sentence.tokens
    if head.i + 1 >= tokens.end:
        return []
    following = tokens.doc[head.i + 1]
    apposed = [child for child in children(head, "appos") if child.i > head.i]
    if following.pos_ in ("PROPN", "DET") or (apposed and following.text == ","):
        start = following if following.pos_ == "PROPN" else apposed[0] if apposed else following
        for index in range(start.i, min(start.i + 5, tokens.end)):
            token = tokens.doc[index]
            if found := [end for end in ends_at(scene, token) if end.how in ("name", "alias", "metonym")]:
                if index > start.i and start.pos_ == "PROPN" and tokens.doc[index - 1].dep_ not in ("compound", "nmod", "prep"):
                    return []
                return sides(scene, end_of(scene, found[0])) if plural else found[:1]
            if token.pos_ not in ("PROPN", "DET", "NOUN", "ADJ"):
                break
    return []


def end_of(scene: Scene, end: End) -> Token:
    """The token of a name at which its coordination hangs."""
    tokens = scene.sentence.tokens_in(end.span)
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside), tokens[-1])


def listed(scene: Scene, head: Token, whose: list[End]) -> list[End]:
    """Those after "such as", "including" or "like", wherever the parse has hung them in the noun phrase."""
    tokens = scene.sentence.tokens
    last = max([head.i] + [end.token for end in whose])
    if last - head.i > NEAR * 2:
        return []
    words = [tokens.doc[index].lower_ for index in range(last + 1, min(last + 4, tokens.end))]
    words_on = words[1:] if words[:1] == [","] else words
    skip = 2 if words_on[:2] == ["such", "as"] else 1 if words_on[:1] in (["including"], ["like"]) else 0
    start = last + 1 + len(words) - len(words_on) + skip
    if not skip:
        return []
    for index in range(start, min(start + 4, tokens.end)):
        if found := sides(scene, tokens.doc[index]):
            return found
    return []


def explained(scene: Scene, head: Token, plural: bool) -> list[End]:
    """What the noun explains in apposition, or the subject that is said to be it."""
    above = head.head
    if head.dep_ == "attr" and above.lemma_ in SAME:
        return doers(scene, above) if stated(above) and not negated(above) else []
    if head.dep_ == "pobj" and above.lower_ == "as":
        return doers(scene, above.head) if above.head.pos_ == "VERB" else []
    if head.dep_ == "acomp" and above.lemma_ in SAME:
        return doers(scene, above) if stated(above) else []
    if head.dep_ == "conj" and any(child.lower_ == "other" for child in head.lefts):
        return listed_before(scene, head)
    found = renamed(scene, head)
    return found if plural or len(found) < 2 else found[-1:]


def listed_before(scene: Scene, head: Token) -> list[End]:
    """Those that "and other members" goes on from."""
    found: list[End] = []
    for _ in range(NEAR):
        if head.dep_ != "conj":
            break
        head = head.head
        found = ends_at(scene, head) + found
    return found


def status(scene: Scene, rule: RelationRule, word: Token) -> list[Relation]:
    """ "was granted candidate status by the EU", "gave Moldova candidate status"."""
    noun = word.head if word.dep_ == "compound" else word
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in relation_words().lists["giving"] or not stated(verb):
        return []
    given = [end for child in children(verb, "nsubjpass", "dative", "iobj") for end in sides(scene, child)]
    before = owners(scene, word)
    givers = [end for each in children(noun, "prep") if each.lower_ in ("by", "from") for end in of_object(scene, each)]
    bodies = [end for end in (*doers(scene, verb), *givers, *before) if end.kind == "organisation"]
    sources = given or [end for end in (*before, *doers(scene, verb)) if end.kind == "state"]
    return link(scene, rule, word, sources, bodies, both(scene.dates(verb, rule.dated), scene.dates(noun, rule.dated)))


def goal(scene: Scene, rule: RelationRule, word: Token) -> list[Relation]:
    """A word of wishing or applying that governs joining: "aspires to join", "its bid for membership", "NATO ambitions"."""
    if word.pos_ in ("VERB", "AUX"):
        return wished(scene, rule, word)
    if word.pos_ == "ADJ" and word.dep_ == "acomp":
        targets = [end for child in word.children for end in aims(scene, child)]
        return link(scene, rule, word, doers(scene, word.head), targets, Dates()) if not negated(word.head) else []
    if word.pos_ not in ("NOUN", "PROPN"):
        return []
    if word.dep_ == "dobj" and word.head.lemma_ in relation_words().lists["withdrawing"]:
        return []
    whose = owners(scene, word, ("of", "by")) + possessors(scene, word)
    targets = [end for child in word.children for end in aims(scene, child)]
    if not targets:
        targets = [end for end in whose if end.kind == "organisation" and end.how in ("name", "alias")]
    sources = [end for end in whose if end.id not in {target.id for target in targets}]
    if not sources and word.dep_ == "dobj" and stated(word.head):
        sources = doers(scene, word.head)
    return link(scene, rule, word, sources, targets, Dates())


def possessors(scene: Scene, word: Token) -> list[End]:
    """The possessive of a noun, however far before it."""
    return [end for child in children(word, "poss") for end in sides(scene, child)]


def wished(scene: Scene, rule: RelationRule, word: Token) -> list[Relation]:
    """A verb that governs joining."""
    likes = word.lemma_ == "like" and any(child.lower_ in ("would", "'d") for child in children(word, "aux"))
    if negated(word) or (tense(word) in ("modal", "future") and not likes) or (word.lemma_ == "like" and not likes):
        return []
    targets = [end for child in word.children for end in aims(scene, child)]
    if not targets:
        return []
    dates = scene.dates(word, rule.dated)
    for child in children(word, "xcomp", "advcl") if rule.dated else ():
        dates = both(dates, scene.dates(child, rule.dated))
    return link(scene, rule, word, doers(scene, word), targets, dates)


def aims(scene: Scene, child: Token) -> list[End]:
    """The body that what a word governs is about: an infinitive, "to" or "for" with a noun or a gerund, an object."""
    if child.dep_ in ("xcomp", "acl", "advcl", "ccomp", "relcl", "conj"):
        own = [each for each in children(child, "nsubj", "nsubjpass") if each.tag_ not in ("WDT", "WP")]
        infinitive = any(each.lower_ == "to" for each in children(child, "aux"))
        return [] if own or negated(child) or not infinitive else belonging(scene, child)
    if child.dep_ == "prep" and child.lower_ in ("to", "for", "of", "in", "at", "towards", "toward"):
        things = children(child, "pobj", "pcomp")
        return [end for thing in things for end in belonging(scene, thing)]
    if child.dep_ in ("dobj", "compound", "nmod"):
        return belonging_noun(scene, child)
    return []


def between(scene: Scene, rule: RelationRule, word: Token) -> list[Relation]:
    """A dispute: between two, one's with another, or had by one with another."""
    if word.pos_ not in ("NOUN", "PROPN") or any(child.lower_ in (*rule.never, "no") for child in word.children):
        return []
    prepositions = children(word, "prep")
    pair = [end for each in prepositions if each.lower_ in ("between", "among") for end in of_object(scene, each)]
    with_ = [end for each in prepositions if each.lower_ == "with" for end in of_object(scene, each)]
    before = [] if pair else owners(scene, word, ("of",))
    holders = before or holding(scene, word)
    dates = both(scene.dates(word, None), scene.dates(word.head.head if word.dep_ == "pobj" else word.head, None))
    if with_:
        return link(scene, rule, word, holders, with_, dates)
    pair = [end for end in pair or holders if end.kind == "state"]
    links = [link(scene, rule, word, [one], [other], dates) for one, other in combinations(pair[:3], 2)]
    return [each for made in links for each in made]


def of_object(scene: Scene, preposition: Token) -> list[End]:
    """The parties of a preposition's object."""
    return [end for thing in children(preposition, "pobj") for end in sides(scene, thing)]


def holding(scene: Scene, word: Token) -> list[End]:
    """Who has a dispute, is in one or is locked in one."""
    above = word.head
    if word.dep_ == "pobj" and above.lower_ in ("in", "into", "over"):
        above = above.head
        return doers_or_done(scene, above) if above.lemma_ in relation_words().lists["being in"] else []
    if word.dep_ == "dobj" and above.lemma_ in relation_words().lists["having"] and stated(above):
        return doers(scene, above)
    return []


def doers_or_done(scene: Scene, verb: Token) -> list[End]:
    """The subject of a verb, of a passive or a participle too ("are locked in")."""
    passive = [end for each in children(verb, "nsubjpass") for end in sides(scene, each)]
    if passive or verb.dep_ in ("acl", "amod"):
        return passive or sides(scene, verb.head)
    return doers(scene, verb)
