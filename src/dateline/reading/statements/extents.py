"""Extents: how far a content reaches, and where the report turns away from it."""

from dataclasses import dataclass

from spacy.tokens import Token

from dateline.knowledge.statements import cues_by_word, words
from dateline.reading.statements.grammar import Grammar

__all__ = ["Hold", "comma_between", "has_to", "held", "infinitive_of", "is_finite", "with_rest", "with_terms"]


@dataclass(frozen=True, eq=False)
class Hold:
    """Where the content of a frame stands: tokens `first` through `last`, its main word, and who is spoken to or of."""

    first: Token
    last: Token
    head: Token
    objects: tuple[Token, ...] = ()


def held(grammar: Grammar, head: Token, objects: tuple[Token, ...] = (), start: Token | None = None) -> Hold:
    """All that stands beneath a word, without the word that introduces it."""
    tokens = [token for token in grammar.subtree(head) if start is None or token.i >= start.i]
    tokens = before_turn(grammar, head, tokens)
    while len(tokens) > 1 and (tokens[0].is_punct or tokens[0].is_space or opens_only(tokens[0])):
        if tokens[0].is_quote or tokens[0].text in "“\"‘'``":
            break
        tokens = tokens[1:]
    while len(tokens) > 1 and (tokens[-1].is_space or tokens[-1].text in (",", ".", ";", ":", "—", "–")):
        tokens = tokens[:-1]
    return Hold(tokens[0], tokens[-1], head, objects)


def before_turn(grammar: Grammar, head: Token, tokens: list[Token]) -> list[Token]:
    """The tokens up to where the report turns to another speaker (", while Oslo said …") or adds a remark (", which …")."""
    for token in tokens:
        if token.i <= head.i or token.i - tokens[0].i < 3:
            continue
        if token.dep_ in ("advcl", "conj", "ccomp") and turns(grammar, token):
            left = grammar.subtree(token)[0]
            return [item for item in tokens if item.i < left.i] or tokens
        if token.dep_ in ("prep", "advcl") and afterthought(grammar, token, tokens):
            left = grammar.subtree(token)[0]
            return [item for item in tokens if item.i < left.i]
        if token.nbor(-1).text in ("—", "–", "--") and dashed(token, tokens):
            return [item for item in tokens if item.i < token.i - 1]
        if token.dep_ == "relcl" and remarks(grammar, token, tokens):
            left = grammar.subtree(token)[0]
            return [item for item in tokens if item.i < left.i]
        if token.dep_ == "prep" and is_setting(grammar, token, tokens):
            return [item for item in tokens if item.i < token.i]
        if token.dep_ == "appos" and explains(grammar, token, tokens):
            left = grammar.subtree(token)[0]
            return [item for item in tokens if item.i < left.i - 1] or tokens
    return tokens


SETTINGS = ("in", "during", "at", "on")


def is_setting(grammar: Grammar, preposition: Token, tokens: list[Token]) -> bool:
    """Does it tell, at the end, where it was said ("in an interview on Monday", "in a tweet")?"""
    nouns = grammar.children(preposition, "pobj")
    part = grammar.subtree(preposition)
    if preposition.lower_ not in SETTINGS or not nouns or nouns[0].lemma_.lower() not in words("settings"):
        return False
    rest = [item for item in tokens if item.i > part[-1].i and not item.is_punct]
    quoted = any(item.is_quote for item in tokens if item.i > preposition.i)
    return not quoted and (not rest or all(item.ent_type_ in ("DATE", "TIME") or item.dep_ == "prep" for item in rest))


def explains(grammar: Grammar, noun: Token, tokens: list[Token]) -> bool:
    """Is it the reporter's explanation of a name at the end, behind a comma (", a law of 1976", ", the former mayor")?"""
    part = grammar.subtree(noun)
    left, right = part[0], part[-1]
    if left.i - tokens[0].i < 2 or left.nbor(-1).text != "," or grammar.head(noun).pos_ != "PROPN":
        return False
    quoted = any(item.is_quote for item in part)
    return left.lower_ in ("a", "an", "the") and not quoted and right.i >= tokens[-1].i - 1


def turns(grammar: Grammar, verb: Token) -> bool:
    """Is it a clause of another speaker, set against the one before?"""
    subject = next(iter(grammar.children(verb, "nsubj")), None)
    opening = grammar.subtree(verb)[0]
    joined = verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBZ", "VBP") and verb.lemma_.lower() in ("say", "tell", "add")
    if joined and subject is not None and subject.pos_ in ("NOUN", "PROPN", "NUM"):
        return True
    if (
        subject is None
        or subject.pos_ not in ("NOUN", "PROPN", "PRON")
        or not cues_by_word().get(("verb", verb.lemma_.lower()))
    ):
        return False
    return opening.lower_ in ("while", "whereas", "although", "though") and bool(grammar.children(verb, "ccomp"))


def dashed(token: Token, tokens: list[Token]) -> bool:
    """Does the reporter's own description start here, behind a dash ("— a message that …", "— adding that …")?"""
    later = any(item.text in ("—", "–", "--") for item in tokens if item.i > token.i)
    reports = token.tag_ == "VBG" and bool(cues_by_word().get(("verb", token.lemma_.lower())))
    return (token.lower_ in ("a", "an", "the") or reports) and not later and token.i - tokens[0].i >= 4


