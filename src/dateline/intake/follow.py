"""One feed asked again: what it has since then, or when to ask next."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from dateline.intake.discover import feeds_on, is_plain_page
from dateline.intake.feed import Feed, read_feed
from dateline.intake.feed_calendar import is_calendar, read_calendar
from dateline.intake.fetch import Answer, Fetcher, jitter
from dateline.model.errors import BusyError, InputError
from dateline.model.offer import Offer

__all__ = ["Asked", "State", "ask", "next_try"]

FIRST_WAIT = timedelta(minutes=5)
LONGEST_WAIT = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class State:
    """What a server called the state of a feed that was read in full last."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What came of it: the feed if it has changed, the new state, where it has moved to, the feeds that are named where a page
    lies in place of one, or what was wrong."""

    feed: Feed | None = None
    state: State = State()
    moved: str | None = None
    offers: tuple[Offer, ...] = ()
    trouble: str | None = None
    until: datetime | None = None


def ask(fetcher: Fetcher, url: str, state: State) -> Asked:
    """Ask for a feed unless it is as it was."""
    conditions = {"If-None-Match": state.etag, "If-Modified-Since": state.modified}
    try:
        answer = fetcher.get(url, {name: value for name, value in conditions.items() if value})
        if answer.status == 304:
            return Asked(state=state)
        if is_plain_page(answer.data):
            offers = feeds_on(answer.data, answer.url)
            trouble = None if offers else f"{url}: a page that names no feed; give the address of the feed itself"
            return Asked(state=state, offers=offers, trouble=trouble)
        feed = feed_in(answer, url)
    except BusyError as error:
        return Asked(state=state, trouble=str(error), until=error.until)
    except InputError as error:
        return Asked(state=state, trouble=str(error))
    return Asked(feed=feed, state=state_of(answer), moved=answer.moved)


def feed_in(answer: Answer, url: str) -> Feed:
    """The feed or calendar of an answer."""
    if is_calendar(answer.data):
        return read_calendar(answer.data, url)
    headers = {"content-location": answer.url}
    if kind := answer.headers.get("content-type"):
        headers["content-type"] = kind
    return read_feed(answer.data, url, headers)


def state_of(answer: Answer) -> State:
    """What the server calls this state; marks that no header can hold are left out."""
    etag, modified = answer.headers.get("etag"), answer.headers.get("last-modified")
    return State(etag=etag if is_plain(etag) else None, modified=modified if is_plain(modified) else None)


def is_plain(value: str | None) -> bool:
    """Can this be sent back in a header?"""
    return bool(value) and len(value or "") < 1_000 and (value or "").isascii() and (value or "").isprintable()


def next_try(failures: int, until: datetime | None, now: datetime) -> datetime:
    """When to ask again after so many failures in a row: each time twice as late, and never before the server wants it."""
    wait = min(FIRST_WAIT * 2 ** min(max(failures - 1, 0), 20), LONGEST_WAIT)
    again = now + timedelta(seconds=jitter(wait.total_seconds()))
    return max(again, until) if until else again
