"""The trained reader: one pass of a small encoder over a story, whose signals the readers of entries weigh."""

from dateline.reading.encoder.run import listen

__all__ = ["listen"]
