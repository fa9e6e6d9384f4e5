"""What one side says on one issue, newest first: repetitions folded, changes of stance marked."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from dateline.knowledge.issues import opposites
from dateline.matching.terms import Terms, shared
from dateline.model.position import Saying, Shift, Stance

__all__ = ["stances_of"]

ALIKE = 0.6
"""Share of their words from which two statements of one side are the same one, told again."""

SAME_MATTER = 2
"""Words that two statements must share for one to go back on the other; not all of them may be such as name the issue."""


OVERLAP = 0.25
"""And the share of the shorter one's words."""


def stances_of(
    sayings: Sequence[Saying], terms: Mapping[str, Terms], common: frozenset[str], others: Sequence[Saying] = ()
) -> tuple[Stance, ...]:
    """The stances of one side; `common` are the words that all statements on the issue share, `others` what the side says
    besides, where it may have said otherwise before."""
    ordered = sorted(sayings, key=lambda each: (-(each.day or date.min).toordinal(), each.text, each.ordinal))
    groups = folded(ordered, terms)
    leading = [leader(group) for group in groups]
    older = sorted((*leading, *others), key=lambda each: (-(each.day or date.min).toordinal(), each.text, each.ordinal))
    return tuple(
        Stance(first, tuple(each for each in group if each is not first), shift(first, older, terms, common))
        for first, group in zip(leading, groups, strict=True)
    )


def folded(ordered: Sequence[Saying], terms: Mapping[str, Terms]) -> list[list[Saying]]:
    """The same thing told again goes with the newest telling; compared are only those that share a word or refer to another."""
    groups: list[list[Saying]] = []
    holders: dict[str, set[int]] = defaultdict(set)
    for each in ordered:
        keys = terms[each.id].words or {each.words.casefold()}
        links = {f"id {name}" for name in (each.id, each.same_as) if name}
        near = sorted({number for key in (*keys, *links) for number in holders[key]})
        home = next((number for number in near if any(repeats(each, other, terms) for other in groups[number])), len(groups))
        if home == len(groups):
            groups.append([])
        groups[home].append(each)
        for key in (*keys, *links):
            holders[key].add(home)
    return groups


def leader(group: Sequence[Saying]) -> Saying:
    """The telling that is shown: of the newest day, a quotation before a paraphrase."""
    newest = [each for each in group if each.day == group[0].day]
    return min(newest, key=lambda each: (("direct", "mixed", "indirect").index(each.form), -each.confidence, each.id))


def repeats(one: Saying, other: Saying, terms: Mapping[str, Terms]) -> bool:
    """Is one the other, told again?"""
    if one.same_as == other.id or other.same_as == one.id or (one.same_as is not None and one.same_as == other.same_as):
        return True
    if one.kind != other.kind:
        return False
    mine, theirs = terms[one.id].words, terms[other.id].words
    if not mine or not theirs:
        return one.words.casefold() == other.words.casefold()
    return len(mine & theirs) / len(mine | theirs) >= ALIKE


def one_voice(before: Saying, now: Saying) -> bool:
    """Do both speak for the side: the same speaker, or one of them the side as such; and does neither only report the other's
    words, or stand in another's statement?"""
    if before.inside is not None or now.inside is not None:
        return False
    side = now.sides[0]
    return before.speaker == now.speaker or side in (before.speaker, now.speaker)


def one_aim(before: Saying, now: Saying) -> bool:
    """Are both aimed at the same? Praise and condemnation must name it; an offer or refusal may leave it open."""
    shared_aim = bool(set(before.partners) & set(now.partners))
    if {before.kind, now.kind} == {"praise", "condemn"}:
        return shared_aim
    return shared_aim or not (before.partners and now.partners)


def shift(now: Saying, older: Sequence[Saying], terms: Mapping[str, Terms], common: frozenset[str]) -> Shift | None:
    """The newest earlier statement that this one goes back on: an opposite kind, an earlier day, and the same matter."""
    for before in older:
        if (before.kind, now.kind) not in opposites() or before.day is None or now.day is None or before.day >= now.day:
            continue
        if not one_voice(before, now) or not one_aim(before, now):
            continue
        both = shared(terms[before.id], terms[now.id])
        least = min(len(terms[before.id].words), len(terms[now.id].words))
        if len(both) >= max(SAME_MATTER, OVERLAP * least) and not common.issuperset(both):
            return Shift(before, terms[now.id].written(both))
    return None
