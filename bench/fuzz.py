"""Mutates valid inputs of every kind and reports what is answered with a foreign exception, or takes longer than it may.

    python bench/fuzz.py [--minutes 2] [--kinds feed,page] [--seed 1] [--keep build/fuzz] [--out bench/fuzz.json]

It starts from small seeds of its own, changes bytes, elements, values, lines and encodings of them, blows pieces up by the
thousand, and gives the result to the reader of its kind. An answer is a story, a refusal or an `InputError`; anything else is a
fault, as is an input that gives no answer within two seconds of processor time, or hangs. What shows a fault is written to
`--keep`, to be tried again there; `--out` holds for each kind what its last run came to.
"""

import argparse
import json
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from types import FrameType
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from fuzz_changes import mutants
from fuzz_seeds import SEEDS

from dateline.intake.clean import clean
from dateline.intake.clean_html import words_of
from dateline.intake.csv_lines import from_table
from dateline.intake.feed import read_feed
from dateline.intake.feed_calendar import read_calendar
from dateline.intake.file import from_path
from dateline.intake.formats_json import from_json_file
from dateline.intake.lines import from_lines
from dateline.intake.opml import feeds_in
from dateline.intake.packed import unpack
from dateline.intake.page import read_page
from dateline.intake.pdf import text_of_pdf
from dateline.intake.robots import read_robots
from dateline.intake.warc import from_warc
from dateline.model.document import Document
from dateline.model.errors import InputError

SLOW = 2.0
HANGS = 30
MEMORY = 4_000_000_000
ENDINGS = (".txt", "", ".html", ".xml", ".json", ".jsonl", ".csv", ".tsv", ".ics", ".warc", ".warc.gz", ".pdf", ".rss")


def stories(found: Iterable[object]) -> Iterator[None]:
    """Ask for all stories, and for what a story must be able to give."""
    for story in found:
        if isinstance(story, Document):
            assert story.id
            (story.name + story.text.title + story.text.body + (story.url or "") + (story.source or "")).encode()
        yield


def robots(data: bytes) -> Iterator[None]:
    """The rules, and whether they allow a path."""
    read_robots(data.decode("utf-8", "replace"), "dateline").allows("/a/" + "b" * 100)
    yield


def cleaned(data: bytes) -> Iterator[None]:
    """A text, whose parts stand where they are said to."""
    text = data.decode("utf-8", "replace")
    found = clean(text)
    assert text[found.map["text"] :].startswith(found.body)
    yield


def body(data: bytes) -> Iterator[None]:
    """A piece of HTML in words, which can be written."""
    words_of(data.decode("utf-8", "surrogateescape")).encode()
    yield


def unpacked(data: bytes) -> Iterator[None]:
    """A body as it is sent, packed in each way."""
    for encoding in ("gzip", "deflate"):
        try:
            yield from (None for _ in unpack((data[at : at + 999] for at in range(0, len(data), 999)), encoding))
        except InputError as error:
            str(error).encode()


