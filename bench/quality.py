"""Quality on the development data: `measure` writes all figures, `gate` holds a fixed sample against floors that only rise.

    python bench/quality.py measure --dev ../shared/dev
    python bench/quality.py gate --dev ../shared/dev [--update [--allow-regression]]

The data and their scorer lie beside the checkout, not in it. `floors.json` pins each sample by a digest of its inputs.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FLOORS, FIGURES = HERE / "floors.json", HERE / "figures.json"
MARGIN = 0.005
"""A floor is set so far below what was measured: figures must not depend on the third digit."""

CORPUS = "corpus"
"""Stands for the test part of our own corpus, which lies in the checkout."""

SETS = {
    "ledger": ("ledger", "data/ledger"),
    "ledger-read": ("ledger", "data/ledger-read"),
    "ledger-check": ("ledger", "data/ledger-check"),
    "corpus-test": ("ledger", CORPUS),
    "times": ("times", "data/times/tbaq-corrected"),
    "times-wars": ("times", "data/times/wikiwars"),
    "intervals": ("intervals", "data/intervals/gum-news-a"),
    "dating-newswire": ("dating", "data/dating/newswire.jsonl"),
    "dating-fundus": ("dating", "data/dating/fundus.jsonl"),
    "attribution": ("attribution", "data/attribution/polnear-train"),
    "metonymy": ("metonymy", "data/metonymy/relocar_train.json"),
    "linking": ("linking", "data/linking/msnbc-updated.jsonl"),
    "events": ("events", "data/events/PLV_train.tsv"),
}
"""Name -> (task of the scorer, gold set below the development folder)."""

COMMANDS = {"events": ("code", "--scheme", "plv")}
"""Tasks that another command than `read` answers."""

Json = dict[str, Any]


def run(*words: str) -> str:
    """The output of a command that must succeed."""
    return subprocess.run(words, check=True, capture_output=True, text=True, cwd=HERE.parent).stdout


def score(dev: Path, name: str, limit: int | None) -> tuple[Json, str, float]:
    """(all figures of the scorer, digest of the inputs, seconds of reading) on one set or its first `limit` documents."""
    task, gold = SETS[name]
    scorer = [sys.executable, str(dev / "score")]
    sample = ["--limit", str(limit)] if limit else []
    with tempfile.TemporaryDirectory() as folder:
        source, target = str(Path(folder, "in.jsonl")), str(Path(folder, "out.jsonl"))
        if gold == CORPUS:
            run(sys.executable, "-m", "training.corpus", "convert", "ledger", folder)
        answers = Path(folder, "test") if gold == CORPUS else dev / gold
        run(*scorer, task, str(answers), "--inputs", source, *sample)
        digest = hashlib.sha256(Path(source).read_bytes()).hexdigest()[:16]
        start = time.perf_counter()
        # some inputs may hold a problem on purpose: an exit status of 1 says so and is no failure here
        done = subprocess.run(
            [sys.executable, "-m", "dateline", *COMMANDS.get(task, ("read",)), "--jsonl", source, "--out", target],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode not in (0, 1):
            raise SystemExit(f"{name}: dateline failed: {done.stderr.strip()[-2000:]}")
        seconds = time.perf_counter() - start
        return json.loads(run(*scorer, task, str(answers), target, "--json", *sample)), digest, seconds


def figure(result: Json, path: str) -> float:
    """The value at a dotted path of the scorer's object."""
    value: Any = result
    for key in path.split("."):
        value = value[key]
    return float(value)


def measure(dev: Path) -> None:
    """Write every figure of every set to `figures.json`."""
    figures: Json = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    for name in SETS:
        result, digest, seconds = score(dev, name, None)
        result = {
            key: value for key, value in result.items() if key not in ("errors", "gold_set", "examples", "kinds_of_error")
        }
        figures[name] = {"inputs": digest, "seconds": round(seconds, 1), **rounded(result)}
        print(f"{name}: {seconds:.0f} s", flush=True)
        FIGURES.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def rounded(value: Any) -> Any:
    """The same with four decimals: no file should change for noise."""
    if isinstance(value, dict):
        return {key: rounded(each) for key, each in value.items()}
    if isinstance(value, list):
        return [rounded(each) for each in value]
    return round(value, 4) if isinstance(value, float) else value


def gate(dev: Path, *, update: bool, allow_regression: bool) -> int:
    """Hold the samples against the floors; the exit status is the number of failures, at most 1."""
    pinned: Json = json.loads(FLOORS.read_text(encoding="utf-8"))
    failures = 0
    for name, pin in pinned.items():
        result, digest, seconds = score(dev, name, pin.get("limit"))
        if digest != pin["inputs"] and not update:
            print(f"FAILED {name}: the sample is not the one pinned ({digest}, not {pin['inputs']})")
            failures += 1
            continue
        pin["inputs"] = digest
        for path, floor in pin["floors"].items():
            value = figure(result, path)
            verdict = "ok" if value >= floor else "FAILED"
            print(f"{verdict:>6} {name:<16} {path:<28} {value:.3f} (floor {floor:.3f})  {seconds:.0f} s")
            if update and (value - MARGIN > floor or allow_regression):
                pin["floors"][path] = round(value - MARGIN, 3)
            elif value < floor:
                failures += 1
    if update:
        FLOORS.write_text(json.dumps(pinned, indent=2) + "\n", encoding="utf-8")
    return min(failures, 1)


def main() -> int:
    """Parse the words of the command line and do what they say."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("measure", "gate"))
    parser.add_argument("--dev", type=Path, default=Path("../shared/dev"), help="folder of the development data")
    parser.add_argument("--update", action="store_true", help="raise the floors to what is measured now")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: lower them too")
    options = parser.parse_args()
    if not (options.dev / "score").exists():
        raise SystemExit(
            f"no development data in {options.dev}: the figures can only be measured where they lie beside the checkout"
        )
    if options.what == "measure":
        measure(options.dev)
        return 0
    return gate(options.dev, update=options.update, allow_regression=options.allow_regression)


if __name__ == "__main__":
    sys.exit(main())
