"""Known names in a sentence: states, bodies, groups, persons, looked up in one tree of words, the longest first."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any, Literal

from dateline.knowledge.lists import listed
from dateline.knowledge.parties import bodies, groups, holders, people, states
from dateline.knowledge.places import blockers, places
from dateline.model.party import PartyKind
from dateline.reading.desk import Sentence

__all__ = [
    "Hit", "Known", "Term", "careful_names", "described_by", "find_hits", "fold", "known", "lost_apostrophes", "surnames",
]  # fmt: skip

Role = Literal["name", "adjective", "people", "capital", "seat", "person", "description", "block", "place"]


@dataclass(frozen=True)
class Known:
    """A party of knowledge."""

    id: str
    name: str
    kind: PartyKind
    of: str | None = None
    wikidata: str | None = None
    sectors: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    from_: date | None = None
    until: date | None = None
    forum: bool = False


@dataclass(frozen=True)
class Term:
    """Words that mean a known party, and in which role."""

    id: str
    role: Role


@dataclass(frozen=True)
class Hit:
    """A known name in a sentence: code points of the field, tokens of the paragraph (inclusive), and its meanings."""

    start: int
    end: int
    first: int
    last: int
    terms: tuple[Term, ...]
    words: str
    joined: bool = False
    """Is it the first part of a hyphened word that is no party ("Russian-backed")?"""

    @property
    def role(self) -> Role:
        """The role of its first meaning."""
        return self.terms[0].role


WORD = re.compile(r"[^\W_]+|[^\w\s]")


def fold(word: str) -> str:
    """The word without accents."""
    if word.isascii():
        return word
    return "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign)).replace("’", "'")


@cache
def described_by() -> dict[str, list[str]]:
    """The ids of the parties that a noun or phrase describes."""
    result: dict[str, list[str]] = {}
    for party in known().values():
        for words in party.descriptions:
            result.setdefault(words, []).append(party.id)
    return result


@cache
def known() -> dict[str, Known]:
    """All parties of knowledge by id."""
    result: dict[str, Known] = {}
    for state in states():
        result[state.id] = Known(
            state.id, state.name, "state", state.id, state.wikidata, ("GOV",), state.descriptions, state.from_, state.until
        )
    for body in bodies():
        of = body.of or body.id
        result[body.id] = Known(
            body.id,
            body.name,
            body.kind,
            of,
            body.wikidata,
            body.sectors,
            body.descriptions,
            until=body.ended,
            forum=body.forum,
        )
    for group in groups():
        result[group.id] = Known(group.id, group.name, "group", group.id, group.wikidata, group.sectors, group.descriptions)
    ids = people().wikidata
    for holder in sorted(holders(), key=lambda holder: holder.from_, reverse=True):
        result.setdefault(holder.person, Known(holder.person, holder.person, "person", holder.party, ids.get(holder.person)))
    for person in (*people().names, *ids):
        result.setdefault(person, Known(person, person, "person", None, ids.get(person)))
    return result


def words_of_states() -> list[tuple[str, Term]]:
    """Every word for a state, its people and its government."""
    found: list[tuple[str, Term]] = []
    for state in states():
        found += [(word, Term(state.id, "name")) for word in (state.name, *state.names)]
        found += [(word, Term(state.id, "people")) for word in state.nouns]
        found += [(word, Term(state.id, "adjective")) for word in state.adjectives]
        found += [(word, Term(state.id, "capital")) for word in state.capitals]
        found += [(word, Term(state.id, "seat")) for word in state.seats]
    return found


def words_of_others() -> list[tuple[str, Term]]:
    """Every word for a body, group or person, and names that only look like one."""
    found: list[tuple[str, Term]] = []
    for body in bodies():
        found += [(word, Term(body.id, "name")) for word in (body.name, *body.names)]
        found += [(word, Term(body.id, "description")) for word in body.sure]
    for group in groups():
        found += [(word, Term(group.id, "name")) for word in (group.name, *group.names)]
        found += [(word, Term(group.id, "adjective")) for word in group.adjectives]
        found += [(word, Term(group.id, "capital")) for word in group.capitals]
    for who, party in known().items():
        if party.kind == "person" and " " in who:
            found += [(word, Term(who, "person")) for word in (who, *people().names.get(who, ())) if " " in word]
    found += [(word, Term("", "block")) for word in blockers()]
    found += [(word, Term(place.key, "place")) for place in places() for word in place.names]
    return found


@cache
def tree() -> dict[str, Any]:
    """All terms as a tree of folded words; the key "" holds the terms that end there."""
    root: dict[str, Any] = {}
    for words, term in (*words_of_states(), *words_of_others()):
        variants = {fold(words)}
        if sum(map(str.isalpha, words)) > 3 and term.role not in ("people", "description"):
            variants.add(fold(words).upper())
        for variant in variants:
            node = root
            for word in WORD.findall(variant):
                node = node.setdefault(word, {})
            terms = node.setdefault("", [])
            if (all(other.id != term.id for other in terms) and term.role != "block") or not terms:
                terms.append(term)
    return root


@cache
def careful_names() -> frozenset[str]:
    """Folded short names that many bear beside those who are known."""
    return frozenset(map(fold, people().careful))


@cache
def surnames() -> dict[str, tuple[str, ...]]:
    """Folded last (or short) name -> the known persons who bear it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for who, party in known().items():
        if party.kind != "person":
            continue
        for name in (who, *people().names.get(who, ())):
            short = people().short.get(who) if name == who else None
            if name.split()[0] in listed("parties/words", "reigning") and not short:
                continue
            key = fold(short or name.split()[-1])
            if who not in found[key]:
                found[key].append(who)
    return {name: tuple(ids) for name, ids in found.items()}


