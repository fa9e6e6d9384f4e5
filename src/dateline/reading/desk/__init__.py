"""What all readers share: the story in sentences, what was found in it so far, quotations, and the one view of a clause."""

from dateline.reading.desk.cast import Actor, Cast, Naming, Titled
from dateline.reading.desk.clause import recipients, stated_subject, subject, subjects, surface_subjects, undergoers
from dateline.reading.desk.findings import Findings
from dateline.reading.desk.mood import clause_verb, helpers, is_conditional, is_lasting, tense
from dateline.reading.desk.network import BUCKETS, WIDTH, Features, Floats, Network, bucket, learnt_network, mean_vector
from dateline.reading.desk.phrases import head_of, is_plural, lemma_of
from dateline.reading.desk.polarity import is_negated
from dateline.reading.desk.quotations import Quotation, find_quotations
from dateline.reading.desk.scene import End, Hung, Scene, reaches, scenes
from dateline.reading.desk.sense import FIELDS, Found, Sense
from dateline.reading.desk.signals import Around, Key, Role, Signals, Tag, softmax, statuses
from dateline.reading.desk.spread import Spread
from dateline.reading.desk.story import Sentence, Story
from dateline.reading.desk.tree import Word, top_of
from dateline.reading.desk.voice import agents, is_infinitive, is_passive
from dateline.reading.desk.weighing import Scale, Traits, logit

__all__ = [
    "BUCKETS",
    "FIELDS",
    "WIDTH",
    "Actor",
    "Around",
    "Cast",
    "End",
    "Features",
    "Findings",
    "Floats",
    "Found",
    "Hung",
    "Key",
    "Naming",
    "Network",
    "Quotation",
    "Role",
    "Scale",
    "Scene",
    "Sense",
    "Sentence",
    "Signals",
    "Spread",
    "Story",
    "Tag",
    "Titled",
    "Traits",
    "Word",
    "agents",
    "bucket",
    "clause_verb",
    "find_quotations",
    "head_of",
    "helpers",
    "is_conditional",
    "is_infinitive",
    "is_lasting",
    "is_negated",
    "is_passive",
    "is_plural",
    "learnt_network",
    "lemma_of",
    "logit",
    "mean_vector",
    "reaches",
    "recipients",
    "scenes",
    "softmax",
    "stated_subject",
    "statuses",
    "subject",
    "subjects",
    "surface_subjects",
    "tense",
    "top_of",
    "undergoers",
]
