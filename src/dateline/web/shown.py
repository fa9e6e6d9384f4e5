"""How pages, rows and files leave the desk."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse, Response

from dateline import __version__
from dateline.views.outward import as_json
from dateline.views.paging import paged
from dateline.views.templating import environment
from dateline.views.wording import full_day

__all__ = ["NAV", "address", "data", "file", "known_as", "page", "paged", "party_address"]

NAV: tuple[tuple[str, str, str], ...] = (
    ("/", "Today", "t"),
    ("/agenda", "Agenda", "a"),
    ("/statements", "Statements", "s"),
    ("/positions", "Positions", "p"),
    ("/parties", "Parties", "r"),
    ("/network", "Network", "n"),
    ("/stories", "Stories", "o"),
    ("/search", "Search", "c"),
    ("/review", "Review", "v"),
    ("/brief", "Brief", "b"),
)
"""The pages that every page leads to, each with its access key."""

TYPES: Mapping[str, str] = {
    "ics": "text/calendar; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "graphml": "application/xml; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page."""
    desk = request.app.state.desk
    made = environment("dateline.web").get_template(template)
    shown = made.render(
        nav=NAV, path=request.url.path, day=desk.day, opened=full_day(desk.day), demo=desk.fixed is not None,
        version=__version__, address=address, party_address=party_address, other=lambda **more: other(request, **more),
        **values,
    )  # fmt: skip
    return HTMLResponse(shown.encode("utf-8", "replace"), status_code=status)


def data(value: Mapping[str, Any], status: int = 200) -> Response:
    """An object for programs."""
    return Response(f"{as_json(value)}\n".encode("utf-8", "replace"), status, media_type="application/json")


def file(body: bytes | str, ending: str, name: str) -> Response:
    """A calendar, feed or table."""
    words = body.encode("utf-8", "replace") if isinstance(body, str) else body
    return Response(words, headers={"content-disposition": f'inline; filename="{name}.{ending}"'}, media_type=TYPES[ending])


def address(path: str, **asked: Any) -> str:
    """An address within the desk; what is empty is not asked for."""
    words = {key.rstrip("_"): value for key, value in asked.items() if value not in (None, "")}
    return f"{path}?{urlencode(words)}" if words else path


def party_address(party: str) -> str:
    """The address of a party's page: ids may hold any sign."""
    return f"/parties/{quote(party, safe=':')}"


def other(request: Request, **more: Any) -> str:
    """This page's address with something else asked for."""
    words = {**{key: value for key, value in request.query_params.items() if key != "next"}, **more}
    return address(request.url.path, **words)


def known_as(path: str, *endings: str) -> tuple[str, str]:
    """An id and the ending that says in which form it is wanted: none for a page.

    >>> known_as("2092d33f.json", "json", "ics"), known_as("St. Lucia", "json")
    (('2092d33f', 'json'), ('St. Lucia', ''))
    """
    name, dot, ending = path.rpartition(".")
    return (name, ending) if dot and ending in endings else (path, "")
