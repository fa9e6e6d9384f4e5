"""The reading of a story's parties, sentence by sentence."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from dateline.knowledge.parties import people, terms, titles
from dateline.model.evidence import Evidence
from dateline.model.party import How
from dateline.reading.parties_cast import Cast, Titled
from dateline.reading.parties_lexicon import Hit, find_hits, fold, known
from dateline.reading.parties_metonymy import acts
from dateline.reading.parties_names import organisations
from dateline.reading.parties_persons import Name, Title, canonical, find_names, find_title
from dateline.reading.parties_resolve import office_holder, refer_back, refer_by_noun
from dateline.reading.parties_roles import lemma_of, read_role
from dateline.reading.parties_roster import Naming, Roster, choose, head_of
from dateline.reading.story import Sentence, Story

__all__ = ["read_cast"]

HOW: dict[str, How] = {
    "name": "name",
    "adjective": "demonym",
    "people": "demonym",
    "capital": "metonym",
    "seat": "metonym",
    "description": "description",
    "person": "name",
}
RULES = {
    "name": "a name of a state, body or group",
    "adjective": "an adjective of a state or group",
    "people": "a word for the people of a state",
    "capital": "a capital that acts is the government",
    "seat": "a seat of power that acts is the government",
    "description": "a description that means one body",
}


@dataclass(frozen=True)
class Found:
    """The known names and persons' names of a sentence."""

    sentence: Sentence
    hits: tuple[Hit, ...]
    names: tuple[Name, ...]


def read_cast(story: Story, day: date | None) -> Cast:
    """The cast of a story that is read on a day."""
    roster = Roster(day)
    found = [look(sentence) for sentence in story.sentences]
    present = Counter(hit.terms[0].id for each in found for hit in each.hits if hit.role not in ("capital", "place"))
    titled: list[Titled] = []
    for each in found:
        enter_full_names(roster, each)
    for each in found:
        settled = settle_hits(roster, each, present)
        titled += name_persons(roster, each, settled)
        name_hits(roster, each.sentence, settled)
        organisations(roster, each.sentence, settled)
        name_roles(roster, each.sentence, settled)
    parties = [draft.finished() for draft in roster.drafts.values() if draft.mentions]
    first = {who: number for number, who in enumerate(dict.fromkeys(seen.id for seen in roster.seen))}
    parties.sort(
        key=lambda party: (party.mentions[0].span.field == "text", party.mentions[0].span.start, first.get(party.id, 0))
    )
    return Cast(story, tuple(parties), roster, tuple(titled))


def look(sentence: Sentence) -> Found:
    """The names in a sentence; a known name inside a person's name is none ("Michael Jordan")."""
    hits = find_hits(sentence)
    names = find_names(sentence, hits)
    inside = {index for name in names for index in range(name.first, name.last + 1)}
    kept = [hit for hit in hits if hit.role == "person" or not inside.intersection(range(hit.first, hit.last + 1))]
    return Found(sentence, tuple(kept), tuple(names))


def enter_full_names(roster: Roster, found: Found) -> None:
    """Enter the persons whose full name a sentence gives, so that a short name before or after means them."""
    for name in found.names:
        if " " in name.words:
            who, _ = canonical(roster, name)
            draft = roster.enter(who, who, "person")
            draft.names |= {fold(word) for word in (who, name.words, *people().names.get(who, ()))}
            if short := people().short.get(who):
                draft.names.add(fold(short))


def settle_hits(roster: Roster, found: Found, present: Counter[str]) -> list[Hit]:
    """The known names of a sentence, each with the one meaning that fits day and story."""
    settled: list[Hit] = []
    for hit in found.hits:
        terms_of_parties = tuple(term for term in hit.terms if term.role not in ("place", "person"))
        if not terms_of_parties:
            continue
        term = choose(terms_of_parties, roster.day, present)
        settled.append(Hit(hit.start, hit.end, hit.first, hit.last, (term,), hit.words, hit.joined))
    return settled


def name_hits(roster: Roster, sentence: Sentence, hits: Sequence[Hit]) -> None:
    """Note the namings that known names are; capitals and seats of power only where they act."""
    doc = sentence.tokens.doc
    for hit in hits:
        head = head_of(sentence, hit.first, hit.last)
        if hit.role in ("capital", "seat") and not acts(doc[head]) and not (hit.role == "seat" and hit.joined):
            continue
        span = sentence.cut(hit.start, hit.end)
        evidence = Evidence(span, RULES[hit.role])
        modifier = hit.joined or doc[head].dep_ in ("amod", "compound", "nmod", "poss")
        ids = (hit.terms[0].id,)
        roster.name(Naming(sentence, hit.first, hit.last, head, ids, HOW[hit.role], span, evidence, modifier))


def name_persons(roster: Roster, found: Found, hits: Sequence[Hit]) -> list[Titled]:
    """Note the namings of persons, and what their titles say; gives the titles."""
    sentence, given = found.sentence, []
    for name in found.names:
        who, rule = canonical(roster, name)
        draft = roster.enter(who, who, "person")
        draft.names |= {fold(who), fold(name.words)}
        title = find_title(sentence, name, hits)
        span = sentence.cut(name.start, name.end)
        because = (Evidence(title.span, title.rule),) if title else ()
        head = head_of(sentence, name.first, name.last)
        evidence = Evidence(span, rule, because)
        roster.name(Naming(sentence, name.first, name.last, head, (who,), "name", span, evidence))
        if title:
            given.append(Titled(who, title.words, title.side, title.span, *because))
            take_title(roster, who, title)
            cover(roster, sentence, title, hits, who, evidence)
        elif owner := owner_before(roster, sentence, name):
            draft.of = draft.of or owner
        complete(roster, who)
    return given


