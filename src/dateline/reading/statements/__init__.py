"""Statements: who says what of which kind, to whom, in which words."""

from dateline.reading.statements.joining import link
from dateline.reading.statements.read import find_statements

__all__ = ["find_statements", "link"]
