"""Pairs of made-up stories of which we know whether they tell the same: 200 of them, drawn from word lists by a seed."""

# ruff: noqa: SIM905  (lists of words are read more easily so)
import random
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.model.document import Document, Text

PLACES = "Arden Belmora Carvin Dovery Eskell Farrow Galt Harmon Istra Jorvik Kalden Lomond Marva Nestor Ostia Pellam".split()
SIDES = "Ardenian Belmoran Carvish Dovering Eskelli Farrovian Galtish Harmonic Istrian Jorvian Kaldish Lomondi".split()
FIRST = "Ada Boris Clara Dmitri Elena Farid Greta Hassan Irina Jonas Karin Leon Marta Nils Olga Pavel Rosa Sven".split()
LAST = "Abendroth Bellini Castell Durov Erikson Fontane Grigor Halloran Ivarson Jansky Kovalik Lindqvist Moreau Novik".split()
POSTS = ["foreign minister", "prime minister", "special envoy", "chief negotiator", "defence secretary", "spokeswoman"]
NOUNS = """
corridor ceasefire embargo pipeline harvest treaty garrison tariff ferry hostage verdict reservoir border fishery
bridge railway tanker summit protocol monitor convoy ballot loan refinery airfield island statute census passport
harbour customs vaccine quota mandate visa militia drought turbine cable satellite port strait mine museum archive
monument dam canal mediator clause annex inspector depot battalion subsidy timetable delegation settlement boundary
ransom parole amnesty minority autumn budget
""".split()
VERBS = """
reopened postponed inspected blamed welcomed rejected drafted signed delayed financed halted praised questioned
widened narrowed guarded audited crossed surveyed renewed suspended extended measured evacuated translated restored
counted sealed shelved revived doubled halved disputed confirmed abandoned rebuilt monitored weighed mapped patrolled
""".split()
WAYS = """
quietly openly briefly reluctantly jointly formally repeatedly unexpectedly narrowly warmly sharply privately
overnight cautiously abruptly gradually
""".split()
KINDS = """
northern southern disputed ageing provisional secret bilateral annual costly fragile historic temporary crowded remote
flooded armed neutral joint empty coastal regional legal final narrow winter frozen foreign rural
""".split()
SHAPES = (
    "{who} {way} {verb} the {thing} after the {thing} was {verb}.",
    "The {thing}, which {who} had {verb}, was {way} {verb} near {place}.",
    "Officials in {place} {verb} {number} pages on the {thing} and the {thing}.",
    "“We {verb} the {thing} and {way} {verb} a {thing},” {who} said.",
    "According to the {side} side, a {thing} {verb} in {year} would be {verb} {way}.",
    "Neither the {thing} nor the {thing} has been {verb} since {who} left {place}.",
    "In {place} the {side} delegation {way} {verb} what it called a {thing}.",
    "{who} asked whether the {thing} could be {verb} by {day}.",
)
DAYS = ("Monday", "Tuesday", "Friday", "the weekend")
OUTLETS = ["Example Post", "Sample Herald", "Trial Gazette", "Specimen Times"]
FURNITURE = (
    "Sign up for our evening newsletter.",
    "Read more: what we know so far",
    "All rights reserved. This material may not be published or rewritten.",
    "Follow us on every network for the latest.",
)


@dataclass(frozen=True)
class Cast:
    """Who and what an event is about."""

    sides: tuple[str, ...]
    places: tuple[str, ...]
    people: tuple[tuple[str, str], ...]
    things: tuple[str, ...]

    def word(self, slot: str, at: random.Random) -> str:
        """Something for a place in a sentence."""
        if slot == "who":
            name, post = at.choice(self.people)
            full, short = f"{at.choice(self.sides)} {post} {name}", f"the {at.choice(self.sides)} {post}"
            return at.choice((full, name, name.split()[1], short))
        if slot == "thing":
            return f"{at.choice(KINDS)} {at.choice(self.things)}" if at.random() < 0.6 else at.choice(self.things)
        if slot in ("number", "year"):
            return str(at.randint(2, 980) if slot == "number" else at.randint(1950, 2020))
        return at.choice({"way": WAYS, "verb": VERBS, "place": self.places, "side": self.sides, "day": DAYS}[slot])


@dataclass(frozen=True)
class Pair:
    """Two documents, whether they tell the same story, and what was done to the second."""

    one: Document
    other: Document
    same: bool
    how: str
    kind: str | None = None


def cast_of(at: random.Random) -> Cast:
    people = tuple((f"{at.choice(FIRST)} {at.choice(LAST)}", at.choice(POSTS)) for _ in range(4))
    return Cast(tuple(at.sample(SIDES, 2)), tuple(at.sample(PLACES, 3)), people, tuple(at.sample(NOUNS, 40)))


