"""The network: who deals with whom, counted, drawn and handed on."""

from typing import Any
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient

from dateline.model.network import Pair
from dateline.views.network import HEIGHT, MOST, WIDTH, picture

MEETS = [["EGY", "USA"], ["NATO", "RUS"], ["UKR", "USA"]]


def pairs(ask: TestClient, asked: str = "") -> list[list[str]]:
    return sorted([row["source"], row["target"]] for row in ask.get(f"/network.json{asked}").json()["rows"])


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("?dealing=meets", MEETS),
        ("?dealing=meets&party=Egypt", [["EGY", "USA"]]),
        ("?dealing=meets&from=2022-01-12", [["NATO", "RUS"]]),
        ("?dealing=meets&to=2021-12-31", []),
        ("?dealing=backs", []),
    ],
)
def test_who_deals_with_whom(ask: TestClient, asked: str, found: list[Any]) -> None:
    assert pairs(ask, asked) == found


def test_the_picture_and_its_table_say_the_same(ask: TestClient) -> None:
    page = ask.get("/network").text
    assert page.count("<circle") == len({side for pair in pairs(ask) for side in pair})
    assert page.count("<path") == page.count('<th scope="row">') == len(pairs(ask))
    graph = ElementTree.fromstring(ask.get("/network.graphml").content)
    assert len(graph.findall(".//{*}edge")) == len(pairs(ask))
    assert ask.get("/network?dealing=loves").status_code == 400


def test_a_picture_has_room_for_the_busiest() -> None:
    many = [Pair(source="A", target=f"S{number:02}", dealing="meets", number=number) for number in range(1, 60)]
    drawn = picture(many, {}, "S01")
    assert (len(drawn.nodes), drawn.left_out) == (MOST, 60 - MOST)
    assert drawn.nodes[0].id == "S01"
    assert "S59" in {each.id for each in drawn.nodes}
    assert all(0 < each.x < WIDTH and 0 < each.y < HEIGHT for each in drawn.nodes)
    assert drawn == picture(many[::-1], {}, "S01")
