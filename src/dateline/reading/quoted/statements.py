"""Quoted statements: who says what of which kind to whom, from the words that a model quotes."""

from dateline.knowledge.lists import listed
from dateline.model.entry import Form, Statement
from dateline.model.evidence import Sourced, Span
from dateline.model.quoted import Named, QuotedStatement
from dateline.reading.quoted.find import gap
from dateline.reading.quoted.held import CONFIDENCE, Desk
from dateline.reading.quoted.sides import Resolved, full_name, plain

__all__ = ["statements_of"]

FARTHEST = 600
"""Characters between what is said and the words that report it."""


def statements_of(desk: Desk) -> list[Statement]:
    """The statements of an answer whose content stands in the text and whose speaker is named."""
    made = []
    for quoted in desk.answer.statements:
        statement = statement_of(desk, quoted)
        if statement is None:
            desk.quotes.tally.refused += 1
        else:
            made.append(statement)
    return made


def statement_of(desk: Desk, quoted: QuotedStatement) -> Statement | None:
    """One statement."""
    content = desk.ground(quoted.content)
    if content is None:
        return None
    cue, source = (close(desk.quotes.find(words, content), content) if words else None for words in (quoted.cue, quoted.source))
    speaker = speaker_of(desk, quoted, source, content)
    if speaker is None:
        return None
    of = sides_of(desk, quoted, speaker, content)
    own = {speaker.id, *(each.id for each in of)}
    targets: dict[str, Resolved] = {}
    for each in quoted.targets:
        found = target_of(desk, each, content)
        if found is not None and found.id not in own and found.id.lower() not in listed("quoted/words", "pronouns"):
            targets.setdefault(found.id, found)
    ground = cue or content
    return Statement(
        text=desk.story.document.text.id,
        content=(content,),
        speaker=Sourced(speaker.id, (desk.evidence(speaker.span, *speaker.because),)),
        kind=Sourced(quoted.kind, (desk.evidence(ground),)),
        form=form_of(desk, content),
        of=tuple(Sourced(each.id, (desk.evidence(each.span, *each.because),)) for each in of),
        source=source,
        cue=cue,
        target=tuple(Sourced(each.id, (desk.evidence(each.span, *each.because),)) for each in targets.values()),
        confidence=CONFIDENCE,
        evidence=(desk.evidence(ground),),
    )


def close(span: Span | None, content: Span) -> Span | None:
    """Words that report, if they stand near what is said."""
    return span if span is not None and span.field == content.field and gap(span, content) <= FARTHEST else None


def form_of(desk: Desk, content: Span) -> Form:
    """Whether what is said stands between marks, partly, or not."""
    marked = desk.quotations.on(content)
    if any(each.start <= content.start and content.end <= each.end for each in marked):
        return "direct"
    return "mixed" if marked else "indirect"


def speaker_of(desk: Desk, quoted: QuotedStatement, source: Span | None, content: Span) -> Resolved | None:
    """Who speaks: by the fullest words, else by those near; one whom nobody knows by his own name."""
    near = source or content
    full = desk.quotes.find(quoted.speaker, near) if quoted.speaker else None
    spans = [span for span in (full, source) if span is not None]
    for span in spans:
        if (actor := desk.sides.actor(span)) is not None:
            return Resolved(full_name(actor, span), actor.side, actor.party.kind, source or span, (actor.evidence,))
        if (found := desk.sides.by_words(span)) is not None:
            return Resolved(found.id, found.side, found.kind, source or span, found.because)
    for span in spans:
        own = plain(span.quote)
        if own and own.lower() not in listed("quoted/words", "pronouns"):
            return Resolved(own, None, "unnamed", source or span)
    return None


def sides_of(desk: Desk, quoted: QuotedStatement, speaker: Resolved, content: Span) -> list[Resolved]:
    """The states, bodies and groups spoken for: those that are quoted, else the one that the speaker is or serves."""
    found = [found for name in quoted.of if (found := desk.sides.side(Named("", name), content)) is not None]
    if not found and speaker.side is not None and speaker.kind != "person":
        return [Resolved(speaker.side, speaker.side, "side", speaker.span, speaker.because)]
    return list({each.id: each for each in found}.values())


def target_of(desk: Desk, quoted: Named, content: Span) -> Resolved | None:
    """Whom it is made to: a person by his name, else the side."""
    for words in (quoted.name, quoted.words):
        span = min(desk.quotes.places(words)[0], key=lambda each: gap(each, content), default=None)
        actor = desk.sides.actor(span) if span is not None else None
        if span is not None and actor is not None and actor.party.kind == "person" and actor.how == "name":
            return Resolved(actor.party.id, actor.side, "person", span, (actor.evidence,))
    return desk.sides.side(quoted, content)
