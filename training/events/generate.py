"""From cores to marked sentences: slots filled with actors, the verb put into tense and voice, news padding around.

A core is one line of a file of this folder under a heading `# TYPE mode`:

    S *{condemn|denounce} T for {shelling villages|jailing reporters}

`S` and `T` are the sides (`S:court`: of that row of actors.tsv), `*` stands before the verb to conjugate, braces hold
alternatives that are combined (as many combinations as the longest list is long, twice that where there are two lists).
A line without `*` is used as it stands. All choice is by a seeded generator: the same files give the same sentences.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from training.events.raise_cores import raised

__all__ = ["Core", "Example", "cores", "examples"]

HERE = Path(__file__).parent
CHOICE = re.compile(r"\{([^{}]*)\}")
SLOT = re.compile(r"\b([STX])(?::([a-z]+))?(?![A-Za-z:.])")
VERB = re.compile(r"\*([a-z]+)")
VOWELS = "aeiou"

VERBS = [row.split("\t") for row in (HERE / "verbs.tsv").read_text(encoding="utf-8").splitlines()]
IRREGULAR = {row[1]: (row[2], row[3]) for row in VERBS if row[0] == "irregular"}
DOUBLED = frozenset(row[1] for row in VERBS if row[0] == "doubled")

UNMARKED = 0.06
PAST, PERFECT, PRESENT, HAD, PROGRESSIVE = "past", "perfect", "present", "had", "progressive"


@dataclass(frozen=True)
class Core:
    """One act in words: its class, the line it was written in, and the words with slots."""

    kind: str
    line: int
    words: str


@dataclass(frozen=True)
class Example:
    """A sentence with the character ranges of its sides."""

    kind: str
    line: int
    verb: str
    text: str
    source: tuple[int, int] | None
    target: tuple[int, int] | None


def cores(folder: Path = HERE) -> Iterator[Core]:
    """All cores of the folder's .txt files, in order; alternatives combined."""
    line = 0
    for path in sorted(folder.glob("*.txt")):
        kind = ""
        for row in path.read_text(encoding="utf-8").splitlines():
            line += 1
            if row.startswith("#"):
                kind = "/".join(row.lstrip("# ").split())
            elif row.strip():
                for words in combined(row.strip()):
                    yield Core(kind, line, words)
                    yield from (Core(*found) for found in under_operators(kind, line, words))


def under_operators(kind: str, line: int, words: str) -> Iterator[tuple[str, int, str]]:
    """The core's words under the operators of `raise_cores`."""
    if verb := VERB.search(words):
        forms = {"V": verb[1], "G": gerund(verb[1]), "P": past_forms(verb[1])[1]}
        for new, found in raised(kind, words, forms):
            yield new, line, found


def combined(row: str) -> list[str]:
    """The row with its alternatives chosen, every alternative at least once."""
    lists = [match[1].split("|") for match in CHOICE.finditer(row)]
    if not lists:
        return [row]
    longest = max(map(len, lists))
    everything = list(product(*lists))
    wanted = min(len(everything), longest * 2 if len(lists) > 1 else longest)
    picks = [tuple(each[number % len(each)] for each in lists) for number in range(longest)]
    spare = [pick for pick in everything if pick not in set(picks)]
    random.Random(row).shuffle(spare)
    picks = list(dict.fromkeys([*picks, *spare]))[:wanted]
    frame = CHOICE.sub("\0", row)
    return [filled(frame, pick) for pick in picks]


def filled(frame: str, pick: tuple[str, ...]) -> str:
    """The frame with its gaps filled from left to right."""
    pieces = frame.split("\0")
    words = pieces[0] + "".join(choice + piece for choice, piece in zip(pick, pieces[1:], strict=True))
    return re.sub(r" {2,}", " ", words).strip()


def past_forms(verb: str) -> tuple[str, str]:
    """Simple past and participle."""
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb.endswith("e"):
        form = verb + "d"
    elif verb.endswith("y") and verb[-2] not in VOWELS:
        form = verb[:-1] + "ied"
    elif verb in DOUBLED:
        form = verb + verb[-1] + "ed"
    else:
        form = verb + "ed"
    return form, form


def third_person(verb: str) -> str:
    """The present form after he or she."""
    if verb in ("have", "be"):
        return {"have": "has", "be": "is"}[verb]
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in VOWELS else verb + "s"


def gerund(verb: str) -> str:
    """The -ing form."""
    if verb.endswith("e") and not verb.endswith("ee") and verb != "be":
        return verb[:-1] + "ing"
    return (
        verb + verb[-1] + "ing"
        if verb in DOUBLED or verb in ("let", "set", "shut", "put", "cut", "hit", "get", "begin", "run")
        else verb + "ing"
    )


