"""What all readers share: the story in sentences, what was found in it so far, quotations, grammar."""

from dateline.reading.desk.cast import Actor, Cast, Naming, Titled
from dateline.reading.desk.findings import Findings
from dateline.reading.desk.grammar import children, clause_verb, conjuncts, negated, passive_subjects, subjects, subtree, tense
from dateline.reading.desk.phrases import entities, head_of, is_plural, lemma_of
from dateline.reading.desk.quotations import Quotation, find_quotations
from dateline.reading.desk.sense import FIELDS, Found, Sense
from dateline.reading.desk.story import Sentence, Story

__all__ = [
    "FIELDS",
    "Actor",
    "Cast",
    "Findings",
    "Found",
    "Naming",
    "Quotation",
    "Sense",
    "Sentence",
    "Story",
    "Titled",
    "children",
    "clause_verb",
    "conjuncts",
    "entities",
    "find_quotations",
    "head_of",
    "is_plural",
    "lemma_of",
    "negated",
    "passive_subjects",
    "subjects",
    "subtree",
    "tense",
]
