"""Fit the scorer of targets: `python -m training.statements.targets [--out FILE] [--measure]`.

Statements of our own (`corpus/sentences`, `corpus/lessons`, the train part of `corpus/stories`), read by the rules alone ->
`statements.aim_scorer.features` of each party near them -> networks of one hidden layer, averaged -> weights in whole numbers
of eight bits. `--measure` says of how many of the dev part the target is right, their kinds being given. It takes minutes.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.reading.desk import Features, Findings, Story
from dateline.reading.parse import Parser
from dateline.reading.statements.aim_scorer import features, telling
from dateline.reading.statements.joining import Found
from dateline.reading.statements.kinds import decide_kind
from dateline.reading.statements.near import named_near
from dateline.reading.statements.read import content_view, gather, own_side
from dateline.reading.statements.targets import targets
from dateline.reading.statements.weigh import SOUGHT
from training.corpus.form import ROOT
from training.encoder.data import document_of, findings_of
from training.encoder.lessons import lessons
from training.fit import plain
from training.network import fit, matrix, save

OUT = Path(__file__).parents[2] / "src" / "dateline" / "knowledge" / "target_scorer.npz"

UNITS, TOGETHER, ALIKE, LIKELY = 16, 40, 0.5, 0.35
"""Hidden units of each network, stories parsed together, the share of common characters that makes two contents one, and the
share from which on a party is the target when it is measured."""


@dataclass(frozen=True)
class Choice:
    """A statement's parties with their features and whether each is its target; `wanted` tells how many targets it has."""

    rows: tuple[tuple[Features, bool], ...]
    wanted: int


def stories(split: str) -> Iterator[dict[str, Any]]:
    """The stories of a part of the corpus; lessons and single sentences belong to the train part."""
    for path in sorted((ROOT / "stories").glob("*.json")):
        marked = json.loads(path.read_text(encoding="utf-8"))
        if marked["readers"] and marked["split"] == split:
            yield marked
    taught = (*sorted((ROOT / "lessons").glob("*.txt")), *sorted((ROOT / "sentences").glob("*.txt")))
    for path in taught if split == "train" else ():
        yield from (marked for marked in lessons(path) if marked["statements"])


def choices(split: str) -> Iterator[Choice]:
    """The statements that the rules find."""
    parser = Parser()
    for group in grouped(stories(split)):
        for marked, story in zip(group, parser.parse_all([document_of(each) for each in group]), strict=True):
            findings = findings_of(story)
            for item in gather(story, findings)[0]:
                said = same(item, marked["statements"])
                if said is not None:
                    yield choice(story, findings, item, said)


def grouped(found: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Stories in groups that are parsed together."""
    group: list[dict[str, Any]] = []
    for each in found:
        group.append(each)
        if len(group) == TOGETHER:
            yield group
            group = []
    yield group


def same(item: Found, statements: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The marked statement with that content."""
    given = {at for span in item.content for at in range(span.start, span.end)}
    marked = [(set(range(*each["content"][:2])), each) for each in statements or ()]
    best = max(((len(given & told) / len(given | told), n) for n, (told, _) in enumerate(marked)), default=(0.0, 0))
    return marked[best[1]][1] if best[0] >= ALIKE else None


def choice(story: Story, findings: Findings, item: Found, said: dict[str, Any]) -> Choice:
    """Features of each party near a statement, its kind being known."""
    own, draft, kind = own_side(item), item.draft, said["kind"]
    ruled = decide_kind(draft.rule, draft.negated, draft.frame, content_view(findings, item, item.speakers[0]))
    role = ruled.target if ruled is not None and ruled.kind == kind else SOUGHT.get(kind, "content")
    aimed, _, way = targets(findings, item, kind, role, own, [])
    near = named_near(story, findings, item, own, {each.id: way for each in aimed})
    vocab, wanted = item.draft.sentence.tokens.vocab, {plain(each) for each in said["target"]}
    rows = ((features(vocab, item, telling(each), kind), plain(name) in wanted) for name, each in near.items())
    return Choice(tuple(rows), len(wanted))


def rows_of(found: Sequence[Choice]) -> tuple[Any, list[str]]:
    """The features of all parties of all statements, and what is right."""
    every = [row for each in found for row in each.rows]
    return matrix([features for features, _ in every]), ["yes" if right else "no" for _, right in every]


def digest() -> str:
    """The digest of the statements, by which a test knows that the stored weights were learnt from the files as they are."""
    told = (
        f"{each['kind']}\t{','.join(each['target'])}\t{each['content'][:2]}"
        for story in stories("train")
        for each in story["statements"] or ()
    )
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def measured(models: Sequence[Any], held: Sequence[Choice]) -> tuple[float, float]:
    """The share of statements with the right target, or rightly with none: of all, and of those that have one."""
    every, told = [], []
    for each in held:
        rows = matrix([features for features, _ in each.rows]) if each.rows else None
        yes = list(models[0].classes_).index("yes")
        shares = sum(model.predict_proba(rows)[:, yes] for model in models) / len(models) if each.rows else []
        given = [right for share, (_, right) in zip(shares, each.rows, strict=True) if share >= LIKELY]
        every.append(given == [True] * each.wanted)
        told += every[-1:] if each.wanted else []
    return sum(every) / len(every), sum(told) / len(told)


def main(arguments: Sequence[str]) -> None:
    """Train and write, or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--measure", action="store_true")
    options = parser.parse_args(arguments)
    found = [*choices("train")]
    models = fit(*rows_of(found), UNITS)
    if options.measure:
        every, told = measured(models, [*choices("dev")])
        sys.stdout.write(f"{len(found)} statements; right of others {every:.3f}, of those with a target {told:.3f}\n")
        return
    sys.stdout.write(f"{len(found)} statements, sha256 {save(models, options.out, digest())}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
