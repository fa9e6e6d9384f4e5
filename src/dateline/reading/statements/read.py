"""Statements: who says, demands, denies, accuses, promises or threatens what, to whom, in which words."""

from dataclasses import replace

from dateline.model.entry import Statement
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.when import When
from dateline.reading.desk import (
    Findings,
    Quotation,
    Spread,
    Story,
    Word,
    find_quotations,
    is_passive,
    stated_subject,
    subject,
    surface_subjects,
)
from dateline.reading.statements.days import carried, said_around, said_when
from dateline.reading.statements.drafts import Draft, content_spans, draft_of_speech, drafts_in, key, worth_saying
from dateline.reading.statements.heard import heard_drafts
from dateline.reading.statements.joining import Found, join_relays, link, without_doubles, without_echoes
from dateline.reading.statements.kinds import Content, content_of, decide_kind
from dateline.reading.statements.speakers import AUTHOR, Speaker, author, nobody, source_span, speakers
from dateline.reading.statements.speech import speeches
from dateline.reading.statements.targets import targets
from dateline.reading.statements.topics import topic_of
from dateline.reading.statements.weigh import (
    aims,
    believed,
    heard_kinds,
    side_ground,
    speaker_ground,
    usual,
    weighed_kind,
    weighed_targets,
)

__all__ = ["build", "content_view", "find_statements", "gather", "own_side", "ruled_sure"]

LEAST, HEARD = 0.12, 0.25
"""The least confidence of what is given: of what rules read alone, and of what both witnesses were asked of."""
QUOTED = 0.9
FREE = 0.55
UNKNOWN = 0.8
DENIED = 0.8
NEXT = 2
"""Sentences within which who spoke last goes on as "we" or "I"."""
NESTED, NESTED_OWN, NESTED_NOBODY = 0.7, 0.5, 0.3


def find_statements(story: Story, findings: Findings) -> Findings:
    """Fill `statements`."""
    return replace(findings, statements=tuple(resolve(story, findings, *gather(story, findings))))


def gather(story: Story, findings: Findings) -> tuple[list[Found], dict[int, Speaker]]:
    """What is said in a story with who says it, relayed ones joined and doubles left out, and who relays which."""
    marked = find_quotations(story)
    quotations = Spread((each.field, each.start, each.end, each) for each in marked)
    found: list[Found] = []
    drafts = drafted(story, marked, quotations)
    if findings.signals is not None:
        drafts += heard_drafts(story.body, findings.signals, drafts)
    for draft in drafts:
        who = speakers_of(findings, draft)
        content, form = content_spans(draft, quotations)
        if who and content and worth_saying(draft, content):
            found.append(Found(draft, who, content, form))
    found, relayed = join_relays(without_doubles(going_on(without_authors_in_speech(found))))
    return without_echoes(found), relayed


def drafted(story: Story, marked: tuple[Quotation, ...], quotations: Spread[Quotation]) -> list[Draft]:
    """What quotations and cues report."""
    numbers = {sentence.number for sentence in story.body}
    paragraphs = [sentences for sentences in story.paragraphs() if sentences[0].number in numbers]
    drafts = [draft_of_speech(speech) for speech in speeches(paragraphs, marked)]
    taken = {key(draft.sentence, draft.verb) for draft in drafts if draft.verb is not None}
    spoken = Spread((draft.sentence.field, *piece, draft) for draft in drafts for piece in draft.pieces)
    stops = {sentences[0].number: sentences[-1].end for sentences in paragraphs}
    for sentence in story.body:
        drafts += drafts_in(sentence, quotations, taken, spoken, stops.get(sentence.number))
    return drafts


def order(statement: Statement) -> tuple[int, int, str]:
    """Place in the text."""
    return statement.content[0].start, statement.content[-1].end, statement.speaker.value


def resolve(story: Story, findings: Findings, found: list[Found], relayed: dict[int, Speaker]) -> list[Statement]:
    """The statements that are made."""
    statements: list[Statement] = []
    for item in found:
        statements += build(story, findings, item, relayed.get(id(item)), statements)
    return likely(link([*carried(sorted(statements, key=order))]), least(findings))


def least(findings: Findings) -> float:
    """The least confidence of what is given."""
    return LEAST if findings.signals is None else HEARD


def without_authors_in_speech(found: list[Found]) -> list[Found]:
    """Without what "I" says in another's words: there it is not the author."""
    others = [item for item in found if item.speakers[0].id != AUTHOR]
    if any(item.draft.way == "label" for item in others):
        return others
    said = Spread((span.field, span.start, span.end, item) for item in others for span in item.content)
    return [item for item in found if item.speakers[0].id != AUTHOR or not (quotes(item) or within(item.content[0], said))]


