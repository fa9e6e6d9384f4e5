"""Teach the reader, and keep what it is after each epoch, with its figures on the dev part.

python -m training.encoder.train DATA.pkl OUT.pt --start MODEL [--resume WEIGHTS.pt] [--plain SHARE]
"""

import argparse
import pickle
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.encoder.labels import RELATIONS, ROLES, TAGS, Example
from training.encoder.model import WIDTH, Reader

WEIGHTS = {"anchor": 8.0, "status": 0.7, "kind": 0.4, "tags": 0.7, "pairs": 0.4}
"""How much each part of the loss counts."""

BATCH = 8
"""Windows of a step."""

Pair = tuple[int, int, int]
"""The number of a window in its batch, the place that asks and the one that answers."""

Batch = tuple[list[Example], Tensor, Tensor, Tensor]
"""Windows with their ids, mask and marks."""


def batches(data: list[Example], size: int, rng: random.Random | None) -> Iterator[Batch]:
    """Windows of like length together, in an order of chance where one is given."""
    order = sorted(data, key=lambda ex: len(ex.ids) + (rng.random() * 20 if rng else 0))
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    if rng:
        rng.shuffle(groups)
    for group in groups:
        width = max(len(ex.ids) for ex in group)
        ids = torch.zeros(len(group), width, dtype=torch.long)
        mask, marks = torch.zeros_like(ids), torch.zeros_like(ids)
        for n, ex in enumerate(group):
            ids[n, : len(ex.ids)] = torch.tensor(ex.ids)
            mask[n, : len(ex.ids)] = 1
            marks[n, ex.mark] = 1
        yield group, ids, mask, marks


def drawn(data: list[Example], more: list[Example], given: argparse.Namespace, rng: random.Random) -> list[Example]:
    """Of the further windows all that are marked and a share of the others; of the corpus' own a share of that."""
    every = [(ex, given.share) for ex in data] + [(ex, 1.0) for ex in more]
    return [ex for ex, share in every if rng.random() < share * (1.0 if ex.mark else given.plain)]


def pair_logits(model: Reader, roles: Tensor, asks: Tensor, answers: Tensor, name: str, pairs: list[Pair]) -> Tensor:
    """Points of pairs of one relation; roles are those in the marked mention."""
    if name in ROLES:
        n, _, b = (torch.tensor(each) for each in zip(*pairs, strict=True))
        return roles[n, b, ROLES.index(name)]
    relation = RELATIONS.index(name)
    cut = slice(relation * WIDTH, (relation + 1) * WIDTH)
    n, a, b = (torch.tensor(each) for each in zip(*pairs, strict=True))
    return (asks[n, a, cut] * answers[n, b, cut]).sum(-1) / WIDTH**0.5 + model.bias[relation]


def pairs_of(group: list[Example], relation: str) -> tuple[list[Pair], list[float]]:
    """(pairs, labels) of one relation in a batch."""
    found = [(n, a, b, float(label)) for n, ex in enumerate(group) for name, a, b, label in ex.pairs if name == relation]
    return [pair[:3] for pair in found], [pair[3] for pair in found]


def kind_logits(kind: Tensor, group: list[Example]) -> tuple[Tensor | None, Tensor | None]:
    """(points of each statement, what it is)."""
    rows, gold = [], []
    for n, ex in enumerate(group):
        for k, places in ex.statements:
            rows.append(kind[n, places].mean(0))
            gold.append(k)
    return (torch.stack(rows), torch.tensor(gold)) if rows else (None, None)


