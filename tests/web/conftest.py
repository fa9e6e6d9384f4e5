"""A desk over a ledger made by hand, without any language model, and somebody who asks it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dateline.app.keep import keep
from dateline.app.settings import Settings
from dateline.app.watches import add
from dateline.web.desk import Desk
from dateline.web.serve import desk_of
from dateline.web.site import site
from tests.ledger.build import Told, story

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\u202egnp.\u2066\x1b[31m😀"
LONG = "x" * 200_000

STORIES = (
    story(
        "2022-01-04",
        Told("The NATO-Russia Council will meet in Brussels on Jan. 12.", ("NATO", "RUS"), "2022-01-12", "scheduled", "council",
             "NATO-Russia Council", "Brussels"),
        source="Wire", url="https://wire.example/1", name="first",
        said=(("RUS", "demand", "no more sanctions from the West"), ("UKR", "deny", "it shelled the town")),
    ),
    story(
        "2022-01-05",
        Told("The NATO-Russia Council is confirmed for Jan. 13 in Brussels.", ("NATO", "RUS"), "2022-01-13", "confirmed",
             "council", "NATO-Russia Council", "Brussels"),
        source="Post", url="javascript:alert(1)", name="second",
        said=(("RUS", "accuse", "Ukraine shelled the town"),),
    ),
    story(
        "2022-01-03",
        Told("Envoys of Egypt and Israel hold talks in Cairo some time in January.", ("EGY", "ISR"), "2022-01", "proposed",
             place="Cairo", confidence=0.4),
        Told("Ministers of Egypt and the United States talk in Geneva on Jan. 6 and 7.", ("EGY", "USA"),
             "2022-01-06/2022-01-07", place="Geneva"),
        source="Gazette", name="third",
    ),
    story(
        "2022-01-05",
        Told(f"Talks of {HOSTILE} on Jan. 8.", ("USA", "UKR"), "2022-01-08", place="Vienna", title=HOSTILE, topic=HOSTILE),
        source=HOSTILE, name=HOSTILE, body=f"Talks of {HOSTILE} on Jan. 8. {HOSTILE} {LONG}",
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_of(Settings(f"sqlite:///{tmp_path_factory.mktemp('desk') / 'ledger.db'}"), create=True) as made:
        made.fixed = date(2022, 1, 5)
        for each in STORIES:
            keep(made.ledger, each, "1")
        add(made.ledger, "alliance", parties=["NATO"])
        yield made


@pytest.fixture
def ask(desk: Desk) -> TestClient:
    """A browser of no tricks, which follows nothing by itself."""
    return TestClient(
        site(desk), base_url="http://localhost:8765", follow_redirects=False, headers={"sec-fetch-site": "same-origin"}
    )


@pytest.fixture
def council(ask: TestClient) -> str:
    """The id of the meeting of the council."""
    return str(ask.get("/agenda.json?forum=NATO").json()["rows"][0]["id"])


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient]:
    """A desk over a ledger that holds nothing."""
    with desk_of(Settings(f"sqlite:///{tmp_path / 'ledger.db'}"), create=True) as made:
        yield TestClient(site(made), base_url="http://localhost:8765")
