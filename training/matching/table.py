"""The table of pairs, from labels: `python -m training.matching.table LABELS.tsv LEDGER [--out FILE]`.

A line of the labels names two reports of the ledger and says what they are: `REPORT<tab>REPORT<tab>y|n|p`, for one occasion,
two, or one that is part of the other. A row of the table has the label, the two stories as numbers, whether the two are
compared at all, whether a veto holds, and the traits that the program takes: no words, no names. The pairs of our own chains
(`tests/chains`) are added, every two reports of a chain, by what the chain says they are about.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from dateline.app.keep import keep
from dateline.ledger.database import Ledger, open_ledger
from dateline.ledger.reports import facts_of
from dateline.matching.reach import anchors, reaches
from dateline.matching.traits import FIELDS, WORDS, paired, signs
from dateline.matching.vetoes import veto
from dateline.model.occasion import Facts
from dateline.reading.parse import Parser
from tests.chains.build import CHAINS, Chain, chain
from training.matching.fit import TABLE, Row, written

Labelled = tuple[Facts, Facts, str]


def labelled(path: Path, ledger: Ledger) -> Iterator[Labelled]:
    """The pairs of a file of labels whose reports the ledger has."""
    lines = [line.split("\t")[:3] for line in path.read_text(encoding="utf-8").splitlines() if line]
    with ledger.reading() as connection:
        known = {each.id: each for each in facts_of(connection, {name for line in lines for name in line[:2]})}
    for one, other, label in lines:
        if one in known and other in known:
            yield known[one], known[other], label


def chained(given: Chain) -> Iterator[Labelled]:
    """Every two reports of a chain."""
    ledger = open_ledger("sqlite://")
    for reading in given.readings:
        keep(ledger, reading, "1")
    with ledger.reading() as connection:
        reports = facts_of(connection, given.about)
    ledger.close()
    for one, other in combinations(reports, 2):
        yield one, other, "y" if given.about[one.id] == given.about[other.id] else "n"


def rows(pairs: Iterable[Labelled], called: str, start: int = 0) -> Iterator[Row]:
    """Pairs as rows; stories are numbered as they come."""
    numbers: dict[str, int] = {}
    for one, other, label in pairs:
        stories = tuple(f"{called}{numbers.setdefault(each.text, start + len(numbers))}" for each in (one, other))
        yield row_of(one, other, label, (stories[0], stories[1]))


def row_of(one: Facts, other: Facts, label: str, stories: tuple[str, str]) -> Row:
    """One pair as a row."""
    one, other = sorted((one, other), key=lambda facts: facts.id)
    pair = paired(one, other)
    traits: dict[str, float] = {}
    for sign in () if pair is None else (*signs(pair, (*FIELDS, *WORDS)), pair.days):
        traits |= {name: round(value, 3) for name, value in sign.traits.items() if value}
    return Row(label, stories, pair is not None and meet(one, other), veto(one, other) is not None, traits)


def meet(one: Facts, other: Facts) -> bool:
    """Is the one found where the other is looked for?"""
    days = any(a <= d and c <= b for a, b in reaches(one) for c, d in reaches(other))
    return days and not set(anchors(one)).isdisjoint(anchors(other))


def main(arguments: Sequence[str]) -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path)
    parser.add_argument("ledger", help="a ledger that has the reports, as sqlite:///FILE")
    parser.add_argument("--out", type=Path, default=TABLE)
    options = parser.parse_args(arguments)
    ledger = open_ledger(options.ledger)
    found = [*rows(labelled(options.labels, ledger), "s")]
    ledger.close()
    reader = Parser()
    for number, given in enumerate(CHAINS):
        found += rows(chained(chain(given, reader)), f"c{number}.")
    options.out.write_text(written(found), encoding="utf-8")
    sys.stdout.write(f"{len(found)} pairs\n")


if __name__ == "__main__":
    main(sys.argv[1:])
