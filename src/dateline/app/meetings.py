"""A meeting with all that stands around it: the words of its stories, what it is part of and follows, who is elsewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.app.ask import parties_in
from dateline.ledger import lookup, query, reports, store, twins
from dateline.ledger.database import Connection, Ledger
from dateline.model.agenda import AgendaRow, Question
from dateline.model.document import Text
from dateline.model.kept import KeptMeeting
from dateline.model.occasion import Report
from dateline.model.party import Party
from dateline.model.reading import LIKELY

__all__ = ["Around", "around"]


@dataclass(frozen=True, kw_only=True)
class Around:
    """What stands around a meeting: texts by their ids, names, the meetings that it is tied to, those of its own days."""

    texts: Mapping[str, Text]
    names: Mapping[str, Party]
    part_of: tuple[AgendaRow, ...]
    parts: tuple[AgendaRow, ...]
    follows: tuple[AgendaRow, ...]
    followed_by: tuple[AgendaRow, ...]
    same_days: tuple[AgendaRow, ...]


def around(ledger: Ledger, meeting: KeptMeeting) -> Around:
    """What stands around a meeting."""
    with ledger.reading() as connection:
        mine = [report for report, _ in meeting.reports]
        beside = neighbours(connection, {each.meeting.text for each in mine})
        home = query.meetings_of(connection, [each.id for each in beside])
        own = {each.id for each in mine}
        tied = {
            "part_of": {each.meeting.part_of for each in mine if each.meeting.part_of},
            "parts": {each.id for each in beside if each.meeting.part_of in own},
            "follows": {name for each in mine for name in each.meeting.after},
            "followed_by": {each.id for each in beside if own.intersection(each.meeting.after)},
        }
        rows = {kind: rows_behind(connection, home, found, meeting.row.id) for kind, found in tied.items()}
        same = same_days(connection, meeting.row)
        shown = [meeting.row, *same, *(row for found in rows.values() for row in found)]
        return Around(
            texts=twins.texts_of(connection, {each.meeting.text for each in mine}),
            names=lookup.names_of(connection, parties_in(row.occasion for row in shown)),
            same_days=same,
            **rows,
        )


def neighbours(connection: Connection, texts: Iterable[str]) -> list[Report]:
    """The reports of some texts."""
    return reports.full_reports(connection, [name for text in sorted(texts) for name in store.reports_in(connection, text)])


def rows_behind(connection: Connection, home: Mapping[str, str], found: Iterable[str], own: str) -> tuple[AgendaRow, ...]:
    """The meetings of some reports, without the meeting itself."""
    return tuple(query.rows_of(connection, {home[name] for name in found if name in home} - {own}))


def same_days(connection: Connection, row: AgendaRow) -> tuple[AgendaRow, ...]:
    """The likely meetings of the one day of a meeting, itself among them: who is to be elsewhere is seen by them."""
    when = row.occasion.when
    if when is None or not when.is_day:
        return ()
    found = query.agenda(connection, Question(first=when.earliest, last=when.latest, confidence=LIKELY))
    return tuple(found if any(each.id == row.id for each in found) else (*found, row))
