"""Persons of a sentence noted with what their titles say of office and side."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from dateline.knowledge.lists import listed
from dateline.knowledge.parties import people, terms, titles
from dateline.knowledge.rules import rule
from dateline.model.evidence import Evidence
from dateline.model.party import Mention
from dateline.reading.desk import Naming, Sentence, Titled, head_of, lemma_of
from dateline.reading.parties.about import before, local_about, organisation_about, side_about, speaks_alone
from dateline.reading.parties.hits import Found
from dateline.reading.parties.lexicon import Hit, fold, known
from dateline.reading.parties.local import state_around, state_of_place
from dateline.reading.parties.persons import Name, canonical
from dateline.reading.parties.resolve import refer_back
from dateline.reading.parties.roles import read_role, side_id
from dateline.reading.parties.roster import Draft, Roster
from dateline.reading.parties.titles import Title, find_title

__all__ = ["enter_full_names", "name_persons"]


def enter_full_names(roster: Roster, found: Found) -> None:
    """Enter the persons whose full name a sentence gives, so that a short name before or after means them."""
    for name in found.names:
        if " " in name.words:
            who, _ = canonical(roster, name)
            remember(roster, roster.enter(who, who, "person"), name)


def remember(roster: Roster, draft: Draft, name: Name) -> None:
    """Note the names by which a person may be called in the story."""
    short = people().short.get(draft.id)
    words = (draft.id, name.words, *people().names.get(draft.id, ()), *([short] if short else ()))
    roster.call(draft, map(fold, words))


def name_persons(roster: Roster, found: Found, hits: Sequence[Hit]) -> list[Titled]:
    """Note the namings of persons, and what their titles say; gives the titles."""
    sentence = found.sentence
    given: list[Titled] = []
    last: Name | None = None
    for name in (*found.names, *borne_names(roster, found)):
        who, way = canonical(roster, name)
        draft = roster.enter(who, who, "person")
        if draft.kind != "person":
            continue
        remember(roster, draft, name)
        title = find_title(sentence, name, hits)
        span = sentence.cut(name.start, name.end)
        because = (Evidence(title.span, title.rule),) if title else ()
        evidence = Evidence(span, way, because)
        head = head_of(sentence, name.first, name.last)
        roster.name(Naming(sentence, name.first, name.last, head, (who,), "name", span, evidence))
        if title:
            side = (
                (party_led(roster, title) if who not in known() else None)
                or title.side
                or inherited(roster, sentence, title, last, hits)
            )
            side = side or council_led(roster, title) or national(roster, title.words)
            given.append(Titled(who, title.words, side, title.span, *because))
            alone = who not in known() and speaks_alone(title.words.split())
            take_title(draft, title, None if alone else side, roster.day)
            cover(roster, sentence, title, hits, who, evidence)
        elif owner := owner_before(roster, sentence, name):
            draft.of = draft.of or owner
        if by := told(roster, sentence, name, hits, draft):
            given += [by] if title is None else []
        elif title is None and len(draft.mentions) == 1 and who not in known():
            announced(roster, sentence, draft)
        complete(draft, roster.day)
        last = name
    return given


def told(roster: Roster, sentence: Sentence, name: Name, hits: Sequence[Hit], draft: Draft) -> Titled | None:
    """Take the side of a person whom nobody lists from what is told around the name, and give it, where that says one."""
    if draft.of or draft.id in known():
        return None
    found = (
        side_about(sentence, name, hits)
        or local_side(roster, sentence, name)
        or national_side(roster, sentence, name)
        or organisation_about(sentence, name)
    )
    if found is None:
        return None
    side, words = found
    if side not in known():
        side = roster.enter(side, side, "organisation", side).id
    draft.of, draft.sided = side, True
    mention = draft.mentions[-1]
    span = sentence.span(words[0], words[-1])
    told_by = Evidence(span, rule("parties", "told around"))
    draft.mentions[-1] = replace(
        mention, evidence=(*(replace(each, because=(*each.because, told_by)) for each in mention.evidence),)
    )
    return Titled(draft.id, "", side, span, told_by)


def national_side(roster: Roster, sentence: Sentence, name: Name) -> tuple[str, Sequence[Token]] | None:
    """(state, the words that say so) of who bears what only one state has ("Republican NAME"), where the story names it."""
    phrase = before(sentence, name)
    return next(((state, [token]) for token in phrase if (state := national(roster, token.lower_))), None)


def local_side(roster: Roster, sentence: Sentence, name: Name) -> tuple[str, Sequence[Token]] | None:
    """(state, the words that say so) of who has an office of a town or region: the state of the place told with it or named in
    the sentences before, else the one that the story is mostly about."""
    phrase = local_about(sentence, name)
    if not phrase:
        return None
    state = state_of_place(roster, sentence, min(phrase[0].i, name.first), max(phrase[-1].i, name.last))
    state = state or state_around(roster, sentence) or roster.home
    return (state, phrase) if state else None


def borne_names(roster: Roster, found: Found) -> list[Name]:
    """Single words that are the last name of somebody in the story, whatever else they may be.

    "Washington" after "MaliVai Washington"; a rare name that the model takes for an organisation.
    """
    named = {index for name in found.names for index in range(name.first, name.last + 1)}
    longer = {index for hit in found.hits if hit.last > hit.first or hit.joined for index in range(hit.first, hit.last + 1)}
    words = [token for token in found.sentence.tokens if token.i not in named | longer and token.text[:1].isupper()]
    names: list[Name] = []
    for token in words:
        written = token.text.title() if token.is_upper and len(token) > 2 else token.text
        if fold(written) in roster.surnames and token.pos_ in ("PROPN", "NOUN", "ADJ") and not beside_name(token):
            start = found.sentence.place(token)
            names.append(Name(token.i, token.i, start, start + len(token), token.text))
    return names


def beside_name(token: Token) -> bool:
    """Is the word part of a longer name?"""
    before = token.i > token.sent.start and token.nbor(-1).pos_ == "PROPN" and token.nbor(-1).dep_ == "compound"
    return before and token.nbor(-1).head.i == token.i and token.nbor(-1).lower_ not in titles().forms


def party_led(roster: Roster, title: Title) -> str | None:
    """The political party that a title names after a state ("Hong Kong's Democratic Party leader")."""
    words = title.words.split()
    if (
        "party" not in words
        or words[-1] in titles().passing - listed("parties/words", "party leaders")
        or not title.side
        or ":" in title.side
    ):
        return None
    place = words.index("party")
    written = title.span.quote.split()
    name = [word for word in written if word.lower() in words[:place] and word[0].isupper()]
    if not name or name[0].lower() in listed("parties/words", "no parties"):
        return None
    id_ = f"{title.side}:{' '.join(name)} Party"
    draft = roster.enter(id_, f"{' '.join(name)} Party", "group", id_)
    draft.mentions.append(Mention(title.span, "name", (Evidence(title.span, rule("parties", "party in title")),)))
    return id_


def council_led(roster: Roster, title: Title) -> str | None:
    """The organisation named before that the first word of a title repeats ("Council leader NAME" after "X Council")."""
    first = title.words.split()[0] if title.words else ""
    if first not in titles().organ_nouns:
        return None
    drafts = reversed(list(roster.drafts.values()))
    return next((draft.id for draft in drafts if draft.mentions and draft.id.lower().endswith(f" {first}")), None)


def national(roster: Roster, office: str) -> str | None:
    """The state that alone has the office ("congressman"), where the story names that state."""
    state = titles().national.get(office.rpartition(" ")[2])
    return state if state in roster.drafts else None


def announced(roster: Roster, sentence: Sentence, draft: Draft) -> None:
    """A person first named without a title, as a subject, is the unnamed one of the sentence or two before.

    "A British lawmaker has said ... NAME told reporters": the lawmaker is that person.
    """
    here = roster.seen[-1]
    for seen in reversed(roster.seen[:-1]):
        other = roster.drafts[seen.id]
        if sentence.number - seen.sentence > 2 or not here.subject or (other.kind == "person" and seen.subject):
            return
        if seen.sentence < sentence.number and other.kind == "unnamed" and seen.subject and not seen.plural:
            if indefinite(roster, other.id):
                draft.of, draft.office = draft.of or other.of, draft.office or other.id.rsplit(":", 1)[-1]
                roster.rebind(other.id, draft.id)
            return


def indefinite(roster: Roster, unnamed: str) -> bool:
    """Was the unnamed person brought in once, with "a" or "an"?"""
    namings = [naming for naming in roster.namings if unnamed in naming.ids]
    if len(namings) != 1 or len(namings[0].ids) != 1:
        return False
    head = namings[0].sentence.tokens.doc[namings[0].head]
    return any(child.lower_ in ("a", "an") for child in head.lefts)


def inherited(roster: Roster, sentence: Sentence, title: Title, last: Name | None, hits: Sequence[Hit]) -> str | None:
    """The side of a title without one: of the titled person it is coordinated with, or of the plural noun it explains.

    "U.S. Secretary of State NAME and Defense Secretary NAME", "Russia's negotiators, Deputy Foreign Minister NAME and ...".
    """
    doc = sentence.tokens.doc
    if last is not None and last.last < title.first:
        between = [doc[index].lower_ for index in range(last.last + 1, title.first)]
        if all(word in listed("parties/words", "coordinated") for word in between):
            naming = roster.at.get((id(doc), last.last))
            return roster.drafts[naming.ids[0]].of if naming else None
    first = doc[title.first]
    if first.tag_ == "PRP$" and (answer := refer_back(roster, sentence, first)):
        return roster.drafts[answer[0][0]].of
    index = title.first - 1
    if side := led(sentence, index, hits):
        return side
    if index > sentence.tokens.start and doc[index].text in (",", ":", "-", "–", "—"):
        noun = doc[index - 1]
        if noun.tag_ == "NNS" and lemma_of(noun) in titles().standing_for and (role := read_role(sentence, noun, hits)):
            return role.parties[0][3]
    return None


def led(sentence: Sentence, index: int, hits: Sequence[Hit]) -> str | None:
    """The group or body that is "led by" (headed, commanded) whoever follows the token "by" at `index`."""
    doc = sentence.tokens.doc
    if index <= sentence.tokens.start or doc[index].lower_ != "by":
        return None
    if doc[index - 1].lower_ not in listed("parties/words", "led"):
        return None
    noun = doc[index - 1].head
    return next((side_id(hit) for hit in hits if hit.first <= noun.i <= hit.last), None)


def take_title(draft: Draft, title: Title, side: str | None, day: date | None) -> None:
    """The office and side that the text gives; for a known person a side that goes with an office on the day wins."""
    if title.words and (not draft.office or not draft.titled) and title.words not in titles().passing:
        draft.office, draft.titled = title.words, True
    if not side:
        return
    if known().get(draft.id) is None:
        draft.of = side if title.words and not draft.sided else draft.of or side
        draft.sided = draft.sided or bool(title.words)
    else:
        draft.of = side_on(draft.id, day) or side


def side_on(id: str, day: date | None) -> str | None:
    """The state or body a known person held an office of on the day."""
    if day is None:
        return None
    held = next((term.party for term in terms(id) if term.holds(day)), None)
    return speaks_for(held) if held else None


def speaks_for(party: str) -> str:
    """The state or body an office of a party speaks for: the parent of an organ."""
    entry = known()[party]
    return entry.of if entry.kind == "organ" and entry.of else party


def complete(draft: Draft, day: date | None) -> None:
    """What knowledge adds: the side and office on the day, or the only side a known person ever had."""
    if known().get(draft.id) is None:
        return
    if day is not None:
        for term in terms(draft.id):
            if term.holds(day):
                draft.of = speaks_for(term.party) if not draft.titled else draft.of or speaks_for(term.party)
                draft.office = draft.office or term.office
                return
    if draft.of is not None and ":" in draft.of:
        draft.of = speaks_for(draft.of) if draft.of in known() else draft.of


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
