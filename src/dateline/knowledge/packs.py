"""Packs: folders of facts that overlay those of the package, in the same files and forms.

There are two at most: `knowledge` in the user's data directory, and behind it, so that it has the last word, the folder of
DATELINE_KNOWLEDGE. They are read once, when knowledge is first asked for.
"""

import os
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from dateline.knowledge.facts import FACTS, merged, table_of
from dateline.model.errors import KnowledgeError

__all__ = [
    "KNOWLEDGE_VARIABLE", "TABLE", "Pack", "data_directory", "digest", "folders", "own_folder", "packs", "read_pack",
]  # fmt: skip

KNOWLEDGE_VARIABLE = "DATELINE_KNOWLEDGE"
TABLE = "cities.tsv"
"""The table of towns of a pack, in the form of the package's own."""


@dataclass(frozen=True)
class Pack:
    """A folder of facts: the tables of each of its files by topic, the lines of its table of towns, the digest of all."""

    folder: Path
    topics: Mapping[str, Mapping[str, Any]]
    towns: tuple[str, ...]
    digest: str

    def file(self, topic: str) -> Path:
        """Where a topic stands."""
        return self.folder / f"{topic}.toml"

    def over(self, topic: str, base: Mapping[str, Any]) -> dict[str, Any]:
        """The tables of a topic with what the pack says of them."""
        given = self.topics.get(topic)
        return dict(base) if given is None else merged(topic, base, given, str(self.file(topic)))


def data_directory(environment: Mapping[str, str] = os.environ) -> Path:
    """Where this user's programs keep their data."""
    if sys.platform == "win32":
        base = environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "dateline"


def own_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """The pack that this user writes to: that of the setting, else that of the data directory, which may not be there yet."""
    named = environment.get(KNOWLEDGE_VARIABLE)
    return Path(named) if named else data_directory(environment) / "knowledge"


def folders(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """The packs that are in use, the one with the last word last."""
    named = environment.get(KNOWLEDGE_VARIABLE)
    if named and not Path(named).is_dir():
        raise KnowledgeError(f"no such folder: {named}; {KNOWLEDGE_VARIABLE} names a folder of facts, or is left out")
    chosen = [data_directory(environment) / "knowledge", *([Path(named)] if named else [])]
    return tuple(dict.fromkeys(folder.resolve() for folder in chosen if folder.is_dir()))


@cache
def packs() -> tuple[Pack, ...]:
    """The packs in use."""
    return tuple(map(read_pack, folders()))


def digest(given: Sequence[Pack] | None = None) -> str | None:
    """What tells these packs, or those in use, from any others; None where there is nothing in them."""
    sums = [pack.digest for pack in (packs() if given is None else given) if pack.topics or pack.towns]
    return sha256(" ".join(sums).encode()).hexdigest()[:12] if sums else None


def read_pack(folder: Path) -> Pack:
    """A folder as a pack; a file that is none of facts is an error that names it."""
    topics: dict[str, Mapping[str, Any]] = {}
    towns: tuple[str, ...] = ()
    total = sha256()
    for path in sorted(path for path in folder.rglob("[!.]*") if path.suffix in (".toml", ".tsv") and path.is_file()):
        name = path.relative_to(folder).as_posix()
        text = words_of(path)
        total.update(f"{name}\n{text}\n".encode())
        if name == TABLE:
            towns = tuple(text.splitlines())
        else:
            topics[topic_of(path, name)] = parsed(path, text)
    pack = Pack(folder, topics, towns, total.hexdigest())
    for topic, given in topics.items():
        for table in given.keys() - {"as_of"}:
            table_of(topic, table, str(pack.file(topic)))
    return pack


def topic_of(path: Path, name: str) -> str:
    """The topic of a file of facts."""
    topic = name.removesuffix(".toml")
    if topic in FACTS:
        return topic
    if files("dateline.knowledge").joinpath("en", name).is_file():
        what = "holds rules or words of the language, which a pack cannot change"
    else:
        what = "is no file of facts"
    raise KnowledgeError(f"{path}: {what}; a pack may hold {', '.join(f'{each}.toml' for each in FACTS)} and {TABLE}")


def words_of(path: Path) -> str:
    """The text of a file."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{path}: is not UTF-8: {error}") from error


def parsed(path: Path, text: str) -> dict[str, Any]:
    """The tables of a file."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{path}: {error}") from error
