"""`dateline follow`, against servers on loopback; the readers are played."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline.app import follow as following
from dateline.app import gather, pipeline, web
from dateline.cli.main import app
from dateline.model.document import Document
from dateline.model.errors import InputError
from dateline.model.problem import Refusal
from dateline.model.reading import Reading
from tests.intake.world import Handler, guest, served

command = sys.modules["dateline.cli.follow"]

ENTRY = (
    "<item><title>{0}</title><link>{1}/{0}</link><description>Envoys of {0} meet, it says there.</description>"
    "<pubDate>Tue, 04 Jan 2022 08:30:00 GMT</pubDate></item>"
)
PAGE = "<html><head><title>{0}</title></head><body><article><h1>{0} in full</h1>" + "<p>Envoys of {0} meet in Paris.</p>" * 8


def rss(*names: str, address: str = "https://example.org") -> bytes:
    entries = "".join(ENTRY.format(name, address) for name in names)
    return f'<rss version="2.0"><channel><title>Example Wire</title>{entries}</channel></rss>'.encode()


def played(stories: Iterable[Document | Refusal], parser: object, **others: object) -> Iterator[Reading | Refusal]:
    for story in stories:
        yield story if isinstance(story, Refusal) else Reading(document=story)


@pytest.fixture(autouse=True)
def readers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(gather, "readings", played)
    monkeypatch.setattr(pipeline, "open_parser", lambda model: None)
    monkeypatch.setenv("DATELINE_DATABASE", f"sqlite:///{tmp_path / 'ledger.db'}")
    monkeypatch.setattr(web, "fetcher_for", lambda settings: guest())


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments], input=stdin)


def summary(result: Result) -> dict[str, object]:
    return dict(json.loads(result.stdout))


def test_new_stories_come_in_once() -> None:
    names = ["one", "two"]
    with served(feed=lambda handler: handler.give(200, rss(*names))) as (address, _):
        first = run("follow", f"{address}/feed")
        assert first.exit_code == 0
        assert first.stdout.splitlines()[:3] == [
            "Example Wire: 2 new of 2", "1 feed: 1 read", "2 stories: 2 new, 0 already known",
        ]  # fmt: skip
        names.append("three")
        assert summary(run("follow", "--json")) | {"feeds": []} == {
            "ok": True, "feeds": [], "stories": 3, "new": 1, "known": 2, "unread": 0, "meetings": [], "reports": 0,
            "statements": 0, "problems": 0,
        }  # fmt: skip


def test_a_feed_that_has_not_changed_is_not_sent_again() -> None:
    def conditional(handler: Handler) -> None:
        same = handler.headers.get("If-None-Match") == '"7"' and handler.headers.get("If-Modified-Since")
        handler.give(
            304 if same else 200, b"" if same else rss("one"), ETag='"7"', Last_Modified="Tue, 04 Jan 2022 08:00:00 GMT"
        )

    with served(feed=conditional) as (address, log):
        run("follow", f"{address}/feed")
        assert "Example Wire: nothing new" in run("follow").stdout
    assert [path for path, _ in log] == ["/robots.txt", "/feed"] * 2


def test_a_feed_that_fails_waits_longer_each_time() -> None:
    with served(feed=lambda handler: handler.give(500, b"")) as (address, log):
        result = run("follow", f"{address}/feed")
        assert result.exit_code == 1
        assert "status 500" in result.stderr
        asked = len(log)
        assert run("follow").stdout.startswith(f"{address}/feed: not before ")
        assert len(log) == asked
        assert run("follow", "--now").exit_code == 1
        (row,) = json.loads(run("follow", "--list", "--json").stdout)["rows"]
    assert (row["failures"], row["url"]) == (2, f"{address}/feed")


def test_one_bad_feed_does_not_stop_the_others() -> None:
    with served(good=rss("one"), bad=b"no feed at all") as (address, _):
        result = run("follow", f"{address}/bad", f"{address}/good")
    assert result.exit_code == 1
    assert "no feed" in result.stderr
    assert "2 feeds: 1 read, 1 failed" in result.stdout


def test_moved_for_good() -> None:
    with served(old=lambda handler: handler.give(301, b"", Location="/new"), new=rss("one")) as (address, log):
        run("follow", f"{address}/old")
        run("follow")
        (row,) = json.loads(run("follow", "--list", "--json").stdout)["rows"]
    assert row["url"] == f"{address}/new"
    assert [path for path, _ in log].count("/old") == 1


def test_pages_of_entries() -> None:
    with served(one=PAGE.format("one").encode(), two=lambda handler: handler.give(404, b"")) as (address, _), served(
        feed=lambda handler: handler.give(200, rss("one", "two", address=address))
    ) as (feeds, _):  # fmt: skip
        result = run("follow", f"{feeds}/feed", "--pages", "--json")
        assert summary(result)["new"] == 2
        assert summary(run("follow", "--pages", "--json"))["known"] == 2


def test_a_dry_run_keeps_nothing() -> None:
    with served(feed=rss("one")) as (address, _):
        result = run("follow", f"{address}/feed", "--dry-run")
        assert "1 new of 1" in result.stdout
        assert "nothing was kept" in result.stdout
    assert run("follow", "--list").stdout == ""


def test_lists_of_feeds(tmp_path: Path) -> None:
    with served(a=rss("one"), b=rss("two")) as (address, _):
        opml = tmp_path / "feeds.opml"
        opml.write_text(
            f'<opml version="2.0"><body><outline text="x"><outline type="rss" xmlUrl="{address}/a"/></outline></body></opml>'
        )
        assert summary(run("follow", opml, "--json"))["new"] == 1
        assert summary(run("follow", "-", "--json", stdin=f"# mine\n{address}/b\n"))["new"] == 1
    assert len(run("follow", "--list").stdout.splitlines()) == 2
    assert run("follow", "--drop", f"{address}/a").stdout == "1 of 1 no longer followed\n"


def test_titles_cannot_steer_the_terminal() -> None:
    with served(feed=rss("one").replace(b"Example Wire", b"Bad &#27;[2J &#155;31m \xe2\x80\xaeWire")) as (address, _):
        result = run("follow", f"{address}/feed")
    assert result.stdout.isprintable() or all(line.isprintable() for line in result.stdout.splitlines())
    assert "\x1b" not in result.output


@pytest.mark.parametrize("arguments", [[], ["none.opml"], ["--drop"]])
def test_usage(arguments: list[str]) -> None:
    assert run("follow", *arguments).exit_code != 0


def test_broken_off_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """The state of a feed is noted once its stories are kept, not before."""
    with served(feed=lambda handler: handler.give(200, rss("one"), ETag='"1"')) as (address, _):
        with monkeypatch.context() as broken:
            broken.setattr(following, "gather", lambda *given, **named: (_ for _ in ()).throw(KeyboardInterrupt))
            run("follow", f"{address}/feed")
        assert summary(run("follow", f"{address}/feed", "--json"))["new"] == 1


def test_addresses_lose_what_only_follows_readers() -> None:
    feed = rss("one").replace(b"https://example.org/one", b"https://example.org/one?utm_source=feed")
    with served(feed=feed) as (address, _):
        run("follow", f"{address}/feed")
    (item,) = json.loads(run("stories", "--as", "jsonfeed").stdout)["items"]
    assert item["url"] == "https://example.org/one"


def test_a_feed_that_is_asked_for_by_its_address_does_not_wait() -> None:
    answers = [(500, b""), (200, rss("one"))]
    with served(feed=lambda handler: handler.give(*answers.pop(0))) as (address, _):
        assert run("follow", f"{address}/feed").exit_code == 1
        assert "not before" in run("follow").stdout
        assert run("follow", f"{address}/feed").stdout.startswith("Example Wire: 1 new of 1")


def test_a_feed_of_a_list_waits(tmp_path: Path) -> None:
    with served(feed=lambda handler: handler.give(500, b"")) as (address, _):
        (tmp_path / "feeds.txt").write_text(f"{address}/feed\n")
        run("follow", tmp_path / "feeds.txt")
        assert "not before" in run("follow", tmp_path / "feeds.txt").stdout


LINK = '<link rel="alternate" type="{0}" title="{1}" href="{2}">'


def page(*links: str) -> bytes:
    return f"<!DOCTYPE html><html><head><title>News</title>{''.join(links)}</head><body><p>News.</p></body></html>".encode()


@pytest.mark.parametrize("kind", ["application/rss+xml", "application/atom+xml; charset=utf-8", "Application/Feed+JSON"])
def test_the_feed_that_a_page_names(kind: str) -> None:
    with served(news=page(LINK.format(kind, "All", "/feed"), LINK.format("text/html", "Text", "/x")), feed=rss("one")) as (
        address, log,
    ):  # fmt: skip
        result = run("follow", f"{address}/news")
        assert result.exit_code == 0
        assert result.stdout.startswith("Example Wire: 1 new of 1")
        assert f"{address}/news: a page; the feed that it names is followed: {address}/feed" in result.stderr
        run("follow")
    assert [path for path, _ in log].count("/news") == 1
    assert [row["url"] for row in json.loads(run("follow", "--list", "--json").stdout)["rows"]] == [f"{address}/feed"]


def test_of_several_feeds_the_first_is_taken_and_all_are_told() -> None:
    links = [LINK.format("application/rss+xml", name, f"/{name}") for name in ("a", "b", "a")]
    with served(news=page(*links), a=rss("one"), b=rss("two")) as (address, _):
        (feed,) = json.loads(run("follow", f"{address}/news", "--json").stdout)["feeds"]
    assert (feed["url"], feed["page"]) == (f"{address}/a", f"{address}/news")
    assert feed["offers"] == [{"url": f"{address}/{name}", "title": name} for name in ("a", "b")]


def test_of_several_feeds_a_person_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "chosen", lambda page, offers: next(offer for offer in offers if offer.title == "b"))
    links = [LINK.format("application/rss+xml", name, f"/{name}") for name in ("a", "b")]
    with served(news=page(*links), a=rss("one"), b=rss("two", "three")) as (address, _):
        assert run("follow", f"{address}/news").stdout.startswith("Example Wire: 2 new of 2")


@pytest.mark.parametrize(
    ("links", "trouble"),
    [((), "names no feed"), ((LINK.format("application/rss+xml", "x", "/news"),), "a page and no feed")],
)
def test_a_page_without_feeds(links: tuple[str, ...], trouble: str) -> None:
    with served(news=page(*links)) as (address, _):
        result = run("follow", f"{address}/news")
    assert (result.exit_code, trouble in result.stderr) == (1, True)


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_again_and_again_until_stopped(monkeypatch: pytest.MonkeyPatch, form: list[str]) -> None:
    names, waits = ["one"], list[float]()

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        names.append("two")
        if len(waits) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(command, "sleep", sleep)
    with served(news=page(LINK.format("application/rss+xml", "x", "/feed")), feed=lambda each: each.give(200, rss(*names))) as (
        address, log,
    ):  # fmt: skip
        result = run("follow", f"{address}/news", "--every", "15m", *form)
    lines = result.stdout.splitlines()
    assert (result.exit_code, len(lines)) == (0, 3)
    assert all(800 < wait <= 900 for wait in waits)
    if form:
        assert [json.loads(line)["new"] for line in lines] == [1, 1, 0]
    else:
        assert lines[1].endswith("  1 feed: 1 read; 2 stories: 1 new, 1 already known")
    assert "stopped after 3 rounds, 2 new stories" in result.stderr
    assert [path for path, _ in log].count("/news") == 1


@pytest.mark.parametrize("interval", ["0m", "10s", "soon", "15"])
def test_no_interval(interval: str) -> None:
    assert isinstance(run("follow", "https://example.org/feed", "--every", interval).exception, InputError)


@pytest.mark.parametrize("more", ["--list", "--drop", "--dry-run"])
def test_every_goes_with_asking(more: str) -> None:
    assert run("follow", "https://example.org/feed", "--every", "15m", more).exit_code == 2
