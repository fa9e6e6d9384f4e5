"""How well web pages are taken in: text F1 on snippets, days and titles right, on the development pages beside the checkout.

    python bench/pages.py --dev ../shared/dev [--update]

Floors stand in `pages.json`, with a digest of the index; they only rise (`--update`).
"""

import argparse
import gzip
import hashlib
import json
import sys
import time
from pathlib import Path
from typing import Any

from dateline.intake.page import read_page
from dateline.model.document import Document

FLOORS = Path(__file__).parent / "pages.json"
MARGIN = 0.005


def flat(words: str) -> str:
    """The words with single blanks."""
    return " ".join(words.split())


def measured(folder: Path) -> dict[str, float]:
    """The figures of all pages: a snippet counts as found where the text holds it word for word."""
    found = missed = wrong = days = titles = pages = 0
    slowest = 0.0
    for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines():
        gold: dict[str, Any] = json.loads(line)
        start = time.perf_counter()
        story = read_page(gzip.decompress((folder / "html" / gold["file"]).read_bytes()), gold["file"], gold["url"])
        slowest = max(slowest, time.perf_counter() - start)
        document = story if isinstance(story, Document) else None
        text = flat(document.text.body) if document else ""
        hits = sum(flat(snippet) in text for snippet in gold["with"])
        found, missed = found + hits, missed + len(gold["with"]) - hits
        wrong += sum(flat(snippet) in text for snippet in gold["without"])
        pages += 1
        days += document is not None and str(document.day) == gold["date"]
        titles += document is not None and flat(document.text.title).casefold() == flat(gold["title"]).casefold()
    precision, recall = found / (found + wrong), found / (found + missed)
    return {
        "text_f1": 2 * precision * recall / (precision + recall),
        "text_precision": precision,
        "text_recall": recall,
        "days": days / pages,
        "titles": titles / pages,
        "slowest_seconds": slowest,
    }


def main() -> int:
    """Measure, and hold the figures against the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dev", type=Path, default=Path("../shared/dev"), help="folder of the development data")
    parser.add_argument("--update", action="store_true", help="raise the floors to what is measured now")
    options = parser.parse_args()
    folder = options.dev / "data" / "pages"
    if not (folder / "index.jsonl").exists():
        raise SystemExit(f"no pages in {folder}: the figures can only be measured where they lie beside the checkout")
    digest = hashlib.sha256((folder / "index.jsonl").read_bytes()).hexdigest()[:16]
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))
    figures = measured(folder)
    failures = 0
    if pinned["index"] != digest and not options.update:
        print(f"FAILED: the pages are not those pinned ({digest}, not {pinned['index']})")
        failures += 1
    for name, value in figures.items():
        floor = pinned["floors"].get(name)
        print(f"{name:<16} {value:.4f}" + ("" if floor is None else f" (floor {floor:.3f})"))
        failures += floor is not None and value < floor
    if options.update:
        floors = {name: max(floor, round(figures[name] - MARGIN, 3)) for name, floor in pinned["floors"].items()}
        FLOORS.write_text(json.dumps({"index": digest, "floors": floors}, indent=1) + "\n", encoding="utf-8")
    return min(failures, 1)


if __name__ == "__main__":
    sys.exit(main())
