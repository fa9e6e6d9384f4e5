"""What refers back: pronouns, "both sides", "the bloc", "the ministry", "the Russian president"."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial

from spacy.tokens import Token

from dateline.knowledge.lists import listed
from dateline.knowledge.parties import Holder, holders, titles
from dateline.knowledge.rules import rule
from dateline.reading.desk import Sentence, is_plural, lemma_of
from dateline.reading.parties.lexicon import described_by, fold, known
from dateline.reading.parties.roles import organ_before, organ_of
from dateline.reading.parties.roster import Roster, Seen, reports

__all__ = ["assumed_holder", "described", "office_holder", "refer_back", "refer_by_noun"]


GIVEN = {"he": "men", "she": "women"}
"""The pronoun of given names, by their list."""

Find = Callable[[str, str, date | None], str | None]
"""Finds the holder of an office of a side on a day."""

SPOKE, QUOTED = 1.0, 2.0
"""How much more likely a pronoun means whoever spoke, and less who is named between marks."""


def refer_back(roster: Roster, sentence: Sentence, token: Token) -> tuple[tuple[str, ...], str] | None:
    """Whom a pronoun stands for, and the rule that says so."""
    word = token.lower_
    if gender := next((each for each in ("he", "she") if word in listed("parties/words", each)), None):
        return one(person_before(roster, sentence, token, gender), rule("parties", "he or she"))
    if word in listed("parties/words", "it"):
        if token.dep_ == "expl" or is_empty_it(token):
            return None
        return one(thing_before(roster, sentence, token), rule("parties", "it"))
    if word in listed("parties/words", "they"):
        found = plural_before(roster, sentence, token)
        return (found, rule("parties", "they")) if found else None
    return None


def one(id: str | None, name: str) -> tuple[tuple[str, ...], str] | None:
    """A single party as an answer of the rule of that name."""
    return ((id,), name) if id else None


def is_empty_it(token: Token) -> bool:
    """Is it the "it" of "it is clear that" or "it rained"?"""
    head = token.head
    if token.lower_ != "it" or token.dep_ not in ("nsubj", "nsubjpass"):
        return False
    clausal = any(child.dep_ in ("ccomp", "csubj", "advcl") and child.i > head.i for child in head.children)
    if head.lemma_ == "be":
        return clausal or any(child.dep_ in ("acomp", "attr") for child in head.children)
    return head.lemma_ in listed("parties/words", "of nobody") or (token.dep_ == "nsubjpass" and clausal)


def person_before(roster: Roster, sentence: Sentence, token: Token, gender: str) -> str | None:
    """The person (or unnamed source) before a pronoun: of this sentence or the last three, subjects first.

    Who "said" something goes on saying it; who is only named in somebody's words, or in what the pronoun itself says, hardly
    does.
    """
    other = "she" if gender == "he" else "he"
    outside, speaks = not roster.is_quoted(sentence, token), token.dep_ == "nsubj" and reports(token.head)
    best: tuple[float, str] | None = None
    for seen in roster.recent(sentence, token.i, reach=3):
        draft = roster.drafts[seen.id]
        if draft.kind not in ("person", "unnamed") or seen.plural or gender_of(roster, seen.id) == other:
            continue
        if speaks and seen.sentence == sentence.number and is_below(sentence.tokens.doc[seen.token], token.head):
            continue
        score = recency(sentence, token, seen) + standing(seen) + (0.5 if draft.kind == "person" else 0)
        score += (SPOKE if seen.speaks and (outside or speaks) else 0) - (QUOTED if seen.quoted and outside else 0)
        if best is None or score > best[0]:
            best = score, seen.id
    if best:
        roster.genders.setdefault(best[1], gender)
    return best[1] if best else None


def gender_of(roster: Roster, id: str) -> str | None:
    """Whether the story calls a person "he" or "she"; before it does, what the given name says."""
    given = fold(id.split(" ", 1)[0]) if " " in id else ""
    by_name = next((pronoun for pronoun, names in GIVEN.items() if given in listed("parties/given_names", names)), None)
    return roster.genders.get(id, by_name)


def is_below(token: Token, verb: Token) -> bool:
    """Does a token stand under a verb in the parse?"""
    return any(each.i == verb.i for each in token.ancestors)


def recency(sentence: Sentence, token: Token, seen: Seen) -> float:
    """How near a naming is: sentences count most."""
    distance = sentence.number - seen.sentence
    inside = min(1.0, (token.i - seen.token) / 60) if distance == 0 else 0.0
    return 4.0 - 1.2 * distance - inside


def standing(seen: Seen) -> float:
    """How much a naming is what its sentence is about: subjects count, those of the main clause more."""
    return (1.2 if seen.subject else 0.0) + (0.6 if seen.subject and seen.main else 0.0)


def controlled(roster: Roster, sentence: Sentence, token: Token) -> str | None:
    """Whose doing the clause is that the pronoun stands in: the object of "accuse X of doing", "urge X to do"."""
    for ancestor in token.ancestors:
        clause = ancestor.dep_ in ("pcomp", "xcomp", "ccomp") and not any(child.dep_ == "nsubj" for child in ancestor.children)
        if not clause:
            continue
        verb = ancestor.head.head if ancestor.dep_ == "pcomp" else ancestor.head
        for child in verb.children:
            if child.dep_ == "dobj" and child.i < ancestor.i and (naming := roster.named(sentence, child)):
                return naming.ids[0]
    return None


def thing_before(roster: Roster, sentence: Sentence, token: Token) -> str | None:
    """The state, body, organ or group before an "it": a subject of this or the last sentence, else none."""
    if (owner := controlled(roster, sentence, token)) and roster.drafts[owner].kind not in ("person", "unnamed"):
        return owner
    best: tuple[float, str] | None = None
    reach = 1 if token.dep_ in ("nsubj", "nsubjpass", "poss") else 0
    for seen in roster.recent(sentence, token.i, reach=reach):
        if roster.drafts[seen.id].kind in ("person", "unnamed", "other") or len(seen.ids) > 1:
            continue
        possessor = token.lower_ == "its" and seen.sentence == sentence.number
        if not (seen.subject or possessor) or (seen.modifier and not seen.subject):
            continue
        score = recency(sentence, token, seen) + standing(seen) - (0.7 if seen.modifier else 0)
        if best is None or score > best[0]:
            best = score, seen.id
    return best[1] if best else None


def plural_before(roster: Roster, sentence: Sentence, token: Token) -> tuple[str, ...]:
    """The parties of the last plural subject of this or the last sentence."""
    for seen in roster.recent(sentence, token.i, reach=1):
        if seen.plural and seen.subject and not seen.modifier:
            return seen.ids
    return ()


def refer_by_noun(roster: Roster, sentence: Sentence, token: Token) -> tuple[tuple[str, ...], str] | None:
    """Whom a noun with "the", "both" or "the two" stands for, and the rule that says so."""
    lemma = lemma_of(token)
    words = {child.lower_ for child in token.children if child.i < token.i}
    if (
        is_plural(token)
        and lemma in titles().paired
        and (not words.isdisjoint(listed("parties/words", "both")) or (lemma == "side" and "the" in words))
    ):
        found = last_two(roster, sentence, token, persons=lemma in titles().paired_persons)
        return (found, rule("parties", "both")) if len(found) == 2 else None
    if lemma in listed("parties/words", "pair") and "the" in words:
        found = last_two(roster, sentence, token, persons=True)
        return (found, rule("parties", "both")) if len(found) == 2 else None
    if words.isdisjoint(listed("parties/words", "definite")) and not any(child.dep_ == "poss" for child in token.children):
        return None
    if is_plural(token):
        if found := same_plural(roster, sentence, token, lemma):
            return found, rule("parties", "same plural")
        return one(gathered(roster, sentence, token, lemma), rule("parties", "gathered"))
    ways: tuple[tuple[Callable[[Roster, Sentence, Token, str], str | None], str], ...] = (
        (described, rule("parties", "description")),
        (organ_again, rule("parties", "organ again")),
        (organ_at_home, rule("parties", "organ at home")),
        (holder_again, rule("parties", "holder again")),
        (assumed_again, rule("parties", "assumed holder")),
        (country_again, rule("parties", "country again")),
        (government_again, rule("parties", "government again")),
    )
    for find, name in ways:
        if who := find(roster, sentence, token, lemma):
            return (who,), name
    return None


def described(roster: Roster, sentence: Sentence, token: Token, lemma: str) -> str | None:
    """The body of the story that the noun describes, the one named last first."""
    phrase = f"{token.nbor(-1).lower_} {lemma}" if token.i > sentence.tokens.start else lemma
    if lemma in listed("parties/words", "halves") and not token.text[0].isupper():
        return None
    return roster.latest({*described_by().get(lemma, ()), *described_by().get(phrase, ())}, sentence, token.i)


def organ_again(roster: Roster, sentence: Sentence, token: Token, lemma: str) -> str | None:
    """The organ named last whose name ends or begins with the noun, as "the institute" after "the Institute for Peace"; "the
    defence ministry" is not the foreign one."""
    organ = organ_before(sentence, token)
    full = organ[0].lower() if organ and organ[1] < token.i else lemma
    organs = {each.id: each.id.lower() for each in roster.drafts.values() if each.kind in ("organ", "organisation")}
    named = (who for who, name in organs.items() if name != full and (name.endswith(full) or name.startswith(f"{full} ")))
    return roster.latest(named, sentence, token.i)


