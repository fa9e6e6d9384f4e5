"""Topics: what a statement is about, in a few words of the text."""

from dateline.knowledge.rules import rule
from dateline.knowledge.statements import word_list
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.reading.desk import Sentence, Word

__all__ = ["topic_of"]

LONGEST = 8
TRAIL = ("relcl", "acl", "appos", "cc", "conj", "punct", "advcl", "ccomp")


def topic_of(sentence: Sentence, content: tuple[Span, ...], head: Word | None, main: Word | None) -> Sourced[str] | None:
    """The noun phrase that names the issue: the content's own head, or what its main verb is about."""
    for noun, how in candidates(head, main):
        words = phrase(noun)
        if noun.pos in ("NOUN", "PROPN") and noun.lemma not in word_list("no issues") and 2 <= len(words) <= LONGEST:
            span = sentence.span(words[0], words[-1])
            if not any(part.overlaps(span) for part in content):
                continue
            return Sourced(" ".join(span.quote.split()), (Evidence(span, how),))
    return None


def candidates(head: Word | None, main: Word | None) -> list[tuple[Word, str]]:
    """Nouns that may name the issue, the likeliest first, with the rule by which they do."""
    found: list[tuple[Word, str]] = []
    if head is not None and head.pos in ("NOUN", "PROPN"):
        found.append((head, rule("statements", "topic of head")))
    verbs = [main, *main.children("xcomp")] if main is not None else []
    for verb in verbs:
        found += [(noun, rule("statements", "topic of object")) for noun in verb.children("dobj", "attr", "nsubjpass")]
    for verb in verbs:
        for preposition in verb.children("prep"):
            found += [(noun, rule("statements", "topic of preposition")) for noun in preposition.children("pobj")]
    for verb in verbs:
        found += [(noun, rule("statements", "topic of subject")) for noun in verb.children("nsubj")]
    return [(noun, how) for noun, how in found if noun.ent not in ("DATE", "TIME", "PERSON", "CARDINAL", "MONEY")]


def phrase(noun: Word) -> list[Word]:
    """The noun with what describes it, without article and clauses."""
    barred = {item.i for child in noun.children(*TRAIL) for item in child.subtree() if child.i > noun.i}
    words = [word for word in noun.subtree() if word.i not in barred]
    while len(words) > 1 and (words[0].dep == "det" or words[0].is_mark or words[0].tag == "PRP$"):
        words = words[1:]
    whole = words[-1].i - words[0].i + 1 == len(words)
    return words if whole else [noun]