class Writer:
    """Fills and pads cores; chance is seeded by the core's own words, so that a new core leaves other sentences alone."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.random = random.Random(seed)
        rows = (row.split("\t") for row in (HERE / "actors.tsv").read_text(encoding="utf-8").splitlines())
        self.actors = {name: values.split("|") for name, values in rows}
        padding = (HERE / "padding.tsv").read_text(encoding="utf-8").splitlines()
        self.padding = {name: values.split("|") for name, values in (row.split("\t") for row in padding)}
        self.anyone = (
            ["state"] * 6 + ["leader"] * 5 + ["ministry"] * 4 + ["capital", "igo", "party"] * 2 + ["ngo", "rebels", "company"]
        )

    def actor(self, kind: str | None, others: Sequence[str]) -> str:
        """A name for a slot, not another slot's."""
        while True:
            found = self.random.choice(self.actors[kind or self.random.choice(self.anyone)])
            if found not in others:
                return found

    def write(self, core: Core, turn: int) -> Example:
        """One sentence of a core, another at each turn."""
        self.random.seed(f"{self.seed} {turn} {core.words}")
        verb = VERB.search(core.words)
        words = self.conjugated(core.words, verb[1]) if verb else core.words
        words = self.padded(words)
        names: dict[str, str] = {"S": "", "T": "", "X": ""}
        spans: dict[str, tuple[int, int]] = {}
        text, at = "", 0
        for match in SLOT.finditer(words):
            text += words[at : match.start()]
            side = match[1]
            name = self.actor(match[2], (*names.values(),))
            if not text:
                name = name[0].upper() + name[1:]
            names[side] = name
            spans.setdefault(side, (len(text), len(text) + len(name)))
            text += name
            at = match.end()
        text += words[at:]
        text = text[0].upper() + text[1:]
        source, target = spans.get("S"), spans.get("T")
        unmarked = self.random.random()  # a side that is named, but that the reader did not find
        if source and target and unmarked < UNMARKED:
            source, target = (source, None) if unmarked < UNMARKED * 0.7 else (None, target)
        name = verb[1] if verb else f"line {core.line}"
        return Example(core.kind, core.line, name, text + ".", source, target)

    def conjugated(self, words: str, verb: str) -> str:
        """The words with the verb in some tense; a passive now and then where the target follows the verb."""
        past, participle = past_forms(verb)
        plural = bool(re.match(r"S:(crowd|union|police|army|rebels|lawyer|civilians)\b", words)) or not words.startswith("S")
        passive = re.fullmatch(r"(S(?::\w+)?) \*\w+ (T(?::\w+)?)(?![\w'])(.*)", words)
        if passive and not passive[3].startswith((" to ", " and ", " it ")) and self.random.random() < 0.35:
            be = self.random.choice(["was", "was", "has been", "is being", "had been", "were" if "crowd" in words else "was"])
            if self.random.random() < 0.5:
                return f"{passive[2]} {be} {participle} by {passive[1]}{passive[3]}"
            return f"{passive[2]} {be} {participle}{passive[3]} by {passive[1]}"
        tense = self.random.choices([PAST, PERFECT, PRESENT, HAD, PROGRESSIVE], [55, 15, 18, 4, 8])[0]
        form = {
            PAST: past,
            PERFECT: ("have " if plural else "has ") + participle,
            PRESENT: verb if plural else third_person(verb),
            HAD: "had " + participle,
            PROGRESSIVE: ("are " if plural else "is ") + gerund(verb),
        }[tense]
        return VERB.sub(form, words, count=1)

    def padded(self, words: str) -> str:
        """The words with what news puts around an act: a day, a place, a voice, what else went on."""

        def pick(name: str) -> str:
            return self.random.choice(self.padding[name])

        shape = self.random.random()
        if shape < 0.22:
            return words
        if words.startswith(("A ", "The ", "New ", "In ", "Under ")) and not words.startswith("New York"):
            words = words[0].lower() + words[1:] if not (0.40 <= shape < 0.80) else words
        if shape < 0.40:
            return f"{pick('before')} {words}"
        if shape < 0.58:
            return f"{words} {pick('after')}"
        if shape < 0.72:
            return f"{words} {pick('while')}"
        if shape < 0.80:
            return f"{words}, {pick('voice')}"
        if shape < 0.86:
            return f"{pick('said')} {words}"
        if shape < 0.92:
            return f"{pick('while').capitalize()}, {words}"
        return f"{pick('before')} {words} {pick('while')}, {pick('voice')}"


def examples(folder: Path = HERE, seed: int = 7, least: int = 120) -> list[Example]:
    """Sentences of all cores: each once, and cores of classes with fewer than `least` again and again."""
    by_kind: dict[str, list[Core]] = {}
    for core in cores(folder):
        by_kind.setdefault(core.kind, []).append(core)
    writer = Writer(seed)
    found = []
    for kind in sorted(by_kind):
        own = by_kind[kind]
        times = max(2, -(-least // len(own)))
        for turn in range(times):
            found += [writer.write(core, turn) for core in own]
    return found
