"""A plan into the ledger, in the transaction in which it was made."""

from datetime import datetime

from sqlalchemy import Connection

from dateline.ledger import meetings, reports
from dateline.model.plan import Plan

__all__ = ["apply"]


def apply(connection: Connection, plan: Plan, cause: str, at: datetime) -> tuple[str, ...]:
    """Write what was decided; gives the meetings that were made, changed or ended. `cause` is the document or decision that
    brought it about."""
    reports.put_keys(connection, plan.keys)
    reports.put_matches(connection, plan.matches)
    for blocks in plan.joins:
        reports.join_blocks(connection, blocks)
    meetings.detach(connection, plan.detached)
    changed: list[str] = []
    for meeting in plan.meetings:
        if meetings.put(connection, meeting, cause, at):
            changed.append(meeting.id)
        for other in meeting.absorbs:
            meetings.absorb(connection, other, meeting.id, cause, at)
            changed.append(other)
    for name in plan.withdrawn:
        meetings.withdraw(connection, name, cause, at)
        changed.append(name)
    return tuple(dict.fromkeys(changed))
