"""Feeds into a ledger: each is asked whether it has changed, its new stories are kept, and then that it was read."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from dateline.app.gather import Gathered, gather
from dateline.app.opening import now
from dateline.app.pipeline import published
from dateline.app.web import is_address, page_stories
from dateline.intake.addresses import clean_address
from dateline.ledger import feeds, redate, store
from dateline.ledger.database import Ledger
from dateline.ledger.feeds import Followed
from dateline.model.document import Document
from dateline.model.errors import InputError
from dateline.model.offer import Offer
from dateline.model.problem import Problem, Refusal

if TYPE_CHECKING:
    from dateline.intake.feed import Feed
    from dateline.intake.fetch import Fetcher
    from dateline.reading.parse import Parser

__all__ = ["Outcome", "Plan", "drop", "follow", "known", "named", "preview"]

log = logging.getLogger(__name__)


@dataclass
class Outcome:
    """What came of one feed; `page` is the one that it was found on, `offers` all feeds that are named there."""

    url: str
    title: str = ""
    status: str = "read"
    stories: int = 0
    new: int = 0
    trouble: str | None = None
    next_try: datetime | None = None
    problems: list[str] = field(default_factory=list)
    page: str | None = None
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How feeds are followed: with the pages that entries lead to, before their time (all, or those `asked_for`), without
    keeping anything. `choose` takes one of the feeds that a page names."""

    pages: bool = False
    at_once: bool = False
    asked_for: frozenset[str] = frozenset()
    dry: bool = False
    choose: Callable[[str, Sequence[Offer]], Offer] = lambda page, offers: offers[0]


def named(given: Sequence[str], stdin: BinaryIO) -> list[str]:
    """The addresses of feeds: as they are, or in files of them (OPML, one a line), `-` being standard input."""
    from dateline.intake.opml import feeds_in

    found: list[str] = []
    for each in given:
        if is_address(each):
            found.append(each)
            continue
        if each != "-" and not Path(each).is_file():
            raise InputError(f"no such file, and no web address: {each}; give an address, or a file of them (OPML)")
        try:
            found += feeds_in(stdin.read(1 << 24) if each == "-" else Path(each).read_bytes())
        except InputError as error:
            raise InputError(f"{each}: {error}") from error
        except OSError as error:
            raise InputError(f"{each}: cannot be read: {error.strerror or error}") from error
    return list(dict.fromkeys(found))


def known(ledger: Ledger) -> list[Followed]:
    """The feeds that a ledger follows."""
    with ledger.reading() as connection:
        return feeds.feeds_followed(connection)


def drop(ledger: Ledger, urls: Iterable[str]) -> int:
    """Follow these feeds no longer; gives how many were followed. Their stories stay."""
    with ledger.writing() as connection:
        return sum(feeds.drop_feed(connection, url) for url in urls)


def follow(
    ledger: Ledger,
    urls: Sequence[str],
    fetcher: "Fetcher",
    parser: Callable[[], "Parser"],
    gathered: Gathered,
    plan: Plan,
    clock: Callable[[], datetime] = now,
) -> Iterator[Outcome]:
    """Ask every feed that is due, and keep its stories. That a feed was read is noted once its stories are kept: after a
    break it is asked for all of them again, and those that are there already are known."""
    loaded: list[Parser] = []

    def lent() -> "Parser":
        if not loaded:
            loaded.append(parser())
        return loaded[0]

    for url in urls:
        with ledger.reading() as connection:
            before = feeds.feed_at(connection, url)
        state = before or Followed(url=url, added_at=clock())
        if before and before.next_try and before.next_try > clock() and not (plan.at_once or url in plan.asked_for):
            yield Outcome(url, before.title, "waits", trouble=before.trouble, next_try=before.next_try)
            continue
        yield from one_feed(ledger, state, fetcher, lent, gathered, plan, clock)


