"""Organisations that nobody listed: what the model calls one, with the side their name gives."""

from collections.abc import Sequence

from dateline.model.evidence import Evidence
from dateline.reading.parties_lexicon import Hit
from dateline.reading.parties_roster import Naming, Roster, head_of
from dateline.reading.story import Sentence

__all__ = ["organisations"]


def organisations(roster: Roster, sentence: Sentence, hits: Sequence[Hit]) -> None:
    """Note what the model calls an organisation where no known name stands in it."""
    doc = sentence.tokens.doc
    for entity in sentence.tokens.ents:
        first, last = entity.start, entity.end - 1
        if entity.label_ != "ORG" or any((id(doc), index) in roster.at for index in range(first, last + 1)):
            continue
        while first < last and doc[first].lower_ in ("the", "a", "an"):
            first += 1
        while last > first and not doc[last].text[0].isalnum():
            last -= 1
        if any(hit.first <= last and first <= hit.last for hit in hits) or not doc[first].text[0].isupper():
            continue
        span = sentence.span(doc[first], doc[last])
        name = " ".join(span.quote.split())
        roster.enter(name, name, "organisation", name)
        evidence = Evidence(span, "a name of an organisation")
        roster.name(Naming(sentence, first, last, head_of(sentence, first, last), (name,), "name", span, evidence))