def organ_at_home(roster: Roster, sentence: Sentence, token: Token, lemma: str) -> str | None:
    """The organ ("the defence ministry") of the one state that this and the two sentences before speak of, or of the one among
    those that the story is mostly about."""
    organ = organ_before(sentence, token)
    if organ is None or (organ[1] == token.i and lemma not in titles().organ_nouns):
        return None
    sides = {roster.drafts[seen.id].of for seen in roster.recent(sentence, token.i, reach=2)} - {None}
    side = roster.home if roster.home in sides else sides.pop() if len(sides) == 1 else None
    if side is None or side not in known() or known()[side].kind != "state":
        return None
    id_ = organ_of(side, organ[0])
    return roster.enter(id_, f"{organ[0]} of {known()[side].name}", "organ", side).id


def holder_again(roster: Roster, sentence: Sentence, token: Token, lemma: str) -> str | None:
    """The person or unnamed source named last who bears that office."""
    if lemma not in titles().offices:
        return None
    lemma = titles().same.get(lemma, lemma)
    named: str | None = None
    for seen in roster.recent(sentence, token.i, reach=8 if lemma in titles().weak else 100):
        draft = roster.drafts[seen.id]
        if draft.kind == "unnamed" and draft.id.rsplit(":", 1)[-1] == lemma and not seen.plural:
            return seen.id
        office = normal(draft.office or "")
        if named is None and draft.kind == "person" and (office == lemma or office.endswith(f" {lemma}")):
            named = seen.id
        if named:
            return named
    return holder_of_the_side(roster, sentence, token, lemma, partial(office_holder, roster))


