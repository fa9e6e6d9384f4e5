"""What a story's parties are collected in while it is read: namings, the roster of parties, and who was named when."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from spacy.tokens import Token

from dateline.knowledge.statements import cues_by_word
from dateline.model.party import How, Mention, Party, PartyKind
from dateline.reading.desk import Naming, Quotation, Sentence, Spread
from dateline.reading.parties.lexicon import Known, Term, fold, known

__all__ = ["Draft", "Roster", "Seen", "choose", "known_party", "reports"]


@dataclass
class Draft:
    """A party that is still being read."""

    id: str
    name: str
    kind: PartyKind
    of: str | None = None
    wikidata: str | None = None
    office: str | None = None
    sectors: tuple[str, ...] = ()
    mentions: list[Mention] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    """Folded full names of a person, as the story and knowledge spell them."""
    titled: bool = False
    """Does the office come from the text?"""
    sided: bool = False
    """Does the side come from a title in the text?"""
    place: int = 0
    """Its place among the parties as they were entered."""

    def finished(self) -> Party:
        """The party as it stays."""
        mentions = tuple(sorted(self.mentions, key=lambda mention: (mention.span.field == "text", mention.span)))
        return Party(self.id, self.name, self.kind, self.of, self.wikidata, self.office, self.sectors, mentions)


@dataclass(frozen=True)
class Seen:
    """That a party was named at a token, and whether it was the subject of its clause."""

    id: str
    sentence: int
    token: int
    subject: bool
    plural: bool
    ids: tuple[str, ...]
    how: How
    modifier: bool
    main: bool = False
    """Was that clause the main one of its sentence?"""
    speaks: bool = False
    """Is it the subject of a verb that reports ("said")?"""
    quoted: bool = False
    """Does it stand in somebody's words, between marks?"""