def sentences(cast: Cast, at: random.Random, count: int) -> list[str]:
    made = [re.sub(r"{(\w+)}", lambda slot: cast.word(slot[1], at), at.choice(SHAPES)) for _ in range(count)]
    return [each[0].upper() + each[1:] for each in made]


def body_of(said: list[str], at: random.Random) -> str:
    paragraphs: list[str] = []
    while said:
        size = at.randint(1, 3)
        paragraphs.append(" ".join(said[:size]))
        said = said[size:]
    return "\n\n".join(paragraphs)


def story(name: str, cast: Cast, said: list[str], at: random.Random, day: date, source: str, title: str) -> Document:
    return Document(name=name, text=Text(title, body_of(said, at)), published=day, source=source, language="en")


def reworded(sentence: str, share: float, at: random.Random) -> str:
    """So many of a sentence's words are others."""
    pools = (NOUNS, VERBS, KINDS, WAYS)
    return " ".join(at.choice(at.choice(pools)) if at.random() < share else word for word in sentence.split())


def syndicated(said: list[str], cast: Cast, share: float, at: random.Random) -> list[str]:
    """Sentences dropped, written anew or reworded, to so large a share of the story."""
    edited: list[str] = []
    for sentence in said:
        if at.random() >= share:
            edited.append(sentence)
        elif (dice := at.random()) < 0.4:
            edited += sentences(cast, at, 1)
        elif dice < 0.7:
            edited.append(reworded(sentence, 0.5, at))
    return edited or said[:3]


def pair(number: int, how: str, at: random.Random) -> Pair:
    """One pair of this sort."""
    cast, day = cast_of(at), date(2019, 5, 1) + timedelta(days=at.randint(0, 300))
    said = sentences(cast, at, at.randint(14, 32))
    title = f"{cast.things[0]} {at.choice(VERBS)} as {cast.people[0][0]} visits {cast.places[0]}"
    source, elsewhere = at.sample(OUTLETS, 2)
    one = story(f"{number}a", cast, said, at, day, source, title)

    def second(told: list[str], *, later: int = 0, by: str = elsewhere, headline: str = "") -> Document:
        made = story(f"{number}b", cast, told, at, day + timedelta(days=later), by, headline or title)
        extra = "\n\n".join(at.sample(FURNITURE, at.randint(0, 2)))
        return replace(made, text=Text(made.text.title, f"{made.text.body}\n\n{extra}".strip()))

    if how == "syndicated":
        share = 0.6 if number % 5 == 0 else at.uniform(0.0, 0.6)
        return Pair(one, second(syndicated(said, cast, share, at), later=at.randint(0, 2)), True, f"{how} {share:.2f}")
    if how == "excerpt":
        size = max(4, int(len(said) * at.uniform(0.25, 0.7)))
        return Pair(one, second(said[:size]), True, how, "excerpt")
    if how == "update":
        grown = [*syndicated(said, cast, 0.1, at), *sentences(cast, at, at.randint(4, 9))]
        return Pair(one, second(["(Adds details, background) " + grown[0], *grown[1:]], by=source), True, how, "update")
    if how == "rewrite":
        told = [reworded(sentence, at.uniform(0.15, 0.3), at) for sentence in said]
        return Pair(one, second(told, headline=f"{cast.people[1][0]} in {cast.places[1]}"), True, how)
    if how == "same event":
        told = sentences(cast, at, at.randint(14, 28))
        shared = at.sample(said, max(1, len(said) // 6))
        for sentence in shared:
            told.insert(at.randint(0, len(told)), sentence)
        return Pair(one, second(told, later=at.randint(0, 1)), False, how)
    if how == "series":
        figures = [f"{cast.things[n]} {at.choice(VERBS)}: {at.randint(10, 9999)}." for n in range(10)]
        again = [f"{line.rsplit(' ', 1)[0]} {at.randint(10, 9999)}." for line in figures]
        first = story(f"{number}a", cast, figures, at, day, source, "Figures of the day")
        return Pair(
            first, story(f"{number}b", cast, again, at, day + timedelta(days=1), source, "Figures of the day"), False, how
        )
    other = cast_of(at)
    return Pair(
        one, replace(story(f"{number}b", other, sentences(other, at, 20), at, day, source, "Another story")), False, how
    )


PLAN = ("syndicated",) * 6 + ("excerpt",) * 3 + ("update",) * 3 + ("rewrite",) * 2 + ("same event",) * 4 + ("series", "other")


def pairs(count: int = 200, seed: int = 7) -> list[Pair]:
    """So many pairs, the same ones for the same seed."""
    at = random.Random(seed)
    return [pair(number, PLAN[number % len(PLAN)], at) for number in range(count)]
