"""Meetings in the review queue: contested, one-sided, unlikely, joined by little, or perhaps told of twice."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from dateline.knowledge.rules import rule
from dateline.ledger import judge, reports, review
from dateline.ledger.database import Connection
from dateline.matching.disputes import OFF, ON, disputes
from dateline.matching.doubts import contested, doubles, joins, one_sided, readers_differ, same_after_all, unlikely
from dateline.matching.rulings import Decided, decided
from dateline.model.agenda import AgendaRow, Question, SourceLine
from dateline.model.reading import DOUBTFUL, LIKELY
from dateline.model.review import Asked, Doubtful, Passage, Reason, Subject
from dateline.model.watch import taking_part

__all__ = ["again", "pages", "passages"]

MOST = 3
"""So many possible doubles of a meeting are named, the likeliest ones."""

ASIDE = ("same-as", "not-same")
"""Decisions on two meetings: they leave the rest of each open."""

Found = dict[str, list[Reason]]


def pages(connection: Connection, asked: Asked) -> Iterator[list[Doubtful]]:
    """The doubtful meetings asked for, in portions from the nearest day outwards."""
    question = Question(
        first=asked.first, last=asked.last, party=asked.party, watch=asked.watch, confidence=DOUBTFUL,
    )  # fmt: skip
    seen: set[str] = set()
    for rows in review.meetings_outwards(connection, question, asked.around):
        yield [each for each in doubtful(connection, rows) if each.id not in seen]
        seen |= {row.id for row in rows}


def again(connection: Connection, entry: Doubtful) -> Doubtful | None:
    """What is doubtful of a meeting now, after what was decided meanwhile; None where nothing is left."""
    rows = review.living(connection, {entry.id, *entry.beside})
    found = doubtful(connection, sorted(rows, key=lambda row: row.id != entry.id))
    return next((each for each in found if each.id == entry.id), None)


def doubtful(connection: Connection, rows: Sequence[AgendaRow]) -> list[Doubtful]:
    """Those of some meetings of which there is anything to decide, each pair that may be one under its first."""
    known = {row.id: row for row in rows}
    said = decided(judge.rulings(connection, [line.report for row in rows for line in row.sources]))
    open_ = [row for row in rows if all(each.verb in ASIDE for each in row.judgements)]
    found: Found = defaultdict(list)
    for row in open_:
        found[row.id] += [*unlikely(row.occasion.confidence, LIKELY), *one_sided(row.occasion)]
    disputed(connection, open_, found)
    differing(connection, open_, found)
    weakly_joined(connection, open_, said, found)
    twice(connection, rows, {row.id for row in open_}, said, found)
    others = {reason.other for reasons in found.values() for reason in reasons if reason.cause == "double" and reason.other}
    known |= {row.id: row for row in review.living(connection, others - set(known))}
    return [entry_of(known[name], reasons, known) for name, reasons in found.items() if reasons]


def entry_of(row: AgendaRow, reasons: Iterable[Reason], known: dict[str, AgendaRow]) -> Doubtful:
    """A meeting with its reasons, those that weigh most first."""
    when = row.occasion.when or row.occasion.previously
    ordered = tuple(sorted(reasons, key=lambda each: (-each.doubt, each.words)))
    return Doubtful(
        kind="meeting",
        subject=row,
        reasons=ordered,
        parties=tuple(sorted(taking_part(row.occasion))),
        day=(when.earliest or when.latest if when else None) or row.occasion.newest,
        beside={each.other: known[each.other] for each in ordered if each.other in known},
    )


def disputed(connection: Connection, rows: Sequence[AgendaRow], found: Found) -> None:
    """Add where stories contradict each other; only reports of meetings that may be contested are read in full."""
    several = [row for row in rows if len(row.sources) > 1]
    status = review.statuses_of(connection, [line.report for row in several for line in row.sources])
    for row in several:
        names = {line.report for line in row.sources}
        told = {status[name] for name in names}
        if any(claim.rival for claim in row.occasion.claims) or (told.intersection(ON) and told.intersection(OFF)):
            known = reports.full_reports(connection, names)
            found[row.id] += contested(row, disputes(row.occasion, known))


def differing(connection: Connection, rows: Sequence[AgendaRow], found: Found) -> None:
    """Add where two readers of a story differ."""
    names = [line.report for row in rows for line in row.sources]
    told = review.differing(connection, names, rule("quoted", "differs"))
    for row in rows:
        found[row.id] += readers_differ(each for line in row.sources for each in told.get(line.report, ()))


def weakly_joined(connection: Connection, rows: Sequence[AgendaRow], said: Decided, found: Found) -> None:
    """Add the reports that are tied to their meeting by little."""
    links = review.links_of(connection, [row.id for row in rows if len(row.sources) > 1])
    for row in rows:
        found[row.id] += joins(row, links.get(row.id, {}), said.together)


def twice(connection: Connection, rows: Sequence[AgendaRow], open_: set[str], said: Decided, found: Found) -> None:
    """Add the meetings that may be one and the same, each pair once, unless people told them apart."""
    home = {line.report: row.id for row in rows for line in row.sources}
    parted = {frozenset((home[a], home[b])) for a, b in said.apart if a in home and b in home}
    split = {frozenset(pair) for pair in said.apart}
    alike = [(one, same_after_all(match, other)) for one, other, match in review.apart(connection, home)
             if frozenset((match.one, match.other)) not in split]  # fmt: skip
    told: set[frozenset[str]] = set(parted)
    for one, reason in sorted((*alike, *doubles(rows)), key=lambda each: -each[1].doubt):
        pair = frozenset((one, str(reason.other)))
        host = one if one in open_ else str(reason.other)
        named = sum(each.cause == "double" for each in found[host])
        if pair in told or host not in open_ or named == MOST:
            continue
        told.add(pair)
        other = one if host != one else str(reason.other)
        found[host].append(Reason(cause="double", words=reason.words, doubt=reason.doubt, other=other))


def passages(connection: Connection, entry: Doubtful) -> tuple[Passage, ...]:
    """The sentences of a meeting, each text once: of reports that may not belong to it first, then the newest; and the newest
    one of each meeting that it may be."""
    doubted = entry.others("join")
    told = [(line, None) for line in newest(entry.subject)]
    told.sort(key=lambda each: each[0].report not in doubted)
    beside = [(line, name) for name in entry.others("double") for line in newest(entry.beside.get(name))[:1]]
    spoken = review.sentences(connection, [line.report for line, _ in (*told, *beside)])
    return tuple(
        Passage(
            entry=line.report, sentence=spoken.get(line.report) or line.quote, document=line.name,
            story=line.document, outlet=line.source, day=line.published, url=line.url, beside=name,
        )
        for line, name in (*told, *beside)
    )  # fmt: skip


def newest(subject: Subject | None) -> list[SourceLine]:
    """Who tells of a meeting, the newest first, each text once."""
    lines = subject.sources if isinstance(subject, AgendaRow) else ()
    return list({line.text: line for line in sorted(lines, key=lambda line: line.published or date.min)}.values())[::-1]
