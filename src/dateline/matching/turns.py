"""What became of a meeting between two moments: what was believed of it then beside what is believed now, turn by turn."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import cast

from dateline.matching.overlay import overlay
from dateline.model.agenda import AgendaRow
from dateline.model.change import Changed, Kind, Turn
from dateline.model.judgement import Judgement
from dateline.model.occasion import Occasion, Report, Step

__all__ = ["turned"]


def turned(
    row: AgendaRow, told: Sequence[Report], then: Collection[str], judged: Sequence[Judgement], since: datetime
) -> Changed:
    """What changed in one meeting; `then` are the reports that were known at the moment `since`."""
    earlier = [report for report in told if report.id in then]
    before = overlay(earlier, [each for each in judged if each.at <= since]) if earlier else None
    row = replace(row, occasion=overlay(told, judged))
    return Changed(row=row, turns=tuple(sourced(turn, row, judged) for turn in differences(before, row.occasion)))


def differences(before: Occasion | None, after: Occasion) -> Iterable[Turn]:
    """What a reader would call a change."""
    if before is None:
        yield Turn(kind="new", field="status", value=after.status)
    else:
        if before.status != after.status:
            yield Turn(kind=cast(Kind, after.status), field="status", before=before.status, value=after.status)
        yield from dates(before, after)
        if before.place != after.place and after.place is not None:
            yield Turn(kind="place", field="place", before=before.place, value=after.place)
        if before.parties != after.parties:
            yield Turn(kind="parties", field="parties", before=", ".join(before.parties), value=", ".join(after.parties))
    known = {(claim.field, claim.value) for claim in before.claims if claim.rival} if before else set()
    for claim in after.claims:
        if claim.rival and (claim.field, claim.value) not in known:
            believed = next((each.value for each in after.claims if each.field == claim.field and each.believed), None)
            yield Turn(kind="contradicted", field=claim.field, before=believed, value=claim.value)


def dates(before: Occasion, after: Occasion) -> Iterable[Turn]:
    """A date that came, went or was moved."""
    old, new = before.when, after.when
    if new is None or old == new:
        return
    exact = old is None or (old.contains(new) and not old.is_day)
    former = old or (before.previously if before.status == "postponed" else None)
    kind: Kind = "dated" if exact and before.status != "postponed" else "moved"
    yield Turn(kind=kind, field="date", before=former.edtf if former else None, value=new.edtf)


def sourced(turn: Turn, row: AgendaRow, judged: Sequence[Judgement]) -> Turn:
    """The turn with who brought it: the last step to this value, or the first story that gives it."""
    step = brought(turn, row.occasion)
    if step is None:
        line = next((each for each in reversed(row.sources) if each.quote), None) if turn.kind != "contradicted" else None
        return replace(turn, source=line, quote=line.quote if line else "")
    source = next((each for each in row.sources if each.report == step.report), None)
    decision = next((each for each in judged if each.id == step.report), None)
    return replace(turn, source=source, decision=decision, quote=step.quote)


def brought(turn: Turn, occasion: Occasion) -> Step | None:
    """The last step of the history that led to the value of a turn."""
    steps = [step for step in occasion.history if step.field == turn.field and step.value == turn.value]
    return steps[-1] if steps else None
