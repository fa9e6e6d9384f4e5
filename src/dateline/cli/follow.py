"""`dateline follow`: feeds into the ledger."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.options import Database, Model
from dateline.cli.output import complain, json_line, plain, progress, stdin

if TYPE_CHECKING:
    from dateline.app.follow import Outcome
    from dateline.app.gather import Gathered

__all__ = ["follow"]

SHOWN = 20


def follow(
    feeds: Annotated[
        list[str] | None,
        typer.Argument(metavar="URL|OPML|-", help="Addresses of feeds, or files of them; without any, those followed already."),
    ] = None,
    pages: Annotated[
        bool, typer.Option("--pages", help="Read the pages that entries lead to, not only the feed's words.")
    ] = False,
    now: Annotated[bool, typer.Option("--now", help="Ask also those whose time has not come yet.")] = False,
    dry: Annotated[bool, typer.Option("--dry-run", help="Ask, and say what is new; keep nothing.")] = False,
    listing: Annotated[bool, typer.Option("--list", help="Ask nothing; list the feeds that are followed.")] = False,
    drop: Annotated[bool, typer.Option("--drop", help="Follow these feeds no longer; their stories stay.")] = False,
    json: Annotated[bool, typer.Option("--json", help="The summary as an object, for programs.")] = False,
    database: Database = None,
    model: Model = None,
) -> None:
    """Ask feeds (RSS, Atom, JSON Feed, calendars) for what is new, and add it to the ledger.

    A feed is asked whether it has changed, not for all of it again; one that fails is asked later and later. Sites are
    asked one thing a second at most, and not what their robots.txt forbids. Broken off, it goes on where it was.

    Exit codes: 0 all feeds were read; 1 some could not be, or some of their stories (standard error says which and why);
    2 the command could not be carried out.

    Examples:

    * `dateline follow https://example.org/feed.xml` reads a feed, and remembers it
    * `dateline follow subscriptions.opml --pages` reads those of a list, and the pages of their entries
    * `dateline follow` asks all feeds again whose time has come
    """
    from dateline.app import follow as following
    from dateline.app import pipeline
    from dateline.app.gather import Gathered
    from dateline.app.keep import open_ledger
    from dateline.app.settings import read_settings
    from dateline.app.web import fetcher_for

    settings = read_settings(database=database, model=model)
    ledger = open_ledger(settings.database)
    gathered, outcomes = Gathered(), []
    try:
        urls = following.named(feeds or [], stdin())
        if drop and not urls:
            raise typer.BadParameter("say which feeds are to be followed no longer")
        if drop:
            gone = following.drop(ledger, urls)
            sys.stdout.write(
                json_line({"ok": True, "dropped": gone}) if json else f"{gone} of {len(urls)} no longer followed\n"
            )
            return
        urls = urls or [each.url for each in following.known(ledger)]
        if listing:
            list_feeds(following.known(ledger), json=json)
            return
        if not urls:
            raise typer.BadParameter("no feeds are followed yet: give the address of one, or a list of them (OPML)")
        plan = following.Plan(pages=pages, at_once=now, dry=dry)
        went = following.follow(ledger, urls, fetcher_for(settings), lambda: pipeline.open_parser(settings), gathered, plan)
        for outcome in progress(went, len(urls), wanted=True):
            outcomes.append(outcome)
            if not json:
                say(outcome)
    finally:
        ledger.close()
    for name, what in gathered.troubles[:SHOWN]:
        complain(f"{name}: {what}")
    if len(gathered.troubles) > SHOWN:
        complain(f"and {len(gathered.troubles) - SHOWN} more stories that could not be added")
    if json:
        sys.stdout.write(json_line(summary(outcomes, gathered)))
    else:
        sys.stdout.write(in_words(outcomes, gathered, settings.shown_database, dry=dry))
    if gathered.troubles or any(outcome.status == "failed" for outcome in outcomes):
        raise typer.Exit(1)


def say(outcome: "Outcome") -> None:
    """What came of one feed, on a line; troubles go to standard error."""
    name = outcome.title or outcome.url
    if outcome.status == "failed":
        again = f"; asked again after {outcome.next_try:%Y-%m-%d %H:%M} UTC" if outcome.next_try else ""
        complain(f"{outcome.trouble}{again}")
        return
    words = {
        "unchanged": "nothing new",
        "waits": f"not before {outcome.next_try:%Y-%m-%d %H:%M} UTC" if outcome.next_try else "waits",
    }
    sys.stdout.write(plain(f"{name}: {words.get(outcome.status) or f'{outcome.new} new of {outcome.stories}'}") + "\n")
    for problem in outcome.problems:
        complain(f"{outcome.url}: {problem}")


def summary(outcomes: Iterable["Outcome"], gathered: "Gathered") -> dict[str, Any]:
    """What came of it, for programs."""
    return {
        "ok": True,
        "feeds": [
            {
                "url": each.url, "title": each.title, "status": each.status, "stories": each.stories, "new": each.new,
                "trouble": each.trouble, "next_try": each.next_try.isoformat() if each.next_try else None,
                "problems": each.problems,
            }
            for each in outcomes
        ],
        "stories": gathered.given, "new": gathered.new, "known": gathered.known, "unread": len(gathered.troubles),
        "meetings": sorted(gathered.meetings), "reports": gathered.reports, "statements": gathered.statements,
        "problems": gathered.problems,
    }  # fmt: skip


def in_words(outcomes: list["Outcome"], gathered: "Gathered", database: str, *, dry: bool) -> str:
    """What came of it, for a person."""
    count = {status: sum(each.status == status for each in outcomes) for status in ("read", "unchanged", "waits", "failed")}
    words = {"read": "read", "unchanged": "unchanged", "waits": "not due yet", "failed": "failed"}
    feeds = ", ".join(f"{number} {words[status]}" for status, number in count.items() if number)
    new = sum(each.new for each in outcomes) if dry else gathered.new
    lines = [
        f"{len(outcomes):,} {'feed' if len(outcomes) == 1 else 'feeds'}: {feeds}",
        f"{gathered.given:,} stories: {new:,} new, {gathered.known:,} already known",
    ]
    if gathered.troubles:
        lines[-1] += f", {len(gathered.troubles):,} could not be added"
    lines.append("nothing was kept (--dry-run)" if dry else f"ledger: {database}")
    return "\n".join(lines) + "\n"


def list_feeds(known: Iterable[Any], *, json: bool) -> None:
    """The feeds that are followed."""
    rows = [
        {
            "url": each.url, "title": each.title, "asked": each.asked_at.isoformat() if each.asked_at else None,
            "changed": each.changed_at.isoformat() if each.changed_at else None, "failures": each.failures,
            "trouble": each.trouble, "next_try": each.next_try.isoformat() if each.next_try else None,
        }
        for each in known
    ]  # fmt: skip
    if json:
        sys.stdout.write(json_line({"ok": True, "rows": rows}))
        return
    for row in rows:
        state = f"failed {row['failures']} times: {row['trouble']}" if row["failures"] else f"read {row['changed'] or 'never'}"
        sys.stdout.write(plain(f"{row['url']}  {row['title']}  {state}") + "\n")
