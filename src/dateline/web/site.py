"""The desk put together: every room of pages in one explicit tuple."""

from collections.abc import Collection
from importlib.resources import files

from fastapi import APIRouter, FastAPI
from fastapi.staticfiles import StaticFiles

from dateline import __version__
from dateline.web import (
    agenda,
    api,
    brief,
    curves,
    judging,
    meeting,
    network,
    party,
    places,
    positions,
    relations,
    review,
    statements,
    story,
    today,
)
from dateline.web.desk import Desk
from dateline.web.guard import Guard
from dateline.web.troubles import prepare

__all__ = ["LOOPBACK", "ROUTERS", "site"]

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
"""The names of this machine for itself."""

ROUTERS: tuple[APIRouter, ...] = (
    today.router, agenda.router, meeting.router, story.router, statements.router, positions.router, party.router,
    judging.router, review.router, brief.router, relations.router, network.router, curves.router, places.router, api.router,
)  # fmt: skip


def site(desk: Desk, hosts: Collection[str] = LOOPBACK) -> FastAPI:
    """The desk of a ledger, known by these names."""
    app = FastAPI(
        title="Dateline", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json",
        description="The ledger's rows for programs.",
    )  # fmt: skip
    app.state.desk = desk
    app.add_middleware(Guard, hosts=hosts)
    prepare(app)
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=str(files("dateline.web").joinpath("static"))), name="static")
    return app
