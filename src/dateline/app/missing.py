"""Stories that lack what readers need, counted as they come, with the mend: those without a date, and those without a text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dateline.model.document import Document
from dateline.model.problem import Refusal, UndecidedDate

__all__ = ["Missing"]

SHOWN = 3
"""Dates that can be read in several ways are shown up to this number."""


@dataclass
class Missing:
    """How many stories came, how many of them without a day or without a text, and of those whose dates can be read in several
    ways these dates."""

    stories: int = 0
    undated: int = 0
    textless: int = 0
    undecided: list[tuple[str, ...]] = field(default_factory=list)

    def count(self, stories: Iterable[Document | Refusal]) -> Iterator[Document | Refusal]:
        """The same stories, counted."""
        for story in stories:
            self.stories += 1
            if isinstance(story, Document):
                self.undated += story.published is None
                self.textless += not story.text.body.strip()
                dates = tuple(each.words for each in story.problems if isinstance(each, UndecidedDate))
                self.undecided += [dates] if dates and story.published is None else []
            yield story

    def warnings(self) -> Iterator[str]:
        """What is missing, a line each, with the mend."""
        ordered = len(self.undecided)
        if ordered:
            dates = list(dict.fromkeys(each for found in self.undecided for each in found))
            shown = ", ".join(dates[:SHOWN]) + (", …" if len(dates) > SHOWN else "")
            one, has = "a date" if len(dates) == 1 else "dates", "has" if ordered == 1 else "have"
            ways = "in figures that can be read in several ways"
            yield f"{counted(ordered)} {has} {one} {ways} ({shown}): say --dates dmy, mdy or ymd"
        if self.undated > ordered:
            mend = "give it by --published DAY or --map published=NAME, or later by `dateline redate`"
            yield f"{counted(self.undated - ordered)} without a date, told only by the words if at all: {mend}"
        if self.textless:
            mend = "say which field it is by --map text=NAME"
            yield f"{counted(self.textless)} without a text, of which only the title is read: {mend}"


def counted(number: int) -> str:
    """So many stories."""
    return f"{number:,} {'story' if number == 1 else 'stories'}"