def going_on(found: list[Found]) -> list[Found]:
    """Where a story in which others speak goes over to "we" and "I" without marks, whoever spoke last goes on."""
    ordered = sorted(found, key=lambda item: item.content[0].start)
    if not ordered or ordered[0].speakers[0].id == AUTHOR:
        return [item for item in found if item.draft.way != "heard"]
    told: list[Found] = []
    for item in ordered:
        before = told[-1] if told else item
        near = 0 <= item.draft.sentence.number - before.draft.sentence.number <= NEXT
        mine = item.speakers[0].id == AUTHOR and near and before.speakers[0].known
        told.append(replace(item, speakers=before.speakers) if mine else item)
    return [item for item in told if item.speakers[0].id != AUTHOR or item.draft.way != "heard"]


def quotes(item: Found) -> bool:
    """Does the content hold a quotation mark, so that "I" may be somebody quoted?"""
    return any(mark in span.quote for span in item.content for mark in '"“”')


def within(span: Span, said: Spread[Found]) -> bool:
    """Does the span share words with what is said?"""
    return bool(said.on(span))


def speakers_of(findings: Findings, draft: Draft) -> tuple[Speaker, ...]:
    """Who speaks; the unnamed one of a passive that leaves him out, where the rule lets it."""
    if draft.subject is not None:
        return speakers(findings, draft.sentence, draft.subject, draft.rule)
    if draft.verb is not None and (draft.rule.nobody or draft.rule.unnamed) and is_passive(draft.verb):
        return nobody(draft.sentence, draft.verb)
    return author(draft.sentence) if draft.way == "heard" else ()


def likely(statements: list[Statement], least: float = LEAST) -> list[Statement]:
    """The statements with what is known of those that stand in others, without the least likely.

    What a speaker says that somebody else says is more often a turn of phrase than a position; most of all where that
    one speaks for no side, or for the speaker's own. What stands in a statement left out stands in none.
    """
    by_id = {statement.id: statement for statement in statements}
    weighed = [replace(each, confidence=round(each.confidence * nested_share(each, by_id), 3)) for each in statements]
    kept = [each for each in weighed if each.confidence >= least]
    ids = {each.id for each in kept}
    return [each if each.inside is None or each.inside in ids else replace(each, inside=None) for each in kept]


def nested_share(statement: Statement, by_id: dict[str, Statement]) -> float:
    """How much less sure a statement is for standing in another."""
    outer = by_id.get(statement.inside) if statement.inside is not None else None
    if outer is None:
        return 1.0
    if not statement.of:
        return NESTED_NOBODY
    same = {side.value for side in statement.of} == {side.value for side in outer.of}
    return NESTED_OWN if same else NESTED


def build(story: Story, findings: Findings, item: Found, via: Speaker | None, earlier: list[Statement]) -> list[Statement]:
    """The statements of one draft, one for each of several joint speakers."""
    made = [statement_of(story, findings, item, speaker, via, earlier) for speaker in item.speakers]
    return [statement for statement in made if statement is not None and statement.confidence >= least(findings)]


def statement_of(
    story: Story, findings: Findings, item: Found, speaker: Speaker, via: Speaker | None, earlier: list[Statement]
) -> Statement | None:
    """One speaker's statement; None where the denied cue makes none."""
    draft = item.draft
    view = content_view(findings, item, speaker)
    ruled = decide_kind(draft.rule, draft.negated, draft.frame, view)
    if ruled is None:
        return None
    decision, sure = weighed_kind(ruled, heard_kinds(findings.signals, story, item))
    cue = draft.sentence.span(draft.first, draft.last) if draft.first is not None and draft.last is not None else None
    ground = cue or item.content[0]
    shown = ground if decision.by in ("cue", "nothing") else item.content[0]
    own = own_side(item)
    aimed, hearers, way = targets(findings, item, decision.kind, decision.target, own, earlier)
    aimed, aim_sure = weighed_targets(aims(story, findings, item, own, aimed, way, decision.kind), decision.kind)
    if decision.kind == "propose" and len(item.speakers) > 1:
        aimed = [each for each in item.speakers if each.id != speaker.id]
    return Statement(
        text=story.document.text.id,
        content=item.content,
        speaker=Sourced(speaker.id, (speaker.evidence,)),
        kind=Sourced(decision.kind, (Evidence(shown, decision.rule),)),
        form=item.form,
        of=(Sourced(speaker.side, (speaker.evidence,)),) if speaker.side else (),
        via=Sourced(via.id, (via.evidence,)) if via and via.id != speaker.id else None,
        source=source_of(findings, draft, speaker),
        cue=cue,
        target=tuple(Sourced(each.id, (each.evidence,)) for each in aimed),
        addressee=tuple(Sourced(each.id, (each.evidence,)) for each in hearers),
        topic=topic_of(draft.sentence, item.content, draft.head, view.main),
        said=day_of_saying(findings, item),
        confidence=round(believed(findings.signals, story, item, ruled_sure(item, speaker), by=ruled.by), 3),
        sure=shares_of(speaker, sure, aim_sure),
        evidence=(Evidence(ground, draft.rule.name), Evidence(item.content[0], draft.how)),
    )


