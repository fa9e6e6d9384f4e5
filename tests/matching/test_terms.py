"""Words of statements in a common form."""

import pytest

from dateline.matching.terms import shared, stem, terms_of
from tests.matching.sayings import said


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("Exports", "export"), ("exporting", "export"), ("exported", "export"), ("countries", "country"),
        ("sanctions", "sanction"), ("crisis", "crisis"), ("process", "process"), ("missiles", "missil"),
        ("missile", "missil"), ("bus", "bus"), ("king", "king"), ("planned", "plan"), ("killing", "kill"),
        ("moved", "mov"), ("move", "mov"), ("need", "need"), ("speed", "speed"), ("Kyiv's", "kyiv"), ("taxes", "tax"),
    ],
)  # fmt: skip
def test_stem(word: str, form: str) -> None:
    assert stem(word) == form


def test_names_of_parties_and_idle_words_are_no_terms() -> None:
    saying = said("PER", "say", "the Peruvian government said that Ana Rojas would take part", topic="Chilean copper exports")
    terms = terms_of(saying, frozenset({"ana", "rojas"}))
    assert terms.words == {"copper", "export"}
    assert terms.heads == {"export", "copper export"}


def test_words_on_both_sides_of_an_idle_one_are_no_phrase() -> None:
    terms = terms_of(said("PER", "assert", "copper from exporters"))
    assert terms.all == {"copper", "exporter"}


def test_shared() -> None:
    one, other = terms_of(said("PER", "assert", "copper exports")), terms_of(said("CHL", "assert", "exporting the copper"))
    assert shared(one, other) == ("copper", "export")
