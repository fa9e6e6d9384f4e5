"""Two witnesses, rules and the trained reader, weighed: of what kind a statement is, and whom it is made to.

The weights are learnt on stories that the reader was not taught with (`training/encoder/weights.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import log

from dateline.knowledge.rules import rule
from dateline.knowledge.statements import TargetRole
from dateline.model.entry import StatementKind
from dateline.reading.desk import Findings, Key, Scale, Signals, Story, Traits, logit
from dateline.reading.statements.aim_scorer import scored_aim, telling
from dateline.reading.statements.joining import Found
from dateline.reading.statements.kinds import Decision
from dateline.reading.statements.near import Named, keys_in, named_near
from dateline.reading.statements.scorer import scored_kinds
from dateline.reading.statements.speakers import Speaker
from dateline.reading.statements.targets import Way, aim

__all__ = [
    "SCALE",
    "Aim",
    "aims",
    "believed",
    "heard_kinds",
    "kind_traits",
    "side_ground",
    "speaker_ground",
    "statement_traits",
    "target_traits",
    "untold_traits",
    "usual",
    "weighed_kind",
    "weighed_targets",
]

SCALE = Scale("statements/weights")
"""The weights of the questions below."""

DOUBTED = 0.1
"""Whom the rules name stays the target from so small a share on, also where it is likelier that nobody is."""

SPARING = 0.55
"""Of how likely it is that a statement is made to nobody so much counts: who looks for a target would rather read one."""

FIRM, CLEAR = ("cue", "terms"), 0.65
"""What decides a kind firmly, and how much likelier another must be to stand against it."""

GRAMMAR = 0.62
"""What is left of how sure a rule is where the reader hears no statement between states: something is said all the same."""

SHORT = 2
"""Words of a content that says next to nothing."""

SOUGHT: dict[StatementKind, TargetRole] = {
    "demand": "subject of content", "deny": "maker", "reject": "maker", "agree": "maker", "assert": "none", "announce": "none",
    "confirm": "none",
}  # fmt: skip
"""Where the target of a kind is looked for that only the trained reader gives; of the others in the content."""


def words_of(story: Story, item: Found) -> list[Key]:
    """The words of content and cue."""
    draft = item.draft
    keys = [key for span in item.content for key in keys_in(story, span)]
    if draft.first is not None and draft.last is not None:
        keys += [(draft.sentence.number, number) for number in range(draft.first.i, draft.last.i + 1)]
    return list(dict.fromkeys(keys))


Kinds = Mapping[StatementKind, tuple[float, float]]
"""Kind -> how likely the trained reader and the scorer of words take it to be."""


def heard_kinds(signals: Signals | None, story: Story, item: Found) -> Kinds:
    """The shares of kinds that the trained reader and the scorer give a statement; none where the rules read alone."""
    heard = signals.statement(words_of(story, item)) if signals is not None else {}
    if not heard:
        return {}
    draft = item.draft
    cue = draft.sentence.span(draft.first, draft.last).quote if draft.first is not None and draft.last is not None else ""
    content = " ".join(span.quote for span in item.content)
    scored = scored_kinds(draft.sentence.tokens.vocab, content, cue, item.form)
    return {kind: (likely, scored[kind]) for kind, likely in heard.items()}


def kind_traits(kind: StatementKind, ruled: Decision, likely: tuple[float, float]) -> Traits:
    """What speaks for a kind: what is heard, what the words score, and what rules say, each as far as it can be believed."""
    same = float(kind == ruled.kind)
    heard, scored = (log(max(each, 1e-4)) for each in likely)
    return {"heard": heard, "scored": scored, ruled.by: same, f"{ruled.by} {kind}": same, f"is {kind}": 1.0}


def weighed_kind(ruled: Decision, heard: Kinds) -> tuple[Decision, float | None]:
    """The likeliest kind and how likely it is; the rules' where they read alone, or where it is theirs."""
    if not heard:
        return ruled, None
    shares = SCALE.shares("kind", {kind: kind_traits(kind, ruled, likely) for kind, likely in heard.items()})
    best = max(shares, key=lambda kind: shares[kind])
    if best == ruled.kind or (ruled.by in FIRM and shares[best] - shares[ruled.kind] < CLEAR):
        return ruled, shares[ruled.kind]
    return Decision(best, rule("statements", "heard"), SOUGHT.get(best, "content"), by="reader"), shares[best]


