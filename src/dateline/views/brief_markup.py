"""The brief as Markdown and as a page of HTML that stands alone and prints well."""

import re
from collections.abc import Iterable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from dateline.views.brief import Brief
from dateline.views.wording import one_line

__all__ = ["html", "markdown"]

SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&]|^[-+=]|(?<=^\d)[.)])")


@cache
def environment() -> Environment:
    """The templates."""
    loaded = Environment(
        loader=PackageLoader("dateline.views"),
        autoescape=select_autoescape(("html.j2",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    loaded.filters["md"] = escaped
    loaded.filters["one_line"] = one_line
    return loaded


def escaped(words: str) -> str:
    """Words that Markdown leaves as they are."""
    return SPECIAL.sub(r"\\\1", one_line(words))


def markdown(briefs: Iterable[Brief]) -> str:
    """Briefs as Markdown, one after the other."""
    template = environment().get_template("brief.md.j2")
    return "\n---\n\n".join(template.render(brief=brief) for brief in briefs)


def html(briefs: Iterable[Brief]) -> str:
    """Briefs as one page of HTML."""
    return environment().get_template("brief.html.j2").render(briefs=list(briefs))
