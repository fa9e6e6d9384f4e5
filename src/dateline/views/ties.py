"""Relations as lines of a page."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.model.party import Party
from dateline.model.related import Related
from dateline.views.agenda import decision_words
from dateline.views.excerpts import Words
from dateline.views.hits import marked
from dateline.views.outward import one_line
from dateline.views.relations import PHRASES, called, doing, period
from dateline.views.statements import carrier_words

__all__ = ["Tie", "tie"]

LONGEST = 600


@dataclass(frozen=True, kw_only=True)
class Tie:
    """A relation: who is what to whom and since when, the sentence that states it, and who carries that."""

    id: str
    source: str
    who: str
    phrase: str
    target: str
    whom: str
    period: str
    over: bool
    cut: tuple[Words, ...]
    told: str
    story: str
    decided: tuple[str, ...]


def tie(row: Related, names: Mapping[str, Party]) -> Tie:
    """One relation."""
    lasting, over = PHRASES[row.kind]
    words = one_line(row.words.quote) if row.words else ""
    sentence = one_line(row.sentence)[:LONGEST] or words
    return Tie(
        id=row.id,
        source=row.source,
        who=called(row.source, names),
        phrase=doing(row, over if row.until else lasting),
        target=row.target if row.target is not None and row.kind != "seat" else "",
        whom=called(row.target, names) if row.target is not None else "",
        period=period(row).removeprefix(", "),
        over=row.until is not None,
        cut=tuple(marked(sentence, (words,)) if words else [Words(sentence, False)]),
        told=carrier_words(row.carriers, None),
        story=row.carriers[0].id if row.carriers else "",
        decided=tuple(decision_words(each) for each in row.judgements),
    )
