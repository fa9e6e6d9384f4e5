"""Which known party words name, wherever they stand and whatever they do there."""

from collections.abc import Mapping
from datetime import date

from dateline.model.evidence import Span
from dateline.reading.desk import Sentence
from dateline.reading.parties.lexicon import Known, find_hits, known
from dateline.reading.parties.roster import choose

__all__ = ["meant"]

NAMING = ("name", "adjective", "people", "capital", "seat", "description")


def meant(sentence: Sentence, span: Span, day: date | None, present: Mapping[str, int]) -> Known | None:
    """The state, body, organ or group that knowledge has under words inside a span, the longest name first.

    `present` says how often the story names whom, where one name has several meanings.
    """
    found = [hit for hit in find_hits(sentence) if span.start <= hit.start and hit.end <= span.end]
    named = [(hit, tuple(term for term in hit.terms if term.role in NAMING)) for hit in found]
    best = max(
        (pair for pair in named if pair[1]), key=lambda pair: (pair[0].end - pair[0].start, -pair[0].start), default=None
    )
    return known()[choose(best[1], day, dict(present)).id] if best else None
