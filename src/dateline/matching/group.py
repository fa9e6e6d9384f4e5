"""From matches of two to occasions of many: the strongest first, and never against what any two of them say.

The outcome depends on the reports and their matches alone, not on the order in which they came.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from dateline.matching.compare import ENOUGH, contradict, vetoed
from dateline.matching.days import EXACT, gap, length
from dateline.matching.vetoes import is_bare
from dateline.model.occasion import Facts, Match
from dateline.model.when import When

__all__ = ["group"]

Pairs = Collection[tuple[str, str]]

SPOKESMEN = 5
"""So many of a group's reports, the most telling ones, speak for it when groups are compared."""


def telling(facts: Facts) -> tuple[int, str]:
    """Sort key: those that say most first."""
    known = (facts.forum, facts.when, facts.place, facts.people, facts.level)
    return -sum(bool(each) for each in known) - len(facts.sides), facts.id


def coherent(members: Sequence[Facts]) -> bool:
    """Do the dates of these reports make one occasion: one date, or several linked by moves and new dates?"""
    whens = {facts.when for facts in members if facts.when and facts.when.earliest}
    exact = sorted((when for when in whens if length(when) <= EXACT), key=order)
    wide = [when for when in whens if length(when) > EXACT]
    if exact and any(all(gap(when, day) > 1 for day in exact) for when in wide) and not shelved(members):
        return False
    clusters = linked(exact, members)
    if len(clusters) == 2:
        return close(*clusters)
    return len(clusters) < 2 or any(outvotes(cluster, clusters, members) for cluster in clusters)


def close(one: Sequence[When], other: Sequence[When]) -> bool:
    """Are two clusters of dates no more than a day apart?"""
    return all(gap(mine, theirs) <= 1 for mine in one for theirs in other)


def outvotes(middle: Sequence[When], clusters: Sequence[Sequence[When]], members: Sequence[Facts]) -> bool:
    """Are all other dates a day off from these, and given by fewer reports together?"""
    others = [cluster for cluster in clusters if cluster is not middle]
    voices = sum(facts.when in middle for facts in members)
    against = sum(any(facts.when in cluster for cluster in others) for facts in members)
    return voices > against and all(close(middle, cluster) for cluster in others)


def order(when: When) -> tuple[date, date]:
    """Sort key of intervals, open ends first and last."""
    return when.earliest or date.min, when.latest or date.max


def shelved(members: Iterable[Facts]) -> bool:
    """Was the occasion moved or put off at all?"""
    return any(facts.previously or facts.status == "postponed" for facts in members)


def linked(days: Sequence[When], members: Sequence[Facts]) -> list[list[When]]:
    """The dates in clusters: together where they overlap, where a report moves the occasion from one to the other, or
    where it was put off without a date between them."""
    clusters = [[day] for day in days]
    moves = {(facts.previously, facts.when) for facts in members if facts.previously and facts.when}
    pauses = [facts.day for facts in members if facts.status == "postponed" and facts.when is None and facts.day]

    def touch(one: When, other: When) -> bool:
        if gap(one, other) == 0:
            return True
        if any(gap(old, a) == 0 and gap(new, b) == 0 for old, new in moves for a, b in ((one, other), (other, one))):
            return True
        first, second = sorted((order(one)[0], order(other)[0]))
        return any(pause <= second and (first >= pause or (pause - first).days <= EXACT) for pause in pauses)

    joined = True
    while joined:
        joined = False
        for index, cluster in enumerate(clusters):
            partner = next((later for later in clusters[index + 1 :] if any(touch(a, b) for a in cluster for b in later)), None)
            if partner is not None:
                cluster.extend(partner)
                clusters.remove(partner)
                joined = True
                break
    return clusters