def assumed_again(roster: Roster, sentence: Sentence, token: Token, lemma: str) -> str | None:
    """The same of an office whose holder is only assumed to hold it still."""
    return holder_of_the_side(roster, sentence, token, titles().same.get(lemma, lemma), assumed_holder)


def holder_of_the_side(roster: Roster, sentence: Sentence, token: Token, lemma: str, find: Find) -> str | None:
    """The holder on the day of "the president" of the side that somebody just named speaks for."""
    if lemma not in listed("parties/words", "leading") or roster.day is None:
        return None
    office = f"prime {lemma}" if lemma == "minister" and token.nbor(-1).lower_ == "prime" else lemma
    for seen in roster.recent(sentence, token.i, reach=1):
        side = roster.drafts[seen.id].of
        if seen.subject and side and (holder := find(side, office, roster.day)):
            return roster.enter(holder, holder, "person", side).id
    return None


def country_again(roster: Roster, sentence: Sentence, token: Token, lemma: str) -> str | None:
    """The state named last."""
    if lemma not in listed("parties/words", "country"):
        return None
    for seen in roster.recent(sentence, token.i, reach=2):
        if roster.drafts[seen.id].kind == "state":
            return seen.id
    return None


def government_again(roster: Roster, sentence: Sentence, token: Token, lemma: str) -> str | None:
    """The state of the state or official named last, for "the government" and the like."""
    if lemma not in titles().governments:
        return None
    for seen in roster.recent(sentence, token.i, reach=3):
        draft = roster.drafts[seen.id]
        if draft.of and draft.of in known() and known()[draft.of].kind == "state" and not (seen.modifier and not seen.subject):
            roster.enter(draft.of)
            return draft.of
    return None


def same_plural(roster: Roster, sentence: Sentence, token: Token, lemma: str) -> tuple[str, ...]:
    """The parties that the same plural noun stood for before."""
    for naming in reversed(roster.namings):
        if naming.sentence.number <= sentence.number and sentence.number - naming.sentence.number <= 10:
            head = naming.sentence.tokens.doc[naming.head]
            if (
                head.pos_ == "NOUN"
                and is_plural(head)
                and lemma_of(head) == lemma
                and (naming.sentence.number < sentence.number or naming.head < token.i)
            ):
                return naming.ids
    return ()


