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
    """How many stories came, how many of them without a day or without a text, and dates whose order is not known."""

    stories: int = 0
    undated: int = 0
    textless: int = 0
    undecided: list[str] = field(default_factory=list)

    def count(self, stories: Iterable[Document | Refusal]) -> Iterator[Document | Refusal]:
        """The same stories, counted."""
        for story in stories:
            self.stories += 1
            if isinstance(story, Document):
                self.undated += story.published is None
                self.textless += not story.text.body.strip()
                dates = [each.words for each in story.problems if isinstance(each, UndecidedDate)]
                self.undecided += dates if story.published is None else []
            yield story

    def warnings(self) -> Iterator[str]:
        """What is missing, a line each, with the mend."""
        ordered = len(self.undecided)
        if ordered:
            shown = ", ".join(dict.fromkeys(self.undecided[:SHOWN])) + (", …" if ordered > SHOWN else "")
            one, stories = ("a date", "1 story has") if ordered == 1 else ("dates", f"{ordered:,} stories have")
            yield f"{stories} {one} in figures that can be read in several ways ({shown}): say --dates dmy, mdy or ymd"
        if self.undated > ordered:
            mend = "give it by --published DAY or --map published=NAME, or later by `dateline redate`"
            yield f"{counted(self.undated - ordered)} without a date, told only by the words if at all: {mend}"
        if self.textless:
            mend = "say which field it is by --map text=NAME"
            yield f"{counted(self.textless)} without a text, of which only the title is read: {mend}"

    def to_dict(self) -> dict[str, int]:
        """What is missing, for programs."""
        return {"undated": self.undated, "textless": self.textless}


def counted(number: int) -> str:
    """So many stories."""
    return f"{number:,} {'story' if number == 1 else 'stories'}"
