"""People decide at the desk: as `dateline judge` keeps it, with who and when, and undone again."""

from concurrent.futures import ThreadPoolExecutor

from fastapi.testclient import TestClient

from dateline.app.judge import decisions
from dateline.web.desk import Desk


def test_a_meeting_is_corrected_and_put_back(ask: TestClient, desk: Desk, council: str) -> None:
    form = {"by": "Ana", "verb": "correct", "field": "place", "value": "Antwerp", "note": "as the host told us"}
    assert ask.post(f"/judge/{council}", data=form).headers["location"] == f"/meetings/{council}"
    page = ask.get(f"/meetings/{council}").text
    assert "correct place Antwerp" in page
    assert "as the host told us" in page
    assert ask.get(f"/meetings/{council}.json").json()["place"] == "Antwerp"
    (made,) = [each for each in decisions(desk.ledger) if each.stands]
    assert (made.by, made.field, made.value) == ("Ana", "place", "Antwerp")
    answer = ask.post(f"/decisions/{made.id}/undo", data={"back": council, "by": "Ben"})
    assert answer.headers["location"] == f"/meetings/{council}"
    assert ask.get(f"/meetings/{council}.json").json()["place"] == "Brussels"
    assert "undone by Ben" in ask.get("/decisions").text


def test_a_statement_is_rejected_and_comes_back(ask: TestClient, desk: Desk) -> None:
    name = ask.get("/statements.json?kind=accuse").json()["rows"][0]["id"]
    ask.post(f"/judge/{name}", data={"by": "Ana", "verb": "reject"})
    assert ask.get("/statements.json?kind=accuse").json()["rows"] == []
    assert "It was rejected" in ask.get(f"/statements/{name}").text
    made = next(each for each in decisions(desk.ledger) if each.stands)
    assert ask.post(f"/decisions/{made.id}/undo", data={"by": "Ben"}).headers["location"] == "/decisions"
    assert len(ask.get("/statements.json?kind=accuse").json()["rows"]) == 1


def test_what_cannot_be_decided_changes_nothing(ask: TestClient, desk: Desk, council: str) -> None:
    before = len(decisions(desk.ledger))
    for form, words in (
        ({"verb": "confirm"}, "fill in"),
        ({"verb": "shout", "by": "Ana"}, "no verdict"),
        ({"verb": "correct", "by": "Ana", "field": "colour", "value": "red"}, "no field of a meeting"),
        ({"verb": "correct", "by": "Ana", "field": "status", "value": "maybe"}, "is no status"),
        ({"verb": "correct", "by": "Ana", "field": "place", "value": ""}, "fill in"),
        ({"verb": "confirm", "by": "A" * 101}, "longer than"),
    ):
        answer = ask.post(f"/judge/{council}", data=form)
        assert (answer.status_code, words in answer.text) == (400, True), form
    assert ask.post(f"/judge/{council}", json={"verb": "confirm"}).status_code == 400
    assert len(decisions(desk.ledger)) == before


def test_two_reviewers_at_once_lose_no_decision(ask: TestClient, desk: Desk, council: str) -> None:
    said = [row["id"] for row in ask.get("/statements.json").json()["rows"]]
    before = len(decisions(desk.ledger))

    def decide(who: str) -> list[int]:
        return [ask.post(f"/judge/{name}", data={"by": who, "verb": "confirm"}).status_code for name in (council, *said)]

    with ThreadPoolExecutor(2) as both:
        codes = [code for found in both.map(decide, ("Ana", "Ben")) for code in found]
    assert set(codes) == {303}
    assert len(decisions(desk.ledger)) == before + len(codes)


def test_looking_is_remembered(ask: TestClient) -> None:
    assert ask.post("/look", data={}).headers["location"] == "/"
    assert "since 5 January 2022" in ask.get("/").text
