"""The importer of facts: from a small dump of our own in the form of Wikidata's to a pack for review."""

import json
import runpy
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.knowledge.check import check, overlaid
from dateline.knowledge.differences import differences
from dateline.knowledge.packs import Pack, read_pack
from dateline.knowledge.parties import people

SCRIPT = Path(__file__).parents[1] / "scripts" / "propose_facts.py"
TRUMP = people().wikidata["Donald Trump"]


def snak(value: Any) -> dict[str, Any]:
    return {"snaktype": "value", "datavalue": {"value": value}}


def item(id: str) -> dict[str, Any]:
    return {"mainsnak": snak({"id": id}), "rank": "normal"}


def held(
    position: str, since: tuple[str, int] | None, until: tuple[str, int] | None = None, rank: str = "normal"
) -> dict[str, Any]:
    given = {"P580": since, "P582": until}
    qualifiers = {
        key: [snak({"time": day[0], "precision": day[1]}) if day[0] else {"snaktype": "somevalue"}]
        for key, day in given.items()
        if day
    }
    return {**item(position), "rank": rank, "qualifiers": qualifiers}


def entity(id: str, name: str, **claims: list[Any]) -> dict[str, Any]:
    return {"id": id, "labels": {"en": {"value": name}}, "claims": claims}


DUMP: list[Mapping[str, Any]] = [
    entity("Q900001", "Ida Example", P39=[held("Q900100", ("+2026-05-14T00:00:00Z", 11))]),
    entity("Q900002", "Odd Tal", P39=[held("Q900100", ("+2019-00-00T00:00:00Z", 9), ("+2020-03-00T00:00:00Z", 10))]),
    entity("Q900003", "Nobody Dated", P39=[held("Q900100", None)]),
    entity("Q900004", "Long Ago", P39=[held("Q900100", ("-0044-03-15T00:00:00Z", 11))]),
    entity("Q900005", "Taken Back", P39=[held("Q900100", ("+2026-05-14T00:00:00Z", 11), rank="deprecated")]),
    entity("Q900010", "Gone Some Day", P39=[held("Q900100", ("+2019-00-00T00:00:00Z", 9), ("", 0))]),
    entity("Q900006", "Elsewhere", P39=[held("Q900999", ("+2026-05-14T00:00:00Z", 11))]),
    entity(TRUMP, "Donald J. Trump", P39=[held("Q11696", ("+2017-01-20T00:00:00Z", 11), ("+2021-01-20T00:00:00Z", 11))]),
    entity("Q900007", "Harbour League", P31=[item("Q7278")], P17=[item("Q20")]),
    entity("Q900011", "Reed Front", P31=[item("Q7278")], P17=[item("Q20")]),
    entity("Q900012", "Reed Front", P31=[item("Q7278")], P17=[item("Q298")]),
    entity("Q900013", "Likud", P31=[item("Q7278")], P17=[item("Q20")]),
    entity("Q900014", "Likud", P31=[item("Q7278")], P17=[item("Q801")]),
    entity("Q900008", "League of No State", P31=[item("Q7278")]),
    entity("Q900009", "Fatah", P31=[item("Q7278")], P17=[item("Q219060")]),
]
OFFICES = (
    '[offices]\nQ900100 = { party = "NOR", title = "harbour minister" }\nQ11696 = { party = "USA", title = "president" }\n'
)


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pack:
    (tmp_path / "dump.json").write_text("[\n" + ",\n".join(map(json.dumps, DUMP)) + "\n]\n", encoding="utf-8")
    (tmp_path / "offices.toml").write_text(OFFICES, encoding="utf-8")
    words = [str(tmp_path / "dump.json"), "--offices", str(tmp_path / "offices.toml"), "--as-of", "2026-06-01"]
    monkeypatch.setattr(sys, "argv", [str(SCRIPT), *words, "--out", str(tmp_path / "pack")])
    runpy.run_path(str(SCRIPT), run_name="__main__")
    return read_pack(tmp_path / "pack")


def test_what_is_new_becomes_a_pack_that_is_sound(pack: Pack) -> None:
    check([pack])
    assert [(each.sign, each.entry) for each in differences(pack)] == [
        ("+", "group Reed Front (Chile)"),
        ("+", "group Harbour League"),
        ("+", "group Likud (Norway)"),
        ("+", "group Reed Front (Norway)"),
        ("+", "office NOR harbour minister"),
    ]


def test_terms_have_their_days_source_and_the_day_of_the_dump(pack: Pack) -> None:
    office = overlaid("parties/holders", [pack])["office"][-1]
    common = {"checked": date(2026, 6, 1)}
    assert office["holders"] == [
        {
            "name": "Odd Tal", "from": date(2019, 1, 1), "until": date(2020, 3, 31), "wikidata": "Q900002",
            "source": "Wikidata Q900002", **common,
        },
        {"name": "Ida Example", "from": date(2026, 5, 14), "wikidata": "Q900001", "source": "Wikidata Q900001", **common},
    ]  # fmt: skip


def test_a_coarse_day_is_marked_for_the_reviewer(pack: Pack) -> None:
    lines = pack.file("parties/holders").read_text(encoding="utf-8").splitlines()
    assert [line.rpartition(" # ")[2] for line in lines if " # " in line] == ["not every day is known"]
