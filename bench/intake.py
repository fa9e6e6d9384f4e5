"""How fast stories come in, up to their reading: lines, language, address, agency, twins; with the most memory used.

    python bench/intake.py [--stories 50000] [--copies 0.6] [--profile]

The stories are made of word lists by a seed: of so many a share copies an earlier one, word for word or with edits, under
another outlet's name.
"""

# ruff: noqa: SIM905  (lists of words are read more easily so)
import argparse
import cProfile
import json
import pstats
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from dateline.app.pipeline import line_stories, published
from dateline.app.twins import same_stories
from dateline.model.twin import Twin

SYLLABLES = "ba co du fe gi ka lo mu ne pi ra so tu ve wi za bro cle dra fli gra ple sta tri".split()
SMALL = "the of and to in that with was by from has been will on for said at not an which after".split()
SOURCES = [f"Outlet {number}" for number in range(200)]


def words(count: int, at: random.Random) -> list[str]:
    """Made-up words."""
    return ["".join(at.choices(SYLLABLES, k=at.randint(2, 4))) for _ in range(count)]


def body(vocabulary: list[str], at: random.Random) -> list[str]:
    """The paragraphs of a story, some 350 words."""
    paragraphs = []
    for _ in range(at.randint(8, 14)):
        said = [at.choice(SMALL) if at.random() < 0.45 else at.choice(vocabulary) for _ in range(at.randint(20, 45))]
        paragraphs.append(" ".join(said).capitalize() + ".")
    return paragraphs


def edited(paragraphs: list[str], vocabulary: list[str], at: random.Random) -> list[str]:
    """A copy: word for word, cut, or with edits."""
    dice = at.random()
    if dice < 0.5:
        return [f"VIENNA (Reuters) - {paragraphs[0]}", *paragraphs[1:], "Sign up for our newsletter."]
    if dice < 0.7:
        return paragraphs[: max(4, len(paragraphs) // 2)]
    return [each for each in paragraphs if at.random() > 0.1] + body(vocabulary, at)[:1]


def lines(stories: int, copies: float) -> Iterator[tuple[str, bool]]:
    """The stories as lines, each with whether it copies another one."""
    at = random.Random(3)
    vocabulary = words(4_000, at)
    earlier: list[list[str]] = []
    for number in range(stories):
        is_copy = bool(earlier) and at.random() < copies
        told = edited(at.choice(earlier), vocabulary, at) if is_copy else body(vocabulary, at)
        if not is_copy:
            earlier = [*earlier[-2_000:], told]
        day = f"2019-05-{1 + number * 28 // stories:02d}"
        line = {
            "id": str(number), "text": "\n\n".join(told), "published": day, "source": at.choice(SOURCES),
            "url": f"https://news.example/{number}?utm_source=feed",
        }  # fmt: skip
        yield json.dumps(line), is_copy


def run(path: Path) -> int:
    """Take the stories in; how many are twins of others?"""
    with path.open("rb") as stream:
        stories = published(line_stories(str(path), stream), None)
        return sum(isinstance(each, Twin) and each.twin_of is not None for each in same_stories(stories))


def main() -> None:
    """Make the stories, take them in, print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--stories", type=int, default=50_000)
    parser.add_argument("--copies", type=float, default=0.6)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stories.jsonl"
        with path.open("w", encoding="utf-8") as out:
            copies = sum(out.write(f"{line}\n") > 0 and is_copy for line, is_copy in lines(options.stories, options.copies))
        before = peak()
        profile = cProfile.Profile() if options.profile else None
        if profile:
            profile.enable()
        start, cpu = time.perf_counter(), time.process_time()
        found = run(path)
        wall, used = time.perf_counter() - start, time.process_time() - cpu
        if profile:
            profile.disable()
            pstats.Stats(profile).sort_stats("tottime").print_stats(22)
    figures = {
        "stories": options.stories, "copies": copies, "found": found, "seconds": round(wall, 1),
        "stories_per_second": round(options.stories / wall), "stories_per_cpu_second": round(options.stories / used),
        "peak_mb_before": before, "peak_mb": peak(),
    }  # fmt: skip
    print(json.dumps(figures))


def peak() -> int:
    """The most memory used so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
