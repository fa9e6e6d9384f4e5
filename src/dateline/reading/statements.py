"""Statements: who says, demands, denies, accuses, promises or threatens what, to whom, in which words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dateline.knowledge.statements import Cue, cue_rules, cues_by_word
from dateline.model.entry import Form, Statement
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.reading.quotations import Quotation, find_quotations
from dateline.reading.statement_frames import Match, matches_in
from dateline.reading.statement_grammar import Grammar, grammar_of
from dateline.reading.statement_kinds import Content, content_of, decide_kind, highest_verb
from dateline.reading.statement_speakers import Speaker, others, said_when, source_span, speakers
from dateline.reading.statement_speech import Pieces, Speech, according, asides, speeches
from dateline.reading.story import Findings, Sentence, Story

__all__ = ["find_statements"]

TALKING = (
    "demand",
    "propose",
    "promise",
    "threaten",
    "accuse",
    "condemn",
    "praise",
    "warn",
    "agree",
    "reject",
    "condition",
    "deny",
)
LEAST = 0.3
MESSENGERS = ("spokes", "agency", "news", "radio", "television", "press")
DUMB = ("it", "this", "that", "which", "what", "these", "those", "something", "anything", "nothing")


@dataclass(frozen=True, eq=False)
class Draft:
    """A statement before its words are resolved."""

    grammar: Grammar
    rule: Cue
    verb: Token | None
    first: Token | None
    last: Token | None
    subject: Token | None
    pieces: Pieces
    how: str
    head: Token | None = None
    objects: tuple[Token, ...] = ()
    frame: str = "clause"
    negated: bool = False
    quoted: bool = False

    @property
    def sentence(self) -> Sentence:
        """The sentence of the cue."""
        return self.grammar.sentence


def find_statements(story: Story, findings: Findings) -> Findings:
    """Fill `statements`."""
    quotations = find_quotations(story)
    reports = frozenset(lemma for part, lemma in cues_by_word() if part == "verb")
    grammars = {sentence.number: grammar_of(sentence, reports) for sentence in story.body}
    paragraphs = [sentences for sentences in story.paragraphs() if sentences[0].number in grammars]
    spoken = speeches(paragraphs, quotations, lambda sentence: grammars[sentence.number])
    drafts = [draft_of_speech(speech) for speech in spoken]
    taken = {draft.verb.i + draft.sentence.offset * 100_000 for draft in drafts if draft.verb is not None}
    inside = [piece for draft in drafts for piece in draft.pieces]
    for grammar in grammars.values():
        drafts += drafts_in(grammar, quotations, taken, inside)
    statements = resolve(story, findings, drafts, quotations)
    return replace(findings, statements=tuple(sorted(statements, key=order)))


def order(statement: Statement) -> tuple[int, int, str]:
    """Place in the text."""
    return statement.content[0].start, statement.content[-1].end, statement.speaker.value


def draft_of_speech(speech: Speech) -> Draft:
    """The draft of a quotation or an aside."""
    return Draft(
        speech.grammar, speech.rule, speech.verb, speech.first, speech.last, speech.subject, speech.pieces, speech.how,
        objects=speech.objects, quoted=speech.quoted,
        negated=speech.verb is not None and speech.grammar.is_negated(speech.verb),
    )  # fmt: skip


def drafts_in(
    grammar: Grammar, quotations: tuple[Quotation, ...], taken: set[int], spoken: list[tuple[int, int]]
) -> Iterator[Draft]:
    """What the cues of one sentence report, those within direct speech left out."""
    sentence = grammar.sentence
    used = set(taken)
    for speech in (*asides(grammar), *according(grammar, according_rule())):
        token = speech.verb or speech.first
        if token is None or key(sentence, token) in used or in_speech(sentence, token, spoken):
            continue
        used.add(key(sentence, token))
        yield replace(
            draft_of_speech(speech), pieces=tuple(whole_quotes(piece, quotations, sentence) for piece in speech.pieces)
        )
    for match in matches_in(grammar):
        if key(sentence, match.cue) in used or in_speech(sentence, match.cue, spoken):
            continue
        yield draft_of_match(grammar, match, quotations)


def according_rule() -> Cue:
    """The rule of "according to"."""
    return next(rule for rule in cue_rules() if rule.part == "phrase")


def key(sentence: Sentence, token: Token) -> int:
    """A number for a token of the story."""
    return token.i + sentence.offset * 100_000


def in_speech(sentence: Sentence, token: Token, spoken: list[tuple[int, int]]) -> bool:
    """Does the token stand in somebody's direct speech?"""
    place = sentence.place(token)
    return any(start <= place < end for start, end in spoken)


