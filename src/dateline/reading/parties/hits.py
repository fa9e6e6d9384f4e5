"""Known names of a sentence settled: which meaning fits, which are part of another name, and which act."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.knowledge.parties import titles
from dateline.knowledge.rules import rule
from dateline.model.evidence import Evidence
from dateline.model.party import How
from dateline.reading.desk import Naming, Sentence, head_of
from dateline.reading.parties.lexicon import Hit, find_hits, known
from dateline.reading.parties.metonymy import acts, describes
from dateline.reading.parties.person_names import find_names
from dateline.reading.parties.persons import Name
from dateline.reading.parties.roster import Roster, choose

__all__ = ["Found", "count_parties", "look", "name_hits", "settle_hits"]

HOW: dict[str, How] = {
    "name": "name",
    "adjective": "demonym",
    "people": "demonym",
    "capital": "metonym",
    "seat": "metonym",
    "description": "description",
    "person": "name",
}


@dataclass(frozen=True)
class Found:
    """The known names and persons' names of a sentence."""

    sentence: Sentence
    hits: tuple[Hit, ...]
    names: tuple[Name, ...]


@cache
def rules_of_roles() -> dict[str, str]:
    """The rule by which a known name in each role is read."""
    return {
        "name": rule("parties", "name"),
        "adjective": rule("parties", "adjective"),
        "people": rule("parties", "people"),
        "capital": rule("parties", "capital"),
        "seat": rule("parties", "seat"),
        "description": rule("parties", "sure description"),
    }


def look(sentence: Sentence, day: date | None = None) -> Found:
    """The names in a sentence; a known name inside a person's name is none ("Michael Jordan")."""
    hits = find_hits(sentence)
    names = find_names(sentence, hits, day)
    names = [name for name in names if not is_named_after(sentence, name)]
    inside = {index for name in names for index in range(name.first, name.last + 1)}
    kept = [hit for hit in hits if hit.role == "person" or not inside.intersection(range(hit.first, hit.last + 1))]
    return Found(sentence, tuple(kept), tuple(names))


def is_named_after(sentence: Sentence, name: Name) -> bool:
    """Is the person's name only the beginning of one of a building or thing ("Charles de Gaulle Airport")?"""
    doc, index = sentence.tokens.doc, name.last + 1
    while index < sentence.tokens.end and doc[index].pos_ == "PROPN" and doc[index].text[0].isupper() and index - name.last < 4:
        if doc[index].lower_ in titles().no_names:
            return True
        index += 1
    return False


def count_parties(found: Sequence[Found]) -> Counter[str]:
    """How often a story names each known party outright, and places in America (as "USA places")."""
    present = Counter(hit.terms[0].id for each in found for hit in each.hits if hit.role not in ("capital", "place"))
    present["USA places"] = sum(
        hit.role == "place" and hit.terms[0].id.endswith(", USA") for each in found for hit in each.hits
    )
    adjectives = sum(hit.role == "adjective" and hit.terms[0].id == "GEO" for each in found for hit in each.hits)
    if present["USA places"] and not adjectives and not present["RUS"]:
        present["GEO"] = -1
    return present


def settle_hits(roster: Roster, found: Found, present: Counter[str]) -> list[Hit]:
    """The known names of a sentence, each with the one meaning that fits day and story."""
    settled: list[Hit] = []
    for hit in found.hits:
        terms = tuple(term for term in hit.terms if term.role not in ("place", "person"))
        if not terms or is_enterprise(found.sentence, hit):
            continue
        term = choose(terms, roster.day, present)
        if present[term.id] >= 0:
            settled.append(Hit(hit.start, hit.end, hit.first, hit.last, (term,), hit.words, hit.joined))
    return settled


def is_enterprise(sentence: Sentence, hit: Hit) -> bool:
    """Is a state's name or adjective only part of the name of a company, school, paper or contest ("Air France")?"""
    if hit.role not in ("name", "adjective", "capital") or known()[hit.terms[0].id].kind != "state":
        return False
    doc = sentence.tokens.doc
    for entity in sentence.entities:
        if entity.first <= hit.first and hit.last <= entity.last and entity.label in ("ORG", "EVENT", "FAC"):
            words = [doc[index] for index in range(entity.first, entity.last + 1) if not hit.first <= index <= hit.last]
            words = [token for token in words if token.text not in ("'s", "’s", "the", "The", "(", ")")]
            if not words:
                return False
            if hit.role == "name" and hit.last == entity.last and doc[hit.first - 1].pos_ == "PROPN":
                return True
            kind = words[-1].lower_ if words[-1].i > hit.last else words[0].lower_
            kind = (
                next((token.lower_ for token in words if token.nbor(1).lower_ == "of"), kind)
                if words[-1].lower_ == "of"
                else kind
            )
            return kind in titles().enterprises or words[0].lower_ == "air"
    return False


def in_dateline(sentence: Sentence, hit: Hit) -> bool:
    """Does the hit open a paragraph as a dateline does ("BAGHDAD (Reuters) -")?"""
    doc = sentence.tokens.doc
    after = [token.text for token in doc[hit.last + 1 : hit.last + 9]]
    return (
        hit.first <= 1
        and bool(after)
        and (after[0] in ("(", "-", "–", "—", "_") or (hit.words.isupper() and (after[0] == "," or after[0][:4].isdigit())))
    )


def name_hits(roster: Roster, sentence: Sentence, hits: Sequence[Hit]) -> None:
    """Note the namings that known names are; capitals and seats of power only where they act."""
    doc = sentence.tokens.doc
    for hit in hits:
        if (id(doc), hit.last) in roster.at:
            continue
        head = head_of(sentence, hit.first, hit.last)
        place = hit.role in ("capital", "seat") and (in_dateline(sentence, hit) or not acts(doc[head]))
        if place and not (hit.role == "seat" and hit.joined):
            continue
        span = sentence.cut(hit.start, hit.end)
        evidence = Evidence(span, rules_of_roles()[hit.role])
        modifier = hit.joined or doc[head].dep_ in ("amod", "compound", "nmod", "poss")
        ids = (hit.terms[0].id,)
        naming = Naming(sentence, hit.first, hit.last, head, ids, HOW[hit.role], span, evidence, modifier)
        roster.name(naming, mention=not describes(hit, doc[head]))
