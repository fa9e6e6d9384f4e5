"""A feed that a web page names as another form of itself."""

from dataclasses import dataclass

__all__ = ["Offer"]


@dataclass(frozen=True)
class Offer:
    """Where the feed lies, and what the page calls it."""

    url: str
    title: str = ""