def find_hits(sentence: Sentence) -> list[Hit]:
    """The known names of a sentence in text order, the longest at each place."""
    text = sentence.document.text.field(sentence.field)
    words = [(match[0], match.start(), match.end()) for match in WORD.finditer(text, sentence.start, sentence.end)]
    found: list[Hit] = []
    position, bare = 0, lost_apostrophes(text)
    while position < len(words):
        count, terms = halved(words, position) or longest(words, position, bare=bare)
        if not terms:
            position += 1
            continue
        start, end = words[position][1], words[position + count - 1][2]
        hit = located(sentence, start, end, terms, joined=is_joined(words, position + count))
        if hit and hit.role != "block":
            found.append(hit)
        position += count
    return found


@lru_cache(maxsize=64)
def lost_apostrophes(text: str) -> bool:
    """Has a text of some length lost its apostrophes ("Chinas exports")?"""
    return len(text) > 500 and not any(sign in text for sign in "'’‘`´")


def longest(words: list[tuple[str, int, int]], position: int, *, bare: bool = False) -> tuple[int, tuple[Term, ...]]:
    """How many words from `position` on make the longest known name, and its meanings.

    With `bare` an s may have lost its apostrophe.
    """
    node = tree()
    best: tuple[int, tuple[Term, ...]] = (0, ())
    for count, (word, start, _) in enumerate(words[position:], 1):
        if count > 1 and start - words[position + count - 2][2] > 2:
            break
        if bare and len(word) > 3 and word.endswith("s") and fold(word) not in node and (owner := node.get(fold(word[:-1]))):
            terms = [term for term in owner.get("", ()) if term.role in ("name", "capital", "place")]
            return (count, tuple(terms)) if terms else best
        node = node.get(fold(word), {})
        if not node:
            break
        if terms := node.get(""):
            best = count, tuple(terms)
    return best


def halved(words: list[tuple[str, int, int]], position: int) -> tuple[int, tuple[Term, ...]] | None:
    """The first of two names that end alike and share their end ("North and South Korea", "East and West German ministers")."""
    if position + 3 >= len(words) or words[position + 1][0] not in ("and", "or", "-"):
        return None
    count, _ = longest(words, position + 2)
    if count < 2 or not words[position][0][:1].isupper():
        return None
    end = words[position + 3 : position + 2 + count]
    node = tree()
    for word, _, _ in (words[position], *end):
        node = node.get(fold(word), {})
    terms = tuple(node.get("", ()))
    return (1, terms) if terms and terms[0].role in ("name", "adjective") else None


def is_joined(words: list[tuple[str, int, int]], after: int) -> bool:
    """Does a hyphen and a word that is no known name follow without a space?"""
    if after + 1 >= len(words) or words[after][0] not in "-‑–" or words[after][1] != words[after - 1][2]:
        return False
    return words[after + 1][1] == words[after][2] and not longest(words, after + 1)[1]


def located(sentence: Sentence, start: int, end: int, terms: tuple[Term, ...], *, joined: bool) -> Hit | None:
    """The hit with the tokens it lies in."""
    doc = sentence.tokens.doc
    tokens = doc.char_span(start - sentence.offset, end - sentence.offset, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return None
    words = sentence.document.text.field(sentence.field)[start:end]
    return Hit(start, end, tokens.start, tokens.end - 1, terms, words, joined)
