"""Why the ledger says what it says: the derivation of an entry as a tree, from each value down to the words.

`explanation` makes the tree of plain values; `tree_lines` prints it, `branch_json` gives it to programs.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rich.text import Text as Words

from dateline.model.entry import Attendee, Meeting, Statement
from dateline.model.event import Event
from dateline.model.evidence import Evidence, Sourced, Span, Stamp
from dateline.model.judgement import Judgement, is_rejected
from dateline.model.kept import Apart, Carried, Change, KeptEntry, KeptMeeting, Link
from dateline.model.occasion import Claim, Report, Step
from dateline.model.position import Carrier
from dateline.model.relation import Relation
from dateline.model.when import Dating, When
from dateline.views.outward import one_line, styled

__all__ = ["CREDIBILITY", "Branch", "branch_json", "explanation", "of_dating", "tree_lines"]

FIELDS = (
    "kind", "status", "forum", "when", "previously", "place", "venue", "parties", "people", "level", "convener", "topic",
    "outcome",
)  # fmt: skip
SAID = ("speaker", "kind", "of", "via", "target", "addressee", "topic", "said")
DONE = ("type", "mode", "cameo", "status", "actors", "recipients", "when", "place", "contexts")
HELD = ("kind", "source", "target", "office", "from_", "until")
FEW = 5
"""Documents that are named; of a story that more carry the number of the others is told."""

LABELS = {"when": "date", "previously": "previous date", "from_": "from"}


@dataclass(frozen=True)
class Branch:
    """A node: what it is called, its value, the words or field it rests on, the rule, and what lies beneath."""

    label: str
    value: str | None = None
    quote: str | None = None
    where: str | None = None
    rule: str | None = None
    assumed: bool = False
    beneath: tuple["Branch", ...] = ()

    def __str__(self) -> str:
        return "\n".join(line.plain.rstrip() for line in tree_lines(self))

    def to_dict(self) -> dict[str, Any]:
        """The tree as `dateline explain --json` has it; what is empty is left out."""
        return branch_json(self)


def explanation(subject: Carried | KeptMeeting | tuple[Report, str | None] | KeptEntry) -> Branch:
    """The tree of whatever an id stands for."""
    if isinstance(subject, KeptEntry):
        return of_entry(subject)
    if isinstance(subject, Carried):
        return of_document(subject)
    if isinstance(subject, KeptMeeting):
        return of_meeting(subject)
    report, meeting = subject
    tree = of_report(report)
    return tree if meeting is None else Branch(tree.label, tree.value, beneath=(*tree.beneath, Branch("meeting", meeting)))


def shown(value: Any) -> str:
    """A value in words."""
    if isinstance(value, When):
        parts = [value.edtf, value.bearing, value.starts and f"from {value.starts.isoformat()}"]
        return " ".join(str(part) for part in parts if part)
    if isinstance(value, Attendee):
        return f"{value.id} ({value.of})" if value.of else value.id
    return one_line(str(value))


def of_evidence(evidence: Evidence) -> Branch:
    """A ground and its rule, and what the rule itself rested on."""
    made: defaultdict[int, list[Branch]] = defaultdict(
        list
    )  # by depth: from the last one up, all beneath a node is made before it
    for depth, each in reversed(list(evidence.walk())):
        made[depth].append(of_ground(each, tuple(reversed(made.pop(depth + 1, [])))))
    return made[0][0]


def of_ground(evidence: Evidence, beneath: tuple[Branch, ...]) -> Branch:
    """A ground and its rule, above what the rule rested on."""
    ground = evidence.ground
    if isinstance(ground, Span):
        place = f"{ground.field} {ground.start}–{ground.end}"
        return Branch("words", quote=ground.quote, where=place, rule=evidence.rule, assumed=evidence.assumed, beneath=beneath)
    if isinstance(ground, Stamp):
        return Branch(ground.name, ground.value or None, rule=evidence.rule, assumed=evidence.assumed, beneath=beneath)
    decided = f"{ground.by}, {ground.at.isoformat()}" + (f": {ground.note}" if ground.note else "")
    return Branch("decision", decided, rule=evidence.rule, assumed=evidence.assumed, beneath=beneath)


def of_value(label: str, sourced: Sourced[Any]) -> Branch:
    """A value and why."""
    return Branch(label, shown(sourced.value), beneath=tuple(of_evidence(reason) for reason in sourced.evidence))


def of_fields(entry: Meeting | Statement | Event | Relation, names: tuple[str, ...]) -> Iterator[Branch]:
    """The fields that an entry has, each value with why."""
    for name in names:
        value = getattr(entry, name)
        for sourced in value if isinstance(value, tuple) else (value,):
            if sourced is not None:
                yield of_value(LABELS.get(name, name), sourced)


def mention(label: str, span: Span | None) -> list[Branch]:
    """Words of an entry, if it has them."""
    return [] if span is None else [Branch(label, quote=span.quote, where=f"{span.field} {span.start}–{span.end}")]


def of_report(report: Report, link: Link | None = None) -> Branch:
    """A report of a meeting: its words, its fields, and what ties it to others."""
    meeting = report.meeting
    rated = f"reliability {report.reliability}" if report.reliability else ""
    told = ", ".join(part for part in (report.source, report.day and report.day.isoformat(), rated) if part)
    beneath = [Branch("document", report.document + (f" ({told})" if told else ""))]
    beneath += [branch for span in meeting.spans for branch in mention("mention", span)]
    beneath += of_fields(meeting, FIELDS)
    beneath += [Branch("after", other) for other in meeting.after]
    beneath += [Branch("part of", meeting.part_of)] if meeting.part_of else []
    sure = tuple(Branch(name, f"{share:.2f}") for name, share in meeting.sure.items())
    beneath.append(Branch("confidence", f"{meeting.confidence:.2f}", beneath=sure))
    if link is not None and link.reasons:
        reasons = tuple(Branch(words, f"{weight:+.1f}") for words, weight in link.reasons)
        beneath.append(Branch("belongs here", f"score {link.score:.1f}", beneath=reasons))
    return Branch(f"report {report.id}", one_line(meeting.title) or None, beneath=tuple(beneath))


def of_entry(kept: KeptEntry) -> Branch:
    """A statement, event or relation, the documents that carry it, and what people decided of it."""
    if isinstance(kept.entry, Event):
        tree = of_event(kept.entry, kept.id)
    elif isinstance(kept.entry, Relation):
        tree = of_relation(kept.entry, kept)
    else:
        tree = of_statement(kept.entry, kept.id)
    ended = (Branch("rejected", "it is left out of every listing"),) if is_rejected(kept.judgements) else ()
    decided = tuple(of_judgement(each) for each in kept.judgements)
    return replace(tree, beneath=(*ended, *of_carriers(kept.carriers), *tree.beneath, *decided))


def of_carriers(carriers: Sequence[Carrier]) -> Iterator[Branch]:
    """The documents that carry a story, each with its outlet, the day of publication and the address."""
    for each in carriers[:FEW]:
        told = ", ".join(part for part in (each.source, each.published and each.published.isoformat()) if part)
        beneath = (Branch("address", each.url),) if each.url else (Branch("name", each.name),)
        yield Branch("document", each.id + (f" ({one_line(told)})" if told else ""), beneath=beneath)
    if len(carriers) > FEW:
        yield Branch("carried by", f"{len(carriers) - FEW} more")


def of_statement(statement: Statement, id: str) -> Branch:
    """A statement: its words, its fields, and how it was recognised."""
    beneath = [branch for span in statement.content for branch in mention("words said", span)]
    beneath += [*mention("reported by", statement.cue), *mention("speaker named by", statement.source)]
    beneath += of_fields(statement, SAID)
    if statement.evidence:
        beneath.append(Branch("recognised", beneath=tuple(of_evidence(reason) for reason in statement.evidence)))
    beneath += [
        Branch(label, value)
        for label, value in (("form", statement.form), ("same as", statement.same_as), ("inside", statement.inside))
        if value
    ]
    sure = tuple(Branch(name, f"{share:.2f}") for name, share in statement.sure.items())
    beneath.append(Branch("confidence", f"{statement.confidence:.2f}", beneath=sure))
    kind = f"{statement.speaker.value}: {statement.kind.value}"
    return Branch(f"statement {id}", kind, beneath=tuple(beneath))


def of_event(event: Event, id: str) -> Branch:
    """An event: the words that name it, its codes, and how it was recognised."""
    beneath = [*mention("named by", event.trigger), *of_fields(event, DONE)]
    if event.evidence:
        beneath.append(Branch("recognised", beneath=tuple(of_evidence(reason) for reason in event.evidence)))
    if event.reported_by:
        beneath.append(Branch("reported by statement", event.reported_by))
    beneath.append(Branch("confidence", f"{event.confidence:.2f}"))
    return Branch(f"event {id}", f"{event.type.value}, CAMEO {event.cameo.value}", beneath=tuple(beneath))


def of_relation(relation: Relation, kept: KeptEntry) -> Branch:
    """A relation: its sentence, the words that state it, and its fields."""
    beneath = [Branch("sentence", quote=kept.sentence)] if kept.sentence else []
    beneath += [branch for span in relation.spans for branch in mention("stated by", span)]
    beneath += of_fields(relation, HELD)
    target = f" {relation.target.value}" if relation.target else ""
    what = f"{relation.source.value} {relation.kind.value}{target}"
    return Branch(f"relation {kept.id}", one_line(what), beneath=tuple(beneath))


def of_dating(dating: Dating) -> Branch:
    """The day of a story."""
    how = "as given" if dating.given else "inferred"
    value = f"{dating.value.isoformat()} ({how})" if dating.value else "unknown"
    rivals = tuple(Branch("rival", f"{rival.value.isoformat()} ({rival.weight:.0%})") for rival in dating.rivals)
    return Branch("published", value, beneath=(*(of_evidence(reason) for reason in dating.because), *rivals))


def of_document(document: Carried) -> Branch:
    """A document: who carried it, its day, and all that it says."""
    beneath = [
        Branch(label, value)
        for label, value in (
            ("name", document.name), ("title", one_line(document.title)), ("source", document.source),
            ("address", document.url), ("text", document.text), ("added", document.added_at.isoformat(timespec="seconds")),
        )
        if value
    ]  # fmt: skip
    if document.read_in:
        where = "" if document.read_in == document.id else f", in {document.read_in}"
        beneath.append(Branch("read", f"by rules of {document.rules}{where}"))
    if document.predecessor:
        beneath.append(Branch("updates", document.predecessor))
    beneath += [Branch("copy", other) for other in document.others]
    beneath.append(of_dating(document.dating))
    beneath += [of_report(report) for report in document.reports]
    said: tuple[Statement | Event | Relation, ...] = (*document.statements, *document.events, *document.relations)
    beneath += [of_entry(document.judged.get(each.id) or KeptEntry(id=each.id, entry=each)) for each in said]
    beneath += [Branch("problem", what) for what in document.problems]
    return Branch(f"document {document.id}", beneath=tuple(beneath))


def of_meeting(meeting: KeptMeeting) -> Branch:
    """A meeting in the ledger: what is believed, how it came about, what else was said, and the reports beneath."""
    row, occasion = meeting.row, meeting.row.occasion
    believed = {
        "kind": occasion.kind, "status": occasion.status, "forum": occasion.forum, "date": occasion.when,
        "previous date": occasion.previously, "place": occasion.place, "parties": ", ".join(occasion.parties) or None,
        "people": ", ".join(shown(each) for each in occasion.people) or None, "level": occasion.level,
        "topic": occasion.topic, "outcome": occasion.outcome, "confidence": f"{occasion.confidence:.2f}",
        "credibility": f"{occasion.credibility} ({CREDIBILITY[occasion.credibility]})",
    }  # fmt: skip
    beneath = []
    if meeting.merged_into:
        beneath.append(Branch("now part of", meeting.merged_into))
    if meeting.withdrawn:
        rejected = any(each.verb == "reject" for each in meeting.judgements)
        beneath.append(Branch("withdrawn", "rejected" if rejected else "no story tells of it any more"))
    beneath += [Branch(label, shown(value)) for label, value in believed.items() if value is not None]
    if meeting.steps:
        beneath.append(Branch("history", beneath=tuple(of_step(step) for step in meeting.steps)))
    if occasion.claims:
        claims = tuple(of_claim(claim) for claim in occasion.claims)
        beneath.append(Branch("what stories give", beneath=claims))
    beneath += [of_judgement(each) for each in meeting.judgements]
    beneath.append(Branch("ledger", f"revision {row.revision}", beneath=tuple(of_change(each) for each in meeting.changes)))
    beneath += [of_report(report, link) for report, link in meeting.reports]
    beneath += [of_apart(each) for each in meeting.apart]
    return Branch(f"meeting {row.id}", one_line(occasion.title) or None, beneath=tuple(beneath))


def of_apart(apart: Apart) -> Branch:
    """A report that a veto keeps apart, and the meeting that it belongs to."""
    reasons = tuple(Branch(words, f"{weight:+.1f}") for words, weight in apart.reasons)
    return Branch("kept apart", f"report {apart.report}", where=apart.meeting and f"meeting {apart.meeting}", beneath=reasons)


CREDIBILITY = (
    "", "confirmed by others", "probably true", "possibly true", "doubtful", "improbable", "not to be judged",
)  # fmt: skip
"""What the figures of the Admiralty scale say."""


def of_claim(claim: Claim) -> Branch:
    """A value that stories give, with the letter of the best of them and the figure of the claim: "B2"."""
    rating = f"{claim.reliability or 'F'}{claim.credibility}, {CREDIBILITY[claim.credibility]}"
    verdict = "believed" if claim.believed else "contradicts" if claim.rival else "no contradiction"
    tellers = tuple(Branch("told by", f"report {name}") for name in claim.reports)
    return Branch(claim.field, f"{claim.value} ({claim.stories}): {verdict}, {claim.why}", where=rating, beneath=tellers)


def of_judgement(judgement: Judgement) -> Branch:
    """What a person decided."""
    what = " ".join(part for part in (judgement.verb, judgement.field, judgement.value) if part)
    about = tuple(Branch("about", f"{anchor.kind} {anchor.report}") for anchor in (*judgement.one, *judgement.other))
    told = f"{judgement.by}, {judgement.at.isoformat(timespec='seconds')}"
    note = f": {one_line(judgement.note)}" if judgement.note else ""
    return Branch(f"decision {judgement.id}", what, where=told + note, beneath=about)


def of_step(step: Step) -> Branch:
    """One step of the history."""
    value = f"{step.before} → {step.value or 'none'}" if step.before else step.value or "none"
    return Branch(f"{step.day or 'day unknown'} {step.field}", value, quote=step.quote or None, where=f"report {step.report}")


def of_change(change: Change) -> Branch:
    """One change by the ledger's own clock."""
    at = change.at.isoformat(timespec="seconds")
    value = f"{change.before} → {change.value or 'none'}" if change.before else change.value or "none"
    return Branch(f"revision {change.revision}, {change.field}", value, where=f"{at}, document {change.document}")


