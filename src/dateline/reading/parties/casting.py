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
from dateline.reading.desk import Cast, Naming, Sentence, Spread, Story, Titled, find_quotations, lemma_of
from dateline.reading.parties.hits import count_parties, look, name_hits, settle_hits
from dateline.reading.parties.lexicon import Hit, known
from dateline.reading.parties.local import is_local, state_around, state_near, state_of_place
from dateline.reading.parties.names import organisations
from dateline.reading.parties.resolve import assumed_holder, described, office_holder, refer_back, refer_by_noun
from dateline.reading.parties.roles import diplomacy_of, read_role, side_id, sides_around
from dateline.reading.parties.roster import Roster, known_party, reports
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
    roster.quotations = Spread((each.field, each.start, each.end, each) for each in find_quotations(story))
    for each in found:
        enter_full_names(roster, each)
    for each in found:
        roster.lines.append(each.sentence)
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
    evidence = Evidence(span, answer[1], assumed=answer[1] == rule("parties", "assumed holder"))
    naming = Naming(sentence, token.i, token.i, token.i, answer[0], how, span, evidence)
    roster.name(naming)


def name_role(roster: Roster, sentence: Sentence, token: Token, hits: Sequence[Hit]) -> None:
    """Note what a role noun stands for."""
    lists = titles()
    lemma = lemma_of(token)
    if borne := bearer(roster, sentence, token):
        roster.at[(id(token.doc), token.i)] = borne
        return
    role = read_role(sentence, token, hits, owners_of(roster, sentence, token, hits))
    if role is None:
        if answer := named_by_of(roster, sentence, token):
            note(roster, sentence, token, answer, "name")
        elif answer := refer_by_noun(roster, sentence, token) or of_the_two(roster, sentence, token):
            note(roster, sentence, token, answer, "description")
        elif state := officials_at_home(roster, sentence, token):
            note(roster, sentence, token, ((state,), rule("parties", "at home")), "office")
        elif maker := maker_of_text(roster, sentence, token):
            note(roster, sentence, token, ((maker,), rule("parties", "text")), "description")
        elif lemma in lists.people or lemma in lists.offices:
            name_unsided(roster, sentence, token)
        return
    ids, evidence = [], role.evidence
    for who, name, kind, side in role.parties:
        office = "foreign minister" if leads_diplomacy(token) else office_of(token, hits)
        if kind == "unnamed" and side and (person := office_holder(roster, side, office, roster.day)):
            who, name, kind = person, person, "person"
        elif kind == "unnamed" and side and (person := assumed_holder(side, office, roster.day)):
            who, name, kind = person, person, "person"
            evidence = Evidence(role.span, rule("parties", "assumed holder"), (role.evidence,), assumed=True)
        roster.enter(who, name, kind, side)
        ids.append(who)
    whole = all(roster.drafts[who].kind in ("state", "organisation") for who in ids)
    first = role.first if not whole else token.i
    naming = Naming(sentence, first, role.last, token.i, tuple(ids), role.how, role.span, evidence)
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


def owners_of(roster: Roster, sentence: Sentence, token: Token, hits: Sequence[Hit]) -> tuple[str, ...]:
    """The known sides of the possessive before a noun: "its negotiators", "the alliance's secretary general".

    A description before it serves as well: "an alliance official", "the agency's experts", "bloc leaders".
    """
    of_state = [word for noun in diplomacy_of(token) for word in noun.lefts]
    for child in (*token.lefts, *of_state):
        if (child.dep_ == "poss" or child in of_state) and (naming := roster.named(sentence, child)):
            sides = (roster.drafts[id_].of for id_ in naming.ids)
            return tuple(dict.fromkeys(side for side in sides if side in known()))
        if child.dep_ in ("compound", "nmod") and (body := described(roster, sentence, child, lemma_of(child))):
            return (known()[body].of or body,)
    state = state_of_place(roster, sentence, token.i, token.i) if is_local(lemma_of(token)) else None
    return (state,) if state else served(roster, sentence, token, hits)


def served(roster: Roster, sentence: Sentence, token: Token, hits: Sequence[Hit]) -> tuple[str, ...]:
    """Whom an office serves by "for" or "of" ("a spokesperson for the Chilean embassy", "an aide to NAME")."""
    if lemma_of(token) not in title_words() | listed("parties/words", "of service"):
        return ()
    links = (link for link in token.rights if link.dep_ == "prep" and serves(link))
    for noun in (noun for link in links for noun in link.rights if noun.dep_ == "pobj"):
        if naming := roster.named(sentence, noun):
            sides = [roster.drafts[who].of or who for who in naming.ids]
        else:
            sides = [side_id(hit) for hit in sides_around(sentence, noun, hits)[0]]
        if found := tuple(dict.fromkeys(side for side in sides if side in known() and known()[side].kind != "person")):
            return found
    return ()


