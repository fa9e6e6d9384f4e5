"""`dateline code`: always one answer for each marked text."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.main import app
from dateline.knowledge import codes
from dateline.model.errors import InputError

runner = CliRunner()


def line(id: str, text: str, source: str | None, target: str | None) -> str:
    spans = {
        key: [text.index(words), text.index(words) + len(words)] if words else None
        for key, words in (("source", source), ("target", target))
    }
    return json.dumps({"id": id, "text": text, **spans}) + "\n"


MARKED = [
    ("a", "Chad accused Sudan of arming rebels.", "Chad", "Sudan", "ACCUSE", "ACCUSE"),
    ("b", "Norway imposed sanctions on Belarus.", "Norway", "Belarus", "SANCTION", "COERCE"),
    (
        "c",
        "The court in Riga convicted two Estonian sailors.",
        "The court in Riga",
        "two Estonian sailors",
        "SANCTION",
        "ACCUSE",
    ),
    ("d", "Peru agreed to send doctors to Haiti.", "Peru", "Haiti", "AGREE", "AGREE"),
    ("e", "Haiti will not release the Cuban sailors.", "Haiti", "the Cuban sailors", "REJECT", "REJECT"),
    ("f", "Syria was bombed by Turkish warplanes.", "Turkish warplanes", "Syria", "ASSAULT", "ASSAULT"),
    ("g", "Oslo threatened to expel the Serbian envoy.", "Oslo", "the Serbian envoy", "THREATEN", "THREATEN"),
]


@pytest.mark.parametrize("scheme", ["plover", "plv"])
def test_every_line_has_its_code(tmp_path: Path, scheme: str) -> None:
    path = tmp_path / "marked.jsonl"
    path.write_text("".join(line(*row[:4]) for row in MARKED), encoding="utf-8")
    result = runner.invoke(app, ["code", "--jsonl", str(path), "--scheme", scheme])
    assert result.exit_code == 0, result.output
    found = [json.loads(each) for each in result.stdout.splitlines()]
    assert [(each["id"], each["plover"]["type"]) for each in found] == [
        (row[0], row[4] if scheme == "plover" else row[5]) for row in MARKED
    ]
    for each, row in zip(found, MARKED, strict=True):
        assert each["cameo"] in codes.cameo_codes()
        assert each["plover"]["quad"] == codes.quad(each["plover"]["type"])
        for reason in each["evidence"]:
            assert row[1][reason["start"] : reason["end"]] == reason["quote"]


def test_what_is_no_marked_text_is_refused_and_the_run_goes_on() -> None:
    lines = (
        'no json\n{"id": "x"}\n'
        '{"id": "y", "text": "Ann.", "source": [0, 99]}\n\n'
        '{"id": "z", "text": "Hm.", "source": null, "target": null}\n'
    )
    result = runner.invoke(app, ["code", "--jsonl", "-"], input=lines)
    assert result.exit_code == 1
    found = [json.loads(each) for each in result.stdout.splitlines()]
    assert [each["id"] for each in found] == ["line 1", "x", "y", "z"]
    assert all(each["problems"] for each in found[:3])
    assert found[3]["plover"]["type"]


def test_a_missing_file_is_named() -> None:
    result = runner.invoke(app, ["code", "--jsonl", "nowhere.jsonl"])
    assert "nowhere.jsonl" in str(result.exception)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Norway imposed sanctions on Belarus.", r"SANCTION( \w+)?, CAMEO 163: Norway → Belarus, happened, .*“imposed”"),
        ("Chad accused Sudan of arming rebels.", r"ACCUSE( \w+)?, CAMEO 11\d?: Chad → Sudan, happened, .*“accused”"),
        ("It rained all day.", "NONE: no side is known in it$"),
        ("Norway and Chile are far away.", "NONE: no event is told of Norway and Chile$"),
        ("Norway imposed sanctions.", "NONE: an event is there \\(SANCTION\\), of Norway, but not to whom it is done$"),
    ],
)
def test_one_sentence(words: str, answer: str) -> None:
    result = runner.invoke(app, ["code", words])
    assert result.exit_code == 0, result.output
    assert re.match(answer, result.stdout.strip()), result.stdout


@pytest.mark.parametrize(
    ("words", "sides", "none"),
    [
        ("Norway imposed sanctions on Belarus.", [(["NOR"], ["BLR"])], None),
        ("It rained all day.", [], "no side is known in it"),
    ],
)
def test_one_sentence_for_programs(words: str, sides: list[tuple[list[str], list[str]]], none: str | None) -> None:
    value = json.loads(runner.invoke(app, ["code", words, "--json"]).stdout)
    assert (value["ok"], value["text"], value["none"]) == (True, words, none)
    assert [(each["actors"], each["recipients"]) for each in value["events"]] == sides


@pytest.mark.parametrize(
    "words",
    [[], ["Rain.", "--jsonl", "-"], ["Rain.", "--scheme", "plv"], ["--jsonl", "-", "--json"]],
    ids=str,
)
def test_one_way_at_a_time(words: list[str]) -> None:
    assert runner.invoke(app, ["code", *words], input="").exit_code == 2


def test_an_empty_sentence() -> None:
    assert isinstance(runner.invoke(app, ["code", "  "]).exception, InputError)
