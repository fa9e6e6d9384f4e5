"""Values of a field that contradict each other: which one is believed, and why.

What counts, in this order: that it says more exactly, that a party confirms it, that better outlets or more of them give
it, that it is told more plainly, that a newer story does.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.matching.days import gap
from dateline.matching.life import Life, precise
from dateline.model.entry import Meeting
from dateline.model.evidence import Sourced
from dateline.model.occasion import Claim, Reliability, Report
from dateline.model.when import When

__all__ = [
    "WEIGHT", "Standing", "Votes", "best_of", "credible", "date_claims", "place_claims", "sources", "standing", "stories",
    "voices", "votes",
]  # fmt: skip

Votes = dict[Any, list[Report]]
"""The values of a field, each with the reports that give it."""

WEIGHT: Mapping[Reliability | None, float] = {"A": 3.0, "B": 2.0, "C": 1.5, "F": 1.0, None: 1.0, "D": 0.5, "E": 0.1}
"""What a story of an outlet counts, by the letter that people gave the outlet."""

UNSAID = 0.8
"""How sure a report is of a field of which it does not say it."""

SURE = 0.6
DOUBTFUL = 0.3


def votes(reports: Sequence[Report], field: Callable[[Meeting], Sourced[Any] | None]) -> Votes:
    """The values of a field, each with the reports that give it."""
    found: Votes = {}
    for report in reports:
        if (sourced := field(report.meeting)) is not None:
            found.setdefault(sourced.value, []).append(report)
    return found


def stories(reports: Iterable[Report]) -> int:
    """Copies of a text are one story."""
    return len({report.told_in for report in reports})


def voices(reports: Iterable[Report]) -> dict[str, str]:
    """Report -> who tells it: one outlet's stories are one voice, so are copies of a text, and all that rests on one agency."""
    said: dict[str, str] = {}
    found: dict[str, str] = {}
    for report in reports:
        name = report.wire or report.source or report.told_in
        found[report.id] = said.setdefault(report.told_in, name.casefold())
    return found


def sources(reports: Iterable[Report]) -> int:
    """Voices that tell it independently of each other."""
    return len(set(voices(reports).values()))


@dataclass(frozen=True)
class Standing:
    """How well a value stands."""

    exact: tuple[Any, ...]
    confirmed: bool
    weight: float
    sure: float
    newest: date
    stories: int
    best: Reliability | None

    @property
    def rank(self) -> tuple[Any, ...]:
        """The higher, the better."""
        return self.exact, self.confirmed, self.weight, self.sure, self.newest


def best_of(tellers: Iterable[Report]) -> Reliability | None:
    """The letter of the best outlet among them."""
    letters = (report.reliability for report in tellers)
    return max(letters, key=lambda letter: (WEIGHT[letter], letter is not None), default=None)


def standing(tellers: Sequence[Report], exact: tuple[Any, ...] = (), field: str = "") -> Standing:
    """How well a value of a field stands by those who give it; copies of an agency's text count once."""
    weights: dict[str, float] = {}
    said = voices(tellers)
    for report in tellers:
        voice = report.told_in if report.wire is None else said[report.id]
        weights[voice] = max(weights.get(voice, 0.0), WEIGHT[report.reliability])
    return Standing(
        exact=exact,
        confirmed=any(report.meeting.status.value == "confirmed" for report in tellers),
        weight=round(sum(weights.values()), 2),
        sure=round(max(report.meeting.sure.get(field, UNSAID) for report in tellers), 1),
        newest=max(report.day or date.min for report in tellers),
        stories=len(weights),
        best=best_of(tellers),
    )


def compared(better: Standing, worse: Standing) -> tuple[str, str]:
    """What speaks for the better of two values, and what against the other."""
    if better.exact != worse.exact:
        return "more specific", "less specific"
    if better.confirmed != worse.confirmed:
        return "confirmed by a party", "not confirmed by a party"
    if better.weight != worse.weight:
        if WEIGHT[better.best] > WEIGHT[worse.best]:
            return f"a better source, {better.best} over {worse.best or 'F'}", "a worse source"
        return f"more stories, {better.stories} against {worse.stories}", "fewer stories"
    if better.sure != worse.sure:
        return "told more plainly", "told less plainly"
    return ("newer", "older") if better.newest != worse.newest else ("of equals the first", "of equals the other")


