"""Serving the desk: the ledger opened, or a throw-away one with the example stories, and the server started."""

import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from io import BytesIO
from ipaddress import ip_address
from pathlib import Path

from dateline.app import pipeline
from dateline.app.gather import Gathered, gather
from dateline.app.opening import open_ledger
from dateline.app.settings import Settings, read_settings
from dateline.model.errors import InputError
from dateline.web.desk import DEMO_DAY, Desk
from dateline.web.site import LOOPBACK, site

__all__ = ["demo_desk", "demo_stories", "desk_of", "is_loopback", "serve"]


def is_loopback(host: str) -> bool:
    """Can only this machine reach what listens there?"""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def demo_stories() -> Path:
    """The folder of the six example stories: in an installed package, or in the checkout."""
    installed = Path(str(files("dateline.web").joinpath("stories")))
    return installed if installed.is_dir() else Path(__file__).parents[3] / "examples" / "stories"


def silent(words: str) -> None:
    """Says nothing."""


@contextmanager
def demo_desk(settings: Settings, say: Callable[[str], None] = silent) -> Iterator[Desk]:
    """A desk over the example stories, in a ledger that is thrown away."""
    folder = Path(tempfile.mkdtemp(prefix="dateline-demo-"))
    thrown = Settings(f"sqlite:///{folder / 'ledger.db'}", settings.model, settings.zone, seconds=settings.seconds)
    try:
        with desk_of(thrown, create=True) as desk:
            desk.fixed = DEMO_DAY
            say("reading six example stories …")
            stories = pipeline.published(pipeline.path_stories([str(demo_stories())], BytesIO()), None)
            for _ in gather(desk.ledger, stories, lambda: desk.reader().parser, Gathered()):
                pass
            yield desk
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def desk_of(settings: Settings, *, create: bool = False) -> Iterator[Desk]:
    """A desk over the ledger of the settings."""
    ledger = open_ledger(settings.database, create=create)
    try:
        yield Desk(ledger, settings)
    finally:
        ledger.close()


def leave(signal_number: int, frame: object) -> None:
    """Ends the program as a person would, so that a throw-away ledger is thrown away."""
    sys.exit(0)


def serve(database: str | None, host: str, port: int, *, demo: bool, say: Callable[[str], None]) -> None:
    """Serve until interrupted."""
    import uvicorn

    if not is_loopback(host):
        raise InputError(f"the desk has no tokens yet and is for this machine alone: {host!r} can be reached from elsewhere")
    signal.signal(signal.SIGTERM, leave)
    settings = read_settings(database=database)
    shown = f"[{host}]" if ":" in host and not host.startswith("[") else host
    with demo_desk(settings, say) if demo else desk_of(settings) as desk:
        say(f"the desk is at http://{shown}:{port}/ (Ctrl+C ends it)")
        uvicorn.run(
            site(desk, {*LOOPBACK, shown.lower()}), host=host.strip("[]"), port=port, log_level="warning", access_log=False,
            server_header=False, limit_concurrency=200, timeout_keep_alive=15, lifespan="off",
        )  # fmt: skip