def compatible(one: Sequence[Facts], other: Sequence[Facts], accepted: Mapping[tuple[str, str], float]) -> bool:
    """May two groups become one? No two of their spokesmen contradict each other, and their dates make one occasion."""
    for mine in sorted(one, key=telling)[:SPOKESMEN]:
        for theirs in sorted(other, key=telling)[:SPOKESMEN]:
            pair = (min(mine.id, theirs.id), max(mine.id, theirs.id))
            if pair not in accepted and (contradict(mine, theirs) or vetoed(mine, theirs)):
                return False
    texts = {facts.text for facts in one} & {facts.text for facts in other}
    for mine in (facts for facts in one if facts.text in texts):
        for theirs in (facts for facts in other if facts.text == mine.text):
            if (min(mine.id, theirs.id), max(mine.id, theirs.id)) not in accepted:
                return False
    return coherent([*one, *other]) or not (coherent(one) and coherent(other))  # people may join what dates do not


def join(groups: dict[str, list[Facts]], one: str, other: str) -> None:
    """Make one group of those of two reports."""
    mine, theirs = groups[one], groups[other]
    if mine is theirs:
        return
    mine.extend(theirs)
    for facts in theirs:
        groups[facts.id] = mine


def parted(one: Sequence[Facts], other: Sequence[Facts], apart: Pairs) -> bool:
    """Has somebody decided that a report of the one is not about the occasion of the other?"""
    return bool(apart) and any((min(a.id, b.id), max(a.id, b.id)) in apart for a in one for b in other)


def attach(
    groups: dict[str, list[Facts]],
    bare: Collection[str],
    strong: Iterable[Match],
    accepted: Mapping[tuple[str, str], float],
    apart: Pairs,
) -> None:
    """Let bare reports join the one occasion that they fit; where they fit several, they are of none in particular."""
    partners: dict[str, set[str]] = {name: set() for name in bare}
    for match in strong:
        for name, partner in ((match.one, match.other), (match.other, match.one)):
            if name in bare and partner not in bare:
                partners[name].add(partner)
    homes: dict[str, str] = {}
    for name in sorted(bare):
        fitting: dict[int, str] = {}
        for partner in sorted(partners[name]):
            mine, theirs = groups[name], groups[partner]
            if mine is not theirs and not parted(mine, theirs, apart) and compatible(mine, theirs, accepted):
                fitting.setdefault(id(theirs), partner)
        if len(fitting) == 1:
            homes[name] = next(iter(fitting.values()))
    for name, partner in homes.items():
        mine, theirs = groups[name], groups[partner]
        if not parted(mine, theirs, apart) and compatible(mine, theirs, accepted):
            join(groups, partner, name)


def group(
    reports: Iterable[Facts], matches: Iterable[Match], together: Pairs = (), apart: Pairs = ()
) -> tuple[tuple[str, ...], ...]:
    """The reports in groups of one occasion each, ids sorted; `matches` holds the pairs that were compared.

    Of the pairs (the lower id first) in `together` and `apart` people have decided that they are one occasion, or two.
    """
    groups = {facts.id: [facts] for facts in sorted(reports, key=lambda facts: facts.id)}
    for one, other in sorted(together):
        if one in groups and other in groups:
            join(groups, one, other)
    strong = [match for match in matches if match.score >= ENOUGH and match.one in groups and match.other in groups]
    accepted = {(match.one, match.other): match.score for match in strong} | dict.fromkeys(together, ENOUGH)
    bare = {facts.id for members in groups.values() for facts in members if is_bare(facts)}
    for match in sorted(strong, key=lambda match: (-match.score, match.one, match.other)):
        mine, theirs = groups[match.one], groups[match.other]
        if not bare.isdisjoint((match.one, match.other)) or mine is theirs:
            continue
        if not parted(mine, theirs, apart) and compatible(mine, theirs, accepted):
            join(groups, match.one, match.other)
    attach(groups, bare, strong, accepted, apart)
    distinct = {id(members): members for members in groups.values()}
    return tuple(sorted(tuple(sorted(facts.id for facts in members)) for members in distinct.values()))
