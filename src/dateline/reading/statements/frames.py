"""Frames: a word that reports, in the grammar it stands in, gives content, speaker and hearer.

Each frame is a function from grammar and cue word to a `Hold` (where content stands), or None. `match` asks them in the
order of how much they demand, so that "urged Oslo to talk" is not read as "urged Oslo".
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.knowledge.statements import Cue, Part, cues_by_word, words
from dateline.reading.statements.clauses import PLAIN_OBJECTS, clause
from dateline.reading.statements.extents import Hold, comma_between, has_to, held, infinitive_of, with_rest, with_terms
from dateline.reading.statements.grammar import Grammar, lemma_of
from dateline.reading.statements.makers import MAKING, adjective_subject, giver_of, who_of

__all__ = ["Match", "match", "matches_in"]

REFLEXIVE = "<party> distances itself from <thing>"
OPENERS = ("that", ",", ":", "—", "–", "-")


@dataclass(frozen=True, eq=False)
class Match:
    """A cue in its frame. `first` and `last` are the words of the cue, `subject` the head word of the speaker."""

    rule: Cue
    cue: Token
    first: Token
    last: Token
    hold: Hold
    subject: Token | None
    frame: str
    negated: bool = False


Finder = Callable[[Grammar, Token, Cue], Hold | None]


def matches_in(grammar: Grammar) -> Iterator[Match]:
    """The cues of a sentence in text order, each in the first frame that fits."""
    for token in grammar.sentence.tokens:
        found = match(grammar, token)
        if found is not None:
            yield found


def match(grammar: Grammar, token: Token) -> Match | None:
    """The cue at this word, if it is one."""
    part: Part | None = PARTS.get(token.pos_)
    if token.pos_ == "VERB" and token.tag_ == "VBN" and token.dep_ == "acomp":
        part = "adjective"
    elif token.tag_ == "VBZ" and token.dep_ in (*PLAIN_OBJECTS, "pobj"):
        part = "noun"
    if part is None:
        return None
    rules = rules_of(grammar, token, part)
    if not rules and part == "verb" and token.tag_ in ("VBN", "VBG"):
        part, rules = "adjective", rules_of(grammar, token, "adjective")
    if not rules:
        return None
    for name, wanted, finder in FRAMES[part]:
        for rule in rules:
            if not wanted(rule):
                continue
            hold = finder(grammar, token, rule)
            found = finish(grammar, token, rule, hold, name, part) if hold is not None else None
            if found is not None:
                return found
    return None


PARTS: dict[str, Part] = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}


def rules_of(grammar: Grammar, token: Token, part: Part) -> tuple[Cue, ...]:
    """The rules for a word; one with a particle is another word ("rule out" is not "rule")."""
    table = cues_by_word()
    lemma = lemma_of(token, lambda word: (part, word) in table)
    if part == "verb":
        for child in grammar.children(token, "prt", "advmod", "acomp", "oprd", "ccomp"):
            rules = table.get((part, f"{lemma} {child.lower_}"))
            if rules and 0 < child.i - token.i <= 3:
                return rules
        for child in grammar.children(token, *PLAIN_OBJECTS):
            rules = table.get((part, f"{lemma} {child.lemma_.lower()}"))
            if rules and 0 < child.i - token.i <= 4:
                return rules
        if lemma == "make" and token.i + 2 < len(token.doc) and token.nbor(1).lower_ in ("it", "clear", "plain"):
            following = " ".join(token.nbor(step).lower_ for step in (1, 2))
            for known in ("it clear", "clear", "plain"):
                if following.startswith(known):
                    return table.get((part, f"make {known}"), ())
        if grammar.children(token, "prt") and lemma not in words("keep their sense with a particle"):
            return ()
    return table.get((part, lemma if part != "adjective" else token.lower_), ()) or table.get((part, lemma), ())


def finish(grammar: Grammar, token: Token, rule: Cue, hold: Hold, frame: str, part: Part) -> Match | None:
    """The match with its speaker and the words of the cue."""
    if part == "verb" and (unreal(grammar, token) or (rule.nobody and not grammar.is_passive(token))):
        return None
    if part == "verb":
        subject, negated = grammar.subject(token), grammar.is_negated(token)
        first, last = grammar.cue_words(token)
        if subject is not None and subject.i in range(hold.first.i, hold.last.i + 1):
            return None
        if (
            rule.objects
            and frame != "object about"
            and hold.head.lemma_.lower() not in rule.objects
            and hold.head.ent_type_ != "PERSON"
        ):
            return None
        if rule.subjects and (subject is None or subject.lemma_.lower() not in rule.subjects):
            return None
        return Match(rule, token, first, last, hold, subject, frame, negated)
    if part == "adjective":
        carrier = grammar.head(token)
        subject = adjective_subject(grammar, token)
        negated = carrier.pos_ in ("AUX", "VERB") and token.dep_ in ("acomp", "oprd") and grammar.is_negated(carrier)
        first = carrier if token.dep_ == "acomp" and 0 < token.i - carrier.i <= 3 else token
        return Match(rule, token, first, token, hold, subject, frame, negated or grammar.is_negated(token))
    maker, negated = who_of(grammar, token, frame)
    if maker is None:
        return None
    carrier = grammar.head(token)
    first = carrier if carrier.pos_ == "VERB" and carrier.lemma_ in words(MAKING) and 0 < token.i - carrier.i <= 4 else token
    return Match(rule, token, first, token, hold, maker, frame, negated)


def unreal(grammar: Grammar, verb: Token) -> bool:
    """Is the act only expected, refused or missed ("is expected to announce", "failed to condemn")?"""
    above = grammar.head(verb)
    if verb.dep_ != "xcomp" or verb.tag_ != "VB":
        return False
    return above.lower_ in words("unreal") or (above.lemma_.lower() in words("unreal") and above.pos_ in ("VERB", "ADJ"))


# ---- the frames --------------------------------------------------------------------------------------------------------


def object_infinitive(grammar: Grammar, cue: Token, rule: Cue) -> Hold | None:
    """Urged Oslo to talk; was urged to talk."""
    verb = infinitive_of(grammar, cue)
    if verb is None and "wants" in rule.name:
        found = grammar.children(cue, "ccomp")
        verb = next((item for item in found if item.tag_ == "VBG" and grammar.children(item, "nsubj")), None)
    if verb is None:
        return None
    own = [child for child in grammar.children(verb, "nsubj", "nsubjpass") if child.i > cue.i]
    objects = own or [child for child in grammar.children(cue, *PLAIN_OBJECTS, "dative") if child.i < verb.i]
    if grammar.is_passive(cue):
        objects = grammar.children(cue, "nsubjpass")
    if not objects:
        return None
    if rule.target != "object" or (own and rule.kind != "demand"):
        hold = held(grammar, verb, tuple(objects))
        return hold if grammar.is_passive(cue) else Hold(grammar.subtree(objects[0])[0], hold.last, verb, tuple(objects))
    opening = next((child for child in grammar.children(verb, "aux") if child.tag_ == "TO"), verb)
    negation = next((child for child in grammar.children(verb, "neg") if child.i == opening.i - 1), opening)
    return held(grammar, verb, tuple(objects), negation)


def addressed(grammar: Grammar, cue: Token, rule: Cue) -> Hold | None:
    """Called on Oslo to talk."""
    for preposition in grammar.children(cue, "prep", "prt", "advmod"):
        if preposition.lower_ not in rule.addressed or preposition.i < cue.i:
            continue
        for noun in grammar.children(preposition, "pobj"):
            verb = infinitive_of(grammar, cue) or infinitive_of(grammar, noun) or infinitive_of(grammar, preposition)
            verb = verb or next((item for item in grammar.children(noun, "acl", "relcl") if has_to(grammar, item)), None)
            if verb is not None:
                opening = next((child for child in grammar.children(verb, "aux") if child.tag_ == "TO"), verb)
                return held(grammar, verb, (noun,), opening)
    return None


def object_about(grammar: Grammar, cue: Token, rule: Cue) -> Hold | None:
    """Accused Oslo of lying; criticised Oslo for the delay."""
    objects = tuple(child for child in grammar.children(cue, *PLAIN_OBJECTS) if child.i > cue.i)
    if grammar.is_passive(cue):
        objects = tuple(grammar.children(cue, "nsubjpass")) or ((grammar.head(cue),) if cue.dep_ == "acl" else ())
    if not objects or (rule.kind is None and clause(grammar, cue, rule) is not None):
        return None
    reflexive = any(child.lower_.endswith(("self", "selves")) for child in objects)
    if reflexive != (rule.name == REFLEXIVE):
        return None
    loose = rule.target != "object" if rule.kind is None else rule.object_about[0] in ("of", "with", "for")
    carriers = (cue, *objects) if loose else (cue,)
    for carrier in carriers:
        for preposition in grammar.children(carrier, "prep"):
            if preposition.lower_ in rule.object_about and preposition.i > cue.i:
                for noun in grammar.children(preposition, "pobj", "pcomp"):
                    if noun.ent_type_ in ("DATE", "TIME"):
                        continue
                    whole = (
                        rule.object_about[0] == "for" or (rule.kind is None and rule.target != "object")
                    ) and not grammar.is_passive(cue)
                    if (preposition.lower_ in ("as", "on") and rule.kind == "accuse") or rule.kind == "threaten":
                        whole = True
                    hold = held(grammar, noun, objects)
                    if whole:
                        left = min(grammar.subtree(objects[0]), key=lambda each: each.i)
                        return with_terms(grammar, cue, Hold(left, hold.last, noun, objects))
                    return hold
    return None


def object_as(grammar: Grammar, cue: Token, rule: Cue) -> Hold | None:
    """Sees Oslo as a partner; dismissed the offer as empty."""
    objects = tuple(child for child in grammar.children(cue, *PLAIN_OBJECTS) if child.i > cue.i)
    if not objects and cue.lemma_ == "refer":
        objects = tuple(
            noun for item in grammar.children(cue, "prep") if item.lower_ == "to" for noun in grammar.children(item, "pobj")
        )
    passive = grammar.is_passive(cue)
    for carrier in (cue, *objects):
        for preposition in grammar.children(carrier, "prep", "advcl", "mark"):
            if preposition.lower_ != "as" or preposition.i < cue.i:
                continue
            for noun in grammar.children(preposition, "pobj", "pcomp", "amod", "advcl"):
                hold = held(grammar, noun, objects)
                if objects and not passive:
                    left = min(grammar.subtree(objects[0]), key=lambda each: each.i)
                    return Hold(left, hold.last, noun, objects)
                if passive:
                    return Hold(hold.first, hold.last, noun, tuple(grammar.children(cue, "nsubjpass")))
    return None


def object_predicate(grammar: Grammar, cue: Token, rule: Cue) -> Hold | None:
    """Called the offer a sham."""
    passive = grammar.is_passive(cue)
    named = [item for noun in grammar.children(cue, *PLAIN_OBJECTS) for item in grammar.children(noun, "appos")]
    quoted = [item for item in named if after_mark(grammar.subtree(item)[0]) and not comma_between(grammar.head(item), item)]
    for child in (*grammar.children(cue, "oprd", "ccomp", "acomp", "xcomp"), *quoted):
        if child.i < cue.i or (child.pos_ in ("VERB", "AUX") and child.tag_ in ("VBD", "VBZ", "VBP", "VB", "VBG")):
            continue
        own = tuple(item for item in grammar.children(child, "nsubj") if item.i > cue.i)
        objects = own or tuple(item for item in grammar.children(cue, *PLAIN_OBJECTS) if item.i > cue.i)
        if passive:
            return held(grammar, child, tuple(grammar.children(cue, "nsubjpass")))
        if not objects and any(item.tag_ == "WP" for item in grammar.children(cue, *PLAIN_OBJECTS)):
            return held(grammar, child)
        if objects:
            last = max((held(grammar, each).last for each in siblings(grammar, child)), key=lambda each: each.i)
            return Hold(grammar.subtree(objects[0])[0], last, child, objects)
    return quoted_name(grammar, cue)


def quoted_name(grammar: Grammar, cue: Token) -> Hold | None:
    """Called the pact “a step forward”: a quotation right behind the object, however the parser hung it."""
    objects = tuple(item for item in grammar.children(cue, *PLAIN_OBJECTS) if item.i > cue.i)
    end = grammar.sentence.tokens.end
    if not objects:
        return None
    left, right = grammar.subtree(objects[0])[0], grammar.subtree(objects[0])[-1]
    if right.i + 2 >= end or not right.nbor(1).is_quote or left.i != cue.i + 1:
        return None
    closing = next((item for item in cue.doc[right.i + 2 : end] if item.is_quote), None)
    return Hold(left, closing, right.nbor(2), objects) if closing is not None else None


def siblings(grammar: Grammar, token: Token) -> list[Token]:
    """The word and those that hang in the same way on the same head."""
    return [token, *grammar.children(grammar.head(token), token.dep_)]


def after_mark(token: Token) -> bool:
    """Does a quotation mark stand right before the word?"""
    return token.i > 0 and token.nbor(-1).is_quote


def infinitive(grammar: Grammar, cue: Token, rule: Cue) -> Hold | None:
    """Agreed to talk; refused to sign."""
    verb = infinitive_of(grammar, cue)
    if verb is None or any(child.i < verb.i for child in grammar.children(cue, *PLAIN_OBJECTS) if child.i > cue.i):
        return None
    if rule.kind == "demand" and any(child.lower_ in ("for", "on", "in") for child in cue.doc[cue.i + 1 : verb.i]):
        return None
    if rule.kind == "reject" and verb.lemma_ in words("not refused"):
        return None
    opening = next((child for child in grammar.children(verb, "aux") if child.tag_ == "TO"), verb)
    return with_terms(grammar, cue, with_rest(grammar, cue, held(grammar, verb, (), opening)))


def gerund(grammar: Grammar, cue: Token, rule: Cue) -> Hold | None:
    """Ruled out talking; denied planning an attack."""
    for child in grammar.children(cue, "xcomp", "ccomp", "dobj", "pcomp"):
        if child.tag_ == "VBG" and child.i > cue.i:
            return held(grammar, child)
    return None


def about(grammar: Grammar, cue: Token, rule: Cue) -> Hold | None:
    """Called for calm; called for Oslo to talk; warned of a war; objects to the plan."""
    for child in grammar.children(cue, "advcl", "xcomp", "ccomp") if "for" in rule.about else ():
        subject = grammar.own_subject(child)
        if has_to(grammar, child) and subject is not None and grammar.subtree(child)[0].lower_ == "for" and child.i > cue.i:
            return held(grammar, child, (subject,), grammar.subtree(subject)[0])
    near = [cue.nbor(1)] if cue.pos_ == "NOUN" and cue.i + 1 < grammar.sentence.tokens.end else []
    for preposition in (*grammar.children(cue, "prep", "prt", "agent", "aux"), *near, *idiomatic(grammar, cue, rule)):
        if preposition.lower_ not in rule.about or preposition.i < cue.i:
            continue
        for noun in grammar.children(preposition, "pobj", "pcomp", "advcl", "ccomp"):
            if noun.ent_type_ in ("TIME", "DATE") and preposition.lower_ in ("for", "on", "over"):
                continue
            hold = held(grammar, noun)
            verb = infinitive_of(grammar, cue)
            if verb is not None and preposition.lower_ == "for" and verb.i > noun.i:
                return Hold(hold.first, held(grammar, verb).last, verb, (noun,))
            return hold
    return None


def idiomatic(grammar: Grammar, cue: Token, rule: Cue) -> list[Token]:
    """The prepositions of the word with which a verb makes one expression ("cast doubt on", "backed away from")."""
    known = {word.split()[-1] for word in rule.words if " " in word}
    nouns = [child for child in grammar.children(cue, *PLAIN_OBJECTS, "advmod", "prt") if child.lemma_.lower() in known]
    return [preposition for noun in nouns for preposition in grammar.children(noun, "prep")]


def plain_object(grammar: Grammar, cue: Token, rule: Cue) -> Hold | None:
    """Denied the charge; wants guarantees; was condemned by Oslo."""
    if cue.tag_ == "VBN" and grammar.is_passive(cue):
        agents = grammar.children(cue, "agent")
        if not agents or rule.kind is None or cue.dep_ not in ("acl", "relcl", "ROOT", "conj", "ccomp", "advcl"):
            return None
        if cue.dep_ == "acl":
            return noun_before(grammar, cue)
        return next(
            (held(grammar, child) for child in grammar.children(cue, "nsubjpass") if child.tag_ not in ("WDT", "WP")), None
        )
    for child in grammar.children(cue, *PLAIN_OBJECTS):
        if (child.i < cue.i and child.tag_ in ("WDT", "WP")) or (rule.kind is None and is_carried(grammar, cue, child)):
            continue
        if (
            child.i > cue.i
            and child.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "VERB")
            and child.tag_ not in ("WDT", "WP")
            and not child.lower_.endswith("self")
        ):
            return with_terms(grammar, cue, held(grammar, child))
    return None


def is_carried(grammar: Grammar, cue: Token, noun: Token) -> bool:
    """Does the noun report by itself, carried by the verb ("voiced its dismay at")?"""
    if cue.lemma_.lower() not in words(MAKING):
        return False
    rules = cues_by_word().get(("noun", noun.lemma_.lower()), ())
    return any(finder(grammar, noun, rule) for rule in rules for _, wanted, finder in FRAMES["noun"][2:5] if wanted(rule))


def carried(grammar: Grammar, cue: Token, rule: Cue) -> Hold | None:
    """Presented the same demands: the noun itself, where a verb carries it and nothing completes it."""
    carrier = grammar.head(cue)
    if cue.dep_ not in PLAIN_OBJECTS or carrier.lemma_.lower() not in words("light verbs") or carrier.lemma_ == "have":
        return None
    if cue.i <= carrier.i or not grammar.children(cue, "det", "amod", "poss"):
        return None
    return held(grammar, cue)


def received(grammar: Grammar, cue: Token, rule: Cue) -> Hold | None:
    """The move drew condemnation from Oslo: what meets with it is the content."""
    carrier = grammar.head(cue)
    if cue.dep_ == "pobj" and carrier.lower_ in ("with", "to"):
        carrier = grammar.head(carrier)
    elif cue.dep_ not in PLAIN_OBJECTS:
        return None
    if carrier.lemma_.lower() not in words("receiving verbs") or giver_of(grammar, cue) is None:
        return None
    subject = grammar.own_subject(carrier)
    return held(grammar, subject) if subject is not None and subject.tag_ not in ("WDT", "WP") else None


def noun_before(grammar: Grammar, cue: Token) -> Hold | None:
    """The noun that a participle describes: "the plan, condemned by Oslo"."""
    noun = grammar.head(cue)
    tokens = [token for token in grammar.subtree(noun) if token.i < cue.i]
    while tokens and (tokens[-1].is_punct or tokens[-1].pos_ == "ADV"):
        tokens = tokens[:-1]
    return Hold(tokens[0], tokens[-1], noun) if tokens else None


def noun_clause(grammar: Grammar, cue: Token, rule: Cue) -> Hold | None:
    """The claim that the talks had failed; its message is that they had."""
    for child in grammar.children(cue, "acl", "ccomp", "relcl"):
        if child.i > cue.i and next(iter(grammar.subtree(child))).lower_ == "that" and not relative(grammar, child):
            return held(grammar, child)
    carrier = grammar.head(cue)
    if cue.dep_ == "nsubj" and carrier.lemma_ == "be":
        for child in grammar.children(carrier, "ccomp"):
            if child.i > carrier.i and next(iter(grammar.subtree(child))).lower_ == "that":
                return held(grammar, child)
    if cue.dep_ in PLAIN_OBJECTS and carrier.lemma_.lower() in words(MAKING):
        for child in grammar.children(carrier, "ccomp", "acl", "advcl"):
            opening = grammar.subtree(child)[0]
            if opening.i > cue.i and opening.lower_ == "that" and opening.dep_ == "mark":
                return held(grammar, child)
    return None


def relative(grammar: Grammar, clause_head: Token) -> bool:
    """Is the clause a relative one, its "that" standing for the noun?"""
    opening = next(iter(grammar.subtree(clause_head)))
    return opening.tag_ == "WDT" or opening.dep_ in ("nsubj", "dobj", "nsubjpass")


def noun_infinitive(grammar: Grammar, cue: Token, rule: Cue) -> Hold | None:
    """The threat to leave."""
    for child in grammar.children(cue, "acl", "relcl", "xcomp"):
        if child.i > cue.i and has_to(grammar, child):
            opening = next((item for item in grammar.children(child, "aux") if item.tag_ == "TO"), child)
            return held(grammar, child, (), opening)
    return None


FRAMES: dict[Part, tuple[tuple[str, Callable[[Cue], bool], Finder], ...]] = {
    "verb": (
        ("object infinitive", lambda rule: "object infinitive" in rule.takes, object_infinitive),
        ("addressed", lambda rule: bool(rule.addressed), addressed),
        ("object as", lambda rule: "object as" in rule.takes, object_as),
        ("object about", lambda rule: bool(rule.object_about), object_about),
        ("object predicate", lambda rule: "object predicate" in rule.takes, object_predicate),
        ("clause", lambda rule: "clause" in rule.takes, clause),
        ("infinitive", lambda rule: "infinitive" in rule.takes, infinitive),
        ("gerund", lambda rule: "gerund" in rule.takes, gerund),
        ("object", lambda rule: "object" in rule.takes, plain_object),
        ("about", lambda rule: bool(rule.about), about),
    ),
    "noun": (
        ("received", lambda rule: rule.kind in ("praise", "condemn", "demand", "reject", "warn"), received),
        ("held", lambda rule: rule.held, about),
        ("clause", lambda rule: "clause" in rule.takes, noun_clause),
        ("infinitive", lambda rule: "infinitive" in rule.takes, noun_infinitive),
        ("about", lambda rule: bool(rule.about) and not rule.held, about),
        ("carried", lambda rule: rule.kind in ("demand", "threaten", "accuse", "propose"), carried),
    ),
    "adjective": (
        ("clause", lambda rule: "clause" in rule.takes, clause),
        ("infinitive", lambda rule: "infinitive" in rule.takes, infinitive),
        ("about", lambda rule: bool(rule.about), about),
    ),
}
"""The frames of each part of speech, the most demanding first."""
