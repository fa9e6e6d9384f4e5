"""At which level sides meet, about what, with which outcome; and the words that state it best."""

from spacy.tokens import Token

from dateline.knowledge.meetings import wording
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.reading.desk import Sentence, children, subjects, subtree, tense
from dateline.reading.meetings.roles import Mention, verb_above
from dateline.reading.meetings.status import effect_of

__all__ = ["level_of", "outcome_of", "span_of", "topic_of"]

LONGEST_SPAN = 25
TOPIC_PREPOSITIONS = ("on", "about", "over", "regarding", "concerning")
CLAUSES = ("xcomp", "advcl", "acl", "relcl")
SUBJECTS = ("nsubj", "nsubjpass")
DISCUSSING = ("discuss", "address", "review", "tackle", "explore", "cover")
ENDING = ("end", "conclude", "close", "finish", "wrap", "break", "collapse")
YIELDING = ("produce", "yield", "bring", "make", "achieve", "secure", "fail", "result")


def level_of(mention: Mention) -> Sourced[str] | None:
    """The rank at which sides meet ("ambassadors", "foreign ministers"), from the phrases of those who do."""
    if mention.kind == "visit":
        return None
    words = [token for noun in those_who_meet(mention) for token in subtree(noun, without=("relcl", "appos", "acl", "advcl"))]
    for level in wording().levels:
        parts = level.split()
        for position, token in enumerate(words):
            if [each.lower_ for each in words[position : position + len(parts)]] == parts:
                return Sourced(
                    level, (mention.sentence.evidence("rank of those who meet", token, words[position + len(parts) - 1]),)
                )
    return None


def those_who_meet(mention: Mention) -> list[Token]:
    """Head words of the phrases that name the sides: the noun's own, or the subjects and partners of the verb."""
    head = mention.head
    if head.pos_ not in ("VERB", "AUX"):
        return [head]
    nouns = children(head, "nsubj", "dobj") + [
        n for p in children(head, "prep") if p.lower_ == "with" for n in children(p, "pobj")
    ]
    return nouns or [subject for subject in subjects(head) if subject in list(mention.sentence.tokens)]


def topic_of(mention: Mention) -> Sourced[str] | None:
    """What the meeting is about: the phrase after "on", "about", "over", what it is "to discuss", the purpose of a visit."""
    sentence, head = mention.sentence, mention.head
    verb, _ = verb_above(head) if head.pos_ not in ("VERB", "AUX") else (head, "")
    nouns = [noun for p in children(head, "prep") if p.lower_ in TOPIC_PREPOSITIONS for noun in children(p, "pobj")]
    purposes = [clause for source in (head, verb) if source is not None for clause in children(source, *CLAUSES)]
    nouns += [noun for clause in purposes if clause.lemma_ in DISCUSSING for noun in children(clause, "dobj")]
    if head.lemma_ == "discuss":
        nouns += children(head, "dobj")
    for noun in nouns:
        if noun.ent_type_ not in ("DATE", "TIME"):
            return stretch(sentence, noun, "what the meeting is about")
    if mention.kind == "visit":
        aims = [clause for clause in purposes if tense(clause) == "infinitive" and clause.lemma_ not in wording().verbs]
        return stretch(sentence, aims[0], "what the visit is for") if aims else None
    return None


def outcome_of(mention: Mention) -> Sourced[str] | None:
    """What came of it: "ended without agreement", "produced a ceasefire", "failed to narrow the gap"."""
    sentence, head = mention.sentence, mention.head
    verb, _ = verb_above(head) if head.pos_ not in ("VERB", "AUX") else (None, "")
    if (
        verb is None
        or mention.stance.status not in ("held", "suspended")
        or head not in (*children(verb, *SUBJECTS), *children(verb, "dobj"))
    ):
        return None
    if verb.lemma_ in ENDING:
        ends = [preposition for preposition in children(verb, "prep") if preposition.lower_ in ("with", "without")]
        return stretch(sentence, ends[0], "what came of the meeting") if ends else None
    if verb.lemma_ in YIELDING and head.dep_ in SUBJECTS:
        results = children(verb, "dobj", "xcomp")
        return stretch(sentence, results[0], "what came of the meeting") if results else None
    return None


def stretch(sentence: Sentence, head: Token, rule: str) -> Sourced[str]:
    """The unbroken phrase around a word, without what is only added to it."""
    around = subtree(head, without=("relcl", "appos", "advcl"))
    words = [word for word in around if word == head or not word.is_punct or word.text == "-"]
    at = words.index(head)
    first, last = at, at
    while first > 0 and words[first - 1].i == words[first].i - 1:
        first -= 1
    while last + 1 < len(words) and words[last + 1].i == words[last].i + 1:
        last += 1
    span = sentence.span(words[first], words[last])
    return Sourced(span.quote, (Evidence(span, rule),))


def span_of(mention: Mention) -> Span:
    """The clause or phrase that states the meeting, of at most `LONGEST_SPAN` words."""
    head = mention.head
    if mention.destination is not None and mention.destination.dep_ == "conj":
        return mention.sentence.span(mention.destination)
    verb, _ = verb_above(head) if head.pos_ not in ("VERB", "AUX") else (head, "")
    centre = head
    if verb is not None and (verb == head or effect_of(verb) not in (None, "report")):
        centre = verb
    left = min([head.left_edge.i, *(child.left_edge.i for child in children(centre, "nsubj", "nsubjpass"))])
    right = max(
        [
            head.i,
            centre.i,
            *(child.right_edge.i for child in centre.children if child.dep_ in ("dobj", "prep", "npadvmod", "xcomp", "attr")),
        ]
    )
    if centre == head and head.pos_ in ("NOUN", "PROPN"):
        right = max(token.i for token in subtree(head, without=("relcl", "appos", "conj", "cc", "punct")))
    left = max(left, mention.sentence.tokens[0].i, head.i - LONGEST_SPAN)
    right = max(head.i, min(right, mention.sentence.tokens[-1].i, left + LONGEST_SPAN - 1))
    return mention.sentence.span(head.doc[left], head.doc[right])