# ---- who says it -------------------------------------------------------------------------------


def speaker_ground(speaker: Speaker) -> str:
    """On what the name of a speaker rests: a name, an office, a pronoun, or only the words of the text."""
    return f"speaker {speaker.how if speaker.known else 'unknown'}"


def side_ground(speaker: Speaker) -> str:
    """On what the side of a speaker rests, if he has one."""
    return f"of {speaker.how if speaker.side else 'none'}"


def usual(ground: str) -> float | None:
    """The share of such speakers or sides that were right on the stories by which the weights were fitted."""
    return SCALE.weights["sure"].get(ground)


# ---- whether it is one -------------------------------------------------------------------------


def statement_traits(signals: Signals, story: Story, item: Found, sure: float, *, by: str) -> Traits:
    """What speaks for a draft's being a statement: how sure its rule is, how likely its words are cue and content."""
    draft = item.draft
    number = draft.sentence.number
    content = [signals.tagged("content", key) for span in item.content for key in keys_in(story, span)]
    cue = range(draft.first.i, draft.last.i + 1) if draft.first is not None and draft.last is not None else range(0)
    speaker = item.speakers[0]
    return {
        "sure": logit(sure),
        "content": logit(mean(content)),
        "cue": logit(max((signals.tagged("cue", (number, at)) for at in cue), default=0.0)) if cue else 0.0,
        "source": logit(signals.tagged("source", (number, draft.subject.i))) if draft.subject is not None else 0.0,
        "no cue": float(not cue),
        "no source": float(draft.subject is None),
        "known": float(speaker.known),
        "sided": float(speaker.side is not None),
        "short": float(len(content) <= SHORT),
        "negated": float(draft.negated),
        f"part {draft.rule.part}": 1.0,
        f"frame {draft.frame}": 1.0,
        f"way {draft.way}": 1.0,
        f"by {by}": 1.0,
    }


def believed(signals: Signals | None, story: Story, item: Found, sure: float, *, by: str) -> float:
    """How likely a draft is a statement; as sure as its rule where the rules read alone."""
    if signals is None:
        return sure
    share = SCALE.share("statement", statement_traits(signals, story, item, sure, by=by))
    return share if item.draft.way == "heard" else max(share, GRAMMAR * sure)


def mean(likely: list[float]) -> float:
    """The mean, nothing of nothing."""
    return sum(likely) / len(likely) if likely else 0.0


# ---- whom it is made to ------------------------------------------------------------------------


@dataclass(frozen=True)
class Aim:
    """A party to whom a statement may be made: how the rules take it to be, if they do, how likely the trained reader does,
    and where its words stand."""

    party: Speaker
    way: Way | None
    traits: Traits


def aims(
    story: Story, findings: Findings, item: Found, own: set[str], ruled: list[Speaker], way: Way, kind: StatementKind
) -> list[Aim]:
    """All parties named in, around and before a statement but the speaker's own side, each once, where they are likeliest."""
    signals = findings.signals
    if signals is None or findings.cast is None:
        return [Aim(party, way, {}) for party in ruled]
    vocab, anchor = item.draft.sentence.tokens.vocab, anchor_of(story, item)
    found: dict[str, Aim] = {}
    for name, namings in named_near(story, findings, item, own, {party.id: way for party in ruled}).items():
        scored = logit(scored_aim(vocab, item, telling(namings), kind))
        heard = [(mention_traits(signals, item, each, anchor), each.actor) for each in namings]
        traits, actor = max(heard, key=lambda each: each[0]["heard"])
        evidence = replace(actor.evidence, assumed=True) if namings[0].apart else actor.evidence
        found[name] = Aim(Speaker(name, actor.side, evidence), None, traits | {"scored": scored})
    for party in ruled:
        known = found.get(party.id)
        found[party.id] = Aim(party, way, known.traits if known is not None else {"unseen": 1.0})
    return list(found.values())


