"""Which denial answers which accusation: reasons with weights, as for reports of meetings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from dateline.knowledge.issues import claiming, claims_by_name, denying
from dateline.matching.terms import WORD, Terms, shared, stem
from dateline.model.position import Pair, Saying

__all__ = ["ENOUGH", "answer", "pairs"]

ENOUGH = 3.0
"""Score from which a denial is taken to answer a claim."""

LATEST = timedelta(days=45)
EARLIEST = timedelta(days=3)
NEAR = 3
FEW = 6
KINDS = {"accuse": ("it is an accusation", 1.0), "condemn": ("it is a condemnation", 0.3)}

Judged = tuple[str, float]


def pairs(sayings: Sequence[Saying], terms: Mapping[str, Terms]) -> list[Pair]:
    """Each denial with the claim that it answers best, best pairs first; a denial answers one claim."""
    claims = [each for each in sayings if each.kind in claiming()]
    within: dict[str, list[Saying]] = defaultdict(list)
    about: dict[str, list[Saying]] = defaultdict(list)
    for claim in claims:
        within[claim.text].append(claim)
        for term in terms[claim.id].words:
            about[term].append(claim)
    found = []
    for denial in sayings:
        if denial.kind not in denying() or (denial.kind == "reject" and not names_claim(words(denial.quote))):
            continue
        near = {claim.id: claim for claim in within[denial.text]}
        for term in terms[denial.id].words:
            near |= {claim.id: claim for claim in about[term]}
        compared = (pair for claim in near.values() if (pair := answer(claim, denial, terms[claim.id], terms[denial.id])))
        best = max(compared, key=lambda pair: (pair.score, pair.claim.id), default=None)
        if best is not None and best.score >= ENOUGH:
            found.append(best)
    found.sort(key=lambda pair: (-pair.score, pair.denial.id))
    return [pair for number, pair in enumerate(found) if not any(same(pair, other, terms) for other in found[:number])]


def same(one: Pair, other: Pair, terms: Mapping[str, Terms]) -> bool:
    """Is it the same side's denial of the same claim, in one story or in the same words?"""
    if one.claim.id != other.claim.id or one.denial.sides != other.denial.sides:
        return False
    mine, theirs = terms[one.denial.id].words, terms[other.denial.id].words
    return one.denial.text == other.denial.text or (bool(mine) and mine == theirs)


def answer(claim: Saying, denial: Saying, said: Terms, denied: Terms) -> Pair | None:
    """How much speaks for it that a denial answers a claim; None where it cannot."""
    if claim.id == denial.id or set(claim.sides) & set(denial.sides) or claim.speaker == denial.speaker:
        return None
    if not denial.sides or not (claim.sides or claim.speaker):
        return None
    if claim.kind not in KINDS and not set(claim.partners) & set(denial.sides):
        return None
    linked = list(links(claim, denial, said, denied))
    if not linked:
        return None
    reasons = (*linked, *aims(claim, denial), *times(claim, denial))
    if claim.kind in KINDS:
        reasons += (KINDS[claim.kind],)
    return Pair(claim, denial, round(sum(weight for _, weight in reasons), 2), reasons)


def links(claim: Saying, denial: Saying, said: Terms, denied: Terms) -> Iterator[Judged]:
    """What the words have in common; nothing means that they are about different matters."""
    if claim.inside == denial.id or denial.inside == claim.id:
        yield "one stands within the other", 3.0
    both = shared(said, denied)
    close = claim.text == denial.text and abs(claim.ordinal - denial.ordinal) <= NEAR
    if both and (len(both) > 1 or claim.text == denial.text):
        yield f"both speak of {', '.join(said.written(both[:4]))}", min(2.4, 0.8 * len(both))
    elif close and is_bare(denial):
        yield "it denies what was said just before", 1.2
    elif close and claim.kind == "accuse" and denial.kind == "deny" and mutual(claim, denial):
        yield "each is aimed at the other, one right after the other", 0.6


def mutual(claim: Saying, denial: Saying) -> bool:
    """Is each aimed at the other's side, and the denial what comes next?"""
    aimed = bool(set(claim.partners) & set(denial.sides)) and bool(set(denial.partners) & {*claim.sides, claim.speaker})
    return aimed and denial.ordinal - claim.ordinal == 1


def aims(claim: Saying, denial: Saying) -> Iterator[Judged]:
    """Whom each is aimed at."""
    if at := sorted(set(claim.partners) & set(denial.sides)):
        yield f"the claim is aimed at {' and '.join(at)}", 1.5
    elif claim.partners:
        yield "the claim is aimed at others", -1.5
    if at := sorted(set(denial.partners) & {*claim.sides, claim.speaker}):
        yield f"the denial is aimed at {' and '.join(at)}", 1.0


def times(claim: Saying, denial: Saying) -> Iterator[Judged]:
    """A story of its own for both is best; a denial comes after what it denies."""
    if claim.text == denial.text:
        yield "told by the same story", 0.6
        return
    if claim.day is None or denial.day is None:
        return
    gap = denial.day - claim.day
    if -EARLIEST <= gap <= LATEST / 3:
        yield f"{abs(gap.days)} days apart", 0.3
    elif gap < -EARLIEST or gap > LATEST:
        yield f"{abs(gap.days)} days apart", -2.0


def is_bare(denial: Saying) -> bool:
    """Does a denial name the claim as such ("the accusations"), and not the matter?"""
    said = words(denial.quote)
    return len(said) <= NEAR or (len(said) <= FEW and names_claim(said))


def names_claim(said: Iterable[str]) -> bool:
    """Is one of the words a name of claims?"""
    return not frozenset(map(stem, claims_by_name())).isdisjoint(map(stem, said))


def words(pieces: Iterable[str]) -> list[str]:
    """The words of what is said."""
    return [match.group() for piece in pieces for match in WORD.finditer(piece)]
