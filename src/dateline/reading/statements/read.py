"""Statements: who says, demands, denies, accuses, promises or threatens what, to whom, in which words."""

from dataclasses import replace

from spacy.tokens import Token

from dateline.knowledge.statements import cues_by_word
from dateline.model.entry import Statement
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.reading.desk import Findings, Quotation, Story, find_quotations
from dateline.reading.statements.drafts import Draft, content_spans, draft_of_speech, drafts_in, key, worth_saying
from dateline.reading.statements.grammar import Grammar, grammar_of
from dateline.reading.statements.joining import Found, join_relays, link, without_doubles, without_echoes
from dateline.reading.statements.kinds import Content, content_of, decide_kind
from dateline.reading.statements.speakers import AUTHOR, Speaker, nobody, said_when, source_span, speakers
from dateline.reading.statements.speech import LABELLED, speeches
from dateline.reading.statements.targets import targets
from dateline.reading.statements.topics import topic_of

__all__ = ["find_statements"]

LEAST = 0.12
QUOTED = 0.9
FREE = 0.55
UNKNOWN = 0.8
DENIED = 0.8
NESTED, NESTED_OWN, NESTED_NOBODY = 0.7, 0.5, 0.3


def find_statements(story: Story, findings: Findings) -> Findings:
    """Fill `statements`."""
    quotations = find_quotations(story)
    reports = frozenset(
        lemma
        for (part, lemma), rules in cues_by_word().items()
        if part == "verb" and any(not rule.subjects and rule.takes != ("quotation",) for rule in rules)
    )
    grammars = {sentence.number: grammar_of(sentence, reports) for sentence in story.body}
    paragraphs = [sentences for sentences in story.paragraphs() if sentences[0].number in grammars]
    drafts = [draft_of_speech(speech) for speech in speeches(paragraphs, quotations, lambda each: grammars[each.number])]
    taken = {key(draft.sentence, draft.verb) for draft in drafts if draft.verb is not None}
    spoken = [piece for draft in drafts for piece in draft.pieces]
    stops = {sentences[0].number: sentences[-1].end for sentences in paragraphs}
    for number, grammar in grammars.items():
        drafts += drafts_in(grammar, quotations, taken, spoken, stops.get(number))
    return replace(findings, statements=tuple(resolve(story, findings, drafts, quotations)))


def order(statement: Statement) -> tuple[int, int, str]:
    """Place in the text."""
    return statement.content[0].start, statement.content[-1].end, statement.speaker.value


def resolve(story: Story, findings: Findings, drafts: list[Draft], quotations: tuple[Quotation, ...]) -> list[Statement]:
    """The statements that the drafts make, relayed ones joined and doubles left out."""
    found: list[Found] = []
    for draft in drafts:
        who = speakers_of(findings, draft)
        content, form = content_spans(draft, quotations)
        if who and content and worth_saying(draft, content):
            found.append(Found(draft, who, content, form))
    found, relayed = join_relays(without_doubles(without_authors_in_speech(found)))
    statements: list[Statement] = []
    for item in without_echoes(found):
        statements += build(story, findings, item, relayed.get(id(item)), statements)
    return likely(link(sorted(statements, key=order)))


def without_authors_in_speech(found: list[Found]) -> list[Found]:
    """Without what "I" says in another's words: there it is not the author."""
    others = [item for item in found if item.speakers[0].id != AUTHOR]
    if any(item.draft.how == LABELLED for item in others):
        return others
    said = [span for item in others for span in item.content]
    return [item for item in found if item in others or not (quotes(item) or within(item.content[0], said))]


def quotes(item: Found) -> bool:
    """Does the content hold a quotation mark, so that "I" may be somebody quoted?"""
    return any(mark in span.quote for span in item.content for mark in '"“”')


def within(span: Span, spans: list[Span]) -> bool:
    """Does the span share words with one of these?"""
    return any(other.overlaps(span) for other in spans)


def speakers_of(findings: Findings, draft: Draft) -> tuple[Speaker, ...]:
    """Who speaks; the unnamed one of a passive that leaves him out, where the rule lets it."""
    if draft.subject is not None:
        return speakers(findings, draft.grammar, draft.subject, draft.rule)
    if draft.verb is not None and (draft.rule.nobody or draft.rule.unnamed) and draft.grammar.is_passive(draft.verb):
        return nobody(draft.grammar, draft.verb)
    return ()


def likely(statements: list[Statement]) -> list[Statement]:
    """The statements with what is known of those that stand in others, without the least likely.

    What a speaker says that somebody else says is more often a turn of phrase than a position; most of all where that
    one speaks for no side, or for the speaker's own. What stands in a statement left out stands in none.
    """
    by_id = {statement.id: statement for statement in statements}
    weighed = [replace(each, confidence=round(each.confidence * nested_share(each, by_id), 3)) for each in statements]
    kept = [each for each in weighed if each.confidence >= LEAST]
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
    return [statement for statement in made if statement is not None and statement.confidence >= LEAST]


