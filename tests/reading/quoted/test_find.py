"""Quotes are found letter by letter, else by the stated tolerance, else not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.evidence import Span
from dateline.model.text import Text
from dateline.reading.quoted.find import Quotes, folded

STORY = (
    "Envoys of Chad met in Lome.\n\n“We  shan’t go,” said the envoy — a man of few words. "
    'The Chad-Togo road is shut, "for now".'
)


@pytest.mark.parametrize(
    ("quote", "found", "exact"),
    [
        ("met in Lome", "met in Lome", True),
        ("We shan't go", "We  shan’t go", False),
        ('"We shan\'t go,"', "We  shan’t go,", False),
        ("the envoy - a man", "the envoy — a man", False),
        ("envoys of Chad", "Envoys of Chad", False),
        ("Lome. “We", "Lome.\n\n“We", False),
        ("“for now”", "for now", False),
    ],
)
def test_the_tolerance(quote: str, found: str, exact: bool) -> None:
    quotes = Quotes(Text("", STORY))
    span = quotes.find(quote)
    assert span is not None
    assert span.quote == found
    assert span.holds_in(quotes.text)
    assert (quotes.tally.exact, quotes.tally.near) == ((1, 0) if exact else (0, 1))


@pytest.mark.parametrize(
    "quote",
    ["met in Oslo", "Envoys of the Chad", "met  in  LOME", "ome", "Cha", "ENVOYS OF CHAD", "envoy's", "", "“”", "a", "Lome We"],
)
def test_what_does_not_stand(quote: str) -> None:
    quotes = Quotes(Text("", STORY))
    assert quotes.find(quote) is None
    assert quotes.tally.dropped == ([quote] if quote else [])


def test_the_nearest_place_is_taken() -> None:
    text = Text("", "The talks failed. The talks resumed. The talks ended.")
    near = Span.of(text, 37, 53)
    found = Quotes(text).find("The talks", near)
    assert found is not None
    assert found.start == 37


def test_a_name_inside_a_hyphened_one_comes_last() -> None:
    found = Quotes(Text("", "Guinea-Bissau sent envoys to Bissau.")).find("Bissau")
    assert found is not None
    assert found.start == 29


@pytest.mark.parametrize(("quote", "exact"), [("Togo’s envoys", True), ("Togo's envoys", False)])
def test_what_only_the_title_says_is_found_there(quote: str, exact: bool) -> None:
    text = Text("Togo’s envoys in Lome", "Envoys of Chad met in Lome.")
    quotes = Quotes(text, 0, 14)
    assert [(span.field, span.quote) for each in (quote, "in Lome") if (span := quotes.find(each))] == [
        ("title", "Togo’s envoys"),
        ("title", "in Lome"),
    ]
    assert (quotes.tally.exact, quotes.tally.near, quotes.tally.dropped) == (1 + exact, 1 - exact, [])
    found = Quotes(text).find("in Lome")
    assert found is not None
    assert found.field == "text"


def test_only_the_part_that_was_asked_about() -> None:
    text = Text("", "Chad agreed. Togo agreed.")
    assert Quotes(text, 0, 12).find("Togo") is None
    found = Quotes(text, 13).find("Togo")
    assert found is not None
    assert found.start == 13


LETTERS = st.text(alphabet="ab A-–“”\"'’ \n.", max_size=40)


@given(LETTERS, LETTERS)
def test_what_is_found_stands_in_the_text(body: str, quote: str) -> None:
    text = Text("", body)
    span = Quotes(text).find(quote)
    if span is not None:
        assert span.holds_in(text)
        kept = [word.casefold() for word in folded(quote)[0].split()]
        assert "".join(kept).strip("\"'") in "".join(folded(span.quote)[0].casefold().split()) + "\"'"


@given(st.text(max_size=60))
def test_folding_keeps_the_places(text: str) -> None:
    words, places = folded(text)
    assert len(words) == len(places)
    assert all(0 <= place < len(text) for place in places)
    assert list(places) == sorted(set(places))
