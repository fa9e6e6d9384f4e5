"""The story it all started from is read completely and rightly; it lies beside the checkout, not in it."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dateline.intake.file import from_path
from dateline.model.document import Document
from dateline.reading.parse import Parser
from dateline.reading.read import read
from dateline.views.record import record
from tests.examples.test_stories import matches

SEED = Path(__file__).parents[3] / "shared" / "seed" / "000_0d17d062858563fc.txt"
pytestmark = pytest.mark.skipif(
    not SEED.exists(), reason="the seed story is not part of the project: it lies in ../shared/seed"
)

COUNCIL = {
    "kind": "council", "forum": "NATO-Russia Council", "parties": ["NATO", "RUS"], "place": "Brussels", "date": "2022-01-12",
    "status": "confirmed", "level": "ambassadors", "convener": "NATO",
}  # fmt: skip
GENEVA = {
    "kind": "talks", "parties": ["RUS", "USA"], "people": ["Sergei Ryabkov", "Wendy Sherman"], "place": "Geneva",
    "date": "2022-01-10", "status": "scheduled",
}  # fmt: skip
OSCE = {
    "kind": "talks",
    "forum": "OSCE",
    "parties": ["NATO", "OSCE", "RUS", "UKR", "USA"],
    "date": "2022-01-13",
    "status": "scheduled",
}
VISIT = {
    "kind": "visit", "parties": ["EU", "UKR"], "people": ["Dmytro Kuleba", "Josep Borrell"], "place": "Ukraine",
    "date": "2022-01-04/2022-01-05", "dates": "extent", "status": "ongoing",
}  # fmt: skip
MINISTERS = {"kind": "council", "parties": ["EU"], "date": "2022-01-05/2022-01-31", "dates": "within", "status": "scheduled"}
MEETINGS = {"council": COUNCIL, "Geneva": GENEVA, "OSCE": OSCE, "visit": VISIT, "ministers": MINISTERS}

STATEMENTS = [
    ({"speaker": "RUS", "kind": "demand", "target": ["NATO"]}, "halt its eastward expansion and end military cooperation"),
    ({"speaker": "RUS", "kind": "deny", "target": ["USA"]}, "planning an invasion"),
    ({"speaker": "USA", "kind": "accuse", "target": ["RUS"]}, "planning an invasion"),
    ({"speaker": "RUS", "kind": "accuse", "target": ["UKR"]}, "building up its own forces"),
    ({"speaker": "NATO:official", "of": ["NATO"], "kind": "condition", "form": "direct"}, "on the basis of reciprocity"),
    ({"speaker": "Maria Zakharova", "of": ["RUS"], "kind": "confirm"}, "will attend the NATO meeting"),
    ({"speaker": "Josep Borrell", "of": ["EU"], "via": "EU:spokesperson"}, "neutral spectator"),
    ({"speaker": "EU", "of": ["EU"], "kind": "praise", "target": ["UKR"]}, "strategic partner"),
    ({"speaker": "NATO", "kind": "warn"}, "military build-up"),
    ({"speaker": "NATO", "kind": "propose"}, "a meeting of the NATO-Russia Council"),
]

RELATIONS = [
    ("member", "USA", "OSCE", None), ("member", "NATO:allies", "OSCE", None), ("member", "RUS", "OSCE", None),
    ("member", "UKR", "OSCE", None), ("seat", "OSCE", "Vienna", None),
    ("aspires", "UKR", "EU", None), ("aspires", "UKR", "NATO", None),
    ("dispute", "UKR", "RUS", None), ("dispute", "GEO", "RUS", None), ("backs", "RUS", "separatist rebels", None),
    ("holds-office", "Jens Stoltenberg", "NATO", "secretary-general"), ("holds-office", "Josep Borrell", "EU", "top diplomat"),
    ("holds-office", "Maria Zakharova", "RUS", "foreign ministry spokesperson"),
    ("holds-office", "Sergei Ryabkov", "RUS", "deputy foreign minister"),
    ("holds-office", "Wendy Sherman", "USA", "deputy secretary of state"),
    ("holds-office", "Dmytro Kuleba", "UKR", "foreign minister"),
    ("speaks-for", "Maria Zakharova", "RUS", None), ("speaks-for", "EU:spokesperson", "EU", None),
    ("founded", "NATO-Russia Council", None, None),
]  # fmt: skip


@cache
def seed() -> dict[str, Any]:
    (document,) = from_path(SEED)
    assert isinstance(document, Document)
    return record(read(Parser().parse(document)), with_document=True)


def words_of(statement: dict[str, Any]) -> str:
    content = statement["content"]
    return " ".join(piece["quote"] for piece in content) if isinstance(content, list) else content["quote"]


def test_the_day_is_inferred() -> None:
    published = seed()["published"]
    assert (published["value"], published["given"]) == ("2022-01-04", False)
    assert published["because"]
    assert "2023-01-03" in [rival["value"] for rival in published["rivals"]]


def test_the_origin_is_not_read_as_prose() -> None:
    document = seed()["document"]
    assert document["source"] == "SUCH TV"
    assert "ift.tt" not in document["text"]


@pytest.mark.parametrize("name", MEETINGS)
def test_the_meeting_is_read(name: str) -> None:
    wanted = MEETINGS[name]
    found = [{key: entry[key] for key in wanted} for entry in seed()["meetings"]]
    assert any(matches(entry, wanted) for entry in seed()["meetings"]), f"wanted {wanted}\nfound {found}"


def test_five_meetings_not_six() -> None:
    assert len(seed()["meetings"]) == len(MEETINGS), [entry["title"] for entry in seed()["meetings"]]


def test_the_people_of_the_council_session() -> None:
    (council,) = [entry for entry in seed()["meetings"] if entry["forum"] == "NATO-Russia Council"]
    assert "Sergei Ryabkov" in [person["id"] for person in council["people"]]


def test_the_order_of_the_talks() -> None:
    by_date = {entry["date"]: entry for entry in seed()["meetings"]}
    assert by_date["2022-01-10"]["id"] in by_date["2022-01-12"]["after"]
    assert {by_date["2022-01-10"]["id"], by_date["2022-01-12"]["id"]} & set(by_date["2022-01-13"]["after"])


@pytest.mark.parametrize(("wanted", "words"), STATEMENTS, ids=[words for _, words in STATEMENTS])
def test_the_statement_is_read(wanted: dict[str, Any], words: str) -> None:
    found = [statement for statement in seed()["statements"] if words in words_of(statement)]
    shown = [{key: statement[key] for key in wanted} for statement in found]
    assert any(matches(statement, wanted) for statement in found), f"wanted {wanted}\nfound {shown}"


@pytest.mark.parametrize("wanted", RELATIONS, ids=[" ".join(filter(None, wanted)) for wanted in RELATIONS])
def test_the_relation_is_read(wanted: tuple[str | None, ...]) -> None:
    found = [tuple(relation[key] for key in ("kind", "source", "target", "office")) for relation in seed()["relations"]]
    assert wanted in found


def test_no_relation_beyond_those() -> None:
    assert len(seed()["relations"]) == len(RELATIONS)


def test_the_council_is_in_use_since_2002() -> None:
    (founded,) = [relation for relation in seed()["relations"] if relation["kind"] == "founded"]
    assert (founded["from"], founded["until"]) == ("2002", None)


def test_every_value_is_quoted() -> None:
    document = seed()["document"]

    def check(node: Any) -> None:
        if isinstance(node, list):
            for each in node:
                check(each)
        elif isinstance(node, dict):
            if "quote" in node:
                assert document[node["in"]][node["start"] : node["end"]] == node["quote"]
            for each in node.values():
                check(each)

    check({key: value for key, value in seed().items() if key != "document"})
