"""Places on the map: the town that is meant, where it stands, and those that no town is called."""

from datetime import UTC, datetime

import pytest

from dateline.model.agenda import AgendaRow
from dateline.model.occasion import Occasion
from dateline.views.atlas import outline, spots, town_of


@pytest.mark.parametrize(
    ("name", "country", "found"),
    [("Geneva", "CHE", (46, 6)), ("Brussels", None, (51, 4)), ("Atlantis Rock", None, None)],
)
def test_towns(name: str, country: str | None, found: tuple[int, int] | None) -> None:
    town = town_of(name, country)
    assert (None if town is None else (round(town.lat), round(town.lon))) == found


def test_places_of_one_name_stand_apart() -> None:
    told = [("Tripoli", "LBY"), ("Tripoli", "LBN"), ("Tripoli", "LBY"), ("Geneva", "CHE"), ("Geneva", None), (None, "CHE")]
    at = datetime(2022, 1, 5, tzinfo=UTC)
    occasions = [Occasion(kind="talks", status="held", place=place, country=country) for place, country in told]
    rows = [AgendaRow(id="a", occasion=each, revision=1, first_seen=at, last_changed=at) for each in occasions]
    found = [(each.name, each.country, each.meetings) for each in spots(rows)]
    assert found == [("Geneva", None, 2), ("Tripoli", "LBY", 2), ("Tripoli", "LBN", 1)]
    assert len({(each.x, each.y) for each in spots(rows)}) == 3


def test_the_outline_is_small_and_plain() -> None:
    path = outline()
    assert 10_000 < len(path) < 60_000
    assert set(path) <= set("Mlz 0123456789-")