def afterthought(grammar: Grammar, token: Token, tokens: list[Token]) -> bool:
    """Is it the reporter's background behind a comma at the end (", after the raid in May", ", despite the build-up")?"""
    part = grammar.subtree(token)
    left, right = part[0], part[-1]
    before = left.nbor(-1) if left.i else left
    closing = before.is_quote and before.i > 0 and before.nbor(-1).text == ","
    background = left.lower_ in ("after", "despite", "amid", "following")
    asked = left.lower_ == "when" and token.lemma_ in ("ask", "press", "question")
    if before.is_quote and before.i > tokens[0].i + 1 and token.dep_ == "advcl" and not part[-1].is_quote:
        beside = left.lower_ in ("as", "when", "while", "before", "after") or (left.tag_ == "VBG" and left.i == token.i)
        return beside and right.i >= tokens[-1].i - 1 and not any(item.is_quote for item in part)
    return (before.text == "," or closing) and (background or asked) and right.i >= tokens[-1].i - 1


def remarks(grammar: Grammar, verb: Token, tokens: list[Token]) -> bool:
    """Is it a relative clause behind a comma at the end, which is the reporter's rather than the speaker's?"""
    clause_tokens = grammar.subtree(verb)
    left, right = clause_tokens[0], clause_tokens[-1]
    before = left.nbor(-1) if left.i else left
    opens = left.tag_ in ("WDT", "WP", "WRB") or (left.dep_ == "prep" and left.nbor(1).tag_ in ("WDT", "WP"))
    quoted = any(item.is_quote for item in clause_tokens)
    return before.text == "," and opens and not quoted and right.i >= tokens[-1].i - 1


def opens_only(token: Token) -> bool:
    """Is it the "that" which only opens a clause?"""
    return token.lower_ == "that" and token.dep_ in ("mark", "det", "nsubj", "dobj") and token.tag_ == "IN"


def has_to(grammar: Grammar, verb: Token) -> bool:
    """Is it an infinitive with "to"?"""
    return any(child.tag_ == "TO" for child in grammar.children(verb, "aux")) or (
        verb.dep_ == "xcomp" and verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts)
    )


def is_finite(grammar: Grammar, verb: Token) -> bool:
    """Does the verb have a tense or a modal?"""
    return verb.tag_ in ("VBD", "VBZ", "VBP") or any(item.tag_ == "MD" for item in grammar.children(verb, "aux"))


def infinitive_of(grammar: Grammar, cue: Token) -> Token | None:
    """The infinitive that completes the cue."""
    for child in grammar.children(cue, "xcomp", "ccomp", "advcl"):
        if child.i > cue.i and has_to(grammar, child) and (child.dep_ != "advcl" or not comma_between(cue, child)):
            return child
    return None


def comma_between(left: Token, right: Token) -> bool:
    """Does a comma stand between the two?"""
    return any(token.text == "," for token in left.doc[left.i + 1 : right.i])


ADDING = ("including", "such", "like", "because", "instead", "rather")


def with_rest(grammar: Grammar, cue: Token, hold: Hold) -> Hold:
    """The content with a participle that the parser hung on the cue though it reports nothing (", allowing it to …")."""
    for child in grammar.children(cue, "conj"):
        left = grammar.subtree(child)[0]
        if left.lower_ in ("that", "whether") and left.tag_ == "IN" and child.i > hold.last.i and left.i - hold.last.i <= 3:
            hold = Hold(hold.first, held(grammar, child).last, hold.head, hold.objects)
    for child in grammar.children(cue, "prep"):
        left = grammar.subtree(child)[0]
        if left.lower_ in ADDING and child.i > hold.last.i and left.i - hold.last.i <= 2:
            hold = Hold(hold.first, held(grammar, child).last, hold.head, hold.objects)
    for child in grammar.children(cue, "advcl"):
        left = grammar.subtree(child)[0]
        participle = child.tag_ == "VBG" and child.i == left.i and not cues_by_word().get(("verb", child.lemma_.lower()))
        if (
            child.i > hold.last.i
            and left.i - hold.last.i <= 2
            and (participle or left.lower_ in ("because", "if", "unless", "so", "since"))
        ):
            return Hold(hold.first, held(grammar, child).last, hold.head, hold.objects)
    return with_terms_after(grammar, hold)


def with_terms_after(grammar: Grammar, hold: Hold) -> Hold:
    """The content with terms that open right behind it, wherever the parser hung them ("to act should he win")."""
    end = grammar.sentence.tokens.end
    if hold.last.i + 2 >= end:
        return hold
    opening = hold.last.nbor(1)
    head = grammar.head(opening)
    if opening.lower_ not in ("if", "unless", "should", "because", "once") or head.i <= opening.i or head.i >= end:
        return hold
    return Hold(hold.first, held(grammar, head, (), opening).last, hold.head, hold.objects)


TERMS = ("if", "until", "unless", "once")


def with_terms(grammar: Grammar, cue: Token, hold: Hold) -> Hold:
    """The content with the terms that the parser hung on the cue ("promised strikes until …")."""
    for child in grammar.children(cue, "advcl", "xcomp"):
        tokens = grammar.subtree(child)
        inverted = (
            tokens[0].lower_ in ("should", "were", "had") and tokens[0].dep_ in ("aux", "auxpass") and tokens[0].i < child.i
        )
        terms = (inverted or tokens[0].lower_ in TERMS) and tokens[0].i - hold.last.i <= 3
        purpose = tokens[0].tag_ == "TO" and tokens[0].i == hold.last.i + 1
        if child.i > hold.last.i and (terms or purpose):
            return Hold(hold.first, held(grammar, child).last, hold.head, hold.objects)
    return hold