def branch_json(branch: Branch) -> dict[str, Any]:
    """The tree for programs; what is empty is left out."""
    top = node_json(branch)
    open_ = [(branch, top)]
    while open_:
        each, told = open_.pop()
        if each.beneath:
            told["beneath"] = [node_json(one) for one in each.beneath]
            open_ += zip(each.beneath, told["beneath"], strict=True)
    return top


def node_json(branch: Branch) -> dict[str, Any]:
    """One node for programs."""
    plain = {
        "label": branch.label, "value": branch.value, "quote": branch.quote, "where": branch.where, "rule": branch.rule,
        "assumed": branch.assumed or None,
    }  # fmt: skip
    return {key: value for key, value in plain.items() if value is not None}


def tree_lines(branch: Branch, before: str = "", after: str = "") -> Iterator[Words]:
    """The tree as lines of text with guides."""
    open_ = [(branch, before, after)]
    while open_:
        branch, before, after = open_.pop()
        yield Words.assemble((before, "dim"), node(branch))
        for number, each in enumerate(reversed(branch.beneath)):
            open_.append((each, after + ("├── " if number else "└── "), after + ("│   " if number else "    ")))


def node(branch: Branch) -> Words:
    """One node as a line: "date: 2022-01-12 “on Jan. 12” (text 120–130) by <rule>, assumed"."""
    words = Words(branch.label, "bold" if branch.value else "")
    if branch.value is not None:
        words.append(f": {one_line(branch.value)}")
    if branch.quote is not None:
        words.append(f" “{one_line(branch.quote)}”", "cyan")
    if branch.where is not None:
        words.append(f" ({branch.where})", "dim")
    if branch.rule is not None:
        words.append(f" by {branch.rule}", "green")
    if branch.assumed:
        words.append(", assumed", "bold yellow")
    return styled(words)
