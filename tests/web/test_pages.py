"""Every page and every ending: what stands on it, and that hostile words do nothing there."""

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient
from icalendar import Calendar

from dateline.app.keep import keep
from dateline.app.settings import Settings
from dateline.web.serve import desk_of
from dateline.web.shown import NAV
from dateline.web.site import site
from tests.ledger.build import story
from tests.web.conftest import HOSTILE

PAGES = (
    "/", "/?since=2022-01-04", "/agenda", "/agenda?view=month", "/agenda?view=list", "/agenda?view=list&from=2022-01-01",
    "/statements", "/statements?kind=deny", "/positions", "/positions?about=sanctions", "/positions?party=Russia", "/parties",
    "/parties/RUS", "/parties/NATO", "/stories", "/search", "/search?q=sanctions", "/search?q=talks", "/decisions", "/review",
    "/network", "/curves?party=RUS", "/places", "/network?party=Egypt", "/brief", "/brief?watch=alliance&pages=1", "/relations",
    "/relations?party=Russia&kind=ally", "/review?kind=statement&by=Ana", "/review?keys=off", "/api",
)  # fmt: skip
HARMFUL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff]")


class Seen(HTMLParser):
    """What a browser makes of a page: its elements with their attributes, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def all(self, tag: str, name: str) -> list[str]:
        return [str(found[name]) for each, found in self.elements if each == tag and name in found]


def each_page(ask: TestClient) -> list[str]:
    """All pages, with one of each entry."""
    meetings = [row["id"] for row in ask.get("/agenda.json?from=2022-01-01").json()["rows"]]
    rows = ask.get("/statements.json").json()["rows"]
    told = {source["id"] for row in ask.get("/agenda.json?from=2022-01-01").json()["rows"] for source in row["sources"]}
    return [
        *PAGES, *(f"/meetings/{name}" for name in meetings), *(f"/explain/{name}" for name in meetings),
        *(f"/statements/{row['id']}" for row in rows), *(f"/stories/{name}" for name in told),
    ]  # fmt: skip


def scripts_of(path: str) -> list[str]:
    """The one page that has a script, unless its keys are turned off."""
    return ["/static/review.js"] if path.startswith("/review") and "keys=off" not in path else []


def test_every_page_is_whole_and_harmless(ask: TestClient) -> None:
    for path in each_page(ask):
        answer = ask.get(path)
        seen = Seen(answer.text)
        assert answer.status_code == 200, path
        assert len(answer.content) < 700_000, path
        tags = {tag for tag, _ in seen.elements}
        assert not tags & {"style", "iframe", "object", "base"}, path
        assert [where.partition("?")[0] for where in seen.all("script", "src")] == scripts_of(path), path
        assert [tag for tag, _ in seen.elements].count("script") == len(scripts_of(path)), path
        assert ("script-src" in answer.headers["content-security-policy"]) == bool(scripts_of(path)), path
        assert not any(name.startswith("on") or name == "style" for _, found in seen.elements for name in found), path
        assert seen.all("img", "src") == ["/static/icon.svg"], path
        assert all(where.startswith(("/", "#", "https://")) for where in seen.all("a", "href")), path
        assert HARMFUL.search(answer.text) is None, path
        assert [tag for tag, _ in seen.elements].count("h1") == 1, path
        assert len(seen.all("a", "accesskey")) == len(NAV), path
        ids = [found["id"] for _, found in seen.elements if "id" in found]
        assert len(ids) == len(set(ids)), path


def test_links_lead_somewhere(ask: TestClient) -> None:
    asked: set[str] = set()
    for path in PAGES:
        for where in Seen(ask.get(path).text).all("a", "href"):
            address = where.partition("#")[0]
            if address.startswith("/") and address not in asked and len(asked) < 250:
                asked.add(address)
                assert ask.get(address).status_code in (200, 303), (path, where)
    assert len(asked) > 60


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("", {"NATO-Russia Council council", "EGY and USA talks", "<script>"}),
        ("party=Egypt", {"EGY and USA talks"}),
        ("party=Egypt&confidence=0.3", {"EGY and USA talks", "EGY and ISR talks"}),
        ("forum=russia", {"NATO-Russia Council council"}),
        ("place=geneva", {"EGY and USA talks"}),
        ("place=Belgium", {"NATO-Russia Council council"}),
        ("status=confirmed", {"NATO-Russia Council council"}),
        ("watch=alliance", {"NATO-Russia Council council"}),
        ("from=2022-01-07&to=2022-01-08", {"EGY and USA talks", "<script>"}),
        ("as_of=2022-01-04", {"NATO-Russia Council council", "EGY and USA talks"}),
        ("as_of=yesterday", {"NATO-Russia Council council", "EGY and USA talks"}),
        ("from=today&to=tomorrow", {"EGY and USA talks"}),
        ("from=next week", {"NATO-Russia Council council"}),
    ],
)
def test_the_filters_of_the_agenda(ask: TestClient, asked: str, titles: set[str]) -> None:
    found = ask.get(f"/agenda.json?{asked}").json()["rows"]
    assert {row["title"] if "<" not in row["title"] else "<script>" for row in found} == titles


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/agenda?party=Rusia", 400, "did you mean Russia"),
        ("/agenda?view=list&from=soon", 400, "no date: 'soon'"),
        ("/agenda.json?from=soon", 400, "no date: 'soon'"),
        ("/agenda?status=maybe", 400, "no status is called"),
        ("/agenda?confidence=2", 400, "write a share from 0 to 1"),
        ("/agenda?view=year", 422, "view"),
        ("/agenda.pdf", 422, ""),
        ("/agenda?view=list&next=abc", 400, "no paging token"),
        ("/meetings/ffffffff", 404, "nothing in the ledger"),
        ("/parties/Atlantis", 400, "no party is known"),
        ("/statements?kind=shout", 400, "no kind of statement"),
        ("/positions.json", 400, "say what the positions are about"),
        ("/nowhere", 404, "there is no such page"),
        ("/static/../desk.py", 404, ""),
        ("/static/%2e%2e/desk.py", 404, ""),
    ],
)
def test_troubles_are_told_with_their_mend(ask: TestClient, path: str, status: int, words: str) -> None:
    answer = ask.get(path)
    assert (answer.status_code, words in answer.text.replace("&#39;", "'")) == (status, True)


def test_the_week_shows_each_day_of_a_meeting(ask: TestClient) -> None:
    page = ask.get("/agenda?day=2022-01-05").text
    days = re.split(r"<h2>", page)
    assert [each.split("<")[0].rsplit(" ", 2)[1:] for each in days[1:8]] == [[str(day), "January"] for day in range(3, 10)]
    assert [day for day, each in enumerate(days[1:8], 3) if "GENEVA" in each.upper() and "card" in each] == [6, 7]


def test_what_has_no_day_stands_beside_the_days(ask: TestClient) -> None:
    page = ask.get("/agenda?day=2022-01-05&confidence=0.3").text
    assert "Cairo" in page.partition("on no day that is known")[2]


def test_tables_calendars_and_feeds(ask: TestClient) -> None:
    rows = list(csv.reader(io.StringIO(ask.get("/agenda.csv").text, newline="")))
    assert len({len(row) for row in rows}) == 1
    assert len(rows) == 1 + len(ask.get("/agenda.json").json()["rows"])
    dated = Calendar.from_ical(ask.get("/agenda.ics").content).walk("VEVENT")
    assert {event["status"] for event in dated} <= {"TENTATIVE", "CONFIRMED", "CANCELLED"}
    for path in ("/agenda.atom", "/changes.atom", "/stories.atom"):
        answer = ask.get(path)
        assert answer.headers["content-type"].startswith("application/atom+xml")
        assert ElementTree.fromstring(answer.content).tag.endswith("feed")
    assert ask.get("/statements.csv").text.startswith("date,speaker")


def test_what_is_followed_is_of_the_days_typed(ask: TestClient) -> None:
    for view, asked in (("week", "party=EGY"), ("month", "party=EGY"), ("list", "party=EGY&from=2022-01-04")):
        where = Seen(ask.get(f"/agenda?view={view}&{asked}").text).all("a", "href")
        assert {name: f"/agenda.{name}?" in " ".join(where) for name in ("ics", "atom")} == {"ics": True, "atom": True}
        for ending in ("ics", "atom"):
            (address,) = (each for each in where if each.startswith(f"/agenda.{ending}"))
            assert dict(parse_qsl(address.partition("?")[2])) == dict(parse_qsl(asked))


@pytest.mark.parametrize("path", ["/agenda?view=list&from=0001-01-01", "/network?from=0001-01-01", "/places?from=0001-01-01"])
def test_all_days_are_called_so(ask: TestClient, path: str) -> None:
    page = ask.get(path).text
    assert "all days" in page
    assert "1 January 1 " not in page
    assert "day=0001-01-01" not in page


def test_the_form_of_the_map_keeps_what_was_asked(ask: TestClient) -> None:
    seen = Seen(ask.get("/places?place=Geneva&confidence=0.3&as_of=2022-01-05").text)
    hidden = {each["name"]: each["value"] for tag, each in seen.elements if tag == "input" and each.get("type") == "hidden"}
    assert hidden == {"place": "Geneva", "confidence": "0.3", "as_of": "2022-01-05"}


def test_a_meeting_shows_its_sources_beside_each_other(ask: TestClient, council: str) -> None:
    page = ask.get(f"/meetings/{council}").text
    assert page.count("<article") == 2
    assert "<mark>The NATO-Russia Council will meet in Brussels on Jan. 12.</mark>" in page
    assert "<mark>The NATO-Russia Council is confirmed for Jan. 13 in Brussels.</mark>" in page
    assert ask.get(f"/meetings/{council[:8]}.json").json()["id"] == council
    assert b"BEGIN:VEVENT" in ask.get(f"/meetings/{council}.ics").content


def test_ids_lead_to_their_page(ask: TestClient, council: str) -> None:
    said = ask.get("/statements.json").json()["rows"][0]
    known = {council: f"/meetings/{council}", said["id"]: f"/statements/{said['id']}",
             said["sources"][0]["id"]: f"/stories/{said['sources'][0]['id']}"}  # fmt: skip
    for name, where in known.items():
        assert ask.get(f"/go/{name}").headers["location"] == where
        assert ask.get(f"/explain/{name}.json").json()["ok"] is True
        assert ask.get(f"/events/{name}").headers["location"] == where


def test_a_story_leads_from_words_to_values_and_back(ask: TestClient) -> None:
    document = ask.get("/statements.json?kind=demand").json()["rows"][0]["sources"][0]["id"]
    seen = Seen(ask.get(f"/stories/{document}").text)
    ids = {found["id"] for _, found in seen.elements if "id" in found}
    inner = [where[1:] for where in seen.all("a", "href") if where.startswith("#")]
    assert set(inner) <= ids
    assert {name[0] for name in inner if name != "main"} == {"v", "w"}
    assert any("demand: Russia" in str(found.get("data-what")) for _, found in seen.elements)
    assert "no more sanctions from the West" in seen.words


@pytest.mark.parametrize(("words", "statements"), [("sanction", 1), ('"the town"', 2), ("nothing-of-this", 0)])
def test_the_search_marks_what_it_found(ask: TestClient, words: str, statements: int) -> None:
    page = ask.get("/search", params={"q": words}).text
    assert f'<h2 id="said">{statements} statement{"" if statements == 1 else "s"}</h2>' in page
    assert ("<mark>" in page) is (statements > 0)


@pytest.mark.parametrize("words", ['"', "NEAR(", "a AND", "* *", "said:x OR 1=1 --", "'; DROP TABLE texts", "\x00", "(" * 50])
def test_no_words_break_the_search(ask: TestClient, words: str) -> None:
    assert ask.get("/search", params={"q": words}).status_code == 200
    assert ask.get("/api/v1/search", params={"q": words}).status_code in (200, 400)


def test_hostile_words_are_data(ask: TestClient) -> None:
    rows = ask.get("/agenda.json?place=Vienna").json()["rows"]
    assert rows[0]["topic"] == HOSTILE
    assert "&lt;script&gt;" in ask.get("/agenda?day=2022-01-08").text


def test_today_tells_what_changed_and_lies_ahead(ask: TestClient) -> None:
    page = ask.get("/?since=2022-01-04").text
    ahead, _, behind = page.partition('id="changed"')
    assert "Geneva" in ahead
    assert "moved" in behind
    assert "NATO-Russia Council" in behind.partition("Sources disagree")[2]


def test_an_empty_ledger_says_what_to_do(empty: TestClient) -> None:
    for path in ("/", "/agenda", "/agenda?view=list", "/stories", "/parties", "/statements", "/search?q=talks"):
        assert empty.get(path).status_code == 200
    assert "dateline add" in empty.get("/agenda").text
    assert json.loads(empty.get("/agenda.json").text) == {"ok": True, "rows": [], "truncated": False}


def test_a_party_is_handed_on_whole(tmp_path: Path) -> None:
    told = story("2022-01-04", said=[("RUS", "demand", f"point {number} of the treaty") for number in range(40)])
    with desk_of(Settings(f"sqlite:///{tmp_path / 'ledger.db'}"), create=True) as made:
        keep(made.ledger, told, "1")
        ask = TestClient(site(made), base_url="http://localhost:8765")
        assert len(ask.get("/parties/RUS.json").json()["statements"]) == 40


def test_the_brief_is_handed_on(ask: TestClient) -> None:
    page = ask.get("/brief?from=2022-01-01&to=2022-01-06").text
    assert "What lies ahead until 20 January 2022" in page
    assert "Brussels" in page
    marked = ask.get("/brief.md?watch=alliance&from=2022-01-01")
    assert (marked.headers["content-type"], marked.text.splitlines()[0]) == (
        "text/markdown; charset=utf-8",
        "# Brief: alliance",
    )
    assert ask.get("/brief.docx").content[:2] == b"PK"
    assert ask.get("/brief?next=9999d").status_code == 400
    assert "no watch is called" in ask.get("/brief.md?watch=none").json()["error"]