def gathered(roster: Roster, sentence: Sentence, token: Token, lemma: str) -> str | None:
    """The body or forum named last, for "the delegates" and "the member states"."""
    if lemma not in listed("parties/words", "gathered"):
        return None
    for seen in roster.recent(sentence, token.i, reach=6):
        if seen.id in known() and roster.drafts[seen.id].kind == "organisation" and "JRN" not in known()[seen.id].sectors:
            return seen.id
    return None


def last_two(roster: Roster, sentence: Sentence, token: Token, *, persons: bool) -> tuple[str, ...]:
    """The two parties (two persons, or two states or bodies) named last before a token, in text order."""
    if not persons and (pair := coordinated(roster, sentence, token)):
        return pair
    found: list[str] = []
    for who in nearest(roster, sentence, token, persons=persons):
        if who not in found:
            found.append(who)
        if len(found) == 2:
            return found[1], found[0]
    return last_two(roster, sentence, token, persons=False) if persons else ()


def coordinated(roster: Roster, sentence: Sentence, token: Token) -> tuple[str, ...]:
    """The two states or bodies that this or one of the last two sentences names side by side ("Finland and Sweden")."""
    for naming in reversed(roster.namings):
        doc = naming.sentence.tokens.doc
        head = doc[naming.head]
        near = 0 <= sentence.number - naming.sentence.number <= 2
        if not near or (naming.sentence is sentence and naming.head > token.i) or head.dep_ != "conj":
            continue
        other = roster.at.get((id(doc), head.head.i))
        if other and len(other.ids) == len(naming.ids) == 1 and other.ids != naming.ids and len(list(head.head.conjuncts)) == 1:
            pair = other.ids[0], naming.ids[0]
            if all(is_side(roster, id_) for id_ in pair):
                return pair
    return ()


def is_side(roster: Roster, id: str) -> bool:
    """Is the party a state, body or group that can be one of two sides?"""
    party = known().get(id)
    return roster.drafts[id].kind in ("state", "organisation", "group") and not (party and party.forum)


def nearest(roster: Roster, sentence: Sentence, token: Token, *, persons: bool) -> Iterator[str]:
    """Persons, or sides, named before a token, the nearest first; those of the sentence before modifiers."""
    for seen in roster.recent(sentence, token.i, reach=6):
        draft = roster.drafts[seen.id]
        if persons:
            if draft.kind == "person":
                yield seen.id
        elif is_side(roster, seen.id):
            aside = draft.kind == "organisation" and not seen.subject and sentence.number != seen.sentence
            if not aside and not (seen.modifier and seen.how == "demonym"):
                yield seen.id
        elif draft.kind in ("person", "unnamed", "organ") and draft.of:
            yield draft.of


def normal(office: str) -> str:
    """An office in one spelling."""
    return " ".join(titles().same.get(word, word) for word in office.lower().split())


def same_office(office: str, holder: Holder) -> bool:
    """Does the title name the office of that term?"""
    return normal(office) in {normal(title) for title in (holder.office, *holder.also)}


def office_holder(roster: Roster, side: str, office: str, day: date | None) -> str | None:
    """The person who holds an office of a side: one of the story with that title, else the holder on the day."""
    wanted = {normal(office)} if office != "leader" else leading(side)
    for draft in reversed(list(roster.persons())):
        if draft.of == side and draft.office and draft.mentions and normal(draft.office) in wanted:
            return draft.id
    found = {term.person for term in terms_on(side, office, day) if day and not term.is_assumed(day)}
    return found.pop() if len(found) == 1 else None


def assumed_holder(side: str, office: str, day: date | None) -> str | None:
    """The person who held an office of a side when that was last checked, where nobody knows whether the term has ended."""
    found = {term.person for term in terms_on(side, office, day) if day and term.is_assumed(day)}
    return found.pop() if len(found) == 1 else None


def terms_on(side: str, office: str, day: date | None) -> list[Holder]:
    """The terms of that office of a side that may have covered the day."""
    if day is None:
        return []
    if office == "leader" and side in known() and known()[side].kind == "state":
        office = next(iter(leading(side)))
    return [term for term in terms_of(side) if term.single and term.holds(day) and same_office(office, term)]


def leading(side: str) -> set[str]:
    """The office whose holder leads a state."""
    if side in titles().led_by_premiers:
        return {"prime minister"}
    return {"chancellor"} if side in titles().led_by_chancellors else {"president"}


@cache
def terms_of(side: str) -> tuple[Holder, ...]:
    """The known terms of offices of a side."""
    return tuple(holder for holder in holders() if holder.party == side)