def draft_of_match(grammar: Grammar, match: Match, quotations: tuple[Quotation, ...]) -> Draft:
    """The draft of a cue in a frame."""
    sentence, hold = grammar.sentence, match.hold
    pieces: Pieces = ((sentence.place(hold.first), sentence.place(hold.last) + len(hold.last)),)
    if hold.first.i <= match.cue.i <= hold.last.i and match.frame != "carried":
        pieces = split(sentence, hold.first, hold.last, match)
    pieces = tuple(whole_quotes(piece, quotations, sentence, match.last) for piece in pieces)
    return Draft(
        grammar,
        match.rule,
        match.cue,
        match.first,
        match.last,
        match.subject,
        pieces,
        match.rule.name,
        hold.head,
        hold.objects,
        match.frame,
        match.negated,
    )


def split(sentence: Sentence, first: Token, last: Token, match: Match) -> Pieces:
    """A content without the cue that stands in it: the part after the cue."""
    if match.last.i < last.i:
        return ((sentence.place(match.last.nbor(1)), sentence.place(last) + len(last)),)
    return ((sentence.place(first), sentence.place(match.first)),)


def whole_quotes(
    piece: tuple[int, int], quotations: tuple[Quotation, ...], sentence: Sentence, after: Token | None = None
) -> tuple[int, int]:
    """A piece that cuts through a quotation takes in the whole of it, but never the cue before it."""
    start, end = piece
    least = sentence.place(after) + len(after) if after is not None and sentence.place(after) < start else 0
    for quotation in quotations:
        if quotation.field != sentence.field or not quotation.closed or quotation.end <= start or end <= quotation.start:
            continue
        if quotation.start < start <= quotation.last and quotation.start >= least:
            start = quotation.start
        if quotation.first <= end < quotation.end <= sentence.end + 200:
            end = quotation.end
    return start, end


# ---- resolving ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Found:
    """A draft with its speakers and statement values."""

    draft: Draft
    speakers: tuple[Speaker, ...]
    content: tuple[Span, ...]
    form: Form


def resolve(story: Story, findings: Findings, drafts: list[Draft], quotations: tuple[Quotation, ...]) -> list[Statement]:
    """The statements that the drafts make, relayed ones joined and doubles left out."""
    found: list[Found] = []
    for draft in drafts:
        if draft.subject is None:
            continue
        who = speakers(findings, draft.grammar, draft.subject, draft.rule)
        content, form = content_spans(draft, quotations)
        if who and content and worth_saying(draft, content):
            found.append(Found(draft, who, content, form))
    found, relayed = join_relays(without_doubles(found))
    found = without_echoes(found)
    statements: list[Statement] = []
    for item in found:
        statements += build(story, findings, item, relayed.get(id(item)))
    return nest(unique(statements))


