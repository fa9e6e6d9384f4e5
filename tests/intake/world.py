"""A small world on loopback: servers that answer as a test wants, among them hostile ones."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network

from dateline.intake.fetch import Fetcher, Limits

__all__ = ["LOOPBACK", "Handler", "guest", "served"]

LOOPBACK = (ip_network("127.0.0.0/8"),)


class Handler(BaseHTTPRequestHandler):
    """One request; `answers` says what comes of its path."""

    answers: dict[str, Callable[["Handler"], None]]
    log: list[tuple[str, dict[str, str]]]

    def do_GET(self) -> None:
        self.log.append((self.path, {key.lower(): value for key, value in self.headers.items()}))
        answer = self.answers.get(self.path)
        try:
            if answer is None:
                self.give(404, b"")
            else:
                answer(self)
        except (BrokenPipeError, ConnectionResetError):
            pass

    def give(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(**answers: Callable[[Handler], None] | bytes) -> Iterator[tuple[str, list[tuple[str, dict[str, str]]]]]:
    """(address, log of requests) of a server; a name is a path with _ for /, __ for a dot."""
    table = {"/" + name.replace("__", ".").replace("_", "/"): each for name, each in answers.items()}

    def plain(body: bytes) -> Callable[[Handler], None]:
        return lambda handler: handler.give(200, body)

    log: list[tuple[str, dict[str, str]]] = []
    kind = type("Served", (Handler,), {
        "answers": {path: plain(each) if isinstance(each, bytes) else each for path, each in table.items()}, "log": log,
    })  # fmt: skip
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", log
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def guest(**limits: object) -> Fetcher:
    """A fetcher that may ask this machine, and does not wait between requests."""
    return Fetcher(Limits(**{"allowed": LOOPBACK, "pause": 0.0, "seconds": 5.0, **limits}))  # type: ignore[arg-type]
