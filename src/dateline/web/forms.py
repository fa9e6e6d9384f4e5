"""What a form sends: names and values, as a browser without script writes them."""

from typing import Annotated
from urllib.parse import parse_qs

from fastapi import Depends, Request

from dateline.model.errors import InputError

__all__ = ["Form", "wanted"]

FIELDS = 40
"""Fields of a form."""


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form; of one that comes twice the last."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise InputError(f"a form is wanted, not {kind[:60] or 'nothing'}")
    try:
        found = parse_qs((await request.body()).decode("utf-8"), keep_blank_values=True, max_num_fields=FIELDS)
    except ValueError as error:
        raise InputError(f"this is no form: {error}") from error
    return {name: values[-1].strip() for name, values in found.items()}


Form = Annotated[dict[str, str], Depends(form_of)]


def wanted(form: dict[str, str], name: str, longest: int = 500) -> str:
    """A field that must be filled."""
    value = form.get(name, "")
    if not value:
        raise InputError(f"fill in {name!r}")
    if len(value) > longest:
        raise InputError(f"{name!r} is longer than {longest:,} characters")
    return value
