"""At which level sides meet, about what, with which outcome; and the words that state it best."""

from dateline.knowledge.meetings import wording
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.reading.desk import Sentence, Word, word_subjects, word_tense
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
    words = [word for noun in those_who_meet(mention) for word in noun.subtree(without=("relcl", "appos", "acl", "advcl"))]
    for level in wording().levels:
        parts = level.split()
        for position, word in enumerate(words):
            if [each.lower for each in words[position : position + len(parts)]] == parts:
                return Sourced(
                    level, (mention.sentence.evidence("rank of those who meet", word, words[position + len(parts) - 1]),)
                )
    return None


def those_who_meet(mention: Mention) -> list[Word]:
    """Head words of the phrases that name the sides: the noun's own, or the subjects and partners of the verb."""
    head = mention.head
    if not head.is_verb:
        return [head]
    nouns = head.children("nsubj", "dobj") + head.behind("with")
    return nouns or [subject for subject in word_subjects(head) if subject in mention.sentence.words]


def topic_of(mention: Mention) -> Sourced[str] | None:
    """What the meeting is about: the phrase after "on", "about", "over", what it is "to discuss", the purpose of a visit."""
    sentence, head = mention.sentence, mention.head
    verb, _ = verb_above(head) if not head.is_verb else (head, "")
    nouns = head.behind(*TOPIC_PREPOSITIONS)
    purposes = [clause for source in (head, verb) if source is not None for clause in source.children(*CLAUSES)]
    nouns += [noun for clause in purposes if clause.lemma in DISCUSSING for noun in clause.children("dobj")]
    if head.lemma == "discuss":
        nouns += head.children("dobj")
    for noun in nouns:
        if noun.ent not in ("DATE", "TIME"):
            return stretch(sentence, noun, "what the meeting is about")
    if mention.kind == "visit":
        aims = [clause for clause in purposes if word_tense(clause) == "infinitive" and clause.lemma not in wording().verbs]
        return stretch(sentence, aims[0], "what the visit is for") if aims else None
    return None


def outcome_of(mention: Mention) -> Sourced[str] | None:
    """What came of it: "ended without agreement", "produced a ceasefire", "failed to narrow the gap"."""
    sentence, head = mention.sentence, mention.head
    verb, _ = verb_above(head) if not head.is_verb else (None, "")
    if (
        verb is None
        or mention.stance.status not in ("held", "suspended")
        or head not in (*verb.children(*SUBJECTS), *verb.children("dobj"))
    ):
        return None
    if verb.lemma in ENDING:
        ends = [preposition for preposition in verb.children("prep") if preposition.lower in ("with", "without")]
        return stretch(sentence, ends[0], "what came of the meeting") if ends else None
    if verb.lemma in YIELDING and head.dep in SUBJECTS:
        results = verb.children("dobj", "xcomp")
        return stretch(sentence, results[0], "what came of the meeting") if results else None
    return None


def stretch(sentence: Sentence, head: Word, rule: str) -> Sourced[str]:
    """The unbroken phrase around a word, without what is only added to it."""
    around = head.subtree(without=("relcl", "appos", "advcl"))
    words = [word for word in around if word == head or word.pos != "PUNCT" or word.text == "-"]
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
    if mention.destination is not None and mention.destination.dep == "conj":
        return mention.sentence.span(mention.destination)
    verb, _ = verb_above(head) if not head.is_verb else (head, "")
    centre = head
    if verb is not None and (verb == head or effect_of(verb) not in (None, "report")):
        centre = verb
    left = min([head.left_edge.i, *(child.left_edge.i for child in centre.children("nsubj", "nsubjpass"))])
    right = max(
        [
            head.i,
            centre.i,
            *(child.right_edge.i for child in centre.below if child.dep in ("dobj", "prep", "npadvmod", "xcomp", "attr")),
        ]
    )
    if centre == head and head.pos in ("NOUN", "PROPN"):
        right = max(word.i for word in head.subtree(without=("relcl", "appos", "conj", "cc", "punct")))
    words = mention.sentence.words
    start = words[0].i
    left = max(left, start, head.i - LONGEST_SPAN)
    right = max(head.i, min(right, words[-1].i, left + LONGEST_SPAN - 1))
    return mention.sentence.span(words[left - start], words[right - start])