def anchor_of(story: Story, item: Found) -> Key | None:
    """The word at which the trained reader is asked for targets: the first of the cue, or of the content."""
    draft = item.draft
    if draft.first is not None:
        return draft.sentence.number, draft.first.i
    return next(keys_in(story, item.content[0]), None)


def mention_traits(signals: Signals, item: Found, named: Named, anchor: Key | None) -> Traits:
    """What speaks for a party's being the target, as far as one naming of it goes."""
    near, actor, inside = named.sentence, named.actor, named.inside
    tokens = near.tokens_in(actor.span)
    key = (near.number, tokens[-1].i) if tokens else None
    word = near.word(tokens[-1]) if tokens else None
    return {
        "heard": logit(signals.related("target", anchor, key)) if anchor is not None and key is not None else -6.0,
        "tagged": logit(signals.tagged("target", key)) if key is not None else -6.0,
        "inside": float(inside),
        "earlier": float(near.number < item.draft.sentence.number and not inside),
        "pronoun": float(actor.how == "pronoun"),
        "adjective": float(actor.how == "demonym"),
        "person": float(aim(actor) == actor.party.id and actor.party.kind == "person"),
        "own": float(named.own),
        "state": float(actor.side is not None or actor.party.kind == "state"),
        "subject": float(word is not None and word.dep in ("nsubj", "nsubjpass") and inside),
        "owner": float(word is not None and word.dep in ("poss", "compound", "amod", "nmod")),
    }


def target_traits(each: Aim, every: list[Aim], kind: StatementKind) -> Traits:
    """What speaks for a party's being the target of a statement of a kind."""
    rivals = sum(other.traits.get("heard", -6.0) > each.traits.get("heard", -6.0) for other in every)
    ruled: Traits = {"ruled": 1.0, f"by {each.way}": 1.0} if each.way is not None else {}
    inside = {f"inside {kind}": each.traits.get("inside", 0.0), f"subject {kind}": each.traits.get("subject", 0.0)}
    return {**each.traits, **ruled, **inside, "rivals": rivals / 3, "alone": float(len(every) == 1)}


def untold_traits(every: list[Aim], kind: StatementKind) -> Traits:
    """What speaks for a statement's being made to nobody that is named."""
    heard, scored = (max((each.traits.get(name, -6.0) for each in every), default=-6.0) for name in ("heard", "scored"))
    return {"none": 1.0, f"none {kind}": 1.0, "none heard": heard, "none scored": scored}


def weighed_targets(every: list[Aim], kind: StatementKind) -> tuple[list[Speaker], float | None]:
    """To whom a statement is likeliest made, if to anybody, and how likely that is right; the rules' where they read alone.

    Whom the rules name stays from `DOUBTED` on where nobody is likelier; those named in one breath stand or fall together.
    """
    if not any(each.traits for each in every):
        return [each.party for each in every if each.way is not None], None
    answers: dict[int | None, Traits] = {n: target_traits(each, every, kind) for n, each in enumerate(every)}
    shares = SCALE.shares("target", answers | {None: untold_traits(every, kind)})
    best = max(range(len(every)), key=lambda n: shares[n])
    if shares[best] < SPARING * shares[None]:
        named = [n for n, each in enumerate(every) if each.way is not None and shares[n] >= DOUBTED]
        kept = {each.id: each for n in named for each in joined(every, n)}
        return list(kept.values()), min((shares[n] for n in named), default=shares[None])
    return joined(every, best), shares[best]


def joined(every: list[Aim], best: int) -> list[Speaker]:
    """A target with those whom the rules name in one breath with it: "urged Greece and Turkey"."""
    told = [each.party for each in every if each.way == "object"]
    return told if every[best].way == "object" else [every[best].party]
