"""Relations stated by nouns: members, candidates and allies and those who bear the word, ambitions, disputes between sides."""

from itertools import combinations

from dateline.knowledge.relations import RelationRule, relation_words, words_for
from dateline.model.relation import Relation, RelationKind
from dateline.reading.desk import End, Scene, Word, is_infinitive, is_negated, recipients, tense
from dateline.reading.relations.dates import Dates, both, dates_at, over
from dateline.reading.relations.ends import doers, ends_at, once, opening, owners, renamed, sides, word_at, words_between
from dateline.reading.relations.facts import stated
from dateline.reading.relations.links import link

__all__ = ["between", "goal", "noun", "status"]

NEAR = 6


def noun(scene: Scene, rule: RelationRule, word: Word) -> list[Relation]:
    """A noun of belonging, whose it is and who bears it ("NATO member Turkey", "its ally Belarus")."""
    if word.pos not in ("NOUN", "PROPN", "ADJ"):
        return []
    kind, ended = doubted(scene, rule, word)
    head = polity(word)
    if kind is None:
        return []
    whose = owners(scene, word) or (owners(scene, head) if head is not word else []) or through(scene, word)
    bearing = bearers(scene, head, whose)
    if not whose and rule.kind == "ally" and len(bearing) == 2:
        whose, bearing = bearing[:1], bearing[1:]
    whose = [end for end in whose if end.how != "office"]
    dates = both(dates_at(scene, word, rule.dated), dates_at(scene, head, rule.dated))
    if ended and not dates.until:
        dates = Dates(dates.from_, over(scene, word))
    return link(scene, rule, word, bearing, whose, dates, kind)


def doubted(scene: Scene, rule: RelationRule, word: Word) -> tuple[RelationKind | None, bool]:
    """What the words before the noun make of the relation, and whether it is over."""
    kind: RelationKind | None = rule.kind
    ended = False
    for each in words_between(scene, word.i - NEAR, word.i):
        if each.head not in (word, word.head) and each.i < word.i - 2:
            continue
        if each.lower in rule.never:
            return None, False
        if (doubt := relation_words().doubts.get(each.lower)) is not None:
            ended = ended or doubt.over
            if not doubt.over:
                kind = doubt.kind if rule.kind == "member" else None
    return kind, ended


def polity(word: Word) -> Word:
    """The noun that really heads "member state", "candidate country"."""
    head = word.head
    return head if word.dep in ("compound", "amod") and head.lemma in words_for("polities") else word


def through(scene: Scene, word: Word) -> list[End]:
    """The body that a candidate is for: "candidate for EU membership", "candidate to join the bloc"."""
    found: list[End] = []
    for preposition in word.children("prep"):
        for thing in preposition.children("pobj") if preposition.lower == "for" else ():
            found += belonging(scene, thing)
    for infinitive in word.children("acl", "relcl", "xcomp"):
        found += belonging(scene, infinitive)
    return found


def belonging(scene: Scene, word: Word) -> list[End]:
    """The body that a verb of joining or a noun of membership is about."""
    if word.lemma in words_for("joining") and word.pos == "VERB":
        things = word.children("dobj") + [
            each for prep in word.children("prep") if prep.lower == "to" for each in prep.children("pobj")
        ]
        return [end for thing in things for end in (sides(scene, thing) or belonging_noun(scene, thing))]
    if word.is_verb and word.lemma in words_for("same"):
        return [end for thing in word.children("attr") if thing.lemma in words_for("members") for end in owners(scene, thing)]
    return belonging_noun(scene, word)


def belonging_noun(scene: Scene, thing: Word) -> list[End]:
    """The body of a noun of membership."""
    return owners(scene, thing) if thing.lemma in words_for("belonging") else []


def bearers(scene: Scene, head: Word, whose: list[End]) -> list[End]:
    """Who bears a noun: the name after it, what it explains, the subject of "is", those listed after "such as"."""
    plural = head.tag in ("NNS", "NNPS")
    found = after(scene, head, plural) or listed(scene, head, whose) or explained(scene, head, plural)
    return once(found)


