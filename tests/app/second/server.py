"""A real server on this machine that speaks the chat protocol and answers as a test wants it to."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Json = dict[str, Any]
RECORDED = {
    "meetings": [
        {
            "span": "Envoys of Chad and Togo will meet in Lome on Monday",
            "mentions": [],
            "kind": "talks",
            "status": "scheduled",
            "status_words": "will meet",
            "date_words": ["on Monday"],
            "place_words": "Lome",
            "forum_words": "",
            "sides": [{"words": "Chad", "name": "Chad"}, {"words": "Togo", "name": "Togo"}],
            "people": [],
        }
    ],
    "statements": [
        {
            "source": "Chad",
            "speaker": "Chad",
            "of": ["Chad"],
            "cue": "demanded",
            "content": "the road be opened",
            "kind": "demand",
            "targets": [{"words": "Togo", "name": "Togo"}],
        }
    ],
}
STORY = "Envoys of Chad and Togo will meet in Lome on Monday. Chad demanded of Togo that the road be opened."
"""What the recorded answer is about."""


@dataclass
class Reply:
    """What the server sends: words of the model, or a status with other bytes; after so many seconds."""

    content: str = json.dumps(RECORDED)
    status: int = 200
    data: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    wait: float = 0.0
    finish: str = "stop"
    cut: int | None = None

    @property
    def bytes(self) -> bytes:
        """All that is sent."""
        choice = {"index": 0, "message": {"role": "assistant", "content": self.content}, "finish_reason": self.finish}
        usage = {"prompt_tokens": 1000, "completion_tokens": 200}
        body = {"id": "1", "object": "chat.completion", "model": "recorded-1", "choices": [choice], "usage": usage}
        return self.data if self.data is not None else json.dumps(body).encode()


@dataclass
class Told:
    """What the server was sent."""

    url: str
    bodies: list[Json] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


@contextmanager
def serving(answer: Callable[[Json, int], Reply]) -> Iterator[Told]:
    """A server; `answer` makes the reply to a request and its number."""
    told = Told("")
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with lock:
                told.bodies.append(body)
                told.headers.append(dict(self.headers))
                told.paths.append(self.path)
                number = len(told.bodies)
            reply = answer(body, number)
            time.sleep(reply.wait)
            data = reply.bytes
            self.send_response(reply.status)
            for name, value in {"Content-Type": "application/json", "Content-Length": str(len(data)), **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(data[: reply.cut])
            except OSError:
                return
            self.close_connection = True

        def log_message(self, *words: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    told.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
