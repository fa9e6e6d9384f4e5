"""What the generated parts of docs/corpus.md and corpus/README.md are made of: each function returns Markdown."""

import sys
from collections import Counter
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from training.corpus.form import KINDS, MANNERS, PARTS, REGIONS, SPLITS, STATUSES, Json, stories

NAMES = {"own": "our own words", "wikinews": "Wikinews 2019-2020", "state-department": "U.S. Department of State 2021-2022"}


@cache
def corpus() -> tuple[Json, ...]:
    """All stories."""
    return tuple(stories())


def own() -> list[Json]:
    """Those in our own words."""
    return [story for story in corpus() if story["part"] == "own"]


def table(head: list[str], rows: list[list[object]]) -> str:
    """A table of Markdown."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows])


def parts_table() -> str:
    """What each part holds."""
    rows: list[list[object]] = []
    for part in PARTS:
        those = [story for story in corpus() if story["part"] == part]
        words = sum(len(story["text"].split()) for story in those)
        held = [sum(len(story[name]) for story in those) for name in ("meetings", "statements", "chains", "lookalikes")]
        rows.append([NAMES[part], len(those), f"{words:,}", *(f"{n:,}" for n in held)])
    return table(["part", "stories", "words", "meetings", "statements", "chains", "look-alikes"], rows)


def splits_table() -> str:
    """How many stories of each part are in each split."""
    count = Counter((story["split"], story["part"]) for story in corpus())
    rows: list[list[object]] = [
        [split, *(count[split, part] for part in PARTS), sum(count[split, part] for part in PARTS)] for split in SPLITS
    ]
    return table(["split", *PARTS, "all"], rows)


def values_table() -> str:
    """How often each status of a meeting and each kind of statement occurs, in our own stories and in real ones."""
    rows: list[list[object]] = []
    for name, key, values in (("meetings", "status", STATUSES), ("statements", "kind", KINDS)):
        count = Counter((story["part"] == "own", entry[key]) for story in corpus() for entry in story[name])
        rows += [[key, value, count[True, value], count[False, value]] for value in values]
    return table(["", "value", "own words", "real texts"], rows)


def plan_table() -> str:
    """How the stories of our own spread over regions, decades and manners."""
    decades = ("198", "199", "200", "201", "202")
    rows: list[list[object]] = []
    for key, values in (("region", REGIONS), ("manner", MANNERS)):
        for value in values:
            those = [story for story in own() if story[key] == value]
            spread = Counter(story["published"][:3] for story in those)
            crises = len({story["crisis"] for story in those})
            rows.append([key, value, *(spread[decade] for decade in decades), len(those), crises])
    return table(["", "", *(f"{decade}0s" for decade in decades), "stories", "crises"], rows)


def crises_list() -> str:
    """The crises and negotiations, with how many stories each has."""
    count = Counter(story["crisis"] for story in own())
    return "; ".join(f"{crisis} ({count[crisis]})" for crisis in sorted(count)) + "."


def sample(name: str) -> str:
    """A short story, and its entries in words."""
    (story,) = (each for each in corpus() if each["id"] == name)
    paragraphs = "\n>\n".join(f"> {line}" for line in story["text"].split("\n\n")[:3])
    rows: list[list[object]] = []
    for entry in story["meetings"]:
        sides = " + ".join(side["id"] for side in (*entry["parties"], *entry["people"]))
        rows.append([f"meeting: {entry['kind']}, *{entry['status']}*", sides, "", entry["span"][2]])
    rows += [
        [f"statement: *{entry['kind']}*", entry["speaker"], ", ".join(entry["target"]), entry["content"][2]]
        for entry in story["statements"]
    ]
    rows += [["chain", chain["id"], "", " · ".join(span[2] for span in chain["mentions"])] for chain in story["chains"][:3]]
    return f"**{story['title']}** ({story['source']}, {story['published']})\n\n{paragraphs}\n\n" + table(
        ["", "who", "to whom", "words"], [[str(cell).replace("\n", " ") for cell in row] for row in rows]
    )
