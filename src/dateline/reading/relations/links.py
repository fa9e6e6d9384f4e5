"""From the ends that a rule found to relations: kinds of party checked, evidence joined, what says the same merged."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.knowledge.relations import RelationRule, relation_words
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.relation import Relation, RelationKind
from dateline.reading.desk import End, Scene, Word
from dateline.reading.parties import known
from dateline.reading.relations.dates import Dates
from dateline.reading.relations.ends import fits

__all__ = ["link", "merged", "relation"]

WIDEST = 220
"""Code points that the words of a relation may span; further apart the word that states it stands alone."""


def link(
    scene: Scene,
    rule: RelationRule,
    word: Word,
    sources: Sequence[End],
    targets: Sequence[End],
    dates: Dates,
    kind: RelationKind | None = None,
) -> list[Relation]:
    """A relation from each source to each target that fits the rule's kind."""
    kind = kind or rule.kind
    ends = relation_words().ends[kind]
    if kind in ("seat", "founded"):
        sources = [end for end in sources if end.how != "office"]
    joining = kind in ("member", "candidate", "aspires")
    if joining:
        sources = [end for end in sources if not is_part(scene, end) and (end.kind != "organisation" or end.id in known())]
        targets = [end for end in targets if not is_part(scene, end)]
    return [
        relation(scene, rule, word, kind, source, target, dates)
        for source in fits(sources, ends.sources)
        for target in fits(targets, ends.targets)
        if source.id != target.id and not (joining and source.side == target.id)
        if not (joining and target.kind == "organ") or source.kind == "state"
    ]


def is_part(scene: Scene, end: End) -> bool:
    """Does a plural stand for the party, which does not join or is not joined itself ("NATO forces", "Danish envoys")?"""
    side = scene.cast.party(end.side) if end.kind == "unnamed" and end.side else None
    if side is not None and side.kind == "state":
        return True
    return end.word is not None and end.word.tag == "NNS" and end.word.lower not in end.id.lower()


def relation(
    scene: Scene, rule: RelationRule, word: Word, kind: RelationKind, source: End, target: End | None, dates: Dates
) -> Relation:
    """One relation with its evidence."""
    ground = widest(scene, word, source, target)
    because = tuple(end.evidence for end in (source, target) if end is not None)
    evidence = Evidence(ground, rule.name, because)
    return Relation(
        kind=Sourced(kind, (evidence,)),
        source=Sourced(source.id, (source.evidence,)),
        target=Sourced(target.id, (target.evidence,)) if target else None,
        from_=dates.from_,
        until=dates.until,
    )


def widest(scene: Scene, word: Word, source: End, target: End | None) -> Span:
    """The words from one end to the other, or the word alone where they lie far apart."""
    own = scene.sentence.span(word)
    spans = [own] + [end.span for end in (source, target) if end is not None and end.span in scene.sentence]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return scene.sentence.cut(start, end) if end - start <= WIDEST else own


def merged(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """Each relation once, with the dates of all who state it, in text order."""
    found: dict[tuple[str, ...], list[Relation]] = {}
    for each in relations:
        found.setdefault(each.key, []).append(each)
    return tuple(sorted((joined(same) for same in found.values()), key=position))


def joined(same: Sequence[Relation]) -> Relation:
    """What several words state alike as one relation."""
    first = same[0]
    evidence = tuple(dict.fromkeys(evidence for each in same for evidence in each.kind.evidence))
    return replace(
        first,
        kind=Sourced(first.kind.value, evidence),
        from_=next((each.from_ for each in same if each.from_), None),
        until=next((each.until for each in same if each.until), None),
    )


def position(relation: Relation) -> tuple[bool, int, int, str, str]:
    """Where in the text it is first stated, the title first."""
    ground = relation.kind.evidence[0].ground
    where = (ground.field == "text", ground.start, ground.end) if isinstance(ground, Span) else (True, 0, 0)
    return (*where, relation.kind.value, relation.source.value)
