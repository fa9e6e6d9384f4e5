"""The trained reader: one pass of a small encoder over a story, whose signals the readers of entries weigh."""

from dateline.reading.encoder.opening import faults, is_off, ready
from dateline.reading.encoder.run import listen

__all__ = ["faults", "is_off", "listen", "ready"]