def credible(tellers: Sequence[Report], *, believed: bool, contested: bool) -> int:
    """The credibility of what these reports give, by the Admiralty scale, whatever the outlets are worth."""
    surest = max(report.meeting.confidence for report in tellers)
    independent = sources(tellers)
    confirmed = any(report.meeting.status.value == "confirmed" for report in tellers)
    if not believed and contested:
        return 4 if independent > 1 or confirmed else 5
    if surest < DOUBTFUL:
        return 6
    if independent > 1 or confirmed:
        return 2 if contested else 1
    return 2 if surest >= SURE and not contested else 3


def date_claims(found: Votes, life: Life) -> list[Claim]:
    """The dates that were given, where they differ."""
    if len(found) < 2 and not life.previously:
        return []
    standings = {when: standing(tellers, (-precise(when),), "date") for when, tellers in found.items()}
    rivals = {when for when in found if is_rival(when, life)}
    return [
        Claim(
            field="date",
            value=when.edtf,
            stories=standings[when].stories,
            believed=when == life.when,
            why=why_date(when, standings, rivals, life),
            rival=when in rivals,
            reliability=standings[when].best,
            credibility=credible(found[when], believed=when not in rivals, contested=bool(rivals)),
            reports=tuple(sorted(report.id for report in found[when])),
        )
        for when in sorted(found, key=lambda when: (-standings[when].stories, when.edtf))
    ]


def is_rival(when: When, life: Life) -> bool:
    """Does it contradict the date that is believed, rather than say less or be given up?"""
    if life.when is None or when == life.when or (life.previously and gap(when, life.previously) == 0):
        return False
    return not when.overlaps(life.when)


def why_date(when: When, standings: Mapping[When, Standing], rivals: Iterable[When], life: Life) -> str:
    """Why a date is believed, or not."""
    if when == life.when:
        if life.previously:
            return "the date it was moved to"
        best = max((standings[rival] for rival in rivals), key=lambda each: each.rank, default=None)
        return compared(standings[when], best)[0] if best else "the most specific"
    if life.when is None:
        return "put off"
    if life.previously and gap(when, life.previously) == 0:
        return "moved from this date"
    if life.when not in standings or when not in rivals:
        return "less specific"
    if standings[when].rank > standings[life.when].rank:
        return "not the date it was moved to"
    return compared(standings[life.when], standings[when])[1]


def place_claims(found: Votes, place: str | None) -> list[Claim]:
    """The places that were given, where they differ."""
    if len(found) < 2 or place is None:
        return []
    standings = {name: standing(found[name], exactness(found[name]), "place") for name in found}
    rivals = {name for name in found if name != place and contradicts(found[name], found[place])}
    best = max((standings[name] for name in rivals), key=lambda each: each.rank, default=None)
    return [
        Claim(
            field="place",
            value=name,
            stories=standings[name].stories,
            believed=name == place,
            why=why_place(name, place, standings, best),
            rival=name in rivals,
            reliability=standings[name].best,
            credibility=credible(found[name], believed=name not in rivals, contested=bool(rivals)),
            reports=tuple(sorted(report.id for report in found[name])),
        )
        for name in sorted(found, key=lambda name: (-standings[name].stories, name))
    ]


def why_place(name: str, place: str, standings: Mapping[str, Standing], best: Standing | None) -> str:
    """Why a place is believed, or not."""
    if name == place:
        return compared(standings[place], best)[0] if best else "more specific"
    return compared(standings[place], standings[name])[1]


def exactness(reports: Iterable[Report]) -> tuple[bool]:
    """A place that some report takes for a whole country says less."""
    return (not any(report.facts.is_country for report in reports),)


def contradicts(one: Sequence[Report], other: Sequence[Report]) -> bool:
    """Are two places different, and not a city and its country?"""
    countries = {report.country for report in one if report.country} & {report.country for report in other if report.country}
    return not (countries and exactness(one) != exactness(other))
