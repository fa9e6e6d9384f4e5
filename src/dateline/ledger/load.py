"""All that is to be known for deciding which reports are of one occasion, read in three questions.

Who is near the new reports? What do the blocks hold that these link? And, once it is decided which piles are to be laid anew,
what do their reports say in full? The last is asked apart, for words and evidence are the most of what a ledger holds.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection

from dateline.ledger import judge, meetings, reports
from dateline.model.occasion import Facts, Report
from dateline.model.plan import Block, Keys, Known, Near, Pile

__all__ = ["arrived", "known", "near", "piled", "tied"]


def arrived(connection: Connection, came: Iterable[str]) -> list[Facts]:
    """The facts of new reports."""
    return reports.facts_of(connection, came)


def near(connection: Connection, new: Sequence[Facts], keys: Mapping[str, Keys]) -> Near:
    """Reports that may speak of the occasion of a new one: those found under its keys."""
    found = {each.id: reports.fellows(connection, each.id, keys[each.id]) for each in new}
    facts = {each.id: each for each in reports.facts_of(connection, (name for names in found.values() for name in names))}
    names = {*found, *facts}
    ties = judge.ties(connection, names)
    return Near(
        arrived=tuple(new),
        fellows={name: tuple(facts[other] for other in others) for name, others in found.items()},
        blocks=reports.blocks_of(connection, names.union(*ties)),
        ties=tuple(ties),
    )


def tied(connection: Connection, names: Iterable[str]) -> Near:
    """The reports that people's words tie to these, and the blocks of all."""
    wanted = set(names)
    ties = judge.ties(connection, wanted)
    return Near(blocks=reports.blocks_of(connection, wanted.union(*ties)), ties=tuple(ties))


def known(connection: Connection, blocks: Iterable[Sequence[str]], shaken: Collection[str] = ()) -> Known:
    """What the ledger has of blocks (each given as those that it is made of), of the meetings of their reports and of some
    others; where such a meeting has reports elsewhere, the blocks of these are part of the question."""
    members = [reports.block_members(connection, names) for names in blocks]
    while True:
        inside = {name for names in members for name in names}
        founded = meetings.founded_on(connection, inside, shaken)
        outside = {name for each in founded for name in each.reports} - inside
        if not outside:
            break
        more = sorted(set(reports.blocks_of(connection, outside).values()))
        members += [reports.block_members(connection, [name]) for name in more]
    return Known(blocks=tuple(block(connection, names) for names in members if names), founded=tuple(founded))


def block(connection: Connection, members: Sequence[str]) -> Block:
    """Reports that are linked, with all that is known of how they belong together."""
    return Block(
        facts=tuple(reports.facts_of(connection, members)),
        matches=tuple(reports.block_matches(connection, members)),
        rulings=tuple(judge.rulings(connection, members)),
    )


def piled(connection: Connection, piles: Iterable[Pile]) -> dict[str, Report]:
    """The reports of piles in full."""
    return {each.id: each for each in reports.full_reports(connection, (name for pile in piles for name in pile.reports))}
