"""One thing from the web, carefully: checked addresses, limits of time, size and redirects, and the manners of a guest.

The address that was checked is the one that is connected to: a name cannot lead elsewhere a moment later. The clock runs
over everything, from the resolver to the last byte; what is unpacked is measured while it unpacks.
"""

import random
import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import httpcore
import httpx

from dateline import __version__
from dateline.intake.clean_html import one_line
from dateline.intake.fetch_address import Network, Resolve, checked, resolve
from dateline.intake.packed import unpack
from dateline.intake.robots import Robots, read_robots
from dateline.model.errors import BusyError, InputError

__all__ = ["AGENT", "Answer", "Fetcher", "Limits", "jitter"]

AGENT = "dateline"
HEADERS = {
    "User-Agent": f"{AGENT}/{__version__} (reads news; obeys robots.txt)",
    "Accept": "application/feed+json, application/atom+xml, application/rss+xml, text/html;q=0.9, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
PORTS = {"http": 80, "https": 443}
REDIRECTS = (301, 302, 303, 307, 308)
BUSY = (429, 503)
LONGEST_URL = 4_000
FAILURES = (
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    ssl.SSLError,
    OSError,
)


@dataclass(frozen=True)
class Limits:
    """What one request may take."""

    size: int = 15_000_000
    seconds: float = 20.0
    redirects: int = 5
    pause: float = 1.0
    allowed: tuple[Network, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came: `url` is where it was found in the end, `moved` where it has moved to for good."""

    url: str
    status: int
    headers: Mapping[str, str]
    data: bytes
    moved: str | None = None


@dataclass
class Fetcher:
    """Asks servers, and remembers when it asked which, and what they ask of programs."""

    limits: Limits = Limits()
    resolve: Resolve = resolve
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    asked: dict[str, float] = field(default_factory=dict)
    manners: dict[str, Robots] = field(default_factory=dict)

    def get(self, url: str, conditions: Mapping[str, str] | None = None, *, polite: bool = True) -> Answer:
        """What lies at an address, else an `InputError` that says why it cannot be had.

        `conditions` are headers as `If-None-Match`; where they hold the answer has status 304 and no data.
        """
        deadline = [self.clock() + self.limits.seconds]
        target, moved, permanent = parsed(url), None, True
        for _ in range(self.limits.redirects + 1):
            if polite:
                deadline[0] += self.wait(target, deadline[0])
            answer = self.once(target, conditions or {}, deadline[0])
            if answer.status not in REDIRECTS or not answer.headers.get("location"):
                return finished(answer, str(target), moved if permanent else None)
            permanent = permanent and answer.status in (301, 308)
            target = redirected(target, answer.headers["location"])
            moved = str(target) if permanent else moved
        raise InputError(f"{shown(url)}: more than {self.limits.redirects} redirects")

    def wait(self, target: httpx.URL, deadline: float) -> float:
        """Ask for the site's rules, refuse what they forbid, and wait for its turn; gives the seconds that were only waited."""
        site = f"{target.scheme}://{target.netloc.decode('ascii')}"
        if site not in self.manners:
            self.manners[site] = self.rules(site, deadline)
        rules = self.manners[site]
        if not rules.allows(target.raw_path.decode("ascii", "replace")):
            raise InputError(f"{shown(str(target))}: its site asks programs to leave it alone (robots.txt)")
        pause = max(rules.delay or 0.0, self.limits.pause)
        start = self.clock()
        if site in self.asked and (left := self.asked[site] + pause - start) > 0:
            self.sleep(left)
        self.asked[site] = self.clock()
        return self.asked[site] - start

    def rules(self, site: str, deadline: float) -> Robots:
        """What a site asks of programs; one that cannot say so asks to be left alone, one that says nothing asks nothing."""
        target = httpx.URL(f"{site}/robots.txt")
        for _ in range(self.limits.redirects + 1):
            answer = self.once(target, {}, deadline)
            if answer.status in REDIRECTS and answer.headers.get("location"):
                target = redirected(target, answer.headers["location"])
                continue
            break
        if answer.status >= 500 or answer.status == 429:
            raise BusyError(f"{site}: robots.txt cannot be had (status {answer.status}); it is not asked for now", None)
        return read_robots(answer.data.decode("utf-8", "replace"), AGENT) if answer.status == 200 else Robots()

    def once(self, target: httpx.URL, conditions: Mapping[str, str], deadline: float) -> Answer:
        """One request, without following where it leads."""
        host = target.host
        port = target.port or PORTS[target.scheme]
        addresses = checked(host, self.resolve(host, port, deadline - self.clock()), self.limits.allowed)
        backend = Backend(addresses, deadline, self.clock)
        headers = [
            (b"Host", target.netloc),
            *((key.encode(), value.encode()) for key, value in {**HEADERS, **conditions}.items()),
        ]
        where = httpcore.URL(scheme=target.raw_scheme, host=target.raw_host, port=port, target=target.raw_path)
        try:
            with (
                httpcore.ConnectionPool(ssl_context=ssl.create_default_context(), network_backend=backend) as pool,
                pool.stream("GET", where, headers=headers) as response,
            ):
                fields = httpx.Headers(response.headers)
                wanted = response.status == 200
                data = b"".join(self.unpacked(response.iter_stream(), fields, deadline)) if wanted else b""
                return Answer(url=str(target), status=response.status, headers=fields, data=data)
        except httpcore.UnsupportedProtocol as error:
            raise InputError(f"{shown(str(target))}: {error}") from error
        except FAILURES as error:
            late = self.clock() >= deadline
            why = (
                f"took longer than {self.limits.seconds:.0f} seconds" if late else one_line(str(error)) or type(error).__name__
            )
            raise InputError(f"{shown(str(target))}: {why}") from error

    def unpacked(self, stream: Iterable[bytes], headers: Mapping[str, str], deadline: float) -> Iterator[bytes]:
        """The bytes of a body, unpacked and measured as they come."""
        total = 0
        for block in unpack(stream, headers.get("content-encoding", "")):
            total += len(block)
            if total > self.limits.size:
                raise InputError(f"more than {self.limits.size:,} bytes: it is not taken in")
            if self.clock() >= deadline:
                raise InputError(f"took longer than {self.limits.seconds:.0f} seconds")
            yield block


class Backend(httpcore.NetworkBackend):
    """Connects to the addresses that were checked and to no others, until the time is up."""

    def __init__(self, addresses: Sequence[str], deadline: float, clock: Callable[[], float]) -> None:
        self.addresses, self.deadline, self.clock = addresses, deadline, clock
        self.inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first of the addresses that answers."""
        for number, address in enumerate(self.addresses, 1):
            try:
                stream = self.inner.connect_tcp(address, port, left(self.deadline, self.clock), local_address, socket_options)
            except httpcore.ConnectError:
                if number == len(self.addresses):
                    raise
            else:
                return Stream(stream, self.deadline, self.clock)
        raise httpcore.ConnectError("no address")


class Stream(httpcore.NetworkStream):
    """A connection on which nothing waits longer than until the time is up."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: float, clock: Callable[[], float]) -> None:
        self.inner, self.deadline, self.clock = inner, deadline, clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """What comes next."""
        return self.inner.read(max_bytes, left(self.deadline, self.clock))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send."""
        self.inner.write(buffer, left(self.deadline, self.clock))

    def close(self) -> None:
        """Hang up."""
        self.inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted; the certificate must be that of the name."""
        inner = self.inner.start_tls(ssl_context, server_hostname, left(self.deadline, self.clock))
        return Stream(inner, self.deadline, self.clock)

    def get_extra_info(self, info: str) -> Any:
        """What is known of the connection."""
        return self.inner.get_extra_info(info)


def left(deadline: float, clock: Callable[[], float]) -> float:
    """The seconds until the time is up."""
    seconds = deadline - clock()
    if seconds <= 0:
        raise httpcore.ReadTimeout("the time is up")
    return seconds


def parsed(url: str) -> httpx.URL:
    """A web address taken apart."""
    if len(url) > LONGEST_URL:
        raise InputError(f"{shown(url)}: an address of more than {LONGEST_URL:,} characters")
    try:
        found = httpx.URL(url.strip())
        named = found.raw_host.decode("ascii")
    except (httpx.InvalidURL, UnicodeError, ValueError, TypeError) as error:
        raise InputError(f"{shown(url)}: no web address ({one_line(str(error))})") from error
    if found.scheme not in PORTS or not named or "%" in named:
        raise InputError(f"{shown(url)}: no web address; write http://… or https://…")
    if found.userinfo:
        raise InputError(f"{shown(url)}: addresses with a name and password in them are not asked for")
    return found.copy_with(fragment=None)


def redirected(target: httpx.URL, location: str) -> httpx.URL:
    """Where a redirect leads."""
    try:
        return parsed(str(target.join(location)))
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise InputError(f"{shown(str(target))}: leads to what is no address") from error


def finished(answer: Answer, url: str, moved: str | None) -> Answer:
    """The answer where it is one, else an `InputError` in its words."""
    if answer.status in (200, 304):
        return Answer(url=url, status=answer.status, headers=answer.headers, data=answer.data, moved=moved)
    if answer.status in BUSY:
        until = retry_after(answer.headers.get("retry-after"), datetime.now(UTC))
        raise BusyError(f"{shown(url)}: asks to be left alone for now (status {answer.status})", until)
    why = {401: "wants a password", 403: "is not for us", 404: "is not there", 410: "is gone for good"}
    raise InputError(f"{shown(url)}: {why.get(answer.status, 'no answer')} (status {answer.status})")


def retry_after(value: str | None, now: datetime) -> datetime | None:
    """When a server wants to be asked again: seconds or a moment; None where it does not say, or a day at most."""
    if not value:
        return None
    try:
        wait = float(value) if value.strip().isdigit() else (parsedate_to_datetime(value).astimezone(UTC) - now).total_seconds()
        return datetime.fromtimestamp(now.timestamp() + min(max(wait, 0.0), 86_400.0), UTC)
    except (ValueError, TypeError, OverflowError, OSError):
        return None


def shown(url: str) -> str:
    """An address for a person."""
    words = one_line(url)
    return words if len(words) <= 120 else words[:119] + "…"


def jitter(seconds: float) -> float:
    """About as many seconds, so that not all come back at once."""
    return seconds * random.uniform(0.9, 1.1)
