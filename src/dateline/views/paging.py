"""Pages of rows: each with the token with which the next one is asked for."""

import base64
import binascii
import json
from collections.abc import Sequence
from typing import TypeVar

from dateline.model.errors import InputError

__all__ = ["paged", "place_of", "token_of"]

T = TypeVar("T")


def place_of(token: str | None) -> int:
    """How many rows a paging token has passed; tokens are ours alone to understand.

    >>> place_of(None), place_of(token_of(40))
    (0, 40)
    """
    if not token:
        return 0
    wrong = InputError("no paging token: take `next` as the answer before gave it")
    try:
        found = json.loads(base64.urlsafe_b64decode(token.encode() + b"=="))
    except (ValueError, binascii.Error, RecursionError) as error:
        raise wrong from error
    if not isinstance(found, dict) or type(found.get("after")) is not int or not 0 <= found["after"] < 1 << 31:
        raise wrong
    return int(found["after"])


def token_of(place: int) -> str:
    """The token of the page that begins after so many rows."""
    return base64.urlsafe_b64encode(json.dumps({"after": place}).encode()).decode().rstrip("=")


def paged(rows: Sequence[T], token: str | None, limit: int) -> tuple[Sequence[T], str | None]:
    """The rows of one page, and the token of the next one."""
    start = place_of(token)
    more = start + limit < len(rows)
    return rows[start : start + limit], token_of(start + limit) if more else None
