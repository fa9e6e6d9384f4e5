"""Speech: whose words a quotation or a sentence with an aside (", said the envoy,") is."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dateline.knowledge.statements import Cue, cues_by_word, words
from dateline.reading.desk import Quotation, Sentence
from dateline.reading.statements.grammar import Grammar

__all__ = ["LABELLED", "Pieces", "Speech", "according", "asides", "labels", "speeches"]

Pieces = tuple[tuple[int, int], ...]
HEARD = ("tell", "ask", "inform", "remind", "warn", "assure", "advise", "promise", "urge")
ADJUNCTS = ("dobj", "dative", "prep", "npadvmod", "advmod", "agent", "prt", "tmod", "advcl")
TERMINALS = ".?!:,;—–-“”\"'’)]…"


@dataclass(frozen=True, eq=False)
class Speech:
    """Words and who says them. `verb` is None for a free quotation and for "according to", whose `subject` is the speaker."""

    grammar: Grammar
    rule: Cue
    verb: Token | None
    first: Token | None
    last: Token | None
    subject: Token | None
    pieces: Pieces
    how: str
    quoted: bool
    objects: tuple[Token, ...] = ()


def speech_rule(grammar: Grammar, verb: Token) -> Cue | None:
    """The rule by which a verb can report direct speech."""
    if verb.pos_ not in ("VERB", "AUX") or grammar.children(verb, "auxpass"):
        return None
    if any(child.lower_ in ("if", "unless", "because", "whether") for child in grammar.children(verb, "mark")):
        return None
    lemma = verb.lemma_.lower()
    keys = [f"{lemma} {child.lower_}" for child in grammar.children(verb, "prt", "advmod")] + [lemma]
    for key in keys:
        for rule in cues_by_word().get(("verb", key), ()):
            if "quotation" in rule.takes:
                return rule
    return None


def block(grammar: Grammar, verb: Token) -> tuple[Token, Token] | None:
    """First and last word of the reporting clause without what it reports: "the envoy told reporters on Monday"."""
    subject = grammar.own_subject(verb)
    if subject is None:
        return None
    doc = verb.doc
    inside = {token.i for token in subject_words(grammar, subject, verb)} | {verb.i}
    for child in grammar.children(verb, "aux", "neg", "prt", "advmod"):
        inside.add(child.i)
    first = last = verb
    while first.i - 1 in inside:
        first = doc[first.i - 1]
    if subject.i < first.i:
        return None
    adjuncts = [child for child in grammar.children(verb, *ADJUNCTS) if child.i > verb.i]
    adjuncts = [child for child in adjuncts if child.dep_ != "dobj" or verb.lemma_.lower() in HEARD]
    after = {token.i for child in adjuncts for token in grammar.subtree(child)}
    while last.i + 1 < grammar.sentence.tokens.end and (last.i + 1 in inside or last.i + 1 in after):
        following = doc[last.i + 1]
        if following.is_punct and following.i not in inside and following.text != "-":
            break
        if following.is_quote:
            break
        last = following
    while last.i > verb.i and last.text in (",", "."):
        last = doc[last.i - 1]
    return first, last


def subject_words(grammar: Grammar, subject: Token, verb: Token) -> list[Token]:
    """The words of a subject as far as they stand on its side of the verb."""
    words = grammar.subtree(subject)
    return [token for token in words if (token.i < verb.i) == (subject.i < verb.i)]


def opens(text: str, start: int, begin: int) -> bool:
    """Does a quotation stand free, at the start of its paragraph or after a stop?"""
    before = text[begin:start].rstrip()
    return not before or before[-1] in TERMINALS


# ---- quotations --------------------------------------------------------------------------------------------------------


def speeches(
    paragraphs: list[tuple[Sentence, ...]], quotations: tuple[Quotation, ...], grammar: Callable[[Sentence], Grammar]
) -> list[Speech]:
    """The direct quotations of the story with their speakers; pieces that one clause reports are one speech."""
    found: list[Speech] = []
    waiting: list[Quotation] = []
    for before, sentences in zip([(), *paragraphs], paragraphs, strict=False):
        own = [item for item in quotations if item.paragraph == sentences[0].paragraph]
        here: list[Speech] = []
        for number, quotation in enumerate(own):
            follower = own[number + 1].start if number + 1 < len(own) else None
            previous = own[number - 1] if number else None
            text = sentences[0].document.text.field(quotation.field)
            free = opens(text, quotation.start, sentences[0].start)
            speech = (tail(sentences, quotation, follower, grammar) if free else None) or lead(
                (*before, *sentences), quotation, grammar
            )
            last = (here or found)[-1:]
            if speech is None and free and last and goes_on(own, number, quotations, quotation, last[0]):
                row = here or found
                row[-1] = replace(row[-1], pieces=(*row[-1].pieces, (quotation.first, quotation.last)))
            elif speech is not None and here and here[-1].verb is not None and speech.verb == here[-1].verb:
                here[-1] = replace(here[-1], pieces=(*here[-1].pieces, *speech.pieces))
            elif speech is not None:
                pieces = [(item.first, item.last) for item in waiting]
                here.append(replace(speech, pieces=(*pieces, *speech.pieces)))
                waiting = []
            elif free and previous and here and follows(text, previous, quotation, here[-1]):
                here[-1] = replace(here[-1], pieces=(*here[-1].pieces, (quotation.first, quotation.last)))
            elif quotation.goes_on and free:
                waiting.append(quotation)
            elif free and worthy(text, quotation) and (found or here):
                model = (here or found)[-1]
                if is_free(sentences, quotation, found, here):
                    here.append(
                        replace(
                            model,
                            verb=None,
                            first=None,
                            last=None,
                            pieces=((quotation.first, quotation.last),),
                            how="free quotation",
                        )
                    )
        if waiting and not own:
            waiting = []
        found += here
    return found


def goes_on(own: list[Quotation], number: int, quotations: tuple[Quotation, ...], quotation: Quotation, speech: Speech) -> bool:
    """Does the first quotation of a paragraph go on with the one before, which was left open and whose speaker is known?"""
    before = [item for item in quotations if item.field == quotation.field and item.start < quotation.start]
    if number or own[0] is not quotation or not before or not before[-1].goes_on:
        return False
    return speech.pieces[-1] == (before[-1].first, before[-1].last)


def worthy(text: str, quotation: Quotation) -> bool:
    """Is it a sentence of its own, no title or scare quotes?"""
    words = text[quotation.first : quotation.last].split()
    return len(words) >= 5 and words[0][:1].isupper() and text[quotation.last - 1 : quotation.last] in ".?!,…"


def is_free(sentences: tuple[Sentence, ...], quotation: Quotation, found: list[Speech], here: list[Speech]) -> bool:
    """Does the quotation stand beside one whose speaker is known: in this paragraph, or the one before?"""
    before = sentences[0].document.text.field(quotation.field)[sentences[0].start : quotation.start].rstrip()
    if before.endswith(":"):
        return False
    if here:
        return True
    starts = quotation.start <= sentences[0].start + 1
    return starts and found[-1].grammar.sentence.paragraph >= sentences[0].paragraph - 1


def follows(text: str, previous: Quotation, quotation: Quotation, speech: Speech) -> bool:
    """Does only the reporting clause stand between two quotations?"""
    if speech.first is None or speech.last is None:
        return not text[previous.end : quotation.start].strip()
    sentence = speech.grammar.sentence
    start, end = sentence.place(speech.first), sentence.place(speech.last) + len(speech.last)
    if not (previous.end <= start and end <= quotation.start):
        return len(text[previous.end : quotation.start].strip()) <= 1
    return len(text[end : quotation.start].strip(" .,:;—–-")) <= 60


def sentence_of(sentences: tuple[Sentence, ...], position: int) -> Sentence | None:
    """The sentence that holds a code point, or starts after it."""
    return next((sentence for sentence in sentences if position < sentence.end), None)


def tail(
    sentences: tuple[Sentence, ...], quotation: Quotation, follower: int | None, grammar_of: Callable[[Sentence], Grammar]
) -> Speech | None:
    """A reporting clause right after the quotation: ", said the envoy"."""
    text = sentences[0].document.text.field(quotation.field)
    inner = text[quotation.first : quotation.last].rstrip()
    sentence = sentence_of(sentences, quotation.end)
    if sentence is None or not quotation.closed:
        return None
    grammar = grammar_of(sentence)
    after = [
        token
        for token in sentence.tokens
        if sentence.place(token) >= quotation.end and (follower is None or sentence.place(token) < follower)
    ]
    while after and (after[0].text in (",", "—", "–", "-", "--") or after[0].is_space):
        after = after[1:]
    if (
        not after
        or after[0].text in (".", ";")
        or (
            inner.endswith(".")
            and after[0].text[:1].isupper()
            and after[0].i == sentence.tokens.start
            and not only_says(grammar)
        )
    ):
        return None
    for verb in after[:40]:
        rule = speech_rule(grammar, verb)
        span = block(grammar, verb) if rule else None
        if rule and span and span[0].i - after[0].i <= 1 and not has_clause(grammar, verb):
            return speech_of(grammar, rule, verb, span, quotation, "quotation, then <party> says")
    return None


def only_says(grammar: Grammar) -> bool:
    """Is the sentence nothing but a reporting clause, so that a stop in the quotation before it was a slip for a comma?"""
    tokens = [token for token in grammar.sentence.tokens if not token.is_punct and not token.is_space]
    return 2 <= len(tokens) <= 4 and speech_rule(grammar, tokens[-1]) is not None and tokens[-1].dep_ == "ROOT"


def has_clause(grammar: Grammar, verb: Token) -> bool:
    """Does the verb report a clause after it as well?"""
    return any(child.i > verb.i and child.pos_ in ("VERB", "AUX") for child in grammar.children(verb, "ccomp"))


def lead(sentences: tuple[Sentence, ...], quotation: Quotation, grammar_of: Callable[[Sentence], Grammar]) -> Speech | None:
    """A reporting clause right before the quotation: "the envoy said: "."""
    before = [sentence for sentence in sentences if sentence.start < quotation.start]
    for sentence in reversed(before[-2:]):
        text = sentence.document.text.field(sentence.field)
        if sentence.end <= quotation.start and not text[: quotation.start].rstrip().endswith(":"):
            return None
        grammar = grammar_of(sentence)
        tokens = [token for token in sentence.tokens if sentence.place(token) < quotation.start]
        gap: list[Token] = []
        for verb in reversed(tokens[-30:]):
            rule = speech_rule(grammar, verb)
            if rule is not None:
                span = block(grammar, verb) or (grammar.cue_words(verb)[0], verb)
                rest = [token for token in gap if not token.is_punct and not token.is_space and not hears(grammar, verb, token)]
                colon = any(token.text == ":" for token in gap)
                if not colon and goes_on_plainly(sentence, quotation):
                    return None
                if not colon and last_word(tokens).pos_ in ("DET", "ADP", "ADJ", "CCONJ", "NUM"):
                    return None
                comma = tokens[-1].text == ","
                if (
                    not rest
                    or (len(rest) == 1 and rest[0].lower_ == "that")
                    or (colon and len(rest) < 15)
                    or (comma and len(rest) < 8)
                ):
                    return speech_of(grammar, rule, verb, span, quotation, "<party> says, then quotation")
                return None
            gap.append(verb)
    return None


def hears(grammar: Grammar, verb: Token, token: Token) -> bool:
    """Does the word belong to the hearer or the subject of the verb ("told reporters", "said the envoy", "said again")?"""
    for child in grammar.children(verb, "dobj", "dative", "nsubj", "advmod", "npadvmod"):
        hearer = child.dep_ != "dobj" or verb.lemma_.lower() in HEARD
        if hearer and child.i > verb.i and token.i in {item.i for item in grammar.subtree(child)}:
            return True
    return False


def last_word(tokens: list[Token]) -> Token:
    """The last of the tokens that is no mark."""
    return next((token for token in reversed(tokens) if not token.is_punct and not token.is_space), tokens[-1])


def goes_on_plainly(sentence: Sentence, quotation: Quotation) -> bool:
    """Does the sentence go on after the mark without a stop, so that the quotation is only a part of what was said?"""
    text = sentence.document.text.field(sentence.field)
    return (
        text[quotation.last - 1] not in ".?!"
        and re.match(r" (?!and |but |as |while )\w", text[quotation.end : quotation.end + 8]) is not None
    )


def speech_of(
    grammar: Grammar, rule: Cue, verb: Token, span: tuple[Token, Token], quotation: Quotation, how: str
) -> Speech | None:
    """The quotation as the speech of the verb's subject."""
    subject = grammar.subject(verb)
    first, last = grammar.cue_words(verb)
    objects = tuple(child for child in grammar.children(verb, "dobj", "dative") if child.i > verb.i and child.i <= span[1].i)
    left = first if first.i < span[0].i else span[0]
    right = span[1] if span[1].i > last.i else last
    return Speech(grammar, rule, verb, left, right, subject, ((quotation.first, quotation.last),), how, True, objects)


