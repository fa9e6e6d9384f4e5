"""Stories from the web: pages, feeds, and whatever else lies at an address."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from dateline.app.settings import Settings
from dateline.intake.clean_html import one_line
from dateline.model.document import Document
from dateline.model.errors import InputError
from dateline.model.problem import Problem, Refusal

if TYPE_CHECKING:
    from dateline.intake.fetch import Fetcher

__all__ = ["feed_stories", "fetcher_for", "is_address", "page_stories"]


def is_address(given: str) -> bool:
    """Is it a web address rather than a file?"""
    return given.lower().startswith(("http://", "https://"))


def fetcher_for(settings: Settings) -> "Fetcher":
    """A fetcher that may ask what the settings allow."""
    from dateline.intake.fetch import Fetcher, Limits
    from dateline.intake.fetch_address import networks

    return Fetcher(Limits(allowed=networks(settings.networks)))


def page_stories(urls: Iterable[str], fetcher: "Fetcher") -> Iterator[Document | Refusal]:
    """The stories at addresses: of a page its own, of a feed all, of a file whatever it holds."""
    from dateline.intake.file import from_data

    for url in urls:
        try:
            answer = fetcher.get(url)
        except InputError as error:
            yield Refusal(url, (Problem("intake", str(error)),))
            continue
        yield from (
            replace(story, url=story.url or answer.url) if isinstance(story, Document) else story
            for story in from_data(answer.data, one_line(url), answer.url)
        )


def feed_stories(given: str, fetcher: Callable[[], "Fetcher"], stdin: BinaryIO) -> Iterator[Document | Refusal]:
    """The stories of one feed: a file, an address, or `-` for standard input."""
    from dateline.intake.file import from_feed

    if is_address(given):
        answer = fetcher().get(given)
        return from_feed(answer.data, given)
    if given != "-" and not Path(given).is_file():
        raise InputError(f"no such file, and no web address: {given}")
    try:
        data = stdin.read(1 << 24) if given == "-" else Path(given).read_bytes()
    except OSError as error:
        raise InputError(f"{given}: cannot be read: {error.strerror or error}") from error
    return from_feed(data, given if given == "-" else Path(given).name)