def day_of_saying(findings: Findings, item: Found) -> Sourced[When] | None:
    """The day that is told with the cue, else in its sentence."""
    draft = item.draft
    beside = said_when(findings, draft.sentence, draft.verb) if draft.verb is not None else None
    return beside or said_around(findings, draft.sentence, item.content)


def shares_of(speaker: Speaker, kind: float | None, target: float | None) -> dict[str, float]:
    """How sure each field is; nothing where the rules read alone."""
    if kind is None:
        return {}
    shares = {
        "speaker": usual(speaker_ground(speaker)),
        "of": usual(side_ground(speaker)),
        "kind": kind,
        "target": target,
    }
    return {name: round(share, 3) for name, share in shares.items() if share is not None}


def own_side(item: Found) -> set[str]:
    """The speakers of a statement and the sides they speak for: none of them is its target."""
    return {name for speaker in item.speakers for name in (speaker.id, speaker.side) if name}


def source_of(findings: Findings, draft: Draft, speaker: Speaker) -> Span | None:
    """The words that name the speaker; of "Oslo repeated its call" the name rather than the pronoun."""
    if draft.subject is None:
        return None
    named = owner_named(draft.subject)
    if named is not None and findings.cast is not None:
        actors = findings.cast.actors(draft.sentence, named)
        if any(actor.party.id == speaker.id for actor in actors):
            return source_span(draft.sentence, named)
    return source_span(draft.sentence, draft.subject, relative_of(draft))


def owner_named(pronoun: Word) -> Word | None:
    """The subject of the clause in which a possessive pronoun stands."""
    if pronoun.tag != "PRP$":
        return None
    verb = next((item for item in pronoun.ancestors() if item.is_verb), None)
    named = subject(verb) if verb is not None else None
    return named if named is not None and named.i < pronoun.i else None


def relative_of(draft: Draft) -> Word | None:
    """The relative pronoun through which the speaker is the cue's subject ("the envoy, who said")."""
    if draft.verb is None or draft.subject is None:
        return None
    carrier = next((item for item in (draft.verb, *draft.verb.ancestors()) if item.is_verb), None)
    own = stated_subject(carrier) if carrier is not None else None
    return own if own is not None and own.tag in ("WP", "WDT") else None


def ruled_sure(item: Found, speaker: Speaker) -> float:
    """The share of readings by its rule that are right."""
    draft = item.draft
    value = draft.rule.sure
    if draft.quoted:
        value = QUOTED if draft.verb is not None else FREE
    denied = draft.negated and draft.rule.negated is None
    return round(value * (1.0 if speaker.known else UNKNOWN) * (DENIED if denied else 1.0), 3)


def content_view(findings: Findings, item: Found, speaker: Speaker) -> Content:
    """What the rules of content look at."""
    draft = item.draft
    within = [word for span in item.content for word in draft.sentence.words_in(span)]
    said = " ".join(span.quote for span in item.content)
    if draft.rule.part == "adjective" and draft.verb is not None:
        said = f"{draft.verb.text} {said}"
    view = content_of(within, said, draft.head, draft.verb.lemma if draft.verb is not None else "")
    return replace(view, own=is_own(findings, view.main, speaker, item))


def is_own(findings: Findings, main: Word | None, speaker: Speaker, item: Found) -> bool | None:
    """Is the subject of the content's main verb the speaker's own side? None where it has none."""
    if main is None or main.any("csubj", "csubjpass"):
        return None
    if main.dep == "ccomp" and main.tag != "VBG" and not main.any("nsubj", "nsubjpass", "expl"):
        return None
    who = next(iter(surface_subjects(main) or [word for word in [subject(main)] if word is not None]), None)
    if who is None:
        return None
    if who.lower in ("i", "we"):
        return True
    actors = findings.cast.actors(item.draft.sentence, who) if findings.cast is not None else ()
    mine = {speaker.id, speaker.side or speaker.id}
    if actors:
        return any({actor.party.id, actor.side or actor.party.id} & mine for actor in actors)
    person = speaker.id != speaker.side
    return item.form != "direct" and who.lower in (("he", "she", "they") if person else ("it", "they"))
