"""What is known, as a person asks for it and adds to it: packs checked and compared, names looked up, entries written."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.app.days import today
from dateline.app.files import replaced
from dateline.app.parties import known_party
from dateline.knowledge.check import check, clashes
from dateline.knowledge.differences import Difference, differences
from dateline.knowledge.facts import Entries, table_of
from dateline.knowledge.find import Fact, facts_of
from dateline.knowledge.lines import bound
from dateline.knowledge.packs import Pack, digest, folders, own_folder, read_pack
from dateline.knowledge.parties import offices
from dateline.model.errors import DatelineError, InputError

__all__ = ["KINDS", "Added", "Checked", "Fact", "add", "changed", "checked", "find"]


@dataclass(frozen=True)
class Checked:
    """Packs that are sound: of each its folder, its files and entries, and the digest of all; `notes` may be slips."""

    packs: tuple[tuple[Path, int, int], ...]
    digest: str | None
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Added:
    """An entry that was written, and its file."""

    file: Path
    text: str


def stack(folder: str | None) -> tuple[Pack, ...]:
    """The packs in use, or one folder alone."""
    if folder is None:
        return tuple(map(read_pack, folders()))
    if not Path(folder).is_dir():
        raise InputError(f"no such folder: {folder}")
    return (read_pack(Path(folder)),)


def checked(folder: str | None = None) -> Checked:
    """Check a folder, or the packs in use; what is wrong raises."""
    packs = stack(folder)
    check(packs)
    counted = tuple((pack.folder, len(pack.topics) + bool(pack.towns), entries(pack)) for pack in packs)
    return Checked(counted, digest(packs), tuple(clashes(packs)))


def entries(pack: Pack) -> int:
    """How many entries a pack has."""
    count = sum(bool(line.strip()) for line in pack.towns)
    for topic, given in pack.topics.items():
        for name, table in given.items():
            if name != "as_of":
                single = isinstance(table_of(topic, name, topic), Entries) or not isinstance(table, dict)
                count += len(table) if single else sum(len(each) if isinstance(each, list) else 1 for each in table.values())
    return count


def changed(folder: str | None = None) -> list[Difference]:
    """What a folder changes of the package, or the packs in use change, one after the other."""
    packs = stack(folder)
    check(packs)
    return [each for number, pack in enumerate(packs) for each in differences(pack, packs[:number])]


def find(words: str) -> list[Fact]:
    """What is known of a name."""
    if not words.strip():
        raise InputError("a name is wanted")
    return facts_of(words)


@dataclass(frozen=True)
class Kind:
    """What can be added: its file and table, the fields it needs, and those it may have."""

    topic: str
    table: str
    needs: tuple[str, ...]
    may: tuple[str, ...]


EVERY = ("source", "wikidata")

KINDS = {
    "group": Kind("parties/groups", "group", (), ("id", "of", "names", *EVERY)),
    "body": Kind("parties/bodies", "body", (), ("id", "of", "names", *EVERY)),
    "holder": Kind("parties/holders", "office", ("party", "office", "from"), ("until", *EVERY)),
    "town": Kind("places/towns", "town", ("country", "lat", "lon"), ("names", *EVERY)),
}
"""The kinds of entry that `dateline knowledge add` writes; all others are written by hand."""

Given = Mapping[str, str | float | Sequence[str] | None]


def add(kind: str, name: str, given: Given, folder: str | None = None) -> Added:
    """Write an entry to the user's pack, behind what stands there. A pack that would be broken by it stays as it was."""
    if kind not in KINDS:
        raise InputError(f"no kind of entry: {kind!r}; write {', '.join(KINDS)}")
    what = KINDS[kind]
    given = {key: value for key, value in given.items() if value not in (None, [], ())}
    if missing := [key for key in what.needs if key not in given]:
        raise InputError(f"a {kind} needs --{', --'.join(missing)}")
    if strange := [key for key in given if key not in (*what.needs, *what.may)]:
        raise InputError(f"a {kind} has no --{', --'.join(strange)}; it may have --{', --'.join((*what.needs, *what.may))}")
    pack = Path(folder) if folder else own_folder()
    pack.mkdir(parents=True, exist_ok=True)
    row = term_row(name, given) if kind == "holder" else entry_row(kind, name, given)
    text = f"[[{what.table}]]\n" + "".join(f"{key} = {toml(value)}\n" for key, value in row.items())
    append(pack / f"{what.topic}.toml", text, pack)
    return Added(pack / f"{what.topic}.toml", text)


def entry_row(kind: str, name: str, given: Given) -> dict[str, object]:
    """The keys of a party or town."""
    row: dict[str, object] = {} if kind == "town" else {"id": given.get("id") or name}
    row |= {"name": name} | {key: value for key, value in given.items() if key != "id"}
    for key in ("of", "country"):
        if key in row:
            row[key] = party_called(str(row[key]))
    return row | {"checked": today()}


def term_row(name: str, given: Given) -> dict[str, object]:
    """The keys of an office with one term of it; the office is that of the package where it has one under such words."""
    party, words = party_called(str(given["party"])), str(given["office"]).lower()
    known = [each for each in offices() if each.party == party and words in (each.title.lower(), *map(str.lower, each.also))]
    term: dict[str, object] = {"name": name, "from": day_of(given["from"], last=False)}
    if "until" in given:
        term["until"] = day_of(given["until"], last=True)
    term |= {key: given[key] for key in ("wikidata", "source") if key in given}
    return {"party": party, "title": known[0].title if known else words, "holders": [term | {"checked": today()}]}


def party_called(words: str) -> str:
    """The id of a party that is given by id or name; what nobody knows is checked with the pack."""
    return known_party(words) or words


def day_of(words: object, *, last: bool) -> date:
    """A day, or the first or last of a month or year."""
    try:
        return bound(str(words), last=last)
    except ValueError:
        raise InputError(f"no day: {words!r}; write 2026, 2026-05 or 2026-05-14") from None


def append(path: Path, text: str, folder: Path) -> None:
    """Write an entry behind what a file holds, unless the packs would be broken by it."""
    before = path.read_text(encoding="utf-8") if path.is_file() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    write(path, f"{before.rstrip()}\n\n{text}" if before and before.strip() else text)
    try:
        others = [each for each in folders() if each != folder.resolve()]
        check([*map(read_pack, others), read_pack(folder)])
    except DatelineError:
        if before is None:
            path.unlink()
        else:
            write(path, before)
        raise


def write(path: Path, text: str) -> None:
    """Put text in place of what a file holds."""
    with replaced(path) as half:
        half.write_text(text, encoding="utf-8")


def toml(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, str):
        if not value.isprintable():
            raise InputError(f"words that cannot be printed: {value!r}")
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {toml(each)}" for key, each in value.items()) + " }"
    if isinstance(value, Sequence):
        return f"[{', '.join(map(toml, value))}]"
    return str(value)