def content_spans(draft: Draft, quotations: tuple[Quotation, ...]) -> tuple[tuple[Span, ...], Form]:
    """The content's spans without the marks and stops around direct speech, and the form."""
    sentence = draft.sentence
    text = sentence.document.text.field(sentence.field)
    direct, marked, spans = True, False, []
    for start, end in draft.pieces:
        start, end = stripped(text, start, end)
        whole = next((item for item in quotations if item.field == sentence.field and covers(item, start, end)), None)
        if whole is not None or draft.quoted:
            first, last = (whole.first, whole.last) if whole is not None else (start, end)
            start, end = without_stop(text, max(first, start), min(last, end))
        else:
            direct = False
            marked = marked or any(item.field == sentence.field and start <= item.start < end for item in quotations)
        if end > start:
            spans.append(sentence.cut(start, end))
    form: Form = "direct" if direct else "mixed" if marked else "indirect"
    return tuple(spans), form


def covers(quotation: Quotation, start: int, end: int) -> bool:
    """Is the stretch just this quotation, with or without its marks?"""
    return abs(quotation.start - start) <= 2 and abs(quotation.end - end) <= 2 and quotation.closed


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Without blanks and joining marks at the ends."""
    while start < end and text[start] in " \t\r\n,;:—–-.":
        start += 1
    while start < end and text[end - 1] in " \t\r\n,;:—–":
        end -= 1
    if text[start:end].endswith(".") and not re.search(r"(?:\b[A-Z]\.|\.\.)$", text[start:end]):
        end -= 1
    return start, end


def without_stop(text: str, start: int, end: int) -> tuple[int, int]:
    """Direct speech without its final comma or full stop; dots that trail off stay."""
    words = text[start:end].rstrip()
    end = start + len(words)
    while words.endswith((",", ".")) and not words.endswith(("..", "U.S.", "U.N.")):
        words, end = words[:-1], end - 1
    return start, end


def without_doubles(found: list[Found]) -> list[Found]:
    """Where two drafts give nearly the same content to the same speaker, the first, more certain one stays."""
    kept: list[Found] = []
    for item in sorted(found, key=lambda each: -each.draft.rule.sure - each.draft.quoted):
        if not any(same_words(item, other) > 0.8 and names(item) & names(other) for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda each: each.content[0].start)


def worth_saying(draft: Draft, content: tuple[Span, ...]) -> bool:
    """Is the content more than a bare word ("it", "Ukraine")? Direct speech may be short."""
    said = content[0].quote.split()
    if draft.quoted or len(content) > 1 or len(said) > 1 or draft.frame in ("clause", "gerund", "object about", "object as"):
        return bool(said)
    if draft.rule.part != "verb" or draft.frame != "object":
        return False
    return said[0] not in DUMB if said[0][:1].islower() else draft.rule.kind in ("praise", "condemn", "accuse")


def without_echoes(found: list[Found]) -> list[Found]:
    """Without the acts that a speaker reports inside his own statement ("said it had offered help" is one)."""
    kept = []
    for item in found:
        echoes = any(
            other is not item and (names(item) & names(other) or (len(item.speakers) == 1 and sides(item) & names(item) & sides(other))) and within_outer(item, other) and other.draft.rule is not item.draft.rule
            for other in found
        )  # fmt: skip
        if not echoes:
            kept.append(item)
    return kept


def names(item: Found) -> set[str]:
    """Ids of the speakers."""
    return {speaker.id for speaker in item.speakers}


def sides(item: Found) -> set[str]:
    """The sides of the speakers."""
    return {speaker.side for speaker in item.speakers if speaker.side}


def same_words(item: Found, other: Found) -> float:
    """Share of characters that two contents have in common."""
    mine, theirs = sum(span.end - span.start for span in item.content), sum(span.end - span.start for span in other.content)
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in item.content for b in other.content)
    return shared / (mine + theirs - shared)


def join_relays(found: list[Found]) -> tuple[list[Found], dict[int, Speaker]]:
    """A position relayed by an office or spokesman of the same side: the principal speaks, the other is `via`."""
    relayed: dict[int, Speaker] = {}
    dropped: set[int] = set()
    for outer in found:
        for inner in found:
            if inner is not outer and id(inner) not in dropped and is_relay(inner, outer):
                relayed[id(inner)] = outer.speakers[0]
                dropped.add(id(outer))
    return [item for item in found if id(item) not in dropped], relayed


def is_relay(inner: Found, outer: Found) -> bool:
    """Does the outer speaker only pass on what the inner one says: a spokesman, an office of the same side, an agency?"""
    draft = inner.draft
    if (
        draft.verb is None
        or outer.draft.rule.kind is not None
        or not within_outer(inner, outer)
        or draft.sentence is not outer.draft.sentence
    ):
        return False
    tokens = [token for span in outer.content for token in draft.sentence.tokens_in(span)]
    main = highest_verb(draft.grammar, tokens)
    if main is None or main.i != draft.verb.i or outer.draft.quoted:
        return False
    mine, other = inner.speakers[0], outer.speakers[0]
    if outer.draft.how.startswith(("aside", "according")):
        words = source_span(outer.draft.grammar, outer.draft.subject).quote.lower() if outer.draft.subject is not None else ""
        same_side = mine.side is not None and mine.side == other.side
        return same_side or any(word in words for word in MESSENGERS)
    return other.relays and mine.known and mine.side == other.side and mine.id != mine.side


def within_outer(inner: Found, outer: Found) -> bool:
    """Does the inner cue stand in the outer content?"""
    if inner.draft.verb is None or inner.draft.sentence.number != outer.draft.sentence.number:
        return False
    place = inner.draft.sentence.place(inner.draft.verb)
    return any(span.start <= place < span.end for span in outer.content)


def build(story: Story, findings: Findings, item: Found, via: Speaker | None) -> list[Statement]:
    """The statements of one draft, one for each of several joint speakers."""
    draft = item.draft
    made = []
    for speaker in item.speakers:
        view = content_view(findings, item, speaker)
        decision = decide_kind(draft.rule, draft.negated, draft.frame, view)
        if decision is None:
            continue
        cue = draft.sentence.span(draft.first, draft.last) if draft.first is not None and draft.last is not None else None
        ground = cue or item.content[0]
        side = {speaker.id} | ({speaker.side} if speaker.side else set())
        target, hearers = targets(findings, item, decision.kind, decision.target, side)
        made.append(
            Statement(
                text=story.document.text.id,
                content=item.content,
                speaker=Sourced(speaker.id, (speaker.evidence,)),
                kind=Sourced(
                    decision.kind, (Evidence(item.content[0] if decision.rule != draft.rule.name else ground, decision.rule),)
                ),
                form=item.form,
                of=(Sourced(speaker.side, (speaker.evidence,)),) if speaker.side else (),
                via=Sourced(via.id, (via.evidence,)) if via else None,
                source=source_span(draft.grammar, draft.subject, relative_of(draft)) if draft.subject is not None else None,
                cue=cue,
                target=tuple(Sourced(each.id, (each.evidence,)) for each in target),
                addressee=tuple(Sourced(each.id, (each.evidence,)) for each in hearers),
                said=said_when(findings, draft.grammar, draft.verb) if draft.verb is not None else None,
                confidence=confidence(item, speaker),
                evidence=(Evidence(ground, draft.rule.name), Evidence(item.content[0], draft.how)),
            )
        )
    return [statement for statement in made if statement.confidence >= LEAST]


def relative_of(draft: Draft) -> Token | None:
    """The relative pronoun through which the speaker is the cue's subject ("the envoy, who said")."""
    own = draft.grammar.own_subject(draft.verb) if draft.verb is not None else None
    return own if own is not None and own.tag_ in ("WP", "WDT") else None


