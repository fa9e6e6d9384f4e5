"""`dateline follow`: feeds into the ledger."""

import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from time import monotonic, sleep
from typing import TYPE_CHECKING, Annotated, Any

import click
import typer

from dateline.cli.options import Database, Model
from dateline.cli.output import complain, complain_of, counted, is_terminal, json_line, plain, progress, stdin
from dateline.model.offer import Offer

if TYPE_CHECKING:
    from dateline.app.follow import Outcome, Plan
    from dateline.app.gather import Gathered

    Round = tuple[list[Outcome], Gathered]

__all__ = ["follow"]


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
    every: Annotated[
        str | None, typer.Option("--every", metavar="INTERVAL", help="Ask again and again until stopped: 15m, 2h.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The summary as an object, for programs.")] = False,
    database: Database = None,
    model: Model = None,
) -> None:
    """Ask feeds (RSS, Atom, JSON Feed, calendars) for what is new, and add it to the ledger.

    A feed is asked whether it has changed, not for all of it again; one that fails is asked later and later, or at once
    where its address is given. Sites are asked one thing a second at most, and not what their robots.txt forbids. Broken
    off, it goes on where it was. At the address of a page the feed that the page names is followed; of several the first,
    or the one that is chosen at the terminal.

    Exit codes: 0 all feeds were read; 1 some could not be, or some of their stories (standard error says which and why);
    2 the command could not be carried out.

    Examples:

    * `dateline follow https://example.org/feed.xml` reads a feed, and remembers it
    * `dateline follow subscriptions.opml --pages` reads those of a list, and the pages of their entries
    * `dateline follow https://example.org/news/` follows the feed that a page names
    * `dateline follow` asks all feeds again whose time has come
    * `dateline follow --every 15m` goes on until it is stopped (Ctrl-C), with a line a round
    """
    from functools import cache

    from dateline.app import follow as following
    from dateline.app import pipeline
    from dateline.app.days import interval
    from dateline.app.gather import Gathered
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings
    from dateline.app.web import fetcher_for

    pause = interval(every) if every else None
    if pause and (drop or listing or dry):
        raise typer.BadParameter("--every goes with asking and keeping, not with --list, --drop or --dry-run")
    settings = read_settings(database=database, model=model)
    ledger = open_ledger(settings.database)
    try:
        given = urls = following.named(feeds or [], stdin())
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
    finally:
        ledger.close()
    asked_for = frozenset(each for each in given if each in (feeds or ()))
    plan = following.Plan(pages=pages, at_once=now, asked_for=asked_for, dry=dry, choose=chosen)
    parser = cache(lambda: pipeline.open_parser(settings))

    def once(plan: "Plan") -> tuple[list["Outcome"], "Gathered"]:
        """One round."""
        ledger, gathered = open_ledger(settings.database), Gathered()
        outcomes: list[Outcome] = []
        try:
            urls = given or [each.url for each in following.known(ledger)]
            went = following.follow(ledger, urls, fetcher_for(settings), parser, gathered, plan)
            for outcome in progress(went, len(urls), wanted=len(urls) > 1):
                outcomes.append(outcome)
                if not json:
                    say(outcome, brief=pause is not None)
        finally:
            ledger.close()
        if given:
            given[:] = [each.url for each in outcomes]
        complain_of(gathered.troubles, "stories that could not be added")
        return outcomes, gathered

    if pause:
        follow_on(once, plan, pause, json=json)
        return
    outcomes, gathered = once(plan)
    words = in_words(outcomes, gathered, settings.shown_database, dry=dry)
    sys.stdout.write(json_line(summary(outcomes, gathered)) if json else words)
    leave(outcomes, gathered)


def leave(outcomes: Iterable["Outcome"], gathered: "Gathered") -> None:
    """End with the exit code for what came of it."""
    if gathered.troubles or any(outcome.status == "failed" for outcome in outcomes):
        raise typer.Exit(1)


