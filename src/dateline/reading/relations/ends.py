"""Who stands at the ends of a relation, and when it began or ended: questions asked of one sentence."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Token

from dateline.knowledge.relations import relation_words
from dateline.model.document import Field
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.party import How, PartyKind
from dateline.model.when import TimeExpression, When
from dateline.reading.desk import Cast, Findings, Sentence, Story, children, negated, subjects, tense

__all__ = [
    "Dates",
    "End",
    "Scene",
    "backed_words",
    "both",
    "doers",
    "ends_at",
    "fits",
    "owners",
    "plain",
    "renamed",
    "scenes",
    "sides",
    "stated",
    "undergoers",
]

LONGEST_LIST = 30
"""Members of a coordination that are followed."""

ABOUT = ("of", "for", "to", "in", "with")
"""Prepositions that bring in whose member, ally or ambition it is."""

RELATIVE = ("which", "who", "that")


@dataclass(frozen=True)
class End:
    """One end of a relation: a party (or the words for what is none), the words, why, and where they begin."""

    id: str
    kind: PartyKind | None
    side: str | None
    how: How
    span: Span
    evidence: Evidence
    token: int


@dataclass(frozen=True)
class Dates:
    """When a relation began and ended, as the words say."""

    from_: Sourced[When] | None = None
    until: Sourced[When] | None = None


@dataclass(frozen=True, eq=False)
class Scene:
    """A sentence with its dates and with what was found in its story; `places` are names by where they end."""

    sentence: Sentence
    cast: Cast
    findings: Findings
    dated: tuple[TimeExpression, ...] = ()
    places: dict[tuple[Field, int], str] = field(default_factory=dict)

    @cached_property
    def times(self) -> tuple[tuple[TimeExpression, str, Token], ...]:
        """The dates of the sentence, each with its preposition and the word that it hangs on."""
        return tuple(hung(self.sentence, time) for time in self.dated)

    def dates(self, word: Token, dated: str | None) -> Dates:
        """The dates that hang on a word, as far as they say when it began or ended; `dated` is what "in" and "on" say."""
        found: dict[str, Sourced[When]] = {}
        for time, preposition, governor in self.times:
            field = bound(preposition, dated)
            near = reaches(governor, word) if preposition else governor.i in (word.i, word.head.i)
            if field and time.earliest and time.latest and near:
                when = When(time.earliest, time.latest, None if time.earliest == time.latest else "within")
                found.setdefault(field, Sourced(when, (Evidence(time.span, f"a date {preposition or 'beside'} the words"),)))
        return Dates(found.get("from"), found.get("until"))


def scenes(story: Story, cast: Cast, findings: Findings) -> tuple[Scene, ...]:
    """The sentences of a story as scenes, each with its own dates."""
    ordered = sorted(story.sentences, key=lambda sentence: (sentence.field, sentence.start))
    starts = [(sentence.field, sentence.start) for sentence in ordered]
    dated: dict[int, list[TimeExpression]] = {}
    for time in filter(is_date, findings.times):
        place = bisect_right(starts, (time.span.field, time.span.start)) - 1
        if place >= 0 and time.span in ordered[place]:
            dated.setdefault(ordered[place].number, []).append(time)
    places = {(mention.field, mention.end): place.name for place in findings.places for mention in place.mentions}
    return tuple(Scene(each, cast, findings, tuple(dated.get(each.number, ())), places) for each in story.sentences)


def is_date(time: TimeExpression) -> bool:
    """Does it name days?"""
    return time.type in ("DATE", "TIME") and time.earliest is not None and time.latest is not None


def hung(sentence: Sentence, time: TimeExpression) -> tuple[TimeExpression, str, Token]:
    """A date, its preposition, the word it hangs on."""
    tokens = sentence.tokens_in(time.span)
    inside = {token.i for token in tokens}
    head = next((token for token in tokens if token.head.i not in inside), tokens[0])
    before = tokens[0].nbor(-1) if tokens[0].i > sentence.tokens.start else None
    if tokens[0].pos_ == "ADP" or tokens[0].lower_ == "since":
        return time, tokens[0].lower_, tokens[0].head
    if before is not None and before.dep_ in ("prep", "mark") and head.head.i == before.i:
        return time, before.lower_, before.head
    if head.head.pos_ == "ADP":
        return time, head.head.lower_, head.head.head
    return time, before.lower_ if before is not None and before.pos_ == "ADP" else "", head.head


def bound(preposition: str, dated: str | None) -> str | None:
    """Which end of a relation a date tells."""
    if preposition in ("since", "from"):
        return "from"
    if preposition in ("until", "till", "to", "through"):
        return "until"
    return dated if preposition in ("in", "on", "", "last", "during") else None


def reaches(governor: Token, word: Token) -> bool:
    """Does what a date hangs on belong to the word: the word itself, its object, or the verb that it completes?"""
    if governor.i == word.i or (word.dep_ in ("attr", "dobj", "prep", "appos") and governor.i == word.head.i):
        return True
    for _ in range(3):
        if governor.dep_ not in ("dobj", "pobj", "prep", "attr", "oprd", "appos", "compound", "prt"):
            return False
        governor = governor.head
        if governor.i == word.i:
            return governor.pos_ in ("VERB", "AUX") or word.dep_ in ("appos", "attr")
    return False


def both(first: Dates, second: Dates) -> Dates:
    """The dates of either."""
    return Dates(first.from_ or second.from_, first.until or second.until)


def ends_at(scene: Scene, token: Token) -> list[End]:
    """The parties a noun phrase stands for; a relative pronoun stands for what is before it."""
    if token.tag_ in ("WDT", "WP") or (token.lower_ == "that" and token.dep_ in ("nsubj", "nsubjpass")):
        return antecedents(scene, token)
    actors = scene.cast.actors(scene.sentence, token, coordinated=False)
    return [
        End(actor.party.id, actor.party.kind, actor.party.of, actor.how, actor.span, actor.evidence, token.i)
        for actor in actors
    ]


def chain(token: Token) -> Iterator[Token]:
    """The token and what is coordinated with it further on, a bounded number of them."""
    for _ in range(LONGEST_LIST):
        yield token
        following = [child for child in children(token, "conj", "appos") if child.dep_ == "conj"]
        if not following:
            return
        yield from following[1:LONGEST_LIST]
        token = following[0]


def sides(scene: Scene, token: Token) -> list[End]:
    """The parties of a noun phrase and of those coordinated with it, each once."""
    found: dict[str, End] = {}
    for each in chain(token):
        for end in ends_at(scene, each):
            found.setdefault(end.id, end)
    return list(found.values())


def antecedents(scene: Scene, pronoun: Token) -> list[End]:
    """Whom a relative pronoun stands for: the party right before it, else that of the noun its clause hangs on.

    Where the verb is plural, or its form does not tell, those coordinated with the party count too.
    """
    verb = pronoun.head if pronoun.head.pos_ in ("VERB", "AUX") else pronoun.head.head
    index = pronoun.i - 1
    while index > scene.sentence.tokens.start and scene.sentence.tokens.doc[index].pos_ in ("PUNCT", "ADP"):
        index -= 1
    last = scene.sentence.tokens.doc[index] if index >= scene.sentence.tokens.start else pronoun
    found = ends_at(scene, last) if last.i != pronoun.i else []
    if not found:
        return [end for each in chain(verb.head) for end in ends_at(scene, each)] if verb.dep_ == "relcl" else []
    for _ in range(LONGEST_LIST):
        if is_singular(verb) or found[-1].token < scene.sentence.tokens.start:
            break
        top = last.head if last.dep_ == "conj" else None
        more = ends_at(scene, top) if top is not None else []
        if top is None or not more or top.i == last.i:
            break
        found, last = more + found, top
    return list({end.id: end for end in found}.values())


def is_singular(verb: Token) -> bool:
    """Does the verb, or its auxiliary, agree with one only?"""
    forms = [verb, *children(verb, "aux", "auxpass")]
    return any(form.tag_ == "VBZ" or form.lower_ == "was" for form in forms)


def shallow(token: Token) -> bool:
    """Is the token near enough to the top of its sentence that walking up is cheap?"""
    for _ in range(60):
        if token.head.i == token.i:
            return True
        token = token.head
    return False


def doers(scene: Scene, verb: Token) -> list[End]:
    """Whoever does what the verb says."""
    above = verb
    for _ in range(6):
        own = children(above, "nsubj", "nsubjpass")
        passive = above is verb and children(verb, "auxpass")
        if own and own[0].tag_ in ("WDT", "WP") and not passive and (above is verb or not children(above, "dobj")):
            return antecedents(scene, own[0])
        if own or above.dep_ not in ("xcomp", "conj"):
            break
        above = above.head
    if not shallow(verb):
        return []
    if bare_participle(verb) and children(verb, "nsubj"):
        return [end for agent in children(verb, "agent") for noun in children(agent, "pobj") for end in sides(scene, noun)]
    return list({end.id: end for token in subjects(verb)[:LONGEST_LIST] for end in ends_at(scene, token)}.values())


def undergoer_tokens(verb: Token) -> list[Token]:
    """The nouns it is done to: objects, the subject of a passive, the noun that a participle follows."""
    if objects := children(verb, "dobj", "nsubjpass"):
        return objects
    if bare_participle(verb) and (subject := children(verb, "nsubj")):
        return subject
    if verb.dep_ in ("acl", "amod") and verb.tag_ in ("VBN", "VBD"):
        return [verb.head]
    if verb.dep_ in ("conj", "xcomp") and children(verb.head, "nsubjpass") and verb.tag_ == "VBN":
        return children(verb.head, "nsubjpass")
    return []


def bare_participle(verb: Token) -> bool:
    """Is it a participle of the passive that the parse has taken for the main verb ("OPEC, set up in 1960, meets")?"""
    return verb.tag_ == "VBN" and verb.i > 0 and verb.nbor(-1).text in (",", "(") and not children(verb, "aux", "auxpass")


def undergoers(scene: Scene, verb: Token) -> list[End]:
    """The parties it is done to."""
    return [end for token in undergoer_tokens(verb) for end in sides(scene, token)]


def stated(verb: Token) -> bool:
    """Is what the verb says a fact, not denied, wished, possible, to come or conditional?"""
    for token in (verb, verb.head):
        if token.pos_ not in ("VERB", "AUX") or (token is not verb and verb.dep_ not in ("xcomp", "conj", "ccomp", "advcl")):
            continue
        marks = {mark.lower_ for mark in children(token, "mark", "advmod")}
        shared = token is verb or verb.dep_ in ("xcomp", "ccomp") or (verb.dep_ == "conj" and verb.tag_ in ("VB", "VBN", "VBG"))
        if marks & {"if", "unless", "whether", "never", "ever"} or (shared and negated(token)):
            return False
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and verb.tag_ == "VB":
        return False
    above = tense(verb.head) if verb.dep_ == "xcomp" and verb.head.pos_ in ("VERB", "AUX") else "past"
    if verb.dep_ == "pcomp" or above in ("infinitive", "modal", "future"):
        return False
    return tense(verb) in ("past", "present", "progressive") or verb.tag_ in ("VBN", "VBG", "VBD")


def owners(scene: Scene, noun: Token, prepositions: tuple[str, ...] = ABOUT) -> list[End]:
    """Whose a noun is: a possessive, a name before it in its phrase, or what follows "of" and its like."""
    left: list[End] = []
    index = noun.i - 1
    for _ in range(6):
        if index < scene.sentence.tokens.start:
            break
        token = scene.sentence.tokens.doc[index]
        if found := ends_at(scene, token):
            return [] if is_denied(scene, found[0]) else coordinated_before(scene, token, found)
        if token.pos_ not in ("ADJ", "NOUN", "ADV", "PART", "PROPN", "NUM") and token.text != "-" and token.tag_ != "VBG":
            break
        index -= 1
    for preposition in children(noun, "prep"):
        if preposition.lower_ in prepositions:
            left += [end for objects in children(preposition, "pobj") for end in sides(scene, objects)]
    return list({end.id: end for end in left}.values())


def coordinated_before(scene: Scene, token: Token, found: list[End]) -> list[End]:
    """A party before a noun with what "and" or a hyphen joins to it ("India-China dispute", "U.S. and British allies")."""
    doc, index = scene.sentence.tokens.doc, found[0].span.start
    before = [
        each for each in doc[max(scene.sentence.tokens.start, token.i - 6) : token.i] if scene.sentence.place(each) < index
    ]
    if len(before) >= 2 and before[-1].lower_ in ("and", "-", "–") and (more := ends_at(scene, before[-2])):
        return list({end.id: end for end in (*more, *found)}.values())
    return found


def is_denied(scene: Scene, end: End) -> bool:
    """Does "non-" stand before the party?"""
    field = scene.sentence.document.text.field(end.span.field)
    return field[max(0, end.span.start - 4) : end.span.start].lower().endswith(("non-", "non "))


def plain(scene: Scene, token: Token) -> End | None:
    """The words of a noun phrase that is no party: those who are backed ("separatist rebels"), in lower case but for names."""
    first = token.i
    tokens = scene.sentence.tokens
    while first > tokens.start and first > token.i - 5:
        before = tokens.doc[first - 1]
        if before.pos_ not in ("ADJ", "NOUN", "PROPN") or before.head.i < first - 1 or before.dep_ not in LEFT_PARTS:
            break
        first -= 1
    start = tokens.doc[first]
    if start.is_punct or not start.text[:1].isalnum():
        return None
    span = scene.sentence.span(start, token)
    words = " ".join(each.text if named(each) else each.lower_ for each in tokens.doc[first : token.i + 1])
    return End(words, None, None, "description", span, Evidence(span, "the words for those who are no known party"), token.i)


def named(token: Token) -> bool:
    """Is the word a name, not one in capitals because the sentence begins?"""
    return (token.pos_ == "PROPN" or bool(token.ent_type_)) and not {
        token.lower_,
        token.lower_.removesuffix("s"),
    } & backed_words()


LEFT_PARTS = ("amod", "compound", "nmod")


def fits(ends: Iterable[End], kinds: tuple[PartyKind, ...]) -> list[End]:
    """Those of the kinds that an end of the relation can be."""
    return [end for end in ends if end.kind is None or end.kind in kinds]


def backed_words() -> frozenset[str]:
    """Nouns for those who can be backed without being a known party."""
    return relation_words().lists["backed"]


def renamed(scene: Scene, noun: Token) -> list[End]:
    """Whom a noun phrase explains: "the council, a format", "Turkey, a NATO member"."""
    if noun.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return []
    if noun.dep_ == "appos" and (found := [end for end in sides(scene, noun.head) if end.token < noun.i]):
        return found
    index = noun.left_edge.i - 1
    if (
        index <= scene.sentence.tokens.start
        or scene.sentence.tokens.doc[index].text not in (",", "—", "–")
        or noun.dep_ != "appos"
    ):
        return []
    return ends_at(scene, scene.sentence.tokens.doc[index - 1])
