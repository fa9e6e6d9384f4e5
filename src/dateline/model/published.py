"""What calendars were given."""

from dataclasses import dataclass

from dateline.model.when import When

__all__ = ["Former"]


@dataclass(frozen=True)
class Former:
    """An event as it was published last."""

    sequence: int
    when: When