# ---- asides ------------------------------------------------------------------------------------------------------------


def asides(grammar: Grammar) -> Iterator[Speech]:
    """Reporting clauses set off by commas: "The line, the envoy said, was closed"."""
    sentence = grammar.sentence
    for verb in sentence.tokens:
        rule = speech_rule(grammar, verb)
        if rule is None or (rule.kind is not None and verb.i > sentence.tokens.start + 60):
            continue
        span = opening_aside(grammar, verb) or block(grammar, verb)
        if span is None or not set_off(grammar, span) or (verb.dep_ == "relcl" and wh_subject(grammar, verb)):
            continue
        pieces = outside(grammar, verb, span)
        if pieces:
            objects = tuple(child for child in grammar.children(verb, "dobj", "dative") if verb.i < child.i <= span[1].i)
            yield Speech(grammar, rule, verb, *span, grammar.subject(verb), pieces, "aside of <party>", False, objects)


def opening_aside(grammar: Grammar, verb: Token) -> tuple[Token, Token] | None:
    """First and last word of ", as the envoy noted," which may also open its sentence."""
    marks = [child for child in grammar.children(verb, "mark", "advmod") if child.lower_ == "as" and child.i < verb.i]
    span = block(grammar, verb) if marks and verb.dep_ == "advcl" else None
    if span is None or span[0].i != marks[0].i + 1 or grammar.children(verb, "ccomp", "dobj"):
        return None
    right = max(grammar.subtree(verb), key=lambda each: each.i)
    following = right if right.i + 1 < grammar.sentence.tokens.end and right.nbor(1).text == "," else span[1]
    return (marks[0], following) if following.nbor(1).text == "," else None


