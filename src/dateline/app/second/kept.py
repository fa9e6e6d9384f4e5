"""Questions that were asked and the answers to them, a file each in the user's data directory: no question is asked twice.

An answer is known by text, wording and model: the name of a question is a hash of all that is asked.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkstemp
from typing import Any

from dateline.app.settings import data_directory
from dateline.intake.lines import from_value
from dateline.model.document import Document
from dateline.model.errors import InputError
from dateline.model.quoted import Question
from dateline.model.text import digest

__all__ = ["Given", "KeptAnswers", "Tokens"]

Json = dict[str, Any]
Tokens = tuple[int, int]
"""Those of the question and of the answer."""


@dataclass(frozen=True)
class Given:
    """What a model gave in answer to the question of this id: its own name for itself, its words, and what they took."""

    id: str
    model: str
    content: str
    tokens: Tokens = (0, 0)


class KeptAnswers:
    """The folder of questions and answers."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or data_directory() / "answers"

    def ask(self, question: Question, model: str) -> None:
        """Keep a question with its story, so that an answer that comes later finds its words."""
        path = self.path_of(question.id, model)
        if not path.exists():
            self.write(path, {"asked_of": model, "story": line_of(question.document), "answer": None})

    def take(self, given: Given, *, document: Document | None = None, asked_of: str | None = None) -> bool:
        """Keep an answer beside its question; was there such a question? One with its story needs none before it."""
        told = {"model": given.model, "answer": given.content, "tokens": given.tokens, "at": datetime.now(UTC).isoformat()}
        if document is not None:
            name = given.model if asked_of is None else asked_of
            self.write(self.path_of(given.id, name), {"asked_of": name, "story": line_of(document), **told})
            return True
        asked = list(self.files(given.id))
        for path, held in asked:
            self.write(path, {**held, **told})
        return bool(asked)

    def find(self, question: Question, model: str) -> Given | None:
        """The newest answer of this model, asked or given under that name; of any where none is named."""
        found = [
            held
            for _, held in self.files(question.id)
            if held.get("answer") is not None and model in ("", held.get("asked_of"), held.get("model"))
        ]
        best = max(found, key=lambda held: str(held.get("at")), default=None)
        return None if best is None else given_of(question.id, best)

    def story(self, id: str) -> Document | None:
        """The story that a question was about, as it was asked."""
        for _, held in self.files(id):
            made = from_value(held.get("story"), id)
            if isinstance(made, Document):
                return made
        return None

    def forget(self, text: str) -> int:
        """Take out all that was asked and answered about a text; gives how many files went."""
        found = list((self.folder / text[:2]).glob(f"{text}-*.json")) if text else []
        for path in found:
            path.unlink(missing_ok=True)
        return len(found)

    def path_of(self, id: str, model: str) -> Path:
        """Where a question to a model is kept."""
        return self.folder / id[:2] / f"{id}-{digest(model, length=8)}.json"

    def files(self, id: str) -> Iterator[tuple[Path, Json]]:
        """All that is kept of a question, whatever the model; a file that cannot be read counts as none."""
        if not set(id) <= set("0123456789abcdef-"):
            return
        for path in sorted((self.folder / id[:2]).glob(f"{id}-*.json")):
            with suppress(OSError, ValueError):
                held = json.loads(path.read_text(encoding="utf-8"))
                if isinstance(held, dict):
                    yield path, held

    def write(self, path: Path, value: Json) -> None:
        """Write a file whole or not at all; only its owner may read it."""
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor, half = mkstemp(dir=path.parent, suffix=".part")
            try:
                with os.fdopen(descriptor, "w", encoding="ascii") as stream:
                    json.dump(value, stream)
                Path(half).replace(path)
            finally:
                Path(half).unlink(missing_ok=True)
        except OSError as error:
            raise InputError(f"{path}: the answer cannot be kept: {error.strerror or error}") from error


def given_of(id: str, held: Json) -> Given:
    """An answer out of its file."""
    asked, answered = held.get("tokens") or (0, 0)
    return Given(id, str(held.get("model") or held.get("asked_of") or ""), str(held["answer"]), (int(asked), int(answered)))


def line_of(document: Document) -> Json:
    """A story as a line of the contract."""
    return {
        "id": document.name,
        "text": document.text.body,
        "title": document.text.title or None,
        "published": document.published.isoformat() if document.published else None,
        "source": document.source,
        "url": document.url,
        "language": document.language,
    }
