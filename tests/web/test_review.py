"""The review page: doubtful entries are decided as `dateline review` does it, by several people at once, and undone."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dateline.app.judge import decisions
from dateline.app.keep import keep
from dateline.app.settings import Settings
from dateline.web.desk import Desk
from dateline.web.serve import desk_of
from dateline.web.site import site
from tests.ledger.build import Told, story
from tests.store.test_review import DAY, FAINT, FIRM, LONE, OTHER_DAY

TWIN = story(
    "2022-01-05", Told("Talks in Brussels on Jan. 13.", ("NATO", "RUS"), "2022-01-13", place="Brussels"), source="Paper"
)

SEVERAL = (LONE, FAINT, DAY, OTHER_DAY)
pair = pytest.mark.parametrize("desk", [(FIRM, TWIN)], indirect=True, ids=["double"])


@pytest.fixture
def desk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Desk]:
    with desk_of(Settings(f"sqlite:///{tmp_path / 'ledger.db'}"), create=True) as made:
        made.fixed = date(2022, 1, 6)
        for each in getattr(request, "param", SEVERAL):
            keep(made.ledger, each, "1")
        yield made


@pytest.fixture
def ask(desk: Desk) -> TestClient:
    return TestClient(
        site(desk), base_url="http://localhost:8765", follow_redirects=False, headers={"sec-fetch-site": "same-origin"}
    )


def waiting(ask: TestClient) -> dict[str, dict[str, Any]]:
    """What waits, by the cause that weighs most."""
    return {row["reasons"][0]["cause"]: row for row in ask.get("/review.json").json()["rows"]}


def form_of(page: str) -> dict[str, str]:
    """The hidden fields of the form of the entry that is shown."""
    inner = page.partition('id="decide">')[2].partition("</form>")[0]
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', inner))


def opened(ask: TestClient, name: str, by: str = "Ana") -> dict[str, str]:
    return {**form_of(ask.get(f"/review?entry={name}&by={by}").text), "by": by}


@pair
def test_an_entry_comes_with_its_reason_its_sentences_and_what_it_may_double(ask: TestClient) -> None:
    found = waiting(ask)
    assert set(found) == {"double"}
    page = ask.get(f"/review?entry={found['double']['id']}").text
    assert "perhaps the same as" in page
    assert "Talks in <mark>Brussels</mark> on Jan. 13." in page
    assert "council on Jan. 12." in page
    assert page.count("<blockquote>") == 2


def test_each_decision_is_kept_and_leads_to_the_next_entry(ask: TestClient, desk: Desk) -> None:
    found = waiting(ask)
    lone = opened(ask, found["one-sided"]["id"])
    answer = ask.post("/review", data={**lone, "act": "confirm", "note": "seen there"})
    assert answer.status_code == 303
    assert f"entry={lone['following']}" in answer.headers["location"]
    after = ask.get(answer.headers["location"]).text
    assert "Kept, " in after
    assert 'value="Ana"' in after
    ask.post("/review", data={**opened(ask, found["unlikely"]["id"], "Ben"), "act": "reject"})
    assert [(each.by, each.verb, each.note) for each in decisions(desk.ledger)] == [
        ("Ana", "confirm", "seen there"), ("Ben", "reject", ""),
    ]  # fmt: skip
    assert set(waiting(ask)) == {"contested"}


@pair
def test_two_meetings_are_one_and_that_is_undone(ask: TestClient, desk: Desk) -> None:
    double = waiting(ask)["double"]
    form = opened(ask, double["id"])
    assert form["doubles"].split() == [double["reasons"][0]["other"]]
    ask.post("/review", data={**form, "act": f"same-as {form['doubles'].strip()}"})
    assert len(ask.get("/agenda.json?from=2022-01-12&to=2022-01-13").json()["rows"]) == 1
    back = dict(re.findall(r'name="(made|by)" value="([^"]*)"', ask.get("/review?by=Ana").text.partition("/review/undo")[2]))
    answer = ask.post("/review/undo", data=back)
    assert (answer.status_code, f"entry={double['id']}" in answer.headers["location"]) == (303, True)
    assert len(ask.get("/agenda.json?from=2022-01-12&to=2022-01-13").json()["rows"]) == 2
    assert [each.undone_by for each in decisions(desk.ledger)] == ["Ana"]
    assert "double" in waiting(ask)


@pair
def test_to_confirm_is_to_tell_apart_and_comes_back_at_once(ask: TestClient, desk: Desk) -> None:
    ask.post("/review", data={**opened(ask, waiting(ask)["double"]["id"]), "act": "confirm"})
    made = decisions(desk.ledger)
    assert sorted(each.verb for each in made) == ["confirm", "not-same"]
    ask.post("/review/undo", data={"made": " ".join(each.id for each in made), "by": "Ana"})
    assert not any(each.stands for each in decisions(desk.ledger))


def test_a_report_is_split_off(ask: TestClient) -> None:
    form = opened(ask, waiting(ask)["contested"]["id"])
    ask.post("/review", data={**form, "act": f"split {form['joins'].strip()}"})
    assert len(ask.get("/agenda.json?from=2022-04-01&to=2022-04-30").json()["rows"]) == 2


def test_a_correction_asks_what_was_meant(ask: TestClient, desk: Desk) -> None:
    form = {**opened(ask, waiting(ask)["one-sided"]["id"]), "act": "correct", "field": "parties"}
    answer = ask.post("/review", data={**form, "value": "Egypt; Isreal", "note": "by phone"})
    assert answer.status_code == 400
    assert "did you mean Israel" in answer.text
    assert 'value="Egypt; Isreal"' in answer.text
    assert 'value="by phone"' in answer.text
    assert decisions(desk.ledger) == []
    assert ask.post("/review", data={**form, "value": "Egypt; Israel"}).status_code == 303
    assert ask.get("/agenda.json?from=2022-02-01&to=2022-02-28").json()["rows"][0]["parties"] == ["EGY", "ISR"]


def test_two_people_at_once_lose_no_decision(ask: TestClient, desk: Desk) -> None:
    other = TestClient(
        site(desk), base_url="http://localhost:8765", follow_redirects=False, headers={"sec-fetch-site": "same-origin"}
    )
    names = [row["id"] for row in waiting(ask).values()]
    forms = {who: [opened(client, name, who) for name in names] for who, client in (("Ana", ask), ("Ben", other))}

    def decide(who: str, client: TestClient) -> list[int]:
        return [client.post("/review", data={**form, "act": "confirm"}).status_code for form in forms[who]]

    with ThreadPoolExecutor(2) as both:
        codes = [each for found in both.map(decide, ("Ana", "Ben"), (ask, other)) for each in found]
    assert set(codes) == {303}
    kept = [(each.by, each.verb) for each in decisions(desk.ledger) if each.verb == "confirm"]
    assert sorted(kept) == sorted([("Ana", "confirm")] * len(names) + [("Ben", "confirm")] * len(names))
    assert waiting(ask) == {}


def test_who_comes_second_is_told_of_the_first(ask: TestClient) -> None:
    name = waiting(ask)["unlikely"]["id"]
    late = opened(ask, name, "Ben")
    ask.post("/review", data={**opened(ask, name), "act": "confirm"})
    ask.post("/review", data={**late, "act": "reject"})
    assert "Of the same entry it stands: confirm (Ana" in ask.get("/review?by=Ben").text
    assert f"/review?entry={name}" not in ask.get("/review").text
    assert "nothing more to decide" in ask.get(f"/review?entry={name}").text


@pair
def test_what_became_part_of_another_meeting_is_told(ask: TestClient, desk: Desk) -> None:
    double = waiting(ask)["double"]
    late = opened(ask, double["id"], "Ben")
    ask.post("/review", data={**opened(ask, double["id"]), "act": f"same-as {late['doubles'].strip()}"})
    answer = ask.post("/review", data={**late, "act": f"same-as {late['doubles'].strip()}"})
    assert (answer.status_code, "Nothing was kept" in answer.text) == (400, True)
    assert len(decisions(desk.ledger)) == 1


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"act": "shout"}, "no verdict"),
        ({"act": "confirm", "kind": "poem"}, "no kind of entry"),
        ({"act": "confirm", "kind": "meeting", "entry": "ffffffff", "by": "Ana"}, "is no more"),
        ({"act": "confirm", "by": ""}, "fill in"),
        ({"act": "split abc"}, "nothing to split"),
    ],
)
def test_what_cannot_be_decided(ask: TestClient, desk: Desk, form: dict[str, str], words: str) -> None:
    answer = ask.post("/review", data={**opened(ask, waiting(ask)["one-sided"]["id"]), **form})
    assert (answer.status_code, words in answer.text) == (400, True)
    assert decisions(desk.ledger) == []


def test_the_queue_is_filtered(ask: TestClient) -> None:
    assert [row["parties"] for row in ask.get("/review.json?party=Egypt").json()["rows"]] == [["EGY"]]
    assert ask.get("/review.json?kind=statement").json()["rows"] == []
    assert ask.get("/review?kind=poem").status_code == 400
    assert "Nothing is doubtful here" in ask.get("/review?kind=event").text
