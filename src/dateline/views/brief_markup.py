"""The brief as Markdown and as a page of HTML that stands alone and prints well."""

from collections.abc import Iterable

from dateline.views.brief import Brief
from dateline.views.templating import environment

__all__ = ["html", "markdown"]


def markdown(briefs: Iterable[Brief]) -> str:
    """Briefs as Markdown, one after the other."""
    template = environment().get_template("brief.md.j2")
    return "\n---\n\n".join(template.render(brief=brief) for brief in briefs)


def html(briefs: Iterable[Brief]) -> str:
    """Briefs as one page of HTML."""
    return environment().get_template("brief.html.j2").render(briefs=list(briefs))
