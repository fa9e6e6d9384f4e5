"""The shapes of what the API takes and gives, with examples: what OpenAPI says of them is made from here."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["ERRORS", "Failure", "One", "Rows", "StoryGiven"]

MEETING: dict[str, Any] = {
    "id": "c735cfccf732d3c2", "title": "NATO-Russia Council: North Atlantic Treaty Organization, Russia, Brussels",
    "kind": "council", "forum": "NATO-Russia Council", "parties": ["NATO", "RUS"], "place": "Brussels", "date": "2022-01-12",
    "status": "scheduled", "confidence": 0.94,
}  # fmt: skip
STORY: dict[str, Any] = {
    "text": "Envoys of Norway and Chile will meet in Oslo on May 20.",
    "published": "2019-05-16",
    "source": "Wire",
}


class Rows(BaseModel):
    """Rows, and the token with which the next ones are asked for; null where there are no more."""

    model_config = ConfigDict(extra="allow", json_schema_extra={"examples": [{"ok": True, "rows": [MEETING], "next": None}]})

    ok: Literal[True] = True
    rows: list[dict[str, Any]]
    next: str | None = None


class One(BaseModel):
    """One thing, with all that is known of it."""

    model_config = ConfigDict(extra="allow", json_schema_extra={"examples": [{"ok": True, **MEETING}]})

    ok: Literal[True] = True


class Failure(BaseModel):
    """Why something could not be done: the cause, and the mend."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"ok": False, "error": "no party is known by 'Rusia'", "status": 400}]}
    )

    ok: Literal[False] = False
    error: str
    status: int


class StoryGiven(BaseModel):
    """A story as the reading contract takes it."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [STORY]})

    text: str = Field(min_length=1, max_length=500_000)
    title: str | None = Field(default=None, max_length=1_000)
    published: str | None = Field(default=None, max_length=60)
    source: str | None = Field(default=None, max_length=200)
    url: str | None = Field(default=None, max_length=2_000)
    language: str | None = Field(default=None, max_length=16)
    id: str | None = Field(default=None, max_length=200)


ERRORS: dict[int | str, dict[str, Any]] = {
    400: {"model": Failure, "description": "What was asked for cannot be asked."},
    403: {"description": "The request came from another site.", "content": {"text/plain": {}}},
    404: {"model": Failure, "description": "The ledger has no such entry."},
    413: {"description": "Too much was sent.", "content": {"text/plain": {}}},
    414: {"description": "The address is too long.", "content": {"text/plain": {}}},
    422: {"model": Failure, "description": "A value is none of those wanted."},
    503: {"model": Failure, "description": "The ledger does not answer."},
}
"""What can go wrong, for every address."""
