"""What `dateline add` and `dateline follow` leave behind when they are killed, meet another writer, or run out of disk.

    python bench/crash.py [--kills 200] [--stories 200] [--out bench/crash.json]

Stories of our own making are added to a ledger by the commands themselves, from a file and from a feed, and both are killed
with SIGKILL after a few of them, half of the kills each. After each kill every story that was acknowledged must be there, none
twice and none by half, and the database whole. Then the command runs to its end. Two commands at once, and one that may not
write large files, come last.
"""

import argparse
import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

PAIRS = (("Russia", "the United States"), ("Egypt", "Israel"), ("India", "Pakistan"), ("NATO", "Russia"), ("Turkey", "Greece"))
CITIES = ("Geneva", "Vienna", "Cairo", "Brussels", "Istanbul", "Paris", "Doha")
VERBS = ("will hold talks", "will meet", "held talks", "are to resume negotiations")
WHOLE = (
    "SELECT count(*) FROM documents WHERE text NOT IN (SELECT text FROM stories)",
    "SELECT count(*) FROM stories WHERE read_as NOT IN (SELECT text FROM documents)",
    "SELECT count(*) FROM texts WHERE id NOT IN (SELECT text FROM documents)",
    "SELECT count(*) FROM reports WHERE id NOT IN (SELECT report FROM meeting_reports)",
    "SELECT count(*) FROM reports WHERE id NOT IN (SELECT entry FROM evidence)",
    "SELECT count(*) FROM statements WHERE id NOT IN (SELECT entry FROM evidence)",
    (
        "SELECT count(*) FROM meetings WHERE merged_into IS NULL AND NOT withdrawn "
        "AND id NOT IN (SELECT meeting FROM meeting_reports)"
    ),
)
"""Each counts what would be there by half."""

UNREAD = "SELECT count(*) FROM stories WHERE read_as = text AND text NOT IN (SELECT text FROM readings)"
"""Stories that no other one is read for, and that are yet to be read: there are none once the command came to its end."""


def write_stories(path: Path, number: int) -> None:
    """So many stories as JSON Lines."""
    chance = random.Random(7)
    with path.open("w", encoding="utf-8") as stream:
        for count in range(number):
            one, other = chance.choice(PAIRS)
            told = date(2021, 1, 1) + timedelta(days=chance.randrange(300))
            day = told + timedelta(days=chance.randrange(1, 9))
            words = (
                f"Officials of {one} and {other} {chance.choice(VERBS)} in {chance.choice(CITIES)} on {day:%B} {day.day}, "
                f"a spokesman said on {told:%A}. It is story number {count} of its kind. "
                f'"We expect a frank exchange," he told reporters. {one} denied that it had set conditions.'
            )
            line = {"id": f"story-{count}", "text": words, "published": told.isoformat(), "source": chance.choice("ABC")}
            stream.write(json.dumps(line) + "\n")


def feed_of(stories: Path) -> bytes:
    """The same stories as a feed."""
    lines = [json.loads(line) for line in stories.read_text(encoding="utf-8").splitlines()]
    items = [{"id": line["id"], "content_text": line["text"], "date_published": line["published"]} for line in lines]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Crash Wire", "items": items}).encode()


@contextmanager
def served(feed: bytes) -> Iterator[str]:
    """The address at which a feed is given."""

    class Giver(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = self.path == "/feed"
            self.send_response(200 if found else 404)
            self.send_header("Content-Length", str(len(feed) if found else 0))
            self.end_headers()
            self.wfile.write(feed if found else b"")

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Giver) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/feed"
        server.shutdown()


def command(given: Sequence[str], ledger: Path) -> list[str]:
    """The command that adds the stories and names each on standard error once it is kept."""
    return [sys.executable, "-m", "dateline", "--debug", *given, "--database", f"sqlite:///{ledger}"]