def after(scene: Scene, head: Word, plural: bool) -> list[End]:
    """The name right after the noun, or after a comma as its apposition."""
    following = word_at(scene, head.i + 1)
    apposed = next((child for child in head.children("appos") if child.i > head.i), None)
    if following is None or not (following.pos in ("PROPN", "DET") or (apposed is not None and following.text == ",")):
        return []
    start = following if following.pos == "PROPN" or apposed is None else apposed
    before = None
    for word in words_between(scene, start.i, start.i + 5):
        if found := [end for end in ends_at(scene, word) if end.how in ("name", "alias", "metonym")]:
            if before is not None and start.pos == "PROPN" and before.dep not in ("compound", "nmod", "prep"):
                return []
            return sides(scene, top_of(scene, found[0])) if plural else found[:1]
        if word.pos not in ("PROPN", "DET", "NOUN", "ADJ"):
            break
        before = word
    return []


def top_of(scene: Scene, end: End) -> Word:
    """The word of a name at which its coordination hangs."""
    words = scene.sentence.words_in(end.span)
    return next((word for word in words if word.head not in words), words[-1])


def listed(scene: Scene, head: Word, whose: list[End]) -> list[End]:
    """Those after "such as", "including" or "like", wherever the parse has hung them in the noun phrase."""
    last = max([head.i] + [end.word.i for end in whose if end.word is not None])
    if last - head.i > NEAR * 2:
        return []
    behind = words_between(scene, last + 1, last + 8)
    behind = behind[1:] if behind and behind[0].text == "," else behind
    skip = opening(behind, words_for("as examples"))
    return next((found for word in behind[skip : skip + 4] if skip and (found := sides(scene, word))), [])


def explained(scene: Scene, head: Word, plural: bool) -> list[End]:
    """What the noun explains in apposition, or the subject that is said to be it."""
    above = head.head
    if head.dep == "attr" and above.lemma in words_for("same"):
        return doers(scene, above) if stated(above) else []
    if head.dep == "pobj" and above.lower == "as":
        if above.head.pos != "VERB":
            return aside(scene, above)
        return doers(scene, above.head) if not above.head.any("dobj") and stated(above.head) else []
    if head.dep == "conj" and any(child.lower == "other" and child.i < head.i for child in head.below):
        return listed_before(scene, head)
    found = renamed(scene, head)
    return found if plural or len(found) < 2 else found[-1:]


def aside(scene: Scene, as_: Word) -> list[End]:
    """Whom "as" between commas tells of ("Malta, as a member of the EU, objected")."""
    comma = word_at(scene, as_.i - 1)
    return ends_at(scene, as_.head) if comma is not None and comma.text == "," else []


def listed_before(scene: Scene, head: Word) -> list[End]:
    """Those that "and other members" goes on from."""
    found: list[End] = []
    for _ in range(NEAR):
        if head.dep != "conj":
            break
        head = head.head
        found = ends_at(scene, head) + found
    return found


def status(scene: Scene, rule: RelationRule, word: Word) -> list[Relation]:
    """ "was granted candidate status by the EU", "gave Moldova candidate status"."""
    noun = word.head if word.dep == "compound" else word
    verb = noun.head
    if noun.dep != "dobj" or verb.lemma not in words_for("giving") or not stated(verb):
        return []
    given = once(end for each in (*verb.children("nsubjpass"), *recipients(verb)) for end in sides(scene, each))
    before = owners(scene, word)
    givers = [end for each in noun.children("prep") if each.lower in ("by", "from") for end in of_object(scene, each)]
    bodies = [end for end in (*doers(scene, verb), *givers, *before) if end.kind == "organisation"]
    sources = given or [end for end in (*before, *doers(scene, verb)) if end.kind == "state"]
    return link(scene, rule, word, sources, bodies, both(dates_at(scene, verb, rule.dated), dates_at(scene, noun, rule.dated)))


