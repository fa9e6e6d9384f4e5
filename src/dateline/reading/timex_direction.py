"""Does grammar put an expression before or after the day of the story?"""

from dateline.model.document import Field
from dateline.reading.story import Story
from dateline.reading.timex_sense import Found

__all__ = ["direction_of"]


def direction_of(story: Story, field: Field, found: Found) -> int:
    """-1 for the past, 1 for the future, 0 where grammar does not say."""
    return 0
