"""Lessons: stories of our own whose meetings are marked in the text itself, as their writers wrote them.

python -m training.encoder.lessons FILE ...     says what is wrong with the form of each

A file holds stories one after the other:

    ### t1
    source: The Gulf Courier
    published: 1997-03-12
    title: Envoys to meet in Muscat
    ---
    Envoys of Oman and Yemen [m1*: will meet [m1@: on Friday] in Muscat], ... [m1: The talks] ...
    ---
    m1 | kind=talks | status=scheduled | parties=OMN, YEM | people= | place=Muscat | date=1997-03-14 | forum= | in=

`[m1*: ...]` are the words that best state a meeting, `[m1: ...]` all others that mean it, `[m1@: ...]` those that give its
date. Statements are not marked.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.corpus.form import MEETINGS, STATUSES, Json, known_state, whole

OPEN = re.compile(r"\[(m\d+)([*@]?): ?")
FIELDS = ("kind", "status", "parties", "people", "place", "date", "forum", "in")


class LessonError(ValueError):
    """What is wrong with the form of a lesson."""


def lessons(path: Path) -> Iterator[Json]:
    """The stories of a file, in the form of the corpus as far as meetings go."""
    for block in re.split(r"(?m)^### ", path.read_text(encoding="utf-8"))[1:]:
        yield lesson(block)


def lesson(block: str) -> Json:
    """One story."""
    name = block.split("\n", 1)[0].strip()
    try:
        head, body, rows = re.split(r"(?m)^---\s*$", block)[:3]
    except ValueError:
        raise LessonError(f"{name}: not head, text and meetings between two lines of ---") from None
    told = dict(re.findall(r"(?m)^(source|published|title): *(.*)$", head))
    if set(told) != {"source", "published", "title"} or not told["published"] or not whole(told["published"]):
        raise LessonError(f"{name}: source, published, title wanted, got {told}")
    text, marks = unmarked(name, body.strip())
    meetings = [meeting(name, line, text, marks) for line in rows.strip().splitlines() if line.strip()]
    if left := {number for number, *_ in marks} - {each["name"] for each in meetings}:
        raise LessonError(f"{name}: no line for {sorted(left)}")
    return {"id": name, **told, "text": text, "meetings": meetings, "statements": None}


def unmarked(name: str, body: str) -> tuple[str, list[tuple[str, str, int, int]]]:
    """The text without its marks, and (meeting, what, start, end) of each mark."""
    text, marks, held, at = "", [], list[tuple[str, str, int]](), 0
    while at < len(body):
        if found := OPEN.match(body, at):
            held.append((found[1], found[2], len(text)))
            at = found.end()
        elif body[at] == "]" and held:
            number, what, start = held.pop()
            marks.append((number, what, start, len(text)))
            at += 1
        elif body[at] in "[]":
            raise LessonError(f"{name}: a bracket that is no mark: {body[max(at - 30, 0) : at + 30]!r}")
        else:
            text += body[at]
            at += 1
    if held:
        raise LessonError(f"{name}: marks that do not end: {held}")
    return text, marks


def meeting(name: str, line: str, text: str, marks: list[tuple[str, str, int, int]]) -> dict[str, Any]:
    """One meeting."""
    number, *pairs = (part.strip() for part in line.split("|"))
    told = {key.strip(): value.strip() for key, _, value in (pair.partition("=") for pair in pairs)}
    where = f"{name} {number}"
    if set(told) != set(FIELDS):
        raise LessonError(f"{where}: fields {sorted(told)}, wanted {sorted(FIELDS)}")
    spans: dict[str, list[list[Any]]] = {"*": [], "": [], "@": []}
    for owner, what, start, end in marks:
        if owner == number:
            spans[what].append([start, end, text[start:end]])
    if len(spans["*"]) != 1:
        raise LessonError(f"{where}: {len(spans['*'])} marks with *, wanted one")
    if told["kind"] not in MEETINGS or told["status"] not in STATUSES:
        raise LessonError(f"{where}: kind {told['kind']!r}, status {told['status']!r}")
    if not whole(told["date"] or None) or bool(told["date"]) != bool(spans["@"]):
        raise LessonError(f"{where}: date {told['date']!r} with words {spans['@']}")
    parties, people = ([part.strip() for part in re.split("[,;]", told[key]) if part.strip()] for key in ("parties", "people"))
    if wrong := [each for each in parties if not known_state(each)]:
        raise LessonError(f"{where}: unknown codes {wrong}")
    if not parties and not people:
        raise LessonError(f"{where}: no side")
    named = (*people, *([told["place"]] if told["place"] else ()))
    if wrong := [each for each in named if each.split()[-1].casefold() not in text.casefold()]:
        raise LessonError(f"{where}: not in the text: {wrong}")
    return {
        "name": number, "span": spans["*"][0], "mentions": spans[""], "kind": told["kind"], "status": told["status"],
        "forum": told["forum"] or None, "place": told["place"] or None, "date": told["date"] or None,
        "date_words": spans["@"][0] if spans["@"] else None, "part_of": told["in"] or None,
        "parties": [{"id": each} for each in parties], "people": [{"id": each} for each in people],
    }  # fmt: skip


def main() -> None:
    """Say what is wrong with each story."""
    for path in map(Path, sys.argv[1:]):
        for block in re.split(r"(?m)^### ", path.read_text(encoding="utf-8"))[1:]:
            try:
                told = lesson(block)
                marks = sum(1 + len(each["mentions"]) for each in told["meetings"])
                print(f"{told['id']}: {len(told['text'].split())} words, {len(told['meetings'])} meetings, {marks} mentions")
            except LessonError as fault:
                print("FAULT", fault)


if __name__ == "__main__":
    main()
