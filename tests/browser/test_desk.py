"""The desk in a browser: the task of each page without script and by keyboard, every width, light and dark, and axe-core."""

from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest

from dateline.web.shown import NAV

PAGES = (
    "/", "/agenda", "/agenda?view=month&day=2022-01-12", "/agenda?view=list&from=0001-01-01", "/statements", "/positions",
    "/positions?about=sanctions", "/parties", "/parties/RUS", "/stories", "/search?q=sanctions", "/decisions", "/api",
    "/review?by=Ana", "/brief?from=2020-01-01", "/relations",
    "/network?from=1990-01-01", "/curves?party=TUR&from=1990-01-01",
    "/places?from=1990-01-01", "/nowhere",
)  # fmt: skip
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def all_pages(page: Any) -> list[str]:
    """All pages, with one of each entry."""
    page.goto("/agenda?view=list&party=Turkey")
    meeting = page.locator("a.what").first.get_attribute("href")
    page.goto("/statements?speaker=Zakharova")
    statement = page.locator("a.what").first.get_attribute("href")
    page.goto("/stories")
    story = page.locator("a.what").first.get_attribute("href")
    return [*PAGES, meeting, meeting.replace("meetings", "explain"), statement, story]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_nothing_stands_in_anybodys_way(chromium: Any, address: str, page: Any, scheme: str, width: int) -> None:
    context = chromium.new_context(
        base_url=address, color_scheme=scheme, viewport={"width": width, "height": 844}, bypass_csp=True
    )
    shown = context.new_page()
    found: dict[str, object] = {}
    for path in all_pages(page):
        shown.goto(path)
        assert shown.evaluate("document.documentElement.scrollWidth") <= width, path
        shown.evaluate(AXE)
        wrong = shown.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)["violations"]
        if wrong:
            found[path] = [(each["id"], each["nodes"][0]["html"]) for each in wrong]
    context.close()
    assert found == {}


def test_nothing_is_asked_of_anybody_else(chromium: Any, address: str, page: Any) -> None:
    context = chromium.new_context(base_url=address)
    shown, asked, complaints = context.new_page(), [], []
    shown.on("request", lambda request: asked.append(request.url))
    shown.on("console", lambda message: complaints.append(message.text))
    for path in all_pages(page):
        shown.goto(path)
    context.close()
    assert all(url.startswith(address) for url in asked)
    assert [words for words in complaints if "404" not in words] == []


def test_first_loads_are_small(chromium: Any, address: str, page: Any) -> None:
    for path in ("/", "/agenda", all_pages(page)[-1]):
        context = chromium.new_context(base_url=address)
        shown, sizes = context.new_page(), []
        shown.on("response", lambda response, sizes=sizes: sizes.append(len(response.body())))
        shown.goto(path)
        context.close()
        assert 5_000 < sum(sizes) < 300_000, path


def test_the_week_leads_to_a_meeting_and_its_story(page: Any) -> None:
    page.goto("/agenda")
    page.get_by_role("link", name="Week after").click()
    page.get_by_role("link", name="NATO-Russia Council").click()
    assert page.get_by_role("heading", level=1).inner_text().startswith("NATO-Russia Council")
    assert "special session" in page.locator("mark").first.inner_text()
    page.locator("article a").first.click()
    assert "NATO calls Russia to special session" in page.get_by_role("heading", level=1).inner_text()


def test_the_agenda_is_filtered(page: Any) -> None:
    page.goto("/agenda?view=list&from=2020-01-01")
    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("Party").fill("Turkey")
    page.get_by_role("button", name="Show").click()
    assert page.locator(".chip").inner_text() == "party: Turkey"
    assert "Ankara" in page.locator("main").inner_text() or "ANKARA" in page.locator("main").inner_text()
    assert "Geneva" not in page.locator("main").inner_text()


def test_words_of_a_story_lead_to_their_value_and_back(page: Any) -> None:
    page.goto("/stories")
    page.get_by_role("link", name="NATO calls Russia").click()
    words = page.locator(".text a", has_text="Brussels").first
    words.hover()
    assert "place: Brussels" in words.get_attribute("data-what")
    words.click()
    value = page.locator("li:target")
    assert "place: Brussels" in value.inner_text()
    value.get_by_role("link", name="words").click()
    assert page.locator(".text a:target").inner_text() == "Brussels"