def losses(model: Reader, group: list[Example], out: Sequence[Tensor]) -> dict[str, Tensor]:
    """The parts of the loss of a batch."""
    anchor, status, kind, tags, roles, asks, answers = out
    size = len(group)
    zero = torch.zeros(())
    parts = dict.fromkeys(WEIGHTS, zero)
    if at := [(n, p) for n, ex in enumerate(group) if ex.anchors is not None for p in ex.places]:
        n, p = (torch.tensor(each) for each in zip(*at, strict=True))
        gold = torch.tensor([(group[w].anchors or {}).get(q, 0) for w, q in at])
        parts["anchor"] = functional.cross_entropy(anchor[n, p], gold, reduction="sum") / 20 / size
    if at := [(n, p) for n, ex in enumerate(group) if ex.tags is not None for p in ex.places]:
        n, p = (torch.tensor(each) for each in zip(*at, strict=True))
        wanted = torch.tensor([[float(q in (group[w].tags or {}).get(t, ())) for t in TAGS] for w, q in at])
        parts["tags"] = functional.binary_cross_entropy_with_logits(tags[n, p], wanted, reduction="sum") / 80 / size
    held = [(w, q, s) for w, ex in enumerate(group) for q, s in ex.statuses.items()]
    if held:
        n, p, s = (torch.tensor(each) for each in zip(*held, strict=True))
        parts["status"] = functional.cross_entropy(status[n, p], s, reduction="sum") / size
    rows, gold = kind_logits(kind, group)
    if rows is not None:
        parts["kind"] = functional.cross_entropy(rows, gold, reduction="sum") / size
    for relation in (*ROLES, *RELATIONS):
        pairs, labels = pairs_of(group, relation)
        if pairs:
            logits = pair_logits(model, roles, asks, answers, relation, pairs)
            parts["pairs"] = (
                parts["pairs"]
                + functional.binary_cross_entropy_with_logits(logits, torch.tensor(labels), reduction="sum") / 3 / size
            )
    return parts


@torch.no_grad()
def measure(model: Reader, data: list[Example], half: bool) -> dict[str, float]:
    """Figures on windows: the best F1 of mentions and of pairs, the share of statuses and kinds that are right."""
    model.eval()
    scores, gold, right = [], [], {"status": [], "kind": []}
    pairs = {relation: ([], []) for relation in (*ROLES, *RELATIONS)}
    for group, ids, mask, marks in batches(data, 16, None):
        with torch.autocast("cpu", torch.bfloat16, enabled=half):
            anchor, status, kind, _, roles, asks, answers = [each.float() for each in model(ids, mask, marks)]
        for n, ex in enumerate(group):
            if ex.anchors is not None:
                scores += (1 - anchor[n, ex.places].softmax(-1)[:, 0]).tolist()
                gold += [int(place in ex.anchors) for place in ex.places]
            right["status"] += [int(status[n, p].argmax()) == s for p, s in ex.statuses.items()]
        rows, wanted = kind_logits(kind, group)
        if rows is not None:
            right["kind"] += (rows.argmax(-1) == wanted).tolist()
        for relation in (*ROLES, *RELATIONS):
            of, labels = pairs_of(group, relation)
            if of:
                pairs[relation][0].extend(pair_logits(model, roles, asks, answers, relation, of).tolist())
                pairs[relation][1].extend(labels)
    result = {
        "anchor": best_f1(scores, gold),
        **{name: float(np.mean(values)) if values else 0 for name, values in right.items()},
    }
    for relation, (s, g) in pairs.items():
        result[relation] = best_f1(s, g)
    return {key: round(value, 3) for key, value in result.items()}


def best_f1(scores: Sequence[float], gold: Sequence[float]) -> float:
    """The best F1 of any threshold."""
    if not sum(gold):
        return 0.0
    order = np.argsort(scores)[::-1]
    hits = np.cumsum(np.array(gold)[order])
    n = np.arange(1, len(order) + 1)
    return float(np.max(2 * hits / (n + sum(gold))))


def windows_of(path: Path) -> dict[str, list[Example]]:
    """The windows that `data` wrote, by split."""
    found: dict[str, list[Example]] = pickle.loads(path.read_bytes())
    return found


def all_windows(path: Path | None) -> list[Example]:
    """Those of all splits, none where no file is given."""
    return [example for part in windows_of(path).values() for example in part] if path else []