def wh_subject(grammar: Grammar, verb: Token) -> bool:
    """Is the verb's subject a relative pronoun?"""
    subject = grammar.own_subject(verb)
    return subject is None or subject.tag_ in ("WP", "WDT")


def set_off(grammar: Grammar, span: tuple[Token, Token]) -> bool:
    """Do marks stand on both sides of the clause?"""
    tokens, doc = grammar.sentence.tokens, span[0].doc
    before, after = span[0].i - 1, span[1].i + 1
    if span[0].lower_ == "as" and before < tokens.start + 1:
        return True
    if before < tokens.start + 1:
        return False
    marked = doc[before].text in (",", "—", "–", "--") or doc[before].is_quote
    return marked and (after >= tokens.end or doc[after].text in (",", ".", ";", "—", "–", "--") or doc[after].is_quote)


def outside(grammar: Grammar, verb: Token, span: tuple[Token, Token]) -> Pieces:
    """What the sentence says outside of the clause: before it, and after it where it goes on."""
    sentence = grammar.sentence
    own = {
        token.i
        for child in grammar.children(verb)
        if child.dep_ not in ("ccomp", "dep", "nsubj", "parataxis") and child.i > span[1].i and not child.is_punct
        for token in grammar.subtree(child)
    }
    before = [token for token in sentence.tokens if token.i < span[0].i]
    after = [token for token in sentence.tokens if token.i > span[1].i and token.i not in own]
    if any(token.i > span[1].i for token in sentence.tokens if token.i in own) and verb.dep_ == "ROOT":
        after = [token for token in after if token.i < min(own)]
    pieces = [trimmed(part) for part in (before, after)]
    found = [part for part in pieces if part]
    if not found or sum(part[1].i - part[0].i + 1 for part in found) < 3:
        return ()
    if not any(token.pos_ in ("VERB", "AUX") for part in found for token in verb.doc[part[0].i : part[1].i + 1]):
        return ()
    return tuple((sentence.place(first), sentence.place(last) + len(last)) for first, last in found)


