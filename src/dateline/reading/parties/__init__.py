"""Who stands behind the words: names, offices, descriptions and pronouns of a story, resolved to parties."""

from dateline.reading.parties.lexicon import Hit, Known, find_hits, known, lost_apostrophes
from dateline.reading.parties.meaning import meant
from dateline.reading.parties.metonymy import acts, describes, metonymy_words
from dateline.reading.parties.read import find_parties, settle_parties
from dateline.reading.parties.teams import in_table, is_sport, plays

__all__ = [
    "Hit",
    "Known",
    "acts",
    "describes",
    "find_hits",
    "find_parties",
    "in_table",
    "is_sport",
    "known",
    "lost_apostrophes",
    "meant",
    "metonymy_words",
    "plays",
    "settle_parties",
]
