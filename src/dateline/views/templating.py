"""The templates of pages and briefs, and how words go into them."""

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from dateline.views.outward import finished, one_line

__all__ = ["environment", "escaped"]

SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&]|^[-+=]|(?<=^\d)[.)])")


@cache
def environment(package: str = "dateline.views") -> Environment:
    """The templates of a room."""
    loaded = Environment(
        loader=PackageLoader(package),
        autoescape=select_autoescape(("html.j2",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=finished,
    )
    loaded.filters["md"] = escaped
    loaded.filters["one_line"] = one_line
    return loaded


def escaped(words: str) -> str:
    """Words that Markdown leaves as they are."""
    return SPECIAL.sub(r"\\\1", one_line(words))