def trimmed(tokens: list[Token]) -> tuple[Token, Token] | None:
    """First and last of the tokens, without punctuation (quotation marks stay) and words that only join at the edges."""
    while tokens and (
        tokens[0].is_space or (tokens[0].is_punct and not tokens[0].is_quote) or (tokens[0].dep_ == "cc" and len(tokens) > 1)
    ):
        tokens = tokens[1:]
    while tokens and (tokens[-1].is_space or (tokens[-1].is_punct and not tokens[-1].is_quote and tokens[-1].text not in ")]")):
        tokens = tokens[:-1]
    return (tokens[0], tokens[-1]) if tokens and any(token.is_alpha for token in tokens) else None


def according(grammar: Grammar, rule: Cue) -> Iterator[Speech]:
    """According to the ministry, the line was closed."""
    sentence, doc = grammar.sentence, grammar.sentence.tokens.doc
    for token in sentence.tokens:
        if token.lower_ != "according" or token.i + 2 >= sentence.tokens.end or token.nbor(1).lower_ != "to":
            continue
        speakers = grammar.children(token.nbor(1), "pobj") or grammar.children(token, "pobj")
        if not speakers:
            continue
        end = token.nbor(1)
        while end.i + 1 < sentence.tokens.end and not doc[end.i + 1].is_punct:
            end = doc[end.i + 1]
        right = max((item for item in grammar.subtree(speakers[0]) if item.i < sentence.tokens.end), key=lambda each: each.i)
        if right.i > end.i and not any(item.is_quote for item in doc[end.i : right.i]):
            end = right
        while end.is_punct and end.i > token.i:
            end = doc[end.i - 1]
        parts = [
            trimmed([item for item in sentence.tokens if item.i < token.i]),
            trimmed([item for item in sentence.tokens if item.i > end.i]),
        ]
        pieces = tuple((sentence.place(part[0]), sentence.place(part[1]) + len(part[1])) for part in parts if part)
        if len(pieces) == 2 and pieces[0][1] - pieces[0][0] < 12:
            pieces = pieces[1:]
        if pieces:
            yield Speech(grammar, rule, None, token, token.nbor(1), speakers[0], pieces, "according to <party>", False)