def one_feed(
    ledger: Ledger,
    before: Followed,
    fetcher: "Fetcher",
    parser: Callable[[], "Parser"],
    gathered: Gathered,
    plan: Plan,
    clock: Callable[[], datetime],
    found: Outcome | None = None,
) -> Iterator[Outcome]:
    """Ask one feed, and keep what is new in it. Where a page lies there, one of the feeds that it names is `found` and asked in
    its place, and followed from then on."""
    from dateline.intake.follow import State, ask, next_try

    asked = ask(fetcher, before.url, State(etag=before.etag, modified=before.modified))
    at = clock()
    if asked.offers and found is None and before.changed_at is None:
        offer = plan.choose(before.url, asked.offers)
        with ledger.reading() as connection:
            state = feeds.feed_at(connection, offer.url) or Followed(url=offer.url, added_at=at)
        if not plan.dry:
            drop(ledger, [before.url])
        yield from one_feed(
            ledger, state, fetcher, parser, gathered, plan, clock, Outcome(offer.url, page=before.url, offers=asked.offers)
        )
        return
    outcome = replace(found or Outcome(before.url), title=before.title)
    trouble = asked.trouble
    if asked.offers:
        trouble = f"{before.url}: a page and no feed; it names {', '.join(each.url for each in asked.offers)}"
    if trouble:
        failures = before.failures + 1
        after = replace(before, asked_at=at, failures=failures, trouble=trouble, next_try=next_try(failures, asked.until, at))
        note(ledger, after, plan)
        yield replace(outcome, status="failed", trouble=trouble, next_try=after.next_try)
        return
    after = replace(before, asked_at=at, failures=0, trouble=None, next_try=None)
    if asked.feed is None:
        note(ledger, after, plan)
        yield replace(outcome, status="unchanged")
        return
    feed = asked.feed
    outcome = replace(outcome, title=feed.title, stories=len(feed.stories))
    outcome.problems += [problem.what for problem in (*feed.problems, *feed.unread)]
    fresh = [story for story in feed.stories if not isinstance(story, Refusal) or not is_linked(feed.items, story)]
    if plan.dry:
        counted = published(fresh, None)
        outcome.new = sum(isinstance(story, Document) and not holds(ledger, story) for story in counted)
        gathered.given += len(fresh)
        yield outcome
        return
    stories = iter(fresh)
    if plan.pages:
        stories = whole(ledger, feed, fetcher, gathered)
    already = gathered.new
    for name in gather(ledger, published(stories, None), parser, gathered):
        log.debug("kept %s", name)
        outcome.new = gathered.new - already
    after = replace(
        after, title=feed.title or before.title, url=asked.moved or before.url, changed_at=at, etag=asked.state.etag,
        modified=asked.state.modified,
    )  # fmt: skip
    note(ledger, after, plan, instead_of=before.url)
    yield outcome


def is_linked(items: Sequence[object], refusal: Refusal) -> bool:
    """Is this an entry that has a link but no words? Feeds of pictures and sounds are full of them: no trouble."""
    return any(getattr(item, "name", None) == refusal.name and getattr(item, "url", None) for item in items)


def holds(ledger: Ledger, story: Document) -> bool:
    """Is the story in the ledger?"""
    with ledger.reading() as connection:
        return store.holds(connection, story.id) or redate.dated_as(connection, story)


def mends(ledger: Ledger, story: Document) -> bool:
    """Is the story in the ledger without its date?"""
    with ledger.reading() as connection:
        return bool(redate.undated_as(connection, story))


def note(ledger: Ledger, state: Followed, plan: Plan, *, instead_of: str | None = None) -> None:
    """Remember how it went with a feed."""
    if not plan.dry:
        with ledger.writing() as connection:
            feeds.put_feed(connection, state, instead_of=instead_of)


def whole(ledger: Ledger, feed: "Feed", fetcher: "Fetcher", gathered: Gathered) -> Iterator[Document | Refusal]:
    """The stories of a feed with the texts of the pages that they lead to. A page that the ledger has a story from is not
    asked for again."""
    for item, story in zip(feed.items, feed.stories, strict=True):
        if item.url is None:
            yield story
            continue
        with ledger.reading() as connection:
            seen = feeds.carries(connection, clean_address(item.url) or item.url)
        if seen:
            gathered.given += 1
            gathered.known += 1
            continue
        page = next(page_stories([item.url], fetcher), story)
        yield merged(story, page) if isinstance(story, Document) else page


def merged(story: Document, page: Document | Refusal) -> Document:
    """An entry with the text of its page, where the page has more. On day and outlet the feed's word stands first."""
    if isinstance(page, Refusal) or len(page.text.body) <= len(story.text.body):
        why = page.problems[0].what if isinstance(page, Refusal) else ""
        return replace(story, problems=(*story.problems, Problem("intake", f"only the feed's words: {why}"))) if why else story
    dated = story if story.published else page
    problems = [*story.problems, *page.problems]
    if story.day and page.day and abs((story.day - page.day).days) > 2:
        told = f"{story.dated_by} gives {story.day}, {page.dated_by} {page.day}"
        problems.append(Problem("intake", f"{told}: the former was taken, check the day of publication"))
    return replace(
        page, name=story.name, source=story.source or page.source, published=dated.published, dated_by=dated.dated_by,
        problems=tuple(problems), origin=page.origin or story.origin,
    )  # fmt: skip


def preview(ledger: Ledger | None, stories: Iterable[Document | Refusal], gathered: Gathered) -> Iterator[str]:
    """Count what adding these stories would do, without reading or keeping any."""
    for story in stories:
        gathered.given += 1
        if isinstance(story, Refusal):
            gathered.troubles.append((story.name, "; ".join(problem.what for problem in story.problems)))
        elif ledger is not None and holds(ledger, story):
            gathered.known += 1
        elif ledger is not None and mends(ledger, story):
            gathered.mended += 1
        else:
            gathered.new += 1
        yield story.name
