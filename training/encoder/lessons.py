"""Lessons: stories of our own whose meetings and statements are marked in the text itself, as their writers wrote them.

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

    s1 | kind=demand | speaker=Salim Nur | of=OMN | target=YEM

`[m1*: ...]` are the words that best state a meeting, `[m1: ...]` all others that mean it, `[m1@: ...]` those that give its
date. `[s1*: ...]` is what a statement says, `[s1c: ...]` its cue, `[s1s: ...]` the words that name who speaks, `[s1t: ...]`
those that name whom it is made to. A story without lines of statements has none marked, unless they say `s0`: then it has none.

A file of single statements, named after nothing and without `###`, holds one a line, with marks without a number:

    demand | YEM | [s: Salim Nur] [c: said] that [*: [t: Yemen] must pull back its boats].
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.corpus.form import KINDS, MEETINGS, STATUSES, Json, known_state, whole

OPEN = re.compile(r"\[(m\d+(?=[*@]?:)|s\d+(?=[*cst]:)|(?=[*cst]:))([*@cst]?): ?")
FIELDS = ("kind", "status", "parties", "people", "place", "date", "forum", "in")
TOLD = ("kind", "speaker", "of", "target")


Mark = tuple[str, str, int, int]
"""(meeting or statement, what of it, start, end)."""


class LessonError(ValueError):
    """What is wrong with the form of a lesson."""


def lessons(path: Path) -> Iterator[Json]:
    """The stories of a file, or its single statements, in the form of the corpus as far as what is marked goes."""
    text = path.read_text(encoding="utf-8")
    if text.startswith("### "):
        for block in re.split(r"(?m)^### ", text)[1:]:
            yield lesson(block)
    else:
        for number, line in enumerate(text.splitlines(), start=1):
            if line.strip():
                yield single(f"{path.stem}:{number}", line)


def single(name: str, line: str) -> Json:
    """A statement that stands alone in its line, with what it needs to be understood."""
    try:
        kind, target, body = (part.strip() for part in line.split("|", 2))
    except ValueError:
        raise LessonError(f"{name}: not kind | target | sentence") from None
    text, marks = unmarked(name, body)
    statements = (
        [] if kind == "none" else [statement(f"{name}", {"kind": kind, "speaker": "", "of": "", "target": target}, "", marks)]
    )
    told = {"source": "", "published": "2000-01-01", "title": ""}
    return {"id": name, **told, "text": text, "meetings": None, "statements": statements}


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
    lines = [line for line in rows.strip().splitlines() if line.strip()]
    meetings = [meeting(name, line, text, marks) for line in lines if not line.startswith("s")]
    statements = [
        each for line in lines if line.startswith("s") and not line.startswith("s0") for each in [said(name, line, marks)]
    ]
    if left := {number for number, *_ in marks} - {each["name"] for each in (*meetings, *statements)}:
        raise LessonError(f"{name}: no line for {sorted(left)}")
    marked = any(line.startswith("s") for line in lines)
    return {"id": name, **told, "text": text, "meetings": meetings, "statements": statements if marked else None}


def parts_of(line: str) -> tuple[str, dict[str, str]]:
    """The name of a line and its parts."""
    number, *pairs = (part.strip() for part in line.split("|"))
    return number, {key.strip(): value.strip() for key, _, value in (pair.partition("=") for pair in pairs)}


def said(name: str, line: str, marks: list[Mark]) -> Json:
    """One statement of a story."""
    number, told = parts_of(line)
    if set(told) != set(TOLD):
        raise LessonError(f"{name} {number}: fields {sorted(told)}, wanted {sorted(TOLD)}")
    return statement(f"{name} {number}", told, number, marks)


def statement(where: str, told: dict[str, str], number: str, marks: list[Mark]) -> Json:
    """A statement by its fields and the marks of its number."""
    if told["kind"] not in KINDS:
        raise LessonError(f"{where}: kind {told['kind']!r}")
    words: dict[str, list[Any]] = {}
    for owner, what, start, end in marks:
        if owner == number:
            if what in words:
                raise LessonError(f"{where}: two marks {what!r}")
            words[what] = [start, end]
    if "*" not in words:
        raise LessonError(f"{where}: no mark *")
    target = [part.strip() for part in re.split("[,;]", told["target"]) if part.strip()]
    if wrong := [each for each in target if not known_state(each.split(":")[0])]:
        raise LessonError(f"{where}: unknown codes {wrong}")
    if bool(target) != ("t" in words) and "t" in words:
        raise LessonError(f"{where}: words for a target that is not told")
    return {
        "name": number, "kind": told["kind"], "speaker": told["speaker"], "of": told["of"], "target": target,
        "content": words["*"], "cue": words.get("c"), "source": words.get("s"), "target_words": words.get("t"),
    }  # fmt: skip


def unmarked(name: str, body: str) -> tuple[str, list[Mark]]:
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


def meeting(name: str, line: str, text: str, marks: list[Mark]) -> dict[str, Any]:
    """One meeting."""
    number, told = parts_of(line)
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
        text = path.read_text(encoding="utf-8")
        stories = re.split(r"(?m)^### ", text)[1:]
        for story in stories:
            try:
                told = lesson(story)
            except LessonError as fault:
                print("FAULT", fault)
            else:
                counts = ", ".join(f"{len(told[name] or ())} {name}" for name in ("meetings", "statements"))
                print(f"{told['id']}: {len(told['text'].split())} words, {counts}")
        lines = [] if stories else [line for line in text.splitlines() if line.strip()]
        for number, line in enumerate(lines, start=1):
            try:
                single(f"{path.stem}:{number}", line)
            except LessonError as fault:
                print("FAULT", fault)
        if lines:
            print(f"{path.name}: {len(lines)} lines")


if __name__ == "__main__":
    main()