def any_file(data: bytes) -> Iterator[None]:
    """A file of any name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"story{ENDINGS[sum(data[:99]) % len(ENDINGS)]}"
        path.write_bytes(data)
        yield from stories(from_path(path))


READERS: dict[str, Callable[[bytes], Iterable[object]]] = {
    "feed": lambda data: stories(read_feed(data, "x").stories),
    "jsonfeed": lambda data: stories(read_feed(data, "x").stories),
    "calendar": lambda data: stories(read_calendar(data, "x").stories),
    "opml": feeds_in,
    "page": lambda data: stories([read_page(data, "x", "https://example.org/2022/01/04/x")]),
    "html": body,
    "warc": lambda data: stories(from_warc(BytesIO(data), "x")),
    "packed": unpacked,
    "json": lambda data: stories(from_json_file(data, "x")),
    "jsonl": lambda data: stories(from_lines(BytesIO(data))),
    "csv": lambda data: stories(from_table(BytesIO(data), "x")),
    "text": cleaned,
    "robots": robots,
    "pdf": text_of_pdf,
    "any": any_file,
}


@dataclass
class Run:
    """What the inputs of a kind came to: how many there were, the slowest, and what is wrong, with the first to show it."""

    cases: int = 0
    slowest: float = 0.0
    faults: dict[str, Path] = field(default_factory=dict)


class HangsError(Exception):
    """An input is not answered in time."""


def ring(_signal: int, _frame: FrameType | None) -> None:
    """What the alarm does."""
    raise HangsError(f"no answer after {HANGS} s of processor time")


def tried(read: Callable[[bytes], Iterable[object]], data: bytes) -> tuple[float, str | None]:
    """The longest time without an answer to an input, and what is wrong with it."""
    seconds, wrong = once(read, data)
    if wrong is None and seconds > SLOW:  # once more: what is loaded at first is no part of the time
        seconds, wrong = once(read, data)
    return seconds, wrong or (f"{seconds:.1f} s" if seconds > SLOW else None)


def once(read: Callable[[bytes], Iterable[object]], data: bytes) -> tuple[float, str | None]:
    """The longest time without an answer to an input, and the error that no reader may raise."""
    signal.setitimer(signal.ITIMER_PROF, HANGS)
    longest, start = 0.0, time.process_time()
    try:
        for _ in read(data):
            longest, start = max(longest, time.process_time() - start), time.process_time()
            signal.setitimer(signal.ITIMER_PROF, HANGS)
    except InputError as error:
        str(error).encode()
    except Exception as error:  # noqa: BLE001 (what it is is what we want to know)
        where = traceback.extract_tb(error.__traceback__)[-1]
        return 0.0, f"{type(error).__name__} at {Path(where.filename).name}:{where.lineno}: {str(error)[:120]!r}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return max(longest, time.process_time() - start), None


def run(kind: str, seconds: float, seed: int, keep: Path) -> Run:
    """Try inputs of a kind for so long."""
    found, until, read = Run(), time.monotonic() + seconds, READERS[kind]
    for data in SEEDS.get(kind, ()):
        tried(read, data)
    for data in mutants(kind, random.Random(f"{kind} {seed}")):
        if time.monotonic() > until:
            break
        found.cases += 1
        took, wrong = tried(read, data)
        found.slowest = max(found.slowest, took)
        if wrong is not None:
            label = "slow" if wrong.endswith(" s") else wrong.partition(": ")[0]
            path = keep / f"{kind}-{sha256(data).hexdigest()[:12]}"
            if label not in found.faults or label == "slow":
                path.write_bytes(data)
                print(f"  {kind}: {wrong} ({len(data):,} bytes, {path})", flush=True)
            found.faults.setdefault(label, path)
    return found


def noted(out: Path, kind: str, minutes: float, seed: int, found: Run) -> None:
    """Put what the run of a kind came to into the file of figures, beside that of others."""
    figures: dict[str, Any] = json.loads(out.read_text(encoding="utf-8")) if out.exists() else {}
    figures[kind] = {
        "minutes": minutes, "seed": seed, "cases": found.cases, "slowest_seconds": round(found.slowest, 2),
        "faults": sorted(found.faults),
    }  # fmt: skip
    ordered = {each: figures[each] for each in READERS if each in figures}
    out.write_text(json.dumps(ordered, indent=2) + "\n", encoding="utf-8")


def main() -> int:
    """Try every kind for so long, and tell what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=2.0, help="so long for each kind")
    parser.add_argument("--kinds", default=",".join(READERS), help="these kinds, joined by commas")
    parser.add_argument("--seed", type=int, default=1, help="the same seed tries the same inputs")
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"), help="folder for inputs that show something")
    parser.add_argument("--out", type=Path, help="file of figures, in which those of the kinds tried are renewed")
    parser.add_argument("--again", type=Path, nargs="*", help="try these inputs of an earlier run again, and nothing else")
    options = parser.parse_args()
    signal.signal(signal.SIGPROF, ring)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    options.keep.mkdir(parents=True, exist_ok=True)
    if options.again:
        answers = {path: tried(READERS[path.name.partition("-")[0]], path.read_bytes())[1] for path in options.again}
        print("\n".join(f"{path}: {wrong or 'well'}" for path, wrong in answers.items()))
        return int(any(answers.values()))
    failures = 0
    for kind in options.kinds.split(","):
        found = run(kind, options.minutes * 60, options.seed, options.keep)
        print(f"{kind:<10} {found.cases:>8,} inputs, slowest {found.slowest:.2f} s, {len(found.faults)} faults", flush=True)
        failures += len(found.faults)
        if options.out:
            noted(options.out, kind, options.minutes, options.seed, found)
    return min(failures, 1)


if __name__ == "__main__":
    sys.exit(main())