# ---- labels ------------------------------------------------------------------------------------------------------------

LONGEST_LABEL = 9
LABELLED = "<name>: <words>"


def is_role(token: Token) -> bool:
    """Does the word name somebody who speaks, by name or by role ("Poll: …", "MODERATOR: …")?"""
    return token.pos_ == "PROPN" or (token.pos_ in ("NOUN", "ADJ") and token.lemma_.lower() in words("speakers"))


def labels(grammar: Grammar, rule: Cue, stop: int | None) -> Iterator[Speech]:
    """A name and a colon before what is said up to `stop`, the end of the paragraph: "Sweden: no plan to join"."""
    sentence = grammar.sentence
    tokens = [token for token in sentence.tokens if not token.is_space]
    colon = next((number for number, token in enumerate(tokens[: LONGEST_LABEL + 1]) if token.text == ":"), None)
    alone = colon is not None and colon == len(tokens) - 1 and stop is not None and stop > sentence.end + 8
    if stop is None or not colon or (len(tokens) - colon < 4 and not alone):
        return
    label = tokens[:colon]
    if any(token.pos_ in ("VERB", "AUX", "NUM") or token.is_quote or token.text in (",", ".") for token in label):
        return
    inside = {token.i for token in label}
    heads = [token for token in label if grammar.head(token).i not in inside or grammar.head(token).i == token.i]
    names = [token for token in heads if token.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or is_role(token)]
    if names and alone:
        yield Speech(grammar, rule, None, tokens[colon], tokens[colon], names[0], ((sentence.end, stop),), LABELLED, False)
    span = trimmed(tokens[colon + 1 :])
    if not names or span is None:
        return
    end = sentence.place(span[1]) + len(span[1])
    pieces = ((sentence.place(span[0]), stop if stop > sentence.end else end),)
    yield Speech(grammar, rule, None, tokens[colon], tokens[colon], names[0], pieces, LABELLED, False)
