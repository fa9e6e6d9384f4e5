"""What may have been meant by a party or place that nobody knows."""

import pytest

from dateline.app.parties import names_known, perhaps


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Rusia", ": did you mean Russia (RUS)? Else"),  # not USA, whose letters it has
        ("Rus", ""),
        ("Ukrane", ": did you mean Ukraine (UKR)? Else"),
        ("Germny", ": did you mean Germany (DEU)? Else"),  # one name of each party
        ("Irn", ": did you mean Iran (IRN)? Else"),  # no abbreviation for one who writes none
        ("OCSE", ": did you mean OSCE or CSCE? Else"),
        ("Atlantis Reborn", ""),
    ],
)
def test_names_alike(words: str, meant: str) -> None:
    assert perhaps(words, names_known()) == meant


def test_places_alike() -> None:
    assert perhaps("Genva ", dict.fromkeys(("Geneva", "Vienna"), "")) == ": did you mean Geneva? Else"
