"""The reading of a story's parties, sentence by sentence."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from spacy.tokens import Token

from dateline.knowledge.lists import listed
from dateline.knowledge.parties import states, titles
from dateline.knowledge.rules import rule
from dateline.model.evidence import Evidence
from dateline.model.party import How
from dateline.reading.desk import Cast, Naming, Sentence, Story, Titled, lemma_of
from dateline.reading.parties.hits import count_parties, look, name_hits, settle_hits
from dateline.reading.parties.lexicon import Hit, known
from dateline.reading.parties.names import organisations
from dateline.reading.parties.resolve import described, office_holder, refer_back, refer_by_noun
from dateline.reading.parties.roles import read_role
from dateline.reading.parties.roster import Roster, known_party
from dateline.reading.parties.teams import is_sport, name_teams
from dateline.reading.parties.titled import enter_full_names, name_persons
from dateline.reading.parties.titles import title_words

__all__ = ["read_cast"]


def read_cast(story: Story, day: date | None) -> Cast:
    """The cast of a story that is read on a day."""
    roster = Roster(day)
    found = [look(sentence, day) for sentence in story.sentences]
    present = count_parties(found)
    titled: list[Titled] = []
    home, sport = home_of(present), is_sport(story)
    roster.home = home
    for each in found:
        enter_full_names(roster, each)
    for each in found:
        settled = settle_hits(roster, each, present)
        titled += name_persons(roster, each, settled)
        if sport:
            name_teams(roster, each.sentence, each.hits)
        name_hits(roster, each.sentence, settled)
        organisations(roster, each.sentence, settled, each.hits)
        name_roles(roster, each.sentence, settled)
    settle_domestic(roster, home)
    settle_parted(roster)
    parties = [draft.finished() for draft in roster.drafts.values() if draft.mentions]
    first = {who: number for number, who in enumerate(dict.fromkeys(seen.id for seen in roster.seen))}
    parties.sort(
        key=lambda party: (party.mentions[0].span.field == "text", party.mentions[0].span.start, first.get(party.id, 0))
    )
    return Cast(story, tuple(parties), tuple(titled), roster.namings, roster.at, known_party)


def home_of(present: Counter[str]) -> str | None:
    """The one state that the story is mostly about: at least three mentions, and three in five of those of states."""
    states = {id_: count for id_, count in present.items() if count > 0 and id_ in known() and known()[id_].kind == "state"}
    best = max(states, key=lambda id_: states[id_], default=None)
    return best if best and states[best] >= 3 and states[best] >= 0.6 * sum(states.values()) else None


def settle_domestic(roster: Roster, home: str | None) -> None:
    """Give persons with a domestic office and no side the state that the story is mostly about."""
    for draft in roster.persons():
        if home and not draft.of and draft.office and draft.office.split()[-1] in titles().domestic:
            draft.of = home


def settle_parted(roster: Roster) -> None:
    """Give a state that the story only names as it was before it was united the Wikidata id of that time."""
    for state in states():
        draft = roster.drafts.get(state.id) if state.parted else None
        names = [mention.span.quote for mention in draft.mentions if mention.how in ("name", "demonym")] if draft else []
        if draft and state.parted and names and all(name.startswith(state.parted) for name in names):
            draft.wikidata = state.parted_wikidata


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
    if borne := bearer(roster, sentence, token):
        roster.at[(id(token.doc), token.i)] = borne
        return
    role = read_role(sentence, token, hits, owners_of(roster, sentence, token))
    if role is None:
        if answer := named_by_of(roster, sentence, token):
            note(roster, sentence, token, answer, "name")
        elif answer := refer_by_noun(roster, sentence, token) or of_the_two(roster, sentence, token):
            note(roster, sentence, token, answer, "description")
        elif state := state_of_officials(roster, sentence, token):
            note(roster, sentence, token, ((state,), rule("parties", "at home")), "office")
        elif lemma in lists.people or lemma in lists.offices:
            name_unsided(roster, sentence, token)
        return
    ids = []
    for who, name, kind, side in role.parties:
        if kind == "unnamed" and side and (person := office_holder(roster, side, office_of(token, hits), roster.day)):
            who, name, kind = person, person, "person"
        roster.enter(who, name, kind, side)
        ids.append(who)
    whole = all(roster.drafts[who].kind in ("state", "organisation") for who in ids)
    first = role.first if not whole else token.i
    naming = Naming(sentence, first, role.last, token.i, tuple(ids), role.how, role.span, role.evidence)
    inside = (mention.span for who in ids for mention in roster.drafts[who].mentions)
    roster.name(naming, mention=not (whole and any(role.span.overlaps(span) for span in inside)))


def bearer(roster: Roster, sentence: Sentence, token: Token) -> Naming | None:
    """The person whom a singular office noun is in apposition to: "NAME, the chairman", "the chairman, President NAME"."""
    if token.tag_ in ("NNS", "NNPS") or lemma_of(token) not in title_words():
        return None
    others = [child for child in token.children if child.dep_ == "appos"] + ([token.head] if token.dep_ == "appos" else [])
    for other in others:
        naming = roster.named(sentence, other)
        if naming and len(naming.ids) == 1 and roster.drafts[naming.ids[0]].kind == "person" and naming.head == other.i:
            return naming
    return None


def owners_of(roster: Roster, sentence: Sentence, token: Token) -> tuple[str, ...]:
    """The known sides of the possessive before a noun: "its negotiators", "the alliance's secretary general".

    A description before it serves as well: "an alliance official", "the agency's experts", "bloc leaders".
    """
    for child in token.lefts:
        if child.dep_ == "poss" and (naming := roster.named(sentence, child)):
            sides = (roster.drafts[id_].of for id_ in naming.ids)
            return tuple(dict.fromkeys(side for side in sides if side in known()))
        if child.dep_ in ("compound", "nmod") and (body := described(roster, sentence, child, lemma_of(child))):
            return (known()[body].of or body,)
    return ()


def named_by_of(roster: Roster, sentence: Sentence, token: Token) -> tuple[tuple[str, ...], str] | None:
    """The party that "the emirate of NAME" or "the republic of NAME" is."""
    if lemma_of(token) not in titles().realms:
        return None
    for preposition in token.rights:
        if preposition.dep_ == "prep" and preposition.lower_ == "of":
            for noun in preposition.rights:
                naming = roster.named(sentence, noun)
                if naming and len(naming.ids) == 1 and roster.drafts[naming.ids[0]].kind in ("state", "group"):
                    return naming.ids, rule("parties", "realm")
    return None


def of_the_two(roster: Roster, sentence: Sentence, token: Token) -> tuple[tuple[str, ...], str] | None:
    """Whom the officials "of the two countries" or "from both sides" stand for."""
    if lemma_of(token) not in titles().standing_for:
        return None
    for preposition in token.rights:
        if preposition.dep_ == "prep" and preposition.lower_ in listed("parties/words", "of the two"):
            for noun in preposition.rights:
                if noun.dep_ == "pobj" and lemma_of(noun) in titles().paired:
                    return refer_by_noun(roster, sentence, noun)
    return None


def office_of(token: Token, hits: Sequence[Hit]) -> str:
    """The title that ends with this noun, without the names of parties."""
    named = {index for hit in hits for index in range(hit.first, hit.last + 1)}
    doc, first = token.doc, token.i
    while first > token.left_edge.i and first - 1 not in named and doc[first - 1].pos_ in ("NOUN", "PROPN", "ADJ"):
        first -= 1
    words = [doc[index].lower_ for index in range(first, token.i + 1)]
    return " ".join(word for word in words if word not in titles().vague)


def state_of_officials(roster: Roster, sentence: Sentence, token: Token) -> str | None:
    """The state of bare "officials" or "authorities": the one a story is mostly about, named not long before."""
    if token.tag_ != "NNS" or lemma_of(token) not in listed("parties/words", "officials") or roster.home is None:
        return None
    words = [child for child in token.children if child.dep_ not in ("relcl", "acl", "punct", "cc", "conj", "appos")]
    if any(child.lower_ not in listed("parties/words", "plain") for child in words):
        return None
    near = (seen for seen in roster.recent(sentence, token.i, reach=3) if roster.drafts[seen.id].kind == "state")
    return roster.home if next((seen.id for seen in near), None) == roster.home else None


def is_american_official(roster: Roster, token: Token) -> bool:
    """Is it the "administration official" of a story in which somebody speaks for the United States?"""
    official = token.lower_ == "official" and any(child.lower_ == "administration" for child in token.lefts)
    return official and any(draft.of == "USA" for draft in roster.drafts.values())


def name_unsided(roster: Roster, sentence: Sentence, token: Token) -> None:
    """Note people without a side ("industry experts", "a diplomatic source"): the words themselves are their id."""
    if is_american_official(roster, token):
        roster.enter("USA:official", "United States official", "unnamed", "USA")
        note(roster, sentence, token, (("USA:official",), rule("parties", "unnamed holder")), "office")
        return
    according = token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according"
    if not according and (token.dep_ not in ("nsubj", "nsubjpass", "conj") or lemma_of(token) in titles().crowd):
        return
    doc, start = token.doc, token.i
    while (
        start > token.left_edge.i
        and doc[start - 1].pos_ in ("NOUN", "PROPN", "ADJ")
        and doc[start - 1].lower_ not in titles().vague
    ):
        start -= 1
    first = doc[start]
    span = sentence.span(first, token)
    name = " ".join(span.quote.lower().split())
    roster.enter(name, name, "unnamed")
    evidence = Evidence(span, rule("parties", "no side"))
    roster.name(Naming(sentence, first.i, token.i, token.i, (name,), "description", span, evidence))
