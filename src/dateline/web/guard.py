"""What stands before every page: who may ask, how much may be sent, and the headers that every answer carries.

A browser says where a request comes from (`Sec-Fetch-Site`, `Origin`); what would change the ledger is taken from the desk's
own pages, or from a program, which says neither. The `Host` must be one of the desk's own names, so that no foreign name that
leads to this machine (DNS rebinding) reaches it.
"""

from collections.abc import Awaitable, Callable, Collection, MutableMapping
from typing import Any
from urllib.parse import urlsplit

__all__ = ["HEADERS", "LONGEST_ADDRESS", "LONGEST_BODY", "POLICY", "Guard", "host_of"]

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LONGEST_ADDRESS = 4_000
"""Bytes of a path and what is asked behind it."""

LONGEST_BODY = 1_000_000
"""Bytes that can be sent."""

SAFE = ("GET", "HEAD")
"""Methods that change nothing."""

POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
"""What a browser may load for a page: styles and pictures of the desk itself."""

HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
"""What every answer carries; only a page that has keys of its own lets in the desk's own script, by a policy of its own."""

PRIVATE = (b"cache-control", b"no-store")
"""Pages are made anew each time; files that never change say otherwise."""


class Guard:
    """Lets in what may come in, refuses the rest in plain words, and sets the headers."""

    def __init__(self, app: App, hosts: Collection[str]) -> None:
        self.app = app
        self.hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def covered(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = with_headers(message["headers"])
            await send(message)

        headers = {name.lower(): value for name, value in scope["headers"]}
        if (refused := self.refusal(scope, headers)) is not None:
            await answer(covered, *refused)
            return
        if scope["method"] in SAFE:
            await self.app(scope, receive, covered)
            return
        body = await whole(receive, headers)
        if body is None:
            await answer(covered, 413, f"more than {LONGEST_BODY:,} bytes were sent")
            return
        await self.app(scope, given(body, receive), covered)

    def refusal(self, scope: Scope, headers: dict[bytes, bytes]) -> tuple[int, str] | None:
        """Why a request is not taken, as the status and the words of the answer."""
        host = host_of(headers.get(b"host", b"").decode("latin-1"))
        if host not in self.hosts:
            return 421, "this desk is not known by the name that was asked for"
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_ADDRESS:
            return 414, f"the address is longer than {LONGEST_ADDRESS:,} bytes"
        if scope["method"] not in SAFE and not own(scope["path"], headers):
            return 403, "what changes the ledger is taken from the desk's own pages and from programs, not from other sites"
        return None


def own(path: str, headers: dict[bytes, bytes]) -> bool:
    """Does a request that changes something come from the desk's own pages, or, to the API, from a program?"""
    site, origin = headers.get(b"sec-fetch-site"), headers.get(b"origin")
    if site is not None and site != b"same-origin":
        return False
    if origin is not None:
        return urlsplit(origin.decode("latin-1")).netloc.lower() == headers.get(b"host", b"").decode("latin-1").lower()
    return site is not None or path.startswith("/api/")


def host_of(given: str) -> str:
    """The name without the port.

    >>> host_of("localhost:8001"), host_of("[::1]:8001"), host_of("127.0.0.1")
    ('localhost', '[::1]', '127.0.0.1')
    """
    whole = given.strip().lower()
    name, colon, port = whole.rpartition(":")
    return name if colon and port.isdigit() and (not name.startswith("[") or name.endswith("]")) else whole


async def whole(receive: Receive, headers: dict[bytes, bytes]) -> bytes | None:
    """What is sent, None where it is too much."""
    told = headers.get(b"content-length", b"0")
    if not told.isdigit() or int(told) > LONGEST_BODY:
        return None
    pieces: list[bytes] = []
    size, more = 0, True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            return b""
        pieces.append(message.get("body", b""))
        size, more = size + len(pieces[-1]), bool(message.get("more_body", False))
        if size > LONGEST_BODY:
            return None
    return b"".join(pieces)


def given(body: bytes, receive: Receive) -> Receive:
    """Hands on what was taken in already, once."""
    waiting = [body]

    async def again() -> Message:
        if waiting:
            return {"type": "http.request", "body": waiting.pop(), "more_body": False}
        return await receive()

    return again


def with_headers(found: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """The headers of an answer with those that every one has."""
    named = {name.lower() for name, _ in found}
    return [*found, *(each for each in (*HEADERS, PRIVATE) if each[0] not in named)]


async def answer(send: Send, status: int, words: str) -> None:
    """A refusal in plain words."""
    body = f"{words}\n".encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
