"""The agenda: meetings by day in the manner of a wire's diary, or as the contract's rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, timedelta, tzinfo
from typing import Any

from rich.text import Text as Words

from dateline.model.agenda import AgendaRow, SourceLine
from dateline.model.judgement import Judgement
from dateline.model.occasion import Claim, Occasion, OccasionStatus
from dateline.model.party import Party
from dateline.model.when import in_zone
from dateline.views.clashes import Clash, clashes
from dateline.views.outward import link, one_line, styled
from dateline.views.wording import SHORT_ID, days, joined, name_of, short_day, span_of_days, until

__all__ = ["agenda_json", "agenda_lines", "is_new", "shown_status"]

Json = dict[str, Any]

COLOURS: dict[str, str] = {
    "confirmed": "green", "scheduled": "cyan", "ongoing": "bold green", "held": "green", "proposed": "yellow",
    "suspended": "magenta", "postponed": "magenta", "cancelled": "red", "refused": "red", "not-reported-held": "dim",
}  # fmt: skip

PLANS = ("proposed", "scheduled", "confirmed")
FRESH = timedelta(days=1)
"""Told on the agenda's day or so long before is new."""

WIDEST = 100
QUOTED = 2
LONGEST_QUOTE = 160


def shown_status(row: AgendaRow, day: date) -> OccasionStatus:
    """The status on a day: what was planned for days that have passed, with no report of it, is `not-reported-held`."""
    when, status = row.occasion.when, row.occasion.status
    if status in PLANS and when is not None and when.latest is not None and when.bearing != "since" and when.latest < day:
        return "not-reported-held"
    return status


def is_new(row: AgendaRow, day: date) -> bool:
    """Did a story of that day or the day before change what is known of it?"""
    newest = row.occasion.newest
    return newest is not None and day - FRESH <= newest <= day


def agenda_json(rows: Iterable[AgendaRow], day: date) -> Json:
    """The rows of `dateline agenda --json`."""
    found = list(rows)
    clashing = clashes(found)
    return {
        "ok": True,
        "rows": [row_json(row, day) | {"clashes": [clash_json(each) for each in clashing.get(row.id, ())]} for row in found],
    }


def clash_json(clash: Clash) -> Json:
    """Somebody who is to be elsewhere on the same day."""
    return {"who": clash.who, "place": clash.place, "meeting": clash.meeting}


def row_json(row: AgendaRow, day: date) -> Json:
    """One meeting as the contract has it."""
    occasion, when = row.occasion, row.occasion.when
    return {
        "id": row.id,
        "title": occasion.title,
        "kind": occasion.kind,
        "forum": occasion.forum,
        "parties": list(occasion.parties),
        "people": [{"id": each.id, "of": each.of} for each in occasion.people],
        "level": occasion.level,
        "place": occasion.place,
        "venue": occasion.venue,
        "date": when.edtf if when else None,
        "dates": when.bearing if when else None,
        "starts": when.starts.isoformat() if when and when.starts else None,
        "ends": when.ends.isoformat() if when and when.ends else None,
        "previous_date": occasion.previously.edtf if occasion.previously else None,
        "status": shown_status(row, day),
        "topic": occasion.topic,
        "outcome": occasion.outcome,
        "revision": row.revision,
        "reports": occasion.stories,
        "sources": [source_json(line) for line in row.sources],
        "believed": {claim.field: claim.why for claim in occasion.claims if claim.believed},
        "also_reported": [claim_json(claim, row.sources) for claim in occasion.claims if not claim.believed],
        "first_seen": moment(row.first_seen),
        "last_changed": moment(row.last_changed),
        "confidence": round(occasion.confidence, 2),
        "credibility": occasion.credibility,
        "decisions": [decision_json(each) for each in row.judgements],
    }


def decision_json(judgement: Judgement) -> Json:
    """What a person decided of the meeting."""
    return {
        "id": judgement.id,
        "verb": judgement.verb,
        "field": judgement.field,
        "value": judgement.value if judgement.verb != "meeting add" else None,
        "by": judgement.by,
        "at": moment(judgement.at),
        "note": judgement.note,
    }


