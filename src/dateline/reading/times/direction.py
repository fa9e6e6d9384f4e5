"""Does grammar put an expression before or after the day of the story?

With a parse the verb that governs the expression answers: its tense, its helping verbs, the planning verb or noun above
it. Without one (a title of fragments, a text nobody parsed) the words around it do, less surely.
"""

import re
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.knowledge.rules import rule
from dateline.knowledge.times import lean
from dateline.model.evidence import Span
from dateline.reading.desk import Found, Story

__all__ = ["NONE", "Direction", "direction_of", "direction_of_words"]

WORD = re.compile(r"[\w'’]+")
REACH = 160
LONGEST_CLIMB = 12


@dataclass(frozen=True)
class Direction:
    """-1 past, 1 future, 0 unknown; `strong` when tense says so plainly; and the rule that tells."""

    side: int
    rule: str = ""
    strong: bool = False


NONE = Direction(0)


def direction_of(story: Story, found: Found) -> Direction:
    """The direction of an expression in a story."""
    text = story.document.text
    span = Span.of(text, found.start, found.end, found.field)
    sentence = story.sentence_at(span)
    if sentence is None:
        return direction_of_words(text.field(found.field), found.start, found.end)
    tokens = sentence.tokens_in(span)
    if not tokens:
        return direction_of_words(text.field(found.field), found.start, found.end)
    return of_tokens(tokens)


def of_tokens(tokens: list[Token]) -> Direction:
    """The direction that the parse gives the tokens of an expression."""
    inside = {token.i for token in tokens}
    head = next((token for token in tokens if token.head.i not in inside or token.head.i == token.i), tokens[-1])
    words = lean()
    preposition = head.head.lower_ if head.dep_ == "pobj" else ""
    if head.dep_ in ("poss", "compound", "nmod") and head.head.pos_ in ("NOUN", "PROPN"):
        return of_named_event(head.head)
    current = head
    for _ in range(LONGEST_CLIMB):
        if current.i not in inside:
            verdict = of_governor(current, preposition)
            if verdict.side:
                return verdict
        if current.head.i == current.i:
            break
        current = current.head
    if preposition in words.past_prepositions:
        return Direction(-1, rule("times", "looks back"))
    if preposition in words.future_prepositions:
        return Direction(1, rule("times", "looks ahead"))
    return NONE


def of_governor(token: Token, preposition: str) -> Direction:
    """The direction that a word above the expression gives it."""
    words = lean()
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX"):
        return of_verb(token, preposition)
    if lemma in words.planning and token.pos_ in ("ADJ", "NOUN"):
        verb = verb_above(token) if token.pos_ == "NOUN" or token.dep_ != "amod" else None
        if verb is not None and is_perfect_past(verb):
            return Direction(-1, rule("times", "had planned"), strong=True)
        return Direction(1, rule("times", "planned"), strong=token.pos_ == "ADJ")
    if token.pos_ == "NOUN" and lemma in words.planning_nouns and preposition != "since":
        verb = verb_above(token)
        if verb is None or of_verb(verb, preposition).side >= 0:
            return Direction(1, rule("times", "to come"))
    return NONE


def of_named_event(noun: Token) -> Direction:
    """ "Wednesday's ruling": over, unless the event is the subject of a verb of the future."""
    if noun.dep_ in ("nsubj", "nsubjpass"):
        verdict = of_verb(noun.head, "") if noun.head.pos_ in ("VERB", "AUX") else NONE
        if verdict.side:
            return verdict
    lemma = noun.lemma_.lower()
    if lemma in lean().planning_nouns:
        verb = verb_above(noun)
        if verb is None or of_verb(verb, "").side >= 0:
            return Direction(1, rule("times", "to come"))
    return Direction(-1, rule("times", "event by day"))


def is_perfect_past(word: Token) -> bool:
    """ "had been due", "had planned"."""
    verb = word.head if word.pos_ == "ADJ" and word.head.pos_ in ("AUX", "VERB") else word
    return any(child.dep_ in ("aux", "auxpass") and child.lower_ == "had" for child in verb.children)


def verb_above(token: Token) -> Token | None:
    """The verb that governs a noun."""
    current = token
    while current.head.i != current.i:
        current = current.head
        if current.pos_ in ("VERB", "AUX"):
            return current
    return None


def of_verb(verb: Token, preposition: str) -> Direction:
    """The direction in which a verb puts the times that hang on it."""
    forms = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    for read in (of_future, of_perfect, of_setting, of_modal, of_past, of_present):
        verdict = read(verb, forms, preposition)
        if verdict.side:
            return verdict
    return NONE


