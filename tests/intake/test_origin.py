"""Who wrote a story, and addresses without what follows readers; every rule of knowledge with both sides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.intake.addresses import clean_address, led_to
from dateline.intake.origin import credited, wire_of
from dateline.knowledge.wires import caches, credit_rules, redirectors, wires
from dateline.model.document import Document, Text
from dateline.model.evidence import Span, Stamp

EXAMPLES = [(rule.name, rule.place, example) for rule in credit_rules() for example in rule.examples]
LEAVES = [(rule.place, leaf) for rule in credit_rules() for leaf in rule.leaves]
SAID = ("The envoys met for an hour.", "They parted without a word.", "Nobody knew why.", "The hosts were silent.")
REST = "\n\n" + "\n\n".join(SAID * 3)


def carrying(words: str, place: str = "start", **fields: str) -> Document:
    body = REST.strip() + "\n\n" + words if place == "end" else words + REST
    return Document(name="story", text=Text("", body), **fields)


@pytest.mark.parametrize(("rule", "place", "words"), EXAMPLES, ids=[words[:50] for _, _, words in EXAMPLES])
def test_the_rule_reads_its_example(rule: str, place: str, words: str) -> None:
    document = carrying(words, place)
    wire = wire_of(document)
    assert wire is not None
    (reason,) = wire.evidence
    assert reason.rule == rule
    assert isinstance(reason.ground, Span)
    assert reason.ground.holds_in(document.text)


@pytest.mark.parametrize(("place", "words"), LEAVES, ids=[words[:50] for _, words in LEAVES])
def test_the_rule_leaves_its_leaves(place: str, words: str) -> None:
    assert wire_of(carrying(words, place)) is None


@pytest.mark.parametrize(
    ("words", "place", "name"),
    [
        ("MOSCOW, May 14. /TASS/. The ministry answered.", "start", "TASS"),
        ("BEIJING, May 14 (Xinhua) -- The premier arrived.", "start", "Xinhua"),
        ("KYIV. May 14 (Interfax-Ukraine) - The talks begin.", "start", "Interfax-Ukraine"),
        ("They meet again. (PTI)", "end", "PTI"),
        ("© 2019 Agence France-Presse", "end", "AFP"),
        ("According to Reuters, they met.", "start", None),
        ("The minister told Interfax that he would go.", "start", None),
    ],
)
def test_who_wrote_it(words: str, place: str, name: str | None) -> None:
    found = wire_of(carrying(words, place))
    assert (found.value if found else None) == name


def test_an_agency_that_carries_its_own() -> None:
    by_source, by_host = carrying("A word.", source="Reuters"), carrying("A word.", url="https://www.aa.com.tr/en/1")
    assert [(found.value, found.evidence[0].ground) for each in (by_source, by_host) if (found := wire_of(each))] == [
        ("Reuters", Stamp("source", "Reuters")),
        ("Anadolu", Stamp("url", "https://www.aa.com.tr/en/1")),
    ]


def test_the_credit_of_another_outlet_goes_first() -> None:
    document = credited(carrying("VIENNA (AP) — They met.", source="Example Post", url="https://example.org/a?utm_source=x"))
    assert (document.wire and document.wire.value, document.url) == ("AP", "https://example.org/a")


def test_no_sign_means_two_agencies() -> None:
    seen: dict[str, str] = {}
    for wire in wires():
        for called in {each.casefold() for each in (*wire.names, *wire.signs, wire.name)}:
            assert seen.setdefault(called, wire.name) == wire.name


REDIRECTED = [example.split(" -> ") for each in (*redirectors(), *caches()) for example in each.examples]


@pytest.mark.parametrize(("given", "wanted"), REDIRECTED)
def test_redirectors(given: str, wanted: str) -> None:
    assert clean_address(given) == wanted


@pytest.mark.parametrize("leaf", [leaf for each in redirectors() for leaf in each.leaves])
def test_redirectors_leave(leaf: str) -> None:
    assert led_to(leaf) is None


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("https://news.example/a?id=7&UTM_Source=feed&gclid=1", "https://news.example/a?id=7"),
        ("https://news.example/a?b=%26&c", "https://news.example/a?b=%26&c"),
        ("https://news.example/story/amp/", "https://news.example/story"),
        ("https://amp.news.example/story.amp.html", "https://news.example/story.html"),
        ("https://www.google.com/url?q=https%3A%2F%2Fnews.example%2Fa%3Fref%3Drss", "https://news.example/a"),
        ("https://ift.tt/3JHLxny", "https://ift.tt/3JHLxny"),
        ("urn:isbn:123", "urn:isbn:123"),
        ("http://[bad", "http://[bad"),
    ],
)
def test_clean_addresses(given: str, wanted: str) -> None:
    assert clean_address(given) == wanted


@given(
    st.one_of(
        st.text(), st.text().map("https://www.google.com/url?url=https://".__add__), st.text().map("http://a.example/".__add__)
    )
)
def test_cleaning_twice_changes_nothing(address: str) -> None:
    once = clean_address(address)
    assert clean_address(once) == once
