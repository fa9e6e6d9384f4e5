"""The agenda for spreadsheets: a meeting a row, parties by their names, and nothing that is taken for a formula."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date

from dateline.model.agenda import AgendaRow
from dateline.model.party import Party
from dateline.views.agenda import moment, shown_status, title
from dateline.views.outward import cell
from dateline.views.wording import name_of

__all__ = ["COLUMNS", "agenda_csv"]

COLUMNS = (
    "date", "starts", "title", "kind", "forum", "parties", "people", "level", "place", "venue", "status", "previous_date",
    "topic", "outcome", "reports", "source", "published", "quote", "url", "confidence", "last_changed", "id",
)  # fmt: skip


def agenda_csv(rows: Sequence[AgendaRow], day: date, names: Mapping[str, Party]) -> str:
    """The rows of an agenda as a table."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([cell(each) for each in cells(row, day, names)] for row in rows)
    return out.getvalue()


def cells(row: AgendaRow, day: date, names: Mapping[str, Party]) -> tuple[str, ...]:
    """The cells of a row, in the order of `COLUMNS`; the source is the newest one."""
    occasion, when = row.occasion, row.occasion.when
    source = row.sources[-1] if row.sources else None
    return (
        when.edtf if when else "",
        when.starts.isoformat() if when and when.starts else "",
        title(row, names),
        occasion.kind,
        occasion.forum or "",
        "; ".join(name_of(party, names) for party in occasion.parties),
        "; ".join(each.id for each in occasion.people),
        occasion.level or "",
        occasion.place or "",
        occasion.venue or "",
        shown_status(row, day),
        occasion.previously.edtf if occasion.previously else "",
        occasion.topic or "",
        occasion.outcome or "",
        str(occasion.stories),
        (source.source or source.name) if source else "",
        source.published.isoformat() if source and source.published else "",
        source.quote if source else "",
        (source.url or "") if source else "",
        f"{occasion.confidence:.2f}",
        moment(row.last_changed),
        row.id,
    )
