"""A desk over the six example stories, served on a port of its own, and a browser without a screen to look at it."""

import shutil
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
import uvicorn

from dateline.app.settings import Settings
from dateline.web.serve import demo_desk
from dateline.web.site import site

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
"""Keeps a browser from asking anybody but the desk."""


@pytest.fixture(scope="package")
def address() -> Iterator[str]:
    """Where the demonstration is served."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: `apt-get install chromium` (make test does it where it may)")
    with demo_desk(Settings("")) as desk:
        server = uvicorn.Server(uvicorn.Config(site(desk), port=0, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://localhost:{server.servers[0].sockets[0].getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="package")
def chromium(address: str) -> Iterator[Any]:
    """One browser for all tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Any, address: str) -> Iterator[Any]:
    """A page without script, as every visitor may have it."""
    context = chromium.new_context(base_url=address, java_script_enabled=False, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()
