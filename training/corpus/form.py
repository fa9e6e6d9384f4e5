"""The form of a corpus story: one JSON file with the text and what is marked in it, and the checker of that form.

A span is `[start, end, words]`: offsets in characters of `text`, the end excluded, and the words that stand there, for
people who read a diff. `docs/corpus.md` explains every field.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from dateline.knowledge.parties import bodies, states

Json = dict[str, Any]
Span = list[Any]
"""[start, end, words]"""

ROOT: Final = Path(__file__).resolve().parents[2] / "corpus"
STORIES: Final = ROOT / "stories"

PARTS: Final = ("own", "wikinews", "state-department")
SPLITS: Final = ("train", "dev", "test")
MANNERS: Final = (
    "agency",
    "beijing",
    "moscow",
    "tehran",
    "telex",
    "british daily",
    "american daily",
    "explainer",
    "live blog",
    "interview",
    "briefing",
    "communique",
    "captions",
    "editorial",
    "radio",
    "brief",
)
REGIONS: Final = (
    "europe",
    "post-soviet",
    "middle-east",
    "north-africa",
    "africa",
    "south-asia",
    "east-asia",
    "southeast-asia-pacific",
    "americas",
    "world",
)
MEETINGS: Final = ("talks", "summit", "council", "visit", "call", "negotiation", "conference", "other")
STATUSES: Final = (
    "proposed", "scheduled", "confirmed", "ongoing", "held", "suspended", "postponed", "cancelled", "refused",
)  # fmt: skip
KINDS: Final = (
    "assert", "announce", "confirm", "deny", "accuse", "condemn", "praise", "demand", "propose", "promise", "threaten",
    "warn", "condition", "agree", "reject",
)  # fmt: skip
FORMS: Final = ("direct", "mixed", "indirect")
LOOKALIKES: Final = (
    "domestic", "company", "court", "sport", "military", "media", "speaking", "idiom", "social", "expert", "other",
)  # fmt: skip
"""What only looks like a meeting of international sides, by what it is."""

FURTHER: Final = frozenset(
    "GCC OAU OAS CIS IMF WTO WHO ILO ICC ICJ WFP ITU IOM EEC SADC IGAD OIC SCO ECO EAC NIU COK RPF RCD RSF SDF".split()  # noqa: SIM905
)
"""Bodies, movements and self-governing lands by their usual letters, beside those that the program knows."""

EDTF: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:/\d{4}(?:-\d\d(?:-\d\d)?)?)?")
ACTOR: Final = re.compile(r"[^\s:|,]+(?: [^\s:|,]+)*(?::[^|,]+)?")

LAYERS: Final = ("meetings", "statements", "chains", "lookalikes")
SPANS: Final = ("span", "date_words", "status_words", "source", "cue", "content", "target_words")
"""The fields of entries that are a span or nothing."""

HEAD: Final = (
    "id", "part", "split", "licence", "source", "published", "title", "url", "crisis", "region", "manner", "hand", "readers",
    "text",
)  # fmt: skip
MEETING: Final = (
    "span", "mentions", "kind", "forum", "parties", "people", "place", "date", "date_words", "status", "status_words",
    "part_of",
)  # fmt: skip
STATEMENT: Final = ("speaker", "of", "source", "cue", "content", "form", "kind", "target", "target_words")


def load(path: Path) -> Json:
    """One story."""
    story: Json = json.loads(path.read_text(encoding="utf-8"))
    return story


def stories(folder: Path = STORIES) -> list[Json]:
    """All stories of a folder, by id."""
    return [load(path) for path in sorted(folder.glob("*.json"))]


def dump(story: Json) -> str:
    """A story as JSON in which every field of the head, of a meeting, and every statement, chain and look-alike has a line."""

    def line(value: object) -> str:
        return json.dumps(value, ensure_ascii=False)

    def block(entries: list[str], indent: str = "  ") -> str:
        return "[\n" + ",\n".join(indent + entry for entry in entries) + "\n ]" if entries else "[]"

    def meeting(entry: Json) -> str:
        return "{\n" + ",\n".join(f"   {line(key)}: {line(entry[key])}" for key in MEETING) + "\n  }"

    fields = [f" {line(key)}: {line(story[key])}" for key in HEAD]
    fields.append(' "meetings": ' + block([meeting(entry) for entry in story["meetings"]]))
    for name, keys in (("statements", STATEMENT), ("chains", ("id", "of", "mentions")), ("lookalikes", ("span", "what"))):
        fields.append(f" {line(name)}: " + block([line({key: entry[key] for key in keys}) for entry in story[name]]))
    return "{\n" + ",\n".join(fields) + "\n}\n"


def spans(story: Json) -> Iterator[tuple[str, Span]]:
    """(where it stands, span) of every span of a story: `meetings[0].date_words`, `chains[3].mentions`."""
    for layer in LAYERS:
        for n, entry in enumerate(story[layer]):
            for role, span in spans_of(entry):
                yield f"{layer}[{n}].{role}", span


def spans_of(entry: Json) -> Iterator[tuple[str, Span]]:
    """(role, span) of an entry; the words for a side or person have its id as role."""
    for key in SPANS:
        if entry.get(key):
            yield key, entry[key]
    for span in entry.get("mentions", ()):
        yield "mentions", span
    for side in (*entry.get("parties", ()), *entry.get("people", ())):
        for span in side["words"]:
            yield side["id"], span


def whole(value: str | None) -> bool:
    """Whether a date is one that the calendar has, or an interval in order."""
    if value is None:
        return True
    if not EDTF.fullmatch(value):
        return False
    ends = value.split("/")
    try:
        first, *_ = days = [date.fromisoformat(end + "-01-01"[len(end) - 4 :]) for end in ends]
    except ValueError:
        return False
    return first <= days[-1]


@cache
def codes() -> frozenset[str]:
    """The three capitals that stand for a state of today or of the past, or for a body."""
    return frozenset(each.id for each in (*states(), *bodies())) | FURTHER


def known_state(name: str) -> bool:
    """Whether the head of an actor's name is no three capitals, or three that stand for a state or a body we know."""
    head = name.split(":")[0]
    return not re.fullmatch(r"[A-Z]{3}", head) or head in codes()