def chosen(page: str, offers: Sequence[Offer]) -> Offer:
    """The feed of a page that is to be followed: of several the first, or what a person at the terminal chooses."""
    if len(offers) == 1 or not (is_terminal() and sys.stdin is not None and sys.stdin.isatty()):
        return offers[0]
    typer.echo(plain(f"{page} names {len(offers)} feeds:"))
    for number, offer in enumerate(offers, 1):
        typer.echo(plain(f"  {number}  {offer.title or 'without a title'}  {offer.url}"))
    number = int(typer.prompt("Which is to be followed", default=1, type=click.IntRange(1, len(offers))))
    return offers[number - 1]


def say(outcome: "Outcome", *, brief: bool = False) -> None:
    """What came of one feed, on a line, or only what is wrong with it; troubles go to standard error."""
    name = outcome.title or outcome.url
    if outcome.page:
        others = [each.url for each in outcome.offers if each.url != outcome.url]
        more = f", not {', '.join(others)}" if others else ""
        complain(f"{outcome.page}: a page; the feed that it names is followed: {outcome.url}{more}")
    if outcome.status == "failed":
        again = f"; asked again after {outcome.next_try:%Y-%m-%d %H:%M} UTC" if outcome.next_try else ""
        complain(f"{outcome.trouble}{again}")
        return
    words = {
        "unchanged": "nothing new",
        "waits": f"not before {outcome.next_try:%Y-%m-%d %H:%M} UTC" if outcome.next_try else "waits",
    }
    if not brief:
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
                "problems": each.problems, "page": each.page,
                "offers": [{"url": offer.url, "title": offer.title} for offer in each.offers],
            }
            for each in outcomes
        ],
        "stories": gathered.given, "new": gathered.new, "known": gathered.known, "unread": len(gathered.troubles),
        "meetings": sorted(gathered.meetings), "reports": gathered.reports, "statements": gathered.statements,
        "problems": gathered.problems,
    }  # fmt: skip


def in_words(outcomes: list["Outcome"], gathered: "Gathered", database: str, *, dry: bool) -> str:
    """What came of it, for a person."""
    lines = [feeds_in_words(outcomes), stories_in_words(outcomes, gathered, dry=dry)]
    lines.append("nothing was kept (--dry-run)" if dry else f"ledger: {database}")
    return "\n".join(lines) + "\n"


def feeds_in_words(outcomes: list["Outcome"]) -> str:
    """How it went with the feeds."""
    count = {status: sum(each.status == status for each in outcomes) for status in ("read", "unchanged", "waits", "failed")}
    words = {"read": "read", "unchanged": "unchanged", "waits": "not due yet", "failed": "failed"}
    feeds = ", ".join(f"{number} {words[status]}" for status, number in count.items() if number)
    return f"{len(outcomes):,} {'feed' if len(outcomes) == 1 else 'feeds'}: {feeds}"


def stories_in_words(outcomes: list["Outcome"], gathered: "Gathered", *, dry: bool) -> str:
    """How it went with the stories."""
    new = sum(each.new for each in outcomes) if dry else gathered.new
    words = f"{gathered.given:,} stories: {new:,} new, {gathered.known:,} already known"
    return words + (f", {len(gathered.troubles):,} could not be added" if gathered.troubles else "")


def follow_on(once: Callable[["Plan"], "Round"], plan: "Plan", pause: timedelta, *, json: bool) -> None:
    """Round after round, a line each, until somebody stops it; what was kept until then is kept."""
    from dateline.app.opening import now as moment

    rounds = new = 0
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        while True:
            start = monotonic()
            outcomes, gathered = once(plan if not rounds else replace(plan, asked_for=frozenset(), at_once=False))
            rounds, new = rounds + 1, new + gathered.new
            line = f"{feeds_in_words(outcomes)}; {stories_in_words(outcomes, gathered, dry=False)}"
            sys.stdout.write(
                json_line(summary(outcomes, gathered)) if json else f"{moment().astimezone():%Y-%m-%d %H:%M}  {line}\n"
            )
            sys.stdout.flush()
            sleep(max(0.0, pause.total_seconds() - (monotonic() - start)))
    except KeyboardInterrupt:
        complain(f"stopped after {counted(rounds, 'round')}, {counted(new, 'new story', 'new stories')}")
    finally:
        signal.signal(signal.SIGTERM, before)


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
