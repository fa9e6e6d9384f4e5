"""Which reports are of one occasion, and what becomes of the meetings: decided from what is known, nothing read or written.

What comes out depends on the reports alone, not on the order in which they came; only the names of the meetings tell of it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from dateline.matching.compare import ENOUGH, compare, is_vetoed, votes
from dateline.matching.group import group
from dateline.matching.overlay import overlay
from dateline.matching.reach import anchors, reaches
from dateline.matching.rulings import Group, assigned, decided
from dateline.model.occasion import Facts, Match, Report
from dateline.model.plan import Block, Founded, Keys, Known, Links, Near, Pile, Plan, Put

__all__ = ["decide", "keys_of", "link", "pile", "tie"]

APART = 4
"""Of the reports that only a veto keeps apart from a new one so many are remembered, to say why."""

CLOSEST = 24
"""Of the reports that speak of the same occasion so many are linked to a new one, the closest; it needs no more."""


def keys_of(arrived: Iterable[Facts]) -> dict[str, Keys]:
    """New report -> where it is to be found, and others are to be looked for."""
    return {facts.id: Keys(anchors(facts), reaches(facts)) for facts in arrived}


def link(near: Near, keys: Mapping[str, Keys], touched: Iterable[str] = ()) -> Links:
    """Compare new reports with all that may speak of the same occasion; `touched` are blocks that have lost some."""
    matches: list[Match] = []
    apart: list[Match] = []
    linked = [{block} for block in touched]
    for facts in near.arrived:
        earlier = (each for each in near.arrived if each.id < facts.id and keys[each.id].meet(keys[facts.id]))
        compared = [compare(facts, other) for other in (*near.fellows.get(facts.id, ()), *earlier)]
        found = closest(compared)
        apart += parted(compared)
        alike = {facts.id, *(name for match in found for name in (match.one, match.other))}
        alike = alike.union(*(tie for tie in near.ties if tie & alike))
        linked.append({near.blocks[name] for name in alike if name in near.blocks})
        matches += found
    return Links(keys=keys, matches=tuple(matches), apart=tuple(apart), blocks=connected(linked))


def tie(near: Near) -> Links:
    """Make one block of the reports that people have tied together; nothing is compared anew."""
    linked = [{block} for block in near.blocks.values()]
    linked += [{near.blocks[name] for name in names if name in near.blocks} for names in near.ties]
    return Links(blocks=connected(linked))


def parted(compared: Iterable[Match]) -> list[Match]:
    """The comparisons that would speak for one occasion but for a veto, those first for which most would speak."""
    found = (match for match in compared if is_vetoed(match))
    return sorted(found, key=lambda match: (-votes(match), match.one, match.other))[:APART]


def closest(compared: Iterable[Match]) -> list[Match]:
    """The comparisons that speak for one occasion, best first."""
    return sorted((match for match in compared if match.score >= ENOUGH), key=best_first)[:CLOSEST]


def best_first(match: Match) -> tuple[float, str, str]:
    """Sort key of matches."""
    return -match.score, match.one, match.other


def connected(linked: Iterable[Collection[str]]) -> tuple[tuple[str, ...], ...]:
    """Sets made one where they share a name, directly or through others, each sorted."""
    found: list[set[str]] = []
    for names in linked:
        apart = [each for each in found if each.isdisjoint(names)]
        found = [*apart, set(names).union(*(each for each in found if not each.isdisjoint(names)))]
    return tuple(sorted(tuple(sorted(each)) for each in found if each))


def pile(known: Known, links: Links, came: Collection[str] | None = None, shaken: Collection[str] = ()) -> tuple[Pile, ...]:
    """The reports in piles of one occasion each, those alone that are to be laid anew.

    `came` are reports that are new or weigh otherwise (all, where none are given), `shaken` meetings that have lost some.
    """
    blocks = [replace(block, matches=(*block.matches, *links.matches)) for block in known.blocks]
    sorted_out = [(block, grouped(block)) for block in blocks]
    claims = claimed([ids for _, groups in sorted_out for ids in groups], known.founded)
    return tuple(
        each
        for block, groups in sorted_out
        for each in piles_of(block, groups, claims)
        if came is None or not set(came).isdisjoint(each.reports) or stale(each, shaken)
    )


def grouped(block: Block) -> tuple[Group, ...]:
    """The reports of a block in groups, those that people rejected apart from the others."""
    said = decided(block.rulings)
    good = [facts for facts in block.facts if facts.id not in said.rejected]
    bad = [facts for facts in block.facts if facts.id in said.rejected]
    return tuple(ids for facts in (good, bad) for ids in group(facts, block.matches, said.together, said.apart))


def piles_of(block: Block, groups: Sequence[Group], claims: Mapping[Group, Sequence[Founded]]) -> Iterable[Pile]:
    """The groups of a block with what is known of each."""
    day = {facts.id: facts.day or date.min for facts in block.facts}
    judged, rejected = assigned(groups, block.rulings), decided(block.rulings).rejected
    for ids in groups:
        known = claims[ids]
        yield Pile(
            reports=ids,
            founder=known[0].founder if known else min(ids, key=lambda name: (day[name], name)),
            known=tuple(known),
            judgements=tuple(judged[ids]),
            matches=block.matches,
            rejected=ids[0] in rejected,
        )


def claimed(groups: Sequence[Group], founded: Iterable[Founded]) -> Mapping[Group, list[Founded]]:
    """Group -> the meetings that go on in it, the one that gives its name first: that which holds the report it was
    founded on, or, where that is gone, most of its reports; living before merged, older before younger."""
    claims: dict[Group, list[Founded]] = {ids: [] for ids in groups}
    home = {report: ids for ids in groups for report in ids}
    for each in founded:
        ids = home.get(each.founder)
        if ids is None:
            ids = max(groups, key=lambda group: len(each.reports & set(group)), default=None)
        if ids is not None and (each.founder in ids or each.reports & set(ids)):
            claims[ids].append(each)
    return {ids: sorted(known, key=lambda each: not each.live) for ids, known in claims.items()}


def stale(each: Pile, shaken: Collection[str]) -> bool:
    """Is what the ledger has of a pile no longer that pile?"""
    if len(each.known) != 1:
        return True
    known = each.known[0]
    return not known.live or known.reports != set(each.reports) or known.id in shaken


def strongest(ids: Group, matches: Iterable[Match]) -> dict[str, Match]:
    """Report -> the comparison that ties it best to another one of its meeting."""
    inside = set(ids)
    links: dict[str, Match] = {}
    for match in sorted(matches, key=best_first):
        if match.score >= ENOUGH and match.one in inside and match.other in inside:
            links.setdefault(match.one, match)
            links.setdefault(match.other, match)
    return links


def decide(
    known: Known, links: Links, piles: Iterable[Pile], reports: Mapping[str, Report], shaken: Collection[str] = ()
) -> Plan:
    """What is to be written; `reports` are those of the piles in full."""
    piles = tuple(piles)
    meetings = tuple(laid(each, reports) for each in piles)
    going_on = {name for put in meetings for name in (put.id, *put.absorbs)}
    lost = (each for each in known.founded if each.id in shaken and each.live and not each.reports)
    return Plan(
        keys=links.keys,
        matches=(*links.matches, *links.apart),
        joins=tuple(names for names in links.blocks if len(names) > 1),
        detached=tuple(each.id for pile in piles for each in pile.known),
        meetings=meetings,
        withdrawn=tuple(sorted(each.id for each in lost if each.id not in going_on)),
    )


def laid(pile: Pile, reports: Mapping[str, Report]) -> Put:
    """A pile laid over each other: the meeting that it makes."""
    return Put(
        id=pile.name,
        founder=pile.founder,
        occasion=overlay((reports[name] for name in pile.reports), pile.judgements),
        links=strongest(pile.reports, pile.matches),
        rejected=pile.rejected,
        absorbs=tuple(each.id for each in pile.known[1:] if each.live),
    )
