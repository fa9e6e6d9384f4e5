"""Organisations that nobody listed: what the model calls one, with the side their name gives."""

from collections import Counter
from collections.abc import Sequence

from dateline.knowledge.lists import listed
from dateline.knowledge.parties import titles
from dateline.knowledge.rules import rule
from dateline.model.evidence import Evidence
from dateline.reading.desk import Naming, Sentence, head_of
from dateline.reading.parties.lexicon import Hit, known
from dateline.reading.parties.roles import organ_of
from dateline.reading.parties.roster import Roster

__all__ = ["organisations"]


def organisations(roster: Roster, sentence: Sentence, hits: Sequence[Hit], every: Sequence[Hit]) -> None:
    """Note what the model calls an organisation: with a state in its name an organ of it, else by its own name.

    `every` are all known names of the sentence; a known place is no organisation.
    """
    doc = sentence.tokens.doc
    for entity in sentence.entities:
        first, last = entity.first, entity.last
        while first < last and (doc[first].lower_ in ("the", "a", "an") or not doc[first].text[0].isalnum()):
            first += 1
        while last > first and (not doc[last].text[0].isalnum() or doc[last].lower_ in ("'s", "’s")):
            last -= 1
        shouted = sentence.field == "title" and sentence.tokens.text.isupper()
        if entity.label != "ORG" or not doc[first].text[0].isupper() or shouted:
            continue
        if any(hit.role in ("place", "capital") and hit.first <= first and last <= hit.last for hit in every):
            continue
        inside = [hit for hit in hits if hit.first <= last and first <= hit.last]
        if inside:
            name_organ(roster, sentence, first, last, inside)
        elif not any((id(doc), index) in roster.at for index in range(first, last + 1)):
            name_organisation(roster, sentence, first, last)


def name_organ(roster: Roster, sentence: Sentence, first: int, last: int, inside: Sequence[Hit]) -> None:
    """Note an organ whose name begins with its state or ends with "of" it ("Supreme Council of STATE")."""
    doc, hit = sentence.tokens.doc, inside[0]
    state = hit.terms[0].id
    if len(inside) > 1 or known()[state].kind != "state" or hit.role not in ("name", "adjective"):
        return
    if hit.first == first and hit.last < last:
        words = [doc[index] for index in range(hit.last + 1, last + 1) if doc[index].lower_ not in ("'s", "’s")]
        noun = words[-1].lower_ if words else ""
    else:
        words = [doc[index] for index in range(first, hit.first)]
        while words and words[-1].lower_ in ("of", "the"):
            words.pop()
        noun = words[-1].lower_ if words else ""
    broad = hit.first == first and noun in listed("parties/words", "broad organs")
    if (
        broad
        or noun not in titles().organ_nouns
        or len(words) < 2
        or not all(word.text[0].isupper() for word in words if word.is_alpha)
    ):
        return
    id_ = organ_of(state, titles().organs.get(" ".join(word.lower_ for word in words), " ".join(word.text for word in words)))
    roster.enter(id_, sentence.span(doc[first], doc[last]).quote, "organ", state)
    note(roster, sentence, first, last, id_, rule("parties", "named organ"))


def name_organisation(roster: Roster, sentence: Sentence, first: int, last: int) -> None:
    """Note an organisation by its own name, or as the party or organ of a state that ended with that name before."""
    span = sentence.span(sentence.tokens.doc[first], sentence.tokens.doc[last])
    name = " ".join(span.quote.split())
    longer = next((id_ for id_ in roster.drafts if id_.lower().endswith(f":{name.lower()}")), name)
    head = sentence.tokens.doc[head_of(sentence, first, last)]
    if head.dep_ == "pobj" and head.head.lower_ == "on" and longer == name:
        return
    if (
        longer == name
        and last - first < 3
        and name.split()[-1].lower() in titles().organ_nouns
        and (state := leading_state(roster))
    ):
        longer = organ_of(state, titles().organs.get(name.lower(), name))
        roster.enter(longer, name, "organ", state)
    if longer == name and name.lower() in titles().organs:
        return  # "the Foreign Ministry" is that of some state, which what stands around it may tell
    if longer == name:
        kind = roster.drafts[name].kind if name in roster.drafts else None
        if kind is None:
            roster.enter(name, name, "organisation", name)
    note(roster, sentence, first, last, longer, rule("parties", "organisation"))


def leading_state(roster: Roster) -> str | None:
    """The state named most so far, where it was named at least twice and twice as often as the next."""
    counts = Counter(seen.id for seen in roster.seen if roster.drafts[seen.id].kind == "state").most_common(2)
    if not counts or counts[0][1] < 2 or (len(counts) > 1 and counts[0][1] < 2 * counts[1][1]):
        return None
    return counts[0][0]


def note(roster: Roster, sentence: Sentence, first: int, last: int, id_: str, name: str) -> None:
    """Note a naming by name."""
    span = sentence.span(sentence.tokens.doc[first], sentence.tokens.doc[last])
    roster.name(Naming(sentence, first, last, head_of(sentence, first, last), (id_,), "name", span, Evidence(span, name)))