def confidence(item: Found, speaker: Speaker) -> float:
    """The share of such readings that are right."""
    value = item.draft.rule.sure if not item.draft.quoted else 0.85
    if not speaker.known:
        value *= 0.7
    return round(value, 3)


def content_view(findings: Findings, item: Found, speaker: Speaker) -> Content:
    """What the rules of content look at."""
    draft = item.draft
    grammar, sentence = draft.grammar, draft.sentence
    tokens = [token for span in item.content for token in sentence.tokens_in(span)]
    words = " ".join(span.quote for span in item.content)
    if draft.rule.part == "adjective" and draft.verb is not None:
        words = f"{draft.verb.text} {words}"
    view = content_of(grammar, tokens, words, draft.head, None)
    return replace(view, own=is_own(findings, grammar, view.main, speaker, item.form))


def is_own(findings: Findings, grammar: Grammar, main: Token | None, speaker: Speaker, form: Form) -> bool | None:
    """Is the subject of the content's main verb the speaker's own side? None where it has none."""
    subject = grammar.subject(main) if main is not None else None
    if subject is None:
        return None
    if subject.lower_ in ("i", "we"):
        return True
    actors = findings.cast.actors(grammar.sentence, subject) if findings.cast is not None else ()
    mine = {speaker.id, speaker.side or speaker.id}
    if actors:
        return any({actor.party.id, actor.side or actor.party.id} & mine for actor in actors)
    return form != "direct" and subject.lower_ in ("it", "they", "he", "she")


