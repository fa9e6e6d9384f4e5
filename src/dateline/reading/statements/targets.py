"""Targets: whom a statement is aimed at, from its grammar, its words, and what was said before it."""

from dataclasses import replace
from typing import Literal

from dateline.knowledge.rules import rule
from dateline.knowledge.statements import word_list
from dateline.model.entry import Statement
from dateline.model.evidence import Evidence, Span
from dateline.reading.desk import Actor, Findings, Sentence, Word, stated_subject
from dateline.reading.statements.joining import Found
from dateline.reading.statements.speakers import Speaker, others

__all__ = ["Way", "aim", "is_pronoun", "targets"]

AIMED = (
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
CONTESTED = ("demand", "threaten", "accuse", "condemn", "reject", "condition", "deny", "propose")
ANSWERED = ("demand", "propose", "accuse", "condemn", "threaten")
MEMORY = 6

Way = Literal["object", "owner", "subject", "words", "hearer", "context"]
"""How a target is told: the object of the cue, the owner of the claim, the subject of the content, the first other side in the
words, who hears it, or whom it was about before."""


def targets(
    findings: Findings, item: Found, kind: str, role: str, own: set[str], earlier: list[Statement]
) -> tuple[list[Speaker], list[Speaker], Way]:
    """Whom the rules take a statement to be aimed at, who hears it, and how that is told."""
    draft = item.draft
    hearers = [each for word in draft.objects for each in actors_at(findings, draft.sentence, word, own)]
    if role == "object" and hearers:
        return hearers, [], "object"
    if kind not in AIMED or role == "none":
        return [], hearers, "hearer"
    ways: dict[Way, list[Speaker]] = {
        "owner": by_owner(findings, item, own) if role == "maker" or kind == "reject" else [],
        "subject": by_subject(findings, item, own) if role == "subject of content" else [],
        "words": by_words(findings, item, own) if role != "maker" else [],
        "hearer": hearers,
        "context": by_context(findings, item, kind, own, earlier),
    }
    nothing: tuple[Way, list[Speaker]] = ("context", [])
    way, found = next(((way, found) for way, found in ways.items() if found), nothing)
    return found, hearers, way


def by_owner(findings: Findings, item: Found, own: set[str]) -> list[Speaker]:
    """Whose claim or demand is denied or rejected: "U.S. assertions", "Moscow's demands"."""
    head, sentence = item.draft.head, item.draft.sentence
    if head is None or head.pos not in ("NOUN", "PROPN"):
        return []
    for child in head.children("poss", "compound", "amod", "nmod"):
        if found := actors_at(findings, sentence, child, own) or others_in(findings, item, sentence.span(child), own):
            return found[:1]
    return []


def by_subject(findings: Findings, item: Found, own: set[str]) -> list[Speaker]:
    """Who is to act in what is demanded."""
    head, sentence = item.draft.head, item.draft.sentence
    if head is None:
        return []
    clauses = [head, *head.children("acl", "relcl", "ccomp")]
    subjects = [subject for verb in clauses if (subject := stated_subject(verb)) is not None] + list(item.draft.objects)
    for subject in subjects:
        if found := actors_at(findings, sentence, subject, own):
            return found
    return []


def by_words(findings: Findings, item: Found, own: set[str]) -> list[Speaker]:
    """The first other side that the content names."""
    for span in item.content:
        if found := others_in(findings, item, span, own):
            return found[:1]
    return []


def others_in(findings: Findings, item: Found, span: Span, own: set[str]) -> list[Speaker]:
    """The other sides named in a span, states and bodies in the place of their people but for those who are named."""
    found = [
        each if each.named else replace(each, id=each.side or each.id)
        for each in others(findings, item.draft.sentence, span, own)
    ]
    return [each for each in found if not any(side in each.id for side in own)]


def by_context(findings: Findings, item: Found, kind: str, own: set[str], earlier: list[Statement]) -> list[Speaker]:
    """The counterpart: who asked or accused before, whom the same side spoke of, or who else the sentence names."""
    recent = [each for each in earlier[-MEMORY:] if each.content[0].start != item.content[0].start]
    for statement in reversed(recent):
        sides = {value.value for value in statement.of} or {statement.speaker.value}
        aims = {value.value for value in statement.target}
        if (
            kind in ("deny", "reject", "agree")
            and statement.kind.value in ANSWERED
            and not sides & own
            and (aims & own or not aims)
        ):
            return [remembered(side, statement) for side in sorted(sides)]
        if kind in CONTESTED and kind != "deny" and sides & own and aims:
            return [remembered(aim, statement) for aim in sorted(aims)]
    if kind not in CONTESTED:
        return []
    sentence = item.draft.sentence
    whole = sentence.cut(sentence.start, sentence.end)
    outside = [each for each in others_in(findings, item, whole, own) if grounded_outside(each, item)]
    return outside[:1]


def grounded_outside(speaker: Speaker, item: Found) -> bool:
    """Do the words that name the party stand outside the content?"""
    ground = speaker.evidence.ground
    return isinstance(ground, Span) and not any(span.covers(ground) for span in item.content)


def remembered(party: str, statement: Statement) -> Speaker:
    """A party known from an earlier statement."""
    return Speaker(party, party, Evidence(statement.content[0], rule("statements", "counterpart"), assumed=True))


def actors_at(findings: Findings, sentence: Sentence, word: Word, own: set[str]) -> list[Speaker]:
    """The parties that a noun phrase stands for, other than the speaker's own side."""
    if findings.cast is None:
        return []
    found = []
    for actor in findings.cast.actors(sentence, word):
        aimed = aim(actor)
        mine = {actor.party.id, aimed, actor.side} & own
        if not mine and actor.party.kind != "other" and not is_pronoun(actor.party.id):
            found.append(Speaker(aimed, actor.side, actor.evidence))
    return list({each.id: each for each in found}.values())


def is_pronoun(name: str) -> bool:
    """Is the name of a party a pronoun that nothing resolves?"""
    return name.lower() in word_list("pronouns")


def aim(actor: Actor) -> str:
    """Who a statement is aimed at: a person who is named, else the side of the person or official who stands for one."""
    stands = actor.party.kind == "unnamed" or (actor.party.kind == "person" and actor.how != "name")
    return actor.side if actor.side and stands else actor.party.id
