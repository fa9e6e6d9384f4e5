"""The API: rows, tokens, troubles, and what OpenAPI says of them."""

import json

import pytest
from fastapi.testclient import TestClient

from dateline.app.door.reader import Reader
from dateline.app.stories import stories
from dateline.reading.parse import Parser
from dateline.views.feed import stories_json
from dateline.views.outward import as_json
from dateline.web.desk import Desk

ROWS = ("agenda", "statements", "positions?party=Russia", "changes", "search?q=town", "parties", "stories")
TEXT = "The foreign ministers of Norway and Chile will meet in Oslo on May 20, the Chilean embassy said on Thursday."


@pytest.mark.parametrize("path", ROWS)
def test_rows_have_one_shape(ask: TestClient, path: str) -> None:
    found = ask.get(f"/api/v1/{path}").json()
    assert found["ok"] is True
    assert found["rows"]
    assert found["next"] is None


def test_tokens_lead_through_all_rows(ask: TestClient) -> None:
    whole = [row["id"] for row in ask.get("/api/v1/statements").json()["rows"]]
    token, found = "", []
    while token is not None:
        answer = ask.get("/api/v1/statements", params={"limit": 1, "next": token}).json()
        found += [row["id"] for row in answer["rows"]]
        token = answer["next"]
    assert (found, len(found)) == (whole, 3)


@pytest.mark.parametrize(
    ("path", "status"),
    [("agenda?party=Rusia", 400), ("agenda?limit=0", 422), ("agenda?next=e30", 400), ("meetings/ffffffff", 404),
     ("positions", 400), ("nowhere", 404), ("search", 422)],
)  # fmt: skip
def test_troubles_have_one_shape(ask: TestClient, path: str, status: int) -> None:
    answer = ask.get(f"/api/v1/{path}")
    found = answer.json()
    assert (answer.status_code, found["ok"], found["status"]) == (status, False, status)
    assert found["error"]


def test_a_meeting_with_its_history(ask: TestClient, council: str) -> None:
    found = ask.get(f"/api/v1/meetings/{council}").json()
    assert {step["field"] for step in found["history"]} >= {"status", "date"}
    said = ask.get("/api/v1/statements").json()["rows"][0]["id"]
    assert ask.get(f"/api/v1/meetings/{said}").json()["error"].endswith(f"/api/v1/explain/{said} has it")
    assert ask.get(f"/api/v1/explain/{said}").json()["label"] == f"statement {said}"


def test_openapi_describes_every_address_with_examples(ask: TestClient) -> None:
    found = ask.get("/api/v1/openapi.json").json()
    assert {path.split("/")[3] for path in found["paths"]} == {
        "agenda", "changes", "explain", "meetings", "parties", "positions", "read", "search", "statements", "stories",
    }  # fmt: skip
    assert all(found["components"]["schemas"][name].get("examples") for name in ("Rows", "One", "Failure", "StoryGiven"))
    page = ask.get("/api").text
    assert all(path in page for path in found["paths"])


@pytest.fixture
def reading(desk: Desk, parser: Parser) -> None:
    """The desk with a language model that is loaded already."""
    desk.loaded = Reader(parser)


@pytest.mark.usefixtures("reading")
def test_a_story_is_read_and_not_kept(ask: TestClient) -> None:
    held = ask.get("/api/v1/stories").json()["rows"]
    found = ask.post("/api/v1/read", json={"text": TEXT, "published": "2019-05-16"}).json()
    assert [each["place"] for each in found["meetings"]] == ["Oslo"]
    assert ask.get("/api/v1/stories").json()["rows"] == held
    form = {"text": TEXT, "published": "2019-05-16", "title": "Talks <b>in</b> Oslo", "keep": "no"}
    page = ask.post("/stories", data=form).text
    assert "nothing of it is kept" in page
    assert "&lt;b&gt;" in page
    assert ask.get("/api/v1/stories").json()["rows"] == held


@pytest.mark.usefixtures("reading")
def test_who_would_wait_too_long_is_told_so(ask: TestClient, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.web.desk.PATIENCE", 0.01)
    with desk.reading():
        answer = ask.post("/api/v1/read", json={"text": TEXT})
        page = ask.post("/stories", data={"text": TEXT, "keep": "yes"})
    assert (answer.status_code, page.status_code) == (503, 503)
    assert "send this one again" in answer.json()["error"]
    assert "Not just now" in page.text
    assert ask.post("/api/v1/read", json={"text": TEXT}).status_code == 200


def test_stories_are_as_the_command_has_them(ask: TestClient, desk: Desk) -> None:
    rows = ask.get("/api/v1/stories").json()["rows"]
    assert rows == json.loads(as_json(stories_json(stories(desk.ledger))))["rows"]


@pytest.mark.usefixtures("reading")
def test_a_story_is_added_once(ask: TestClient) -> None:
    given = {"text": TEXT, "published": "2019-05-16", "source": "Wire"}
    first, again = (ask.post("/api/v1/stories", json=given).json() for _ in range(2))
    assert (first["new"], again["new"], again["known"]) == (1, 0, 1)
    assert first["story"] == again["story"]
    assert ask.get(f"/stories/{first['story']}").status_code == 200
    assert ask.get("/agenda.json?from=2019-05-20&to=2019-05-20").json()["rows"][0]["place"] == "Oslo"
    form = {"text": f"{TEXT} They met before.", "published": "2019-05-17", "keep": "yes"}
    assert ask.post("/stories", data=form).headers["location"].startswith("/stories/")


@pytest.mark.parametrize(
    "story",
    [{}, {"text": ""}, {"text": "x", "colour": "red"}, {"text": "x" * 500_001}, {"text": 1}, {"text": "x", "title": []}],
)
def test_what_is_no_story_is_refused(ask: TestClient, story: dict[str, object]) -> None:
    for path in ("read", "stories"):
        assert ask.post(f"/api/v1/{path}", json=story).status_code == 422


def test_a_story_of_no_day_that_is_one(ask: TestClient) -> None:
    answer = ask.post("/api/v1/read", json={"text": TEXT, "published": "soon"})
    assert (answer.status_code, answer.json()["ok"]) == (400, False)
