"""Learn how rules and the trained reader are weighed for statements: of what kind one is, and whom it is made to.

python -m training.encoder.statement_weights OUT.toml FOLDER [FOLDER ...]

The folders hold stories and what is in them in the form of the ledger, which the encoder was not taught with.
"""

import argparse
from collections import defaultdict
from pathlib import Path
from typing import Any

from dateline.model.entry import Statement
from dateline.model.evidence import Span
from dateline.reading.parse import Parser
from dateline.reading.statements import weigh
from dateline.reading.statements.joining import Found
from dateline.reading.statements.kinds import Decision, decide_kind
from dateline.reading.statements.read import build, content_view, gather, own_side, ruled_sure
from dateline.reading.statements.targets import targets
from training.encoder.weights import Marked, marked
from training.fit import Choice, Example, conditional, logistic, plain, write

ALIKE = 0.5
"""Share of common characters from which on two contents are one statement."""


def ruled_kind(item: Found, each: Marked) -> Decision | None:
    """The kind that the rules give a statement."""
    draft = item.draft
    return decide_kind(draft.rule, draft.negated, draft.frame, content_view(each.findings, item, item.speakers[0]))


def statement_examples(stories: list[Marked]) -> list[Example]:
    """Traits of each draft, and whether it is a statement; of several with one content the first."""
    out = []
    for each in stories:
        taken: list[int] = []
        for item in gather(each.story, each.findings)[0]:
            ruled = ruled_kind(item, each)
            if ruled is None or each.findings.signals is None:
                continue
            sure = ruled_sure(item, item.speakers[0])
            gold = same(item, each)
            right = gold is not None and id(gold) not in taken
            taken += [id(gold)] if gold is not None else []
            out.append((weigh.statement_traits(each.findings.signals, each.story, item, sure, by=ruled.by), int(right)))
    return out


def kind_choices(stories: list[Marked]) -> list[Choice]:
    """Traits of each kind of the statements found, and which it is."""
    out = []
    for each in stories:
        for item in gather(each.story, each.findings)[0]:
            gold = same(item, each)
            ruled = ruled_kind(item, each)
            heard = weigh.heard_kinds(each.findings.signals, each.story, item)
            if gold is not None and ruled is not None and heard:
                rows = [weigh.kind_traits(kind, ruled, likely) for kind, likely in heard.items()]
                out.append((rows, list(heard).index(gold["kind"])))
    return out


def target_choices(stories: list[Marked]) -> list[Choice]:
    """Traits of each party to whom a statement may be made, and of nobody, and which it is."""
    out = []
    for each in stories:
        found, relayed = gather(each.story, each.findings)
        earlier: list[Statement] = []
        for item in found:
            if (gold := same(item, each)) is not None:
                wanted = {plain(name) for name in gold["target"]}
                kind, every = aims_of(item, each, earlier)
                right = [n for n, aim in enumerate(every) if plain(aim.party.id) in wanted] if wanted else [len(every)]
                rows = [weigh.target_traits(aim, every, kind) for aim in every]
                out += [([*rows, weigh.untold_traits(every, kind)], right[0])] if right else []
            earlier += build(each.story, each.findings, item, relayed.get(id(item)), earlier)
    return out


def aims_of(item: Found, each: Marked, earlier: list[Statement]) -> tuple[Any, list[weigh.Aim]]:
    """The kind that a statement is given, and all to whom it may be made."""
    own, ruled = own_side(item), ruled_kind(item, each)
    if ruled is None:
        return "assert", []
    decision, _ = weigh.weighed_kind(ruled, weigh.heard_kinds(each.findings.signals, each.story, item))
    aimed, _, way = targets(each.findings, item, decision.kind, decision.target, own, earlier)
    return decision.kind, weigh.aims(each.story, each.findings, item, own, aimed, way, decision.kind)


def usual_shares(stories: list[Marked]) -> dict[str, float]:
    """Of speakers whom the cast knows or not, and of sides, the share that is right where the statement is one."""
    counts: dict[str, list[int]] = defaultdict(list)
    for each in stories:
        for item in gather(each.story, each.findings)[0]:
            if (gold := same(item, each)) is not None:
                speaker = item.speakers[0]
                given = {plain(speaker.side)} - ({None} if gold["of"] else {None, plain(speaker.id)})
                counts[weigh.speaker_ground(speaker)].append(int(plain(speaker.id) == plain(gold["speaker"])))
                counts[weigh.side_ground(speaker)].append(int(given == {plain(name) for name in gold["of"]}))
    print("  sure", {ground: (sum(right), len(right)) for ground, right in counts.items()})
    return {ground: round((sum(right) + 1) / (len(right) + 2), 2) for ground, right in sorted(counts.items())}


def same(item: Found, each: Marked) -> dict[str, Any] | None:
    """The marked statement with that content."""
    text = each.story.document.text.body
    best = max(
        ((share(item.content, text.find(gold["content"]), gold["content"]), n) for n, gold in enumerate(each.statements)),
        default=(0.0, 0),
    )
    return each.statements[best[1]] if best[0] >= ALIKE else None


def share(content: tuple[Span, ...], start: int, words: str) -> float:
    """The share of common characters."""
    wanted = set(range(start, start + len(words)))
    given = {at for span in content for at in range(span.start, span.end)}
    return len(wanted & given) / len(wanted | given)


def learn(stories: list[Marked], out: Path) -> None:
    """Fit the weights and write them."""
    found = dict(weigh.SCALE.weights)
    print("statement")
    found["statement"] = logistic(statement_examples(stories))
    write(out, found, weigh.SCALE)
    print("kind")
    found["kind"] = conditional(kind_choices(stories))
    write(out, found, weigh.SCALE)
    found["sure"] = usual_shares(stories)
    print("target")
    found["target"] = conditional(target_choices(stories))
    write(out, found, weigh.SCALE)


def main() -> None:
    """Learn kinds first, then targets, which ask for them."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("out", type=Path)
    options.add_argument("folders", type=Path, nargs="+")
    given = options.parse_args()
    parser = Parser()
    learn([each for folder in given.folders for each in marked(folder, parser)], given.out)


if __name__ == "__main__":
    main()