def targets(findings: Findings, item: Found, kind: str, role: str, own: set[str]) -> tuple[list[Speaker], list[Speaker]]:
    """Whom the statement is aimed at, and who hears it."""
    draft, sentence = item.draft, item.draft.sentence
    hearers = [each for token in draft.objects for each in actors_at(findings, draft.grammar, token, own)]
    if role == "object" and hearers:
        return hearers, []
    if kind not in TALKING or role == "none":
        return [], hearers
    if role == "maker":
        owner = (
            next((child for child in draft.grammar.children(draft.head, "poss", "compound", "amod", "nmod")), None)
            if draft.head is not None
            else None
        )
        return (actors_at(findings, draft.grammar, owner, own) if owner is not None else []), hearers
    if role == "subject of content" and draft.head is not None:
        subject = draft.grammar.own_subject(draft.head) or (draft.objects[0] if draft.objects else None)
        if subject is not None and (found := actors_at(findings, draft.grammar, subject, own)):
            return found, hearers
    for span in item.content:
        if found := others(findings, sentence, span, own):
            return [replace(found[0], id=found[0].side or found[0].id)], hearers
    return hearers, []


def actors_at(findings: Findings, grammar: Grammar, token: Token, own: set[str]) -> list[Speaker]:
    """The parties that a noun phrase stands for, other than the speaker's own side."""
    if findings.cast is None:
        return []
    found = []
    for actor in findings.cast.actors(grammar.sentence, token):
        aimed = aim(actor.party.id, actor.party.kind, actor.side)
        if actor.party.id not in own and aimed not in own and actor.party.kind != "other":
            found.append(Speaker(aimed, actor.side, actor.evidence))
    return list({each.id: each for each in found}.values())


def aim(id: str, kind: str, side: str | None) -> str:
    """Who a statement is aimed at: the side of a person or official who stands for one."""
    return side if side and kind in ("person", "unnamed") else id


def unique(statements: list[Statement]) -> list[Statement]:
    """Each statement once."""
    return list({statement.id: statement for statement in statements}.values())


def nest(statements: list[Statement]) -> list[Statement]:
    """Statements whose cue stands in another's content know that they do."""
    result = []
    for statement in statements:
        outer = [
            other for other in statements
            if other is not statement and statement.cue is not None and statement.content != other.content
            and any(span.covers(statement.cue) for span in other.content) and any(span.covers(statement.content[0]) for span in other.content)
        ]  # fmt: skip
        nearest = min(outer, key=lambda each: sum(span.end - span.start for span in each.content), default=None)
        result.append(replace(statement, inside=nearest.id) if nearest else statement)
    return result