def claim_json(claim: Claim, sources: Sequence[SourceLine] = ()) -> Json:
    """What some stories say and is not believed; `contradicts` is false for what is only less exact or was given up."""
    tellers = dict.fromkeys(line.source or line.name for line in sources if line.report in claim.reports)
    return {
        "field": claim.field,
        "value": claim.value,
        "reports": claim.stories,
        "why": claim.why,
        "contradicts": claim.rival,
        "sources": list(tellers),
        "reliability": claim.reliability,
        "credibility": claim.credibility,
    }


def source_json(line: SourceLine) -> Json:
    """One carrying of a story: `document` is the name under which it was given, `id` the ledger's."""
    return {
        "document": line.name,
        "id": line.document,
        "source": line.source,
        "url": line.url,
        "published": line.published.isoformat() if line.published else None,
        "quote": line.quote,
        "reliability": line.reliability,
    }


def moment(value: Any) -> str:
    """RFC 3339, in UTC."""
    return str(value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"))


def agenda_lines(
    rows: Sequence[AgendaRow], day: date, names: Mapping[str, Party], width: int = WIDEST, *, zone: tzinfo = UTC,
    links: bool = False,
) -> Iterator[Words]:  # fmt: skip
    """The diary line by line: a heading for each day, and under it what is on, hours in the reader's zone; with `links` each
    source is followed by its address."""
    heading, clashing = "", clashes(rows)
    for row in rows:
        if (now := heading_of(row)) != heading:
            if heading:
                yield Words()
            yield Words(now, "bold blue")
            heading = now
        yield from item(row, day, names, width, clashing.get(row.id, ()), zone, links=links)


def heading_of(row: AgendaRow) -> str:
    """The day under which a meeting stands; what was put off stands under its former one."""
    if row.occasion.when is None and row.occasion.previously is not None:
        return days(row.occasion.previously)
    return days(row.occasion.when)


def item(
    row: AgendaRow, day: date, names: Mapping[str, Party], width: int, clashing: Iterable[Clash], zone: tzinfo, *, links: bool
) -> Iterator[Words]:
    """A meeting: its line, who takes part, what changed or is disputed, the words of its sources, its id."""
    yield from folded(headline(row, day, names, zone=zone), width, "  ", "     ")
    details = [who(row, names), *changes(row), *(clash_words(each, names) for each in clashing)]
    details += [decision_words(each) for each in row.judgements]
    for detail in details:
        if detail:
            yield from folded(Words(detail), width, "     ", "     ")
    for line in quoted(row.sources):
        yield from folded(source_words(line), width, "     ", "       ")
        yield from address_lines(line.url if links else None, "       ")
    hidden = len(row.sources) - QUOTED
    more = f", and {hidden} more" if hidden > 0 else ""
    yield from folded(Words(f"{row.id[:SHORT_ID]}{more}", "dim"), width, "     ", "     ")


def headline(row: AgendaRow, day: date, names: Mapping[str, Party], *, zone: tzinfo = UTC) -> Words:
    """`** BRUSSELS – NATO-Russia Council, ambassadors (to 13 January) – 09:00 UTC – confirmed`."""
    occasion, status = row.occasion, shown_status(row, day)
    words = Words("** " if is_new(row, day) else "", "bold yellow")
    if occasion.place:
        words.append(f"{occasion.place.upper()} – ", "bold")
    words.append(title(row, names), "bold")
    if last := until(occasion.when):
        words.append(f" ({last})")
    if at := hours(row, zone):
        words.append(f" – {at}")
    words.append(" – ")
    words.append(status.replace("-", " "), COLOURS[status])
    if status != occasion.status:
        words.append(f" (was {occasion.status})", "dim")
    return words


def hours(row: AgendaRow, zone: tzinfo) -> str:
    """When it begins in the reader's zone, with the day where that is another one there: "01:30 JST (13 January)"."""
    when = row.occasion.when
    if when is None or when.starts is None or when.starts.tzinfo is None:
        return ""
    local = in_zone(when.starts, zone)
    other = f" ({short_day(local.date())})" if local.date() != when.earliest else ""
    return f"{local:%H:%M %Z}{other}"


def title(row: AgendaRow, names: Mapping[str, Party]) -> str:
    """The title of a meeting without the place, which the line names itself; of forum or parties where it has none."""
    occasion = row.occasion
    if occasion.title:
        return one_line(occasion.title).removesuffix(f", {occasion.place}")
    sides = joined([name_of(party, names) for party in occasion.parties])
    return occasion.forum or (f"{sides}: {occasion.kind}" if sides else occasion.kind)


def who(row: AgendaRow, names: Mapping[str, Party]) -> str:
    """Parties, people and rank."""
    occasion = row.occasion
    sides = ", ".join(name_of(party, names) for party in occasion.parties)
    people = joined([each.id for each in occasion.people])
    parts = [sides, f"with {people}" if people else "", occasion.level or "", f"at {occasion.venue}" if occasion.venue else ""]
    return "; ".join(part for part in parts if part)


def changes(row: AgendaRow) -> list[str]:
    """Where it was moved from, and what other stories say."""
    occasion = row.occasion
    found = []
    if occasion.previously is not None:
        verb = "put off from" if occasion.when is None else "moved from"
        found.append(f"{verb} {brief_days(occasion.previously.edtf)}")
    rivals = [claim for claim in occasion.claims if claim.rival]
    found += [f"{teller(claim, occasion)}: {claim.field} {brief_days(claim.value)} ({claim.why})" for claim in rivals]
    return found


def teller(claim: Claim, occasion: Occasion) -> str:
    """Who says what is not believed."""
    return f"{claim.stories} of {occasion.stories} stories" if claim.stories else "the stories"


def clash_words(clash: Clash, names: Mapping[str, Party]) -> str:
    """`clash: Sergei Lavrov is also to be in Cairo (1234abcd)`."""
    return f"clash: {name_of(clash.who, names)} is also to be in {clash.place} ({clash.meeting[:SHORT_ID]})"


def decision_words(judgement: Judgement) -> str:
    """`decided by Ana: correct place Vienna (as the host told us)`."""
    value = judgement.value if judgement.verb != "meeting add" else None
    what = " ".join(part for part in (judgement.verb, judgement.field, value) if part)
    return f"decided by {judgement.by}: {what}" + (f" ({one_line(judgement.note)})" if judgement.note else "")


def brief_days(edtf: str) -> str:
    """A date of the ledger within a line: "12 January", "24–25 September 2020"."""
    first, _, last = edtf.partition("/")
    try:
        start = date.fromisoformat(first)
        return span_of_days(start, date.fromisoformat(last), edtf) if last else short_day(start)
    except ValueError:
        return edtf.replace("/", " to ")


def quoted(sources: Sequence[SourceLine]) -> list[SourceLine]:
    """The newest stories, each text once."""
    texts = {line.text: line for line in sources if line.quote}
    return list(reversed(texts.values()))[:QUOTED]


def source_words(line: SourceLine) -> Words:
    """`“will take place in Brussels on Jan. 12” – SUCH TV, 4 January`."""
    spoken = one_line(line.quote)
    if len(spoken) > LONGEST_QUOTE:
        spoken = spoken[:LONGEST_QUOTE].rpartition(" ")[0] + " […]"
    told = f"{short_day(line.published)} {line.published.year}" if line.published else ""
    by = ", ".join(part for part in (line.source or line.name, told) if part)
    return Words.assemble(f"“{spoken}”", (f" – {by}", "dim"))


def address_lines(url: str | None, indent: str) -> Iterator[Words]:
    """The address of a story on a line of its own, whole, however long, so that one can follow it."""
    if (address := link(url)) is not None:
        yield Words(f"{indent}{address}", "dim")


def folded(words: Words, width: int, first: str, rest: str) -> Iterator[Words]:
    """Words wrapped to a width with a hanging indent."""
    from rich.console import Console

    lines = styled(words).wrap(Console(width=width), width - len(rest))
    for number, line in enumerate(lines):
        line.rstrip()
        yield Words.assemble(first if number == 0 else rest, line)
