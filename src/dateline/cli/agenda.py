"""`dateline agenda`: who meets, when and where, as far as the stories tell."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import Database, Following, Past
from dateline.cli.output import WIDTH, complain, is_terminal, json_line, json_page, write_lines
from dateline.model.errors import LedgerError

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from dateline.app.ask import Agenda, Totals
    from dateline.app.calendar import Ledger

__all__ = ["agenda"]


def agenda(
    first: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help='From this day on: 2022-01-04, today, "next week".')
    ] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Up to and with this day.")] = None,
    following: Following = None,
    past: Past = None,
    party: Annotated[
        str | None, typer.Option("--party", metavar="P", help="With this party: an id (RUS, NATO) or a name (Russia).")
    ] = None,
    watch: Annotated[str | None, typer.Option("--watch", metavar="NAME", help="Only what this watch is for.")] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="WHEN", help="As it was known on this day or at this moment, not now."),
    ] = None,
    doubtful: Annotated[bool, typer.Option("--all", help="Unlikely meetings too (confidence below 0.5).")] = False,
    json: Annotated[bool, typer.Option("--json", help="The rows as one object, for programs.")] = False,
    ics: Annotated[bool, typer.Option("--ics", help="The dated meetings as a calendar file (iCalendar).")] = False,
    cancelled: Annotated[
        str, typer.Option("--cancelled", metavar="show|hide", help="Cancelled meetings in a calendar file.")
    ] = "show",
    html: Annotated[bool, typer.Option("--html", help="A page of HTML that prints well.")] = False,
    database: Database = None,
) -> None:
    """Print the agenda of the ledger by day, each meeting with its status and the words of its sources.

    `**` marks what a story of the day or the day before made known. A meeting planned for a day that has passed, of
    which no story says that it was held, is "not reported held".

    Exit codes: 0 all is well, even if there is nothing to print; 2 the command could not be carried out.

    Examples:

    * `dateline agenda --from today` is what lies ahead
    * `dateline agenda --party Russia --as-of 2022-01-05` is what was known on that day
    * `dateline agenda --ics > meetings.ics` is for a calendar program, and can be written again to update it
    * `dateline agenda --watch arms --html > agenda.html` is a page to print
    """
    from dateline.app import ask
    from dateline.app.days import moment, period
    from dateline.app.opening import open_ledger
    from dateline.app.settings import read_settings

    if json + ics + html > 1:
        raise typer.BadParameter("choose one of --json, --ics and --html")
    if cancelled not in ("show", "hide"):
        raise typer.BadParameter("--cancelled takes show or hide")
    settings = read_settings(database=database)
    zone = settings.tzinfo
    ledger = open_ledger(settings.database, create=False)
    days = period(first, last, following=following, past=past, ahead=True)
    try:
        found = ask.agenda(
            ledger,
            first=days[0],
            last=days[1],
            party=party,
            watch=watch,
            as_of=moment(as_of) if as_of else None,
            doubtful=doubtful,
        )
        held = None if found.rows else ask.totals(ledger)
        if ics:
            write_calendar(ledger, found, days, now=as_of is None, with_cancelled=cancelled == "show")
    finally:
        ledger.close()
    if json:
        write_json(found)
    elif html:
        write_page(found, zone, watch)
    elif held is not None and not ics:
        nothing(held)
    elif not ics:
        from dateline.views.agenda import agenda_lines

        write_lines(lambda width: agenda_lines(found.rows, found.day, found.names, width, zone=zone), WIDTH)


def write_json(found: "Agenda") -> None:
    """The contract's rows."""
    from dateline.views.agenda import agenda_json

    value = agenda_json(found.rows, found.day)
    sys.stdout.buffer.write((json_page if is_terminal() else json_line)(value).encode("utf-8", "replace"))


def write_calendar(
    ledger: "Ledger", found: "Agenda", days: "tuple[date | None, date | None]", *, now: bool, with_cancelled: bool
) -> None:
    """A calendar file, its line ends as the standard has them; what it holds is remembered, so that it can be followed."""
    from dateline.app import calendar as publishing
    from dateline.views.calendar import calendar, events_of

    if not now:
        sys.stdout.buffer.write(calendar(found.rows, found.names, with_cancelled=with_cancelled))
        return
    given = publishing.followed(ledger, found, *days)
    rows, names = given.agenda.rows, given.agenda.names
    file = calendar(rows, names, former=given.former, ended=given.ended, with_cancelled=with_cancelled)
    sys.stdout.buffer.write(file)
    try:
        sys.stdout.flush()  # what could not be given out is not taken for published
        publishing.note(ledger, given.former, events_of(rows, given.former, given.ended))
    except LedgerError as error:
        complain(f"what was published is not remembered: {error}")


def write_page(found: "Agenda", zone: "tzinfo", watch: str | None) -> None:
    """A page of HTML."""
    from dateline.views.pages import agenda_html

    heading = f"Agenda: {watch}" if watch else "Agenda"
    sys.stdout.buffer.write(agenda_html(found.rows, found.day, found.names, zone, heading).encode("utf-8", "replace"))


def nothing(held: "Totals") -> None:
    """Say why there is nothing to print."""
    if not held.meetings:
        complain("the ledger holds no meetings yet; `dateline add` reads stories into it")
    elif held.first and held.last:
        complain(f"no such meeting; the ledger holds {held.meetings:,}, dated from {held.first} to {held.last}")
    else:
        complain(f"no such meeting among the {held.meetings:,} of the ledger")