def serves(link: Token) -> bool:
    """Does this preposition behind an office say whom it serves?"""
    if link.lower_ == "to":
        return lemma_of(link.head) in listed("parties/words", "serving to")
    return link.lower_ in ("of", "for")


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


def leads_diplomacy(token: Token) -> bool:
    """Is it the "top diplomat" or the "head of American diplomacy", who is the foreign minister?"""
    before = {child.lower_ for child in token.lefts}
    if lemma_of(token) == "diplomat":
        return not before.isdisjoint(("top", "chief"))
    return "deputy" not in before and bool(diplomacy_of(token))


def office_of(token: Token, hits: Sequence[Hit]) -> str:
    """The title that ends with this noun, without the names of parties."""
    named = {index for hit in hits for index in range(hit.first, hit.last + 1)}
    doc, first = token.doc, token.i
    while first > token.left_edge.i and first - 1 not in named and doc[first - 1].pos_ in ("NOUN", "PROPN", "ADJ"):
        first -= 1
    words = [doc[index].lower_ for index in range(first, token.i + 1)]
    return " ".join(word for word in words if word not in titles().vague)


def maker_of_text(roster: Roster, sentence: Sentence, token: Token) -> str | None:
    """Whoever speaks by a statement, communique or report that says something: its maker, or of "the statement" the last."""
    if lemma_of(token) not in listed("parties/words", "texts"):
        return None
    maker = text_maker(roster, sentence, token)
    if maker is not None:
        roster.texts[lemma_of(token)] = roster.texts[""] = maker
    elif any(child.lower_ in listed("parties/words", "definite") for child in token.children):
        maker = roster.texts.get(lemma_of(token), roster.texts.get(""))
    return maker if is_heard(token) else None


def text_maker(roster: Roster, sentence: Sentence, token: Token) -> str | None:
    """The one party whose a text is ("the Asean communique", "a report by the agency"), or who issues it."""
    making = listed("parties/words", "making a text")
    verbs = [child for child in token.children if child.dep_ in ("acl", "relcl")]
    verbs += [token.head] if token.dep_ in ("dobj", "nsubjpass") else []
    owners = [child for child in token.children if child.dep_ in ("poss", "compound", "amod", "nmod")]
    for carrier in (token, *(verb for verb in verbs if verb.lemma_ in making)):
        links = [child for child in carrier.children if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from")]
        owners += [noun for link in links for noun in link.children if noun.dep_ == "pobj"]
        owners += [child for child in carrier.children if child.dep_ == "nsubj" and carrier is not token]
    namings = (roster.named(sentence, owner) for owner in owners)
    return next((naming.ids[0] for naming in namings if naming is not None and len(naming.ids) == 1), None)


def is_heard(token: Token) -> bool:
    """Does the text say something, or is something said in it or according to it?"""
    if token.dep_ == "nsubj":
        return reports(token.head)
    return token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according"


def officials_at_home(roster: Roster, sentence: Sentence, token: Token) -> str | None:
    """Whom bare "officials" or "authorities", or "an official", stand for: the state a story is mostly about, named not long
    before, the only one that this and the two sentences before name, or that of the town or region named there."""
    words = [child for child in token.children if child.dep_ not in ("relcl", "acl", "punct", "cc", "conj", "appos", "prep")]
    if lemma_of(token) in listed("parties/words", "sources"):
        if not any(child.lower_ in listed("parties/words", "of the state") for child in words):
            return None
    elif lemma_of(token) not in listed("parties/words", "officials"):
        return None
    links = {child.lower_ for child in token.children if child.dep_ == "prep"}
    if links - {"in"} or any(child.lower_ not in listed("parties/words", "plain") for child in words):
        return None
    state = state_near(roster, sentence, token.i) or (state_around(roster, sentence) if is_heard(token) else None)
    if state is None or (token.tag_ in ("NNS", "NNPS") and lemma_of(token) not in listed("parties/words", "sources")):
        return state
    return roster.enter(f"{state}:official", f"{known()[state].name} official", "unnamed", state).id


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