def faults(story: Json) -> Iterator[str]:
    """What is wrong with a story, a line each."""
    if missing := {*HEAD, *LAYERS} - set(story):
        yield f"without {sorted(missing)}"
        return
    yield from head_faults(story)
    yield from span_faults(story)
    yield from meeting_faults(story)
    yield from statement_faults(story)
    names = [chain["id"] for chain in story["chains"]]
    yield from (f"two chains of {name}" for name in sorted({name for name in names if names.count(name) > 1}))
    for chain in story["chains"]:
        if not chain["mentions"]:
            yield f"chain of {chain['id']} without mentions"
    for entry in story["lookalikes"]:
        if entry["what"] not in LOOKALIKES:
            yield f"lookalike {entry['what']!r}"


def head_faults(story: Json) -> Iterator[str]:
    """What is wrong with its head."""
    for value, allowed in ((story["part"], PARTS), (story["split"], SPLITS), (story["manner"], (None, *MANNERS))):
        if value not in allowed:
            yield f"{value!r} is none of {allowed}"
    if not whole(story["published"]):
        yield f"published {story['published']!r} is no day"
    if story["text"] != story["text"].strip():
        yield "text begins or ends with a blank"


def span_faults(story: Json) -> Iterator[str]:
    """Spans that are not where they say, or cut a word."""
    for where, (start, end, words) in spans(story):
        if story["text"][start:end] != words or not words.strip():
            yield f"{where}: text[{start}:{end}] is {story['text'][start:end]!r}, not {words!r}"
        elif words != words.strip() or cuts_a_word(story["text"], start, end):
            yield f"{where}: {words!r} begins or ends with a blank or inside a word"


def cuts_a_word(text: str, start: int, end: int) -> bool:
    """Whether a span begins or ends inside a word."""
    return any(0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum() for at in (start, end))


def meeting_faults(story: Json) -> Iterator[str]:
    """What is wrong with its meetings."""
    for n, entry in enumerate(story["meetings"]):
        where = f"meetings[{n}]"
        if entry["kind"] not in MEETINGS or entry["status"] not in STATUSES:
            yield f"{where}: kind {entry['kind']!r}, status {entry['status']!r}"
        if not whole(entry["date"]):
            yield f"{where}: date {entry['date']!r}"
        if bool(entry["date"]) != bool(entry["date_words"]):
            yield f"{where}: date {entry['date']!r} with date_words {entry['date_words']!r}"
        if not entry["status_words"]:
            yield f"{where}: no status_words"
        if not entry["parties"] and not entry["people"]:
            yield f"{where}: no side"
        yield from (f"{where}: unknown code {side['id']}" for side in entry["parties"] if not known_state(side["id"]))
        if (part := entry["part_of"]) is not None and not (0 <= part < len(story["meetings"]) and part != n):
            yield f"{where}: part_of {part}"


def statement_faults(story: Json) -> Iterator[str]:
    """What is wrong with its statements."""
    for n, entry in enumerate(story["statements"]):
        where = f"statements[{n}]"
        if entry["kind"] not in KINDS or entry["form"] not in FORMS:
            yield f"{where}: kind {entry['kind']!r}, form {entry['form']!r}"
        if not entry["speaker"]:
            yield f"{where}: no speaker"
        if entry["target_words"] and not entry["target"]:
            yield f"{where}: target_words without target"
        for name in (*entry["of"], *entry["target"]):
            if not known_state(name):
                yield f"{where}: unknown code {name}"
