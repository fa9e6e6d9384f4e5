"""Mutates valid inputs of every kind and reports what is answered with a foreign exception, or takes longer than it may.

    python bench/fuzz.py [--minutes 2] [--kinds feed,page] [--seed 1] [--keep build/fuzz]

It starts from small seeds of its own, changes bytes, pieces and words of them, blows pieces up by the thousand, and gives the
result to the reader of its kind. An answer is a story, a refusal or an `InputError`; anything else is a finding, as is an
input that takes more than two seconds of processor time or hangs. Findings are written to `--keep`, to be tried again there.
"""

import argparse
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from types import FrameType

sys.path.insert(0, str(Path(__file__).parent))
from fuzz_seeds import BLOWN, SEEDS, WORDS

from dateline.intake.clean import clean
from dateline.intake.csv_lines import from_table
from dateline.intake.feed import read_feed
from dateline.intake.feed_calendar import read_calendar
from dateline.intake.file import from_data
from dateline.intake.lines import from_lines
from dateline.intake.opml import feeds_in
from dateline.intake.page import read_page
from dateline.intake.pdf import text_of_pdf
from dateline.intake.robots import read_robots
from dateline.intake.warc import from_warc
from dateline.model.document import Document
from dateline.model.errors import InputError

SLOW = 2.0
HANGS = 30
LARGEST = 2_000_000


def stories(found: object) -> None:
    """Ask for all stories, and for what a story must be able to give."""
    for story in found:  # type: ignore[attr-defined]
        if isinstance(story, Document):
            assert story.id
            (story.name + story.text.title + story.text.body + (story.url or "") + (story.source or "")).encode()


def robots(data: bytes) -> None:
    """The rules, and whether they allow a path."""
    read_robots(data.decode("utf-8", "replace"), "dateline").allows("/a/" + "b" * 100)


def cleaned(data: bytes) -> None:
    """A text, whose parts stand where they are said to."""
    text = data.decode("utf-8", "replace")
    found = clean(text)
    assert text[found.map["text"] :].startswith(found.body)


READERS: dict[str, Callable[[bytes], object]] = {
    "feed": lambda data: stories(read_feed(data, "x").stories),
    "jsonfeed": lambda data: stories(read_feed(data, "x").stories),
    "calendar": lambda data: stories(read_calendar(data, "x").stories),
    "opml": feeds_in,
    "page": lambda data: stories([read_page(data, "x", "https://example.org/2022/01/04/x")]),
    "warc": lambda data: stories(from_warc(BytesIO(data), "x")),
    "jsonl": lambda data: stories(from_lines(BytesIO(data))),
    "csv": lambda data: stories(from_table(BytesIO(data), "x")),
    "text": cleaned,
    "robots": robots,
    "pdf": text_of_pdf,
    "any": lambda data: stories(from_data(data, "x")),
}


class HangsError(Exception):
    """An input is not answered in time."""


def ring(_signal: int, _frame: FrameType | None) -> None:
    """What the alarm does."""
    raise HangsError(f"no answer after {HANGS} s")


def tried(read: Callable[[bytes], object], data: bytes) -> str | None:
    """What is wrong with the answer to an input."""
    signal.alarm(HANGS)
    start = time.process_time()
    try:
        read(data)
    except InputError as error:
        str(error).encode()
    except Exception as error:  # noqa: BLE001 (what it is is what we want to know)
        where = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} at {Path(where.filename).name}:{where.lineno}: {str(error)[:120]!r}"
    finally:
        signal.alarm(0)
    seconds = time.process_time() - start
    return f"{seconds:.1f} s" if seconds > SLOW else None


def mutants(kind: str, chance: random.Random) -> Iterator[bytes]:
    """Inputs near valid ones, without end."""
    seeds = SEEDS["page"] + SEEDS["feed"] + SEEDS["text"] if kind == "any" else SEEDS[kind]
    while True:
        data = chance.choice(seeds)
        for _ in range(chance.choice((1, 1, 2, 3, 5, 8, 20))):
            data = changed(data, chance.choice(seeds), kind, chance)
        yield data[:LARGEST]


def changed(data: bytes, other: bytes, kind: str, chance: random.Random) -> bytes:
    """One change: a byte, a piece lost, doubled, moved or taken from elsewhere, a word that hurts, a piece blown up."""
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    near = min(end, start + chance.choice((1, 4, 16, 64)))
    how = chance.randrange(9)
    if how == 0 and data:
        at = start % len(data)
        return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]
    if how == 1:
        return data[:start] + data[near:]
    if how == 2:
        return data[:end] + data[start:end] + data[end:]
    if how == 3:
        at = chance.randrange(len(other) + 1)
        return data[:start] + other[at : at + chance.choice((8, 64, 512))] + data[near:]
    if how in (4, 5):
        return data[:start] + chance.choice(WORDS[kind] + WORDS["every"]) + data[chance.choice((start, near)) :]
    if how == 6:
        piece = data[start:near] or b"a"
        return data[:start] + piece * (chance.choice((10, 1_000, 20_000, 200_000)) // len(piece)) + data[near:]
    if how == 7:
        piece = chance.choice(BLOWN[kind] + BLOWN["every"])
        return data[:start] + piece * (chance.choice((100, 5_000, 100_000, 400_000)) // len(piece)) + data[start:]
    return data[:end]


def run(kind: str, seconds: float, seed: int, keep: Path) -> tuple[int, dict[str, Path]]:
    """(inputs tried, what was found with the first input that shows it) of a kind."""
    chance = random.Random(f"{kind} {seed}")
    found: dict[str, Path] = {}
    tries, until = 0, time.monotonic() + seconds
    read = READERS[kind]
    for seed_data in SEEDS.get(kind, ()):
        tried(read, seed_data)  # what is loaded at first is no part of the time
    for data in mutants(kind, chance):
        if time.monotonic() > until:
            break
        tries += 1
        if (wrong := tried(read, data)) is not None:
            label = "slow" if wrong.endswith(" s") else wrong.partition(": ")[0]
            path = keep / f"{kind}-{sha256(data).hexdigest()[:12]}"
            if label not in found or label == "slow":
                path.write_bytes(data)
                print(f"  {kind}: {wrong} ({len(data):,} bytes, {path})", flush=True)
            found.setdefault(label, path)
    return tries, found


def main() -> int:
    """Try every kind for so long, and tell what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=2.0, help="so long for each kind")
    parser.add_argument("--kinds", default=",".join(READERS), help="these kinds, joined by commas")
    parser.add_argument("--seed", type=int, default=1, help="the same seed tries the same inputs")
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"), help="folder for inputs that show something")
    parser.add_argument("--again", type=Path, nargs="*", help="try these inputs of an earlier run again, and nothing else")
    options = parser.parse_args()
    signal.signal(signal.SIGALRM, ring)
    options.keep.mkdir(parents=True, exist_ok=True)
    if options.again:
        answers = {path: tried(READERS[path.name.partition("-")[0]], path.read_bytes()) for path in options.again}
        print("\n".join(f"{path}: {wrong or 'well'}" for path, wrong in answers.items()))
        return int(any(answers.values()))
    failures = 0
    for kind in options.kinds.split(","):
        tries, found = run(kind, options.minutes * 60, options.seed, options.keep)
        print(f"{kind:<10} {tries:>8,} inputs, {len(found)} findings", flush=True)
        failures += len(found)
    return min(failures, 1)


if __name__ == "__main__":
    sys.exit(main())
