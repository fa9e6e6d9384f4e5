"""At which level sides meet, about what, with which outcome; and the words that state it best."""

from dateline.knowledge.meetings import wording, words
from dateline.knowledge.rules import rule
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.reading.desk import Sentence, Word, subjects, tense
from dateline.reading.meetings.lookup import effect_of, meeting_verb
from dateline.reading.meetings.roles import Mention, verb_above

__all__ = ["level_of", "outcome_of", "span_of", "topic_of"]

LONGEST_SPAN = 25
CLAUSES = ("xcomp", "advcl", "acl", "relcl")
SUBJECTS = ("nsubj", "nsubjpass")


def level_of(mention: Mention) -> Sourced[str] | None:
    """The rank at which sides meet ("ambassadors", "foreign ministers"), from the phrases of those who do."""
    if mention.kind == "visit":
        return None
    named = [word for noun in those_who_meet(mention) for word in noun.subtree(without=("relcl", "appos", "acl", "advcl"))]
    for level in wording().levels:
        parts = level.split()
        for position, word in enumerate(named):
            if [each.lower for each in named[position : position + len(parts)]] == parts:
                return Sourced(
                    level, (mention.sentence.evidence(rule("meetings", "level"), word, named[position + len(parts) - 1]),)
                )
    return None


def those_who_meet(mention: Mention) -> list[Word]:
    """Head words of the phrases that name the sides: the noun's own, or the subjects and partners of the verb."""
    head = mention.head
    if not head.is_verb:
        return [head]
    nouns = head.children("nsubj", "dobj") + head.behind("with")
    return nouns or [subject for subject in subjects(head) if subject in mention.sentence.words]


def is_of_meeting(verb: Word) -> bool:
    """Is it a verb by which sides meet, whatever they do?"""
    known = meeting_verb(verb)
    return known is not None and not known.objects


def topic_of(mention: Mention) -> Sourced[str] | None:
    """What the meeting is about: the phrase after "on", "about", "over", what it is "to discuss", the purpose of a visit."""
    sentence, head = mention.sentence, mention.head
    verb, _ = verb_above(head) if not head.is_verb else (head, "")
    nouns = head.behind(*words("topics"))
    purposes = [clause for source in (head, verb) if source is not None for clause in source.children(*CLAUSES)]
    nouns += [noun for clause in purposes if clause.lemma in words("discussing") for noun in clause.children("dobj")]
    known = meeting_verb(head) if head.is_verb else None
    if known is not None and known.how == "discusses":
        nouns += head.children("dobj")
    for noun in nouns:
        if noun.ent not in ("DATE", "TIME"):
            return stretch(sentence, noun, rule("meetings", "topic"))
    if mention.kind == "visit":
        aims = [clause for clause in purposes if tense(clause) == "infinitive" and not is_of_meeting(clause)]
        return stretch(sentence, aims[0], rule("meetings", "visit-aim")) if aims else None
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
    if verb.lemma in words("told as its end"):
        ends = [preposition for preposition in verb.children("prep") if preposition.lower in ("with", "without")]
        return stretch(sentence, ends[0], rule("meetings", "outcome")) if ends else None
    if verb.lemma in words("yielding") and head.dep in SUBJECTS:
        results = verb.children("dobj", "xcomp")
        return stretch(sentence, results[0], rule("meetings", "outcome")) if results else None
    return None


def stretch(sentence: Sentence, head: Word, rule: str) -> Sourced[str]:
    """The unbroken phrase around a word, without what is only added to it."""
    around = head.subtree(without=("relcl", "appos", "advcl"))
    kept = [word for word in around if word == head or word.pos != "PUNCT" or word.text == "-"]
    at = kept.index(head)
    first, last = at, at
    while first > 0 and kept[first - 1].i == kept[first].i - 1:
        first -= 1
    while last + 1 < len(kept) and kept[last + 1].i == kept[last].i + 1:
        last += 1
    span = sentence.span(kept[first], kept[last])
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
    line = mention.sentence.words
    start = line[0].i
    left = max(left, start, head.i - LONGEST_SPAN)
    right = max(head.i, min(right, line[-1].i, left + LONGEST_SPAN - 1))
    return mention.sentence.span(line[left - start], line[right - start])
