"""The curves of a side with others: both directions together, the busiest first, on one axis of time."""

from dateline.views.curves import HEIGHT, MOST, WIDTH, curves
from dateline.views.dyads import Dyad


def dyad(period: str, source: str, target: str, *scores: float) -> Dyad:
    made = Dyad(period, source, target, goldstein=list(scores))
    for score in scores:
        made.quads[1 if score >= 0 else 4] += 1
    return made


def test_both_directions_make_one_curve() -> None:
    found = [dyad("2021-12", "RUS", "UKR", -10.0), dyad("2021-12", "UKR", "RUS", 4.0), dyad("2022-01", "RUS", "UKR", 10.0)]
    (made,) = curves([*found, dyad("2022-01", "EGY", "ISR", 1.0)], "RUS", {})
    assert [(each.label, each.events, each.mean, each.cooperation, each.conflict) for each in made.months] == [
        ("2021-12", 2, -3.0, 1, 1), ("2022-01", 1, 10.0, 1, 0),
    ]  # fmt: skip
    down, up = made.months
    assert 0 < up.y < HEIGHT / 2 < down.y < HEIGHT
    assert 0 < down.x < up.x < WIDTH


def test_the_busiest_come_first_and_the_rest_is_left_out() -> None:
    found = [dyad("2022-01", "A", f"S{number:02}", *[1.0] * number) for number in range(1, 20)]
    made = curves(found, "A", {})
    assert (len(made), made[0].other, made[0].events) == (MOST, "S19", 19)