def beginning(start: str, resume: Path | None, frozen: int) -> Reader:
    """The network that is taught: from the start weights, then from earlier ones as far as they fit; its words stay, and
    so many of its first layers."""
    model = Reader(start)
    if resume:
        old, new = torch.load(resume), model.state_dict()
        fitting = {name: old[name] if name in old and old[name].shape == new[name].shape else new[name] for name in new}
        model.load_state_dict(fitting)
    model.body.embeddings.requires_grad_(False)
    model.body.embeddings.token_type_embeddings.requires_grad_(True)
    for layer in model.body.encoder.layer[:frozen]:
        layer.requires_grad_(False)
    return model


def optimizer_of(model: Reader, rate: float) -> torch.optim.Optimizer:
    """Heads learn five times as fast as the body."""
    heads = [each for name, each in model.named_parameters() if not name.startswith("body.")]
    body = [each for each in model.body.parameters() if each.requires_grad]
    groups = [{"params": body, "lr": rate}, {"params": heads, "lr": rate * 5}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def epoch(
    model: Reader,
    data: list[Example],
    rng: random.Random,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LRScheduler,
    half: bool,
) -> dict[str, float]:
    """One walk over the windows; the mean of each part of the loss."""
    model.train()
    total, count = dict.fromkeys(WEIGHTS, 0.0), 0
    for group, ids, mask, marks in batches(data, BATCH, rng):
        with torch.autocast("cpu", torch.bfloat16, enabled=half):
            out = model(ids, mask, marks)
        parts = losses(model, group, [each.float() for each in out])
        loss = sum(WEIGHTS[name] * value for name, value in parts.items())
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        count += 1
        for name, value in parts.items():
            total[name] += float(value.detach())
    return {name: round(value / count, 3) for name, value in total.items()}


def teach(model: Reader, data: dict[str, list[Example]], given: argparse.Namespace) -> None:
    """All epochs; the weights after each are written, those of epoch 2 to `OUT.2.pt`."""
    rng = random.Random(given.seed)
    also = all_windows(given.also)
    lessons = data["lessons"] + all_windows(given.more)
    train, more = ([ex for ex in each if not (given.unmarked and ex.mark)] for each in (data["train"], lessons))
    optimizer = optimizer_of(model, given.rate)
    steps = given.epochs * (len(drawn(train, more, given, random.Random(0))) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1, s / (0.1 * steps)) * max(0.02, 1 - s / steps))
    for number in range(given.epochs):
        start = time.time()
        lost = epoch(model, drawn(train, more, given, rng), rng, optimizer, schedule, given.half)
        result = measure(model, data["dev"], given.half)
        told = measure(model, also, given.half) if also else ""
        print(number, f"{time.time() - start:.0f} s", lost, result, told, flush=True)
        torch.save(model.state_dict(), given.out.with_suffix(f".{number}.pt"))


def main() -> None:
    """Read what is asked for, and teach."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path, help="windows, as `data` writes them")
    options.add_argument("out", type=Path, help="the weights")
    options.add_argument("--start", required=True, help="folder or name of the start weights")
    options.add_argument("--epochs", type=int, default=8)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--rate", type=float, default=1.5e-4)
    options.add_argument("--more", type=Path, help="further windows to learn from")
    options.add_argument("--resume", type=Path, help="weights to go on from, as far as they fit")
    options.add_argument("--frozen", type=int, default=0, help="layers that stay as they are")
    options.add_argument("--half", action="store_true", help="numbers of sixteen bits, fast where the processor has them")
    options.add_argument("--unmarked", action="store_true", help="learn only from the windows without a mark")
    options.add_argument("--plain", type=float, default=1.0, help="share of the windows without a mark that an epoch draws")
    options.add_argument("--share", type=float, default=1.0, help="share of the corpus' windows that an epoch draws")
    options.add_argument("--also", type=Path, help="further windows to measure on, which choose nothing")
    given = options.parse_args()
    torch.manual_seed(given.seed)
    teach(beginning(given.start, given.resume, given.frozen), windows_of(given.data), given)


if __name__ == "__main__":
    main()