def goal(scene: Scene, rule: RelationRule, word: Word) -> list[Relation]:
    """A word of wishing or applying that governs joining: "aspires to join", "its bid for membership", "NATO ambitions"."""
    if word.is_verb:
        return wished(scene, rule, word)
    if word.pos == "ADJ" and word.dep == "acomp":
        targets = [end for child in word.below for end in aims(scene, child)]
        return link(scene, rule, word, doers(scene, word.head), targets, Dates()) if not is_negated(word.head) else []
    if word.pos not in ("NOUN", "PROPN"):
        return []
    if word.dep == "dobj" and word.head.lemma in words_for("withdrawing"):
        return []
    whose = owners(scene, word, ("of", "by")) + possessors(scene, word)
    targets = [end for child in word.below for end in aims(scene, child)]
    if not targets:
        targets = [end for end in whose if end.kind == "organisation" and end.how in ("name", "alias")]
    if not whose and word.dep == "dobj" and stated(word.head):
        whose = doers(scene, word.head)
    return link(scene, rule, word, whose, targets, Dates())


def possessors(scene: Scene, word: Word) -> list[End]:
    """The possessive of a noun, however far before it."""
    return [end for child in word.children("poss") for end in sides(scene, child)]


def wished(scene: Scene, rule: RelationRule, word: Word) -> list[Relation]:
    """A verb that governs joining."""
    likes = word.lemma == "like" and any(child.lower in ("would", "'d") for child in word.children("aux"))
    if is_negated(word) or (tense(word) in ("modal", "future") and not likes) or (word.lemma == "like" and not likes):
        return []
    targets = [end for child in word.below for end in aims(scene, child)]
    if not targets:
        return []
    dates = dates_at(scene, word, rule.dated)
    for child in word.children("xcomp", "advcl") if rule.dated else ():
        dates = both(dates, dates_at(scene, child, rule.dated))
    return link(scene, rule, word, doers(scene, word), targets, dates)


def aims(scene: Scene, child: Word) -> list[End]:
    """The body that what a word governs is about: an infinitive, "to" or "for" with a noun or a gerund, an object."""
    if child.dep in ("xcomp", "acl", "advcl", "ccomp", "relcl", "conj"):
        own = [each for each in child.children("nsubj", "nsubjpass") if each.tag not in ("WDT", "WP")]
        return [] if own or is_negated(child) or not is_infinitive(child) else belonging(scene, child)
    if child.dep == "prep" and child.lower in ("to", "for", "of", "in", "at", "towards", "toward"):
        things = child.children("pobj", "pcomp")
        return [end for thing in things for end in belonging(scene, thing)]
    if child.dep in ("dobj", "compound", "nmod"):
        return belonging_noun(scene, child)
    return []


def between(scene: Scene, rule: RelationRule, word: Word) -> list[Relation]:
    """A dispute: between two, one's with another, or had by one with another."""
    if word.pos not in ("NOUN", "PROPN") or any(child.lower in (*rule.never, "no") for child in word.below):
        return []
    prepositions = word.children("prep")
    pair = [end for each in prepositions if each.lower in ("between", "among") for end in of_object(scene, each)]
    with_ = [end for each in prepositions if each.lower == "with" for end in of_object(scene, each)]
    before = [] if pair else owners(scene, word, ("of",))
    holders = before or holding(scene, word)
    dates = both(dates_at(scene, word, None), dates_at(scene, word.head.head if word.dep == "pobj" else word.head, None))
    if with_:
        return link(scene, rule, word, holders, with_, dates)
    pair = [end for end in pair or holders if end.kind == "state"]
    links = [link(scene, rule, word, [one], [other], dates) for one, other in combinations(pair[:3], 2)]
    return [each for made in links for each in made]


def of_object(scene: Scene, preposition: Word) -> list[End]:
    """The parties of a preposition's object."""
    return [end for thing in preposition.children("pobj") for end in sides(scene, thing)]


def holding(scene: Scene, word: Word) -> list[End]:
    """Who has a dispute, is in one or is locked in one."""
    above = word.head
    if word.dep == "pobj" and above.lower in ("in", "into"):
        above = above.head
        return doers_or_done(scene, above) if above.lemma in words_for("being in") else []
    if word.dep == "dobj" and above.lemma in words_for("having") and stated(above):
        return doers(scene, above)
    return []


def doers_or_done(scene: Scene, verb: Word) -> list[End]:
    """The subject of a verb, of a passive or a participle too ("are locked in")."""
    passive = [end for each in verb.children("nsubjpass") for end in sides(scene, each)]
    if passive or verb.dep in ("acl", "amod"):
        return passive or sides(scene, verb.head)
    return doers(scene, verb)
