"""What is asked of the web, and what a hostile server gets: a loopback server plays the world."""

import gzip
import time
import zlib
from datetime import UTC, datetime, timedelta

import pytest

from dateline.intake.fetch import Fetcher, Limits, retry_after
from dateline.model.errors import BusyError, InputError
from tests.intake.world import LOOPBACK, Handler, guest, served


def test_a_page() -> None:
    with served(a=b"Talks are due.") as (address, log):
        answer = guest().get(f"{address}/a#part")
    assert (answer.status, answer.data, answer.url) == (200, b"Talks are due.", f"{address}/a")
    assert [path for path, _ in log] == ["/robots.txt", "/a"]
    assert log[1][1]["user-agent"].startswith("dateline/")


def test_loopback_is_refused_unless_allowed() -> None:
    with served(a=b"secret") as (address, log):
        with pytest.raises(InputError, match=r"is 127\.0\.0\.1, this machine"):
            Fetcher().get(f"{address}/a")
        assert log == []


@pytest.mark.parametrize(
    ("host", "why"),
    [
        ("10.1.2.3", "private"), ("192.168.0.1", "private"), ("172.16.5.5", "private"), ("169.254.169.254", "link-local"),
        ("100.64.0.1", "carrier"), ("224.0.0.1", "multicast"), ("0.0.0.0", "private|reserved"), ("[::1]", "this machine"),
        ("[::ffff:127.0.0.1]", "this machine"), ("[fe80::1]", "link-local"), ("[fc00::1]", "private"),
        ("2130706433", "this machine"),
        ("0x7f.1", "this machine"), ("[64:ff9b::7f00:1]", "this machine"),
        ("[2002:7f00:1::]", "this machine"), ("localhost", "this machine"),
    ],
)  # fmt: skip
def test_closed_networks(host: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        Fetcher().get(f"http://{host}/")


def test_a_name_that_leads_home_with_one_address() -> None:
    fetcher = Fetcher(resolve=lambda host, port, seconds: ["93.184.216.34", "127.0.0.1"])
    with pytest.raises(InputError, match="this machine"):
        fetcher.get("http://example.org/")


def test_a_name_is_resolved_once_and_that_address_is_asked() -> None:
    """A name that leads elsewhere the second time it is looked up gains nothing by it."""
    asked = []

    def rebinding(host: str, port: int, seconds: float) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    with served(a=b"x") as (address, log):
        port = address.rpartition(":")[2]
        fetcher = Fetcher(Limits(allowed=LOOPBACK), resolve=rebinding)
        assert fetcher.get(f"http://rebind.example:{port}/a", polite=False).data == b"x"
    assert asked == ["rebind.example"]
    assert log[0][1]["host"] == f"rebind.example:{port}"


def test_redirects_are_followed_and_checked() -> None:
    def home(handler: Handler) -> None:
        handler.give(302, b"", Location="http://169.254.169.254/latest/meta-data")

    def there(handler: Handler) -> None:
        handler.give(301, b"", Location="/b")

    def script(handler: Handler) -> None:
        handler.give(302, b"", Location="file:///etc/passwd")

    with served(a=there, b=b"here", home=home, file=script) as (address, _):
        answer = guest().get(f"{address}/a")
        assert (answer.data, answer.moved) == (b"here", f"{address}/b")
        with pytest.raises(InputError, match="link-local"):
            guest().get(f"{address}/home")
        with pytest.raises(InputError, match="no web address"):
            guest().get(f"{address}/file")


def test_a_circle_of_redirects() -> None:
    with served(a=lambda handler: handler.give(302, b"", Location="/a")) as (address, log):
        with pytest.raises(InputError, match="more than 5 redirects"):
            guest().get(f"{address}/a")
        assert len(log) == 7


def test_a_bomb_is_measured_while_it_unpacks() -> None:
    bomb = gzip.compress(b"\0" * 40_000_000)
    assert len(bomb) < 100_000
    with (
        served(a=lambda handler: handler.give(200, bomb, Content_Encoding="gzip")) as (address, _),
        pytest.raises(InputError, match="more than 15,000,000 bytes"),
    ):
        guest().get(f"{address}/a")


def test_a_bomb_in_a_bomb_is_not_unpacked() -> None:
    bomb = gzip.compress(gzip.compress(b"\0" * 1_000_000))
    with (
        served(a=lambda handler: handler.give(200, bomb, Content_Encoding="gzip, gzip")) as (address, _),
        pytest.raises(InputError, match="was not asked for"),
    ):
        guest().get(f"{address}/a")


@pytest.mark.parametrize(
    ("packed", "encoding"),
    [
        (gzip.compress(b"words", mtime=0), "gzip"),
        (zlib.compress(b"words"), "deflate"),
        (zlib.compress(b"words")[2:-4], "deflate"),
    ],
)
def test_unpacking(packed: bytes, encoding: str) -> None:
    with served(a=lambda handler: handler.give(200, packed, Content_Encoding=encoding)) as (address, _):
        assert guest().get(f"{address}/a").data == b"words"


@pytest.mark.parametrize(
    ("packed", "why"), [(b"no gzip", "damaged"), (gzip.compress(b"words" * 100, mtime=0)[:-12], "cut off")]
)
def test_damaged_bodies(packed: bytes, why: str) -> None:
    with (
        served(a=lambda handler: handler.give(200, packed, Content_Encoding="gzip")) as (address, _),
        pytest.raises(InputError, match=why),
    ):
        guest().get(f"{address}/a")


def test_more_than_was_announced_is_too_much() -> None:
    def endless(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b"x" * 65_536)

    with served(a=endless) as (address, _), pytest.raises(InputError, match="more than 100,000 bytes"):
        guest(size=100_000).get(f"{address}/a")


def drip_body(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b"x")
        time.sleep(0.05)


def drip_head(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(200):
        handler.wfile.write(f"X-{number}: 1\r\n".encode())
        time.sleep(0.05)


@pytest.mark.parametrize("drip", [drip_body, drip_head])
def test_drops_do_not_stop_the_clock(drip: object) -> None:
    with served(a=drip) as (address, _), pytest.raises(InputError, match="took longer than"):  # type: ignore[arg-type]
        guest(seconds=0.4).get(f"{address}/a")


def test_robots() -> None:
    with served(robots__txt=b"User-agent: *\nDisallow: /a\n", a=b"x", b=b"y") as (address, log):
        fetcher = guest()
        with pytest.raises(InputError, match=r"robots\.txt"):
            fetcher.get(f"{address}/a")
        assert fetcher.get(f"{address}/b").data == b"y"
    assert [path for path, _ in log] == ["/robots.txt", "/b"]


def test_a_site_that_cannot_say_what_it_asks_is_left_alone() -> None:
    with (
        served(robots__txt=lambda handler: handler.give(500, b""), a=b"x") as (address, _),
        pytest.raises(BusyError, match=r"robots\.txt cannot be had"),
    ):
        guest().get(f"{address}/a")


def test_a_pause_between_requests_to_one_site() -> None:
    slept: list[float] = []
    now = [0.0]

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    with served(robots__txt=b"User-agent: *\nCrawl-delay: 3\n", a=b"x") as (address, _):
        fetcher = Fetcher(Limits(allowed=LOOPBACK), clock=lambda: now[0], sleep=sleep)
        fetcher.get(f"{address}/a")
        fetcher.get(f"{address}/a")
    assert slept == [3.0]


def test_what_has_not_changed_is_not_sent() -> None:
    def conditional(handler: Handler) -> None:
        handler.give(304 if handler.headers.get("If-None-Match") == '"1"' else 200, b"", ETag='"1"')

    with served(a=conditional) as (address, _):
        assert guest().get(f"{address}/a").headers["etag"] == '"1"'
        assert guest().get(f"{address}/a", {"If-None-Match": '"1"'}).status == 304


def test_a_busy_server() -> None:
    with (
        served(a=lambda handler: handler.give(429, b"", Retry_After="120")) as (address, _),
        pytest.raises(BusyError) as caught,
    ):
        guest().get(f"{address}/a")
    assert caught.value.until is not None
    assert timedelta(seconds=100) < caught.value.until - datetime.now(UTC) <= timedelta(seconds=120)


def test_how_long_to_leave_it_alone() -> None:
    now = datetime(2022, 1, 4, 12, tzinfo=UTC)
    assert retry_after("Tue, 04 Jan 2022 13:00:00 GMT", now) == now + timedelta(hours=1)
    assert retry_after("99999999", now) == now + timedelta(days=1)
    assert retry_after("soon", now) is None
    assert retry_after(None, now) is None


@pytest.mark.parametrize(
    "url", ["ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)", "", "http://", "http://user:pw@example.org/",
            "http://exa mple.org", "gopher://127.0.0.1:70/_", "http://example.org/" + "a" * 5_000, "http://[::1", "http://\x00/"],
)  # fmt: skip
def test_no_web_address(url: str) -> None:
    with pytest.raises(InputError):
        Fetcher(resolve=lambda host, port, seconds: pytest.fail("it was looked up")).get(url)


@pytest.mark.parametrize("status", [401, 403, 404, 410, 500, 204])
def test_other_answers(status: int) -> None:
    with (
        served(a=lambda handler: handler.give(status, b"")) as (address, _),
        pytest.raises(InputError, match=f"status {status}"),
    ):
        guest().get(f"{address}/a")
