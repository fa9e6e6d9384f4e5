"""A digest: what changed in a watch since the last one, and what lies ahead, as text and as a page of HTML."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, tzinfo

from rich.text import Text as Words

from dateline.model.agenda import AgendaRow
from dateline.model.change import Changes, Turn
from dateline.model.party import Party
from dateline.views.agenda import agenda_lines
from dateline.views.changes import changes_lines, shown_moment, told_by, turn_words
from dateline.views.outward import link, styled
from dateline.views.pages import diary, page

__all__ = ["digest_html", "digest_lines"]


def digest_lines(found: Changes, ahead: Sequence[AgendaRow], width: int = 100, zone: tzinfo = UTC) -> Iterator[Words]:
    """The digest as text."""
    yield styled(Words(title(found), "bold"))
    yield Words(f"{shown_moment(found.since, zone)} to {shown_moment(found.at, zone)}")
    yield Words()
    yield Words("WHAT CHANGED", "bold blue")
    yield from changes_lines(found, width, zone, heading=False) if found.rows else [Words("  Nothing.")]
    yield Words()
    yield Words("WHAT LIES AHEAD", "bold blue")
    lines = list(agenda_lines(ahead, found.at.astimezone(zone).date(), found.names, width, zone=zone, links=True))
    yield from lines or [Words("  Nothing that is known of.")]


def title(found: Changes) -> str:
    """What it is a digest of."""
    return f"Digest: {found.watch.name if found.watch else 'all meetings'}"


def digest_html(found: Changes, ahead: Sequence[AgendaRow], zone: tzinfo = UTC) -> str:
    """The digest as a page that stands alone and prints well."""
    day = found.at.astimezone(zone).date()
    turns = {each.row.id[:8]: [told_turn(turn, found.names) for turn in each.turns] for each in found.rows}
    return page(
        "digest.html.j2",
        title=title(found),
        span=f"{shown_moment(found.since, zone)} to {shown_moment(found.at, zone)}",
        changed=diary([each.row for each in found.rows], day, found.names, zone),
        turns=turns,
        ahead=diary(ahead, day, found.names, zone),
    )


def told_turn(turn: Turn, names: Mapping[str, Party]) -> tuple[str, str, str, str | None]:
    """A change as a page shows it: what kind, from what to what, the words that brought it, and the address of their story."""
    told = told_by(turn)
    url = link(turn.source.url) if turn.source else None
    return turn.kind, turn_words(turn, names), told.plain if told else "", url
