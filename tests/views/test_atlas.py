"""Places on the map: the town that is meant, where it stands, and those that no town is called."""

import pytest

from dateline.views.atlas import outline, town_of


@pytest.mark.parametrize(
    ("name", "country", "found"),
    [("Geneva", "CHE", (46, 6)), ("Brussels", None, (51, 4)), ("Atlantis Rock", None, None)],
)
def test_towns(name: str, country: str | None, found: tuple[int, int] | None) -> None:
    town = town_of(name, country)
    assert (None if town is None else (round(town.lat), round(town.lon))) == found


def test_the_outline_is_small_and_plain() -> None:
    path = outline()
    assert 10_000 < len(path) < 60_000
    assert set(path) <= set("Mlz 0123456789-")
