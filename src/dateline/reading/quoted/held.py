"""What all entries of an answer share: its desk, the evidence that names who read, and what counts as said to a machine."""

import re
from dataclasses import dataclass
from functools import cache, cached_property

from dateline.knowledge.lists import either
from dateline.knowledge.rules import rule
from dateline.model.evidence import Evidence, Span, Stamp
from dateline.model.quoted import Answer
from dateline.reading.desk import Findings, Quotation, Sentence, Spread, Story, find_quotations
from dateline.reading.quoted.find import Quotes
from dateline.reading.quoted.sides import Sides

__all__ = ["CONFIDENCE", "Desk"]

CONFIDENCE = 0.85
"""The share of entries that people quoted after the same guidelines and others found too."""


@dataclass(frozen=True)
class Desk:
    """A story, what was found in it, and one answer about it."""

    story: Story
    findings: Findings
    answer: Answer
    quotes: Quotes

    @cached_property
    def sides(self) -> Sides:
        """Who quoted words stand for."""
        return Sides(self.story, self.findings, self.quotes)

    @cached_property
    def quotations(self) -> Spread[Quotation]:
        """The quotations of the story."""
        return Spread((each.field, each.start, each.end, each) for each in find_quotations(self.story))

    @property
    def reader(self) -> Evidence:
        """Who read: the model by its name, and the version of the question."""
        return Evidence(Stamp("model", self.answer.reader), rule("quoted", "model"))

    def evidence(self, span: Span, *because: Evidence) -> Evidence:
        """Evidence that the model read these words, and what our own readers made of them."""
        return Evidence(span, rule("quoted", "model"), (*because, self.reader))

    def ground(self, *quotes: str) -> Span | None:
        """The first of some quotes that stands in the text and tells news, else None; all are counted."""
        for quote in quotes:
            span = self.quotes.find(quote)
            if span is not None and (sentence := self.story.sentence_at(span)) is not None:
                return None if speaks_to_machine(sentence) else span
        return None


@cache
def machine() -> re.Pattern[str]:
    """What is said to a program."""
    return re.compile(either("quoted/words", "to a machine"), re.IGNORECASE)


def speaks_to_machine(sentence: Sentence) -> bool:
    """Does a sentence tell a program what to do?"""
    return machine().search(sentence.document.text.field(sentence.field), sentence.start, sentence.end) is not None
