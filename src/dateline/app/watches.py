"""Watches: made, listed, taken away, and laid over what is asked of the ledger."""

from collections.abc import Callable, Sequence
from datetime import datetime

from dateline.app.ask import watch_of
from dateline.app.opening import now
from dateline.app.parties import country_named, party_of
from dateline.ledger import watches
from dateline.ledger.database import Ledger
from dateline.model.errors import InputError
from dateline.model.watch import Watch

__all__ = ["add", "known", "remove"]


def add(
    ledger: Ledger,
    name: str,
    *,
    parties: Sequence[str] = (),
    forums: Sequence[str] = (),
    places: Sequence[str] = (),
    about: Sequence[str] = (),
    clock: Callable[[], datetime] = now,
) -> Watch:
    """Keep a watch, in place of one of the same name."""
    name = " ".join(name.split())
    if not name:
        raise InputError("give the watch a name")
    if not (parties or forums or places or about):
        raise InputError("say what to watch: --party, --forum, --place or --about")
    with ledger.writing() as connection:
        made = Watch(
            name=name,
            parties=tuple(party_of(connection, party) for party in parties),
            forums=tidy(forums),
            places=tidy(places),
            countries=tuple(code for place in places if (code := country_named(place))),
            about=tidy(about),
        )
        watches.put_watch(connection, made, clock())
    return made


def tidy(words: Sequence[str]) -> tuple[str, ...]:
    """The words with single blanks, without empty ones."""
    return tuple(each for word in words if (each := " ".join(word.split())))


def remove(ledger: Ledger, name: str) -> None:
    """Take a watch away."""
    with ledger.writing() as connection:
        watches.drop_watch(connection, watch_of(connection, name).name)


def known(ledger: Ledger) -> list[Watch]:
    """Every watch."""
    with ledger.reading() as connection:
        return watches.watches_known(connection)
