"""Feeds that are followed: what their servers said last, and when they may be asked again."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from dateline.ledger.tables import documents, feeds

__all__ = ["Followed", "carries", "drop_feed", "feed_at", "feeds_followed", "put_feed"]


@dataclass(frozen=True, kw_only=True)
class Followed:
    """A feed: `etag` and `modified` are what its server calls the state that was read in full last."""

    url: str
    added_at: datetime
    title: str = ""
    etag: str | None = None
    modified: str | None = None
    asked_at: datetime | None = None
    changed_at: datetime | None = None
    next_try: datetime | None = None
    failures: int = 0
    trouble: str | None = None


def feeds_followed(connection: Connection) -> list[Followed]:
    """Every feed, by its address."""
    return [Followed(**row) for row in connection.execute(select(feeds).order_by(feeds.c.url)).mappings()]


def feed_at(connection: Connection, url: str) -> Followed | None:
    """The feed at an address, if it is followed."""
    row = connection.execute(select(feeds).where(feeds.c.url == url)).mappings().first()
    return Followed(**row) if row is not None else None


def put_feed(connection: Connection, feed: Followed, *, instead_of: str | None = None) -> None:
    """Keep what is known of a feed, in place of what was known before, or of where it has moved from."""
    connection.execute(delete(feeds).where(feeds.c.url.in_([feed.url, instead_of or feed.url])))
    connection.execute(insert(feeds), [asdict(feed)])


def drop_feed(connection: Connection, url: str) -> bool:
    """Follow a feed no longer; was it followed?"""
    return bool(connection.execute(delete(feeds).where(feeds.c.url == url)).rowcount)


def carries(connection: Connection, url: str) -> bool:
    """Is there a story in the ledger that was found at this address?"""
    return connection.execute(select(documents.c.id).where(documents.c.url == url)).first() is not None
