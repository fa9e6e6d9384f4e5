"""Who may ask, how much may be sent, and what every answer carries."""

import pytest
from fastapi.testclient import TestClient

from dateline.web.guard import HEADERS, LONGEST_ADDRESS, LONGEST_BODY, host_of
from dateline.web.serve import is_loopback, serve

FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.mark.parametrize(
    "path", ["/", "/agenda.json", "/nowhere", "/static/desk.css", "/api/v1/agenda", "/api/v1/openapi.json"]
)
def test_every_answer_carries_the_headers(ask: TestClient, path: str) -> None:
    found = ask.get(path).headers
    assert {name.decode(): found.get(name.decode()) for name, _ in HEADERS} == {
        name.decode(): value.decode() for name, value in HEADERS
    }


def test_the_policy_has_room_for_no_script(ask: TestClient) -> None:
    policy = dict(part.split(" ", 1) for part in ask.get("/").headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert not {"script-src", "script-src-elem", "connect-src"} & policy.keys()
    assert "unsafe" not in str(policy)


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost:8765", 200), ("127.0.0.1", 200), ("[::1]:8765", 200), ("LOCALHOST", 200),
     ("evil.example", 421), ("localhost.evil.example:8765", 421), ("", 421)],
)  # fmt: skip
def test_the_name_that_is_asked_for(ask: TestClient, host: str, status: int) -> None:
    assert ask.get("/agenda.json", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 303),
        ({"sec-fetch-site": "same-origin", "origin": "http://localhost:8765"}, 303),
        ({"origin": "http://localhost:8765"}, 303),
        ({"sec-fetch-site": "cross-site", "origin": "http://evil.example"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site", "origin": "http://localhost:9000"}, 403),
        ({"sec-fetch-site": "none"}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://localhost:9000"}, 403),
        ({"origin": "null"}, 403),
        ({}, 403),
    ],
)
def test_a_form_is_taken_from_the_desk_alone(ask: TestClient, headers: dict[str, str], status: int) -> None:
    del ask.headers["sec-fetch-site"]
    assert ask.post("/look", headers={**FORM, **headers}).status_code == status


def test_the_api_is_for_programs_too(ask: TestClient) -> None:
    del ask.headers["sec-fetch-site"]
    assert ask.post("/api/v1/read", json={}).status_code == 422
    assert ask.post("/api/v1/read", json={}, headers={"origin": "http://evil.example"}).status_code == 403


def test_too_much_is_refused(ask: TestClient) -> None:
    assert ask.post("/api/v1/read", content=b"x" * (LONGEST_BODY + 1)).status_code == 413
    assert ask.post("/api/v1/read", content=iter([b"x" * LONGEST_BODY, b"xx"])).status_code == 413
    assert ask.get("/search?q=" + "x" * LONGEST_ADDRESS).status_code == 414


@pytest.mark.parametrize(
    ("given", "name"), [("[::1]", "[::1]"), (" A.example:80 ", "a.example"), ("a:x", "a:x"), ("a:1:2", "a:1")]
)
def test_names_of_hosts(given: str, name: str) -> None:
    assert host_of(given) == name


@pytest.mark.parametrize(
    ("host", "near"), [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("desk.example", False)]
)
def test_what_only_this_machine_reaches(host: str, near: bool) -> None:
    assert is_loopback(host) is near


def test_no_other_machine_is_served_without_tokens() -> None:
    with pytest.raises(Exception, match="for this machine alone"):
        serve(None, "0.0.0.0", 8765, demo=False, say=print)
