"""What a page says when something cannot be done: a status, the cause, and the mend."""

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response

from dateline.model.errors import BusyError, DatelineError, InputError, SettingsError, UnkeptError, UnknownEntryError
from dateline.web.shown import data, page

__all__ = ["prepare"]

log = logging.getLogger("dateline.web")

TITLES = {
    400: "That cannot be asked", 404: "Not found", 405: "Not done this way", 422: "That cannot be asked",
    500: "Something went wrong", 503: "The ledger does not answer",
}  # fmt: skip
ENDINGS = (".json", ".csv", ".ics", ".atom", ".md", ".docx", ".graphml")


def prepare(app: FastAPI) -> None:
    """Let an app tell its troubles."""
    app.add_exception_handler(DatelineError, explained)
    app.add_exception_handler(RequestValidationError, malformed)
    app.add_exception_handler(404, missing)
    app.add_exception_handler(405, undone)
    app.add_exception_handler(500, broken)


def told(request: Request, status: int, words: str, title: str = "") -> Response:
    """The trouble as a page, or as an object where data was asked for."""
    path = request.url.path
    if path.startswith("/api/") or path.endswith(ENDINGS):
        return data({"ok": False, "error": words, "status": status}, status)
    return page(request, "trouble.html.j2", status, title=title or TITLES[status], words=words)


async def explained(request: Request, error: Exception) -> Response:
    """What Dateline knows how to explain."""
    if isinstance(error, UnknownEntryError):
        return told(request, 404, str(error))
    if isinstance(error, BusyError):
        return told(request, 503, str(error), "Not just now")
    return told(request, 400 if isinstance(error, InputError | SettingsError | UnkeptError) else 503, str(error))


async def malformed(request: Request, error: Exception) -> Response:
    """Values that are none of those wanted."""
    assert isinstance(error, RequestValidationError)
    found = [f"{'.'.join(str(part) for part in each['loc'][1:])}: {each['msg']}" for each in error.errors()]
    return told(request, 422, "; ".join(found)[:1000])


async def missing(request: Request, error: Exception) -> Response:
    """No such page."""
    return told(request, 404, "there is no such page; the links above lead to all there are")


async def undone(request: Request, error: Exception) -> Response:
    """A method that the address does not take."""
    return told(request, 405, f"{request.method} is not for this address")


async def broken(request: Request, error: Exception) -> Response:
    """A mistake of ours; what it was stands in the log."""
    log.error("%s %s", request.method, request.url.path, exc_info=error)
    return told(request, 500, "this is a mistake of the program, not of yours; the log says more (please report it)")