def of_future(verb: Token, forms: set[str], preposition: str) -> Direction:
    """ "will meet"."""
    words = lean()
    return Direction(1, rule("times", "future"), strong=True) if forms & words.future or verb.lower_ in words.future else NONE


def of_perfect(verb: Token, forms: set[str], preposition: str) -> Direction:
    """ "has met"; but "has scheduled talks for Friday"."""
    words = lean()
    lemma = verb.lemma_.lower()
    if verb.tag_ != "VBN" or not forms & {"have", "has", "had", "having", "'ve", "’ve"} or forms & words.conditional:
        return NONE
    if lemma in words.setting and "had" not in forms and (preposition in words.forward or lemma == "schedule"):
        return Direction(1, rule("times", "was set for"))
    return Direction(-1, rule("times", "perfect"), strong=True)


def of_setting(verb: Token, forms: set[str], preposition: str) -> Direction:
    """A verb that sets a time for something else: "postponed until Friday", "is due on Friday"."""
    words = lean()
    lemma = verb.lemma_.lower()
    ahead = lemma in words.setting and preposition in words.forward
    way = rule("times", "set for")
    planned = lemma in words.planning and (preposition == "" or preposition in words.forward | words.planned_at)
    if verb.tag_ == "VBN" and not forms & words.conditional and (planned or ahead):
        return Direction(-1 if preposition == "" and forms & {"was", "were"} else 1, way)
    return Direction(1, way) if verb.tag_ in ("VBD", "VBG") and ahead else NONE


def of_modal(verb: Token, forms: set[str], preposition: str) -> Direction:
    """ "to meet", "would meet", "may have met"."""
    if "to" in forms:
        return of_infinitive(verb, preposition)
    if "would" in forms:
        return Direction(1, rule("times", "would"))
    if forms & lean().conditional:
        return Direction(-1, rule("times", "may have been")) if "have" in forms else Direction(1, rule("times", "may be"))
    return NONE


def of_past(verb: Token, forms: set[str], preposition: str) -> Direction:
    """ "met", "were meeting", "killed on Friday"."""
    if verb.tag_ == "VBD" or forms & {"was", "were", "did", "had"}:
        return Direction(-1, rule("times", "past"), strong=True)
    return NONE


def of_present(verb: Token, forms: set[str], preposition: str) -> Direction:
    """ "meets on Friday" is a timetable, "says" a report."""
    if verb.tag_ == "VBG" and forms & {"is", "are", "am", "'s", "'re"}:
        return Direction(1, rule("times", "progressive"))
    if verb.tag_ in ("VBZ", "VBP") or (verb.tag_ == "VBN" and forms & {"is", "are"}):
        if verb.lemma_.lower() in lean().reporting:
            return Direction(-1, rule("times", "report"))
        return Direction(1, rule("times", "timetable"))
    if verb.tag_ == "VBN" and not forms:
        return Direction(-1, rule("times", "participle"))
    return NONE


def of_infinitive(verb: Token, preposition: str) -> Direction:
    """An infinitive looks ahead from a word of planning or of the present, else it shares its head's time."""
    head = verb.head
    if head.i == verb.i:
        return Direction(1, rule("times", "headline"))
    if head.lemma_.lower() in lean().planning or head.lemma_.lower() in lean().planning_nouns:
        if is_perfect_past(head):
            return Direction(-1, rule("times", "had planned"), strong=True)
        return Direction(1, rule("times", "plan"), strong=True)
    above = head if head.pos_ in ("VERB", "AUX") else verb_above(head)
    if above is not None and above.i != verb.i and above.tag_ == "VBD":
        return Direction(-1, rule("times", "infinitive after past"))
    return Direction(1, rule("times", "purpose"))


def direction_of_words(text: str, start: int, end: int) -> Direction:
    """The direction that the words around an expression suggest, where there is no parse."""
    left = max(text.rfind(".", max(0, start - REACH), start), text.rfind("\n", max(0, start - REACH), start)) + 1
    right = text.find(".", end, end + REACH)
    around = text[max(left, start - REACH) : start] + " " + text[end : right if right > 0 else end + REACH]
    words = {word.lower() for word in WORD.findall(around)}
    if words & lean().future_around or "to be " in around:
        return Direction(1, rule("times", "future around"))
    if words & lean().past_around:
        return Direction(-1, rule("times", "past around"))
    return NONE