def test_a_decision_is_made_and_undone(page: Any) -> None:
    page.goto("/agenda?day=2022-01-12")
    page.get_by_role("link", name="NATO-Russia Council").click()
    page.get_by_label("Who decides").fill("Ana")
    page.get_by_label("Why, or from whom").fill("the host told us")
    page.get_by_label("Correct", exact=True).select_option("place")
    page.get_by_label("to (none").fill("Antwerp")
    page.get_by_role("button", name="Correct").click()
    assert "Antwerp" in page.locator("dl.facts").inner_text()
    assert "the host told us" in page.locator(".judge").inner_text()
    page.get_by_role("button", name="Undo").click()
    assert "Brussels" in page.locator("dl.facts").inner_text()


def test_the_search_and_the_positions(page: Any) -> None:
    page.goto("/search")
    page.get_by_role("searchbox").or_(page.get_by_label("Words; quotation")).fill("sanctions")
    page.get_by_role("button", name="Search").click()
    assert page.locator("mark").first.inner_text() == "sanctions"
    page.goto("/positions")
    page.get_by_label("On", exact=True).fill("sanctions")
    page.get_by_role("button", name="Show").click()
    page.locator(".board a").first.click()
    assert "Why the ledger says so" in page.locator("main").inner_text()


def test_a_story_is_read_and_not_kept(page: Any) -> None:
    page.goto("/stories")
    page.get_by_label("Text").fill("Envoys of Norway and Chile will meet in Oslo on May 20.")
    page.get_by_label("Published").fill("2019-05-16")
    page.get_by_role("button", name="Only read").click()
    assert "nothing of it is kept" in page.locator("main").inner_text()
    assert "Oslo" in page.locator(".values").inner_text()


def test_the_keyboard_is_enough(page: Any) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.locator("main :focus").count() == 1
    page.goto("/agenda?day=2022-01-12")
    page.get_by_role("link", name="NATO-Russia Council").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/meetings/*")
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/agenda")
    assert page.locator("nav a[aria-current]").inner_text() == "Agenda"
    keys = [each.get_attribute("accesskey") for each in page.locator("nav a").all()]
    assert len(set(keys)) == len(keys) == len(NAV)


def test_the_focus_is_seen(chromium: Any, address: str) -> None:
    context = chromium.new_context(base_url=address)
    shown = context.new_page()
    shown.goto("/agenda")
    for _ in range(6):
        shown.keyboard.press("Tab")
        assert shown.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") >= 2
    context.close()


def test_paper_has_the_content_alone(chromium: Any, address: str) -> None:
    context = chromium.new_context(base_url=address)
    shown = context.new_page()
    shown.emulate_media(media="print")
    shown.goto("/agenda?view=list&from=2022-01-01")
    assert not shown.locator("header.bar").is_visible()
    assert not shown.locator("details.filters").is_visible()
    assert shown.locator("main h1").is_visible()
    assert shown.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    context.close()


@pytest.fixture
def scripted(chromium: Any, address: str) -> Any:
    """A page with script, for the one page that has some."""
    context = chromium.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def test_single_keys_decide_and_undo(scripted: Any) -> None:
    scripted.goto("/review")
    title = scripted.locator(".entry h2").inner_text()
    scripted.keyboard.press("c")
    assert scripted.locator("#by:focus").count() == 1, "who decides is asked first"
    scripted.keyboard.type("Carla")
    assert "review?" not in scripted.url
    scripted.keyboard.press("Tab")
    scripted.locator("h1").click()
    scripted.keyboard.press("r")
    scripted.wait_for_url("**by=Carla**")
    assert "reject" in scripted.locator(".kept").inner_text()
    assert scripted.locator(".entry h2").inner_text() != title
    scripted.keyboard.press("u")
    scripted.wait_for_selector(".kept", state="detached")
    assert title in scripted.locator(".waiting").inner_text()
    scripted.get_by_role("link", name="Single keys: turn off").click()
    scripted.keyboard.press("n")
    assert scripted.locator(".keys").count() == 0


def test_doubts_are_decided_by_forms_alone(page: Any) -> None:
    page.goto("/review?kind=meeting")
    page.get_by_label("Who decides").fill("Dora")
    page.get_by_label("Correct", exact=True).select_option("status")
    page.get_by_label("to (none").fill("maybe")
    page.get_by_role("button", name="Correct", exact=True).click()
    assert "is no status" in page.get_by_role("alert").inner_text()
    assert page.get_by_label("to (none").input_value() == "maybe"
    page.get_by_role("button", name="Confirm").click()
    assert "confirm" in page.locator(".kept").inner_text()
    page.get_by_role("button", name="Undo").click()
    assert page.locator(".kept").count() == 0
