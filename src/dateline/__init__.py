"""Dateline reads the news and keeps the diplomatic ledger."""

__version__ = "0.1.0"