def take_title(roster: Roster, id: str, title: Title) -> None:
    """The office and side that the text gives; a former office gives no side to speak for, but is better than none."""
    draft = roster.drafts[id]
    if title.words and (not draft.office or not draft.titled):
        draft.office, draft.titled = title.words, True
    if title.side and title.words and known().get(id) is None:
        draft.of = draft.of or title.side
    elif title.side:
        draft.of = side_on(id, roster.day) or title.side


def side_on(id: str, day: date | None) -> str | None:
    """The party a known person held an office of on the day."""
    if day is None:
        return None
    return next((term.party for term in terms(id) if term.holds(day)), None)


def complete(roster: Roster, id: str) -> None:
    """What knowledge adds: the side and office on the day."""
    draft = roster.drafts[id]
    if roster.day is None or known().get(id) is None:
        return
    for term in terms(id):
        if term.holds(roster.day):
            draft.of = term.party if not draft.titled else draft.of or term.party
            draft.office = draft.office or term.office
            return


def owner_before(roster: Roster, sentence: Sentence, name: Name) -> str | None:
    """The side of the person whose possessive and title stand before a name ("Putin's spokesman NAME")."""
    doc = sentence.tokens.doc
    index = name.first - 1
    while index > sentence.tokens.start and doc[index].lower_ not in ("'s", "’s") and name.first - index < 6:
        index -= 1
    naming = roster.at.get((id(doc), index - 1)) if index > sentence.tokens.start else None
    return roster.drafts[naming.ids[0]].of if naming and doc[index].lower_ in ("'s", "’s") else None


def cover(roster: Roster, sentence: Sentence, title: Title, hits: Sequence[Hit], id_: str, evidence: Evidence) -> None:
    """Let the nouns of a title stand for the person who bears it."""
    doc = sentence.tokens.doc
    named = {index for hit in hits for index in range(hit.first, hit.last + 1)}
    for index in range(title.first, title.last + 1):
        if index not in named and doc[index].pos_ in ("NOUN", "PROPN") and (id(doc), index) not in roster.at:
            roster.at[(id(doc), index)] = Naming(sentence, index, index, index, (id_,), "office", title.span, evidence)


def name_roles(roster: Roster, sentence: Sentence, hits: Sequence[Hit]) -> None:
    """Note the role nouns, pronouns and descriptions of a sentence in text order."""
    for token in sentence.tokens:
        if (id(token.doc), token.i) in roster.at:
            continue
        if token.pos_ == "PRON" and (answer := refer_back(roster, sentence, token)):
            note(roster, sentence, token, answer, "pronoun")
        elif token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "nmod"):
            name_role(roster, sentence, token, hits)


def note(roster: Roster, sentence: Sentence, token: Token, answer: tuple[tuple[str, ...], str], how: How) -> None:
    """Note a single word that refers back."""
    span = sentence.span(token)
    naming = Naming(sentence, token.i, token.i, token.i, answer[0], how, span, Evidence(span, answer[1]))
    roster.name(naming)


def name_role(roster: Roster, sentence: Sentence, token: Token, hits: Sequence[Hit]) -> None:
    """Note what a role noun stands for."""
    lists = titles()
    lemma = lemma_of(token)
    role = read_role(sentence, token, hits)
    if role is None:
        if answer := refer_by_noun(roster, sentence, token):
            note(roster, sentence, token, answer, "description")
        elif lemma in lists.people or lemma in lists.offices:
            name_unsided(roster, sentence, token)
        return
    ids = []
    for who, name, kind, side in role.parties:
        if kind == "unnamed" and side and (person := office_holder(roster, side, office_of(token), roster.day)):
            who, name, kind = person, person, "person"
        roster.enter(who, name, kind, side)
        ids.append(who)
    whole = all(roster.drafts[who].kind in ("state", "organisation") for who in ids)
    first = role.first if not whole else token.i
    naming = Naming(sentence, first, role.last, token.i, tuple(ids), role.how, role.span, role.evidence)
    roster.name(naming, mention=not whole)


def office_of(token: Token) -> str:
    """The title that ends with this noun, as its modifiers in small letters or titles give it."""
    words = [
        child.lower_ for child in token.lefts if child.dep_ in ("amod", "compound") and child.ent_type_ not in ("GPE", "NORP")
    ]
    return " ".join((*words, token.lower_))


def name_unsided(roster: Roster, sentence: Sentence, token: Token) -> None:
    """Note people without a side ("industry experts", "a diplomatic source"): the words themselves are their id."""
    if token.dep_ not in ("nsubj", "nsubjpass", "pobj", "conj", "agent"):
        return
    words = [child for child in token.lefts if child.dep_ in ("amod", "compound")]
    first = words[0] if words else token
    span = sentence.span(first, token)
    name = " ".join(span.quote.lower().split())
    roster.enter(name, name, "unnamed")
    evidence = Evidence(span, "people without a side")
    roster.name(Naming(sentence, first.i, token.i, token.i, (name,), "description", span, evidence))
