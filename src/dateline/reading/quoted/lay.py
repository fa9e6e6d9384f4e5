"""Two readers' entries laid over each other: agreement raises confidence, disagreement is told."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from dateline.knowledge.rules import rule
from dateline.model.entry import Attendee, Meeting, Statement
from dateline.model.evidence import Evidence, Sourced, Span, Stamp
from dateline.model.when import When

__all__ = ["lay_meetings", "lay_statements"]

AGREED, FOUND, ALONE, DOUBTED = 0.95, 0.88, 0.7, 0.3
"""How sure an entry is that both read alike, that both found, that the model alone found; and what is left of how sure one is
that the rules alone found where the model read the same words."""

SURE, UNSURE = 0.95, 0.6
"""How sure a field is on which both agree, and one on which they differ."""

OVERLAP = 0.5
"""Share of characters from which on two contents are the same words."""

SINGLE = ("kind", "status", "when", "place")
MEETING_FIELDS = (*SINGLE, "parties", "people")
STATEMENT_FIELDS = ("speaker", "kind", "of", "target")
NAMES = {"when": "date"}
UNASKED = (
    "forum", "level", "convener", "venue", "previously", "topic", "outcome", "after", "part_of", "via", "said", "source", "cue",
    "addressee",
)  # fmt: skip

T = TypeVar("T", Meeting, Statement)
Entry = Meeting | Statement


def lay_meetings(ruled: Sequence[Meeting], quoted: Sequence[Meeting]) -> tuple[Meeting, ...]:
    """The meetings of both readers, those of one occasion as one, in text order."""
    pairs = paired([(alike(one, other), n, m) for n, one in enumerate(ruled) for m, other in enumerate(quoted)])
    joined = {m: both(quoted[m], ruled[n], MEETING_FIELDS) for n, m in pairs}
    ids = {ruled[n].id: joined[m].id for n, m in pairs}
    laid = [joined.get(m) or alone(each) for m, each in enumerate(quoted)]
    taken = {n for n, _ in pairs}
    laid += [doubted(each) for n, each in enumerate(ruled) if n not in taken]
    once = {each.id: each for each in laid[::-1]}
    turned = [
        replace(
            each, after=led(each.after, ids, once, each.id), part_of=next(iter(led(within(each), ids, once, each.id)), None)
        )
        for each in once.values()
    ]
    return tuple(sorted(turned, key=lambda each: (min((span.field == "text", span.start) for span in each.spans), each.id)))


def within(entry: Meeting) -> tuple[str, ...]:
    """The meeting that it is part of, if any."""
    return (entry.part_of,) if entry.part_of is not None else ()


def led(names: Iterable[str], ids: Mapping[str, str], known: Collection[str], own: str) -> tuple[str, ...]:
    """The ids of other meetings as they are now, those that are still there."""
    found = (ids.get(name, name) for name in names)
    return tuple(name for name in found if name in known and name != own)


def lay_statements(ruled: Sequence[Statement], quoted: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements of both readers, those of the same words and speaker as one."""
    pairs = paired([(same_words(one, other), n, m) for n, one in enumerate(ruled) for m, other in enumerate(quoted)])
    joined = {m: both(quoted[m], ruled[n], STATEMENT_FIELDS) for n, m in pairs}
    laid = [joined.get(m) or alone(each) for m, each in enumerate(quoted)]
    taken = {n for n, _ in pairs}
    laid += [doubted(each) for n, each in enumerate(ruled) if n not in taken]
    once = {each.id: each for each in laid[::-1]}.values()
    return tuple(sorted(once, key=lambda each: (each.content[0].start, each.content[-1].end, each.speaker.value)))