def killed(given: Sequence[str], ledger: Path, enough: int, wait: float) -> tuple[list[str], bool]:
    """Run the command and kill it a moment after so many stories; gives those it acknowledged, and was it killed?"""
    acknowledged: list[str] = []
    with subprocess.Popen(command(given, ledger), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        for line in process.stderr:
            acknowledged += names(line)
            if len(acknowledged) >= enough:
                threading.Timer(wait, os.kill, (process.pid, signal.SIGKILL)).start()
                break
        for line in process.stderr:
            if line.endswith("\n"):
                acknowledged += names(line)
        return acknowledged, process.wait() == -signal.SIGKILL


def names(line: str) -> list[str]:
    """The story that a line acknowledges."""
    _, found, name = line.partition(": kept ")
    return [name.strip()] if found else []


def faults(ledger: Path, acknowledged: set[str], *, ended: bool = False) -> dict[str, int]:
    """What is wrong with the ledger: nothing may be. `ended` tells whether the command came to its end."""
    with sqlite3.connect(ledger) as raw:
        held = [row[0] for row in raw.execute("SELECT name FROM documents")]
        found = {
            "lost": len(acknowledged - {*held}),
            "twice": len(held) - len({*held}),
            "half": sum(raw.execute(query).fetchone()[0] for query in (*WHOLE, *([UNREAD] if ended else ()))),
        }
        found["damaged"] = int(raw.execute("PRAGMA integrity_check").fetchone()[0] != "ok")
    raw.close()
    return found


def count(ledger: Path) -> int:
    """Documents in the ledger."""
    with sqlite3.connect(ledger) as raw:
        number = int(raw.execute("SELECT count(*) FROM documents").fetchone()[0])
    raw.close()
    return number


def kill_often(folder: Path, given: Sequence[str], kills: int, number: int) -> dict[str, Any]:
    """Kill the command so often, begin a new ledger whenever one is complete, and complete the last one."""
    chance, done, ledgers = random.Random(11), 0, 0
    total = {"lost": 0, "twice": 0, "half": 0, "damaged": 0}
    acknowledged: set[str] = set()
    ledger = folder / f"{given[0]}-0.db"
    while done < kills:
        if ledger.exists() and count(ledger) >= number - 8:
            ledgers, acknowledged = ledgers + 1, set()
            ledger = folder / f"{given[0]}-{ledgers}.db"
        kept, was_killed = killed(given, ledger, chance.randrange(1, 8), chance.random() * 0.2)
        if not kept and not was_killed:
            sys.exit("the command named no story that it kept, and could not be killed after one")
        acknowledged |= set(kept)
        done += was_killed
        total = {name: total[name] + value for name, value in faults(ledger, acknowledged).items()}
    subprocess.run(command(given, ledger), check=True, capture_output=True)
    total = {name: total[name] + value for name, value in faults(ledger, acknowledged, ended=True).items()}
    return {"kills": done, **total, "complete_after_rerun": count(ledger) == number}


def two_writers(folder: Path, given: Sequence[str], number: int) -> dict[str, Any]:
    """Two commands that add the same stories at once."""
    ledger = folder / "two.db"
    both = [subprocess.Popen(command(given, ledger), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(2)]
    codes = [process.wait() for process in both]
    return {"exit_codes": codes, "documents": count(ledger), "of": number, **faults(ledger, set(), ended=True)}


def full_disk(folder: Path, given: Sequence[str], number: int) -> dict[str, Any]:
    """A command that may write no file larger than its ledger is half-way."""
    ledger = folder / "full.db"

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))

    quiet = [part for part in command(given, ledger) if part != "--debug"]
    done = subprocess.run(quiet, preexec_fn=bound, capture_output=True, text=True)
    kept = count(ledger)
    found = {"exit_code": done.returncode, "kept": kept, **faults(ledger, set())}
    told = done.stderr.replace(str(folder), "…").strip().splitlines()
    subprocess.run(command(given, ledger), check=True, capture_output=True)
    return found | {"told": told[-1] if told else "", "complete_after_rerun": count(ledger) == number}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200, help="half of them while adding, half while following")
    parser.add_argument("--stories", type=int, default=200)
    parser.add_argument("--out", type=Path)
    chosen = parser.parse_args()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stories = folder / "stories.jsonl"
        write_stories(stories, chosen.stories)
        adding, half = ("add", "--jsonl", str(stories)), chosen.kills // 2
        figures: dict[str, Any] = {"stories": chosen.stories, "killed": kill_often(folder, adding, half, chosen.stories)}
        with served(feed_of(stories)) as address:
            os.environ["DATELINE_ALLOW_NETWORKS"] = "127.0.0.0/8"
            following = ("follow", "--now", address)
            figures["killed_following"] = kill_often(folder, following, chosen.kills - half, chosen.stories)
        figures["two_writers"] = two_writers(folder, adding, chosen.stories)
        figures["full_disk"] = full_disk(folder, adding, chosen.stories)
    figures["seconds"] = round(time.perf_counter() - start)
    text = json.dumps(figures, indent=2, ensure_ascii=False) + "\n"
    sys.stdout.write(text)
    if chosen.out:
        chosen.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
