"""A server that speaks the OpenAI chat protocol: one request, sent where the setting says and nowhere else.

No redirect is followed, no proxy and no stored password is used; an answer has a size and a time that it may take.
"""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import httpx

from dateline import __version__
from dateline.intake.clean_html import one_line
from dateline.intake.fetch import AGENT, retry_after
from dateline.model.errors import InputError

__all__ = ["Chat", "Reply"]

PATH = "/chat/completions"
SHOWN = 200

Json = dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """What a server sent: its status, the object, or its words where that is none, and when it wants to be asked again."""

    status: int
    value: Json | None
    words: str
    until: datetime | None = None


@dataclass
class Chat:
    """Asks one server. `seconds` is what one answer may take, from the first byte sent to the last one that comes."""

    url: str
    key: str = field(default="", repr=False)
    seconds: float = 300.0
    size: int = 8_000_000
    clock: Callable[[], float] = time.monotonic

    def post(self, body: Json) -> Reply:
        """The reply to a request; an `InputError` where there is none."""
        headers = {"User-Agent": f"{AGENT}/{__version__}", "Accept": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        deadline = self.clock() + self.seconds
        try:
            with (
                httpx.Client(timeout=self.seconds, trust_env=False, follow_redirects=False) as client,
                client.stream("POST", self.url + PATH, json=body, headers=headers) as response,
            ):
                data = self.data_of(response, deadline)
                return reply_of(response.status_code, data, response.headers.get("retry-after"))
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            late = isinstance(error, httpx.TimeoutException)
            why = f"took longer than {self.seconds:.0f} seconds" if late else one_line(str(error)) or type(error).__name__
            raise InputError(f"{self.url}: {why}") from error

    def data_of(self, response: httpx.Response, deadline: float) -> bytes:
        """The bytes of a reply, measured as they come."""
        data = bytearray()
        for block in response.iter_bytes():
            data += block
            if len(data) > self.size:
                raise InputError(f"{self.url}: an answer of more than {self.size:,} bytes")
            if self.clock() >= deadline:
                raise InputError(f"{self.url}: took longer than {self.seconds:.0f} seconds")
        return bytes(data)


def reply_of(status: int, data: bytes, after: str | None) -> Reply:
    """A reply out of its bytes."""
    words = data.decode("utf-8", "replace")
    try:
        value = json.loads(words)
    except (ValueError, RecursionError):
        value = None
    return Reply(
        status, value if isinstance(value, dict) else None, one_line(words)[:SHOWN], retry_after(after, datetime.now(UTC))
    )
