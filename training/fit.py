"""Small logistics on traits, and the file that the program reads their weights from."""

import json
import unicodedata
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from dateline.reading.desk import Scale

LASTING = 3.0
"""How strongly weights are drawn to nothing."""

Example = tuple[dict[str, float], int]
"""Traits, and whether the answer is yes."""

Choice = tuple[list[dict[str, float]], int]
"""The traits of several answers, and the number of the right one."""


def plain(name: str | None) -> str | None:
    """A name without case and accents."""
    if name is None:
        return None
    return " ".join("".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold().split())


def logistic(examples: list[Example]) -> dict[str, float]:
    """Weights of traits, by Newton's method, drawn to nothing but for the bias."""
    names = sorted({name for traits, _ in examples for name in traits})
    x = np.array([[1.0, *(traits.get(name, 0.0) for name in names)] for traits, _ in examples])
    y = np.array([label for _, label in examples], float)
    w, pull = np.zeros(x.shape[1]), np.full(x.shape[1], LASTING)
    pull[0] = 1e-3
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (p - y) + pull * w
        w -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(pull), slope)
    p = 1 / (1 + np.exp(-x @ w))
    print(f"  {len(y)} examples, {int(y.sum())} right; told apart {auc(p, y):.3f}, right at .5 {np.mean((p >= 0.5) == y):.3f}")
    return {"bias": round(float(w[0]), 2), **{name: round(float(v), 2) for name, v in zip(names, w[1:], strict=True)}}


def auc(p: np.ndarray, y: np.ndarray) -> float:
    """How often what is right has more points than what is wrong."""
    ranks = p.argsort().argsort() + 1
    n = y.sum()
    return float((ranks[y == 1].sum() - n * (n + 1) / 2) / max(n * (len(y) - n), 1))


def conditional(examples: list[Choice]) -> dict[str, float]:
    """Weights of traits by which one of several answers is chosen, be they few or many, drawn to nothing."""
    names = sorted({name for rows, _ in examples for traits in rows for name in traits})
    x = np.array([[traits.get(name, 0.0) for name in names] for rows, _ in examples for traits in rows])
    sizes = np.array([len(rows) for rows, _ in examples])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = starts + np.array([label for _, label in examples])

    def cost(w: np.ndarray) -> tuple[float, np.ndarray]:
        points = x @ w
        raised = np.exp(points - np.repeat(np.maximum.reduceat(points, starts), sizes))
        shares = raised / np.repeat(np.add.reduceat(raised, starts), sizes)
        lost = -np.log(shares[right]).sum() + LASTING / 2 * w @ w
        shares[right] -= 1
        return lost, x.T @ shares + LASTING * w

    w = minimize(cost, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    best = [start + (x[start : start + size] @ w).argmax() for start, size in zip(starts, sizes, strict=True)]
    print(f"  {len(right)} examples, right {np.mean(np.array(best) == right):.3f}")
    return {name: round(float(v), 2) for name, v in zip(names, w, strict=True)}


def write(out: Path, found: dict[str, dict[str, float]], scale: Scale) -> None:
    """The weights as the program reads them, which takes them at once; the head of a file that is there stays."""
    lines = (
        [out.read_text(encoding="utf-8").split("\n", 1)[0]]
        if out.is_file()
        else ["# Weights in logits, learnt, not written by hand."]
    )
    for what, row in found.items():
        lines += ["", f"[{what}]", *(f"{json.dumps(name)} = {value}" for name, value in row.items() if value)]
    out.write_text("\n".join(lines) + "\n")
    scale.weights = {what: dict(row) for what, row in found.items()}
