"""Watches, and when somebody last looked."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from dateline.ledger.tables import looks, watches
from dateline.model.watch import Watch

__all__ = ["drop_watch", "last_look", "look", "put_watch", "watch_named", "watches_known"]


def put_watch(connection: Connection, watch: Watch, at: datetime) -> None:
    """Keep a watch in place of one of the same name."""
    connection.execute(delete(watches).where(watches.c.name == watch.name))
    asked = {key: value for key, value in asdict(watch).items() if value and key != "name"}
    connection.execute(insert(watches), [{"name": watch.name, "asked": json.dumps(asked), "made_at": at}])


def drop_watch(connection: Connection, name: str) -> None:
    """Take a watch away, with the memory of looks through it."""
    connection.execute(delete(looks).where(looks.c.name.in_([f"changes {name}", f"digest {name}"])))
    connection.execute(delete(watches).where(watches.c.name == name))


def watch_from(row: Mapping[str, Any]) -> Watch:
    """A watch out of its row."""
    asked = {key: tuple(value) for key, value in json.loads(row["asked"]).items()}
    return Watch(name=row["name"], **asked)


def watch_named(connection: Connection, name: str) -> Watch | None:
    """The watch of this name."""
    row = connection.execute(select(watches).where(watches.c.name == name)).mappings().first()
    return None if row is None else watch_from(dict(row))


def watches_known(connection: Connection) -> list[Watch]:
    """Every watch, by name."""
    return [watch_from(dict(row)) for row in connection.execute(select(watches).order_by(watches.c.name)).mappings()]


def last_look(connection: Connection, name: str) -> datetime | None:
    """When somebody last looked in this way."""
    return connection.execute(select(looks.c.at).where(looks.c.name == name)).scalar()


def look(connection: Connection, name: str, at: datetime) -> None:
    """Note that somebody looked."""
    connection.execute(delete(looks).where(looks.c.name == name))
    connection.execute(insert(looks), [{"name": name, "at": at}])
