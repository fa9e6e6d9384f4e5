"""How well web pages are taken in: text F1 on snippets, days and titles right, on the development pages beside the checkout.

Beside our figures stand those of the libraries by themselves (trafilatura, htmldate): ours must not be lower.

    python bench/pages.py --dev ../shared/dev [--update]

Floors stand in `pages.json`, with a digest of the index; they only rise (`--update`).
"""

import argparse
import gzip
import hashlib
import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import trafilatura
from htmldate import find_date

from dateline.intake.page import read_page
from dateline.model.document import Document

FLOORS = Path(__file__).parent / "pages.json"
MARGIN = 0.005


def flat(words: str) -> str:
    """The words with single blanks."""
    return " ".join(words.split())


@dataclass
class Score:
    """What was found of the snippets that belong to the stories, what was taken of those that do not, and the days right."""

    found: int = 0
    missed: int = 0
    wrong: int = 0
    days: int = 0

    def take(self, text: str, day: str | None, gold: dict[str, Any]) -> None:
        """Count a page: a snippet is found where the text holds it word for word."""
        text = flat(text)
        hits = sum(flat(snippet) in text for snippet in gold["with"])
        self.found, self.missed = self.found + hits, self.missed + len(gold["with"]) - hits
        self.wrong += sum(flat(snippet) in text for snippet in gold["without"])
        self.days += day == gold["date"]

    def figures(self, pages: int) -> dict[str, float]:
        """The figures."""
        precision, recall = self.found / (self.found + self.wrong), self.found / (self.found + self.missed)
        return {
            "text_f1": 2 * precision * recall / (precision + recall),
            "text_precision": precision,
            "text_recall": recall,
            "days": self.days / pages,
        }


def measured(folder: Path) -> tuple[dict[str, float], dict[str, float]]:
    """Our figures over all pages, and those of the libraries by themselves: trafilatura's text, htmldate's day."""
    ours, theirs = Score(), Score()
    titles = pages = 0
    slowest = 0.0
    for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines():
        gold: dict[str, Any] = json.loads(line)
        data = gzip.decompress((folder / "html" / gold["file"]).read_bytes())
        start = time.perf_counter()
        story = read_page(data, gold["file"], gold["url"])
        slowest = max(slowest, time.perf_counter() - start)
        document = story if isinstance(story, Document) else None
        ours.take(document.text.body if document else "", str(document.day) if document else None, gold)
        theirs.take(*by_libraries(data, gold["url"]), gold)
        pages += 1
        titles += document is not None and flat(document.text.title).casefold() == flat(gold["title"]).casefold()
    return ours.figures(pages) | {"titles": titles / pages, "slowest_seconds": slowest}, theirs.figures(pages)


def by_libraries(data: bytes, url: str) -> tuple[str, str | None]:
    """(text, day) of a page as trafilatura and htmldate give them when nothing else is asked of them."""
    found: Any = trafilatura.bare_extraction(data, url=url, include_comments=False)
    try:
        day = find_date(data.decode("utf-8", "replace"), original_date=True, url=url)
    except (ValueError, AttributeError):
        day = None
    return (found.text or "" if found is not None else ""), day


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
    figures, libraries = measured(folder)
    failures = 0
    if pinned["index"] != digest and not options.update:
        print(f"FAILED: the pages are not those pinned ({digest}, not {pinned['index']})")
        failures += 1
    for name, value in figures.items():
        floor = pinned["floors"].get(name)
        theirs = libraries.get(name)
        notes = [f"floor {floor:.3f}" if floor is not None else "", f"libraries {theirs:.4f}" if theirs is not None else ""]
        print(f"{name:<16} {value:.4f}  {', '.join(filter(None, notes))}".rstrip())
        failures += floor is not None and value < floor
        if name in ("text_f1", "days") and theirs is not None and value < theirs:
            print(f"FAILED: {name} is lower than what the libraries give by themselves")
            failures += 1
    if options.update:
        floors = {name: max(floor, round(figures[name] - MARGIN, 3)) for name, floor in pinned["floors"].items()}
        FLOORS.write_text(json.dumps({"index": digest, "floors": floors}, indent=1) + "\n", encoding="utf-8")
    return min(failures, 1)


if __name__ == "__main__":
    sys.exit(main())