def statement_of(
    story: Story, findings: Findings, item: Found, speaker: Speaker, via: Speaker | None, earlier: list[Statement]
) -> Statement | None:
    """One speaker's statement; None where the denied cue makes none."""
    draft = item.draft
    view = content_view(findings, item, speaker)
    decision = decide_kind(draft.rule, draft.negated, draft.frame, view)
    if decision is None:
        return None
    cue = draft.sentence.span(draft.first, draft.last) if draft.first is not None and draft.last is not None else None
    ground = cue or item.content[0]
    by_cue = decision.rule.startswith(draft.rule.name)
    side = {speaker.id} | ({speaker.side} if speaker.side else set())
    aims, hearers = targets(findings, item, decision.kind, decision.target, side, earlier)
    if decision.kind == "propose" and len(item.speakers) > 1:
        aims = [each for each in item.speakers if each.id != speaker.id]
    return Statement(
        text=story.document.text.id,
        content=item.content,
        speaker=Sourced(speaker.id, (speaker.evidence,)),
        kind=Sourced(decision.kind, (Evidence(ground if by_cue else item.content[0], decision.rule),)),
        form=item.form,
        of=(Sourced(speaker.side, (speaker.evidence,)),) if speaker.side else (),
        via=Sourced(via.id, (via.evidence,)) if via and via.id != speaker.id else None,
        source=source_of(findings, draft, speaker),
        cue=cue,
        target=tuple(Sourced(each.id, (each.evidence,)) for each in aims),
        addressee=tuple(Sourced(each.id, (each.evidence,)) for each in hearers),
        topic=topic_of(draft.grammar, draft.head, view.main),
        said=said_when(findings, draft.grammar, draft.verb) if draft.verb is not None else None,
        confidence=confidence(item, speaker, denied=draft.negated and draft.rule.negated is None),
        evidence=(Evidence(ground, draft.rule.name), Evidence(item.content[0], draft.how)),
    )


def source_of(findings: Findings, draft: Draft, speaker: Speaker) -> Span | None:
    """The words that name the speaker; of "Oslo repeated its call" the name rather than the pronoun."""
    if draft.subject is None:
        return None
    named = owner_named(draft.grammar, draft.subject)
    if named is not None and findings.cast is not None:
        actors = findings.cast.actors(draft.sentence, named)
        if any(actor.party.id == speaker.id for actor in actors):
            return source_span(draft.grammar, named)
    return source_span(draft.grammar, draft.subject, relative_of(draft))


def owner_named(grammar: Grammar, pronoun: Token) -> Token | None:
    """The subject of the clause in which a possessive pronoun stands."""
    if pronoun.tag_ != "PRP$":
        return None
    verb = next((item for item in grammar.ancestors(pronoun) if item.pos_ in ("VERB", "AUX")), None)
    subject = grammar.subject(verb) if verb is not None else None
    return subject if subject is not None and subject.i < pronoun.i else None


def relative_of(draft: Draft) -> Token | None:
    """The relative pronoun through which the speaker is the cue's subject ("the envoy, who said")."""
    if draft.verb is None or draft.subject is None:
        return None
    grammar = draft.grammar
    carrier = next((item for item in (draft.verb, *grammar.ancestors(draft.verb)) if item.pos_ in ("VERB", "AUX")), None)
    own = grammar.own_subject(carrier) if carrier is not None else None
    return own if own is not None and own.tag_ in ("WP", "WDT") else None


def confidence(item: Found, speaker: Speaker, *, denied: bool) -> float:
    """The share of such readings that are right; `denied`: the cue is, and what that means is left open."""
    value = item.draft.rule.sure
    if item.draft.quoted:
        value = QUOTED if item.draft.verb is not None else FREE
    return round(value * (1.0 if speaker.known else UNKNOWN) * (DENIED if denied else 1.0), 3)


def content_view(findings: Findings, item: Found, speaker: Speaker) -> Content:
    """What the rules of content look at."""
    draft = item.draft
    grammar, sentence = draft.grammar, draft.sentence
    tokens = [token for span in item.content for token in sentence.tokens_in(span)]
    words = " ".join(span.quote for span in item.content)
    if draft.rule.part == "adjective" and draft.verb is not None:
        words = f"{draft.verb.text} {words}"
    view = content_of(grammar, tokens, words, draft.head, draft.verb.lemma_.lower() if draft.verb is not None else "")
    return replace(view, own=is_own(findings, grammar, view.main, speaker, item))


def is_own(findings: Findings, grammar: Grammar, main: Token | None, speaker: Speaker, item: Found) -> bool | None:
    """Is the subject of the content's main verb the speaker's own side? None where it has none."""
    if main is None or grammar.children(main, "csubj", "csubjpass"):
        return None
    subject = grammar.children(main, "nsubjpass")[0] if grammar.children(main, "nsubjpass") else grammar.subject(main)
    if subject is None:
        return None
    if subject.lower_ in ("i", "we"):
        return True
    actors = findings.cast.actors(grammar.sentence, subject) if findings.cast is not None else ()
    mine = {speaker.id, speaker.side or speaker.id}
    if actors:
        return any({actor.party.id, actor.side or actor.party.id} & mine for actor in actors)
    person = speaker.id != speaker.side
    return item.form != "direct" and subject.lower_ in (("he", "she", "they") if person else ("it", "they"))