def paired(scored: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """The pairs that are most alike, each entry in one at most."""
    pairs: list[tuple[int, int]] = []
    for score, n, m in sorted(scored, key=lambda each: (-each[0], each[1], each[2])):
        if score > 0 and not any(n == one or m == other for one, other in pairs):
            pairs.append((n, m))
    return pairs


def alike(one: Meeting, other: Meeting) -> float:
    """How much two reports of a story speak for one occasion: they share words, and a side or person; or day and two sides."""
    words = any(a.overlaps(b) for a in one.spans for b in other.spans)
    sides = {each.value.split(":")[0] for each in one.parties} & {each.value.split(":")[0] for each in other.parties}
    people = {each.value.id for each in one.people} & {each.value.id for each in other.people}
    day = one.when is not None and other.when is not None and one.when.value.overlaps(other.when.value)
    if not ((words and (sides or people)) or (day and len(sides) > 1)):
        return 0.0
    same = sum(told(getattr(one, name)) == told(getattr(other, name)) for name in SINGLE)
    return 2 * words + len(sides) + len(people) + 0.5 * same


def same_words(one: Statement, other: Statement) -> float:
    """How far two contents are the same words; a little more where the speaker is the same, too."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.content for b in other.content)
    total = length(one.content) + length(other.content) - shared
    share = shared / total if total else 0.0
    return share + 0.5 * (one.speaker.value == other.speaker.value) if share >= OVERLAP else 0.0


def length(spans: Iterable[Span]) -> int:
    """Their characters."""
    return sum(span.end - span.start for span in spans)


def both(quoted: T, ruled: T, fields: tuple[str, ...]) -> T:
    """One entry of two: what the model gives, also where that is nothing, with the evidence of both where they agree and what
    the rules give where they do not."""
    changes: dict[str, Any] = dict(filled(quoted, ruled))
    sure: dict[str, float] = {}
    missed: list[Evidence] = []
    for name in fields:
        mine, theirs, called = getattr(quoted, name), getattr(ruled, name), NAMES.get(name, name)
        agree = told(mine) == told(theirs)
        sure[called] = SURE if agree else UNSURE
        if agree:
            changes[name] = confirmed(mine, theirs)
        elif mine:
            changes[name] = disputed(mine, told(theirs) or "nothing")
        else:
            missed.append(otherwise(Stamp("rules", f"{called}: {told(theirs)}")))
    kind: Sourced[Any] = changes["kind"]
    changes["kind"] = Sourced(kind.value, (*kind.evidence, *missed))
    confidence = max(AGREED if min(sure.values()) == SURE else FOUND, quoted.confidence, ruled.confidence)
    changes["spans" if isinstance(quoted, Meeting) else "content"] = spans_of(quoted, ruled)
    return replace(quoted, confidence=confidence, sure=sure, **changes)


def spans_of(quoted: Entry, ruled: Entry) -> tuple[Span, ...]:
    """The words of both readings of a meeting; of a statement those that the model gives."""
    if isinstance(quoted, Meeting) and isinstance(ruled, Meeting):
        return tuple(dict.fromkeys((*quoted.spans, *ruled.spans)))
    return quoted.content if isinstance(quoted, Statement) else ()


def filled(quoted: Entry, ruled: Entry) -> Iterator[tuple[str, Any]]:
    """What only the rules give, of the fields that a model is not asked for."""
    for name in UNASKED:
        if not getattr(quoted, name, True) and getattr(ruled, name, None):
            yield name, getattr(ruled, name)


def told(value: Any) -> str:
    """A field in words, to be compared and shown."""
    if isinstance(value, tuple):
        return ", ".join(sorted(told(each) for each in value))
    if isinstance(value, Sourced):
        plain = value.value
        return plain.edtf if isinstance(plain, When) else str(plain.id if isinstance(plain, Attendee) else plain)
    return ""


def confirmed(mine: Any, theirs: Any) -> Any:
    """A field with the evidence of both readers."""
    if isinstance(mine, Sourced) and isinstance(theirs, Sourced):
        return Sourced(mine.value, tuple(dict.fromkeys((*mine.evidence, *theirs.evidence))))
    return mine


def disputed(value: Any, other: str) -> Any:
    """A field with what the rules give instead; a list tells it at its first value."""
    if isinstance(value, Sourced):
        return Sourced(value.value, (*value.evidence, otherwise(Stamp("rules", other))))
    return (disputed(value[0], other), *value[1:])


def otherwise(other: Stamp) -> Evidence:
    """What the other reader gives."""
    return Evidence(other, rule("quoted", "differs"))


def alone(quoted: T) -> T:
    """An entry that the model alone found."""
    return aside(quoted, Stamp("rules", "nothing"), min(quoted.confidence, ALONE))


def doubted(ruled: T) -> T:
    """One that the rules alone found; in a title they may find what a model quotes nowhere, as the body says it again."""
    spans = ruled.spans if isinstance(ruled, Meeting) else ruled.content
    if all(span.field == "title" for span in spans):
        return ruled
    return aside(ruled, Stamp("model", "nothing"), round(DOUBTED * ruled.confidence, 3))


def aside(entry: T, other: Stamp, confidence: float) -> T:
    """An entry that the other reader does not have."""
    kind: Sourced[Any] = Sourced(entry.kind.value, (*entry.kind.evidence, otherwise(other)))
    return replace(entry, kind=kind, confidence=confidence)