class Roster:
    """The parties of one story, in the order in which they were first named."""

    def __init__(self, day: date | None) -> None:
        self.day = day
        self.home: str | None = None
        self.drafts: dict[str, Draft] = {}
        self.namings: list[Naming] = []
        self.at: dict[tuple[int, int], Naming] = {}
        self.seen: list[Seen] = []
        self.last: dict[str, int] = {}
        self.ordered: list[tuple[int, int, int, Seen]] = []
        self.places: defaultdict[str, list[tuple[int, int, int, Seen]]] = defaultdict(list)
        self.genders: dict[str, str] = {}
        self.called: defaultdict[str, set[str]] = defaultdict(set)
        self.bearers: dict[tuple[str, str], str] = {}
        self.surnames: set[str] = set()
        self.quotations: Spread[Quotation] = Spread()
        self.lines: list[Sentence] = []
        """The sentences read so far, the present one last."""
        self.texts: dict[str, str] = {}
        """Who made the statement, the report or (under no name) any text that the story named last."""

    def enter(self, id: str, name: str | None = None, kind: PartyKind = "organisation", of: str | None = None) -> Draft:
        """The draft of that id, made from knowledge where it is known."""
        if id not in self.drafts:
            if (party := known().get(id)) is not None:
                self.drafts[id] = Draft(id, party.name, party.kind, party.of, party.wikidata, None, party.sectors)
            else:
                self.drafts[id] = Draft(id, name or id, kind, of)
            self.drafts[id].place = len(self.drafts)
            parts = fold(id).split() if self.drafts[id].kind == "person" else []
            if len(parts) > 1:
                self.bearers.setdefault((parts[0], parts[-1]), id)
        draft = self.drafts[id]
        if of and not draft.of:
            draft.of = of
        return draft

    def name(self, naming: Naming, *, mention: bool = True) -> None:
        """Note a naming: its tokens, that its parties were seen there, and (unless told not to) a mention of each."""
        self.namings.append(naming)
        doc = naming.sentence.tokens.doc
        for index in range(naming.first, naming.last + 1):
            self.at.setdefault((id(doc), index), naming)
        for party in naming.ids:
            draft = self.enter(party)
            if mention:
                draft.mentions.append(Mention(naming.span, naming.how, (naming.evidence,)))
        head = doc[naming.head]
        subject = head.dep_ in ("nsubj", "nsubjpass", "agent") or (head.dep_ == "poss" and head.head.dep_ == "nsubj")
        plural = head.tag_ in ("NNS", "NNPS") or len(naming.ids) > 1
        for party in naming.ids:
            self.see(
                Seen(
                    party, naming.sentence.number, naming.head, subject, plural, naming.ids, naming.how, naming.modifier,
                    is_main(head), subject and reports(head.head), self.is_quoted(naming.sentence, head),
                )
            )  # fmt: skip

    def is_quoted(self, sentence: Sentence, token: Token) -> bool:
        """Does a token stand between quotation marks?"""
        place = sentence.place(token)
        return bool(self.quotations.over(sentence.field, place, place + 1))

    def see(self, seen: Seen) -> None:
        """Note that a party was seen: `last` knows its place in `seen`; `ordered`, and `places` by party, are in text order."""
        place = seen.sentence, seen.token, -len(self.seen), seen
        insort(self.ordered, place)
        insort(self.places[seen.id], place)
        self.last[seen.id] = len(self.seen)
        self.seen.append(seen)

    def rebind(self, old: str, new: str) -> None:
        """Let all namings of one party be of another; the first leaves the story."""
        for place, naming in self.at.items():
            if naming.ids == (old,):
                self.at[place] = replace(naming, ids=(new,))
        self.namings = [replace(naming, ids=(new,)) if naming.ids == (old,) else naming for naming in self.namings]
        so_far, self.seen, self.last, self.ordered, self.places = self.seen, [], {}, [], defaultdict(list)
        for seen in so_far:
            self.see(replace(seen, id=new, ids=(new,)) if seen.ids == (old,) else seen)
        self.drafts[new].mentions += self.drafts.pop(old).mentions

    def named(self, sentence: Sentence, token: Token) -> Naming | None:
        """The naming that covers a token."""
        return self.at.get((id(sentence.tokens.doc), token.i))

    def recent(self, before: Sentence, token: int, reach: int = 100) -> Iterator[Seen]:
        """Who was seen before that token, the nearest first, at most `reach` sentences back."""
        end = bisect_left(self.ordered, (before.number, token))
        for place in range(end - 1, -1, -1):
            *_, seen = self.ordered[place]
            if before.number - seen.sentence > reach:
                break
            yield seen

    def latest(self, ids: Iterable[str], before: Sentence, token: int, reach: int = 100) -> str | None:
        """Which of these parties was seen last before that token, at most `reach` sentences back."""
        found = []
        for each in ids:
            places = self.places.get(each, [])
            if end := bisect_left(places, (before.number, token)):
                found.append(places[end - 1])
        sentence, *_, seen = max(found, default=(0, 0, 0, None))
        return seen.id if seen and before.number - sentence <= reach else None

    def persons(self) -> Iterator[Draft]:
        """The persons named so far."""
        return (draft for draft in self.drafts.values() if draft.kind == "person")

    def call(self, draft: Draft, names: Iterable[str]) -> None:
        """Note folded names of a person: `called` knows who bears a first or last word, `surnames` the last of full names."""
        draft.names.update(names)
        if draft.kind == "person":
            for name in draft.names:
                for word in (name.split(" ", 1)[0], name.rsplit(" ", 1)[-1]):
                    self.called[word].add(draft.id)
            if " " in draft.id:
                self.surnames |= {name.rsplit(" ", 1)[-1] for name in draft.names}

    def person_called(self, short: str) -> str | None:
        """The person of the story named last (else first in what follows) who bears that short name.

        A name that ends with it goes before one that begins with it ("Xi" for "Xi Jinping").
        """
        short = fold(short)
        best: tuple[tuple[bool, int], str] | None = None
        near = self.called.get(short.split(" ", 1)[0], set()) | self.called.get(short.rsplit(" ", 1)[-1], set())
        for draft in (self.drafts[who] for who in near):
            ends = any(name == short or name.endswith(f" {short}") for name in draft.names)
            if ends or any(name.startswith(f"{short} ") for name in draft.names):
                rank = ends, self.last.get(draft.id, -1 - draft.place)
                best = max(best, (rank, draft.id)) if best else (rank, draft.id)
        return best[1] if best else None


def known_party(id: str) -> Party | None:
    """A party of knowledge, without mentions."""
    if (party := known().get(id)) is None:
        return None
    return Draft(party.id, party.name, party.kind, party.of, party.wikidata, None, party.sectors).finished()


def reports(verb: Token) -> bool:
    """Is it a verb by which somebody says something?"""
    return any({"clause", "quotation"} & {*cue.takes} for cue in cues_by_word().get(("verb", verb.lemma_), ()))


def is_main(token: Token) -> bool:
    """Is the token an argument of the sentence's main verb, or of one coordinated with it?"""
    verb = token.head
    while verb.dep_ == "conj" and verb.head.i != verb.i:
        verb = verb.head
    return verb.dep_ == "ROOT"


def choose(terms: tuple[Term, ...], day: date | None, present: dict[str, int]) -> Term:
    """Which of several known parties the same words mean: the one alive on the day, then the one named most.

    Where the day is unknown, being named counts first: a story that speaks of Soviet envoys is not of today.
    """
    parties = known()

    def rank(term: Term) -> tuple[int, int]:
        lives, named = int(alive(parties[term.id], day)), present.get(term.id, 0)
        return (named, lives) if day is None else (lives, named)

    return max(terms, key=rank)


def alive(party: Known, day: date | None) -> bool:
    """Could the party act on that day? A former state does not where the day is unknown."""
    if day is None:
        return party.until is None
    return (party.from_ is None or party.from_ <= day) and (party.until is None or day <= party.until)
