"""Relations as lines, rows and tables."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dateline.model.evidence import Span
from dateline.model.judgement import Judgement
from dateline.model.party import Party
from dateline.model.related import Related
from dateline.model.when import When
from dateline.views.relations import COLUMNS, relations_json, relations_lines, write_csv, write_json_lines
from tests.views.events import COPY, WIRE

NAMES = {"LVA": Party("LVA", "Latvia", "state"), "NATO": Party("NATO", "North Atlantic Alliance", "organisation")}
MEMBER = Related(
    id="0123456789abcdef", text="fedcba9876543210", ordinal=0, kind="member", source="LVA", target="NATO", source_side="LVA",
    target_side="NATO", from_=When.year(2004), words=Span("text", 0, 21, "Latvia, a NATO member"),
    sentence="Latvia, a NATO member since 2004, sent envoys.", day=date(2022, 1, 4), carriers=(WIRE, COPY),
)  # fmt: skip
OVER = When(None, date(2022, 1, 3))
AT = datetime(2022, 1, 8, tzinfo=UTC)
REJUDGED = Judgement(verb="correct", field="from", value="2004", by="Ana", at=AT, one=(), note="the treaty")


def line(row: Related) -> str:
    bare = replace(row, sentence="", words=None)
    return [each.plain.strip() for each in relations_lines([bare], NAMES, 1, 300)][1]


def test_lines() -> None:
    seat = replace(
        MEMBER, id="1" * 16, kind="seat", source="NATO", target="Oslo", from_=None, sentence="", day=None, carriers=()
    )
    decided = replace(MEMBER, judgements=(REJUDGED,))
    assert [each.plain for each in relations_lines([decided, seat], NAMES, 1_300)] == [
        "Tuesday 4 January 2022",
        "  Latvia is a member of NATO, since 2004: “Latvia, a NATO member since 2004, sent envoys.”",
        "     Reuters and 1 more; member; 01234567",
        "     decided by Ana: correct from 2004 (the treaty)",
        "",
        "No date",
        "  NATO has its seat in Oslo: “Latvia, a NATO member”",
        "     seat; 11111111",
        "",
        "1,298 more; --limit shows more of them, a party, --kind or --from narrow them",
    ]


@pytest.mark.parametrize(
    ("more", "shown"),
    [
        ({"until": When.year(2019)}, "Latvia was a member of NATO, since 2004, until 2019"),
        ({"until": OVER, "from_": None}, "Latvia was a member of NATO, over by 2022-01-03"),
        ({"kind": "founded", "target": None}, "Latvia was founded, 2004"),
        ({"kind": "founded", "source": "NATO", "target": "LVA", "from_": None}, "NATO was founded by Latvia"),
        ({"kind": "holds-office", "source": "Ana Lopes", "target": "LVA", "office": "trade minister"},
         "Ana Lopes is trade minister of Latvia, since 2004"),
        ({"kind": "holds-office", "source": "Ana Lopes", "target": "LVA", "office": "trade minister", "until": OVER},
         "Ana Lopes was trade minister of Latvia, since 2004, over by 2022-01-03"),
        ({"kind": "speaks-for", "source": "LVA:Trade Ministry", "from_": None}, "Latvia, Trade Ministry speaks for NATO"),
        ({"kind": "dispute", "until": OVER, "from_": None}, "Latvia had a dispute with NATO, over by 2022-01-03"),
    ],
)  # fmt: skip
def test_what_a_line_says(more: dict[str, object], shown: str) -> None:
    assert line(replace(MEMBER, **more)) == shown  # type: ignore[arg-type]


def test_json() -> None:
    value = relations_json([replace(MEMBER, judgements=(REJUDGED,))], NAMES, 2)
    assert (value["ok"], value["truncated"], value["names"]) == (True, True, {"LVA": "Latvia", "NATO": "NATO"})
    (row,) = value["rows"]
    assert (row["id"], row["date"], row["kind"], row["source"], row["target"], row["from"], row["until"], row["office"]) == (
        MEMBER.id, "2022-01-04", "member", "LVA", "NATO", "2004", None, None,
    )  # fmt: skip
    assert (row["quote"], row["sentence"]) == ("Latvia, a NATO member", MEMBER.sentence)
    assert ([each["id"] for each in row["sources"]], row["decisions"][0]["by"]) == ([WIRE.id, COPY.id], "Ana")


def test_tables() -> None:
    rows = [replace(MEMBER, judgements=(REJUDGED,)), replace(MEMBER, source="=SUM(A1)", words=None, from_=None, carriers=())]
    lines, table = io.StringIO(), io.StringIO()
    write_json_lines(rows, NAMES, lines)
    write_csv(rows, NAMES, table)
    first, bare = (json.loads(each) for each in lines.getvalue().splitlines())
    assert tuple(first) == COLUMNS
    assert (first["source_name"], first["target_name"], first["from"], first["outlet"], first["decided_by"]) == (
        "Latvia", "NATO", "2004", "Reuters", "Ana",
    )  # fmt: skip
    assert (bare["words"], bare["story"], bare["outlet"], bare["decided_by"]) == (None, MEMBER.text, None, None)
    told, other = csv.DictReader(io.StringIO(table.getvalue()))
    assert (told["sentence_text"], told["start"], told["carriers"]) == (MEMBER.sentence, "0", "2")
    assert (other["source"], other["from"]) == ("'=SUM(A1)", "")
